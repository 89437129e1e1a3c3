"""One side at a time.

|x|, max, min, sign, floor and functions given by cases are, on each side of a break, one plain formula.  So a limit
at a break is two limits, from the right and from the left; it exists exactly when the two agree.
"""

from __future__ import annotations

from collections.abc import Iterable

from sympy import (
    Abs,
    Add,
    Basic,
    Expr,
    Heaviside,
    Integer,
    Max,
    Min,
    Mul,
    Ne,
    Piecewise,
    Pow,
    Rational,
    ceiling,
    floor,
    oo,
    ordered,
    sign,
    true,
)

from ...derivation import Bindings, Derive, Rule, first
from ...problems import FindLimit, NoValue
from ...problems.nearby import holds_near, sign_near, value_at, vanishes
from ...problems.problem import fresh_letter
from ...problems.signs import follows
from .reading import again, at_infinity, tends_to_zero, top_and_bottom

BROKEN = (Abs, sign, Heaviside, Max, Min, floor, ceiling, Piecewise)


def formula_on(problem: FindLimit, e: Expr, side: str) -> Expr | None:
    """The plain formula that ``e`` (|u|, a function by cases, …) agrees with close by on ``side``."""
    x, p, given = problem.variable, problem.point, problem.given
    if isinstance(e, Piecewise):
        for piece, condition in e.args:
            held = holds_near(condition, x, p, side, given)
            if held is None:
                return None
            if held:
                return piece
        return None
    if isinstance(e, (Max, Min)):
        return _extreme(problem, e, side)
    if isinstance(e, (floor, ceiling)):
        return _whole_part(problem, e, side)
    s = sign_near(e.args[0], x, p, side, given)
    if s is None:
        return None
    if isinstance(e, Abs):
        return s * e.args[0]
    if isinstance(e, sign):
        return Integer(s)
    return None if s == 0 else Integer((1 + s) // 2)


def _extreme(problem: FindLimit, e: Expr, side: str) -> Expr | None:
    winner = e.args[0]
    for rival in e.args[1:]:
        s = sign_near(rival - winner, problem.variable, problem.point, side, problem.given)
        if s is None:
            return None
        if (s > 0) is isinstance(e, Max) and s != 0:
            winner = rival
    return winner


def _whole_part(problem: FindLimit, e: Expr, side: str) -> Expr | None:
    value = value_at(e.args[0], problem.variable, problem.point)
    if value is None or not value.is_Integer:
        return None
    s = sign_near(e.args[0] - value, problem.variable, problem.point, side, problem.given)
    if s is None:
        return None
    if isinstance(e, floor):
        return value if s >= 0 else value - 1
    return value if s <= 0 else value + 1


def broken_parts(problem: FindLimit) -> tuple[Expr, ...]:
    """The parts given by cases that contain the variable, innermost first."""
    parts = [a for a in problem.expr.atoms(*BROKEN) if a.has(problem.variable)]
    return tuple(sorted(ordered(parts), key=lambda a: a.count_ops()))


def plain_on(problem: FindLimit, side: str) -> Expr:
    """The expression with the formulas that hold on ``side`` in the place of |u|, max and the like."""
    formulas = {part: formula_on(problem, part, side) for part in broken_parts(problem)}
    return problem.expr.xreplace({part: f for part, f in formulas.items() if f is not None})


class FormulaOnThisSide(Rule[FindLimit]):
    """Close to the point, and on one side of it, |u| is u or −u."""

    solves = FindLimit
    rewrites = True
    title = "The formula on this side"
    statement = r"\lvert u\rvert = u \text{ where } u > 0,\quad \lvert u\rvert = -u \text{ where } u < 0"
    reference = "Stewart, Calculus 8e, §1.3 (piecewise functions) and §1.6, example 8"
    because = "On this way to {x} = {a}, and close to it, {part} is simply {plain}."
    hint = "Which formula does {part} follow close to {x} = {a}?"
    examples = ("lim x->0+ |x|/x -> 1", "lim x->0- |x|/x -> -1", "lim h->0 (|1+h| - 1)/h -> 1")
    counterexamples = ("lim x->0 sin(x)/x",)

    def match(self, problem: FindLimit) -> Iterable[Bindings]:
        """Once, for the first part that follows one formula."""
        for part in broken_parts(problem):
            plain = formula_on(problem, part, problem.side)
            if plain is not None and not (isinstance(plain, BROKEN) and plain == part):
                yield {"part": part, "plain": plain, "x": problem.variable, "a": problem.point}
                return

    def derive(self, problem: FindLimit, part: Expr, plain: Expr, x: Expr, a: Expr) -> Derive:
        """The limit of the formula."""
        return (yield again(problem, problem.expr.xreplace({part: plain})))


class CompareBothSides(Rule[FindLimit]):
    """A limit exists exactly when the limits from the two sides agree."""

    solves = FindLimit
    title = "Compare the two sides"
    statement = r"\lim_{x\to a} f(x) = L \iff \lim_{x\to a^{-}} f(x) = L = \lim_{x\to a^{+}} f(x)"
    reference = "Stewart, Calculus 8e, §1.6, theorem 1"
    because = "{part} behaves differently on the two sides of {x} = {a}, so each side is looked at by itself."
    hint = "What happens for {x} a little more than {a}, and for {x} a little less?"
    known_as = ("one-sided limits", "both sides", "left and right limits")
    examples = ("lim x->0 |x|/x -> does not exist", "lim x->0 |x| -> 0", "lim x->0 1/x -> does not exist")
    counterexamples = ("lim x->0 sin(x)/x", "lim x->0+ |x|/x")

    def match(self, problem: FindLimit) -> Iterable[Bindings]:
        """Once, where a part changes its formula at the point, or the bottom its sign."""
        if problem.side or at_infinity(problem):
            return
        place = {"x": problem.variable, "a": problem.point}
        for part in broken_parts(problem):
            if formula_on(problem, part, "") is None:
                if all(formula_on(problem, part, side) is not None for side in "+-"):
                    yield {"part": part, **place}
                    return
        top, bottom = top_and_bottom(problem.expr)
        if tends_to_zero(problem, bottom) and not tends_to_zero(problem, top):
            signs = {_sign(problem, bottom, side) for side in "+-"}
            if signs == {1, -1}:
                yield {"part": problem.expr, **place}

    def derive(self, problem: FindLimit, part: Expr, x: Expr, a: Expr) -> Derive:
        """Both sides first, then the comparison."""
        right = yield first(FindLimit(problem.expr, x, a, "+"))
        left = yield first(FindLimit(problem.expr, x, a, "-"))
        if isinstance(right, NoValue) or isinstance(left, NoValue):
            side = "right" if isinstance(right, NoValue) else "left"
            return NoValue("does not exist", f"there is no limit from the {side}")
        if not (isinstance(right, Expr) and isinstance(left, Expr)):
            return None
        if right == left or (right.is_finite is not False and left.is_finite is not False and vanishes(right - left)):
            return right
        if _differ(problem, right, left):
            return NoValue("does not exist", f"{_plain(right)} from the right, {_plain(left)} from the left")
        return None


def _sign(problem: FindLimit, e: Expr, side: str) -> int | None:
    return sign_near(e, problem.variable, problem.point, side, problem.given)


def _differ(problem: FindLimit, a: Expr, b: Expr) -> bool:
    if a in (oo, -oo) or b in (oo, -oo):
        return a != b and all(e in (oo, -oo) or e.is_finite is True or e.is_number for e in (a, b))
    return Ne(a, b) == true or follows(Ne(a - b, 0), problem.given)


def _plain(value: Basic) -> str:
    return {oo: "∞", -oo: "−∞"}.get(value, str(value).replace("-", "−"))


class FromTheLeftAsFromTheRight(Rule[FindLimit]):
    """x → a from the left is a − t with t → 0 from the right."""

    solves = FindLimit
    rewrites = True
    title = "Turn left into right"
    statement = r"\lim_{x\to a^{-}} f(x) = \lim_{t\to 0^{+}} f(a - t)"
    reference = "Spivak, Calculus 4e, chapter 5, exercise 32"
    because = "Under the root stands a negative multiple of the distance; with {x} = {a} − {t} and {t} > 0 it is plain."
    hint = "Write {x} as {a} less a small positive {t}."
    examples = ("lim x->0- sqrt(-x)/x -> -oo",)
    counterexamples = ("lim x->0+ sqrt(x)/x", "lim x->0- 1/x")

    def match(self, problem: FindLimit) -> Iterable[Bindings]:
        """Once, from the left, where an even root of something that falls to zero occurs."""
        if problem.side != "-" or at_infinity(problem):
            return
        roots = [b for b in problem.expr.atoms(Pow) if isinstance(b.exp, Rational) and b.exp.q % 2 == 0]
        if any(tends_to_zero(problem, b.base) for b in roots if isinstance(b.base, (Add, Mul))):
            t = fresh_letter(problem, prefer="t")
            yield {"x": problem.variable, "a": problem.point, "t": t}

    def derive(self, problem: FindLimit, x: Expr, a: Expr, t: Expr) -> Derive:
        """The mirrored limit."""
        return (yield FindLimit(problem.expr.xreplace({x: a - t}), t, Integer(0), "+"))


EARLY = (FormulaOnThisSide(), CompareBothSides())
LATE = (FromTheLeftAsFromTheRight(),)
