"""How limits are asked for."""

from __future__ import annotations

from ...problems import FindLimit, Problem
from ..calculus import approach
from ..errors import Unreadable
from ..grammar import parser
from ..syntax import Node
from ..to_written import valued
from ..tokens import END, SIGN, Token
from .pattern import Slots, asked
from .question import Question

_TENDS = (("tends", "to"), ("goes", "to"), ("approaches",), ("approaching",), ("going", "to"), ("to",))
_SIDES = {"right": "+", "above": "+", "left": "-", "below": "-"}


def find_limit(q: Question, of: Node, variable: Node, point: Node, side: str) -> Problem:
    """The limit of a tree; ``side`` as typed, "" for both."""
    subject = q.subject_of(of)
    place = valued(q.writer, point)
    if place.has(q.writer.symbol(variable.text)):
        raise Unreadable("the point of a limit does not depend on its letter", point.start, point.end - point.start)
    return FindLimit(subject.value, q.writer.symbol(variable.text), place, side, typed=subject.written)


def _limit_as(q: Question, slots: Slots) -> Problem:
    of = q.parse(slots["f"])
    return find_limit(q, of, *approached(q, slots["p"]))


def approached(q: Question, tokens: list[Token]) -> tuple[Node, Node, str]:
    """x -> 0+, x approaches 0 from the right."""
    tokens, side = _side_in_words(tokens)
    p = parser(q.source, _arrowed(tokens), q.vocabulary, q.declared)
    variable, point, sign = approach(p, closed=True)
    if p.token.kind != END:
        raise p.unexpected("the end of the point")
    return variable, point, side or sign


def _side_in_words(tokens: list[Token]) -> tuple[list[Token], str]:
    words = [t.text.lower() for t in tokens]
    if len(words) > 3 and words[-2] == "from" and words[-1] in _SIDES:
        return tokens[:-2], _SIDES[words[-1]]
    return tokens, ""


def _arrowed(tokens: list[Token]) -> list[Token]:
    """x tends to 0 as x -> 0."""
    words = [t.text.lower() for t in tokens]
    for said in _TENDS:
        n = len(said)
        if tuple(words[1 : 1 + n]) == said:
            return [tokens[0], Token(SIGN, "→", tokens[1].start, tokens[n].end, True), *tokens[1 + n :]]
    return tokens


LIMITS = (
    asked("limit|lim of {f} as|when|for {p}", _limit_as),
    asked("limit|lim [as] {p} of {f}", _limit_as),
    asked("limit|lim {f} as|when {p}", _limit_as),
)
