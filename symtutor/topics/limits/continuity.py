"""Limits by continuity.

A function is continuous at a point when its limit there is its value.  Sums, products, quotients (bottom not zero)
and compositions of continuous functions are continuous, and all elementary functions are continuous on their domains:
so most limits are found by putting the point in.  The work begins where that gives 0/0, or divides by zero.
"""

from __future__ import annotations

from collections.abc import Iterable

from sympy import Expr, I, false, nan, zoo

from ...derivation import Assume, Bindings, Derive, Level, Phase, Rule
from ...problems import FindLimit, NoValue
from ...problems.domain import domain_of
from ...problems.nearby import continuous_at, holds_near, value_at
from ...written import Leaf, free_symbols, substituted
from .reading import at_infinity
from .sides import plain_on


class LimitOfConstant(Rule[FindLimit]):
    """What does not contain the variable does not change on the way."""

    solves, phase = FindLimit, Phase.TABLE
    title = "Limit of a constant"
    statement = r"\lim_{x\to a} c = c"
    reference = "Stewart, Calculus 8e, §1.6, limit law 7"
    because = "{c} does not contain {x}, so it stays what it is while {x} moves."
    hint = "Does {x} occur in it at all?"
    block_from = Level.FULL
    examples = ("lim x->2 5 -> 5",)
    counterexamples = ("lim x->2 x",)

    def match(self, problem: FindLimit) -> Iterable[Bindings]:
        """Once, where the variable does not occur."""
        if not problem.expr.has(problem.variable):
            yield {"c": problem.expr, "x": problem.variable}

    def derive(self, problem: FindLimit, c: Expr, x: Expr) -> Derive:
        """The constant itself."""
        return c
        yield


class DirectSubstitution(Rule[FindLimit]):
    """A continuous function tends to its value: put the point in."""

    solves = FindLimit
    title = "Direct substitution, by continuity"
    statement = r"\lim_{x\to a} f(x) = f(a) \quad\text{if } f \text{ is continuous at } a"
    reference = "Stewart, Calculus 8e, §1.8, theorems 4 to 9"
    because = (
        "{f} is built from functions that are continuous at {x} = {a}, and nothing there divides by zero, "
        "so the limit is the value."
    )
    block_from = Level.STANDARD
    hint = "Put {x} = {a} in. Is everything defined there?"
    known_as = ("continuity", "substitution", "plugging in")
    examples = ("lim x->2 x^2 + 3x -> 10", "lim x->0 cos(x) -> 1", "lim x->0 sqrt(x) -> 0")
    counterexamples = ("lim x->2 (x^2-4)/(x-2)", "lim x->0 1/x", "lim x->0 |x|/x")

    def match(self, problem: FindLimit) -> Iterable[Bindings]:
        """Once, where continuity at the point can be read off."""
        if at_infinity(problem) or value_at(problem.expr, problem.variable, problem.point) is None:
            return
        if continuous_at(problem.expr, problem.variable, problem.point, problem.side) is not None:
            yield {"f": problem.expr, "x": problem.variable, "a": problem.point}

    def derive(self, problem: FindLimit, f: Expr, x: Expr, a: Expr) -> Derive:
        """The value, written out before it is worked out."""
        for condition in continuous_at(f, x, a, problem.side) or ():
            yield Assume(condition)
        put_in = substituted(Leaf(f), Leaf(x), Leaf(a))
        return value_at(f, x, a) if x in free_symbols(put_in) else put_in


class DomainSide(Rule[FindLimit]):
    """Where a function lives on one side of the point only, that side is the limit."""

    solves = FindLimit
    rewrites = True
    title = "Only one side is in the domain"
    statement = r"\lim_{x\to a} f(x) = \lim_{x\to a^{+}} f(x) \quad\text{if } f \text{ is defined only for } x > a"
    reference = "Rudin, Principles of Mathematical Analysis 3e, definition 4.1: points of the domain only"
    because = "{f} is a real number on one side of {x} = {a} only, so only that side counts."
    hint = "For which {x} near {a} is {f} a real number?"
    examples = ("lim x->0 sqrt(x)/(1 + sqrt(x)) -> 0",)
    counterexamples = ("lim x->0 1/x", "lim x->4 sqrt(x)")

    def match(self, problem: FindLimit) -> Iterable[Bindings]:
        """Once, where every condition of the domain is decided on both sides, and one side fails."""
        if problem.side or at_infinity(problem):
            return
        right, left = (_defined_on(problem, side) for side in "+-")
        if {right, left} == {True, False}:
            yield {"f": problem.expr, "x": problem.variable, "a": problem.point}

    def derive(self, problem: FindLimit, f: Expr, x: Expr, a: Expr) -> Derive:
        """The one-sided limit."""
        side = "+" if _defined_on(problem, "+") else "-"
        return (yield FindLimit(f, x, a, side))


class UndefinedNearby(Rule[FindLimit]):
    """No limit where there are no values."""

    solves = FindLimit
    title = "Not defined on the way"
    statement = r"\lim_{x\to a} f(x) \text{ asks for values of } f \text{ near } a"
    reference = "Rudin, Principles of Mathematical Analysis 3e, definition 4.1"
    because = "{f} is not a real number for any {x} close to {a} on the side asked for, so nothing approaches a limit."
    hint = "Try a value of {x} close to {a}: is {f} defined there?"
    examples = ("lim x->0- sqrt(x) -> does not exist", "lim x->0 ln(-x^2) -> does not exist")
    counterexamples = ("lim x->0+ sqrt(x)",)

    def match(self, problem: FindLimit) -> Iterable[Bindings]:
        """Once, where the domain fails on every side asked for."""
        if at_infinity(problem):
            return
        if all(_defined_on(problem, side) is False for side in problem.side or "+-"):
            yield {"f": problem.expr, "x": problem.variable, "a": problem.point}

    def derive(self, problem: FindLimit, f: Expr, x: Expr, a: Expr) -> Derive:
        """No value."""
        where = {"+": "to the right of the point", "-": "to the left of the point", "": "near the point"}
        return NoValue("does not exist", f"the function is not defined {where[problem.side]}")
        yield


def _defined_on(problem: FindLimit, side: str) -> bool | None:
    """Whether the expression is defined at all points close by on one side; ``None`` where that is not known."""
    plain = plain_on(problem, side)
    if plain.has(zoo, nan, I):
        return False  # as 1/max(0, x) or ln(sign x) for x < 0
    # What SymPy evaluates away with a formula, as √x in 0·√x, still restricts the domain.
    if any(h is False for h in _held(problem, problem.expr, side)):
        return False
    held = _held(problem, plain, side)
    if any(h is False for h in held):
        return False
    return None if any(h is None for h in held) else True


def _held(problem: FindLimit, expr: Expr, side: str) -> list[bool | None]:
    """Whether each condition of the domain of ``expr`` holds close by on ``side``."""
    conditions = [c for c in domain_of(expr) if c == false or c.has(problem.variable)]
    return [holds_near(c, problem.variable, problem.point, side, problem.given) for c in conditions]


RULES = (LimitOfConstant(), UndefinedNearby(), DomainSide(), DirectSubstitution())
