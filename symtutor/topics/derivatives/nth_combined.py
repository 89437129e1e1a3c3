"""The n-th derivative of what is put together: sums, multiples, polynomials, fractions, products."""

from __future__ import annotations

from collections.abc import Iterable

from sympy import (
    Add,
    Expr,
    Integer,
    Mul,
    Piecewise,
    Poly,
    Pow,
    Symbol,
    cos,
    exp,
    factor_list,
    factorial,
    fraction,
    gamma,
    sin,
    together,
)
from sympy.core.relational import Eq, Ge, Gt, Le, Ne
from sympy.logic.boolalg import Boolean

from ...derivation import AnyRule, Assume, Bindings, Derive, Level, Phase, Rule, Say, aside, first
from ...problems import Differentiate, Form, NthDerivative, Rewrite
from ...problems.derivatives import derivative_written
from ...written import Relation, Sum, write
from .induction import proved
from .nth import linear
from .order_algebra import powers_joined, ratio, same

LONGEST_LIST = 6


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


class NthOfPolynomial(Rule[NthDerivative]):
    """Each derivative lowers the degree by one, so a polynomial has only finitely many that are not 0."""

    solves, phase = NthDerivative, Phase.COMMIT
    title = "A polynomial runs out of derivatives"
    statement = r"\frac{\mathrm{d}^n}{\mathrm{d}x^n}\,p(x) = 0\quad\text{for } n > \deg p"
    reference = "Stewart, Calculus 8e, §3.1"
    because = (
        "Each derivative of {f} has a degree one lower: list them until a constant is left; from then on they are 0."
    )
    hint = "How often can you differentiate {f} before nothing is left?"
    examples = ("n-th derivative of x^2 + 3 x -> 2 x + 3 for n = 1, 2 for n = 2, 0 for n > 2",)
    counterexamples = ("n-th derivative of x^10 + x", "n-th derivative of (x + 1)^20")

    def match(self, problem: NthDerivative) -> Iterable[Bindings]:
        """A polynomial of low degree that is no power of a linear function."""
        f, x = problem.expr, problem.variable
        if f.has(x) and f.is_polynomial(x) and Poly(f, x).degree() <= LONGEST_LIST and _power_of_linear(f, x) is None:
            yield {"f": f}

    def derive(self, problem: NthDerivative, f: Expr) -> Derive:
        """All derivatives that are not 0, in a list of cases."""
        x, n = problem.variable, problem.order
        pieces: list[tuple[Expr, Boolean]] = []
        so_far = f
        for k in range(1, Poly(f, x).degree() + 1):
            so_far = yield first(Differentiate(so_far, x, tidied=True))
            pieces.append((so_far, Eq(n, k, evaluate=False)))
        return Piecewise(*pieces, (0, True))


class NthOfNaturalPower(Rule[NthDerivative]):
    """The exponent comes down step by step until a constant is left; after that every derivative is 0."""

    solves, phase = NthDerivative, Phase.COMMIT
    title = "The exponents come down until none is left"
    statement = (
        r"\frac{\mathrm{d}^n}{\mathrm{d}x^n}(ax+b)^m = \frac{m!}{(m-n)!}\,a^n (ax+b)^{m-n}"
        r"\ (n\le m),\qquad 0\ (n>m)"
    )
    reference = "Stewart, Calculus 8e, §3.1"
    because = (
        "Each derivative of {f} brings the exponent down as a factor and lowers it by 1: m(m − 1)(m − 2)…, "
        "with m = {m}. After {m} of them a constant is left, and what follows is 0."
    )
    hint = "Write down the first three derivatives of {f} without multiplying the numbers out."
    known_as = ("induction", "proof by induction")
    examples = (
        "n-th derivative of x^5 -> 5!/(5-n)! x^(5-n) for n <= 5, 0 for n > 5",
        "n-th derivative of (2 x + 1)^3 -> 3!/(3-n)! 2^n (2 x + 1)^(3-n) for n <= 3, 0 for n > 3",
    )
    counterexamples = ("n-th derivative of 1/x", "n-th derivative of x^2 + x")

    def match(self, problem: NthDerivative) -> Iterable[Bindings]:
        """A natural power, by number or by an integer letter, of a linear function."""
        found = _power_of_linear(problem.expr, problem.variable)
        if found is not None and problem.order not in problem.expr.free_symbols:
            yield {"f": problem.expr, "u": found[0], "m": found[1]}

    def derive(self, problem: NthDerivative, f: Expr, u: Expr, m: Expr) -> Derive:
        """The formula proved by induction up to order m, and 0 beyond."""
        x, n = problem.variable, problem.order
        if not m.is_number:
            yield Assume(Ge(m, 1))
        a, _ = linear(u, x) or (Integer(1), Integer(0))
        slope = yield first(Differentiate(f, x, tidied=True))
        formula = factorial(m) / factorial(m - n) * a**n * u ** (m - n)
        # The induction step leads from order n to n + 1 ≤ m.
        result = yield from proved(f, x, n, formula, slope, given=(Ge(n, 1), Gt(m, n)))
        if result is None:
            return None
        last = formula.xreplace({n: m})
        yield Say(
            Relation(("=",), (derivative_written(f, (x, m)), write(last))), "", "a constant, so all that follow are 0"
        )
        return Piecewise((formula, Le(n, m)), (0, True))


