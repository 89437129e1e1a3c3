"""The lines a step says on the way: where a line has a value, it must be the answer's."""

from __future__ import annotations

from typing import Any

from sympy import Expr

from ..derivation import Derivation, Evidence, Said
from ..written import Unvalued
from .bench import Bench
from .claims.registry import Claim, letters_of
from .comparison import Comparison, plain, sweep
from .normal_form import same
from .numbers import EVALUATION_FAILURES


def lines_refuted(node: Derivation, bench: Bench) -> Evidence | None:
    """The refutation of a line of the chain that differs from the answer, or ``None``.

    A line is judged where it is an expression in the letters of the question; a limit or an integral still to be
    found has its own step, and a relation is told to the reader only.
    """
    if not isinstance(node.answer, Expr) or not node.problem.asks_for_value():
        return None
    for said in node.step.told:
        if isinstance(said, Said) and said.relation == "=":
            value = _value(node, said)
            if value is None or value == node.answer or not _comparable(node, value):
                continue
            wrong = _differs(node, value, bench)
            if wrong is not None:
                return wrong
    return None


def _value(node: Derivation, said: Said) -> Any:
    try:
        value = node.step.fill(said.line).value()
    except (Unvalued, ArithmeticError, KeyError):
        return None
    return value if isinstance(value, Expr) and not value.is_infinite else None


def _comparable(node: Derivation, value: Any) -> bool:
    allowed = node.problem.free_symbols() | node.answer.free_symbols  # type: ignore[union-attr]
    return bool(value.free_symbols <= allowed - set(node.problem.bound()))


def _differs(node: Derivation, value: Any, bench: Bench) -> Evidence | None:
    answer: Any = node.answer
    if same(value, answer):
        return None
    domain = Claim(answer, node.conditions, bench).domain(node.problem)
    try:
        comparison = Comparison(bench, plain(bench.compiled(value)), plain(bench.compiled(answer)), domain)
        letters = letters_of(value, answer, *domain)
        if not letters:
            said = comparison.judge({})
            return comparison.evidence_of({}, said) if said == "differ" else None
        tally = sweep(comparison, letters[0], letters, (value, answer), domain)
    except EVALUATION_FAILURES:
        return None
    return tally.refuted
