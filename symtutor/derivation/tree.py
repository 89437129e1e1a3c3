"""A derivation: what was asked, what was answered, and the one step that joins them.

Derivations share premises, so they are directed acyclic graphs.  They compare by identity, and ``walk``
visits each distinct node once; content is compared through ``derivation.json``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any, TypeAlias

from sympy import Basic
from sympy.logic.boolalg import Boolean

from ..problems import AnswerType, Problem
from ..written import Leaf, Written, carried_out, filled, reads_the_same, stated

Answer: TypeAlias = Basic | AnswerType


class Verdict(StrEnum):
    """What the evidence for a step promises, strongest first."""

    PROVED = "proved"
    ENCLOSED = "enclosed"
    CONFIRMED = "confirmed"
    UNDECIDED = "undecided"
    REFUTED = "refuted"

    @property
    def rank(self) -> int:
        """0 for the strongest."""
        return list(Verdict).index(self)

    # Verdicts compare by strength, proved > enclosed > … > refuted, and not as the text they also are.
    def __gt__(self, other: str) -> bool:
        return self.rank < Verdict(other).rank

    def __ge__(self, other: str) -> bool:
        return self.rank <= Verdict(other).rank

    def __lt__(self, other: str) -> bool:
        return self.rank > Verdict(other).rank

    def __le__(self, other: str) -> bool:
        return self.rank >= Verdict(other).rank


VOUCHED = frozenset({Verdict.PROVED, Verdict.ENCLOSED, Verdict.CONFIRMED})


@dataclass(frozen=True)
class Evidence:
    """What the verifier found.  Only ``symtutor.verification`` makes it.

    ``statement`` is what the page's Check prints, words and mathematics in turn.  ``points`` is how many
    points on each of ``pieces`` pieces of the domain; ``radius`` is the stated radius or number of digits;
    ``witness`` is where the claim fails, as (letter, value) pairs; ``reason`` says why nothing was decided.
    """

    verdict: Verdict
    method: str
    statement: tuple[Written | str, ...] = ()
    points: int = 0
    pieces: int = 0
    radius: str = ""
    witness: tuple[tuple[Basic, Basic], ...] = ()
    reason: str = ""


class Role(StrEnum):
    """How a question is told: in the line, tabulated beside it, or as a step of its own before it."""

    STANDING = "standing"
    ASIDE = "aside"
    FIRST = "first"


@dataclass(frozen=True, eq=False)
class Premise:
    """A question that a step asked, with its derivation."""

    derivation: Derivation
    role: Role


@dataclass(frozen=True, eq=False)
class Said:
    """An intermediate line that the rule wrote, and the sign between it and what stands before.

    ``text`` are words to print beside it; holes in ``line`` are earlier standing questions.
    """

    line: Written
    relation: str = "="
    text: str = ""


@dataclass(frozen=True, eq=False)
class Step:
    """One application of one rule."""

    rule: str
    bindings: tuple[tuple[str, Any], ...]
    told: tuple[Premise | Said, ...]
    conclusion: Written | AnswerType
    conditions: tuple[Boolean, ...] = ()
    evidence: Evidence | None = None

    def premises(self, role: Role | None = None) -> tuple[Derivation, ...]:
        """The derivations of the questions asked, in order; of one role only where it is given."""
        return tuple(t.derivation for t in self.told if isinstance(t, Premise) and role in (None, t.role))

    @cached_property
    def line(self) -> Written | None:
        """The conclusion with the standing questions in their places; ``None`` for an answer type."""
        return stated(self.conclusion) if isinstance(self.conclusion, Written) else None

    @cached_property
    def filled(self) -> Written | None:
        """The conclusion with the answers in their places."""
        if not isinstance(self.conclusion, Written):
            return None
        return self.fill(self.conclusion)

    def fill(self, line: Written) -> Written:
        """Any line of this step with the answers to its standing questions in their places."""
        answers = {i: Leaf(d.answer) for i, d in enumerate(self.premises(Role.STANDING)) if isinstance(d.answer, Basic)}
        return filled(line, answers)

    @cached_property
    def carried_out(self) -> Written | None:
        """The filled line with its brackets and substitutions written out."""
        return None if self.filled is None else carried_out(self.filled)

    def value(self) -> Answer:
        """The answer that the conclusion amounts to."""
        if isinstance(self.conclusion, AnswerType):
            return self.conclusion
        assert self.filled is not None
        return self.filled.value()


@dataclass(frozen=True, eq=False)
class Derivation:
    """A question, its answer, and the step that answers it.

    ``answer`` holds under ``step.conditions`` together with the domain of the question.  ``effort`` is the
    greatest sum of efforts along one path of the tree.
    """

    problem: Problem
    answer: Answer
    step: Step
    effort: int = 0

    def __iter__(self) -> Iterator[Derivation]:
        """Each distinct node once, premises before what rests on them."""
        seen: set[int] = set()
        stack: list[tuple[Derivation, bool]] = [(self, False)]
        while stack:
            node, done = stack.pop()
            if done:
                yield node
            elif id(node) not in seen:
                seen.add(id(node))
                stack.append((node, True))
                stack += [(p, False) for p in reversed(node.step.premises())]

    @property
    def conditions(self) -> tuple[Boolean, ...]:
        """The conditions under which the answer holds, beyond what the question itself says."""
        return self.step.conditions

    def chain(self) -> tuple[Written, ...]:
        """statement, line, filled, carried out, answer: each only where it reads differently from the one before."""
        step = self.step
        links: list[Written] = [self.problem.statement()]
        candidates = [step.line, step.filled, step.carried_out]
        if isinstance(self.answer, Basic):
            candidates.append(Leaf(self.answer))
        for link in candidates:
            if link is not None and not reads_the_same(links[-1], link):
                links.append(link)
        return tuple(links)


@dataclass(frozen=True)
class Unsolved:
    """No derivation was found.  ``frontier`` are the questions that stopped every route.

    ``gave_up`` says that a limit on work or time ended the search, so that nothing is known to be impossible.
    """

    problem: Problem
    reason: str
    frontier: tuple[Problem, ...] = field(default=())
    gave_up: bool = False