class NthOfItsOwnPower(Rule[NthDerivative]):
    """A power differentiated as often as its exponent says leaves only numbers."""

    solves, phase = NthDerivative, Phase.COMMIT
    title = "As many derivatives as the exponent"
    statement = r"\frac{\mathrm{d}^n}{\mathrm{d}x^n}(ax+b)^n = n!\,a^n"
    reference = "Spivak, Calculus 4e, chapter 10"
    because = (
        "In {f} the exponent and the order are the same letter. Take them apart: find the derivative of {general} "
        "first, then let {m} be the order."
    )
    hint = "What is the third derivative of the cube, the fourth of the fourth power?"
    examples = ("n-th derivative of x^n -> n!", "n-th derivative of (2 x + 1)^n -> 2^n n!")
    counterexamples = ("n-th derivative of x^5",)

    def match(self, problem: NthDerivative) -> Iterable[Bindings]:
        """A linear function to the power of the order."""
        u, exponent = problem.expr.as_base_exp()
        if exponent == problem.order and linear(u, problem.variable) is not None and not u.has(problem.order):
            taken = {s.name for s in problem.expr.free_symbols} | {problem.variable.name}
            m = Symbol(next(c for c in ("m", "k", "j", "p", "q") if c not in taken), integer=True)
            yield {"f": problem.expr, "general": u**m, "m": m}

    def derive(self, problem: NthDerivative, f: Expr, general: Expr, m: Symbol) -> Derive:
        """The formula for a letter of its own, then the order in its place."""
        formula = yield first(NthDerivative(general, problem.variable, problem.order), (m, problem.order))
        return formula.xreplace({m: problem.order})


class NthOfRealPower(Rule[NthDerivative]):
    """For an exponent that is a letter the falling product is a quotient of gamma values."""

    solves, phase = NthDerivative, Phase.COMMIT
    title = "The falling product as a quotient of gammas"
    statement = r"\frac{\mathrm{d}^n}{\mathrm{d}x^n}\,x^r = \frac{\Gamma(r+1)}{\Gamma(r-n+1)}\,x^{r-n}\quad (r > n-1)"
    reference = "DLMF 5.5.1"
    because = (
        "Each derivative of {f} brings the exponent down as a factor and lowers it by 1. The product "
        "r(r − 1)…(r − n + 1) with r = {r} is a quotient of values of Γ, since Γ(s + 1) = s Γ(s)."
    )
    hint = "Write down the first three derivatives of {f} without multiplying out."
    known_as = ("induction",)
    examples = ("n-th derivative of x^r -> gamma(r + 1)/gamma(r - n + 1) x^(r - n)",)
    counterexamples = ("n-th derivative of x^3", "n-th derivative of r^x")

    def match(self, problem: NthDerivative) -> Iterable[Bindings]:
        """A linear function to the power of a real letter."""
        u, r = problem.expr.as_base_exp()
        if isinstance(r, Symbol) and not r.is_integer and r != problem.variable and linear(u, problem.variable):
            yield {"f": problem.expr, "u": u, "r": r}

    def derive(self, problem: NthDerivative, f: Expr, u: Expr, r: Symbol) -> Derive:
        """The formula proved by induction, for exponents above n − 1."""
        x, n = problem.variable, problem.order
        a, _ = linear(u, x) or (Integer(1), Integer(0))
        yield Assume(Gt(r, n - 1))
        slope = yield first(Differentiate(f, x, tidied=True))
        formula = gamma(r + 1) / gamma(r - n + 1) * a**n * u ** (r - n)
        return (yield from proved(f, x, n, formula, slope, given=(Ge(n, 1), Gt(r, n))))


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
        if _splits(f, x):
            yield {"f": f, "form": Rewrite(f, Form.PARTIAL_FRACTIONS, x)}
        elif _waves(f, x):
            yield {"f": f, "form": Rewrite(f, Form.TRIG_REDUCED)}

    def derive(self, problem: NthDerivative, f: Expr, form: Rewrite) -> Derive:
        """The sum, then term by term."""
        pieces = yield first(form)
        if pieces == f or not isinstance(pieces, (Add, Mul)):
            return None
        return (yield NthDerivative(pieces, problem.variable, problem.order))


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
        if p.has(x) and rest.has(x) and not _splits(f, x) and Poly(p, x).degree() <= 3 and Mul(p, rest) == f:
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


def _power_of_linear(f: Expr, x: Symbol) -> tuple[Expr, Expr] | None:
    """(u, m) where f = u^m with u linear in x and m a natural number or an integer letter."""
    u, m = f.as_base_exp()
    natural = (m.is_Integer and m >= 2) or (isinstance(m, Symbol) and m.is_integer and m != x)
    return (u, m) if natural and not u.is_Pow and linear(u, x) is not None else None


def _splits(f: Expr, x: Symbol) -> bool:
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


RULES: tuple[AnyRule, ...] = (
    NthOfConstant(),
    NthOfNaturalPower(),
    NthOfPolynomial(),
    NthOfMultiple(),
    NthOfItsOwnPower(),
    NthOfRealPower(),
    NthByRewriting(),
    NthOfSum(),
    Leibniz(),
)
