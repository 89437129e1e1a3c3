"""What an answer claims: the student's writing as an answer of the type that the question asks for.

One registration per answer shape.  Writing of another shape is no wrong reading but a wrong answer, and is told so.
"""

from __future__ import annotations

from functools import singledispatch

from sympy import Basic, Eq, Expr, Symbol, Tuple

from ..derivation import Answer
from ..problems import (
    FindLimit,
    IsDifferentiable,
    NoValue,
    PartialDerivatives,
    Problem,
    SolutionSet,
    Solve,
    TangentLine,
    YesNo,
)
from ..written import Leaf, Listing, Phrase, Relation, Unvalued, Written


class WrongShape(ValueError):
    """The answer is readable mathematics of another kind than the question asks for."""


@singledispatch
def claimed(problem: Problem, answer: Written) -> Answer:
    """The answer that ``answer`` claims.  Raises ``WrongShape`` with a sentence for the student."""
    return _expression(answer)


def _expression(answer: Written) -> Expr:
    words = _words(answer)
    if words:
        raise WrongShape(f"An expression is asked for; “{words}” is none.")
    if isinstance(answer, Relation) and answer.signs == ("=",):
        answer = answer.sides[1]
    value = _value(answer)
    if not isinstance(value, Expr):
        raise WrongShape("An expression is asked for, and this is something else.")
    return value


def _value(answer: Written) -> Basic:
    try:
        return answer.value()
    except Unvalued as open_question:
        raise WrongShape("This still asks something: give the result instead.") from open_question


def _words(answer: Written) -> str:
    if isinstance(answer, Phrase) and all(isinstance(p, str) for p in answer.pieces):
        return " ".join(str(p).strip() for p in answer.pieces).strip().lower()
    return ""


YES = frozenset({"yes", "true", "differentiable", "it is", "yes it is"})
NO = frozenset({"no", "false", "not differentiable", "it is not", "no it is not"})


@claimed.register
def _(problem: IsDifferentiable, answer: Written) -> Answer:
    words = _words(answer) or (str(_value(answer)) if isinstance(answer, Leaf) else "")
    if words.lower() in YES:
        return YesNo(True)
    if words.lower() in NO:
        return YesNo(False)
    raise WrongShape("Yes or no is asked for.")


NO_LIMIT = frozenset({"dne", "does not exist", "doesn't exist", "no limit", "undefined", "none"})


@claimed.register
def _(problem: FindLimit, answer: Written) -> Answer:
    return NoValue("does not exist") if _words(answer) in NO_LIMIT else _expression(answer)


@claimed.register
def _(problem: TangentLine, answer: Written) -> Answer:
    y = problem.ordinate()
    if isinstance(answer, Relation) and answer.signs == ("=",):
        left, right = (_value(s) for s in answer.sides)
        return Eq(left, right, evaluate=False)
    return Eq(y, _expression(answer), evaluate=False)


@claimed.register
def _(problem: PartialDerivatives, answer: Written) -> Answer:
    if not isinstance(answer, Listing) or len(answer.items) != len(problem.variables):
        raise WrongShape(f"{len(problem.variables)} partial derivatives are asked for, in a list.")
    return Tuple(*(_expression(item) for item in answer.items))


@claimed.register
def _(problem: Solve, answer: Written) -> Answer:
    words = _words(answer)
    if words in ("no solution", "no real solution", "none", "no solutions"):
        return SolutionSet(problem.variable)
    if words in ("all reals", "every x", "all real numbers", "everything"):
        return SolutionSet(problem.variable, everything=True)
    items = answer.items if isinstance(answer, Listing) else (answer,)
    members = tuple(_member(item, problem.variable) for item in items)
    parameters = {s for m in members for s in m.free_symbols if s.is_integer} - problem.free_symbols()
    return SolutionSet(problem.variable, members, tuple(sorted(parameters, key=lambda s: s.name)))


def _member(item: Written, variable: Symbol) -> Expr:
    if isinstance(item, Relation) and item.signs == ("=",) and _value(item.sides[0]) != variable:
        raise WrongShape(f"A value of {variable} is asked for.")
    return _expression(item)
