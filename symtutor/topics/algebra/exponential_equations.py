"""Equations with exponentials and logarithms: each undoes the other.

e^u = c has one solution for u where c > 0 and none elsewhere; ln u = c has one for every c.  Several logarithms are
joined first; the joined one is defined for more values than the separate ones, so the candidates are checked.
"""

from __future__ import annotations

from collections.abc import Iterable

from sympy import Add, Expr, Integer, Mul, Pow, exp, log
from sympy.core.relational import Gt

from ...derivation import Assume, Bindings, Derive, Level, Rule, Say
from ...problems import SolutionSet, Solve
from ...written import Relation, write
from .logarithms import parts_to_combine
from .solutions import concluded, difference, equated, equation, isolated, occurrences, solved
from .terms import multiplied_out


def base_and_exponent(e: Expr, x: Expr) -> tuple[Expr, Expr] | None:
    """(b, u) of an exponential b^u with a constant positive base other than 1 and the unknown above."""
    if isinstance(e, exp):
        return exp(Integer(1)), e.args[0]
    if isinstance(e, Pow) and e.exp.has(x) and e.base.is_positive and e.base.is_number and e.base != 1:
        return e.base, e.exp
    return None


class TakeLogarithms(Rule[Solve]):
    """b^u = c: take logarithms on both sides."""

    solves = Solve
    statement = r"e^u=c \iff u=\ln c\quad (c>0),\qquad b^u=c \iff u=\frac{\ln c}{\ln b}"
    reference = "Stewart, Precalculus 7e, §4.5"
    because = "{x} occurs only in the exponent of {power}, which must be {c}; the logarithm brings the exponent down."
    hint = "Isolate {power}, and take the logarithm of both sides."
    block_from = Level.STANDARD
    known_as = ("taking logarithms",)
    examples = (
        "solve e^(2x) = 5 for x -> x = ln(5)/2",
        "solve 2^x = 8 for x -> x = 3",
        "solve e^x = -1 for x -> no solution",
    )
    counterexamples = ("solve x e^x = 1 for x",)

    def match(self, problem: Solve) -> Iterable[Bindings]:
        """One exponential with the unknown, isolated; the unknown nowhere else."""
        x = problem.variable
        f = multiplied_out(difference(problem))
        parts = occurrences(f, x)
        if len(parts) == 1 and base_and_exponent(parts[0], x) is not None:
            c = isolated(f, parts[0], x)
            if c is not None and not c.has(x):
                yield {"x": x, "power": parts[0], "c": c}

    def derive(self, problem: Solve, x: Expr, power: Expr, c: Expr) -> Derive:
        """None for c ≤ 0; else the exponent."""
        if equation(power, c) != problem.equation:
            yield Say(equated(power, c), "⇔")
        if c.is_nonpositive:
            yield Say(Relation(("≤",), (write(c), write(0))), "", "and an exponential is always positive")
            return SolutionSet(problem.variable)
        if not c.is_positive:
            yield Assume(Gt(c, 0))
        found = base_and_exponent(power, x)
        assert found is not None  # match has seen it
        base, u = found
        value = log(c) if base == exp(Integer(1)) else _logarithm(c, base)
        if u != x:
            yield Say(equated(u, value), "⇔")
        answer = yield from solved(u, value, problem.variable)
        return (yield from concluded(problem, answer.members, parameters=answer.parameters))


def _logarithm(c: Expr, base: Expr) -> Expr:
    """log of c to the base, as a whole number where it is one."""
    if base.is_Rational and c.is_Rational:
        power, n = Integer(1), 0
        small, sign = (base, 1) if base > 1 else (1 / base, -1)
        target, flip = (c, 1) if c >= 1 else (1 / c, -1)
        while power < target:
            power, n = power * small, n + 1
        if power == target:
            return Integer(sign * flip * n)
    return log(c) / log(base)


class CompareExponents(Rule[Solve]):
    """b^u · c = d^v: take logarithms of two exponentials."""

    solves = Solve
    statement = r"e^u=e^v \iff u=v"
    reference = "Stewart, Precalculus 7e, §4.5"
    because = (
        "Only the exponentials {one} and {other} are left, on opposite sides; the exponential takes no value twice."
    )
    hint = "Bring one exponential to each side, and take the logarithm."
    block_from = Level.STANDARD
    examples = ("solve e^(2x) = e^(x+3) for x -> x = 3", "solve 2^x = 3^(x-1) for x -> x = ln(3)/(ln(3) - ln(2))")
    counterexamples = ("solve e^x = x for x",)

    def match(self, problem: Solve) -> Iterable[Bindings]:
        """Two terms, each a constant times an exponential, of opposite sign."""
        x = problem.variable
        terms = difference(problem).as_ordered_terms()
        if len(terms) != 2:
            return
        one, other = (_constant_times_exponentials(t, x) for t in terms)
        if one is None or other is None:
            return
        a, b = one[0], other[0]
        if (a > 0) != (b > 0):
            yield {"one": terms[0] if a > 0 else terms[1], "other": -terms[1] if a > 0 else -terms[0]}

    def derive(self, problem: Solve, one: Expr, other: Expr) -> Derive:
        """The logarithms of both sides are equal."""
        x = problem.variable
        sides = []
        for side in (one, other):
            split = _constant_times_exponentials(side, x)
            assert split is not None  # match has seen it
            number, exponent = split
            sides.append(log(number) + exponent)
        yield Say(equated(sides[0], sides[1]), "⇔", "the logarithm of both sides")
        answer = yield from solved(sides[0], sides[1], x)
        if answer.everything:
            return answer
        return (yield from concluded(problem, answer.members, parameters=answer.parameters))


