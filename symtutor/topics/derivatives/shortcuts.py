"""Rewriting that makes the differentiation shorter: split a logarithm, divide term by term."""

from __future__ import annotations

from collections.abc import Iterable

from sympy import Abs, Add, Expr, Mul, Pow, Symbol, log

from ...derivation import AnyRule, Bindings, Derive, Rule, Say, first
from ...problems import Differentiate, Form, Rewrite
from ...written import Apply, DerivativeOf, Minus, Sum, Written, write
from .products import factors_from_top, over_and_under


class SplitLogarithm(Rule[Differentiate]):
    """The logarithm of a product is a sum, of a power a multiple: split it before differentiating."""

    solves = Differentiate
    title = "Split the logarithm first"
    statement = r"\ln(u^m v^n) = m \ln|u| + n \ln|v|"
    reference = "Stewart, Calculus 8e, §3.6"
    because = (
        "{inside} is made of factors and powers, which the logarithm turns into terms and multiples; the chain rule "
        "would have to differentiate it whole. The bars keep each term defined where a factor is negative."
    )
    hint = "Use the laws of logarithms before any rule of differentiation."
    examples = (
        "d/dx ln(x^2 (x+1)) -> 2/x + 1/(x+1)",
        "d/dx ln((x+1)/(x-1)) -> 1/(x+1) - 1/(x-1)",
        "d/dx ln(sqrt(x^2+1)) -> x/(x^2+1)",
    )
    counterexamples = ("d/dx ln(5x)", "d/dx ln(x^2 + 1)")
    known_as = ("laws of logarithms", "logarithm laws")

    def match(self, problem: Differentiate) -> Iterable[Bindings]:
        """ln of something with two moving factors at least, or of a power with a constant rational exponent."""
        expr, x = problem.expr, problem.variable
        if isinstance(expr, log):
            inside = expr.args[0].args[0] if isinstance(expr.args[0], Abs) else expr.args[0]
            if len([1 for f in Mul.make_args(inside) if f.has(x)]) > 1 or _is_power(inside):
                yield {"inside": inside, "x": x}

    def derive(self, problem: Differentiate, inside: Expr, x: Symbol) -> Derive:
        """The sum of the derivatives of the logarithms of the factors, each with its exponent in front."""
        terms: list[Written] = []
        said: list[Written] = []
        for factor in factors_from_top(inside):
            base, exponent = (factor.base, factor.exp) if _is_power(factor) else (factor, 1)
            term = log(Abs(base))
            size = abs(exponent)
            said.append(_signed(exponent, _multiple(size, Apply("ln", (write(Abs(base)),)))))
            terms.append(_signed(exponent, (yield Differentiate(size * term, x, problem.partial))))
        yield Say(_derivative(Sum(tuple(said)) if len(said) > 1 else said[0], problem))
        return Sum(tuple(terms)) if len(terms) > 1 else terms[0]


def _is_power(factor: Expr) -> bool:
    return isinstance(factor, Pow) and bool(factor.exp.is_Rational)


def _multiple(size: Expr, w: Written) -> Written:
    return w if size == 1 else size * w


def _signed(exponent: Expr, w: Written) -> Written:
    return Minus(w) if exponent < 0 else w


def _derivative(w: Written, problem: Differentiate) -> Written:
    return DerivativeOf(w, ((write(problem.variable), write(1)),), problem.partial)


class DivideTermByTerm(Rule[Differentiate]):
    """A sum over a power of the variable is a sum of powers: no quotient rule is needed."""

    solves = Differentiate
    title = "Divide term by term first"
    statement = r"\frac{a x^m + b x^n}{x^k} = a x^{m-k} + b x^{n-k}"
    reference = "Stewart, Calculus 8e, §3.2, note after the quotient rule"
    because = (
        "Below stands only {v}, which divides every term of {u}: that leaves powers, which are quicker to "
        "differentiate than a quotient."
    )
    hint = "Divide each term of {u} by {v} before you differentiate."
    examples = ("d/dx (x^2 + 1)/x -> 1 - 1/x^2", "d/dx (x^3 - sqrt(x))/x^2 -> 1 + 3/(2 x^(5/2))")
    counterexamples = ("d/dx sin(x)/x", "d/dx x/(x^2+1)")

    def match(self, problem: Differentiate) -> Iterable[Bindings]:
        """A sum of powers of the variable over one power of it."""
        x = problem.variable
        if isinstance(problem.expr, Mul):
            u, v = over_and_under(problem.expr)
            if isinstance(u, Add) and _is_monomial(v, x) and v.has(x) and all(_is_monomial(t, x) for t in u.args):
                yield {"u": u, "v": v, "x": x}

    def derive(self, problem: Differentiate, u: Expr, v: Expr, x: Symbol) -> Derive:
        """The quotient written as a sum, and the derivative of that."""
        divided = yield first(Rewrite(problem.expr, Form.EXPANDED))
        if not isinstance(divided, Add):
            return None
        return (yield Differentiate(divided, x, problem.partial))


def _is_monomial(term: Expr, x: Symbol) -> bool:
    power = term.as_independent(x, as_Add=False)[1]
    return power == 1 or power == x or (isinstance(power, Pow) and power.base == x and bool(power.exp.is_Rational))


RULES: tuple[AnyRule, ...] = (SplitLogarithm(), DivideTermByTerm())
