"""Phrases as data: "derivative of {f} [wrt {x}] [at {a}]", matched against tokens outside of all brackets.

A word stands for itself, a|b for either, [ ] may be left out, { } takes the mathematics up to the next word of the
phrase, <ordinal> one of second, 3rd, n-th.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from ..tokens import WORD, Token

if TYPE_CHECKING:
    from ...problems import Problem
    from .question import Question

ORDINALS: dict[str, int] = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "twentieth": 20, "hundredth": 100,
}  # fmt: skip

Slots = dict[str, list[Token]]
Build = Callable[["Question", Slots], "Problem"]


@dataclass(frozen=True)
class Element:
    """``words``: one of these stands here; otherwise ``slot`` names what is taken."""

    words: frozenset[str] = frozenset()
    slot: str = ""


@dataclass(frozen=True)
class Variant:
    """A phrase with its options decided."""

    elements: tuple[Element, ...]

    def match(self, tokens: list[Token], depths: list[int]) -> Slots | None:
        """What the slots take, or ``None``; the first words of the phrase that are found end a slot."""
        return self._match(0, 0, tokens, depths)

    def _match(self, i: int, at: int, tokens: list[Token], depths: list[int]) -> Slots | None:
        if i == len(self.elements):
            return {} if at == len(tokens) else None
        element = self.elements[i]
        if element.words or element.slot == "<ordinal>":
            if at < len(tokens) and _stands(element, tokens, at, depths):
                rest = self._match(i + 1, at + 1, tokens, depths)
                return rest if rest is None or element.words else {**rest, "<ordinal>": [tokens[at]]}
            return None
        if i == len(self.elements) - 1:
            return {element.slot: tokens[at:]} if at < len(tokens) else None
        following = self.elements[i + 1]
        for end in range(at + 1, len(tokens)):
            if _stands(following, tokens, end, depths):
                rest = self._match(i + 1, end, tokens, depths)
                if rest is not None:
                    return {element.slot: tokens[at:end], **rest}
        return None


def _stands(element: Element, tokens: list[Token], at: int, depths: list[int]) -> bool:
    t = tokens[at]
    if depths[at] or (t.kind != WORD and t.text != ":"):
        return False
    if element.slot == "<ordinal>":
        return ordinal(t.text) is not None
    # A short word glued to what stands before it is a product of letters: e^at.
    return t.text.lower() in element.words and (t.spaced or at == 0 or len(t.text) != 2)


def ordinal(word: str) -> int | str | None:
    """2 for "second" and "2nd", the letter for "nth"; ``None`` for other words."""
    word = word.lower()
    if word in ORDINALS:
        return ORDINALS[word]
    if word[:-2].isdigit() and word[-2:] in ("st", "nd", "rd", "th"):
        return int(word[:-2])
    return word[0] if len(word) == 3 and word[1:] == "th" and word[0].isalpha() else None


@dataclass(frozen=True)
class Asked:
    """One way to ask: the variants of a phrase, the longest first, and what builds the problem from its slots."""

    variants: tuple[Variant, ...]
    build: Build

    def leads(self) -> frozenset[str]:
        """The words it may begin with; empty where it begins with mathematics or an ordinal."""
        first = [v.elements[0].words for v in self.variants]
        return frozenset().union(*first) if all(first) else frozenset()


def asked(pattern: str, build: Build) -> Asked:
    """The phrase ``pattern`` with what builds its problem."""
    variants = [Variant(tuple(v)) for v in _expanded(pattern.split())]
    return Asked(tuple(sorted(variants, key=lambda v: -len(v.elements))), build)


def _expanded(words: list[str]) -> Iterator[list[Element]]:
    """All ways to take or leave what stands in square brackets, which do not nest."""
    groups: list[list[list[Element]]] = []
    optional: list[Element] | None = None
    for word in words:
        opens, closes = word.startswith("["), word.endswith("]")
        element = _element(word.strip("[]"))
        if opens:
            optional = []
        if optional is None:
            groups.append([[element]])
        else:
            optional.append(element)
        if closes and optional is not None:
            groups.append([optional, []])
            optional = None
    for choice in product(*groups):
        yield [e for part in choice for e in part]


def _element(word: str) -> Element:
    if word.startswith("{"):
        return Element(slot=word.strip("{}"))
    if word == "<ordinal>":
        return Element(slot=word)
    return Element(words=frozenset(word.split("|")))


def words_of(phrases: tuple[Asked, ...]) -> frozenset[str]:
    """Every word that occurs in the phrases."""
    return frozenset(w for a in phrases for v in a.variants for e in v.elements for w in e.words)
