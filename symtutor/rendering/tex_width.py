r"""How wide a piece of LaTeX mathematics is set, roughly, and where it may be broken.

Widths are in em of Computer Modern, on the generous side: a line that is thought too wide is broken one term early,
a line that is thought to fit must fit.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

TOKEN = re.compile(r"\\[a-zA-Z]+\*?|\\.|[{}^_&]|\s+|.", re.DOTALL)

BINARY = frozenset({"+", "-", r"\pm", r"\mp", r"\cdot", r"\times"})
RELATION = frozenset(
    {"=", "<", ">", r"\le", r"\leq", r"\ge", r"\geq", r"\ne", r"\neq", r"\approx", r"\to", r"\Rightarrow",
     r"\Leftrightarrow", r"\iff", r"\implies", r"\in", r"\mid"}
)  # fmt: skip
SPACES = {r"\,": 0.17, r"\:": 0.23, r"\;": 0.28, r"\!": -0.17, r"\ ": 0.33, r"\quad": 1.0, r"\qquad": 2.0, "~": 0.33}
NAMES = frozenset({r"\text", r"\mathrm", r"\operatorname", r"\textit", r"\mathbf", r"\textbf", r"\operatorname*"})
SILENT = frozenset({r"\displaystyle", r"\textstyle", r"\mathopen", r"\mathclose", r"\limits"})
FUNCTION = re.compile(r"\\(a?r?c?(sin|cos|tan|cot|sec|csc)h?|ln|log|exp|max|min|lim|det|erf|sup|inf|arg|deg)$")
FRACTIONS = frozenset({r"\frac", r"\dfrac", r"\tfrac", r"\binom"})


@dataclass
class _Reader:
    """Reads the tokens of a formula once, from left to right."""

    tokens: list[str]
    at: int = 0

    def group(self) -> float:
        """The width of what a command or an index applies to."""
        while self.at < len(self.tokens) and self.tokens[self.at].isspace():
            self.at += 1
        if self.at >= len(self.tokens):
            return 0.0
        token = self.tokens[self.at]
        self.at += 1
        if token == "{":
            return self.run("}")
        return self.single(token)

    def named(self) -> float:
        """The width of a group of upright letters, which are counted one by one."""
        while self.at < len(self.tokens) and self.tokens[self.at].isspace():
            self.at += 1
        if self.at >= len(self.tokens) or self.tokens[self.at] != "{":
            return self.group()
        self.at += 1
        depth, width = 1, 0.0
        while self.at < len(self.tokens) and depth:
            token = self.tokens[self.at]
            depth += (token == "{") - (token == "}")
            width += 0.0 if token in "{}" else 0.5
            self.at += 1
        return width

    def run(self, end: str | None) -> float:
        """The width up to ``end``; the widest row where there are several."""
        width = widest = 0.0
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            self.at += 1
            if token == end:
                break
            if token == r"\\":
                widest, width = max(widest, width), 0.0
            else:
                width += self.single(token)
        return max(widest, width)

    def single(self, token: str) -> float:
        """The width of one token with what it applies to."""
        if token.isspace() or token in SILENT:
            return 0.0
        if token in ("^", "_"):
            return 0.72 * self.group()
        if token == "{":
            return self.run("}")
        if token in FRACTIONS:
            return max(self.group(), self.group()) + 0.3
        if token == r"\sqrt":
            return 0.9 + self.group()
        if token in NAMES:
            return self.named()
        if token in (r"\begin", r"\end"):
            self.named()
            return 0.7
        if token in SPACES:
            return SPACES[token]
        if token in (r"\left", r"\right"):
            # A bracket that grows with what it holds is wider, too.
            return 0.35
        if token in RELATION:
            return 1.4
        if token in BINARY:
            return 1.25 if token != r"\cdot" else 0.75
        if FUNCTION.match(token):
            return 0.5 * (len(token) - 1) + 0.2
        if token == "&":
            return 1.0
        if token in "()[]|":
            return 0.48
        if token in ",.;:!'":
            return 0.4
        return 0.6


def em(tex: str) -> float:
    """The width of a formula in display style."""
    return _Reader(TOKEN.findall(tex)).run(None)


def split(tex: str, room: float) -> list[str]:
    """A formula in pieces of at most ``room`` em, broken before relations, + and − outside every bracket.

    A piece without such a place stays whole, however wide.
    """
    pieces, start = [], 0
    places = breaks(tex)
    while em(tex[start:]) > room:
        fitting = [p for p in places if p > start and em(tex[start:p]) <= room]
        later = [p for p in places if p > start]
        if not later:
            break
        cut = fitting[-1] if fitting else later[0]
        pieces.append(tex[start:cut].rstrip())
        start, room = cut, room if len(pieces) > 1 else room - 2
    return [*pieces, tex[start:].strip()]


def breaks(tex: str) -> list[int]:
    """The places before signs that stand outside every group, bracket and environment."""
    places: list[int] = []
    depth = at = 0
    before = ""
    for token in TOKEN.findall(tex):
        if token in ("{", "(", "[", r"\{", r"\lfloor", r"\lceil", r"\begin", r"\left"):
            depth += 1
        elif token in ("}", ")", "]", r"\}", r"\rfloor", r"\rceil", r"\end", r"\right"):
            depth -= 1
        elif depth == 0 and token in BINARY | RELATION and before and before not in BINARY | RELATION | {"^", "_"}:
            if token not in (r"\cdot", r"\times"):
                places.append(at)
        at += len(token)
        before = before if token.isspace() else token
    return places
