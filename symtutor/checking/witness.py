"""The numbers that show an answer wrong, in words a student can check with a calculator.

The verifier has refuted the answer at a place of its own choice; what is shown here is read off the sound derivation,
at a plainer place where there is one.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import singledispatch
from itertools import product

from sympy import Basic, Expr, Integer, Pow, Rational, Symbol, Tuple, factorial, gamma, true
from sympy.core.function import AppliedUndef
from sympy.core.relational import Equality

from ..derivation import Answer, Derivation, Evidence, Unsolved
from ..derivation.conditions import typed_domain
from ..exposition.document import Text
from ..exposition.wording import joined, listed
from ..problems import (
    DifferentiateAt,
    ImplicitDerivative,
    LinearApproximation,
    NoValue,
    PartialDerivatives,
    Problem,
    Rewrite,
    TangentLine,
    YesNo,
)
from ..verification import read_off
from ..written import Leaf, Relation, Written, write
from .claimed import along_path

Point = dict[Basic, Basic]

# Beyond this an exact value is harder to read than its decimals, and a place is no plain one.
SHORT = 8
LARGE = 30
PLAIN = 12
MANY = 14
PLACES = ((2, 3, 5, 7), (1, 2, 3, 5), (3, 2, 5, 1), (-1, 2, 3, 1), (2, -1, 3, 1), (-2, -3, 1, 2))


def witness(problem: Problem, answer: Answer, evidence: Evidence, sound: Derivation | Unsolved) -> Text:
    """What is asked for and what was answered, as numbers at one place; () where nothing is known.

    "at x = 2 the derivative is 4 cos 4 ≈ −2.61457, and your answer gives cos 4 ≈ −0.653644"
    """
    if any(part.atoms(AppliedUndef) for part in problem.subject()):
        return ()
    found: Point = {k: v for k, v in evidence.witness if isinstance(v, Rational)}
    if isinstance(sound, Derivation):
        if isinstance(sound.answer, (NoValue, YesNo)):
            return (sound.answer.reason,) if sound.answer.reason else _reasoned(found, evidence)
        both = pairs(problem, sound.answer, answer)
        for noun, wanted, given in both:
            for point in _points(problem, sound, found, wanted, given):
                said = _told(_where(problem, point), noun, wanted, given, point)
                if said:
                    return said
        if len(both) == 1 and _too_close(*both[0][1:], found):
            return joined((*_places(found), " your answer differs by less than a calculator shows"))
    return _reasoned(found, evidence)


def _reasoned(point: Point, evidence: Evidence) -> Text:
    if not evidence.reason:
        return ()
    return joined((*_places(point), ": ", evidence.reason)) if point else (evidence.reason,)


def _points(problem: Problem, sound: Derivation, found: Point, wanted: Expr, given: Expr) -> Iterator[Point]:
    """Places at which to compare: the verifier's own where it is plain, else plainer ones of the domain first."""
    letters = sorted(wanted.free_symbols | given.free_symbols, key=str)
    if isinstance(problem, ImplicitDerivative):
        yield from _on_curve(problem, sound)
        return
    own = {k: v for k, v in found.items() if k in letters}
    complete = set(own) == set(letters)
    if complete and all(abs(v.p) <= PLAIN and v.q <= PLAIN for v in own.values() if isinstance(v, Rational)):
        yield own
    for numbers in PLACES:
        point: Point = dict(zip(letters, map(Integer, numbers), strict=False))
        if _in_domain(problem, sound, point):
            yield point
    if complete:
        yield own


def _in_domain(problem: Problem, sound: Derivation, point: Point) -> bool:
    conditions = (*problem.given, *typed_domain(problem), *sound.conditions)
    return all(c.xreplace(point) == true for c in conditions)


def _on_curve(problem: ImplicitDerivative, sound: Derivation) -> Iterator[Point]:
    """Points of the curve that can be read off: small whole numbers and halves."""
    gap = problem.equation.lhs - problem.equation.rhs
    x, y = problem.independent, problem.dependent
    if gap.free_symbols - {x, y} or not _light(gap, {x: Integer(6), y: Integer(6)}):
        return
    steps = [Rational(k) for k in (1, 2, 3, 0, -1, -2, -3, 4, 5, 6)] + [Rational(1, 2), Rational(-1, 2)]
    for a, b in product(steps, steps):
        point: Point = {x: a, y: b}
        if gap.xreplace(point) == 0 and all(c.xreplace(point) == true for c in sound.conditions):
            yield point


