"""Tangent lines, and the numbers that are read off them."""

from __future__ import annotations

from collections.abc import Iterable

from sympy import Expr, Symbol, expand, false
from sympy.core.relational import Ge, Gt, Le, Lt
from sympy.logic.boolalg import Boolean

from ...derivation import AnyRule, Bindings, Derive, Phase, Rule, Say, aside, first
from ...problems import (
    Differentiate,
    DifferentiateAt,
    FindLimit,
    Form,
    LinearApproximation,
    NoValue,
    Rewrite,
    TangentLine,
)
from ...problems.derivatives import equated, restated_at
from ...problems.domain import domain_of
from ...problems.signs import follows
from ...written import BackSubstitution, Product, Relation, Sum, Written, carried_out, write


class PointSlopeForm(Rule[TangentLine]):
    """The tangent is the line through the point with the slope of the graph there."""

    solves, phase = TangentLine, Phase.COMMIT
    title = "Point-slope form"
    statement = r"y = f(a) + f'(a)\,(x - a)"
    reference = "Stewart, Calculus 8e, §2.1"
    because = (
        "A line is fixed by a point of it and its slope: here the point of the graph of {f} over {a}, and its slope."
    )
    hint = "You need two numbers: the value of {f} at {a} and the slope of {f} at {a}."
    examples = (
        "tangent line to x^2 at 1 -> y = 2 x - 1",
        "tangent line to y = e^x at x = 0 -> y = x + 1",
        "tangent line to sqrt(x) at 4 -> y = x/4 + 1",
        "tangent line to cos(x) at 0 -> y = 1",
    )
    counterexamples = ("tangent line to |x| at 0", "tangent line to x^(1/3) at 0")

    def match(self, problem: TangentLine) -> Iterable[Bindings]:
        """Any point; where there is no slope the rule gives way."""
        yield {"f": problem.expr, "a": problem.point}

    def derive(self, problem: TangentLine, f: Expr, a: Expr) -> Derive:
        """Value, slope, the line through the point, its terms collected."""
        x, y = problem.variable, problem.ordinate()
        slope = yield first(DifferentiateAt(f, x, a))
        if not isinstance(slope, Expr):
            return None
        height = yield from value_at(f, x, a)
        yield Say(
            Relation(("=",), (write(y) - write(height), _slope_times(slope, x, a))),
            "",
            "through the point, with that slope",
        )
        line = slope * (x - a) + height
        if line != expand(line):
            line = yield first(Rewrite(line, Form.EXPANDED))
        return Relation(("=",), (write(y), write(line)))


class VerticalTangent(Rule[TangentLine]):
    """Where the secants grow steeper without bound, the tangent is vertical."""

    solves, phase = TangentLine, Phase.COMMIT
    title = "Vertical tangent"
    statement = r"\left|\frac{f(a+h)-f(a)}{h}\right| \to \infty \;\Rightarrow\; x = a"
    reference = "Stewart, Calculus 8e, §2.2"
    because = "The graph of {f} has no slope at {a}, yet its secants there may approach a vertical line."
    hint = "What do the slopes of the secants of {f} through the point over {a} do?"
    examples = ("tangent line to x^(1/3) at 0 -> x = 0",)
    counterexamples = ("tangent line to |x| at 0", "tangent line to x^2 at 1")

    def match(self, problem: TangentLine) -> Iterable[Bindings]:
        """A point without a slope."""
        yield {"f": problem.expr, "a": problem.point}

    def derive(self, problem: TangentLine, f: Expr, a: Expr) -> Derive:
        """No slope, and secants that tend to ∞ or to −∞ from both sides."""
        x = problem.variable
        if not isinstance((yield first(DifferentiateAt(f, x, a))), NoValue):
            return None
        height = yield from value_at(f, x, a)
        if not isinstance(height, Expr) or not height.is_finite:
            return None
        steepness = yield first(FindLimit((f - height) / (x - a), x, a))
        if not isinstance(steepness, Expr) or not steepness.is_infinite:
            return None
        return equated(x, a)


class NoTangent(Rule[TangentLine]):
    """Without a derivative and without a vertical direction there is no tangent."""

    solves, phase, effort = TangentLine, Phase.EXPLORE, 1
    title = "No tangent line"
    statement = r"f'(a)\text{ does not exist}\;\Rightarrow\;\text{no tangent with a slope at } a"
    reference = "Stewart, Calculus 8e, §2.2"
    because = "A tangent needs one direction, and {f} has none at {a}."
    hint = "Does {f} have a slope at {a}?"
    examples = ("tangent line to |x| at 0 -> does not exist", "tangent line to 1/x at 0 -> does not exist")
    counterexamples = ("tangent line to x^2 at 1",)

    def match(self, problem: TangentLine) -> Iterable[Bindings]:
        """Any point; the derivative there decides."""
        yield {"f": problem.expr, "a": problem.point}

    def derive(self, problem: TangentLine, f: Expr, a: Expr) -> Derive:
        """The reason why there is no derivative is the reason why there is no tangent."""
        slope = yield first(DifferentiateAt(f, problem.variable, a))
        return NoValue("does not exist", slope.reason) if isinstance(slope, NoValue) else None


