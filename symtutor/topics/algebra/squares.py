"""Completing the square."""

from __future__ import annotations

from collections.abc import Iterable

from sympy import Expr, Poly, Symbol
from sympy.core.relational import Ne

from ...derivation import Assume, Bindings, Derive, Level, Rule, Say
from ...problems import Form, Rewrite
from ...written import Power, Sum, Written, write
from .collecting import main_letter
from .terms import LARGEST, is_bounded_polynomial, number_of_operations, product_written, sum_written


def coefficients(expr: Expr, x: Symbol) -> tuple[Expr, Expr, Expr] | None:
    """(a, b, c) of a x² + b x + c, with a not zero as written; ``None`` where the degree in x is not 2."""
    if not is_bounded_polynomial(expr, x) or not expr.has(x):
        return None
    poly = Poly(expr, x)
    if poly.degree() != 2:
        return None
    a, b, c = poly.all_coeffs()
    return a, b, c


def completed(a: Expr, b: Expr, c: Expr, x: Symbol) -> Expr:
    """a (x + b/2a)² + c − b²/4a."""
    return a * (x + b / (2 * a)) ** 2 + (c - b**2 / (4 * a))


def is_completed(problem: Rewrite) -> bool:
    """Whether the letter occurs only in one square."""
    x = main_letter(problem)
    found = None if x is None else coefficients(problem.expr, x)
    return x is not None and found is not None and problem.expr == completed(*found, x)


class CompleteTheSquare(Rule[Rewrite]):
    """Add and take away the square of half the coefficient."""

    solves = Rewrite
    statement = r"ax^2+bx+c = a\left(x+\frac{b}{2a}\right)^2+c-\frac{b^2}{4a}"
    reference = "Stewart, Precalculus 7e, §1.5"
    because = (
        "Half of the coefficient of {x} is {half}; its square, added and taken away, makes one square with {x} in it."
    )
    hint = "What is half of the coefficient of {x}, squared?"
    block_from = Level.STANDARD
    known_as = ("completing the square",)
    examples = ("complete the square in x^2+4x+1 -> (x+2)^2 - 3", "complete the square in 2x^2+4x+5 -> 2(x+1)^2 + 3")
    counterexamples = ("complete the square in x^2 + 1",)

    def match(self, problem: Rewrite) -> Iterable[Bindings]:
        """A quadratic in the letter with a linear term."""
        x = main_letter(problem)
        if problem.form is not Form.SQUARE_COMPLETED or x is None or number_of_operations(problem.expr) > LARGEST:
            return
        found = coefficients(problem.expr, x)
        if found is not None and found[1] != 0 and not is_completed(problem):
            yield {"x": x, "half": found[1] / (2 * found[0])}

    def derive(self, problem: Rewrite, x: Symbol, half: Expr) -> Derive:
        """Take the first coefficient out, complete inside, and put the rest together."""
        found = coefficients(problem.expr, x)
        assert found is not None  # match has seen it
        a, b, c = found
        if not a.is_nonzero:
            yield Assume(Ne(a, 0))
        inside = sum_written([x**2, b / a * x])
        if a != 1:
            yield Say(sum_written([product_written([a, inside]), c]))
        square = Power(write(-half if half.is_negative else half), write(2))
        added = Sum((write(x**2), *_signed(b / a * x), square, -square))
        yield Say(sum_written([product_written([a, added]), *([c] if c != 0 else [])]))
        return completed(a, b, c, x)


def _signed(term: Expr) -> tuple[Written, ...]:
    return (-write(-term),) if term.as_coeff_Mul()[0].is_negative else (write(term),)
