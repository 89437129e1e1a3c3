"""Layouts of what states or asks: relations, conditions, sets, cases, derivatives, integrals and sums in SymPy."""

from __future__ import annotations

from typing import Any

import sympy as sp
from sympy import Basic, Integer
from sympy.core.relational import Relational
from sympy.logic.boolalg import And, Not, Or

from .expressions import layout_of
from .layout import (
    Applied,
    Big,
    CaseTable,
    Chain,
    Differentiation,
    Fence,
    Integration,
    Joined,
    Layout,
    Limit,
    Sign,
    Words,
)

SIGN_OF = {
    sp.Eq: "=", sp.Ne: "≠", sp.Lt: "<", sp.Le: "≤", sp.Gt: ">", sp.Ge: "≥",
}  # fmt: skip
TURNED = {"<": ">", "≤": "≥", ">": "<", "≥": "≤", "=": "=", "≠": "≠"}


def _relation(condition: Any) -> tuple[Any, str, Any]:
    """left, sign, right with a lone number on the right: 0 < x reads x > 0."""
    left, right, sign = condition.lhs, condition.rhs, SIGN_OF[type(condition)]
    if not left.free_symbols and right.free_symbols:
        return right, TURNED[sign], left
    return left, sign, right


@layout_of.register(Relational)
def _(expr: Any) -> Layout:
    if type(expr) not in SIGN_OF:
        return Chain((str(expr.rel_op),), (layout_of(expr.lhs), layout_of(expr.rhs)))
    left, sign, right = _relation(expr)
    return Chain((sign,), (layout_of(left), layout_of(right)))


@layout_of.register(And)
def _(expr: Any) -> Layout:
    parts = _from_a_to_z(expr.args)
    lower, upper = _ends(parts)
    pieces: list[Layout] = []
    for part in parts:
        if part is lower:
            low, high = _relation(lower), _relation(upper)
            pieces.append(Chain((TURNED[low[1]], high[1]), (layout_of(low[2]), layout_of(low[0]), layout_of(high[2]))))
        elif part is not upper:
            pieces.append(layout_of(part))
    return pieces[0] if len(pieces) == 1 else Joined("and", tuple(pieces))


def _from_a_to_z(conditions_: Any) -> list[Any]:
    """Conditions by their letters, and those on one letter from left to right: x < 0 or x > 1."""

    def key(condition: Any) -> tuple[Any, ...]:
        letters = sorted(s.name for s in condition.free_symbols)
        bound: Any = _relation(condition)[2] if type(condition) in SIGN_OF else None
        known = bound is not None and not bound.free_symbols and bound.is_comparable
        return (letters, (0, float(bound)) if known else (1, 0.0), condition.sort_key())

    return sorted(conditions_, key=key)


def _ends(parts: list[Any]) -> tuple[Any, Any]:
    """The first pair a < f and f < b among the parts, which reads a < f < b; (None, None) if there is none."""
    for low in parts:
        for high in parts:
            if isinstance(low, Relational) and isinstance(high, Relational):
                above, below = _relation(low), _relation(high)
                if above[0] == below[0] and above[1] in (">", "≥") and below[1] in ("<", "≤"):
                    return low, high
    return None, None


@layout_of.register(Or)
def _(expr: Any) -> Layout:
    return Joined("or", tuple(layout_of(a) for a in _from_a_to_z(expr.args)))


@layout_of.register(Not)
def _(expr: Any) -> Layout:
    return Words(("not (", layout_of(expr.args[0]), ")"))


@layout_of.register(sp.Contains)
def _(expr: Any) -> Layout:
    return Chain(("∈",), (layout_of(expr.args[0]), layout_of(expr.args[1])))


@layout_of.register(sp.Interval)
def _(expr: Any) -> Layout:
    left, right = "(" if expr.left_open else "[", ")" if expr.right_open else "]"
    return Fence(left, (layout_of(expr.start), layout_of(expr.end)), right)


@layout_of.register(sp.FiniteSet)
def _(expr: Any) -> Layout:
    return Fence("{", tuple(layout_of(a) for a in expr.args), "}")


@layout_of.register(sp.Union)
def _(expr: Any) -> Layout:
    return Joined("union", tuple(layout_of(a) for a in _from_left_to_right(expr.args)))


@layout_of.register(sp.Intersection)
def _(expr: Any) -> Layout:
    return Joined("intersection", tuple(layout_of(a) for a in _from_left_to_right(expr.args)))


