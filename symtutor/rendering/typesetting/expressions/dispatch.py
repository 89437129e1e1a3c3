"""The layout of a SymPy object by its kind; what nothing knows is written as name(arguments)."""

from __future__ import annotations

from functools import singledispatch
from typing import Any

from sympy import Basic

from ..layout import Applied, Layout, Letter


@singledispatch
def layout_of(expr: Any) -> Layout:
    """The layout of a SymPy object."""
    name = type(expr).__name__
    arguments = getattr(expr, "args", ())
    if not arguments:
        return Letter(getattr(expr, "name", name))
    return Applied(name, tuple(layout_of(a) for a in arguments))


@layout_of.register(Basic)
def _(expr: Any) -> Layout:
    name = type(expr).__name__
    if not expr.args:
        return Letter(getattr(expr, "name", name))
    return Applied(name, tuple(layout_of(a) for a in expr.args))
