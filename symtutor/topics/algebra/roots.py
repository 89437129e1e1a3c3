"""Factoring polynomials by their roots.

A polynomial vanishes at r exactly where x − r is a factor (factor theorem).  A quadratic tells its rational roots by
two numbers with the right product and sum, or by the formula; a rational root p/q of a polynomial with whole
coefficients has p dividing the last and q dividing the first coefficient (rational root theorem).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sympy import Expr, Integer, Mul, Poly, Rational, Symbol, divisors, igcd, sqrt

from ...derivation import Bindings, Derive, Level, Rule, Say, first
from ...problems import Form, Rewrite, fresh_letter
from ...written import Apply, BackSubstitution, Relation, write
from .factoring import factored, sum_to_factor
from .terms import LARGEST_COEFFICIENT, irreducible_factors, polynomial, power_written, product_written, sum_written

# Rational roots are looked for among so many candidates at most.
MOST_CANDIDATES = 200


def in_one_letter(expr: Expr) -> Poly | None:
    """``expr`` as a polynomial in one thing (a letter, sin x, eˣ), of degree at least 2 with rational coefficients."""
    poly = polynomial(expr)
    return poly if poly is not None and len(poly.gens) == 1 and poly.degree() >= 2 else None


def rational_roots(poly: Poly) -> list[Rational]:
    """The rational roots of a polynomial in one letter, smallest size first, without multiplicity."""
    whole = poly.clear_denoms(convert=True)[1]
    coefficients = [int(c) for c in whole.all_coeffs()]
    if coefficients[-1] == 0:
        return [Rational(0)]
    if max(abs(coefficients[0]), abs(coefficients[-1])) > LARGEST_COEFFICIENT:
        return []
    tops, bottoms = divisors(abs(coefficients[-1])), divisors(abs(coefficients[0]))
    if len(tops) * len(bottoms) > MOST_CANDIDATES:
        return []
    candidates = sorted(
        {Rational(s * p, q) for p in tops for q in bottoms for s in (1, -1)}, key=lambda r: (abs(r), -r)
    )
    return [r for r in candidates if whole.eval(r) == 0]


class QuadraticByTwoNumbers(Rule[Rewrite]):
    """x² + bx + c = (x + p)(x + q) with p + q = b and pq = c."""

    solves = Rewrite
    title = "Factor a quadratic"
    statement = r"x^2+(p+q)x+pq = (x+p)(x+q)"
    reference = "Stewart, Precalculus 7e, §1.3"
    because = "{p} and {q} have the product {product} and the sum {total}."
    hint = "Which two numbers have the product {product} and the sum {total}?"
    block_from = Level.STANDARD
    known_as = ("factoring by inspection",)
    examples = ("factor x^2 + 5x + 6 -> (x+2)(x+3)", "factor x^2 - x - 6 -> (x-3)(x+2)")
    counterexamples = ("factor x^2 + x + 1", "factor 2x^2 + 3x + 1")

    def match(self, problem: Rewrite) -> Iterable[Bindings]:
        """A quadratic with first coefficient 1, whole coefficients and whole roots."""
        e = sum_to_factor(problem)
        poly = None if e is None else in_one_letter(e)
        if poly is None or poly.degree() != 2:
            return
        a, b, c = poly.all_coeffs()
        root = sqrt(b**2 - 4 * c)
        if a == 1 and b.is_Integer and c.is_Integer and root.is_Integer:
            yield {"x": poly.gen, "p": (b - root) / 2, "q": (b + root) / 2, "product": c, "total": b}

    def derive(self, problem: Rewrite, x: Expr, p: Integer, q: Integer, **given: Any) -> Derive:
        """Two brackets; for x² or the like in place of x they may split further."""
        left = yield from factored(x + p)
        right = yield from factored(x + q)
        return product_written([left, right])


class QuadraticBySplitting(Rule[Rewrite]):
    """Split the middle term of ax² + bx + c and group."""

    solves = Rewrite
    title = "Split the middle term"
    statement = r"ax^2+bx+c = ax^2+px+qx+c,\quad p+q=b,\ pq=ac"
    reference = "Blitzer, Algebra and Trigonometry 6e, §P.5"
    because = "{p} and {q} have the product {product} (first times last coefficient) and the sum {total}."
    hint = "Which two numbers have the product {product} and the sum {total}? Split the middle term with them."
    block_from = Level.STANDARD
    known_as = ("ac method",)
    examples = ("factor 2x^2 + 3x + 1 -> (2x+1)(x+1)", "factor 6x^2 - x - 2 -> (2x+1)(3x-2)")
    counterexamples = ("factor 2x^2 + x + 1",)

    def match(self, problem: Rewrite) -> Iterable[Bindings]:
        """A quadratic with whole coefficients, first one not 1, whose discriminant is a square."""
        e = sum_to_factor(problem)
        poly = None if e is None else in_one_letter(e)
        if poly is None or poly.degree() != 2:
            return
        a, b, c = poly.all_coeffs()
        root = sqrt(b**2 - 4 * a * c)
        if a != 1 and a.is_Integer and b.is_Integer and c.is_Integer and root.is_Integer:
            yield {"x": poly.gen, "p": (b + root) / 2, "q": (b - root) / 2, "product": a * c, "total": b}

    def derive(self, problem: Rewrite, x: Expr, p: Integer, q: Integer, **given: Any) -> Derive:
        """Four terms, of which the first two and the last two share a bracket."""
        a, _, c = Poly(problem.expr, x).all_coeffs()
        yield Say(sum_written([a * x**2, p * x, q * x, c]))
        # ax² + px = g x (ax/g + p/g), and the same bracket stands in qx + c because pq = ac.
        g = Integer(igcd(a, p)) * (1 if a > 0 else -1)
        bracket = a / g * x + p / g
        other = Poly(problem.expr, x).quo(Poly(bracket, x)).as_expr()
        sign = -1 if Poly(other, x).LC() < 0 else 1
        left = yield from factored(sign * other)
        right = yield from factored(bracket)
        return product_written([sign, left, right])


class QuadraticInDisguise(Rule[Rewrite]):
    """A polynomial in xᵏ: write u for the power."""

    solves = Rewrite
    title = "Substitute for a power"
    statement = r"a x^{2k}+b x^k+c = a u^2+bu+c,\quad u=x^k"
    reference = "Stewart, Precalculus 7e, §1.3"
    because = "Only powers of {inner} occur: in {u} it is a polynomial of lower degree."
    hint = "Write {u} for {inner}."
    block_from = Level.STANDARD
    known_as = ("substitution",)
    examples = ("factor x^4 - 5x^2 + 4 -> (x-2)(x-1)(x+1)(x+2)",)
    counterexamples = ("factor x^4 + x + 2",)

    def match(self, problem: Rewrite) -> Iterable[Bindings]:
        """All exponents share a divisor k > 1, and the polynomial in u = xᵏ splits."""
        e = sum_to_factor(problem)
        poly = None if e is None else in_one_letter(e)
        if poly is None:
            return
        x = poly.gen
        k = 0
        for (power,), _ in poly.terms():
            k = igcd(k, power)
        if k < 2:
            return
        u = fresh_letter(problem)
        lowered = Poly({(n // k,): c for (n,), c in poly.terms()}, u)
        if lowered.degree() >= 2 and not lowered.is_irreducible:
            yield {"u": u, "inner": x**k, "lowered": lowered.as_expr()}

    def derive(self, problem: Rewrite, u: Symbol, inner: Expr, lowered: Expr) -> Derive:
        """Factor in u, put the power back, and look at the factors again."""
        found = yield first(Rewrite(lowered, Form.FACTORED))
        yield Say(BackSubstitution(write(found), write(u), write(inner)))
        back = found.xreplace({u: inner})
        parts = []
        for f in Mul.make_args(back):
            base, exponent = (f.base, f.exp) if f.is_Pow and f.exp.is_Integer else (f, Integer(1))
            parts.append(power_written((yield from factored(base)), exponent))
        return product_written(parts)


class RationalRoot(Rule[Rewrite]):
    """Find a rational root, and divide by its linear factor."""

    solves = Rewrite
    statement = r"P(r)=0 \;\Rightarrow\; P(x)=(x-r)\,Q(x)"
    reference = "Stewart, Precalculus 7e, §3.3 and §3.4 (rational zeros theorem)"
    because = "A rational root is a divisor of {last} over a divisor of {leading}; {r} is one, so {factor} divides."
    hint = "Try the divisors of {last} over those of {leading}."
    block_from = Level.STANDARD
    known_as = ("rational root theorem", "rational zeros theorem", "polynomial division", "factor theorem")
    examples = ("factor x^3 - 6x^2 + 11x - 6 -> (x-1)(x-2)(x-3)", "factor 2x^3 - x^2 - x - 3 -> (2x-3)(x^2+x+1)")
    counterexamples = ("factor x^3 - x + 1",)

    def match(self, problem: Rewrite) -> Iterable[Bindings]:
        """A polynomial of degree 3 or more in one letter with a rational root."""
        e = sum_to_factor(problem)
        poly = None if e is None else in_one_letter(e)
        if poly is None or poly.degree() < 3:
            return
        roots = rational_roots(poly)
        if roots:
            r = roots[0]
            whole = poly.clear_denoms(convert=True)[1]
            factor = r.q * poly.gen - r.p
            yield {"x": poly.gen, "r": r, "factor": factor, "leading": whole.LC(), "last": whole.all_coeffs()[-1]}

    def derive(self, problem: Rewrite, x: Expr, r: Rational, factor: Expr, **given: Any) -> Derive:
        """Check the root, divide, and go on with the quotient."""
        poly = Poly(problem.expr, x)
        value = sum_written([c * r**n for (n,), c in poly.terms()])
        yield Say(Relation(("=", "="), (Apply("P", (write(r),)), value, write(0))), "", "the root checked")
        quotient = poly.quo(Poly(factor, x)).as_expr()
        rest = yield from factored(quotient)
        return product_written([factor, rest])


class QuadraticOverSurds(Rule[Rewrite]):
    """Factor a quadratic by its irrational roots, when surds are asked for."""

    solves = Rewrite
    title = "Factor over the surds"
    statement = r"ax^2+bx+c = a(x-x_1)(x-x_2)"
    reference = "Stewart, Precalculus 7e, §1.5"
    because = "The discriminant {discriminant} is positive and no square, so the two roots are irrational."
    hint = "Find the roots by the quadratic formula."
    known_as = ("surds", "over the surds", "over the reals", "irrational roots")
    examples = ("factor x^2 - 2 -> (x - sqrt(2))(x + sqrt(2))",)
    counterexamples = ("factor x^2 - 2",)

    def match(self, problem: Rewrite) -> Iterable[Bindings]:
        """A quadratic with a positive discriminant, where the technique is asked for by name."""
        if problem.form is not Form.FACTORED or problem.by is None:
            return
        poly = in_one_letter(problem.expr)
        if poly is not None and poly.degree() == 2:
            a, b, c = poly.all_coeffs()
            discriminant = b**2 - 4 * a * c
            if discriminant > 0:
                yield {"x": poly.gen, "discriminant": discriminant}

    def derive(self, problem: Rewrite, x: Expr, discriminant: Expr) -> Derive:
        """a times x less each root."""
        a, b, _ = Poly(problem.expr, x).all_coeffs()
        low, high = sorted(((-b - sqrt(discriminant)) / (2 * a), (-b + sqrt(discriminant)) / (2 * a)))
        for root in (low, high):
            yield Say(Relation(("=",), (write(x), write(root))), "", "a root")
        return product_written([a, x - low, x - high])


class CompareFactors(Rule[Rewrite]):
    """Write the polynomial as a product with unknown coefficients, and compare."""

    solves = Rewrite
    title = "Compare coefficients"
    statement = r"P = (a_0+a_1x+\dots)(b_0+b_1x+\dots)"
    reference = "Knuth, The Art of Computer Programming 2, §4.6.2"
    because = (
        "No formula and no rational root helps. The factors' first and last coefficients divide those of the product; "
        "comparing the others leaves {product}."
    )
    hint = "Write a product of two brackets with unknown coefficients, and multiply out."
    block_from = Level.STANDARD
    examples = ("factor x^4 + 4 -> (x^2-2x+2)(x^2+2x+2)", "factor x^2 + 3x y + 2y^2 -> (x+y)(x+2y)")
    counterexamples = ("factor x^2 + x y + y^2",)

    def match(self, problem: Rewrite) -> Iterable[Bindings]:
        """A polynomial that splits over the rational numbers."""
        e = sum_to_factor(problem)
        poly = None if e is None else polynomial(e)
        if poly is None or poly.total_degree() < 2 or len(poly.gens) > 6:
            return
        number, factors = irreducible_factors(poly)
        if len(factors) > 1 or (factors and factors[0][1] > 1):
            yield {"product": product_written([number, *(power_written(b, n) for b, n in factors)])}

    def derive(self, problem: Rewrite, product: Any) -> Derive:
        """The product, to be checked by multiplying out."""
        yield Say(product)
        return product
