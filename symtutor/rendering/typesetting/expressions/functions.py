"""Functions of SymPy by the names and forms that the field gives them."""

from __future__ import annotations

from typing import Any

import sympy as sp
from sympy.core.function import AppliedUndef

from ....written.functions import FUNCTIONS
from ..layout import Applied, At, Choose, Factorial, Fence, Layout, Number, Root, Script, Sign
from .dispatch import layout_of

NAME_OF: dict[Any, str] = {
    **{named.build: name for name, named in FUNCTIONS.items() if isinstance(named.build, type)},
    sp.Heaviside: "heaviside",
    sp.DiracDelta: "dirac",
    sp.re: "re",
    sp.im: "im",
    sp.arg: "arg",
}


def applied(name: str, arguments: tuple[Layout, ...]) -> Layout:
    """A named function on its arguments, in the form that the field writes it."""
    first = arguments[0]
    if name == "exp":
        return Script(Sign("e"), first)
    if name == "sqrt":
        return Root(first)
    if name == "cbrt":
        return Root(first, Number("3"))
    if name == "root":
        return Root(arguments[1], first)
    if name == "log":
        return Applied("log", arguments[1:], base=first)
    if name in _FENCES:
        left, right = _FENCES[name]
        return Fence(left, arguments, right)
    if name == "factorial":
        return Factorial(first)
    if name == "binomial":
        return Choose(*arguments)
    return Applied(name, arguments)


_FENCES = {"abs": ("|", "|"), "floor": ("⌊", "⌋"), "ceil": ("⌈", "⌉")}


@layout_of.register(sp.Function)
def _(expr: Any) -> Layout:
    name = NAME_OF.get(type(expr), type(expr).__name__)
    arguments = expr.args[:1] if name == "heaviside" else expr.args
    return applied(name, tuple(layout_of(a) for a in arguments))


@layout_of.register(sp.polygamma)
def _(expr: Any) -> Layout:
    order, argument = expr.args
    return Applied("digamma", (layout_of(argument),), order=None if order == 0 else layout_of(order))


@layout_of.register(sp.Max)
@layout_of.register(sp.Min)
def _(expr: Any) -> Layout:
    # Numbers first, as in max(0, x); the rest in a fixed order.
    ordered = sorted(expr.args, key=lambda a: (bool(a.free_symbols), a.sort_key()))
    return Applied(NAME_OF[type(expr)], tuple(layout_of(a) for a in ordered))


@layout_of.register(AppliedUndef)
def _(expr: Any) -> Layout:
    return Applied(expr.func.__name__, tuple(layout_of(a) for a in expr.args))


@layout_of.register(sp.Subs)
def _(expr: Any) -> Layout:
    inside, variables, values = expr.args
    if isinstance(inside, sp.Derivative) and len(variables) == 1 and inside.expr.args == tuple(variables):
        primed = layout_of(inside)
        if isinstance(primed, Applied):
            return Applied(primed.head, (layout_of(values[0]),), primes=primed.primes, order=primed.order)
    return At(layout_of(inside), tuple((layout_of(v), layout_of(p)) for v, p in zip(variables, values)))
