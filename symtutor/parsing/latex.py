"""LaTeX commands that have arguments of their own: \\frac, \\sqrt, \\binom, and the environments."""

from __future__ import annotations

from .brackets import matrix, read_cases
from .errors import Unreadable
from .pratt import Handler, Parser
from .syntax import Node, bare, node
from .tokens import NAME, NUMBER, WORD, Token

_MATRICES = frozenset({"matrix", "pmatrix", "bmatrix", "vmatrix", "Bmatrix", "smallmatrix", "array"})
_CASES = frozenset({"cases", "dcases", "rcases"})


def argument(p: Parser) -> Node:
    r"""A group in braces, or one token: the 1 and the 2 of \frac12."""
    if p.token.text == "{":
        return bare(p.braced())
    t = p.token
    if t.kind == NUMBER and len(t.text) > 1 and t.text.isdigit():
        first = node("number", t.start, t.start + 1, text=t.text[0])
        p.tokens = list(p.tokens)
        p.tokens[p.at] = Token(NUMBER, t.text[1:], t.start + 1, t.end)
        return first
    if t.kind in (NUMBER, NAME):
        return p.small()
    return bare(p.primary())


def fraction(p: Parser, t: Token) -> Node:
    top = argument(p)
    bottom = argument(p)
    return node("quotient", t.start, p.tokens[p.at - 1].end, (top, bottom), "frac")


def root(p: Parser, t: Token) -> Node:
    index: Node | None = None
    if p.taken("["):
        index = p.enclosed(p.expression)
        p.take("]")
    inner = argument(p)
    end = p.tokens[p.at - 1].end
    if index is None:
        return node("call", t.start, end, (inner,), "sqrt")
    return node("call", t.start, end, (index, inner), "root")


def binomial(p: Parser, t: Token) -> Node:
    n = argument(p)
    k = argument(p)
    return node("call", t.start, k.end, (n, k), "binomial")


def environment(p: Parser, t: Token) -> Node:
    name = _environment_name(p)
    if name in _CASES:
        pieces = p.enclosed(lambda: node("cases", t.start, t.end, tuple(read_cases(p, ("end",), ("\\\\",)))))
        whole = node("cases", t.start, _close(p, name), pieces.parts)
        return whole
    if name not in _MATRICES:
        raise Unreadable(f"the environment {name} is not read", t.start, t.end - t.start, "use pmatrix or cases")
    if name == "array" and p.token.text == "{":
        while p.take().text != "}":
            if p.token.kind == "end":
                raise p.unexpected("'}'")
    rows: list[list[Node]] = [[]]
    while p.token.text != "end" and p.token.kind != "end":
        rows[-1].append(p.enclosed(p.expression))
        if p.taken("\\\\"):
            if p.token.text != "end":
                rows.append([])
        elif not p.taken("&"):
            break
    grid = matrix(t.start, t.end, rows)
    end = _close(p, name)
    whole = node("matrix", t.start, end, grid.parts)
    return node("call", t.start, end, (whole,), "det") if name == "vmatrix" else whole


def _environment_name(p: Parser) -> str:
    p.take("{")
    name = ""
    while p.token.kind in (NAME, WORD):
        name += p.take().text
    p.take("}")
    return name


def _close(p: Parser, name: str) -> int:
    p.take("end")
    p.take("{")
    while p.token.kind in (NAME, WORD):
        p.take()
    return p.take("}").end


LATEX: dict[str, Handler] = {"frac": fraction, "sqrt": root, "binom": binomial, "begin": environment}
