"""From SymPy to fractions in kernels: which function goes which way."""

from __future__ import annotations

from functools import reduce
from typing import Any

import sympy as sp
from sympy import Add, Integer, Mul, Pow, Rational, Symbol
from sympy.core.function import AppliedUndef

from ...written import functions
from .. import kernel_fractions as kf
from ..kernel_fractions import Fraction
from ..real_functions import REWRITTEN
from .angles import Angles
from .gammas import Gammas
from .magnitudes import Magnitudes
from .named_slopes import SLOPES
from .powers import Powers
from .table import NotExact
from .units import Units


class Forms(Powers, Angles, Magnitudes, Gammas, Units):
    """The normal form of an expression over the generators met so far."""

    def form(self, expr: Any) -> Fraction:
        """The normal form.  Raises ``NotExact``, ``TooBig``, ``ZeroDivisionError``."""
        found = self._forms.get(expr)
        if found is None:
            found = self._forms[expr] = self._form(expr)
        return found

    def _form(self, expr: Any) -> Fraction:
        if isinstance(expr, Rational):
            return Fraction({0: int(expr.p)} if expr.p else {}, int(expr.q), ())
        if isinstance(expr, Symbol) or expr in (sp.pi, sp.EulerGamma, sp.Catalan):
            return kf.generator(self._generator("letter", expr))
        if isinstance(expr, Add):
            return reduce(kf.add, (self.form(a) for a in expr.args))
        if isinstance(expr, Mul):
            return reduce(kf.multiply, (self.form(a) for a in expr.args))
        if isinstance(expr, Pow):
            return self._power(*expr.args)
        if expr is sp.E:
            return self._exponential(Integer(1))
        if type(expr) in functions.DEFINITIONS:
            return self.form(functions.DEFINITIONS[type(expr)](expr.args[0]))
        if type(expr) in REWRITTEN:
            if isinstance(expr, sp.sinc):
                raise NotExact
            return self.form(REWRITTEN[type(expr)](*expr.args))
        return self._application(expr)

    def _application(self, expr: Any) -> Fraction:
        name = type(expr).__name__
        u = expr.args[0] if expr.args else None
        if name == "exp":
            return self._exponential(u)
        if name in ("sin", "cos"):
            return self._circular(u)[name == "cos"]
        if name in ("tan", "cot", "sec", "csc"):
            s, c = self._circular(u)
            return {
                "tan": lambda: kf.multiply(s, kf.inverse(c)), "cot": lambda: kf.multiply(c, kf.inverse(s)),
                "sec": lambda: kf.inverse(c), "csc": lambda: kf.inverse(s),
            }[name]()  # fmt: skip
        if name in ("sinh", "cosh", "tanh", "coth", "sech", "csch"):
            return self._hyperbolic(name, u)
        if name == "log":
            return self._logarithm(u)
        if name == "Abs":
            return self._absolute(u)
        if name == "sign":
            return kf.multiply(self._absolute(u), kf.inverse(self.form(u)))
        if name == "Heaviside":
            sign = kf.multiply(self._absolute(u), kf.inverse(self.form(u)))
            return kf.multiply(kf.add(kf.whole(1), sign), Fraction({0: 1}, 2, ()))
        if name in ("Max", "Min"):
            return self._extreme(expr)
        if name == "acos":
            return kf.subtract(kf.multiply(self.form(sp.pi), Fraction({0: 1}, 2, ())), self.form(sp.asin(u)))
        if name == "erfc":
            return kf.subtract(kf.whole(1), self.form(sp.erf(u)))
        if name == "gamma":
            return self._gamma(u)
        if name == "digamma" or (name == "polygamma" and u == 0):
            return self._digamma(expr.args[-1])
        if name in SLOPES or isinstance(expr, sp.polygamma | AppliedUndef | sp.Derivative):
            return kf.generator(self._generator("function", expr))
        raise NotExact(name)
