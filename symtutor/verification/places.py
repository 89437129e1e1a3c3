"""A point to evaluate at, and what is evaluated there."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sympy import Symbol

from .jet_arithmetic import Jet
from .jets import Jets
from .numbers import Numbers


class Place(Jets):
    """A point: jets for the letters, and the arithmetic to work there."""

    def __init__(self, numbers: Numbers, letters: Mapping[Symbol, Jet], order: int = 0, side: int = 0) -> None:
        super().__init__(numbers, order, side)
        self.letters = letters
        self.seen: dict[int, Jet] = {}


Evaluator = Callable[[Place], Jet]
Test = Callable[[Place], bool]
