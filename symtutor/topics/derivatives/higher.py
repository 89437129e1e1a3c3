"""Derivatives of higher order and mixed ones: differentiate, tidy, and differentiate again."""

from __future__ import annotations

from collections.abc import Iterable

from sympy import Abs, Expr, Heaviside, Integer, Max, Min, Piecewise, Pow, Symbol, ceiling, floor, sign

from ...derivation import AnyRule, Bindings, Derive, Phase, Rule, Say, first
from ...problems import Differentiate, DifferentiateRepeatedly, NoValue, NthDerivative
from ...problems.derivatives import derivative_written
from ...written import Relation, substituted, write

# From this order on, a formula for every order is shorter than its single steps.
MANY = 5

# Functions with kinks or jumps: where they occur, the order of differentiation is not free.
KINKED = (Abs, Max, Min, Piecewise, Heaviside, sign, floor, ceiling)


class OneDerivativeAfterAnother(Rule[DifferentiateRepeatedly]):
    """Differentiate, bring the result into a form that is easy to differentiate, and go on."""

    solves, phase = DifferentiateRepeatedly, Phase.COMMIT
    title = "One derivative after another"
    statement = r"\frac{\mathrm{d}^n f}{\mathrm{d}x^n} = \frac{\mathrm{d}}{\mathrm{d}x}\,f^{(n-1)}(x)"
    reference = "Stewart, Calculus 8e, §2.2 and §14.3"
    because = (
        "A derivative of higher order is the derivative of the derivative: {f} is differentiated, the result tidied, "
        "and differentiated again, since a sum or a short product is easier to differentiate."
    )
    hint = "Find the first derivative of {f} and tidy it before you differentiate again."
    known_as = ("repeated differentiation", "differentiating again")
    examples = (
        "second derivative of x^3 - 2*x -> 6 x",
        r"\frac{d^2}{dx^2} e^{-x^2/2} -> (x^2 - 1) e^(-x^2/2)",
        "d^3/dx^3 x^4 -> 24 x",
        "∂²/∂x∂y x^2 y^3 -> 6 x y^2",
    )

    def match(self, problem: DifferentiateRepeatedly) -> Iterable[Bindings]:
        """At least one letter to differentiate by."""
        if problem.variables:
            yield {"f": problem.expr}

    def derive(self, problem: DifferentiateRepeatedly, f: Expr) -> Derive:
        """Every derivative but the last is a step of its own; the last stands in the line."""
        letters = problem.variables
        partial = problem.partial or len(set(letters)) > 1
        so_far = f
        for x in letters[:-1]:
            so_far = yield first(Differentiate(so_far, x, partial, tidied=True))
            if isinstance(so_far, NoValue):
                return so_far
        last = yield Differentiate(so_far, letters[-1], partial, tidied=True)
        if len(set(letters)) > 1 and not f.has(*KINKED):
            yield Say(
                Relation(("=",), (derivative_written(f, *_runs(letters), partial=True),
                                  derivative_written(f, *_runs(letters[::-1]), partial=True))),
                "",
                "the mixed derivatives are continuous here, so by Clairaut's theorem the order does not matter",
            )  # fmt: skip
        return last


class TheOtherOrder(Rule[DifferentiateRepeatedly]):
    """Clairaut: mixed derivatives that are continuous do not depend on the order of differentiation."""

    solves, phase, effort = DifferentiateRepeatedly, Phase.EXPLORE, 2
    title = "Clairaut's theorem"
    statement = (
        r"\frac{\partial^2 f}{\partial x\,\partial y} = \frac{\partial^2 f}{\partial y\,\partial x}"
        r"\quad\text{where both are continuous}"
    )
    reference = "Stewart, Calculus 8e, §14.3"
    because = (
        "{f} is made of functions that are smooth wherever they are differentiable, so its mixed derivatives are "
        "continuous and may be taken in the other order."
    )
    hint = "Would {f} be easier to differentiate by the other letter first?"
    known_as = ("clairaut", "schwarz theorem", "symmetry of mixed partials")
    examples = ("∂²/∂x∂y x^2 y^3 by Clairaut's theorem -> 6 x y^2",)
    counterexamples = ("∂²/∂x∂y |x| y by Clairaut's theorem", "second derivative of x^3 by Clairaut's theorem")

    def match(self, problem: DifferentiateRepeatedly) -> Iterable[Bindings]:
        """Two different letters and no kinks."""
        if len(set(problem.variables)) > 1 and not problem.expr.has(*KINKED):
            yield {"f": problem.expr}

    def derive(self, problem: DifferentiateRepeatedly, f: Expr) -> Derive:
        """The same question with its letters in the reverse order."""
        so_far = f
        letters = problem.variables[::-1]
        for x in letters[:-1]:
            so_far = yield first(Differentiate(so_far, x, True, tidied=True))
        return (yield Differentiate(so_far, letters[-1], True, tidied=True))


class PutTheOrderIn(Rule[DifferentiateRepeatedly]):
    """For a high order, find the formula for every order and put the number in."""

    solves, phase = DifferentiateRepeatedly, Phase.COMMIT
    title = "From the formula for every order"
    statement = r"f^{(N)}(x) = f^{(n)}(x)\big|_{n=N}"
    reference = "Stewart, Calculus 8e, §2.4, exercise on the 99th derivative"
    because = (
        "{N} derivatives one after another would be long, and the derivatives of {f} follow a pattern: "
        "find it for every order, then put the number in."
    )
    hint = "Write down the first few derivatives of {f} and look for the pattern."
    examples = ("d^40/dx^40 sin(x) -> sin(x)", "d^20/dx^20 x e^x -> (x + 20) e^x")
    counterexamples = ("second derivative of sin(x)",)

    def match(self, problem: DifferentiateRepeatedly) -> Iterable[Bindings]:
        """One letter, and an order at which single steps grow tedious.

        Powers with a letter for exponent are left out: their formula holds for exponents above the order only.
        """
        order = len(problem.variables)
        if any(p.exp.is_Symbol and p.base.has(*problem.variables) for p in problem.expr.atoms(Pow)):
            return
        if order >= MANY and len(set(problem.variables)) == 1:
            yield {"f": problem.expr, "N": Integer(order)}

    def derive(self, problem: DifferentiateRepeatedly, f: Expr, N: Integer) -> Derive:
        """The n-th derivative, then n = N."""
        n = _order_letter(problem)
        formula = yield first(NthDerivative(f, problem.variables[0], n), (n, N))
        return substituted(write(formula), write(n), write(N))


def _order_letter(problem: DifferentiateRepeatedly) -> Symbol:
    taken = {s.name for s in problem.expr.free_symbols} | {x.name for x in problem.variables}
    return Symbol(next(c for c in ("n", "m", "k", "j", "order") if c not in taken), integer=True)


def _runs(letters: tuple[Symbol, ...]) -> tuple[tuple[Symbol, Expr], ...]:
    """Equal neighbours counted: (x, x, y) → (x, 2), (y, 1)."""
    runs: list[tuple[Symbol, Expr]] = []
    for x in letters:
        if runs and runs[-1][0] == x:
            runs[-1] = (x, runs[-1][1] + 1)
        else:
            runs.append((x, Integer(1)))
    return tuple(runs)


RULES: tuple[AnyRule, ...] = (PutTheOrderIn(), OneDerivativeAfterAnother(), TheOtherOrder())
