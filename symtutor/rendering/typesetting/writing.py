"""From Written to its layout, keeping the order and the form that was written."""

from __future__ import annotations

from functools import singledispatch
from typing import Any

from sympy.logic.boolalg import true

from ...written import (
    Apply,
    BackSubstitution,
    Bracket,
    Cases,
    DerivativeOf,
    Grid,
    Hole,
    IntegralOf,
    Leaf,
    LimitOf,
    Listing,
    Minus,
    Numeral,
    Phrase,
    Power,
    Product,
    Quotient,
    Relation,
    Sum,
    SumOf,
    Written,
)
from .expressions import applied, layout_of, raised
from .layout import (
    Array,
    At,
    Big,
    CaseTable,
    Chain,
    Differentiation,
    Ends,
    Fence,
    Integration,
    Layout,
    Limit,
    Number,
    Words,
    fraction,
    negative,
    product,
    total,
)
from .statements import differentiation


@singledispatch
def typeset(written: Any) -> Layout:
    """The layout of a piece of writing.  Raises ``TypeError`` for what is no ``Written``."""
    raise TypeError(f"a {type(written).__name__} is no written mathematics; wrap it with write(...)")


@typeset.register
def _(written: Leaf) -> Layout:
    return layout_of(written.expr)


@typeset.register
def _(written: Numeral) -> Layout:
    return Number(written.digits)


@typeset.register
def _(written: Sum) -> Layout:
    return total(tuple(typeset(t) for t in written.terms))


@typeset.register
def _(written: Product) -> Layout:
    return product(tuple(typeset(f) for f in written.factors))


@typeset.register
def _(written: Quotient) -> Layout:
    return fraction(typeset(written.top), typeset(written.bottom))


@typeset.register
def _(written: Power) -> Layout:
    return raised(typeset(written.base), typeset(written.exponent))


@typeset.register
def _(written: Minus) -> Layout:
    return negative(typeset(written.of))


@typeset.register
def _(written: Apply) -> Layout:
    return applied(written.name, tuple(typeset(a) for a in written.arguments))


@typeset.register
def _(written: Bracket) -> Layout:
    return Ends(typeset(written.of), typeset(written.lower), typeset(written.upper))


@typeset.register
def _(written: BackSubstitution) -> Layout:
    return At(typeset(written.of), ((typeset(written.letter), typeset(written.by)),))


@typeset.register
def _(written: Cases) -> Layout:
    return CaseTable(tuple((typeset(value), _condition(when)) for value, when in written.pieces))


def _condition(when: Written) -> Layout | None:
    return None if isinstance(when, Leaf) and when.expr == true else typeset(when)


@typeset.register
def _(written: Relation) -> Layout:
    return Chain(written.signs, tuple(typeset(s) for s in written.sides))


@typeset.register
def _(written: Listing) -> Layout:
    return Fence(written.left, tuple(typeset(i) for i in written.items), written.right)


@typeset.register
def _(written: Grid) -> Layout:
    rows = tuple(tuple(typeset(e) for e in row) for row in written.rows)
    return Array(rows, written.bar, written.marks)


@typeset.register
def _(written: DerivativeOf) -> Layout:
    if all(isinstance(n, Leaf) for _, n in written.variables):
        runs = tuple((typeset(x), n.value()) for x, n in written.variables)
        return differentiation(typeset(written.of), runs, written.partial)
    variables = tuple((typeset(x), typeset(n)) for x, n in reversed(written.variables))
    orders = total(tuple(typeset(n) for _, n in written.variables))
    return Differentiation(typeset(written.of), variables, orders, written.partial)


@typeset.register
def _(written: IntegralOf) -> Layout:
    ends = (written.lower, written.upper)
    lower, upper = (None if e is None else typeset(e) for e in ends)
    return Integration(typeset(written.of), typeset(written.variable), lower, upper)


@typeset.register
def _(written: LimitOf) -> Layout:
    return Limit(typeset(written.of), typeset(written.variable), typeset(written.point), written.side)


@typeset.register
def _(written: SumOf) -> Layout:
    index, lower, upper = typeset(written.index), typeset(written.lower), typeset(written.upper)
    return Big(typeset(written.of), index, lower, upper, written.product)


@typeset.register
def _(written: Phrase) -> Layout:
    return Words(tuple(p if isinstance(p, str) else typeset(p) for p in written.pieces))


@typeset.register
def _(written: Hole) -> Layout:
    return typeset(written.statement)
