"""The limit laws: sums, constant factors, products, quotients, powers, continuous functions.

Each law speaks only where the single limits exist.  They are asked as standing questions, so a law declines by itself
where one of them has no value; where a bottom tends to 0, or ∞ − ∞ or 0 · ∞ comes out, the line has no value either.
"""

from __future__ import annotations

from collections.abc import Iterable

from sympy import (
    Abs,
    Add,
    Expr,
    Function,
    Gt,
    Integer,
    Mul,
    Ne,
    Pow,
    Rational,
    atan,
    cos,
    erf,
    gcd_list,
    log,
    sin,
    tanh,
)

from ...derivation import Assume, Bindings, Derive, Level, Rule, aside
from ...problems import FindLimit
from ...problems.nearby import ENTIRE, continuous_at, value_at, vanishes
from ...written import Apply, Written
from ...written.functions import FUNCTIONS
from .reading import again, at_infinity, factors, has_pole, is_continuous, tends_to_zero, top_and_bottom

NAMES = {named.build: name for name, named in FUNCTIONS.items() if isinstance(named.build, type)}
BOUNDED = (sin, cos, atan, tanh, erf)


class ConstantFactorOfLimit(Rule[FindLimit]):
    """What does not contain the variable stands in front of the limit."""

    solves = FindLimit
    title = "Constant factor"
    statement = r"\lim_{x\to a} c\,f(x) = c \lim_{x\to a} f(x)"
    reference = "Stewart, Calculus 8e, §1.6, limit law 3"
    because = "{c} does not move with {x}, so it waits in front."
    hint = "Which factor does not contain {x}?"
    block_from = Level.FULL
    examples = ("lim x->0 5 sin(x)/x -> 5",)
    counterexamples = ("lim x->0 sin(x)/x",)

    def match(self, problem: FindLimit) -> Iterable[Bindings]:
        """Once, where the product has a factor without the variable."""
        c, rest = problem.expr.as_independent(problem.variable, as_Add=False)
        if isinstance(problem.expr, Mul) and c != 1 and rest != 1:
            yield {"c": c, "x": problem.variable}

    def derive(self, problem: FindLimit, c: Expr, x: Expr) -> Derive:
        """The constant times the limit of the rest."""
        rest = problem.expr.as_independent(x, as_Add=False)[1]
        limit = yield again(problem, rest)
        return -limit if c == -1 else c * limit


class SumLaw(Rule[FindLimit]):
    """Term by term, where each term has a limit."""

    solves = FindLimit
    title = "Limit of a sum"
    statement = r"\lim_{x\to a} (f(x) + g(x)) = \lim_{x\to a} f(x) + \lim_{x\to a} g(x)"
    reference = "Stewart, Calculus 8e, §1.6, limit laws 1 and 2"
    because = "Each term has a limit of its own, and that must be seen before a sum may be taken apart."
    hint = "Find the limit of each term."
    block_from = Level.STANDARD
    examples = ("lim x->0 sin(x)/x + cos(x) -> 2",)
    counterexamples = ("lim x->0 1/x - 1/x^2",)

    def match(self, problem: FindLimit) -> Iterable[Bindings]:
        """Once, for a sum with at most one term that grows without bound; two of them could cancel one another."""
        if not isinstance(problem.expr, Add) or sum(has_pole(problem, t) for t in problem.expr.args) > 1:
            return
        yield {"n": Integer(len(problem.expr.args))}

    def derive(self, problem: FindLimit, n: Expr) -> Derive:
        """The sum of the limits."""
        x = problem.variable
        steady = [t for t in problem.expr.as_ordered_terms() if is_continuous(problem, t) or not t.has(x)]
        moving = [t for t in problem.expr.as_ordered_terms() if t not in steady]
        parts = moving + ([Add(*steady)] if steady else [])
        if len(parts) == 1:
            parts = list(problem.expr.as_ordered_terms())
        total: Written | None = None
        for part in parts:
            limit = yield again(problem, part)
            total = limit if total is None else total + limit
        return total


