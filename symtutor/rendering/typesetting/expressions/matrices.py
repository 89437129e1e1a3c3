"""Matrices, what is done with them, and tuples."""

from __future__ import annotations

from typing import Any

import sympy as sp
from sympy.matrices.matrixbase import MatrixBase

from ..layout import Array, Fence, Layout, Letter, Script, product, total
from .dispatch import layout_of


@layout_of.register(MatrixBase)
def _(expr: Any) -> Layout:
    rows, columns = expr.shape
    return Array(tuple(tuple(layout_of(expr[i, j]) for j in range(columns)) for i in range(rows)))


@layout_of.register(sp.MatMul)
def _(expr: Any) -> Layout:
    return product(tuple(layout_of(a) for a in expr.args))


@layout_of.register(sp.MatAdd)
def _(expr: Any) -> Layout:
    return total(tuple(layout_of(a) for a in expr.args))


@layout_of.register(sp.MatPow)
@layout_of.register(sp.Inverse)
def _(expr: Any) -> Layout:
    return Script(layout_of(expr.args[0]), layout_of(expr.args[1]))


@layout_of.register(sp.Transpose)
def _(expr: Any) -> Layout:
    return Script(layout_of(expr.args[0]), Letter("T"))


@layout_of.register(sp.MatrixSymbol)
def _(expr: Any) -> Layout:
    return Letter(expr.name)


@layout_of.register(sp.Identity)
def _(expr: Any) -> Layout:
    return Letter("I")


@layout_of.register(sp.Tuple)
def _(expr: Any) -> Layout:
    return Fence("(", tuple(layout_of(a) for a in expr), ")")
