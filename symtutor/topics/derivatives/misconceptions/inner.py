"""Mistakes with what stands inside: the inner derivative, and bars that are overlooked."""

from __future__ import annotations

from collections.abc import Iterable

from sympy import Abs, Expr, Integer, Pow, Symbol, log

from ....derivation import AnyRule, Bindings, Derive, Misconception, Phase, aside
from ....problems import Differentiate, fresh_letter
from ..chain import ChainRule, PowerOfFunction
from ..quotients import ReciprocalRule


class ChainRuleMissingInner(Misconception[Differentiate], ChainRule):
    """f(g)′ = f′(g)."""

    tag, mistakes = "chain_rule_missing_inner", "ChainRule"
    statement = r"f(g(x))' = f'(g(x)) \quad\text{(wrong)}"
    because = (
        "You differentiated the outer function {f} and left {g} inside, but {g} changes at a rate of its own: that "
        "factor is missing."
    )
    hint = "Multiply by the derivative of {g}."
    examples = ("d/dx sin(x^2) -> cos(x^2)", "d/dx e^(3x) -> e^(3x)")

    def derive(self, problem: Differentiate, f: Expr, g: Expr, x: Symbol) -> Derive:
        """f′(g)."""
        u = fresh_letter(problem)
        outer = yield aside(Differentiate(f, u), (u, g))
        return outer.xreplace({u: g})


class PowerMissingInner(Misconception[Differentiate], PowerOfFunction):
    """(uⁿ)′ = n uⁿ⁻¹."""

    tag, mistakes = "chain_rule_missing_inner", "PowerOfFunction"
    statement = r"(u^n)' = n u^{n-1} \quad\text{(wrong)}"
    because = "You took the power down, but the base {u} changes at a rate of its own: that factor is missing."
    hint = "Multiply by the derivative of {u}."
    examples = ("d/dx (x^2 + 1)^3 -> 3(x^2 + 1)^2",)

    def derive(self, problem: Differentiate, u: Expr, n: Expr, x: Symbol) -> Derive:
        """n uⁿ⁻¹."""
        yield from ()
        return n * Pow(u, n - 1)


class ReciprocalMissingInner(Misconception[Differentiate], ReciprocalRule):
    """(1/v)′ = −1/v²."""

    tag, mistakes = "chain_rule_missing_inner", "ReciprocalRule"
    statement = r"(1/v)' = -1/v^2 \quad\text{(wrong)}"
    because = "−1/v² is right for v = x alone; here {v} changes at a rate of its own: that factor is missing."
    hint = "Multiply by the derivative of {v}."
    examples = ("d/dx 1/(x^2 + 1) -> -1/(x^2 + 1)^2",)

    def derive(self, problem: Differentiate, v: Expr, x: Symbol) -> Derive:
        """−1/v²."""
        yield from ()
        return -1 / v**2


class InnerReplaced(Misconception[Differentiate], ChainRule):
    """f(g)′ = f′(g′)."""

    tag, mistakes = "chain_rule_inner_replaces", "ChainRule"
    statement = r"f(g(x))' = f'(g'(x)) \quad\text{(wrong)}"
    because = (
        "You put the derivative of {g} inside the outer function. The outer derivative is taken at {g} itself; the "
        "inner derivative stands outside, as a factor."
    )
    hint = "f′(g) · g′, not f′(g′)."
    examples = ("d/dx sin(x^2) -> cos(2x)",)

    def derive(self, problem: Differentiate, f: Expr, g: Expr, x: Symbol) -> Derive:
        """f′(g′)."""
        u = fresh_letter(problem)
        outer = yield aside(Differentiate(f, u), (u, g))
        inner = yield aside(Differentiate(g, x, problem.partial))
        return outer.xreplace({u: inner})


class PowerInnerReplaced(Misconception[Differentiate], PowerOfFunction):
    """(uⁿ)′ = n u′ⁿ⁻¹."""

    tag, mistakes = "chain_rule_inner_replaces", "PowerOfFunction"
    statement = r"(u^n)' = n (u')^{n-1} \quad\text{(wrong)}"
    because = "You differentiated inside the power. The base {u} stays as it is; its derivative comes in as a factor."
    hint = "n uⁿ⁻¹ · u′, not n (u′)ⁿ⁻¹."
    examples = ("d/dx (x^2 + 1)^3 -> 12x^2",)

    def derive(self, problem: Differentiate, u: Expr, n: Expr, x: Symbol) -> Derive:
        """n u′ⁿ⁻¹."""
        inner = yield aside(Differentiate(u, x, problem.partial))
        return n * Pow(inner, n - 1)


