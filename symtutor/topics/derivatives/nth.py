"""Families of functions with a formula for the derivative of every order."""

from __future__ import annotations

from sympy import (
    Expr,
    Integer,
    Poly,
    Pow,
    Rational,
    Symbol,
    atan,
    cos,
    cosh,
    exp,
    expand,
    factorial,
    gamma,
    interpolate,
    log,
    pi,
    sin,
    sinh,
    sqrt,
)
from sympy.core.relational import Ne
from sympy.logic.boolalg import Boolean

from ...derivation import AnyRule, Bindings
from ...problems import NthDerivative
from .induction import ByInduction

LARGEST_DEGREE = 6


def linear(u: Expr, x: Symbol) -> tuple[Expr, Expr] | None:
    """(a, b) where u = ax + b with a ≠ 0 free of x."""
    if not u.is_polynomial(x):
        return None
    p = Poly(u, x)
    if p.degree() != 1:
        return None
    a, b = p.all_coeffs()
    return a, b


class NthOfExponential(ByInduction):
    """Each derivative of an exponential of a linear function brings the same factor once more."""

    title = "Every derivative brings the same factor"
    statement = r"\frac{\mathrm{d}^n}{\mathrm{d}x^n}\, c^{ax+b} = (a \ln c)^n\, c^{ax+b}"
    because = "{f} comes back after each differentiation, each time with one more factor {factor} in front."
    examples = ("n-th derivative of e^(3 x) -> 3^n e^(3 x)", "n-th derivative of 2^x -> ln(2)^n 2^x")
    counterexamples = ("n-th derivative of e^(x^2)",)
    looks_at = 2

    def parts(self, f: Expr, x: Symbol) -> Bindings | None:
        base, exponent = (exp(1), f.args[0]) if isinstance(f, exp) else f.as_base_exp()
        ab = linear(exponent, x)
        if ab is None or base.has(x):
            return None
        return {"factor": ab[0] * log(base)}

    def pattern(self, problem: NthDerivative, seen: tuple[Expr, ...], parts: Bindings) -> Expr:
        return parts["factor"] ** problem.order * problem.expr


class NthOfSine(ByInduction):
    """Each derivative of a sine or cosine is the same function a quarter turn further."""

    title = "A quarter turn each time"
    statement = r"\frac{\mathrm{d}^n}{\mathrm{d}x^n} \sin(ax+b) = a^n \sin\!\left(ax+b+\tfrac{n\pi}{2}\right)"
    because = (
        "The derivatives of {f} repeat after four; as cos u = sin(u + π/2) and −sin u = cos(u + π/2), one formula "
        "holds all four: every derivative brings the factor {a} and a quarter turn."
    )
    examples = (
        "n-th derivative of sin(x) -> sin(x + n pi/2)",
        "n-th derivative of cos(2 x + 1) -> 2^n cos(2 x + 1 + n pi/2)",
    )
    counterexamples = ("n-th derivative of sin(x^2)",)
    looks_at = 4

    def parts(self, f: Expr, x: Symbol) -> Bindings | None:
        ab = linear(f.args[0], x) if isinstance(f, (sin, cos)) else None
        return None if ab is None else {"a": ab[0]}

    def pattern(self, problem: NthDerivative, seen: tuple[Expr, ...], parts: Bindings) -> Expr:
        f = problem.expr
        return parts["a"] ** problem.order * f.func(f.args[0] + problem.order * pi / 2)


class NthOfHyperbolic(ByInduction):
    """Hyperbolic sine and cosine take turns; written with exponentials one formula holds both."""

    title = "Two exponentials in one"
    statement = (
        r"\frac{\mathrm{d}^n}{\mathrm{d}x^n} \sinh(ax+b) = \frac{a^n}{2}\left(e^{ax+b} - (-1)^n e^{-ax-b}\right)"
    )
    because = (
        "The derivatives of {f} alternate between sinh and cosh. As half the sum or difference of two exponentials it "
        "has a formula for both: the falling exponential changes its sign each time, and the factor {a} comes in."
    )
    examples = ("n-th derivative of sinh(x) -> (e^x - (-1)^n e^(-x))/2",)
    counterexamples = ("n-th derivative of sinh(x^2)",)
    looks_at = 2

    def parts(self, f: Expr, x: Symbol) -> Bindings | None:
        ab = linear(f.args[0], x) if isinstance(f, (sinh, cosh)) else None
        return None if ab is None else {"a": ab[0]}

    def pattern(self, problem: NthDerivative, seen: tuple[Expr, ...], parts: Bindings) -> Expr:
        n, u = problem.order, problem.expr.args[0]
        sign = -1 if isinstance(problem.expr, sinh) else 1
        return parts["a"] ** n * (exp(u) + sign * (-1) ** n * exp(-u)) / 2


