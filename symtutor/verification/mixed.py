"""Mixed derivatives from jets along lines (Griewank, Utke and Walther, Math. Comp. 69, 2000)."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import Any

from .bench import place_at
from .numbers import Numbers
from .pieces import Point
from .places import Evaluator


@dataclass(frozen=True)
class Mixed:
    """∂ⁿf by the n ``variables``: Σ over their subsets S of (−1)^(n−|S|) times the coefficient of tⁿ along Σ_S eᵢ.

    This is polarisation: the n-fold derivative is the symmetric multilinear form whose diagonal the jets give.
    """

    evaluate: Evaluator
    variables: tuple[Any, ...]

    def at(self, numbers: Numbers, point: Point, side: int = 0) -> Any:
        n = len(self.variables)
        total = numbers.fraction(0, 1)
        for size in range(1, n + 1):
            for chosen in combinations(range(n), size):
                rates: dict[Any, int] = {}
                for i in chosen:
                    rates[self.variables[i]] = rates.get(self.variables[i], 0) + 1
                jet = self.evaluate(place_at(numbers, point, rates, n, side))
                if len(jet) > n:
                    total = total + jet[n] * (-1) ** (n - size)
        return total
