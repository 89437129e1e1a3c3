"""One claim by itself: that an answer, from wherever it comes, answers a question."""

from __future__ import annotations

from dataclasses import replace

from sympy.logic.boolalg import Boolean

from ..derivation import Answer, Derivation, Evidence, Step
from ..problems import AnswerType, Problem
from ..written import write
from .bench import Bench
from .numbers import ball_precision, restore_ball_precision
from .statements import statement_for
from .verify import judged


def examine(
    problem: Problem,
    answer: Answer,
    conditions: tuple[Boolean, ...] = (),
    deadline: float | None = None,
    balls: bool = True,
) -> Evidence:
    """The evidence that ``answer`` answers ``problem`` under ``conditions``; arguments as for ``verify``."""
    conclusion = answer if isinstance(answer, AnswerType) else write(answer)
    node = Derivation(problem, answer, Step("", (), (), conclusion, conditions))
    before = ball_precision()
    try:
        bench = Bench(deadline, balls)
        evidence = judged(node, bench)
        return replace(evidence, statement=statement_for(node, evidence, bench))
    finally:
        restore_ball_precision(before)
