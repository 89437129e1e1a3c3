"""What one verification works with: the kinds of number, the compiled expressions, the deadline."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from typing import Any

from sympy import Add, I, Mul, expand

from .evaluation import Compiler
from .jet_arithmetic import Jet
from .numbers import NoValueHere, Numbers, Unsupported, best_numbers
from .places import Evaluator, Place, Test

PRECISIONS = (128, 256, 512, 1024)


class OutOfTime(Exception):
    """The deadline has passed; what is left is undecided."""


class Bench:
    """Shared by all steps of one verification.  ``balls=False`` works as if python-flint were not installed."""

    def __init__(self, deadline: float | None = None, balls: bool = True) -> None:
        self.deadline = deadline
        self.numbers: tuple[Numbers, ...] = best_numbers(balls)
        self.compiler = Compiler()

    def check_time(self) -> None:
        """Raises ``OutOfTime`` after the deadline, a ``time.monotonic()`` value."""
        if self.deadline is not None and time.monotonic() > self.deadline:
            raise OutOfTime

    def compiled(self, expr: Any) -> Evaluator:
        """The evaluator of an expression; where it is not real there is no value."""
        return self._real(expr) if expr.has(I) else self.compiler.compiled(expr)

    def _real(self, expr: Any) -> Evaluator:
        parts = [self.compiler.compiled(p) for p in _real_and_imaginary(expr)]

        def real(place: Place) -> Jet:
            if place.numbers.sign(parts[1](place)[0]):
                raise NoValueHere("the value is not real")
            return parts[0](place)

        return real

    def tests(self, conditions: Iterable[Any]) -> tuple[Test, ...]:
        return tuple(self.compiler.test(c) for c in conditions)


def _real_and_imaginary(expr: Any) -> tuple[Any, Any]:
    """The parts of a sum whose terms carry powers of i as factors.  Raises ``Unsupported`` for i anywhere else."""
    terms: tuple[list[Any], list[Any]] = ([], [])
    for term in Add.make_args(expand(expr)):
        turn = sum(1 for f in Mul.make_args(term) if f is I)
        rest = Mul(*(f for f in Mul.make_args(term) if f is not I))
        if rest.has(I):
            raise Unsupported("an imaginary unit inside a function")
        terms[turn % 2].append(rest)
    return Add(*terms[0]), Add(*terms[1])


def place_at(
    numbers: Numbers, point: Mapping[Any, Any], moving: Mapping[Any, int] | None = None, order: int = 0, side: int = 0
) -> Place:
    """The place where every letter has its rational value; letters of ``moving`` grow at that rate."""
    letters: dict[Any, Jet] = {}
    for x, value in point.items():
        jet = [numbers.fraction(int(value.numerator), int(value.denominator))]
        if order and moving and x in moving:
            jet.append(numbers.fraction(moving[x], 1))
        letters[x] = jet
    return Place(numbers, letters, order, side)
