"""Values read off at simple points, and the registry of what is said of each kind of question."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import singledispatch
from typing import Any

from ...derivation import Derivation
from ...problems import Problem
from ..bench import PRECISIONS, Bench, place_at
from ..claims.registry import Claim, letters_of
from ..numbers import EVALUATION_FAILURES
from .digits import Statement

PLAIN = tuple(Fraction(*p) for p in ((2, 1), (1, 1), (3, 1), (1, 2), (4, 1), (-1, 1), (-2, 1), (5, 1), (1, 4), (10, 1)))


class Reader:
    """Reads off values of expressions at simple points, as a student with a calculator would."""

    def __init__(self, node: Derivation, bench: Bench) -> None:
        self.node, self.bench = node, bench
        self.answer: Any = node.answer
        self.domain = Claim(node.answer, node.conditions, bench).domain(node.problem)

    def value(self, expr: Any, point: dict[Any, Fraction]) -> float:
        """The value as a float.  Raises an evaluation failure."""
        numbers = self.bench.numbers[-1]
        numbers.at(PRECISIONS[0])
        return numbers.near(self.bench.compiled(expr)(place_at(numbers, point))[0])

    def points(self, x: Any, *exprs: Any) -> Iterator[dict[Any, Fraction]]:
        """Simple points of the domain: ``x`` runs, the other letters stay at 2, 3, …"""
        others = [s for s in letters_of(*exprs) if s != x]
        numbers = self.bench.numbers[-1]
        tests = self.bench.tests(self.domain)
        for at in PLAIN:
            point = {**{s: Fraction(i + 2) for i, s in enumerate(others)}, x: at}
            numbers.at(PRECISIONS[0])
            try:
                if all(test(place_at(numbers, point)) for test in tests):
                    yield point
            except EVALUATION_FAILURES:
                continue


@singledispatch
def stated(problem: Problem, reader: Reader) -> Statement:
    """The sentence for the problem's answer; () where nothing is said.  Raises an evaluation failure."""
    return ()
