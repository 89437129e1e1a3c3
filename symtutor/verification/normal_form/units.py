"""Which expressions share a kernel: the unit in which every exponent and angle of a comparison is counted."""

from __future__ import annotations

from fractions import Fraction as Q
from functools import reduce
from math import gcd, lcm
from typing import Any

import sympy as sp
from sympy import Pow

from ...written import functions
from .table import OPEN, NotExact, Table


class Units(Table):
    """Fixes units before any form is made, so that e^x and e^(x/2) are powers of one kernel."""

    def announce(self, *exprs: Any) -> None:
        """Fixes the unit of every e^m, sin m and cos m, so that e^x and e^(x/2) share a kernel."""
        nodes: dict[Any, int] = {}
        for e in exprs:
            _nested(e, nodes)
        wanted: dict[Any, list[Q]] = {}
        depth = 0
        for node, level in sorted(nodes.items(), key=lambda pair: (pair[1], sp.default_sort_key(pair[0]))):
            if level > depth:
                self._fix(wanted)
                wanted, depth = {}, level
            try:
                kind, inside = _kind(node)
                for key, q in self._pieces(self.form(inside)):
                    wanted.setdefault((kind, key), []).append(q)
            except (NotExact, *OPEN):
                continue
        self._fix(wanted)

    def _fix(self, wanted: dict[Any, list[Q]]) -> None:
        for key, qs in wanted.items():
            if key not in self._units:
                top = reduce(gcd, (abs(q.numerator) for q in qs))
                self._units[key] = Q(top, reduce(lcm, (q.denominator for q in qs)))


def _kind(node: Any) -> tuple[str, Any]:
    name = type(node).__name__
    if name in ("sin", "cos", "tan", "cot", "sec", "csc"):
        return "cos", node.args[0]
    return "exp", node.exp if isinstance(node, Pow) else node.args[0]


_PERIODIC = ("sin", "cos", "tan", "cot", "sec", "csc")
_GROWING = ("exp", "sinh", "cosh", "tanh", "coth", "sech", "csch")


def _nested(expr: Any, found: dict[Any, int]) -> int:
    """Collects the nodes whose kernels need a unit, each with how deep such nodes nest inside it."""
    known = found.get(expr)
    if known is not None:
        return known
    if type(expr) in functions.DEFINITIONS:
        return _nested(functions.DEFINITIONS[type(expr)](expr.args[0]), found)
    depth = max((_nested(a, found) for a in expr.args), default=0)
    name = type(expr).__name__
    if name in _PERIODIC or name in _GROWING or (isinstance(expr, Pow) and expr.base is sp.E):
        depth += 1
        found[expr] = depth
    return depth
