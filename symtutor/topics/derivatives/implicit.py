"""Implicit differentiation: the slope of a curve that is given by an equation in both letters."""

from __future__ import annotations

from collections.abc import Iterable

from sympy import Derivative, Eq, Expr, Function, Integer, Symbol, expand, fraction, gcd
from sympy.core.function import AppliedUndef
from sympy.core.relational import Equality, Ne

from ...derivation import AnyRule, Assume, Bindings, Derive, Level, Phase, Rule, Say, first
from ...problems import Differentiate, Form, ImplicitDerivative, Rewrite, SolveLinear
from ...problems.derivatives import derivative_written, equated
from ...written import Minus, Quotient, Relation, write


class SlopeOfUnknownFunction(Rule[Differentiate]):
    """A function that only has a name has a derivative that only has a name."""

    solves, phase, block_from = Differentiate, Phase.TABLE, Level.FULL
    title = "A function without a formula"
    statement = r"\frac{\mathrm{d}}{\mathrm{d}x}\,y(x) = y'(x)"
    reference = "Stewart, Calculus 8e, §3.5"
    because = "All that is known of {u} is that it depends on {x}; its derivative is written down and kept."
    hint = "Give the derivative of {u} a name."
    examples = ("d/dx f(x) -> f'(x)",)
    counterexamples = ("d/dx f(x^2)",)

    def match(self, problem: Differentiate) -> Iterable[Bindings]:
        """A declared function of the variable alone."""
        if isinstance(problem.expr, AppliedUndef) and problem.expr.args == (problem.variable,):
            yield {"u": problem.expr, "x": problem.variable}

    def derive(self, problem: Differentiate, u: Expr, x: Symbol) -> Derive:
        """Its derivative, by name."""
        yield from ()
        return Derivative(u, x)


class DifferentiateBothSides(Rule[ImplicitDerivative]):
    """Differentiate both sides of the equation as they stand, y being a function of x; then solve for the slope."""

    solves, phase = ImplicitDerivative, Phase.COMMIT
    title = "Implicit differentiation"
    statement = (
        r"F(x, y(x)) = G(x, y(x)) \;\Rightarrow\; \frac{\mathrm{d}}{\mathrm{d}x}F(x, y(x))"
        r" = \frac{\mathrm{d}}{\mathrm{d}x}G(x, y(x))"
    )
    reference = "Stewart, Calculus 8e, §3.5"
    because = (
        "Along the curve {y} is a function of {x}, so both sides of {equation} are equal functions of {x}, and so are "
        "their derivatives. By the chain rule every term in {y} brings a factor {slope}, and the result is linear."
    )
    hint = "Differentiate both sides by {x}; whenever you differentiate {y}, write its slope {slope} beside it."
    known_as = ("differentiating both sides",)
    examples = (
        "x^2 + y^2 = 25, find dy/dx -> -x/y",
        "x y = 1, find dy/dx -> -y/x",
        "x^3 + y^3 = 6 x y, find dy/dx -> (2 y - x^2)/(y^2 - 2 x)",
        "e^y = x, find dy/dx -> e^(-y)",
        "sin(x y) = x, find dy/dx -> (1 - y cos(x y))/(x cos(x y))",
    )

    def match(self, problem: ImplicitDerivative) -> Iterable[Bindings]:
        """The equation must mention the dependent letter."""
        equation, x, y = problem.equation, problem.independent, problem.dependent
        if isinstance(equation, Equality) and equation.has(y):
            yield {"equation": equation, "x": x, "y": y, "slope": slope_letter(problem)}

    def derive(self, problem: ImplicitDerivative, equation: Equality, x: Symbol, y: Symbol, slope: Symbol) -> Derive:
        """Both sides differentiated, the slope isolated, its denominator nowhere zero."""
        curve = Function(y.name)(x)
        rates = []
        for side in equation.args:
            rate = yield first(Differentiate(side.xreplace({y: curve}), x))
            rates.append(rate.xreplace({Derivative(curve, x): slope}).xreplace({curve: y}))
        left, right = rates
        if not (left - right).has(slope):
            return None
        sides = (derivative_written(side, (x, Integer(1))) for side in equation.args)
        yield Say(Relation(("=",), tuple(sides)), "", "equal functions of x have equal derivatives")
        yield Say(equated(left, right), "", "both sides differentiated")
        isolated = yield first(SolveLinear(Eq(left, right, evaluate=False), slope))
        return (yield as_printed(isolated))


class PartialDerivativesOfTheEquation(Rule[ImplicitDerivative]):
    """The slope of a level curve is minus the ratio of the partial derivatives."""

    solves, phase, effort = ImplicitDerivative, Phase.EXPLORE, 2
    title = "Implicit function theorem"
    statement = (
        r"F(x,y) = 0 \;\Rightarrow\; \frac{\mathrm{d}y}{\mathrm{d}x} = -\frac{F_x}{F_y}\quad\text{where } F_y \neq 0"
    )
    reference = "Stewart, Calculus 8e, §14.5"
    because = (
        "With everything on one side the curve is where {F} stays 0; its change F_x dx + F_y dy along the curve is 0, "
        "which gives the slope where F_y ≠ 0."
    )
    hint = "Bring everything to one side and find both partial derivatives of {F}."
    known_as = ("partial derivatives", "the gradient")
    examples = ("x^2 + y^2 = 25, find dy/dx by partial derivatives -> -x/y",)

    def match(self, problem: ImplicitDerivative) -> Iterable[Bindings]:
        """The equation must mention the dependent letter."""
        equation = problem.equation
        if isinstance(equation, Equality) and equation.has(problem.dependent):
            yield {"F": equation.lhs - equation.rhs}

    def derive(self, problem: ImplicitDerivative, F: Expr) -> Derive:
        """Both partial derivatives, then their quotient."""
        x, y = problem.independent, problem.dependent
        across = yield first(Differentiate(F, x, partial=True, tidied=True))
        up = yield first(Differentiate(F, y, partial=True, tidied=True))
        if up == 0:
            return None
        yield Assume(Ne(up, 0))
        yield Say(Minus(Quotient(write(across), write(up))), "=", "minus F_x over F_y")
        return (yield as_printed(-across / up))


def as_printed(quotient: Expr) -> Rewrite:
    """The question for the slope in a textbook's form: a number that all terms share shows by factoring."""
    top, bottom = fraction(quotient)
    shared = gcd(expand(top).primitive()[0], expand(bottom).primitive()[0])
    return Rewrite(quotient, Form.TIDY if shared == 1 else Form.FACTORED)


def slope_letter(problem: ImplicitDerivative) -> Symbol:
    """The unknown slope, y′, as a letter of its own."""
    return Symbol(f"{problem.dependent.name}'", real=True)


RULES: tuple[AnyRule, ...] = (SlopeOfUnknownFunction(), DifferentiateBothSides(), PartialDerivativesOfTheEquation())
