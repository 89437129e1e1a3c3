"""Functions given by cases: each piece inside its own interval, and the joins one by one.

At a join b the derivative exists if the function is continuous there and the slopes of the two pieces agree; otherwise
b is left out.  The slopes are those of the pieces' derivatives at b, which are continuous there (Spivak, Calculus 4e,
ch. 11, theorem 7).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from sympy import Abs, Expr, Heaviside, Max, Min, Piecewise, Poly, Rational, Symbol, ceiling, floor, oo, sign
from sympy.core.relational import Gt, Lt, Ne, Relational
from sympy.logic.boolalg import Boolean, true

from ...derivation import AnyRule, Assume, Bindings, Derive, Rule, Say, first
from ...problems import Differentiate
from ...problems.domain import domain_of
from ...problems.signs import contradicts
from ...written import Cases, Phrase, Relation, Written, write

JUMPING = (floor, ceiling, sign, Heaviside, Abs, Max, Min, Piecewise)


@dataclass(frozen=True)
class Stretch:
    """An open interval on which one piece holds."""

    lower: Expr
    upper: Expr
    piece: Expr


def boundaries(condition: Boolean, x: Symbol) -> list[Expr] | None:
    """The points where a condition on x may change its truth, in no order; ``None`` where they cannot be read off."""
    found: list[Expr] = []
    for atom in sorted(condition.atoms(Relational), key=lambda c: c.sort_key()):
        difference = atom.lhs - atom.rhs
        if not difference.has(x):
            return None
        if not difference.is_polynomial(x):
            return None
        poly = Poly(difference, x)
        if poly.degree() == 1:
            slope, constant = poly.all_coeffs()
            if not slope.is_number:
                return None
            found.append(-constant / slope)
        elif poly.domain.is_ZZ or poly.domain.is_QQ:
            found += [r for r in poly.real_roots() if not r.has(Poly)]
        else:
            return None
    return found


def stretches(f: Piecewise, x: Symbol) -> list[Stretch] | None:
    """The line cut at every boundary, from left to right; ``None`` where the boundaries cannot be ordered."""
    points: list[Expr] = []
    for _, condition in f.args:
        found = [] if condition == true else boundaries(condition, x)
        if found is None:
            return None
        points += [p for p in found if p not in points]
    if len(points) > 1 and not all(p.is_number for p in points):
        return None
    ends = [-oo, *sorted(points), oo]
    found_stretches: list[Stretch] = []
    for low, high in pairwise(ends):
        piece = piece_at(f, x, _between(low, high))
        if piece is None:
            continue
        last = found_stretches[-1] if found_stretches else None
        if last is not None and last.upper == low and last.piece == piece and piece_at(f, x, low) == piece:
            found_stretches[-1] = Stretch(last.lower, high, piece)
        else:
            found_stretches.append(Stretch(low, high, piece))
    return found_stretches


def _between(low: Expr, high: Expr) -> Expr:
    if low == -oo:
        return Rational(0) if high == oo else high - 1
    return low + 1 if high == oo else (low + high) / 2


def piece_at(f: Piecewise, x: Symbol, point: Expr) -> Expr | None:
    """The piece that holds at ``point``; ``None`` where the function is not defined."""
    for piece, condition in f.args:
        if condition.xreplace({x: point}) == true:
            return piece
    return None


def interval(x: Symbol, low: Expr, high: Expr, closed_low: bool, closed_high: bool) -> Written:
    """low < x ≤ high as written, with one side only where the other is infinite."""
    if low == -oo and high == oo:
        return write(true)
    left, right = ("≤" if closed_low else "<"), ("≤" if closed_high else "<")
    if low == -oo:
        return Relation((right,), (write(x), write(high)))
    if high == oo:
        return Relation(("≥" if closed_low else ">",), (write(x), write(low)))
    return Relation((left, right), (write(low), write(x), write(high)))


class PieceByPiece(Rule[Differentiate]):
    """Differentiate each piece inside its interval; look at every join by itself."""

    solves = Differentiate
    title = "Piece by piece"
    statement = r"f'(x) = f_i'(x) \text{ inside the } i\text{-th interval}"
    reference = "Spivak, Calculus 4e, ch. 9 and ch. 11, theorem 7"
    because = (
        "Inside an interval only one formula counts. At a join the derivative exists only if the values meet and the "
        "slopes from both sides agree."
    )
    hint = "Differentiate each piece; then compare values and slopes where two pieces meet."
    examples = ("d/dx {x^2, x < 0; x^3, x >= 0} -> {2x, x < 0; 3x^2, x >= 0}",)
    counterexamples = ("d/dx |x|",)
    known_as = ("cases", "case by case", "piecewise")

    def match(self, problem: Differentiate) -> Iterable[Bindings]:
        """Cases whose borders can be read off and put in order."""
        f, x = problem.expr, problem.variable
        if isinstance(f, Piecewise) and f.has(x) and stretches(f, x):
            yield {"f": f, "x": x}

    def derive(self, problem: Differentiate, f: Piecewise, x: Symbol) -> Derive:
        """The derivatives of the pieces, told first; the joins, each with its verdict; the cases."""
        # A formula that is nowhere real on its interval defines nothing there.
        cut = tuple(s for s in stretches(f, x) or () if _is_real(s.piece, x, s.lower, s.upper))
        if not cut:
            return None
        slopes: list[Expr] = []
        for s in cut:
            slopes.append((yield first(Differentiate(s.piece, x, problem.partial))))
        smooth: list[bool] = []
        for i in range(len(cut) - 1):
            left, right = cut[i], cut[i + 1]
            if left.upper != right.lower:
                smooth.append(False)
                continue
            join = Join(f, x, left.upper, left.piece, right.piece, slopes[i], slopes[i + 1])
            yield Say(join.verdict(), "")
            smooth.append(join.is_smooth())
            if not smooth[-1]:
                yield Assume(Ne(x, left.upper))
        pieces = []
        for i, s in enumerate(cut):
            # A smooth join belongs to the piece on its right.
            closed = i > 0 and smooth[i - 1]
            pieces.append((write(slopes[i]), interval(x, s.lower, s.upper, closed, False)))
        return pieces[0][0] if len(pieces) == 1 and cut[0].lower == -oo and cut[0].upper == oo else Cases(tuple(pieces))


def _is_real(piece: Expr, x: Symbol, lower: Expr, upper: Expr) -> bool:
    """Whether nothing that the formula needs is false all over its interval."""
    inside = tuple(c for c, bound in ((Gt(x, lower), lower), (Lt(x, upper), upper)) if bound.is_finite)
    return not any(contradicts(c, inside) for c in domain_of(piece))


@dataclass(frozen=True)
class Join:
    """The place where two pieces meet, with the slope functions on both sides."""

    f: Piecewise
    x: Symbol
    at: Expr
    left: Expr
    right: Expr
    left_slope: Expr
    right_slope: Expr

    def values(self) -> tuple[Any, Any, Any]:
        """From the left, at the join, from the right; ``None`` where that cannot be said by putting the point in."""
        here = piece_at(self.f, self.x, self.at)
        return self._value(self.left), None if here is None else self._value(here), self._value(self.right)

    def slopes(self) -> tuple[Any, Any]:
        """The slopes on both sides; ``None`` as for values."""
        return self._value(self.left_slope), self._value(self.right_slope)

    def _value(self, e: Expr) -> Expr | None:
        if e.has(*JUMPING):
            return None
        value = e.xreplace({self.x: self.at})
        return value if value.is_finite and value.is_real else None

    def is_continuous(self) -> bool:
        """Whether all three values are known and equal."""
        return _all_equal(self.values())

    def is_smooth(self) -> bool:
        """Whether there is a derivative at the join, as far as putting the point in can tell."""
        return self.is_continuous() and _all_equal(self.slopes())

    def verdict(self) -> Phrase:
        """What was found, as a sentence."""
        place = Relation(("=",), (write(self.x), write(self.at)))
        values, slopes = self.values(), self.slopes()
        if None in values or (self.is_continuous() and None in slopes):
            return Phrase(("At ", place, " nothing is claimed: a side has no value or slope there."))
        if not self.is_continuous():
            return Phrase(
                ("At ", place, " the pieces do not meet: ", write(values[0]), " from the left and ", write(values[2]),
                 " from the right, with the value ", write(values[1]), " there. There is no derivative.")
            )  # fmt: skip
        if not self.is_smooth():
            return Phrase(
                ("At ", place, " the pieces meet, but the slopes are ", write(slopes[0]), " from the left and ",
                 write(slopes[1]), " from the right: there is no derivative.")
            )  # fmt: skip
        return Phrase(
            ("At ", place, " the pieces meet in the value ", write(values[1]), ", both with the slope ",
             write(slopes[0]), ": the derivative exists there.")
        )  # fmt: skip


def _all_equal(values: tuple[Any, ...]) -> bool:
    return None not in values and all((values[0] - v).expand() == 0 for v in values[1:])


RULES: tuple[AnyRule, ...] = (PieceByPiece(),)
