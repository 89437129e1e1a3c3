"""The slopes of functions that are kernels as they stand."""

from __future__ import annotations

from typing import Any

import sympy as sp

SLOPES: dict[str, Any] = {
    "asin": lambda u: 1 / sp.sqrt(1 - u**2),
    "atan": lambda u: 1 / (1 + u**2),
    "asinh": lambda u: 1 / sp.sqrt(1 + u**2),
    "acosh": lambda u: 1 / sp.sqrt(u**2 - 1),
    "atanh": lambda u: 1 / (1 - u**2),
    "erf": lambda u: 2 / sp.sqrt(sp.pi) * sp.exp(-(u**2)),
    "Ei": lambda u: sp.exp(u) / u,
    "Si": lambda u: sp.sin(u) / u,
    "Ci": lambda u: sp.cos(u) / u,
    "li": lambda u: 1 / sp.log(u),
    "loggamma": lambda u: sp.polygamma(0, u),
}
