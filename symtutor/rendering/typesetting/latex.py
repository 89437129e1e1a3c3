"""A layout as LaTeX, for amsmath and amssymb.

Fractions have bars on the line and slashes in exponents and bounds (``small``).  Brackets grow only around what is
tall.  Names that a person chose are escaped.
"""

from __future__ import annotations

import re
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
    is_tall,
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
from .names import FENCE_LATEX, GREEK, HEADS, JOINS, LATEX_SHAPE, RELATION_SIGNS, SIGNS, split

D = r"\mathrm{d}"
_ESCAPES = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#", "_": r"\_", "%": r"\%",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "…": r"\ldots{}",
    # The old text fonts have other signs at these places.
    **{c: rf"\ensuremath{{{c}}}" for c in "<>|"},
    **{c: rf"\ensuremath{{\{LATEX_SHAPE.get(name, name)}}}" for name, c in GREEK.items()},
    **{c: rf"\ensuremath{{{glyph.latex}}}" for c, glyph in RELATION_SIGNS.items() if ord(c) > 127},
    **{c: rf"\textsuperscript{{{p}}}" for p, c in zip("0123456789+n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺ⁿ")},
    **{c: rf"\textsubscript{{{p}}}" for p, c in zip("0123456789", "₀₁₂₃₄₅₆₇₈₉")},
    "−": r"\ensuremath{-}", "·": r"\ensuremath{\cdot}", "×": r"\ensuremath{\times}", "′": r"\ensuremath{'}",
    "″": r"\ensuremath{''}", "∞": r"\ensuremath{\infty}", "√": r"\ensuremath{\surd}", "∫": r"\ensuremath{\int}",
    "∂": r"\ensuremath{\partial}", "⁻": r"\textsuperscript{\ensuremath{-}}", "□": r"\ensuremath{\square}",
    "ℝ": r"\ensuremath{\mathbb{R}}", "∪": r"\ensuremath{\cup}", "∩": r"\ensuremath{\cap}", "½": r"\ensuremath{\frac12}",
}  # fmt: skip
# What pdflatex prints without a further package: Latin letters and the usual punctuation.
_PLAIN = re.compile(r"[\x20-\x7e\xa0-\u017e–—‘’“”]")
# Capital Greek letters that look Latin have no command of their own.
_LATIN_LOOKING = {"Alpha": "A", "Beta": "B"}


def escaped(text: str) -> str:
    """Words with every character that TeX reads as a command, or has no letter for, made harmless."""
    return "".join(_ESCAPES.get(c) or (c if _PLAIN.match(c) else f"[U+{ord(c):04X}]") for c in text)


