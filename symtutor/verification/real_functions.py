"""The functions evaluated in jets: each by its own algorithm, as a quotient, from its slope, or read through others."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy as sp
from sympy import Piecewise
from sympy.core.relational import Ne

from .jet_arithmetic import Jet
from .numbers import NoValueHere
from .places import Evaluator, Place


def _quotient(top: str, bottom: str) -> Callable[[Evaluator], Evaluator]:
    def build(u: Evaluator) -> Evaluator:
        def evaluate(place: Place) -> Jet:
            inside = u(place)
            if len(inside) == 1 and place.numbers.name == "ball arithmetic" and bottom == "cos" and top == "sin":
                return [place.numbers.apply("tan", inside[0])]
            if bottom in ("cos", "sin"):
                s, c = place.sine_and_cosine(inside)
            else:
                s, c = place.hyperbolic(inside)
            below = c if bottom in ("cos", "cosh") else s
            above = {"sin": s, "cos": c, "sinh": s, "cosh": c}.get(top, [place.one])
            return place.divide(above, below)

        return evaluate

    return build


def _hyperbolic_tangent(u: Evaluator) -> Evaluator:
    def evaluate(place: Place) -> Jet:
        inside = u(place)
        t: Jet = [place.numbers.apply("tanh", inside[0])]
        if len(inside) > 1:
            # t′ = (1 − t²) u′, which stays accurate where sinh/cosh would be a quotient of huge numbers.
            for k in range(1, place.order + 1):
                square = place.multiply(t, t) if len(t) > 1 else [t[0] * t[0]]
                slope = place.subtract([place.one], square)
                terms = [
                    inside[j] * slope[k - j] * j for j in range(1, min(k, len(inside) - 1) + 1) if k - j < len(slope)
                ]
                total = place.zero
                for term in terms:
                    total = total + term
                t.append(total / k)
        return t

    return evaluate


def _by_slope(name: str, slope: Callable[[Place, Jet], Jet], pole: bool = False) -> Callable[[Evaluator], Evaluator]:
    def build(u: Evaluator) -> Evaluator:
        def evaluate(place: Place) -> Jet:
            inside = u(place)
            if pole and place.numbers.sign(inside[0]) == 0:
                raise NoValueHere(f"{name} at zero")
            if name in ("Ci", "li") and place.numbers.sign(inside[0]) < 0:
                raise NoValueHere(f"{name} of a negative number")
            value = place.numbers.apply(name, inside[0])
            return place.from_slope(value, inside, lambda: slope(place, inside))

        return evaluate

    return build


def _gaussian(factor: int) -> Callable[[Place, Jet], Jet]:
    def slope(place: Place, u: Jet) -> Jet:
        root = place.rational_power([place.numbers.constant("pi")], 1, 2)
        bell = place.exp(place.negative(place.multiply(u, u)))
        return place.divide(place.multiply(place.fraction(factor), bell), root)

    return slope


def _sign(u: Evaluator) -> Evaluator:
    return lambda place: place.fraction(place.turning(u(place)))


def _step(u: Evaluator) -> Evaluator:
    return lambda place: place.fraction(1 + place.turning(u(place)), 2)


FUNCTIONS: dict[str, Callable[[Evaluator], Evaluator]] = {
    "exp": lambda u: lambda place: place.exp(u(place)),
    "log": lambda u: lambda place: place.log(u(place)),
    "sin": lambda u: lambda place: place.sine_and_cosine(u(place))[0],
    "cos": lambda u: lambda place: place.sine_and_cosine(u(place))[1],
    "tan": _quotient("sin", "cos"),
    "cot": _quotient("cos", "sin"),
    "sec": _quotient("1", "cos"),
    "csc": _quotient("1", "sin"),
    "sinh": lambda u: lambda place: place.hyperbolic(u(place))[0],
    "cosh": lambda u: lambda place: place.hyperbolic(u(place))[1],
    "tanh": _hyperbolic_tangent,
    "coth": _quotient("cosh", "sinh"),
    "sech": _quotient("1", "cosh"),
    "csch": _quotient("1", "sinh"),
    **{n: (lambda name: lambda u: lambda place: place.inverse_function(name, u(place)))(n) for n in (
        "asin", "acos", "atan", "asinh", "acosh", "atanh")},
    "gamma": lambda u: lambda place: place.gamma(u(place)),
    "digamma": lambda u: lambda place: place.digamma(0, u(place)),
    "erf": _by_slope("erf", _gaussian(2)),
    "erfc": _by_slope("erfc", _gaussian(-2)),
    "Ei": _by_slope("Ei", lambda place, u: place.divide(place.exp(u), u), pole=True),
    "Si": _by_slope("Si", lambda place, u: place.divide(place.sine_and_cosine(u)[0], u)),
    "Ci": _by_slope("Ci", lambda place, u: place.divide(place.sine_and_cosine(u)[1], u), pole=True),
    "li": _by_slope("li", lambda place, u: place.divide([place.one], place.log(u))),
    "loggamma": _by_slope("loggamma", lambda place, u: place.digamma(0, u)),
    "Abs": lambda u: lambda place: place.absolute(u(place)),
    "sign": _sign,
    "Heaviside": _step,
    "floor": lambda u: lambda place: place.floor(u(place)),
    "ceiling": lambda u: lambda place: place.negative(place.floor(place.negative(u(place)))),
}  # fmt: skip


# Functions read through others, on the real domain of their textbook definition.
REWRITTEN: dict[Any, Callable[..., Any]] = {
    sp.acot: lambda u: sp.atan(1 / u),
    sp.asec: lambda u: sp.acos(1 / u),
    sp.acsc: lambda u: sp.asin(1 / u),
    sp.acoth: lambda u: sp.atanh(1 / u),
    sp.asech: lambda u: sp.acosh(1 / u),
    sp.acsch: lambda u: sp.asinh(1 / u),
    sp.factorial: lambda u: sp.gamma(u + 1),
    sp.beta: lambda a, b: sp.gamma(a) * sp.gamma(b) / sp.gamma(a + b),
    sp.binomial: lambda n, k: sp.gamma(n + 1) / (sp.gamma(k + 1) * sp.gamma(n - k + 1)),
    sp.sinc: lambda u: Piecewise((sp.sin(u) / u, Ne(u, 0)), (1, True)),
}
