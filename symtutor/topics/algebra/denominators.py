"""What stands under bars: denominators factored, their least common multiple, and where they are zero."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sympy import Add, Expr, Integer, Mul, Pow, Rational, ilcm

from .terms import (
    factors_of,
    irreducible_factors,
    multiplied_out,
    polynomial,
    product_of,
    split_fraction,
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
        for b, n in irreducible_parts(base, exponent):
            if b.is_Rational and isinstance(n, Integer):
                sign, size = (-1 if b < 0 and n % 2 else 1), abs(b) ** n
                top, bottom = top * sign * size.q, bottom * size.p
            else:
                bases[b] = bases.get(b, Integer(0)) + n
    return top, Denominator(bottom, tuple(bases.items()))


def irreducible_parts(base: Expr, exponent: Expr) -> list[tuple[Expr, Expr]]:
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


def missing_factor(whole: Denominator, part: Denominator) -> Expr:
    have = dict(part.powers)
    powers = product_of((b, e - have.get(b, Integer(0))) for b, e in whole.powers)
    return whole.number / part.number * powers


def has_fractions(expr: Expr) -> bool:
    """Whether ``expr`` is a sum with a fraction among its terms."""
    return isinstance(expr, Add) and any(_over_something(t) for t in expr.args)


def _over_something(term: Expr) -> bool:
    number, _, below = split_fraction(term)
    return bool(below) or number.q != 1


def is_one_fraction(expr: Expr) -> bool:
    """Whether no sum in ``expr`` has fractions as terms, functions' arguments apart."""
    return not has_fractions(expr) and not any(has_fractions(b) for b, _ in bases_of(expr))


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
    return [b for b, _ in irreducible_parts(base, Integer(1)) if not b.is_number]


def bases_of(expr: Expr) -> list[tuple[Expr, Expr]]:
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
    for base, _ in bases_of(expr):
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
