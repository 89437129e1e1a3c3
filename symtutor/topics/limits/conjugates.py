"""Differences that vanish: multiply by what completes a difference of squares or of cubes.

(A − B)(A + B) = A² − B² takes square roots and moduli away, (A − B)(A² + AB + B²) = A³ − B³ takes cube roots away, and
(1 − cos u)(1 + cos u) = sin² u turns a difference into a square whose size near 0 is known.
"""

from __future__ import annotations

from collections.abc import Iterable

from sympy import Abs, Add, Expr, Function, Integer, Mul, Ne, Pow, Rational, cos, expand, sin

from ...derivation import Assume, Bindings, Derive, Rule, Say
from ...problems import FindLimit
from ...problems.nearby import too_large_to_expand
from ...written import Quotient, Written, write
from .reading import again, at_infinity, factors, limit_of, tends_to_zero, top_and_bottom


class Conjugate(Rule[FindLimit]):
    """A difference with roots tends to 0: the conjugate makes a difference of squares (or cubes) of it."""

    solves = FindLimit
    rewrites = True
    title = "Multiply by the conjugate"
    statement = r"(A - B)(A + B) = A^2 - B^2, \quad (A - B)(A^2 + AB + B^2) = A^3 - B^3"
    reference = "Stewart, Calculus 8e, §1.6, example 6"
    because = (
        "{difference} tends to 0, and the root hides its factor from cancelling. Multiplied by "
        "{conjugate}, which does not "
        "tend to 0, it becomes {square}, without the root."
    )
    hint = "Multiply top and bottom by {conjugate}."
    known_as = ("conjugates", "the conjugate", "rationalising", "rationalizing")
    examples = (
        "lim h->0 (sqrt(4+h) - 2)/h -> 1/4",
        "lim x->9 (x-9)/(sqrt(x)-3) -> 6",
        "lim x->1 (x^(1/3)-1)/(x-1) -> 1/3",
    )
    counterexamples = ("lim x->2 (x^2-4)/(x-2)", "lim x->4 sqrt(x) - 1")

    def match(self, problem: FindLimit) -> Iterable[Bindings]:
        """Each vanishing difference of two terms, in the top first, whose squares or cubes are free of roots."""
        if at_infinity(problem):
            return
        top, bottom = top_and_bottom(problem.expr)
        if not (tends_to_zero(problem, bottom) and tends_to_zero(problem, top)):
            return
        for part in (*factors(top), *factors(bottom)):
            for conjugate, square in _completed(part, problem):
                yield {"difference": part, "conjugate": conjugate, "square": square}

    def derive(self, problem: FindLimit, difference: Expr, conjugate: Expr, square: Expr) -> Derive:
        """The fraction multiplied by conjugate over conjugate, with the product worked out."""
        top, bottom = top_and_bottom(problem.expr)
        yield Assume(Ne(bottom, 0))
        yield Say(limit_of(problem, Quotient(_times(top, conjugate), _times(bottom, conjugate))))
        if difference in factors(top):
            new_top = Mul(*(f for f in factors(top) if f != difference)) * square
            new_bottom = bottom * conjugate
        else:
            new_top = top * conjugate
            new_bottom = Mul(*(f for f in factors(bottom) if f != difference)) * square
        yield Say(limit_of(problem, Quotient(write(new_top), write(new_bottom))))
        return (yield again(problem, new_top / new_bottom))


def _times(e: Expr, conjugate: Expr) -> Written:
    return write(conjugate) if e == 1 else write(e) * write(conjugate)


def _completed(part: Expr, problem: FindLimit) -> Iterable[tuple[Expr, Expr]]:
    """(conjugate, product) for a vanishing A − B whose roots go away when it is completed."""
    if not isinstance(part, Add) or not tends_to_zero(problem, part):
        return
    if too_large_to_expand(part) or any(
        n.has(problem.variable) for n in part.atoms(Function) if not isinstance(n, Abs)
    ):
        return
    rooted = [t for t in part.args if _roots(t, problem)]
    if not rooted or len(rooted) > 2:
        return
    a = rooted[0]
    b = -(part - a)
    kinds = {q for t in rooted for q in _roots(t, problem)}
    if kinds == {2}:
        square = expand(a**2 - b**2)
        if not _roots(square, problem):
            yield a + b, square
    elif kinds == {3}:
        cube = expand(a**3 - b**3)
        if not _roots(cube, problem):
            yield a**2 + a * b + b**2, cube


def _roots(e: Expr, problem: FindLimit) -> set[int]:
    """The indices of the roots of the variable in ``e``; |u| counts as the square root of u²."""
    x = problem.variable
    indices = {n.exp.q for n in e.atoms(Pow) if n.has(x) and isinstance(n.exp, Rational) and n.exp.q > 1}
    return indices | ({2} if any(n.has(x) for n in e.atoms(Abs)) else set())


class CosineConjugate(Rule[FindLimit]):
    """1 − cos u vanishes like a square: (1 − cos u)(1 + cos u) = sin² u."""

    solves = FindLimit
    rewrites = True
    title = "Multiply by 1 + cos"
    statement = r"1 - \cos u = \frac{\sin^2 u}{1 + \cos u}"
    reference = "Stewart, Calculus 8e, §2.4, equation 3"
    because = (
        "1 − cos {u} and 1 + cos {u} multiply to the square of sin {u}, whose size near 0 is known. "
        "L'Hôpital's rule would need the derivative of cos, which rests on this very limit."
    )
    hint = "Multiply top and bottom by 1 + cos {u}."
    known_as = ("the conjugate", "conjugates")
    examples = ("lim x->0 (1 - cos(x))/x^2 -> 1/2", "lim h->0 (cos(h) - 1)/h -> 0")
    counterexamples = ("lim x->0 cos(x)/x^2", "lim x->0 sin(x)/x")

    def match(self, problem: FindLimit) -> Iterable[Bindings]:
        """Once, for the first vanishing factor c − c cos u."""
        if at_infinity(problem):
            return
        for part in factors(top_and_bottom(problem.expr)[0]):
            base = part.base if isinstance(part, Pow) and part.exp.is_Integer else part
            found = _one_less_cosine(base)
            if found is not None and tends_to_zero(problem, found[1]):
                yield {"part": base, "c": found[0], "u": found[1]}
                return

    def derive(self, problem: FindLimit, part: Expr, c: Expr, u: Expr) -> Derive:
        """The factor exchanged for sin² u over 1 + cos u."""
        top, bottom = top_and_bottom(problem.expr)
        yield Assume(Ne(1 + cos(u), 0))
        yield Say(limit_of(problem, Quotient(_times(top, 1 + cos(u)), _times(bottom, 1 + cos(u)))))
        return (yield again(problem, problem.expr.xreplace({part: c * sin(u) ** 2 / (1 + cos(u))})))


def _one_less_cosine(e: Expr) -> tuple[Expr, Expr] | None:
    """(c, u) where ``e`` is c (1 − cos u)."""
    if not isinstance(e, Add) or len(e.args) != 2:
        return None
    for term in e.args:
        c, kernel = term.as_independent(cos, as_Add=False)
        if isinstance(kernel, cos) and expand(e - term + c) == Integer(0):
            return -c, kernel.args[0]
    return None


RULES = (Conjugate(), CosineConjugate())
