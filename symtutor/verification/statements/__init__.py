"""The check in words that a student could repeat by hand, by another operation than the derivation's.

Numbers here are for reading; what is promised stands in the verdict.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from sympy import Expr

from ...derivation import VOUCHED, Derivation, Evidence
from ...problems import FindLimit, NoValue
from ...written import Written
from ..bench import PRECISIONS, Bench, place_at
from ..numbers import EVALUATION_FAILURES, ball_precision, restore_ball_precision
from . import algebra, curves, limits, slopes
from .digits import Statement, rounded
from .reader import Reader, stated

# Importing a file registers what it says.
SAYING = (algebra, curves, limits, slopes)


def statement_for(node: Derivation, evidence: Evidence, bench: Bench) -> Statement:
    """The words for the answer's own check; () where there are none or nothing was vouched for."""
    answerless = isinstance(node.answer, NoValue) and not isinstance(node.problem, FindLimit)
    if evidence.verdict not in VOUCHED or answerless:
        return ()
    try:
        return stated(node.problem, Reader(node, bench))
    except EVALUATION_FAILURES:
        return ()


def read_off(expr: Expr, point: Mapping[Any, Any], digits: int = 6) -> Written | None:
    """The value of ``expr`` where the letters have the rational values of ``point``, as a decimal; ``None`` without."""
    before = ball_precision()
    try:
        bench = Bench()
        numbers = bench.numbers[0]
        numbers.at(PRECISIONS[0])
        place = place_at(numbers, {k: Fraction(int(v.p), int(v.q)) for k, v in point.items()})
        return rounded(numbers.near(bench.compiled(expr)(place)[0]), digits)
    except EVALUATION_FAILURES:
        return None
    finally:
        restore_ball_precision(before)
