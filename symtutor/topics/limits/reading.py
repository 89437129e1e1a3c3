"""How the rules of this subject read a limit: its top and bottom, what tends to zero, the same question again."""

from __future__ import annotations

from typing import Any

from sympy import Expr, Mul, fraction, oo

from ...problems import FindLimit
from ...problems.nearby import continuous_at, value_at, vanishes
from ...problems.signs import follows
from ...written import LimitOf, Quotient, Written, write


def again(problem: FindLimit, expr: Expr) -> FindLimit:
    """The limit of another expression at the same place."""
    return FindLimit(expr, problem.variable, problem.point, problem.side)


def limit_of(problem: FindLimit, inside: Any) -> LimitOf:
    """lim of ``inside`` as written, at the same place."""
    return LimitOf(write(inside), write(problem.variable), write(problem.point), problem.side)


def over(top: Any, bottom: Any) -> Written:
    """A fraction as written; no fraction where the bottom is 1."""
    return write(top) if bottom == 1 else Quotient(write(top), write(bottom))


def at_infinity(problem: FindLimit) -> bool:
    return problem.point in (oo, -oo)


def top_and_bottom(expr: Expr) -> tuple[Expr, Expr]:
    """Numerator and denominator as the outermost product shows them; nothing is brought together."""
    top, bottom = fraction(expr)
    return top, bottom


def is_continuous(problem: FindLimit, expr: Expr) -> bool:
    """Whether ``expr`` is continuous at the point for certain, without a further condition."""
    conditions = continuous_at(expr, problem.variable, problem.point, problem.side)
    return conditions is not None and all(follows(c, problem.given) for c in conditions)


def tends_to_zero(problem: FindLimit, expr: Expr) -> bool:
    """Whether ``expr`` tends to 0 because it is continuous with value 0 at the point."""
    if at_infinity(problem) or not expr.has(problem.variable):
        return False
    if continuous_at(expr, problem.variable, problem.point, problem.side) is None:
        return False
    value = value_at(expr, problem.variable, problem.point)
    return value is not None and vanishes(value)


def is_zero_over_zero(problem: FindLimit, top: Expr, bottom: Expr) -> bool:
    return tends_to_zero(problem, top) and tends_to_zero(problem, bottom)


def factors(expr: Expr) -> tuple[Expr, ...]:
    return tuple(Mul.make_args(expr))


def has_pole(problem: FindLimit, term: Expr) -> bool:
    """Whether ``term`` is divided by something that tends to 0 while its top does not."""
    top, bottom = top_and_bottom(term)
    return tends_to_zero(problem, bottom) and not tends_to_zero(problem, top)