class LogarithmDerivativeScaled(Misconception[Differentiate], ChainRule):
    """(ln(cx))′ = 1/(cx)."""

    tag, mistakes, specificity = "log_derivative_scaled", "ChainRule", 2
    statement = r"(\ln cx)' = 1/(cx) \quad\text{(wrong)}"
    because = (
        "You wrote 1 over {g}, without the derivative of {g}. As ln of a product is a sum of logarithms, the constant "
        "factor makes no difference to the slope at all."
    )
    hint = "Split the logarithm: one part is constant, the other is ln {x}."
    examples = ("differentiate ln(5*x) wrt x (x > 0) -> 1/(5x)",)

    def match(self, problem: Differentiate) -> Iterable[Bindings]:
        """The logarithm of a constant multiple of the variable."""
        for bindings in super().match(problem):
            if isinstance(problem.expr, log) and not (bindings["g"] / problem.variable).has(problem.variable):
                yield bindings

    def derive(self, problem: Differentiate, f: Expr, g: Expr, x: Symbol) -> Derive:
        """1/(cx)."""
        yield from ()
        return 1 / g


class LogarithmDerivativeMultiplied(LogarithmDerivativeScaled):
    """(ln(cx))′ = c/x."""

    statement = r"(\ln cx)' = c/x \quad\text{(wrong)}"
    because = (
        "The outer derivative is 1 over {g}, not 1 over {x}: times the derivative of {g} the constant factor cancels. "
        "As ln of a product is a sum of logarithms, it makes no difference to the slope at all."
    )
    examples = ("d/dx ln(5x) -> 5/x",)

    def derive(self, problem: Differentiate, f: Expr, g: Expr, x: Symbol) -> Derive:
        """c/x."""
        yield from ()
        return (g / x) / x


class AbsoluteValueIgnored(Misconception[Differentiate]):
    """|u|′ = u′."""

    solves, phase = Differentiate, Phase.TABLE
    tag, mistakes, specificity = "abs_ignored", "AbsoluteValueDerivative", 1
    statement = r"|u|' = u' \quad\text{(wrong)}"
    reference = "Spivak, Calculus 4e, ch. 9"
    because = "You left the bars out: where what stands between them is negative, the slope has the other sign."
    hint = "Treat the two sides of the zero separately: |{x}| is −{x} on the left of 0."
    examples = ("differentiate |x| wrt x (x != 0) -> 1",)

    def match(self, problem: Differentiate) -> Iterable[Bindings]:
        """The absolute value of the bare variable."""
        if problem.expr == Abs(problem.variable):
            yield {"x": problem.variable}

    def derive(self, problem: Differentiate, x: Symbol) -> Derive:
        """The slope without the bars."""
        yield from ()
        return Integer(1)


class BarsDropped(Misconception[Differentiate]):
    """|u| taken for u before anything is differentiated."""

    solves, phase = Differentiate, Phase.TABLE
    tag, specificity = "abs_ignored", 1
    statement = r"(v\,|u|)' = (v\,u)' \quad\text{(wrong)}"
    reference = "Spivak, Calculus 4e, ch. 9"
    because = "You left the bars out: where what stands between them is negative, {whole} has the other sign."
    hint = "Treat the two sides of the zero separately."
    examples = ("d/dx x|x| -> 2x", "d/dx |x^2 - 1| -> 2x")

    def match(self, problem: Differentiate) -> Iterable[Bindings]:
        """Bars anywhere."""
        bars = sorted(problem.expr.atoms(Abs), key=lambda a: a.sort_key())
        if any(b.has(problem.variable) for b in bars):
            yield {"whole": bars[0]}

    def derive(self, problem: Differentiate, whole: Expr) -> Derive:
        """The derivative of what is left without the bars."""
        bare = problem.expr.replace(Abs, lambda u: u)
        return (yield Differentiate(bare, problem.variable, problem.partial))


MISCONCEPTIONS: tuple[AnyRule, ...] = (
    ChainRuleMissingInner(),
    PowerMissingInner(),
    ReciprocalMissingInner(),
    InnerReplaced(),
    PowerInnerReplaced(),
    LogarithmDerivativeScaled(),
    LogarithmDerivativeMultiplied(),
    AbsoluteValueIgnored(),
    BarsDropped(),
)
