"""Derivatives: the jet of the function against the value of the answer, and exact differentiation in kernels."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sympy import Derivative, Expr, Rational, Tuple, exp, sin
from sympy.core.function import AppliedUndef

from ...derivation import VOUCHED, Evidence, Verdict
from ...problems import Differentiate, DifferentiateRepeatedly, NoValue, PartialDerivatives
from ..bench import Bench
from ..comparison import Comparison, concluded, derivative, plain, sweep
from ..corners import corner_check
from ..mixed import Mixed
from ..normal_form import derivative_is, derivative_of
from ..proofs import EXACT, derivative_by_cases
from .registry import Claim, claim, letters_of, undecided

METHOD = "derivative by power series in balls"


@claim.register
def _(problem: Differentiate, made: Claim) -> Evidence:
    """f′ at every piece of the domain, corners included."""
    if isinstance(made.answer, NoValue):
        return nowhere(problem.expr, problem.variable, made.domain(problem), made.bench)
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


def nowhere(expr: Any, x: Any, conditions: Sequence[Any], bench: Bench) -> Evidence:
    """That a function has no value, or no slope, at any point that is tried."""
    f = bench.compiled(expr)
    slope = derivative(f, x)
    # Against itself: every point with a slope agrees.
    tally = sweep(Comparison(bench, slope, slope, conditions), x, letters_of(expr, x), (expr,), conditions)
    if tally.total:
        witness = tuple((k, Rational(v.numerator, v.denominator)) for k, v in tally.tried[0].items())
        return Evidence(Verdict.REFUTED, METHOD, witness=witness, reason="the function has a slope there")
    if tally.thin:
        return undecided(tally.reason)
    return Evidence(Verdict.CONFIRMED, "no slope at any of 400 points and on no piece", points=400, pieces=1)


def weakest(found: Sequence[Evidence]) -> Evidence:
    """The evidence that promises least; a refutation before all."""
    return max(found, key=lambda e: e.verdict.rank)


def derivative_evidence(
    expr: Any, variables: tuple[Any, ...], answer: Any, conditions: Sequence[Any], bench: Bench
) -> Evidence:
    """The evidence that ``answer`` is the derivative of ``expr`` by ``variables``, wherever there is one."""
    if not isinstance(answer, Expr):
        return undecided("the answer is no expression")
    if expr.atoms(AppliedUndef):
        return for_named_functions(expr, variables, answer, conditions, bench)
    x = variables[-1]
    f, g = bench.compiled(expr), bench.compiled(answer)
    if len(set(variables)) > 1:
        comparison = Comparison(bench, Mixed(f, variables), plain(g), conditions)
        corner = None
    else:
        left = derivative(f, x, len(variables))
        comparison = Comparison(bench, left, plain(g), conditions)
        corner = corner_check(expr, answer, x, len(variables), conditions, bench)
    letters = letters_of(expr, answer, *conditions, x)
    tally = sweep(comparison, x, letters, (expr, answer), conditions, corner)
    return concluded(tally, lambda: derivative_by_cases(expr, variables, answer, tally), METHOD)


def for_named_functions(
    expr: Any, variables: tuple[Any, ...], answer: Any, conditions: Sequence[Any], bench: Bench
) -> Evidence:
    """A function that is only named, such as y(x), is a kernel; and it is tried with a function in its place."""
    put = stand_ins(expr, answer)
    if put is None:
        return undecided("a function that is only named has more than one argument")
    concrete = derivative_evidence(
        expr.xreplace(put), variables, answer.xreplace(put), [c.xreplace(put) for c in conditions], bench
    )
    if concrete.verdict in VOUCHED and derivative_is(expr, variables, answer):
        return Evidence(Verdict.PROVED, EXACT, points=concrete.points, pieces=concrete.pieces)
    if concrete.verdict in VOUCHED:
        return undecided("it holds with one function in the place of the named one")
    return concrete


def stand_ins(*exprs: Any) -> dict[Any, Any] | None:
    """A positive, nowhere flat function for each named one, and its derivatives in the places of theirs."""
    put: dict[Any, Any] = {}
    named = sorted({a for e in exprs for a in e.atoms(AppliedUndef)}, key=lambda a: a.sort_key())
    for i, a in enumerate(named):
        if len(a.args) != 1:
            return None
        (u,) = a.args
        f = exp(u / (3 + i)) + Rational(1, 5 + i) + sin(u / 2) ** 2
        put[a] = f
        for d in sorted({d for e in exprs for d in e.atoms(Derivative) if d.expr == a}, key=lambda d: d.sort_key()):
            if any(v != u for v in d.variables):
                return None
            put[d] = derivative_of(f, *d.variables)
    return put


__all__ = ["derivative_evidence", "weakest"]
