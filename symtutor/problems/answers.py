"""Answers that are no SymPy expression: small frozen types whose fields are expressions or tuples."""

from __future__ import annotations

from dataclasses import dataclass

from sympy import Expr, Symbol


@dataclass(frozen=True)
class AnswerType:
    """Base of the answers that are not one SymPy object."""


@dataclass(frozen=True)
class NoValue(AnswerType):
    """The question has no value, and that is the answer: "does not exist", "diverges", "no solution".

    ``word`` is what ``str`` gives; ``reason`` says why in one sentence.
    """

    word: str
    reason: str = ""

    def __str__(self) -> str:
        return self.word


@dataclass(frozen=True)
class YesNo(AnswerType):
    """The answer to a question of yes or no; ``evidence`` are the numbers that decide it, such as two slopes."""

    holds: bool
    reason: str = ""
    evidence: tuple[Expr, ...] = ()

    def __str__(self) -> str:
        return ("yes" if self.holds else "no") + (f": {self.reason}" if self.reason else "")


@dataclass(frozen=True)
class SolutionSet(AnswerType):
    """All real solutions of an equation in ``variable``.

    ``members`` are expressions; those that contain one of the integer symbols ``parameters`` stand for a
    family, one solution for each integer.  ``everything`` says that every point of the domain solves it.
    """

    variable: Symbol
    members: tuple[Expr, ...] = ()
    parameters: tuple[Symbol, ...] = ()
    everything: bool = False

    def __str__(self) -> str:
        if self.everything:
            return f"every {self.variable}"
        if not self.members:
            return "no solution"
        return " or ".join(f"{self.variable} = {m}" for m in self.members)