class NthOfLogarithm(ByInduction):
    """After the first derivative a logarithm is a negative power, and its exponent falls step by step."""

    title = "A logarithm turns into falling powers"
    statement = r"\frac{\mathrm{d}^n}{\mathrm{d}x^n} \ln(ax+b) = \frac{(-1)^{n-1}(n-1)!\,a^n}{(ax+b)^n}"
    because = (
        "From the first derivative on {f} is a negative power of {u}: each step brings the exponent down as a factor, "
        "1, 2, 3, …, with alternating sign, and the slope {a} of {u} each time."
    )
    examples = (
        "n-th derivative of ln(x) -> (-1)^(n-1) (n-1)! / x^n",
        "n-th derivative of ln(2 x + 1) -> (-1)^(n-1) (n-1)! 2^n / (2 x + 1)^n",
    )
    counterexamples = ("n-th derivative of ln(x^2 + 1)",)

    def parts(self, f: Expr, x: Symbol) -> Bindings | None:
        ab = linear(f.args[0], x) if isinstance(f, log) else None
        return None if ab is None else {"u": f.args[0], "a": ab[0]}

    def pattern(self, problem: NthDerivative, seen: tuple[Expr, ...], parts: Bindings) -> Expr:
        n, u, a = problem.order, parts["u"], parts["a"]
        return (-1) ** (n - 1) * factorial(n - 1) * a**n * u ** (-n)


class NthOfPower(ByInduction):
    """Each derivative of a power that never reaches 0 brings one more, ever smaller exponent down as a factor."""

    title = "The exponents come down one by one"
    statement = r"\frac{\mathrm{d}^n}{\mathrm{d}x^n} (ax+b)^r = r(r-1)\cdots(r-n+1)\,a^n\,(ax+b)^{r-n}"
    because = (
        "Each derivative of {f} brings the exponent down as a factor and lowers it by 1; starting from {r} it never "
        "becomes 0, so the factors go on for every n."
    )
    examples = (
        "n-th derivative of 1/x -> (-1)^n n! / x^(n+1)",
        "n-th derivative of 1/(2 x - 3) -> (-1)^n n! 2^n / (2 x - 3)^(n+1)",
        "n-th derivative of sqrt(x) -> (-1)^(n-1) (2n-2)! / (2^(2n-1) (n-1)!) x^(1/2-n)",
    )
    counterexamples = ("n-th derivative of x^3", "n-th derivative of 1/(x^2+1)")

    def parts(self, f: Expr, x: Symbol) -> Bindings | None:
        u, r = f.as_base_exp()
        ab = linear(u, x)
        if ab is None or not isinstance(r, Rational) or (r.is_Integer and r >= 0):
            return None
        return {"u": u, "r": r, "a": ab[0]}

    def pattern(self, problem: NthDerivative, seen: tuple[Expr, ...], parts: Bindings) -> Expr:
        n, u, r, a = problem.order, parts["u"], parts["r"], parts["a"]
        return falling(r, n) * a**n * u ** (r - n)


def falling(r: Expr, n: Symbol) -> Expr:
    """r(r−1)⋯(r−n+1) for a rational r that is no natural number, n ≥ 1."""
    if r.is_Integer:
        return (-1) ** n * factorial(n - r - 1) / factorial(-r - 1)
    if r == Rational(1, 2):
        return (-1) ** (n - 1) * factorial(2 * n - 2) / (2 ** (2 * n - 1) * factorial(n - 1))
    if r == Rational(-1, 2):
        return (-1) ** n * factorial(2 * n) / (4**n * factorial(n))
    # Γ(r+1)/Γ(r−n+1), by reflection without negative arguments: (−r)(−r+1)⋯ = Γ(n−r)/Γ(−r).
    return (-1) ** n * gamma(n - r) / gamma(-r)


