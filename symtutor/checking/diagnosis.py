"""Why an answer is wrong: the misconception whose derivation arrives at it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations
from time import monotonic

from ..derivation import Answer, Budget, Derivation, Rulebook, Unsolved, derive
from ..problems import Problem
from .replay import Mistake, always, once

Same = Callable[[Answer], bool]


@dataclass(frozen=True)
class Finding:
    """A misconception and the derivation in which it predicts the student's answer."""

    rule: Mistake
    derivation: Derivation

    @property
    def tag(self) -> str:
        return self.rule.tag

    @property
    def place(self) -> Derivation:
        """The node at which the mistake is made; the outermost where there are several."""
        return next(n for n in reversed(list(self.derivation)) if n.step.rule == self.rule.name)


def diagnose(problem: Problem, same: Same, rulebook: Rulebook, seconds: float = 3.0) -> Finding | None:
    """The one misconception that explains the answer, or ``None`` where none or several do.

    ``same`` says whether a predicted answer is the student's.  A mistake made always is tried before one made once,
    one mistake before two.  The caller knows that no sound route gives the student's value: the verifier refuted it.
    """
    end = monotonic() + seconds
    sound = derive(problem, rulebook, Budget(seconds=seconds))
    if isinstance(sound, Unsolved):
        return None
    candidates = tuple(_candidates(sound, rulebook))
    for road in (_always, _once, _two):
        hits = [f for f in road(problem, sound, rulebook, candidates, end) if same(f.derivation.answer)]
        if hits:
            return _most_specific(hits)
    return None


def _candidates(sound: Derivation, rulebook: Rulebook) -> Iterator[Mistake]:
    """The misconceptions whose rule stands in the sound derivation, or that name none and match a node of it."""
    standing = {node.step.rule for node in sound}
    types = dict.fromkeys(type(node.problem) for node in sound)
    for kind in types:
        for m in rulebook.misconceptions(kind):
            name = m.mistakes
            if name in standing or (
                name is None and any(_matches(m, n.problem) for n in sound if isinstance(n.problem, kind))
            ):
                yield m


def _matches(m: Mistake, problem: Problem) -> bool:
    return any(True for _ in m.match(problem))


def _always(
    problem: Problem, sound: Derivation, rulebook: Rulebook, candidates: tuple[Mistake, ...], end: float
) -> Iterator[Finding]:
    for m in candidates:
        if (left := end - monotonic()) > 0:
            wrong = always(problem, rulebook, m, left)
            if wrong is not None and _stands(wrong, m):
                yield Finding(m, wrong)


def _once(
    problem: Problem, sound: Derivation, rulebook: Rulebook, candidates: tuple[Mistake, ...], end: float
) -> Iterator[Finding]:
    for m in candidates:
        if (left := end - monotonic()) > 0:
            for wrong in once(sound, rulebook, m, left):
                if _stands(wrong, m):
                    yield Finding(m, wrong)


def _two(
    problem: Problem, sound: Derivation, rulebook: Rulebook, candidates: tuple[Mistake, ...], end: float
) -> Iterator[Finding]:
    named = [m for m in candidates if m.mistakes is not None]
    for a, b in combinations(named, 2):
        if (left := end - monotonic()) <= 0 or a.mistakes == b.mistakes:
            continue
        book = rulebook.preceded(str(a.mistakes), a)
        wrong = always(problem, book, b, left)
        if wrong is not None and _stands(wrong, a) and _stands(wrong, b):
            yield Finding(a if a.specificity >= b.specificity else b, wrong)


def _stands(derivation: Derivation, m: Mistake) -> bool:
    return any(n.step.rule == m.name for n in derivation)


def _most_specific(hits: list[Finding]) -> Finding | None:
    """The most specific hit; none where two of the same rank disagree."""
    best = max(h.rule.specificity for h in hits)
    top = [h for h in hits if h.rule.specificity == best]
    return top[0] if len({h.tag for h in top}) == 1 else None
