"""Numbers and places as a check prints them."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from sympy import Rational

from ...written import Leaf, Minus, Numeral, Relation, Written, write

Statement = tuple[Written | str, ...]


def shared_digits(one: float, other: float) -> int:
    """How many digits, of 5 to 3, show the two alike: a secant's slope is a little off."""
    return next((d for d in (5, 4, 3) if rounded(one, d) == rounded(other, d)), 3)


def where(point: dict[Any, Fraction], x: Any) -> Statement:
    said: list[Written | str] = ["at ", equal(x, rational(point[x]))]
    for s in sorted((s for s in point if s != x), key=lambda s: s.name):
        said += [", ", equal(s, rational(point[s]))]
    return tuple(said)


def equal(left: Any, right: Any) -> Written:
    return Relation(("=",), (write(left), write(right)))


def rational(q: Fraction) -> Rational:
    return Rational(q.numerator, q.denominator)


def number(q: Fraction) -> Written:
    return decimal(q) if 10**6 % q.denominator == 0 else Leaf(rational(q))


def decimal(q: Fraction) -> Written:
    return rounded(float(q), 9)


def rounded(value: float, digits: int = 5) -> Written:
    """A decimal of so many significant digits, without trailing zeros."""
    text = f"{abs(value):.{digits}g}"
    if "e" in text or "n" in text:
        text = f"{abs(value):.{digits}f}".rstrip("0").rstrip(".") if 1e-9 < abs(value) < 1e15 else "0"
    return Minus(Numeral(text)) if value < 0 and text.strip("0.") else Numeral(text)
