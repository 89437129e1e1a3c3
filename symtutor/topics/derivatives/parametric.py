"""Slopes of curves given by a parameter."""

from __future__ import annotations

from collections.abc import Iterable

from sympy import Expr, Integer, Symbol
from sympy.core.relational import Ne

from ...derivation import AnyRule, Assume, Bindings, Derive, Phase, Rule, Say, aside, first
from ...problems import Differentiate, Form, ParametricDerivative, Rewrite
from ...problems.derivatives import derivative_written
from ...written import Quotient, write


class RatioOfRates(Rule[ParametricDerivative]):
    """dy/dx is the rate of y over the rate of x, wherever x moves."""

    solves, phase = ParametricDerivative, Phase.COMMIT
    title = "Ratio of the rates"
    statement = (
        r"\frac{\mathrm{d}y}{\mathrm{d}x} = \frac{\mathrm{d}y/\mathrm{d}t}{\mathrm{d}x/\mathrm{d}t}"
        r"\quad\text{where } \frac{\mathrm{d}x}{\mathrm{d}t}\neq 0"
    )
    reference = "Stewart, Calculus 8e, §10.2"
    because = (
        "Near a point where x = {X} moves, {t} is a function of x, and the chain rule gives dy/dt = (dy/dx)·(dx/dt): "
        "so divide the rate of y by the rate of x."
    )
    hint = "Differentiate {X} and {Y} by {t}, and divide the second by the first."
    known_as = ("parametric differentiation",)
    examples = (
        "x = t^2, y = t^3, find dy/dx -> 3 t / 2",
        "x = cos(t), y = sin(t), find dy/dx -> -cos(t)/sin(t)",
        "x = t - sin(t), y = 1 - cos(t), find dy/dx -> sin(t)/(1 - cos(t))",
    )
    counterexamples = ("x = 1, y = t, find dy/dx",)

    def match(self, problem: ParametricDerivative) -> Iterable[Bindings]:
        """First order."""
        if problem.order == 1:
            yield {"X": problem.horizontal, "Y": problem.vertical, "t": problem.parameter}

    def derive(self, problem: ParametricDerivative, X: Expr, Y: Expr, t: Symbol) -> Derive:
        """Both rates beside the step, then their quotient."""
        across = yield aside(Differentiate(X, t, tidied=True))
        up = yield aside(Differentiate(Y, t, tidied=True))
        if across == 0:
            return None
        yield Assume(Ne(across, 0))
        one = Integer(1)
        yield Say(Quotient(derivative_written(Y, (t, one)), derivative_written(X, (t, one))), "=")
        yield Say(Quotient(write(up), write(across)), "=")
        return (yield Rewrite(up / across, Form.TIDY))


class SecondParametricDerivative(Rule[ParametricDerivative]):
    """The second derivative is the rate of the slope over the rate of x, not a quotient of second derivatives."""

    solves, phase = ParametricDerivative, Phase.COMMIT
    title = "The rate of the slope over the rate of x"
    statement = (
        r"\frac{\mathrm{d}^2y}{\mathrm{d}x^2} = \frac{\frac{\mathrm{d}}{\mathrm{d}t}\left(\frac{\mathrm{d}y}"
        r"{\mathrm{d}x}\right)}{\mathrm{d}x/\mathrm{d}t}\quad\text{where } \frac{\mathrm{d}x}{\mathrm{d}t}\neq 0"
    )
    reference = "Stewart, Calculus 8e, §10.2"
    because = (
        "The slope dy/dx is itself a function of {t}; to differentiate it by x, divide its rate by the rate of x = {X} "
        "once more. The quotient of the second derivatives of {Y} and {X} would be something else."
    )
    hint = "Find dy/dx as a function of {t} first; then differentiate that by {t} and divide by dx/dt again."
    examples = (
        "x = t^2, y = t^3, find d^2y/dx^2 -> 3/(4 t)",
        "x = cos(t), y = sin(t), find d^2y/dx^2 -> -1/sin(t)^3",
    )

    def match(self, problem: ParametricDerivative) -> Iterable[Bindings]:
        """Second order and higher: one order less is asked first."""
        if problem.order >= 2:
            yield {"X": problem.horizontal, "Y": problem.vertical, "t": problem.parameter}

    def derive(self, problem: ParametricDerivative, X: Expr, Y: Expr, t: Symbol) -> Derive:
        """The slope as a step, its rate as a step, the quotient."""
        slope = yield first(ParametricDerivative(X, Y, t, problem.order - 1))
        across = yield aside(Differentiate(X, t, tidied=True))
        if across == 0:
            return None
        yield Assume(Ne(across, 0))
        rate = yield first(Differentiate(slope, t, tidied=True))
        yield Say(Quotient(derivative_written(slope, (t, Integer(1))), derivative_written(X, (t, Integer(1)))), "=")
        yield Say(Quotient(write(rate), write(across)), "=")
        return (yield Rewrite(rate / across, Form.TIDY))


RULES: tuple[AnyRule, ...] = (RatioOfRates(), SecondParametricDerivative())
