"""Each vanishing function over its own argument: a product of standard limits and of what makes up for it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from sympy import Expr, Integer, Pow

from ...derivation import AnyRule, Bindings, Derive, Rule
from ...problems import FindLimit
from ...written import Written
from .reading import again, at_infinity, factors, tends_to_zero, top_and_bottom
from .vanishing import small_but_not_zero, vanishing_kernel


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


RULES: tuple[AnyRule, ...] = (PairWithArgument(),)
