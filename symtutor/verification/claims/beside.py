"""The places beside the point of a limit: the expression written through t → 0, and whether it has values there."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from sympy import Symbol, oo

from ...problems import FindLimit, fresh_letter
from ..bench import PRECISIONS, Bench, place_at
from ..numbers import EVALUATION_FAILURES, NoValueHere
from ..pieces import Point

# Distances at which a function is looked at, unaligned with any period.
SCALES = tuple(Fraction(n, d) for n, d in ((41, 971), (17, 9973), (13, 99971), (19, 10**7 + 19), (7, 10**9 + 9)))


def moved(expr: Any, x: Any, point: Any) -> tuple[Any, Any]:
    """``expr`` with its variable written as point + t, and t: so that t = 0 is an exact place."""
    t = fresh_letter(expr, point, prefer="t")
    return expr.xreplace({x: point + t}), t


def approach(problem: FindLimit, side: str, power: int = 1) -> tuple[Any, Symbol]:
    """The expression with its variable written through t → 0⁺, ``power`` for fractional powers; and t."""
    t = fresh_letter(problem.expr, problem.point, prefer="t")
    step = t**power
    if problem.point in (oo, -oo):
        value = 1 / step if problem.point == oo else -1 / step
    else:
        value = problem.point + step if side == "+" else problem.point - step
    return problem.expr.xreplace({problem.variable: value}), t


def defined_beside(problem: FindLimit, side: str, fixed: Point, bench: Bench) -> bool:
    """Whether the expression has a value at one of five distances on that side."""
    expr, t = approach(problem, side)
    numbers = bench.numbers[0]
    numbers.at(PRECISIONS[1])
    for step in SCALES:
        try:
            bench.compiled(expr)(place_at(numbers, {**fixed, t: step}))
        except NoValueHere:
            continue
        except EVALUATION_FAILURES:
            return True
        return True
    return False