class NoTangentToFollow(Rule[LinearApproximation]):
    """Where the graph has no slope there is no linear approximation."""

    solves, phase, effort = LinearApproximation, Phase.EXPLORE, 1
    title = "No tangent to follow"
    statement = r"f'(a)\text{ does not exist}\;\Rightarrow\;\text{no linear approximation at } a"
    reference = "Stewart, Calculus 8e, §3.10"
    because = "A linear approximation follows the tangent, and {f} has no slope at {a}."
    hint = "Does {f} have a slope at {a}?"
    examples = ("linear approximation of |x| at 0 -> does not exist",)
    counterexamples = ("linear approximation of sqrt(x) at 4",)

    def match(self, problem: LinearApproximation) -> Iterable[Bindings]:
        """Any centre; the derivative there decides."""
        yield {"f": problem.expr, "a": problem.center}

    def derive(self, problem: LinearApproximation, f: Expr, a: Expr) -> Derive:
        """The reason why there is no derivative, or that there is nothing to approximate."""
        if any(restated_at(c, {problem.variable: problem.target}) == false for c in domain_of(f)):
            return NoValue("does not exist", "the function is not defined at the point to be approximated")
        slope = yield first(DifferentiateAt(f, problem.variable, a))
        return NoValue("does not exist", slope.reason) if isinstance(slope, NoValue) else None


class ReadOffTheTangent(Rule[LinearApproximation]):
    """Near the point of contact the tangent is the best line to stand in for the graph."""

    solves, phase = LinearApproximation, Phase.COMMIT
    title = "Linear approximation"
    statement = (
        r"f(b) \approx f(a) + f'(a)\,(b - a),\quad"
        r" f'' < 0 \text{ between } a \text{ and } b \;\Rightarrow\; f(b) < f(a) + f'(a)\,(b - a)"
    )
    reference = "Stewart, Calculus 8e, §3.10 and §4.3"
    because = (
        "{f} and its slope are easy to find at {a}, and {b} is close to it: follow the tangent instead of the graph."
    )
    hint = "Find {f} and its slope at {a}, and walk along the tangent from {a} to {b}."
    known_as = ("linearisation", "linearization", "differentials", "linear approximation")
    examples = (
        "linear approximation of sqrt(x) at 4 -> 1 + x/4",
        "linear approximation of sin(x) at 0 -> x",
        "approximate sqrt(4.1) by linear approximation at 4 -> 81/40",
    )
    counterexamples = ("linear approximation of |x| at 0",)

    def match(self, problem: LinearApproximation) -> Iterable[Bindings]:
        """A centre where there is a slope."""
        yield {"f": problem.expr, "a": problem.center, "b": problem.target}

    def derive(self, problem: LinearApproximation, f: Expr, a: Expr, b: Expr) -> Derive:
        """Value and slope at the centre, for two numbers the side of the error, then the tangent at the target."""
        x = problem.variable
        if any(restated_at(c, {x: b}) == false for c in domain_of(f)):
            return None
        slope = yield first(DifferentiateAt(f, x, a))
        if not isinstance(slope, Expr):
            return None
        height = yield from value_at(f, x, a)
        if a.is_number and b.is_number and (b - a).is_nonzero:
            yield from _side_of_the_error(f, x, a, b)
        return Sum((write(height), _slope_times(slope, b, a)))


def _side_of_the_error(f: Expr, x: Symbol, a: Expr, b: Expr) -> Derive:
    """Says whether the tangent comes out too large or too small, where the second derivative keeps its sign."""
    between = (Ge(x, min(a, b)), Le(x, max(a, b)))
    if not all(follows(c, between) for c in domain_of(f)):
        return None
    where = (*between, *domain_of(f))
    slope = yield aside(Differentiate(f, x, tidied=True, given=where))
    bend = yield aside(Differentiate(slope, x, tidied=True, given=where))
    sign = _sign_of(bend, where)
    if sign is not None:
        up = sign == ">"
        yield Say(
            Relation((sign,), (write(bend), write(0))),
            "",
            f"between the two, so the graph bends {'up' if up else 'down'}, away from the tangent: "
            f"the approximation is too {'small' if up else 'large'}",
        )
    return None


def value_at(f: Expr, x: Symbol, a: Expr) -> Derive:
    """The value of ``f`` at ``a``, written out as a line of its own; returned as an expression."""
    placed = carried_out(BackSubstitution(write(f), write(x), write(a)))
    value = placed.value()
    sides = (
        (placed, write(value)) if placed != write(value) else (BackSubstitution(write(f), write(x), write(a)), placed)
    )
    yield Say(Relation(("=",), sides), "", "the value there")
    return value


def _slope_times(slope: Expr, b: Expr, a: Expr) -> Written:
    """slope · (b − a), the difference as written where it is of numbers."""
    step = write(b) if a == 0 else Sum((write(b), -write(a))) if b.is_number else write(b - a)
    return step if slope == 1 else Product((write(slope), step))


def _sign_of(bend: Expr, where: tuple[Boolean, ...]) -> str | None:
    """ ">" where the graph bends up everywhere and so lies above the tangent, "<" where it lies below."""
    for sign, condition in ((">", Gt(bend, 0)), ("<", Lt(bend, 0))):
        if follows(condition, where):
            return sign
    return None


RULES: tuple[AnyRule, ...] = (
    PointSlopeForm(),
    VerticalTangent(),
    NoTangent(),
    ReadOffTheTangent(),
    NoTangentToFollow(),
)
