"""The cost gate: what an expression would grow to, estimated on the tree before anything is evaluated.

Evaluation is eager: 9^9^9 is computed as soon as it is built.  So the bits of every power, factorial and binomial and
the terms of every expansion are bounded from above first.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import NamedTuple

from .errors import TooLarge
from .syntax import Node

# Below the 4300 digits that Python prints; a larger number could be computed but not shown.
MAX_BITS = 12_000
MAX_EXPONENT = 10_000
MAX_TERMS = 100_000
MAX_ARGUMENTS = 20
MAX_ENTRIES = 400


class Size(NamedTuple):
    """Upper bounds: ``bits`` of the numbers in an expression, ``terms`` of its expansion, ``degree`` of its powers.

    ``value`` is the number itself where it is one and a float can hold it; ``constant`` says that no letter occurs.
    """

    bits: float
    terms: float = 1
    degree: float = 0
    value: float | None = None
    constant: bool = True
    whole: bool = True


def gate(tree: Node) -> None:
    """Raises ``TooLarge`` with the place where a limit would be exceeded."""
    size(tree)


def size(n: Node) -> Size:
    """Upper bounds on what ``n`` evaluates to.  Raises ``TooLarge`` as ``gate`` does."""
    parts = [size(p) for p in n.parts]
    if n.kind == "number":
        whole = n.text.isdigit()
        bits = math.log2(max(1, int(n.text))) if whole else 3.33 * _digits(n.text) + 1
        return Size(bits if n.text not in ("0", "1") else 0.0, value=_number(n.text), whole=whole)
    if n.kind == "constant":
        return Size(2, value={"e": math.e, "pi": math.pi}.get(n.text))
    if n.kind == "letter":
        return Size(0, degree=1, constant=False)
    if n.kind == "power":
        found = _power(n, *parts)
    elif n.kind == "call":
        found = _call(n, parts)
    else:
        found = _arithmetic(n, parts)
    for measured, limit, what in (
        (found.bits, MAX_BITS, f"numbers of {MAX_BITS * 3 // 10} digits"),
        (found.terms, MAX_TERMS, f"{MAX_TERMS} terms"),
        (found.degree, MAX_EXPONENT, f"powers up to {MAX_EXPONENT}"),
    ):
        if not measured <= limit:
            raise _exceeds(n, what)
    return found


def _exceeds(n: Node, limit: str) -> TooLarge:
    return TooLarge(
        f"this grows beyond the limit of {limit}", n.start, max(1, n.end - n.start), "use smaller numbers", limit=limit
    )


def _digits(text: str) -> int:
    mantissa, _, exponent = text.lower().partition("e")
    return len(mantissa) + abs(int(exponent or 0))


def _number(text: str) -> float | None:
    value = float(text)
    return value if math.isfinite(value) else None


def _safe(compute: Callable[[], float]) -> float | None:
    try:
        value = compute()
    except (OverflowError, ValueError, ZeroDivisionError):
        return None
    return value if isinstance(value, float) and math.isfinite(value) else None


def _arithmetic(n: Node, parts: list[Size]) -> Size:
    if n.kind in ("sum", "product", "quotient"):
        values = [p.value for p in parts]
        value = None
        if all(v is not None for v in values):
            value = _safe(lambda: _combined(n.kind, [v for v in values if v is not None]))
        terms = sum(p.terms for p in parts) if n.kind == "sum" else math.prod(p.terms for p in parts)
        degree = max(p.degree for p in parts) if n.kind == "sum" else sum(p.degree for p in parts)
        whole = all(p.whole for p in parts) and n.kind != "quotient"
        if n.kind == "sum" and whole:
            bits = max(p.bits for p in parts) + math.log2(len(parts))
        else:
            bits = sum(p.bits for p in parts) + (n.kind == "sum") * len(parts)
        return Size(bits, terms, degree, value, all(p.constant for p in parts), whole)
    if n.kind == "matrix" and sum(len(row.parts) for row in n.parts) > MAX_ENTRIES:
        raise _exceeds(n, f"{MAX_ENTRIES} entries of a matrix")
    if not parts:
        return Size(0)
    value = parts[0].value if len(parts) == 1 else None
    if n.kind == "negative" and value is not None:
        value = -value
    return Size(
        max(p.bits for p in parts), max(p.terms for p in parts), max(p.degree for p in parts), value,
        all(p.constant for p in parts), all(p.whole for p in parts),
    )  # fmt: skip


def _combined(kind: str, values: list[float]) -> float:
    if kind == "sum":
        return math.fsum(values)
    return math.prod(values) if kind == "product" else values[0] / values[1]


def _power(n: Node, base: Size, exponent: Size) -> Size:
    if not exponent.constant:
        # a^x stays as it is; a numeric factor of x may still be carried into the base
        return Size(base.bits + exponent.bits, max(base.terms, exponent.terms), max(base.degree, 1), None, False)
    times = abs(exponent.value) if exponent.value is not None else _bound(exponent)
    if times > MAX_EXPONENT and not (base.constant and base.value in (0.0, 1.0, -1.0)):
        if not base.constant or times * max(base.bits, 1) > MAX_BITS:
            raise _exceeds(n, f"powers up to {MAX_EXPONENT}" if not base.constant else "numbers of 3600 digits")
    power = max(times, 1.0)
    value = None
    if base.value is not None and exponent.value is not None:
        b, e = base.value, exponent.value
        value = _safe(lambda: b**e)
    terms = base.terms
    if base.terms > 1 and times == int(times):
        k = base.terms
        terms = math.exp(min(700.0, math.lgamma(times + k) - math.lgamma(k) - math.lgamma(times + 1)))
    bits = base.bits * power if base.value not in (1.0, -1.0, 0.0) else base.bits
    whole = base.whole and exponent.value is not None and exponent.value >= 0 and exponent.whole
    return Size(bits, terms, base.degree * power, value, base.constant, whole)


def _bound(s: Size) -> float:
    return 2.0 ** min(s.bits, 1000.0)


def _call(n: Node, parts: list[Size]) -> Size:
    constant = all(p.constant for p in parts)
    if len(parts) > MAX_ARGUMENTS:
        raise _exceeds(n, f"{MAX_ARGUMENTS} arguments")
    bits = max((p.bits for p in parts), default=0.0) + 8
    degree = max((p.degree for p in parts), default=0.0)
    terms = max((p.terms for p in parts), default=1.0)
    if not constant:
        return Size(bits, terms, degree, None, False)
    first = parts[0]
    size = abs(first.value) if first.value is not None else _bound(first)
    if n.text in ("factorial", "gamma", "beta", "digamma"):
        bits = size * math.log2(size + 2) + 2
    elif n.text in ("exp", "sinh", "cosh", "erf", "erfc", "sigmoid", "softplus", "gelu", "Ei", "sech", "csch"):
        bits = size * 1.45 + 8
    elif n.text == "binomial" and len(parts) == 2:
        bits = _binomial_bits(size, parts[1])
    value = _value(n.text, [p.value for p in parts])
    if value is not None and n.text not in _EXACT:
        bits = max(bits, 8.0)
    return Size(bits, 1, 0, value, True)


def _binomial_bits(top: float, below: Size) -> float:
    k = abs(below.value) if below.value is not None else _bound(below)
    k = min(k, abs(top - k)) if top >= k else k
    return min(top + k, (k + 1) * math.log2(top + k + 2)) + 2


_EXACT = frozenset({"factorial", "gamma", "binomial"})
_FLOAT: dict[str, Callable[[float], float]] = {
    "factorial": lambda v: math.gamma(v + 1), "gamma": math.gamma, "exp": math.exp, "ln": math.log, "sqrt": math.sqrt,
    "cbrt": lambda v: math.copysign(abs(v) ** (1 / 3), v), "abs": abs, "sin": math.sin, "cos": math.cos,
    "tan": math.tan, "sinh": math.sinh, "cosh": math.cosh, "tanh": math.tanh, "arctan": math.atan,
    "floor": lambda v: float(math.floor(v)), "ceil": lambda v: float(math.ceil(v)),
}  # fmt: skip


def _value(name: str, values: list[float | None]) -> float | None:
    if len(values) == 2 and name == "binomial" and values[0] is not None and values[1] is not None:
        n, k = values[0], values[1]
        return _safe(lambda: math.exp(math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1)))
    if len(values) != 1 or name not in _FLOAT or values[0] is None:
        return None
    v = values[0]
    return _safe(lambda: _FLOAT[name](v))
