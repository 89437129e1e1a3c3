"""Two forms compared at a point, and solutions put in."""

from __future__ import annotations

from sympy import Integer

from ...problems import Rewrite, SolutionSet, Solve
from ...written import Relation, Written
from ..claims.registry import letters_of
from ..numbers import EVALUATION_FAILURES
from .digits import Statement, equal, rounded, where
from .reader import Reader, stated


@stated.register
def _(problem: Rewrite, reader: Reader) -> Statement:
    letters = letters_of(problem.expr, reader.answer)
    if not letters:
        return ("both are ", rounded(reader.value(problem.expr, {}), 8))
    x = problem.variable or letters[0]
    for point in reader.points(x, problem.expr, reader.answer):
        try:
            before, after = reader.value(problem.expr, point), reader.value(reader.answer, point)
        except EVALUATION_FAILURES:
            continue
        # That both are 0 says little: take a point where there is something to compare.
        if abs(before) > 1e-6 and rounded(before) == rounded(after):
            return (*where(point, x), " both are ", rounded(before))
    return ()


@stated.register
def _(problem: Solve, reader: Reader) -> Statement:
    answer = reader.answer
    if not isinstance(answer, SolutionSet) or answer.everything:
        return ()
    said: list[Written | str] = []
    # Of a family its first member is tried: a whole period more changes nothing.
    first = {k: Integer(0) for k in answer.parameters}
    for member in (m.xreplace(first) for m in answer.members[:4]):
        if member.free_symbols:
            return ()
        sides = [e.xreplace({problem.variable: member}) for e in (problem.equation.lhs, problem.equation.rhs)]
        left, right = (rounded(reader.value(s, {})) for s in sides)
        said += ["; " if said else "", equal(problem.variable, member), " gives ", Relation(("=",), (left, right))]
    return tuple(p for p in said if p != "")
