"""A layout as presentation MathML Core, which browsers draw by themselves."""

from __future__ import annotations

from html import escape

from .brackets import Hold, bare, hold, is_bars, is_tall, needs_dot, reads_as_call, whole_derivative
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
from .names import GREEK, HEADS, JOINS, RELATION_SIGNS, SIGNS, split
from .printer import Printer

APPLY = "<mo>&#x2061;</mo>"
TIMES = "<mo>&#x2062;</mo>"
DOT = "<mo>⋅</mo>"
THIN = '<mspace width="0.17em"></mspace>'
MINUS = "<mo>−</mo>"
SIGN_BEFORE = '<mo form="prefix">−</mo>'


def row(*pieces: str) -> str:
    """Pieces side by side as one."""
    return pieces[0] if len(pieces) == 1 else f"<mrow>{''.join(pieces)}</mrow>"


def identifier(name: str) -> str:
    """A letter, slanted where it is one letter, upright where it is a word."""
    return f"<mi>{escape(name)}</mi>"


def upright(name: str) -> str:
    return f'<mi mathvariant="normal">{escape(name)}</mi>'


class MathmlPrinter(Printer):
    """Prints a layout; ``flat`` says that it stands in an exponent or a bound, where fractions have slashes."""

    def __init__(self, flat: bool = False) -> None:
        super().__init__(flat)

    def beside(self, *pieces: str) -> str:
        return row(*pieces)

    def enclose(self, left: str, inside: str, right: str, tall: bool) -> str:
        stretch = "" if tall and not self.flat else ' stretchy="false"'
        before = f'<mo form="prefix" fence="true"{stretch}>{escape(left)}</mo>' if left else ""
        after = f'<mo form="postfix" fence="true"{stretch}>{escape(right)}</mo>' if right else ""
        return f"<mrow>{before}{inside}{after}</mrow>"

    def fenced(self, node: Layout, left: str = "(", right: str = ")") -> str:
        return self.enclose(left, self.line(node), right, is_tall(node))

    # --- letters and numbers

    def number(self, node: Number) -> str:
        return f"<mn>{escape(node.digits)}</mn>"

    def letter(self, node: Letter) -> str:
        stem, sub = split(node.name)
        name = identifier(GREEK.get(stem, stem))
        if not sub:
            return name
        # Two letters are two indices, as of a matrix entry; a longer word is one.
        indices = (sub,) if len(sub) != 2 or not sub.isalpha() else tuple(sub)
        below = f"<mn>{sub}</mn>" if sub.isdigit() else row(*(identifier(GREEK.get(i, i)) for i in indices))
        return f"<msub>{name}{below}</msub>"

    def constant(self, node: Sign) -> str:
        text = SIGNS[node.name].text
        return identifier(text) if node.name in ("pi", "e", "i", "gamma", "golden") else upright(text)

    # --- sums, products, powers

    def sign_of_term(self, minus: bool, first: bool) -> str:
        if minus:
            return SIGN_BEFORE if first else MINUS
        return "<mo>+</mo>"

    def between(self, left: Layout, right: Layout, pieces: list[str], text: str) -> str:
        if needs_dot(left, right, self.flat):
            return DOT
        if reads_as_call(left) and hold(right, False) < Hold.PRODUCT:
            return DOT
        # Core draws no space around functions by itself.
        spaced = isinstance(right, Applied) or isinstance(left, Applied | Root)
        return TIMES + THIN if spaced else TIMES

    def fraction(self, node: Fraction) -> str:
        if self.flat:
            top, bottom = self.at_least(node.top, Hold.PRODUCT), self.at_least(node.bottom, Hold.APPLICATION)
            return row(top, '<mo lspace="0" rspace="0">/</mo>', bottom)
        return f"<mfrac>{self.line(node.top)}{self.line(node.bottom)}</mfrac>"

    def script(self, node: Script) -> str:
        exponent = _SMALL.line(node.exponent)
        if isinstance(node.base, Letter):
            letter = self.line(node.base)
            if letter.startswith("<msub>"):
                return f"<msubsup>{letter[6:-7]}{exponent}</msubsup>"
        return f"<msup>{self.base(node.base)}{exponent}</msup>"

    def root(self, node: Root) -> str:
        if node.index is None:
            return f"<msqrt>{self.line(node.of)}</msqrt>"
        return f"<mroot>{self.line(node.of)}{_SMALL.line(node.index)}</mroot>"

    # --- functions

    def applied(self, node: Applied, closed: bool = False) -> str:
        head = HEADS.get(node.head)
        name = identifier(head.text) if head else self.letter(Letter(node.head))
        if node.base is not None:
            name = f"<msub>{name}{_SMALL.line(node.base)}</msub>"
        if node.primes:
            name = f"<msup>{name}<mo>{'′″‴'[node.primes - 1]}</mo></msup>"
        if node.order is not None:
            name = f"<msup>{name}{_SMALL.enclose('(', _SMALL.line(node.order), ')', False)}</msup>"
        if node.power is not None:
            name = f"<msup>{name}{_SMALL.line(node.power)}</msup>"
        if bare(node):
            argument = node.arguments[0]
            if is_bars(argument):
                return row(name, APPLY, self.line(argument))
            if not closed:
                return row(name, APPLY, THIN, self.line(argument))
        inside = "<mo>,</mo>".join(self.line(a) for a in node.arguments)
        return row(name, APPLY, self.enclose("(", inside, ")", any(is_tall(a) for a in node.arguments)))

    def fence(self, node: Fence) -> str:
        return self.enclose(node.left, "<mo>,</mo>".join(self.line(i) for i in node.items), node.right, is_tall(node))

    def factorial(self, node: Factorial) -> str:
        return row(self.at_least(node.of, Hold.ATOM), '<mo form="postfix" lspace="0" rspace="0">!</mo>')

    def choose(self, node: Choose) -> str:
        above, below = self.line(node.above), self.line(node.below)
        return self.enclose("(", f'<mfrac linethickness="0">{above}{below}</mfrac>', ")", True)

    # --- statements

    def relation(self, sign: str) -> str:
        glyph = RELATION_SIGNS.get(sign)
        return f"<mo>{escape(glyph.text if glyph else sign)}</mo>"

    def conjunction(self, by: str) -> str:
        word = JOINS[by].text
        return self.said(word) if word.strip().isalpha() else f"<mo>{escape(word.strip())}</mo>"

    def said(self, text: str) -> str:
        """Words with the spaces at their ends kept."""
        inside = escape(text)
        if inside.startswith(" "):
            inside = "\u00a0" + inside[1:]
        if inside.endswith(" "):
            inside = inside[:-1] + "\u00a0"
        return f"<mtext>{inside}</mtext>"

    # --- operators

    def differentiation(self, node: Differentiation, closed: bool = False) -> str:
        closed = closed or node.closed
        d = upright("∂" if node.partial else "d")
        above = d if node.total is None else f"<msup>{d}{_SMALL.line(node.total)}</msup>"
        below = row(*(d + self.letter_raised(x, n) for x, n in node.variables))
        whole = whole_derivative(node)
        if whole:
            above = row(above, self.line(node.of))
        operator = row(above, "<mo>/</mo>", row(below)) if self.flat else f"<mfrac>{above}<mrow>{below}</mrow></mfrac>"
        if whole:
            return operator
        fence = self.body_fence(node.of, closed)
        return row(operator, self.fenced(node.of, *fence)) if fence else row(operator, THIN, self.line(node.of))

    def letter_raised(self, letter: Layout, order: Layout | None) -> str:
        return self.line(letter) if order is None else f"<msup>{self.line(letter)}{_SMALL.line(order)}</msup>"

    def integration(self, node: Integration) -> str:
        sign = "<mo>∫</mo>"
        if node.lower is not None and node.upper is not None:
            sign = f"<msubsup>{sign}{_SMALL.line(node.lower)}{_SMALL.line(node.upper)}</msubsup>"
        return row(sign, self.body(node.of), THIN, upright("d"), self.line(node.variable))

    def limit(self, node: Limit) -> str:
        point = _SMALL.line(node.point)
        if node.side:
            tight = isinstance(node.point, Number | Letter | Sign)
            base = point if tight else _SMALL.fenced(node.point)
            point = f"<msup>{base}<mo>{'+' if node.side == '+' else '−'}</mo></msup>"
        below = row(self.line(node.variable), "<mo>→</mo>", point)
        return row(f'<munder><mo movablelimits="false" rspace="0.17em">lim</mo>{below}</munder>',
                   self.body(node.of))  # fmt: skip

    def big(self, node: Big) -> str:
        sign = "∏" if node.product else "∑"
        below = row(_SMALL.line(node.index), "<mo>=</mo>", _SMALL.line(node.lower))
        over = _SMALL.line(node.upper)
        return row(f"<munderover><mo>{sign}</mo>{below}{over}</munderover>", self.body(node.of))

    def ends(self, node: Ends) -> str:
        inside = self.fenced(node.of, "[", "]")
        return f"<msubsup>{inside}{_SMALL.line(node.lower)}{_SMALL.line(node.upper)}</msubsup>"

    def at(self, node: At) -> str:
        places = "<mo>,</mo>".join(row(_SMALL.line(x), "<mo>=</mo>", _SMALL.line(v)) for x, v in node.where)
        bar = '<mo form="postfix" fence="true" stretchy="true">|</mo>'
        return f"<msub><mrow>{self.body(node.of)}{bar}</mrow>{row(places)}</msub>"

    # --- tables

    def array(self, node: Array) -> str:
        rows = "".join(
            f"<mtr>{''.join(self.cell(node, i, j, e) for j, e in enumerate(entries))}</mtr>"
            for i, entries in enumerate(node.rows)
        )
        return self.enclose("(", f"<mtable>{rows}</mtable>", ")", True)

    def cell(self, node: Array, i: int, j: int, entry: Layout) -> str:
        style = []
        if node.bar == j and j > 0:
            style.append("border-left: 0.06em solid")
        if (i, j) in node.marks:
            style.append("outline: 0.06em solid; outline-offset: -0.15em")
        attribute = f' style="{"; ".join(style)}"' if style else ""
        return f"<mtd{attribute}>{self.line(entry)}</mtd>"

    def cases(self, node: CaseTable) -> str:
        left = ' style="text-align: left"'
        rows = "".join(
            f"<mtr><mtd{left}>{self.line(value)}</mtd><mtd{left}>{self.when(when)}</mtd></mtr>"
            for value, when in node.pieces
        )
        return self.enclose("{", f"<mtable>{rows}</mtable>", "", True)

    def when(self, condition: Layout | None) -> str:
        return self.said("otherwise") if condition is None else row(self.said("if "), self.line(condition))


_SMALL = MathmlPrinter(flat=True)
