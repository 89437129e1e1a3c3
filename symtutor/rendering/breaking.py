"""Where a line of characters may be broken."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

OPENING, CLOSING = "([{⟨⌊⌈", ")]}⟩⌋⌉"
RELATIONS = (
    " = ",
    " ≈ ",
    " ⇔ ",
    " ⇒ ",
    " → ",
    " ≤ ",
    " < ",
    " ≥ ",
    " > ",
    " ≠ ",
    " <=> ",
    " => ",
    " -> ",
    " <= ",
    " >= ",
)
TERMS = (" + ", " − ", " - ", " ± ")
FACTORS = (" / ", "/", " · ", " * ")
# Where to break, best first: signs, and how many brackets deep they may stand.
PLACES = (
    (RELATIONS, 0), (TERMS, 0), (FACTORS, 0), (TERMS, 1), (FACTORS, 1), (TERMS, 2), (FACTORS, 2), (TERMS, 9),
    ((" ",), 9),
)  # fmt: skip
# A piece of mathematics up to this long is never broken inside a sentence.
UNBROKEN = 28


def cells(text: str) -> int:
    """How many columns ``text`` takes."""
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def fits(text: str, room: int) -> bool:
    """Whether ``text`` takes at most ``room`` columns; looks no further than it must."""
    width = 0
    for c in text:
        width += cells(c)
        if width > room:
            return False
    return True


def broken(math: str, room: int, hang: int = 2) -> list[str]:
    """A line of mathematics in pieces of at most ``room`` columns, all but the first at most ``room - hang``.

    Broken before a relation sign, else before + and − outside brackets, else inside brackets, else between factors;
    what has none of these stays whole.
    """
    pieces: list[str] = []
    while not fits(math, room):
        at = next(filter(None, (_last_break(math, room, signs, depth) for signs, depth in PLACES)), 0)
        if not at:
            break
        if not pieces:
            room -= hang
        pieces.append(math[:at].rstrip())
        math = math[at:].lstrip()
    return [*pieces, math]


def _last_break(math: str, room: int, signs: Sequence[str], deepest: int) -> int:
    """The last place to break within ``room``; 0 where there is none."""
    depth = found = width = 0
    for i, c in enumerate(math):
        if width > room:
            break
        if c in OPENING:
            depth += 1
        elif c in CLOSING:
            depth -= 1
        elif depth <= deepest and i and _breaks_at(math, i, signs):
            found = i
        width += cells(c)
    return found


def _breaks_at(math: str, i: int, signs: Sequence[str]) -> bool:
    if math[i] == "/" and "/" in signs:
        return math[i - 1] in CLOSING or math[i + 1 : i + 2] in tuple(OPENING)
    return math[i] == " " and any(math.startswith(s, i) for s in signs)


def wrapped(pieces: Sequence[tuple[str, str, bool]], room: int) -> list[list[tuple[str, str]]]:
    """Words and mathematics (characters, style, is mathematics) filled into lines of at most ``room`` columns.

    Breaks at the spaces between words; mathematics stays whole where it is short.
    """
    lines: list[list[tuple[str, str]]] = [[]]
    used = 0
    for word in _words(pieces, room):
        width = sum(cells(t) for t, _ in word)
        gap = 1 if used else 0
        if used and used + gap + width > room:
            lines.append([])
            used = gap = 0
        if gap:
            lines[-1].append((" ", word[0][1] if word else ""))
        lines[-1] += word
        used += gap + width
    return [line for line in lines if line]


def _words(pieces: Sequence[tuple[str, str, bool]], room: int) -> list[list[tuple[str, str]]]:
    """Unbreakable units: words with the mathematics and punctuation that touches them."""
    units: list[list[tuple[str, str]]] = []
    touching = False
    for text, style, is_math in pieces:
        if is_math:
            parts = [text] if cells(text) <= min(UNBROKEN, room) else _at_signs(text)
        else:
            parts = text.split(" ")
        for i, part in enumerate(parts):
            if i == 0 and touching and units:
                if part:
                    units[-1].append((part, style))
            elif part:
                units.append([(part, style)])
            if i < len(parts) - 1:
                touching = False
        touching = bool(parts[-1]) if not is_math else True
    return units


def _at_signs(math: str) -> list[str]:
    """Long mathematics in a sentence, cut before its signs outside brackets."""
    parts: list[str] = []
    depth = start = 0
    for i, c in enumerate(math):
        if c in OPENING:
            depth += 1
        elif c in CLOSING:
            depth -= 1
        elif c == " " and depth == 0 and i > start and any(math.startswith(s, i) for s in (*RELATIONS, *TERMS)):
            parts.append(math[start:i])
            start = i + 1
    return [*parts, math[start:]]
