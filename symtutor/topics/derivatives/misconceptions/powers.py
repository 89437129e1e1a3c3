"""Mistakes with powers, exponentials and logarithms."""

from __future__ import annotations

from collections.abc import Iterable

from sympy import Expr, Pow, Symbol, exp, log

from ....derivation import AnyRule, Bindings, Derive, Misconception, Phase
from ....problems import Differentiate
from ....written import write
from ..chain import ChainRule, PowerOfFunction
from ..linearity import ConstantFactor
from ..logarithmic import LogarithmicDifferentiation


class PowerRuleOnExponential(Misconception[Differentiate]):
    """(aˣ)′ = x aˣ⁻¹."""

    solves, phase = Differentiate, Phase.TABLE
    tag, mistakes = "power_rule_on_exponential", "ExponentialDerivative"
    statement = r"(a^x)' = x a^{x-1} \quad\text{(wrong)}"
    reference = "Orton (1983)"
    because = (
        "You used the power rule, but here the variable stands in the exponent. The power rule is for a variable base "
        "with a constant exponent."
    )
    hint = "For an exponential: (aˣ)′ = aˣ ln a."
    examples = ("d/dx 2^x -> x 2^(x-1)",)

    def match(self, problem: Differentiate) -> Iterable[Bindings]:
        """A constant to the power of the variable."""
        expr, x = problem.expr, problem.variable
        base, exponent = expr.as_base_exp()
        if exponent == x and not base.has(x):
            yield {"a": base, "x": x}

    def derive(self, problem: Differentiate, a: Expr, x: Symbol) -> Derive:
        """x aˣ⁻¹."""
        yield from ()
        return x * Pow(a, x - 1)


class PowerRuleOnNaturalExponential(PowerRuleOnExponential):
    """(eˣ)′ = x eˣ⁻¹."""

    mistakes = "NaturalExponentialDerivative"
    statement = r"(e^x)' = x e^{x-1} \quad\text{(wrong)}"
    hint = "The natural exponential is its own derivative."
    examples = ("d/dx e^x -> x e^(x-1)",)


class NegativeExponentRaised(Misconception[Differentiate]):
    """(x⁻ⁿ)′ = −n x⁻ⁿ⁺¹."""

    solves, phase = Differentiate, Phase.TABLE
    tag, mistakes = "power_rule_negative_exponent", "PowerDerivative"
    statement = r"(x^{-n})' = -n x^{-n+1} \quad\text{(wrong)}"
    reference = "Orton (1983)"
    because = "The exponent {n} has to fall by 1: for a negative exponent that means further from zero, not nearer."
    hint = "{n} − 1 is the new exponent."
    examples = ("d/dx 1/x^2 -> -2/x",)

    def match(self, problem: Differentiate) -> Iterable[Bindings]:
        """A negative power of the variable."""
        base, n = problem.expr.as_base_exp()
        if base == problem.variable and n.is_Rational and n < 0:
            yield {"n": n, "x": problem.variable}

    def derive(self, problem: Differentiate, n: Expr, x: Symbol) -> Derive:
        """n xⁿ⁺¹."""
        yield from ()
        return n * Pow(x, n + 1)


class NegativeExponentOfReciprocalRaised(NegativeExponentRaised):
    """(x⁻¹)′ = −x⁰."""

    mistakes = "ReciprocalDerivative"
    examples = ("d/dx 1/x -> -1",)


class ExponentNotReduced(Misconception[Differentiate]):
    """(xⁿ)′ = n xⁿ."""

    solves, phase = Differentiate, Phase.TABLE
    tag, mistakes = "exponent_not_reduced", "PowerDerivative"
    statement = r"(x^n)' = n x^n \quad\text{(wrong)}"
    reference = "Orton (1983)"
    because = "You multiplied by the exponent {n} but did not lower it."
    hint = "After bringing {n} down, take 1 off the exponent."
    examples = ("d/dx x^3 -> 3x^3",)

    def match(self, problem: Differentiate) -> Iterable[Bindings]:
        """A constant power of the variable."""
        base, n = problem.expr.as_base_exp()
        if base == problem.variable and not n.has(problem.variable) and n != 1:
            yield {"n": n, "x": problem.variable}

    def derive(self, problem: Differentiate, n: Expr, x: Symbol) -> Derive:
        """n xⁿ."""
        yield from ()
        return n * Pow(x, n)


class PowerRuleOnExponentialOfFunction(Misconception[Differentiate], ChainRule):
    """(aᵛ)′ = v aᵛ⁻¹."""

    tag, mistakes, specificity = "power_rule_on_exponential", "ChainRule", 1
    statement = r"(a^v)' = v\,a^{v-1} \quad\text{(wrong)}"
    because = (
        "You used the power rule, but here the variable stands in the exponent {g}. The power rule is for a variable "
        "base with a constant exponent."
    )
    hint = "For an exponential: (aᵛ)′ = aᵛ ln a · v′."
    examples = ("d/dx 3^(2x) -> 2x 3^(2x-1)", "d/dx e^(x^2) -> x^2 e^(x^2-1)")

    def match(self, problem: Differentiate) -> Iterable[Bindings]:
        """A constant to the power of a function."""
        if isinstance(problem.expr, (Pow, exp)):
            yield from super().match(problem)

    def derive(self, problem: Differentiate, f: Expr, g: Expr, x: Symbol) -> Derive:
        """v aᵛ⁻¹."""
        yield from ()
        base, exponent = problem.expr.as_base_exp()
        return exponent * Pow(base, exponent - 1)


