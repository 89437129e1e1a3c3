"""The chain rule: the rate of the outer function at the inner one, times the rate of the inner one.

A nest is peeled from the outside: each step names the outermost function, calls what stands in it u, and asks for
the derivative of what stands in it.
"""

from __future__ import annotations

from collections.abc import Iterable

from sympy import Abs, Expr, Function, Piecewise, Pow, Rational, Symbol, log, sqrt
from sympy.core.function import AppliedUndef

from ...derivation import AnyRule, Assume, Bindings, Derive, Rule, aside
from ...problems import Differentiate, fresh_letter
from ...written import Minus, Quotient, Written, write
from .products import over_and_under
from .rows import argument
from .table import base_of_power


class PowerOfFunction(Rule[Differentiate]):
    """A power whose base is more than the variable: power rule outside, chain rule inside."""

    solves = Differentiate
    title = "Power of a function"
    statement = r"(u^n)' = n u^{n-1}\,u'"
    reference = "Stewart, Calculus 8e, §3.4"
    because = (
        "Outermost is a power with the constant exponent {n}; its base {u} is more than {x} alone, so the power rule "
        "needs the factor u′ of the chain rule."
    )
    hint = "First the power, with the base left as it is; then the base."
    examples = ("d/dx (x^2 + 1)^3 -> 6x (x^2 + 1)^2", "d/dx sin(x)^2 -> 2 sin(x) cos(x)")
    counterexamples = ("d/dx x^3", "d/dx 2^x")
    known_as = ("chain rule", "general power rule", "power rule")

    def match(self, problem: Differentiate) -> Iterable[Bindings]:
        """Constant exponent, base with the variable in it but not the variable itself; 1/u is the reciprocal rule's."""
        expr, x = problem.expr, problem.variable
        if isinstance(expr, Pow) and expr.base.has(x) and expr.base != x and not expr.exp.has(x) and expr.exp != -1:
            yield {"u": expr.base, "n": expr.exp, "x": x}

    def derive(self, problem: Differentiate, u: Expr, n: Expr, x: Symbol) -> Derive:
        """n·uⁿ⁻¹·u′; for a square root u′/(2√u)."""
        yield Assume(base_of_power(u, n))
        du = yield Differentiate(u, x, problem.partial)
        if n == Rational(1, 2):
            return Quotient(du, 2 * write(sqrt(u)))
        if n.is_Rational and n < 0:
            return Minus(Quotient(-n * du, write(Pow(u, 1 - n))))
        return n * write(Pow(u, n - 1)) * du


class ChainRule(Rule[Differentiate]):
    """Differentiate the outer function, leave the inner one in it, multiply by the derivative of the inner one."""

    solves = Differentiate
    statement = r"\frac{\mathrm{d}}{\mathrm{d}x} f(g(x)) = f'(g(x))\,g'(x)"
    reference = "Stewart, Calculus 8e, §3.4"
    because = "Outermost is {f}, and inside it stands {g}, not {x} alone: its own rate of change comes in as a factor."
    hint = "Which function would be worked out last? Differentiate that one first, then what stands inside it."
    examples = (
        "d/dx sin(x^2) -> 2x cos(x^2)",
        "d/dx e^(sin(x^2)) -> 2x cos(x^2) e^(sin(x^2))",
        "d/dx 2^(x^2) -> 2x 2^(x^2) ln(2)",
        "d/dx ln|sin(x)| -> cos(x)/sin(x)",
    )
    counterexamples = ("d/dx sin(x)", "d/dx x sin(x)")

    def match(self, problem: Differentiate) -> Iterable[Bindings]:
        """A function of one argument, or an exponential with constant base, around more than the bare variable."""
        u = fresh_letter(problem)
        layers = outer_and_inner(problem.expr, problem.variable, u)
        if layers is not None:
            f, g = layers
            yield {"f": f, "g": g, "x": problem.variable}

    def derive(self, problem: Differentiate, f: Expr, g: Expr, x: Symbol) -> Derive:
        """f′(g)·g′."""
        u = fresh_letter(problem)
        outer = yield aside(Differentiate(f, u), (u, g))
        dg = yield Differentiate(g, x, problem.partial)
        return _times(outer.xreplace({u: g}), dg)


def _times(factor: Expr, hole: Written) -> Written:
    """factor · hole as the board has it: (1/u)·u′ is written u′/u, (−sin u)·u′ with its sign in front."""
    if factor.as_coeff_Mul()[0] == -1:
        return -_written_times(-factor, hole)
    return _written_times(factor, hole)


def _written_times(factor: Expr, hole: Written) -> Written:
    top, bottom = over_and_under(factor)
    return Quotient(hole, write(bottom)) if top == 1 and bottom != 1 else write(factor) * hole


def outer_and_inner(expr: Expr, x: Symbol, u: Symbol) -> tuple[Expr, Expr] | None:
    """(f(u), g) with ``expr`` = f(g), f the outermost function and g more than ``x`` alone; ``None`` without one."""
    if isinstance(expr, Pow) and not expr.base.has(x) and expr.exp != x:
        return Pow(expr.base, u), expr.exp
    g = argument(expr) if isinstance(expr, Function) and not isinstance(expr, (AppliedUndef, Piecewise)) else None
    if g is None or not g.has(x):
        return None
    if isinstance(expr, log) and isinstance(g, Abs):
        # ln|g| is one function: apart, |g| would bring in its sign, only to lose it again.
        g = g.args[0]
        return None if g == x else (log(Abs(u)), g)
    return None if g == x else (expr.func(u), g)


RULES: tuple[AnyRule, ...] = (PowerOfFunction(), ChainRule())
