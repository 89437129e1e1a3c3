"""Trigonometric equations with all their solutions.

sin, cos and tan take each value again and again: one solution in a period, its mirror image where there is one, and
whole numbers of periods.  What mixes angles or functions is first brought to one function of one angle.
"""

from __future__ import annotations

from collections.abc import Iterable

from sympy import Add, Expr, Integer, Mul, Pow, Symbol, acos, asin, atan, cos, pi, sin, tan
from sympy.core.relational import Ge, Le, Ne

from ...derivation import Assume, Bindings, Derive, Level, Rule, Say, first
from ...problems import Form, Rewrite, SolutionSet, Solve
from ...written import Relation, write
from .solutions import difference, equated, equation, families, isolated, occurrences, solved, union, whole_number
from .terms import multiplied_out


def angles(f: type[Expr], c: Expr, k: Symbol) -> tuple[Expr, ...]:
    """All u with f(u) = c, as families in the whole number k."""
    turn = 2 * pi * k
    if f is tan:
        return (atan(c) + pi * k,)
    if f is sin:
        if c == 0:
            return (pi * k,)
        return (asin(c) + turn,) if c in (1, -1) else (asin(c) + turn, pi - asin(c) + turn)
    if c == 0:
        return (pi / 2 + pi * k,)
    return (acos(c) + turn,) if c in (1, -1) else (acos(c) + turn, -acos(c) + turn)


class AllAngles(Rule[Solve]):
    """f(u) = c for a sine, cosine or tangent: one period's solutions and all their repetitions."""

    solves = Solve
    title = "All angles with this value"
    statement = r"\sin u=c \iff u=\arcsin c+2\pi k \text{ or } u=\pi-\arcsin c+2\pi k,\quad k\in\mathbb Z"
    reference = "Stewart, Precalculus 7e, §7.4"
    because = (
        "{x} occurs only in {wave}, which must be {c}; every angle with this value differs from those in one period "
        "by whole periods."
    )
    hint = "Which angles in one period have {wave} = {c}? Add whole periods."
    block_from = Level.STANDARD
    examples = (
        "solve sin x = 1/2 for x -> x = pi/6 + 2pi k or x = 5pi/6 + 2pi k",
        "solve cos(2x) = 0 for x -> x = pi/4 + pi k/2",
        "solve tan x = 1 for x -> x = pi/4 + pi k",
        "solve sin x = 2 for x -> no solution",
    )
    counterexamples = ("solve sin x = x for x",)

    def match(self, problem: Solve) -> Iterable[Bindings]:
        """One sine, cosine or tangent with the unknown, isolated."""
        x = problem.variable
        f = multiplied_out(difference(problem))
        parts = occurrences(f, x)
        restricted = any(g.has(x) for g in problem.given)  # which members of a family would be left is not decided
        if len(parts) == 1 and isinstance(parts[0], (sin, cos, tan)) and not restricted:
            c = isolated(f, parts[0], x)
            if c is not None and not c.has(x):
                yield {"x": x, "wave": parts[0], "c": c}

    def derive(self, problem: Solve, x: Expr, wave: Expr, c: Expr) -> Derive:
        """None outside [−1, 1] for sine and cosine."""
        if equation(wave, c) != problem.equation:
            yield Say(equated(wave, c), "⇔")
        if not isinstance(wave, tan):
            if (c - 1).is_positive or (c + 1).is_negative:
                yield Say(Relation(("≤", "≤"), (write(-1), write(wave), write(1))), "", "always")
                return SolutionSet(problem.variable)
            if not ((c - 1).is_nonpositive and (c + 1).is_nonnegative):
                yield Assume(Le(c, 1))
                yield Assume(Ge(c, -1))
        k = whole_number(problem)
        u = wave.args[0]
        answers = []
        for value in angles(type(wave), c, k):
            if u != x:
                yield Say(equated(u, value), "")
            answers.append((yield from solved(u, value, problem.variable)))
        members, parameters = union(answers)
        return SolutionSet(problem.variable, families(members, k), tuple(dict.fromkeys((*parameters, k))))


