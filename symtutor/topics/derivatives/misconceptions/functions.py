"""Mistakes with trigonometric functions and their inverses."""

from __future__ import annotations

from collections.abc import Iterable

from sympy import Expr, Symbol, cos, cosh, cot, csc, sec, sin, sinh, sqrt, tan
from sympy import acos as arccos
from sympy import asin as arcsin
from sympy import atan as arctan

from ....derivation import AnyRule, Bindings, Derive, Misconception, Phase, aside
from ....problems import Differentiate


class _WrongSign(Misconception[Differentiate]):
    """A trigonometric derivative with the wrong sign."""

    solves, phase = Differentiate, Phase.TABLE
    tag = "trig_derivative_sign"
    reference = "Orton (1983)"
    because = "The sign of the derivative of {f} is wrong."
    hint = "Of sine and cosine it is the cosine whose derivative has the minus sign: at 0 the sine climbs."
    function: type[Expr]

    def match(self, problem: Differentiate) -> Iterable[Bindings]:
        """The function of the bare variable."""
        if problem.expr == self.function(problem.variable):
            yield {"f": problem.expr, "x": problem.variable}

    def derive(self, problem: Differentiate, f: Expr, x: Symbol) -> Derive:
        """The table's entry, with the other sign."""
        yield from ()
        right = {
            sin: cos(x), cos: -sin(x), tan: sec(x) ** 2, cot: -(csc(x) ** 2), sec: sec(x) * tan(x),
            csc: -csc(x) * cot(x), cosh: sinh(x), arccos: -1 / sqrt(1 - x**2),
        }  # fmt: skip
        return -right[self.function]


class SineSign(_WrongSign):
    """(sin x)′ = −cos x."""

    mistakes, function = "SineDerivative", sin
    statement = r"(\sin x)' = -\cos x \quad\text{(wrong)}"
    examples = ("d/dx sin(x) -> -cos(x)",)


class CosineSign(_WrongSign):
    """(cos x)′ = sin x."""

    mistakes, function = "CosineDerivative", cos
    statement = r"(\cos x)' = \sin x \quad\text{(wrong)}"
    examples = ("d/dx cos(x) -> sin(x)",)


class TangentSign(_WrongSign):
    """(tan x)′ = −sec² x."""

    mistakes, function = "TangentDerivative", tan
    statement = r"(\tan x)' = -\sec^2 x \quad\text{(wrong)}"
    hint = "The tangent climbs on every one of its branches."
    examples = ("d/dx tan(x) -> -sec(x)^2",)


class CotangentSign(_WrongSign):
    """(cot x)′ = csc² x."""

    mistakes, function = "CotangentDerivative", cot
    statement = r"(\cot x)' = \csc^2 x \quad\text{(wrong)}"
    hint = "The cotangent falls on every one of its branches."
    examples = ("d/dx cot(x) -> csc(x)^2",)


class SecantSign(_WrongSign):
    """(sec x)′ = −sec x tan x."""

    mistakes, function = "SecantDerivative", sec
    statement = r"(\sec x)' = -\sec x \tan x \quad\text{(wrong)}"
    hint = "To the right of 0 the cosine falls, so 1/cos x grows."
    examples = ("d/dx sec(x) -> -sec(x) tan(x)",)


class CosecantSign(_WrongSign):
    """(csc x)′ = csc x cot x."""

    mistakes, function = "CosecantDerivative", csc
    statement = r"(\csc x)' = \csc x \cot x \quad\text{(wrong)}"
    hint = "To the right of 0 the sine grows, so 1/sin x falls."
    examples = ("d/dx csc(x) -> csc(x) cot(x)",)


class HyperbolicCosineSign(_WrongSign):
    """(cosh x)′ = −sinh x."""

    mistakes, function = "HyperbolicCosineDerivative", cosh
    statement = r"(\cosh x)' = -\sinh x \quad\text{(wrong)}"
    hint = "The hyperbolic cosine climbs to the right of 0: no minus sign, unlike the cosine."
    examples = ("d/dx cosh(x) -> -sinh(x)",)


class InverseCosineSign(_WrongSign):
    """(arccos x)′ = 1/√(1 − x²)."""

    mistakes, function = "InverseCosineDerivative", arccos
    statement = r"(\arccos x)' = \frac{1}{\sqrt{1-x^2}} \quad\text{(wrong)}"
    hint = "arccos falls from π to 0 as {x} climbs from −1 to 1."
    examples = ("d/dx arccos(x) -> 1/sqrt(1-x^2)",)


