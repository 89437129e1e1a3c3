"""A layout as lines of text: matrices and cases stand in two dimensions, everything else on the middle line."""

from __future__ import annotations

from dataclasses import dataclass

from .layout import Array, CaseTable, Chain, Factors, Layout, Negative, Script, Terms, Words
from .names import RELATION_SIGNS
from .text import LinePrinter


@dataclass(frozen=True)
class Box:
    """Lines of equal width and the one that stands level with the text beside it."""

    lines: tuple[str, ...]
    level: int = 0

    def beside(self, other: Box) -> Box:
        """This box with another to its right, level with it."""
        above = max(self.level, other.level)
        below = max(len(self.lines) - self.level, len(other.lines) - other.level)
        pairs = zip(self._grown(above, below), other._grown(above, below))
        return Box(tuple(a + b for a, b in pairs), above)

    def _grown(self, above: int, below: int) -> tuple[str, ...]:
        blank = " " * (len(self.lines[0]) if self.lines else 0)
        top = above - self.level
        bottom = below - (len(self.lines) - self.level)
        return (blank,) * top + self.lines + (blank,) * bottom


def text_box(text: str) -> Box:
    return Box((text,))


def box(node: Layout, printer: LinePrinter) -> Box:
    """``node`` laid out over as many lines as it needs."""
    if not _has_table(node):
        return text_box(printer.line(node))
    if isinstance(node, Array):
        return _array(node, printer)
    if isinstance(node, CaseTable):
        return _cases(node, printer)
    if isinstance(node, Terms):
        return _terms(node, printer)
    if isinstance(node, Negative):
        return text_box(printer.minus).beside(box(node.of, printer))
    if isinstance(node, Factors):
        return _joined([box(f, printer) if _has_table(f) else text_box(printer.factor(f, None)) for f in node.items],
                       [" "] * (len(node.items) - 1))  # fmt: skip
    if isinstance(node, Script):
        return _script(node, printer)
    if isinstance(node, Chain):
        signs = [f" {printer.sign(RELATION_SIGNS, s)} " for s in node.signs]
        return _joined([box(s, printer) for s in node.sides], signs)
    if isinstance(node, Words):
        pieces = [text_box(p) if isinstance(p, str) else box(p, printer) for p in node.pieces]
        return _joined(pieces, [""] * (len(pieces) - 1))
    return text_box(printer.line(node))


def _has_table(node: Layout) -> bool:
    if isinstance(node, Array | CaseTable):
        return True
    if isinstance(node, Terms):
        return any(_has_table(i) for _, i in node.items)
    if isinstance(node, Factors):
        return any(_has_table(i) for i in node.items)
    if isinstance(node, Chain):
        return any(_has_table(i) for i in node.sides)
    if isinstance(node, Words):
        return any(not isinstance(p, str) and _has_table(p) for p in node.pieces)
    if isinstance(node, Script):
        return _has_table(node.base)
    return isinstance(node, Negative) and _has_table(node.of)


def _joined(boxes: list[Box], separators: list[str]) -> Box:
    whole = boxes[0]
    for separator, piece in zip(separators, boxes[1:]):
        whole = whole.beside(text_box(separator)).beside(piece)
    return whole


def _terms(node: Terms, printer: LinePrinter) -> Box:
    boxes, signs = [], []
    for place, (minus, item) in enumerate(node.items):
        piece = box(item, printer)
        sign = printer.minus if minus else "+"
        if place:
            signs.append(f" {sign} ")
        elif minus:
            piece = text_box(sign).beside(piece)
        boxes.append(piece)
    return _joined(boxes, signs)


def _script(node: Script, printer: LinePrinter) -> Box:
    base = box(node.base, printer)
    raised = printer.raise_("", node.exponent)
    # The exponent stands at the top right corner of the table.
    return Box(base.lines, 0).beside(text_box(raised)) if len(base.lines) == 1 else _cornered(base, raised)


def _cornered(base: Box, raised: str) -> Box:
    lines = [line + (raised if i == 0 else " " * len(raised)) for i, line in enumerate(base.lines)]
    return Box(tuple(lines), base.level)


def _array(node: Array, printer: LinePrinter) -> Box:
    cells = [
        [f"({printer.line(e)})" if (i, j) in node.marks else printer.line(e) for j, e in enumerate(row)]
        for i, row in enumerate(node.rows)
    ]
    widths = [max(len(row[j]) for row in cells) for j in range(len(cells[0]))] if cells else []
    bar = " │ " if printer.unicode else " | "
    lines = []
    for row in cells:
        text = ""
        for j, cell in enumerate(row):
            text += (bar if j == node.bar and j else "  " if j else "") + cell.rjust(widths[j])
        lines.append(text)
    return _bracketed(lines, printer.unicode)


def _bracketed(lines: list[str], unicode: bool) -> Box:
    if len(lines) < 2 or not unicode:
        return Box(tuple(f"[{line}]" for line in lines) or ("[]",), max(len(lines) - 1, 0) // 2)
    last = len(lines) - 1
    left = ["⎡" if i == 0 else "⎣" if i == last else "⎢" for i in range(len(lines))]
    right = ["⎤" if i == 0 else "⎦" if i == last else "⎥" for i in range(len(lines))]
    return Box(tuple(a + line + b for a, line, b in zip(left, lines, right)), last // 2)


def _cases(node: CaseTable, printer: LinePrinter) -> Box:
    values = [printer.line(value) for value, _ in node.pieces]
    width = max(len(v) for v in values)
    texts = []
    for value, (_, when) in zip(values, node.pieces):
        texts.append(f"{value.ljust(width)}  {'otherwise' if when is None else f'if {printer.line(when)}'}")
    longest = max(len(t) for t in texts)
    count = len(texts)
    middle = count // 2 if count % 2 else count // 2 - 1
    lines = []
    for i, text in enumerate(texts):
        lines.append(f"{_brace(i, count, printer.unicode)} {text.ljust(longest)}")
    return Box(tuple(lines), middle)


def _brace(i: int, count: int, unicode: bool) -> str:
    if not unicode or count == 1:
        return "{" if unicode or i == (count - 1) // 2 else "|"
    if count == 2:
        return "⎰⎱"[i]
    if i == 0:
        return "⎧"
    if i == count - 1:
        return "⎩"
    return "⎨" if i == count // 2 else "⎪"
