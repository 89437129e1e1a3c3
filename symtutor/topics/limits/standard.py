"""The standard limits, each with a reason that does not use derivatives.

sin u/u comes from areas, (eᵘ − 1)/u from the definition of e, and the others from these two.  L'Hôpital's rule would
be circular: the derivatives it needs are found by these limits.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from sympy import Add, E, Expr, Integer, Pow, asin, atan, cos, exp, log, sin, sinh, tan

from ...derivation import AnyRule, Assume, Bindings, Derive, Phase, Rule, Say, aside
from ...problems import FindLimit
from ...problems.problem import fresh_letter
from ...written import Leaf, Power, Relation, write
from .reading import again, at_infinity, factors, limit_of
from .vanishing import small_but_not_zero, vanishing_kernel


class _Standard(Rule[FindLimit]):
    """k(u)/u where u tends to 0."""

    solves, phase = FindLimit, Phase.TABLE
    kernel: ClassVar[type[Expr]]

    def match(self, problem: FindLimit) -> Iterable[Bindings]:
        """Once, where the expression is k(u)/u itself."""
        if at_infinity(problem):
            return
        for f in factors(problem.expr):
            found = vanishing_kernel(problem, f)
            if found is None or not self.wants(found[1]):
                continue
            c, k, u = found
            if c == 1 and problem.expr == k / u:
                yield {"u": u, **self.more(c, k)}
                return

    def wants(self, k: Expr) -> bool:
        """Whether the kernel is this rule's own."""
        return isinstance(k, self.kernel)

    def more(self, c: Expr, k: Expr) -> Bindings:
        return {}


class SineOverArgument(_Standard):
    """sin u/u tends to 1: squeezed between cos u and 1 by three areas."""

    title = "Standard limit sin u / u"
    statement = r"\lim_{u\to 0} \frac{\sin u}{u} = 1"
    reference = "Stewart, Calculus 8e, §2.4, equation 2; Spivak, Calculus 4e, chapter 15"
    because = (
        "{u} tends to 0 without being 0. In the unit circle the triangle, the sector and the larger "
        "triangle of the angle "
        "have the areas ½ sin cos, ½ angle and ½ tan, so the quotient is squeezed between cosines. "
        "L'Hôpital's rule would be circular here: the derivative of sin rests on this limit."
    )
    hint = "Compare the areas of a triangle, a sector and a larger triangle in the unit circle."
    known_as = ("squeeze", "the squeeze theorem", "standard limit")
    examples = ("lim x->0 sin(x)/x -> 1", "lim x->0 sin(3x)/(3x) -> 1")
    counterexamples = ("lim x->pi sin(x)/x", "lim x->oo sin(x)/x", "lim x->0 cos(x)/x")
    kernel = sin

    def derive(self, problem: FindLimit, u: Expr) -> Derive:
        """The areas, the squeeze, the limits of both bounds."""
        t = fresh_letter(problem, prefer="t")
        yield from small_but_not_zero(problem, u)
        yield Say(
            Relation(("<", "<"), (Leaf(sin(t)) * Leaf(cos(t)), write(t), Leaf(tan(t)))),
            "",
            "twice the areas of triangle, sector and larger triangle, for 0 < t < π/2",
        )
        yield Say(
            Relation(("<", "<"), (Leaf(cos(t)), Leaf(sin(t)) / write(t), 1 / Leaf(cos(t)))),
            "",
            "divided by t cos t and by sin t; the same for −π/2 < t < 0, since all three are even",
        )
        low = yield aside(FindLimit(cos(t), t, Integer(0)))
        high = yield aside(FindLimit(1 / cos(t), t, Integer(0)))
        return low if low == high == 1 else None


class ExponentialOverArgument(_Standard):
    """(eᵘ − 1)/u tends to 1: that is what singles out the number e."""

    title = "Standard limit (eᵘ − 1) / u"
    statement = r"\lim_{u\to 0} \frac{e^{u} - 1}{u} = 1"
    reference = "Stewart, Calculus 8e, §6.2, definition of the number e"
    because = (
        "{u} tends to 0 without being 0. The number e is defined as the base for which this limit is 1: "
        "the curve that passes (0, 1) with slope 1."
    )
    hint = "What is special about the base e among all bases?"
    known_as = ("the definition of e", "standard limit")
    examples = ("lim x->0 (e^x - 1)/x -> 1", "lim x->0 (e^(2x) - 1)/(2x) -> 1")
    counterexamples = ("lim x->0 (e^x - 2)/x", "lim x->1 (e^x - 1)/x")

    def wants(self, k: Expr) -> bool:
        return isinstance(k, Add) and k.has(exp)

    def derive(self, problem: FindLimit, u: Expr) -> Derive:
        """One, by the definition of e."""
        yield from small_but_not_zero(problem, u)
        return Integer(1)


