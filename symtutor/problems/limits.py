"""Questions about limits."""

from __future__ import annotations

from dataclasses import dataclass

from sympy import Expr, Symbol, oo
from sympy.core.relational import Ne, Relational
from sympy.logic.boolalg import Boolean

from ..written import LimitOf, Written, write
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
        """What holds on a punctured neighbourhood: h ≠ point, the sign of h on a one-sided approach."""
        if not isinstance(condition, Relational) or not condition.has(self.variable):
            return False
        difference = condition.lhs - condition.rhs
        if self.point in (oo, -oo):
            return isinstance(condition, Ne) and difference.is_polynomial(self.variable)
        if isinstance(condition, Ne) and difference.is_polynomial(self.variable):
            # A polynomial that is not the zero polynomial has finitely many zeros, so none close enough to the point.
            return not difference.expand().is_zero
        return False
