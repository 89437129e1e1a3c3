"""The place in the tokens that a parser has come to, and what it says about readings that could have been others."""

from __future__ import annotations

from .errors import Unreadable
from .syntax import Node
from .tokens import END, SIGN, Token

Note = tuple["str | Node", ...]


class Cursor:
    """Looks at tokens and moves over them; ``notes`` collects remarks in the order of the text."""

    def __init__(self, source: str, tokens: list[Token]) -> None:
        self.source = source
        self.tokens = tokens
        self.at = 0
        self.notes: list[Note] = []
        self.noted: tuple[int, Note] | None = None

    @property
    def token(self) -> Token:
        return self.tokens[self.at]

    def ahead(self, by: int = 1) -> Token:
        """The token ``by`` places on, or the last."""
        return self.tokens[min(self.at + by, len(self.tokens) - 1)]

    def take(self, text: str = "") -> Token:
        """The current token, which must read ``text`` where that is given; moves on."""
        t = self.token
        if text and (t.text != text or t.kind == END):
            raise self.unexpected(f"'{text}'")
        if t.kind != END:
            self.at += 1
        return t

    def taken(self, text: str) -> bool:
        """Whether the current sign is ``text``; moves on if so."""
        if self.token.text == text and self.token.kind == SIGN:
            self.at += 1
            return True
        return False

    def unexpected(self, wanted: str) -> Unreadable:
        t = self.token
        if t.kind == END:
            return Unreadable(f"{wanted} is missing at the end", t.start, 0, f"add {wanted}")
        shown = self.source[t.start : t.end]
        if wanted.startswith("'"):
            return Unreadable(f"{wanted} is missing before '{shown}'", t.start, t.end - t.start, f"add {wanted}")
        return Unreadable(f"{wanted} is expected here, not '{shown}'", t.start, t.end - t.start)

    def note(self, start: int, end: int, read: Node, *more: str) -> None:
        """Say that the text between two places was read as ``read``, and nothing of a part of it."""
        said = ("read ", self.source[start:end].strip(), " as ", *_spelled(read), *more)
        if self.noted and self.noted[0] == start and self.notes and self.notes[-1] is self.noted[1]:
            self.notes.pop()
        self.notes.append(said)
        self.noted = (start, said)


def _spelled(read: Node) -> Note:
    """A product with its signs, so that the reading differs from what was typed."""
    if read.kind != "product":
        return (read,)
    return tuple(piece for factor in read.parts for piece in (" · ", factor))[1:]
