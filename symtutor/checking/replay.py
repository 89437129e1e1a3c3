"""A sound derivation, run again with one mistake in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

from ..derivation import AnyRule, Budget, Derivation, Misconception, Rulebook, Unsolved, derive
from ..derivation.search import Search
from ..problems import Problem

Mistake: TypeAlias = Misconception[Any]


def always(problem: Problem, rulebook: Rulebook, mistake: Mistake, seconds: float) -> Derivation | None:
    """The derivation in which ``mistake`` is made wherever its rule would be applied: what students do."""
    return _derived(problem, rulebook.preceded(str(mistake.mistakes), mistake), seconds)


def preferred(problem: Problem, rulebook: Rulebook, mistake: Mistake, seconds: float) -> Derivation | None:
    """The derivation in which ``mistake`` is made wherever it fits, whatever sound rule would come before it."""
    return _derived(problem, rulebook.joined_by(mistake), seconds)


def _derived(problem: Problem, book: Rulebook, seconds: float) -> Derivation | None:
    found = derive(problem, book, Budget(seconds=seconds))
    return None if isinstance(found, Unsolved) else found


def once(sound: Derivation, rulebook: Rulebook, mistake: Mistake, seconds: float) -> Iterator[Derivation]:
    """The sound derivation with ``mistake`` made at one place, for each place where it applies, premises first."""
    name = mistake.mistakes
    for node in sound:
        if node.problem is not sound.problem and name in (None, node.step.rule):
            if isinstance(node.problem, mistake.solves):
                wrong = _Replay(rulebook, Budget(seconds=seconds), sound, node, mistake).answer(sound.problem)
                if isinstance(wrong, Derivation):
                    yield wrong


class _Replay(Search):
    """A search that repeats the applications of a known tree; only ``place`` is answered by the mistake.

    Questions below and beside the place keep their derivations, so that a replay costs little more than the path
    from the root to the place.
    """

    def __init__(
        self, rulebook: Rulebook, budget: Budget, sound: Derivation, place: Derivation, mistake: Mistake
    ) -> None:
        super().__init__(rulebook, budget)
        self.place, self.mistake = place, mistake
        self.above = _above(sound, place)
        self.sound = {node.problem: node for node in sound}
        self.solved = {n.problem: n for n in sound if id(n) not in self.above and n is not place}

    def _rules(self, problem: Problem) -> tuple[AnyRule, ...]:
        if problem == self.place.problem:
            return (self.mistake,)
        node = self.sound.get(problem)
        if node is None or id(node) not in self.above:
            return super()._rules(problem)
        return tuple(r for r in super()._rules(problem) if r.name == node.step.rule)


def _above(sound: Derivation, place: Derivation) -> frozenset[int]:
    """The nodes that rest on ``place``."""
    resting: set[int] = set()
    for node in sound:
        if any(p is place or id(p) in resting for p in node.step.premises()):
            resting.add(id(node))
    return frozenset(resting)
