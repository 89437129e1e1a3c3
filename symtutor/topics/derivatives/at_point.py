"""The derivative at a point: derive, then substitute; or look at the slopes from both sides."""

from __future__ import annotations

from collections.abc import Iterable

from sympy import Expr, Pow, Symbol, false
from sympy.core.relational import Ge, Gt, Le, Lt
from sympy.logic.boolalg import And, Boolean, Or

from ...derivation import AnyRule, Assume, Bindings, Derive, Phase, Rule, Say, first
from ...derivation.conditions import typed_domain
from ...problems import Differentiate, DifferentiateAt, FindLimit, IsDifferentiable, NoValue, YesNo, fresh_letter
from ...problems.derivatives import restated_at
from ...problems.domain import domain_of
from ...written import BackSubstitution, Quotient, substituted, write
from .higher import KINKED


def domain_at(problem: DifferentiateAt) -> tuple[Boolean, ...]:
    """Where the expression asked about is defined, as typed, in conditions on the variable."""
    return tuple(dict.fromkeys((*domain_of(problem.expr), *typed_domain(problem))))


def inside(condition: Boolean) -> Boolean:
    """The open form of a condition: what holds at a point that is no end of the domain."""
    if isinstance(condition, Ge):
        return Gt(condition.lhs, condition.rhs)
    if isinstance(condition, Le):
        return Lt(condition.lhs, condition.rhs)
    if isinstance(condition, (And, Or)):
        return condition.func(*(inside(c) for c in condition.args))
    return condition


class NotInTheDomain(Rule[DifferentiateAt]):
    """A derivative at a point needs the function on both sides of the point."""

    solves, phase = DifferentiateAt, Phase.TABLE
    title = "Is the function defined around the point?"
    statement = r"f'(a) = \lim_{h\to 0} \frac{f(a+h)-f(a)}{h}\quad\text{needs } f \text{ on both sides of } a"
    reference = "Spivak, Calculus 4e, chapter 9"
    because = "The difference quotient of {f} at {a} needs values of {f} at {a} and on both sides of it."
    hint = "Is {f} defined at {a}, and on both sides of it?"
    examples = (
        "derivative of ln(x) at x = -1 -> does not exist",
        "derivative of sqrt(x) at x = 0 -> does not exist",
    )
    counterexamples = ("derivative of sqrt(x) at x = 4",)

    def match(self, problem: DifferentiateAt) -> Iterable[Bindings]:
        """A condition of the domain that fails at the point, or holds there only as at an end."""
        values = {problem.variable: problem.point}
        if any(restated_at(inside(c), values) == false for c in domain_at(problem)):
            yield {"f": problem.expr, "a": problem.point}

    def derive(self, problem: DifferentiateAt, f: Expr, a: Expr) -> Derive:
        """No value: outside the domain, or at an end of it."""
        yield from ()
        values = {problem.variable: a}
        if any(restated_at(c, values) == false for c in domain_at(problem)):
            return NoValue("does not exist", "the function is not defined at this point")
        return NoValue(
            "does not exist", "the point is an end of the domain, so there are values on one side of it only"
        )


class DeriveThenSubstitute(Rule[DifferentiateAt]):
    """Find the derivative as a function first, and put the point in afterwards."""

    solves, phase = DifferentiateAt, Phase.COMMIT
    title = "Differentiate, then put the point in"
    statement = r"f'(a) = f'(x)\big|_{x=a}"
    reference = "Stewart, Calculus 8e, §2.2"
    because = "With {a} put in first, {f} would be a constant and its derivative 0: so differentiate first."
    hint = "Differentiate {f} with {x} still in it; put in {a} at the end."
    known_as = ("substitution",)
    examples = (
        "derivative of x^3 at x = 2 -> 12",
        "f(x)=x^3, f'(2) -> 12",
        "derivative of sin(x) at x = pi/3 -> 1/2",
        "derivative of |x| at x = -3 -> -1",
    )
    counterexamples = ("derivative of |x| at x = 0",)

    def answers_to(self, words: str) -> bool:
        """Any technique but the difference quotient at the point itself: it is handed on to the derivative."""
        return not DifferenceQuotientAtPoint().answers_to(words)

    def match(self, problem: DifferentiateAt) -> Iterable[Bindings]:
        """Any point; the conditions of the derivative are asked of the point."""
        yield {"f": problem.expr, "x": problem.variable, "a": problem.point}

    def derive(self, problem: DifferentiateAt, f: Expr, x: Symbol, a: Expr) -> Derive:
        """The derivative stands in the line with the point beside it."""
        # The function must be defined on both sides of the point; at a letter that is a condition on the letter.
        for c in domain_at(problem):
            yield Assume(inside(c))
        by = None if problem.by is None or super().answers_to(problem.by) else problem.by
        slope = yield Differentiate(f, x, tidied=True, given=domain_at(problem), by=by)
        return BackSubstitution(slope, write(x), write(a))


