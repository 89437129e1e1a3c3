"""What happens near a point: where an expression is continuous or smooth there, and which sign it has close by.

Everything here is one-sided in the logician's sense: an answer is given only when it is sure.  ``None`` means
"not known".  Nothing is sampled and no limit is taken; continuity is read off the way an expression is built.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy as sp
from sympy import Abs, Add, Expr, I, Max, Min, Mul, Piecewise, Pow, Rational, Symbol, nan, oo, zoo
from sympy.core.relational import Ge, Gt, Le, Lt, Ne, Relational
from sympy.logic.boolalg import And, Boolean, Or, false, true

from ..written import Leaf, Unvalued, substituted
from ..written.functions import gelu, sigmoid, softplus
from .signs import Given, follows

# Continuous, indeed smooth, on the whole line.
ENTIRE: frozenset[Any] = frozenset(
    {sp.sin, sp.cos, sp.exp, sp.atan, sp.sinh, sp.cosh, sp.tanh, sp.asinh, sp.sech, sp.erf, sp.erfc, sp.Si,
     sigmoid, softplus, gelu}
)  # fmt: skip

# Smooth on the open set that the condition on the argument describes.
SMOOTH_WHERE: dict[Any, Callable[[Any], Boolean]] = {
    sp.log: lambda u: Gt(u, 0),
    sp.tan: lambda u: Ne(sp.cos(u), 0),
    sp.sec: lambda u: Ne(sp.cos(u), 0),
    sp.cot: lambda u: Ne(sp.sin(u), 0),
    sp.csc: lambda u: Ne(sp.sin(u), 0),
    sp.asin: lambda u: Gt(1 - Abs(u), 0),
    sp.acos: lambda u: Gt(1 - Abs(u), 0),
    sp.asec: lambda u: Gt(Abs(u) - 1, 0),
    sp.acsc: lambda u: Gt(Abs(u) - 1, 0),
    sp.acot: lambda u: Ne(u, 0),
    sp.acosh: lambda u: Gt(u, 1),
    sp.atanh: lambda u: Gt(1 - Abs(u), 0),
    sp.acoth: lambda u: Gt(Abs(u) - 1, 0),
    sp.asech: lambda u: Gt(u, 0) & Lt(u, 1),
    sp.acsch: lambda u: Ne(u, 0),
    sp.coth: lambda u: Ne(u, 0),
    sp.csch: lambda u: Ne(u, 0),
    sp.gamma: lambda u: Gt(u, 0),
    sp.sign: lambda u: Ne(u, 0),
    sp.Heaviside: lambda u: Ne(u, 0),
    sp.floor: lambda u: Ne(u, sp.floor(u)),
    sp.ceiling: lambda u: Ne(u, sp.floor(u)),
}

# f(u) has the sign of u.
ODD_AND_RISING: frozenset[Any] = frozenset(
    {sp.sinh, sp.asin, sp.atan, sp.tanh, sp.asinh, sp.atanh, sp.erf, sp.sign}
)  # fmt: skip
# f(u) has the sign of u for small u only.
ODD_NEAR_ZERO: frozenset[Any] = frozenset({sp.tan})


class _NotKnown(Exception):
    """Continuity cannot be read off."""


def value_at(e: Expr, x: Symbol, p: Expr) -> Expr | None:
    """The value of ``e`` at x = p over the reals (odd roots are real); ``None`` where it is undefined."""
    try:
        value: Any = substituted(Leaf(e), Leaf(x), Leaf(p)).value()
    except (Unvalued, ArithmeticError, TypeError, ValueError):
        return None
    if value.has(x):
        value = value.xreplace({x: p})
    if value.has(nan, zoo, oo, I) or value.has(-oo) or isinstance(value, sp.AccumBounds):
        return None
    return value if isinstance(value, Expr) else None


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


def vanishes(e: Expr) -> bool:
    """Whether ``e`` is zero by the rules of algebra and sin² + cos² = 1.  False where that is not clear."""
    if e == 0:
        return True
    if too_large_to_expand(e):
        return False
    top = sp.expand(sp.fraction(sp.together(e))[0])
    if top == 0:
        return True
    squares = {
        node: (1 - sp.cos(node.base.args[0]) ** 2) ** (node.exp // 2) * node.base ** (node.exp % 2)
        for node in top.atoms(Pow)
        if isinstance(node.base, sp.sin) and node.exp.is_Integer and node.exp > 1
    }
    return bool(squares) and sp.expand(top.xreplace(squares)) == 0


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
    return (end == 1 or (end == -1 and e.func != sp.acosh)) and sign_near(
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
    elif value == 0 and not smooth and exponent.is_positive and sign_near(base, x, p, side) == 1:
        return  # an even root at the end of its domain, approached from within
    elif not exponent.has(x) and exponent.is_integer:
        found.append(Ne(value, 0))
    else:
        found.append(Gt(value, 0))


def piece_at(e: Piecewise, x: Symbol, p: Expr) -> Expr:
    """The piece that holds on a whole neighbourhood of p.  Raises where p is a break or that is not decided."""
    for piece, condition in e.args:
        held = _holds_around(condition, x, p)
        if held is None:
            raise _NotKnown
        if held:
            return piece
    raise _NotKnown


def _holds_around(c: Boolean, x: Symbol, p: Expr) -> bool | None:
    return holds_near(c, x, p, "", ())


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
    if value is not None and follows(Ne(value, 0), given) and _surely(continuous_at(e, x, p), given):
        return True
    if side:
        return sign_near(e, x, p, side, given) in (1, -1)
    return all(sign_near(e, x, p, s, given) in (1, -1) for s in "+-")


def _surely(conditions: tuple[Boolean, ...] | None, given: Given) -> bool:
    return conditions is not None and all(follows(c, given) for c in conditions)


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
    if _surely(continuous_at(e, x, p), given):
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
    return p not in (oo, -oo) and continuous_at(u, x, p) == () and value_at(u, x, p) == 0


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
    if start is None or continuous_at(u, x, p) != () or value_at(e, x, p) != 0:
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


# Beyond this degree a polynomial is not multiplied out to find its sign or its factors.
MOST_DEGREE = 60


def too_large_to_expand(e: Expr) -> bool:
    """Whether multiplying ``e`` out would open a power of a sum with a large exponent."""
    return any(isinstance(n.base, Add) and n.exp.is_Integer and n.exp > MOST_DEGREE for n in e.atoms(Pow))


def is_modest_polynomial(e: Expr, x: Symbol) -> bool:
    """Whether ``e`` is a polynomial in x of a degree that may be multiplied out."""
    return bool(e.is_polynomial(x)) and _degree_bound(e, x) <= MOST_DEGREE


def _degree_bound(e: Expr, x: Symbol) -> int:
    """A bound of the degree, read off without multiplying out."""
    if not e.has(x):
        return 0
    if isinstance(e, Add):
        return max(_degree_bound(t, x) for t in e.args)
    if isinstance(e, Mul):
        return sum(_degree_bound(f, x) for f in e.args)
    if isinstance(e, Pow):
        return int(e.exp) * _degree_bound(e.base, x)
    return 1


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


def _sign_composed_at_infinity(e: Expr, x: Symbol, p: Expr, given: Given) -> int | None:
    return _composed(e, x, p, "+", given)


def _polynomial_sign_at_infinity(e: Expr, x: Symbol, p: Expr, given: Given) -> int | None:
    t = Symbol("t_", real=True)
    poly = sp.Poly(e.xreplace({x: t if p == oo else -t}), t)
    return _first_sign(poly.all_coeffs(), given)
