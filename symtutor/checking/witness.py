"""The numbers that show an answer wrong, in words a student can check with a calculator."""

from __future__ import annotations

from sympy import Basic, Expr, Pow, Rational, Symbol, Tuple, factorial, gamma
from sympy.core.relational import Equality

from ..derivation import Answer, Derivation, Evidence, Unsolved
from ..exposition.document import Text
from ..exposition.wording import joined, listed
from ..problems import (
    DifferentiateAt,
    ImplicitDerivative,
    LinearApproximation,
    PartialDerivatives,
    Problem,
    Rewrite,
    TangentLine,
)
from ..verification import read_off
from ..written import Leaf, Relation, Written, write

Point = dict[Basic, Basic]

# Beyond this an exact value is harder to read than its decimals.
SHORT = 8
LARGE = 30


def witness(problem: Problem, answer: Answer, evidence: Evidence, sound: Derivation | Unsolved) -> Text:
    """What is asked for and what was answered, as numbers at one place; () where nothing is known.

    "at x = 2 the derivative is 4 cos 4 ≈ −2.61457, and your answer gives cos 4 ≈ −0.653644"
    """
    point: Point = {k: v for k, v in evidence.witness if isinstance(v, Rational)}
    where = _where(point)
    if isinstance(sound, Derivation):
        for noun, wanted, given in _pairs(problem, sound.answer, answer):
            letters = (wanted.free_symbols | given.free_symbols) - problem_names(problem)
            if letters <= set(point):
                said = _told(where if letters else (), noun, wanted, given, point)
                if said:
                    return said
    if not evidence.reason:
        return ()
    return joined((*where, *((": ",) if where else ()), evidence.reason))


def problem_names(problem: Problem) -> set[Symbol]:
    """The letters that only name what is asked for."""
    return {problem.ordinate()} if isinstance(problem, TangentLine) else set()


def _where(point: Point) -> Text:
    if not point:
        return ()
    places = [(_equal(k, v),) for k, v in sorted(point.items(), key=lambda pair: str(pair[0]))]
    return joined(("at ", *listed(places, ", ")))


def _pairs(problem: Problem, wanted: Answer, given: Answer) -> list[tuple[Text, Expr, Expr]]:
    """What to compare: a name, the value that is asked for, the value that was answered."""
    if isinstance(wanted, Tuple) and isinstance(given, Tuple) and isinstance(problem, PartialDerivatives):
        return [
            (("the partial derivative by ", write(x)), w, g)
            for x, w, g in zip(problem.variables, wanted, given, strict=True)
        ]
    if isinstance(wanted, Equality) and isinstance(given, Equality):
        return [(("the tangent is at height",), wanted.rhs, given.rhs)] if wanted.lhs == given.lhs else []
    if isinstance(wanted, Expr) and isinstance(given, Expr):
        return [((_noun(problem),), wanted, given)]
    return []


def _noun(problem: Problem) -> str:
    if isinstance(problem, Rewrite):
        return "the expression"
    if isinstance(problem, LinearApproximation):
        return "the tangent's value"
    return "the slope" if isinstance(problem, (DifferentiateAt, ImplicitDerivative)) else "the derivative"


def _told(where: Text, noun: Text, wanted: Expr, given: Expr, point: Point) -> Text:
    right, wrong = read_off(wanted, point), read_off(given, point)
    if right is None or right == wrong:
        return ()
    verb = " " if noun[-1] == "the tangent is at height" else " is "
    answered: Text = (
        (", and your answer gives ", _number(given, point, wrong))
        if wrong is not None
        else (", and your answer has no value there",)
    )
    start: Text = (*where, " ") if where else ()
    return joined((*start, *noun, verb, _number(wanted, point, right), *answered))


def _number(expr: Expr, point: Point, decimal: Written) -> Written:
    """The exact value beside its decimals where it is short; the decimals alone elsewhere."""
    if not _light(expr, point):
        return decimal
    exact = expr.xreplace(point)
    if exact.is_Integer or (exact.is_Rational and len(str(exact)) < SHORT):
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


def _equal(left: Basic, right: Basic) -> Written:
    return Relation(("=",), (write(left), write(right)))
