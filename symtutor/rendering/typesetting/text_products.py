"""Products on one line: which factors touch, and which need a space or a dot between them."""

from __future__ import annotations

from .brackets import Hold, is_bars, needs_dot, reads_as_call, whole_derivative
from .layout import (
    Applied,
    Array,
    Big,
    CaseTable,
    Differentiation,
    Factors,
    Fraction,
    Integration,
    Layout,
    Letter,
    Limit,
    Number,
    Root,
    Script,
    Sign,
)
from .names import is_function_name, raised_text
from .text_signs import TextPrinter


class ProductPrinter(TextPrinter):
    """Sums, products, fractions, powers and roots on one line."""

    def sign_of_term(self, minus: bool, first: bool) -> str:
        sign = self.minus if minus else "+"
        return sign if first else f" {sign} "

    def factor(self, item: Layout, after: Layout | None) -> str:
        if isinstance(item, Fraction):
            return self.fraction(item, closed=after is not None)
        return super().factor(item, after)

    def between(self, left: Layout, right: Layout, pieces: list[str], text: str) -> str:
        if needs_dot(left, right, True):
            return self.dot
        before = pieces[-1]
        if text.startswith("("):
            if isinstance(left, Letter | Sign) and (reads_as_call(left) or len(before) > 1):
                return self.dot
            if isinstance(left, Number) or (before.endswith(")") and not isinstance(left, Applied)):
                return ""
            return "" if isinstance(left, Letter) and self.unicode else " "
        if isinstance(left, Number):
            apart = (
                isinstance(right, Applied | Integration | Limit | Big | Array | CaseTable) or _leading_word(text) > 1
            )
            return " " if apart else ""
        if isinstance(left, Letter | Sign) and self.unicode and isinstance(right, Letter | Sign | Script):
            return "" if self.runs_on(pieces, right) else " "
        return " "

    def runs_on(self, pieces: list[str], right: Layout) -> bool:
        """Whether a letter may touch those before it: xy, πx, xy², but x² y, l n (no logarithm) and abc d."""
        base = right.base if isinstance(right, Script) else right
        if not isinstance(base, Letter | Sign) or (base is not right and base == Sign("e")):
            return False
        letter = self.line(base)
        run = _trailing_letters(pieces) + letter
        if len(letter) != 1 or letter == "i" or len(pieces[-1]) != 1 or len(run) > 3:
            return False
        return not any(is_function_name(run[i:]) for i in range(len(run) - 1))

    def fraction(self, node: Fraction, closed: bool = False) -> str:
        """``closed`` keeps what follows out of a function at the end: 1/sin(x) · θ."""
        top = self.over(node.top)
        bottom = node.bottom
        below = self.applied(bottom, closed) if isinstance(bottom, Applied) else self.under(bottom)
        slash = " / " if has_open_space(top) else "/"
        return top + slash + below

    def over(self, top: Layout) -> str:
        if isinstance(top, Fraction) or whole_derivative(top):
            return self.fenced(top)
        if isinstance(top, Factors) and any(isinstance(i, Fraction | Limit | Big) for i in top.items):
            return self.fenced(top)
        if isinstance(top, Limit | Big | Differentiation | Integration):
            return self.fenced(top)
        return self.at_least(top, Hold.PRODUCT)

    def under(self, bottom: Layout) -> str:
        return self.at_least(bottom, Hold.APPLICATION)

    def script(self, node: Script) -> str:
        base = self.base(node.base)
        exponent = self.line(node.exponent)
        raised = raised_text(exponent) if self.unicode else None
        if raised is not None:
            return base + raised
        return f"{base}^{exponent}" if self.is_token(node.exponent) else f"{base}^({exponent})"

    def closed_power(self, base: Applied) -> bool:
        # In ASCII every function has brackets.
        return super().closed_power(base) or (not self.unicode and base.power is None)

    def root(self, node: Root) -> str:
        if not self.unicode:
            if node.index is None:
                return f"sqrt({self.line(node.of)})"
            if node.index == Number("3"):
                return f"cbrt({self.line(node.of)})"
            return f"root({self.line(node.index)}, {self.line(node.of)})"
        inside = self.line(node.of) if isinstance(node.of, Number | Letter | Sign) else self.fenced(node.of)
        if is_bars(node.of):
            inside = self.line(node.of)
        if node.index is None:
            return f"√{inside}"
        index = self.line(node.index)
        if index == "3":
            return f"∛{inside}"
        raised = raised_text(index)
        return f"root({index}, {self.line(node.of)})" if raised is None else f"{raised}√{inside}"


_RAISED = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ")


def _trailing_letters(pieces: list[str]) -> str:
    """The run of letters that the last pieces make."""
    run = ""
    for piece in reversed(pieces):
        if not (piece == "" or (len(piece) == 1 and piece.isalpha())):
            break
        run = piece + run
    return run


def _leading_word(text: str) -> int:
    """How many letters the text begins with: 2x touches, 2 pi and 2 alpha do not."""
    count = 0
    for character in text:
        if not character.isalpha() or character in _RAISED:
            break
        count += 1
    return count


def has_open_space(text: str) -> bool:
    """Whether a space stands outside all brackets."""
    depth = 0
    for character in text:
        if character in "([{":
            depth += 1
        elif character in ")]}":
            depth -= 1
        elif character == " " and depth == 0:
            return True
    return False
