"""Where a wrong answer is right: on a part of the domain."""

from __future__ import annotations

from sympy import Gt, Lt, Symbol
from sympy.logic.boolalg import Boolean

from ..derivation import VOUCHED, Answer
from ..problems import Differentiate, DifferentiateRepeatedly, Problem
from ..verification import examine


def holding_part(problem: Problem, answer: Answer, end: float | None) -> Boolean | None:
    """A half line on which the answer is right after all, ``None`` where it is right on neither.

    The cut is at 0: the parts on which students' answers hold are almost always x > 0 and x < 0, the sides of |x|.
    """
    if not isinstance(problem, (Differentiate, DifferentiateRepeatedly)):
        return None
    x: Symbol = problem.variable if isinstance(problem, Differentiate) else problem.variables[0]
    for half in (Gt(x, 0), Lt(x, 0)):
        if examine(problem.under(half), answer, deadline=end).verdict in VOUCHED:
            return half
    return None
