"""Logarithmic differentiation: the logarithm turns powers into products and products into sums."""

from __future__ import annotations

from collections.abc import Iterable

from sympy import Abs, Expr, Mul, Pow, Symbol, Tuple, exp, log
from sympy.core.relational import Gt, Ne

from ...derivation import AnyRule, Assume, Bindings, Derive, Rule, Say
from ...problems import Differentiate, fresh_letter
from ...written import Apply, DerivativeOf, Minus, Power, Product, Quotient, Relation, Sum, Written, write
from .products import factors_from_top


class LogarithmicDifferentiation(Rule[Differentiate]):
    """The variable in base and exponent at once: take the logarithm, differentiate, multiply back."""

    solves = Differentiate
    statement = r"\left(u^v\right)' = u^v\,(v \ln u)',\quad u > 0"
    reference = "Stewart, Calculus 8e, §3.6"
    because = (
        "{x} stands in the base {u} and in the exponent {v}: the power rule wants a constant exponent and the "
        "exponential rule a constant base. The logarithm brings the exponent down."
    )
    hint = "Neither base nor exponent is constant. What does the logarithm of it look like?"
    examples = ("d/dx x^x -> x^x (ln(x) + 1)", "d/dx x^sin(x) -> x^sin(x) (cos(x) ln(x) + sin(x)/x)")
    counterexamples = ("d/dx x^3", "d/dx 3^x")
    known_as = ("logarithm", "logarithms", "logarithmic derivative")

    def match(self, problem: Differentiate) -> Iterable[Bindings]:
        """A power with the variable above and below."""
        expr, x = problem.expr, problem.variable
        if isinstance(expr, Pow) and expr.base.has(x) and expr.exp.has(x):
            yield {"u": expr.base, "v": expr.exp, "x": x}

    def derive(self, problem: Differentiate, u: Expr, v: Expr, x: Symbol) -> Derive:
        """ln y = v ln u, y′/y = (v ln u)′, y′ = y·(v ln u)′."""
        yield Assume(Gt(u, 0))
        y = write(fresh_letter(problem, prefer="y"))
        yield Say(Relation(("=", "="), (Apply("ln", (y,)), Apply("ln", (write(problem.expr),)), write(v * log(u)))), "")
        slope = yield Differentiate(v * log(u), x, problem.partial)
        dy = DerivativeOf(y, ((write(x), write(1)),), problem.partial)
        yield Say(Relation(("=",), (Product((Quotient(write(1), y), dy)), slope)), "", "both sides differentiated")
        return write(problem.expr) * slope


class ByWayOfExponential(Rule[Differentiate]):
    """u^v is e^(v ln u): an exponential with a product in its exponent."""

    solves = Differentiate
    title = "Write the power as an exponential"
    statement = r"u^v = e^{v \ln u},\quad u > 0"
    reference = "Stewart, Calculus 8e, §3.6"
    because = "With base e the exponential rule applies, and {u} moves into the exponent as a logarithm."
    hint = "Write {u} as a power of e."
    examples = ("derivative of x^x by way of the exponential -> x^x (ln(x) + 1)",)
    counterexamples = ("d/dx x^3",)
    known_as = ("exponential", "way exponential", "chain rule")

    def match(self, problem: Differentiate) -> Iterable[Bindings]:
        """A power with the variable above and below; another way, where the first is set aside."""
        expr, x = problem.expr, problem.variable
        if isinstance(expr, Pow) and expr.base.has(x) and expr.exp.has(x):
            yield {"u": expr.base, "v": expr.exp, "x": x}

    def derive(self, problem: Differentiate, u: Expr, v: Expr, x: Symbol) -> Derive:
        """e^(v ln u)·(v ln u)′."""
        yield Assume(Gt(u, 0))
        exponential = Power(write(exp(1)), write(v * log(u)))
        yield Say(DerivativeOf(exponential, ((write(x), write(1)),), problem.partial))
        slope = yield Differentiate(v * log(u), x, problem.partial)
        yield Say(exponential * slope)
        return write(problem.expr) * slope


