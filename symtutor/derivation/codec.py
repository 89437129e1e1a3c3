"""Expressions, writing and questions as plain JSON values, and back through an allow-list.

Nothing here looks a name up outside its own tables, so JSON from a stranger can build mathematics and nothing
else.  Shapes: an expression is ``{"e": [head, …]}``, writing ``{"w": [name, fields]}``, a question or an answer
type ``{"p": [name, fields]}``; tuples are lists; text, whole numbers, truth values and null stand for themselves.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from typing import Any

import sympy as sp
from sympy import Basic, Function, Integer, Rational, Symbol
from sympy.core.function import AppliedUndef
from sympy.functions.elementary.piecewise import ExprCondPair

from .. import problems, written
from ..problems import PROBLEM_TYPES, AnswerType, Form, Problem
from ..written import Written
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
    sp.Union, sp.Eq, sp.Ne, sp.Lt, sp.Le, sp.Gt, sp.Ge, sp.log, sp.Abs, sp.Max, sp.Min, sp.Heaviside, sp.DiracDelta,
    sp.polygamma, sp.Derivative, sp.Subs, sp.zeta, sp.loggamma, sp.lowergamma, sp.uppergamma,
)  # fmt: skip
_HEADS: dict[str, Callable[..., Any]] = {
    **{c.__name__: c for c in _STRUCTURE},
    **{f.build.__name__: f.build for f in FUNCTIONS.values() if isinstance(f.build, type)},
    **{c.__name__: c for c in DEFINITIONS},
}
_UNORDERED = (sp.And, sp.Or, sp.FiniteSet, sp.Union, sp.Max, sp.Min)

_WRITTEN: dict[str, type[Any]] = {
    name: kind
    for name in written.__all__
    if isinstance(kind := getattr(written, name), type) and issubclass(kind, Written) and kind is not Written
}
_PROBLEMS: dict[str, type[Any]] = {t.__name__: t for t in PROBLEM_TYPES}
_ANSWERS: dict[str, type[Any]] = {
    name: kind
    for name in problems.__all__
    if isinstance(kind := getattr(problems, name), type) and issubclass(kind, AnswerType)
}


def encode(value: Any) -> Any:
    """``value`` as a plain JSON value.  Raises ``TypeError`` for what the allow-list does not hold."""
    if value is None or isinstance(value, (bool, int)) or type(value) is str:
        return value
    if isinstance(value, Form):
        return {"f": value.name}
    if isinstance(value, tuple):
        return [encode(v) for v in value]
    if isinstance(value, Basic):
        return {"e": _encode_expression(value)}
    if isinstance(value, Written):
        return {"w": [type(value).__name__, _encode_fields(value)]}
    if isinstance(value, (Problem, AnswerType)):
        return {"p": [type(value).__name__, _encode_fields(value)]}
    raise TypeError(f"a {type(value).__name__} cannot be written as JSON")


def _encode_fields(value: Any) -> dict[str, Any]:
    return {f.name: encode(getattr(value, f.name)) for f in fields(value) if getattr(value, f.name) != f.default}


def _encode_expression(e: Any) -> Any:
    if isinstance(e, Integer):
        return str(int(e))
    if isinstance(e, Rational):
        return ["/", str(int(e.p)), str(int(e.q))]
    if isinstance(e, Symbol):
        return ["Symbol", e.name, *sorted(k for k, v in e._assumptions_orig.items() if v)]
    if e in _NAME_OF_CONSTANT:
        return [_NAME_OF_CONSTANT[e]]
    if isinstance(e, AppliedUndef):
        return ["Function", e.func.__name__, *map(_encode_expression, e.args)]
    if getattr(e, "is_Matrix", False):
        return ["Matrix", [[_encode_expression(e[i, j]) for j in range(e.cols)] for i in range(e.rows)]]
    name = type(e).__name__ if not isinstance(e, sp.exp) else "exp"
    name = _RELATION_NAMES.get(name, name)
    if name not in _HEADS:
        raise TypeError(f"a {name} cannot be written as JSON")
    args = sorted(e.args, key=sp.default_sort_key) if isinstance(e, _UNORDERED) else e.args
    return [name, *map(_encode_expression, args)]


_RELATION_NAMES = {
    "Equality": "Eq", "Unequality": "Ne", "StrictLessThan": "Lt", "LessThan": "Le",
    "StrictGreaterThan": "Gt", "GreaterThan": "Ge",
}  # fmt: skip
for _short, _long in [(v, k) for k, v in _RELATION_NAMES.items()]:
    _HEADS[_short] = _HEADS.pop(_long)


def decode(value: Any) -> Any:
    """What ``encode`` made a JSON value of.  Raises ``Malformed`` for anything else."""
    if isinstance(value, list):
        return tuple(decode(v) for v in value)
    if not isinstance(value, dict):
        return value
    if len(value) != 1:
        raise Malformed("an object with one key was expected")
    ((kind, content),) = value.items()
    if kind == "f" and content in Form.__members__:
        return Form[content]
    if kind == "e":
        return _decode_expression(content)
    if kind in ("w", "p") and isinstance(content, list) and len(content) == 2 and isinstance(content[1], dict):
        tables = _WRITTEN if kind == "w" else {**_PROBLEMS, **_ANSWERS}
        if content[0] in tables:
            return _build(tables[content[0]], content[1])
    raise Malformed(f"{kind!r} with this content is not known")


def _build(kind: type[Any], content: dict[str, Any]) -> Any:
    known = {f.name for f in fields(kind)}
    if not set(content) <= known:
        raise Malformed(f"{kind.__name__} has no field {sorted(set(content) - known)[0]!r}")
    try:
        return kind(**{k: decode(v) for k, v in content.items()})
    except TypeError as wrong:
        raise Malformed(f"{kind.__name__}: {wrong}") from wrong


def _decode_expression(e: Any) -> Any:
    if isinstance(e, str):
        return Integer(_whole(e))
    if not isinstance(e, list) or not e or not isinstance(e[0], str):
        raise Malformed("an expression was expected")
    head, rest = e[0], e[1:]
    if head == "/" and len(rest) == 2 and _whole(rest[1]):
        return Rational(_whole(rest[0]), _whole(rest[1]))
    if head == "Symbol" and rest and all(isinstance(r, str) for r in rest) and set(rest[1:]) <= _ASSUMPTIONS:
        return Symbol(rest[0], **dict.fromkeys(rest[1:], True))
    if head in _CONSTANTS and not rest:
        return _CONSTANTS[head]
    if head == "Function" and rest and isinstance(rest[0], str) and rest[0].isidentifier():
        return Function(rest[0])(*map(_decode_expression, rest[1:]))
    if head == "Matrix" and len(rest) == 1 and isinstance(rest[0], list):
        return sp.ImmutableMatrix([[_decode_expression(c) for c in row] for row in rest[0]])
    if head not in _HEADS:
        raise Malformed(f"{head!r} is not a kind of expression")
    arguments = [_decode_expression(r) for r in rest]
    _refuse_growth(head, arguments)
    try:
        return _HEADS[head](*arguments, **_as_put(head, arguments))
    except (TypeError, ValueError) as wrong:
        raise Malformed(f"{head}: {wrong}") from wrong


def _as_put(head: str, arguments: list[Any]) -> dict[str, bool]:
    """SymPy decides x² + 1 = 0 and multiplies 2(x + 1) out as it builds them; what was written stays as it was."""
    factored = head == "Mul" and len(arguments) == 2 and isinstance(arguments[0], Rational) and arguments[1].is_Add
    return {"evaluate": False} if factored or head in _RELATION_NAMES.values() else {}


# SymPy evaluates powers and factorials of numbers at once, however large: JSON from a stranger must not ask for that.
_MOST_BITS = 200_000
_GROWING = {"factorial", "gamma", "binomial", "polygamma", "zeta", "loggamma", "lowergamma", "uppergamma", "digamma"}


def _refuse_growth(head: str, arguments: list[Any]) -> None:
    whole = [abs(int(a.p)) for a in arguments if isinstance(a, Rational)]
    if head in _GROWING and any(w > 10_000 for w in whole):
        raise Malformed(f"{head} of so large a number is not built")
    if head == "Pow" and len(arguments) == 2 and isinstance(arguments[1], Rational):
        base, exponent = arguments
        bits = max((n.p.bit_length() + n.q.bit_length() for n in base.atoms(Rational)), default=1)
        if bits * abs(int(exponent.p)) > _MOST_BITS and (base.is_number or abs(int(exponent.p)) > _MOST_BITS):
            raise Malformed("a power that large is not built")


_ASSUMPTIONS = {"real", "integer", "positive", "negative", "nonnegative", "nonpositive", "nonzero", "commutative"}


def _whole(digits: Any) -> int:
    if not isinstance(digits, str) or len(digits) > 5000 or not digits.lstrip("-").isdigit():
        raise Malformed("a whole number was expected")
    return int(digits)
