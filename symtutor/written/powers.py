"""Real powers: an exponent p/q in lowest terms with q odd means the real root, for negative bases too.

SymPy's ``Pow`` means the principal complex power, under which (-8)^(1/3) is not -2.  symtutor works over
the reals, so numbers are evaluated here by the real convention, and every evaluator in the house reads
a rational power with odd denominator the same way.  See ``docs/decisions/0002-real-odd-roots.md``.
"""

from __future__ import annotations

from sympy import Abs, Basic, Pow, Rational


def real_power(base: Basic, exponent: Basic) -> Basic:
    """base**exponent over the reals, evaluated as SymPy does except where SymPy leaves the reals."""
    if isinstance(exponent, Rational) and exponent.q % 2 == 1 and exponent.q > 1:
        if isinstance(base, Rational) and base < 0:
            size = Pow(-base, exponent)
            return -size if exponent.p % 2 else size
    elif isinstance(exponent, Rational) and exponent.q % 2 == 0 and _even_over_odd(base):
        # sqrt(x^(2/3)) is |x|^(1/3); SymPy would merge the exponents to x^(1/3), which is negative for x < 0.
        return Pow(Abs(base.args[0]), base.args[1] * exponent)
    return Pow(base, exponent)


def _even_over_odd(base: Basic) -> bool:
    if not isinstance(base, Pow) or not isinstance(base.exp, Rational):
        return False
    return base.exp.q % 2 == 1 and base.exp.p % 2 == 0
