"""Asking for derivatives in tests, and comparing with SymPy's at points."""

from __future__ import annotations

from sympy import Expr, N, Rational, Symbol

from symtutor.derivation import Budget, Derivation, Rulebook, Unsolved, derive
from symtutor.problems import Differentiate
from symtutor.topics import rulebook

x, y, a, b = (Symbol(name, real=True) for name in "xyab")
n = Symbol("n", integer=True)

POINTS = (Rational(3, 10), Rational(17, 10), Rational(-7, 5), Rational(29, 7), Rational(1, 20))


def derived(expr: Expr, book: Rulebook | None = None, **asked: object) -> Derivation:
    """The derivation of d/dx of ``expr``; fails where there is none."""
    found = derive(Differentiate(expr, x, **asked), book or rulebook(), Budget())  # type: ignore[arg-type]
    assert not isinstance(found, Unsolved), found
    return found


def rules_used(found: Derivation) -> set[str]:
    return {node.step.rule for node in found}


def differs_at(expr: Expr, answer: Expr, digits: int = 25) -> list[object]:
    """The points where ``answer`` and SymPy's derivative are both real numbers and differ."""
    fill = {letter: Rational(13, 8) for letter in sorted(expr.free_symbols - {x}, key=str)}
    want = expr.diff(x)
    wrong = []
    for point in POINTS:
        place = {x: point, **fill}
        if not N(expr.xreplace(place), digits).is_real:
            continue
        left, right = N(want.xreplace(place), digits), N(answer.xreplace(place), digits)
        if left.is_real and left.is_finite and abs(left - right) > 10 ** (5 - digits) * (1 + abs(left)):
            wrong.append((point, left, right))
    return wrong
