"""Numbers, letters, sums, products and powers of SymPy."""

from __future__ import annotations

from typing import Any

import sympy as sp
from sympy import Add, Float, Integer, Mul, Pow, Rational, Symbol

from ..layout import (
    Applied,
    Factors,
    Fraction,
    Layout,
    Letter,
    Negative,
    Number,
    Root,
    Script,
    Sign,
    fraction,
    negative,
    product,
    total,
)
from ..names import HEADS
from ..order import ordered_factors, ordered_terms
from .dispatch import layout_of

ONE = Number("1")


@layout_of.register(Symbol)
def _(expr: Any) -> Layout:
    return Letter(expr.name)


@layout_of.register(Integer)
def _(expr: Any) -> Layout:
    return Number(str(expr.p)) if expr.p >= 0 else Negative(Number(str(-expr.p)))


@layout_of.register(Rational)
def _(expr: Any) -> Layout:
    size: Layout = Fraction(Number(str(abs(expr.p))), Number(str(expr.q)))
    return Negative(size) if expr.p < 0 else size


@layout_of.register(Float)
def _(expr: Any) -> Layout:
    mantissa, _, power = f"{abs(expr)}".partition("e")
    digits = mantissa.rstrip("0").rstrip(".") if "." in mantissa else mantissa
    size: Layout = Number(digits)
    if power:
        size = Factors((size, Script(Number("10"), layout_of(Integer(int(power))))))
    return Negative(size) if expr < 0 else size


# Subclasses of Integer and Number: registered by type, since they stand for themselves.
_CONSTANTS: tuple[tuple[Any, Layout], ...] = (
    (sp.pi, Sign("pi")),
    (sp.E, Sign("e")),
    (sp.I, Sign("i")),
    (sp.EulerGamma, Sign("gamma")),
    (sp.GoldenRatio, Sign("golden")),
    (sp.Catalan, Sign("catalan")),
    (sp.oo, Sign("infinity")),
    (-sp.oo, Negative(Sign("infinity"))),
    (sp.zoo, Sign("complex infinity")),
    (sp.nan, Sign("undefined")),
    (sp.true, Sign("true")),
    (sp.false, Sign("false")),
    (sp.S.Reals, Sign("reals")),
    (sp.S.Complexes, Sign("complexes")),
    (sp.S.Integers, Sign("integers")),
    (sp.S.Naturals, Sign("naturals")),
    (sp.S.Rationals, Sign("rationals")),
    (sp.S.EmptySet, Sign("empty")),
)


for _constant, _sign in _CONSTANTS:
    layout_of.register(type(_constant), lambda expr, sign=_sign: sign)


@layout_of.register(Add)
def _(expr: Any) -> Layout:
    below = _common_denominator(expr)
    if below != 1:
        return fraction(total(tuple(layout_of(below * t) for t in ordered_terms(expr))), Number(str(below)))
    return total(tuple(layout_of(t) for t in ordered_terms(expr)))


def _common_denominator(sum_: Any) -> Any:
    """q where every term of a sum of numbers with roots is over the same q: (1 + √5)/2, which SymPy takes apart."""
    if sum_.free_symbols or not any(t.has(Pow) for t in sum_.args):
        return 1
    denominators = {t.as_coeff_Mul()[0].q if t.as_coeff_Mul()[0].is_Rational else 1 for t in sum_.args}
    return denominators.pop() if len(denominators) == 1 else 1


@layout_of.register(Mul)
def _(expr: Any) -> Layout:
    number, rest = expr.as_coeff_mul()
    if not number.is_Rational:
        number, rest = Integer(1), expr.args
    top, bottom = [], []
    for f in rest:
        inverse = _inverse(f)
        if inverse is None:
            top.append(f)
        else:
            bottom.append(inverse)
    number = _under_one_root(number, top, bottom)
    above, below = _side_by_side(abs(number.p), top), _side_by_side(number.q, bottom)
    whole = above if below == ONE else fraction(above, below)
    return negative(whole) if number.p < 0 else whole


def _under_one_root(number: Any, top: list[Any], bottom: list[Any]) -> Any:
    """1/√(2π), which SymPy keeps as √2/(2√π): the roots moved under one sign, the number that is left returned."""
    half = Rational(1, 2)
    if Pow(sp.pi, half) in bottom:
        for f in top:
            if isinstance(f, Pow) and f.exp == half and f.base.is_Integer and number.q % int(f.base) == 0:
                top.remove(f)
                bottom[bottom.index(Pow(sp.pi, half))] = Pow(f.base * sp.pi, half, evaluate=False)
                return number * f.base
    return number


def _inverse(f: Any) -> Any:
    """1/f where that is what stands under the fraction bar: powers with a negative number, −n or −n − 1.

    e^(−x) stays above, and so does x^(1−n).
    """
    if isinstance(f, Pow) and f.exp.is_Rational and f.exp.is_negative:
        return Pow(f.base, -f.exp)
    if isinstance(f, Pow) and f.exp.free_symbols and all(s.is_integer for s in f.exp.free_symbols):
        if all(t.could_extract_minus_sign() for t in Add.make_args(f.exp)):
            return Pow(f.base, -f.exp)
    if isinstance(f, sp.exp) and f.args[0].is_Rational and f.args[0].is_negative:
        return sp.exp(-f.args[0])
    return None


def _side_by_side(number: int, factors: list[Any]) -> Layout:
    parts = [layout_of(f) for f in ordered_factors(factors)]
    if number != 1 or not parts:
        parts.insert(0, Number(str(number)))
    return product(tuple(parts))


@layout_of.register(Pow)
def _(expr: Any) -> Layout:
    inverse = _inverse(expr)
    if inverse is not None:
        return fraction(ONE, layout_of(inverse))
    return power(layout_of(expr.base), expr.exp)


@layout_of.register(sp.exp)
def _(expr: Any) -> Layout:
    inverse = _inverse(expr)
    return power(Sign("e"), expr.args[0]) if inverse is None else Fraction(ONE, layout_of(inverse))


def power(base: Layout, exponent: Any) -> Layout:
    """A power by the form of its exponent: √, ∛, sin²x or a raised exponent."""
    if exponent.is_Rational and exponent.p == 1 and exponent.q in (2, 3):
        return Root(base, None if exponent.q == 2 else Number("3"))
    return raised(base, layout_of(exponent))


def raised(base: Layout, exponent: Layout) -> Layout:
    """A raised exponent, on the function's name where that is the custom: sin²x, never sin⁻¹x."""
    if isinstance(base, Applied) and base.power is None and base.primes == 0 and base.order is None:
        head = HEADS.get(base.head)
        if head is not None and head.powered and isinstance(exponent, Number) and exponent.digits.isdigit():
            return Applied(base.head, base.arguments, exponent)
    return Script(base, exponent)
