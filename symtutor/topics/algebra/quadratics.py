"""Quadratic equations and powers: roots on both sides, the formula, a substitution."""

from __future__ import annotations

from collections.abc import Iterable

from sympy import Expr, Integer, Poly, Pow, Rational, Symbol, igcd, sqrt
from sympy.core.relational import Ge, Ne

from ...derivation import Assume, Bindings, Derive, Level, Rule, Say, first
from ...problems import SolutionSet, Solve, fresh_letter
from ...written import Apply, Power, Quotient, Relation, write
from ...written.powers import real_power
from .factoring import splits
from .solutions import concluded, difference, equated, equation, isolated, occurrences, solved, union
from .squares import coefficients
from .terms import is_bounded_polynomial, multiplied_out


class TakeRoots(Rule[Solve]):
    """uⁿ = c: take the n-th root on both sides."""

    solves = Solve
    statement = r"u^2=c \iff u=\pm\sqrt c\ (c\ge 0),\qquad u^3=c \iff u=\sqrt[3]c"
    reference = "Stewart, Precalculus 7e, §1.5"
    because = (
        "The unknown occurs only in {power}, which must be {c}: an even power has two roots of opposite sign, an odd "
        "one has one."
    )
    hint = "Isolate {power}. Which numbers have that power?"
    block_from = Level.STANDARD
    known_as = ("square root property",)
    examples = ("solve x^2 = 2 for x -> x = -sqrt(2) or x = sqrt(2)", "solve (x-1)^3 = 8 for x -> x = 3")
    counterexamples = ("solve x^2 + x = 1 for x",)

    def match(self, problem: Solve) -> Iterable[Bindings]:
        """A single whole power of something with the unknown, isolated with rational exponent n ≥ 2."""
        for e in (difference(problem), multiplied_out(difference(problem))):
            powers = [
                p
                for p in sorted(e.atoms(Pow), key=lambda p: p.sort_key())
                if p.has(problem.variable) and isinstance(p.exp, Integer) and p.exp >= 2
            ]
            for p in powers:
                c = isolated(e, p, problem.variable)
                if c is not None and not c.has(problem.variable):
                    yield {"power": p, "c": c}
                    return

    def derive(self, problem: Solve, power: Expr, c: Expr) -> Derive:
        """Both roots for an even exponent, under c ≥ 0."""
        x, (u, n) = problem.variable, power.args
        if equation(power, c) != problem.equation:
            yield Say(equated(power, c), "⇔")
        if n % 2 == 0:
            if c.is_negative:
                yield Say(Relation(("<",), (write(c), write(0))), "", "and an even power is never negative")
                return SolutionSet(x)
            if not c.is_nonnegative:
                yield Assume(Ge(c, 0))
        root = real_power(c, Rational(1, n))
        values = (root,) if n % 2 or root == 0 else (-root, root)
        answers = []
        for v in values:
            if u != x:
                yield Say(equated(u, v), "⇔" if len(values) == 1 else "", "" if len(values) == 1 else "one case")
            answers.append((yield from solved(u, v, x)))
        members, parameters = union(answers)
        return (yield from concluded(problem, members, parameters=parameters))


class QuadraticFormula(Rule[Solve]):
    """The formula, with the discriminant told."""

    solves = Solve
    statement = r"ax^2+bx+c=0 \iff x=\frac{-b\pm\sqrt{b^2-4ac}}{2a}"
    reference = "Stewart, Precalculus 7e, §1.5"
    because = (
        "A quadratic in {x} whose factors cannot be seen. The sign of the discriminant, {discriminant}, says how many "
        "real solutions there are."
    )
    hint = "What is the discriminant? The formula gives the rest."
    block_from = Level.STANDARD
    known_as = ("abc formula", "quadratic formula", "completing the square")
    examples = (
        "solve x^2 - 2x - 1 = 0 for x -> x = 1 - sqrt(2) or x = 1 + sqrt(2)",
        "solve x^2 + x + 1 = 0 for x -> no solution",
    )
    counterexamples = ("solve x^3 = 2 for x",)

    def match(self, problem: Solve) -> Iterable[Bindings]:
        """Degree 2 in the unknown."""
        found = coefficients(multiplied_out(difference(problem)), problem.variable)
        if found is not None:
            a, b, c = found
            yield {"x": problem.variable, "discriminant": multiplied_out(b**2 - 4 * a * c)}

    def derive(self, problem: Solve, x: Symbol, discriminant: Expr) -> Derive:
        """Negative: none; zero: one; positive: two; undecided: assumed not negative."""
        f = multiplied_out(difference(problem))
        found = coefficients(f, x)
        assert found is not None  # match has seen it
        a, b, c = found
        if problem.equation.rhs != 0 or problem.equation.lhs != f:
            yield Say(equated(f, 0), "⇔")
        worked = Power(write(b), write(2)) - 4 * write(a) * write(c)
        named = write(Symbol("D", real=True))
        # With letters for coefficients there is nothing to work out.
        line = (named, worked, write(discriminant)) if discriminant.is_number else (named, write(discriminant))
        yield Say(Relation(("=",) * (len(line) - 1), line), "", "the discriminant")
        if not a.is_nonzero:
            yield Assume(Ne(a, 0))
        if discriminant.is_negative:
            return SolutionSet(x)
        if not discriminant.is_nonnegative:
            yield Assume(Ge(discriminant, 0))
        root = sqrt(discriminant)
        members = []
        for sign in (-1, 1):
            top = (
                write(-b) + Apply("sqrt", (write(discriminant),))
                if sign > 0
                else write(-b) - Apply("sqrt", (write(discriminant),))
            )
            worked_out = a.is_number and b.is_number and discriminant.is_number
            value = multiplied_out(-b / (2 * a)) + sign * root / (2 * a) if worked_out else (sign * root - b) / (2 * a)
            if root != 0:
                sides = (write(x), Quotient(top, write(2 * a)), *([write(value)] if worked_out else []))
                middle = b / (2 * a)
                if worked_out and root.as_coeff_Mul()[0] == 1 and middle.is_Rational and middle.q == abs(2 * a):
                    sides = sides[:2]  # nothing is left to simplify
                yield Say(Relation(("=",) * (len(sides) - 1), sides), "")
            members.append(value)
        return (yield from concluded(problem, members))


