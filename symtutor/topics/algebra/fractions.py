"""Fractions: one bar over a common denominator, and cancelling.

Two fractions are added over the least common multiple of their denominators, which is seen once these are factored.
A factor of top and bottom may be cancelled where it is not zero, and that condition is kept: the fraction before
was not defined there.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sympy import Add, Expr, Integer, Mul, Pow, Rational, ilcm
from sympy.core.relational import Ne

from ...derivation import Assume, Bindings, Derive, Level, Rule, Say, first
from ...problems import Form, Rewrite
from ...written import Quotient, write
from .factoring import splits
from .terms import (
    LARGEST,
    factors_of,
    fraction,
    irreducible_factors,
    is_fraction,
    multiplied_out,
    number_of_operations,
    ordered_terms,
    polynomial,
    power_written,
    product_of,
    product_written,
    quotient_written,
    split_fraction,
    sum_written,
    top_and_bottom,
)

Bases = dict[Expr, Expr]


@dataclass(frozen=True)
class Denominator:
    """number · base₁^e₁ · base₂^e₂ …, the bases irreducible and all different."""

    number: Integer
    powers: tuple[tuple[Expr, Expr], ...]

    def value(self) -> Expr:
        return self.number * product_of(self.powers)


def factored_bottom(term: Expr) -> tuple[Expr, Denominator]:
    """A term as (top, denominator) with the denominator factored; a sign of the denominator goes to the top."""
    number, above, below = split_fraction(term)
    top, bottom = Integer(number.p) * product_of(above), Integer(number.q)
    bases: Bases = {}
    for base, exponent in below:
        for b, n in _irreducible_parts(base, exponent):
            if b.is_Rational and isinstance(n, Integer):
                sign, size = (-1 if b < 0 and n % 2 else 1), abs(b) ** n
                top, bottom = top * sign * size.q, bottom * size.p
            else:
                bases[b] = bases.get(b, Integer(0)) + n
    return top, Denominator(bottom, tuple(bases.items()))


def _irreducible_parts(base: Expr, exponent: Expr) -> list[tuple[Expr, Expr]]:
    # Only whole powers come apart: √(x² − x) is not √x √(x − 1) where both are negative.
    if not (isinstance(base, Add) and isinstance(exponent, Integer)):
        return [(base, exponent)]
    poly = polynomial(base)
    if poly is None:
        return [(base, exponent)]
    number, factors = irreducible_factors(poly)
    parts = [(number, exponent)] if number != 1 else []
    return parts + [(b, n * exponent) for b, n in factors]


def common_denominator(bottoms: Iterable[Denominator]) -> Denominator:
    """The least common multiple."""
    number, powers = Integer(1), dict[Expr, Expr]()
    for d in bottoms:
        number = Integer(ilcm(number, d.number))
        for b, e in d.powers:
            powers[b] = max(powers.get(b, Integer(0)), e)
    return Denominator(number, tuple(powers.items()))


def has_fractions(expr: Expr) -> bool:
    """Whether ``expr`` is a sum with a fraction among its terms."""
    return isinstance(expr, Add) and any(_over_something(t) for t in expr.args)


def _over_something(term: Expr) -> bool:
    number, _, below = split_fraction(term)
    return bool(below) or number.q != 1


def forgotten(old: Expr, new: Expr) -> list[Expr]:
    """What stands under a bar in ``old`` and no longer in ``new``: the irreducible expressions that must not be zero.

    SymPy cancels equal factors as soon as a quotient is built, so a rule compares before and after."""
    left = dict.fromkeys(bars(new))
    return [b for b in dict.fromkeys(bars(old)) if b not in left]


def bars(expr: Expr) -> list[Expr]:
    if isinstance(expr, Add):
        return [b for t in expr.args for b in bars(t)]
    found: list[Expr] = []
    for base, exponent in factors_of(expr)[1].items():
        if isinstance(base, (Add, Mul, Pow)) and base != expr:
            found += bars(base)
        if exponent < 0:
            # A sum with fractions inside is zero where its top is.
            whole = top_and_bottom(over_inner_bars(1 / base))[1] if has_fractions(base) else base
            found += [b for f in Mul.make_args(whole) for b in _zeros(f)]
    return found


def _zeros(factor: Expr) -> list[Expr]:
    base = factor.base if isinstance(factor, Pow) and isinstance(factor.exp, Rational) else factor
    return [b for b, _ in _irreducible_parts(base, Integer(1)) if not b.is_number]


class CommonDenominator(Rule[Rewrite]):
    """Bring a sum over one bar."""

    solves = Rewrite
    title = "Common denominator"
    statement = r"\frac ab+\frac cd = \frac{ad+cb}{bd}"
    reference = "Stewart, Precalculus 7e, §1.4"
    because = "{denominator} is the least expression that all denominators divide."
    hint = "What is the least common multiple of the denominators?"
    block_from = Level.STANDARD
    known_as = ("adding fractions",)
    examples = ("combine 1/x + 1/y -> (x+y)/(x y)", "combine 1/(x-1) - 1/(x+1) -> 2/((x-1)(x+1))")
    counterexamples = ("combine x + y",)

    def match(self, problem: Rewrite) -> Iterable[Bindings]:
        """A sum with a fraction in it."""
        e = problem.expr
        if problem.form is Form.TOGETHER and has_fractions(e) and number_of_operations(e) <= LARGEST:
            yield {"denominator": common_denominator(factored_bottom(t)[1] for t in e.args).value()}

    def derive(self, problem: Rewrite, denominator: Expr) -> Derive:
        """Extend each fraction, add the tops, gather."""
        terms = [factored_bottom(t) for t in ordered_terms(problem.expr)]
        whole = common_denominator(d for _, d in terms)
        tops, extended = [], []
        for top, d in terms:
            missing = missing_factor(whole, d)
            tops.append(top * missing)
            extended.append(product_written([top, missing]))
        yield Say(Quotient(sum_written(extended), write(denominator)))
        top = multiplied_out(Add(*tops))
        result = fraction(top, denominator)
        for b in forgotten(problem.expr, result.value()):
            yield Assume(Ne(b, 0))
        return result


def missing_factor(whole: Denominator, part: Denominator) -> Expr:
    have = dict(part.powers)
    powers = product_of((b, e - have.get(b, Integer(0))) for b, e in whole.powers)
    return whole.number / part.number * powers


class ClearInnerFractions(Rule[Rewrite]):
    """A fraction of fractions: bring top and bottom over one bar each."""

    solves = Rewrite
    title = "Fraction within a fraction"
    statement = r"\frac{a/b}{c/d} = \frac{ad}{bc}"
    reference = "Stewart, Precalculus 7e, §1.4"
    because = "{part} has fractions inside; over one bar it can be divided by."
    hint = "Bring {part} over one bar first."
    block_from = Level.STANDARD
    known_as = ("compound fraction",)
    examples = ("combine (1/x + 1)/(1/x - 1) -> (x+1)/(1-x)",)
    counterexamples = ("combine (x+1)/(x-1)",)

    def match(self, problem: Rewrite) -> Iterable[Bindings]:
        """A product or a whole power of which some base is a sum with fractions."""
        e = problem.expr
        if problem.form is Form.TOGETHER and isinstance(e, (Mul, Pow)) and number_of_operations(e) <= LARGEST:
            parts = [b for b, _ in _bases(e) if has_fractions(b)]
            if parts:
                yield {"part": parts[0]}

    def derive(self, problem: Rewrite, part: Expr) -> Derive:
        """Each such base over one bar; the bars are then divided out."""
        exchanged: dict[Expr, Expr] = {}
        for base, _ in _bases(problem.expr):
            if has_fractions(base):
                exchanged[base] = yield first(Rewrite(base, Form.TOGETHER))
        number, above, below = split_fraction(problem.expr)
        top = [number.p, *(power_written(exchanged.get(b, b), e) for b, e in above)]
        bottom = [number.q, *(power_written(exchanged.get(b, b), e) for b, e in below)]
        yield Say(quotient_written(product_written(top), product_written(bottom)))
        result = over_inner_bars(problem.expr)
        for b in forgotten(problem.expr, result):
            yield Assume(Ne(b, 0))
        return result


def _bases(expr: Expr) -> list[tuple[Expr, Expr]]:
    """The bases of a product that may be brought over one bar, with their signed exponents.

    Under a root only a positive number may leave: √(a/4) = √a/2, but √(a/b) is not √a/√b where both are negative.
    """
    found = []
    for f in Mul.make_args(expr):
        base, exponent = (f.base, f.exp) if isinstance(f, Pow) else (f, Integer(1))
        if isinstance(exponent, Integer) or (isinstance(exponent, Rational) and not bars(base)):
            found.append((base, exponent))
    return found


def over_inner_bars(expr: Expr) -> Expr:
    """A product with each base that has fractions inside brought over one bar."""
    exchanged = {}
    for base, _ in _bases(expr):
        if has_fractions(base):
            terms = [factored_bottom(t) for t in base.args]
            whole = common_denominator(d for _, d in terms)
            top = multiplied_out(Add(*(t * missing_factor(whole, d) for t, d in terms)))
            exchanged[base] = (top, whole.value())
    number, above, below = split_fraction(expr)
    signed = [*above, *((b, -e) for b, e in below)]
    parts = [_raised(*exchanged.get(b, (b, Integer(1))), e) for b, e in signed]
    return Mul(number, *parts)


def _raised(top: Expr, bottom: Expr, exponent: Expr) -> Expr:
    return top**exponent * bottom**-exponent


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
            for b, n in _irreducible_parts(base, exponent):
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
        for b, n in _irreducible_parts(base, exponent) if isinstance(base, Add) else [(base, exponent)]:
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


def is_one_fraction(expr: Expr) -> bool:
    """Whether no sum in ``expr`` has fractions as terms, functions' arguments apart."""
    return not has_fractions(expr) and not any(has_fractions(b) for b, _ in _bases(expr))
