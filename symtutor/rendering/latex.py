r"""A LaTeX fragment for a document of one's own; it needs ``amsmath`` and ``amssymb``."""

from __future__ import annotations

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
    Verdict,
)
from .tex import MARKS, beside, formula, inline, rows, widest
from .tex_width import em

# The line of the standard article class at ten points, in em, less a margin for what the estimate misses.
LINE = 33.0
NESTED = 2.2
# Itemize lists nest four deep.
DEEPEST = 4
DISPLAYS = (r"\begin{align*}", r"\[", *(rf"{{\{size}" for size in ("small", "footnotesize", "scriptsize", "tiny")))
SIZES = ((1.0, ""), (0.9, r"\small"), (0.8, r"\footnotesize"), (0.7, r"\scriptsize"), (0.5, r"\tiny"))


def page(document: Document, line: float = LINE) -> str:
    r"""The document as LaTeX that can be ``\input``; lines are broken to fit ``line`` em."""
    return "\n".join(_joined(Fragment(line).blocks(document.blocks))) + "\n"


class Fragment:
    """Writes blocks as lines of LaTeX.  ``depth`` is how many step lists are open."""

    def __init__(self, line: float) -> None:
        self.line, self.depth = line, 0

    @property
    def room(self) -> float:
        """How wide a formula may be here."""
        return self.line - NESTED * min(self.depth, DEEPEST)

    def blocks(self, blocks: Sequence[Block]) -> list[str]:
        """The lines of several blocks; neighbouring steps share one list."""
        made: list[str] = []
        listing = False
        for block in blocks:
            step = isinstance(block, StepBlock) and self.depth < DEEPEST
            if step and not listing:
                made.append(r"\begin{itemize}")
            if listing and not step:
                made.append(r"\end{itemize}")
            listing = step
            made += self.block(block)
        return [*made, r"\end{itemize}"] if listing else made

    @singledispatchmethod
    def block(self, block: Block) -> list[str]:
        """The lines of one block."""
        raise TypeError(f"no LaTeX for {type(block).__name__}")

    @block.register
    def _(self, block: Heading) -> list[str]:
        return [rf"\{'sub' * (block.level - 1)}section*{{{inline(block.text, large=True)}}}"]

    @block.register
    def _(self, block: Paragraph) -> list[str]:
        said = inline(block.text)
        return [(rf"\textbf{{{said}}}" if block.emphasis else said) + r"\par"]

    @block.register
    def _(self, block: Figure) -> list[str]:
        return [rf"\emph{{{inline(block.caption)}}}\par"]

    @block.register
    def _(self, block: Aside) -> list[str]:
        return [rf"\textbf{{{block.title}.}} {inline(block.text)}\par"]

    @block.register
    def _(self, block: Check) -> list[str]:
        return [rf"\textbf{{Check.}} {inline(block.text)}{_badge(block.verdict)}\par"]

    @block.register
    def _(self, block: Display) -> list[str]:
        """A boxed answer where it fits on one line, otherwise its rows unboxed."""
        made = formula(block.math, self.room - 1)
        note = beside(block.note) if block.note else ""
        if len(made) == 1:
            shown = rf"\boxed{{{made[0]}}}" if block.emphasis else made[0]
            if note and em(made[0]) + 4 + em(note) <= self.room:
                shown += rf" \qquad {note}"
                note = ""
            made = [shown] if not note else [f"& {shown}", rf"& {note}"]
        else:
            made = [
                f"& {made[0]}",
                *(rf"& \qquad {{}} {piece}" for piece in made[1:]),
                *([f"& {note}"] if note else []),
            ]
        if len(made) == 1:
            return self._sized(widest(made), [r"\[", made[0], r"\]"])
        return self._sized(widest(made), [r"\begin{align*}", " \\\\\n".join(made), r"\end{align*}"])

    @block.register
    def _(self, block: Equations) -> list[str]:
        made = rows(block.links, self.room)
        return self._sized(widest(made), [r"\begin{align*}", " \\\\\n".join(made), r"\end{align*}"])

    @block.register
    def _(self, block: Table) -> list[str]:
        """The cells of a row side by side where they fit, as a sentence of formulas where not."""
        header = [block.header] if block.header else []
        return [r",\quad ".join(inline(cell) for cell in row) + r"\par" for row in (*header, *block.rows)]

    @block.register
    def _(self, block: StepBlock) -> list[str]:
        label = rf"\item[\textbf{{{block.number}}}]" if block.number else r"\item[]"
        if self.depth >= DEEPEST:
            label = rf"\textbf{{{block.number}}}\quad"
        made = [rf"{label} \textbf{{{inline(block.title)}}}{_badge(block.verdict)}\par"]
        if block.because:
            made.append(inline(block.because) + r"\par")
        self.depth += 1
        made += self.blocks(block.blocks)
        self.depth -= 1
        return made

    def _sized(self, width: float, made: list[str]) -> list[str]:
        """In smaller type where a formula has no place to break and is too wide."""
        size = next((name for scale, name in SIZES if width * scale <= self.room), SIZES[-1][1])
        return ["{" + size, *made, "}"] if size else made


def _joined(made: Sequence[str]) -> list[str]:
    r"""The lines, with nothing that would leave an empty line above a display.

    The \\par before a display goes; a display after a list begins a paragraph, whose empty first line is
    half taken back; not above the answer, which has the room it needs.
    """
    lines: list[str] = []
    for line, after, inside in zip(made, [*made[1:], ""], [*made[2:], "", ""]):
        shown = after.startswith(DISPLAYS)
        lines.append(line.removesuffix(r"\par") if shown else line)
        if shown and line == r"\end{itemize}" and r"\boxed" not in inside:
            lines.append(r"\vspace{-0.5\baselineskip}")
    return lines


def _badge(verdict: Verdict | None) -> str:
    return "" if verdict is None else rf"\hfill\mbox{{${MARKS[verdict]}$ \textit{{{verdict.value}}}}}"
