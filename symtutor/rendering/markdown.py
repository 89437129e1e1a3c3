"""Markdown with mathematics between dollars, as GitHub, Jupyter and Pandoc read it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import singledispatchmethod

from ..exposition.document import (
    Aside,
    Block,
    Check,
    Display,
    Document,
    Equations,
    Figure,
    Heading,
    Paragraph,
    StepBlock,
    Table,
    Text,
)
from .marks import mark
from .notation import latex_of
from .tex import beside, formula, rows

LINE = 48.0
SPECIAL = re.compile(r"([\\`*_{}\[\]<>|$#])")


def page(document: Document) -> str:
    """The document as Markdown, its blocks set apart by empty lines."""
    return "\n\n".join(Markdown().blocks(document.blocks)) + "\n"


class Markdown:
    """Writes blocks as paragraphs of Markdown.  Steps follow one another flat: their numbers say where they belong."""

    def blocks(self, blocks: Sequence[Block]) -> list[str]:
        """The paragraphs of several blocks."""
        return [paragraph for block in blocks for paragraph in self.block(block)]

    @singledispatchmethod
    def block(self, block: Block) -> list[str]:
        """The paragraphs of one block."""
        raise TypeError(f"no Markdown for {type(block).__name__}")

    @block.register
    def _(self, block: Heading) -> list[str]:
        return ["#" * block.level + " " + inline(block.text)]

    @block.register
    def _(self, block: Paragraph) -> list[str]:
        said = inline(block.text)
        return [f"**{said}**" if block.emphasis else said]

    @block.register
    def _(self, block: Figure) -> list[str]:
        return [f"*{inline(block.caption)}*"]

    @block.register
    def _(self, block: Aside) -> list[str]:
        return [f"**{words(block.title)}** {inline(block.text)}"]

    @block.register
    def _(self, block: Check) -> list[str]:
        return [f"**Check** {inline(block.text)} — {mark(block.verdict)}"]

    @block.register
    def _(self, block: Display) -> list[str]:
        made = formula(block.math, LINE)
        note = rf" \qquad {beside(block.note)}" if block.note else ""
        if len(made) == 1:
            return [display(rf"\boxed{{{made[0]}}}{note}" if block.emphasis else made[0] + note)]
        return [display(aligned([f"& {made[0]}", *(rf"& \qquad {{}} {piece}" for piece in made[1:])]) + note)]

    @block.register
    def _(self, block: Equations) -> list[str]:
        return [display(aligned(rows(block.links, LINE)))]

    @block.register
    def _(self, block: Table) -> list[str]:
        header = [block.header] if block.header else []
        return ["  \n".join(", ".join(inline(cell) for cell in row) for row in (*header, *block.rows))]

    @block.register
    def _(self, block: StepBlock) -> list[str]:
        badge = f" — {mark(block.verdict)}" if block.verdict is not None else ""
        number = f"{block.number}. " if block.number else ""
        made = [f"### {number}{inline(block.title)}{badge}"]
        if block.because:
            made.append(inline(block.because))
        return made + self.blocks(block.blocks)


def words(text: str) -> str:
    """Words with Markdown's own characters escaped."""
    return SPECIAL.sub(r"\\\1", text)


def inline(text: Text) -> str:
    """A text in a paragraph."""
    return "".join(words(p) if isinstance(p, str) else f"${latex_of(p)}$" for p in text)


def display(tex: str) -> str:
    """A formula on lines of its own."""
    return f"$$\n{tex}\n$$"


def aligned(made: Sequence[str]) -> str:
    """Rows aligned at their signs."""
    return "\\begin{aligned}\n" + " \\\\\n".join(made) + "\n\\end{aligned}"
