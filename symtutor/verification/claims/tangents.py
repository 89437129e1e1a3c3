"""Tangents and the linear approximations read off them."""

from __future__ import annotations

from typing import Any

from sympy import Expr, Symbol, oo
from sympy.core.relational import Equality

from ...derivation import Evidence, Verdict
from ...problems import LinearApproximation, NoValue, TangentLine
from ..bench import Bench
from ..comparison import Function, compared, derivative, plain
from ..normal_form import derivative_of, same
from ..proofs import EXACT
from .beside import moved
from .both_sides import METHOD, at_zero, has_no_value, no_slope, quotient_limits
from .registry import Claim, claim, letters_of, undecided


@claim.register
def _(problem: TangentLine, made: Claim) -> Evidence:
    """The line passes through the point with the slope of the function there, and is a line."""
    answer = made.answer
    x, point = problem.variable, problem.point
    if isinstance(answer, NoValue):
        return no_slope(problem.expr, x, point, made.bench)
    if not isinstance(answer, Equality) or not isinstance(answer.lhs, Symbol):
        return undecided("the answer is no equation y = …")
    if answer.lhs == x:
        return _vertical(problem, answer.rhs, made.bench)
    line = answer.rhs
    if not line.is_polynomial(x) or (x in line.free_symbols and line.as_poly(x).degree() > 1):
        return Evidence(Verdict.REFUTED, "degree of a polynomial", reason="the answer is no line")
    f, t = moved(problem.expr, x, point)
    g = line.xreplace({x: point + t})
    bench = made.bench
    domain = tuple(c.xreplace({x: point}) for c in made.domain(problem))
    letters = tuple(s for s in letters_of(f, g, *domain) if s != t)
    found = []
    slope = derivative_of(problem.expr, x)
    exact = slope is not None and same(
        slope.xreplace({x: point}) * (x - point) + problem.expr.xreplace({x: point}), line
    )
    for order in (0, 1):
        left, right = (
            at_zero(derivative(bench.compiled(e), t, order) if order else plain(bench.compiled(e)), t) for e in (f, g)
        )
        proof = lambda: EXACT if exact else None  # noqa: E731
        found.append(compared(bench, left, right, letters, (expr_at(problem.expr, x, point),), domain, proof, METHOD))
    worst = max(found, key=lambda e: e.verdict.rank)
    if worst.verdict is Verdict.UNDECIDED and not letters:
        return _tangent_by_quotient(problem, line, made.bench) or worst
    return worst


def _vertical(problem: TangentLine, at: Any, bench: Bench) -> Evidence:
    """x = point, where the difference quotients grow without bound and in one direction."""
    slopes = quotient_limits(problem.expr, problem.variable, problem.point, bench)
    if slopes is None or None in slopes:
        return undecided("the slopes beside the point do not settle")
    if not same(at, problem.point):
        return Evidence(Verdict.REFUTED, EXACT, reason="the line does not pass through the point")
    if slopes in ((oo, oo), (-oo, -oo)):
        return Evidence(Verdict.PROVED, "difference quotients from both sides, leading terms", points=1, pieces=2)
    return Evidence(Verdict.REFUTED, METHOD, reason=f"the slopes from the two sides are {slopes[0]} and {slopes[1]}")


def _tangent_by_quotient(problem: TangentLine, line: Any, bench: Bench) -> Evidence | None:
    x, point = problem.variable, problem.point
    slopes = quotient_limits(problem.expr, x, point, bench)
    if slopes is None or None in slopes or any(s in (oo, -oo) for s in slopes):
        return None
    start = problem.expr.xreplace({x: point})
    if all(same(start + s * (x - point), line) for s in slopes):
        return Evidence(Verdict.PROVED, "difference quotients from both sides, leading terms", points=1, pieces=2)
    return None


def expr_at(expr: Any, x: Any, point: Any) -> Any:
    return expr.xreplace({x: point})


@claim.register
def _(problem: LinearApproximation, made: Claim) -> Evidence:
    """f(c) + f′(c)(target − c), from the jet at the centre."""
    if isinstance(made.answer, NoValue):
        if has_no_value(problem.expr.xreplace({problem.variable: problem.target}), made.bench):
            return Evidence(Verdict.PROVED, "the function has no value at the target", points=1, pieces=1)
        return no_slope(problem.expr, problem.variable, problem.center, made.bench)
    if not isinstance(made.answer, Expr):
        return undecided("the answer is no expression")
    bench, x, answer = made.bench, problem.variable, made.answer
    f, t = moved(problem.expr, x, problem.center)
    away = bench.compiled(problem.target - problem.center)
    inner = bench.compiled(f)

    def tangent(place: Any) -> Any:
        jet = inner(place)
        if len(jet) == 1:
            return jet[0]
        return jet[0] + jet[1] * away(place)[0]

    left = at_zero(Function(tangent, (), 1), t)
    domain = tuple(c.xreplace({x: problem.center}) for c in made.domain(problem))
    letters = tuple(s for s in letters_of(f, problem.target, answer, *domain) if s != t)

    def proof() -> str | None:
        slope = derivative_of(problem.expr, x)
        if slope is None:
            return None
        put = {x: problem.center}
        exact = problem.expr.xreplace(put) + slope.xreplace(put) * (problem.target - problem.center)
        return EXACT if same(exact, answer) else None

    return compared(bench, left, plain(bench.compiled(answer)), letters, (answer,), domain, proof, METHOD)
