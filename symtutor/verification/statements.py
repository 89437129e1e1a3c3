"""The check in words that a student could repeat by hand, by another operation than the derivation's.

Numbers here are for reading; what is promised stands in the verdict.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from functools import singledispatch
from typing import Any

from sympy import Expr, Integer, Rational, oo
from sympy.core.relational import Equality

from ..derivation import VOUCHED, Derivation, Evidence
from ..problems import (
    Differentiate,
    DifferentiateAt,
    DifferentiateRepeatedly,
    FindLimit,
    ImplicitDerivative,
    IsDifferentiable,
    LinearApproximation,
    NoValue,
    NthDerivative,
    ParametricDerivative,
    PartialDerivatives,
    Problem,
    Rewrite,
    SolutionSet,
    Solve,
    TangentLine,
)
from ..written import Leaf, Minus, Numeral, Relation, Written, write
from .bench import PRECISIONS, Bench, place_at
from .claims.registry import Claim, letters_of
from .numbers import EVALUATION_FAILURES, ball_precision, restore_ball_precision

Statement = tuple[Written | str, ...]
PLAIN = tuple(Fraction(*p) for p in ((2, 1), (1, 1), (3, 1), (1, 2), (4, 1), (-1, 1), (-2, 1), (5, 1), (1, 4), (10, 1)))
WHOLE = tuple(Fraction(n) for n in (3, 1, 2, 4, 0, 5, -1, -2, -3, -4))
STEP = Fraction(1, 1000)


def statement_for(node: Derivation, evidence: Evidence, bench: Bench) -> Statement:
    """The words for the answer's own check; () where there are none or nothing was vouched for."""
    answerless = isinstance(node.answer, NoValue) and not isinstance(node.problem, FindLimit)
    if evidence.verdict not in VOUCHED or answerless:
        return ()
    try:
        return _stated(node.problem, Reader(node, bench))
    except EVALUATION_FAILURES:
        return ()


class Reader:
    """Reads off values of expressions at simple points, as a student with a calculator would."""

    def __init__(self, node: Derivation, bench: Bench) -> None:
        self.node, self.bench = node, bench
        self.answer: Any = node.answer
        self.domain = Claim(node.answer, node.conditions, bench).domain(node.problem)

    def value(self, expr: Any, point: dict[Any, Fraction]) -> float:
        """The value as a float.  Raises an evaluation failure."""
        numbers = self.bench.numbers[-1]
        numbers.at(PRECISIONS[0])
        return numbers.near(self.bench.compiled(expr)(place_at(numbers, point))[0])

    def points(self, x: Any, *exprs: Any) -> Iterator[dict[Any, Fraction]]:
        """Simple points of the domain: ``x`` runs, the other letters stay at 2, 3, …"""
        others = [s for s in letters_of(*exprs) if s != x]
        numbers = self.bench.numbers[-1]
        tests = self.bench.tests(self.domain)
        for at in PLAIN:
            point = {**{s: Fraction(i + 2) for i, s in enumerate(others)}, x: at}
            numbers.at(PRECISIONS[0])
            try:
                if all(test(place_at(numbers, point)) for test in tests):
                    yield point
            except EVALUATION_FAILURES:
                continue


@singledispatch
def _stated(problem: Problem, reader: Reader) -> Statement:
    return ()


