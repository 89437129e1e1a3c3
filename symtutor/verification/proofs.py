"""Exact proofs, case by case: every case that a sample met is proved with its branch put in."""

from __future__ import annotations

from typing import Any

import sympy as sp
from sympy import Piecewise

from .comparison import Tally
from .evaluation import relations
from .normal_form import derivative_is

EXACT = "exact normal form"
MOST_CASES = 12


def derivative_by_cases(expr: Any, variables: tuple[Any, ...], answer: Any, tally: Tally) -> str | None:
    """The name of the proof that the derivative is ``answer`` on every case, or ``None``."""
    if not (expr.has(Piecewise) or answer.has(Piecewise)):
        return EXACT if derivative_is(expr, variables, answer) else None
    choices = _choices(expr, answer, tally)
    if choices is None:
        return None
    for chosen in choices:
        if not derivative_is(_chosen(expr, chosen), variables, _chosen(answer, chosen)):
            return None
    return f"{EXACT} on each case"


def _choices(expr: Any, answer: Any, tally: Tally) -> list[dict[Any, Any]] | None:
    """For each way the conditions fall at the samples, the branch every Piecewise takes there.

    Only conditions that are linear or quadratic with rational coefficients are cut exactly, so only those are proved.
    """
    cases = sorted((expr.atoms(Piecewise) | answer.atoms(Piecewise)), key=lambda p: p.sort_key())
    found: dict[tuple[Any, ...], dict[Any, Any]] = {}
    for point in tally.tried:
        values = {k: sp.Rational(v.numerator, v.denominator) for k, v in point.items()}
        signature = []
        for p in cases:
            branch = None
            for i, (_, c) in enumerate(p.args):
                truth = c.xreplace(values)
                if truth == sp.true:
                    branch = i
                    break
                if truth != sp.false:
                    return None
            if branch is None:
                return None
            signature.append(branch)
        key = tuple(signature)
        if key not in found:
            found[key] = {p: p.args[i][0] for p, i in zip(cases, key)}
            if len(found) > MOST_CASES:
                return None
    if any(not _cut_exactly(r) for p in cases for _, c in p.args for r in relations(c)):
        return None
    return list(found.values())


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
