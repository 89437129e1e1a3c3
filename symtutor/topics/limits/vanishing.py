"""What tends to 0 like its own argument: sin u, eᵘ − 1, ln(1 + u), … as u tends to 0."""

from __future__ import annotations

from collections.abc import Iterator

from sympy import Add, Expr, Integer, Ne, Pow, asin, atan, exp, log, sin, sinh, tan

from ...derivation import Assume
from ...problems import FindLimit
from ...problems.nearby import continuous_at
from .reading import tends_to_zero

ODD = (sin, tan, asin, atan, sinh)


def vanishing_kernel(problem: FindLimit, e: Expr) -> tuple[Expr, Expr, Expr] | None:
    """(c, k, u) where ``e`` is c·k and k/u has a standard limit as u → 0: sin u, eᵘ − 1, ln(1 + u), …"""
    if isinstance(e, ODD) and tends_to_zero(problem, e.args[0]):
        return Integer(1), e, e.args[0]
    if isinstance(e, log):
        u = e.args[0] - 1
        return (Integer(1), e, u) if tends_to_zero(problem, u) else None
    if isinstance(e, Add) and len(e.args) == 2:
        for term in e.args:
            c, power = term.as_independent(problem.variable, as_Add=False)
            base, u = _exponential(power, problem)
            if base is not None and u is not None and e - term == -c and tends_to_zero(problem, u):
                return c, power - 1, u
    return None


def _exponential(e: Expr, problem: FindLimit) -> tuple[Expr | None, Expr | None]:
    if isinstance(e, exp):
        return exp(Integer(1)), e.args[0]
    if isinstance(e, Pow) and not e.base.has(problem.variable) and e.exp.has(problem.variable):
        return e.base, e.exp
    return None, None


def small_but_not_zero(problem: FindLimit, u: Expr) -> Iterator[Assume]:
    """What must hold for ``u`` to tend to 0 without being 0 on the way."""
    for condition in continuous_at(u, problem.variable, problem.point, problem.side) or ():
        yield Assume(condition)
    yield Assume(Ne(u, 0))
