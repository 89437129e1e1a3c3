"""The table of derivatives every student knows by heart: powers, exponentials, logarithms, sine and its kin."""

from __future__ import annotations

from typing import Any

from sympy import Abs, Expr, Integer, Pow, Rational, cos, cot, csc, exp, log, sec, sign, sin, sqrt, tan
from sympy.core.relational import Gt, Ne
from sympy.logic.boolalg import Boolean, true

from ...derivation import AnyRule, Bindings, Row, table_rules
from ...problems import Differentiate
from .rows import line

POWERS = "Stewart, Calculus 8e, §3.1"


def _identity(problem: Differentiate) -> Bindings | None:
    return {"x": problem.variable} if problem.expr == problem.variable else None


def _power(problem: Differentiate) -> Bindings | None:
    expr, x = problem.expr, problem.variable
    if not isinstance(expr, Pow) or expr.base != x or expr.exp.has(x):
        return None
    return {"x": x, "n": expr.exp}


def _exactly(exponent: Any) -> Any:
    def pattern(problem: Differentiate) -> Bindings | None:
        return {"x": problem.variable} if problem.expr == Pow(problem.variable, exponent) else None

    return pattern


def _exponential(problem: Differentiate) -> Bindings | None:
    expr: Expr = problem.expr
    if not isinstance(expr, Pow) or expr.exp != problem.variable or expr.base.has(problem.variable):
        return None
    return {"a": expr.base, "x": problem.variable}


def _log_of_absolute(problem: Differentiate) -> Bindings | None:
    return {"x": problem.variable} if problem.expr == log(Abs(problem.variable)) else None


def base_of_power(base: Expr, exponent: Expr) -> Boolean:
    """What base^exponent needs, beyond being defined, for n·base^(n−1) to be its derivative.

    At a zero of the base a root of exponent below 1 stands vertical.  A letter as an exponent stands for any real
    number, so that the base must be positive.
    """
    if isinstance(exponent, Rational):
        if exponent >= 1 or exponent < 0:
            return true
        return Gt(base, 0) if exponent.q % 2 == 0 else Ne(base, 0)
    if exponent.is_integer:
        return true
    return Gt(base, 0)


ROWS: tuple[Row, ...] = (
    Row(
        "IdentityDerivative", "Derivative of the variable", r"\frac{\mathrm{d}}{\mathrm{d}x}\,x = 1",
        _identity, lambda x: Integer(1), reference=POWERS,
        because="The graph of {x} is a line of slope 1.",
        examples=("d/dx x -> 1",), counterexamples=("d/dx x^2",),
    ),
    Row(
        "SquareRootDerivative", "Derivative of the square root",
        r"\frac{\mathrm{d}}{\mathrm{d}x}\sqrt{x} = \frac{1}{2\sqrt{x}},\quad x > 0",
        _exactly(Rational(1, 2)), lambda x: 1 / (2 * sqrt(x)), lambda x: Gt(x, 0), reference=POWERS,
        because="The root is the power 1/2, whose derivative is worth knowing by itself.",
        examples=("d/dx sqrt(x) -> 1/(2 sqrt(x))",), counterexamples=("d/dx sqrt(x^2 + 1)",),
    ),
    Row(
        "ReciprocalDerivative", "Derivative of 1/x",
        r"\frac{\mathrm{d}}{\mathrm{d}x}\,\frac{1}{x} = -\frac{1}{x^2}",
        _exactly(-1), lambda x: -1 / x**2, reference=POWERS,
        because="1/{x} is the power with exponent −1; no quotient rule is needed.",
        examples=("d/dx 1/x -> -1/x^2",), counterexamples=("d/dx 1/(x^2 + 1)",),
    ),
    Row(
        "PowerDerivative", "Power rule", r"\frac{\mathrm{d}}{\mathrm{d}x}\,x^n = n x^{n-1}",
        _power, lambda x, n: n * Pow(x, n - 1), lambda x, n: base_of_power(x, n), reference=POWERS,
        because="The base is {x} alone and the exponent {n} does not contain {x}.",
        examples=("d/dx x^3 -> 3x^2", "d/dx x^(1/3) -> 1/(3 x^(2/3))", "d/dx x^a -> a x^(a-1)"),
        counterexamples=("d/dx 2^x", "d/dx (2x + 1)^3"),
    ),
    line(
        "NaturalExponential", exp, ("e^x", "e^x"), lambda x: exp(x), ("exp(x)", "e^x"),
        because="The exponential is its own derivative: e is chosen so that its slope at 0 is 1.",
    ),
    Row(
        "ExponentialDerivative", "Derivative of an exponential",
        r"\frac{\mathrm{d}}{\mathrm{d}x}\,a^x = a^x \ln a,\quad a > 0",
        _exponential, lambda a, x: Pow(a, x) * log(a), lambda a, x: Gt(a, 0), reference="Stewart, Calculus 8e, §3.4",
        because="The letter {x} stands in the exponent over the constant base {a}; the power rule is for "
        "the other way round.",
        examples=("d/dx 2^x -> 2^x ln(2)",), counterexamples=("d/dx x^2", "d/dx x^x"),
    ),
    line(
        "NaturalLogarithm", log, (r"\ln x", r"\frac{1}{x}"), lambda x: 1 / x, ("ln(x)", "1/x"),
        because="The logarithm undoes the exponential, whose slope at height {x} is {x}; the slopes of inverse "
        "functions are reciprocal.",
    ),
    Row(
        "LogarithmOfAbsoluteDerivative", "Derivative of ln|x|",
        r"\frac{\mathrm{d}}{\mathrm{d}x}\,\ln|x| = \frac{1}{x},\quad x \neq 0",
        _log_of_absolute, lambda x: 1 / x, lambda x: Ne(x, 0), reference="Stewart, Calculus 8e, §3.6",
        because="To the left of 0 it is ln(−{x}), with slope −1/(−{x}) = 1/{x} again: one formula serves both sides.",
        examples=("d/dx ln|x| -> 1/x",), counterexamples=("d/dx ln|x^2 + 1|",),
    ),
    line("Sine", sin, (r"\sin x", r"\cos x"), lambda x: cos(x), ("sin(x)", "cos(x)"),
         because="The slope of the sine at {x} is the height of the cosine there."),
    line("Cosine", cos, (r"\cos x", r"-\sin x"), lambda x: -sin(x), ("cos(x)", "-sin(x)"),
         because="The cosine falls where the sine is positive, hence the minus sign."),
    line("Tangent", tan, (r"\tan x", r"\sec^2 x"), lambda x: sec(x) ** 2, ("tan(x)", "sec(x)^2")),
    line("Cotangent", cot, (r"\cot x", r"-\csc^2 x"), lambda x: -(csc(x) ** 2), ("cot(x)", "-csc(x)^2")),
    line("Secant", sec, (r"\sec x", r"\sec x \tan x"), lambda x: sec(x) * tan(x), ("sec(x)", "sec(x) tan(x)")),
    line("Cosecant", csc, (r"\csc x", r"-\csc x \cot x"), lambda x: -csc(x) * cot(x), ("csc(x)", "-csc(x) cot(x)")),
    line(
        "AbsoluteValue", Abs, (r"|x|", r"\operatorname{sign} x,\quad x \neq 0"), lambda x: sign(x), ("|x|", "x/|x|"),
        lambda x: Ne(x, 0),
        because="The slope is −1 to the left of 0 and 1 to the right; at 0 the two differ, and there is no derivative.",
        reference="Spivak, Calculus 4e, ch. 9",
    ),
)  # fmt: skip

RULES: tuple[AnyRule, ...] = table_rules(Differentiate, ROWS)
