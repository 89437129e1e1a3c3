"""Tables as data: a row (name, pattern, result, condition, reference) becomes an ordinary rule."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sympy import Basic
from sympy.logic.boolalg import Boolean, true

from ..problems import Problem
from .rule import Assume, Bindings, Derive, Level, Phase, Rule
from .rulebook import AnyRule


@dataclass(frozen=True)
class Row:
    """One line of a table.

    ``pattern`` takes a problem and returns bindings, or ``None`` where the row does not apply; ``result`` and
    ``condition`` take the bindings by name.  ``title`` is what a page prints, ``statement`` the line in LaTeX.
    """

    name: str
    title: str
    statement: str
    pattern: Callable[[Any], Bindings | None]
    result: Callable[..., Basic]
    condition: Callable[..., Boolean] | None = None
    reference: str = ""
    because: str = ""
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()


class TableRow(Rule[Problem]):
    """A rule made from a row: it closes a question outright."""

    phase = Phase.TABLE
    block_from = Level.FULL
    row: Row

    def match(self, problem: Problem) -> Iterable[Bindings]:
        """The row's pattern, once."""
        bindings = self.row.pattern(problem)
        if bindings is not None:
            yield bindings

    def derive(self, problem: Problem, **bindings: Any) -> Derive:
        """Look the answer up."""
        if self.row.condition is not None:
            condition = self.row.condition(**bindings)
            if condition != true:
                yield Assume(condition)
        return self.row.result(**bindings)


def table_rules(solves: type[Problem], rows: Sequence[Row]) -> tuple[AnyRule, ...]:
    """One rule a row, in the order given."""
    return tuple(_rule(solves, row)() for row in rows)


def _rule(solves: type[Problem], row: Row) -> type[TableRow]:
    content = {
        "__doc__": row.title,
        "__module__": __name__,
        "solves": solves,
        "title": row.title,
        "statement": row.statement,
        "reference": row.reference,
        "because": row.because or "It stands in the table.",
        "examples": row.examples,
        "counterexamples": row.counterexamples,
        "row": row,
    }
    return type(row.name, (TableRow,), content)
