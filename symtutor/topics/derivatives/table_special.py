"""The table of derivatives, continued: error function, gamma, integral functions, jumps, machine learning."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sympy import (
    Ci,
    Ei,
    Heaviside,
    Integer,
    Si,
    ceiling,
    cos,
    digamma,
    erf,
    erfc,
    exp,
    factorial,
    floor,
    gamma,
    li,
    log,
    pi,
    sign,
    sin,
    sqrt,
)  # fmt: skip
from sympy.core.relational import Ne

from ...derivation import AnyRule, Row, table_rules
from ...problems import Differentiate
from ...written.functions import gelu, sigmoid, softplus
from .rows import TABLE, line

INTEGRAL_BECAUSE = "It is defined as an integral up to {x}: its derivative is the integrand (fundamental theorem)."
NETWORKS = "Goodfellow, Bengio, Courville, Deep Learning, §3.10"

SPECIAL: tuple[Row, ...] = (
    line("ErrorFunction", erf, (r"\operatorname{erf} x", r"\frac{2}{\sqrt{\pi}}\,e^{-x^2}"),
         lambda x: 2 * exp(-(x**2)) / sqrt(pi), ("erf(x)", "2/sqrt(pi) e^(-x^2)"),
         because=INTEGRAL_BECAUSE, reference=f"{TABLE}, 7.1.1"),
    line("ComplementaryErrorFunction", erfc, (r"\operatorname{erfc} x", r"-\frac{2}{\sqrt{\pi}}\,e^{-x^2}"),
         lambda x: -2 * exp(-(x**2)) / sqrt(pi), ("erfc(x)", "-2/sqrt(pi) e^(-x^2)"),
         because="erfc {x} = 1 − erf {x}, so the slope of erf with the other sign.", reference=f"{TABLE}, 7.1.2"),
    line("GammaFunction", gamma, (r"\Gamma(x)", r"\Gamma(x)\,\psi(x)"), lambda x: gamma(x) * digamma(x),
         ("gamma(x)", "gamma(x) digamma(x)"), reference=f"{TABLE}, 6.3.1",
         because="ψ is defined as the logarithmic derivative Γ′/Γ."),
    line("Factorial", factorial, (r"x!", r"\Gamma(x+1)\,\psi(x+1)"), lambda x: gamma(x + 1) * digamma(x + 1),
         ("factorial(x)", "gamma(x+1) digamma(x+1)"), reference=f"{TABLE}, 6.1.5 and 6.3.1",
         because="Between the integers {x}! means Γ({x} + 1)."),
    line("ExponentialIntegral", Ei, (r"\operatorname{Ei}(x)", r"\frac{e^x}{x}"), lambda x: exp(x) / x,
         ("Ei(x)", "e^x/x"), because=INTEGRAL_BECAUSE, reference=f"{TABLE}, 5.1.2"),
    line("SineIntegral", Si, (r"\operatorname{Si}(x)", r"\frac{\sin x}{x},\quad x \neq 0"), lambda x: sin(x) / x,
         ("Si(x)", "sin(x)/x"), lambda x: Ne(x, 0), because=INTEGRAL_BECAUSE, reference=f"{TABLE}, 5.2.1"),
    line("CosineIntegral", Ci, (r"\operatorname{Ci}(x)", r"\frac{\cos x}{x}"), lambda x: cos(x) / x,
         ("Ci(x)", "cos(x)/x"), because=INTEGRAL_BECAUSE, reference=f"{TABLE}, 5.2.2"),
    line("LogarithmicIntegral", li, (r"\operatorname{li}(x)", r"\frac{1}{\ln x}"), lambda x: 1 / log(x),
         ("li(x)", "1/ln(x)"), because=INTEGRAL_BECAUSE, reference=f"{TABLE}, 5.1.3"),
)  # fmt: skip


def _within(row: Row) -> Row:
    """The row for use inside a larger question only: alone, the function is differentiated from its formula."""
    inside = tuple(e.replace("d/dx ", "d/dx x + ", 1).replace("-> ", "-> 1 + ", 1) for e in row.examples)
    return replace(row, pattern=lambda p: None if p.tidied else row.pattern(p), examples=inside)


def _zero(x: Any) -> Integer:
    return Integer(0)


JUMPS: tuple[Row, ...] = (
    line("Sign", sign, (r"\operatorname{sign} x", r"0,\quad x \neq 0"), _zero, ("sign(x) (x > 0)", "0"),
         lambda x: Ne(x, 0),
         because="It is constant on each side of 0 and jumps at 0, where there is no derivative."),
    line("HeavisideStep", Heaviside, (r"H(x)", r"0,\quad x \neq 0"), _zero, ("heaviside(x)", "0"),
         lambda x: Ne(x, 0),
         because="It is constant on each side of 0 and jumps at 0, where there is no derivative."),
    line("Floor", floor, (r"\lfloor x\rfloor", r"0,\quad x \notin \mathbb{Z}"), _zero, ("floor(x) (0 < x < 1)", "0"),
         lambda x: Ne(floor(x), x), because="Between two integers it is constant; at each integer it jumps."),
    line("Ceiling", ceiling, (r"\lceil x\rceil", r"0,\quad x \notin \mathbb{Z}"), _zero, ("ceil(x) (0 < x < 1)", "0"),
         lambda x: Ne(ceiling(x), x), because="Between two integers it is constant; at each integer it jumps."),
)  # fmt: skip

LEARNING: tuple[Row, ...] = (
    line("Sigmoid", sigmoid, (r"\sigma(x)", r"\sigma(x)\,(1-\sigma(x))"), lambda x: sigmoid(x) * (1 - sigmoid(x)),
         ("x + sigmoid(x)", "1 + sigmoid(x) (1 - sigmoid(x))"), reference=NETWORKS,
         because="The slope of σ is known from its own value, which is why networks like it."),
    line("Softplus", softplus, (r"\ln(1+e^x)", r"\sigma(x)"), lambda x: sigmoid(x),
         ("x + softplus(x)", "1 + sigmoid(x)"),
         reference=NETWORKS, because="The slope of softplus is the sigmoid: a smooth step for a smooth ramp."),
    line("Gelu", gelu, (r"x\,\Phi(x)", r"\Phi(x) + x\,\varphi(x)"),
         lambda x: (1 + erf(x / sqrt(2))) / 2 + x * exp(-(x**2) / 2) / sqrt(2 * pi),
         ("x + gelu(x)", "1 + (1 + erf(x/sqrt(2)))/2 + x e^(-x^2/2)/sqrt(2 pi)"),
         reference="Hendrycks and Gimpel, Gaussian Error Linear Units, 2016",
         because="It is {x} Φ({x}), a product whose second factor has the normal density φ as its slope."),
)  # fmt: skip

RULES: tuple[AnyRule, ...] = table_rules(Differentiate, (*SPECIAL, *JUMPS, *map(_within, LEARNING)))
