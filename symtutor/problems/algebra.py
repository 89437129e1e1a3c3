"""Questions of algebra: the same expression in another form, and equations."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sympy import Basic, Expr, Symbol
from sympy.core.relational import Equality

from ..written import Written, write
from .problem import Problem, phrase


class Form(StrEnum):
    """The forms an expression can be asked for, by name.  There is no "simplify"."""

    EXPANDED = "expanded"
    FACTORED = "factored"
    COLLECTED = "collected"
    CANCELLED = "cancelled"
    TOGETHER = "over a common denominator"
    PARTIAL_FRACTIONS = "partial fractions"
    SQUARE_COMPLETED = "completed square"
    RATIONALISED = "rationalised"
    POWERS_COMBINED = "powers combined"
    LOGARITHMS_EXPANDED = "logarithms expanded"
    LOGARITHMS_COMBINED = "logarithms combined"
    TRIG_REDUCED = "trigonometric powers reduced"
    TRIG_EXPANDED = "trigonometric sums expanded"
    TIDY = "tidied"


@dataclass(frozen=True)
class Rewrite(Problem):
    """The same expression in a named form.

    ``expr`` is any real scalar expression; ``variable`` is the letter that COLLECTED, PARTIAL_FRACTIONS and
    SQUARE_COMPLETED look at, the only free symbol where it is left out.  The answer equals ``expr`` wherever
    both are defined; a cancelled factor is carried as a condition.
    """

    expr: Expr
    form: Form
    variable: Symbol | None = None

    def statement(self) -> Written:
        return write(self.expr)


@dataclass(frozen=True)
class Solve(Problem):
    """All real solutions of an equation in ``variable``.  Answer: ``SolutionSet``."""

    equation: Equality
    variable: Symbol

    def statement(self) -> Written:
        return phrase("solve ", write(self.equation), " for ", write(self.variable))

    def subject(self) -> tuple[Basic, ...]:
        return (self.equation,)

    def letters(self) -> tuple[Symbol, ...]:
        return (self.variable,)

    def bound(self) -> tuple[Symbol, ...]:
        return (self.variable,)

    def asks_for_value(self) -> bool:
        return False


@dataclass(frozen=True)
class SolveLinear(Problem):
    """The one value of ``variable`` that a linear equation in it leaves; an expression, not a set.

    Used to isolate an unknown: dy/dx in implicit differentiation, I in cyclic integration by parts.
    """

    equation: Equality
    variable: Symbol

    def statement(self) -> Written:
        return phrase(write(self.equation), ", solved for ", write(self.variable))

    def subject(self) -> tuple[Basic, ...]:
        return (self.equation,)

    def bound(self) -> tuple[Symbol, ...]:
        return (self.variable,)