class OneFunction(Rule[Solve]):
    """Trade the square of one function for the other, so that only one is left."""

    solves = Solve
    title = "Write with one function"
    statement = r"\cos^2u = 1-\sin^2u,\quad \sin^2u = 1-\cos^2u"
    reference = "Stewart, Precalculus 7e, §7.5"
    because = "{square} occurs as a square only; traded for the other function it leaves an equation in {other} alone."
    hint = "Which identity writes {square} with {other}?"
    block_from = Level.STANDARD
    examples = ("solve cos(x)^2 + sin(x) - 1 = 0 for x -> x = pi k or x = pi/2 + 2pi k",)
    counterexamples = ("solve sin x cos x = 1 for x",)

    def match(self, problem: Solve) -> Iterable[Bindings]:
        """Squares of sin u (or cos u) beside cos u (or sin u), the former in no other power."""
        f = multiplied_out(difference(problem))
        parts = occurrences(f, problem.variable)
        if len(parts) != 2 or {type(p) for p in parts} != {sin, cos} or parts[0].args != parts[1].args:
            return
        for g, other in (parts, reversed(parts)):
            powers = [p for t in Add.make_args(f) for p in Mul.make_args(t) if p.has(g)]
            if powers and all(isinstance(p, Pow) and p.exp == 2 for p in powers):
                yield {"square": g**2, "other": other}
                return

    def derive(self, problem: Solve, square: Expr, other: Expr) -> Derive:
        """The same equation in one function."""
        f = multiplied_out(multiplied_out(difference(problem)).xreplace({square: 1 - other**2}))
        answer = yield from solved(f, Integer(0), problem.variable)
        return answer


class SingleAngles(Rule[Solve]):
    """Expand double angles and sums, so that one angle is left and a factor shows."""

    solves = Solve
    statement = r"\sin 2u = 2\sin u\cos u"
    reference = "Stewart, Precalculus 7e, §7.5"
    because = (
        "{wave} has another angle than the rest; expanded, the equation speaks of one angle, and splits into factors."
    )
    hint = "Which formula writes {wave} with the single angle?"
    block_from = Level.STANDARD
    known_as = ("double angle formula",)
    examples = ("solve sin(2x) = sin x for x -> x = pi k or x = pi/3 + 2pi k or x = -pi/3 + 2pi k",)
    counterexamples = ("solve sin(2x) = 1 for x",)

    def match(self, problem: Solve) -> Iterable[Bindings]:
        """Sines and cosines of different whole multiples of one angle, that split once expanded."""
        f = multiplied_out(difference(problem))
        waves = [p for p in occurrences(f, problem.variable) if isinstance(p, (sin, cos))]
        multiples = [w for w in waves if w.args[0].as_coeff_Mul()[0] == 2]
        if len({w.args[0] for w in waves}) > 1 and multiples:
            yield {"wave": multiples[0]}

    def derive(self, problem: Solve, wave: Expr) -> Derive:
        """Expand, then ask again."""
        f = multiplied_out(difference(problem))
        opened = multiplied_out((yield first(Rewrite(f, Form.TRIG_EXPANDED))))
        if opened == f:
            return None
        return (yield from solved(opened, Integer(0), problem.variable))


class DivideByCosine(Rule[Solve]):
    """a sin u + b cos u = 0: where the cosine is zero the sine is not, so dividing loses nothing."""

    solves = Solve
    statement = r"a\sin u+b\cos u=0 \iff \tan u=-\frac ba\quad(a\neq 0)"
    reference = "Stewart, Precalculus 7e, §7.5"
    because = (
        "Sine and cosine of {u} are never zero together. With a cosine of zero the equation would fail, so dividing "
        "by it loses no solution."
    )
    hint = "Can {cosine} be zero in a solution? If not, divide by it."
    block_from = Level.STANDARD
    examples = ("solve sin x = cos x for x -> x = pi/4 + pi k",)
    counterexamples = ("solve sin x + cos x = 1 for x",)

    def match(self, problem: Solve) -> Iterable[Bindings]:
        """Nothing but a multiple of sin u and a multiple of cos u."""
        f = multiplied_out(difference(problem))
        terms = Add.make_args(f)
        parts = occurrences(f, problem.variable)
        if len(terms) == 2 and len(parts) == 2 and {type(p) for p in parts} == {sin, cos}:
            s, c = sorted(parts, key=lambda p: isinstance(p, cos))
            plain = all(any(not (t / p).has(problem.variable) for p in parts) for t in terms)
            if s.args == c.args and plain:
                yield {"u": s.args[0], "cosine": c}

    def derive(self, problem: Solve, u: Expr, cosine: Expr) -> Derive:
        """tan u = −b/a."""
        f = multiplied_out(difference(problem))
        a, b = f.coeff(sin(u)), f.coeff(cosine)
        if not a.is_nonzero:
            yield Assume(Ne(a, 0))
        return (yield from solved(tan(u), -b / a, problem.variable))
