"""SymPy expressions as plain JSON values, and back through an allow-list.

An expression is a list, its head first: ``["Add", …]``; whole numbers are text, ``["/", p, q]`` is a fraction.
Nothing is evaluated on the way back: what was put comes back as it was put, 2(x + 1) not multiplied out, and JSON
from a stranger cannot ask for a computation.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy as sp
from sympy import Basic, Function, Integer, Rational, Symbol
from sympy.core.function import AppliedUndef
from sympy.core.relational import Relational
from sympy.functions.elementary.piecewise import ExprCondPair

from ..written.functions import DEFINITIONS, FUNCTIONS


class Malformed(ValueError):
    """The JSON is no derivation of symtutor's, or of a version that this one cannot read."""


_CONSTANTS: dict[str, Basic] = {
    "pi": sp.pi, "e": sp.E, "oo": sp.oo, "-oo": -sp.oo, "i": sp.I, "true": sp.true, "false": sp.false,
    "EulerGamma": sp.EulerGamma, "GoldenRatio": sp.GoldenRatio,
}  # fmt: skip
_NAME_OF_CONSTANT = {value: name for name, value in _CONSTANTS.items()}

_STRUCTURE = (
    sp.Add, sp.Mul, sp.Pow, sp.Tuple, sp.Piecewise, ExprCondPair, sp.And, sp.Or, sp.Not, sp.FiniteSet, sp.Interval,
    sp.Union, sp.log, sp.Abs, sp.Max, sp.Min, sp.Heaviside, sp.DiracDelta, sp.polygamma, sp.Derivative, sp.Subs,
    sp.zeta, sp.loggamma, sp.lowergamma, sp.uppergamma,
)  # fmt: skip
_RELATIONS = {"Eq": sp.Eq, "Ne": sp.Ne, "Lt": sp.Lt, "Le": sp.Le, "Gt": sp.Gt, "Ge": sp.Ge}
_NAME_OF_RELATION = {kind: name for name, kind in _RELATIONS.items()}
_HEADS: dict[str, Callable[..., Any]] = {
    **{c.__name__: c for c in _STRUCTURE},
    **_RELATIONS,
    **{f.build.__name__: f.build for f in FUNCTIONS.values() if isinstance(f.build, type)},
    **{c.__name__: c for c in DEFINITIONS},
}
_UNORDERED = (sp.And, sp.Or, sp.FiniteSet, sp.Union, sp.Max, sp.Min)
# What SymPy would work out as it builds.
_EVALUATING = (sp.Add, sp.Mul, sp.Pow, Function, sp.Max, sp.Min, sp.Piecewise, Relational)

_ASSUMPTIONS = {"real", "integer", "positive", "negative", "nonnegative", "nonpositive", "nonzero", "commutative"}
_MOST_DIGITS = 5000
_MOST_LETTERS = 100


def encode_expression(e: Any) -> Any:
    """``e`` as a plain JSON value.  Raises ``TypeError`` for what the allow-list does not hold."""
    if isinstance(e, Integer):
        return str(int(e))
    if isinstance(e, Rational):
        return ["/", str(int(e.p)), str(int(e.q))]
    if isinstance(e, Symbol):
        return ["Symbol", e.name, *sorted(k for k, v in e._assumptions_orig.items() if v)]
    if e in _NAME_OF_CONSTANT:
        return [_NAME_OF_CONSTANT[e]]
    if isinstance(e, AppliedUndef):
        return ["Function", e.func.__name__, *map(encode_expression, e.args)]
    if getattr(e, "is_Matrix", False):
        return ["Matrix", [[encode_expression(e[i, j]) for j in range(e.cols)] for i in range(e.rows)]]
    name = _NAME_OF_RELATION.get(type(e), type(e).__name__)
    if name not in _HEADS:
        raise TypeError(f"a {name} cannot be written as JSON")
    args = sorted(e.args, key=sp.default_sort_key) if isinstance(e, _UNORDERED) else e.args
    return [name, *map(encode_expression, args)]


def decode_expression(e: Any) -> Any:
    """What ``encode_expression`` made a JSON value of.  Raises ``Malformed`` for anything else."""
    if isinstance(e, str):
        return Integer(_whole(e))
    if not isinstance(e, list) or not e or not isinstance(e[0], str):
        raise Malformed("an expression was expected")
    head, rest = e[0], e[1:]
    try:
        return _built(head, rest)
    except (TypeError, ValueError, AttributeError, NotImplementedError) as wrong:
        # SymPy's constructors refuse arguments of the wrong kind or number in any of these ways.
        raise wrong if isinstance(wrong, Malformed) else Malformed(f"{head}: {wrong}") from wrong


def _built(head: str, rest: list[Any]) -> Any:
    if head == "/" and len(rest) == 2 and _whole(rest[1]) > 0:
        return Rational(_whole(rest[0]), _whole(rest[1]))
    if head == "Symbol" and rest and _is_name(rest[0]) and set(rest[1:]) <= _ASSUMPTIONS:
        return Symbol(rest[0], **dict.fromkeys(rest[1:], True))
    if head in _CONSTANTS and not rest:
        return _CONSTANTS[head]
    if head == "Function" and rest and _is_name(rest[0]) and rest[0].isidentifier():
        return Function(rest[0])(*map(decode_expression, rest[1:]))
    if head == "Matrix" and len(rest) == 1:
        return sp.ImmutableMatrix([[decode_expression(c) for c in row] for row in rest[0]])
    if head not in _HEADS:
        raise Malformed(f"{head!r} is not a kind of expression")
    kind = _HEADS[head]
    arguments = [decode_expression(r) for r in rest]
    as_put = {"evaluate": False} if isinstance(kind, type) and issubclass(kind, _EVALUATING) else {}
    return kind(*arguments, **as_put)


def _whole(digits: Any) -> int:
    if not isinstance(digits, str) or len(digits) > _MOST_DIGITS or not digits.lstrip("-").isdecimal():
        raise Malformed("a whole number was expected")
    return int(digits)


def _is_name(name: Any) -> bool:
    return isinstance(name, str) and 0 < len(name) <= _MOST_LETTERS
