"""A document laid out in lines of fixed-width characters, for the terminal and for plain text.

A line is a sequence of runs (text, style); the terminal gives the styles their colours, plain text drops them.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import singledispatchmethod
from typing import TypeAlias

from ..exposition.document import (
    Aside,
    Block,
    Check,
    Display,
    Document,
    Equation,
    Equations,
    Figure,
    Heading,
    Paragraph,
    StepBlock,
    Table,
    Text,
    Verdict,
)
from ..written import Relation, Written
from . import ascii_words
from .breaking import broken, cells, wrapped
from .links import distinct
from .marks import mark
from .notation import box_of, text_of
from .side_by_side import joined, padded
from .tall import tall

Run: TypeAlias = "tuple[str, str]"
Line: TypeAlias = "list[Run]"

INDENT = 3
DEEPEST = 4
LABEL = len("Another way")
WIDEST_MARK = max(len(mark(v, unicode)) for v in Verdict for unicode in (True, False))


def laid_out(document: Document, width: int, unicode: bool) -> list[Line]:
    """The lines of the page, none wider than ``width`` unless one unbreakable piece is."""
    return Layout(width, unicode).page(document)


class Layout:
    """Lays out blocks at a width.  ``indent`` is how far the present block stands in."""

    def __init__(self, width: int, unicode: bool) -> None:
        self.width, self.unicode = width, unicode
        self.indent = 0
        self.depth = 0

    def page(self, document: Document) -> list[Line]:
        """All blocks, set apart by empty lines where one kind follows another."""
        lines: list[Line] = []
        before: Block | None = None
        for block in document.blocks:
            if lines and not (before is not None and _kin(before) == _kin(block)):
                lines.append([])
            shift = INDENT if isinstance(block, (Display, Equations)) else 0
            self.indent += shift
            lines += self.block(block)
            self.indent -= shift
            before = block
        return lines

    @singledispatchmethod
    def block(self, block: Block) -> list[Line]:
        """The lines of one block."""
        raise TypeError(f"no layout for {type(block).__name__}")

    @block.register
    def _(self, block: Heading) -> list[Line]:
        return self._text(block.text, "heading")

    @block.register
    def _(self, block: Paragraph) -> list[Line]:
        return self._text(block.text, "answer" if block.emphasis else "")

    @block.register
    def _(self, block: Figure) -> list[Line]:
        return self._text(block.caption, "note")

    @block.register
    def _(self, block: Aside) -> list[Line]:
        return self._labelled(self._words(block.title), block.text)

    @block.register
    def _(self, block: Check) -> list[Line]:
        lines = self._labelled("Check", block.text, reserve=WIDEST_MARK + 2)
        return self._marked(lines, block.verdict, last=True)

    @block.register
    def _(self, block: Display) -> list[Line]:
        return self._math(block.math, block.note, "answer" if block.emphasis else "math")

    @block.register
    def _(self, block: Equations) -> list[Line]:
        return self._chain(block)

    @block.register
    def _(self, block: Table) -> list[Line]:
        """One row a line where it fits, its cells under one another where they all do; else one cell a line."""
        rows = [
            [self._flat(cell) for cell in row] for row in ((block.header, *block.rows) if block.header else block.rows)
        ]
        room = self.width - self.indent
        columns = max(len(r) for r in rows)
        widths = [max((cells(r[c]) for r in rows if c < len(r)), default=0) for c in range(columns)]
        if sum(widths) + 4 * (columns - 1) <= room:
            return [
                self._at(self.indent, "    ".join(padded(c, w) for c, w in zip(r, widths)).rstrip(), "math")
                for r in rows
            ]
        lines: list[Line] = []
        for row in rows:
            one = "    ".join(row)
            parts = [one] if cells(one) <= room else row
            lines += [self._at(self.indent, p, "math") for part in parts for p in broken(part, room)]
        return lines

    @block.register
    def _(self, block: StepBlock) -> list[Line]:
        """Number, title and verdict on one line; everything else stands in under the title."""
        head = f"{block.number}  " if block.number else ""
        badge = WIDEST_MARK + 2 if block.verdict is not None else 0
        title = wrapped(self._pieces(block.title, "title"), self.width - self.indent - len(head) - badge)
        lines: list[Line] = []
        for i, line in enumerate(title):
            lead: Line = (
                [(" " * self.indent, ""), (head, "number")] if i == 0 else [(" " * (self.indent + len(head)), "")]
            )
            lines.append(lead + line)
        if block.verdict is not None:
            lines = self._marked(lines, block.verdict)
        shift = INDENT if self.depth < DEEPEST else 0
        self.indent += shift
        self.depth += 1
        lines += self._text(block.because, "because")
        for inner in block.blocks:
            lines += self.block(inner)
        self.depth -= 1
        self.indent -= shift
        return lines

    def _chain(self, block: Equations, style: str = "math") -> list[Line]:
        """Links aligned at their signs; a wide left side stands on a line of its own."""
        links, rights = distinct(block.links, self._box)
        room = self.width - self.indent
        signs = max(cells(self._words(e.relation)) for e in links)
        lefts = [self._box(e.left) if e.left is not None else [""] for e in links]
        widest = max(cells(row) for box in lefts for row in box)
        need = max(cells(row) for box in rights for row in box)
        hang = widest if widest <= room // 4 or widest + signs + 2 + need <= room else 2
        lines: list[Line] = []
        for equation, left, right in zip(links, lefts, rights):
            if max(map(cells, left)) > hang:
                lines += [self._at(self.indent, p, style) for row in left for p in broken(row, room)]
                left = [""]
            sign = f" {padded(self._words(equation.relation), signs)} "
            start = hang + signs + 2
            if len(left) == len(right) == 1:
                first, *more = broken(right[0], room - start)
                rows = [padded(left[0], hang) + sign + first, *(" " * (start + 2) + r for r in more)]
            else:
                rows = joined(left, hang, sign, right)
            made = [self._at(self.indent, row.rstrip(), style) for row in rows]
            lines += self._noted(made, equation.note, start)
        return lines

    def _math(self, math: Written, note: Text, style: str) -> list[Line]:
        rows = self._box(math)
        if isinstance(math, Relation) and len(math.sides) == 2 and max(map(cells, rows)) > self.width - self.indent:
            link = Equation(math.sides[0], math.signs[0], math.sides[1], note)
            return self._chain(Equations((link,)), style)
        if len(rows) == 1:
            first, *more = broken(rows[0], self.width - self.indent, hang=4)
            rows = [first, *("    " + r for r in more)]
        return self._noted([self._at(self.indent, row, style) for row in rows], note, 0)

    def _noted(self, lines: list[Line], note: Text, start: int) -> list[Line]:
        """``note`` at the end of the last line where there is room, else on a line below."""
        if not note:
            return lines
        said = self._flat(note)
        used = sum(cells(t) for t, _ in lines[-1])
        if used + 4 + cells(said) <= self.width:
            lines[-1] += [("    ", ""), (said, "note")]
            return lines
        under = self.indent + start
        body = wrapped(self._pieces(note, "note"), self.width - under)
        return lines + [[(" " * under, ""), *line] for line in body]

    def _labelled(self, label: str, text: Text, reserve: int = 0) -> list[Line]:
        """A label, and the text beside it, hanging."""
        label = padded(label, LABEL)
        start = cells(label) + 2
        body = wrapped(self._pieces(text), self.width - self.indent - start - reserve)
        lead: Line = [(" " * self.indent, ""), (label + "  ", "label")]
        return [(lead if i == 0 else [(" " * (self.indent + start), "")]) + line for i, line in enumerate(body or [[]])]

    def _marked(self, lines: list[Line], verdict: Verdict, last: bool = False) -> list[Line]:
        """The verdict at the right edge of the first line, or of the last; the marks stand under one another."""
        line = lines[-1 if last else 0]
        used = sum(cells(t) for t, _ in line)
        badge = mark(verdict, self.unicode)
        line += [(" " * max(2, self.width - used - WIDEST_MARK), ""), (badge, f"verdict.{verdict}")]
        return lines

    def _text(self, text: Text, style: str = "") -> list[Line]:
        return [
            [(" " * self.indent, ""), *line] for line in wrapped(self._pieces(text, style), self.width - self.indent)
        ]

    def _pieces(self, text: Text, style: str = "") -> list[tuple[str, str, bool]]:
        """(characters, style, is mathematics) for each piece of a text."""
        return [
            (self._words(p), style, False) if isinstance(p, str) else (self._one_line(p), style or "math", True)
            for p in text
        ]

    def _flat(self, text: Text) -> str:
        return "".join(t for t, _, _ in self._pieces(text))

    def _words(self, words: str) -> str:
        return words if self.unicode else ascii_words.plain(words)

    def _box(self, math: Written) -> list[str]:
        rows = box_of(math, self.unicode) if tall(math) else [self._one_line(math)]
        return [self._words(row) for row in rows]

    def _one_line(self, math: Written) -> str:
        return self._words(text_of(math, self.unicode))

    def _at(self, indent: int, text: str, style: str) -> Line:
        return [(" " * indent, ""), (text, style)]


def _kin(block: Block) -> str:
    """Blocks of one kin follow one another without an empty line."""
    if isinstance(block, (Aside, Check)):
        return "remark"
    return type(block).__name__ if isinstance(block, (StepBlock, Display, Paragraph)) else f"{id(block)}"


def plain(lines: Iterable[Line]) -> str:
    """The lines without their styles."""
    return "\n".join("".join(t for t, _ in line).rstrip() for line in lines) + "\n"
