"""What an answer claims: the student's writing as an answer of the type that the question asks for.

One registration per answer shape.  Writing of another shape is no wrong reading but a wrong answer, and is told so.
"""

from __future__ import annotations

from functools import singledispatch

from sympy import Basic, Eq, Expr, Piecewise, Poly, PolynomialError, Symbol, Tuple, oo

from ..derivation import Answer
from ..problems import (
    ChainAlongPath,
    DerivativeOfInverse,
    Differentiate,
    DifferentiateAt,
    FindLimit,
    ImplicitDerivative,
    IsDifferentiable,
    LinearApproximation,
    NoValue,
    PartialDerivatives,
    Problem,
    SolutionSet,
    Solve,
    TangentLine,
    YesNo,
)
from ..written import DerivativeOf, Leaf, Listing, Phrase, Relation, Unvalued, Written


class WrongShape(ValueError):
    """The answer is readable mathematics of another kind than the question asks for."""


@singledispatch
def claimed(problem: Problem, answer: Written) -> Answer:
    """The answer that ``answer`` claims.  Raises ``WrongShape`` with a sentence for the student."""
    return _expression(answer)


def _expression(answer: Written) -> Expr:
    said = _words(answer)
    if said:
        raise WrongShape(f"An expression is asked for; “{said}” is none.")
    answer = _restricted(answer)
    if isinstance(answer, Relation) and set(answer.signs) == {"="}:
        # Of a chain of equations the last side is the result.
        answer = answer.sides[-1]
    if isinstance(answer, Listing):
        if len(answer.items) != 1:
            raise WrongShape(f"One expression is asked for, and these are {len(answer.items)}.")
        (answer,) = answer.items
    value = _value(answer)
    if getattr(value, "is_Matrix", False):
        raise WrongShape("An expression is asked for, and this is a matrix.")
    if not isinstance(value, Expr):
        raise WrongShape("An expression is asked for, and this is a statement about one.")
    return value


def _restricted(answer: Written) -> Written:
    """Without a remark such as x ≠ 0; with "x > 0" the answer is claimed for that part alone, and stays so."""
    if isinstance(answer, Listing) and len(answer.items) > 1 and not answer.left:
        first, *rest = answer.items
        if all(isinstance(r, Relation) and "=" not in r.signs for r in rest):
            kept = [_value(r) for r in rest if isinstance(r, Relation) and r.signs != ("≠",)]
            return first if not kept else Leaf(Piecewise((_value(first), kept[0])))
    return answer


def _value(answer: Written) -> Basic:
    try:
        return answer.value()
    except Unvalued as open_question:
        raise WrongShape("This still asks something: give the result instead.") from open_question


def _words(answer: Written) -> str:
    if isinstance(answer, Phrase) and all(isinstance(p, str) for p in answer.pieces):
        return " ".join(str(p).strip() for p in answer.pieces).strip().lower()
    return ""


# Said of a slope or a limit that there is none.
NOTHING = frozenset(
    {
        "does not exist", "undefined", "not defined", "none", "no", "nowhere", "not differentiable", "no limit",
        "infinite", "no inverse", "no solution", "diverges",
    }
)  # fmt: skip


def _value_or_none(answer: Written, infinite: bool) -> Answer:
    if _words(answer) in NOTHING:
        return NoValue("does not exist")
    value = _expression(answer)
    return NoValue("does not exist") if infinite and value in (oo, -oo) else value


@claimed.register(Differentiate)
@claimed.register(DifferentiateAt)
@claimed.register(DerivativeOfInverse)
@claimed.register(LinearApproximation)
def _(problem: Problem, answer: Written) -> Answer:
    # A slope that grows without bound is no slope, however it is said.
    return _value_or_none(answer, infinite=True)


@claimed.register
def _(problem: ImplicitDerivative, answer: Written) -> Answer:
    # An equation that was differentiated and not solved, such as 2x + 2y = 0, claims its two sides' difference.
    if isinstance(answer, Relation) and answer.signs == ("=",):
        left, right = (_value(side) for side in answer.sides)
        if isinstance(left, Expr) and isinstance(right, Expr) and left.has(problem.independent, problem.dependent):
            return left - right
    return _expression(answer)


@claimed.register
def _(problem: ChainAlongPath, answer: Written) -> Answer:
    # Along the path the letters of the outer function stand for what the parameter makes of them.
    return along_path(problem, _expression(answer))


