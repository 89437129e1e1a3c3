"""Questions about derivatives.  Every variable is real, every function real-valued on its natural domain."""

from __future__ import annotations

from dataclasses import dataclass

from sympy import Basic, Expr, Function, Integer, Symbol, Tuple, false, nan, zoo
from sympy.core.relational import Equality, Ge
from sympy.logic.boolalg import Boolean

from ..written import DerivativeOf, Phrase, Relation, Written, substituted, write
from .problem import Problem, fresh_letter, phrase
from .signs import follows

ONE = write(1)


def derivative_written(expr: Expr, *variables: tuple[Symbol, Expr], partial: bool = False) -> DerivativeOf:
    """dⁿ/dxⁿ of ``expr``; the round ∂ where ``partial``."""
    return DerivativeOf(write(expr), tuple((write(x), write(n)) for x, n in variables), partial)


@dataclass(frozen=True)
class Differentiate(Problem):
    """The first derivative of ``expr`` in ``variable``; all other letters are constants.

    ``partial`` only chooses the round ∂.  ``tidied`` asks for the result in the form a textbook would print;
    sub-questions leave it off.
    """

    expr: Expr
    variable: Symbol
    partial: bool = False
    tidied: bool = False

    def statement(self) -> Written:
        return derivative_written(self.expr, (self.variable, Integer(1)), partial=self.partial)

    def letters(self) -> tuple[Symbol, ...]:
        return (self.variable,)


@dataclass(frozen=True)
class DifferentiateRepeatedly(Problem):
    """A derivative of higher order or a mixed one: differentiate by ``variables`` from left to right."""

    expr: Expr
    variables: tuple[Symbol, ...]
    partial: bool = False

    def statement(self) -> Written:
        runs: list[list[object]] = []
        for x in self.variables:
            if runs and runs[-1][0] == x:
                runs[-1][1] = runs[-1][1] + 1  # type: ignore[operator]
            else:
                runs.append([x, 1])
        return DerivativeOf(
            write(self.expr), tuple((write(x), write(n)) for x, n in runs), self.partial or len(runs) > 1
        )


@dataclass(frozen=True)
class NthDerivative(Problem):
    """A closed form for the derivative of symbolic order ``order``, an integer symbol, for order ≥ 1."""

    expr: Expr
    variable: Symbol
    order: Symbol

    def statement(self) -> Written:
        return derivative_written(self.expr, (self.variable, self.order))

    def letters(self) -> tuple[Symbol, ...]:
        return (self.variable,)

    def grants(self, condition: Boolean) -> bool:
        return follows(condition, (Ge(self.order, 1),))


@dataclass(frozen=True)
class DifferentiateAt(Problem):
    """The value of the derivative at a point of the domain; an expression without ``variable``."""

    expr: Expr
    variable: Symbol
    point: Expr

    def statement(self) -> Written:
        return phrase(derivative_written(self.expr, (self.variable, Integer(1))), " at ", at(self.variable, self.point))

    def bound(self) -> tuple[Symbol, ...]:
        return () if self.point.has(self.variable) else (self.variable,)

    def restated(self, condition: Boolean) -> Boolean:
        return restated_at(condition, {self.variable: self.point})


@dataclass(frozen=True)
class IsDifferentiable(Problem):
    """Whether ``expr`` has a derivative at ``point``.  Answer: ``YesNo`` with the one-sided slopes as evidence."""

    expr: Expr
    variable: Symbol
    point: Expr

    def statement(self) -> Written:
        return phrase("is ", write(self.expr), " differentiable at ", at(self.variable, self.point), "?")

    def asks_for_value(self) -> bool:
        return False

    def bound(self) -> tuple[Symbol, ...]:
        return () if self.point.has(self.variable) else (self.variable,)

    def restated(self, condition: Boolean) -> Boolean:
        return restated_at(condition, {self.variable: self.point})


@dataclass(frozen=True)
class ImplicitDerivative(Problem):
    """d(dependent)/d(independent) along the curve of an equation, in terms of both letters."""

    equation: Equality
    dependent: Symbol
    independent: Symbol

    def statement(self) -> Written:
        return phrase(
            derivative_written(self.dependent, (self.independent, Integer(1))), " where ", write(self.equation)
        )

    def subject(self) -> tuple[Basic, ...]:
        return (self.equation,)

    def restated(self, condition: Boolean) -> Boolean:
        # Along the curve y is a function of x; in the answer it is a letter again.
        return restated_at(condition, {Function(self.dependent.name)(self.independent): self.dependent})


