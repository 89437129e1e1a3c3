"""The n-th derivative term by term: constants, multiples, sums, and what is a sum in disguise."""

from __future__ import annotations

from collections.abc import Iterable

from sympy import Add, Expr, Integer, Mul, Poly, Pow, Symbol, cos, exp, factor_list, fraction, sin, together

from ...derivation import AnyRule, Bindings, Derive, Level, Phase, Rule, first
from ...problems import Form, NthDerivative, Rewrite
from ...written import Sum, write
from .nth import linear


class NthOfConstant(Rule[NthDerivative]):
    """A constant has the derivative 0 in every order."""

    solves, phase, block_from = NthDerivative, Phase.TABLE, Level.FULL
    statement = r"\frac{\mathrm{d}^n}{\mathrm{d}x^n}\, c = 0"
    reference = "Stewart, Calculus 8e, §3.1"
    because = "{f} does not change, so its first derivative is 0, and so is every further one."
    hint = "Does {f} change at all?"
    examples = ("n-th derivative of 5 -> 0",)
    counterexamples = ("n-th derivative of x",)

    def match(self, problem: NthDerivative) -> Iterable[Bindings]:
        """No variable in it."""
        if not problem.expr.has(problem.variable):
            yield {"f": problem.expr}

    def derive(self, problem: NthDerivative, f: Expr) -> Derive:
        """Zero."""
        yield from ()
        return Integer(0)


class NthOfMultiple(Rule[NthDerivative]):
    """A constant factor stands in front of every derivative."""

    solves, phase, block_from = NthDerivative, Phase.COMMIT, Level.FULL
    title = "Constant factor"
    statement = r"(c f)^{(n)} = c\, f^{(n)}"
    reference = "Stewart, Calculus 8e, §3.1"
    because = "{c} is a constant factor of {f}: it waits in front."
    hint = "Which factor of {f} does not depend on the variable?"
    examples = ("n-th derivative of 3 sin(x) -> 3 sin(x + n pi/2)",)
    counterexamples = ("n-th derivative of x sin(x)",)

    def match(self, problem: NthDerivative) -> Iterable[Bindings]:
        """A product with a factor free of the variable."""
        c, rest = problem.expr.as_independent(problem.variable, as_Add=False)
        if c != 1 and rest != 1:
            yield {"f": problem.expr, "c": c, "rest": rest}

    def derive(self, problem: NthDerivative, f: Expr, c: Expr, rest: Expr) -> Derive:
        """The rest, with the factor in front."""
        inner = yield NthDerivative(rest, problem.variable, problem.order)
        return write(c) * inner


class NthByRewriting(Rule[NthDerivative]):
    """Some products are sums in disguise: partial fractions, and products of sines and cosines."""

    solves, phase = NthDerivative, Phase.COMMIT
    title = "Rewrite as a sum first"
    statement = r"\frac{1}{(x-a)(x-b)} = \frac{1}{a-b}\left(\frac{1}{x-a}-\frac{1}{x-b}\right)"
    reference = "Spivak, Calculus 4e, chapter 10, problems on higher derivatives"
    because = "{f} has no simple pattern as it stands, but as a sum of simpler pieces it has one in each term."
    hint = "Can {f} be written as a sum of terms whose derivatives you know in every order?"
    known_as = ("partial fractions",)
    examples = (
        "n-th derivative of 1/(x^2 - 1) -> (-1)^n n!/2 (1/(x-1)^(n+1) - 1/(x+1)^(n+1))",
        "n-th derivative of sin(x)^2 -> -2^(n-1) cos(2 x + n pi/2)",
    )
    counterexamples = ("n-th derivative of 1/(x^2 + 1)", "n-th derivative of 1/x")

    def match(self, problem: NthDerivative) -> Iterable[Bindings]:
        """A fraction with linear factors below, or a product of powers of sines and cosines."""
        f, x = problem.expr, problem.variable
        if splits(f, x):
            yield {"f": f, "form": Rewrite(f, Form.PARTIAL_FRACTIONS, x)}
        elif _waves(f, x):
            yield {"f": f, "form": Rewrite(f, Form.TRIG_REDUCED)}

    def derive(self, problem: NthDerivative, f: Expr, form: Rewrite) -> Derive:
        """The sum, then term by term."""
        pieces = yield first(form)
        if pieces == f or not isinstance(pieces, (Add, Mul)):
            return None
        return (yield NthDerivative(pieces, problem.variable, problem.order))


class NthOfSum(Rule[NthDerivative]):
    """Derivatives of every order go term by term."""

    solves, phase, block_from = NthDerivative, Phase.COMMIT, Level.STANDARD
    title = "Term by term"
    statement = r"(f+g)^{(n)} = f^{(n)} + g^{(n)}"
    reference = "Stewart, Calculus 8e, §3.1"
    because = "{f} is a sum, and every derivative of a sum is the sum of the derivatives."
    hint = "Take the terms of {f} one at a time."
    examples = ("n-th derivative of e^x + sin(x) -> e^x + sin(x + n pi/2)",)
    counterexamples = ("n-th derivative of e^x sin(x)",)

    def match(self, problem: NthDerivative) -> Iterable[Bindings]:
        """A sum."""
        if isinstance(problem.expr, Add):
            yield {"f": problem.expr}

    def derive(self, problem: NthDerivative, f: Expr) -> Derive:
        """Every term for itself."""
        holes = yield tuple(NthDerivative(t, problem.variable, problem.order) for t in f.as_ordered_terms())
        return Sum(holes)


def splits(f: Expr, x: Symbol) -> bool:
    """A fraction in x whose denominator has rational linear factors only, and which is no single power."""
    if not f.is_rational_function(x) or f.is_polynomial(x):
        return False
    top, bottom = fraction(together(f))
    u, _ = bottom.as_independent(x, as_Add=False)[1].as_base_exp()
    if not top.has(x) and linear(u, x) is not None:
        return False
    if not bottom.is_polynomial(x):
        return False
    return all(Poly(q, x).degree() <= 1 for q, _ in factor_list(bottom, x)[1])


def _waves(f: Expr, x: Symbol) -> bool:
    """A product of at most six sines and cosines of linear functions, counted with their powers, and at least two."""
    count = 0
    for g in Mul.make_args(f):
        base, k = (g.base, g.exp) if isinstance(g, Pow) and not isinstance(g, exp) else (g, Integer(1))
        if not isinstance(base, (sin, cos)) or linear(base.args[0], x) is None or not (k.is_Integer and k > 0):
            return False
        count += int(k)
    return 2 <= count <= 6


RULES: tuple[AnyRule, ...] = (NthOfConstant(), NthOfMultiple(), NthByRewriting(), NthOfSum())
