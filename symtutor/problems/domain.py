"""Where a real expression is defined, read off as it is written.

SymPy evaluates away what restricts the domain (x/x becomes 1), so the conditions are read off ``Written``.
Rational powers with odd denominator are real roots and restrict nothing but their poles.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sympy import Abs, Add, Expr, Integer, Rational, Symbol, cos, sin
from sympy.core.relational import Ge, Gt, Le, Ne
from sympy.logic.boolalg import Boolean, true

from ..written import Apply, Cases, Leaf, Power, Quotient, Written, opened_once
from .plain import settled

# What the argument of a function must satisfy.
ARGUMENT: dict[str, Callable[[Any], Boolean]] = {
    "ln": lambda u: Gt(u, 0),
    "sqrt": lambda u: Ge(u, 0),
    "tan": lambda u: Ne(cos(u), 0),
    "sec": lambda u: Ne(cos(u), 0),
    "cot": lambda u: Ne(sin(u), 0),
    "csc": lambda u: Ne(sin(u), 0),
    "arcsin": lambda u: Le(Abs(u), 1),
    "arccos": lambda u: Le(Abs(u), 1),
    "arcsec": lambda u: Ge(Abs(u), 1),
    "arccsc": lambda u: Ge(Abs(u), 1),
    "arcosh": lambda u: Ge(u, 1),
    "artanh": lambda u: Gt(1 - Abs(u), 0),
    "arcoth": lambda u: Gt(Abs(u), 1),
    "arsech": lambda u: Gt(u, 0) & Le(u, 1),
    "arcsch": lambda u: Ne(u, 0),
    "coth": lambda u: Ne(u, 0),
    "csch": lambda u: Ne(u, 0),
    "Ei": lambda u: Ne(u, 0),
    "Ci": lambda u: Gt(u, 0),
}


def domain(written: Written) -> tuple[Boolean, ...]:
    """The conditions under which ``written`` is defined as a real number, in plain words; () for everywhere."""
    found: list[Boolean] = []
    _collect(written, found)
    return settled(found, ())


def domain_of(expr: Expr) -> tuple[Boolean, ...]:
    """The conditions under which an evaluated expression is defined."""
    return domain(Leaf(expr))


def _collect(w: Written, found: list[Boolean]) -> None:
    if isinstance(w, Leaf):
        # The order of terms does not matter here, and working it out is what opening a sum costs most.
        inner = w if isinstance(w.expr, Add) else opened_once(w.expr)
        if not isinstance(inner, Leaf):
            _collect(inner, found)
        else:
            for a in w.expr.args:
                if isinstance(a, Expr):
                    _collect(Leaf(a), found)
        return
    if isinstance(w, Cases):
        return  # each piece is needed on its own case only
    for part in w.parts():
        _collect(part, found)
    if isinstance(w, Quotient):
        found.append(_ne(w.bottom.value()))
    elif isinstance(w, Power):
        _collect_power(w.base.value(), w.exponent.value(), found)
    elif isinstance(w, Apply):
        _collect_application(w, found)


def _collect_application(w: Apply, found: list[Boolean]) -> None:
    if w.name == "log":
        base, u = (a.value() for a in w.arguments)
        found += [Gt(u, 0), Gt(base, 0), Ne(base, 1)]
    elif w.name == "root":
        _collect_power(w.arguments[1].value(), 1 / w.arguments[0].value(), found)
    elif w.name in ARGUMENT:
        found.append(ARGUMENT[w.name](w.arguments[0].value()))


def _collect_power(base: Any, exponent: Any, found: list[Boolean]) -> None:
    if isinstance(exponent, Integer):
        if exponent < 0:
            found.append(_ne(base))
    elif isinstance(exponent, Rational):
        if exponent.q % 2 == 0:
            found.append(Gt(base, 0) if exponent < 0 else Ge(base, 0))
        elif exponent < 0:
            found.append(_ne(base))
    elif isinstance(exponent, Symbol) and exponent.is_integer:
        return  # an integer power of a real base; a negative one is the problem's own case
    elif not base.is_positive:
        found.append(Gt(base, 0))


def _ne(e: Any) -> Boolean:
    return true if e.is_nonzero else Ne(e, 0)
