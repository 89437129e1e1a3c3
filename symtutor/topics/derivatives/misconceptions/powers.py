"""Mistakes with powers, exponentials and logarithms."""

from __future__ import annotations

from collections.abc import Iterable

from sympy import Expr, Pow, Symbol, log

from ....derivation import AnyRule, Bindings, Derive, Misconception, Phase
from ....problems import Differentiate
from ....written import write
from ..linearity import ConstantFactor


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
    MissingLogOfBase(),
    MissingLogOfLogarithmBase(),
)
