"""Whether there is a derivative at a point: continuity first, then the slopes from both sides.

A function has a derivative at a point exactly when the slopes of its secants from the right and from the left tend to
the same number.  A jump, a corner, a vertical tangent and an end of the domain each break that in their own way.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable
from typing import Any

from sympy import Expr, Integer, Ne, Symbol, oo, true
from sympy.logic.boolalg import false

from ...derivation import AnyRule, Assume, Bindings, Derive, Rule, Say, aside, first
from ...problems import Differentiate, FindLimit, IsDifferentiable, NoValue, YesNo, fresh_letter
from ...problems.domain import domain_of
from ...problems.nearby import continuous_at, holds_near, smooth_at, value_at, vanishes
from ...written import Leaf, Sum, substituted
from .definition import difference_quotient, limit_in


class NotDefinedAtPoint(Rule[IsDifferentiable]):
    """No derivative where there is no value."""

    solves = IsDifferentiable
    title = "Not defined at the point"
    statement = r"f'(a) \text{ exists} \implies f(a) \text{ exists}"
    reference = "Stewart, Calculus 8e, §2.1, definition 4"
    because = "The secants would have to start at {x} = {a}, and {f} has no value there."
    hint = "Is {f} defined at {x} = {a}?"
    examples = ("is 1/x differentiable at 0? -> no", "is ln(x) differentiable at -1? -> no")
    counterexamples = ("is x^2 differentiable at 0?", "is |x| differentiable at 0?")

    def match(self, problem: IsDifferentiable) -> Iterable[Bindings]:
        """Once, where the expression has no real value at the point."""
        if _value(problem) is None and not problem.point.free_symbols:
            yield _place(problem)

    def derive(self, problem: IsDifferentiable, f: Expr, x: Symbol, a: Expr) -> Derive:
        """No."""
        return YesNo(False, "the function has no value at this point, so no secant starts there")
        yield


class EndOfDomain(Rule[IsDifferentiable]):
    """Secants need room on both sides."""

    solves = IsDifferentiable
    title = "At the end of the domain"
    statement = r"f'(a) \text{ needs } f \text{ on both sides of } a"
    reference = "Stewart, Calculus 8e, §2.2: differentiable on open intervals"
    because = (
        "{f} is defined on one side of {x} = {a} only, so the limit of the secants has no second side to agree with."
    )
    hint = "On which sides of {x} = {a} is {f} defined?"
    examples = ("is sqrt(x) differentiable at 0? -> no", "is x^(3/2) differentiable at 0? -> no")
    counterexamples = ("is sqrt(x) differentiable at 1?", "is x^(1/3) differentiable at 0?")

    def match(self, problem: IsDifferentiable) -> Iterable[Bindings]:
        """Once, where the domain fails on a side."""
        if any(_defined_on(problem, side) is False for side in "+-"):
            yield _place(problem)

    def derive(self, problem: IsDifferentiable, f: Expr, x: Symbol, a: Expr) -> Derive:
        """No, since a second side is missing."""
        inside = [side for side in "+-" if _defined_on(problem, side) is True]
        where = {"+": "to the right of this point only", "-": "to the left of this point only"}
        return YesNo(False, f"the function is defined {where[inside[0]] if inside else 'at this point alone'}")
        yield


class JumpAtPoint(Rule[IsDifferentiable]):
    """What is differentiable is continuous: a jump has no slope."""

    solves = IsDifferentiable
    title = "Not continuous, so not differentiable"
    statement = r"f'(a) \text{ exists} \implies f \text{ is continuous at } a"
    reference = "Stewart, Calculus 8e, §2.2, theorem 4"
    because = (
        "Continuity comes first: a secant over a jump gets steeper without bound. "
        "At {x} = {a} the function {f} does not tend to its value from both sides."
    )
    hint = "Compare the value of {f} at {x} = {a} with its limits from both sides."
    examples = ("is sign(x) differentiable at 0? -> no", "is floor(x) differentiable at 2? -> no")
    counterexamples = ("is |x| differentiable at 0?",)

    def match(self, problem: IsDifferentiable) -> Iterable[Bindings]:
        """Once, where continuity cannot be read off."""
        if _value(problem) is not None and continuous_at(problem.expr, problem.variable, problem.point) is None:
            yield _place(problem)

    def derive(self, problem: IsDifferentiable, f: Expr, x: Symbol, a: Expr) -> Derive:
        """No, where a one-sided limit differs from the value."""
        value = _value(problem)
        assert value is not None
        right = yield aside(FindLimit(f, x, a, "+"))
        left = yield aside(FindLimit(f, x, a, "-"))
        for limit, side in ((right, "right"), (left, "left")):
            if isinstance(limit, NoValue):
                return YesNo(False, f"the function is not continuous there: it has no limit from the {side}")
            if limit in (oo, -oo) or Ne(limit, value) == true:
                tends = f"it tends to {_plain(limit)} from the {side}, and its value is {_plain(value)}"
                return YesNo(False, f"the function is not continuous there: {tends}", (limit, value))
        return None


class SmoothByTheRules(Rule[IsDifferentiable]):
    """Built from differentiable functions, away from their exceptional points."""

    solves = IsDifferentiable
    title = "Differentiable by the rules"
    statement = r"f, g \text{ differentiable} \implies f + g,\ f g,\ f/g\ (g \ne 0),\ f \circ g \text{ differentiable}"
    reference = "Stewart, Calculus 8e, §2.3 to §2.5"
    because = (
        "{f} is built from functions that have a derivative at {x} = {a}, and sums, products, quotients "
        "and compositions "
        "keep that; there is no corner, root or break at this point to look into."
    )
    hint = "Is there anything in {f} that has a corner, a root or a break exactly at {x} = {a}?"
    examples = ("is sin(x) differentiable at 0? -> yes", "is |x| differentiable at 2? -> yes")
    counterexamples = ("is |x| differentiable at 0?", "is x^(1/3) differentiable at 0?")

    def match(self, problem: IsDifferentiable) -> Iterable[Bindings]:
        """Once, where smoothness at the point can be read off."""
        if _value(problem) is not None and smooth_at(problem.expr, problem.variable, problem.point) is not None:
            yield _place(problem)

    def derive(self, problem: IsDifferentiable, f: Expr, x: Symbol, a: Expr) -> Derive:
        """Yes, with the slope that the rules give."""
        for condition in smooth_at(f, x, a) or ():
            yield Assume(condition)
        slope = yield aside(Differentiate(f, x))
        value = value_at(slope, x, a) if isinstance(slope, Expr) else None
        if value is None:
            return None
        return YesNo(True, "it is built from functions that are differentiable there", (value,))


class CompareSlopes(Rule[IsDifferentiable]):
    """The slopes of the secants from the right and from the left decide."""

    solves = IsDifferentiable
    title = "Compare the one-sided slopes"
    statement = (
        r"f'(a) \text{ exists} \iff \lim_{h\to 0^{-}} \frac{f(a+h)-f(a)}{h} = \lim_{h\to 0^{+}} \frac{f(a+h)-f(a)}{h}"
    )
    reference = "Stewart, Calculus 8e, §2.2, figure 7: corner, discontinuity, vertical tangent"
    because = (
        "The rules of differentiation are silent about {f} at {x} = {a}, and their silence proves nothing: "
        "only the secants from both sides can tell."
    )
    hint = "Find the slope of the secants at {x} = {a} from the right, then from the left."
    known_as = ("one-sided slopes", "the definition", "one-sided derivatives")
    examples = (
        "is |x| differentiable at 0? -> no",
        "is max(0,x) differentiable at 0? -> no",
        "is x |x| differentiable at 0? -> yes",
        "is x^(1/3) differentiable at 0? -> no",
    )
    counterexamples = ("is 1/x differentiable at 0?",)

    def match(self, problem: IsDifferentiable) -> Iterable[Bindings]:
        """Once, where the expression has a value at the point."""
        if _value(problem) is not None:
            yield _place(problem)

    def derive(self, problem: IsDifferentiable, f: Expr, x: Symbol, a: Expr) -> Derive:
        """Both slopes, then the comparison."""
        right = yield from _slope(problem, f, x, a, "+")
        left = yield from _slope(problem, f, x, a, "-")
        for slope, side in ((right, "right"), (left, "left")):
            if isinstance(slope, NoValue):
                return YesNo(False, f"the secants from the {side} have slopes without a limit")
        evidence = (left, right)
        if oo in evidence or -oo in evidence:
            shape = "the tangent is vertical" if left == right else "the graph has a cusp, not a tangent with a slope"
            return YesNo(False, f"the secants get steeper without bound: {shape}", evidence)
        if vanishes(right - left):
            return YesNo(True, f"the slopes from both sides agree: {_plain(right)}", evidence)
        if Ne(right, left) == true:
            slopes = f"{_plain(left)} from the left and {_plain(right)} from the right"
            return YesNo(False, f"the slopes differ, {slopes}: there is a corner", evidence)
        return None


def _slope(problem: IsDifferentiable, f: Expr, x: Symbol, a: Expr, side: str) -> Generator[Any, Any, Any]:
    """The limit of the slopes of the secants from one side, asked first."""
    h = fresh_letter(problem, prefer="h")
    value = _value(problem)
    assert value is not None
    shifted = substituted(Leaf(f), Leaf(x), Sum((Leaf(a), Leaf(h))))
    yield Say(limit_in(h, difference_quotient(shifted, substituted(Leaf(f), Leaf(x), Leaf(a)), h), side), "")
    return (yield first(FindLimit((f.xreplace({x: a + h}) - value) / h, h, Integer(0), side)))


def _plain(value: Expr) -> str:
    """A number as a sentence prints it."""
    return {oo: "∞", -oo: "−∞"}.get(value, str(value).replace("-", "−"))


def _place(problem: IsDifferentiable) -> Bindings:
    return {"f": problem.expr, "x": problem.variable, "a": problem.point}


def _value(problem: IsDifferentiable) -> Expr | None:
    return value_at(problem.expr, problem.variable, problem.point)


def _defined_on(problem: IsDifferentiable, side: str) -> bool | None:
    conditions = [c for c in domain_of(problem.expr) if c == false or c.has(problem.variable)]
    held = [holds_near(c, problem.variable, problem.point, side, problem.given) for c in conditions]
    if any(h is False for h in held):
        return False
    return None if any(h is None for h in held) else True


RULES: tuple[AnyRule, ...] = (NotDefinedAtPoint(), EndOfDomain(), JumpAtPoint(), SmoothByTheRules(), CompareSlopes())
