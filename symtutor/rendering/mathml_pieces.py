"""Long MathML in pieces, since browsers do not break a formula over lines themselves."""

from __future__ import annotations

import re
from itertools import pairwise

TAG = re.compile(r"<(/?)([a-z]+)[^>]*?(/?)>")
SIGN = re.compile(r"<mo>([+−=<>≤≥≠±⇔⇒→≈])</mo>")


def pieces(mathml: str) -> list[str]:
    """A ``<math>`` element as several, divided before the signs of its outermost row; one where it has no such row."""
    head = re.match(r"<math[^>]*>(<mrow>)", mathml)
    if head is None or not mathml.endswith("</mrow></math>"):
        return [mathml]
    opening, inside = head.group(0), mathml[head.end() : -len("</mrow></math>")]
    inside = _unwrapped(inside)
    cuts = [0, *_signs(inside), len(inside)]
    parts = [inside[a:b] for a, b in pairwise(cuts) if a < b]
    if len(parts) == 1 or _closed_early(inside):
        return [mathml]
    return [
        f"{opening}{SIGN.sub(_infix, part, count=1) if i and SIGN.match(part) else part}</mrow></math>"
        for i, part in enumerate(parts)
    ]


def _infix(found: re.Match[str]) -> str:
    """A sign that begins a piece keeps the spacing it has between two terms."""
    return f'<mo form="infix">{found.group(1)}</mo>'


def _unwrapped(inside: str) -> str:
    """The row with the sums that stand in it as terms made part of it; what stands in brackets stays as it is."""
    found: list[str] = []
    at = 0
    for start, end in _children(inside):
        child = inside[start:end]
        content = child.removeprefix("<mrow>").removesuffix("</mrow>")
        found.append(inside[at:start])
        found.append(content if child.startswith("<mrow>") and _is_sum(content) else child)
        at = end
    return "".join((*found, inside[at:]))


def _is_sum(content: str) -> bool:
    begins_with_sign = content.startswith("<mo>") and content[4:5] not in "−+"
    return not begins_with_sign and any(content[i + 4] in "+−" for i in _signs(content))


def _children(inside: str) -> list[tuple[int, int]]:
    """Where each outermost element begins and ends."""
    places: list[tuple[int, int]] = []
    depth = start = 0
    for tag in TAG.finditer(inside):
        closing, _, empty = tag.groups()
        if not closing and depth == 0:
            start = tag.start()
        depth += -1 if closing else 0 if empty else 1
        if depth == 0:
            places.append((start, tag.end()))
    return places


def _signs(inside: str) -> list[int]:
    places: list[int] = []
    depth = 0
    for tag in TAG.finditer(inside):
        closing, _, empty = tag.groups()
        if closing:
            depth -= 1
        elif not empty:
            if depth == 0 and tag.start() and SIGN.match(inside, tag.start()):
                places.append(tag.start())
            depth += 1
    return places


def _closed_early(inside: str) -> bool:
    """Whether the outermost row ends before the element does, so that it is no row of the whole."""
    depth = 0
    for tag in TAG.finditer(inside):
        closing, _, empty = tag.groups()
        depth += -1 if closing else 0 if empty else 1
        if depth < 0:
            return True
    return False
