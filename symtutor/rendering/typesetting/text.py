"""A layout as one line of text, in Unicode or in ASCII that can be typed back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .brackets import (
    Hold,
    bare,
    bare_body,
    begins_with_minus,
    closes,
    hold,
    is_bars,
    needs_dot,
    reads_as_call,
    whole_derivative,
)
from .layout import (
    Applied,
    Array,
    At,
    Big,
    CaseTable,
    Chain,
    Choose,
    Differentiation,
    Ends,
    Factorial,
    Factors,
    Fence,
    Fraction,
    Integration,
    Joined,
    Layout,
    Letter,
    Limit,
    Negative,
    Number,
    Root,
    Script,
    Sign,
    Terms,
    Words,
)
from .names import (
    FENCE_ASCII,
    GREEK,
    HEADS,
    JOINS,
    RELATION_SIGNS,
    SIGNS,
    is_function_name,
    lowered_text,
    raised_text,
    split,
)


class LinePrinter:
    """Prints a layout on one line; ``unicode`` False keeps to ASCII."""

    def __init__(self, unicode: bool) -> None:
        self.unicode = unicode
        self.minus = "−" if unicode else "-"
        self.dot = " · " if unicode else "*"

    def line(self, node: Layout) -> str:
        return _PRINT[type(node)](self, node)

    def bracketed(self, node: Layout) -> str:
        return f"({self.line(node)})"

    def at_least(self, node: Layout, level: Hold) -> str:
        """The node, in brackets if it holds together less than ``level``."""
        return self.line(node) if hold(node, True) >= level else self.bracketed(node)

    def sign(self, table: dict[str, Any], key: str) -> str:
        glyph = table.get(key)
        if glyph is None:
            return key
        return glyph.text if self.unicode else glyph.ascii

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

    # --- sums, products, powers

    def terms(self, node: Terms) -> str:
        pieces: list[str] = []
        for place, (minus, item) in enumerate(node.items):
            last = place == len(node.items) - 1
            text = self.term(item, minus, place > 0, last)
            if place == 0:
                pieces.append(self.minus + text if minus else text)
            else:
                pieces.append(f" {self.minus if minus else '+'} {text}")
        return "".join(pieces)

    def term(self, item: Layout, minus: bool, later: bool, last: bool) -> str:
        if isinstance(item, Terms | Negative):
            inside_brackets = minus or (later and begins_with_minus(item))
            return self.bracketed(item) if inside_brackets else self.line(item)
        if not last and isinstance(item, Limit | Big):
            return self.bracketed(item)
        return self.at_least(item, Hold.PRODUCT)

    def negative(self, node: Negative) -> str:
        return self.minus + self.at_least(node.of, Hold.PRODUCT)

    def factors(self, node: Factors) -> str:
        return "".join(self.factor_pieces(node))

    def factor_pieces(self, node: Factors) -> list[str]:
        """Each factor with the separator before it."""
        pieces: list[str] = []
        for place, item in enumerate(node.items):
            after = node.items[place + 1] if place + 1 < len(node.items) else None
            text = self.factor(item, after)
            if place:
                left = node.items[place - 1]
                pieces.append(self.between(left, item, pieces, text))
            pieces.append(text)
        return pieces

    def factor(self, item: Layout, after: Layout | None) -> str:
        if isinstance(item, Applied):
            return self.applied(item, closed=closes(item, after))
        if isinstance(item, Differentiation) and not whole_derivative(item):
            return self.differentiation(item, closed=after is not None)
        if after is not None and isinstance(item, Limit | Big):
            return self.bracketed(item)
        if isinstance(item, Fraction):
            return self.fraction(item, closed=after is not None)
        return self.at_least(item, Hold.PRODUCT)

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
        slash = " / " if _has_open_space(top) else "/"
        return top + slash + below

    def over(self, top: Layout) -> str:
        if isinstance(top, Fraction) or whole_derivative(top):
            return self.bracketed(top)
        if isinstance(top, Factors) and any(isinstance(i, Fraction | Limit | Big) for i in top.items):
            return self.bracketed(top)
        if isinstance(top, Limit | Big | Differentiation | Integration):
            return self.bracketed(top)
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

    def base(self, base: Layout) -> str:
        if isinstance(base, Applied):
            return self.applied(base, closed=True) if self.closed_power(base) else self.bracketed(base)
        return self.at_least(base, Hold.ATOM)

    def closed_power(self, base: Applied) -> bool:
        """f(x)², σ(x)², but (ln x)²: a name with brackets carries its power after them, a bare one does not."""
        head = HEADS.get(base.head)
        return base.power is None and (not self.unicode or head is None or not head.bare)

    def is_token(self, node: Layout) -> bool:
        return isinstance(node, Number | Letter | Sign)

    def root(self, node: Root) -> str:
        if not self.unicode:
            if node.index is None:
                return f"sqrt({self.line(node.of)})"
            if node.index == Number("3"):
                return f"cbrt({self.line(node.of)})"
            return f"root({self.line(node.index)}, {self.line(node.of)})"
        inside = self.line(node.of) if isinstance(node.of, Number | Letter | Sign) else self.bracketed(node.of)
        if is_bars(node.of):
            inside = self.line(node.of)
        if node.index is None:
            return f"√{inside}"
        index = self.line(node.index)
        if index == "3":
            return f"∛{inside}"
        raised = raised_text(index)
        return f"root({index}, {self.line(node.of)})" if raised is None else f"{raised}√{inside}"

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

    def chain(self, node: Chain) -> str:
        pieces = [self.side(node.sides[0])]
        for sign, side in zip(node.signs, node.sides[1:]):
            pieces.append(f" {self.sign(RELATION_SIGNS, sign)} {self.side(side)}")
        return "".join(pieces)

    def side(self, side: Layout) -> str:
        return self.bracketed(side) if isinstance(side, Joined) else self.line(side)

    def joined(self, node: Joined) -> str:
        inner = [self.bracketed(i) if isinstance(i, Joined) else self.line(i) for i in node.items]
        return self.sign(JOINS, node.by).join(inner)

    def words(self, node: Words) -> str:
        return "".join(p if isinstance(p, str) else self.line(p) for p in node.pieces)

    # --- operators

    def differentiation(self, node: Differentiation, closed: bool = False) -> str:
        closed = closed or node.closed
        d = "∂" if node.partial and self.unicode else "d"
        above = d if node.total is None else self.raise_(d, node.total)
        below = "".join(d + (self.line(x) if n is None else self.raise_(self.line(x), n)) for x, n in node.variables)
        if whole_derivative(node):
            return f"{above}{self.line(node.of)}/{below}"
        body = self.line(node.of)
        if not closed and bare_body(node.of, True):
            return f"{above}/{below} {body}"
        sum_alone = isinstance(node.of, Terms | Negative) or not self.unicode
        return f"{above}/{below} ({body})" if sum_alone and not closed else f"{above}/{below} [{body}]"

    def raise_(self, base: str, exponent: Layout) -> str:
        text = self.line(exponent)
        raised = raised_text(text) if self.unicode else None
        if raised is not None:
            return base + raised
        return f"{base}^{text}" if self.is_token(exponent) else f"{base}^({text})"

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
        return f"{sign} {self.at_least(node.of, Hold.PRODUCT)} d{self.line(node.variable)}"

    def limit(self, node: Limit) -> str:
        arrow = "→" if self.unicode else "->"
        point = self.line(node.point)
        point = f"({point})" if _has_open_space(point) else point
        side = {"+": "⁺", "-": "⁻", "": ""}[node.side] if self.unicode else node.side
        return f"lim {self.line(node.variable)}{arrow}{point}{side} {self.body(node.of)}"

    def body(self, node: Layout) -> str:
        return self.at_least(node, Hold.PRODUCT)

    def big(self, node: Big) -> str:
        sign = ("Π" if node.product else "Σ") if self.unicode else ("product" if node.product else "sum")
        index = f"{self.line(node.index)}={self.line(node.lower)}"
        return f"{sign}{self.bounds(index, self.line(node.upper))} {self.body(node.of)}"

    def ends(self, node: Ends) -> str:
        return f"[{self.line(node.of)}]{self.bounds(self.line(node.lower), self.line(node.upper))}"

    def at(self, node: At) -> str:
        places = ", ".join(f"{self.line(x)} = {self.line(v)}" for x, v in node.where)
        return f"{self.line(node.of)} at {places}"

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


_RAISED = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ")

_PRINT: dict[type[Layout], Callable[[LinePrinter, Any], str]] = {
    Number: LinePrinter.number,
    Letter: LinePrinter.letter,
    Sign: LinePrinter.constant,
    Terms: LinePrinter.terms,
    Negative: LinePrinter.negative,
    Factors: LinePrinter.factors,
    Fraction: LinePrinter.fraction,
    Script: LinePrinter.script,
    Root: LinePrinter.root,
    Applied: LinePrinter.applied,
    Fence: LinePrinter.fence,
    Factorial: LinePrinter.factorial,
    Choose: LinePrinter.choose,
    Chain: LinePrinter.chain,
    Joined: LinePrinter.joined,
    Words: LinePrinter.words,
    Differentiation: LinePrinter.differentiation,
    Integration: LinePrinter.integration,
    Limit: LinePrinter.limit,
    Big: LinePrinter.big,
    Ends: LinePrinter.ends,
    At: LinePrinter.at,
    Array: LinePrinter.array,
    CaseTable: LinePrinter.cases,
}


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


def _has_open_space(text: str) -> bool:
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


def _in_brackets(text: str) -> str:
    plain = text.lstrip("−-")
    return text if plain.isalnum() or plain == "∞" else f"({text})"
