"""What every question has in common."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field, fields, replace
from itertools import chain, count
from typing import Any, Self

from sympy import Basic, Symbol
from sympy.core.relational import Relational
from sympy.logic.boolalg import And, Boolean, true

from ..written import Phrase, Written, free_symbols


@dataclass(frozen=True)
class Problem:
    """Something a student can ask.  Knows how it is written, not how it is solved.

    ``given`` is what is assumed: part of the identity, handed to the sub-questions that mention it.
    ``typed`` is what the person wrote: the domain is read off it; it is no part of the identity.
    ``by`` names the technique asked for, in words ("the definition"); it binds this question only.
    """

    given: tuple[Boolean, ...] = field(default=(), kw_only=True)
    typed: Written | None = field(default=None, kw_only=True, compare=False)
    by: str | None = field(default=None, kw_only=True)

    def statement(self) -> Written:
        """The question as mathematics, for display and for the place where its answer will stand."""
        raise NotImplementedError

    def subject(self) -> tuple[Basic, ...]:
        """The expressions asked about, without the letters that are only names; what ``free_symbols`` is read off."""
        return tuple(v for v in (getattr(self, f.name) for f in fields(self)) if isinstance(v, Basic))

    def letters(self) -> tuple[Symbol, ...]:
        """The variables whose names do not matter to the question, such as the x of d/dx."""
        return ()

    def bound(self) -> tuple[Symbol, ...]:
        """The variables that do not occur in the answer, so that no condition on them can be carried to it."""
        return ()

    def grants(self, condition: Boolean) -> bool:
        """Whether the question itself grants a condition: a limit grants what holds near, not at, its point."""
        return False

    def restated(self, condition: Boolean) -> Boolean:
        """A condition on this question in the letters of its answer: at a point, one on x becomes one on the point."""
        return condition

    def asks_for_value(self) -> bool:
        """Whether an answer may stand in a line of mathematics."""
        return True

    def family(self) -> str | None:
        """What may be added to an answer: "+ C" for an antiderivative.  ``None``: the answer is the only one."""
        return None

    def free_symbols(self) -> frozenset[Any]:
        found: set[Any] = set()
        for part in self.subject():
            found |= part.free_symbols
        return frozenset(found)

    def with_given(self, conditions: tuple[Boolean, ...]) -> Self:
        """The same question under further assumptions."""
        new = tuple(c for c in conditions if c != true and c not in self.given)
        return replace(self, given=self.given + new) if new else self

    def under(self, *conditions: Boolean) -> Self:
        """The same question in one case of a case split; a conjunction counts as its parts."""
        parts = tuple(p for c in conditions for p in And.make_args(c))
        return self.with_given(tuple(sorted(parts, key=lambda c: c.sort_key())))

    def identity(self) -> Hashable:
        """Equal for two questions that differ only in the names of their letters."""
        renaming = {x: Symbol(f"_{i}", **_kind(x)) for i, x in enumerate(self.letters())}
        content = []
        for f in fields(self):
            if f.compare:
                value = getattr(self, f.name)
                content.append(_renamed(value, renaming))
        return (type(self), *content)


def _kind(x: Symbol) -> dict[str, bool]:
    return {"integer": True} if x.is_integer else {"real": True} if x.is_real else {}


def _renamed(value: Any, renaming: dict[Symbol, Symbol]) -> Hashable:
    if isinstance(value, Relational):
        # Rebuilding x² + 1 = 0 for a real x would decide it; a question is kept as it is put.
        return (type(value), *(_renamed(side, renaming) for side in value.args))
    if isinstance(value, Basic):
        return value.xreplace(renaming)
    if isinstance(value, tuple):
        return tuple(_renamed(v, renaming) for v in value)
    return value


LETTERS = ["u", "v", "w", "t", "s", "p", "q", "r", "z"]


def fresh_letter(*used: Basic | Problem | Written | Symbol, prefer: str = "u") -> Symbol:
    """The first free letter of u, v, w, t, s, p, q, r, z (``prefer`` first), then u1, u2, …; a plain real symbol.

    The letter depends on what is written in the problem only, never on the path that led to it.
    """
    names: set[str] = set()
    for thing in used:
        symbols = (
            free_symbols(thing)
            if isinstance(thing, Written)
            else (thing.free_symbols() if isinstance(thing, Problem) else thing.free_symbols)
        )
        names |= {s.name for s in symbols}
        if isinstance(thing, Problem):
            names |= {s.name for c in thing.given for s in c.free_symbols}
    order = chain((prefer, *LETTERS), (f"{prefer}{i}" for i in count(1)))
    return Symbol(next(name for name in order if name not in names), real=True)


def phrase(*pieces: str | Written) -> Phrase:
    """A line of words and mathematics."""
    return Phrase(tuple(pieces))
