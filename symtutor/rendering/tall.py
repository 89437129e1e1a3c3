"""Mathematics that needs more than one line of characters."""

from __future__ import annotations

from sympy import Piecewise

from ..written import Cases, Grid, Leaf, Written, walk


def tall(w: Written) -> bool:
    """Whether ``w`` holds a matrix or cases."""
    return any(isinstance(n, (Grid, Cases)) or (isinstance(n, Leaf) and _tall_leaf(n)) for n in walk(w))


def _tall_leaf(leaf: Leaf) -> bool:
    return bool(leaf.expr.is_Matrix or leaf.expr.has(Piecewise)) if hasattr(leaf.expr, "has") else False
