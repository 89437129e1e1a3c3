"""Values of a derivation as plain JSON values, and back through an allow-list.

Nothing here looks a name up outside its own tables, so JSON from a stranger can build mathematics and nothing
else.  Shapes: an expression is ``{"e": [head, …]}``, writing ``{"w": [name, fields]}``, a question or an answer
type ``{"p": [name, fields]}``, a form ``{"f": name}``; tuples are lists; text, whole numbers, truth values and null
stand for themselves.  ``docs/json.md`` is the schema.
"""

from __future__ import annotations

import re
from dataclasses import fields
from typing import Any

from sympy import Basic

from .. import problems, written
from ..problems import PROBLEM_TYPES, AnswerType, Form, Problem
from ..written import Numeral, Written
from .codec_expressions import Malformed, decode_expression, encode_expression
from .shapes import misfit

__all__ = ["Malformed", "decode", "encode"]

_WRITTEN: dict[str, type[Any]] = {
    name: kind
    for name in written.__all__
    if isinstance(kind := getattr(written, name), type) and issubclass(kind, Written) and kind is not Written
}
_PROBLEMS: dict[str, type[Any]] = {t.__name__: t for t in PROBLEM_TYPES}
_ANSWERS: dict[str, type[Any]] = {
    name: kind
    for name in problems.__all__
    if isinstance(kind := getattr(problems, name), type) and issubclass(kind, AnswerType) and kind is not AnswerType
}
_TABLES = {"w": _WRITTEN, "p": {**_PROBLEMS, **_ANSWERS}}
# Digits as a person types them: no exponent, whose value could be larger than any memory.
_DIGITS = re.compile(r"\d{0,5000}\.?\d{1,5000}|\d{1,5000}\.", re.ASCII)


def encode(value: Any) -> Any:
    """``value`` as a plain JSON value.  Raises ``TypeError`` for what the allow-list does not hold."""
    if value is None or isinstance(value, (bool, int)) or type(value) is str:
        return value
    if isinstance(value, Form):
        return {"f": value.name}
    if isinstance(value, tuple):
        return [encode(v) for v in value]
    if isinstance(value, Basic):
        return {"e": encode_expression(value)}
    if isinstance(value, Written):
        return {"w": [type(value).__name__, _encode_fields(value)]}
    if isinstance(value, (Problem, AnswerType)):
        return {"p": [type(value).__name__, _encode_fields(value)]}
    raise TypeError(f"a {type(value).__name__} cannot be written as JSON")


def _encode_fields(value: Any) -> dict[str, Any]:
    return {f.name: encode(getattr(value, f.name)) for f in fields(value) if getattr(value, f.name) != f.default}


def decode(value: Any) -> Any:
    """What ``encode`` made a JSON value of.  Raises ``Malformed`` for anything else."""
    if value is None or isinstance(value, (bool, int, str)):
        return value
    if isinstance(value, list):
        return tuple(decode(v) for v in value)
    if not isinstance(value, dict) or len(value) != 1:
        raise Malformed("an object with one key was expected")
    ((kind, content),) = value.items()
    if kind == "f" and isinstance(content, str) and content in Form.__members__:
        return Form[content]
    if kind == "e":
        return decode_expression(content)
    if kind in _TABLES and isinstance(content, list) and len(content) == 2:
        name, held = content
        if isinstance(name, str) and name in _TABLES[kind] and isinstance(held, dict):
            return _build(_TABLES[kind][name], held)
    raise Malformed(f"{kind!r} with this content is not known")


def _build(kind: type[Any], content: dict[str, Any]) -> Any:
    known = {f.name for f in fields(kind)}
    if not set(content) <= known:
        raise Malformed(f"{kind.__name__} has no field {min(set(content) - known)!r}")
    try:
        built = kind(**{k: decode(v) for k, v in content.items()})
    except TypeError as wrong:
        raise Malformed(f"{kind.__name__}: {wrong}") from wrong
    wrong_field = misfit(built)
    if wrong_field is not None:
        raise Malformed(f"{kind.__name__}.{wrong_field} holds something of another kind")
    if isinstance(built, Numeral) and not _DIGITS.fullmatch(built.digits):
        raise Malformed("the digits of a number were expected")
    return built