def _where(problem: Problem, point: Point) -> Text:
    if not isinstance(problem, ImplicitDerivative):
        return _places(point)
    x, y = problem.independent, problem.dependent
    return ("at the point ", _equal(x, point[x]), ", ", _equal(y, point[y]), " of the curve")


def _places(point: Point) -> Text:
    if not point:
        return ()
    places = [(_equal(k, v),) for k, v in sorted(point.items(), key=lambda pair: str(pair[0]))]
    return joined(("at ", *listed(places, ", ")))


Pairs = list[tuple[Text, Expr, Expr]]


@singledispatch
def pairs(problem: Problem, wanted: Answer, given: Answer) -> Pairs:
    """What to compare: a name, the value that is asked for, the value that was answered."""
    wanted = along_path(problem, wanted)
    if isinstance(wanted, Expr) and isinstance(given, Expr):
        return [((_noun(problem), " is "), wanted, given)]
    return []


@pairs.register
def _(problem: PartialDerivatives, wanted: Answer, given: Answer) -> Pairs:
    if not isinstance(wanted, Tuple) or not isinstance(given, Tuple):
        return []
    both = zip(problem.variables, wanted, given, strict=True)
    return [(("the partial derivative by ", write(x), " is "), w, g) for x, w, g in both]


@pairs.register
def _(problem: TangentLine, wanted: Answer, given: Answer) -> Pairs:
    if not isinstance(wanted, Equality) or not isinstance(given, Equality) or wanted.lhs != given.lhs:
        return []
    x, a = problem.variable, problem.point
    at, right, wrong = _equal(x, a), wanted.rhs, given.rhs
    slopes = [line.as_poly(x).nth(1) if line.is_polynomial(x) else line for line in (right, wrong)]
    return [
        (("at ", at, " the height of the curve is "), right.xreplace({x: a}), wrong.xreplace({x: a})),
        (("at ", at, " the slope of the curve is "), slopes[0], slopes[1]),
    ]


def _noun(problem: Problem) -> str:
    if isinstance(problem, Rewrite):
        return "the expression"
    if isinstance(problem, LinearApproximation):
        return "the tangent's value"
    return "the slope" if isinstance(problem, (DifferentiateAt, ImplicitDerivative)) else "the derivative"


def _told(where: Text, noun: Text, wanted: Expr, given: Expr, point: Point) -> Text:
    right, wrong = read_off(wanted, point), read_off(given, point)
    if right == wrong:
        right, wrong = read_off(wanted, point, MANY), read_off(given, point, MANY)
    if right is None or right == wrong:
        return ()
    answered: Text = (
        (", and your answer gives ", _number(given, point, wrong))
        if wrong is not None
        else (", and your answer has no value there",)
    )
    start: Text = (*where, " ") if where else ()
    return joined((*start, *noun, _number(wanted, point, right), *answered))


def _too_close(wanted: Expr, given: Expr, point: Point) -> bool:
    """Whether the two differ at the verifier's own place by less than the digits that can be shown."""
    right = read_off(wanted, point, MANY)
    return right is not None and right == read_off(given, point, MANY)


def _number(expr: Expr, point: Point, decimal: Written) -> Written:
    """The exact value beside its decimals where it is short; the decimals alone elsewhere."""
    if not _light(expr, point):
        return decimal
    exact = expr.xreplace(point)
    if exact.is_Rational and len(str(exact)) < SHORT:
        return Leaf(exact)
    if exact.is_Rational or exact.count_ops() > SHORT or not exact.is_number:
        return decimal
    return Relation(("≈",), (Leaf(exact), decimal))


def _light(expr: Expr, point: Point) -> bool:
    """Whether putting the numbers in cannot make a number of thousands of digits."""
    if expr.count_ops() > 4 * SHORT or expr.has(factorial, gamma):
        return False
    powers = sorted(expr.atoms(Pow), key=lambda p: p.count_ops())
    return all(_small(p.exp.xreplace(point)) for p in powers)


def _small(exponent: Expr) -> bool:
    return bool(not exponent.is_Rational or abs(exponent) <= LARGE)


def _equal(left: Symbol | Basic, right: Basic) -> Written:
    return Relation(("=",), (write(left), write(right)))
