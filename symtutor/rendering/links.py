"""The links of a chain as they come out in print."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from ..exposition.document import Equation
from ..written import Written

T = TypeVar("T")


def distinct(links: Sequence[Equation], typeset: Callable[[Written], T]) -> tuple[list[Equation], list[T]]:
    """The links with their right sides typeset, without those that come out exactly as the one before.

    The note of a link that is left out moves to the one that stays.
    """
    kept: list[Equation] = []
    rights: list[T] = []
    for link in links:
        right = typeset(link.right)
        if kept and link.left is None and link.relation == "=" and rights[-1] == right:
            kept[-1] = replace(kept[-1], note=kept[-1].note or link.note)
        else:
            kept.append(link)
            rights.append(right)
    return kept, rights
