"""A layout as LaTeX, for amsmath and amssymb.

Fractions have bars on the line and slashes in exponents and bounds (``flat``).  Brackets grow only around what is
tall.  Names that a person chose are escaped.
"""

from __future__ import annotations

import re

from .brackets import Hold, bare, is_bars, is_tall, needs_dot, reads_as_call, whole_derivative
from .latex_words import escaped, latex_name
from .layout import (
    Applied,
    Array,
    At,
    Big,
    CaseTable,
    Choose,
    Differentiation,
    Ends,
    Factorial,
    Fence,
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
from .names import FENCE_LATEX, HEADS, JOINS, RELATION_SIGNS, SIGNS, split
from .printer import Printer

D = r"\mathrm{d}"


class LatexPrinter(Printer):
    """Prints a layout; ``flat`` says that it stands in an exponent or a bound."""

    def __init__(self, flat: bool = False) -> None:
        super().__init__(flat)

    def fenced(self, node: Layout, left: str = "(", right: str = ")") -> str:
        return self.enclose(left, self.line(node), right, is_tall(node) and not self.flat)

    def enclose(self, left: str, inside: str, right: str, tall: bool) -> str:
        if tall:
            return rf"\left{left} {inside} \right{right}"
        return f"{left}{inside}{right}"

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

    def sign_of_term(self, minus: bool, first: bool) -> str:
        sign = "-" if minus else "+"
        return sign if first else f" {sign} "

    def between(self, left: Layout, right: Layout, pieces: list[str], text: str) -> str:
        if needs_dot(left, right, self.flat):
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
        if self.flat:
            return f"{self.at_least(node.top, Hold.PRODUCT)}/{self.at_least(node.bottom, Hold.APPLICATION)}"
        return rf"\frac{{{self.line(node.top)}}}{{{self.line(node.bottom)}}}"

    def script(self, node: Script) -> str:
        return f"{self.base(node.base)}^{{{_SMALL.line(node.exponent)}}}"

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
        tall = any(is_tall(a) for a in node.arguments) and not self.flat
        return name + self.enclose("(", ", ".join(self.line(a) for a in node.arguments), ")", tall)

    def fence(self, node: Fence) -> str:
        left, right = (FENCE_LATEX.get(mark, mark) for mark in (node.left, node.right))
        inside = ", ".join(self.line(i) for i in node.items)
        if not left or not right:
            return left + inside + right
        tall = is_tall(node) and not self.flat
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

    def relation(self, sign: str) -> str:
        glyph = RELATION_SIGNS.get(sign)
        return f" {glyph.latex if glyph else escaped(sign)} "

    def conjunction(self, by: str) -> str:
        return JOINS[by].latex

    def said(self, text: str) -> str:
        return rf"\text{{{escaped(text)}}}"

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
        operator = f"{above}/{below}" if self.flat else rf"\frac{{{above}}}{{{below}}}"
        if whole_derivative(node):
            return operator
        fence = self.body_fence(node.of, closed)
        return f"{operator} {self.fenced(node.of, *fence) if fence else self.line(node.of)}"

    def bounds(self, lower: Layout, upper: Layout) -> str:
        return f"_{{{_SMALL.line(lower)}}}^{{{_SMALL.line(upper)}}}"

    def integration(self, node: Integration) -> str:
        sign = r"\int"
        if node.lower is not None and node.upper is not None:
            sign += self.bounds(node.lower, node.upper)
        return rf"{sign} {self.body(node.of)} \,{D}{self.line(node.variable)}"

    def limit(self, node: Limit) -> str:
        side = f"^{{{node.side}}}" if node.side else ""
        point = _SMALL.line(node.point)
        if side and not isinstance(node.point, Number | Letter | Sign):
            point = f"({point})"
        return rf"\lim_{{{self.line(node.variable)} \to {point}{side}}} {self.body(node.of)}"

    def big(self, node: Big) -> str:
        sign = r"\prod" if node.product else r"\sum"
        index = f"{_SMALL.line(node.index)}={_SMALL.line(node.lower)}"
        return f"{sign}_{{{index}}}^{{{_SMALL.line(node.upper)}}} {self.body(node.of)}"

    def ends(self, node: Ends) -> str:
        return self.fenced(node.of, "[", "]") + self.bounds(node.lower, node.upper)

    def at(self, node: At) -> str:
        places = r",\, ".join(f"{_SMALL.line(x)} = {_SMALL.line(v)}" for x, v in node.where)
        inside = self.body(node.of)
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


_SMALL = LatexPrinter(flat=True)
