"""Where a wrong answer is right: on a part of the domain."""

from __future__ import annotations

from collections.abc import Iterator

from sympy import Abs, Expr, Gt, Integer, Lt, Max, Min, Symbol, sign
from sympy.logic.boolalg import Boolean

from ..derivation import VOUCHED, Answer
from ..problems import Differentiate, DifferentiateRepeatedly, Problem
from ..verification import examine


def holding_part(problem: Problem, answer: Answer, end: float | None) -> Boolean | None:
    """A half line on which the answer is right after all, ``None`` where it is right on neither.

    The line is cut at 0 and at the corners of the question: the parts on which students' answers hold are almost
    always the sides of |x| or |x − a|.
    """
    if not isinstance(problem, (Differentiate, DifferentiateRepeatedly)) or not isinstance(answer, Expr):
        return None
    x: Symbol = problem.variable if isinstance(problem, Differentiate) else problem.variables[0]
    for cut in dict.fromkeys((Integer(0), *_corners(problem.expr, x), *_corners(answer, x))):
        for half in (Gt(x, cut), Lt(x, cut)):
            if half not in problem.given and examine(problem.under(half), answer, deadline=end).verdict in VOUCHED:
                return half
    return None


def _corners(expr: Expr, x: Symbol) -> Iterator[Expr]:
    """The zeros of what stands between bars and under signs, where that is linear; where two linear functions meet."""
    for bend in sorted(expr.atoms(Abs, sign, Max, Min), key=lambda b: b.sort_key()):
        gap = bend.args[0] - bend.args[1] if isinstance(bend, (Max, Min)) else bend.args[0]
        line = gap.as_poly(x)
        if line is not None and line.degree() == 1 and not gap.free_symbols - {x}:
            yield -line.nth(0) / line.nth(1)
