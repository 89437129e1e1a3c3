"""The value at a point, over the reals, and which expressions are small enough to be multiplied out."""

from __future__ import annotations

from typing import Any

import sympy as sp
from sympy import Add, Expr, I, Mul, Pow, Symbol, nan, oo, zoo

from ...written import Leaf, Unvalued, substituted

# Beyond this degree a polynomial is not multiplied out to find its sign or its factors.
MOST_DEGREE = 60


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
