"""Linear equations: the unknown on one side, everything else on the other."""

from __future__ import annotations

from collections.abc import Iterable

from sympy import Add, Expr, Symbol
from sympy.core.relational import Ne

from ...derivation import Assume, Bindings, Derive, Level, Rule, Say
from ...problems import SolveLinear
from ...written import Relation, write
from .terms import multiplied_out, product_written


def linear_parts(left: Expr, right: Expr, x: Expr) -> tuple[Expr, Expr] | None:
    """(a, b) such that left = right says a·x = b, a and b without x; ``None`` where x does not occur so."""
    a: list[Expr] = []
    b: list[Expr] = []
    for side, sign in ((left, 1), (right, -1)):
        for t in Add.make_args(multiplied_out(side)):
            if not t.has(x):
                b.append(-sign * t)
                continue
            coefficient = t / x
            if coefficient.has(x):
                return None
            a.append(sign * coefficient)
    total = Add(*a)
    return None if total == 0 else (total, Add(*b))


class IsolateUnknown(Rule[SolveLinear]):
    """Bring the unknown to one side, and divide by its coefficient."""

    solves = SolveLinear
    statement = r"ax+b = cx+d \iff (a-c)x = d-b \iff x = \frac{d-b}{a-c}"
    reference = "Stewart, Precalculus 7e, §1.5"
    because = (
        "{x} occurs to the first power only: its terms go to one side, all else to the other, and then its "
        "coefficient is {a}."
    )
    hint = "Bring every term with {x} to the left, and everything else to the right."
    block_from = Level.STANDARD
    known_as = ("isolating the unknown",)
    examples = ("x^2 + y^2 = 25, find dy/dx -> -x/y",)
    counterexamples = ("solve x^2 = 1 for x",)

    def match(self, problem: SolveLinear) -> Iterable[Bindings]:
        """An equation of the first degree in the unknown."""
        parts = linear_parts(problem.equation.lhs, problem.equation.rhs, problem.variable)
        if parts is not None:
            yield {"x": problem.variable, "a": parts[0]}

    def derive(self, problem: SolveLinear, x: Symbol, a: Expr) -> Derive:
        """a·x = b, with a assumed not zero unless that is certain."""
        parts = linear_parts(problem.equation.lhs, problem.equation.rhs, x)
        assert parts is not None  # match has seen it
        _, b = parts
        yield Say(Relation(("=",), (product_written([a, x]), write(b))), "⇔")
        if not a.is_nonzero:
            yield Assume(Ne(a, 0))
        return write(b / a)
