"""Limits: an own expansion in leading terms, or enclosures along unaligned sequences over many scales."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from math import inf
from typing import Any

import sympy as sp
from sympy import Expr, Integer, Symbol, oo

from ...derivation import Evidence, Verdict
from ...problems import FindLimit, NoValue, fresh_letter
from ...problems.domain import domain_of
from ...problems.signs import follows
from ..bench import PRECISIONS, Bench, place_at
from ..leading import Expansion, NoExpansion, ramification
from ..normal_form import same
from ..numbers import EVALUATION_FAILURES, NoValueHere
from ..pieces import MOST_ASSIGNMENTS, Point, assignments
from .derivatives import weakest
from .registry import Claim, claim, letters_of, undecided

EXPANDED = "leading term of an expansion, exact coefficients"
MOST_TERMS = 14
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


def defined_beside(problem: FindLimit, side: str, fixed: Point, bench: Bench) -> bool:
    """Whether the expression has a value at one of five distances on that side."""
    expr, t = approach(problem, side)
    numbers = bench.numbers[0]
    numbers.at(PRECISIONS[1])
    for step in SCALES:
        try:
            bench.compiled(expr)(place_at(numbers, {**fixed, t: step}))
        except NoValueHere:
            continue
        except EVALUATION_FAILURES:
            return True
        return True
    return False


def moved(expr: Any, x: Any, point: Any) -> tuple[Any, Any]:
    """``expr`` with its variable written as point + t, and t: so that t = 0 is an exact place."""
    t = fresh_letter(expr, point, prefer="t")
    return expr.xreplace({x: point + t}), t


def approach(problem: FindLimit, side: str, power: int = 1) -> tuple[Any, Symbol]:
    """The expression with its variable written through t → 0⁺, ``power`` for fractional powers; and t."""
    t = fresh_letter(problem.expr, problem.point, prefer="t")
    step = t**power
    if problem.point in (oo, -oo):
        value = 1 / step if problem.point == oo else -1 / step
    else:
        value = problem.point + step if side == "+" else problem.point - step
    return problem.expr.xreplace({problem.variable: value}), t


def _one_side(problem: FindLimit, made: Claim, side: str, answer: Any, fixings: tuple[Point, ...]) -> Evidence:
    bench = made.bench
    found = expanded(problem, side, fixings, bench, made.domain(problem))
    if found is None and fixings[0]:
        return _for_each(problem, made, side, answer, fixings)
    if found is None:
        return _continuous(problem, answer, fixings, bench) or _sampled(problem, side, answer, fixings[0], bench)
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


@dataclass(frozen=True)
class Leading:
    """The leading term: its exponent, coefficient and sign.  ``assumed``: signs of letters were taken from samples."""

    low: int
    coefficient: Any
    sign: int
    assumed: bool

    @property
    def limit(self) -> Any:
        if self.low > 0:
            return Integer(0)
        return self.coefficient if self.low == 0 else (oo if self.sign > 0 else -oo)

    def agrees(self, answer: Any) -> bool:
        """Whether the answer is the limit, by normal form."""
        if self.low < 0 or answer in (oo, -oo):
            return bool(answer == self.limit)
        return same(self.limit, answer)


class _Signs:
    """Signs of constants: by balls, the same for every set of values of the letters."""

    def __init__(self, fixings: tuple[Point, ...], bench: Bench, domain: tuple[Any, ...], problem: FindLimit) -> None:
        self.fixings, self.bench, self.domain, self.problem = fixings, bench, domain, problem
        self.assumed = False

    def all(self, c: Any) -> set[int]:
        if c.is_Rational:
            return {int(sp.sign(c))}
        numbers = self.bench.numbers[0]
        numbers.at(PRECISIONS[1])
        try:
            evaluate = self.bench.compiled(c)
            return {numbers.sign(evaluate(place_at(numbers, fixed))[0]) for fixed in self.fixings}
        except EVALUATION_FAILURES as failure:
            raise NoExpansion(str(failure)) from failure

    def sign(self, c: Any) -> int:
        signs = self.all(c)
        if len(signs) > 1 or 0 in signs:
            raise NoExpansion("a sign that depends on the letters")
        (sign,) = signs
        if c.free_symbols and not self.assumed:
            # Where the constant is zero the leading term is another one; an edge that no answer is given for.
            wanted = sign * c >= 0
            own = domain_of(self.problem.expr)
            self.assumed = not (follows(wanted, self.domain) or follows(wanted, (*self.domain, *own)))
        return sign

    def nonzero(self, c: Any) -> bool:
        try:
            return 0 not in self.all(c)
        except NoExpansion:
            return False


def expanded(
    problem: FindLimit, side: str, fixings: tuple[Point, ...], bench: Bench, domain: tuple[Any, ...] = ()
) -> Leading | None:
    """The leading term as t → 0⁺ on that side, or ``None``."""
    signs = _Signs(fixings, bench, domain, problem)
    problem = replace(problem, expr=with_known_signs(problem.expr, problem.variable, domain))
    for power in dict.fromkeys((1, ramification(problem.expr, problem.variable))):
        expr, t = approach(problem, side, power)
        if expr.has(sp.nan, sp.zoo):
            return None
        if t not in expr.free_symbols:
            return Leading(0, expr, 0, False)
        for terms in (3, 6, MOST_TERMS):
            bench.check_time()
            try:
                series = Expansion(t, terms, signs.sign, signs.nonzero).of(expr)
                lead = series.coefficients[0]
                return Leading(series.low, lead, signs.sign(lead) if series.low < 0 else 0, signs.assumed)
            except NoExpansion:
                continue
    return None


def with_known_signs(expr: Any, x: Any, given: tuple[Any, ...]) -> Any:
    """``expr`` with the absolute values and signs of constants written out where ``given`` settles them."""
    known = {}
    for a in sorted(expr.atoms(sp.Abs, sp.sign), key=lambda a: a.sort_key()):
        u = a.args[0]
        if x in u.free_symbols:
            continue
        for s in (1, -1):
            if follows(s * u > 0, given):
                known[a] = s * u if isinstance(a, sp.Abs) else Integer(s)
    return expr.xreplace(known) if known else expr


# Distances at which a function is looked at, unaligned with any period.
SCALES = tuple(Fraction(n, d) for n, d in ((41, 971), (17, 9973), (13, 99971), (19, 10**7 + 19), (7, 10**9 + 9)))
FAR = tuple(Fraction(7, 10**k + 1) for k in (12, 18, 27, 40, 60))


def _values(problem: FindLimit, side: str, fixed: Point, bench: Bench, steps: tuple[Fraction, ...]) -> list[Any] | None:
    """Enclosures of the expression at distances ``steps``; ``None`` where one cannot be had."""
    expr, t = approach(problem, side)
    evaluate = bench.compiled(expr)
    numbers = bench.numbers[0]
    found: list[Any] = []
    for step in steps:
        bench.check_time()
        for bits in (512, 1024, 4096):
            numbers.at(bits)
            try:
                value = evaluate(place_at(numbers, {**fixed, t: step}))[0]
            except NoValueHere:
                return None
            except EVALUATION_FAILURES:
                continue
            found.append(value)
            break
        else:
            return found or None
    return found


def _sampled(problem: FindLimit, side: str, answer: Any, fixed: Point, bench: Bench) -> Evidence:
    """Enclosures at distances that shrink: the excess over the answer must shrink with them, without a pause."""
    numbers = bench.numbers[0]
    values = _values(problem, side, fixed, bench, (*SCALES, *FAR))
    if values is None or len(values) < 4:
        return undecided("the expression could not be enclosed near the point")
    numbers.at(PRECISIONS[-1])
    method = "enclosures at ten scales, unaligned"
    if answer in (oo, -oo):
        signed = [numbers.near(v) * (1 if answer == oo else -1) for v in values]
        if inf in signed:
            signed = signed[: signed.index(inf) + 1]
        grows = all(a < b for a, b in zip(signed, signed[1:])) and signed[-1] > 0  # noqa: RUF007
        if grows and signed[-1] - signed[0] > 3:
            return Evidence(Verdict.CONFIRMED, method, points=len(values), pieces=1)
        return undecided("the values do not settle")
    try:
        target = bench.compiled(answer)(place_at(numbers, fixed))[0]
    except EVALUATION_FAILURES as failure:
        return undecided(str(failure))
    excess = [abs(numbers.near(v - target)) for v in values]
    if all(b < a or b < 1e-200 for a, b in zip(excess, excess[1:])) and excess[-1] < 1e-2 * max(1.0, excess[0]):  # noqa: RUF007
        return Evidence(Verdict.CONFIRMED, method, points=len(values), pieces=1, radius=f"{excess[-1]:.1e}")
    return undecided("the values do not approach the answer steadily")


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
