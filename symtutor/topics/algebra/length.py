"""The measure by which forms are compared: how many signs a reader reads.

Counted as the expression is printed: a letter or a whole number is 1, a fraction of numbers 3; a sign between two
terms 1, and so a minus in front; a fraction bar 1; a pair of brackets around a sum that is a factor or a base 1; a
raised whole number 1, any other exponent its own length plus 1; a square root 1; a function its name 1, its argument,
and 1 more where the argument is a sum; an exponential 2 and its exponent.  A power of a function counts one more, so
that σ(1 − σ) and σ − σ² weigh the same and neither is turned into the other.
"""

from __future__ import annotations

from sympy import Add, Expr, Function, Integer, Mul, Pow, Rational, exp

from .terms import split_fraction


def length(expr: Expr) -> int:
    """How many signs a reader reads in ``expr``."""
    if isinstance(expr, Add):
        # A minus belongs to its term; a plus stands before every other term but one.
        plus = sum(not is_negative(t) for t in expr.args)
        return sum(length(t) for t in expr.args) + max(plus - 1, 0)
    if isinstance(expr, Rational):
        return (1 if expr.q == 1 else 3) + (1 if expr < 0 else 0)
    if isinstance(expr, (Mul, Pow)):
        return _length_of_product(expr)
    if isinstance(expr, exp):
        return 2 + length(expr.args[0])
    if expr.args:
        inner = sum(length(a) for a in expr.args if isinstance(a, Expr))
        return 1 + inner + (1 if any(isinstance(a, Add) for a in expr.args) else 0)
    return 1


def is_negative(term: Expr) -> bool:
    """Whether a term brings its own minus, which stands in the place of the plus."""
    return bool(term.as_coeff_Mul()[0].is_negative)


def _length_of_product(expr: Expr) -> int:
    number, top, bottom = split_fraction(expr)
    total = 1 if number.is_negative else 0
    above = [] if abs(number.p) == 1 else [Integer(abs(number.p))]
    below = [] if number.q == 1 else [Integer(number.q)]
    above += [_power(b, e) for b, e in top]
    below += [_power(b, e) for b, e in bottom]
    total += _length_of_row(above)
    if below:
        total += 1 + _length_of_row(below)
    return total


def _power(base: Expr, exponent: Expr) -> Expr:
    return base if exponent == 1 else Pow(base, exponent, evaluate=False)


def _length_of_row(factors: list[Expr]) -> int:
    """Factors side by side.  A sum standing alone over or under a bar needs no brackets."""
    if not factors:
        return 1
    alone = len(factors) == 1
    return sum(_length_of_factor(f, alone) for f in factors)


def _length_of_factor(factor: Expr, alone: bool) -> int:
    if isinstance(factor, Add):
        return length(factor) + (0 if alone else 1)
    if not isinstance(factor, Pow):
        return length(factor)
    base, exponent = factor.args
    if exponent == Rational(1, 2):
        return 1 + length(base)
    bracket = 1 if isinstance(base, (Add, Mul, Function)) else 0
    raised = 1 if isinstance(exponent, Integer) else 1 + length(exponent)
    return length(base) + bracket + raised
