"""Cancelling: what top and bottom share leaves both, where it is not zero.

That condition is kept: the fraction before was not defined there.
"""

from __future__ import annotations

from collections.abc import Iterable

from sympy import Add, Expr, Integer, Mul, Pow, Rational
from sympy.core.relational import Ne

from ...derivation import Assume, Bindings, Derive, Level, Rule, Say, first
from ...problems import Form, Rewrite
from ...written import Quotient, write
from .denominators import Bases, forgotten, irreducible_parts, is_one_fraction
from .factoring import splits
from .terms import (
    LARGEST,
    fraction,
    is_fraction,
    number_of_operations,
    product_of,
    split_fraction,
    top_and_bottom,
)


def shared_factors(expr: Expr) -> tuple[tuple[Expr, Expr], ...]:
    """The irreducible factors that top and bottom of a fraction of polynomials share, each to its common power."""
    if not is_fraction(expr):
        return ()
    top, bottom = _factors_of_sides(expr)
    return tuple((b, min(e, top[b])) for b, e in bottom.items() if b in top)


def _factors_of_sides(expr: Expr) -> tuple[Bases, Bases]:
    _, above, below = split_fraction(expr)
    sides: list[Bases] = []
    for powers in (above, below):
        side: Bases = {}
        for base, exponent in powers:
            for b, n in irreducible_parts(base, exponent):
                if not b.is_Rational:
                    side[b] = side.get(b, Integer(0)) + n
        sides.append(side)
    return sides[0], sides[1]


class CancelSharedFactor(Rule[Rewrite]):
    """Cancel what top and bottom share, where it is not zero."""

    solves = Rewrite
    title = "Cancel"
    statement = r"\frac{a\,c}{b\,c} = \frac ab \quad (c\neq 0)"
    reference = "Stewart, Precalculus 7e, §1.4"
    because = "Factored, top and bottom share {shared}; where it is zero the fraction was not defined."
    hint = "Factor top and bottom. What do they share?"
    block_from = Level.STANDARD
    known_as = ("cancelling", "reduce the fraction")
    examples = ("cancel (x^2-1)/(x-1) -> x+1", "cancel (x^2+3x+2)/(x^2-1) -> (x+2)/(x-1)")
    counterexamples = ("cancel (x^2+1)/(x-1)",)

    def match(self, problem: Rewrite) -> Iterable[Bindings]:
        """One fraction whose sides have an irreducible factor in common."""
        e = problem.expr
        if problem.form is Form.CANCELLED and number_of_operations(e) <= LARGEST:
            shared = shared_factors(e)
            if shared:
                yield {"shared": product_of(shared)}

    def derive(self, problem: Rewrite, shared: Expr) -> Derive:
        """Show both sides factored, assume the shared factor not zero, and leave it out."""
        above, below = top_and_bottom(problem.expr)
        top = yield from factored_side(above)
        bottom = yield from factored_side(below)
        yield Say(Quotient(write(top), write(bottom)))
        result = fraction(without_factor(top, shared), without_factor(bottom, shared))
        for b in forgotten(problem.expr, result.value()):
            yield Assume(Ne(b, 0))
        return result


def factored_side(side: Expr) -> Derive:
    if splits(side):
        return (yield first(Rewrite(side, Form.FACTORED)))
    return side


def without_factor(side: Expr, shared: Expr) -> Expr:
    """A factored side without the shared factor; what is left of one bracket may differ from it by its sign."""
    number, factors = Integer(1), dict[Expr, Expr]()
    for f in Mul.make_args(side):
        base, exponent = (f.base, f.exp) if isinstance(f, Pow) and isinstance(f.exp, Rational) else (f, Integer(1))
        for b, n in irreducible_parts(base, exponent) if isinstance(base, Add) else [(base, exponent)]:
            if b.is_Rational and isinstance(n, Integer):
                number = number * b**n
            else:
                factors[b] = factors.get(b, Integer(0)) + n
    for f in Mul.make_args(shared):
        base, exponent = (f.base, f.exp) if isinstance(f, Pow) and isinstance(f.exp, Rational) else (f, Integer(1))
        factors[base] = factors[base] - exponent
    return number * product_of(factors.items())


class OneBarThenCancel(Rule[Rewrite]):
    """A sum of fractions is brought over one bar before anything cancels."""

    solves = Rewrite
    title = "One bar, then cancel"
    statement = r"\frac ab+\frac cd = \frac{ad+cb}{bd}"
    reference = "Stewart, Precalculus 7e, §1.4"
    because = (
        "Only factors of a whole top and a whole bottom cancel, never single terms: {whole} comes over one bar first."
    )
    hint = "Bring everything over one bar first."
    block_from = Level.STANDARD
    examples = ("cancel 1/(x-1) - 2/(x^2-1) -> 1/(x+1)",)
    counterexamples = ("cancel x + 1",)

    def match(self, problem: Rewrite) -> Iterable[Bindings]:
        """A sum with fractions, or a fraction of such sums."""
        e = problem.expr
        if problem.form is Form.CANCELLED and number_of_operations(e) <= LARGEST and not is_one_fraction(e):
            yield {"whole": e}

    def derive(self, problem: Rewrite, whole: Expr) -> Derive:
        """Over one bar, then cancel what that shows."""
        together = yield first(Rewrite(whole, Form.TOGETHER))
        if together == whole:
            return None
        if not shared_factors(together):
            return write(together)
        return (yield Rewrite(together, Form.CANCELLED))
