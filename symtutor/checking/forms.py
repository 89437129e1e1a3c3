"""Whether a right value has the form that was asked for."""

from __future__ import annotations

from dataclasses import dataclass

from sympy import Expr, Poly, PolynomialError, fraction

from ..derivation import Answer
from ..problems import Form, Problem, Rewrite
from ..written import Apply, Power, Product, Quotient, Sum, Written, walk


@dataclass(frozen=True)
class Missed:
    """A form tag, and a sentence that says what is missing."""

    tag: str
    sentence: str


def missed_form(problem: Problem, reading: Written, answer: Answer) -> Missed | None:
    """What the answer's form lacks; ``None`` where the question asks for no form, or the form is right."""
    if not isinstance(problem, Rewrite):
        return None
    if problem.form is Form.EXPANDED and _has_product_of_sums(reading):
        return Missed("not_expanded", "The value is right; multiply the brackets out.")
    if problem.form is Form.FACTORED and isinstance(reading, Sum) and not _irreducible(answer):
        return Missed("not_factored", "The value is right; write it as a product.")
    if problem.form is Form.CANCELLED and not _lowest_terms(answer):
        return Missed("not_lowest_terms", "The value is right; top and bottom still have a common factor.")
    if problem.form is Form.PARTIAL_FRACTIONS and not isinstance(reading, Sum):
        return Missed("not_partial_fractions", "The value is right; write it as a sum of partial fractions.")
    if problem.form is Form.SQUARE_COMPLETED and _square_to_complete(reading, answer):
        return Missed("square_not_completed", "The value is right; write it as a square plus a number.")
    if problem.form is Form.RATIONALISED and _root_below(reading) and _asks_below(problem):
        return Missed("denominator_not_rationalised", "The value is right; a root is left in the denominator.")
    return None


def _has_product_of_sums(w: Written) -> bool:
    for node in walk(w):
        if isinstance(node, Product) and any(isinstance(f, Sum) for f in node.factors):
            return True
        if isinstance(node, Power) and isinstance(node.base, Sum) and node.exponent.value().is_Integer:
            return True
    return False


def _square_to_complete(reading: Written, answer: Answer) -> bool:
    """Whether a linear term is left and no square of a sum stands in the writing."""
    squared = any(isinstance(w, Power) and isinstance(w.base, Sum) for w in walk(reading))
    if squared or not isinstance(answer, Expr) or len(answer.free_symbols) != 1:
        return False
    (x,) = answer.free_symbols
    polynomial = answer.as_poly(x)
    return polynomial is not None and bool(polynomial.nth(1) != 0)


def _irreducible(answer: Answer) -> bool:
    if not isinstance(answer, Expr):
        return True
    try:
        _, factors = Poly(answer, *sorted(answer.free_symbols, key=str)).factor_list()
    except PolynomialError:
        return True
    return len(factors) == 1 and factors[0][1] == 1


def _lowest_terms(answer: Answer) -> bool:
    if not isinstance(answer, Expr):
        return True
    top, bottom = fraction(answer)
    try:
        letters = sorted(answer.free_symbols, key=str)
        return bool(Poly(top, *letters).gcd(Poly(bottom, *letters)).is_ground)
    except PolynomialError:
        return True


def _root_below(w: Written) -> bool:
    fractions = (node for node in walk(w) if isinstance(node, Quotient))
    return any(_is_root(n) for fraction_ in fractions for n in walk(fraction_.bottom))


def _asks_below(problem: Rewrite) -> bool:
    """Whether it is the denominator that is to be freed of roots: where roots stand on top alone, it is the top."""
    return problem.typed is None or _root_below(problem.typed)


def _is_root(w: Written) -> bool:
    return isinstance(w, Apply) and w.name in ("sqrt", "cbrt", "root")
