"""Whether a condition holds, or fails, at all points close enough to a point."""

from __future__ import annotations

import sympy as sp
from sympy import Expr, Mul, Pow, Symbol, oo
from sympy.core.relational import Ge, Gt, Le, Lt, Ne, Relational
from sympy.logic.boolalg import And, Boolean, Or, false, true

from ..signs import Given, follows
from .continuity import continuous_at
from .signs import sign_near, surely
from .values import is_modest_polynomial, value_at


def holds_near(c: Boolean, x: Symbol, p: Expr, side: str, given: Given) -> bool | None:
    """Whether ``c`` holds (True) or fails (False) at all points close enough to p on ``side``, p itself excepted."""
    if c in (true, false):
        return bool(c)
    if isinstance(c, (And, Or)):
        parts = [holds_near(a, x, p, side, given) for a in c.args]
        decisive = isinstance(c, Or)
        if any(h is decisive for h in parts):
            return decisive
        return None if any(h is None for h in parts) else not decisive
    if not isinstance(c, Relational):
        return None
    s = sign_near(c.lhs - c.rhs, x, p, side, given)
    if s is None:
        if isinstance(c, Ne) and _nonzero_near(c.lhs - c.rhs, x, p, side, given):
            return True
        return None
    if isinstance(c, Gt):
        return s > 0
    if isinstance(c, Ge):
        return s >= 0
    if isinstance(c, Lt):
        return s < 0
    if isinstance(c, Le):
        return s <= 0
    return (s != 0) is isinstance(c, Ne)


def _nonzero_near(e: Expr, x: Symbol, p: Expr, side: str, given: Given) -> bool:
    """Nonzero close by, where the sign is not known or differs between the sides."""
    if isinstance(e, Mul):
        return all(_nonzero_near(f, x, p, side, given) for f in e.args)
    if isinstance(e, Pow) and e.exp.is_number and e.exp.is_positive:
        return _nonzero_near(e.base, x, p, side, given)
    if is_modest_polynomial(e, x):
        # A polynomial with one coefficient that is not zero has finitely many zeros, so none close enough.
        return any(follows(Ne(a, 0), given) for a in sp.Poly(e, x).coeffs())
    value = value_at(e, x, p) if p not in (oo, -oo) else None
    if value is not None and follows(Ne(value, 0), given) and surely(continuous_at(e, x, p), given):
        return True
    if side:
        return sign_near(e, x, p, side, given) in (1, -1)
    return all(sign_near(e, x, p, s, given) in (1, -1) for s in "+-")
