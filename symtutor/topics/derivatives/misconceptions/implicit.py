"""Mistakes in implicit differentiation: terms in y differentiated as if y were the variable."""

from __future__ import annotations

from collections.abc import Iterable

from sympy import Expr, Function, Integer, Pow, Symbol
from sympy.core.function import AppliedUndef, Derivative
from sympy.core.relational import Equality

from ....derivation import AnyRule, Bindings, Derive, Misconception, aside, first
from ....problems import Differentiate, ImplicitDerivative, fresh_letter
from ....written import write
from ..chain import ChainRule, PowerOfFunction
from ..implicit import DifferentiateBothSides, as_printed
from ..products import ProductRule

TAG = "implicit_missing_dydx"
REFERENCE = "Stewart, Calculus 8e, §3.5, warning after example 1"
HINT = "Whenever you differentiate a term in {y}, write its slope beside it."


def _named(u: AppliedUndef) -> dict[str, Symbol]:
    """y and y′, as a student writes y(x) and its derivative."""
    name = u.func.__name__
    return {"y": Symbol(name, real=True), "slope": Symbol(f"{name}'", real=True)}


class PowerMissingSlope(Misconception[Differentiate]):
    """(yⁿ)′ = n yⁿ⁻¹."""

    solves, reference = Differentiate, REFERENCE
    tag, mistakes, within, specificity = TAG, "PowerOfFunction", "DifferentiateBothSides", 1
    statement = r"\frac{\mathrm{d}}{\mathrm{d}x}\,y^n = n y^{n-1} \quad\text{(wrong)}"
    because = "{y} depends on {x}, so a power of it brings the factor {slope}; you left that out."
    hint = HINT
    examples = ("x^2 + x y + y^2 = 3, find dy/dx -> -(2x + 3y)/x",)

    def match(self, problem: Differentiate) -> Iterable[Bindings]:
        """A power of the unknown function."""
        for bindings in PowerOfFunction().match(problem):
            if isinstance(bindings["u"], AppliedUndef):
                yield {**bindings, **_named(bindings["u"])}

    def derive(self, problem: Differentiate, u: Expr, n: Expr, x: Symbol, y: Symbol, slope: Symbol) -> Derive:
        """n yⁿ⁻¹."""
        yield from ()
        return n * Pow(u, n - 1)


class FunctionMissingSlope(Misconception[Differentiate]):
    """(sin y)′ = cos y."""

    solves, reference = Differentiate, REFERENCE
    tag, mistakes, within, specificity = TAG, "ChainRule", "DifferentiateBothSides", 1
    statement = r"\frac{\mathrm{d}}{\mathrm{d}x}\,f(y) = f'(y) \quad\text{(wrong)}"
    because = "{y} depends on {x}, so a function of it brings the factor {slope}; you left that out."
    hint = HINT
    examples = ("e^y + x y = 1, find dy/dx -> -(e^y + y)/x",)

    def match(self, problem: Differentiate) -> Iterable[Bindings]:
        """A function of the unknown function."""
        for bindings in ChainRule().match(problem):
            if isinstance(bindings["g"], AppliedUndef):
                u, x = bindings["g"], problem.variable
                yield {"f": bindings["f"], "u": u, "x": x, **_named(u)}

    def derive(self, problem: Differentiate, f: Expr, u: Expr, x: Symbol, y: Symbol, slope: Symbol) -> Derive:
        """f′(y)."""
        letter = fresh_letter(problem)
        outer = yield aside(Differentiate(f, letter), (letter, u))
        return outer.xreplace({letter: u})


class ProductMissingSlope(Misconception[Differentiate]):
    """(x y)′ = y + x."""

    solves, reference = Differentiate, REFERENCE
    tag, mistakes, within, specificity = TAG, "ProductRule", "DifferentiateBothSides", 1
    statement = r"\frac{\mathrm{d}}{\mathrm{d}x}\,x y = y + x \quad\text{(wrong)}"
    because = "You wrote 1 for the derivative of {y}; but {y} depends on {x}, and its derivative is {slope}."
    hint = HINT
    examples = ("x^3 + y^3 = 6 x y, find dy/dx -> (6y + 6x - 3x^2)/(3y^2)",)

    def match(self, problem: Differentiate) -> Iterable[Bindings]:
        """A product with the unknown function itself as a factor."""
        for bindings in ProductRule().match(problem):
            factors = (bindings["u"], bindings["v"])
            for u, v in (factors, factors[::-1]):
                if isinstance(u, AppliedUndef):
                    yield {"u": u, "v": v, "x": problem.variable, **_named(u)}

    def derive(self, problem: Differentiate, u: Expr, v: Expr, x: Symbol, y: Symbol, slope: Symbol) -> Derive:
        """v′ y + v."""
        return (yield Differentiate(v, x, problem.partial)) * write(u) + write(v)


class EverySlopeMissing(Misconception[ImplicitDerivative], DifferentiateBothSides):
    """Both sides differentiated without any dy/dx, and one taken from the other."""

    tag, mistakes = TAG, "DifferentiateBothSides"
    statement = r"\frac{\mathrm{d}}{\mathrm{d}x}\,y = 1 \quad\text{(wrong)}"
    because = (
        "You differentiated {y} as if it were the variable. Along the curve {y} depends on {x}, so every term in {y} "
        "brings a factor {slope}, and the equation is then solved for that."
    )
    hint = "Differentiate both sides by {x}; whenever you differentiate {y}, write its slope {slope} beside it."
    examples = ("x^2 + y^2 = 25, find dy/dx -> 2x + 2y",)

    def derive(self, problem: ImplicitDerivative, equation: Equality, x: Symbol, y: Symbol, slope: Symbol) -> Derive:
        """What is left of the difference of both sides."""
        curve = Function(y.name)(x)
        rate = yield first(Differentiate(self.gap(equation).xreplace({y: curve}), x))
        return (yield as_printed(rate.xreplace({Derivative(curve, x): Integer(1)}).xreplace({curve: y})))

    def gap(self, equation: Equality) -> Expr:
        """One side less the other."""
        return equation.lhs - equation.rhs


class EverySlopeMissingTurned(EverySlopeMissing):
    """The same, brought to the other side."""

    examples = ("x^2 + y^2 = 25, find dy/dx -> -2x - 2y",)

    def gap(self, equation: Equality) -> Expr:
        """The other side less the one."""
        return equation.rhs - equation.lhs


MISCONCEPTIONS: tuple[AnyRule, ...] = (
    PowerMissingSlope(),
    FunctionMissingSlope(),
    ProductMissingSlope(),
    EverySlopeMissing(),
    EverySlopeMissingTurned(),
)
