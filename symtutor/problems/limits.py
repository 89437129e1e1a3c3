"""Questions about limits."""

from __future__ import annotations

from dataclasses import dataclass

from sympy import Expr, Symbol
from sympy.logic.boolalg import Boolean

from ..written import LimitOf, Written, write
from .nearby import holds_near
from .problem import Problem


@dataclass(frozen=True)
class FindLimit(Problem):
    """The limit of ``expr`` as ``variable`` tends to ``point``; ``side`` is "+" (from the right), "-" or "" (both).

    The answer is an expression without the variable, ±∞, or ``NoValue("does not exist", …)``.  ``point`` may be ±∞.
    """

    expr: Expr
    variable: Symbol
    point: Expr
    side: str = ""

    def statement(self) -> Written:
        return LimitOf(write(self.expr), write(self.variable), write(self.point), self.side)

    def letters(self) -> tuple[Symbol, ...]:
        return (self.variable,)

    def bound(self) -> tuple[Symbol, ...]:
        return (self.variable,)

    def grants(self, condition: Boolean) -> bool:
        """What holds close to the point, the point itself excepted: h ≠ 0, the sign of h on a one-sided approach,
        and what holds at the point and so around it, such as cos h ≠ 0."""
        if not condition.has(self.variable):
            return False
        return holds_near(condition, self.variable, self.point, self.side, self.given) is True
