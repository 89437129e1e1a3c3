"""Whether two formulas in n are the same: powers, factorials and sines with n in them brought to one form."""

from __future__ import annotations

from typing import Any

from sympy import (
    Add,
    Expr,
    Integer,
    Mul,
    Pow,
    Rational,
    Symbol,
    atan,
    cancel,
    cos,
    cosh,
    exp,
    expand,
    factor,
    factorial,
    factorint,
    fraction,
    gamma,
    log,
    pi,
    sin,
    sinh,
    together,
)

SHIFTED = (factorial, gamma)


def same(a: Expr, b: Expr) -> bool:
    """Whether ``a`` and ``b`` are identical in all their letters; False where that is not clear.

    Powers b^(kn + r) are split into b^(kn)·b^r, (n + k)! and Γ(n + k) into a product times the least of their
    kind, sines and cosines of M + c with an angle c are opened by the addition theorem; what is
    left is a rational function of independent pieces, and that is decided exactly.
    """
    sealed = _Seal().rational(a - b)
    return bool(expand(fraction(together(sealed))[0]) == 0)


def ratio(a: Expr, b: Expr, n: Symbol) -> Expr | None:
    """``a``/``b`` where it is a rational function with no n in an exponent or a factorial; else ``None``."""
    seal = _Seal()
    quotient = factor(cancel(seal.rational(a / b)))
    opened = {letter: e for e, letter in seal.letters.items()}
    if any(opened[s].has(n) for s in quotient.free_symbols & set(opened)):
        return None
    return quotient.xreplace(opened)


def powers_joined(e: Expr) -> Expr:
    """A product with the powers of each base in one place, x·x^(−n) as x^(1−n), and (−1)^(n−2) as (−1)^n."""
    exponents: dict[Expr, Expr] = {}
    for f in Mul.make_args(e):
        base, exponent = (f.base, f.exp) if isinstance(f, Pow) else (f, Integer(1))
        exponents[base] = exponents.get(base, Integer(0)) + exponent
    if Integer(-1) in exponents:
        constant, moving = exponents[Integer(-1)].as_coeff_Add()
        if constant.is_Integer:
            exponents[Integer(-1)] = moving - constant % 2
    return Mul(*(Pow(base, exponent) for base, exponent in exponents.items()))


class _Seal:
    """Exchanges independent pieces of an expression for letters, so that a rational function is left."""

    def __init__(self) -> None:
        self.letters: dict[Expr, Symbol] = {}

    def rational(self, e: Expr) -> Expr:
        return self._sealed(_shifts_taken_off(_angles_apart(e)))

    def _letter(self, e: Expr) -> Symbol:
        # Named in the order of meeting, so that the same expression gives the same letters in every run.
        return self.letters.setdefault(e, Symbol(f"_piece{len(self.letters)}"))

    def _sealed(self, e: Expr) -> Expr:
        if isinstance(e, (sin, cos, exp, log)):
            return self._letter(e) if e.free_symbols else e
        if isinstance(e, SHIFTED) and e.free_symbols:
            return self._letter(e)
        if isinstance(e, Pow):
            return self._power(e.base, e.exp)
        return e.func(*(self._sealed(a) for a in e.args)) if e.args else e

    def _power(self, base: Expr, exponent: Expr) -> Expr:
        if exponent.is_Integer:
            return self._sealed(base) ** exponent
        if exponent.free_symbols and isinstance(base, Rational):
            return Mul(*(self._moving(p, k * exponent) for p, k in _primes(base)))
        if exponent.free_symbols:
            return self._moving(base, exponent)
        if isinstance(exponent, Rational):
            # x^(7/3) as x²·x^(1/3): one letter for all powers with the same fraction.
            whole = exponent.p // exponent.q
            rest = Pow(base, exponent - whole)
            return self._sealed(base) ** whole * (self._letter(rest) if base.free_symbols else rest)
        return self._letter(Pow(base, exponent))

    def _moving(self, base: Expr, exponent: Expr) -> Expr:
        """One letter for base^(n/2), of which base^(kn) is a power; the same for every other letter in the exponent."""
        product: Expr = Integer(1)
        for term in Add.make_args(expand(exponent)):
            c, rest = term.as_coeff_Mul()
            if rest == 1:
                product *= self._power(base, c)
            elif (2 * c).is_Integer:
                product *= self._letter(Pow(base, rest / 2, evaluate=False)) ** (2 * c)
            else:
                product *= self._letter(Pow(base, term, evaluate=False))
        return product


def _primes(base: Rational) -> list[tuple[Expr, int]]:
    """The prime factors of a rational number with their powers, −1 among them."""
    found: list[tuple[Expr, int]] = [(Integer(-1), 1)] if base < 0 else []
    found += [(Integer(p), k) for p, k in sorted(factorint(abs(base.p)).items())]
    return found + [(Integer(p), -k) for p, k in sorted(factorint(base.q).items())]


def _angles_apart(e: Expr) -> Expr:
    """Sines and cosines of M + c, with a multiple c of π or of an arctangent, by the addition theorem."""
    if not e.args:
        return e
    args = [_angles_apart(x) for x in e.args]
    if isinstance(e, (sinh, cosh)):
        up, down = exp(args[0]), exp(-args[0])
        return (up - down) / 2 if isinstance(e, sinh) else (up + down) / 2
    if isinstance(e, (sin, cos, exp, *SHIFTED)):
        args = [expand(x) for x in args]
    return _turned(e.func, args[0]) if isinstance(e, (sin, cos)) and args[0].free_symbols else e.func(*args)


def _turned(function: Any, angle: Expr) -> Expr:
    """sin(M + c) or cos(M + c) with one angle c after another taken out; sines of such numbers are algebraic."""
    c = next((t for t in Add.make_args(angle) if t.is_number and t.has(pi, atan)), None)
    if c is None:
        return function(angle)
    moving = angle - c
    if function is sin:
        return _turned(sin, moving) * cos(c) + _turned(cos, moving) * sin(c)
    return _turned(cos, moving) * cos(c) - _turned(sin, moving) * sin(c)


def _shifts_taken_off(e: Expr) -> Expr:
    """Factorials and gammas whose arguments differ by whole numbers, as multiples of the least of them."""
    kinds: dict[Any, list[tuple[Any, int]]] = {}
    for f in sorted(e.atoms(*SHIFTED), key=lambda f: f.sort_key()):
        whole = int(f.args[0].as_coeff_Add()[0] // 1)
        kinds.setdefault((f.func, f.args[0] - whole), []).append((f, whole))
    exchange: dict[Expr, Expr] = {}
    for (kind, base), members in kinds.items():
        least = min(whole for _, whole in members)
        for f, whole in members:
            steps = (base + k + (1 if kind is factorial else 0) for k in range(least, whole))
            exchange[f] = Mul(*steps) * kind(base + least)
    return e.xreplace(exchange)
