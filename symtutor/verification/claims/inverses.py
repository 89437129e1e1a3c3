"""The slope of an inverse function, at a number or at a letter."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from sympy import Expr, Integer, Symbol

from ...derivation import Evidence, Verdict
from ...problems import DerivativeOfInverse, NoValue
from ..bench import PRECISIONS, Bench, place_at
from ..comparison import Comparison, Function, concluded, derivative, plain, sweep
from ..normal_form import derivative_of, same
from ..numbers import EVALUATION_FAILURES
from ..pieces import Cut, cuts
from ..proofs import EXACT
from .both_sides import METHOD
from .registry import Claim, claim, letters_of, undecided


@claim.register
def _(problem: DerivativeOfInverse, made: Claim) -> Evidence:
    """1/f′(a) where f(a) is the value; that there is one such a is what the question presupposes."""
    if isinstance(made.answer, NoValue):
        return _flat_preimage(problem, made)
    if not isinstance(made.answer, Expr):
        return undecided("the answer is no expression")
    bench, x, value, answer = made.bench, problem.variable, problem.at_value, made.answer
    if value.free_symbols:
        return _inverse_everywhere(problem, made)
    gap = problem.expr - value
    if gap.free_symbols - {x}:
        return undecided("the function has letters of its own")
    roots = _preimages(problem, bench)
    if len(roots) != 1:
        return undecided(f"{len(roots)} points with this value were found, one was expected")
    (root,) = roots
    left = derivative(bench.compiled(problem.expr), x)
    numbers = bench.numbers[0]
    numbers.at(PRECISIONS[1])
    try:
        slope = left.at(numbers, {x: root.at})
        claimed = bench.compiled(answer)(place_at(numbers, {}))[0]
    except EVALUATION_FAILURES as failure:
        return undecided(str(failure))
    one = slope * claimed
    if not root.exact:
        close = abs(numbers.near(one) - 1) < 1e-7
        if not close:
            return undecided("the point with this value is known approximately only")
        return Evidence(Verdict.CONFIRMED, "slope at the located point", points=1, pieces=1, radius="7 digits")
    if numbers.apart(one, numbers.fraction(1, 1)):
        reason = f"the slope of the function there is {numbers.text(slope, 8)}"
        return Evidence(Verdict.REFUTED, numbers.name, witness=((x, _rational(root.at)),), reason=reason)
    exact = derivative_of(problem.expr, x)
    if exact is not None and same(exact.xreplace({x: _rational(root.at)}) * answer, _rational(Fraction(1))):
        return Evidence(Verdict.PROVED, EXACT, points=1, pieces=1)
    return Evidence(Verdict.ENCLOSED, METHOD, points=1, pieces=1)


def _preimages(problem: DerivativeOfInverse, bench: Bench) -> tuple[Cut, ...]:
    """The points with the value, as far as they are found, where the conditions on the variable hold."""
    x = problem.variable
    tests = bench.tests(c for c in problem.given if c.free_symbols == {x})
    numbers = bench.numbers[0]
    found = []
    gap = bench.compiled(problem.expr - problem.at_value)
    for root in cuts((problem.expr - problem.at_value,), x, {}, bench):
        numbers.at(PRECISIONS[0])
        try:
            place = place_at(numbers, {x: root.at})
            # A pole is a cut as well, and no point with the value.
            if abs(numbers.near(gap(place)[0])) < 1e-6 and all(test(place) for test in tests):
                found.append(root)
        except EVALUATION_FAILURES:
            continue
    return tuple(found)


def _flat_preimage(problem: DerivativeOfInverse, made: Claim) -> Evidence:
    """That the inverse has no slope: the function is flat at the preimage."""
    x, bench = problem.variable, made.bench
    if (problem.expr - problem.at_value).free_symbols - {x}:
        return undecided("the function has letters of its own")
    roots = _preimages(problem, bench)
    slope = derivative_of(problem.expr, x)
    if len(roots) != 1 or not roots[0].exact or slope is None:
        return undecided("the point with this value was not found")
    put = {x: _rational(roots[0].at)}
    if same(slope.xreplace(put), Integer(0)):
        return Evidence(Verdict.PROVED, EXACT, points=1, pieces=1)
    return undecided("the slope at the point with this value is not known to be zero")


def _rational(q: Fraction) -> Any:
    from sympy import Rational

    return Rational(q.numerator, q.denominator)


def _inverse_everywhere(problem: DerivativeOfInverse, made: Claim) -> Evidence:
    """At a letter y: the answer at y = f(a) against 1/f′(a), for a on every piece."""
    value: Any = problem.at_value
    answer: Any = made.answer
    if not isinstance(value, Symbol) or value in problem.expr.free_symbols:
        return undecided("the value is neither a number nor a letter")
    bench, x = made.bench, problem.variable
    f = bench.compiled(problem.expr)
    slope = derivative(f, x)

    def inverse_slope(place: Any) -> Any:
        return place.divide([place.one], [slope.value(place)])[0]

    composed = answer.xreplace({value: problem.expr})
    comparison = Comparison(
        bench, Function(inverse_slope, ((x, 1),), 1), plain(bench.compiled(composed)), problem.given
    )
    letters = letters_of(problem.expr, composed, x)
    tally = sweep(comparison, x, letters, (problem.expr, composed), problem.given)

    def proof() -> str | None:
        exact = derivative_of(problem.expr, x)
        return EXACT if exact is not None and same(exact * composed, _rational(Fraction(1))) else None

    return concluded(tally, proof, METHOD)