class FromOneSidedSlopes(Rule[DifferentiateAt]):
    """Where the formulas change or break down, only the slopes from both sides decide."""

    solves, phase = DifferentiateAt, Phase.COMMIT
    title = "Compare the slopes from both sides"
    statement = (
        r"f'(a) = \lim_{h\to 0^-}\frac{f(a+h)-f(a)}{h} = \lim_{h\to 0^+}\frac{f(a+h)-f(a)}{h}"
        r"\quad\text{where both exist and agree}"
    )
    reference = "Stewart, Calculus 8e, §2.2"
    because = (
        "At {a} the rules of differentiation do not apply to {f}, so the difference quotient itself has to decide."
    )
    hint = "Find the slope of {f} just to the left of {a} and just to the right."
    known_as = ("one-sided derivatives",)
    examples = ("derivative of |x| at x = 0 -> does not exist", "derivative of x |x| at x = 0 -> 0")
    counterexamples = ("derivative of x^3 at x = 2",)

    def match(self, problem: DifferentiateAt) -> Iterable[Bindings]:
        """An expression with kinks, jumps or roots: elsewhere the rules of differentiation reach every point."""
        f = problem.expr
        if f.has(*KINKED) or any(p.exp.is_Rational and not p.exp.is_Integer for p in f.atoms(Pow)):
            yield {"f": f, "a": problem.point}

    def derive(self, problem: DifferentiateAt, f: Expr, a: Expr) -> Derive:
        """The common slope, or that there is none."""
        verdict = yield first(IsDifferentiable(f, problem.variable, a))
        if not isinstance(verdict, YesNo):
            return None
        if not verdict.holds:
            return NoValue("does not exist", verdict.reason or "the slopes from the two sides do not agree")
        return verdict.evidence[0] if verdict.evidence and not verdict.evidence[0].is_infinite else None


class DifferenceQuotientAtPoint(Rule[DifferentiateAt]):
    """The definition at one point: the limit of the slopes of secants through it."""

    solves, phase, effort = DifferentiateAt, Phase.EXPLORE, 3
    title = "The definition of the derivative"
    statement = r"f'(a) = \lim_{h\to 0} \frac{f(a+h)-f(a)}{h}"
    reference = "Stewart, Calculus 8e, §2.1"
    because = "The slope of {f} at {a} is what the slopes of secants through that point tend to."
    hint = "Write the slope of the secant of {f} between {a} and a point a little further."
    known_as = ("the definition", "first principles", "the limit definition", "the difference quotient")
    examples = ("derivative of x^2 at x = 3 from the definition -> 6",)

    def match(self, problem: DifferentiateAt) -> Iterable[Bindings]:
        """Any point of the domain."""
        yield {"f": problem.expr, "a": problem.point}

    def derive(self, problem: DifferentiateAt, f: Expr, a: Expr) -> Derive:
        """The limit of the difference quotient, ±∞ being no derivative."""
        x = write(problem.variable)
        h = fresh_letter(problem, problem.variable, prefer="h")
        here, near = substituted(write(f), x, write(a)), f.xreplace({problem.variable: a + h})
        yield Say(Quotient(write(near) - here, write(h)), "", "the slope of the secant over a step")
        slope = yield first(FindLimit((near - here.value()) / h, h, write(0).value()))
        if isinstance(slope, NoValue):
            return NoValue("does not exist", slope.reason)
        if slope.is_infinite:
            return NoValue("does not exist", "the slopes of the secants grow without bound")
        return slope


RULES: tuple[AnyRule, ...] = (
    NotInTheDomain(),
    DeriveThenSubstitute(),
    FromOneSidedSlopes(),
    DifferenceQuotientAtPoint(),
)
