"""What a function does on both sides of one point: jets, difference quotients, and that there is no slope."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from sympy import I, Integer, nan, oo, zoo

from ...derivation import Evidence, Verdict
from ...problems import FindLimit
from ..bench import PRECISIONS, Bench, place_at
from ..comparison import Function
from ..normal_form import same
from ..numbers import EVALUATION_FAILURES, NoValueHere, Unclear, Unsupported
from .beside import defined_beside, moved
from .leading_terms import expanded
from .registry import undecided

METHOD = "power series at the point, in balls"


def at_zero(function: Function, t: Any) -> Function:
    """A function of t and other letters, taken at t = 0."""

    def value(place: Any) -> Any:
        jet = [place.numbers.fraction(0, 1)]
        if function.order:
            jet.append(place.numbers.fraction(1, 1))
        place.letters = {**place.letters, t: jet}
        return function.value(place)

    return Function(value, (), function.order)


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