class ProductLaw(Rule[FindLimit]):
    """Factor by factor, where each factor has a limit; what is continuous and not zero is split off first."""

    solves = FindLimit
    title = "Limit of a product"
    statement = r"\lim_{x\to a} f(x)\,g(x) = \lim_{x\to a} f(x) \cdot \lim_{x\to a} g(x)"
    reference = "Stewart, Calculus 8e, §1.6, limit law 4"
    because = "{f} is continuous at the point and only contributes its value there; all the trouble is in {g}."
    hint = "Which factor causes no trouble at all?"
    examples = ("lim x->0 sin(x) cos(x)/x -> 1", "lim x->0 sin(x)/(x (1+x)) -> 1")
    counterexamples = ("lim x->0 x cos(x)", "lim x->0 sin(x)/x")

    def match(self, problem: FindLimit) -> Iterable[Bindings]:
        """Once, where some factors but not all are continuous and not zero at the point."""
        if at_infinity(problem):
            return
        harmless = [f for f in factors(problem.expr) if f.has(problem.variable) and _harmless(problem, f)]
        f = Mul(*harmless)
        g = Mul(*(h for h in factors(problem.expr) if h not in harmless))
        if harmless and g.has(problem.variable):
            yield {"f": f, "g": g}

    def derive(self, problem: FindLimit, f: Expr, g: Expr) -> Derive:
        """The product of the two limits."""
        harmless = yield again(problem, f)
        return harmless * (yield again(problem, g))


class PowerLaw(Rule[FindLimit]):
    """The limit of a power is the power of the limit."""

    solves = FindLimit
    title = "Limit of a power"
    statement = r"\lim_{x\to a} f(x)^n = \left(\lim_{x\to a} f(x)\right)^n"
    reference = "Stewart, Calculus 8e, §1.6, limit laws 6 and 11"
    because = "Everything stands to the same power {n}, so it is enough to know the limit of {f}."
    hint = "What is raised to the power {n}?"
    examples = ("lim x->0 sin(x)^2/x^2 -> 1", "lim x->0 sqrt(sin(x)/x) -> 1")
    counterexamples = ("lim x->0 sin(x)/x",)

    def match(self, problem: FindLimit) -> Iterable[Bindings]:
        """Once, for a positive power, or a product of powers with a common one."""
        parts = factors(problem.expr)
        if all(isinstance(f, Pow) and f.exp.is_Integer for f in parts):
            n = gcd_list([f.exp for f in parts])
            if n > 1:
                yield {"f": Mul(*(Pow(f.base, f.exp / n) for f in parts)), "n": n}
        elif isinstance(problem.expr, Pow) and isinstance(problem.expr.exp, Rational) and problem.expr.exp > 0:
            yield {"f": problem.expr.base, "n": problem.expr.exp}

    def derive(self, problem: FindLimit, f: Expr, n: Expr) -> Derive:
        """The power of the limit."""
        if isinstance(n, Rational) and n.q % 2 == 0:
            base = yield aside(again(problem, f))
            if isinstance(base, Expr) and base.free_symbols:
                yield Assume(Gt(base, 0))
        return (yield again(problem, f)) ** n


class QuotientLaw(Rule[FindLimit]):
    """Top over bottom, where both have limits and the bottom does not tend to 0."""

    solves = FindLimit
    title = "Limit of a quotient"
    statement = r"\lim_{x\to a} \frac{f(x)}{g(x)} = \frac{\lim f(x)}{\lim g(x)} \quad\text{if } \lim g(x) \ne 0"
    reference = "Stewart, Calculus 8e, §1.6, limit law 5"
    because = "{top} and {bottom} have limits, and the one below is not 0: only then may a quotient be taken apart."
    hint = "Find the limit of {bottom} first: is it 0?"
    examples = ("lim x->0 (1 + sin(x)/x)/(2 + x) -> 1",)
    counterexamples = ("lim x->0 sin(x)/x", "lim x->2 (x^2-4)/(x-2)")

    def match(self, problem: FindLimit) -> Iterable[Bindings]:
        """Once, for a quotient whose bottom is not seen to vanish."""
        top, bottom = top_and_bottom(problem.expr)
        if bottom.has(problem.variable) and not any(tends_to_zero(problem, f) for f in factors(bottom)):
            yield {"top": top, "bottom": bottom}

    def derive(self, problem: FindLimit, top: Expr, bottom: Expr) -> Derive:
        """The quotient of the limits."""
        below = yield aside(again(problem, bottom))
        if not isinstance(below, Expr) or vanishes(below) or below.is_finite is False:
            return None
        if not below.is_number:
            yield Assume(Ne(below, 0))
        return (yield again(problem, top)) / (yield again(problem, bottom))


