"""The leading term of an expression beside a point, with the signs of its constants found by balls."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import sympy as sp
from sympy import Integer, oo

from ...problems import FindLimit
from ...problems.domain import domain_of
from ...problems.signs import follows
from ..bench import PRECISIONS, Bench, place_at
from ..leading import Expansion, ramification
from ..normal_form import same
from ..numbers import EVALUATION_FAILURES
from ..pieces import Point
from ..series import NoExpansion
from .beside import approach

EXPANDED = "leading term of an expansion, exact coefficients"
MOST_TERMS = 14


@dataclass(frozen=True)
class Leading:
    """The leading term: its exponent, coefficient and sign.  ``assumed``: signs of letters were taken from samples."""

    low: int
    coefficient: Any
    sign: int
    assumed: bool

    @property
    def limit(self) -> Any:
        if self.low > 0:
            return Integer(0)
        return self.coefficient if self.low == 0 else (oo if self.sign > 0 else -oo)

    def agrees(self, answer: Any) -> bool:
        """Whether the answer is the limit, by normal form."""
        if self.low < 0 or answer in (oo, -oo):
            return bool(answer == self.limit)
        return same(self.limit, answer)


class _Signs:
    """Signs of constants: by balls, the same for every set of values of the letters."""

    def __init__(self, fixings: tuple[Point, ...], bench: Bench, domain: tuple[Any, ...], problem: FindLimit) -> None:
        self.fixings, self.bench, self.domain, self.problem = fixings, bench, domain, problem
        self.assumed = False

    def all(self, c: Any) -> set[int]:
        if c.is_Rational:
            return {int(sp.sign(c))}
        numbers = self.bench.numbers[0]
        numbers.at(PRECISIONS[1])
        try:
            evaluate = self.bench.compiled(c)
            return {numbers.sign(evaluate(place_at(numbers, fixed))[0]) for fixed in self.fixings}
        except EVALUATION_FAILURES as failure:
            raise NoExpansion(str(failure)) from failure

    def sign(self, c: Any) -> int:
        signs = self.all(c)
        if len(signs) > 1 or 0 in signs:
            raise NoExpansion("a sign that depends on the letters")
        (sign,) = signs
        if c.free_symbols and not self.assumed:
            # Where the constant is zero the leading term is another one; an edge that no answer is given for.
            wanted = sign * c >= 0
            own = domain_of(self.problem.expr)
            self.assumed = not (follows(wanted, self.domain) or follows(wanted, (*self.domain, *own)))
        return sign

    def nonzero(self, c: Any) -> bool:
        try:
            return 0 not in self.all(c)
        except NoExpansion:
            return False


def expanded(
    problem: FindLimit, side: str, fixings: tuple[Point, ...], bench: Bench, domain: tuple[Any, ...] = ()
) -> Leading | None:
    """The leading term as t → 0⁺ on that side, or ``None``."""
    signs = _Signs(fixings, bench, domain, problem)
    problem = replace(problem, expr=with_known_signs(problem.expr, problem.variable, domain))
    for power in dict.fromkeys((1, ramification(problem.expr, problem.variable))):
        expr, t = approach(problem, side, power)
        if expr.has(sp.nan, sp.zoo):
            return None
        if t not in expr.free_symbols:
            return Leading(0, expr, 0, False)
        for terms in (3, 6, MOST_TERMS):
            bench.check_time()
            try:
                series = Expansion(t, terms, signs.sign, signs.nonzero).of(expr)
                lead = series.coefficients[0]
                return Leading(series.low, lead, signs.sign(lead) if series.low < 0 else 0, signs.assumed)
            except NoExpansion:
                continue
    return None


def with_known_signs(expr: Any, x: Any, given: tuple[Any, ...]) -> Any:
    """``expr`` with the absolute values and signs of constants written out where ``given`` settles them."""
    known = {}
    for a in sorted(expr.atoms(sp.Abs, sp.sign), key=lambda a: a.sort_key()):
        u = a.args[0]
        if x in u.free_symbols:
            continue
        for s in (1, -1):
            if follows(s * u > 0, given):
                known[a] = s * u if isinstance(a, sp.Abs) else Integer(s)
    return expr.xreplace(known) if known else expr
