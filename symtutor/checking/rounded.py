"""Decimals in the place of an exact number: 2.718 for e."""

from __future__ import annotations

from dataclasses import dataclass

from sympy import Abs, Expr, Rational

from ..derivation import VOUCHED, Derivation, Evidence, Unsolved
from ..problems import LinearApproximation, Problem
from ..verification import read_off, verify
from ..written import Minus, Numeral, Relation, Written
from .forms import Missed

LEAST = 3


@dataclass(frozen=True)
class Rounding:
    """An answer that is the right number, rounded; ``form`` is what to say of that, ``None`` where it is as asked."""

    evidence: Evidence
    form: Missed | None


def is_rounding(problem: Problem, reading: Written, sound: Derivation | Unsolved, end: float | None) -> Rounding | None:
    """Whether the answer is the sound one, rounded at its last digit; ``None`` for every other answer.

    Three significant digits at least are wanted: 3 is no rounding of π.
    """
    last = reading.sides[-1] if isinstance(reading, Relation) else reading
    digits = last.of if isinstance(last, Minus) else last
    if not isinstance(digits, Numeral) or "." not in digits.digits or isinstance(sound, Unsolved):
        return None
    if not isinstance(sound.answer, Expr) or sound.answer.free_symbols:
        return None
    after = len(digits.digits.split(".")[1])
    if len(digits.digits.replace(".", "").lstrip("0")) < LEAST:
        return None
    value = Rational(digits.digits) * (-1 if isinstance(last, Minus) else 1)
    gap = read_off(Abs(sound.answer - value) * 10**after, {}, 12)
    if gap is None or gap.value() > Rational(501, 1000):
        return None
    evidence = verify(sound, deadline=end).step.evidence
    if evidence is None or evidence.verdict not in VOUCHED:
        return None
    if isinstance(problem, LinearApproximation):
        return Rounding(evidence, None)
    sentence = "The number is right to the digits you gave; the exact value is asked for."
    return Rounding(evidence, Missed("decimal_approximation_for_exact", sentence))
