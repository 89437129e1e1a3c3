"""The slope at a point: its value, or whether there is one."""

from __future__ import annotations

from typing import Any

from sympy import Expr, Integer

from ...derivation import Evidence, Verdict
from ...problems import DifferentiateAt, FindLimit, IsDifferentiable, NoValue, YesNo
from ..bench import Bench, place_at
from ..comparison import compared, derivative, plain
from ..normal_form import derivative_of, same
from ..numbers import EVALUATION_FAILURES
from ..proofs import EXACT
from .beside import moved
from .both_sides import METHOD, at_zero, no_slope, one_sided
from .registry import Claim, claim, letters_of, undecided


def slope_proof(expr: Any, x: Any, point: Any, answer: Any) -> str | None:
    found = derivative_of(expr, x)
    return EXACT if found is not None and same(found.xreplace({x: point}), answer) else None


@claim.register
def _(problem: DifferentiateAt, made: Claim) -> Evidence:
    """The slope at the point, or that there is none."""
    expr, x, point = problem.expr, problem.variable, problem.point
    if isinstance(made.answer, NoValue):
        return no_slope(expr, x, point, made.bench)
    if not isinstance(made.answer, Expr):
        return undecided("the answer is no expression")
    answer = made.answer
    f, t = moved(expr, x, point)
    left = at_zero(derivative(made.bench.compiled(f), t), t)
    right = plain(made.bench.compiled(answer))
    domain = tuple(c.xreplace({x: point}) for c in made.domain(problem))
    letters = letters_of(f, answer, *domain)
    letters = tuple(s for s in letters if s != t)
    proof = lambda: slope_proof(expr, x, point, answer)  # noqa: E731
    found = compared(made.bench, left, right, letters, (expr.xreplace({x: point}), answer), domain, proof, METHOD)
    if found.verdict is Verdict.UNDECIDED and not letters:
        return _sided_value(f, t, answer, made.bench) or found
    return found


def _sided_value(f: Any, t: Any, answer: Any, bench: Bench) -> Evidence | None:
    """A slope at a corner where both sides agree, such as x|x| at 0."""
    numbers = bench.numbers[0]
    try:
        value, before, after = one_sided(f, t, bench)
        claimed = bench.compiled(answer)(place_at(numbers, {}))[0]
    except EVALUATION_FAILURES:
        return None
    broken = any(numbers.apart(jet[0], value) for jet in (before, after)) or numbers.apart(before[1], after[1])
    if broken or numbers.apart(before[1], claimed):
        return Evidence(
            Verdict.REFUTED, METHOD, witness=((t, f),), reason="the slopes from the two sides say otherwise"
        )
    exact = all(numbers.whole(s) is not None for s in (before[1], after[1], claimed))
    return Evidence(Verdict.PROVED if exact else Verdict.ENCLOSED, METHOD, points=1, pieces=2)


@claim.register
def _(problem: IsDifferentiable, made: Claim) -> Evidence:
    """Yes where both one-sided slopes agree, no where they do not."""
    if not isinstance(made.answer, YesNo):
        return undecided("the answer is neither yes nor no")
    expr, x, point = problem.expr, problem.variable, problem.point
    found = no_slope(expr, x, point, made.bench)
    numbers = made.bench.numbers[0]
    if found.verdict is not Verdict.UNDECIDED:
        there_is_none = found.verdict is not Verdict.REFUTED
        if there_is_none is not made.answer.holds:
            if there_is_none:
                return found
            return Evidence(Verdict.ENCLOSED, METHOD, points=1, pieces=2)
        if there_is_none and found.verdict is Verdict.CONFIRMED:
            return undecided(found.method)
        reason = "the slopes from the two sides differ" if there_is_none else found.reason
        return Evidence(Verdict.REFUTED, numbers.name, witness=((x, point),), reason=reason)
    return _settling(problem, bench=made.bench) if made.answer.holds else found


def _settling(problem: IsDifferentiable, bench: Bench) -> Evidence:
    """That the difference quotient settles where neither a series nor a leading term exists, as for x² sin(1/x)."""
    f, h = moved(problem.expr, problem.variable, problem.point)
    start = problem.expr.xreplace({problem.variable: problem.point})
    question = FindLimit((f - start) / h, h, Integer(0))
    if question.expr.free_symbols != {h}:
        return undecided("the point depends on a letter")
    # The only slope that can be guessed without deriving it is a horizontal one.
    return claim(question, Claim(Integer(0), (), bench))
