"""Equations with roots and absolute values.

Raising to an even power may add solutions: a = b gives a² = b², but so does a = −b.  So the root is isolated first, and
what the squared equation gives is admitted only where the side without the root is not negative.  An absolute value is
treated by its two cases.
"""

from __future__ import annotations

from collections.abc import Iterable

from sympy import Abs, Add, Expr, Integer, Pow, Rational
from sympy.core.relational import Ge

from ...derivation import Bindings, Derive, Level, Rule, Say
from ...problems import SolutionSet, Solve
from ...written import Power, Relation, write
from .solutions import concluded, difference, equated, equation, isolated, solved, union
from .terms import multiplied_out


def roots_in(expr: Expr, x: Expr) -> list[Expr]:
    """The roots with ``x`` under them, the largest first, in a fixed order."""
    found = [
        p
        for p in expr.atoms(Pow)
        if p.has(x) and isinstance(p.exp, Rational) and p.exp.q > 1 and p.exp > 0 and p.exp.q <= 5
    ]
    return sorted(found, key=lambda p: (-p.count_ops(), p.sort_key()))


class RaiseToPower(Rule[Solve]):
    """Isolate the root, raise both sides to its power, and check what comes out."""

    solves = Solve
    title = "Raise to a power"
    statement = r"\sqrt u = v \iff u = v^2 \text{ and } v\ge 0"
    reference = "Stewart, Precalculus 7e, §1.5 (radical equations)"
    because = (
        "Isolated, {root} is {value}; to the power {n} the root goes. An even power also admits the wrong sign, so "
        "{value} must then not be negative."
    )
    hint = "Isolate {root}, then raise both sides to the power {n}. Check the candidates."
    block_from = Level.STANDARD
    known_as = ("squaring", "squaring both sides")
    examples = ("solve sqrt(x+2) = x for x -> x = 2", "solve sqrt(x+5) - sqrt(x) = 1 for x -> x = 4")
    counterexamples = ("solve x^2 = 2 for x",)

    def match(self, problem: Solve) -> Iterable[Bindings]:
        """A root that can be isolated."""
        x = problem.variable
        f = multiplied_out(difference(problem))
        for root in roots_in(f, x):
            value = _isolated_root(f, root, x)
            if value is not None:
                yield {"root": root, "value": value, "n": Integer(root.exp.q)}
                return

    def derive(self, problem: Solve, root: Expr, value: Expr, n: Integer) -> Derive:
        """The equation without this root; its solutions where the power was an equivalence."""
        x = problem.variable
        if equation(root, value) != problem.equation:
            yield Say(equated(root, value), "⇔")
        p = root.exp.p
        left, right = root.base**p, multiplied_out(value**n)
        even = n % 2 == 0
        if even and value.is_negative:
            yield Say(Relation(("<",), (write(value), write(0))), "", "and a root is never negative")
            return SolutionSet(x)
        yield Say(equated(write(left), Power(write(value), write(n))), "⇒" if even else "⇔")
        answer = yield from solved(left, right, x)
        if answer.everything:
            return None
        # A power with an even numerator is not negative either, whatever the index of its root.
        never_negative = even or p % 2 == 0
        further = (Ge(value, 0, evaluate=False),) if never_negative and value.has(x) else ()
        if p % 2 == 0 and not even and value.is_negative:
            return SolutionSet(x)
        return (yield from concluded(problem, answer.members, *further, parameters=answer.parameters))


def _isolated_root(f: Expr, root: Expr, x: Expr) -> Expr | None:
    """The value of ``root`` where it occurs once, to the first power, with a coefficient free of the unknown."""
    a: list[Expr] = []
    b: list[Expr] = []
    for t in Add.make_args(f):
        c = t / root
        if not c.has(x):
            a.append(c)
        elif t.has(root):
            return None
        else:
            b.append(t)
    total = Add(*a)
    if total == 0 or not total.is_nonzero:
        return None
    return multiplied_out(-Add(*b) / total)


class TwoCasesOfAbs(Rule[Solve]):
    """|u| = v: u is v or −v, and v must not be negative."""

    solves = Solve
    title = "Absolute value: two cases"
    statement = r"|u| = v \iff v\ge 0 \text{ and } (u=v \text{ or } u=-v)"
    reference = "Stewart, Precalculus 7e, §1.8"
    because = "{bars} is the distance of {u} from 0, so {u} is {v} or its opposite, wherever {v} is not negative."
    hint = "Which two values can {u} have?"
    block_from = Level.STANDARD
    known_as = ("cases",)
    examples = ("solve |x - 1| = 3 for x -> x = -2 or x = 4", "solve |2x + 1| = |x - 3| for x -> x = -4 or x = 2/3")
    counterexamples = ("solve x^2 = 1 for x",)

    def match(self, problem: Solve) -> Iterable[Bindings]:
        """An absolute value that can be isolated."""
        x = problem.variable
        f = multiplied_out(difference(problem))
        for node in sorted((a for a in f.atoms(Abs) if a.has(x)), key=lambda a: (-a.count_ops(), a.sort_key())):
            v = isolated(f, node, x)
            if v is not None:
                yield {"bars": node, "u": node.args[0], "v": multiplied_out(v)}
                return

    def derive(self, problem: Solve, bars: Expr, u: Expr, v: Expr) -> Derive:
        """Both cases, each admitted where v is not negative."""
        x = problem.variable
        if equation(bars, v) != problem.equation:
            yield Say(equated(bars, v), "⇔")
        if v.is_negative:
            yield Say(Relation(("<",), (write(v), write(0))), "", "and a distance is never negative")
            return SolutionSet(x)
        answers = []
        # |v| and −|v| make the same pair of cases as v and −v.
        bare = v.args[0] if isinstance(v, Abs) else v
        for value in dict.fromkeys((bare, multiplied_out(-bare))):
            yield Say(equated(u, value), "", "one case")
            answers.append((yield from solved(u, value, x)))
        if any(a.everything for a in answers):
            return None
        members, parameters = union(answers)
        further = () if v.is_nonnegative else (Ge(v, 0, evaluate=False),)
        return (yield from concluded(problem, members, *further, parameters=parameters))
