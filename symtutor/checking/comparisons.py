"""Mistakes outside the tree: the answer is right to another question."""

from __future__ import annotations

from dataclasses import dataclass

from sympy import Expr

from ..derivation import VOUCHED, Answer
from ..problems import Differentiate, DifferentiateRepeatedly, Problem
from ..verification import examine


@dataclass(frozen=True)
class Comparison:
    """The tag of the mistake and a sentence for the student."""

    tag: str
    sentence: str
    advice: str = ""


def explained_by_comparison(problem: Problem, answer: Answer, end: float | None) -> Comparison | None:
    """The other question that ``answer`` answers, where it is one that students mistake this one for."""
    if not isinstance(problem, (Differentiate, DifferentiateRepeatedly)) or not isinstance(answer, Expr):
        return None
    variables = problem.variables if isinstance(problem, DifferentiateRepeatedly) else (problem.variable,)
    if not answer.has(*variables):
        return None
    integrated = examine(Differentiate(answer, variables[0], given=problem.given), problem.expr, deadline=end)
    if integrated.verdict in VOUCHED:
        return Comparison(
            "integrated_instead",
            "Your answer's derivative is the function that was given: you integrated instead of differentiating.",
            "Ask for the rate of change of the function, not for a function with that rate of change.",
        )
    if len(set(variables)) > 1:
        return None
    for order in range(1, len(variables) + 2):
        if order != len(variables) and _is_derivative(problem, variables[0], order, answer, end):
            ordinals = {1: "first", 2: "second", 3: "third"}
            return Comparison(
                "wrong_derivative_order",
                f"This is the {ordinals.get(order, f'{order}th')} derivative; "
                f"the {ordinals.get(len(variables), f'{len(variables)}th')} is asked for.",
                "Count how often you have differentiated.",
            )
    return None


def _is_derivative(problem: Problem, x: object, order: int, answer: Expr, end: float | None) -> bool:
    assert isinstance(problem, (Differentiate, DifferentiateRepeatedly))
    other = DifferentiateRepeatedly(problem.expr, (x,) * order, given=problem.given)
    return examine(other, answer, deadline=end).verdict in VOUCHED
