"""Polynomials and fractions in any number of generators, with integer coefficients.

A polynomial is a dict from packed exponents to integers: generator i owns WIDTH bits of the key, so that multiplying
monomials adds keys.  A fraction keeps its denominator as factors, so that sums take a common denominator without any
greatest common divisor; for deciding whether a fraction is zero only the numerator matters.
"""

from __future__ import annotations

from math import gcd
from typing import NamedTuple

Poly = dict[int, int]
WIDTH = 24
MASK = (1 << WIDTH) - 1
MOST_TERMS = 4000
MOST_BITS = 20000


class TooBig(ArithmeticError):
    """The normal form outgrows its bounds, so nothing is decided."""


class Fraction(NamedTuple):
    """``top`` / (``number`` · Π base^exponent); ``below`` is sorted by base."""

    top: Poly
    number: int
    below: tuple[tuple[tuple[tuple[int, int], ...], int], ...]

    @property
    def is_zero(self) -> bool:
        return not self.top


Base = tuple[tuple[int, int], ...]
ONE: Poly = {0: 1}


def whole(n: int) -> Fraction:
    return Fraction({0: n} if n else {}, 1, ())


def generator(i: int, exponent: int = 1) -> Fraction:
    """A power of a generator; a negative one stands below."""
    if abs(exponent) > MASK >> 2:
        raise TooBig
    if exponent < 0:
        return Fraction(ONE, 1, ((((1 << WIDTH * i, 1),), -exponent),))
    return Fraction({exponent << (WIDTH * i): 1}, 1, ())


def times(a: Poly, b: Poly) -> Poly:
    if len(a) > len(b):
        a, b = b, a
    if len(a) == 1:
        ((m, c),) = a.items()
        if m == 0 and c == 1:
            return b
        return {m + n: c * d for n, d in b.items()}
    if len(a) * len(b) > 20 * MOST_TERMS:
        raise TooBig
    out: Poly = {}
    for m, c in a.items():
        for n, d in b.items():
            k = m + n
            out[k] = out.get(k, 0) + c * d
    return _bounded({k: v for k, v in out.items() if v})


def plus(a: Poly, b: Poly) -> Poly:
    out = dict(a)
    for k, v in b.items():
        s = out.get(k, 0) + v
        if s:
            out[k] = s
        else:
            del out[k]
    return out


def scaled(a: Poly, n: int) -> Poly:
    if n == 1:
        return a
    return {k: v * n for k, v in a.items()} if n else {}


def _bounded(p: Poly) -> Poly:
    if len(p) > MOST_TERMS or any(v.bit_length() > MOST_BITS for v in p.values()):
        raise TooBig
    return p


def power(a: Poly, n: int) -> Poly:
    if len(a) == 1:
        ((m, c),) = a.items()
        if any(((m >> s) & MASK) * n > MASK >> 2 for s in range(0, max(m.bit_length(), 1), WIDTH)):
            raise TooBig
        if abs(c) != 1 and n * c.bit_length() > MOST_BITS:
            raise TooBig
        return {m * n: c**n}
    out, square = ONE, a
    while n:
        if n & 1:
            out = times(out, square)
        n >>= 1
        if n:
            square = times(square, square)
    return out


def add(a: Fraction, b: Fraction) -> Fraction:
    if not a.top:
        return b
    if not b.top:
        return a
    if a.below == b.below:
        below, lift_a, lift_b = a.below, ONE, ONE
    else:
        exponents = dict(a.below)
        lift_a = lift_b = ONE
        have = dict(a.below)
        for base, e in b.below:
            mine = have.get(base, 0)
            if e > mine:
                lift_a = times(lift_a, power(dict(base), e - mine))
                exponents[base] = e
        other = dict(b.below)
        for base, e in a.below:
            theirs = other.get(base, 0)
            if e > theirs:
                lift_b = times(lift_b, power(dict(base), e - theirs))
        below = tuple(sorted(exponents.items()))
    common = a.number * b.number // gcd(a.number, b.number)
    top = plus(
        scaled(times(a.top, lift_a), common // a.number),
        scaled(times(b.top, lift_b), common // b.number),
    )
    return Fraction(_bounded(top), common, below)


def multiply(a: Fraction, b: Fraction) -> Fraction:
    if not a.top or not b.top:
        return whole(0)
    top = times(a.top, b.top)
    if not a.below or not b.below:
        below = a.below or b.below
    else:
        exponents = dict(a.below)
        for base, e in b.below:
            exponents[base] = exponents.get(base, 0) + e
        below = tuple(sorted(exponents.items()))
    return Fraction(top, a.number * b.number, below) if not below else _lowered(top, a.number * b.number, below)


def _lowered(top: Poly, number: int, below: tuple[tuple[Base, int], ...]) -> Fraction:
    """Cancels powers of single generators, the common case, to keep the sizes down."""
    left: list[tuple[Base, int]] = []
    for base, e in below:
        if len(base) == 1 and base[0][1] == 1:
            shift = base[0][0].bit_length() - 1
            least = min((m >> shift) & MASK for m in top)
            take = min(least, e)
            if take:
                top = {m - (take << shift): c for m, c in top.items()}
                e -= take
        elif len(base) == len(top) and tuple(sorted(top.items())) == base and e:
            top, e = ONE, e - 1
        if e:
            left.append((base, e))
    return Fraction(top, number, tuple(left))


def negative(a: Fraction) -> Fraction:
    return Fraction(scaled(a.top, -1), a.number, a.below)


def subtract(a: Fraction, b: Fraction) -> Fraction:
    return add(a, negative(b))


def inverse(a: Fraction) -> Fraction:
    """1/a.  Raises ``ZeroDivisionError`` where a is zero in normal form."""
    if not a.top:
        raise ZeroDivisionError
    top: Poly = {0: a.number}
    for base, e in a.below:
        top = times(top, power(dict(base), e))
    content = 0
    for c in a.top.values():
        content = gcd(content, c)
    if a.top[min(a.top)] < 0:
        content = -content
    primitive = {m: c // content for m, c in a.top.items()}
    number = content
    below: dict[Base, int] = {}
    if len(primitive) == 1:
        (m,) = primitive
        i = 0
        while m:
            if m & MASK:
                below[((1 << WIDTH * i, 1),)] = m & MASK
            m >>= WIDTH
            i += 1
    else:
        below[tuple(sorted(primitive.items()))] = 1
    if number < 0:
        top, number = scaled(top, -1), -number
    return _lowered(top, number, tuple(sorted(below.items())))


def to_power(a: Fraction, n: int) -> Fraction:
    if n < 0:
        return to_power(inverse(a), -n)
    if n == 0:
        return whole(1)
    if n > 200 and len(a.top) > 1:
        raise TooBig
    below = tuple((base, e * n) for base, e in a.below)
    return Fraction(power(a.top, n), a.number**n, below)


def coefficients(p: Poly, i: int) -> dict[int, Poly]:
    """``p`` as a polynomial in generator i: exponent → coefficient."""
    shift = WIDTH * i
    out: dict[int, Poly] = {}
    for m, c in p.items():
        e = (m >> shift) & MASK
        out.setdefault(e, {})[m - (e << shift)] = c
    return out


def slope(p: Poly, i: int) -> Poly:
    """The derivative of ``p`` by generator i."""
    shift = WIDTH * i
    one = 1 << shift
    return {m - one: c * e for m, c in p.items() if (e := (m >> shift) & MASK)}
