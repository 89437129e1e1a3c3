"""The standard limits, each with a reason that does not use derivatives.

sin u/u comes from areas, (eᵘ − 1)/u from the definition of e, and the others from these two.  L'Hôpital's rule would
be circular: the derivatives it needs are found by these limits.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar, NamedTuple

from sympy import Add, E, Expr, Integer, Ne, Pow, asin, atan, cos, exp, log, sin, sinh, tan

from ...derivation import AnyRule, Assume, Bindings, Derive, Phase, Rule, Say, aside
from ...problems import FindLimit
from ...problems.nearby import continuous_at
from ...problems.problem import fresh_letter
from ...written import Leaf, Power, Relation, Written, write
from .reading import again, at_infinity, factors, limit_of, tends_to_zero, top_and_bottom

ODD = (sin, tan, asin, atan, sinh)


def vanishing_kernel(problem: FindLimit, e: Expr) -> tuple[Expr, Expr, Expr] | None:
    """(c, k, u) where ``e`` is c·k and k/u has a standard limit as u → 0: sin u, eᵘ − 1, ln(1 + u), …"""
    if isinstance(e, ODD) and tends_to_zero(problem, e.args[0]):
        return Integer(1), e, e.args[0]
    if isinstance(e, log):
        u = e.args[0] - 1
        return (Integer(1), e, u) if tends_to_zero(problem, u) else None
    if isinstance(e, Add) and len(e.args) == 2:
        for term in e.args:
            c, power = term.as_independent(problem.variable, as_Add=False)
            base, u = _exponential(power, problem)
            if base is not None and u is not None and e - term == -c and tends_to_zero(problem, u):
                return c, power - 1, u
    return None


def _exponential(e: Expr, problem: FindLimit) -> tuple[Expr | None, Expr | None]:
    if isinstance(e, exp):
        return exp(Integer(1)), e.args[0]
    if isinstance(e, Pow) and not e.base.has(problem.variable) and e.exp.has(problem.variable):
        return e.base, e.exp
    return None, None


def small_but_not_zero(problem: FindLimit, u: Expr) -> Iterator[Assume]:
    """What must hold for ``u`` to tend to 0 without being 0 on the way."""
    for condition in continuous_at(u, problem.variable, problem.point, problem.side) or ():
        yield Assume(condition)
    yield Assume(Ne(u, 0))


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


class PairWithArgument(Rule[FindLimit]):
    """Divide each vanishing function by its own argument, and pay for it in the rest."""

    solves = FindLimit
    title = "Make the standard quotients"
    statement = r"\lim \frac{\sin 3x}{x} = \lim \frac{\sin 3x}{3x} \cdot \lim \frac{3x}{x}"
    reference = "Stewart, Calculus 8e, §2.4, examples 5 and 6"
    because = (
        "{f} tends to 0 like its own argument {u}, so it is divided by {u}, and not by anything else that happens to "
        "stand below; the rest makes up for it. Both limits exist, so their product is the limit."
    )
    hint = "What would have to stand under {f}?"
    known_as = ("standard limits", "scaling", "substitution")
    examples = ("lim x->0 sin(3x)/x -> 3", "lim x->0 sin(3x)/sin(5x) -> 3/5", "lim x->0 (e^(2x)-1)/sin(x) -> 2")
    counterexamples = ("lim x->0 sin(x)/x", "lim x->2 sin(x)/x")

    def match(self, problem: FindLimit) -> Iterable[Bindings]:
        """Once, where at least one factor vanishes like its argument and the rest would not be continuous."""
        found = _pairs(problem)
        if found:
            k, u = found[0].kernel, found[0].argument
            yield {"f": k, "u": u}

    def derive(self, problem: FindLimit, f: Expr, u: Expr) -> Derive:
        """The product of the standard limits and of the limit of the rest."""
        pairs = _pairs(problem)
        rest = problem.expr
        line: Written | None = None
        for pair in pairs:
            yield from small_but_not_zero(problem, pair.argument)
            standard = yield again(problem, pair.kernel / pair.argument)
            piece = standard if pair.power == 1 else standard**pair.power
            line = piece if line is None else line * piece
            rest = rest * (pair.factor * pair.argument / pair.base) ** pair.power
        assert line is not None
        return line if rest == 1 else line * (yield again(problem, rest))


class _Pair(NamedTuple):
    """A factor (c k(u))ⁿ of the expression; ``base`` is c k(u) as it stands there."""

    base: Expr
    factor: Expr
    kernel: Expr
    argument: Expr
    power: Integer


def _pairs(problem: FindLimit) -> list[_Pair]:
    """The factors to pair with their arguments; none where the expression is a standard quotient already."""
    if at_infinity(problem) or not any(tends_to_zero(problem, b) for b in _below(problem.expr)):
        return []
    pairs = []
    for f in factors(problem.expr):
        base, n = (f.base, f.exp) if isinstance(f, Pow) and f.exp.is_Integer else (f, Integer(1))
        found = vanishing_kernel(problem, base)
        if found is not None:
            pairs.append(_Pair(base, *found, n))
    if len(pairs) == 1 and problem.expr == (pairs[0].kernel / pairs[0].argument):
        return []
    return pairs


def _below(expr: Expr) -> tuple[Expr, ...]:
    return factors(top_and_bottom(expr)[1])


TABLE: tuple[AnyRule, ...] = (
    SineOverArgument(),
    ExponentialOverArgument(),
    PowerOverArgument(),
    LogarithmOverArgument(),
    TangentOverArgument(),
    InverseSineOrTangentOverArgument(),
    HyperbolicOverArgument(),
)
RULES: tuple[AnyRule, ...] = (*TABLE, PairWithArgument())