class LatexPrinter:
    """Prints a layout; ``small`` says that it stands in an exponent or a bound."""

    def __init__(self, small: bool = False) -> None:
        self.small = small

    def line(self, node: Layout) -> str:
        return _PRINT[type(node)](self, node)

    def fenced(self, node: Layout, left: str = "(", right: str = ")") -> str:
        return self.enclose(left, self.line(node), right, is_tall(node) and not self.small)

    def enclose(self, left: str, inside: str, right: str, tall: bool) -> str:
        if tall:
            return rf"\left{left} {inside} \right{right}"
        return f"{left}{inside}{right}"

    def at_least(self, node: Layout, level: Hold) -> str:
        return self.line(node) if hold(node, self.small) >= level else self.fenced(node)

    # --- letters and numbers

    def number(self, node: Number) -> str:
        return node.digits

    def letter(self, node: Letter) -> str:
        stem, sub = split(node.name)
        written = latex_name(stem)
        if not sub:
            return written
        index = sub if sub.isdigit() or re.fullmatch(r"[A-Za-z]{2}", sub) else latex_name(sub)
        return f"{written}_{{{index}}}"

    def constant(self, node: Sign) -> str:
        return SIGNS[node.name].latex

    # --- sums, products, powers

    def terms(self, node: Terms) -> str:
        pieces: list[str] = []
        for place, (minus, item) in enumerate(node.items):
            text = self.term(item, minus, place > 0, place == len(node.items) - 1)
            sign = "-" if minus else "+" if place else ""
            pieces.append(f" {sign} {text}" if place else sign + text)
        return "".join(pieces)

    def term(self, item: Layout, minus: bool, later: bool, last: bool) -> str:
        if isinstance(item, Terms | Negative):
            return self.fenced(item) if minus or (later and begins_with_minus(item)) else self.line(item)
        if not last and isinstance(item, Limit | Big):
            return self.fenced(item)
        return self.at_least(item, Hold.PRODUCT)

    def negative(self, node: Negative) -> str:
        return "-" + self.at_least(node.of, Hold.PRODUCT)

    def factors(self, node: Factors) -> str:
        text = ""
        for place, item in enumerate(node.items):
            after = node.items[place + 1] if place + 1 < len(node.items) else None
            piece = self.factor(item, after)
            text = text + self.between(node.items[place - 1], item, text, piece) + piece if place else piece
        return text

    def factor(self, item: Layout, after: Layout | None) -> str:
        if isinstance(item, Applied):
            return self.applied(item, closed=closes(item, after))
        if isinstance(item, Differentiation) and not whole_derivative(item):
            return self.differentiation(item, closed=after is not None)
        if after is not None and isinstance(item, Limit | Big):
            return self.fenced(item)
        return self.at_least(item, Hold.PRODUCT)

    def between(self, left: Layout, right: Layout, before: str, text: str) -> str:
        if needs_dot(left, right, self.small):
            return r" \cdot "
        if isinstance(left, Root) or (isinstance(right, Root) and isinstance(left, Script)):
            return r"\,"
        if isinstance(right, Applied) and right.head not in HEADS:
            return r"\,"
        if text.startswith("("):
            return r" \cdot " if reads_as_call(left) else " "
        # TeX draws no space between letters; the blank keeps l n from being taken for a name.
        return "" if isinstance(left, Number) and not text.startswith("\\") else " "

    def fraction(self, node: Fraction) -> str:
        if self.small:
            return f"{self.at_least(node.top, Hold.PRODUCT)}/{self.at_least(node.bottom, Hold.APPLICATION)}"
        return rf"\frac{{{self.line(node.top)}}}{{{self.line(node.bottom)}}}"

    def script(self, node: Script) -> str:
        return f"{self.base(node.base)}^{{{_SMALL.line(node.exponent)}}}"

    def base(self, base: Layout) -> str:
        if isinstance(base, Applied):
            head = HEADS.get(base.head)
            if base.power is None and (head is None or not head.bare):
                return self.applied(base, closed=True)
            return self.fenced(base)
        return self.at_least(base, Hold.ATOM)

    def root(self, node: Root) -> str:
        index = "" if node.index is None else f"[{_SMALL.line(node.index)}]"
        return rf"\sqrt{index}{{{self.line(node.of)}}}"

    # --- functions

    def applied(self, node: Applied, closed: bool = False) -> str:
        head = HEADS.get(node.head)
        name = head.latex if head else self.letter(Letter(node.head))
        if node.base is not None:
            name += f"_{{{_SMALL.line(node.base)}}}"
        if node.primes:
            name += "'" * node.primes
        if node.order is not None:
            name += f"^{{({_SMALL.line(node.order)})}}"
        if node.power is not None:
            name += f"^{{{_SMALL.line(node.power)}}}"
        if bare(node):
            argument = node.arguments[0]
            if is_bars(argument):
                return name + self.line(argument)
            if not closed:
                return f"{name} {self.line(argument)}"
        tall = any(is_tall(a) for a in node.arguments) and not self.small
        return name + self.enclose("(", ", ".join(self.line(a) for a in node.arguments), ")", tall)

    def fence(self, node: Fence) -> str:
        left, right = (FENCE_LATEX.get(mark, mark) for mark in (node.left, node.right))
        inside = ", ".join(self.line(i) for i in node.items)
        if not left or not right:
            return left + inside + right
        tall = is_tall(node) and not self.small
        if tall:
            return self.enclose(left.rstrip(), inside, right.rstrip(), True)
        # A bar alone is spaced like a relation before a minus sign, so it is told which side it is on.
        left, right = (r"\lvert ", r"\rvert ") if node.left == "|" else (left, right)
        return (left + inside + right).rstrip()

    def factorial(self, node: Factorial) -> str:
        return f"{self.at_least(node.of, Hold.ATOM)}!"

    def choose(self, node: Choose) -> str:
        return rf"\binom{{{self.line(node.above)}}}{{{self.line(node.below)}}}"

    # --- statements

    def chain(self, node: Chain) -> str:
        pieces = [self.side(node.sides[0])]
        for sign, side in zip(node.signs, node.sides[1:]):
            glyph = RELATION_SIGNS.get(sign)
            pieces.append(f" {glyph.latex if glyph else escaped(sign)} {self.side(side)}")
        return "".join(pieces)

    def side(self, side: Layout) -> str:
        return self.fenced(side) if isinstance(side, Joined) else self.line(side)

    def joined(self, node: Joined) -> str:
        return JOINS[node.by].latex.join(self.fenced(i) if isinstance(i, Joined) else self.line(i) for i in node.items)

    def words(self, node: Words) -> str:
        return "".join(rf"\text{{{escaped(p)}}}" if isinstance(p, str) else self.line(p) for p in node.pieces)

    # --- operators

    def differentiation(self, node: Differentiation, closed: bool = False) -> str:
        closed = closed or node.closed
        d = r"\partial " if node.partial else D
        above = d.rstrip() if node.total is None else f"{d.rstrip()}^{{{_SMALL.line(node.total)}}}"
        below = r" \, ".join(
            d + self.line(x) + ("" if n is None else f"^{{{_SMALL.line(n)}}}") for x, n in node.variables
        )
        if whole_derivative(node):
            above += (" " if node.partial and node.total is None else "") + self.line(node.of)
        operator = f"{above}/{below}" if self.small else rf"\frac{{{above}}}{{{below}}}"
        if whole_derivative(node):
            return operator
        if not closed and bare_body(node.of, self.small):
            return f"{operator} {self.line(node.of)}"
        if isinstance(node.of, Terms | Negative) and not closed:
            return f"{operator} {self.fenced(node.of)}"
        return f"{operator} {self.fenced(node.of, '[', ']')}"

    def bounds(self, lower: Layout, upper: Layout) -> str:
        return f"_{{{_SMALL.line(lower)}}}^{{{_SMALL.line(upper)}}}"

    def integration(self, node: Integration) -> str:
        sign = r"\int"
        if node.lower is not None and node.upper is not None:
            sign += self.bounds(node.lower, node.upper)
        return rf"{sign} {self.at_least(node.of, Hold.PRODUCT)} \,{D}{self.line(node.variable)}"

    def limit(self, node: Limit) -> str:
        side = f"^{{{node.side}}}" if node.side else ""
        point = _SMALL.line(node.point)
        if side and not isinstance(node.point, Number | Letter | Sign):
            point = f"({point})"
        return rf"\lim_{{{self.line(node.variable)} \to {point}{side}}} {self.at_least(node.of, Hold.PRODUCT)}"

    def big(self, node: Big) -> str:
        sign = r"\prod" if node.product else r"\sum"
        index = f"{_SMALL.line(node.index)}={_SMALL.line(node.lower)}"
        return f"{sign}_{{{index}}}^{{{_SMALL.line(node.upper)}}} {self.at_least(node.of, Hold.PRODUCT)}"

    def ends(self, node: Ends) -> str:
        return self.fenced(node.of, "[", "]") + self.bounds(node.lower, node.upper)

    def at(self, node: At) -> str:
        places = r",\, ".join(f"{_SMALL.line(x)} = {_SMALL.line(v)}" for x, v in node.where)
        inside = self.at_least(node.of, Hold.PRODUCT)
        return rf"\left. {inside} \right|_{{{places}}}"

    # --- tables

    def array(self, node: Array) -> str:
        body = r" \\ ".join(
            " & ".join(self.cell(e, (i, j) in node.marks) for j, e in enumerate(row)) for i, row in enumerate(node.rows)
        )
        width = len(node.rows[0]) if node.rows else 0
        if node.bar is not None and 0 < node.bar < width:
            columns = "c" * node.bar + "|" + "c" * (width - node.bar)
            return rf"\left(\begin{{array}}{{{columns}}} {body} \end{{array}}\right)"
        if width > 10:  # pmatrix has ten columns
            return rf"\left(\begin{{array}}{{{'c' * width}}} {body} \end{{array}}\right)"
        return rf"\begin{{pmatrix}} {body} \end{{pmatrix}}"

    def cell(self, entry: Layout, marked: bool) -> str:
        text = self.line(entry)
        return rf"\boxed{{{text}}}" if marked else text

    def cases(self, node: CaseTable) -> str:
        rows = (
            f"{self.line(value)} & " + (r"\text{otherwise}" if when is None else rf"\text{{if }} {self.line(when)}")
            for value, when in node.pieces
        )
        body = r" \\ ".join(rows)
        return rf"\begin{{cases}} {body} \end{{cases}}"


