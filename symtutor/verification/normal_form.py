"""Exact normal forms: a real expression as a fraction in independent kernels, with its exact derivative.

Kernels are letters, e^m, sin m, cos m, ln|v|, real roots, |u|, powers with symbolic exponents, and other functions as
they stand.  What they satisfy is used by reduction: sin² = 1 − cos², r^q = base, |u|² = u².  A form that comes out as
zero proves an identity wherever both sides are defined; one that does not proves nothing (kernels may be related in
ways not known here).  Differentiation is that of a differential field (Bronstein, *Symbolic Integration I*, ch. 3).
"""

from __future__ import annotations

from fractions import Fraction as Q
from functools import reduce
from math import gcd, lcm
from typing import Any

import sympy as sp
from sympy import Abs, Add, Integer, Mul, Pow, Rational, Symbol
from sympy.core.function import AppliedUndef

from ..written import functions
from ..written.powers import real_power
from . import kernel_fractions as kf
from .evaluation import _REWRITTEN as REWRITTEN
from .kernel_fractions import Fraction, TooBig

# Roots are kept in units of base^(1/60), so that halves, thirds, quarters, fifths and sixths share a kernel.
UNIT = 60

OPEN = (TooBig, ZeroDivisionError)


class NotExact(ArithmeticError):
    """The expression has no normal form here: a case distinction, an unknown function."""


