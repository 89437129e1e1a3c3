"""Why an answer is wrong: the misconception whose derivation arrives at it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations
from time import monotonic

from ..derivation import Answer, Derivation, Rulebook
from ..problems import Problem
from .replay import Mistake, always, once, preferred

Same = Callable[[Answer], bool]


@dataclass(frozen=True)
class Finding:
    """A misconception and the derivation in which it predicts the student's answer, with ``other`` where two do."""

    rule: Mistake
    derivation: Derivation
    other: Mistake | None = None

    @property
    def tag(self) -> str:
        return self.rule.tag

    def places(self) -> tuple[tuple[Mistake, Derivation], ...]:
        """Each mistake with the node at which it is made; the outermost where there are several."""
        nodes = list(reversed(list(self.derivation)))
        rules = (self.rule,) if self.other is None else (self.rule, self.other)
        return tuple((rule, next(n for n in nodes if n.step.rule == rule.name)) for rule in rules)


def standing_mistakes(sound: Derivation, same: Same, rulebook: Rulebook, end: float) -> tuple[Finding, ...]:
    """The mistakes with a rule of the sound derivation that explain the answer when they are always made.

    ``same`` says whether a predicted answer is the student's.  The caller knows that no sound route gives the
    student's value: the verifier refuted it.
    """
    return _first((_always, tuple(_candidates(sound, rulebook))), told=(sound, same, rulebook, end))


def farther_mistakes(sound: Derivation, same: Same, rulebook: Rulebook, end: float) -> tuple[Finding, ...]:
    """The same mistakes made once; those with a rule that may have been taken instead; two mistakes at once."""
    standing = tuple(_candidates(sound, rulebook))
    elsewhere = tuple(m for m in _fitting(sound, rulebook) if m not in standing)
    return _first((_once, standing), (_instead, elsewhere), (_two, standing), told=(sound, same, rulebook, end))


def decided(hits: tuple[Finding, ...]) -> Finding | None:
    """The most specific hit; none where two of the same rank disagree."""
    best = max((h.rule.specificity for h in hits), default=0)
    top = [h for h in hits if h.rule.specificity == best]
    return top[0] if len({h.tag for h in top}) == 1 else None


Road = Callable[[Derivation, Rulebook, tuple[Mistake, ...], float], Iterator[Finding]]


def _first(
    *roads: tuple[Road, tuple[Mistake, ...]], told: tuple[Derivation, Same, Rulebook, float]
) -> tuple[Finding, ...]:
    """What the first road that explains the answer found."""
    sound, same, rulebook, end = told
    for road, candidates in roads:
        hits = tuple(f for f in road(sound, rulebook, candidates, end) if same(f.derivation.answer))
        if hits:
            return hits
    return ()


def _candidates(sound: Derivation, rulebook: Rulebook) -> Iterator[Mistake]:
    """The misconceptions whose rule stands in the sound derivation."""
    standing = {node.step.rule for node in sound}
    for kind in dict.fromkeys(type(node.problem) for node in sound):
        for m in rulebook.misconceptions(kind):
            if m.mistakes in standing and m.within in (None, *standing):
                yield m


def _fitting(sound: Derivation, rulebook: Rulebook) -> Iterator[Mistake]:
    """The misconceptions that match a question of the sound derivation, by whatever rule it was answered there."""
    for kind in dict.fromkeys(type(node.problem) for node in sound):
        for m in rulebook.misconceptions(kind):
            if m.within is None and any(_matches(m, n.problem) for n in sound if isinstance(n.problem, kind)):
                yield m


def _matches(m: Mistake, problem: Problem) -> bool:
    return any(True for _ in m.match(problem))


def _always(sound: Derivation, rulebook: Rulebook, candidates: tuple[Mistake, ...], end: float) -> Iterator[Finding]:
    for m in candidates:
        if (left := end - monotonic()) > 0:
            wrong = always(sound.problem, rulebook, m, left)
            if wrong is not None and _stands(wrong, m):
                yield Finding(m, wrong)


def _instead(sound: Derivation, rulebook: Rulebook, candidates: tuple[Mistake, ...], end: float) -> Iterator[Finding]:
    for m in candidates:
        if (left := end - monotonic()) > 0:
            wrong = preferred(sound.problem, rulebook, m, left)
            if wrong is not None and _stands(wrong, m):
                yield Finding(m, wrong)


def _once(sound: Derivation, rulebook: Rulebook, candidates: tuple[Mistake, ...], end: float) -> Iterator[Finding]:
    for m in candidates:
        if (left := end - monotonic()) > 0:
            for wrong in once(sound, rulebook, m, left):
                if _stands(wrong, m):
                    yield Finding(m, wrong)


def _two(sound: Derivation, rulebook: Rulebook, candidates: tuple[Mistake, ...], end: float) -> Iterator[Finding]:
    for a, b in combinations(candidates, 2):
        if (left := end - monotonic()) <= 0 or a.mistakes == b.mistakes:
            continue
        book = rulebook.preceded(str(a.mistakes), a)
        wrong = always(sound.problem, book, b, left)
        if wrong is not None and _stands(wrong, a) and _stands(wrong, b):
            yield Finding(a, wrong, b) if a.specificity >= b.specificity else Finding(b, wrong, a)


def _stands(derivation: Derivation, m: Mistake) -> bool:
    return any(n.step.rule == m.name for n in derivation)
