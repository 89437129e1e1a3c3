"""Which sign an expression has at all points close enough to a point, or far enough out."""

from __future__ import annotations

from typing import Any

import sympy as sp
from sympy import Abs, Add, Expr, Mul, Pow, Rational, Symbol, oo
from sympy.core.relational import Gt, Lt
from sympy.logic.boolalg import Boolean

from ..signs import Given, follows
from . import continuity
from .catalogue import ODD_AND_RISING, ODD_NEAR_ZERO
from .values import is_modest_polynomial, value_at, vanishes


def sign_near(e: Expr, x: Symbol, p: Expr, side: str, given: Given = ()) -> int | None:
    """1, −1 or 0 where ``e`` has that sign at all points close enough to p on ``side``, p itself excepted.

    ``side`` "+" means points to the right, "-" to the left, "" both; p may be ±∞.  ``None``: not known, or the
    sides differ.
    """
    if p in (oo, -oo):
        return (
            _polynomial_sign_at_infinity(e, x, p, given)
            if is_modest_polynomial(e, x)
            else _composed(e, x, p, "+", given)
        )
    if not side:
        right, left = sign_near(e, x, p, "+", given), sign_near(e, x, p, "-", given)
        return right if right == left else None
    if surely(continuity.continuous_at(e, x, p), given):
        value = value_at(e, x, p)
        known = None if value is None else _sign(value, given)
        if known in (1, -1):
            return known
    if is_modest_polynomial(e, x):
        t = Symbol("t_", real=True)
        shifted = sp.Poly(e.xreplace({x: p + t if side == "+" else p - t}), t)
        return _first_sign(reversed(shifted.all_coeffs()), given)
    return _composed(e, x, p, side, given)


def _composed(e: Expr, x: Symbol, p: Expr, side: str, given: Given) -> int | None:
    plain = _without_moduli(e, x, p, side, given)
    if plain != e:
        return sign_near(plain, x, p, side, given)
    if isinstance(e, Mul):
        return _product_sign([sign_near(f, x, p, side, given) for f in e.args])
    if isinstance(e, sp.exp):
        return 1
    if isinstance(e, Pow):
        return _power_sign(e, sign_near(e.base, x, p, side, given))
    if isinstance(e, Abs):
        inner = sign_near(e.args[0], x, p, side, given)
        return None if inner is None else abs(inner)
    if e.func in ODD_AND_RISING or (e.func in ODD_NEAR_ZERO and _tends_to_zero(e.args[0], x, p)):
        return sign_near(e.args[0], x, p, side, given)
    if isinstance(e, (sp.sin, sp.cos)) and p not in (oo, -oo):
        return _sign_at_zero_of_wave(e, x, p, side, given)
    if isinstance(e, sp.log):
        return sign_near(sp.expand(e.args[0] - 1), x, p, side, given)
    if isinstance(e, Add):
        return _sum_sign(e, x, p, side, given)
    return None


def _without_moduli(e: Expr, x: Symbol, p: Expr, side: str, given: Given) -> Expr:
    """``e`` with |u| exchanged for u or −u, where u keeps one sign on that side."""
    if not isinstance(e, Add):
        return e
    moduli = sorted((a for a in e.atoms(Abs) if a.has(x)), key=lambda a: a.sort_key())
    signs = {a: sign_near(a.args[0], x, p, side, given) for a in moduli}
    return e.xreplace({a: s * a.args[0] for a, s in signs.items() if s})


def _tends_to_zero(u: Expr, x: Symbol, p: Expr) -> bool:
    return p not in (oo, -oo) and continuity.continuous_at(u, x, p) == () and value_at(u, x, p) == 0


def _sum_sign(e: Add, x: Symbol, p: Expr, side: str, given: Given) -> int | None:
    signs = {sign_near(t, x, p, side, given) for t in e.args}
    if signs == {1} or signs == {-1}:
        return signs.pop()
    whole = sp.factor_terms(e)
    if isinstance(whole, Mul):
        return sign_near(whole, x, p, side, given)
    # c (f(u) − f(u₀)) has the sign of c (u − u₀) where f rises, and cos u − 1 is never positive.
    constant, rest = e.as_independent(x, as_Add=True)
    c, kernel = rest.as_independent(x, as_Add=False)
    outer = _sign(c, given)
    if outer is None or p in (oo, -oo):
        return None
    start = value_at(kernel, x, p)
    if start is None or not vanishes(c * start + constant):
        return None
    if isinstance(kernel, sp.cos) and _tends_to_zero(kernel.args[0], x, p):
        inner = sign_near(kernel.args[0], x, p, side, given)
        return None if inner is None else -outer * abs(inner)
    if not _rises(kernel):
        return None
    u = kernel.base if isinstance(kernel, Pow) else kernel.args[0]
    start = value_at(u, x, p)
    inner = None if start is None else sign_near(sp.expand(u - start), x, p, side, given)
    return None if inner is None else outer * inner


def _rises(f: Expr) -> bool:
    """Whether the outer function is strictly increasing on its whole domain."""
    if isinstance(f, Pow):
        r = f.exp
        return isinstance(r, Rational) and r > 0 and (r.q % 2 == 0 or (r.p % 2 == 1 and r.q % 2 == 1))
    return isinstance(f, (sp.exp, sp.log)) or f.func in ODD_AND_RISING - {sp.sign}


def _sign_at_zero_of_wave(e: Expr, x: Symbol, p: Expr, side: str, given: Given) -> int | None:
    """The sign of sin u or cos u on a side of a zero: sin u = cos(u₀) sin(u − u₀) there."""
    u = e.args[0]
    start = value_at(u, x, p)
    if start is None or continuity.continuous_at(u, x, p) != () or value_at(e, x, p) != 0:
        return None
    turned = _sign(sp.cos(start) if isinstance(e, sp.sin) else -sp.sin(start), given)
    inner = sign_near(sp.expand(u - start), x, p, side, given)
    return None if turned is None or inner is None else turned * inner


def _power_sign(e: Pow, base: int | None) -> int | None:
    if base is None:
        return None
    if base == 1:
        return 1
    if base == 0 or not isinstance(e.exp, Rational) or e.exp.q % 2 == 0:
        return None
    return 1 if e.exp.p % 2 == 0 else -1


def _product_sign(signs: list[int | None]) -> int | None:
    product = 1
    for s in signs:
        if s is None:
            return None
        product *= s
    return product


def _sign(value: Expr, given: Given) -> int | None:
    if value == 0:
        return 0
    if follows(Gt(value, 0), given):
        return 1
    return -1 if follows(Lt(value, 0), given) else None


def _first_sign(coefficients: Any, given: Given) -> int | None:
    """The sign of the first coefficient that is not zero."""
    for a in coefficients:
        s = _sign(sp.expand(a), given)
        if s != 0:
            return s
    return 0


def _polynomial_sign_at_infinity(e: Expr, x: Symbol, p: Expr, given: Given) -> int | None:
    t = Symbol("t_", real=True)
    poly = sp.Poly(e.xreplace({x: t if p == oo else -t}), t)
    return _first_sign(poly.all_coeffs(), given)


def surely(conditions: tuple[Boolean, ...] | None, given: Given) -> bool:
    """Whether all conditions are there and follow."""
    return conditions is not None and all(follows(c, given) for c in conditions)
