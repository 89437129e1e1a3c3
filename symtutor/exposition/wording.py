"""Words around mathematics: sentences with holes, conditions, counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from string import Formatter
from typing import Any

from sympy import Basic, Eq, Ge, Gt, Le, Lt, Ne, Tuple
from sympy.logic.boolalg import And, Boolean

from ..problems import Problem
from ..written import Leaf, Relation, Written, write
from .document import Text

SIGNS: dict[Any, str] = {Eq: "=", Ne: "≠", Lt: "<", Le: "≤", Gt: ">", Ge: "≥"}


def sentence(template: str, bindings: Mapping[str, Any]) -> Text:
    """``template`` with each hole ``{u}`` filled by what u is bound to, as mathematics.

    Raises ``KeyError`` for a hole that names no binding.
    """
    pieces: list[str | Written] = []
    for words, name, _, _ in Formatter().parse(template):
        if words:
            pieces.append(words)
        if name is not None:
            pieces += bound(bindings[name])
    return joined(pieces)


def bound(thing: Any) -> Text:
    """What a letter is bound to, as a text."""
    if isinstance(thing, Problem):
        return (thing.statement(),)
    if isinstance(thing, (tuple, list, Tuple)):
        return listed([bound(t) for t in thing])
    if isinstance(thing, str):
        return (thing,)
    if isinstance(thing, Basic):
        return (equation(thing),)
    return (write(thing),)


def joined(pieces: Iterable[str | Written]) -> Text:
    """A text whose neighbouring words are one piece."""
    found: list[str | Written] = []
    for piece in pieces:
        if isinstance(piece, str) and found and isinstance(found[-1], str):
            found[-1] += piece
        elif piece != "":
            found.append(piece)
    return tuple(found)


def listed(items: Sequence[Text], last: str = " and ") -> Text:
    """a, b and c."""
    pieces: list[str | Written] = []
    for i, item in enumerate(items):
        if i:
            pieces.append(last if i == len(items) - 1 else ", ")
        pieces += item
    return joined(pieces)


def equation(expr: Basic) -> Written:
    """A SymPy relation as a written one, any other object as a leaf."""
    sign = SIGNS.get(type(expr))
    return Leaf(expr) if sign is None else Relation((sign,), (write(expr.args[0]), write(expr.args[1])))


def conditions(found: Iterable[Boolean]) -> Text:
    """ "x > 0 and a ≠ 0"; () where there are none."""
    parts = list(dict.fromkeys(p for c in found for p in And.make_args(c)))
    told: list[Text] = []
    for p in parts:
        between = _between(p, parts)
        text: Text = (equation(p) if between is None else between,)
        if text not in told:
            told.append(text)
    return listed(told)


def _between(p: Boolean, parts: Sequence[Boolean]) -> Written | None:
    """0 < x < 1 where one condition bounds the same thing from below and another from above."""
    for low in parts:
        for high in parts:
            bounds = isinstance(low, (Gt, Ge)) and isinstance(high, (Lt, Le)) and low.lhs == high.lhs
            if p in (low, high) and bounds and low.rhs.is_number and high.rhs.is_number:
                signs = ("<" if isinstance(low, Gt) else "≤", SIGNS[type(high)])
                return Relation(signs, (write(low.rhs), write(low.lhs), write(high.rhs)))
    return None


def under(found: Iterable[Boolean]) -> Text:
    """ "for x > 0"; () where there is no condition."""
    inside = conditions(found)
    return joined(("for ", *inside)) if inside else ()


def steps(numbers: Sequence[int]) -> str:
    """ "step 2", "steps 2 and 3"."""
    ordered = sorted(set(numbers))
    if len(ordered) == 1:
        return f"step {ordered[0]}"
    if len(ordered) > 2 and ordered[-1] - ordered[0] == len(ordered) - 1:
        return f"steps {ordered[0]} to {ordered[-1]}"
    return "steps " + ", ".join(map(str, ordered[:-1])) + f" and {ordered[-1]}"


def counted(count: int, noun: str) -> str:
    """ "1 step", "4 steps"."""
    return f"{count} {noun}" + ("" if count == 1 else "s")
