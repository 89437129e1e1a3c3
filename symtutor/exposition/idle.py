"""Steps that say nothing of their own."""

from __future__ import annotations

from sympy import Basic

from ..derivation import Derivation, Premise, Role
from ..written import Hole, Leaf
from .alike import alike


def premises(node: Derivation) -> list[Premise]:
    """What the step asked, in order."""
    return [t for t in node.step.told if isinstance(t, Premise)]


def idle(node: Derivation) -> bool:
    """A question that is its own answer, such as tidying what is tidy."""
    if not isinstance(node.answer, Basic) or node.conditions:
        return False
    statement = node.problem.statement()
    # Only a question that is written as an expression can be its own answer.
    return isinstance(statement, Leaf) and alike(statement, Leaf(node.answer))


def transparent(node: Derivation) -> bool:
    """A step that only passes on the answer of its last premise: all that it says is said by its premises."""
    asked = premises(node)
    if not asked or len(asked) != len(node.step.told) or not isinstance(node.answer, Basic):
        return False
    conclusion, last = node.step.conclusion, asked[-1].derivation
    if isinstance(conclusion, Hole):
        return len(asked) == 1 and alike(node.problem.statement(), last.problem.statement())
    passed_on = isinstance(conclusion, Leaf) and conclusion.expr == last.answer
    return passed_on and all(p.role is Role.FIRST for p in asked)
