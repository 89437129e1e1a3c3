"""Curves and the lines that touch them, by heights that can be read off."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from sympy.core.relational import Equality

from ...problems import DerivativeOfInverse, ImplicitDerivative, LinearApproximation, ParametricDerivative, TangentLine
from ...written import Leaf, Written, write
from ..claims.registry import letters_of
from ..numbers import EVALUATION_FAILURES
from .digits import Statement, equal, number, rounded, shared_digits
from .reader import Reader, stated
from .slopes import STEP, secant
from .zeros import zero_near

WHOLE = tuple(Fraction(n) for n in (3, 1, 2, 4, 0, 5, -1, -2, -3, -4))


@stated.register
def _(problem: ParametricDerivative, reader: Reader) -> Statement:
    if problem.order != 1:
        return ()

    def rise(low: Fraction, high: Fraction, point: dict[Any, Fraction]) -> float:
        t = problem.parameter
        across = [reader.value(problem.horizontal, {**point, t: at}) for at in (low, high)]
        up = [reader.value(problem.vertical, {**point, t: at}) for at in (low, high)]
        return (up[1] - up[0]) / (across[1] - across[0])

    exprs = (problem.horizontal, problem.vertical, reader.answer, problem.parameter)
    return secant(reader, problem.parameter, rise, reader.answer, exprs)


@stated.register
def _(problem: ImplicitDerivative, reader: Reader) -> Statement:
    """The curve's own slope between two neighbours of a point that can be read off."""
    x, y = problem.independent, problem.dependent
    curve = problem.equation.lhs - problem.equation.rhs
    if set(letters_of(curve, reader.answer)) - {x, y}:
        return ()
    for a in WHOLE:
        for b in WHOLE:
            try:
                given = reader.value(reader.answer, {x: a, y: b})
                if reader.value(curve, {x: a, y: b}) != 0.0 or not 0.01 < abs(given) < 100:
                    continue
                low, high = (_followed(reader, curve, {x: a + d}, (y, b), given * float(d)) for d in (-STEP, STEP))
            except EVALUATION_FAILURES:
                continue
            slope = (high - low) / float(2 * STEP)
            if abs(slope - given) < 1e-3 * abs(given):
                return (
                    "(", number(a), ", ", number(b), ") is on the curve; for ", Leaf(x), " from ", number(a - STEP),
                    " to ", number(a + STEP), " the curve goes from height ", rounded(low, 7), " to ",
                    rounded(high, 7), ", a slope of ", rounded(slope), ", and the answer gives ", rounded(given),
                )  # fmt: skip
    return ()


def _followed(
    reader: Reader, curve: Any, point: dict[Any, Fraction], start: tuple[Any, Fraction], rise: float
) -> float:
    """The height of the curve beside a known point: the zero in y, by the secant method from a first guess."""
    y, b = start
    first, second = b, Fraction(float(b) + rise)
    for _ in range(12):
        at_first, at_second = (reader.value(curve, {**point, y: h}) for h in (first, second))
        if at_second == at_first:
            break
        first, second = second, Fraction(float(second) - at_second * float(second - first) / (at_second - at_first))
        if abs(second - first) < Fraction(1, 10**12):
            break
    return float(second)


@stated.register
def _(problem: DerivativeOfInverse, reader: Reader) -> Statement:
    """The inverse goes back: a step across for a step up."""
    x = problem.variable
    if letters_of(problem.expr, problem.at_value, x) != (x,):
        return ()
    start = zero_near(lambda v: reader.value(problem.expr - problem.at_value, {x: v}), Fraction(1))
    if start is None:
        return ()
    start = Fraction(round(float(start), 6)).limit_denominator(10**6)
    low, high = (reader.value(problem.expr, {x: start + d}) for d in (-STEP, STEP))
    back, given = float(2 * STEP) / (high - low), reader.value(reader.answer, {})
    if abs(back - given) > 1e-4 * abs(given):
        return ()
    digits = shared_digits(back, given)
    return (
        "as ", write(x), " goes from ", number(start - STEP), " to ", number(start + STEP), " the value goes from ",
        rounded(low, 7), " to ", rounded(high, 7), "; backwards that is a slope of ", rounded(back, digits),
        ", and the answer gives ", rounded(given, digits),
    )  # fmt: skip


@stated.register
def _(problem: TangentLine, reader: Reader) -> Statement:
    if (
        not isinstance(reader.answer, Equality)
        or not problem.point.is_Rational
        or reader.answer.lhs == problem.variable
    ):
        return ()
    if set(letters_of(problem.expr)) - {problem.variable}:
        return ()
    at = Fraction(int(problem.point.p), int(problem.point.q))
    said: list[Written | str] = []
    for place in (at, at + Fraction(1, 100)):
        curve, line = (reader.value(e, {problem.variable: place}) for e in (problem.expr, reader.answer.rhs))
        said += ["; " if said else "", "at ", equal(problem.variable, number(place)), " the curve is at "]
        said += [rounded(curve, 7), " and the line at ", rounded(line, 7)]
    return tuple(p for p in said if p != "")


@stated.register
def _(problem: LinearApproximation, reader: Reader) -> Statement:
    whole = problem.expr.xreplace({problem.variable: problem.target})
    if letters_of(whole, reader.answer):
        return ()
    true, given = reader.value(whole, {}), reader.value(reader.answer, {})
    return ("the value itself is ", rounded(true, 7), ", the tangent gives ", rounded(given, 7))
