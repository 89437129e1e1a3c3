"""What a page says, before anyone decides how it looks.

A text is a tuple of words and mathematics (``str | Written``); renderers typeset each in their own way and make no
choice of content.  Blocks are small frozen values, and ``Document`` is a sequence of them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from ..derivation import Verdict as Verdict
from ..written import Written

Text: TypeAlias = tuple[str | Written, ...]


@dataclass(frozen=True)
class Heading:
    """The question, or the title of a part.  ``level`` 1 is the page's own."""

    text: Text
    level: int = 1


@dataclass(frozen=True)
class Paragraph:
    """A sentence or a few; ``emphasis`` marks an answer that is given in words."""

    text: Text
    emphasis: bool = False


@dataclass(frozen=True)
class Display:
    """One piece of mathematics on a line of its own; ``emphasis`` marks the answer."""

    math: Written
    note: Text = ()
    emphasis: bool = False


@dataclass(frozen=True)
class Equation:
    """One link of a chain: ``left`` only where the chain begins, then the sign and what stands after it."""

    left: Written | None
    relation: str
    right: Written
    note: Text = ()


@dataclass(frozen=True)
class Equations:
    """A chain, aligned at its signs."""

    links: tuple[Equation, ...]


@dataclass(frozen=True)
class Table:
    """Facts kept beside a step, such as u, dv, du, v.  Cells are texts; ``header`` may be empty."""

    rows: tuple[tuple[Text, ...], ...]
    header: tuple[Text, ...] = ()


@dataclass(frozen=True)
class StepBlock:
    """One step as told: its number, its rule's name, its verdict, its reason, and what it shows.

    ``detail`` are steps of sub-derivations that this level folds; HTML opens them on a click, paper leaves them out
    or nests them.
    """

    number: str
    title: Text
    verdict: Verdict | None
    because: Text
    blocks: tuple[Block, ...] = ()
    detail: tuple[Block, ...] = ()


@dataclass(frozen=True)
class Check:
    """What a student could repeat by hand to convince himself, with the verdict on it."""

    text: Text
    verdict: Verdict


@dataclass(frozen=True)
class Aside:
    """A remark beside the way: another way, a warning, a hint."""

    title: str
    text: Text


@dataclass(frozen=True)
class Figure:
    """A picture by description; renderers that cannot draw print ``caption``."""

    caption: Text
    kind: str = ""


Block: TypeAlias = Heading | Paragraph | Display | Equations | Table | StepBlock | Check | Aside | Figure


@dataclass(frozen=True)
class Document:
    """A page: its blocks in reading order, and its title as mathematics for the file's head."""

    title: Text
    blocks: tuple[Block, ...] = field(default=())
