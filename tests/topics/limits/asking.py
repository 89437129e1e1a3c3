"""How these tests ask for a limit."""

from __future__ import annotations

from sympy import Expr, Integer, Symbol

from symtutor.derivation import Derivation, Unsolved, derive
from symtutor.problems import FindLimit
from symtutor.topics import rulebook

x, y, h, t, a, b = (Symbol(n, real=True) for n in ("x", "y", "h", "t", "a", "b"))


def ask(expr: Expr, variable: Symbol, point: Expr | int, side: str = "", *given) -> Derivation | Unsolved:
    """The derivation of the limit, by the whole rulebook."""
    return derive(FindLimit(expr, variable, Integer(point) if isinstance(point, int) else point, side, given=given),
                  rulebook())  # fmt: skip


def limit(expr: Expr, variable: Symbol, point: Expr | int, side: str = "", *given) -> Derivation:
    found = ask(expr, variable, point, side, *given)
    assert isinstance(found, Derivation), found
    return found


def rules_of(d: Derivation) -> list[str]:
    """The rules used, from the question down."""
    return [node.step.rule for node in d][::-1]
