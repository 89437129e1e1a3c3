"""The Pratt parser: binding powers, products that are not written, powers, and what may follow an operand."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from .cursor import Cursor
from .doubts import doubtful, glued, root_meant
from .errors import Unreadable
from .names import CONSTANTS
from .syntax import MAX_DEPTH, Node, node, too_deep
from .tokens import COMMAND, END, NAME, NUMBER, RAISED, SIGN, WORD, Token, tokenize

# Binding powers.
LOOSEST, RELATION, SUM, PRODUCT, SIGNED, POWER = 0, 5, 10, 20, 25, 30

RELATION_SIGNS = frozenset({"=", "≠", "<", "≤", ">", "≥", "~", "∈", "∉", "→", "⇒", "⇔", "≈"})
_BINDS: dict[str, int] = {
    **dict.fromkeys(RELATION_SIGNS, RELATION), **dict.fromkeys("+-±∓", SUM), **dict.fromkeys("*/", PRODUCT),
    "∪": SUM, "∩": PRODUCT, "^": POWER,
}  # fmt: skip
_OPENS = frozenset({"(", "[", "{", "\\{", "|<", "‖<", "√", "∛", "∜", "∫", "Σ", "Π", "∅", "ℝ", "⌊", "⌈"})

Handler = Callable[["Parser", Token], Node]


class Parser(Cursor):
    """Reads one expression from tokens that ``resolved`` has cut into names.

    ``operands`` maps a sign or command to what reads the operand that begins with it; ``named`` reads one that
    begins with a name.  ``declared`` are letters that name functions, ``letters`` names that are letters whatever
    else they could name.  ``notes`` collects what is to be said about readings that could have been others.
    """

    def __init__(
        self,
        source: str,
        tokens: list[Token],
        operands: Mapping[str, Handler],
        named: Handler,
        declared: frozenset[str],
        letters: frozenset[str] = frozenset(),
    ) -> None:
        super().__init__(source, tokens)
        self.operands = operands
        self.named = named
        self.declared = declared
        self.letters = letters
        self.bars = 0
        self.in_integral = False
        self.angled = False
        self._depth = 0

    # -- expressions

    def expression(self, power: int = LOOSEST) -> Node:
        """An operand and everything after it that binds tighter than ``power``."""
        self._deeper()
        left = self.operand(power)
        while True:
            t = self.token
            if t.kind == SIGN and t.text in _BINDS and not (self.angled and t.text == ">"):
                if _BINDS[t.text] <= power:
                    break
                left = self._infix(left, t)
            elif power < PRODUCT and self.begins_operand():
                left = self._implied(left)
            else:
                break
        self._depth -= 1
        return left

    def begins_operand(self) -> bool:
        """Whether the current token can begin a factor that is multiplied without a sign."""
        t = self.token
        if t.kind == NUMBER or t.kind == COMMAND:
            return t.text not in ("end",)
        if t.kind == NAME:
            return not self.at_differential()
        return t.kind == SIGN and (t.text in _OPENS or (t.text in ("|", "‖") and self.bars == 0) or t.text == "∂")

    def at_differential(self) -> bool:
        """Whether an integral's dx stands here."""
        return self.in_integral and self.token.text == "d" and self.ahead().kind == NAME

    def _infix(self, left: Node, t: Token) -> Node:
        self.at += 1
        if t.text == "^":
            return self._power(left, self.exponent())
        binds = _BINDS[t.text]
        right = self.expression(binds if binds != PRODUCT else SIGNED)
        start, end = left.start, right.end
        if binds == RELATION:
            if left.kind == "relation":
                return node("relation", start, end, (*left.parts, right), f"{left.text} {t.text}")
            return node("relation", start, end, (left, right), t.text)
        if t.text == "/":
            whole = node("quotient", start, end, (left, right))
            meant = root_meant(left, right, t)
            if meant is not None:
                self.notes.append(("read ", self.source[left.start : right.end], " as ", whole, ", not as ", meant))
            return whole
        if t.text == "*":
            return _joined("product", left, right)
        if t.text in "∪∩":
            return node("words", start, end, (left, right), t.text)
        if t.text == "-":
            right = node("negative", t.start, end, (right,))
        elif t.text in "±∓":
            right = node("plusminus", t.start, end, (right,), t.text)
        return _joined("sum", left, right)

    def _implied(self, left: Node) -> Node:
        first = self.token
        last = left.parts[-1] if left.kind == "product" else left
        if first.kind == NUMBER and last.kind == "number":
            return self._number_after_number(left, first)
        right = self.expression(SIGNED)
        whole = _joined("product", left, right)
        if last.kind == "quotient" and last.text != "frac" and left.kind == "quotient":
            self.note(left.start, right.end, whole)
        elif doubtful(last, right, first, self.source):
            run = glued(left) if left.kind == "product" else last
            self.note(run.start, right.end, _joined("product", run, right))
        return whole

    def _number_after_number(self, left: Node, first: Token) -> Node:
        slash, below = self.ahead(), self.ahead(2)
        if (
            left.kind == "number"
            and left.text.isdigit()
            and first.spaced
            and slash.text == "/"
            and below.kind == NUMBER
        ):
            if first.text.isdigit() and below.text.isdigit() and not slash.spaced and not below.spaced:
                self.at += 3
                top = node("number", first.start, first.end, text=first.text)
                part = node(
                    "quotient", first.start, below.end, (top, node("number", below.start, below.end, text=below.text))
                )
                mixed = node("sum", left.start, below.end, (left, part))
                self.note(left.start, below.end, mixed)
                return node("group", left.start, below.end, (mixed,))
        raise Unreadable("two numbers stand side by side", first.start, first.end - first.start, "write * between them")

    # -- operands

    def operand(self, power: int = LOOSEST) -> Node:
        """A sign and an operand, or an operand with its powers, factorials and primes."""
        t = self.token
        if t.kind == SIGN and t.text in ("-", "+", "±", "∓"):
            self.at += 1
            inner = self.expression(SIGNED)
            if t.text == "+":
                return inner
            if power < PRODUCT:
                inner = self._rest_of_product(inner)
            kind = "negative" if t.text == "-" else "plusminus"
            return node(kind, t.start, inner.end, (inner,), "" if t.text == "-" else t.text)
        return self.postfixed(self.primary())

    def _rest_of_product(self, left: Node) -> Node:
        """-a*b is -(a*b): the sign stands in front of the whole product."""
        while (self.token.kind == SIGN and self.token.text in ("*", "/", "^")) or self.begins_operand():
            left = self._infix(left, self.token) if self.token.text in ("*", "/", "^") else self._implied(left)
        return left

    def primary(self) -> Node:
        """A number, a name, a bracket, a command."""
        self._deeper()
        found = self._primary(self.token)
        self._depth -= 1
        return found

    def _deeper(self) -> None:
        self._depth += 1
        if self._depth > 2 * MAX_DEPTH:
            raise too_deep(self.token.start, self.token.end)

    def _primary(self, t: Token) -> Node:
        if t.kind == NUMBER:
            self.at += 1
            return node("number", t.start, t.end, text=t.text)
        if t.kind == NAME:
            self.at += 1
            return self.named(self, t)
        if t.kind in (SIGN, COMMAND) and t.text in self.operands:
            self.at += 1
            return self.operands[t.text](self, t)
        if t.kind == WORD:
            shown = self.source[t.start : t.end]
            raise Unreadable(f"the word '{shown}' cannot stand inside an expression", t.start, t.end - t.start)
        raise self.unexpected("an expression")

    def small(self) -> Node:
        """One number or one letter: the order of d²/dx², an end of an integral."""
        t = self.take()
        if t.kind == NUMBER:
            return node("number", t.start, t.end, text=t.text)
        if t.kind == NAME:
            if t.text in CONSTANTS:
                return node("constant", t.start, t.end, text=CONSTANTS[t.text])
            return node("letter", t.start, t.end, text=t.text)
        self.at -= t.kind != END
        raise self.unexpected("a number or a letter")

    def postfixed(self, left: Node) -> Node:
        """``left`` with the raised figures, factorials, percent signs and primes that follow it."""
        while True:
            t = self.token
            if t.kind == RAISED:
                self.at += 1
                left = self._power(left, self.raised(t))
            elif t.kind == SIGN and t.text == "!":
                self.at += 1
                left = node("call", left.start, t.end, (left,), "factorial")
            elif t.kind == SIGN and t.text == "%":
                self.at += 1
                left = node("quotient", left.start, t.end, (left, node("number", t.start, t.end, text="100")), "frac")
            elif t.kind == SIGN and t.text == "'" and left.kind in ("group", "letter", "call", "prime"):
                self.at += 1
                inner = left.parts if left.kind == "prime" else (left,)
                left = node("prime", left.start, t.end, inner, left.text + "'" if left.kind == "prime" else "'")
            else:
                return left

    def raised(self, t: Token) -> Node:
        """The exponent that raised figures stand for."""
        inner = [
            s._replace(start=t.start, end=t.end, kind=NAME if s.kind == WORD else s.kind) for s in tokenize(t.text)
        ]
        return Parser(self.source, inner, self.operands, self.named, self.declared, self.letters).expression()

    def exponent(self) -> Node:
        """What follows ^: a group in braces, or a signed operand with a power of its own."""
        t = self.token
        if t.kind == SIGN and t.text in ("-", "+"):
            self.at += 1
            inner = self.exponent_operand()
            return node("negative", t.start, inner.end, (inner,)) if t.text == "-" else inner
        return self.exponent_operand()

    def exponent_operand(self) -> Node:
        self._deeper()
        inner = self.braced() if self.token.text == "{" else self.postfixed(self.primary())
        if self.taken("^"):
            inner = self._power(inner, self.exponent())
        self._depth -= 1
        return inner

    def braced(self) -> Node:
        """An expression in TeX's braces."""
        opening = self.take("{")
        inner = self.enclosed(self.expression)
        return node("group", opening.start, self.take("}").end, (inner,), "{}")

    def enclosed(self, read: Callable[[], Node]) -> Node:
        """What ``read`` reads inside a bracket, where neither bars nor a dx of the outside are at work."""
        outside = (self.bars, self.in_integral, self.angled)
        self.bars, self.in_integral, self.angled = 0, False, False
        inner = read()
        self.bars, self.in_integral, self.angled = outside
        return inner

    def _power(self, base: Node, exponent: Node) -> Node:
        return node("power", base.start, exponent.end, (base, exponent))


def _joined(kind: str, left: Node, right: Node) -> Node:
    parts = left.parts if left.kind == kind else (left,)
    return node(kind, left.start, right.end, (*parts, *(right.parts if right.kind == kind else (right,))))
