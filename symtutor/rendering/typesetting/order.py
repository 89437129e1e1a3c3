"""Textbook order: of the terms of a sum and the factors of a product.

Terms: by falling degree in the variables, the constant last; turned round where that would begin with a minus sign and
the other end does not (1 − x², cos x − x sin x); a lone positive constant beside a transcendental term first (1 + ln x,
1 + eˣ).  Factors: number, constants, letters, polynomials in brackets, roots, exponentials, other sums in brackets,
functions: nothing that a function written without brackets could swallow stands after it.
"""

from __future__ import annotations

from typing import Any

from sympy import Abs, Add, I, Mul, Piecewise, Pow, Rational, Symbol, exp, factorial, log, pi
from sympy.core.function import Function
from sympy.functions.elementary.hyperbolic import HyperbolicFunction, InverseHyperbolicFunction
from sympy.functions.elementary.trigonometric import InverseTrigonometricFunction, TrigonometricFunction

# Letters that by habit stand for constants beside x, y, z, t.
PARAMETERS = frozenset("abcdklmnpqrABCDEFGHKLMNPQRS") | {"alpha", "beta", "gamma", "delta", "lambda", "mu", "omega"}
INCREMENTS = frozenset({"h"})
SYMBOLIC_DEGREE = 1000  # a symbolic exponent stands before every number
# Functions written without brackets, sin x, which so stand last; σ(x), |x| and f(x) close themselves.
BARE = (TrigonometricFunction, InverseTrigonometricFunction, HyperbolicFunction, InverseHyperbolicFunction)
# sec x tan x and csc x cot x, as their derivatives are printed.
TRIGONOMETRIC = {
    name: place
    for place, name in enumerate(
        ("sin", "cos", "sec", "tan", "csc", "cot", "sinh", "cosh", "sech", "tanh", "csch", "coth"),
    )
}
UNRANKED = len(TRIGONOMETRIC)


def variables_among(symbols: Any) -> frozenset[Any]:
    """The letters in which degree is counted: those that are no parameters by habit, or all."""
    main = frozenset(s for s in symbols if s.name not in PARAMETERS and not s.is_integer)
    # a + h: an increment alone is no variable.
    return main if main and any(s.name not in INCREMENTS for s in main) else frozenset(symbols)


def _place(symbol: Any) -> tuple[int, str]:
    """x, y, z before other letters, an increment h after them."""
    return (0 if symbol.name in ("x", "y", "z") else 2 if symbol.name in INCREMENTS else 1, symbol.name)


def ordered_terms(sum_: Any) -> tuple[Any, ...]:
    """The terms of an ``Add`` as a textbook prints them."""
    symbols = sum_.free_symbols
    if not symbols:
        return _numbers(sum_.args)
    main = variables_among(symbols)
    names = sorted(main, key=_place)
    described = [(_describe(t, main, names), t) for t in sum_.args]
    if len(described) == 2:
        for constant, other in (described, described[::-1]):
            positive = not _is_negative(constant[1]) or _is_family(other[1], sum_)
            if not constant[1].free_symbols and positive and _leads(other, sum_):
                return (constant[1], other[1])
    if len({key for key, _ in described}) < len(described):
        described = [((*key, t.sort_key()), t) for key, t in described]
    described.sort(key=lambda pair: pair[0])
    terms = tuple(t for _, t in described)
    if _is_negative(terms[0]) and not _is_negative(terms[-1]):
        return terms[::-1]
    return terms


def _leads(described: tuple[Any, Any], sum_: Any) -> bool:
    """Whether a constant goes before this one other term: 1 + ln x, π/6 + 2kπ."""
    key, term = described
    transcendental = key[0] == 0 and key[1] == 0 and bool(term.has(Function))
    return transcendental or _is_family(term, sum_)


def _is_family(term: Any, sum_: Any) -> bool:
    """Whether the term runs over whole periods: the 2kπ of −π/2 + 2kπ."""
    return bool(sum_.has(pi) and term.free_symbols and all(s.is_integer for s in term.free_symbols))


def _numbers(terms: tuple[Any, ...]) -> tuple[Any, ...]:
    """A sum of numbers: the rational part first, the imaginary last; no leading minus where one can be had without."""
    placed = sorted(terms, key=lambda t: (bool(t.has(I)), not t.is_Rational, t.sort_key()))
    if _is_negative(placed[0]) and not placed[-1].has(I):
        positive = [t for t in placed if not _is_negative(t)]
        return (*positive, *(t for t in placed if _is_negative(t)))
    return tuple(placed)


def _is_negative(term: Any) -> bool:
    return bool(term.as_coeff_Mul()[0].is_negative)


