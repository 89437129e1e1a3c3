"""A SymPy expression opened into Written, in the order a textbook prints it."""

from __future__ import annotations

from typing import Any

from sympy import Add, Basic, Integer, Mul, Pow, Rational

from .functions import FUNCTIONS
from .tree import Apply, Leaf, Minus, Power, Product, Quotient, Sum, Written

_NAME_OF: dict[Any, str] = {}
for _name, _named in FUNCTIONS.items():
    if isinstance(_named.build, type):
        _NAME_OF.setdefault(_named.build, _name)


def open_expression(expr: Any) -> Written:
    """``expr`` as Written down to numbers and letters.  Terms fall in degree, as in a printed polynomial."""
    if isinstance(expr, Add):
        return Sum(tuple(open_expression(t) for t in expr.as_ordered_terms()))
    if isinstance(expr, Mul):
        return _product(expr)
    if isinstance(expr, Pow):
        if expr.exp.is_Rational and expr.exp < 0:
            return Quotient(Leaf(Integer(1)), open_expression(Pow(expr.base, -expr.exp)))
        if expr.exp == Rational(1, 2):
            return Apply("sqrt", (open_expression(expr.base),))
        return Power(open_expression(expr.base), open_expression(expr.exp))
    if isinstance(expr, Rational) and not isinstance(expr, Integer):
        top = Leaf(Integer(abs(expr.p)))
        return _signed(expr.p < 0, Quotient(top, Leaf(Integer(expr.q))))
    if isinstance(expr, Integer) and expr < 0:
        return Minus(Leaf(-expr))
    if isinstance(expr, Basic) and expr.args and type(expr) in _NAME_OF:
        return Apply(_NAME_OF[type(expr)], tuple(open_expression(a) for a in expr.args))
    return Leaf(expr)


def _product(expr: Any) -> Written:
    negative = expr.could_extract_minus_sign() and expr.as_coeff_Mul()[0].is_negative
    if negative:
        expr = -expr
    top, bottom = expr.as_numer_denom() if _is_fraction(expr) else (expr, Integer(1))
    if bottom != 1:
        return _signed(negative, Quotient(open_expression(top), open_expression(bottom)))
    if not isinstance(expr, Mul):
        return _signed(negative, open_expression(expr))
    return _signed(negative, Product(tuple(open_expression(f) for f in expr.as_ordered_factors())))


def _is_fraction(expr: Any) -> bool:
    return any(_has_denominator(f) for f in Mul.make_args(expr))


def _has_denominator(factor: Any) -> bool:
    if isinstance(factor, Rational):
        return bool(factor.q != 1)
    return bool(isinstance(factor, Pow) and factor.exp.is_Rational and factor.exp < 0)


def _signed(negative: bool, w: Written) -> Written:
    return Minus(w) if negative else w
