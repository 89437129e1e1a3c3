"""What students do instead: unsound rules beside the rules they distort.

A ``because`` here speaks to the student: what was done, and why it cannot be.  The mistakes are those known from the
literature on derivative errors (Orton 1983, Educational Studies in Mathematics 14; examiners' reports).
"""

from __future__ import annotations

from collections.abc import Iterable

from sympy import Abs, Expr, Mul, Pow, Symbol, cos, cot, csc, log, sec, sin, tan
from sympy import acos as arccos
from sympy import asin as arcsin
from sympy import atan as arctan

from ...derivation import AnyRule, Bindings, Derive, Misconception, Phase, aside
from ...problems import Differentiate, fresh_letter
from ...written import Minus, Quotient, write
from .chain import ChainRule, PowerOfFunction
from .linearity import ConstantFactor, DerivativeOfNumber, DerivativeOfOtherLetter
from .products import ProductOfMany, ProductRule
from .quotients import QuotientRule, ReciprocalRule


class ProductOfDerivatives(Misconception[Differentiate], ProductRule):
    """(uv)′ = u′v′."""

    tag, mistakes = "product_rule_as_product_of_derivatives", "ProductRule"
    statement = r"(u v)' = u' v' \quad\text{(wrong)}"
    because = (
        "You multiplied the derivatives of {u} and {v}. With x · x that would give 1 · 1 = 1, but the derivative of x² "
        "is 2x."
    )
    hint = "Let one factor change while the other stands still, then exchange them: u′v + uv′."
    examples = ("d/dx x^2 sin(x) -> 2x cos(x)",)

    def derive(self, problem: Differentiate, u: Expr, v: Expr, x: Symbol) -> Derive:
        """u′v′."""
        du = yield Differentiate(u, x, problem.partial)
        dv = yield Differentiate(v, x, problem.partial)
        return du * dv


class ProductOfManyDerivatives(Misconception[Differentiate], ProductOfMany):
    """(uvw)′ = u′v′w′."""

    tag, mistakes = "product_rule_as_product_of_derivatives", "ProductOfMany"
    statement = r"(u v w)' = u' v' w' \quad\text{(wrong)}"
    because = "You multiplied the derivatives of the factors {factors}; each term may contain only one derivative."
    hint = "As many terms as factors, and in each of them one factor is differentiated."
    examples = ("d/dx x e^x sin(x) -> e^x cos(x)",)

    def derive(self, problem: Differentiate, factors: Mul, x: Symbol) -> Derive:
        """The derivatives, multiplied."""
        slopes = yield tuple(Differentiate(f, x, problem.partial) for f in factors)
        product = slopes[0]
        for slope in slopes[1:]:
            product = product * slope
        return product


class QuotientOfDerivatives(Misconception[Differentiate], QuotientRule):
    """(u/v)′ = u′/v′."""

    tag, mistakes = "quotient_rule_as_quotient_of_derivatives", "QuotientRule"
    statement = r"(u/v)' = u'/v' \quad\text{(wrong)}"
    because = (
        "You divided the derivative of {u} by that of {v}. With x²/x that would give 2x, but x²/x is x and its "
        "derivative is 1."
    )
    hint = "Use (u′v − uv′)/v²."
    examples = ("d/dx x/(x^2+1) -> 1/(2x)",)

    def derive(self, problem: Differentiate, u: Expr, v: Expr, x: Symbol) -> Derive:
        """u′/v′."""
        du = yield Differentiate(u, x, problem.partial)
        dv = yield Differentiate(v, x, problem.partial)
        return Quotient(du, dv)


class QuotientOrderSwapped(Misconception[Differentiate], QuotientRule):
    """(u/v)′ = (uv′ − u′v)/v²."""

    tag, mistakes = "quotient_rule_order_swapped", "QuotientRule"
    statement = r"(u/v)' = (u v' - u' v)/v^2 \quad\text{(wrong)}"
    because = (
        "The two terms on top changed places, so every sign is wrong. When the numerator {u} grows, the quotient grows "
        "with it: the term with u′ is the positive one."
    )
    hint = "Begin with the derivative of the numerator: (u′v − uv′)/v²."
    examples = ("d/dx x/(x^2+1) -> (x^2-1)/(x^2+1)^2",)

    def derive(self, problem: Differentiate, u: Expr, v: Expr, x: Symbol) -> Derive:
        """(uv′ − u′v)/v²."""
        du = yield Differentiate(u, x, problem.partial)
        dv = yield Differentiate(v, x, problem.partial)
        return Quotient(u * dv - du * v, write(v) ** 2)


class QuotientNotSquared(Misconception[Differentiate], QuotientRule):
    """(u/v)′ = (u′v − uv′)/v."""

    tag, mistakes = "quotient_denominator_not_squared", "QuotientRule"
    statement = r"(u/v)' = (u' v - u v')/v \quad\text{(wrong)}"
    because = "The numerator is right, but the denominator {v} has to be squared."
    hint = "Divide by v², not by v."
    examples = ("d/dx x/(x^2+1) -> (1-x^2)/(x^2+1)",)

    def derive(self, problem: Differentiate, u: Expr, v: Expr, x: Symbol) -> Derive:
        """(u′v − uv′)/v."""
        du = yield Differentiate(u, x, problem.partial)
        dv = yield Differentiate(v, x, problem.partial)
        return Quotient(du * v - u * dv, write(v))


