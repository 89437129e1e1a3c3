"""The functions of neural networks, differentiated from their formulas where one of them is the whole question.

Inside a larger question they are looked up in the table.
"""

from __future__ import annotations

from collections.abc import Iterable

from sympy import Expr, Symbol, exp

from ...derivation import AnyRule, Bindings, Derive, Rule, Say, first
from ...problems import Differentiate
from ...written import Product, Quotient, write
from ...written.functions import DEFINITIONS, gelu, sigmoid, softplus


def is_whole_question(problem: Differentiate, function: object) -> bool:
    """Whether a person asks for the derivative of ``function`` of the bare variable, and of nothing else."""
    return problem.tidied and problem.expr.func == function and problem.expr.args == (problem.variable,)


class SigmoidFromItsFormula(Rule[Differentiate]):
    """Differentiate 1/(1 + e^(−x)), then recognise the sigmoid in the result."""

    solves = Differentiate
    title = "Derivative of the sigmoid, from its formula"
    statement = r"\sigma'(x) = \sigma(x)\,(1-\sigma(x))"
    reference = "Goodfellow, Bengio, Courville, Deep Learning, §3.10"
    because = (
        "{s} is short for one over a sum. Its derivative splits into that fraction and what is missing from it to 1, "
        "so the slope can be read off the value."
    )
    hint = "Write {s} as a power with exponent −1. Where does the sigmoid come back?"
    examples = ("derivative of sigmoid(x) -> sigmoid(x) (1 - sigmoid(x))",)
    counterexamples = ("derivative of sigmoid(2x)",)

    def match(self, problem: Differentiate) -> Iterable[Bindings]:
        """The whole question is σ of the variable."""
        if is_whole_question(problem, sigmoid):
            yield {"s": problem.expr, "x": problem.variable}

    def derive(self, problem: Differentiate, s: Expr, x: Symbol) -> Derive:
        """e^(−x)/(1 + e^(−x))² as σ·(1 − σ)."""
        whole = write(1 + exp(-x))
        formula = Differentiate(DEFINITIONS[sigmoid](x), x, problem.partial)
        slope = yield first(formula)
        yield Say(formula.statement(), "=", "the formula of the sigmoid")
        yield Say(slope)
        one = Quotient(write(1), whole)
        yield Say(Product((one, Quotient(write(exp(-x)), whole))))
        yield Say(Product((one, 1 - one)))
        return write(s) * write(1 - s)


class SoftplusFromItsFormula(Rule[Differentiate]):
    """Differentiate ln(1 + eˣ), then recognise the sigmoid."""

    solves = Differentiate
    title = "Derivative of softplus, from its formula"
    statement = r"\frac{\mathrm{d}}{\mathrm{d}x}\ln(1+e^x) = \sigma(x)"
    reference = "Goodfellow, Bengio, Courville, Deep Learning, §3.10"
    because = "{s} is short for a logarithm, and divided by the exponential the quotient it leaves is the sigmoid."
    hint = "Write {s} as a logarithm. Which known function is the result?"
    examples = ("derivative of softplus(x) -> sigmoid(x)",)
    counterexamples = ("derivative of softplus(x^2)",)

    def match(self, problem: Differentiate) -> Iterable[Bindings]:
        """The whole question is softplus of the variable."""
        if is_whole_question(problem, softplus):
            yield {"s": problem.expr, "x": problem.variable}

    def derive(self, problem: Differentiate, s: Expr, x: Symbol) -> Derive:
        """eˣ/(1 + eˣ) = 1/(e^(−x) + 1)."""
        formula = Differentiate(DEFINITIONS[softplus](x), x, problem.partial)
        slope = yield first(formula)
        yield Say(formula.statement(), "=", "the formula of softplus")
        yield Say(slope)
        yield Say(Quotient(write(1), write(1 + exp(-x))), "=", "top and bottom divided by the exponential")
        return write(sigmoid(x))


class GeluFromItsFormula(Rule[Differentiate]):
    """GELU is x times the normal distribution function: a product."""

    solves = Differentiate
    title = "Derivative of GELU, from its formula"
    statement = (
        r"\left(x\,\Phi(x)\right)' = \Phi(x) + x\,\varphi(x),"
        r"\quad \Phi(x) = \tfrac12\left(1+\operatorname{erf}\tfrac{x}{\sqrt2}\right)"
    )
    reference = "Hendrycks and Gimpel, Gaussian Error Linear Units, 2016"
    because = "{s} is short for {x} times the standard normal distribution function, which erf expresses: a product."
    hint = "Write {s} with erf. Which rule takes a product apart?"
    examples = ("derivative of gelu(x) -> (1 + erf(x/sqrt(2)))/2 + x e^(-x^2/2)/sqrt(2 pi)",)
    counterexamples = ("derivative of gelu(2x)",)

    def match(self, problem: Differentiate) -> Iterable[Bindings]:
        """The whole question is GELU of the variable."""
        if is_whole_question(problem, gelu):
            yield {"s": problem.expr, "x": problem.variable}

    def derive(self, problem: Differentiate, s: Expr, x: Symbol) -> Derive:
        """The derivative of the formula."""
        return (yield Differentiate(DEFINITIONS[gelu](x), x, problem.partial))


RULES: tuple[AnyRule, ...] = (SigmoidFromItsFormula(), SoftplusFromItsFormula(), GeluFromItsFormula())
