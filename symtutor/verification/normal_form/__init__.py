"""Exact normal forms: a real expression as a fraction in independent kernels, with its exact derivative.

Kernels are letters, e^m, sin m, cos m, ln|v|, real roots, |u|, powers with symbolic exponents, and other functions as
they stand.  What they satisfy is used by reduction: sin² = 1 − cos², r^q = base, |u|² = u².  A form that comes out as
zero proves an identity wherever both sides are defined; one that does not proves nothing (kernels may be related in
ways not known here).  Differentiation is that of a differential field (Bronstein, *Symbolic Integration I*, ch. 3).
"""

from __future__ import annotations

from typing import Any

from sympy import Integer

from .. import kernel_fractions as kf
from .expressions import Expressions
from .relations import Relations
from .slopes import Slopes
from .table import OPEN, NotExact


class Kernels(Slopes, Relations, Expressions):
    """The kernels of one comparison, and all that can be done with fractions in them."""


def derivative_is(expr: Any, variables: tuple[Any, ...], answer: Any) -> bool:
    """Whether the derivative of ``expr`` by ``variables`` is ``answer`` in normal form.  False proves nothing."""
    kernels = Kernels()
    try:
        kernels.announce(expr, answer)
        f = kernels.form(expr)
        for x in variables:
            f = kernels.derivative(f, x)
        return kernels.vanishes(kf.subtract(f, kernels.form(answer)))
    except (NotExact, *OPEN):
        return False


def derivative_of(expr: Any, *variables: Any) -> Any:
    """The derivative as a SymPy expression, by exact differentiation of kernels; ``None`` where there is none here."""
    kernels = Kernels()
    try:
        kernels.announce(expr)
        f = kernels.form(expr)
        for x in variables:
            f = kernels.derivative(f, x)
        return kernels.expression(f)
    except (NotExact, *OPEN):
        return None


def same(a: Any, b: Any) -> bool:
    """Whether two expressions are one in normal form.  False proves nothing."""
    return derivative_is(a, (), b)


def is_zero(a: Any) -> bool:
    """Whether an expression is zero in normal form.  False proves nothing."""
    return a == 0 or same(a, Integer(0))
