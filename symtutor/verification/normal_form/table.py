"""The generators of a comparison, numbered as they are met, and the units their arguments are counted in."""

from __future__ import annotations

from fractions import Fraction as Q
from typing import Any

from .. import kernel_fractions as kf
from ..kernel_fractions import Fraction, TooBig

OPEN = (TooBig, ZeroDivisionError)


class NotExact(ArithmeticError):
    """The expression has no normal form here: a case distinction, an unknown function."""


CONSTANT = "1"


class Table:
    """The generators of one comparison, in the order they were met: what is inside stands before what is outside."""

    def __init__(self) -> None:
        self._index: dict[Any, int] = {}
        self._meaning: list[tuple[str, Any]] = []
        self._forms: dict[Any, Fraction] = {}
        self._slopes: dict[tuple[int, Any], Fraction] = {}
        self._units: dict[Any, Q] = {}

    def form(self, expr: Any) -> Fraction:
        """The normal form.  Raises ``NotExact``, ``TooBig``, ``ZeroDivisionError``."""
        raise NotImplementedError

    def _generator(self, kind: str, content: Any) -> int:
        key = (kind, content)
        i = self._index.get(key)
        if i is None:
            i = self._index[key] = len(self._meaning)
            self._meaning.append(key)
        return i

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
