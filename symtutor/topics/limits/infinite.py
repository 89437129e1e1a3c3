"""Infinite limits, and limits at infinity of rational functions."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from sympy import (
    Expr,
    Integer,
    Ne,
    Poly,
    Pow,
    Symbol,
    cos,
    cosh,
    cot,
    csc,
    exp,
    log,
    oo,
    ordered,
    sec,
    sin,
    sinh,
    tan,
    tanh,
)

from ...derivation import Assume, Bindings, Derive, Rule, Say, aside
from ...problems import FindLimit
from ...problems.nearby import is_modest_polynomial, sign_near, value_at
from ...problems.signs import follows
from ...written import Product, Quotient, Written, write
from .reading import again, at_infinity, is_zero_over_zero, limit_of, tends_to_zero, top_and_bottom

QUOTIENTS: dict[Any, Callable[[Expr], Expr]] = {
    tan: lambda u: sin(u) / cos(u),
    cot: lambda u: cos(u) / sin(u),
    sec: lambda u: 1 / cos(u),
    csc: lambda u: 1 / sin(u),
}
EXPONENTIALS: dict[Any, Callable[[Expr], Expr]] = {
    sinh: lambda u: (exp(u) - exp(-u)) / 2,
    cosh: lambda u: (exp(u) + exp(-u)) / 2,
    tanh: lambda u: (exp(u) - exp(-u)) / (exp(u) + exp(-u)),
}


class DividedByVanishing(Rule[FindLimit]):
    """A top that does not vanish over a bottom that does, with one sign: the quotient grows without bound."""

    solves = FindLimit
    title = "Divided by what tends to zero"
    statement = r"f(x) \to c > 0,\ g(x) \to 0,\ g(x) > 0 \implies \frac{f(x)}{g(x)} \to \infty"
    reference = "Stewart, Calculus 8e, §1.5, definitions 4 to 6"
    because = (
        "{top} does not tend to 0, while {bottom} does and keeps one sign close by: the quotient passes every bound. "
        "The quotient law cannot be used, and the sign of {bottom} decides between +∞ and −∞."
    )
    hint = "Which sign has {bottom} close to the point?"
    examples = ("lim x->0 1/x^2 -> oo", "lim x->0+ 1/x -> oo", "lim x->0- 1/x -> -oo", "lim x->3- (x+1)/(x-3) -> -oo")
    counterexamples = ("lim x->0 1/x", "lim x->0 sin(x)/x", "lim x->2 (x^2-4)/(x-2)")

    def match(self, problem: FindLimit) -> Iterable[Bindings]:
        """Once, where the top keeps away from zero and both signs are known."""
        if at_infinity(problem):
            return
        top, bottom = top_and_bottom(problem.expr)
        if not tends_to_zero(problem, bottom) or tends_to_zero(problem, top):
            return
        if _sign(problem, top) in (1, -1) and _sign(problem, bottom) in (1, -1):
            yield {"top": top, "bottom": bottom}

    def derive(self, problem: FindLimit, top: Expr, bottom: Expr) -> Derive:
        """The limits of both, then the sign."""
        above = yield aside(again(problem, top))
        below = yield aside(again(problem, bottom))
        if below != 0 or not isinstance(above, Expr) or not (follows(above > 0, problem.given)
                                                            or follows(above < 0, problem.given)):  # fmt: skip
            return None
        return oo * _sign(problem, top) * _sign(problem, bottom)


def _sign(problem: FindLimit, e: Expr) -> int | None:
    if e.is_number:
        return 1 if e.is_positive else -1 if e.is_negative else None
    return sign_near(e, problem.variable, problem.point, problem.side, problem.given)


class AsSineAndCosine(Rule[FindLimit]):
    """tan, cot, sec and csc are quotients of sine and cosine: written so, they can be weighed."""

    solves = FindLimit
    rewrites = True
    title = "In sine and cosine"
    statement = r"\tan u = \frac{\sin u}{\cos u},\ \cot u = \frac{\cos u}{\sin u}"
    reference = "Stewart, Calculus 8e, §1.5, example 10"
    because = (
        "{f} cannot be weighed near {x} = {a} as it stands: it is a quotient, and what tends to 0, its "
        "top or its bottom, "
        "shows only when it is written as one."
    )
    hint = "Write {f} with sine and cosine."
    examples = ("lim x->pi/2- tan(x) -> oo", "lim x->0 x cot(x) -> 1", "lim h->0 (tan(pi/4 + h) - 1)/h -> 2")
    counterexamples = ("lim x->0 tan(x)/x", "lim x->0 1/x")

    def match(self, problem: FindLimit) -> Iterable[Bindings]:
        """Once, where one of them has no value at the point, or does not tend to 0 in a form 0/0."""
        if at_infinity(problem):
            return
        top, bottom = top_and_bottom(problem.expr)
        undecided = is_zero_over_zero(problem, top, bottom)
        for f in ordered(problem.expr.atoms(*QUOTIENTS)):
            if not f.has(problem.variable) or value_at(f.args[0], problem.variable, problem.point) is None:
                continue
            value = value_at(f, problem.variable, problem.point)
            if value is None or (undecided and value != 0):
                yield {"f": f, "x": problem.variable, "a": problem.point}
                return

    def derive(self, problem: FindLimit, f: Expr, x: Symbol, a: Expr) -> Derive:
        """The limit with the quotients in their places."""
        written = {g: QUOTIENTS[g.func](g.args[0]) for g in problem.expr.atoms(*QUOTIENTS)}
        return (yield again(problem, problem.expr.xreplace(written)))


class HyperbolicByDefinition(Rule[FindLimit]):
    """sinh and cosh are half sums of exponentials: in a form 0/0 their exponentials can be compared."""

    solves = FindLimit
    rewrites = True
    title = "In exponentials"
    statement = r"\sinh u = \frac{e^{u} - e^{-u}}{2},\ \cosh u = \frac{e^{u} + e^{-u}}{2}"
    reference = "Stewart, Calculus 8e, §6.7"
    because = "The form is 0/0, and {f} is by definition made of exponentials, whose size near the point is known."
    hint = "Write {f} with exponentials."
    examples = ("lim x->0 (cosh(x) - 1)/x -> 0",)
    counterexamples = ("lim x->0 sinh(x)/x", "lim x->0 cosh(x)/x")

    def match(self, problem: FindLimit) -> Iterable[Bindings]:
        """Once, for a form 0/0 in which one of them does not tend to 0."""
        top, bottom = top_and_bottom(problem.expr)
        if at_infinity(problem) or not is_zero_over_zero(problem, top, bottom):
            return
        for f in ordered(problem.expr.atoms(*EXPONENTIALS)):
            if f.has(problem.variable) and not tends_to_zero(problem, f):
                yield {"f": f}
                return

    def derive(self, problem: FindLimit, f: Expr) -> Derive:
        """The limit with the exponentials in their places."""
        written = {g: EXPONENTIALS[g.func](g.args[0]) for g in problem.expr.atoms(*EXPONENTIALS)}
        return (yield again(problem, problem.expr.xreplace(written)))


class LogarithmNearZero(Rule[FindLimit]):
    """ln u falls below every bound as u tends to 0."""

    solves = FindLimit
    title = "ln near 0"
    statement = r"\lim_{u\to 0^{+}} \ln u = -\infty"
    reference = "Stewart, Calculus 8e, §6.3, equation 8"
    because = "{u} tends to 0 from above; ln {u} is less than −n as soon as {u} is less than e to the −n."
    hint = "For which {u} is ln {u} less than −1000?"
    examples = ("lim x->0+ ln(x) -> -oo",)
    counterexamples = ("lim x->1 ln(x)",)

    def match(self, problem: FindLimit) -> Iterable[Bindings]:
        """Once, for the logarithm of something that tends to 0."""
        if isinstance(problem.expr, log) and tends_to_zero(problem, problem.expr.args[0]):
            yield {"u": problem.expr.args[0]}

    def derive(self, problem: FindLimit, u: Expr) -> Derive:
        """Minus infinity; the argument is positive wherever the logarithm is defined."""
        yield Assume(u > 0)
        return -oo


class PolynomialAtInfinity(Rule[FindLimit]):
    """Far out, the highest power decides."""

    solves = FindLimit
    title = "The highest power decides"
    statement = r"a_n x^n + \dots + a_0 = x^n \left(a_n + \dots + \tfrac{a_0}{x^n}\right)"
    reference = "Stewart, Calculus 8e, §3.4, example 9"
    because = (
        "With {lead} taken out, the other terms are multiples of 1/{x} and tend to 0. Term by term it could read ∞ − ∞."
    )
    hint = "Take out the highest power of {x}."
    examples = ("lim x->oo x^2 - 100x -> oo", "lim x->-oo x^3 -> -oo")
    counterexamples = ("lim x->oo 1/x", "lim x->2 x^2")

    def match(self, problem: FindLimit) -> Iterable[Bindings]:
        """Once, for a polynomial of positive degree whose leading sign is known."""
        x = problem.variable
        if at_infinity(problem) and is_modest_polynomial(problem.expr, x) and problem.expr.has(x):
            poly = Poly(problem.expr, x)
            if sign_near(problem.expr, x, problem.point, "", problem.given) in (1, -1):
                yield {"lead": x ** poly.degree(), "x": x}

    def derive(self, problem: FindLimit, lead: Expr, x: Expr) -> Derive:
        """Plus or minus infinity."""
        inner = sum((c * x**k / lead for (k,), c in Poly(problem.expr, x).terms()), Integer(0))
        if inner != 1:
            yield Say(limit_of(problem, Product((write(lead), write(inner)))))
        return oo * (sign_near(problem.expr, x, problem.point, "", problem.given) or 0)


class RationalAtInfinity(Rule[FindLimit]):
    """Divide top and bottom by the highest power below: what is left tends to numbers."""

    solves = FindLimit
    title = "Divide by the highest power"
    statement = r"\lim_{x\to\infty} \frac{a_n x^n + \dots}{b_m x^m + \dots} = \lim_{x\to\infty} \frac{a_n}{b_m} x^{n-m}"
    reference = "Stewart, Calculus 8e, §3.4, example 3"
    because = (
        "Top and bottom grow without bound, and ∞/∞ says nothing. Divided by {power}, the highest power below, "
        "every term becomes a number, a power of {x}, or something that tends to 0."
    )
    hint = "Divide top and bottom by {power}."
    known_as = ("the highest power",)
    examples = ("lim x->oo (2x^2+1)/(x^2-3) -> 2", "lim x->oo (x+1)/x^2 -> 0", "lim x->-oo x^2/(x+1) -> -oo")
    counterexamples = ("lim x->oo sin(x)/x", "lim x->0 1/x")

    def match(self, problem: FindLimit) -> Iterable[Bindings]:
        """Once, for a quotient of polynomials with a bottom of positive degree."""
        x = problem.variable
        top, bottom = top_and_bottom(problem.expr)
        if at_infinity(problem) and bottom.has(x) and is_modest_polynomial(top, x) and is_modest_polynomial(bottom, x):
            yield {"power": x ** Poly(bottom, x).degree(), "x": x}

    def derive(self, problem: FindLimit, power: Expr, x: Expr) -> Derive:
        """The quotient of the leading coefficients, 0, or ±∞ with its sign."""
        top, bottom = (Poly(e, x) for e in top_and_bottom(problem.expr))
        yield Say(limit_of(problem, Quotient(_divided(top, power, x), _divided(bottom, power, x))))
        for leading in (top.LC(), bottom.LC()):
            yield Assume(Ne(leading, 0))
        if top.degree() < bottom.degree():
            return Integer(0)
        if top.degree() == bottom.degree():
            return Quotient(write(top.LC()), write(bottom.LC()))
        above, below = (sign_near(e.as_expr(), x, problem.point, "", problem.given) for e in (top, bottom))
        return None if not above or not below else oo * above * below


def _divided(poly: Poly, power: Pow | Symbol, x: Symbol) -> Written:
    return write(sum((c * x**k / power for (k,), c in poly.terms()), Integer(0)))


RULES = (
    DividedByVanishing(),
    AsSineAndCosine(),
    HyperbolicByDefinition(),
    LogarithmNearZero(),
    PolynomialAtInfinity(),
    RationalAtInfinity(),
)
