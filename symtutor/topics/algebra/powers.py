"""The laws of powers.

a^m a^n = a^(m+n), (a^m)^n = a^(mn) and a^n b^n = (ab)^n, each where both sides are defined.  SymPy joins equal
bases by itself as soon as the product is built; what is left are products of exponentials, roots under one root,
and e^(ln …).
"""

from __future__ import annotations

from collections.abc import Iterable

from sympy import Abs, Add, Expr, Integer, Mul, Pow, Rational, exp, log
from sympy.core.relational import Ge, Gt

from ...derivation import Assume, Bindings, Derive, Level, Rule, Say
from ...problems import Form, Rewrite
from ...problems.signs import follows
from ...written import Apply, Leaf, Power, write
from .terms import product_written

E = exp(Integer(1))


def wanted(problem: Rewrite) -> bool:
    """Whether powers are to be combined."""
    return problem.form is Form.POWERS_COMBINED


class ProductOfExponentials(Rule[Rewrite]):
    """eᵃ eᵇ = eᵃ⁺ᵇ."""

    solves = Rewrite
    statement = r"e^a e^b = e^{a+b}"
    reference = "Stewart, Calculus 8e, §1.4 (laws of exponents)"
    because = "The powers have the same base, so the exponents {a} and {b} add."
    hint = "Same base: what happens to the exponents?"
    block_from = Level.STANDARD
    known_as = ("laws of exponents",)
    examples = ("combine the powers in e^x e^y -> e^(x+y)",)
    counterexamples = ("combine the powers in e^x + e^y",)

    def match(self, problem: Rewrite) -> Iterable[Bindings]:
        """A product with two exponentials among its factors."""
        if wanted(problem):
            exponents = [f.args[0] for f in Mul.make_args(problem.expr) if isinstance(f, exp)]
            if len(exponents) > 1:
                yield {"a": exponents[0], "b": Add(*exponents[1:])}

    def derive(self, problem: Rewrite, a: Expr, b: Expr) -> Derive:
        """One exponential, with the sum of the exponents."""
        rest = [f for f in Mul.make_args(problem.expr) if not isinstance(f, exp)]
        yield Say(product_written([*rest, Power(Leaf(E), write(a) + write(b))]))
        return Mul(*rest, exp(a + b))


class ExponentialOfLogarithm(Rule[Rewrite]):
    """e^(k ln b) = b^k."""

    solves = Rewrite
    statement = r"e^{k\ln b} = b^k \quad (b>0)"
    reference = "Stewart, Calculus 8e, §1.5"
    because = "The exponential undoes the logarithm: {b} is what e must be raised to {k} times ln {b} for."
    hint = "What is e to the power ln {b}?"
    block_from = Level.STANDARD
    examples = ("combine the powers in e^(x ln 2) -> 2^x",)
    counterexamples = ("combine the powers in e^(x + ln 2)",)

    def match(self, problem: Rewrite) -> Iterable[Bindings]:
        """e to a product with one logarithm in it."""
        e = problem.expr
        if wanted(problem) and isinstance(e, exp) and isinstance(e.args[0], Mul):
            logs = [f for f in e.args[0].args if isinstance(f, log)]
            if len(logs) == 1:
                yield {"b": logs[0].args[0], "k": e.args[0] / logs[0]}

    def derive(self, problem: Rewrite, b: Expr, k: Expr) -> Derive:
        """ln b must be there, so b > 0."""
        yield Assume(Gt(b, 0))
        yield Say(Power(Apply("exp", (Apply("ln", (write(b),)),)), write(k)))
        return b**k


class ProductOfRoots(Rule[Rewrite]):
    """√a √b = √(ab) for a, b ≥ 0, and so for every common exponent."""

    solves = Rewrite
    statement = r"\sqrt a\,\sqrt b = \sqrt{ab}\quad (a,b\ge 0)"
    reference = "Stewart, Precalculus 7e, §1.2"
    because = "The factors {a} and {b} have the same exponent {n}, so they go under one."
    hint = "Same exponent: multiply the bases."
    block_from = Level.STANDARD
    examples = ("combine the powers in sqrt(x) sqrt(y) -> sqrt(x y)",)
    counterexamples = ("combine the powers in sqrt(x) + sqrt(y)",)

    def match(self, problem: Rewrite) -> Iterable[Bindings]:
        """Two factors that are powers with the same exponent, not a whole number."""
        if not wanted(problem):
            return
        powers = [f for f in Mul.make_args(problem.expr) if isinstance(f, Pow) and not isinstance(f.exp, Integer)]
        for i, one in enumerate(powers):
            for other in powers[i + 1 :]:
                if one.exp == other.exp:
                    yield {"a": one.base, "b": other.base, "n": one.exp}
                    return

    def derive(self, problem: Rewrite, a: Expr, b: Expr, n: Expr) -> Derive:
        """Both bases must be what the roots ask for; an odd root asks for nothing."""
        if not (isinstance(n, Rational) and n.q % 2 == 1):
            for base in (a, b):
                yield Assume(Ge(base, 0) if isinstance(n, Rational) and n > 0 else Gt(base, 0))
        rest = problem.expr / (a**n * b**n)
        yield Say(product_written([rest, Power(write(a) * write(b), write(n))]))
        joined = Pow(a * b, n)
        return rest * joined


class KnownAbsoluteValue(Rule[Rewrite]):
    """|u| = u where u is known not to be negative."""

    solves = Rewrite
    title = "Absolute value of a known sign"
    statement = r"|u| = u \quad (u\ge 0)"
    reference = "Stewart, Precalculus 7e, §1.1"
    because = "{u} has a known sign here, so the bars can go."
    hint = "Which sign does {u} have under the assumptions?"
    block_from = Level.STANDARD
    examples = ("combine the powers in sqrt(x^2) (x > 0) -> x",)
    counterexamples = ("combine the powers in sqrt(x^2)",)

    def match(self, problem: Rewrite) -> Iterable[Bindings]:
        """An absolute value whose argument has a given sign."""
        if problem.form in (Form.POWERS_COMBINED, Form.TIDY):
            for node in known_signs(problem):
                yield {"u": node.args[0]}
                return

    def derive(self, problem: Rewrite, u: Expr) -> Derive:
        """Replace every such absolute value."""
        yield from ()
        changed = problem.expr.xreplace({node: _bare(node, problem) for node in known_signs(problem)})
        return write(changed)


def known_signs(problem: Rewrite) -> list[Expr]:
    """The absolute values in the question whose argument has a given sign, in reading order."""
    if not problem.given or not problem.expr.has(Abs):
        return []
    found = sorted(problem.expr.atoms(Abs), key=lambda node: node.sort_key())
    return [node for node in found if _bare(node, problem) != node]


def _bare(node: Expr, problem: Rewrite) -> Expr:
    u = node.args[0]
    if follows(Ge(u, 0), problem.given):
        return u
    return -u if follows(Ge(-u, 0), problem.given) else node


def nothing_to_combine(expr: Expr) -> bool:
    """Whether no two factors of a product share a base or an exponent that could be joined."""
    factors = Mul.make_args(expr)
    exponents = [f.exp for f in factors if isinstance(f, Pow) and not isinstance(f.exp, Integer)]
    if sum(isinstance(f, exp) for f in factors) > 1 or len(set(exponents)) < len(exponents):
        return False
    lonely = expr.args[0] if isinstance(expr, exp) else None
    return not (isinstance(lonely, Mul) and sum(isinstance(f, log) for f in lonely.args) == 1)