class PowerRuleOnMovingExponent(Misconception[Differentiate], LogarithmicDifferentiation):
    """(xˣ)′ = x·xˣ⁻¹."""

    tag, mistakes = "power_rule_on_exponential", "LogarithmicDifferentiation"
    statement = r"(u^v)' = v\,u^{v-1}\,u' \quad\text{(wrong)}"
    because = "You used the power rule, but the exponent {v} varies too; the power rule is for a constant exponent."
    hint = "Take the logarithm first: ln y = v ln u, then differentiate both sides."
    examples = ("d/dx x^x -> x^x", "d/dx x^sin(x) -> sin(x) x^(sin(x) - 1)")

    def derive(self, problem: Differentiate, u: Expr, v: Expr, x: Symbol) -> Derive:
        """v·uᵛ⁻¹·u′."""
        du = yield Differentiate(u, x, problem.partial)
        return v * Pow(u, v - 1) * du


class NegativePowerOfFunctionRaised(Misconception[Differentiate], PowerOfFunction):
    """(u⁻ⁿ)′ = −n u⁻ⁿ⁺¹ u′."""

    tag, mistakes = "power_rule_negative_exponent", "PowerOfFunction"
    statement = r"(u^{-n})' = -n u^{-n+1} u' \quad\text{(wrong)}"
    because = "The exponent {n} has to fall by 1: for a negative exponent that means further from zero, not nearer."
    hint = "{n} − 1 is the new exponent."
    examples = ("d/dx (2x+1)^(-3) -> -6 (2x+1)^(-2)",)

    def match(self, problem: Differentiate) -> Iterable[Bindings]:
        """A negative power of more than the variable."""
        yield from (b for b in super().match(problem) if b["n"].is_Rational and b["n"] < 0)

    def derive(self, problem: Differentiate, u: Expr, n: Expr, x: Symbol) -> Derive:
        """n uⁿ⁺¹ u′."""
        return n * write(Pow(u, n + 1)) * (yield Differentiate(u, x, problem.partial))


class ExponentOfFunctionNotReduced(Misconception[Differentiate], PowerOfFunction):
    """(uⁿ)′ = n uⁿ u′."""

    tag, mistakes = "exponent_not_reduced", "PowerOfFunction"
    statement = r"(u^n)' = n u^n u' \quad\text{(wrong)}"
    because = "You multiplied by the exponent {n} but did not lower it."
    hint = "After bringing {n} down, take 1 off the exponent."
    examples = ("d/dx (x^2+1)^3 -> 6x (x^2+1)^3", "d/dx sin(x)^2 -> 2 sin(x)^2 cos(x)")

    def derive(self, problem: Differentiate, u: Expr, n: Expr, x: Symbol) -> Derive:
        """n uⁿ u′."""
        return n * write(Pow(u, n)) * (yield Differentiate(u, x, problem.partial))


class MissingLogOfBase(Misconception[Differentiate]):
    """(aˣ)′ = aˣ."""

    solves, phase = Differentiate, Phase.TABLE
    tag, mistakes = "missing_log_of_base", "ExponentialDerivative"
    statement = r"(a^x)' = a^x \quad\text{(wrong)}"
    reference = "Stewart, Calculus 8e, §3.4"
    because = "Only the exponential with base e is its own derivative; for the base {a} the factor ln a is missing."
    hint = "Write {a} as e to the power ln {a} to see where the factor comes from."
    examples = ("d/dx 2^x -> 2^x",)

    def match(self, problem: Differentiate) -> Iterable[Bindings]:
        """A constant to the power of the variable."""
        base, exponent = problem.expr.as_base_exp()
        if exponent == problem.variable and not base.has(problem.variable):
            yield {"a": base, "x": problem.variable}

    def derive(self, problem: Differentiate, a: Expr, x: Symbol) -> Derive:
        """aˣ."""
        yield from ()
        return Pow(a, x)


class MissingLogOfLogarithmBase(Misconception[Differentiate], ConstantFactor):
    """(log_b x)′ = 1/x."""

    tag, mistakes = "missing_log_of_base", "ConstantFactor"
    statement = r"(\log_b x)' = 1/x \quad\text{(wrong)}"
    because = "1/x belongs to the natural logarithm. For another base the derivative is divided by the ln of the base."
    hint = "Write log_b x as ln x / ln b."
    examples = ("d/dx log_2 x -> 1/x",)

    def match(self, problem: Differentiate) -> Iterable[Bindings]:
        """A logarithm divided by the logarithm of a number."""
        for bindings in super().match(problem):
            below = 1 / bindings["c"]
            if isinstance(below, log) and isinstance(bindings["f"], log):
                yield bindings

    def derive(self, problem: Differentiate, c: Expr, f: Expr, x: Expr) -> Derive:
        """The factor is forgotten."""
        return (yield Differentiate(f, problem.variable, problem.partial)) * write(1)


MISCONCEPTIONS: tuple[AnyRule, ...] = (
    PowerRuleOnExponential(),
    PowerRuleOnNaturalExponential(),
    NegativeExponentRaised(),
    NegativeExponentOfReciprocalRaised(),
    ExponentNotReduced(),
    PowerRuleOnExponentialOfFunction(),
    PowerRuleOnMovingExponent(),
    NegativePowerOfFunctionRaised(),
    ExponentOfFunctionNotReduced(),
    MissingLogOfBase(),
    MissingLogOfLogarithmBase(),
)
