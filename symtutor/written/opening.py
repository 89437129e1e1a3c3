"""A SymPy expression opened into Written, in the order a textbook prints it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

from sympy import Add, Basic, Integer, Mul, Pow, Rational

from .functions import FUNCTIONS
from .tree import Apply, Leaf, Minus, Power, Product, Quotient, Sum, Written

Inner: TypeAlias = Callable[[Any], Written]

_NAME_OF: dict[Any, str] = {}
for _name, _named in FUNCTIONS.items():
    if isinstance(_named.build, type):
        _NAME_OF.setdefault(_named.build, _name)


def open_expression(expr: Any) -> Written:
    """``expr`` as Written down to numbers and letters.  Terms fall in degree, as in a printed polynomial."""
    return _opened(expr, open_expression)


def open_once(expr: Any) -> Written:
    """``expr`` as Written at its outermost operation only; what that joins stays in leaves."""
    return _opened(expr, Leaf)


def _opened(expr: Any, inner: Inner) -> Written:
    if isinstance(expr, Add):
        return Sum(tuple(inner(t) for t in expr.as_ordered_terms()))
    if isinstance(expr, Mul):
        return _product(expr, inner)
    if isinstance(expr, Pow):
        if expr.exp.is_Rational and expr.exp < 0:
            return Quotient(Leaf(Integer(1)), inner(Pow(expr.base, -expr.exp)))
        if expr.exp == Rational(1, 2):
            return Apply("sqrt", (inner(expr.base),))
        return Power(inner(expr.base), inner(expr.exp))
    if isinstance(expr, Rational) and not isinstance(expr, Integer):
        top = Leaf(Integer(abs(expr.p)))
        return _signed(expr.p < 0, Quotient(top, Leaf(Integer(expr.q))))
    if isinstance(expr, Integer) and expr < 0:
        return Minus(Leaf(-expr))
    if isinstance(expr, Basic) and expr.args and type(expr) in _NAME_OF:
        return Apply(_NAME_OF[type(expr)], tuple(inner(a) for a in expr.args))
    return Leaf(expr)


def _product(expr: Any, inner: Inner) -> Written:
    negative = expr.could_extract_minus_sign() and expr.as_coeff_Mul()[0].is_negative
    if negative:
        expr = -expr
    # The fraction line stands where it is written: a sum of fractions inside a factor is not brought together.
    above, below = _above_and_below(expr)
    if below:
        return _signed(negative, Quotient(_row(above, inner), _row(below, inner)))
    if not isinstance(expr, Mul):
        return _signed(negative, inner(expr))
    return _signed(negative, _row(expr.as_ordered_factors(), inner))


def _above_and_below(expr: Any) -> tuple[list[Any], list[Any]]:
    """The factors above and below the fraction line."""
    above: list[Any] = []
    below: list[Any] = []
    factors = expr.as_ordered_factors() if isinstance(expr, Mul) else [expr]
    for f in factors:
        if isinstance(f, Rational) and f.q != 1:
            above += [Integer(f.p)] if f.p != 1 else []
            below.append(Integer(f.q))
        elif isinstance(f, Pow) and f.exp.is_Rational and f.exp < 0:
            below.append(Pow(f.base, -f.exp))
        else:
            above.append(f)
    return above, below


def _row(factors: list[Any], inner: Inner) -> Written:
    if len(factors) > 1:
        return Product(tuple(inner(f) for f in factors))
    return inner(factors[0]) if factors else Leaf(Integer(1))


def _signed(negative: bool, w: Written) -> Written:
    return Minus(w) if negative else w
