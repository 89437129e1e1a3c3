"""The walk over a layout that all targets share: the order of the pieces, and where brackets stand.

A target adds its glyphs: what a letter, a fraction or an integral looks like, and what stands between two pieces.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .brackets import Hold, bare_body, begins_with_minus, closes, hold, whole_derivative
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
from .names import HEADS

_METHODS: dict[type[Layout], str] = {
    Number: "number",
    Letter: "letter",
    Sign: "constant",
    Terms: "terms",
    Negative: "negative",
    Factors: "factors",
    Fraction: "fraction",
    Script: "script",
    Root: "root",
    Applied: "applied",
    Fence: "fence",
    Factorial: "factorial",
    Choose: "choose",
    Chain: "chain",
    Joined: "joined",
    Words: "words",
    Differentiation: "differentiation",
    Integration: "integration",
    Limit: "limit",
    Big: "big",
    Ends: "ends",
    At: "at",
    Array: "array",
    CaseTable: "cases",
}


class Printer:
    """Prints a layout; ``flat`` says that fractions are written with a slash, as in text and in small exponents."""

    def __init__(self, flat: bool) -> None:
        self.flat = flat
        self._print: dict[type[Layout], Callable[[Any], str]] = {
            kind: getattr(self, name) for kind, name in _METHODS.items()
        }

    def line(self, node: Layout) -> str:
        """``node`` without brackets around it."""
        return self._print[type(node)](node)

    def at_least(self, node: Layout, level: Hold) -> str:
        """The node, in brackets if it holds together less than ``level``."""
        return self.line(node) if hold(node, self.flat) >= level else self.fenced(node)

    # --- what a target adds

    def fenced(self, node: Layout, left: str = "(", right: str = ")") -> str:
        raise NotImplementedError

    def beside(self, *pieces: str) -> str:
        """Pieces side by side as one."""
        return "".join(pieces)

    def applied(self, node: Applied, closed: bool = False) -> str:
        """``closed`` keeps what follows out of the argument."""
        raise NotImplementedError

    def differentiation(self, node: Differentiation, closed: bool = False) -> str:
        raise NotImplementedError

    def sign_of_term(self, minus: bool, first: bool) -> str:
        """What stands before a term: a lone minus before the first, plus or minus before the others."""
        raise NotImplementedError

    def between(self, left: Layout, right: Layout, pieces: list[str], text: str) -> str:
        """What stands between two factors; ``pieces`` is printed already, ``text`` is what ``right`` prints as."""
        raise NotImplementedError

    def relation(self, sign: str) -> str:
        raise NotImplementedError

    def conjunction(self, by: str) -> str:
        """What stands between two joined statements."""
        raise NotImplementedError

    def said(self, text: str) -> str:
        """Plain words."""
        return text

    # --- sums, products, powers

    def terms(self, node: Terms) -> str:
        pieces: list[str] = []
        last = len(node.items) - 1
        for place, (minus, item) in enumerate(node.items):
            if minus or place:
                pieces.append(self.sign_of_term(minus, place == 0))
            pieces.append(self.term(item, minus, place > 0, place == last))
        return self.beside(*pieces)

    def term(self, item: Layout, minus: bool, later: bool, last: bool) -> str:
        if isinstance(item, Terms | Negative):
            return self.fenced(item) if minus or (later and begins_with_minus(item)) else self.line(item)
        if not last and isinstance(item, Limit | Big):
            return self.fenced(item)
        return self.body(item)

    def negative(self, node: Negative) -> str:
        return self.beside(self.sign_of_term(True, True), self.body(node.of))

    def factors(self, node: Factors) -> str:
        pieces: list[str] = []
        for place, item in enumerate(node.items):
            text = self.factor(item, node.items[place + 1] if place + 1 < len(node.items) else None)
            if place:
                pieces.append(self.between(node.items[place - 1], item, pieces, text))
            pieces.append(text)
        return self.beside(*pieces)

    def factor(self, item: Layout, after: Layout | None) -> str:
        if isinstance(item, Applied):
            return self.applied(item, closed=closes(item, after))
        if isinstance(item, Differentiation) and not whole_derivative(item):
            return self.differentiation(item, closed=after is not None)
        if after is not None and isinstance(item, Limit | Big):
            return self.fenced(item)
        return self.body(item)

    def base(self, base: Layout) -> str:
        """What is raised to a power."""
        if isinstance(base, Applied):
            return self.applied(base, closed=True) if self.closed_power(base) else self.fenced(base)
        return self.at_least(base, Hold.ATOM)

    def closed_power(self, base: Applied) -> bool:
        """f(x)², σ(x)², but (ln x)²: a name with brackets carries its power after them, a bare one does not."""
        head = HEADS.get(base.head)
        return base.power is None and (head is None or not head.bare)

    # --- statements

    def chain(self, node: Chain) -> str:
        pieces = [self.side(node.sides[0])]
        for sign, side in zip(node.signs, node.sides[1:]):
            pieces += [self.relation(sign), self.side(side)]
        return self.beside(*pieces)

    def joined(self, node: Joined) -> str:
        return self.conjunction(node.by).join(self.side(i) for i in node.items)

    def side(self, side: Layout) -> str:
        return self.fenced(side) if isinstance(side, Joined) else self.line(side)

    def words(self, node: Words) -> str:
        said = [self.said(p) if isinstance(p, str) else self.line(p) for p in node.pieces]
        return self.beside(*said) if said else ""

    # --- operators

    def body(self, node: Layout) -> str:
        """What a sign, a limit or an integral stands before."""
        return self.at_least(node, Hold.PRODUCT)

    def body_fence(self, of: Layout, closed: bool) -> str:
        """The brackets around what is differentiated: none, round ones around a lone sum, or square ones."""
        if not closed and bare_body(of, self.flat):
            return ""
        return "()" if not closed and self.rounded(of) else "[]"

    def rounded(self, of: Layout) -> bool:
        """Whether round brackets are enough around what is differentiated."""
        return isinstance(of, Terms | Negative)
