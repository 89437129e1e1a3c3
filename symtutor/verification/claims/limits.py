"""Limits: an own expansion in leading terms, or enclosures along unaligned sequences over many scales."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

import sympy as sp
from sympy import Expr, Integer, oo

from ...derivation import Evidence, Verdict
from ...problems import FindLimit, NoValue
from ..bench import PRECISIONS, Bench, place_at
from ..normal_form import same
from ..numbers import EVALUATION_FAILURES, NoValueHere
from ..pieces import MOST_ASSIGNMENTS, Point, assignments
from .beside import approach, defined_beside, moved
from .derivatives import weakest
from .leading_terms import EXPANDED, expanded
from .registry import Claim, claim, letters_of, undecided
from .scales import sampled

MOST_TRIED = 16


@claim.register
def _(problem: FindLimit, made: Claim) -> Evidence:
    """The limit from each side that is asked for and on which the expression is defined."""
    answer, bench = made.answer, made.bench
    asked = _sides(problem)
    fixings = _assigned(problem, made)
    beside = {s: [f for f in fixings if defined_beside(problem, s, f, bench)] for s in asked}
    sides = tuple(s for s in asked if beside[s])
    if not sides:
        if isinstance(answer, NoValue) and fixings:
            return Evidence(Verdict.CONFIRMED, "no value at five scales beside the point", points=5, pieces=len(asked))
        return undecided("the expression has no value beside the point")
    fixings = tuple(f for f in fixings if any(f in beside[s] for s in sides))[:MOST_ASSIGNMENTS]
    if isinstance(answer, NoValue):
        return _does_not_exist(problem, sides, fixings[0], bench)
    if not isinstance(answer, Expr) or answer.has(sp.nan, sp.zoo):
        return undecided("the answer is no number and not infinite")
    return weakest([_one_side(problem, made, side, answer, fixings) for side in sides])


def _sides(problem: FindLimit) -> tuple[str, ...]:
    if problem.point in (oo, -oo):
        return ("",)
    return (problem.side,) if problem.side else ("-", "+")


def _assigned(problem: FindLimit, made: Claim) -> tuple[Point, ...]:
    answer = made.answer if isinstance(made.answer, Expr) else Integer(0)
    domain = [c for c in made.domain(problem) if problem.variable not in c.free_symbols]
    letters = [s for s in letters_of(problem.expr, problem.point, answer, *domain) if s != problem.variable]
    return assignments(letters, domain, made.bench, MOST_TRIED)


def _one_side(problem: FindLimit, made: Claim, side: str, answer: Any, fixings: tuple[Point, ...]) -> Evidence:
    bench = made.bench
    found = expanded(problem, side, fixings, bench, made.domain(problem))
    if found is None and fixings[0]:
        return _for_each(problem, made, side, answer, fixings)
    if found is None:
        return _continuous(problem, answer, fixings, bench) or sampled(problem, side, answer, fixings[0], bench)
    judged = _verdict(found.agrees(answer), answer, found.limit, fixings, bench)
    if found.assumed and judged.verdict is Verdict.PROVED:
        return replace(judged, verdict=Verdict.CONFIRMED)
    return judged


def _for_each(problem: FindLimit, made: Claim, side: str, answer: Any, fixings: tuple[Point, ...]) -> Evidence:
    """Letters whose signs matter are given values, and the limit is judged for each."""
    whole = _continuous(problem, answer, fixings, made.bench)
    if whole is not None:
        return whole
    found = []
    for fixed in fixings:
        put = {k: sp.Rational(v.numerator, v.denominator) for k, v in fixed.items()}
        one = replace(problem, expr=problem.expr.xreplace(put), point=problem.point.xreplace(put), given=(), typed=None)
        if not defined_beside(one, side, {}, made.bench):
            continue
        judged = _one_side(one, Claim(made.answer, (), made.bench), side, answer.xreplace(put), ({},))
        if judged.verdict is Verdict.REFUTED:
            return replace(judged, witness=tuple(put.items()))
        found.append(judged)
    worst = weakest(found) if found else undecided("the expression has no value beside the point")
    return replace(worst, verdict=Verdict.CONFIRMED) if worst.verdict.rank < Verdict.CONFIRMED.rank else worst


def _continuous(problem: FindLimit, answer: Any, fixings: tuple[Point, ...], bench: Bench) -> Evidence | None:
    """Where a power series exists at the point itself, the limit is the value there."""
    if problem.point in (oo, -oo) or answer in (oo, -oo):
        return None
    expr, t = moved(problem.expr, problem.variable, problem.point)
    numbers = bench.numbers[0]
    numbers.at(PRECISIONS[1])
    for fixed in fixings:
        here = place_at(numbers, {**fixed, t: Fraction(0)}, {t: 1}, 1)
        try:
            value, given = bench.compiled(expr)(here)[0], bench.compiled(answer)(place_at(numbers, fixed))[0]
        except EVALUATION_FAILURES:
            return None
        if not numbers.rigorous:
            return None
        if numbers.apart(value, given):
            reason = f"the function is continuous with the value {numbers.text(value, 8)}"
            return Evidence(Verdict.REFUTED, "continuity", reason=reason)
        if not numbers.meet(value, given, 56):
            return None
    verdict = Verdict.CONFIRMED if fixings[0] else Verdict.ENCLOSED
    return Evidence(verdict, "continuity, in balls", points=len(fixings), pieces=1, radius="2^-56")


def _verdict(agrees: bool, answer: Any, limit: Any, fixings: tuple[Point, ...], bench: Bench) -> Evidence:
    if agrees:
        return Evidence(Verdict.PROVED, EXPANDED, points=1, pieces=1)
    refuted = Evidence(Verdict.REFUTED, EXPANDED, reason=f"the leading term gives {limit}")
    if limit in (oo, -oo) or answer in (oo, -oo):
        return refuted
    numbers = bench.numbers[0]
    met = 0
    for fixed in fixings:
        numbers.at(PRECISIONS[-1])
        here = place_at(numbers, fixed)
        try:
            a, b = bench.compiled(answer)(here)[0], bench.compiled(limit)(here)[0]
        except NoValueHere:
            return refuted
        except EVALUATION_FAILURES:
            continue
        if numbers.apart(a, b) and numbers.rigorous:
            witness = tuple((k, sp.Rational(v.numerator, v.denominator)) for k, v in fixed.items())
            return Evidence(Verdict.REFUTED, EXPANDED, witness=witness, reason=refuted.reason)
        met += 1 if numbers.meet(a, b, 56) else 0
    if met == len(fixings):
        letters = bool(fixings[0])
        return Evidence(
            Verdict.CONFIRMED if letters else Verdict.ENCLOSED, EXPANDED, points=met, pieces=1, radius="2^-56"
        )
    return undecided("the leading coefficient could not be compared")


def _does_not_exist(problem: FindLimit, sides: tuple[str, ...], fixed: Point, bench: Bench) -> Evidence:
    """Two sides with different limits, values that keep apart along a side, or no value at all beside the point."""
    found = [expanded(problem, side, (fixed,), bench, problem.given) for side in sides]
    known = [f.limit for f in found if f is not None]
    if len(known) == len(sides):
        if len(known) == 2 and not _same_limit(known[0], known[1], fixed, bench):
            return Evidence(Verdict.PROVED, f"{EXPANDED}, from both sides", points=1, pieces=2)
        if len(known) == 1 or known[0] == known[1] or same(known[0], known[1]):
            return Evidence(Verdict.REFUTED, EXPANDED, reason=f"the leading term gives {known[0]}")
        return undecided("the two sides could not be told apart")
    expr, t = approach(problem, sides[0])
    numbers = bench.numbers[0]
    evaluate = bench.compiled(expr)
    numbers.at(PRECISIONS[-1])
    values: list[float] = []
    for k in range(24):
        step = Fraction(1009, 1013 * (1000 + 997 * k * k))
        try:
            values.append(numbers.near(evaluate(place_at(numbers, {**fixed, t: step}))[0]))
        except EVALUATION_FAILURES:
            continue
    half = values[len(values) // 2 :]
    if len(half) > 8 and max(half) - min(half) > 0.1 * (max(values) - min(values)) > 0:
        turns = sum((b - a) * (c - b) < 0 for a, b, c in zip(half, half[1:], half[2:]))
        if turns >= 4:
            return Evidence(Verdict.CONFIRMED, "values keep apart along a sequence", points=len(values), pieces=1)
    return undecided("nothing shows that the limit does not exist")


def _same_limit(a: Any, b: Any, fixed: Point, bench: Bench) -> bool:
    """Whether two limits may be the same: ``False`` only where they certainly differ."""
    if a in (oo, -oo) or b in (oo, -oo):
        return bool(a == b)
    numbers = bench.numbers[0]
    numbers.at(PRECISIONS[1])
    here = place_at(numbers, fixed)
    try:
        return not (numbers.rigorous and numbers.apart(bench.compiled(a)(here)[0], bench.compiled(b)(here)[0]))
    except EVALUATION_FAILURES:
        return True
