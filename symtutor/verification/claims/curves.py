"""Derivatives along curves, and of every order: implicit, parametric, composed, n-th."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import islice
from typing import Any

import sympy as sp
from sympy import Add, Expr, Integer

from ...derivation import Evidence, Verdict
from ...problems import ChainAlongPath, ImplicitDerivative, NthDerivative, ParametricDerivative
from ..bench import PRECISIONS, Bench, place_at
from ..comparison import Comparison, Function, concluded, plain, sweep
from ..normal_form import derivative_is, derivative_of, same
from ..numbers import EVALUATION_FAILURES, NoValueHere, Unclear
from ..pieces import Point, assignments
from ..proofs import EXACT
from .derivatives import derivative_evidence, weakest
from .registry import Claim, claim, letters_of, undecided


@claim.register
def _(problem: ChainAlongPath, made: Claim) -> Evidence:
    """The composed function of the parameter, differentiated as a whole."""
    if not isinstance(made.answer, Expr):
        return undecided("the answer is no expression")
    path = dict(tuple(pair) for pair in problem.path)
    whole, answer = problem.expr.xreplace(path), made.answer.xreplace(path)
    domain = tuple(c.xreplace(path) for c in made.domain(problem))
    return derivative_evidence(whole, (problem.parameter,), answer, domain, made.bench)


@claim.register
def _(problem: ParametricDerivative, made: Claim) -> Evidence:
    """y′/x′, or (y″x′ − y′x″)/x′³, from the jets of both coordinates."""
    if not isinstance(made.answer, Expr) or problem.order not in (1, 2):
        return undecided("the answer is no expression of a first or second derivative")
    bench, t, answer, order = made.bench, problem.parameter, made.answer, problem.order
    horizontal, vertical = bench.compiled(problem.horizontal), bench.compiled(problem.vertical)

    def slope(place: Any) -> Any:
        x, y = ([*jet, *[place.zero] * (order + 1 - len(jet))] for jet in (horizontal(place), vertical(place)))
        if order == 1:
            return place.divide([y[1]], [x[1]])[0]
        return place.divide([(y[2] * x[1] - y[1] * x[2]) * 2], [x[1] * x[1] * x[1]])[0]

    domain = made.domain(problem)
    left = Function(slope, ((t, 1),), order)
    comparison = Comparison(bench, left, plain(bench.compiled(answer)), domain)
    exprs = (problem.horizontal, problem.vertical, answer)
    tally = sweep(comparison, t, letters_of(*exprs, *domain, t), exprs, domain)

    def proof() -> str | None:
        x1, y1 = derivative_of(problem.horizontal, t), derivative_of(problem.vertical, t)
        if x1 is None or y1 is None:
            return None
        if order == 1:
            return EXACT if same(y1, answer * x1) else None
        x2, y2 = derivative_of(problem.horizontal, t, t), derivative_of(problem.vertical, t, t)
        return EXACT if same(y2 * x1 - y1 * x2, answer * x1**3) else None

    return concluded(tally, proof, "power series of both coordinates in balls")


@claim.register
def _(problem: ImplicitDerivative, made: Claim) -> Evidence:
    """F_x + F_y y′ = 0, as an identity or at points of the curve."""
    if not isinstance(made.answer, Expr):
        return undecided("the answer is no expression")
    x, y, answer = problem.independent, problem.dependent, made.answer
    gap = problem.equation.lhs - problem.equation.rhs
    by_x, by_y = derivative_of(gap, x), derivative_of(gap, y)
    if by_x is not None and by_y is not None and same(by_x + by_y * answer, Integer(0)):
        return Evidence(Verdict.PROVED, EXACT)
    bench, domain = made.bench, made.domain(problem)
    f, g = bench.compiled(gap), bench.compiled(answer)
    tests = bench.tests(domain)
    numbers = bench.numbers[0]
    if not numbers.rigorous:
        return undecided("no enclosures")
    others = tuple(s for s in letters_of(gap, answer, *domain) if s not in (x, y))
    agreed = 0
    for point, near_y in islice(_on_curve(gap, x, y, others, domain, bench), 12):
        bench.check_time()
        numbers.at(PRECISIONS[1])
        try:
            here = place_at(numbers, point)
            here.letters = {**here.letters, y: [near_y]}
            if not all(test(here) for test in tests):
                continue
            along_x, along_y = place_at(numbers, point, {x: 1}, 1), place_at(numbers, point, order=1)
            along_x.letters = {**along_x.letters, y: [near_y]}
            along_y.letters = {**along_y.letters, y: [near_y, numbers.fraction(1, 1)]}
            fx, fy = ([*f(p), numbers.fraction(0, 1)][1] for p in (along_x, along_y))
            wanted = here.divide([-fx], [fy])[0]
        except EVALUATION_FAILURES:
            continue
        witness = tuple((k, sp.Rational(v.numerator, v.denominator)) for k, v in point.items())
        try:
            given = g(here)[0]
        except NoValueHere:
            return Evidence(Verdict.REFUTED, numbers.name, witness=witness, reason="the answer has no value there")
        except Unclear:
            continue
        if numbers.apart(wanted, given):
            reason = (
                f"on the curve near {y} = {numbers.text(near_y, 6)} the slope is {numbers.text(wanted, 6)}, "
                f"the answer gives {numbers.text(given, 6)}"
            )
            return Evidence(Verdict.REFUTED, numbers.name, witness=witness, reason=reason)
        agreed += 1 if numbers.meet(wanted, given, 40) else 0
    if agreed < 6:
        return undecided(f"only {agreed} points of the curve were found")
    return Evidence(Verdict.CONFIRMED, "slopes at points of the curve, in balls", points=agreed, pieces=1)


def _on_curve(
    gap: Any, x: Any, y: Any, others: tuple[Any, ...], domain: tuple[Any, ...], bench: Bench
) -> Iterator[tuple[Point, Any]]:
    """Points of the curve: x rational, y a ball in which the gap certainly changes sign."""
    evaluate = bench.compiled(gap)
    numbers = bench.numbers[0]

    def sign(point: Point) -> int | None:
        try:
            return numbers.sign(evaluate(place_at(numbers, point))[0])
        except EVALUATION_FAILURES:
            return None

    grid = [Fraction(k * 173 + 11, 1009) * (1 + abs(k) // 8) for k in range(-24, 25)]
    for fixed in assignments(others, domain, bench):
        for k in (2, -3, 7, -1, 5, -8, 13, -14, 21, 1, -22, 31, 44, -47):
            at: Point = {**fixed, x: Fraction(k * 97 + 5, 811)}
            numbers.at(PRECISIONS[1])
            signs = [(g, s) for g in grid if (s := sign({**at, y: g})) is not None]
            for (a, sa), (b, sb) in zip(signs, signs[1:]):  # noqa: RUF007
                if sa * sb >= 0:
                    continue
                for _ in range(100):
                    middle = (a + b) / 2
                    s = sign({**at, y: middle})
                    if s is None or s == 0:
                        break
                    a, b = (middle, b) if s == sa else (a, middle)
                if b - a < Fraction(1, 2**90):
                    low, high = (numbers.fraction(e.numerator, e.denominator) for e in (a, b))
                    yield at, numbers.hull(low, high)


@claim.register
def _(problem: NthDerivative, made: Claim) -> Evidence:
    """The first orders against jets, and the step from n to n + 1 by exact differentiation: induction."""
    if not isinstance(made.answer, Expr):
        return undecided("the answer is no expression")
    n, x, domain = problem.order, problem.variable, made.domain(problem)
    found = []
    for k in range(1, 9 if made.answer.has(sp.Piecewise) else 6):
        put = {n: Integer(k)}
        conditions = tuple(c.xreplace(put) for c in domain)
        if any(c == sp.false for c in conditions):
            continue
        answer = written_out(made.answer.xreplace(put))
        if answer.has(sp.nan, sp.zoo):
            return Evidence(
                Verdict.REFUTED, "substitution", witness=((n, Integer(k)),), reason="the answer has no value"
            )
        found.append(derivative_evidence(problem.expr.xreplace(put), (x,) * k, answer, conditions, made.bench))
    if not found:
        return undecided("no order satisfies the conditions")
    worst = weakest(found)
    if worst.verdict is not Verdict.PROVED:
        return worst
    if n not in problem.expr.free_symbols and derivative_is(made.answer, (x,), made.answer.xreplace({n: n + 1})):
        return Evidence(Verdict.PROVED, "induction on n, by exact normal forms", points=worst.points, pieces=5)
    return Evidence(
        Verdict.CONFIRMED,
        f"the first {len(found)} orders, each proved",
        points=len(found),
        pieces=worst.pieces,
        radius="exact",
    )


def written_out(e: Any) -> Any:
    """Finite sums and products as their terms."""
    for s in sorted(e.atoms(sp.Sum), key=lambda s: s.sort_key()):
        ((i, low, high),) = s.limits
        if low.is_Integer and high.is_Integer and high - low < 60:
            terms = (s.function.xreplace({i: Integer(j)}) for j in range(int(low), int(high) + 1))
            e = e.xreplace({s: Add(*terms)})
    return e
