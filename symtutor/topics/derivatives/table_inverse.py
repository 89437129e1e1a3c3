"""The table of derivatives, continued: inverse trigonometric, hyperbolic and inverse hyperbolic functions."""

from __future__ import annotations

from sympy import (
    Abs,
    acos,
    acosh,
    acot,
    acoth,
    acsc,
    acsch,
    asec,
    asech,
    asin,
    asinh,
    atan,
    atanh,
    cosh,
    coth,
    csch,
    sech,
    sinh,
    sqrt,
    tanh,
)  # fmt: skip
from sympy.core.relational import Gt, Lt, Ne
from sympy.logic.boolalg import And

from ...derivation import AnyRule, Row, table_rules
from ...problems import Differentiate
from .rows import line

HYPERBOLIC = "Stewart, Calculus 8e, §3.11"

INVERSE_TRIGONOMETRIC: tuple[Row, ...] = (
    line("InverseSine", asin, (r"\arcsin x", r"\frac{1}{\sqrt{1-x^2}},\quad |x| < 1"),
         lambda x: 1 / sqrt(1 - x**2), ("arcsin(x)", "1/sqrt(1 - x^2)"), lambda x: Lt(Abs(x), 1)),
    line("InverseCosine", acos, (r"\arccos x", r"-\frac{1}{\sqrt{1-x^2}},\quad |x| < 1"),
         lambda x: -1 / sqrt(1 - x**2), ("arccos(x)", "-1/sqrt(1 - x^2)"), lambda x: Lt(Abs(x), 1),
         because="arccos {x} + arcsin {x} is constant, so the two slopes are opposite."),
    line("InverseTangent", atan, (r"\arctan x", r"\frac{1}{1+x^2}"),
         lambda x: 1 / (1 + x**2), ("arctan(x)", "1/(1 + x^2)")),
    # The two conventions for arccot agree for x > 0 and differ by π for x < 0; one of them jumps at 0.
    line("InverseCotangent", acot, (r"\operatorname{arccot} x", r"-\frac{1}{1+x^2},\quad x \neq 0"),
         lambda x: -1 / (1 + x**2), ("arccot(x)", "-1/(1 + x^2)"), lambda x: Ne(x, 0)),
    line("InverseSecant", asec, (r"\operatorname{arcsec} x", r"\frac{1}{|x|\sqrt{x^2-1}},\quad |x| > 1"),
         lambda x: 1 / (Abs(x) * sqrt(x**2 - 1)), ("arcsec(x)", "1/(|x| sqrt(x^2 - 1))"), lambda x: Gt(Abs(x), 1)),
    line("InverseCosecant", acsc, (r"\operatorname{arccsc} x", r"-\frac{1}{|x|\sqrt{x^2-1}},\quad |x| > 1"),
         lambda x: -1 / (Abs(x) * sqrt(x**2 - 1)), ("arccsc(x)", "-1/(|x| sqrt(x^2 - 1))"), lambda x: Gt(Abs(x), 1)),
)  # fmt: skip

HYPERBOLIC_FUNCTIONS: tuple[Row, ...] = (
    line("HyperbolicSine", sinh, (r"\sinh x", r"\cosh x"), lambda x: cosh(x), ("sinh(x)", "cosh(x)"),
         reference=HYPERBOLIC,
         because="It is half of e^x − e^(−x), and the second exponential changes its sign."),
    line("HyperbolicCosine", cosh, (r"\cosh x", r"\sinh x"), lambda x: sinh(x), ("cosh(x)", "sinh(x)"),
         reference=HYPERBOLIC,
         because="As for cos, but without the minus sign."),
    line("HyperbolicTangent", tanh, (r"\tanh x", r"1 - \tanh^2 x"),
         lambda x: 1 - tanh(x) ** 2, ("tanh(x)", "1 - tanh(x)^2"), reference=HYPERBOLIC),
    line("HyperbolicCotangent", coth, (r"\coth x", r"1 - \coth^2 x"),
         lambda x: 1 - coth(x) ** 2, ("coth(x)", "1 - coth(x)^2"), reference=HYPERBOLIC),
    line("HyperbolicSecant", sech, (r"\operatorname{sech} x", r"-\operatorname{sech} x \tanh x"),
         lambda x: -sech(x) * tanh(x), ("sech(x)", "-sech(x) tanh(x)"), reference=HYPERBOLIC),
    line("HyperbolicCosecant", csch, (r"\operatorname{csch} x", r"-\operatorname{csch} x \coth x"),
         lambda x: -csch(x) * coth(x), ("csch(x)", "-csch(x) coth(x)"), reference=HYPERBOLIC),
)  # fmt: skip

INVERSE_HYPERBOLIC: tuple[Row, ...] = (
    line("InverseHyperbolicSine", asinh, (r"\operatorname{arsinh} x", r"\frac{1}{\sqrt{x^2+1}}"),
         lambda x: 1 / sqrt(x**2 + 1), ("arsinh(x)", "1/sqrt(x^2 + 1)"), reference=HYPERBOLIC),
    line("InverseHyperbolicCosine", acosh, (r"\operatorname{arcosh} x", r"\frac{1}{\sqrt{x^2-1}},\quad x > 1"),
         lambda x: 1 / sqrt(x**2 - 1), ("arcosh(x)", "1/sqrt(x^2 - 1)"), lambda x: Gt(x, 1), reference=HYPERBOLIC),
    line("InverseHyperbolicTangent", atanh, (r"\operatorname{artanh} x", r"\frac{1}{1-x^2}"),
         lambda x: 1 / (1 - x**2), ("artanh(x)", "1/(1 - x^2)"), lambda x: Lt(Abs(x), 1), reference=HYPERBOLIC),
    line("InverseHyperbolicCotangent", acoth, (r"\operatorname{arcoth} x", r"\frac{1}{1-x^2}"),
         lambda x: 1 / (1 - x**2), ("arcoth(x)", "1/(1 - x^2)"), lambda x: Gt(Abs(x), 1), reference=HYPERBOLIC,
         because="The formula is that of artanh, but here |{x}| > 1."),
    line("InverseHyperbolicSecant", asech, (r"\operatorname{arsech} x", r"-\frac{1}{x\sqrt{1-x^2}},\quad 0 < x < 1"),
         lambda x: -1 / (x * sqrt(1 - x**2)), ("arsech(x)", "-1/(x sqrt(1 - x^2))"),
         lambda x: And(Gt(x, 0), Lt(x, 1)), reference=HYPERBOLIC),
    line("InverseHyperbolicCosecant", acsch, (r"\operatorname{arcsch} x", r"-\frac{1}{|x|\sqrt{1+x^2}}"),
         lambda x: -1 / (Abs(x) * sqrt(1 + x**2)), ("arcsch(x)", "-1/(|x| sqrt(1 + x^2))"),
         lambda x: Ne(x, 0), reference=HYPERBOLIC),
)  # fmt: skip

RULES: tuple[AnyRule, ...] = table_rules(
    Differentiate, (*INVERSE_TRIGONOMETRIC, *HYPERBOLIC_FUNCTIONS, *INVERSE_HYPERBOLIC)
)