def along_path(problem: Problem, answer: Answer) -> Answer:
    """An answer about a path in its parameter alone; any other answer as it is."""
    if isinstance(problem, ChainAlongPath) and isinstance(answer, Expr):
        return answer.xreplace(dict(tuple(pair) for pair in problem.path))
    return answer


@claimed.register
def _(problem: FindLimit, answer: Written) -> Answer:
    return _value_or_none(answer, infinite=False)


YES = frozenset({"yes", "true", "differentiable", "it is", "yes it is", "everywhere"})
NO = frozenset({"no", "false", "not differentiable", "it is not", "no it is not", "does not exist", "nowhere"})


@claimed.register
def _(problem: IsDifferentiable, answer: Written) -> Answer:
    said = _words(answer) or (str(_value(answer)) if isinstance(answer, Leaf) else "")
    if said.lower() in YES:
        return YesNo(True)
    if said.lower() in NO:
        return YesNo(False)
    raise WrongShape("Yes or no is asked for.")


@claimed.register
def _(problem: TangentLine, answer: Written) -> Answer:
    if _words(answer) in NOTHING:
        return NoValue("does not exist")
    x, y = problem.variable, problem.ordinate()
    if not isinstance(answer, Relation) or set(answer.signs) != {"="}:
        return Eq(y, _expression(answer), evaluate=False)
    left, right = (_value(side) for side in (answer.sides[0], answer.sides[-1]))
    if not isinstance(left, Expr) or not isinstance(right, Expr):
        raise WrongShape(f"The equation of a line is asked for, such as {y} = 2{x} + 1.")
    return _line(left - right, x, y)


def _line(gap: Expr, x: Symbol, y: Symbol) -> Answer:
    """gap = 0 as y = …, or as x = … where it does not mention y."""
    for letter in (y, x):
        if gap.has(letter):
            try:
                by_letter = Poly(gap, letter)
            except PolynomialError:
                break
            if by_letter.degree() != 1 or by_letter.nth(1).has(x, y):
                break
            return Eq(letter, (-by_letter.nth(0) / by_letter.nth(1)).expand(), evaluate=False)
    raise WrongShape(f"The equation of a line is asked for, such as {y} = 2{x} + 1.")


@claimed.register
def _(problem: PartialDerivatives, answer: Written) -> Answer:
    count = len(problem.variables)
    items = answer.items if isinstance(answer, Listing) else (answer,)
    if len(items) == 1 and isinstance(items[0], Relation) and isinstance(items[0].sides[-1], Listing):
        items = items[0].sides[-1].items
    if len(items) != count:
        raise WrongShape(f"{count} partial derivatives are asked for, and this is {len(items)}.")
    named = {_by(item): item for item in items}
    if set(named) == set(problem.variables):
        items = tuple(named[x] for x in problem.variables)
    return Tuple(*(_expression(item) for item in items))


def _by(item: Written) -> Symbol | None:
    """The variable of ∂f/∂x = … or f_x = …; ``None`` where the item does not name it."""
    if not isinstance(item, Relation):
        return None
    left = item.sides[0]
    if isinstance(left, DerivativeOf):
        letter = left.variables[0][0].value()
        return letter if isinstance(letter, Symbol) else None
    name = left.expr.name if isinstance(left, Leaf) and isinstance(left.expr, Symbol) else ""
    return Symbol(name.split("_", 1)[1], real=True) if "_" in name else None


@claimed.register
def _(problem: Solve, answer: Written) -> Answer:
    said = _words(answer)
    if said in ("no solution", "no real solution", "none", "no solutions"):
        return SolutionSet(problem.variable)
    if said in ("all reals", "every x", "all real numbers", "everything", "everywhere"):
        return SolutionSet(problem.variable, everything=True)
    items = answer.items if isinstance(answer, Listing) else (answer,)
    members = tuple(_member(item, problem.variable) for item in items)
    parameters = {s for m in members for s in m.free_symbols if s.is_integer} - problem.free_symbols()
    return SolutionSet(problem.variable, members, tuple(sorted(parameters, key=lambda s: s.name)))


def _member(item: Written, variable: Symbol) -> Expr:
    if isinstance(item, Relation) and item.signs == ("=",) and _value(item.sides[0]) != variable:
        raise WrongShape(f"A value of {variable} is asked for.")
    return _expression(item)
