"""The n-th derivative of powers and polynomials, whose exponents come down one by one."""

from __future__ import annotations

from collections.abc import Iterable

from sympy import Expr, Integer, Piecewise, Poly, Symbol, factorial, gamma
from sympy.core.relational import Eq, Ge, Gt, Le
from sympy.logic.boolalg import Boolean

from ...derivation import AnyRule, Assume, Bindings, Derive, Phase, Rule, Say, first
from ...problems import Differentiate, NthDerivative
from ...problems.derivatives import derivative_written
from ...written import Relation, write
from .induction import proved
from .nth import linear

LONGEST_LIST = 6


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


def _power_of_linear(f: Expr, x: Symbol) -> tuple[Expr, Expr] | None:
    """(u, m) where f = u^m with u linear in x and m a natural number or an integer letter."""
    u, m = f.as_base_exp()
    natural = (m.is_Integer and m >= 2) or (isinstance(m, Symbol) and m.is_integer and m != x)
    return (u, m) if natural and not u.is_Pow and linear(u, x) is not None else None


RULES: tuple[AnyRule, ...] = (NthOfNaturalPower(), NthOfPolynomial(), NthOfItsOwnPower(), NthOfRealPower())
