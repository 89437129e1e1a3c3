"""How the functions of the curriculum behave: where they are smooth, and which keep the sign of their argument."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy as sp
from sympy import Abs
from sympy.core.relational import Gt, Lt, Ne
from sympy.logic.boolalg import Boolean

from ...written.functions import gelu, sigmoid, softplus

# Continuous, indeed smooth, on the whole line.
ENTIRE: frozenset[Any] = frozenset(
    {sp.sin, sp.cos, sp.exp, sp.atan, sp.sinh, sp.cosh, sp.tanh, sp.asinh, sp.sech, sp.erf, sp.erfc, sp.Si,
     sigmoid, softplus, gelu}
)  # fmt: skip

# Smooth on the open set that the condition on the argument describes.
SMOOTH_WHERE: dict[Any, Callable[[Any], Boolean]] = {
    sp.log: lambda u: Gt(u, 0),
    sp.tan: lambda u: Ne(sp.cos(u), 0),
    sp.sec: lambda u: Ne(sp.cos(u), 0),
    sp.cot: lambda u: Ne(sp.sin(u), 0),
    sp.csc: lambda u: Ne(sp.sin(u), 0),
    sp.asin: lambda u: Gt(1 - Abs(u), 0),
    sp.acos: lambda u: Gt(1 - Abs(u), 0),
    sp.asec: lambda u: Gt(Abs(u) - 1, 0),
    sp.acsc: lambda u: Gt(Abs(u) - 1, 0),
    sp.acot: lambda u: Ne(u, 0),
    sp.acosh: lambda u: Gt(u, 1),
    sp.atanh: lambda u: Gt(1 - Abs(u), 0),
    sp.acoth: lambda u: Gt(Abs(u) - 1, 0),
    sp.asech: lambda u: Gt(u, 0) & Lt(u, 1),
    sp.acsch: lambda u: Ne(u, 0),
    sp.coth: lambda u: Ne(u, 0),
    sp.csch: lambda u: Ne(u, 0),
    sp.gamma: lambda u: Gt(u, 0),
    sp.sign: lambda u: Ne(u, 0),
    sp.Heaviside: lambda u: Ne(u, 0),
    sp.floor: lambda u: Ne(u, sp.floor(u)),
    sp.ceiling: lambda u: Ne(u, sp.floor(u)),
}

# f(u) has the sign of u.
ODD_AND_RISING: frozenset[Any] = frozenset(
    {sp.sinh, sp.asin, sp.atan, sp.tanh, sp.asinh, sp.atanh, sp.erf, sp.sign}
)  # fmt: skip
# f(u) has the sign of u for small u only.
ODD_NEAR_ZERO: frozenset[Any] = frozenset({sp.tan})