class NthOfPolynomialTimesExponential(ByInduction):
    """The exponential factor stays; the coefficients of the polynomial follow a pattern in n."""

    title = "The coefficients follow a pattern"
    statement = r"\frac{\mathrm{d}^n}{\mathrm{d}x^n}\, p(x)\,e^{ax} = a^n\, p_n(x)\,e^{ax}"
    because = (
        "Every derivative of {f} is again a polynomial of the same degree times {e}; the coefficients change "
        "in a regular way, which the first derivatives show."
    )
    examples = (
        "n-th derivative of x e^x -> (x + n) e^x",
        "n-th derivative of x^2 e^x -> (x^2 + 2 n x + n (n - 1)) e^x",
        "n-th derivative of x e^(2 x) -> 2^n (x + n/2) e^(2 x)",
    )
    counterexamples = ("n-th derivative of sin(x) e^x",)

    def parts(self, f: Expr, x: Symbol) -> Bindings | None:
        e = next((g for g in f.as_ordered_factors() if isinstance(g, exp) and linear(g.args[0], x)), None)
        if e is None:
            return None
        p = f / e
        if not p.is_polynomial(x) or not 1 <= Poly(p, x).degree() <= LARGEST_DEGREE:
            return None
        a, _ = linear(e.args[0], x) or (Integer(1), Integer(0))
        return {"e": e, "a": a, "degree": Integer(Poly(p, x).degree())}

    def needs(self, parts: Bindings) -> tuple[Boolean, ...]:
        """The coefficients are read off after division by powers of a."""
        return (Ne(parts["a"], 0),)

    def how_many(self, parts: Bindings) -> int:
        """Each coefficient runs through a polynomial in n of at most this degree; order 0 is one value of it."""
        return max(2, int(parts["degree"]))

    def pattern(self, problem: NthDerivative, seen: tuple[Expr, ...], parts: Bindings) -> Expr | None:
        """The coefficients of the first derivatives, each as the polynomial in n that runs through them."""
        x, n, e, a = problem.variable, problem.order, parts["e"], parts["a"]
        rows = []
        for k, d in enumerate(seen):
            quotient = expand(expand(d) / (a**k * e))
            if not quotient.is_polynomial(x):
                return None
            rows.append(Poly(quotient, x))
        total: Expr = Integer(0)
        for j in range(int(parts["degree"]) + 1):
            values = [(k, row.coeff_monomial(x**j)) for k, row in enumerate(rows)]
            total += expand(interpolate(values, n)) * x**j
        return a**n * total * e


class NthOfExponentialTimesSine(ByInduction):
    """e^(ax) sin(bx + c): each derivative stretches by √(a² + b²) and turns by one fixed angle."""

    title = "Stretch and turn"
    statement = (
        r"\frac{\mathrm{d}^n}{\mathrm{d}x^n}\, e^{ax}\sin(bx+c) = r^n e^{ax}\sin(bx+c+n\varphi),"
        r"\quad r=\sqrt{a^2+b^2},\ \tan\varphi = b/a"
    )
    because = (
        "The derivative of {f} is the same exponential times a mixture of sine and cosine, which is one sine again: "
        "stretched by {r} and turned by {angle}. Each further derivative does the same."
    )
    examples = ("n-th derivative of e^x sin(x) -> 2^(n/2) e^x sin(x + n pi/4)",)
    counterexamples = ("n-th derivative of e^x sin(x^2)",)
    looks_at = 2

    def parts(self, f: Expr, x: Symbol) -> Bindings | None:
        factors = f.as_ordered_factors()
        e = next((g for g in factors if isinstance(g, exp) and linear(g.args[0], x)), None)
        s = next((g for g in factors if isinstance(g, (sin, cos)) and linear(g.args[0], x)), None)
        if e is None or s is None or f != e * s:
            return None
        a, b = e.args[0].coeff(x), s.args[0].coeff(x)
        if not (a.is_Rational and b.is_Rational):
            return None
        return {"e": e, "s": s, "r": sqrt(a**2 + b**2), "angle": atan(b / a) + (pi if a < 0 else 0)}

    def pattern(self, problem: NthDerivative, seen: tuple[Expr, ...], parts: Bindings) -> Expr:
        n, e, s = problem.order, parts["e"], parts["s"]
        return Pow(parts["r"], n) * e * s.func(s.args[0] + n * parts["angle"])


RULES: tuple[AnyRule, ...] = (
    NthOfExponential(),
    NthOfSine(),
    NthOfHyperbolic(),
    NthOfLogarithm(),
    NthOfPower(),
    NthOfPolynomialTimesExponential(),
    NthOfExponentialTimesSine(),
)