def latex_name(stem: str) -> str:
    """A letter as itself, a Greek name as its command, any longer name upright and escaped."""
    if stem in GREEK:
        return "\\" + LATEX_SHAPE.get(stem, stem)
    if stem in _LATIN_LOOKING:
        return rf"\mathrm{{{_LATIN_LOOKING[stem]}}}"
    if re.fullmatch(r"[A-Za-z]", stem):
        return stem
    # \mathrm would drop spaces and read a bare accent as a command.
    return rf"\mathrm{{{stem}}}" if re.fullmatch(r"[A-Za-z0-9,]+", stem) else rf"\text{{{escaped(stem)}}}"


_SMALL = LatexPrinter(small=True)

_PRINT: dict[type[Layout], Callable[[LatexPrinter, Any], str]] = {
    Number: LatexPrinter.number,
    Letter: LatexPrinter.letter,
    Sign: LatexPrinter.constant,
    Terms: LatexPrinter.terms,
    Negative: LatexPrinter.negative,
    Factors: LatexPrinter.factors,
    Fraction: LatexPrinter.fraction,
    Script: LatexPrinter.script,
    Root: LatexPrinter.root,
    Applied: LatexPrinter.applied,
    Fence: LatexPrinter.fence,
    Factorial: LatexPrinter.factorial,
    Choose: LatexPrinter.choose,
    Chain: LatexPrinter.chain,
    Joined: LatexPrinter.joined,
    Words: LatexPrinter.words,
    Differentiation: LatexPrinter.differentiation,
    Integration: LatexPrinter.integration,
    Limit: LatexPrinter.limit,
    Big: LatexPrinter.big,
    Ends: LatexPrinter.ends,
    At: LatexPrinter.at,
    Array: LatexPrinter.array,
    CaseTable: LatexPrinter.cases,
}