class _ReadAsReciprocal(Misconception[Differentiate]):
    """sin⁻¹ x taken for 1/sin x."""

    solves, phase = Differentiate, Phase.TABLE
    tag = "inverse_trig_as_reciprocal"
    reference = "examiners' reports"
    because = "You differentiated the reciprocal of the trigonometric function; {f} is its inverse function."
    hint = "arcsin undoes sin: sin(arcsin x) = x. Differentiate that."
    function: type[Expr]

    def match(self, problem: Differentiate) -> Iterable[Bindings]:
        """The inverse function of the bare variable."""
        if problem.expr == self.function(problem.variable):
            yield {"f": problem.expr, "x": problem.variable}

    def derive(self, problem: Differentiate, f: Expr, x: Symbol) -> Derive:
        """The derivative of 1/sin x."""
        direct = {arcsin: sin, arccos: cos, arctan: tan}[self.function]
        return (yield aside(Differentiate(1 / direct(x), x)))


class InverseSineAsReciprocal(_ReadAsReciprocal):
    """(arcsin x)′ = (1/sin x)′."""

    mistakes, function = "InverseSineDerivative", arcsin
    statement = r"(\sin^{-1} x)' = (1/\sin x)' \quad\text{(wrong)}"
    examples = ("d/dx arcsin(x) -> -cos(x)/sin(x)^2",)


class InverseCosineAsReciprocal(_ReadAsReciprocal):
    """(arccos x)′ = (1/cos x)′."""

    mistakes, function = "InverseCosineDerivative", arccos
    statement = r"(\cos^{-1} x)' = (1/\cos x)' \quad\text{(wrong)}"
    examples = ("d/dx arccos(x) -> sin(x)/cos(x)^2",)


class InverseTangentAsReciprocal(_ReadAsReciprocal):
    """(arctan x)′ = (1/tan x)′."""

    mistakes, function = "InverseTangentDerivative", arctan
    statement = r"(\tan^{-1} x)' = (1/\tan x)' \quad\text{(wrong)}"
    examples = ("d/dx arctan(x) -> -1/sin(x)^2",)


class _SlopeOfDirectFunction(_ReadAsReciprocal):
    """(f⁻¹)′ taken for 1/f′ at the same place."""

    because = (
        "You took one over the derivative of the direct function at {x}. The slope of {f} is one over the slope of "
        "the direct function at the place that {f} names, not at {x}."
    )
    hint = "Write y for {f}, differentiate {x} = … by y, and bring y back to {x} at the end."

    def derive(self, problem: Differentiate, f: Expr, x: Symbol) -> Derive:
        """One over the derivative of sin x."""
        direct = {arcsin: sin, arccos: cos, arctan: tan}[self.function]
        return 1 / (yield aside(Differentiate(direct(x), x)))


class InverseSineSlope(_SlopeOfDirectFunction):
    """(arcsin x)′ = 1/cos x."""

    mistakes, function = "InverseSineDerivative", arcsin
    statement = r"(\sin^{-1} x)' = 1/\cos x \quad\text{(wrong)}"
    examples = ("d/dx arcsin(x) -> 1/cos(x)",)


class InverseCosineSlope(_SlopeOfDirectFunction):
    """(arccos x)′ = −1/sin x."""

    mistakes, function = "InverseCosineDerivative", arccos
    statement = r"(\cos^{-1} x)' = -1/\sin x \quad\text{(wrong)}"
    examples = ("d/dx arccos(x) -> -1/sin(x)",)


class InverseTangentSlope(_SlopeOfDirectFunction):
    """(arctan x)′ = cos² x."""

    mistakes, function = "InverseTangentDerivative", arctan
    statement = r"(\tan^{-1} x)' = 1/\sec^2 x \quad\text{(wrong)}"
    examples = ("d/dx arctan(x) -> cos(x)^2",)


MISCONCEPTIONS: tuple[AnyRule, ...] = (
    SineSign(),
    CosineSign(),
    TangentSign(),
    CotangentSign(),
    SecantSign(),
    CosecantSign(),
    HyperbolicCosineSign(),
    InverseCosineSign(),
    InverseSineAsReciprocal(),
    InverseCosineAsReciprocal(),
    InverseTangentAsReciprocal(),
    InverseSineSlope(),
    InverseCosineSlope(),
    InverseTangentSlope(),
)
