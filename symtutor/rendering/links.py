"""The links of a chain as they come out in print."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from ..exposition.document import Equation
from ..written import Written


def distinct(links: Sequence[Equation], typeset: Callable[[Written], object]) -> list[Equation]:
    """The links without those that come out in print exactly as the one before; a note moves to the link that stays."""
    kept: list[Equation] = []
    for link in links:
        if kept and link.left is None and link.relation == "=" and typeset(kept[-1].right) == typeset(link.right):
            kept[-1] = replace(kept[-1], note=kept[-1].note or link.note)
        else:
            kept.append(link)
    return kept