def _describe(term: Any, main: frozenset[Any], names: list[Any]) -> tuple[Any, ...]:
    """A key that puts higher degree first, then x² before xy before y², then exponentials, logarithms, functions."""
    powers: dict[Any, Any] = {}
    functions: list[tuple[Any, ...]] = []
    parameters: list[str] = []
    for f in Mul.make_args(term):
        if f.is_Number:
            continue
        base, exponent = (f.base, f.exp) if isinstance(f, Pow) else (f, 1)
        if base in main:
            powers[base] = powers.get(base, 0) + _degree(exponent)
        elif f.free_symbols & main:
            functions.append(_function_key(base, exponent))
        else:
            parameters.append(base.name if isinstance(base, Symbol) else "~")
    degree = sum(powers.values())
    monomial = tuple(-powers.get(s, 0) for s in names)
    return (-degree, 0 if functions else 1, monomial, tuple(sorted(functions)), tuple(sorted(parameters)))


def _degree(exponent: Any) -> float:
    if isinstance(exponent, int):
        return exponent
    if exponent.is_Rational:
        return float(exponent)
    constant, _ = exponent.as_coeff_Add()
    return SYMBOLIC_DEGREE + float(constant) if constant.is_Rational else SYMBOLIC_DEGREE


def _function_key(base: Any, exponent: Any) -> tuple[Any, ...]:
    size = -_degree(exponent)
    if isinstance(base, exp):
        # e²ˣ before eˣ: by the falling number before the exponent.
        number = base.args[0].as_coeff_Mul()[0]
        return (0, -float(number) if number.is_Rational else 0.0, 0, "exp")
    if isinstance(base, log):
        return (1, size, 0, "ln")
    if isinstance(base, Function):
        name = type(base).__name__
        return (2, size, TRIGONOMETRIC.get(name, UNRANKED), name)
    return (3, size, 0, type(base).__name__)


def ordered_factors(factors: list[Any]) -> list[Any]:
    """Factors of a product without its number and its denominator, as a textbook prints them."""
    with_pi = pi in factors
    keys = [_rank(f, with_pi) for f in factors]
    if len(set(keys)) < len(keys):
        return [f for _, _, f in sorted(((k, f.sort_key(), f) for k, f in zip(keys, factors)), key=lambda t: t[:2])]
    return [f for _, f in sorted(zip(keys, factors), key=lambda t: t[0])]


def _counts(exponent: Any) -> bool:
    """Whether an exponent is made of integer letters, as in a formula for every n."""
    return bool(exponent.free_symbols) and all(s.is_integer for s in exponent.free_symbols)


def _rank(f: Any, with_pi: bool) -> tuple[int, int, str]:
    base, exponent = (f.base, f.exp) if isinstance(f, Pow) and not isinstance(f, exp) else (f, None)
    if isinstance(base, Symbol):
        if exponent == Rational(1, 2) or exponent == Rational(1, 3):
            return (8, 0, base.name)
        if exponent is not None and base in exponent.free_symbols:
            return (9, 0, "")
        if with_pi and base.is_integer and exponent is None:
            return (2, 0, base.name)
        if exponent is not None and any(not s.is_integer and s.name not in PARAMETERS for s in exponent.free_symbols):
            return (6, 2, base.name)  # y xʸ⁻¹
        # ωt, kt: time stands behind what it is multiplied by.
        return (5 if base.name in PARAMETERS else 6, int(base.name in INCREMENTS or base.name == "t"), base.name)
    if not f.free_symbols and not isinstance(base, Function):
        return (4, 0, "") if f is I else (3, 0, "") if not isinstance(f, Pow) and not f.args else (1, 0, "")
    if base.is_number and exponent is not None and _counts(exponent):
        return (1, 1, "")  # (−1)ⁿ n!: the sign before what it goes with
    if isinstance(f, exp) or (exponent is not None and not exponent.is_number):
        return (9, 0, "")
    if isinstance(base, factorial):
        return (5, 1, "")
    if isinstance(base, Add):
        if exponent is not None and not exponent.is_Integer:
            return (8, 1, "")
        return (10, 1, "") if base.has(Function) else (7, 0, "")
    if isinstance(base, Piecewise):
        return (14, 0, "")  # a table of cases ends the line it stands in
    if isinstance(base, Abs):
        return (7, 1, "")  # before a root, as a polynomial in brackets would be
    if isinstance(base, Function):
        if isinstance(base, log):
            # After sin x and cos x: sin x ln x.
            return (12, UNRANKED + 1, "")
        name = type(base).__name__
        return (12, TRIGONOMETRIC.get(name, UNRANKED), name) if isinstance(base, BARE) else (10, 0, name)
    return (13, 0, "")