class ReciprocalNotSquared(Misconception[Differentiate], ReciprocalRule):
    """(1/v)′ = −v′/v."""

    tag, mistakes = "quotient_denominator_not_squared", "ReciprocalRule"
    statement = r"(1/v)' = -v'/v \quad\text{(wrong)}"
    because = "The denominator {v} has to be squared: 1/v is v to the power −1, and its exponent falls to −2."
    hint = "Use −v′/v²."
    examples = ("d/dx 1/(x^2 + 1) -> -2x/(x^2 + 1)",)

    def derive(self, problem: Differentiate, v: Expr, x: Symbol) -> Derive:
        """−v′/v."""
        dv = yield Differentiate(v, x, problem.partial)
        return Minus(Quotient(dv, write(v)))


class ReciprocalOfDerivative(Misconception[Differentiate], ReciprocalRule):
    """(1/v)′ = 1/v′."""

    tag, mistakes = "quotient_rule_as_quotient_of_derivatives", "ReciprocalRule"
    statement = r"(1/v)' = 1/v' \quad\text{(wrong)}"
    because = "You took the reciprocal of the derivative of {v}. With 1/x that would give 1, but 1/x falls."
    hint = "Use −v′/v²."
    examples = ("d/dx 1/(x^2 + 1) -> 1/(2x)",)

    def derive(self, problem: Differentiate, v: Expr, x: Symbol) -> Derive:
        """1/v′."""
        dv = yield Differentiate(v, x, problem.partial)
        return Quotient(write(1), dv)


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
    because = "The exponent {n} has to fall by 1. For a negative exponent that means further from zero, not nearer to it."
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
        rest = yield from self._right(x)
        return -rest

    def _right(self, x: Symbol) -> Derive:
        yield from ()
        return {
            sin: cos(x), cos: -sin(x), tan: sec(x) ** 2, cot: -(csc(x) ** 2), sec: sec(x) * tan(x), csc: -csc(x) * cot(x),
        }[self.function]  # fmt: skip


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


class OtherVariableDifferentiated(LetterTreatedAsVariable):
    """In a partial derivative, a term in the other variable is differentiated too."""

    tag = "partial_other_variable_differentiated"
    statement = r"\partial_x y^2 = 2y \quad\text{(wrong)}"
    because = "You differentiated {c} as well; in the partial derivative by {x} the other letters stand still."
    hint = "Put a number in the place of the other letter and look again."
    examples = ("find the partial derivative of x^2*y + y^3 wrt x -> 2xy + 3y^2",)

    def match(self, problem: Differentiate) -> Iterable[Bindings]:
        """A term with one other letter, in a partial derivative."""
        if problem.partial and len(problem.expr.free_symbols) == 1:
            yield from DerivativeOfOtherLetter.match(self, problem)


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


class AbsoluteValueIgnored(Misconception[Differentiate]):
    """|u|′ = u′."""

    solves, phase = Differentiate, Phase.TABLE
    tag, mistakes = "abs_ignored", "AbsoluteValueRule"
    statement = r"|u|' = u' \quad\text{(wrong)}"
    reference = "Spivak, Calculus 4e, ch. 9"
    because = "You left the absolute value out: where {u} is negative, |{u}| is −({u}), and the slope changes its sign."
    hint = "Treat the two sides of the zero of {u} separately."
    examples = ("differentiate |x| wrt x (x != 0) -> 1",)

    def match(self, problem: Differentiate) -> Iterable[Bindings]:
        """An absolute value."""
        if isinstance(problem.expr, Abs):
            yield {"u": problem.expr.args[0], "x": problem.variable}

    def derive(self, problem: Differentiate, u: Expr, x: Symbol) -> Derive:
        """The derivative of what stands between the bars."""
        return (yield aside(Differentiate(u, x, problem.partial)))


MISCONCEPTIONS: tuple[AnyRule, ...] = (
    ProductOfDerivatives(), ProductOfManyDerivatives(), QuotientOfDerivatives(), QuotientOrderSwapped(),
    QuotientNotSquared(), ReciprocalNotSquared(), ReciprocalOfDerivative(), ChainRuleMissingInner(),
    PowerMissingInner(), ReciprocalMissingInner(), InnerReplaced(), PowerInnerReplaced(), PowerRuleOnExponential(),
    PowerRuleOnNaturalExponential(), NegativeExponentRaised(), NegativeExponentOfReciprocalRaised(),
    ExponentNotReduced(), MissingLogOfBase(), MissingLogOfLogarithmBase(), SineSign(), CosineSign(), TangentSign(),
    CotangentSign(), InverseSineAsReciprocal(), InverseCosineAsReciprocal(), InverseTangentAsReciprocal(),
    LetterTreatedAsVariable(), FactorTreatedAsVariable(), OtherVariableDifferentiated(), NumberKept(), LetterKept(),
    LogarithmDerivativeScaled(), AbsoluteValueIgnored(),
)  # fmt: skip


