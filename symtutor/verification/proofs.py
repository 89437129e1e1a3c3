"""Exact proofs, case by case: every case that a sample met is proved with its branch put in."""

from __future__ import annotations

from typing import Any

import sympy as sp
from sympy import Abs, And, Heaviside, Integer, Max, Min, Piecewise, sign

from .comparison import Tally
from .evaluation import relations
from .normal_form import derivative_is

EXACT = "exact normal form"
MOST_CASES = 12
CASES = (Abs, Heaviside, Max, Min, Piecewise, sign)


def derivative_by_cases(expr: Any, variables: tuple[Any, ...], answer: Any, tally: Tally) -> str | None:
    """The name of the proof that the derivative is ``answer`` on every case, or ``None``."""
    if not (expr.has(Piecewise) or answer.has(Piecewise)) and derivative_is(expr, variables, answer):
        return EXACT
    if not (expr.has(*CASES) or answer.has(*CASES)):
        return None
    choices = _choices(expr, answer, tally)
    if choices is None:
        return None
    for chosen in choices:
        if not derivative_is(_chosen(expr, chosen), variables, _chosen(answer, chosen)):
            return None
    return f"{EXACT} on each case"


def _choices(expr: Any, answer: Any, tally: Tally) -> list[dict[Any, Any]] | None:
    """For each way the conditions fall at the samples, the branch every case distinction takes there.

    Only conditions that are linear or quadratic with rational coefficients are cut exactly, so only those are proved.
    """
    cases = sorted(expr.atoms(*CASES) | answer.atoms(*CASES), key=lambda p: p.sort_key())
    pieces = [as_pieces(c) for c in cases]
    if any(not _cut_exactly(r) for branches in pieces for _, c in branches for r in relations(c)):
        return None
    found: dict[tuple[Any, ...], dict[Any, Any]] = {}
    for point in tally.tried:
        values = {k: sp.Rational(v.numerator, v.denominator) for k, v in point.items()}
        signature = []
        for branches in pieces:
            branch = None
            for i, (_, c) in enumerate(branches):
                truth = _truth(c, values)
                if truth is None:
                    return None
                if truth:
                    branch = i
                    break
            if branch is None:
                return None
            signature.append(branch)
        key = tuple(signature)
        if key not in found:
            found[key] = {c: branches[i][0] for c, branches, i in zip(cases, pieces, key)}
            if len(found) > MOST_CASES:
                return None
    return list(found.values())


def _truth(condition: Any, values: dict[Any, Any]) -> bool | None:
    """Whether the condition holds there; ``None`` where SymPy cannot tell, as of the real third root of −8."""
    if isinstance(condition, And):
        truths = (_truth(c, values) for c in condition.args)
        return next((t for t in truths if t is not True), True)
    try:
        return {sp.true: True, sp.false: False}.get(condition.xreplace(values))
    except TypeError:
        return None


def as_pieces(e: Any) -> tuple[Any, ...]:
    """A case distinction as its (value, condition) pairs."""
    if isinstance(e, Piecewise):
        return tuple(e.args)
    if isinstance(e, Max | Min):
        order = (lambda a, b: a >= b) if isinstance(e, Max) else (lambda a, b: a <= b)
        return tuple((a, And(*(order(a, b) for b in e.args if b != a))) for a in e.args)
    u = e.args[0]
    above, below = {"Abs": (u, -u), "sign": (Integer(1), Integer(-1)), "Heaviside": (Integer(1), Integer(0))}[
        type(e).__name__
    ]
    return ((above, u > 0), (below, u < 0))


def _cut_exactly(r: Any) -> bool:
    d = r.lhs - r.rhs
    letters = d.free_symbols
    return len(letters) == 1 and d.is_polynomial(*letters) and all(c.is_Rational for c in sp.Poly(d, *letters).coeffs())


def _chosen(expr: Any, chosen: dict[Any, Any]) -> Any:
    for _ in range(4):
        new = expr.xreplace(chosen)
        if new == expr:
            break
        expr = new
    return expr