@dataclass(frozen=True)
class ParametricDerivative(Problem):
    """dy/dx of a curve x = horizontal(t), y = vertical(t), in terms of t; ``order`` 1 or 2."""

    horizontal: Expr
    vertical: Expr
    parameter: Symbol
    order: int = 1

    def statement(self) -> Written:
        x, y = Symbol("x", real=True), Symbol("y", real=True)
        return phrase(
            derivative_written(y, (x, Integer(self.order))),
            " along ",
            equated(x, self.horizontal),
            ", ",
            equated(y, self.vertical),
        )


@dataclass(frozen=True)
class DerivativeOfInverse(Problem):
    """The derivative of the inverse function of ``expr`` at the value ``at_value``."""

    expr: Expr
    variable: Symbol
    at_value: Expr

    def statement(self) -> Written:
        return phrase("the derivative of the inverse of ", write(self.expr), " at ", write(self.at_value))

    def bound(self) -> tuple[Symbol, ...]:
        return (self.variable,)


@dataclass(frozen=True)
class TangentLine(Problem):
    """The tangent to the graph of ``expr`` at ``point``.  Answer: the equation y = …, as ``Eq(y, line)``."""

    expr: Expr
    variable: Symbol
    point: Expr

    def ordinate(self) -> Symbol:
        """The letter of the vertical axis: y, or the next that is free."""
        return fresh_letter(self.expr, self.variable, self.point, prefer="y")

    def statement(self) -> Written:
        return phrase(
            "the tangent line to ", equated(self.ordinate(), self.expr), " at ", at(self.variable, self.point)
        )

    def asks_for_value(self) -> bool:
        return False


@dataclass(frozen=True)
class LinearApproximation(Problem):
    """f(center) + f′(center)(target − center): the tangent read off at ``target``.  Answer: an expression."""

    expr: Expr
    variable: Symbol
    center: Expr
    target: Expr

    def statement(self) -> Written:
        return phrase(
            "approximate ", substituted(write(self.expr), write(self.variable), write(self.target)),
            " by the tangent of ", write(self.expr), " at ", at(self.variable, self.center),
        )  # fmt: skip

    def bound(self) -> tuple[Symbol, ...]:
        return () if self.target.has(self.variable) or self.center.has(self.variable) else (self.variable,)


@dataclass(frozen=True)
class PartialDerivatives(Problem):
    """All first partial derivatives, in the order of ``variables``.  Answer: a SymPy ``Tuple``."""

    expr: Expr
    variables: tuple[Symbol, ...]

    def statement(self) -> Written:
        return phrase("the partial derivatives of ", write(self.expr))

    def asks_for_value(self) -> bool:
        return False


@dataclass(frozen=True)
class ChainAlongPath(Problem):
    """d/d(parameter) of ``expr`` whose variables move along ``path``, a ``Tuple`` of (variable, expression) pairs."""

    expr: Expr
    path: Tuple
    parameter: Symbol
    name: Symbol | None = None

    def bound(self) -> tuple[Symbol, ...]:
        return tuple(x for x, _ in self.path)

    def statement(self) -> Written:
        z = self.name or Symbol("z", real=True)
        pieces: list[str | Written] = [
            derivative_written(z, (self.parameter, Integer(1))),
            " for ",
            equated(z, self.expr),
        ]
        for x, value in self.path:
            pieces += [", ", equated(x, value)]
        return Phrase(tuple(pieces))


def restated_at(condition: Boolean, values: dict[Basic, Basic]) -> Boolean:
    """A condition on letters as one on the values they take; a pole met on the way makes it false."""
    try:
        at_point = condition.xreplace(values)
    except TypeError:
        # SymPy compares no pole with a number.
        return false
    return false if at_point.has(nan, zoo) else at_point


def equated(left: Basic, right: Basic) -> Relation:
    """left = right as written, never evaluated to true or false."""
    return Relation(("=",), (write(left), write(right)))


def at(variable: Symbol, point: Basic) -> Relation:
    """x = point, as written."""
    return equated(variable, point)
