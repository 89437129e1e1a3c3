"""Sums seen as terms, terms as factors, products as fractions: the shapes that the techniques look at."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sympy import (
    Add,
    Expr,
    GeneratorsNeeded,
    Integer,
    Mul,
    Poly,
    PolynomialError,
    Pow,
    Rational,
    Symbol,
    binomial,
    expand,
    gcd,
)

from ...written import Leaf, Minus, Power, Product, Quotient, Sum, Written, write

Powers = tuple[tuple[Expr, Expr], ...]

# Above this many operations the techniques of this topic leave an expression alone.
LARGEST = 400
# Polynomials of higher degree, and roots among larger coefficients, are not looked for.
HIGHEST_DEGREE = 60
# Polynomials of several letters and a higher degree are not factored to the end.
HIGHEST_JOINT_DEGREE = 12
# What multiplying out may make.
MOST_TERMS = 400
LARGEST_COEFFICIENT = 10**12


def split_fraction(expr: Expr) -> tuple[Rational, Powers, Powers]:
    """(number, above, below): a product as a number times powers over powers; the exponents below are positive.

    Only rational exponents are moved below the bar: e^(−x) stays above.
    """
    number = Integer(1)
    above: list[tuple[Expr, Expr]] = []
    below: list[tuple[Expr, Expr]] = []
    for f in Mul.make_args(expr):
        if isinstance(f, Rational):
            number = number * f
        elif isinstance(f, Pow) and isinstance(f.exp, Rational):
            (above if f.exp > 0 else below).append((f.base, abs(f.exp)))
        else:
            above.append((f, Integer(1)))
    return number, tuple(above), tuple(below)


def product_of(powers: Iterable[tuple[Expr, Expr]]) -> Expr:
    """The product of powers given as (base, exponent)."""
    return Mul(*(b**e for b, e in powers))


def top_and_bottom(expr: Expr) -> tuple[Expr, Expr]:
    """A product as one fraction.  ``bottom`` is 1 for a sum, whatever its terms are."""
    number, above, below = split_fraction(expr)
    return number.p * product_of(above), number.q * product_of(below)


def is_fraction(expr: Expr) -> bool:
    """Whether something other than a number stands under a bar."""
    return bool(split_fraction(expr)[2])


def factors_of(term: Expr) -> tuple[Rational, dict[Expr, Expr]]:
    """A term as (number, base → exponent) with signed rational exponents, in the order of its factors."""
    number, above, below = split_fraction(term)
    found: dict[Expr, Expr] = {}
    for b, e in above:
        found[b] = found.get(b, Integer(0)) + e
    for b, e in below:
        found[b] = found.get(b, Integer(0)) - e
    return number, found


def common_factor(terms: tuple[Expr, ...]) -> tuple[Rational, Powers]:
    """What every term of a sum has in common: the greatest number, and each base to its lowest power.

    A base that some term has under the bar is common to the lowest (negative) power, so that taking it out
    puts the sum over one bar: x^(−1/2) + x^(1/2) = x^(−1/2) (1 + x).
    """
    split = [factors_of(t) for t in terms]
    top, bottom = Integer(0), Integer(1)
    for number, _ in split:
        top = gcd(top, Integer(abs(number.p)))
        bottom = bottom * number.q / gcd(bottom, Integer(number.q))
    bases = dict.fromkeys(b for _, powers in split for b in powers)
    lowest = ((b, min(powers.get(b, Integer(0)) for _, powers in split)) for b in bases)
    return Rational(top, bottom), tuple((b, e) for b, e in lowest if e != 0)


def count_of_terms(expr: Expr) -> int:
    """How many products multiplying out makes at most."""
    if isinstance(expr, Add):
        return sum(count_of_terms(t) for t in expr.args)
    if isinstance(expr, Mul):
        total = 1
        for f in expr.args:
            total *= count_of_terms(f)
        return min(total, MOST_TERMS + 1)
    if isinstance(expr, Pow) and isinstance(expr.exp, Integer) and expr.exp > 0:
        inner = count_of_terms(expr.base)
        if inner == 1:
            return 1
        if expr.exp > MOST_TERMS:
            return MOST_TERMS + 1
        return min(int(binomial(inner + expr.exp - 1, expr.exp)), MOST_TERMS + 1)
    return 1


def is_bounded_polynomial(expr: Expr, x: Expr) -> bool:
    """Whether ``expr`` is a polynomial in ``x`` that is small enough to be multiplied out."""
    return count_of_terms(expr) <= MOST_TERMS and bool(expr.is_polynomial(x))


def multiplied_out(expr: Expr) -> Expr:
    """``expr`` with every product of sums multiplied out.  The arguments of functions and what stands under a bar
    are left alone, as a student leaves them; and so is what would make more than ``MOST_TERMS`` terms."""
    if count_of_terms(expr) > MOST_TERMS:
        return expr
    kernels: dict[Expr, Symbol] = {}
    bare = _without_kernels(expr, kernels)
    opened = expand(
        bare, deep=True, mul=True, multinomial=True, power_base=False, power_exp=False, log=False, basic=False
    )
    return opened.xreplace({letter: kernel for kernel, letter in kernels.items()})


def _without_kernels(expr: Expr, kernels: dict[Expr, Symbol]) -> Expr:
    if not expr.args or isinstance(expr, Rational):
        return expr
    if isinstance(expr, (Add, Mul)):
        return expr.func(*(_without_kernels(a, kernels) for a in expr.args))
    if isinstance(expr, Pow) and isinstance(expr.exp, Integer) and expr.exp > 0:
        return Pow(_without_kernels(expr.base, kernels), expr.exp)
    if expr not in kernels:
        kernels[expr] = Symbol(f"_k{len(kernels)}", real=True)
    return kernels[expr]


def number_of_operations(expr: Expr) -> int:
    """The size of an expression: how many nodes its tree has."""
    return 1 + sum(number_of_operations(a) for a in expr.args if isinstance(a, Expr))


def too_high(expr: Expr) -> bool:
    """Whether some sum in ``expr`` has a power above ``HIGHEST_DEGREE`` in it."""
    if isinstance(expr, Add):
        return any(isinstance(p.exp, Integer) and abs(p.exp) > HIGHEST_DEGREE for p in expr.atoms(Pow))
    return any(too_high(a) for a in expr.args if isinstance(a, Expr))


def polynomial(expr: Expr, *letters: Expr) -> Poly | None:
    """``expr`` as a polynomial with rational coefficients, in ``letters`` or in whatever it is made of; else ``None``.

    What it is made of may be sin x or eˣ: they count as letters.  Roots and fractions do not make a polynomial, unless
    they are letters themselves.
    """
    if not isinstance(expr, Expr) or count_of_terms(expr) > MOST_TERMS or too_high(expr):
        return None
    try:
        poly = Poly(expr, *letters)
    except (PolynomialError, GeneratorsNeeded):
        return None
    if not (poly.domain.is_ZZ or poly.domain.is_QQ) or poly.total_degree() > HIGHEST_DEGREE:
        return None
    # e^(2x + 2) comes apart into e² and e^(2x): what a number is made of is no letter.
    if any(g.is_number for g in poly.gens):
        return None
    # A letter such as 1/x, or x beside √x, would hide how the letters depend on one another.
    if any(isinstance(g, Pow) for g in poly.gens) and not letters:
        return None
    return poly


def soon_factored(poly: Poly) -> bool:
    """Whether all factors are found in moments: of one letter, or of several and no high degree."""
    return len(poly.gens) == 1 or (len(poly.gens) < 8 and poly.total_degree() <= HIGHEST_JOINT_DEGREE)


def irreducible_factors(poly: Poly) -> tuple[Rational, list[tuple[Expr, int]]]:
    """(number, ((factor, multiplicity), …)) over the rational numbers.

    What is of high degree in several letters comes apart into powers of its letters and parts without a square only:
    to find all its factors could take minutes.
    """
    if soon_factored(poly):
        number, found = poly.factor_list()
    else:
        powers, rest = poly.terms_gcd()
        number, found = rest.sqf_list()
        found = [*((Poly(g, *poly.gens), n) for g, n in zip(poly.gens, powers) if n), *found]
    return Rational(number), [(f.as_expr(), int(n)) for f, n in found]


def times(number: Any, rest: Expr) -> Written:
    """A number times a sum, written as a product: SymPy would multiply it out again."""
    if number == 1:
        return write(rest)
    if isinstance(rest, Add):
        return Leaf(Mul(number, rest, evaluate=False))
    return write(number * rest)


def fraction(top: Expr, bottom: Expr) -> Written:
    """top/bottom as one fraction, also where the bottom is a number and SymPy would split it over the terms."""
    if isinstance(bottom, Rational) and isinstance(top, Add) and abs(bottom) != 1:
        return Leaf(Mul(1 / bottom, top, evaluate=False))
    return write(top / bottom)


def product_written(factors: Iterable[Any]) -> Written:
    """Factors side by side, without units; a minus one goes in front."""
    kept: list[Written] = []
    negative = False
    for f in factors:
        w = write(f)
        if w == Leaf(Integer(1)):
            continue
        if w == Leaf(Integer(-1)):
            negative = not negative
            continue
        kept.append(w)
    whole = Leaf(Integer(1)) if not kept else kept[0] if len(kept) == 1 else Product(tuple(kept))
    return Minus(whole) if negative else whole


def sum_written(terms: Iterable[Any]) -> Written:
    """Terms one after the other; a negative term is subtracted."""
    kept = [_signed(t) for t in terms]
    return kept[0] if len(kept) == 1 else Sum(tuple(kept))


def _signed(term: Any) -> Written:
    if isinstance(term, Expr) and term.as_coeff_Mul()[0].is_negative:
        return Minus(write(-term))
    return write(term)


def power_written(base: Any, exponent: Any) -> Written:
    """base^exponent, without an exponent of 1."""
    return write(base) if exponent == 1 else Power(write(base), write(exponent))


def quotient_written(top: Any, bottom: Any) -> Written:
    """top over bottom, without a bottom of 1."""
    return write(top) if bottom == 1 else Quotient(write(top), write(bottom))


def ordered_terms(expr: Expr) -> list[Expr]:
    """The terms in the order in which they are printed."""
    return list(expr.as_ordered_terms())
