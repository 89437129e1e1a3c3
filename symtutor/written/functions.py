"""The functions of the field: canonical names, how many arguments they take, and what builds their value.

The names here are those that ``Apply`` nodes carry.  ``symtutor.parsing`` maps what people type
(``arcsin``, ``sin^-1``, ``tg``) onto them; ``symtutor.rendering`` typesets them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import sympy as sp
from sympy import Abs, Basic, Function, Integer, Rational

from .powers import real_power


class sigmoid(Function):
    """The logistic function σ(x) = 1/(1 + e^(−x)), real x ↦ (0, 1)."""

    nargs = 1
    is_real = True
    is_positive = True


class softplus(Function):
    """ln(1 + eˣ), real x ↦ (0, ∞): a smooth max(0, x)."""

    nargs = 1
    is_real = True
    is_positive = True


class gelu(Function):
    """x Φ(x) with Φ the standard normal distribution function (Hendrycks and Gimpel 2016)."""

    nargs = 1
    is_real = True


# What a named function of machine learning is short for.  Rules write a step that says so; the verifier evaluates it.
DEFINITIONS: dict[type[Function], Callable[[Any], Basic]] = {
    sigmoid: lambda u: 1 / (1 + sp.exp(-u)),
    softplus: lambda u: sp.log(1 + sp.exp(u)),
    gelu: lambda u: u * (1 + sp.erf(u / sp.sqrt(2))) / 2,
}


@dataclass(frozen=True)
class Named:
    """A function that may be typed: ``arity`` arguments, ``None`` for any number of at least one."""

    build: Callable[..., Any]
    arity: int | None = 1


# Functions that SymPy calls as the field does.
_SAME_NAME = (
    "sin", "cos", "tan", "cot", "sec", "csc", "sinh", "cosh", "tanh", "coth", "sech", "csch", "exp",
    "erf", "erfc", "gamma", "digamma", "factorial", "floor", "sign", "Ei", "Si", "Ci", "li",
)  # fmt: skip

FUNCTIONS: dict[str, Named] = {
    **{name: Named(getattr(sp, name)) for name in _SAME_NAME},
    "arcsin": Named(sp.asin),
    "arccos": Named(sp.acos),
    "arctan": Named(sp.atan),
    "arccot": Named(sp.acot),
    "arcsec": Named(sp.asec),
    "arccsc": Named(sp.acsc),
    "arsinh": Named(sp.asinh),
    "arcosh": Named(sp.acosh),
    "artanh": Named(sp.atanh),
    "arcoth": Named(sp.acoth),
    "arsech": Named(sp.asech),
    "arcsch": Named(sp.acsch),
    "ceil": Named(sp.ceiling),
    "ln": Named(sp.log),
    "log": Named(lambda base, u: sp.log(u) / sp.log(base), 2),
    "sqrt": Named(lambda u: real_power(u, Rational(1, 2))),
    "cbrt": Named(lambda u: real_power(u, Rational(1, 3))),
    "root": Named(lambda index, u: real_power(u, 1 / index), 2),
    "abs": Named(Abs),
    "max": Named(sp.Max, None),
    "min": Named(sp.Min, None),
    "heaviside": Named(lambda u: sp.Heaviside(u)),
    "relu": Named(lambda u: sp.Max(Integer(0), u)),
    "binomial": Named(sp.binomial, 2),
    "beta": Named(sp.beta, 2),
    "atan2": Named(sp.atan2, 2),
    "sigmoid": Named(sigmoid),
    "softplus": Named(softplus),
    "gelu": Named(gelu),
}


def apply_function(name: str, arguments: tuple[Basic, ...]) -> Basic:
    """The value of a named function; a letter that names no function of the field is a declared function f(x)."""
    named = FUNCTIONS.get(name)
    if named is None:
        return Function(name)(*arguments)
    if named.build is Abs:
        return _absolute(*arguments)
    return named.build(*arguments)


def _absolute(of: Basic) -> Basic:
    """|of|; of ||u|/2| SymPy draws the number out and leaves ||u||, which it reads as |u| when it builds it anew."""
    value: Basic = Abs(of)
    return value.xreplace({a: a.args[0] for a in value.atoms(Abs) if isinstance(a.args[0], Abs)})