class Kernels:
    """The generators of one comparison, in the order they were met: what is inside stands before what is outside."""

    def __init__(self) -> None:
        self._index: dict[Any, int] = {}
        self._meaning: list[tuple[str, Any]] = []
        self._forms: dict[Any, Fraction] = {}
        self._slopes: dict[tuple[int, Any], Fraction] = {}
        self._units: dict[Any, Q] = {}

    # -- from SymPy to fractions ------------------------------------------------------------------------------

    def form(self, expr: Any) -> Fraction:
        """The normal form.  Raises ``NotExact``, ``TooBig``, ``ZeroDivisionError``."""
        found = self._forms.get(expr)
        if found is None:
            found = self._forms[expr] = self._form(expr)
        return found

    def announce(self, *exprs: Any) -> None:
        """Fixes the unit of every e^m, sin m and cos m, so that e^x and e^(x/2) share a kernel."""
        nodes: dict[Any, int] = {}
        for e in exprs:
            _nested(e, nodes)
        wanted: dict[Any, list[Q]] = {}
        depth = 0
        for node, level in sorted(nodes.items(), key=lambda pair: (pair[1], sp.default_sort_key(pair[0]))):
            if level > depth:
                self._fix(wanted)
                wanted, depth = {}, level
            try:
                kind, inside = _kind(node)
                for key, q in self._pieces(self.form(inside)):
                    wanted.setdefault((kind, key), []).append(q)
            except (NotExact, *OPEN):
                continue
        self._fix(wanted)

    def _fix(self, wanted: dict[Any, list[Q]]) -> None:
        for key, qs in wanted.items():
            if key not in self._units:
                top = reduce(gcd, (abs(q.numerator) for q in qs))
                self._units[key] = Q(top, reduce(lcm, (q.denominator for q in qs)))

    def _generator(self, kind: str, content: Any) -> int:
        key = (kind, content)
        i = self._index.get(key)
        if i is None:
            i = self._index[key] = len(self._meaning)
            self._meaning.append(key)
        return i

    def _form(self, expr: Any) -> Fraction:
        if isinstance(expr, Rational):
            return Fraction({0: int(expr.p)} if expr.p else {}, int(expr.q), ())
        if isinstance(expr, Symbol) or expr in (sp.pi, sp.EulerGamma, sp.Catalan):
            return kf.generator(self._generator("letter", expr))
        if isinstance(expr, Add):
            return reduce(kf.add, (self.form(a) for a in expr.args))
        if isinstance(expr, Mul):
            return reduce(kf.multiply, (self.form(a) for a in expr.args))
        if isinstance(expr, Pow):
            return self._power(*expr.args)
        if expr is sp.E:
            return self._exponential(Integer(1))
        if type(expr) in functions.DEFINITIONS:
            return self.form(functions.DEFINITIONS[type(expr)](expr.args[0]))
        if type(expr) in REWRITTEN:
            if isinstance(expr, sp.sinc):
                raise NotExact
            return self.form(REWRITTEN[type(expr)](*expr.args))
        return self._application(expr)

    def _application(self, expr: Any) -> Fraction:
        name = type(expr).__name__
        u = expr.args[0] if expr.args else None
        if name == "exp":
            return self._exponential(u)
        if name in ("sin", "cos"):
            return self._circular(u)[name == "cos"]
        if name in ("tan", "cot", "sec", "csc"):
            s, c = self._circular(u)
            return {
                "tan": lambda: kf.multiply(s, kf.inverse(c)), "cot": lambda: kf.multiply(c, kf.inverse(s)),
                "sec": lambda: kf.inverse(c), "csc": lambda: kf.inverse(s),
            }[name]()  # fmt: skip
        if name in ("sinh", "cosh", "tanh", "coth", "sech", "csch"):
            return self._hyperbolic(name, u)
        if name == "log":
            return self._logarithm(u)
        if name == "Abs":
            return self._absolute(u)
        if name == "sign":
            return kf.multiply(self._absolute(u), kf.inverse(self.form(u)))
        if name == "Heaviside":
            sign = kf.multiply(self._absolute(u), kf.inverse(self.form(u)))
            return kf.multiply(kf.add(kf.whole(1), sign), Fraction({0: 1}, 2, ()))
        if name in ("Max", "Min"):
            return self._extreme(expr)
        if name == "acos":
            return kf.subtract(kf.multiply(self.form(sp.pi), Fraction({0: 1}, 2, ())), self.form(sp.asin(u)))
        if name == "erfc":
            return kf.subtract(kf.whole(1), self.form(sp.erf(u)))
        if name == "gamma":
            return self._gamma(u)
        if name == "digamma" or (name == "polygamma" and u == 0):
            return self._digamma(expr.args[-1])
        if name in _SLOPES or isinstance(expr, sp.polygamma | AppliedUndef | sp.Derivative):
            return kf.generator(self._generator("function", expr))
        raise NotExact(name)

    def _power(self, base: Any, exponent: Any) -> Fraction:
        if isinstance(exponent, Integer):
            return kf.to_power(self.form(base), int(exponent))
        if base is sp.E:
            return self._exponential(exponent)
        if isinstance(base, Rational) and base.is_positive:
            out = kf.whole(1)
            for prime, times in sp.factorrat(base).items():
                out = kf.multiply(out, self._monomial_power(Integer(prime), exponent * times))
            return out
        return self._monomial_power(base, exponent)

    def _monomial_power(self, base: Any, exponent: Any) -> Fraction:
        """base^(q₀ + Σ qᵢ mᵢ) as base^q₀ Π (base^mᵢ)^qᵢ."""
        out = kf.whole(1)
        form = self.form(exponent)
        for key, q in self._pieces(form):
            if key == CONSTANT:
                out = kf.multiply(out, self._root(base, q))
                continue
            kind = ("power", base, key)
            i = self._generator("power", (base, key))
            unit = self._units.setdefault(kind, Q(1, q.denominator))
            steps = q / unit
            if steps.denominator != 1:
                raise NotExact
            out = kf.multiply(out, kf.generator(i, int(steps)))
        return out

    def _root(self, base: Any, q: Q) -> Fraction:
        if q.denominator == 1:
            return kf.to_power(self.form(base), int(q))
        unit = lcm(UNIT, q.denominator)
        if unit != UNIT:
            unit = q.denominator
        if isinstance(base, Mul) and any(isinstance(f, Add) for f in base.args):
            base = sp.expand(base)
        self.form(base)
        return kf.generator(self._generator("root", (base, unit)), int(q * unit))

    def _pieces(self, form: Fraction) -> list[tuple[Any, Q]]:
        """The terms of a fraction, each a key and its rational coefficient; CONSTANT for the number among them."""
        out = []
        for m, c in sorted(form.top.items()):
            key = CONSTANT if m == 0 and not form.below else (m, form.below)
            out.append((key, Q(c, form.number)))
        return out

    def _piece(self, key: Any) -> Fraction:
        if key == CONSTANT:
            return kf.whole(1)
        return Fraction({key[0]: 1}, 1, key[1])

    def _unit(self, kind: str, key: Any, q: Q) -> tuple[int, int]:
        """The generator of kind(unit · m) and how many units q · m is."""
        unit = self._units.setdefault((kind, key), Q(1, q.denominator))
        steps = q / unit
        if steps.denominator != 1:
            unit, steps = Q(1, q.denominator), Q(q.numerator)
        return self._generator(kind, (key, unit)), int(steps)

    def _exponential(self, u: Any) -> Fraction:
        out = kf.whole(1)
        for key, q in self._pieces(self.form(u)):
            i, steps = self._unit("exp", key, q)
            out = kf.multiply(out, kf.generator(i, steps))
        return out

    def _hyperbolic(self, name: str, u: Any) -> Fraction:
        up, down = self._exponential(u), self._exponential(-u)
        plus, minus = kf.add(up, down), kf.subtract(up, down)
        two = kf.whole(2)
        half = Fraction({0: 1}, 2, ())
        return {
            "sinh": lambda: kf.multiply(minus, half), "cosh": lambda: kf.multiply(plus, half),
            "tanh": lambda: kf.multiply(minus, kf.inverse(plus)), "coth": lambda: kf.multiply(plus, kf.inverse(minus)),
            "sech": lambda: kf.multiply(two, kf.inverse(plus)), "csch": lambda: kf.multiply(two, kf.inverse(minus)),
        }[name]()  # fmt: skip

    def _circular(self, u: Any) -> tuple[Fraction, Fraction]:
        """(sin u, cos u) by the addition formulas from the sines and cosines of its monomials."""
        sine, cosine = kf.whole(0), kf.whole(1)
        for key, q in self._pieces(self.form(u)):
            s, c = self._multiple(key, q)
            sine, cosine = (
                kf.add(kf.multiply(sine, c), kf.multiply(cosine, s)),
                kf.subtract(kf.multiply(cosine, c), kf.multiply(sine, s)),
            )
        return sine, cosine

    def _multiple(self, key: Any, q: Q) -> tuple[Fraction, Fraction]:
        if self._index.get(("letter", sp.pi)) is not None and key == (1 << kf.WIDTH * self._index["letter", sp.pi], ()):
            angle = Rational(q.numerator, q.denominator) * sp.pi
            sine, cosine = sp.sin(angle), sp.cos(angle)
            if not sine.has(sp.sin, sp.cos) and not cosine.has(sp.sin, sp.cos):
                return self.form(sine), self.form(cosine)
        i, steps = self._unit("cos", key, q)
        if abs(steps) > 24:
            raise TooBig
        _, unit = self._meaning[i][1]
        j = self._generator("sin", (key, unit))
        s1, c1 = kf.generator(j), kf.generator(i)
        sine, cosine = kf.whole(0), kf.whole(1)
        for _ in range(abs(steps)):
            sine, cosine = (
                kf.add(kf.multiply(sine, c1), kf.multiply(cosine, s1)),
                kf.subtract(kf.multiply(cosine, c1), kf.multiply(sine, s1)),
            )
        return (kf.negative(sine) if steps < 0 else sine), cosine

    def _logarithm(self, u: Any) -> Fraction:
        """ln u as Σ k ln|factor|, which holds wherever ln u is defined."""
        if isinstance(u, Mul):
            return reduce(kf.add, (self._logarithm(f) for f in u.args))
        if isinstance(u, Pow):
            if u.base is sp.E:
                return self.form(u.exp)
            return kf.multiply(self.form(u.exp), self._logarithm(u.base))
        if isinstance(u, sp.exp):
            return self.form(u.args[0])
        if isinstance(u, Abs):
            return self._logarithm(u.args[0])
        if u is sp.E:
            return kf.whole(1)
        if isinstance(u, Rational):
            out = kf.whole(0)
            for prime, times in sp.factorrat(abs(u)).items():
                if prime != 1:
                    log = kf.generator(self._generator("function", sp.log(prime)))
                    out = kf.add(out, kf.multiply(kf.whole(int(times)), log))
            return out
        if isinstance(u, Add):
            content, u = u.primitive()
            if u.could_extract_minus_sign():
                u = -u
            if content != 1:
                return kf.add(self._logarithm(content), self._logarithm(u))
        self.form(u)
        return kf.generator(self._generator("ln", u))

    def _absolute(self, u: Any) -> Fraction:
        if isinstance(u, Mul):
            return reduce(kf.multiply, (self._absolute(f) for f in u.args))
        if isinstance(u, Rational):
            return self.form(abs(u))
        if isinstance(u, Pow) and isinstance(u.exp, Integer):
            return kf.to_power(self._absolute(u.base), int(u.exp))
        if u.is_nonnegative:
            return self.form(u)
        if u.could_extract_minus_sign():
            u = -u
        self.form(u)
        return kf.generator(self._generator("abs", u))

    def _extreme(self, expr: Any) -> Fraction:
        best = expr.args[0]
        form = self.form(best)
        if len(expr.args) > 2:
            raise NotExact
        other = expr.args[1]
        gap = self._absolute(sp.expand(best - other))
        total = kf.add(form, self.form(other))
        joined = kf.add(total, gap) if isinstance(expr, sp.Max) else kf.subtract(total, gap)
        return kf.multiply(joined, Fraction({0: 1}, 2, ()))

    def _gamma(self, u: Any) -> Fraction:
        """Γ(v + k) = v (v+1) … (v+k−1) Γ(v)."""
        k, _ = u.as_coeff_Add()
        shift = int(sp.floor(k)) if isinstance(k, Rational) else 0
        if abs(shift) > 30:
            raise TooBig
        start = u - shift
        self.form(start)
        out = kf.generator(self._generator("function", sp.gamma(start, evaluate=False)))
        for i in range(abs(shift)):
            factor = self.form(start + i if shift > 0 else start - 1 - i)
            out = kf.multiply(out, factor if shift > 0 else kf.inverse(factor))
        return out

    def _digamma(self, u: Any) -> Fraction:
        k, _ = u.as_coeff_Add()
        shift = int(sp.floor(k)) if isinstance(k, Rational) else 0
        if abs(shift) > 30:
            raise TooBig
        start = u - shift
        self.form(start)
        out = kf.generator(self._generator("function", sp.polygamma(0, start, evaluate=False)))
        for i in range(abs(shift)):
            step = kf.inverse(self.form(start + i if shift > 0 else start - 1 - i))
            out = kf.add(out, step) if shift > 0 else kf.subtract(out, step)
        return out

    # -- differentiation --------------------------------------------------------------------------------------

    def derivative(self, f: Fraction, x: Any) -> Fraction:
        """df/dx; every letter but x is constant."""
        out = self._slope_of(f.top, x)
        if f.below:
            rate = kf.whole(0)
            for base, e in f.below:
                p = dict(base)
                part = kf.multiply(self._slope_of(p, x), kf.inverse(Fraction(p, 1, ())))
                rate = kf.add(rate, kf.multiply(kf.whole(e), part))
            out = kf.subtract(out, kf.multiply(Fraction(f.top, 1, ()), rate))
        return kf.multiply(out, Fraction(kf.ONE, f.number, f.below))

    def _slope_of(self, p: kf.Poly, x: Any) -> Fraction:
        used = 0
        for m in p:
            used |= m
        out = kf.whole(0)
        i = 0
        while used:
            if used & kf.MASK:
                inner = self._slope(i, x)
                if inner.top:
                    out = kf.add(out, kf.multiply(Fraction(kf.slope(p, i), 1, ()), inner))
            used >>= kf.WIDTH
            i += 1
        return out

    def _slope(self, i: int, x: Any) -> Fraction:
        found = self._slopes.get((i, x))
        if found is None:
            found = self._slopes[(i, x)] = self._slope_by_meaning(i, x)
        return found

    def _slope_by_meaning(self, i: int, x: Any) -> Fraction:
        kind, content = self._meaning[i]
        if kind == "letter":
            return kf.whole(1 if content == x else 0)
        if kind in ("exp", "cos", "sin"):
            key, unit = content
            inner = kf.multiply(self.derivative(self._piece(key), x), _number(unit))
            if not inner.top:
                return inner
            if kind == "exp":
                return kf.multiply(inner, kf.generator(i))
            partner = kf.generator(self._generator("sin" if kind == "cos" else "cos", content))
            return kf.multiply(kf.negative(inner) if kind == "cos" else inner, partner)
        if kind == "ln":
            return self._rate(content, x)
        if kind == "abs":
            return kf.multiply(kf.generator(i), self._rate(content, x))
        if kind == "root":
            base, unit = content
            return kf.multiply(kf.multiply(kf.generator(i), self._rate(base, x)), _number(Q(1, unit)))
        if kind == "power":
            base, key = content
            exponent = kf.multiply(self._piece(key), _number(self._units[("power", base, key)]))
            along = kf.multiply(exponent, self._rate(base, x))
            moving = self.derivative(exponent, x)
            if moving.top:
                along = kf.add(along, kf.multiply(moving, self._logarithm(base)))
            return kf.multiply(kf.generator(i), along)
        return self._function_slope(content, x)

    def _rate(self, u: Any, x: Any) -> Fraction:
        """u′/u."""
        if x not in u.free_symbols:
            return kf.whole(0)
        form = self.form(u)
        return kf.multiply(self.derivative(form, x), kf.inverse(form))

    def _function_slope(self, expr: Any, x: Any) -> Fraction:
        if x not in expr.free_symbols:
            return kf.whole(0)
        u = expr.args[-1]
        if isinstance(expr, sp.polygamma):
            if x in expr.args[0].free_symbols:
                raise NotExact
            outer = kf.generator(self._generator("function", sp.polygamma(expr.args[0] + 1, u, evaluate=False)))
        elif isinstance(expr, sp.gamma):
            outer = kf.multiply(self.form(expr), self._digamma(u))
        elif isinstance(expr, AppliedUndef | sp.Derivative):
            # The slope of a function that is only named is a kernel of its own; nothing is carried out here.
            if isinstance(expr, AppliedUndef) and expr.args != (x,):
                raise NotExact
            return kf.generator(self._generator("function", sp.Derivative(expr, x)))
        elif type(expr).__name__ not in _SLOPES:
            raise NotExact
        else:
            outer = self.form(_SLOPES[type(expr).__name__](u))
        return kf.multiply(outer, self.derivative(self.form(u), x))

    # -- back to SymPy ----------------------------------------------------------------------------------------

    def expression(self, f: Fraction) -> Any:
        """The SymPy expression a fraction stands for."""
        bottom = Mul(*(Pow(self._polynomial(dict(base)), e) for base, e in f.below))
        return self._polynomial(f.top) / (f.number * bottom)

    def _polynomial(self, p: kf.Poly) -> Any:
        return Add(*(Mul(Integer(c), *self._monomial(m)) for m, c in sorted(p.items())))

    def _monomial(self, m: int) -> list[Any]:
        factors = []
        i = 0
        while m:
            if m & kf.MASK:
                factors.append(self._power_of(i, m & kf.MASK))
            m >>= kf.WIDTH
            i += 1
        return factors

    def _power_of(self, i: int, e: int) -> Any:
        kind, content = self._meaning[i]
        if kind in ("exp", "sin", "cos"):
            key, unit = content
            inside = self.expression(self._piece(key)) * Rational(unit.numerator, unit.denominator)
            return sp.exp(e * inside) if kind == "exp" else Pow(getattr(sp, kind)(inside), e)
        if kind == "root":
            return real_power(content[0], Rational(e, content[1]))
        if kind == "power":
            base, key = content
            unit = self._units[("power", base, key)]
            return Pow(base, self.expression(self._piece(key)) * Rational(unit.numerator * e, unit.denominator))
        meaning = {"ln": lambda: sp.log(Abs(content)), "abs": lambda: Abs(content)}.get(kind, lambda: content)()
        return Pow(meaning, e)

    # -- deciding ---------------------------------------------------------------------------------------------

    def vanishes(self, f: Fraction) -> bool:
        """Whether the fraction is zero by the relations known here.  False proves nothing."""
        return self._gone(f.top, len(self._meaning) - 1)

    def _gone(self, p: kf.Poly, i: int) -> bool:
        if not p:
            return True
        used = 0
        for m in p:
            used |= m
        while i >= 0:
            kind, content = self._meaning[i]
            if (used >> (kf.WIDTH * i)) & kf.MASK and kind in ("sin", "abs", "root", "power"):
                square = self._relation(i, kind, content)
                if square is not None:
                    return self._reduced(p, i, *square)
            i -= 1
        return False

    def _relation(self, i: int, kind: str, content: Any) -> tuple[int, Fraction] | None:
        if kind == "sin":
            cosine = kf.generator(self._generator("cos", content), 2)
            return 2, kf.subtract(kf.whole(1), cosine)
        if kind == "abs":
            return 2, kf.to_power(self.form(content), 2)
        if kind == "root":
            return content[1], self.form(content[0])
        base, key = content
        if base == -1 and self._units[("power", base, key)] == 1 and self._whole_letter(key):
            return 2, kf.whole(1)
        return None

    def _whole_letter(self, key: Any) -> bool:
        return (
            all(
                kind == "letter" and getattr(content, "is_integer", False)
                for i, (kind, content) in enumerate(self._meaning)
                if (key[0] >> (kf.WIDTH * i)) & kf.MASK
            )
            and not key[1]
        )

    def _reduced(self, p: kf.Poly, i: int, degree: int, by: Fraction) -> bool:
        """p with generator^degree replaced by ``by``; zero when every remaining coefficient is."""
        parts: dict[int, Fraction] = {}
        for e, c in kf.coefficients(p, i).items():
            value = kf.multiply(Fraction(c, 1, ()), kf.to_power(by, e // degree))
            left = e % degree
            parts[left] = kf.add(parts[left], value) if left in parts else value
        # A base may itself contain later kernels (a sine below its root was made later), so look at all of them again.
        return all(self._gone(f.top, len(self._meaning) - 1) for f in parts.values())


CONSTANT = "1"

_SLOPES: dict[str, Any] = {
    "asin": lambda u: 1 / sp.sqrt(1 - u**2),
    "atan": lambda u: 1 / (1 + u**2),
    "asinh": lambda u: 1 / sp.sqrt(1 + u**2),
    "acosh": lambda u: 1 / sp.sqrt(u**2 - 1),
    "atanh": lambda u: 1 / (1 - u**2),
    "erf": lambda u: 2 / sp.sqrt(sp.pi) * sp.exp(-(u**2)),
    "Ei": lambda u: sp.exp(u) / u,
    "Si": lambda u: sp.sin(u) / u,
    "Ci": lambda u: sp.cos(u) / u,
    "li": lambda u: 1 / sp.log(u),
    "loggamma": lambda u: sp.polygamma(0, u),
}


def _number(q: Q) -> Fraction:
    return Fraction({0: q.numerator}, q.denominator, ())


def _kind(node: Any) -> tuple[str, Any]:
    name = type(node).__name__
    if name in ("sin", "cos", "tan", "cot", "sec", "csc"):
        return "cos", node.args[0]
    return "exp", node.exp if isinstance(node, Pow) else node.args[0]


_PERIODIC = ("sin", "cos", "tan", "cot", "sec", "csc")
_GROWING = ("exp", "sinh", "cosh", "tanh", "coth", "sech", "csch")


def _nested(expr: Any, found: dict[Any, int]) -> int:
    """Collects the nodes whose kernels need a unit, each with how deep such nodes nest inside it."""
    known = found.get(expr)
    if known is not None:
        return known
    if type(expr) in functions.DEFINITIONS:
        return _nested(functions.DEFINITIONS[type(expr)](expr.args[0]), found)
    depth = max((_nested(a, found) for a in expr.args), default=0)
    name = type(expr).__name__
    if name in _PERIODIC or name in _GROWING or (isinstance(expr, Pow) and expr.base is sp.E):
        depth += 1
        found[expr] = depth
    return depth


def derivative_is(expr: Any, variables: tuple[Any, ...], answer: Any) -> bool:
    """Whether the derivative of ``expr`` by ``variables`` is ``answer`` in normal form.  False proves nothing."""
    kernels = Kernels()
    try:
        kernels.announce(expr, answer)
        f = kernels.form(expr)
        for x in variables:
            f = kernels.derivative(f, x)
        return kernels.vanishes(kf.subtract(f, kernels.form(answer)))
    except (NotExact, *OPEN):
        return False


def derivative_of(expr: Any, *variables: Any) -> Any:
    """The derivative as a SymPy expression, by exact differentiation of kernels; ``None`` where there is none here."""
    kernels = Kernels()
    try:
        kernels.announce(expr)
        f = kernels.form(expr)
        for x in variables:
            f = kernels.derivative(f, x)
        return kernels.expression(f)
    except (NotExact, *OPEN):
        return None


def same(a: Any, b: Any) -> bool:
    """Whether two expressions are one in normal form.  False proves nothing."""
    return derivative_is(a, (), b)


def is_zero(a: Any) -> bool:
    """Whether an expression is zero in normal form.  False proves nothing."""
    return a == 0 or same(a, Integer(0))
