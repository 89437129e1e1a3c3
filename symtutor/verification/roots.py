"""That no solution is missed: Sturm's theorem for polynomials, exclusion in balls over a window otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from typing import Any

import sympy as sp
from sympy import Poly

from ..problems import SolutionSet
from .bench import Bench, place_at
from .numbers import EVALUATION_FAILURES, NoValueHere, Unclear
from .pieces import WINDOW, Point
from .places import Evaluator, Place, Test

DEEPEST = 14
LARGEST_DEGREE = 40


@dataclass(frozen=True)
class Missing:
    """A place where a solution stands (``certain``) or may stand that the answer does not name."""

    near: float
    certain: bool


def count_by_sturm(gap: Any, x: Any, domain: Sequence[Any] = ()) -> int | None:
    """How many real zeros a rational function with rational coefficients has in its domain; ``None`` for anything else.

    ``domain`` are conditions on ``x`` alone beside the function's own poles.
    """
    while isinstance(gap, sp.Pow) and gap.exp.is_Integer and gap.exp > 0:
        gap = gap.base
    if gap.free_symbols - {x} or not gap.is_rational_function(x):
        return None
    top, bottom = sp.fraction(sp.together(gap))
    p, q = Poly(top, x), Poly(bottom, x)
    if p.is_zero or p.degree() > LARGEST_DEGREE or not all(c.is_Rational for c in (*p.all_coeffs(), *q.all_coeffs())):
        return None
    common = p.gcd(q)
    while common.degree() > 0:
        p = p.quo(common)
        common = p.gcd(q)
    if p.degree() <= 0:
        return 0
    # What SymPy's evaluation cancelled is not seen here; the domain of the typed question restricts it.
    restricting = [c for c in domain if x in c.free_symbols]
    return _count_inside(p, x, restricting) if restricting else int(p.count_roots())


def _count_inside(p: Poly, x: Any, conditions: Sequence[Any]) -> int | None:
    """The distinct real roots that fulfil the conditions; ``None`` where one of them is not decided at a root."""
    count = 0
    for root in dict.fromkeys(p.real_roots()):
        held = [c.xreplace({x: root}) for c in conditions]
        if any(h == False for h in held):  # noqa: E712
            continue
        if any(h != True for h in held):  # noqa: E712
            return None
        count += 1
    return count


def located(answer: SolutionSet, fixed: Point, bench: Bench) -> list[Any] | None:
    """All members as balls, families for the integers that reach the window; ``None`` where one has no value."""
    numbers = bench.numbers[0]
    numbers.at(128)
    found = []
    for member in answer.members:
        families = [k for k in answer.parameters if k in member.free_symbols]
        for turn in product(range(-14, 15), repeat=len(families)):
            point = {**fixed, **{k: Fraction(v) for k, v in zip(families, turn)}}
            try:
                found.append(bench.compiled(member)(place_at(numbers, point))[0])
            except NoValueHere:
                continue
            except EVALUATION_FAILURES:
                return None
    return found


def window_is_clear(
    gap: Any, x: Any, fixed: Point, members: Sequence[Any], tests: Sequence[Test], bench: Bench
) -> Missing | None:
    """``None`` where every cell of the window excludes a zero or lies by a member."""
    evaluate = bench.compiled(gap)
    numbers = bench.numbers[0]
    numbers.at(96)
    cells = [(Fraction(k, 2), Fraction(k + 1, 2), 0) for k in range(-2 * WINDOW, 2 * WINDOW)]
    near = [numbers.near(m) for m in members]
    open_cells: list[tuple[Fraction, Fraction]] = []
    while cells:
        bench.check_time()
        low, high, depth = cells.pop()
        place = _cell(numbers, fixed, x, low, high)
        if _excluded(evaluate, tests, place):
            continue
        middle = (low + high) / 2
        if depth >= 5 and any(abs(float(middle) - m) < float(high - low) * 2 for m in near):
            continue
        if depth >= DEEPEST or len(open_cells) > 50:
            open_cells.append((low, high))
            continue
        cells += [(low, middle, depth + 1), (middle, high, depth + 1)]
    for low, high in open_cells:
        if _crosses(evaluate, tests, numbers, fixed, x, low, high, near):
            return Missing(float((low + high) / 2), True)
    if open_cells and not all(_is_edge(evaluate, numbers, fixed, x, *c) for c in open_cells):
        return Missing(float(sum(open_cells[0]) / 2), False)
    return None


def _cell(numbers: Any, fixed: Point, x: Any, low: Fraction, high: Fraction) -> Place:
    place = place_at(numbers, fixed)
    ends = [numbers.fraction(e.numerator, e.denominator) for e in (low, high)]
    place.letters = {**place.letters, x: [numbers.hull(*ends)]}
    return place


def _excluded(evaluate: Evaluator, tests: Sequence[Test], place: Place) -> bool:
    """Whether no point of the cell is a solution in the domain."""
    try:
        if any(_certainly_false(t, place) for t in tests):
            return True
        return place.numbers.sign(evaluate(place)[0]) != 0
    except NoValueHere:
        return True
    except EVALUATION_FAILURES:
        return False


def _certainly_false(test: Test, place: Place) -> bool:
    try:
        return not test(place)
    except Unclear:
        return False


def _crosses(
    evaluate: Evaluator,
    tests: Sequence[Test],
    numbers: Any,
    fixed: Point,
    x: Any,
    low: Fraction,
    high: Fraction,
    near: Sequence[float],
) -> bool:
    """Whether the function is continuous on the cell and changes sign there, away from every member."""
    if any(float(low) - 1e-9 <= m <= float(high) + 1e-9 for m in near):
        return False
    try:
        cell = _cell(numbers, fixed, x, low, high)
        evaluate(cell)
        if not all(t(cell) for t in tests):
            return False
        ends = [numbers.sign(evaluate(place_at(numbers, {**fixed, x: e}))[0]) for e in (low, high)]
    except EVALUATION_FAILURES:
        return False
    return bool(ends[0] * ends[1] < 0)


def _is_edge(evaluate: Evaluator, numbers: Any, fixed: Point, x: Any, low: Fraction, high: Fraction) -> bool:
    """Whether the cell, a hundred-thousandth wide, is open only because of a pole, an edge of the domain or a jump:
    the function is not near zero at either end."""
    sizes = []
    for at in (low, high):
        try:
            sizes.append(abs(numbers.near(evaluate(place_at(numbers, {**fixed, x: at}))[0])))
        except NoValueHere:
            sizes.append(float("inf"))
        except EVALUATION_FAILURES:
            return False
    return min(sizes) > 0.01