@layout_of.register(sp.Complement)
def _(expr: Any) -> Layout:
    return Joined("without", (layout_of(expr.args[0]), layout_of(expr.args[1])))


def _from_left_to_right(sets: Any) -> list[Any]:
    def left_end(s: Any) -> tuple[Any, ...]:
        end: Any = s.start if isinstance(s, sp.Interval) else s.args[0] if isinstance(s, sp.FiniteSet) else None
        known = end is not None and end.is_comparable
        return (0, float(end)) if known else (1, 0.0)

    return sorted(sorted(sets, key=lambda s: s.sort_key()), key=left_end)


@layout_of.register(sp.ConditionSet)
def _(expr: Any) -> Layout:
    variable, condition = expr.args[0], expr.args[1]
    return Fence("{", (Words((layout_of(variable), " : ", layout_of(condition))),), "}")


@layout_of.register(sp.ImageSet)
def _(expr: Any) -> Layout:
    function, *domains = expr.args
    members = [Chain(("∈",), (layout_of(x), layout_of(d))) for x, d in zip(function.variables, domains)]
    inside: list[str | Layout] = [layout_of(function.expr), " : "]
    for place, member in enumerate(members):
        inside += [", ", member] if place else [member]
    return Fence("{", (Words(tuple(inside)),), "}")


@layout_of.register(sp.Piecewise)
def _(expr: Any) -> Layout:
    return CaseTable(tuple((layout_of(value), None if when == True else layout_of(when)) for value, when in expr.args))  # noqa: E712


@layout_of.register(sp.Derivative)
def _(expr: Any) -> Layout:
    runs = tuple(expr.variable_count)
    inside = expr.expr
    variable, order = runs[0]
    if isinstance(inside, sp.core.function.AppliedUndef) and inside.args == (variable,) and len(runs) == 1:
        function, argument = inside.func.__name__, (layout_of(variable),)
        if order.is_Integer and order <= 3:
            return Applied(function, argument, primes=int(order))
        return Applied(function, argument, order=layout_of(order))
    partial = len(inside.free_symbols) > 1 and isinstance(inside, sp.Function)
    return differentiation(
        layout_of(inside), tuple((layout_of(x), n) for x, n in runs), partial or len({x for x, _ in runs}) > 1
    )


def differentiation(of: Layout, runs: tuple[tuple[Layout, Any], ...], partial: bool) -> Differentiation:
    """d/dx of a body.  ``runs`` are in the order they are carried out, so that the last stands leftmost: ∂²/∂y∂x."""
    orders = sum((n for _, n in runs), Integer(0))
    variables = tuple((x, None if n == 1 else layout_of(n)) for x, n in reversed(runs))
    return Differentiation(of, variables, None if orders == 1 else layout_of(orders), partial)


@layout_of.register(sp.Integral)
def _(expr: Any) -> Layout:
    body = layout_of(expr.function)
    for limits in expr.limits:
        ends = tuple(layout_of(e) for e in limits[1:]) if len(limits) == 3 else (None, None)
        body = Integration(body, layout_of(limits[0]), *ends)
    return body


@layout_of.register(sp.Sum)
@layout_of.register(sp.Product)
def _(expr: Any) -> Layout:
    body = layout_of(expr.function)
    for index, lower, upper in expr.limits:
        body = Big(body, layout_of(index), layout_of(lower), layout_of(upper), isinstance(expr, sp.Product))
    return body


@layout_of.register(sp.Limit)
def _(expr: Any) -> Layout:
    of, variable, point, side = expr.args
    way = "" if str(side) == "+-" or point.is_infinite else str(side)
    return Limit(layout_of(of), layout_of(variable), layout_of(point), way)


@layout_of.register(sp.Order)
def _(expr: Any) -> Layout:
    return Applied("O", (layout_of(expr.expr),))


@layout_of.register(sp.core.function.Lambda)
def _(expr: Any) -> Layout:
    names = tuple(layout_of(x) for x in expr.variables)
    return Chain(("↦",), (names[0] if len(names) == 1 else Fence("(", names, ")"), layout_of(expr.expr)))


def conditions(parts: tuple[Basic, ...]) -> Layout:
    """Several conditions as one line: −1 < x < 1, x ≠ 0 and y > 0."""
    whole: Any = And(*parts, evaluate=False) if len(parts) > 1 else parts[0] if parts else Sign("true")
    return whole if isinstance(whole, Layout) else layout_of(whole)
