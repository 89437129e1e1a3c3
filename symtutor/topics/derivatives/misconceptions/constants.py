"""Mistakes with what does not vary."""

from __future__ import annotations

from collections.abc import Iterable

from sympy import Expr, Function, Pow, exp

from ....derivation import AnyRule, Bindings, Derive, Misconception, aside
from ....problems import Differentiate, fresh_letter
from ....written import write
from ..linearity import ConstantFactor, DerivativeOfNumber, DerivativeOfOtherLetter


class LetterTreatedAsVariable(Misconception[Differentiate], DerivativeOfOtherLetter):
    """A constant letter is differentiated as if it varied."""

    tag, mistakes = "constant_treated_as_variable", "DerivativeOfOtherLetter"
    statement = r"a' = 1 \quad\text{(wrong)}"
    because = "You differentiated {c}, but only {x} varies: every other letter is held constant, and its slope is 0."
    hint = "Put a number in the place of the letter and look again."
    examples = ("d/dx x^2 + a^2 -> 2x + 2a",)

    def match(self, problem: Differentiate) -> Iterable[Bindings]:
        """A term with one other letter."""
        if not problem.partial and len(problem.expr.free_symbols) == 1:
            yield from super().match(problem)

    def derive(self, problem: Differentiate, c: Expr, x: Expr) -> Derive:
        """The derivative in the other letter."""
        (letter,) = c.free_symbols
        return (yield aside(Differentiate(c, letter)))


class FactorTreatedAsVariable(Misconception[Differentiate], ConstantFactor):
    """A constant factor is given a derivative of its own."""

    tag, mistakes = "constant_treated_as_variable", "ConstantFactor"
    statement = r"(a f)' = a' f + a f' \text{ with } a' = 1 \quad\text{(wrong)}"
    because = "You used the product rule as if {c} varied; it does not contain {x}, so its derivative is 0."
    hint = "Take {c} out in front."
    examples = ("d/dx a x^2 -> x^2 + 2 a x",)

    def match(self, problem: Differentiate) -> Iterable[Bindings]:
        """A constant factor with one letter."""
        for bindings in super().match(problem):
            if len(bindings["c"].free_symbols) == 1 and not problem.partial:
                yield bindings

    def derive(self, problem: Differentiate, c: Expr, f: Expr, x: Expr) -> Derive:
        """The product rule with the factor's derivative in its own letter."""
        (letter,) = c.free_symbols
        own = yield aside(Differentiate(c, letter))
        return own * write(f) + c * (yield Differentiate(f, problem.variable, problem.partial))


class FactorDifferentiatedToo(FactorTreatedAsVariable):
    """A constant factor is replaced by its derivative in its own letter."""

    statement = r"(a^2 f)' = 2a f' \quad\text{(wrong)}"
    because = "You differentiated {c} too; it does not contain {x}, so it is a constant factor and stays as it is."
    examples = ("d/dx a^2 x -> 2a",)

    def match(self, problem: Differentiate) -> Iterable[Bindings]:
        """A factor that is more than a bare letter, which would only seem to be forgotten."""
        yield from (b for b in super().match(problem) if not b["c"].is_Symbol)

    def derive(self, problem: Differentiate, c: Expr, f: Expr, x: Expr) -> Derive:
        """a′ f′."""
        (letter,) = c.free_symbols
        own = yield aside(Differentiate(c, letter))
        return own * (yield Differentiate(f, problem.variable, problem.partial))


class OtherVariableDifferentiated(LetterTreatedAsVariable):
    """In a partial derivative, a term in the other variable is differentiated too."""

    tag, specificity = "partial_other_variable_differentiated", 1
    statement = r"\partial_x y^2 = 2y \quad\text{(wrong)}"
    because = "You differentiated {c} as well; in the partial derivative by {x} the other letters stand still."
    hint = "Put a number in the place of the other letter and look again."
    examples = ("find the partial derivative of x^2*y + y^3 wrt x -> 2xy + 3y^2",)

    def match(self, problem: Differentiate) -> Iterable[Bindings]:
        """A term with one other letter, in a partial derivative."""
        if problem.partial and len(problem.expr.free_symbols) == 1:
            yield from DerivativeOfOtherLetter.match(self, problem)


