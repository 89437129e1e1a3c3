"""Partial derivatives: one letter moves, the others are held as constants."""

from __future__ import annotations

from collections.abc import Iterable

from sympy import Expr, Tuple

from ...derivation import AnyRule, Bindings, Derive, Phase, Rule
from ...problems import Differentiate, PartialDerivatives
from ...written import Listing


class OneLetterAtATime(Rule[PartialDerivatives]):
    """Each partial derivative is an ordinary derivative in one letter, the others held constant."""

    solves, phase = PartialDerivatives, Phase.COMMIT
    title = "One letter at a time"
    statement = (
        r"\frac{\partial f}{\partial x_i}(x) = \lim_{h\to 0}"
        r"\frac{f(x_1,\dots,x_i+h,\dots,x_n)-f(x_1,\dots,x_n)}{h}"
    )
    reference = "Stewart, Calculus 8e, §14.3"
    because = (
        "A partial derivative lets one of {letters} move and holds the others: they count as constants, and {f} is "
        "differentiated as a function of that one letter."
    )
    hint = "Differentiate {f} by the first letter of {letters} as if the others were numbers."
    known_as = ("holding the others constant",)
    examples = (
        "partial derivatives of x^2 y + e^(x y) -> (2 x y + y e^(x y), x^2 + x e^(x y))",
        "partial derivatives of x^2 + y^2 -> (2 x, 2 y)",
        "partial derivatives of x y z -> (y z, x z, x y)",
    )

    def match(self, problem: PartialDerivatives) -> Iterable[Bindings]:
        """At least one letter."""
        if problem.variables:
            yield {"f": problem.expr, "letters": Tuple(*problem.variables)}

    def derive(self, problem: PartialDerivatives, f: Expr, letters: Tuple) -> Derive:
        """One question for each letter, side by side."""
        slopes = yield tuple(Differentiate(f, x, partial=True, tidied=True) for x in letters)
        return Listing(slopes)


RULES: tuple[AnyRule, ...] = (OneLetterAtATime(),)