class PowerOverArgument(_Standard):
    """(aᵘ − 1)/u tends to ln a, since aᵘ is e to the power u ln a."""

    title = "Standard limit (aᵘ − 1) / u"
    statement = r"\lim_{u\to 0} \frac{a^{u} - 1}{u} = \ln a \quad (a > 0)"
    reference = "Stewart, Calculus 8e, §6.2 and §6.4"
    because = "{a} is e to the power ln {a}, so this is the defining limit of e, stretched by the factor ln {a}."
    hint = "Write {a} as a power of e."
    known_as = ("standard limit",)
    examples = ("lim x->0 (2^x - 1)/x -> ln(2)",)
    counterexamples = ("lim x->0 (e^x - 1)/x",)

    def wants(self, k: Expr) -> bool:
        return isinstance(k, Add) and not k.has(exp) and any(isinstance(t, Pow) for t in k.args)

    def more(self, c: Expr, k: Expr) -> Bindings:
        return {"a": next(t for t in k.args if isinstance(t, Pow)).base}

    def derive(self, problem: FindLimit, u: Expr, a: Expr) -> Derive:
        """In base e, with v = u ln a."""
        if a == 1:
            return None
        v = fresh_letter(problem, prefer="v")
        yield from small_but_not_zero(problem, u)
        yield Assume(a > 0)
        yield Say(limit_of(problem, (Power(Leaf(E), write(u) * Leaf(log(a))) - 1) / write(u)))
        return log(a) * (yield FindLimit((exp(v) - 1) / v, v, Integer(0)))


class LogarithmOverArgument(_Standard):
    """ln(1 + u)/u tends to 1: the logarithm undoes eᵛ, so this is v/(eᵛ − 1)."""

    title = "Standard limit ln(1 + u) / u"
    statement = r"\lim_{u\to 0} \frac{\ln(1 + u)}{u} = 1"
    reference = "Stewart, Calculus 8e, §6.4, equation 5 (read the other way round)"
    because = (
        "{u} tends to 0 without being 0. With v = ln(1 + {u}) the quotient is v over e to the v less 1, "
        "and v tends to 0 because the logarithm is continuous."
    )
    hint = "Give ln(1 + {u}) a name."
    known_as = ("standard limit",)
    examples = ("lim x->0 ln(1+x)/x -> 1", "lim x->1 ln(x)/(x-1) -> 1")
    counterexamples = ("lim x->0 ln(2+x)/x", "lim x->0+ ln(x)/x")
    kernel = log

    def derive(self, problem: FindLimit, u: Expr) -> Derive:
        """One over the defining limit of e."""
        v = fresh_letter(problem, prefer="v")
        yield from small_but_not_zero(problem, u)
        return 1 / (yield FindLimit((exp(v) - 1) / v, v, Integer(0)))


class TangentOverArgument(_Standard):
    """tan u/u tends to 1: sin u/u times 1/cos u."""

    title = "Standard limit tan u / u"
    statement = r"\lim_{u\to 0} \frac{\tan u}{u} = 1"
    reference = "Stewart, Calculus 8e, §2.4, exercise 40"
    because = "tan {u} is sin {u} over cos {u}: the sine carries the limit, and the cosine tends to 1."
    hint = "Write the tangent as sine over cosine."
    known_as = ("standard limit",)
    examples = ("lim x->0 tan(x)/x -> 1",)
    counterexamples = ("lim x->0 sin(x)/x",)
    kernel = tan

    def derive(self, problem: FindLimit, u: Expr) -> Derive:
        """The product of two limits."""
        sine = yield again(problem, sin(u) / u)
        return sine * (yield again(problem, 1 / cos(u)))


class InverseSineOrTangentOverArgument(_Standard):
    """arcsin u/u and arctan u/u tend to 1: named v, they are v/sin v and v/tan v."""

    title = "Standard limit of an inverse function"
    statement = r"\lim_{u\to 0} \frac{\arcsin u}{u} = \lim_{v\to 0} \frac{v}{\sin v} = 1"
    reference = "Spivak, Calculus 4e, chapter 15"
    because = "Named v, the inverse function turns {u} into the function of v that is known, and v tends to 0 with {u}."
    hint = "Give the inverse function a name and write {u} with it."
    known_as = ("standard limit",)
    examples = ("lim x->0 arcsin(x)/x -> 1", "lim x->0 arctan(x)/x -> 1")
    counterexamples = ("lim x->0 sin(x)/x",)

    def wants(self, k: Expr) -> bool:
        return isinstance(k, (asin, atan))

    def more(self, c: Expr, k: Expr) -> Bindings:
        return {"k": k}

    def derive(self, problem: FindLimit, u: Expr, k: Expr) -> Derive:
        """One over the limit of the function itself."""
        v = fresh_letter(problem, prefer="v")
        outer = sin if isinstance(k, asin) else tan
        yield from small_but_not_zero(problem, u)
        return 1 / (yield FindLimit(outer(v) / v, v, Integer(0)))


class HyperbolicOverArgument(_Standard):
    """sinh u/u tends to 1: it is half the sum of two quotients of the exponential."""

    title = "Standard limit sinh u / u"
    statement = r"\frac{\sinh u}{u} = \frac12\left(\frac{e^{u}-1}{u} + \frac{e^{-u}-1}{-u}\right)"
    reference = "Stewart, Calculus 8e, §6.7, definition of sinh"
    because = (
        "sinh {u} is half of e to the {u} less e to the −{u}; with 1 taken from both, two standard quotients "
        "stand there."
    )
    hint = "Write sinh by its definition and subtract 1 from both exponentials."
    known_as = ("standard limit",)
    examples = ("lim x->0 sinh(x)/x -> 1",)
    counterexamples = ("lim x->0 sin(x)/x",)
    kernel = sinh

    def derive(self, problem: FindLimit, u: Expr) -> Derive:
        """Half the sum of the two limits."""
        up = yield again(problem, (exp(u) - 1) / u)
        return (up + (yield again(problem, (exp(-u) - 1) / -u))) / 2


RULES: tuple[AnyRule, ...] = (
    SineOverArgument(),
    ExponentialOverArgument(),
    PowerOverArgument(),
    LogarithmOverArgument(),
    TangentOverArgument(),
    InverseSineOrTangentOverArgument(),
    HyperbolicOverArgument(),
)
