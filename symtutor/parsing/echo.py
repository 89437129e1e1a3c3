"""Written as one line of text, for error messages: what was understood, with the brackets that make it plain."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..written import (
    Apply,
    Cases,
    DerivativeOf,
    Grid,
    IntegralOf,
    Leaf,
    LimitOf,
    Listing,
    Minus,
    Numeral,
    Phrase,
    Power,
    Product,
    Quotient,
    Relation,
    Sum,
    SumOf,
    Written,
)

_RAISED = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_LOWERED = str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")


def echo(w: Written) -> str:
    """``w`` on one line.  Not for pages: the renderers typeset."""
    return _ECHO[type(w)](w) if type(w) in _ECHO else "…"


def _tight(w: Written) -> str:
    """``w`` as a factor, a base or an argument."""
    text = echo(w)
    return f"({text})" if isinstance(w, (Sum, Minus, Quotient, Relation, Product)) else text


def _sum(w: Any) -> str:
    out = ""
    for term in w.terms:
        if isinstance(term, Minus):
            out += (" - " if out else "-") + _tight(term.of)
        else:
            out += (" + " if out else "") + echo(term)
    return out


def _power(w: Any) -> str:
    base = _tight(w.base) if not isinstance(w.base, Power) else f"({echo(w.base)})"
    exponent = echo(w.exponent)
    if exponent.isdigit():
        return base + exponent.translate(_RAISED)
    return f"{base}^{exponent if len(exponent) == 1 else f'({exponent})'}"


def _product(w: Any) -> str:
    return "·".join(f"({echo(f)})" if isinstance(f, (Sum, Minus, Quotient)) else echo(f) for f in w.factors)


def _end(w: Written, table: dict[int, int], mark: str) -> str:
    text = echo(w)
    return text.translate(table) if text.lstrip("-").isdigit() else f"{mark}({text})"


def _integral(w: Any) -> str:
    ends = "" if w.lower is None else _end(w.lower, _LOWERED, "_") + _end(w.upper, _RAISED, "^")
    return f"∫{ends} {_tight(w.of) if isinstance(w.of, Sum) else echo(w.of)} d{echo(w.variable)}"


def _series(w: Any) -> str:
    bounds = f"from {echo(w.index)} = {echo(w.lower)} to {echo(w.upper)}"
    return f"the {'product' if w.product else 'sum'} of {echo(w.of)} {bounds}"


def _relation(w: Any) -> str:
    out = echo(w.sides[0])
    for sign, side in zip(w.signs, w.sides[1:], strict=True):
        out += f" {sign} {echo(side)}"
    return out


def _derivative(w: Any) -> str:
    d = "∂" if w.partial else "d"
    below = "".join(f"{d}{echo(x)}" + ("" if echo(n) == "1" else _end(n, _RAISED, "^")) for x, n in w.variables)
    return f"{d}/{below} {_tight(w.of)}"


def _leaf(w: Any) -> str:
    return {"E": "e", "oo": "∞", "-oo": "-∞", "pi": "π"}.get(
        str(w.expr), str(w.expr).replace("**", "^").replace("*", "·")
    )


_ECHO: dict[type[Written], Callable[[Any], str]] = {
    Leaf: _leaf,
    Numeral: lambda w: w.digits,
    Sum: _sum,
    Product: _product,
    Quotient: lambda w: f"{_tight(w.top)}/{_tight(w.bottom)}",
    Power: _power,
    Minus: lambda w: f"-{_tight(w.of)}",
    Apply: lambda w: f"{w.name}({', '.join(map(echo, w.arguments))})",
    Relation: _relation,
    Listing: lambda w: w.left + ", ".join(map(echo, w.items)) + w.right,
    Grid: lambda w: "[" + ", ".join("[" + ", ".join(map(echo, row)) + "]" for row in w.rows) + "]",
    IntegralOf: _integral,
    SumOf: _series,
    LimitOf: lambda w: f"lim {echo(w.variable)}→{echo(w.point)}{w.side} {echo(w.of)}",
    DerivativeOf: _derivative,
    Cases: lambda w: "; ".join(f"{echo(v)} for {echo(c)}" for v, c in w.pieces),
    Phrase: lambda w: "".join(p if isinstance(p, str) else echo(p) for p in w.pieces),
}
