"""Isolating an unknown."""

from __future__ import annotations

import pytest
from sympy import Eq, Expr, Integer, Symbol, cos, sin
from sympy.core.relational import Ne

from symtutor.derivation import Unsolved, derive
from symtutor.problems import SolveLinear

from .asking import a, ask, b, book, x, y

slope = Symbol("y'", real=True)


@pytest.mark.parametrize(
    ("left", "right", "unknown", "expected", "kept"),
    [
        (2 * x + 3, x - 4, x, Integer(-7), set()),
        (a * x, b, x, b / a, {Ne(a, 0)}),
        (2 * x + 2 * y * slope, Integer(0), slope, -x / y, {Ne(y, 0)}),
        (cos(y) * slope, Integer(1), slope, 1 / cos(y), {Ne(cos(y), 0)}),
        (slope * (x + y) + y, Integer(0), slope, -y / (x + y), {Ne(x + y, 0)}),
    ],
)
def test_unknown_is_isolated(left: Expr, right: Expr, unknown: Symbol, expected: Expr, kept: set[object]) -> None:
    found = ask(SolveLinear(Eq(left, right, evaluate=False), unknown))
    assert found.answer == expected
    assert set(found.conditions) == kept


@pytest.mark.parametrize("left", [x**2 + x, sin(x), x * sin(x), 1 / x])
def test_what_is_not_linear_is_declined(left: Expr) -> None:
    assert isinstance(derive(SolveLinear(Eq(left, 1), x), book()), Unsolved)
