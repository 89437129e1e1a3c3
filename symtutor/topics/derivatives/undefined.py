"""Expressions that are no real function: arccos 2, the square root of −1 − x²."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sympy import Expr, I, Pow, log

from ...derivation import AnyRule, Bindings, Derive, Phase, Rule
from ...problems import Differentiate, NoValue


class NowhereReal(Rule[Differentiate]):
    """A part that is no real number for any value of the variable leaves nothing to differentiate."""

    solves, phase = Differentiate, Phase.TABLE
    title = "Not a real function"
    statement = r"\operatorname{dom} f = \emptyset"
    reference = "Spivak, Calculus 4e, ch. 3 (the domain of a function)"
    because = "{part} is not a real number, so the expression has no graph and no slope."
    hint = "For which values of the variable is {part} a real number?"
    examples = ("d/dx sqrt(x + arccos(2)) -> does not exist",)
    counterexamples = ("d/dx arccos(x)",)

    def match(self, problem: Differentiate) -> Iterable[Bindings]:
        """A constant, root or logarithm known not to be real, or an imaginary unit that SymPy has brought out."""
        for part in _doubtful(problem.expr):
            if part == I or part.is_real is False:
                yield {"part": part}
                return

    def derive(self, problem: Differentiate, part: Expr) -> Derive:
        """There is no derivative."""
        yield from ()
        return NoValue("does not exist", "part of the expression is not a real number")


def _doubtful(expr: Expr) -> Iterator[Expr]:
    """The largest parts without letters that are more than a rational number, even roots and logarithms."""
    if expr.is_Rational or expr.is_Symbol or not isinstance(expr, Expr):
        return
    if expr.is_number:
        yield expr
        return
    if isinstance(expr, log) or (isinstance(expr, Pow) and expr.exp.is_Rational and expr.exp.q % 2 == 0):
        yield expr
    for argument in expr.args:
        yield from _doubtful(argument)


RULES: tuple[AnyRule, ...] = (NowhereReal(),)
