"""The slope of an inverse function at a value: reflect the slope at the preimage."""

from __future__ import annotations

from collections.abc import Iterable

from sympy import Abs, E, Eq, Expr, Rational, Symbol, expand, false, pi
from sympy.core.relational import Ge, Gt, Le, Lt, Ne
from sympy.logic.boolalg import Boolean

from ...derivation import AnyRule, Assume, Bindings, Derive, Phase, Rule, Say, first
from ...problems import DerivativeOfInverse, Differentiate, DifferentiateAt, NoValue, SolutionSet, Solve, fresh_letter
from ...problems.derivatives import restated_at
from ...problems.domain import domain_of
from ...problems.signs import follows
from ...written import Quotient, Relation, substituted, write
from .at_point import inside
from .higher import KINKED

# Preimages that a person would try before solving: small whole numbers, halves and thirds, then multiples of π, and e.
TRIALS: tuple[Expr, ...] = (
    *(Rational(s * p, 1) for p in range(11) for s in (1, -1) if p or s > 0),
    *(Rational(s * p, q) for q in (2, 3) for p in range(1, 7) if p % q for s in (1, -1)),
    *(s * k * pi for k in (Rational(1, 6), Rational(1, 4), Rational(1, 3), Rational(1, 2), 1) for s in (1, -1)),
    E,
)


class SlopeAtThePreimage(Rule[DerivativeOfInverse]):
    """The graph of the inverse is the graph reflected in y = x, so slopes turn into their reciprocals."""

    title = "Derivative of an inverse function"
    solves, phase = DerivativeOfInverse, Phase.COMMIT
    statement = r"\left(f^{-1}\right)'(v) = \frac{1}{f'(a)}\quad\text{where } f(a) = v,\; f'(a) \neq 0"
    reference = "Stewart, Calculus 8e, §6.1"
    because = (
        "{f} only rises or only falls, so it has an inverse. Its formula is not needed: the graph of the inverse is "
        "the mirror image of the graph, so its slope at {v} is the reciprocal of the slope of {f} at the preimage."
    )
    hint = "Which input does {f} send to {v}? The slope you want is the reciprocal of the slope there."
    known_as = ("inverse function rule",)
    examples = (
        "derivative of the inverse of x^3 + x at 2 -> 1/4",
        "derivative of the inverse of x + e^x at 1 -> 1/2",
        "derivative of the inverse of 2 x + cos(x) at 1 -> 1/2",
        "derivative of the inverse of x^2 at 9 (x > 0) -> 1/6",
    )
    counterexamples = ("derivative of the inverse of x^2 at 9", "derivative of the inverse of x^3 at 0")

    def match(self, problem: DerivativeOfInverse) -> Iterable[Bindings]:
        """A function of the variable, and a value without it."""
        if problem.expr.has(problem.variable) and not problem.at_value.has(problem.variable):
            yield {"f": problem.expr, "v": problem.at_value}

    def derive(self, problem: DerivativeOfInverse, f: Expr, v: Expr) -> Derive:
        """Growth in one direction, the preimage, the slope there, its reciprocal."""
        x = problem.variable
        where = tuple(dict.fromkeys((*problem.given, *(inside(c) for c in domain_of(f)))))
        slope = yield first(Differentiate(f, x, tidied=True, given=where))
        direction = growth(slope, x, where)
        if direction is None:
            return None
        rises = direction.signs[0] in (">", "≥")
        yield Say(direction, "", f"the function {'rises' if rises else 'falls'} throughout, so it has an inverse")
        a = inspected(f, x, v, where)
        if a is not None:
            here = Relation(("=",), (substituted(write(f), write(x), write(a)), write(v)))
            yield Say(here, "", "the preimage, found by trying simple values; there is no other")
        else:
            a = _only((yield first(Solve(Eq(f, v, evaluate=False), x, given=where))), x, where)
        if a is None:
            return None
        at_preimage = yield first(DifferentiateAt(f, x, a, given=where))
        if not isinstance(at_preimage, Expr) or at_preimage == 0:
            return None
        yield Assume(Ne(at_preimage, 0))
        return Quotient(write(1), write(at_preimage))


