"""0/0 and the algebra that ends it: expand, common denominator, factor, cancel.

A limit never looks at its point, only at what is close by.  There the common factor is not zero and may be
cancelled; what is left is often continuous, and then the point may be put in.
"""

from __future__ import annotations

from collections.abc import Iterable

from sympy import Add, Expr, Mul, Ne, Pow, expand, factor_terms, together

from ...derivation import Assume, Bindings, Derive, Rule, Say, first
from ...problems import FindLimit, Form, Rewrite
from ...problems.nearby import is_modest_polynomial, value_at, vanishes
from .reading import (
    again,
    at_infinity,
    factors,
    has_pole,
    is_zero_over_zero,
    limit_of,
    over,
    tends_to_zero,
    top_and_bottom,
)


class CommonDenominatorInLimit(Rule[FindLimit]):
    """A difference of fractions that tends to 0: bring it over one denominator, so that the common factor shows."""

    solves = FindLimit
    rewrites = True
    title = "Over one bar, to cancel"
    statement = r"\frac{a}{b} - \frac{c}{d} = \frac{ad - bc}{bd}"
    reference = "Stewart, Calculus 8e, §1.6, exercises 23 and 29"
    because = (
        "{part} tends to 0 and is divided by something that tends to 0. Over one denominator its top shows the factor "
        "that makes both vanish; with two fractions side by side nothing cancels."
    )
    hint = "Bring {part} over one denominator first."
    examples = ("lim h->0 (1/(2+h) - 1/2)/h -> -1/4", "lim x->1 (1/x - 1)/(x - 1) -> -1")
    counterexamples = ("lim x->2 (x^2-4)/(x-2)", "lim x->1 1/x - 1")

    def match(self, problem: FindLimit) -> Iterable[Bindings]:
        """Once, for the first factor that is a vanishing sum of fractions."""
        if at_infinity(problem):
            return
        top, bottom = top_and_bottom(problem.expr)
        if not tends_to_zero(problem, bottom):
            return
        for part in factors(top):
            if isinstance(part, Add) and _has_fractions(part, problem) and tends_to_zero(problem, part):
                yield {"part": part}
                return

    def derive(self, problem: FindLimit, part: Expr) -> Derive:
        """The part over one denominator, the whole as one fraction, and its limit."""
        joined = yield first(Rewrite(part, Form.TOGETHER))
        top, bottom = top_and_bottom(problem.expr)
        rest = Mul(*(f for f in factors(top) if f != part))
        new_top, new_bottom = top_and_bottom(joined)
        yield Say(limit_of(problem, over(joined, bottom) if rest == 1 else over(joined, bottom) * rest))
        # SymPy cancels equal powers as it builds the quotient; that is allowed since they are not zero close by.
        yield Assume(Ne(bottom, 0))
        new = new_top * rest / (new_bottom * bottom)
        if new == problem.expr:
            return None
        return (yield again(problem, new))


class SplitDifference(Rule[FindLimit]):
    """A sum that vanishes because each term loses its own value: one quotient for each term."""

    solves = FindLimit
    rewrites = True
    title = "One quotient for each term"
    statement = r"\frac{(u - u_0) + (v - v_0)}{k} = \frac{u - u_0}{k} + \frac{v - v_0}{k}"
    reference = "Stewart, Calculus 8e, §2.3, the proof of the sum rule"
    because = (
        "The numbers in {top} are what its moving terms tend to. With each taken from its own term, every quotient "
        "gets the technique that suits it; no single technique suits them all."
    )
    hint = "Put each moving term next to the value that it tends to."
    known_as = ("splitting the fraction",)
    examples = ("lim h->0 (sqrt(1+h) - 1 + e^h - 1)/h -> 3/2",)
    counterexamples = ("lim h->0 ((2+h)^2 - 4)/h", "lim x->0 (e^x - e^(-x))/x")

    def match(self, problem: FindLimit) -> Iterable[Bindings]:
        """Once, for at least two such differences, polynomials counting as one."""
        if at_infinity(problem):
            return
        top, bottom = top_and_bottom(problem.expr)
        if isinstance(top, Add) and tends_to_zero(problem, bottom) and len(_differences(problem, top)) > 1:
            yield {"top": top}

    def derive(self, problem: FindLimit, top: Expr) -> Derive:
        """The sum of the quotients."""
        bottom = top_and_bottom(problem.expr)[1]
        yield Assume(Ne(bottom, 0))
        return (yield again(problem, Add(*(d / bottom for d in _differences(problem, top)))))


def _differences(problem: FindLimit, top: Add) -> list[Expr]:
    """The parts u − u₀ that ``top`` consists of; none where its still terms do not add up to what they lose."""
    x = problem.variable
    still = [t for t in top.args if not t.has(x)]
    moving = [t for t in top.as_ordered_terms() if t.has(x)]
    parts = [t for t in moving if not t.is_polynomial(x)]
    polynomial = Add(*(t for t in moving if t.is_polynomial(x)))
    groups = [*parts, *([polynomial] if polynomial != 0 else [])]
    values = [value_at(g, x, problem.point) for g in groups]
    if not still or any(v is None for v in values) or not vanishes(Add(*values, *still)):
        return []
    return [factor_terms(g - v) for g, v in zip(groups, values)]