class SubstituteForPart(Rule[Solve]):
    """Write u for the part in which the unknown occurs, solve for u, and go back."""

    solves = Solve
    title = "Substitute"
    statement = r"P(g(x))=0 \iff u=g(x),\ P(u)=0"
    reference = "Stewart, Precalculus 7e, §1.5 (equations of quadratic type)"
    because = "{x} occurs only inside {part}: in {u} = {part} the equation is a polynomial one."
    hint = "Write {u} for {part}."
    block_from = Level.STANDARD
    known_as = ("substitution",)
    examples = (
        "solve x^4 - 5x^2 + 4 = 0 for x -> x = -2 or x = -1 or x = 1 or x = 2",
        "solve e^(2x) - 3 e^x + 2 = 0 for x -> x = 0 or x = ln(2)",
    )
    counterexamples = ("solve x^4 + x = 1 for x",)

    def match(self, problem: Solve) -> Iterable[Bindings]:
        """A polynomial of degree 2 or more in a power of the unknown, or in one function of it."""
        x = problem.variable
        f = multiplied_out(difference(problem))
        parts = occurrences(f, x)
        u = fresh_letter(problem)
        if parts == [x]:
            if not is_bounded_polynomial(f, x):
                return
            k = 0
            for (n,), _ in Poly(f, x).terms():
                k = igcd(k, n)
            if k >= 2 and Poly(f, x).degree() > k:
                lowered = Poly({(n // k,): c for (n,), c in Poly(f, x).terms()}, u).as_expr()
                # What splits in x but not in u is left to factoring, which spares roots within roots.
                if splits(lowered) or not splits(f):
                    yield {"x": x, "part": x**k, "u": u, "lowered": lowered}
            return
        found = _in_one_part(f, parts, x, u)
        if found is not None:
            part, lowered = found
            if Poly(lowered, u).degree() >= 2:
                yield {"x": x, "part": part, "u": u, "lowered": lowered}

    def derive(self, problem: Solve, x: Symbol, part: Expr, u: Symbol, lowered: Expr) -> Derive:
        """Solve for u, then part = each of its values."""
        answer = yield first(Solve(equation(lowered, Integer(0)), u))
        if answer.everything or answer.parameters:
            return None
        answers = []
        for value in answer.members:
            answers.append((yield from solved(part, value, x)))
        members, parameters = union(answers)
        return (yield from concluded(problem, members, parameters=parameters))


def _in_one_part(f: Expr, parts: list[Expr], x: Symbol, u: Symbol) -> tuple[Expr, Expr] | None:
    """(part, polynomial in u) where all the parts with the unknown are whole powers of one of them."""
    for part in sorted(parts, key=lambda p: (len(str(p)), p.sort_key())):
        exchange: dict[Expr, Expr] = {}
        for other in parts:
            n = _power_of(other, part)
            if n is None:
                break
            exchange[other] = u**n
        else:
            lowered = f.xreplace(exchange)
            if not lowered.has(x) and lowered.is_polynomial(u):
                return part, lowered
    return None


def _power_of(other: Expr, part: Expr) -> Integer | None:
    """n where ``other`` is ``part`` to the n-th: e^(2x) is (eˣ)², 4ˣ is (2ˣ)²."""
    if other == part:
        return Integer(1)
    b, e = part.as_base_exp()
    c, d = other.as_base_exp()
    if d == e and b.is_Integer and c.is_Integer and b > 1:
        n = 1
        while b**n < c:
            n += 1
        return Integer(n) if b**n == c else None
    if c != b or e == 0 or not (d / e).is_Integer:
        return None
    return d / e if d / e > 0 else None
