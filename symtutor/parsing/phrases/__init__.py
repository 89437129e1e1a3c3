"""Phrases: how each type of problem is asked for in words.

A subject adds a module with a tuple of ``asked(…)`` and names it here.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..resolve import RESERVED
from ..tokens import WORD, Token
from .algebra import ALGEBRA
from .coming import COMING, SUBJECTS
from .derivatives import DERIVATIVES
from .limits import LIMITS
from .pattern import ORDINALS, Asked, Slots, words_of
from .question import Question

PHRASES: tuple[Asked, ...] = (*DERIVATIVES, *LIMITS, *ALGEBRA, *COMING)

# Words of politeness and asking that stand before the question.
_LEADS = (
    "find compute calculate determine evaluate what whats is give show me please can could you us get work out i need "
    "tell how do let suppose state"
)
LEADS = frozenset(_LEADS.split())
_AROUND = (
    "respect definition principles rule approaches tends goes right left above below positive negative otherwise "
    "differentiation assuming provided solution exist undefined diverges"
)
VOCABULARY: frozenset[str] = (
    words_of(PHRASES) | SUBJECTS.keys() | LEADS | RESERVED | ORDINALS.keys() | frozenset(_AROUND.split())
)


def _by_lead() -> dict[str, tuple[Asked, ...]]:
    table: dict[str, list[Asked]] = {}
    for phrase in PHRASES:
        for word in sorted(phrase.leads()):
            table.setdefault(word, []).append(phrase)
    return {word: tuple(found) for word, found in table.items()}


_LED = _by_lead()
_UNLED = tuple(p for p in PHRASES if not p.leads())


def matching(tokens: list[Token], depths: list[int]) -> tuple[Asked, Slots] | None:
    """The first phrase that fits, in the order of ``PHRASES``, and what its slots take."""
    for phrase in _candidates(tokens):
        for variant in phrase.variants:
            slots = variant.match(tokens, depths)
            if slots is not None:
                return phrase, slots
    return None


def _candidates(tokens: list[Token]) -> Iterator[Asked]:
    first = tokens[0]
    if first.kind == WORD:
        yield from _LED.get(first.text.lower(), ())
        yield from _UNLED


__all__ = ["LEADS", "PHRASES", "VOCABULARY", "Question", "matching"]
