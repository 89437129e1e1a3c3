"""Derivatives: the jet of the function against the value of the answer, and exact differentiation in kernels."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sympy import Expr, Tuple

from ...derivation import Evidence
from ...problems import Differentiate, DifferentiateRepeatedly, PartialDerivatives
from ..bench import Bench
from ..comparison import Comparison, concluded, derivative, plain, sweep
from ..corners import corner_check
from ..mixed import Mixed
from ..proofs import derivative_by_cases
from .registry import Claim, claim, letters_of, undecided

METHOD = "derivative by power series in balls"


@claim.register
def _(problem: Differentiate, made: Claim) -> Evidence:
    """f′ at every piece of the domain, corners included."""
    return derivative_evidence(problem.expr, (problem.variable,), made.answer, made.domain(problem), made.bench)


@claim.register
def _(problem: DifferentiateRepeatedly, made: Claim) -> Evidence:
    """The repeated or mixed derivative, from jets along several directions."""
    return derivative_evidence(problem.expr, problem.variables, made.answer, made.domain(problem), made.bench)


@claim.register
def _(problem: PartialDerivatives, made: Claim) -> Evidence:
    """Each partial derivative by itself; the weakest verdict counts."""
    if not isinstance(made.answer, Tuple) or len(made.answer) != len(problem.variables):
        return undecided("the answer does not have one entry for each variable")
    domain = made.domain(problem)
    found = [
        derivative_evidence(problem.expr, (x,), part, domain, made.bench)
        for x, part in zip(problem.variables, made.answer)
    ]
    return weakest(found)


def weakest(found: Sequence[Evidence]) -> Evidence:
    """The evidence that promises least; a refutation before all."""
    return max(found, key=lambda e: e.verdict.rank)


def derivative_evidence(
    expr: Any, variables: tuple[Any, ...], answer: Any, conditions: Sequence[Any], bench: Bench
) -> Evidence:
    """The evidence that ``answer`` is the derivative of ``expr`` by ``variables``, wherever there is one."""
    if not isinstance(answer, Expr):
        return undecided("the answer is no expression")
    x = variables[-1]
    f, g = bench.compiled(expr), bench.compiled(answer)
    if len(set(variables)) > 1:
        comparison = Comparison(bench, Mixed(f, variables), plain(g), conditions)
        corner = None
    else:
        left = derivative(f, x, len(variables))
        comparison = Comparison(bench, left, plain(g), conditions)
        corner = corner_check(comparison, left, f, x)
    letters = letters_of(expr, answer, *conditions, x)
    tally = sweep(comparison, x, letters, (expr, answer), conditions, corner)
    return concluded(tally, lambda: derivative_by_cases(expr, variables, answer, tally), METHOD)


__all__ = ["derivative_evidence", "weakest"]
