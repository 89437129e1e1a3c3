"""A layout as one line of text, in Unicode or in ASCII that can be typed back."""

from __future__ import annotations

from .brackets import Hold, bare, is_bars
from .layout import Applied, Array, CaseTable, Choose, Factorial, Fence, Layout, Letter, Number, Sign
from .names import FENCE_ASCII, HEADS, JOINS, RELATION_SIGNS, lowered_text, raised_text
from .text_operators import OperatorPrinter
from .text_products import ProductPrinter


class LinePrinter(ProductPrinter, OperatorPrinter):
    """Prints a layout on one line; ``unicode`` False keeps to ASCII."""

    # --- functions

    def applied(self, node: Applied, closed: bool = False) -> str:
        head = HEADS.get(node.head)
        if head is None:
            name = self.letter(Letter(node.head))
        else:
            name = head.text if self.unicode else head.ascii
        if node.base is not None:
            return self.with_base(node, closed)
        if node.primes:
            name += "′″‴"[node.primes - 1] if self.unicode else "'" * node.primes
        if node.order is not None:
            order = self.line(node.order)
            raised = raised_text(order) if self.unicode else None
            name += f"^({order})" if raised is None else f"⁽{raised}⁾"
        after = ""
        if node.power is not None:
            if self.unicode:
                name += raised_text(self.line(node.power)) or ""
            else:
                after = f"^{self.line(node.power)}"
        if self.unicode and bare(node):
            argument = node.arguments[0]
            if is_bars(argument):
                return name + self.line(argument)
            if not closed:
                return f"{name}{'' if node.power is not None and self.touches(argument) else ' '}{self.line(argument)}"
        return f"{name}({', '.join(self.line(a) for a in node.arguments)}){after}"

    def touches(self, argument: Layout) -> bool:
        """sin²x, but sin² 2x."""
        return isinstance(argument, Letter | Sign)

    def with_base(self, node: Applied, closed: bool) -> str:
        base, argument = self.line(node.base or Number("10")), node.arguments[0]
        inside = self.line(argument)
        lowered = lowered_text(base) if self.unicode else None
        if lowered is None:
            name = f"log_{base}" if isinstance(node.base, Number | Letter | Sign) else f"log_({base})"
            return f"{name}({inside})"
        name = "log" + lowered
        return f"{name} {inside}" if bare(node) and not closed and not is_bars(argument) else f"{name}({inside})"

    def fence(self, node: Fence) -> str:
        left, right = node.left, node.right
        if not self.unicode:
            left, right = FENCE_ASCII.get(left, left), FENCE_ASCII.get(right, right)
        return left + ", ".join(self.line(i) for i in node.items) + right

    def factorial(self, node: Factorial) -> str:
        return f"{self.at_least(node.of, Hold.ATOM)}!"

    def choose(self, node: Choose) -> str:
        return f"binomial({self.line(node.above)}, {self.line(node.below)})"

    # --- statements

    def relation(self, sign: str) -> str:
        return f" {self.sign(RELATION_SIGNS, sign)} "

    def conjunction(self, by: str) -> str:
        return self.sign(JOINS, by)

    # --- tables

    def array(self, node: Array) -> str:
        return f"[{', '.join(self.array_row(row, node.bar) for row in node.rows)}]"

    def array_row(self, row: tuple[Layout, ...], bar: int | None) -> str:
        cells = [self.line(e) for e in row]
        if bar is None or not 0 < bar < len(cells):
            return f"[{', '.join(cells)}]"
        return f"[{', '.join(cells[:bar])} | {', '.join(cells[bar:])}]"

    def cases(self, node: CaseTable) -> str:
        return "{" + "; ".join(f"{self.line(v)} {self.when(c)}" for v, c in node.pieces) + "}"

    def when(self, condition: Layout | None) -> str:
        return "otherwise" if condition is None else f"if {self.line(condition)}"