class OtherFactorDifferentiated(FactorTreatedAsVariable):
    """In a partial derivative, a factor in the other variable gets a term of its own."""

    tag, specificity = "partial_other_variable_differentiated", 1
    statement = r"\partial_x (f\,y) = y f' + f \quad\text{(wrong)}"
    because = (
        "You used the product rule as if {c} moved; in the partial derivative by {x} the other letters stand still."
    )
    hint = "Take {c} out in front, as you would with a number."
    examples = ("∂/∂x x^2 y -> 2x y + x^2",)

    def match(self, problem: Differentiate) -> Iterable[Bindings]:
        """A constant factor with one letter, in a partial derivative."""
        if problem.partial:
            yield from (b for b in ConstantFactor.match(self, problem) if len(b["c"].free_symbols) == 1)


class EveryLetterDifferentiated(OtherFactorDifferentiated):
    """In a partial derivative, every factor is differentiated by its own letter."""

    specificity = 0
    statement = r"\partial_x (f\,y^n) = f' \cdot n y^{n-1} \quad\text{(wrong)}"
    because = "You differentiated {c} too; in the partial derivative by {x} it is a constant factor and stays."
    examples = ("∂/∂x x^2 y^3 -> 6 x y^2",)

    def match(self, problem: Differentiate) -> Iterable[Bindings]:
        """A factor that is more than a bare letter, which would only seem to be forgotten."""
        yield from (b for b in super().match(problem) if not b["c"].is_Symbol)

    def derive(self, problem: Differentiate, c: Expr, f: Expr, x: Expr) -> Derive:
        """c′ f′, each in its own letter."""
        (letter,) = c.free_symbols
        own = yield aside(Differentiate(c, letter))
        return own * (yield Differentiate(f, problem.variable, problem.partial))


class NumberTreatedAsVariable(Misconception[Differentiate], DerivativeOfNumber):
    """(π²)′ = 2π."""

    tag, mistakes = "constant_treated_as_variable", "DerivativeOfNumber"
    statement = r"(\pi^2)' = 2\pi \quad\text{(wrong)}"
    because = "You differentiated {c}, but it is a number, however it is written: its slope is 0."
    hint = "Does {c} change when the variable does?"
    examples = ("d/dx x + pi^2 -> 1 + 2 pi", "d/dx x + ln(2) -> 1 + 1/2", "d/dx x + sin(5) -> 1 + cos(5)")

    def match(self, problem: Differentiate) -> Iterable[Bindings]:
        """A power or a function of a number."""
        for bindings in super().match(problem):
            if isinstance(bindings["c"], (Pow, Function)):
                yield bindings

    def derive(self, problem: Differentiate, c: Expr) -> Derive:
        """n bⁿ⁻¹, or f′(b)."""
        if isinstance(c, Function) and not isinstance(c, exp):
            if len(c.args) != 1:
                return None
            u = fresh_letter(problem)
            slope = yield aside(Differentiate(c.func(u), u), (u, c.args[0]))
            return slope.xreplace({u: c.args[0]})
        base, n = c.as_base_exp()
        return n * Pow(base, n - 1)


class NumberKept(Misconception[Differentiate], DerivativeOfNumber):
    """d(5) = 5."""

    tag, mistakes = "constant_kept", "DerivativeOfNumber"
    statement = r"c' = c \quad\text{(wrong)}"
    because = "You kept the constant {c}: its graph is level, so its slope is 0."
    hint = "A constant drops out of the derivative."
    examples = ("d/dx x^2 + 5 -> 2x + 5",)

    def derive(self, problem: Differentiate, c: Expr) -> Derive:
        """The number itself."""
        yield from ()
        return c


class LetterKept(Misconception[Differentiate], DerivativeOfOtherLetter):
    """da/dx = a."""

    tag, mistakes = "constant_kept", "DerivativeOfOtherLetter"
    statement = r"a' = a \quad\text{(wrong)}"
    because = "You kept {c}: it does not contain {x}, so its slope is 0."
    hint = "A term without {x} drops out of the derivative."
    examples = ("d/dx x^2 + a -> 2x + a",)

    def derive(self, problem: Differentiate, c: Expr, x: Expr) -> Derive:
        """The term itself."""
        yield from ()
        return c


MISCONCEPTIONS: tuple[AnyRule, ...] = (
    LetterTreatedAsVariable(),
    FactorTreatedAsVariable(),
    FactorDifferentiatedToo(),
    OtherVariableDifferentiated(),
    OtherFactorDifferentiated(),
    EveryLetterDifferentiated(),
    NumberTreatedAsVariable(),
    NumberKept(),
    LetterKept(),
)