class LogarithmOfProduct(Rule[Differentiate]):
    """Many factors: the logarithm makes a sum of them, and each term is differentiated by itself."""

    solves = Differentiate
    title = "Logarithmic differentiation of a product"
    statement = r"\left(u^m v^n\right)' = u^m v^n \left(m\frac{u'}{u} + n\frac{v'}{v}\right)"
    reference = "Stewart, Calculus 8e, §3.6"
    because = (
        "The factors {factors} would need product, quotient and chain rules nested in one another; the logarithm "
        "turns them into a sum, and every exponent into a number in front."
    )
    hint = "Take the logarithm of both sides and use its laws before you differentiate."
    examples = (
        "derivative of x^3 sin(x)/e^x by logarithmic differentiation -> x^2 e^(-x) (3 sin(x) + x cos(x) - x sin(x))",
    )
    counterexamples = ("d/dx x + sin(x)",)
    known_as = ("logarithmic differentiation", "logarithm", "logarithms", "logarithmic derivative")

    def match(self, problem: Differentiate) -> Iterable[Bindings]:
        """A product or quotient, or a power with constant exponent: for those who ask, and as another way."""
        expr, x = problem.expr, problem.variable
        factors = [f for f in _factors(expr) if f.has(x)]
        if len(factors) > 2 or (factors and problem.by is not None and isinstance(expr, (Mul, Pow))):
            yield {"factors": Tuple(*factors), "x": x}

    def derive(self, problem: Differentiate, factors: Tuple, x: Symbol) -> Derive:
        """y·Σ nᵢ uᵢ′/uᵢ, where no factor is 0."""
        y = write(fresh_letter(problem, prefer="y"))
        logarithms: list[Written] = []
        rates: list[Written] = []
        for factor in factors:
            if isinstance(factor, exp):
                # The logarithm of an exponential is its exponent.
                logarithms.append(write(factor.args[0]))
                rates.append((yield Differentiate(factor.args[0], x, problem.partial)))
                continue
            base, n = _base_and_exponent(factor, x)
            yield Assume(Ne(base, 0))
            logarithms.append(_signed(n, _times(n, Apply("ln", (write(Abs(base)),)))))
            change = yield Differentiate(base, x, problem.partial)
            rates.append(_signed(n, _times(n, Quotient(change, write(base)))))
        constant = Mul(*(f for f in _factors(problem.expr) if not f.has(x)))
        if constant != 1:
            logarithms.insert(0, Apply("ln", (write(Abs(constant)),)))
        yield Say(Relation(("=",), (Apply("ln", (_bars(y),)), _sum(logarithms))), "")
        dy = DerivativeOf(y, ((write(x), write(1)),), problem.partial)
        yield Say(
            Relation(("=",), (Product((Quotient(write(1), y), dy)), _sum(rates))), "", "both sides differentiated"
        )
        return write(problem.expr) * _sum(rates)


def _factors(expr: Expr) -> tuple[Expr, ...]:
    return factors_from_top(expr)


def _base_and_exponent(factor: Expr, x: Symbol) -> tuple[Expr, Expr]:
    if isinstance(factor, Pow) and not factor.exp.has(x):
        return factor.base, factor.exp
    return factor, Mul()


def _times(n: Expr, w: Written) -> Written:
    size = abs(n) if n.is_number else n
    return w if size == 1 else size * w


def _signed(n: Expr, w: Written) -> Written:
    return Minus(w) if n.is_number and n.is_negative else w


def _sum(terms: list[Written]) -> Written:
    return Sum(tuple(terms)) if len(terms) > 1 else terms[0]


def _bars(y: Written) -> Written:
    return Apply("abs", (y,))


RULES: tuple[AnyRule, ...] = (LogarithmicDifferentiation(), ByWayOfExponential(), LogarithmOfProduct())
