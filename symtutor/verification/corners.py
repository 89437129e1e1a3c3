"""Corners and exact cuts: an answer must not claim a derivative where the one-sided slopes differ."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Any

from sympy import I, Rational, expand
from sympy.logic.boolalg import Boolean

from ..derivation import Evidence, Verdict
from ..problems import fresh_letter
from .bench import PRECISIONS, Bench, place_at
from .comparison import DIFFER, UNDEFINED, Comparison, Function, derivative, plain
from .evaluation import KINKED, relations
from .numbers import EVALUATION_FAILURES, NoValueHere, Unclear, Unsupported
from .pieces import Cut, Point
from .places import Evaluator

Corner = Callable[[Cut, Point], Evidence | None]


def corner_check(expr: Any, answer: Any, x: Any, order: int, conditions: Sequence[Boolean], bench: Bench) -> Corner:
    """A check of one exact cut: slopes from both sides, and the value the answer claims there.

    The question is moved so that the cut stands at t = 0, where "on the corner" is exact in every arithmetic.
    """

    def check(cut: Cut, fixed: Point) -> Evidence | None:
        if cut.value is None:
            return None
        bench.check_time()
        t = fresh_letter(expr, answer, x, *conditions, prefer="t")
        put = {k: Rational(v.numerator, v.denominator) for k, v in fixed.items()}
        put[x] = cut.value + t
        moved, claimed = expr.xreplace(put), answer.xreplace(put)
        if (moved.has(I) or claimed.has(I)) and not (expr.has(I) or answer.has(I)):
            return None  # the other letters stand outside the domain, √a at a = −2: nothing is real on either side
        f, g = bench.compiled(_expanded(moved)), bench.compiled(_expanded(claimed))
        left = derivative(f, t, order)
        comparison = Comparison(bench, left, plain(g), [_moved(c, put) for c in conditions])
        point = {t: Fraction(0)}
        said = comparison.judge(point)
        found = comparison.evidence_of(point, said) if said in (DIFFER, UNDEFINED) else None
        reason = found.reason if found else _broken(comparison, left, f, point)
        if reason is None:
            return None
        witness = (*((k, v) for k, v in put.items() if k != x), (x, cut.value))
        return Evidence(Verdict.REFUTED, bench.numbers[0].name, witness=witness, reason=reason)

    return check


def _expanded(e: Any) -> Any:
    """Products of sums multiplied out, so that what cancels at t = 0 cancels exactly; functions stay as they are."""
    return e.expand(power_base=False, power_exp=False, log=False, basic=False) if e.has(*KINKED) else e


def _moved(condition: Any, put: dict[Any, Any]) -> Any:
    return condition.xreplace({r: r.func(expand((r.lhs - r.rhs).xreplace(put)), 0) for r in relations(condition)})


def _broken(comparison: Comparison, left: Function, f: Evaluator, point: Point) -> str | None:
    """Why the value that the answer claims at a corner is no derivative, or ``None``."""
    numbers = comparison.bench.numbers[0]
    numbers.at(PRECISIONS[1])
    try:
        here = place_at(numbers, point)
        if not all(test(here) for test in comparison.tests):
            return None
        value = f(here)[0]
        claimed = comparison.right.at(numbers, point)
    except EVALUATION_FAILURES:
        return None
    slopes = []
    for side in (-1, 1):
        try:
            beside = f(place_at(numbers, point, dict(left.moving), left.order, side))
            slope = left.at(numbers, point, side)
        except (NoValueHere, Unclear, Unsupported):
            return None
        if numbers.apart(beside[0], value):
            return "the function jumps here, and the answer claims a derivative"
        slopes.append(slope)
    before, after = slopes
    if numbers.apart(before, after):
        return (
            f"the slopes from the left and right are {numbers.text(before, 6)} and {numbers.text(after, 6)}, "
            "and the answer claims a derivative"
        )
    if numbers.apart(before, claimed):
        return f"the slope is {numbers.text(before, 6)}, and the answer gives {numbers.text(claimed, 6)}"
    return None
