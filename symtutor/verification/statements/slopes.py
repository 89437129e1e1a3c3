"""Slopes of functions shown by secants."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from sympy import Expr, Integer

from ...problems import (
    ChainAlongPath,
    Differentiate,
    DifferentiateAt,
    DifferentiateRepeatedly,
    IsDifferentiable,
    NthDerivative,
    PartialDerivatives,
)
from ..claims.registry import letters_of
from ..numbers import EVALUATION_FAILURES
from .digits import Statement, equal, number, rounded, shared_digits, where
from .reader import Reader, stated

STEP = Fraction(1, 1000)


def secant(
    reader: Reader, x: Any, rise: Callable[[Fraction, Fraction, dict[Any, Fraction]], float], answer: Any, exprs: Any
) -> Statement:
    """ "at x = 2 the slope between 1.999 and 2.001 is …, and the answer gives …", at the first point that shows it."""
    for point in reader.points(x, *exprs):
        low, high = point[x] - STEP, point[x] + STEP
        try:
            slope, given = rise(low, high, point), reader.value(answer, point)
        except (*EVALUATION_FAILURES, ZeroDivisionError):
            continue
        if 0.01 < abs(given) < 1000 and abs(slope - given) < 5e-5 * abs(given) + 5e-6:
            place, digits = where(point, x), shared_digits(slope, given)
            return (
                *place, " the slope between ", number(low), " and ", number(high), " is ", rounded(slope, digits),
                ", and the answer gives ", rounded(given, digits),
            )  # fmt: skip
    return ()


def _of(reader: Reader, expr: Any, x: Any, answer: Any) -> Statement:
    def rise(low: Fraction, high: Fraction, point: dict[Any, Fraction]) -> float:
        ends = [reader.value(expr, {**point, x: at}) for at in (low, high)]
        return (ends[1] - ends[0]) / float(high - low)

    return secant(reader, x, rise, answer, (expr, answer, x))


@stated.register
def _(problem: Differentiate, reader: Reader) -> Statement:
    return _of(reader, problem.expr, problem.variable, reader.answer)


@stated.register
def _(problem: ChainAlongPath, reader: Reader) -> Statement:
    """Put the path in first, and look at the slope of what comes out."""
    whole = problem.expr.xreplace(dict(problem.path.args))
    return _of(reader, whole, problem.parameter, reader.answer)


@stated.register
def _(problem: PartialDerivatives, reader: Reader) -> Statement:
    return _of(reader, problem.expr, problem.variables[0], reader.answer[0])


@stated.register
def _(problem: NthDerivative, reader: Reader) -> Statement:
    answer = reader.answer.xreplace({problem.order: Integer(1)})
    said = _of(reader, problem.expr, problem.variable, answer)
    return ("for ", equal(problem.order, Integer(1)), ": ", *said) if said else ()


@stated.register
def _(problem: DifferentiateRepeatedly, reader: Reader) -> Statement:
    if len(problem.variables) != 2 or len(set(problem.variables)) > 1:
        return ()
    x = problem.variables[0]
    h = Fraction(1, 100)
    for point in reader.points(x, problem.expr, reader.answer, x):
        try:
            low, middle, high = (reader.value(problem.expr, {**point, x: point[x] + d}) for d in (-h, 0, h))
            given = reader.value(reader.answer, point)
        except EVALUATION_FAILURES:
            continue
        bend = (high - 2 * middle + low) / float(h * h)
        if 0.01 < abs(given) < 1000 and abs(bend - given) < 1e-3 * abs(given):
            digits = shared_digits(bend, given)
            return (
                *where(point, x), " the slopes to the right and left, taken over ", number(h), ", differ by ",
                rounded(bend * float(h)), ": a rate of ", rounded(bend, digits), ", and the answer gives ",
                rounded(given, digits),
            )  # fmt: skip
    return ()


@stated.register
def _(problem: DifferentiateAt, reader: Reader) -> Statement:
    if (
        not isinstance(reader.answer, Expr)
        or not problem.point.is_Rational
        or letters_of(problem.expr) != (problem.variable,)
    ):
        return ()
    at = Fraction(int(problem.point.p), int(problem.point.q))
    ends = [reader.value(problem.expr, {problem.variable: at + d}) for d in (-STEP, STEP)]
    slope, given = (ends[1] - ends[0]) / float(2 * STEP), reader.value(reader.answer, {})
    return (
        "the slope between ", number(at - STEP), " and ", number(at + STEP), " is ", rounded(slope),
        ", and the answer is ", rounded(given),
    )  # fmt: skip


@stated.register
def _(problem: IsDifferentiable, reader: Reader) -> Statement:
    if not problem.point.is_Rational or letters_of(problem.expr) != (problem.variable,):
        return ()
    at = Fraction(int(problem.point.p), int(problem.point.q))
    low, middle, high = (reader.value(problem.expr, {problem.variable: at + d}) for d in (-STEP, 0, STEP))
    return (
        "the slope between ", number(at - STEP), " and ", number(at), " is ", rounded((middle - low) * 1000),
        ", between ", number(at), " and ", number(at + STEP), " it is ", rounded((high - middle) * 1000),
    )  # fmt: skip
