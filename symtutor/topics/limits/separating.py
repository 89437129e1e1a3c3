"""Pulling the small part out of sin(x + h), e^(x + h), ln(x + h).

The addition formulas write each of these through functions of the small part alone that tend to 0: sin h, cos h − 1,
eʰ − 1, ln(1 + h/x).  Collected by them, a difference quotient falls apart into standard quotients.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from sympy import Add, Dummy, Expr, Gt, Integer, Mul, Ne, Poly, Pow, cos, exp, expand, factor_terms, log, ordered, sin

from ...derivation import AnyRule, Assume, Bindings, Derive, Rule, Say
from ...problems import FindLimit
from ...problems.nearby import too_large_to_expand, value_at
from ...written import Apply, Leaf, Power, Sum, Written, opened, rewritten, write
from .reading import again, at_infinity, limit_of, over, tends_to_zero, top_and_bottom


class _Opened(NamedTuple):
    """One function of a sum: what it is, how the formula writes it, and what it is in the small kernels."""

    whole: Expr
    shown: Written
    small: Expr


class _Separate(Rule[FindLimit]):
    """Rewrite each f(a + b), b → 0, by its addition formula and collect by what is small."""

    solves = FindLimit

    def wants(self, e: Expr) -> bool:
        """Whether the rule opens this function."""
        raise NotImplementedError

    def open(self, e: Expr, a: Expr, b: Expr, kernel: _Kernels) -> tuple[Written, Expr]:
        """The formula as shown, and the function in the kernels."""
        raise NotImplementedError

    def match(self, problem: FindLimit) -> Iterable[Bindings]:
        """Once, for a vanishing top over a vanishing bottom with at least one function of a sum."""
        if at_infinity(problem):
            return
        top, bottom = top_and_bottom(problem.expr)
        if not (tends_to_zero(problem, bottom) and tends_to_zero(problem, top)):
            return
        for e in _wanted(self, problem, top):
            a, b = _split(problem, e)
            if a is not None and a != 0:
                yield {"f": e, "a": a, "b": b}
                return

    def derive(self, problem: FindLimit, f: Expr, a: Expr, b: Expr) -> Derive:
        """The top with the formulas in it, then collected, then the limit."""
        top, bottom = top_and_bottom(problem.expr)
        kernels = _Kernels()
        found = []
        for e in _wanted(self, problem, top):
            start, step = _split(problem, e)
            if start is None:
                return None
            for condition in self.conditions(e, start):
                yield Assume(condition)
            shown, small = self.open(e, start, step, kernels) if start != 0 else (write(e), kernels.plain(e, step))
            found.append(_Opened(e, shown, small))
        yield Say(limit_of(problem, over(_with_formulas(top, found), bottom)))
        yield Assume(Ne(bottom, 0))
        collected = kernels.collected(top.xreplace({o.whole: o.small for o in found}), bottom)
        if collected is None or collected == problem.expr:
            return None
        return (yield again(problem, collected))

    def conditions(self, e: Expr, a: Expr) -> tuple[Expr, ...]:
        return ()


class _Kernels:
    """Letters that stand for small functions while a top is collected by them."""

    def __init__(self) -> None:
        self.by_function: dict[Expr, Dummy] = {}

    def letter(self, small: Expr) -> Dummy:
        """The letter of a function that tends to 0."""
        return self.by_function.setdefault(small, Dummy(real=True))

    def plain(self, e: Expr, b: Expr) -> Expr:
        """A function whose argument is small already: cos b as 1 + (cos b − 1), sin b as itself."""
        if isinstance(e, sin):
            return self.letter(e)
        return 1 + self.letter(e - 1) if not isinstance(e, log) else self.letter(e)

    def collected(self, top: Expr, bottom: Expr) -> Expr | None:
        """top/bottom as a sum with one term for each product of kernels; ``None`` where one part is not small."""
        letters = list(self.by_function.values())
        names = {v: k for k, v in self.by_function.items()}
        if not letters or too_large_to_expand(top):
            return None
        whole = expand(top)
        if not whole.is_polynomial(*letters):
            return None
        poly = Poly(whole, *letters)
        terms: list[Expr] = []
        for powers, coefficient in poly.terms():
            kernel = Mul(*(names[letter] ** n for letter, n in zip(letters, powers)))
            part = expand(coefficient)
            if part != 0:
                terms.append(factor_terms(part) * kernel / bottom)
        return Add(*terms)


def _wanted(rule: _Separate, problem: FindLimit, top: Expr) -> list[Expr]:
    atoms = [e for e in top.atoms(sin, cos, exp, log, Pow) if e.has(problem.variable) and rule.wants(e)]
    return list(ordered(atoms))


def _argument(e: Expr) -> Expr:
    return e.exp if isinstance(e, Pow) else e.args[0]


def _split(problem: FindLimit, e: Expr) -> tuple[Expr | None, Expr]:
    """(a, b) where the argument is a + b, a its value at the point and b → 0."""
    u = _argument(e)
    a = value_at(u, problem.variable, problem.point)
    if a is None or not tends_to_zero(problem, u - a):
        return None, u
    return a, expand(u - a)


def _with_formulas(top: Expr, found: list[_Opened]) -> Written:
    shown = {o.whole: o.shown for o in found}

    def change(node: Written) -> Written | None:
        if isinstance(node, (Apply, Power, Leaf)):
            try:
                return shown.get(node.value())
            except ValueError:
                return None
        return None

    return rewritten(opened(top), change)


class AdditionFormula(_Separate):
    """sin(a + b) = sin a cos b + cos a sin b: what is fixed and what is small come apart."""

    rewrites = True
    title = "Addition formula"
    statement = r"\sin(a+b) = \sin a\cos b + \cos a\sin b,\quad \cos(a+b) = \cos a\cos b - \sin a\sin b"
    reference = "Stewart, Calculus 8e, §2.4, the proof of formula 4"
    because = (
        "In {f} the fixed {a} and the small {b} are mixed. The addition formula takes them apart, and everything small "
        "is then in sin {b} and cos {b} − 1, whose size is known. Expanding cannot help: there is no "
        "polynomial to cancel."
    )
    hint = "Use the addition formula on {f}."
    known_as = ("addition formulas", "angle sum formula")
    examples = ("lim h->0 (sin(x+h) - sin(x))/h -> cos(x)", "lim h->0 (cos(x+h) - cos(x))/h -> -sin(x)")
    counterexamples = ("lim h->0 sin(h)/h", "lim h->0 sin(x+h)")

    def wants(self, e: Expr) -> bool:
        return isinstance(e, (sin, cos))

    def open(self, e: Expr, a: Expr, b: Expr, kernel: _Kernels) -> tuple[Written, Expr]:
        """The formula, and its form in sin b and cos b − 1."""
        s, k = kernel.letter(sin(b)), kernel.letter(cos(b) - 1)
        sine_a, cosine_a, sine_b, cosine_b = (Leaf(f(v)) for v in (a, b) for f in (sin, cos))
        if isinstance(e, sin):
            return sine_a * cosine_b + cosine_a * sine_b, sin(a) * (1 + k) + cos(a) * s
        return cosine_a * cosine_b - sine_a * sine_b, cos(a) * (1 + k) - sin(a) * s


class ExponentLaw(_Separate):
    """e^(a + b) = eᵃ eᵇ: the fixed factor comes out."""

    rewrites = True
    title = "Power of a sum"
    statement = r"e^{a+b} = e^{a} e^{b}"
    reference = "Stewart, Calculus 8e, §6.2, the derivative of eˣ"
    because = (
        "{f} is a power with the exponent {a} + {b}: the fixed part becomes a factor, and what is small is "
        "the power of {b} less 1."
    )
    hint = "Write {f} as a product of two powers."
    known_as = ("exponent laws", "laws of exponents")
    examples = ("lim h->0 (e^(x+h) - e^x)/h -> e^x", "lim h->0 (2^(x+h) - 2^x)/h -> 2^x ln(2)")
    counterexamples = ("lim h->0 (e^h - 1)/h",)

    def wants(self, e: Expr) -> bool:
        return isinstance(e, exp) or (isinstance(e, Pow) and e.base.is_positive is True and bool(e.exp.free_symbols))

    def open(self, e: Expr, a: Expr, b: Expr, kernel: _Kernels) -> tuple[Written, Expr]:
        """eᵃ eᵇ, and eᵃ (1 + (eᵇ − 1))."""
        power = exp if isinstance(e, exp) else (lambda v: e.base**v)
        return Leaf(power(a)) * Leaf(power(b)), power(a) * (1 + kernel.letter(power(b) - 1))


class LogarithmLaw(_Separate):
    """ln(a + b) − ln a = ln(1 + b/a): a difference of logarithms is the logarithm of a quotient."""

    rewrites = True
    title = "Difference of logarithms"
    statement = r"\ln(a + b) = \ln a + \ln\!\left(1 + \tfrac{b}{a}\right)"
    reference = "Stewart, Calculus 8e, §6.4"
    because = (
        "With {a} taken out of the logarithm {f}, what is small stands alone in ln(1 + {b}/{a}), whose size is known."
    )
    hint = "Take the factor {a} out of the logarithm."
    known_as = ("logarithm laws",)
    examples = ("lim h->0 (ln(2+h) - ln(2))/h -> 1/2",)
    counterexamples = ("lim h->0 ln(1+h)/h", "lim x->0+ ln(x)/x")

    def wants(self, e: Expr) -> bool:
        return isinstance(e, log)

    def conditions(self, e: Expr, a: Expr) -> tuple[Expr, ...]:
        return (Gt(a, 0),)

    def open(self, e: Expr, a: Expr, b: Expr, kernel: _Kernels) -> tuple[Written, Expr]:
        """ln a + ln(1 + b/a)."""
        if a == 1:
            return write(e), kernel.letter(e)
        quotient = Apply("ln", (Sum((Leaf(Integer(1)), write(b) / write(a))),))
        return Leaf(log(a)) + quotient, log(a) + kernel.letter(log(1 + b / a))


RULES: tuple[AnyRule, ...] = (AdditionFormula(), ExponentLaw(), LogarithmLaw())
