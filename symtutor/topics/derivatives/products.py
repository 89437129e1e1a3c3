"""Products: one factor moves while the others stand still, and the changes add up."""

from __future__ import annotations

from collections.abc import Iterable

from sympy import Expr, Mul, Pow, Symbol, Tuple

from ...derivation import AnyRule, Bindings, Derive, Rule
from ...problems import Differentiate
from ...written import Product, Sum, Written, write


def over_and_under(expr: Expr) -> tuple[Expr, Expr]:
    """Numerator and denominator as a fraction is printed: only powers with a negative exponent stand below.

    e^(−x) stays above: x e^(−x) is a product.
    """
    top, bottom = [], []
    for factor in Mul.make_args(expr):
        if isinstance(factor, Pow) and factor.exp.is_Rational and factor.exp < 0:
            bottom.append(Pow(factor.base, -factor.exp))
        else:
            top.append(factor)
    return Mul(*top), Mul(*bottom)


def factors_from_top(expr: Expr) -> tuple[Expr, ...]:
    """The factors in textbook order, those below the fraction line last and with their negative exponents."""
    factors = expr.as_ordered_factors() if isinstance(expr, Mul) else [expr]
    return tuple(sorted(factors, key=lambda f: over_and_under(f)[1] != 1))


def moving_factors(expr: Expr, x: Symbol) -> tuple[Expr, ...]:
    """The factors of a product without denominator and without constant factor, in textbook order; () otherwise."""
    if not isinstance(expr, Mul) or over_and_under(expr)[1] != 1:
        return ()
    factors = tuple(expr.as_ordered_factors())
    return factors if all(f.has(x) for f in factors) else ()


class ProductRule(Rule[Differentiate]):
    """Each factor moves once while the other stands still."""

    solves = Differentiate
    statement = r"(u v)' = u' v + u v'"
    reference = "Stewart, Calculus 8e, §3.2"
    because = "{u} and {v} both contain {x}, so both change: neither can be taken out as a constant factor."
    hint = "Two factors depend on {x}. Let each of them change in turn."
    examples = ("d/dx x^2 sin(x) -> 2x sin(x) + x^2 cos(x)", "d/dx x e^x -> e^x + x e^x")
    counterexamples = ("d/dx 3 sin(x)", "d/dx sin(x)/x")
    known_as = ("Leibniz rule",)

    def match(self, problem: Differentiate) -> Iterable[Bindings]:
        """Exactly two factors that contain the variable, none of them below a fraction line."""
        factors = moving_factors(problem.expr, problem.variable)
        if len(factors) == 2:
            yield {"u": factors[0], "v": factors[1], "x": problem.variable}

    def derive(self, problem: Differentiate, u: Expr, v: Expr, x: Symbol) -> Derive:
        """u′v + uv′."""
        du = yield Differentiate(u, x, problem.partial)
        dv = yield Differentiate(v, x, problem.partial)
        return du * v + u * dv


class ProductOfMany(Rule[Differentiate]):
    """With several factors there is one term for each: that factor moves, the others stand still."""

    solves = Differentiate
    title = "Product rule for several factors"
    statement = r"(u v w)' = u' v w + u v' w + u v w'"
    reference = "Spivak, Calculus 4e, ch. 10, theorem 4 and problem 11"
    because = (
        "Every one of the factors {factors} contains {x}. Grouping them two by two would nest one product rule in "
        "another; one term for each factor comes to the same."
    )
    hint = "As many terms as factors: in each of them one factor is differentiated."
    examples = ("d/dx x e^x sin(x) -> e^x sin(x) + x e^x sin(x) + x e^x cos(x)",)
    counterexamples = ("d/dx x sin(x)",)
    known_as = ("product rule",)

    def match(self, problem: Differentiate) -> Iterable[Bindings]:
        """Three or more factors that contain the variable."""
        factors = moving_factors(problem.expr, problem.variable)
        if len(factors) > 2:
            yield {"factors": Tuple(*factors), "x": problem.variable}

    def derive(self, problem: Differentiate, factors: Tuple, x: Symbol) -> Derive:
        """One term a factor, in the order in which they are written."""
        terms: list[Written] = []
        for i, factor in enumerate(factors):
            slope = yield Differentiate(factor, x, problem.partial)
            terms.append(Product((*map(write, factors[:i]), slope, *map(write, factors[i + 1 :]))))
        return Sum(tuple(terms))


RULES: tuple[AnyRule, ...] = (ProductRule(), ProductOfMany())