def _constant_times_exponentials(term: Expr, x: Expr) -> tuple[Expr, Expr] | None:
    """(number, ln of the exponentials) of a term; ``None`` where something else has the unknown in it."""
    number: Expr = Integer(1)
    total: Expr = Integer(0)
    for f in Mul.make_args(term):
        if not f.has(x):
            number = number * f
            continue
        found = base_and_exponent(f, x)
        if found is None:
            return None
        base, u = found
        total = total + (u if base == exp(Integer(1)) else u * log(base))
    return (number, total) if number.is_number and number.is_nonzero and total != 0 else None


class TakeExponentials(Rule[Solve]):
    """ln u = c: u is e to the c."""

    solves = Solve
    statement = r"\ln u=c \iff u=e^c"
    reference = "Stewart, Precalculus 7e, §4.5"
    because = "{x} occurs only in {logarithm}, which must be {c}; the exponential undoes the logarithm."
    hint = "Isolate {logarithm}. Of which number is the logarithm {c}?"
    block_from = Level.STANDARD
    examples = ("solve ln(x) = 2 for x -> x = e^2", "solve ln(x-1) = 0 for x -> x = 2")
    counterexamples = ("solve x ln(x) = 1 for x",)

    def match(self, problem: Solve) -> Iterable[Bindings]:
        """One logarithm with the unknown, isolated."""
        x = problem.variable
        f = multiplied_out(difference(problem))
        parts = occurrences(f, x)
        if len(parts) == 1 and isinstance(parts[0], log):
            c = isolated(f, parts[0], x)
            if c is not None and not c.has(x):
                yield {"x": x, "logarithm": parts[0], "c": c}

    def derive(self, problem: Solve, x: Expr, logarithm: Expr, c: Expr) -> Derive:
        """u = e^c, which is positive, so ln u is defined."""
        if equation(logarithm, c) != problem.equation:
            yield Say(equated(logarithm, c), "⇔")
        u, value = logarithm.args[0], exp(c)
        if u != x:
            yield Say(equated(u, value), "⇔")
        answer = yield from solved(u, value, problem.variable)
        return (yield from concluded(problem, answer.members, parameters=answer.parameters))


class JoinLogarithms(Rule[Solve]):
    """Several logarithms: join them, solve, and check."""

    solves = Solve
    statement = r"\ln u+\ln v=c \;\Rightarrow\; uv=e^c"
    reference = "Stewart, Precalculus 7e, §4.5"
    because = (
        "{x} occurs in {count} logarithms. Joined to one they can be undone; a candidate counts only where each of "
        "them is defined."
    )
    hint = "Join the logarithms to one. For which {x} are all of them defined?"
    block_from = Level.STANDARD
    examples = ("solve ln(x) + ln(x-3) = ln(4) for x -> x = 4",)
    counterexamples = ("solve ln(x) = 1 for x",)

    def match(self, problem: Solve) -> Iterable[Bindings]:
        """A sum of two or more logarithms with the unknown and rational numbers in front; nothing else with it."""
        x = problem.variable
        pieces, rest = parts_to_combine(multiplied_out(difference(problem)))
        if sum(a.has(x) for _, a in pieces) > 1 and not any(t.has(x) for t in rest):
            yield {"x": x, "count": Integer(sum(a.has(x) for _, a in pieces))}

    def derive(self, problem: Solve, x: Expr, count: Integer) -> Derive:
        """(u₁^k₁ u₂^k₂ …) = e^c, and every argument positive."""
        pieces, rest = parts_to_combine(multiplied_out(difference(problem)))
        constant = -Add(*rest)
        # Positive powers stay on the left, negative ones go to the right, so that nothing is divided by.
        left = Mul(*(a**k for k, a in pieces if k > 0))
        right = Mul(exp(constant), *(a**-k for k, a in pieces if k < 0))
        yield Say(equated(left, right), "⇒", "the exponential of both sides")
        answer = yield from solved(left, right, problem.variable)
        if answer.everything:
            return None
        further = [Gt(a, 0, evaluate=False) for _, a in pieces if a.has(x)]
        return (yield from concluded(problem, answer.members, *further, parameters=answer.parameters))