class ContinuousOuterFunction(Rule[FindLimit]):
    """A continuous function may be taken out: the limit goes inside."""

    solves = FindLimit
    title = "Limit inside a continuous function"
    statement = r"\lim_{x\to a} f(g(x)) = f\!\left(\lim_{x\to a} g(x)\right)"
    reference = "Stewart, Calculus 8e, §1.8, theorem 8"
    because = "The outer function of {f} is continuous, so it is enough to find where the inside goes."
    hint = "Where does the inside of {f} go?"
    examples = ("lim x->0 e^(sin(x)/x) -> e", "lim x->0 ln(sin(x)/x) -> 0", "lim x->0 |sin(x)/x| -> 1")
    counterexamples = ("lim x->0 sin(1/x)", "lim x->0 sin(x)/x")

    def match(self, problem: FindLimit) -> Iterable[Bindings]:
        """Once, for a function of one argument that is continuous wherever it is defined."""
        e = problem.expr
        if isinstance(e, Function) and len(e.args) == 1 and (e.func in ENTIRE or isinstance(e, (log, Abs))):
            if e.func in NAMES:
                yield {"f": e}

    def derive(self, problem: FindLimit, f: Expr) -> Derive:
        """The function of the limit of its argument."""
        if isinstance(f, log):
            value = yield aside(again(problem, f.args[0]))
            if isinstance(value, Expr) and value.free_symbols:
                yield Assume(Gt(value, 0))
        inside = yield again(problem, f.args[0])
        return Apply(NAMES[f.func], (inside,))


class BoundedTimesVanishing(Rule[FindLimit]):
    """What stays bounded, times what tends to 0, tends to 0."""

    solves = FindLimit
    title = "Squeeze: bounded times vanishing"
    statement = r"\lvert f\rvert \le M,\ g \to 0 \implies f g \to 0"
    reference = "Stewart, Calculus 8e, §1.6, the squeeze theorem and example 11"
    because = (
        "{f} keeps jumping, so the product law says nothing; but it never exceeds a fixed bound, and {g} tends to 0: "
        "the product is squeezed between two functions that tend to 0."
    )
    hint = "How large can {f} get at all?"
    known_as = ("squeeze", "the squeeze theorem", "sandwich")
    examples = ("lim x->0 x sin(1/x) -> 0", "lim x->0 x^2 cos(1/x) -> 0")
    counterexamples = ("lim x->0 sin(1/x)", "lim x->0 sin(1/x)/x")

    def match(self, problem: FindLimit) -> Iterable[Bindings]:
        """Once, where some factors are bounded by a number and have no value at the point."""
        if at_infinity(problem):
            return
        wild = [f for f in factors(problem.expr) if _bounded(f) and _is_wild(problem, f)]
        rest = Mul(*(f for f in factors(problem.expr) if f not in wild))
        if wild and rest.has(problem.variable):
            yield {"f": Mul(*wild), "g": rest}

    def derive(self, problem: FindLimit, f: Expr, g: Expr) -> Derive:
        """Zero, where the rest tends to zero."""
        limit = yield aside(again(problem, g))
        return Integer(0) if limit == 0 else None


def _bounded(f: Expr) -> bool:
    base = f.base if isinstance(f, Pow) and f.exp.is_Integer and f.exp > 0 else f
    return isinstance(base, BOUNDED)


def _is_wild(problem: FindLimit, f: Expr) -> bool:
    return f.has(problem.variable) and value_at(f, problem.variable, problem.point) is None


def _harmless(problem: FindLimit, f: Expr) -> bool:
    if continuous_at(f, problem.variable, problem.point, problem.side) is None:
        return False
    value = value_at(f, problem.variable, problem.point)
    return value is not None and not vanishes(value)


RULES = (
    ConstantFactorOfLimit(),
    ProductLaw(),
    PowerLaw(),
    BoundedTimesVanishing(),
    SumLaw(),
    QuotientLaw(),
    ContinuousOuterFunction(),
)