def _slope(
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
            where, digits = _where(point, x), _shared_digits(slope, given)
            return (
                *where, " the slope between ", _number(low), " and ", _number(high), " is ", _rounded(slope, digits),
                ", and the answer gives ", _rounded(given, digits),
            )  # fmt: skip
    return ()


def _of(reader: Reader, expr: Any, x: Any, answer: Any) -> Statement:
    def rise(low: Fraction, high: Fraction, point: dict[Any, Fraction]) -> float:
        ends = [reader.value(expr, {**point, x: at}) for at in (low, high)]
        return (ends[1] - ends[0]) / float(high - low)

    return _slope(reader, x, rise, answer, (expr, answer, x))


@_stated.register
def _(problem: Differentiate, reader: Reader) -> Statement:
    return _of(reader, problem.expr, problem.variable, reader.answer)


@_stated.register
def _(problem: PartialDerivatives, reader: Reader) -> Statement:
    return _of(reader, problem.expr, problem.variables[0], reader.answer[0])


@_stated.register
def _(problem: NthDerivative, reader: Reader) -> Statement:
    answer = reader.answer.xreplace({problem.order: Integer(1)})
    said = _of(reader, problem.expr, problem.variable, answer)
    return ("for ", _equal(problem.order, Integer(1)), ": ", *said) if said else ()


@_stated.register
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
            digits = _shared_digits(bend, given)
            return (
                *_where(point, x), " the slopes to the right and left, taken over ", _number(h), ", differ by ",
                _rounded(bend * float(h)), ": a rate of ", _rounded(bend, digits), ", and the answer gives ",
                _rounded(given, digits),
            )  # fmt: skip
    return ()


@_stated.register
def _(problem: ParametricDerivative, reader: Reader) -> Statement:
    if problem.order != 1:
        return ()

    def rise(low: Fraction, high: Fraction, point: dict[Any, Fraction]) -> float:
        t = problem.parameter
        across = [reader.value(problem.horizontal, {**point, t: at}) for at in (low, high)]
        up = [reader.value(problem.vertical, {**point, t: at}) for at in (low, high)]
        return (up[1] - up[0]) / (across[1] - across[0])

    exprs = (problem.horizontal, problem.vertical, reader.answer, problem.parameter)
    return _slope(reader, problem.parameter, rise, reader.answer, exprs)


@_stated.register
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
                    "(", _number(a), ", ", _number(b), ") is on the curve; for ", Leaf(x), " from ", _number(a - STEP),
                    " to ", _number(a + STEP), " the curve goes from height ", _rounded(low, 7), " to ",
                    _rounded(high, 7), ", a slope of ", _rounded(slope), ", and the answer gives ", _rounded(given),
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


@_stated.register
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
        "the slope between ", _number(at - STEP), " and ", _number(at + STEP), " is ", _rounded(slope),
        ", and the answer is ", _rounded(given),
    )  # fmt: skip


@_stated.register
def _(problem: IsDifferentiable, reader: Reader) -> Statement:
    if not problem.point.is_Rational or letters_of(problem.expr) != (problem.variable,):
        return ()
    at = Fraction(int(problem.point.p), int(problem.point.q))
    low, middle, high = (reader.value(problem.expr, {problem.variable: at + d}) for d in (-STEP, 0, STEP))
    return (
        "the slope between ", _number(at - STEP), " and ", _number(at), " is ", _rounded((middle - low) * 1000),
        ", between ", _number(at), " and ", _number(at + STEP), " it is ", _rounded((high - middle) * 1000),
    )  # fmt: skip


@_stated.register
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
        said += ["; " if said else "", "at ", _equal(problem.variable, _number(place)), " the curve is at "]
        said += [_rounded(curve, 7), " and the line at ", _rounded(line, 7)]
    return tuple(p for p in said if p != "")


@_stated.register
def _(problem: LinearApproximation, reader: Reader) -> Statement:
    whole = problem.expr.xreplace({problem.variable: problem.target})
    if letters_of(whole, reader.answer):
        return ()
    true, given = reader.value(whole, {}), reader.value(reader.answer, {})
    return ("the value itself is ", _rounded(true, 7), ", the tangent gives ", _rounded(given, 7))


@_stated.register
def _(problem: Rewrite, reader: Reader) -> Statement:
    letters = letters_of(problem.expr, reader.answer)
    if not letters:
        return ("both are ", _rounded(reader.value(problem.expr, {}), 8))
    x = problem.variable or letters[0]
    for point in reader.points(x, problem.expr, reader.answer):
        try:
            before, after = reader.value(problem.expr, point), reader.value(reader.answer, point)
        except EVALUATION_FAILURES:
            continue
        # That both are 0 says little: take a point where there is something to compare.
        if abs(before) > 1e-6 and _rounded(before) == _rounded(after):
            return (*_where(point, x), " both are ", _rounded(before))
    return ()


