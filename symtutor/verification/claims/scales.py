"""A limit looked at over many scales: enclosures at distances that shrink, unaligned with any period."""

from __future__ import annotations

from fractions import Fraction
from math import inf
from typing import Any

from sympy import oo

from ...derivation import Evidence, Verdict
from ...problems import FindLimit
from ..bench import PRECISIONS, Bench, place_at
from ..numbers import EVALUATION_FAILURES, NoValueHere
from ..pieces import Point
from .beside import SCALES, approach
from .registry import undecided

FAR = tuple(Fraction(7, 10**k + 1) for k in (12, 18, 27, 40, 60))


def _values(problem: FindLimit, side: str, fixed: Point, bench: Bench, steps: tuple[Fraction, ...]) -> list[Any] | None:
    """Enclosures of the expression at distances ``steps``; ``None`` where one cannot be had."""
    expr, t = approach(problem, side)
    evaluate = bench.compiled(expr)
    numbers = bench.numbers[0]
    found: list[Any] = []
    for step in steps:
        bench.check_time()
        for bits in (512, 1024, 4096):
            numbers.at(bits)
            try:
                value = evaluate(place_at(numbers, {**fixed, t: step}))[0]
            except NoValueHere:
                return None
            except EVALUATION_FAILURES:
                continue
            found.append(value)
            break
        else:
            return found or None
    return found


def sampled(problem: FindLimit, side: str, answer: Any, fixed: Point, bench: Bench) -> Evidence:
    """Enclosures at distances that shrink: the excess over the answer must shrink with them, without a pause."""
    numbers = bench.numbers[0]
    values = _values(problem, side, fixed, bench, (*SCALES, *FAR))
    if values is None or len(values) < 4:
        return undecided("the expression could not be enclosed near the point")
    numbers.at(PRECISIONS[-1])
    method = "enclosures at ten scales, unaligned"
    if answer in (oo, -oo):
        signed = [numbers.near(v) * (1 if answer == oo else -1) for v in values]
        if inf in signed:
            signed = signed[: signed.index(inf) + 1]
        grows = all(a < b for a, b in zip(signed, signed[1:])) and signed[-1] > 0  # noqa: RUF007
        if grows and signed[-1] - signed[0] > 3:
            return Evidence(Verdict.CONFIRMED, method, points=len(values), pieces=1)
        return undecided("the values do not settle")
    try:
        target = bench.compiled(answer)(place_at(numbers, fixed))[0]
    except EVALUATION_FAILURES as failure:
        return undecided(str(failure))
    excess = [abs(numbers.near(v - target)) for v in values]
    if all(b < a or b < 1e-200 for a, b in zip(excess, excess[1:])) and excess[-1] < 1e-2 * max(1.0, excess[0]):  # noqa: RUF007
        return Evidence(Verdict.CONFIRMED, method, points=len(values), pieces=1, radius=f"{excess[-1]:.1e}")
    return undecided("the values do not approach the answer steadily")
