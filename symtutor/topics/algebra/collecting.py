"""Collecting: one term for each power of a letter."""

from __future__ import annotations

from collections.abc import Iterable

from sympy import Add, Expr, Integer, Pow, Symbol

from ...derivation import Bindings, Derive, Level, Rule, Say
from ...problems import Form, Rewrite
from ...written import Sum
from .terms import LARGEST, multiplied_out, number_of_operations, power_written, product_written, split_fraction


def main_letter(problem: Rewrite) -> Symbol | None:
    """The letter the question is about: the one named, or the only one there is."""
    if problem.variable is not None:
        return problem.variable
    letters = sorted(problem.expr.free_symbols, key=lambda s: s.name)
    return letters[0] if len(letters) == 1 else None


def by_powers(expr: Expr, x: Symbol) -> dict[Expr, Expr] | None:
    """exponent → coefficient of a sum of rational powers of ``x``, highest first; ``None`` where x occurs otherwise."""
    found: dict[Expr, list[Expr]] = {}
    for term in Add.make_args(multiplied_out(expr)):
        exponent, rest = _power_of(term, x)
        if rest.has(x):
            return None
        found.setdefault(exponent, []).append(rest)
    return {e: Add(*found[e]) for e in sorted(found, reverse=True)}


def _power_of(term: Expr, x: Symbol) -> tuple[Expr, Expr]:
    _, above, below = split_fraction(term)
    exponent: Expr = sum((e for b, e in above if b == x), Integer(0)) - sum((e for b, e in below if b == x), Integer(0))
    return exponent, term / Pow(x, exponent)


def collected(expr: Expr, x: Symbol) -> Expr | None:
    """The sum with one term for each power of ``x``."""
    powers = by_powers(expr, x)
    return None if powers is None else Add(*(c * x**e for e, c in powers.items()))


class CollectPowers(Rule[Rewrite]):
    """Gather the terms with the same power of a letter."""

    solves = Rewrite
    statement = r"ax^k+bx^k = (a+b)x^k"
    reference = "Stewart, Precalculus 7e, §1.3"
    because = "Seen as a sum of powers of {x}; everything else counts as coefficient."
    hint = "Which terms have the same power of {x}?"
    block_from = Level.STANDARD
    known_as = ("collecting like terms",)
    examples = ("collect a x + b x + x^2 in x -> x^2 + (a+b) x",)
    counterexamples = ("collect a x + b in x",)

    def match(self, problem: Rewrite) -> Iterable[Bindings]:
        """A sum of powers of the letter in which some power occurs twice, or that is not multiplied out."""
        x = main_letter(problem)
        if problem.form is not Form.COLLECTED or x is None or number_of_operations(problem.expr) > LARGEST:
            return
        result = collected(problem.expr, x)
        if result is not None and result != problem.expr:
            yield {"x": x}

    def derive(self, problem: Rewrite, x: Symbol) -> Derive:
        """Multiply out, then gather."""
        opened = multiplied_out(problem.expr)
        if opened != problem.expr:
            yield Say(opened)
        powers = by_powers(problem.expr, x)
        assert powers is not None  # match has seen it
        terms = [product_written([c, *([power_written(x, e)] if e != 0 else [])]) for e, c in powers.items()]
        return Sum(tuple(terms)) if len(terms) > 1 else terms[0]