@_stated.register
def _(problem: Solve, reader: Reader) -> Statement:
    answer = reader.answer
    if not isinstance(answer, SolutionSet) or answer.parameters or answer.everything:
        return ()
    said: list[Written | str] = []
    for member in answer.members[:4]:
        if member.free_symbols:
            return ()
        sides = [e.xreplace({problem.variable: member}) for e in (problem.equation.lhs, problem.equation.rhs)]
        left, right = (_rounded(reader.value(s, {})) for s in sides)
        said += ["; " if said else "", _equal(problem.variable, member), " gives ", Relation(("=",), (left, right))]
    return tuple(p for p in said if p != "")


@_stated.register
def _(problem: FindLimit, reader: Reader) -> Statement:
    if letters_of(problem.expr) != (problem.variable,) or not (problem.point.is_Rational or problem.point in (oo, -oo)):
        return ()
    if problem.point in (oo, -oo):
        places = [Fraction(10**k) * (1 if problem.point == oo else -1) for k in (2, 4)]
    else:
        at = Fraction(int(problem.point.p), int(problem.point.q))
        sides = {"+": (1,), "-": (-1,)}.get(problem.side, (-1, 1))
        places = [at + s * STEP for s in sides]
    said: list[Written | str] = []
    for place in places:
        value = reader.value(problem.expr, {problem.variable: place})
        said += ["; " if said else "", "at ", _equal(problem.variable, _decimal(place)), " it is ", _rounded(value, 7)]
    return tuple(p for p in said if p != "")


def _shared_digits(one: float, other: float) -> int:
    """How many digits, of 5 to 3, show the two alike: a secant's slope is a little off."""
    return next((d for d in (5, 4, 3) if _rounded(one, d) == _rounded(other, d)), 3)


def _where(point: dict[Any, Fraction], x: Any) -> Statement:
    said: list[Written | str] = ["at ", _equal(x, _rational(point[x]))]
    for s in sorted((s for s in point if s != x), key=lambda s: s.name):
        said += [", ", _equal(s, _rational(point[s]))]
    return tuple(said)


def _equal(left: Any, right: Any) -> Written:
    return Relation(("=",), (write(left), write(right)))


def _rational(q: Fraction) -> Rational:
    return Rational(q.numerator, q.denominator)


def _number(q: Fraction) -> Written:
    return _decimal(q) if 10**6 % q.denominator == 0 else Leaf(_rational(q))


def _decimal(q: Fraction) -> Written:
    return _rounded(float(q), 9)


def _rounded(value: float, digits: int = 5) -> Written:
    """A decimal of so many significant digits, without trailing zeros."""
    text = f"{abs(value):.{digits}g}"
    if "e" in text or "n" in text:
        text = f"{abs(value):.{digits}f}".rstrip("0").rstrip(".") if 1e-9 < abs(value) < 1e15 else "0"
    return Minus(Numeral(text)) if value < 0 and text.strip("0.") else Numeral(text)


def read_off(expr: Expr, point: Mapping[Any, Any], digits: int = 6) -> Written | None:
    """The value of ``expr`` where the letters have the rational values of ``point``, as a decimal; ``None`` without."""
    before = ball_precision()
    try:
        bench = Bench()
        numbers = bench.numbers[0]
        numbers.at(PRECISIONS[0])
        place = place_at(numbers, {k: Fraction(int(v.p), int(v.q)) for k, v in point.items()})
        return _rounded(numbers.near(bench.compiled(expr)(place)[0]), digits)
    except EVALUATION_FAILURES:
        return None
    finally:
        restore_ball_precision(before)
