"""The syntax tree: what was typed, with its place in the text, before anything is understood."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .errors import TooLarge

MAX_DEPTH = 80


@dataclass(frozen=True, slots=True)
class Node:
    """A piece of typed mathematics.

    ``kind`` is one of: number, letter, constant, call, sum, product, quotient, power, negative, plusminus, group,
    list, matrix, row, cases, relation, prime, derivative, integral, limit, series, words.  ``text`` is the digits,
    the name, the signs or the marks that go with the kind.  ``start`` and ``end`` are positions in the typed text.
    """

    kind: str
    start: int
    end: int
    parts: tuple[Node, ...] = ()
    text: str = ""
    depth: int = 1

    def walk(self) -> Iterator[Node]:
        """This node and all below it, outermost first, in reading order."""
        yield self
        for part in self.parts:
            yield from part.walk()


def node(kind: str, start: int, end: int, parts: tuple[Node, ...] = (), text: str = "") -> Node:
    """A node one deeper than its parts.  Raises ``TooLarge`` beyond ``MAX_DEPTH``."""
    depth = 1 + max((p.depth for p in parts), default=0)
    if depth > MAX_DEPTH:
        raise too_deep(start, end)
    return Node(kind, start, end, parts, text, depth)


def too_deep(start: int, end: int) -> TooLarge:
    """The error for nesting beyond ``MAX_DEPTH``."""
    return TooLarge(
        f"this is nested more than {MAX_DEPTH} levels deep",
        start,
        max(1, end - start),
        "split it into smaller expressions",
        limit=f"nesting of {MAX_DEPTH}",
    )


def bare(n: Node) -> Node:
    """``n`` without the brackets around it."""
    while n.kind == "group":
        n = n.parts[0]
    return n