def _has_fractions(part: Add, problem: FindLimit) -> bool:
    return any(top_and_bottom(t)[1] != 1 for t in part.args) and together(part) != part


class DifferenceOfFractions(Rule[FindLimit]):
    """Two terms that grow without bound may cancel one another: bring them over one denominator."""

    solves = FindLimit
    rewrites = True
    title = "Common denominator for ∞ − ∞"
    statement = r"\frac{a}{b} - \frac{c}{d} = \frac{ad - bc}{bd}"
    reference = "Stewart, Calculus 8e, §1.6, exercise 30"
    because = (
        "Single terms of {f} have no limit at {x} = {a}, so the sum law says nothing; over one denominator "
        "they can be weighed."
    )
    hint = "Bring everything over one denominator."
    examples = ("lim x->0 1/x - 1/(x^2 + x) -> 1",)
    counterexamples = ("lim x->2 x^2 + 1/x",)

    def match(self, problem: FindLimit) -> Iterable[Bindings]:
        """Once, for a sum with two terms whose bottoms vanish."""
        if at_infinity(problem) or not isinstance(problem.expr, Add):
            return
        poles = [t for t in problem.expr.args if has_pole(problem, t)]
        if len(poles) >= 2:
            yield {"f": problem.expr, "x": problem.variable, "a": problem.point}

    def derive(self, problem: FindLimit, f: Expr, x: Expr, a: Expr) -> Derive:
        """The sum over one denominator, and its limit."""
        joined = yield first(Rewrite(f, Form.TOGETHER))
        return None if joined == f else (yield again(problem, joined))


class FactorAndCancel(Rule[FindLimit]):
    """Top and bottom vanish together, so they share a factor: cancel it, then put the point in."""

    solves = FindLimit
    rewrites = True
    title = "Cancel the common factor"
    statement = r"\lim_{x\to a} \frac{(x-a)\,g(x)}{(x-a)\,k(x)} = \lim_{x\to a} \frac{g(x)}{k(x)}"
    reference = "Stewart, Calculus 8e, §1.6, example 3"
    because = (
        "Putting {x} = {a} in gives 0/0, which is no number. Both polynomials are 0 at {x} = {a}, so "
        "both contain the factor "
        "that vanishes there, and the limit never looks at {x} = {a} itself, so that factor may be cancelled."
    )
    hint = "Both {top} and {bottom} are 0 at {x} = {a}: which factor do they share?"
    known_as = ("factoring", "factor and cancel", "cancelling", "factorisation", "simplifying")
    examples = ("lim x->2 (x^2-4)/(x-2) -> 4", "lim h->0 ((3+h)^2 - 9)/h -> 6", "lim x->1 (x^3-1)/(x^2-1) -> 3/2")
    counterexamples = ("lim x->2 (x^2+4)/(x-2)", "lim x->0 sin(x)/x", "lim x->3 (x^2-4)/(x-2)")

    def match(self, problem: FindLimit) -> Iterable[Bindings]:
        """Once, for a quotient of two polynomials in the variable that both vanish."""
        if at_infinity(problem):
            return
        top, bottom = top_and_bottom(problem.expr)
        x = problem.variable
        if is_modest_polynomial(top, x) and is_modest_polynomial(bottom, x) and is_zero_over_zero(problem, top, bottom):
            yield {"top": top, "bottom": bottom, "x": x, "a": problem.point}

    def derive(self, problem: FindLimit, top: Expr, bottom: Expr, x: Expr, a: Expr) -> Derive:
        """Expanded where the top hides its common factor, cancelled, and the limit of what is left."""
        if _hides_its_factor(top, x):
            opened = yield first(Rewrite(top, Form.EXPANDED))
            yield Say(limit_of(problem, over(opened, bottom)))
            yield Assume(Ne(bottom, 0))
            quotient = opened / bottom
        else:
            quotient = problem.expr
        if quotient.is_polynomial(x):
            return (yield again(problem, quotient))
        left = yield first(Rewrite(quotient, Form.CANCELLED, x))
        return None if left == problem.expr else (yield again(problem, left))


def _hides_its_factor(top: Expr, x: Expr) -> bool:
    """Whether powers or products of sums must be multiplied out before terms of the top can cancel."""
    if not isinstance(top, Add) or expand(top) == top:
        return False
    return any(isinstance(n, (Pow, Mul)) and any(isinstance(a, Add) for a in n.args) and n.has(x) for t in top.args
               for n in (t, *t.args))  # fmt: skip


RULES = (SplitDifference(), CommonDenominatorInLimit(), FactorAndCancel(), DifferenceOfFractions())
