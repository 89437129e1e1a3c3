"""Random nested expressions as a person could type them, real on an interval by their own evaluation.

The generator shares nothing with symtutor: it draws a small tree of its own, prints it as text and evaluates it with
mpmath.  An expression is kept where it is a finite real number, and its letter matters, all along a short interval.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

from mpmath import mp, mpf

APPLIED: dict[str, Callable[[mpf], mpf]] = {
    "sin": mp.sin, "cos": mp.cos, "tan": mp.tan, "exp": mp.exp, "ln": mp.log, "sqrt": mp.sqrt, "arctan": mp.atan,
    "arcsin": mp.asin, "tanh": mp.tanh, "sinh": mp.sinh, "abs": abs,
}  # fmt: skip
UNARY = tuple(APPLIED)
BINARY = ("+", "-", "*", "/")
EXPONENTS = ("2", "3", "-1", "-2", "1/2", "1/3", "2/3", "3/2", "x", "a")
LEAVES = ("x", "x", "x", "x", "x", "a", "1", "2", "3", "5", "pi")
# Where an interval is looked for: each is walked in steps of a sixteenth of its length.
INTERVALS = (
    (0.2, 0.3), (0.6, 0.7), (1.1, 1.2), (1.8, 1.9), (2.6, 2.7), (4.1, 4.2), (-0.4, -0.3), (-1.3, -1.2), (-2.9, -2.8),
)  # fmt: skip
# Rounding hides an exact zero, as in sin(pi); what comes so near to one counts as outside the domain.
TINY = mpf(10) ** -9
LETTER_A = mpf(13) / 10


class NotReal(ArithmeticError):
    """The expression is no finite real number here."""


@dataclass(frozen=True)
class Node:
    """A letter, a number or an operation on ``of``."""

    kind: str
    of: tuple[Node, ...] = ()

    @property
    def depth(self) -> int:
        return 1 + max((n.depth for n in self.of), default=-1)

    def has(self, letter: str) -> bool:
        return self.kind == letter or any(n.has(letter) for n in self.of)


def drawn(source: random.Random, depth: int) -> Node:
    """A tree of exactly ``depth`` operations on its longest path."""
    if depth == 0:
        return Node(source.choice(LEAVES))
    kind = source.random()
    if kind < 0.45:
        return Node(source.choice(UNARY), (drawn(source, depth - 1),))
    if kind < 0.6:
        return Node("^", (drawn(source, depth - 1), Node(source.choice(EXPONENTS))))
    pair = [drawn(source, depth - 1), drawn(source, source.randrange(depth))]
    source.shuffle(pair)
    return Node(source.choice(BINARY), tuple(pair))


def text(node: Node) -> str:
    """As a person would type it, with a bracket wherever one could be missed."""
    if not node.of:
        return node.kind
    if node.kind == "abs":
        return f"abs({text(node.of[0])})"
    if node.kind in UNARY:
        return f"{node.kind}({text(node.of[0])})"
    left, right = (f"({text(n)})" if n.of or n.kind[0] == "-" or "/" in n.kind else n.kind for n in node.of)
    return f"{left}{node.kind}{right}" if node.kind in "^/" else f"{left} {node.kind} {right}"


def value(node: Node, x: mpf, a: mpf = LETTER_A) -> mpf:
    """The real value; a third root of a negative number is negative.  Raises ``NotReal`` where there is none."""
    try:
        return _checked(_value(node, x, a))
    except (ZeroDivisionError, OverflowError, ValueError) as wrong:
        raise NotReal(node.kind) from wrong


def _checked(v: mpf) -> mpf:
    if not isinstance(v, mpf) or not mp.isfinite(v) or abs(v) > mpf(10) ** 50:
        raise NotReal
    return v


def _value(node: Node, x: mpf, a: mpf) -> mpf:
    kind = node.kind
    if not node.of:
        return {"x": x, "a": a, "pi": +mp.pi}.get(kind) or mpf(int(kind))
    if kind == "^":
        return _power(value(node.of[0], x, a), node.of[1], x, a)
    arguments = [value(n, x, a) for n in node.of]
    if kind in BINARY:
        return _joined(kind, *arguments)
    (u,) = arguments
    if (kind in ("ln", "sqrt") and u < TINY) or (kind == "arcsin" and abs(u) > 1):
        raise NotReal
    if kind in ("exp", "sinh") and abs(u) > 200:
        raise NotReal
    return APPLIED[kind](u)


def _joined(kind: str, left: mpf, right: mpf) -> mpf:
    if kind == "+":
        return left + right
    if kind == "-":
        return left - right
    if kind == "*":
        return left * right
    if abs(right) < TINY:
        raise NotReal
    return left / right


def _power(base: mpf, exponent: Node, x: mpf, a: mpf) -> mpf:
    top, _, bottom = exponent.kind.partition("/")
    if top in ("x", "a"):
        if base < TINY:
            raise NotReal
        return base ** (x if top == "x" else a)
    if (int(top) < 0 and abs(base) < TINY) or (bottom == "2" and base < TINY):
        raise NotReal
    root = base if not bottom else mp.sign(base) * mp.root(abs(base), int(bottom))
    return root ** int(top)


def real_on_an_interval(node: Node) -> bool:
    """Whether some interval of ``INTERVALS`` lies in the domain, and the value moves along it."""
    for low, high in INTERVALS:
        points = [mpf(low) + (mpf(high) - mpf(low)) * k / 16 for k in range(17)]
        try:
            values = [value(node, x) for x in points]
        except NotReal:
            continue
        if len({mp.nstr(v, 10) for v in values}) > 1:
            return True
    return False


def nests(seed: int, count: int, depths: tuple[int, ...]) -> list[Node]:
    """``count`` different expressions in x, of ``depths`` in turn, each real on an interval."""
    source = random.Random(seed)
    found: dict[Node, None] = {}
    while len(found) < count:
        node = drawn(source, depths[len(found) % len(depths)])
        if node.has("x") and real_on_an_interval(node):
            found.setdefault(node)
    return list(found)
