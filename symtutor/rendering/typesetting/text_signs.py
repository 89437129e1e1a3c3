"""The signs, letters and raised figures of mathematics on one line."""

from __future__ import annotations

from typing import Any

from .layout import Layout, Letter, Number, Sign
from .names import GREEK, SIGNS, lowered_text, raised_text, split
from .printer import Printer


class TextPrinter(Printer):
    """The glyphs of one line; ``unicode`` False keeps to ASCII."""

    def __init__(self, unicode: bool) -> None:
        super().__init__(flat=True)
        self.unicode = unicode
        self.minus = "−" if unicode else "-"
        self.dot = " · " if unicode else "*"

    def fenced(self, node: Layout, left: str = "(", right: str = ")") -> str:
        return left + self.line(node) + right

    def sign(self, table: dict[str, Any], key: str) -> str:
        glyph = table.get(key)
        if glyph is None:
            return key
        return glyph.text if self.unicode else glyph.ascii

    def raise_(self, base: str, exponent: Layout) -> str:
        text = self.line(exponent)
        raised = raised_text(text) if self.unicode else None
        if raised is not None:
            return base + raised
        return f"{base}^{text}" if self.is_token(exponent) else f"{base}^({text})"

    def is_token(self, node: Layout) -> bool:
        return isinstance(node, Number | Letter | Sign)

    # --- letters and numbers

    def number(self, node: Number) -> str:
        return node.digits

    def letter(self, node: Letter) -> str:
        stem, sub = split(node.name)
        if not self.unicode:
            return f"{stem}_{sub}" if sub and not sub.isdigit() else stem + sub
        stem = GREEK.get(stem, stem)
        if not sub:
            return stem
        lowered = lowered_text(sub)
        return f"{stem}_{GREEK.get(sub, sub)}" if lowered is None else stem + lowered

    def constant(self, node: Sign) -> str:
        return self.sign(SIGNS, node.name)
