"""Several things written as one: cases, chains of relations, lists and matrices."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sympy import Basic, ImmutableMatrix, Piecewise, Tuple
from sympy.core.relational import Eq, Ge, Gt, Le, Lt, Ne
from sympy.logic.boolalg import And, Boolean

from .tree import Unvalued, Written


@dataclass(frozen=True, slots=True)
class Cases(Written):
    """Pieces (value, condition) in the order written; the last condition may be ``true``: otherwise."""

    pieces: tuple[tuple[Written, Written], ...]

    def value(self) -> Basic:
        return Piecewise(*((p.value(), c.value()) for p, c in self.pieces))

    def parts(self) -> tuple[Written, ...]:
        return tuple(part for piece in self.pieces for part in piece)

    def with_parts(self, parts: tuple[Written, ...]) -> Written:
        return Cases(tuple(zip(parts[::2], parts[1::2])))


RELATIONS: dict[str, Callable[[Any, Any], Boolean]] = {
    "=": Eq, "≠": Ne, "<": Lt, "≤": Le, ">": Gt, "≥": Ge,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Relation(Written):
    """A chain of relations a < b ≤ c: one more side than signs.  Signs of ``RELATIONS`` have a value; ⇔, → do not."""

    signs: tuple[str, ...]
    sides: tuple[Written, ...]

    def value(self) -> Basic:
        if any(s not in RELATIONS for s in self.signs):
            raise Unvalued(f"the sign {self.signs[0]} states something; it has no value")
        values = [s.value() for s in self.sides]
        return And(*(RELATIONS[s](a, b) for s, a, b in zip(self.signs, values, values[1:])))

    def parts(self) -> tuple[Written, ...]:
        return self.sides

    def with_parts(self, parts: tuple[Written, ...]) -> Written:
        return Relation(self.signs, parts)


@dataclass(frozen=True, slots=True)
class Listing(Written):
    """Items between two marks: a point (1, 2), a set {1, 3}, an interval [0, 1), a bare list."""

    items: tuple[Written, ...]
    left: str = "("
    right: str = ")"

    def value(self) -> Basic:
        return Tuple(*(i.value() for i in self.items))

    def parts(self) -> tuple[Written, ...]:
        return self.items

    def with_parts(self, parts: tuple[Written, ...]) -> Written:
        return Listing(parts, self.left, self.right)


@dataclass(frozen=True, slots=True)
class Grid(Written):
    """A matrix as written: rows of equal length; ``bar`` is the column before which an augmented bar stands.

    ``marks`` are the (row, column) places to emphasise, such as pivots.
    """

    rows: tuple[tuple[Written, ...], ...]
    bar: int | None = None
    marks: tuple[tuple[int, int], ...] = ()

    def value(self) -> Basic:
        return ImmutableMatrix([[e.value() for e in row] for row in self.rows])

    def parts(self) -> tuple[Written, ...]:
        return tuple(e for row in self.rows for e in row)

    def with_parts(self, parts: tuple[Written, ...]) -> Written:
        width = len(self.rows[0]) if self.rows else 0
        return Grid(tuple(parts[i : i + width] for i in range(0, len(parts), width or 1)), self.bar, self.marks)
