"""The laws of logarithms, with the conditions under which they hold.

ln(ab) = ln a + ln b asks for a, b > 0: for two negative numbers the left side exists and the right does not.  An even
power may come out of a negative number's logarithm with bars: ln x² = 2 ln|x|.
"""

from __future__ import annotations

from collections.abc import Iterable

from sympy import Abs, Add, Expr, Integer, Mul, Pow, Rational, exp, log
from sympy.core.relational import Gt

from ...derivation import Assume, Bindings, Derive, Level, Rule, Say
from ...problems import Form, Rewrite
from ...problems.signs import follows
from ...written import Apply
from .terms import LARGEST, number_of_operations, power_written, product_of, product_written, sum_written

Pieces = list[tuple[Expr, Expr]]


def pieces_of(u: Expr) -> Pieces:
    """(coefficient, argument) of the logarithms that ln u comes apart into; one piece (1, u) where it does not."""
    found: Pieces = []
    for f in Mul.make_args(u):
        if isinstance(f, Rational) and f.q != 1 and f.p != 1 and f > 0:
            found += [(Integer(1), Integer(f.p)), (Integer(-1), Integer(f.q))]
        elif isinstance(f, Rational) and f.q != 1 and f > 0:
            found.append((Integer(-1), Integer(f.q)))
        elif isinstance(f, exp):
            found.append((f.args[0], exp(Integer(1))))
        elif isinstance(f, Pow):
            even = isinstance(f.exp, Rational) and f.exp.p % 2 == 0 and not f.base.is_positive
            found.append((f.exp, Abs(f.base) if even else f.base))
        else:
            found.append((Integer(1), f))
    return found


def comes_apart(u: Expr) -> bool:
    """Whether ln u has a product, a quotient or a power in it, with no negative number among the factors."""
    return pieces_of(u) != [(Integer(1), u)] and not any(a.is_negative for _, a in pieces_of(u))


class LogarithmLaws(Rule[Rewrite]):
    """ln(aᵐ bⁿ) = m ln a + n ln b."""

    solves = Rewrite
    title = "Laws of logarithms"
    statement = r"\ln(ab)=\ln a+\ln b,\quad \ln\frac ab=\ln a-\ln b,\quad \ln a^r=r\ln a\qquad(a,b>0)"
    reference = "Stewart, Calculus 8e, §1.5"
    because = (
        "The argument {u} is made by multiplying, dividing and raising to powers; the logarithm turns these into "
        "adding, subtracting and multiplying."
    )
    hint = "A product inside the logarithm is a sum outside."
    block_from = Level.STANDARD
    known_as = ("expanding the logarithm", "log laws")
    examples = ("expand the logarithm ln(x^2 y) -> 2 ln|x| + ln(y)", "expand the logarithm ln(x/y) -> ln(x) - ln(y)")
    counterexamples = ("expand the logarithm ln(x + y)",)

    def match(self, problem: Rewrite) -> Iterable[Bindings]:
        """A logarithm in the expression that comes apart; the first in the order of the terms."""
        if problem.form is Form.LOGARITHMS_EXPANDED and number_of_operations(problem.expr) <= LARGEST:
            for node in logarithms_to_expand(problem.expr):
                yield {"u": node.args[0]}
                return

    def derive(self, problem: Rewrite, u: Expr) -> Derive:
        """Each factor with an odd power must be positive; one with an even power gets bars."""
        terms: list[Expr] = []
        for k, a in pieces_of(u):
            if isinstance(a, Abs):
                terms.append(k * log(_bare(a, problem)))
                continue
            if not a.is_positive:
                yield Assume(Gt(a, 0))
            terms.append(k * log(a))
        result = problem.expr.xreplace({log(u): Add(*terms)})
        if logarithms_to_expand(result):
            return (yield Rewrite(result, Form.LOGARITHMS_EXPANDED))
        return result


def _bare(node: Expr, problem: Rewrite) -> Expr:
    """|u| as u or −u where the sign of u is given."""
    u = node.args[0]
    if follows(Gt(u, 0), problem.given):
        return u
    return -u if follows(Gt(-u, 0), problem.given) else node


def logarithms_to_expand(expr: Expr) -> list[Expr]:
    """The logarithms in ``expr`` that come apart, in a fixed order."""
    found = [node for node in expr.atoms(log) if comes_apart(node.args[0])]
    return sorted(found, key=lambda node: node.sort_key())


class SumOfLogarithms(Rule[Rewrite]):
    """m ln a + n ln b = ln(aᵐ bⁿ)."""

    solves = Rewrite
    title = "Laws of logarithms, backwards"
    statement = r"m\ln a+n\ln b = \ln(a^m b^n)"
    reference = "Stewart, Calculus 8e, §1.5"
    because = "Numbers in front become powers, sums become products: one logarithm, of {u}, is left."
    hint = "First turn the numbers in front of the logarithms into powers."
    block_from = Level.STANDARD
    known_as = ("combining logarithms", "condensing")
    examples = (
        "combine the logarithms ln(x) + ln(y) -> ln(x y)",
        "combine the logarithms 2 ln(x) - ln(y) -> ln(x^2/y)",
    )
    counterexamples = ("combine the logarithms ln(x) ln(y)",)

    def match(self, problem: Rewrite) -> Iterable[Bindings]:
        """A sum with two logarithms that have rational numbers in front, or one with a number in front."""
        if problem.form is Form.LOGARITHMS_COMBINED and number_of_operations(problem.expr) <= LARGEST:
            pieces, _ = parts_to_combine(problem.expr)
            if to_combine(pieces):
                yield {"u": product_of((a, k) for k, a in pieces)}

    def derive(self, problem: Rewrite, u: Expr) -> Derive:
        """Powers first, then the product; every argument is positive where the left side is defined."""
        pieces, rest = parts_to_combine(problem.expr)
        for _, a in pieces:
            if not a.is_positive:
                yield Assume(Gt(a, 0))
        powers = [Apply("ln", (power_written(a, abs(k)),)) for k, a in pieces]
        if any(abs(k) != 1 for k, _ in pieces):
            yield Say(sum_written([*(-p if k < 0 else p for (k, _), p in zip(pieces, powers)), *rest]))
        yield Say(sum_written([Apply("ln", (product_written([power_written(a, k) for k, a in pieces]),)), *rest]))
        return Add(log(u), *rest)


def to_combine(pieces: Pieces) -> bool:
    """Whether there is more than one logarithm, or a number in front of the only one."""
    return len(pieces) > 1 or any(k != 1 for k, _ in pieces)


def parts_to_combine(expr: Expr) -> tuple[Pieces, list[Expr]]:
    """((number, argument) of the logarithms, the other terms), in the order of the terms."""
    pieces: Pieces = []
    rest: list[Expr] = []
    for t in expr.as_ordered_terms():
        number, body = t.as_coeff_Mul()
        if isinstance(body, log) and isinstance(number, Rational):
            pieces.append((number, body.args[0]))
        else:
            rest.append(t)
    return pieces, rest
