"""What one verification works with: the kinds of number, the compiled expressions, the deadline."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from typing import Any

from .evaluation import Compiler, Evaluator, Place, Test
from .jets import Jet
from .numbers import Numbers, best_numbers

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
        return self.compiler.compiled(expr)

    def tests(self, conditions: Iterable[Any]) -> tuple[Test, ...]:
        return tuple(self.compiler.test(c) for c in conditions)


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
