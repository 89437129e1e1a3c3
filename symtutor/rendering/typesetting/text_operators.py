"""Operators on one line: what they bind, and bounds that are raised and lowered where Unicode can."""

from __future__ import annotations

from .brackets import whole_derivative
from .layout import At, Big, Differentiation, Ends, Integration, Layout, Limit
from .names import lowered_text, raised_text
from .text_products import has_open_space
from .text_signs import TextPrinter


class OperatorPrinter(TextPrinter):
    """Derivatives, integrals, limits and big sums on one line."""

    def differentiation(self, node: Differentiation, closed: bool = False) -> str:
        closed = closed or node.closed
        d = "∂" if node.partial and self.unicode else "d"
        above = d if node.total is None else self.raise_(d, node.total)
        below = "".join(d + (self.line(x) if n is None else self.raise_(self.line(x), n)) for x, n in node.variables)
        if whole_derivative(node):
            return f"{above}{self.line(node.of)}/{below}"
        fence = self.body_fence(node.of, closed)
        return f"{above}/{below} {self.fenced(node.of, *fence) if fence else self.line(node.of)}"

    def bounds(self, lower: str, upper: str) -> str:
        if self.unicode:
            low, high = lowered_text(lower), raised_text(upper)
            below = f"_{_in_brackets(lower)}" if low is None else low
            return below + (f"^{_in_brackets(upper)}" if high is None else high)
        return f"_{_in_brackets(lower)}^{_in_brackets(upper)}"

    def integration(self, node: Integration) -> str:
        sign = "∫" if self.unicode else "int"
        if node.lower is not None and node.upper is not None:
            sign += self.bounds(self.line(node.lower), self.line(node.upper))
        return f"{sign} {self.body(node.of)} d{self.line(node.variable)}"

    def limit(self, node: Limit) -> str:
        arrow = "→" if self.unicode else "->"
        point = self.line(node.point)
        point = f"({point})" if has_open_space(point) else point
        side = {"+": "⁺", "-": "⁻", "": ""}[node.side] if self.unicode else node.side
        return f"lim {self.line(node.variable)}{arrow}{point}{side} {self.body(node.of)}"

    def big(self, node: Big) -> str:
        sign = ("Π" if node.product else "Σ") if self.unicode else ("product" if node.product else "sum")
        index = f"{self.line(node.index)}={self.line(node.lower)}"
        return f"{sign}{self.bounds(index, self.line(node.upper))} {self.body(node.of)}"

    def ends(self, node: Ends) -> str:
        return f"[{self.line(node.of)}]{self.bounds(self.line(node.lower), self.line(node.upper))}"

    def at(self, node: At) -> str:
        places = ", ".join(f"{self.line(x)} = {self.line(v)}" for x, v in node.where)
        return f"{self.line(node.of)} at {places}"

    def rounded(self, of: Layout) -> bool:
        return not self.unicode or super().rounded(of)


def _in_brackets(text: str) -> str:
    plain = text.lstrip("−-")
    return text if plain.isalnum() or plain == "∞" else f"({text})"
