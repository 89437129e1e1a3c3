"""Zeros that a student with a calculator would find by trying: for reading, never for a verdict."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

Function = Callable[[Fraction], float]


def zero_near(f: Function, start: Fraction, rounds: int = 30) -> Fraction | None:
    """A zero of ``f`` found from ``start`` by secants; ``None`` where they do not settle.  Raises what ``f`` raises."""
    one, other = start, start + Fraction(1, 100)
    at_one, at_other = f(one), f(other)
    for _ in range(rounds):
        if abs(at_other) < 1e-13 or at_one == at_other:
            break
        step = at_other * float(other - one) / (at_other - at_one)
        one, at_one = other, at_other
        other = Fraction(float(other) - step)
        at_other = f(other)
    return other if abs(at_other) < 1e-11 and abs(other) < 100 else None
