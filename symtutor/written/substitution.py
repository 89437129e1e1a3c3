"""Putting something in the place of a letter, so that it shows before it evaluates: [F]ₐᵇ and f(u)|ᵤ₌ₓ²."""

from __future__ import annotations

from dataclasses import dataclass

from sympy import Basic

from .opening import open_expression
from .tree import Leaf, Written
from .walking import rewritten


def substituted(w: Written, letter: Written, by: Written) -> Written:
    """``w`` with a letter replaced, inside leaves too.  A compound leaf is opened up so that nothing merges unseen."""
    symbol = letter.value()

    def change(node: Written) -> Written | None:
        if not isinstance(node, Leaf) or not node.expr.has(symbol):
            return None
        if node.expr == symbol:
            return by
        if isinstance(by, Leaf) and not by.expr.is_number:
            return Leaf(node.expr.xreplace({symbol: by.expr}))
        return rewritten(open_expression(node.expr), lambda n: _put(n, symbol, by))

    return rewritten(w, change)


def _put(node: Written, symbol: Basic, by: Written) -> Written | None:
    if not isinstance(node, Leaf) or not node.expr.has(symbol):
        return None
    # A leaf that does not open, such as cases, is substituted into as a whole.
    return by if node.expr == symbol else Leaf(node.expr.xreplace({symbol: by.value()}))


@dataclass(frozen=True, slots=True)
class Bracket(Written):
    """[F]ₐᵇ: F at the upper end less F at the lower end, both ends finite and F continuous between them."""

    of: Written
    variable: Written
    lower: Written
    upper: Written

    def value(self) -> Basic:
        x = self.variable.value()
        inside = self.of.value()
        return inside.xreplace({x: self.upper.value()}) - inside.xreplace({x: self.lower.value()})

    def parts(self) -> tuple[Written, ...]:
        return (self.of, self.variable, self.lower, self.upper)

    def with_parts(self, parts: tuple[Written, ...]) -> Written:
        return Bracket(*parts)


@dataclass(frozen=True, slots=True)
class BackSubstitution(Written):
    """``of`` with ``letter`` replaced by ``by``: (…)|ᵤ₌ₓ²."""

    of: Written
    letter: Written
    by: Written

    def value(self) -> Basic:
        # Through the opened form, so that a number under an odd root keeps its real root.
        return substituted(self.of, self.letter, self.by).value()

    def parts(self) -> tuple[Written, ...]:
        return (self.of, self.letter, self.by)

    def with_parts(self, parts: tuple[Written, ...]) -> Written:
        return BackSubstitution(*parts)