class FindTheInverseFirst(Rule[DerivativeOfInverse]):
    """Where the equation f(x) = u has exactly one solution, that solution is the inverse: differentiate it."""

    title = "Find the inverse, then differentiate it"
    solves, phase, effort = DerivativeOfInverse, Phase.EXPLORE, 1
    statement = r"f(x) = u \;\Leftrightarrow\; x = f^{-1}(u)"
    reference = "Stewart, Calculus 8e, §6.1"
    because = (
        "The equation {equation} can be solved for {x} in exactly one way, and the solution is the inverse function."
    )
    hint = "Solve {equation} for {x}."
    known_as = ("finding the inverse", "solving for x")
    examples = ("derivative of the inverse of 1/x at 2 -> -1/4",)
    counterexamples = ("derivative of the inverse of x^2 at 9",)

    def match(self, problem: DerivativeOfInverse) -> Iterable[Bindings]:
        """A function of the variable, and a value without it."""
        x = problem.variable
        if problem.expr.has(x) and not problem.at_value.has(x):
            u = fresh_letter(problem, x)
            yield {"equation": Eq(problem.expr, u, evaluate=False), "x": x, "u": u}

    def derive(self, problem: DerivativeOfInverse, equation: Eq, x: Symbol, u: Symbol) -> Derive:
        """The one solution, its derivative at the value."""
        found = yield first(Solve(equation, x), (u, problem.at_value))
        if not isinstance(found, SolutionSet) or found.parameters or found.everything or len(found.members) != 1:
            return None
        inverse = found.members[0]
        # A preimage at an end of the domain would leave the inverse one-sided there.
        preimage = inverse.xreplace({u: problem.at_value})
        if any(restated_at(inside(c), {x: preimage}) == false for c in domain_of(problem.expr)):
            return None
        yield Say(Relation(("=",), (write(x), write(inverse))), "", "the inverse function")
        return (yield DifferentiateAt(inverse, u, problem.at_value))


class HorizontalTangentAtThePreimage(Rule[DerivativeOfInverse]):
    """Where the function is level, its inverse is vertical: there is no derivative."""

    title = "Level at the preimage"
    solves, phase = DerivativeOfInverse, Phase.COMMIT
    statement = r"f'(a) = 0,\; f(a) = v \;\Rightarrow\; f^{-1}\text{ has no derivative at } v"
    reference = "Spivak, Calculus 4e, chapter 12, theorem 5"
    because = (
        "If the inverse of {f} had a derivative at {v}, the chain rule would give f′(a) times it equal to 1; but the "
        "slope at the preimage is 0."
    )
    hint = "Which input does {f} send to {v}, and what is the slope there?"
    examples = ("derivative of the inverse of x^3 at 0 -> does not exist",)
    counterexamples = ("derivative of the inverse of x^3 + x at 2",)

    def match(self, problem: DerivativeOfInverse) -> Iterable[Bindings]:
        """A preimage found by trying simple values."""
        where = tuple(dict.fromkeys((*problem.given, *(inside(c) for c in domain_of(problem.expr)))))
        a = inspected(problem.expr, problem.variable, problem.at_value, where)
        if a is not None:
            yield {"f": problem.expr, "v": problem.at_value, "a": a}

    def derive(self, problem: DerivativeOfInverse, f: Expr, v: Expr, a: Expr) -> Derive:
        """The function rises or falls throughout, and its slope at the preimage is 0."""
        x = problem.variable
        where = tuple(dict.fromkeys((*problem.given, *(inside(c) for c in domain_of(f)))))
        slope = yield first(Differentiate(f, x, tidied=True, given=where))
        if growth(slope, x, where) is None:
            return None
        at_preimage = yield first(DifferentiateAt(f, x, a, given=where))
        return NoValue("does not exist", "the slope at the preimage is 0") if at_preimage == 0 else None


def growth(slope: Expr, x: Symbol, where: tuple[Boolean, ...]) -> Relation | None:
    """That ``slope`` keeps one sign where the function is defined, as a line to print; ``None`` where that is not sure.

    A slope with isolated zeros still makes the function strictly monotone, and the slope of a smooth elementary
    function has no others unless it is 0 throughout: it is analytic.  The domain must be one interval, or the sign of
    the slope says nothing about two pieces of it.
    """
    if not all(_cuts_out_an_interval(c, x) for c in where):
        return None
    wanted: list[tuple[str, Boolean]] = [(">", Gt(slope, 0)), ("<", Lt(slope, 0))]
    if slope.has(x) and not slope.has(*KINKED):
        wanted += [("≥", Ge(slope, 0)), ("≤", Le(slope, 0))]
    for sign, condition in wanted:
        if follows(condition, where):
            return Relation((sign,), (write(slope), write(0)))
    return None


def _cuts_out_an_interval(condition: Boolean, x: Symbol) -> bool:
    if not condition.has(x):
        return True
    if not isinstance(condition, (Gt, Ge, Lt, Le)):
        return False
    low, high = condition.lts, condition.gts
    return (x in (low, high) and not (low.has(x) and high.has(x))) or (low == Abs(x) and not high.has(x))


def inspected(f: Expr, x: Symbol, v: Expr, where: tuple[Boolean, ...]) -> Expr | None:
    """The first simple value of the domain that ``f`` sends to ``v``."""
    for a in TRIALS:
        if any(restated_at(c, {x: a}) == false for c in where):
            continue
        value = substituted(write(f), write(x), write(a)).value()
        if expand(value - v) == 0:
            return a
    return None


def _only(found: object, x: Symbol, where: tuple[Boolean, ...]) -> Expr | None:
    """The one solution that lies in the domain."""
    if not isinstance(found, SolutionSet) or found.parameters or found.everything:
        return None
    members = [m for m in found.members if not any(restated_at(c, {x: m}) == false for c in where)]
    return members[0] if len(members) == 1 else None


RULES: tuple[AnyRule, ...] = (SlopeAtThePreimage(), FindTheInverseFirst(), HorizontalTangentAtThePreimage())
