"""Corners and exact cuts: an answer must not claim a derivative where the one-sided slopes differ."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sympy import Rational

from ..derivation import Evidence, Verdict
from .bench import PRECISIONS, place_at
from .comparison import DIFFER, UNDEFINED, Comparison, Function
from .evaluation import Evaluator
from .numbers import EVALUATION_FAILURES, NoValueHere, Unclear, Unsupported
from .pieces import Cut, Point

Corner = Callable[[Cut, Point], Evidence | None]


def corner_check(comparison: Comparison, left: Function, f: Evaluator, x: Any) -> Corner:
    """A check of one exact cut: slopes from both sides, and the value the answer claims there."""

    def check(cut: Cut, fixed: Point) -> Evidence | None:
        if not cut.exact:
            return None
        point = {**fixed, x: cut.at}
        said = comparison.judge(point)
        if said in (DIFFER, UNDEFINED):
            return comparison.evidence_of(point, said)
        reason = _broken(comparison, left, f, point)
        if reason is None:
            return None
        witness = tuple((k, Rational(v.numerator, v.denominator)) for k, v in point.items())
        return Evidence(Verdict.REFUTED, comparison.bench.numbers[0].name, witness=witness, reason=reason)

    return check


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
