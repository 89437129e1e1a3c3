"""How a line of the derivative table is written down: a function of the bare variable and its derivative."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sympy import Basic, Expr, Heaviside
from sympy.logic.boolalg import Boolean

from ...derivation import Bindings, Row
from ...problems import Differentiate

TABLE = "Abramowitz and Stegun, Handbook of Mathematical Functions"


def argument(expr: Expr) -> Expr | None:
    """The argument of a function of one argument.  SymPy's Heaviside carries its value at 0 as a second one."""
    return expr.args[0] if len(expr.args) == 1 or isinstance(expr, Heaviside) else None


def applied_to_variable(function: Any) -> Callable[[Differentiate], Bindings | None]:
    """A pattern that sees ``function`` of the bare variable, as sin(x) and not sin(2x)."""

    def pattern(problem: Differentiate) -> Bindings | None:
        expr: Expr = problem.expr
        return {"x": problem.variable} if expr.func == function and argument(expr) == problem.variable else None

    return pattern


def line(
    name: str,
    function: Any,
    tex: tuple[str, str],
    result: Callable[[Any], Basic],
    typed: tuple[str, str],
    condition: Callable[[Any], Boolean] | None = None,
    because: str = "",
    reference: str = "Stewart, Calculus 8e, reference page 5",
) -> Row:
    """A row for a named function.  ``tex`` and ``typed`` are (function, derivative), in LaTeX and as a person types.

    ``condition`` is what must hold beyond the domain of the function itself.
    """
    (f, df), (question, answer) = tex, typed
    bare = question.split(" (")[0]
    return Row(
        name=f"{name}Derivative",
        title=f"Derivative of {_title(name)}",
        statement=rf"\frac{{\mathrm{{d}}}}{{\mathrm{{d}}x}}\,{f} = {df}",
        pattern=applied_to_variable(function),
        result=result,
        condition=condition,
        reference=reference,
        because=because or "The argument is {x} alone, so the derivative is read off the table.",
        examples=(f"d/dx {question} -> {answer}",),
        counterexamples=(f"d/dx {bare.replace('(x)', '(x^2)')}",) if "(x)" in bare else (),
    )


def _title(name: str) -> str:
    """InverseSine → the inverse sine."""
    words = "".join(f" {c.lower()}" if c.isupper() and i else c for i, c in enumerate(name))
    return "the " + words[0].lower() + words[1:]
