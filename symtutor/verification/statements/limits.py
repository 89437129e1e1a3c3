"""Values close to the point of a limit."""

from __future__ import annotations

from fractions import Fraction

from sympy import oo

from ...problems import FindLimit
from ...written import Written
from ..claims.registry import letters_of
from .digits import Statement, decimal, equal, rounded
from .reader import Reader, stated
from .slopes import STEP


@stated.register
def _(problem: FindLimit, reader: Reader) -> Statement:
    if letters_of(problem.expr) != (problem.variable,) or not (problem.point.is_Rational or problem.point in (oo, -oo)):
        return ()
    if problem.point in (oo, -oo):
        places = [Fraction(10**k) * (1 if problem.point == oo else -1) for k in (2, 4)]
    else:
        at = Fraction(int(problem.point.p), int(problem.point.q))
        sides = {"+": (1,), "-": (-1,)}.get(problem.side, (-1, 1))
        places = [at + s * STEP for s in sides]
    said: list[Written | str] = []
    for place in places:
        value = reader.value(problem.expr, {problem.variable: place})
        said += ["; " if said else "", "at ", equal(problem.variable, decimal(place)), " it is ", rounded(value, 7)]
    return tuple(p for p in said if p != "")
