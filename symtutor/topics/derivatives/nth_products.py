"""The n-th derivative of a product, by the rule of Leibniz."""

from __future__ import annotations

from collections.abc import Iterable

from sympy import Add, Expr, Integer, Mul, Piecewise, Poly, Pow, Symbol, cos, factorial, gamma, sin
from sympy.core.relational import Eq, Ne
from sympy.logic.boolalg import Boolean

from ...derivation import AnyRule, Assume, Bindings, Derive, Phase, Rule, Say, aside, first
from ...problems import Differentiate, NthDerivative
from ...written import Sum, write
from .nth_sums import splits
from .order_algebra import powers_joined, ratio, same


class Leibniz(Rule[NthDerivative]):
    """A polynomial factor has few derivatives, so the sum of Leibniz is short."""

    solves, phase = NthDerivative, Phase.COMMIT
    title = "Leibniz's rule"
    statement = r"(p\,g)^{(n)} = \sum_{k=0}^{n} \binom{n}{k}\, p^{(k)}\, g^{(n-k)}"
    reference = "Spivak, Calculus 4e, chapter 10, problem 19"
    because = (
        "In {f} the factor {p} is a polynomial: its derivatives end after a few, so of the sum over all ways to share "
        "the derivatives between {p} and {g} only the first terms are left."
    )
    hint = "Share the derivatives between {p} and {g}; the polynomial can take only a few of them."
    known_as = ("the leibniz rule", "product rule")
    examples = (
        "n-th derivative of x sin(x) -> x sin(x + n pi/2) + n sin(x + (n - 1) pi/2)",
        "n-th derivative of x ln(x) -> ln(x) + 1 for n = 1, (-1)^n (n-2)!/x^(n-1) for n >= 2",
    )
    counterexamples = ("n-th derivative of e^x sin(x)", "n-th derivative of x^4")

    def match(self, problem: NthDerivative) -> Iterable[Bindings]:
        """A product of a polynomial of low degree and something else."""
        f, x = problem.expr, problem.variable
        factors = [g for g in Mul.make_args(f) if g.has(x)]
        p = Mul(*(g for g in factors if g.is_polynomial(x)))
        rest = Mul(*(g for g in factors if not g.is_polynomial(x)))
        if p.has(x) and rest.has(x) and not splits(f, x) and Poly(p, x).degree() <= 3 and Mul(p, rest) == f:
            yield {"f": f, "p": p, "g": rest}

    def derive(self, problem: NthDerivative, f: Expr, p: Expr, g: Expr) -> Derive:
        """The derivatives of the polynomial beside the step, the formula of the other factor before it, their sum."""
        x, n = problem.variable, problem.order
        formula = yield first(NthDerivative(g, x, n))
        if not isinstance(formula, Expr) or formula.is_Piecewise:
            return None
        # At negative orders, where k > n, the formula is divided by these.
        bases = {q.base for q in formula.atoms(Pow) if q.exp.has(n) and not q.base.has(x) and not q.base.is_number}
        for base in sorted(bases, key=lambda e: e.sort_key()):
            yield Assume(Ne(base, 0))
        slopes = [p]
        while slopes[-1].has(x):
            slopes.append((yield aside(Differentiate(slopes[-1], x, tidied=True))))
        degree = len(slopes) - 1
        terms = [powers_joined(_binomial(n, k) * s * formula.xreplace({n: n - k})) for k, s in enumerate(slopes)]
        yield Say(Sum(tuple(write(t) for t in terms)), "=", "the further derivatives of the polynomial are 0")
        start = self._valid_from(formula, g, n, degree)
        gathered = _gathered(terms, formula.xreplace({n: n - degree}), n)
        if start <= 1:
            return gathered
        if start > 4:
            return None
        pieces: list[tuple[Expr, Boolean]] = []
        so_far = f
        for k in range(1, start):
            so_far = yield first(Differentiate(so_far, x, tidied=True))
            pieces.append((so_far, Eq(n, k, evaluate=False)))
        return Piecewise(*pieces, (gathered, True))

    @staticmethod
    def _valid_from(formula: Expr, g: Expr, n: Symbol, degree: int) -> int:
        """From which order on every term of the sum is the derivative that it stands for.

        Terms with k > n vanish by their binomial factor as long as the formula is finite at negative orders.
        """
        zeroth = not any(b.xreplace({n: Integer(0)}) < 0 for b in _factorial_arguments(formula, n)) and same(
            formula.xreplace({n: Integer(0)}), g
        )
        if zeroth and not _factorial_arguments(formula, n):
            return 1
        return degree if zeroth else degree + 1


def _factorial_arguments(formula: Expr, n: Symbol) -> list[Expr]:
    return [a.args[0] for a in sorted(formula.atoms(factorial, gamma), key=lambda a: a.sort_key()) if a.has(n)]


def _binomial(n: Symbol, k: int) -> Expr:
    """n(n − 1)⋯(n − k + 1)/k!, which is 0 for n < k."""
    product: Expr = Integer(1)
    for j in range(k):
        product *= n - j
    return product / factorial(k)


def _gathered(terms: list[Expr], common: Expr, n: Symbol) -> Expr:
    """The sum with ``common`` taken out where the rest is free of powers and factorials in n."""
    total = Add(*terms)
    rest = None if common.has(sin, cos) else ratio(total, common, n)
    return total if rest is None else powers_joined(rest * common)


RULES: tuple[AnyRule, ...] = (Leibniz(),)
