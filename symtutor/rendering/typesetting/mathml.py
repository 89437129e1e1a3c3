"""A layout as presentation MathML Core, which browsers draw by themselves."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
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
from .names import GREEK, HEADS, JOINS, RELATION_SIGNS, SIGNS, split

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


class MathmlPrinter:
    """Prints a layout; ``small`` says that it stands in an exponent or a bound, where fractions have slashes."""

    def __init__(self, small: bool = False) -> None:
        self.small = small

    def line(self, node: Layout) -> str:
        return _PRINT[type(node)](self, node)

    def enclose(self, left: str, inside: str, right: str, tall: bool) -> str:
        stretch = "" if tall and not self.small else ' stretchy="false"'
        before = f'<mo form="prefix" fence="true"{stretch}>{escape(left)}</mo>' if left else ""
        after = f'<mo form="postfix" fence="true"{stretch}>{escape(right)}</mo>' if right else ""
        return f"<mrow>{before}{inside}{after}</mrow>"

    def fenced(self, node: Layout, left: str = "(", right: str = ")") -> str:
        return self.enclose(left, self.line(node), right, is_tall(node))

    def at_least(self, node: Layout, level: Hold) -> str:
        return self.line(node) if hold(node, self.small) >= level else self.fenced(node)

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

    def terms(self, node: Terms) -> str:
        pieces: list[str] = []
        for place, (minus, item) in enumerate(node.items):
            if minus:
                pieces.append(MINUS if place else SIGN_BEFORE)
            elif place:
                pieces.append("<mo>+</mo>")
            pieces.append(self.term(item, minus, place > 0, place == len(node.items) - 1))
        return row(*pieces)

    def term(self, item: Layout, minus: bool, later: bool, last: bool) -> str:
        if isinstance(item, Terms | Negative):
            return self.fenced(item) if minus or (later and begins_with_minus(item)) else self.line(item)
        if not last and isinstance(item, Limit | Big):
            return self.fenced(item)
        return self.at_least(item, Hold.PRODUCT)

    def negative(self, node: Negative) -> str:
        return row(SIGN_BEFORE, self.at_least(node.of, Hold.PRODUCT))

    def factors(self, node: Factors) -> str:
        pieces: list[str] = []
        for place, item in enumerate(node.items):
            after = node.items[place + 1] if place + 1 < len(node.items) else None
            if place:
                pieces.append(self.between(node.items[place - 1], item))
            pieces.append(self.factor(item, after))
        return row(*pieces)

    def factor(self, item: Layout, after: Layout | None) -> str:
        if isinstance(item, Applied):
            return self.applied(item, closed=closes(item, after))
        if isinstance(item, Differentiation) and not whole_derivative(item):
            return self.differentiation(item, closed=after is not None)
        if after is not None and isinstance(item, Limit | Big):
            return self.fenced(item)
        return self.at_least(item, Hold.PRODUCT)

    def between(self, left: Layout, right: Layout) -> str:
        if needs_dot(left, right, self.small):
            return DOT
        if reads_as_call(left) and hold(right, False) < Hold.PRODUCT:
            return DOT
        # Core draws no space around functions by itself.
        spaced = isinstance(right, Applied) or isinstance(left, Applied | Root)
        return TIMES + THIN if spaced else TIMES

    def fraction(self, node: Fraction) -> str:
        if self.small:
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

    def base(self, base: Layout) -> str:
        if isinstance(base, Applied):
            head = HEADS.get(base.head)
            if base.power is None and (head is None or not head.bare):
                return self.applied(base, closed=True)
            return self.fenced(base)
        return self.at_least(base, Hold.ATOM)

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

    def chain(self, node: Chain) -> str:
        pieces = [self.side(node.sides[0])]
        for sign, side in zip(node.signs, node.sides[1:]):
            glyph = RELATION_SIGNS.get(sign)
            pieces += [f"<mo>{escape(glyph.text if glyph else sign)}</mo>", self.side(side)]
        return row(*pieces)

    def side(self, side: Layout) -> str:
        return self.fenced(side) if isinstance(side, Joined) else self.line(side)

    def joined(self, node: Joined) -> str:
        word = JOINS[node.by].text
        between = self.said(word) if word.strip().isalpha() else f"<mo>{escape(word.strip())}</mo>"
        items = (self.fenced(i) if isinstance(i, Joined) else self.line(i) for i in node.items)
        return row(between.join(items))

    def words(self, node: Words) -> str:
        return row(*(self.said(p) if isinstance(p, str) else self.line(p) for p in node.pieces)) if node.pieces else ""

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
        operator = row(above, "<mo>/</mo>", row(below)) if self.small else f"<mfrac>{above}<mrow>{below}</mrow></mfrac>"
        if whole:
            return operator
        if not closed and bare_body(node.of, self.small):
            return row(operator, THIN, self.line(node.of))
        if isinstance(node.of, Terms | Negative) and not closed:
            return row(operator, self.fenced(node.of))
        return row(operator, self.fenced(node.of, "[", "]"))

    def letter_raised(self, letter: Layout, order: Layout | None) -> str:
        return self.line(letter) if order is None else f"<msup>{self.line(letter)}{_SMALL.line(order)}</msup>"

    def integration(self, node: Integration) -> str:
        sign = "<mo>∫</mo>"
        if node.lower is not None and node.upper is not None:
            sign = f"<msubsup>{sign}{_SMALL.line(node.lower)}{_SMALL.line(node.upper)}</msubsup>"
        return row(sign, self.at_least(node.of, Hold.PRODUCT), THIN, upright("d"), self.line(node.variable))

    def limit(self, node: Limit) -> str:
        point = _SMALL.line(node.point)
        if node.side:
            tight = isinstance(node.point, Number | Letter | Sign)
            base = point if tight else _SMALL.fenced(node.point)
            point = f"<msup>{base}<mo>{'+' if node.side == '+' else '−'}</mo></msup>"
        below = row(self.line(node.variable), "<mo>→</mo>", point)
        return row(f'<munder><mo movablelimits="false" rspace="0.17em">lim</mo>{below}</munder>',
                   self.at_least(node.of, Hold.PRODUCT))  # fmt: skip

    def big(self, node: Big) -> str:
        sign = "∏" if node.product else "∑"
        below = row(_SMALL.line(node.index), "<mo>=</mo>", _SMALL.line(node.lower))
        over = _SMALL.line(node.upper)
        return row(f"<munderover><mo>{sign}</mo>{below}{over}</munderover>", self.at_least(node.of, Hold.PRODUCT))

    def ends(self, node: Ends) -> str:
        inside = self.fenced(node.of, "[", "]")
        return f"<msubsup>{inside}{_SMALL.line(node.lower)}{_SMALL.line(node.upper)}</msubsup>"

    def at(self, node: At) -> str:
        places = "<mo>,</mo>".join(row(_SMALL.line(x), "<mo>=</mo>", _SMALL.line(v)) for x, v in node.where)
        bar = '<mo form="postfix" fence="true" stretchy="true">|</mo>'
        return f"<msub><mrow>{self.at_least(node.of, Hold.PRODUCT)}{bar}</mrow>{row(places)}</msub>"

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


_SMALL = MathmlPrinter(small=True)

_PRINT: dict[type[Layout], Callable[[MathmlPrinter, Any], str]] = {
    Number: MathmlPrinter.number,
    Letter: MathmlPrinter.letter,
    Sign: MathmlPrinter.constant,
    Terms: MathmlPrinter.terms,
    Negative: MathmlPrinter.negative,
    Factors: MathmlPrinter.factors,
    Fraction: MathmlPrinter.fraction,
    Script: MathmlPrinter.script,
    Root: MathmlPrinter.root,
    Applied: MathmlPrinter.applied,
    Fence: MathmlPrinter.fence,
    Factorial: MathmlPrinter.factorial,
    Choose: MathmlPrinter.choose,
    Chain: MathmlPrinter.chain,
    Joined: MathmlPrinter.joined,
    Words: MathmlPrinter.words,
    Differentiation: MathmlPrinter.differentiation,
    Integration: MathmlPrinter.integration,
    Limit: MathmlPrinter.limit,
    Big: MathmlPrinter.big,
    Ends: MathmlPrinter.ends,
    At: MathmlPrinter.at,
    Array: MathmlPrinter.array,
    CaseTable: MathmlPrinter.cases,
}
