"""Whether a frozen value holds what its fields are declared to hold; for values that come from outside."""

from __future__ import annotations

from dataclasses import fields
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints


def misfit(value: Any) -> str | None:
    """The name of the first field of a dataclass instance that holds something undeclared; ``None`` if all fit."""
    declared = _declared(type(value))  # type: ignore[arg-type]
    return next((f.name for f in fields(value) if not fits(getattr(value, f.name), declared[f.name])), None)


@cache
def _declared(kind: type[Any]) -> dict[str, Any]:
    return get_type_hints(kind)


def fits(value: Any, declared: Any) -> bool:
    """Whether ``value`` is of a declared type: a class, a union, or tuples of these."""
    if declared is Any:
        return True
    if declared is None or declared is NoneType:
        return value is None
    origin, arguments = get_origin(declared), get_args(declared)
    if origin in (Union, UnionType):
        return any(fits(value, a) for a in arguments)
    if origin is tuple:
        if not isinstance(value, tuple):
            return False
        if len(arguments) == 2 and arguments[1] is Ellipsis:
            return all(fits(v, arguments[0]) for v in value)
        return len(value) == len(arguments) and all(map(fits, value, arguments))
    if declared is int and isinstance(value, bool):
        return False
    return isinstance(value, declared)
