"""The grammar put together: tokens in, syntax tree out."""

from __future__ import annotations

from collections.abc import Mapping

from .application import named
from .brackets import BRACKETS
from .calculus import CALCULUS
from .cursor import Note
from .errors import Unreadable
from .latex import LATEX
from .pratt import Handler, Parser
from .resolve import resolved
from .syntax import Node
from .tokens import END, NUMBER, Token

OPERANDS: Mapping[str, Handler] = {**BRACKETS, **CALCULUS, **LATEX}


def parser(
    source: str,
    tokens: list[Token],
    vocabulary: frozenset[str],
    declared: frozenset[str] = frozenset(),
    letters: frozenset[str] = frozenset(),
) -> Parser:
    """A parser over ``tokens``, which need not end with END."""
    last = tokens[-1].end if tokens else len(source)
    if not tokens or tokens[-1].kind != END:
        tokens = [*tokens, Token(END, "", last, last)]
    differentials = any(t.text == "∫" for t in tokens)
    return Parser(source, resolved(tokens, vocabulary, differentials), OPERANDS, named, declared, letters)


def parsed(
    source: str,
    tokens: list[Token],
    vocabulary: frozenset[str] = frozenset(),
    declared: frozenset[str] = frozenset(),
    letters: frozenset[str] = frozenset(),
) -> tuple[Node, list[Note]]:
    """The one expression or relation that ``tokens`` are, and what is to be said about how they were read.

    ``declared`` are letters that name functions, ``letters`` names that are letters whatever else they could name.
    Raises ``Unreadable`` with the place where the reading stopped.
    """
    p = parser(source, tokens, vocabulary, declared, letters)
    tree = p.expression()
    t = p.token
    if t.kind != END:
        shown = source[t.start : t.end]
        if t.text in (")", "]", "}", "\\}"):
            raise Unreadable(f"this '{shown}' closes nothing", t.start, t.end - t.start, "remove it")
        before, after = p.tokens[p.at - 1], p.ahead()
        if t.text == "," and before.kind == after.kind == NUMBER and not (t.spaced or after.spaced):
            whole = f"{before.text}.{after.text}" if len(after.text) != 3 else f"{before.text}{after.text}"
            raise Unreadable("a comma cannot stand inside a number here", t.start, 1, f"write {whole}")
        if t.kind == "word":
            raise Unreadable(f"the word '{shown}' is not expected here", t.start, t.end - t.start)
        raise Unreadable(
            f"'{shown}' is not expected here", t.start, t.end - t.start, "remove it or add what is missing"
        )
    return tree, p.notes
