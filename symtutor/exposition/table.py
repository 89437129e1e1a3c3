"""What a textbook tabulates beside a step: the letters of the rule, and what was looked up."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sympy import Basic, Symbol

from ..derivation import AnyRule, Derivation, Premise, Role
from ..written import Relation, Written, write
from .answers import left_side
from .document import Table, Text
from .idle import idle
from .wording import equation, joined, steps

Row = tuple[Text, ...]

# Letters of a rule's statement that name a variable or a constant, and not a part of the pattern.
VARIABLES = frozenset("xyztsed")


def table(node: Derivation, rule: AnyRule, references: Mapping[int, tuple[int, ...]]) -> tuple[Table, ...]:
    """The letters that the rule's statement names, and the asides; () where there is nothing to tabulate.

    ``references`` says for the index of an aside which steps tell it.
    """
    rows = [row for row in (letters(node, rule), asides(node, references)) if row]
    return (Table(tuple(rows)),) if rows else ()


def letters(node: Derivation, rule: AnyRule) -> Row:
    """u = x², dv = eˣ dx: the bindings whose letters stand in the rule's statement and are not plain letters again."""
    named = letters_of(rule.statement)
    cells: list[Text] = []
    for name, value in node.step.bindings:
        if name not in named or name in VARIABLES or not isinstance(value, (Basic, Written)):
            continue
        whole = value in node.problem.subject() and not isinstance(value, Symbol)
        if value != Symbol(name, real=True) and not whole:
            cells.append((Relation(("=",), (write(Symbol(name)), write(value))),))
    return tuple(cells)


def asides(node: Derivation, references: Mapping[int, tuple[int, ...]]) -> Row:
    """d/dx x² = 2x: each question that was looked up, with its answer."""
    found = [t.derivation for t in node.step.told if isinstance(t, Premise) and t.role is Role.ASIDE]
    cells: dict[Text, None] = {}
    for i, d in enumerate(found):
        if not idle(d):
            told = references.get(i, ())
            cells[joined((*looked_up(d), f" ({steps(told)})" if told else ""))] = None
    return tuple(cells)


def looked_up(d: Derivation) -> Text:
    """question = answer, as one text."""
    left = left_side(d.problem)
    if not isinstance(d.answer, Basic):
        return (d.problem.statement(), f" {d.answer}")
    value = equation(d.answer)
    if left is None:
        return (d.problem.statement(), ": ", value)
    return (Relation(("=",), (left, value)),)


def letters_of(statement: str) -> frozenset[str]:
    r"""The letters of a LaTeX statement, with du for \mathrm{d}u."""
    plain = re.sub(r"\\mathrm\{d\}", "d", statement)
    plain = re.sub(r"\\[a-zA-Z]+", " ", plain)
    runs = re.findall(r"[a-zA-Z]+", plain)
    return frozenset(c for run in runs for c in run) | frozenset(runs)
