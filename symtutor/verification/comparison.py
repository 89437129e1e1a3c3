"""Two functions compared over the whole domain: piece by piece, in enclosures, and at the corners."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, Protocol

from sympy import Rational
from sympy.logic.boolalg import Boolean

from ..derivation import Evidence, Verdict
from .bench import PRECISIONS, Bench, place_at
from .numbers import NoValueHere, Numbers, Unclear, Unsupported
from .pieces import Cut, Point, assignments, borders, cuts, samples, wandering
from .places import Evaluator, Place, Test

ENOUGH = 6
DIGIT_BITS = 56
SIMPLE = tuple(Fraction(*n) for n in ((2, 1), (1, 1), (1, 2), (3, 1), (-1, 1), (-2, 1), (1, 4), (5, 1), (50, 1)))


class Measured(Protocol):
    """Something that has a value at a point, beside it where ``side`` is not 0."""

    def at(self, numbers: Numbers, point: Point, side: int = 0) -> Any: ...


@dataclass(frozen=True)
class Function:
    """A real function of the letters: ``value(place)`` where ``place`` moves ``moving`` up to ``order``."""

    value: Callable[[Place], Any]
    moving: tuple[tuple[Any, int], ...] = ()
    order: int = 0

    def at(self, numbers: Numbers, point: Point, side: int = 0) -> Any:
        return self.value(place_at(numbers, point, dict(self.moving), self.order, side))


def plain(evaluate: Evaluator) -> Function:
    """The function an expression stands for."""
    return Function(lambda place: evaluate(place)[0])


def derivative(evaluate: Evaluator, x: Any, order: int = 1) -> Function:
    """The derivative of that order, from the jet."""
    factor = 1
    for k in range(2, order + 1):
        factor *= k

    def value(place: Place) -> Any:
        jet = evaluate(place)
        return jet[order] * factor if len(jet) > order else place.zero

    return Function(value, ((x, 1),), order)


@dataclass
class Tally:
    """What the points said so far."""

    pieces: int = 0
    fewest: int = 0
    total: int = 0
    thin: int = 0
    reason: str = ""
    refuted: Evidence | None = None
    doubted: bool = False
    tried: list[Point] = field(default_factory=list)


OUTSIDE, AGREE, UNCLEAR, DIFFER, UNDEFINED = "outside", "agree", "unclear", "differ", "undefined"
# Numbers without enclosures disagree: no refutation, and no support either, however many other points agree.
DOUBTED = "doubted"
DOUBT = "plain numbers disagree at a point; without enclosures that is no refutation"


class Comparison:
    """``left`` is what the question asks for, ``right`` what was answered."""

    def __init__(self, bench: Bench, left: Measured, right: Measured, conditions: Sequence[Boolean]) -> None:
        self.bench, self.left, self.right = bench, left, right
        self.tests: tuple[Test, ...] = bench.tests(conditions)
        self.why = ""
        self.rigorous = True

    def judge(self, point: Point, side: int = 0) -> str:
        """What one point says: outside, agree, unclear, doubted, differ, undefined."""
        for numbers in self.bench.numbers:
            for bits in PRECISIONS:
                numbers.at(bits)
                try:
                    said = self._at(numbers, point, side, bits)
                except NoValueHere:
                    return OUTSIDE if numbers.rigorous else UNCLEAR
                except Unclear as why:
                    self.why = str(why)
                    continue
                except Unsupported as why:
                    self.why = f"no evaluation for {why}"
                    break
                if said != UNCLEAR:
                    self.rigorous = self.rigorous and numbers.rigorous
                    return said
        return UNCLEAR

    def _at(self, numbers: Numbers, point: Point, side: int, bits: int) -> str:
        here = place_at(numbers, point)
        for test in self.tests:
            if not test(here):
                return OUTSIDE
        wanted = self.left.at(numbers, point, side)
        try:
            given = self.right.at(numbers, point, side)
        except NoValueHere:
            # Without enclosures a sign is no certainty.
            return UNDEFINED if numbers.rigorous else UNCLEAR
        if numbers.rigorous:
            if numbers.apart(wanted, given):
                return DIFFER
            if numbers.meet(wanted, given, DIGIT_BITS):
                return AGREE
            # Two values that are both zero never meet in relation to their size.
            if bits >= 512 and _tiny(numbers, wanted, bits) and _tiny(numbers, given, bits):
                return AGREE
            return UNCLEAR
        if bits > PRECISIONS[0] and numbers.meet(wanted, given, DIGIT_BITS):
            return AGREE
        return DOUBTED if bits == PRECISIONS[-1] and numbers.apart(wanted, given) else UNCLEAR

    def evidence_of(self, point: Point, said: str) -> Evidence:
        """The refutation at a witness."""
        numbers = self.bench.numbers[0]
        numbers.at(PRECISIONS[-1])
        witness = tuple((k, Rational(v.numerator, v.denominator)) for k, v in point.items())
        if said == UNDEFINED:
            reason = "the answer has no value at a point of the domain"
        else:
            try:
                wanted = numbers.text(self.left.at(numbers, point), 12)
                given = numbers.text(self.right.at(numbers, point), 12)
                reason = f"the value is {wanted}, the answer gives {given}"
            except (NoValueHere, Unclear, Unsupported):
                reason = "the two are different"
        return Evidence(Verdict.REFUTED, numbers.name, witness=witness, reason=reason)


def _tiny(numbers: Numbers, value: Any, bits: int) -> bool:
    small = numbers.fraction(1, 1 << (bits // 3))
    return not numbers.apart(value, numbers.fraction(0, 1)) and numbers.sign(small - abs(value)) > 0


def sweep(
    comparison: Comparison,
    x: Any,
    letters: Sequence[Any],
    exprs: Sequence[Any],
    conditions: Sequence[Boolean],
    corner: Callable[[Cut, Point], Evidence | None] | None = None,
) -> Tally:
    """Judges points on every piece of the line of ``x``, for a few values of the other ``letters``."""
    bench = comparison.bench
    tally = Tally(fewest=10**6)
    inner = borders((*exprs, *conditions), x)
    others = tuple(s for s in letters if s != x)
    for fixed in assignments(others, conditions, bench):
        places = cuts(inner, x, fixed, bench)
        for piece, extra in zip(samples(places), samples(places, more=True)):
            bench.check_time()
            _piece(comparison, tally, piece, extra, x, fixed)
            if tally.refuted:
                _plainer(comparison, tally, x, fixed)
                return tally
        if corner is not None:
            for cut in places:
                tally.refuted = corner(cut, fixed)
                if tally.refuted:
                    return tally
    if tally.total < ENOUGH:
        _wander(comparison, tally, x, others, conditions)
    tally.fewest = tally.fewest if tally.pieces else 0
    return tally


def _piece(
    comparison: Comparison, tally: Tally, piece: Sequence[Fraction], extra: Sequence[Fraction], x: Any, fixed: Point
) -> None:
    agreed = unclear = 0
    for batch in (piece, extra):
        for at in batch:
            point = {**fixed, x: at}
            said = comparison.judge(point)
            if said == AGREE:
                agreed += 1
                tally.tried.append(point)
            elif said in (UNCLEAR, DOUBTED):
                unclear += 1
                tally.doubted = tally.doubted or said == DOUBTED
            elif said != OUTSIDE:
                tally.refuted = comparison.evidence_of(point, said)
                return
        if agreed >= ENOUGH or not (agreed or unclear):
            break
    _count(tally, agreed, unclear, comparison.why)


def _plainer(comparison: Comparison, tally: Tally, x: Any, fixed: Point) -> None:
    """The refutation at a simple number, where one shows it too: the witness is for a reader."""
    for at in SIMPLE:
        point = {**{k: Fraction(i + 2) for i, k in enumerate(fixed)}, x: at}
        said = comparison.judge(point)
        if said in (DIFFER, UNDEFINED):
            tally.refuted = comparison.evidence_of(point, said)
            return


def _count(tally: Tally, agreed: int, unclear: int, why: str) -> None:
    if agreed:
        tally.pieces += 1
        tally.total += agreed
        tally.fewest = min(tally.fewest, agreed)
    if unclear and agreed < ENOUGH:
        tally.thin += 1
        tally.reason = why


def _wander(comparison: Comparison, tally: Tally, x: Any, others: Sequence[Any], conditions: Sequence[Boolean]) -> None:
    """Looks for a domain that the pieces missed, such as a short interval between located zeros."""
    for fixed in assignments(others, conditions, comparison.bench)[:1]:
        agreed = unclear = 0
        found: list[Fraction] = []
        for at in wandering(400):
            comparison.bench.check_time()
            near = [at] if not found else [at, found[-1] + Fraction(len(found), 3989)]
            for place in near:
                said = comparison.judge({**fixed, x: place})
                if said == AGREE:
                    agreed += 1
                    found.append(place)
                    tally.tried.append({**fixed, x: place})
                elif said in (UNCLEAR, DOUBTED):
                    unclear += 1
                    tally.doubted = tally.doubted or said == DOUBTED
                elif said != OUTSIDE:
                    tally.refuted = comparison.evidence_of({**fixed, x: place}, said)
                    return
            if agreed > 2 * ENOUGH:
                break
        if agreed:
            tally.thin = 0
            tally.fewest = 10**6
        _count(tally, agreed, unclear, comparison.why)


def concluded(tally: Tally, proof: Callable[[], str | None], method: str) -> Evidence:
    """The verdict on a sweep: refuted, proved where ``proof`` names an exact road, confirmed, or undecided."""
    if tally.refuted is not None:
        return tally.refuted
    if not tally.total:
        reason = tally.reason or "no point of the domain was found"
        return Evidence(Verdict.UNDECIDED, method, reason=reason)
    proved = proof()
    if proved is not None:
        return Evidence(Verdict.PROVED, proved, points=tally.fewest, pieces=tally.pieces)
    if tally.doubted:
        return Evidence(Verdict.UNDECIDED, method, reason=DOUBT, points=tally.fewest, pieces=tally.pieces)
    if tally.thin or tally.total < ENOUGH:
        reason = tally.reason or "too few points of the domain could be evaluated"
        return Evidence(Verdict.UNDECIDED, method, reason=reason, points=tally.fewest, pieces=tally.pieces)
    return Evidence(Verdict.CONFIRMED, method, points=tally.fewest, pieces=tally.pieces, radius="16 digits")


def compared(
    bench: Bench,
    left: Measured,
    right: Measured,
    letters: Sequence[Any],
    exprs: Sequence[Any],
    conditions: Sequence[Boolean],
    proof: Callable[[], str | None],
    method: str,
) -> Evidence:
    """Two values compared: one number enclosed, or a function of the ``letters`` swept along the first of them."""
    comparison = Comparison(bench, left, right, conditions)
    if letters:
        tally = sweep(comparison, letters[0], letters, exprs, conditions)
        return concluded(tally, proof, method)
    said = comparison.judge({})
    if said in (DIFFER, UNDEFINED):
        return comparison.evidence_of({}, said)
    if said == OUTSIDE:
        return Evidence(Verdict.UNDECIDED, method, reason="the question has no value")
    if said == DOUBTED:
        return Evidence(Verdict.UNDECIDED, method, reason=DOUBT)
    if said == UNCLEAR:
        return Evidence(Verdict.UNDECIDED, method, reason=comparison.why or "the enclosures stay too wide")
    proved = proof()
    if proved is not None:
        return Evidence(Verdict.PROVED, proved, points=1, pieces=1)
    verdict = Verdict.ENCLOSED if comparison.rigorous else Verdict.CONFIRMED
    return Evidence(verdict, method, points=1, pieces=1, radius="2^-56 of the value")
