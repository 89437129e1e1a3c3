"""Where to look: the real line cut at every place where a formula could change its nature.

The cuts are the zeros of what stands inside absolute values, signs, roots, logarithms, denominators and case
conditions, and of the conditions themselves.  Exact roots are used where the inner expression is a polynomial of
degree at most two; others are located numerically, which serves to place samples and proves nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice, pairwise
from typing import Any

import sympy as sp
from sympy import Add, Integer, Mul, Pow, Rational, Symbol

from .bench import Bench, place_at
from .evaluation import KINKED, relations
from .numbers import EVALUATION_FAILURES, Unsupported

Point = dict[Any, Fraction]


@dataclass(frozen=True)
class Cut:
    """A place where the line is cut: its value or a close rational; ``exact`` where it is the value itself.

    ``surd`` is the exact value where that is the root of a quadratic and no rational number.
    """

    at: Fraction
    exact: bool
    surd: Any = None

    @property
    def value(self) -> Any:
        """The exact value as a SymPy number; ``None`` where it is not known."""
        return Rational(self.at.numerator, self.at.denominator) if self.exact else self.surd


INSIDE = tuple(
    Fraction(*t) for t in ((1, 997), (13, 89), (29, 83), (34, 71), (47, 79), (59, 73), (93, 101), (996, 997))
)
OUTWARD = tuple(Fraction(*t) for t in (
    (13, 991), (27, 113), (71, 100), (237, 101), (507, 97), (2117, 211), (4331, 103), (99937, 97)))  # fmt: skip
WHOLE = tuple(Fraction(*t) for t in (
    (-99937, 97), (-4331, 103), (-793, 101), (-237, 101), (-71, 100), (-13, 991), (37, 97), (167, 100), (533, 103),
    (4373, 101), (100517, 101)))  # fmt: skip
MOST_PIECES = 40
WINDOW = 12


def borders(exprs: Iterable[Any], x: Any) -> tuple[Any, ...]:
    """The inner expressions, in a fixed order, whose zeros in ``x`` cut the line."""
    found: dict[Any, None] = {}
    seen: set[Any] = set()
    for e in exprs:
        _collect(e, x, found, seen)
    return tuple(found)


def _collect(e: Any, x: Any, found: dict[Any, None], seen: set[Any]) -> None:
    if e in seen or not e.args:
        return
    seen.add(e)
    for a in e.args:
        _collect(a, x, found, seen)
    for b in _own_borders(e):
        if x in b.free_symbols and not (b.is_positive or b.is_negative):
            found[b] = None


def _own_borders(e: Any) -> tuple[Any, ...]:
    if isinstance(e, Pow):
        return () if e.exp.is_Integer and e.exp > 0 else (e.base,)
    if isinstance(e, sp.Max | sp.Min):
        return tuple(a - b for i, a in enumerate(e.args) for b in e.args[:i])
    if isinstance(e, sp.Piecewise):
        return tuple(r.lhs - r.rhs for _, c in e.args for r in relations(c))
    if isinstance(e, sp.logic.boolalg.Boolean):
        return tuple(r.lhs - r.rhs for r in relations(e))
    inner = _INNER.get(type(e).__name__)
    return () if inner is None else inner(e.args[-1])


_INNER: dict[str, Any] = {
    **{n: (lambda u: (u,)) for n in ("log", "Abs", "sign", "Heaviside", "Ei", "Ci", "acot", "coth", "csch", "acsch")},
    **{n: (lambda u: (sp.cos(u),)) for n in ("tan", "sec")},
    **{n: (lambda u: (sp.sin(u),)) for n in ("cot", "csc")},
    **{n: (lambda u: (u - 1, u + 1)) for n in ("asin", "acos", "atanh", "acoth", "asec", "acsc")},
    "acosh": lambda u: (u - 1,),
    "asech": lambda u: (u, u - 1),
    "li": lambda u: (u, u - 1),
    **{n: (lambda u: tuple(u + k for k in range(4))) for n in ("gamma", "polygamma", "digamma", "loggamma")},
    "factorial": lambda u: tuple(u + k for k in range(1, 4)),
    **{n: (lambda u: tuple(u - k for k in range(-3, 4))) for n in ("floor", "ceiling")},
}


def cuts(inner: Sequence[Any], x: Any, fixed: Point, bench: Bench) -> tuple[Cut, ...]:
    """The zeros in ``x`` of the inner expressions, with the other letters at ``fixed``, in order."""
    values = {k: Rational(v.numerator, v.denominator) for k, v in fixed.items() if k != x}
    found: dict[Fraction, Cut] = {}
    for b in inner:
        e = b.xreplace(values) if values else b
        for cut in _zeros(e, x, bench):
            found.setdefault(cut.at, cut)
    return tuple(found[k] for k in sorted(found))


def _zeros(e: Any, x: Any, bench: Bench) -> list[Cut]:
    if isinstance(e, Mul):
        return [c for f in e.args for c in _zeros(f, x, bench)]
    if isinstance(e, Pow) and e.exp.is_positive:
        return _zeros(e.base, x, bench)
    if x not in e.free_symbols:
        return []
    line = _as_line(e, x)
    if line is not None:
        a, b = line
        return [Cut(-b / a, True)] if a else []
    if e.is_polynomial(x):
        p = sp.Poly(e, x)
        if all(c.is_Rational for c in p.all_coeffs()):
            return _polynomial_zeros(p)
    return _scanned(e, x, bench)


def _as_line(e: Any, x: Any) -> tuple[Fraction, Fraction] | None:
    a, b = Fraction(0), Fraction(0)
    for term in Add.make_args(e):
        if isinstance(term, Rational):
            b += Fraction(int(term.p), int(term.q))
        elif term == x:
            a += 1
        elif isinstance(term, Mul) and len(term.args) == 2 and term.args[1] == x and isinstance(term.args[0], Rational):
            a += Fraction(int(term.args[0].p), int(term.args[0].q))
        else:
            return None
    return a, b


def _polynomial_zeros(p: Any) -> list[Cut]:
    found = []
    for (low, high), _ in p.intervals(eps=Rational(1, 10**12)):
        middle = (low + high) / 2
        at = Fraction(int(middle.p), int(middle.q))
        exact = low == high or p.eval(middle) == 0
        surd = None
        if not exact and p.degree() == 2:
            a, b, c = p.all_coeffs()
            turn = 1 if (middle > -b / (2 * a)) is sp.true else -1
            surd = -b / (2 * a) + turn * sp.sqrt(b**2 - 4 * a * c) / (2 * abs(a))
        found.append(Cut(at, exact, surd))
    return found


def _scanned(e: Any, x: Any, bench: Bench) -> list[Cut]:
    """Sign changes on an unaligned grid, closed in on by halving."""
    try:
        evaluate = bench.compiled(e)
    except Unsupported:
        return []
    numbers = bench.numbers[-1] if not bench.numbers[0].name.startswith("ball") else bench.numbers[0]
    numbers.at(64)

    def sign(at: Fraction) -> int | None:
        try:
            return numbers.sign(evaluate(place_at(numbers, {x: at}))[0])
        except EVALUATION_FAILURES:
            return None

    grid = [Fraction(k * 251 + 17, 1000) for k in range(-4 * WINDOW, 4 * WINDOW + 1)]
    grid = [Fraction(-99937, 97), Fraction(-4331, 103), *grid, Fraction(4373, 101), Fraction(100517, 101)]
    signs = [(g, s) for g in grid if (s := sign(g)) is not None]
    found: list[Cut] = []
    for (a, sa), (b, sb) in pairwise(signs):
        if sa * sb < 0 and b - a < 1 and len(found) < MOST_PIECES:
            for _ in range(34):
                middle = (a + b) / 2
                s = sign(middle)
                if s is None or s == 0:
                    break
                a, b = (middle, b) if s == sa else (a, middle)
            nearest = round((a + b) / 2)
            exact = abs(nearest - a) < Fraction(1, 10**6) and e.xreplace({x: Integer(nearest)}) == 0
            found.append(Cut(Fraction(nearest), True) if exact else Cut((a + b) / 2, False))
    return found


def samples(places: Sequence[Cut], more: bool = False) -> tuple[tuple[Fraction, ...], ...]:
    """Points on each piece between neighbouring cuts, near its ends too; other points where ``more``."""
    shift = Fraction(101, 103) if more else Fraction(1)
    if not places:
        return (tuple(p * shift for p in WHOLE),)
    ends = [c.at for c in places][: MOST_PIECES - 1]
    out = [tuple(ends[0] - d * shift for d in reversed(OUTWARD))]
    for a, b in pairwise(ends):
        out.append(tuple(a + (b - a) * t * shift for t in INSIDE))
    out.append(tuple(ends[-1] + d * shift for d in OUTWARD))
    return tuple(out)


# Values for the letters that are constants of a question: no simple numbers, both signs, both sides of 1.
VALUES = tuple(Fraction(*v) for v in (
    (17, 7), (5, 13), (31, 19), (43, 11), (8, 11), (67, 23), (-11, 7), (-5, 17), (-47, 13), (1, 29),
    (13, 2)))  # fmt: skip
WHOLE_VALUES = tuple(Fraction(v) for v in (3, 2, 5, 4, 1, 7, 6, -2, -3, 8, 10))
MOST_ASSIGNMENTS = 3


def assignments(letters: Sequence[Any], tests: Sequence[Any], bench: Bench, most: int = 0) -> tuple[Point, ...]:
    """Values for the letters that satisfy the conditions on them, at most ``most`` sets of them (a few, if 0)."""
    if not letters:
        return ({},)
    return tuple(islice(_satisfying(letters, tests, bench), most or MOST_ASSIGNMENTS))


def _satisfying(letters: Sequence[Any], tests: Sequence[Any], bench: Bench) -> Iterator[Point]:
    names = set(letters)
    mine = [bench.compiler.test(c) for c in tests if c.free_symbols and c.free_symbols <= names]
    n = len(VALUES)
    for turn in (0, 7, 3, *range(1, 3 * n)):
        point: Point = {}
        for i, x in enumerate(letters):
            values = WHOLE_VALUES if x.is_integer else VALUES
            point[x] = values[(turn + i * (1 + turn // n) + i) % n]
        numbers = bench.numbers[-1]
        numbers.at(128)
        try:
            if all(t(place_at(numbers, point)) for t in mine):
                yield point
        except EVALUATION_FAILURES:
            continue


def wandering(count: int) -> Iterator[Fraction]:
    """Points spread over several windows, for domains that the pieces did not show."""
    turn = Fraction(610, 987)
    at = Fraction(0)
    for k in range(count):
        at = (at + turn) % 1
        yield (at - Fraction(1, 2)) * (4, 30, 200)[k % 3] + Fraction(1, 991)


def has_kinks(expr: Any) -> bool:
    return bool(expr.has(*KINKED))


__all__ = ["Cut", "Point", "Symbol", "assignments", "borders", "cuts", "samples", "wandering"]
