"""Derivatives at a point: values, tangents, corners, inverse functions."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from sympy import Expr, I, Integer, Symbol, nan, oo, zoo
from sympy.core.relational import Equality

from ...derivation import Evidence, Verdict
from ...problems import (
    DerivativeOfInverse,
    DifferentiateAt,
    FindLimit,
    IsDifferentiable,
    LinearApproximation,
    NoValue,
    TangentLine,
    YesNo,
)
from ..bench import PRECISIONS, Bench, place_at
from ..comparison import Comparison, Function, compared, concluded, derivative, plain, sweep
from ..normal_form import derivative_of, same
from ..numbers import EVALUATION_FAILURES, NoValueHere, Unclear, Unsupported
from ..pieces import Cut, cuts
from ..proofs import EXACT
from .beside import defined_beside, moved
from .leading_terms import expanded
from .registry import Claim, claim, letters_of, undecided

METHOD = "power series at the point, in balls"
HALF = Fraction(1, 2)


def at_zero(function: Function, t: Any) -> Function:
    """A function of t and other letters, taken at t = 0."""

    def value(place: Any) -> Any:
        jet = [place.numbers.fraction(0, 1)]
        if function.order:
            jet.append(place.numbers.fraction(1, 1))
        place.letters = {**place.letters, t: jet}
        return function.value(place)

    return Function(value, (), function.order)


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


def one_sided(f: Any, t: Any, bench: Bench, order: int = 1) -> tuple[Any, list[Any], list[Any]]:
    """The value of f at t = 0 and its jets from the left and right.  Raises an evaluation failure."""
    numbers = bench.numbers[0]
    numbers.at(PRECISIONS[1])
    evaluate = bench.compiled(f)
    point = {t: Fraction(0)}
    value = evaluate(place_at(numbers, point))[0]
    jets = []
    for side in (-1, 1):
        jet = evaluate(place_at(numbers, point, {t: 1}, order, side))
        jets.append([*jet, *[numbers.fraction(0, 1)] * (order + 1 - len(jet))])
    return value, jets[0], jets[1]


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


def no_slope(expr: Any, x: Any, point: Any, bench: Bench) -> Evidence:
    """That there is no derivative at the point: undefined there, a jump, two slopes, or slopes without bound."""
    numbers = bench.numbers[0]
    if not numbers.rigorous:
        return undecided("without enclosures nothing can be excluded")
    f, t = moved(expr, x, point)
    if f.free_symbols - {t}:
        return undecided("the point depends on a letter")
    try:
        value, before, after = one_sided(f, t, bench)
    except NoValueHere:
        return _by_quotient(expr, x, point, bench)
    except (Unclear, Unsupported) as failure:
        return undecided(str(failure))
    if any(numbers.apart(jet[0], value) for jet in (before, after)):
        return Evidence(Verdict.ENCLOSED, "values from both sides, in balls", points=1, pieces=2)
    if numbers.apart(before[1], after[1]):
        return Evidence(Verdict.ENCLOSED, "slopes from both sides, in balls", points=1, pieces=2)
    if numbers.meet(before[1], after[1], 100) or numbers.whole(before[1] - after[1]) == 0:
        reason = f"the slope from both sides is {numbers.text(before[1], 6)}"
        return Evidence(Verdict.REFUTED, METHOD, witness=((x, point),), reason=reason)
    return undecided("the slopes cannot be told apart")


def has_no_value(expr: Any, bench: Bench) -> bool:
    """Whether a number, as written, certainly is none."""
    if expr.has(zoo, nan, I):
        return True
    numbers = bench.numbers[0]
    numbers.at(PRECISIONS[1])
    try:
        bench.compiled(expr)(place_at(numbers, {}))
    except NoValueHere:
        return numbers.rigorous
    except EVALUATION_FAILURES:
        return False
    return False


def _by_quotient(expr: Any, x: Any, point: Any, bench: Bench) -> Evidence:
    """The limits of the difference quotient from both sides decide where no power series exists."""
    f, t = moved(expr, x, point)
    numbers = bench.numbers[0]
    numbers.at(PRECISIONS[1])
    try:
        bench.compiled(f)(place_at(numbers, {t: Fraction(0)}))
    except NoValueHere:
        return Evidence(Verdict.PROVED, "the function has no value at the point", points=1, pieces=1)
    except (Unclear, Unsupported) as failure:
        return undecided(str(failure))
    slopes = quotient_limits(expr, x, point, bench)
    if slopes is None:
        return Evidence(Verdict.CONFIRMED, "the function is defined on one side of the point only", points=5, pieces=1)
    before, after = slopes
    method = "difference quotients from both sides, leading terms"
    if any(s in (oo, -oo) for s in slopes):
        return Evidence(Verdict.PROVED, method, points=1, pieces=2)
    if before is None or after is None:
        return undecided("the slopes beside the point do not settle")
    if same(before, after):
        return Evidence(Verdict.REFUTED, method, witness=((x, point),), reason=f"the slope from both sides is {before}")
    numbers.at(PRECISIONS[1])
    here = place_at(numbers, {})
    if numbers.apart(bench.compiled(before)(here)[0], bench.compiled(after)(here)[0]):
        return Evidence(Verdict.PROVED, method, points=1, pieces=2)
    return undecided("the slopes cannot be told apart")


def quotient_limits(expr: Any, x: Any, point: Any, bench: Bench) -> tuple[Any, Any] | None:
    """The limits of (f(point + h) − f(point))/h as h → 0⁻ and h → 0⁺; ``None`` where f ends at the point."""
    f, h = moved(expr, x, point)
    quotient = (f - expr.xreplace({x: point})) / h
    question = FindLimit(quotient, h, Integer(0))
    if not all(defined_beside(question, side, {}, bench) for side in "-+"):
        return None
    found = [expanded(question, side, ({},), bench) for side in "-+"]
    before, after = (None if f is None else f.limit for f in found)
    return before, after


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


__all__ = ["no_slope", "one_sided", "quotient_limits"]
