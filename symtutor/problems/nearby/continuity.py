"""Where an expression is continuous or smooth, read off the way it is built.

Whether an even root is continuous at the end of its domain is a question of sign, and a sign close by is often known
by continuity: this file and ``signs`` ask one another, each about smaller expressions.
"""

from __future__ import annotations

import sympy as sp
from sympy import Abs, Add, Expr, Max, Min, Mul, Piecewise, Pow, Rational, Symbol, oo
from sympy.core.relational import Gt, Lt, Ne
from sympy.logic.boolalg import Boolean, false, true

from . import conditions, signs
from .catalogue import ENTIRE, SMOOTH_WHERE
from .values import value_at, vanishes


class _NotKnown(Exception):
    """Continuity cannot be read off."""


def continuous_at(e: Expr, x: Symbol, p: Expr, side: str = "") -> tuple[Boolean, ...] | None:
    """Conditions on the parameters under which ``e`` is continuous at x = p and defined close by on ``side``.

    ``None``: it is not, or that cannot be read off.  At an end of its domain, as √x at 0, an expression is
    continuous from the side on which it is defined, and not from the other.
    """
    return _conditions(e, x, p, side, smooth=False)


def smooth_at(e: Expr, x: Symbol, p: Expr) -> tuple[Boolean, ...] | None:
    """Conditions on the parameters under which ``e`` is differentiable at x = p by the rules of differentiation."""
    return _conditions(e, x, p, "", smooth=True)


def _conditions(e: Expr, x: Symbol, p: Expr, side: str, smooth: bool) -> tuple[Boolean, ...] | None:
    if p in (oo, -oo):
        return None
    found: list[Boolean] = []
    try:
        _require(e, x, p, side, smooth, found)
    except (_NotKnown, TypeError):
        return None
    kept = [c for c in dict.fromkeys(found) if c != true]
    if any(_fails(c) for c in kept):
        return None
    return tuple(kept)


def _fails(c: Boolean) -> bool:
    """Whether a condition is false, can never hold, or speaks of numbers and is not decided."""
    if c == false or not c.free_symbols:
        return True
    return isinstance(c, (Ne, Gt, Lt)) and vanishes(c.lhs - c.rhs)


def _at(e: Expr, x: Symbol, p: Expr) -> Expr:
    value = value_at(e, x, p)
    if value is None:
        raise _NotKnown
    return value


def _require(e: Expr, x: Symbol, p: Expr, side: str, smooth: bool, found: list[Boolean]) -> None:
    if not e.has(x) or e == x:
        return
    if isinstance(e, Piecewise):
        _require(piece_at(e, x, p), x, p, side, smooth, found)
        return
    if isinstance(e, Pow):
        _require_power(e, x, p, side, smooth, found)
        return
    for part in e.args:
        _require(part, x, p, side, smooth, found)
    if isinstance(e, (Add, Mul)) or e.func in ENTIRE:
        return
    if isinstance(e, Abs):
        if smooth:
            found.append(Ne(_at(e.args[0], x, p), 0))
    elif isinstance(e, (Max, Min)):
        if smooth:
            values = [_at(a, x, p) for a in e.args]
            found += [Ne(a, b) for i, a in enumerate(values) for b in values[i + 1 :]]
    elif e.func in SMOOTH_WHERE:
        if e.func in (sp.asin, sp.acos, sp.acosh) and not smooth and _at_end(e, x, p, side):
            return
        found.append(SMOOTH_WHERE[e.func](_at(e.args[0], x, p)))
    else:
        raise _NotKnown


def _at_end(e: Expr, x: Symbol, p: Expr, side: str) -> bool:
    """Whether the argument reaches an end of the closed domain at p, from within."""
    u = e.args[0]
    end = _at(u, x, p)
    return (end == 1 or (end == -1 and e.func != sp.acosh)) and signs.sign_near(
        sp.expand((u - end) * (1 if e.func == sp.acosh else -end)), x, p, side
    ) == 1


def _require_power(e: Pow, x: Symbol, p: Expr, side: str, smooth: bool, found: list[Boolean]) -> None:
    base, exponent = e.base, e.exp
    _require(base, x, p, side, smooth, found)
    _require(exponent, x, p, side, smooth, found)
    value = _at(base, x, p)
    if isinstance(exponent, Rational) and exponent.q % 2 == 1:
        # Real odd roots are continuous everywhere, and differentiable at 0 from exponent 1 on.
        if exponent < 0 or (smooth and exponent < 1):
            found.append(Ne(value, 0))
    elif value == 0 and not smooth and exponent.is_positive and signs.sign_near(base, x, p, side) == 1:
        return  # an even root at the end of its domain, approached from within
    elif not exponent.has(x) and exponent.is_integer:
        found.append(Ne(value, 0))
    else:
        found.append(Gt(value, 0))


def piece_at(e: Piecewise, x: Symbol, p: Expr) -> Expr:
    """The piece that holds on a whole neighbourhood of p.  Raises where p is a break or that is not decided."""
    for piece, condition in e.args:
        held = conditions.holds_near(condition, x, p, "", ())
        if held is None:
            raise _NotKnown
        if held:
            return piece
    raise _NotKnown
