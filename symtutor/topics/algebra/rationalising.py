"""Rationalising: no roots below the bar, or none above it.

(A + B)(A − B) = A² − B² takes square roots away, (A ± B)(A² ∓ AB + B²) = A³ ± B³ cube roots.  Roots below the bar are
removed first; where there are none below, those of a difference above are: (√(x+h) − √x)/h = 1/(√(x+h) + √x).
"""

from __future__ import annotations

from collections.abc import Iterable

from sympy import Add, Expr, Integer, Mul, Pow, Rational
from sympy.core.relational import Ne

from ...derivation import Assume, Bindings, Derive, Level, Rule, Say
from ...problems import Form, Rewrite
from ...written import Product, Quotient, Written, write
from .denominators import forgotten
from .terms import LARGEST, common_factor, fraction, multiplied_out, number_of_operations, top_and_bottom


def root_index(expr: Expr) -> int:
    """The least n such that the n-th powers of the terms are free of roots: 2, 3, or 0 where there is none."""
    for n in (2, 3):
        if all(_is_rational_power(t**n) for t in Add.make_args(expr)):
            return n
    return 0


def _is_rational_power(e: Expr) -> bool:
    return not any(isinstance(p.exp, Rational) and p.exp.q != 1 for p in e.atoms(Pow))


def two_terms_with_roots(expr: Expr) -> tuple[Expr, Expr, int] | None:
    """(A, B, n) where ``expr`` is A + B, at least one of them a root, and Aⁿ and Bⁿ free of roots."""
    if not isinstance(expr, Add) or len(expr.args) != 2 or _is_rational_power(expr):
        return None
    one, other = sorted(expr.as_ordered_terms(), key=lambda t: bool(t.as_coeff_Mul()[0].is_negative))
    n = root_index(expr)
    return None if n == 0 else (one, other, n)


def partner(a: Expr, b: Expr, n: int) -> Expr:
    """What a + b is multiplied by to give aⁿ ± bⁿ."""
    return a - b if n == 2 else a**2 - a * b + b**2


def product(a: Expr, b: Expr, n: int) -> Expr:
    """The product of a + b with its partner."""
    return a**2 - b**2 if n == 2 else a**3 + b**3


class _Conjugate(Rule[Rewrite]):
    solves = Rewrite
    reference = "Stewart, Precalculus 7e, §1.4 (rationalizing the denominator or the numerator)"
    block_from = Level.STANDARD
    above = False

    def match(self, problem: Rewrite) -> Iterable[Bindings]:
        """A side of the fraction that is a sum of two with roots."""
        if problem.form is not Form.RATIONALISED or number_of_operations(problem.expr) > LARGEST:
            return
        top, bottom = top_and_bottom(problem.expr)
        if isinstance(problem.expr, Add) or (self.above and side_with_roots(bottom) is not None):
            return
        found = side_with_roots(top if self.above else bottom)
        if found is not None:
            a, b, n = found[1]
            yield {"side": found[0], "partner": partner(a, b, n), "product": multiplied_out(product(a, b, n))}

    def derive(self, problem: Rewrite, **bound: Expr) -> Derive:
        """Multiply top and bottom by the partner."""
        side, other, result = bound["side"], bound["partner"], bound["product"]
        top, bottom = top_and_bottom(problem.expr)
        if result == 0:
            return None
        if not _surely_positive(other, bottom if self.above else side, result):
            # Where the other side of the product is not zero, the partner is zero exactly where the product is.
            yield Assume(Ne(other if self.above else result, 0))
        yield Say(Quotient(_times(top, other), _times(bottom, other)))
        if self.above:
            above, below = top / side * result, bottom * other
        else:
            above, below = top * other, bottom / side * result
        yield Say(Quotient(write(above), write(below)))
        if below.is_number and isinstance(above, Add):
            number, _ = common_factor(multiplied_out(above).args)
            return write(multiplied_out(above / below)) if (number / below).is_Integer else fraction(above, below)
        for b in forgotten(problem.expr, above / below):
            # The side is not zero where its product with the partner is not, and the product may still stand below.
            if b != side:
                yield Assume(Ne(b, 0))
            elif forgotten(1 / result, above / below):
                yield Assume(Ne(result, 0))
        return above / below


def _surely_positive(partner: Expr, not_zero: Expr, product: Expr) -> bool:
    """Whether the partner is a sum of roots and positive numbers, and cannot vanish with all of them.

    Where both roots vanish, so does their product with the other sum, and ``not_zero`` may rule that out.
    """
    terms = Add.make_args(partner)
    if not all(_is_root(t) or t.is_positive for t in terms):
        return False
    return any(t.is_positive for t in terms) or not_zero.has(*Add.make_args(partner)) or not_zero == product


def _is_root(term: Expr) -> bool:
    number, body = term.as_coeff_Mul()
    return bool(number > 0) and isinstance(body, Pow) and isinstance(body.exp, Rational) and body.exp.q % 2 == 0


def side_with_roots(side: Expr) -> tuple[Expr, tuple[Expr, Expr, int]] | None:
    """The first factor of one side that is a sum of two with roots."""
    for f in Mul.make_args(side):
        base = f.base if isinstance(f, Pow) and isinstance(f.exp, Integer) else f
        found = two_terms_with_roots(base)
        if found is not None:
            return base, found
    return None


def _times(side: Expr, other: Expr) -> Written:
    return write(other) if side == 1 else Product((write(side), write(other)))


class RationaliseTheDenominator(_Conjugate):
    """Multiply by the conjugate of the bottom."""

    statement = r"\frac{1}{\sqrt a+\sqrt b} = \frac{\sqrt a-\sqrt b}{a-b}"
    because = "Below stands {side}; times {partner} it is {product}, without the roots."
    hint = "What must {side} be multiplied by to lose its roots?"
    known_as = ("conjugate", "rationalizing the denominator")
    examples = ("rationalise 1/(1+sqrt 2) -> sqrt(2) - 1", "rationalise 1/(sqrt(x)+1) -> (sqrt(x)-1)/(x-1)")
    counterexamples = ("rationalise 1/(x+1)",)


class RationaliseTheNumerator(_Conjugate):
    """Multiply by the conjugate of the top, where the bottom has no roots."""

    statement = r"\frac{\sqrt a-\sqrt b}{c} = \frac{a-b}{c\,(\sqrt a+\sqrt b)}"
    because = (
        "Above stands {side}; times {partner} it is {product}, without the roots, and may cancel against the bottom."
    )
    hint = "What must {side} be multiplied by to lose its roots?"
    above = True
    known_as = ("conjugate", "rationalizing the numerator")
    examples = ("rationalise (sqrt(x+h) - sqrt(x))/h -> 1/(sqrt(x+h) + sqrt(x))",)
    counterexamples = ("rationalise (x+1)/x",)


def has_no_roots_in_sums(problem: Rewrite) -> bool:
    """Whether neither side of the fraction has a sum of two with roots that could go."""
    top, bottom = top_and_bottom(problem.expr)
    if isinstance(problem.expr, Add):
        return all(side_with_roots(top_and_bottom(t)[1]) is None for t in problem.expr.args)
    return side_with_roots(bottom) is None and (bottom == 1 or side_with_roots(top) is None)
