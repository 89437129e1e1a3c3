"""The n-th derivative by induction: look at the first few, state the pattern, prove it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from sympy import Expr, Integer, Symbol
from sympy.core.relational import Ge
from sympy.logic.boolalg import Boolean

from ...derivation import Assume, Bindings, Derive, Level, Phase, Rule, Say, first
from ...problems import Differentiate, NthDerivative
from ...problems.derivatives import derivative_written
from ...written import Relation, substituted, write
from .order_algebra import same


class ByInduction(Rule[NthDerivative]):
    """A family of functions whose derivatives follow a pattern, proved by induction on the order.

    ``parts`` recognises a member of the family and names its parts; ``pattern`` states the formula for order n,
    from the first derivatives where they are needed.  The derivation differentiates the formula once more and
    compares with the formula for n + 1: a pattern that does not prove itself is not an answer.
    """

    solves, phase = NthDerivative, Phase.COMMIT
    block_from = Level.BRIEF
    reference = "Spivak, Calculus 4e, chapter 10, problems on higher derivatives"
    hint = "Write down the first three derivatives of {f} and look for what changes from one to the next."
    looks_at: ClassVar[int] = 3
    known_as = ("induction", "proof by induction", "mathematical induction")

    def parts(self, f: Expr, x: Symbol) -> Bindings | None:
        """The parts of a member of the family, ``None`` for others."""
        raise NotImplementedError

    def pattern(self, problem: NthDerivative, seen: tuple[Expr, ...], parts: Bindings) -> Expr | None:
        """The formula for order n; ``seen`` are f and its first derivatives."""
        raise NotImplementedError

    def how_many(self, parts: Bindings) -> int:
        """How many derivatives show the pattern."""
        return self.looks_at

    def needs(self, parts: Bindings) -> tuple[Boolean, ...]:
        """What the formula assumes of the letters in it, such as a divisor that is not 0."""
        return ()

    def match(self, problem: NthDerivative) -> Iterable[Bindings]:
        """A member of the family."""
        parts = self.parts(problem.expr, problem.variable)
        if parts is not None and not problem.expr.has(problem.order):
            yield {"f": problem.expr, **parts}

    def derive(self, problem: NthDerivative, f: Expr, **parts: Any) -> Derive:
        """The first derivatives, the pattern, the base case and the induction step."""
        x, n = problem.variable, problem.order
        for condition in self.needs(parts):
            yield Assume(condition)
        seen = [f]
        for _ in range(self.how_many(parts)):
            seen.append((yield first(Differentiate(seen[-1], x, tidied=True))))
        formula = self.pattern(problem, tuple(seen), parts)
        if formula is None:
            return None
        return (yield from proved(f, x, n, formula, seen[1]))


def proved(
    f: Expr, x: Symbol, n: Symbol, formula: Expr, first_derivative: Expr, given: tuple[Boolean, ...] = ()
) -> Derive:
    """Tell the proof that ``formula`` is the derivative of order n ≥ 1; ``None`` where it does not go through.

    ``given`` is what the induction step may use of n, n ≥ 1 where it is left out.
    """
    start = formula.xreplace({n: Integer(1)})
    if not same(start, first_derivative):
        return None
    order = derivative_written(f, (x, n))
    yield Say(Relation(("=",), (order, write(formula))), "", "the pattern, to be proved by induction")
    put_in = substituted(write(formula), write(n), write(1))
    yield Say(Relation(("=",), (put_in, write(first_derivative))), "", "base case n = 1: the formula holds")
    onward = yield first(Differentiate(formula, x, given=given or (Ge(n, 1),)))
    following = formula.xreplace({n: n + 1})
    if not same(onward, following):
        return None
    yield Say(
        Relation(("=",), (write(onward), substituted(write(formula), write(n), write(n + 1)))),
        "",
        "induction step: the derivative of the formula for n is the formula for n + 1",
    )
    return formula
