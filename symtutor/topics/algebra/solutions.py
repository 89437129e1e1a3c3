"""What the techniques for equations share: keeping an equation as it is put, and admitting solutions."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from typing import Any

from sympy import Add, Expr, Integer, Symbol, default_sort_key, false, true
from sympy.core.relational import Eq, Equality
from sympy.logic.boolalg import Boolean

from ...derivation import Assume, Say, first
from ...problems import SolutionSet, Solve
from ...problems.domain import domain_of
from ...written import Relation, write
from .terms import multiplied_out

LETTERS_FOR_INTEGERS = ("k", "n", "m", "j")
REFUSED = "is no solution: put into the equation as it stood, it fails or is not defined"


def equation(left: Expr, right: Expr) -> Equality:
    """left = right, never decided by SymPy."""
    return Eq(left, right, evaluate=False)


def equated(left: Any, right: Any) -> Relation:
    """left = right as a written line."""
    return Relation(("=",), (write(left), write(right)))


def difference(problem: Solve) -> Expr:
    """Left side less right side."""
    return problem.equation.lhs - problem.equation.rhs


def whole_number(problem: Solve) -> Symbol:
    """A letter for a whole number that is not used in the question."""
    used = {s.name for s in problem.free_symbols()}
    return Symbol(next(name for name in LETTERS_FOR_INTEGERS if name not in used), integer=True)


def solved(left: Expr, right: Expr, x: Symbol) -> Generator[Any, Any, SolutionSet]:
    """The solutions of left = right: read off where the left side is the letter itself, asked for otherwise."""
    if left == x and not right.has(x):
        return SolutionSet(x, (right,))
    answer: SolutionSet = yield first(Solve(equation(left, right), x))
    return answer


def _late(start: Expr) -> Any:
    return bool(start.is_nonnegative)


def ordered_members(members: Iterable[Expr]) -> tuple[Expr, ...]:
    """Without repetition; numbers by size, the rest after them in SymPy's fixed order."""
    distinct = dict.fromkeys(members)
    numbers = sorted((m for m in distinct if m.is_number), key=lambda m: (m.evalf(30), default_sort_key(m)))
    return (*numbers, *sorted((m for m in distinct if not m.is_number), key=default_sort_key))


def requirements(problem: Solve) -> tuple[Boolean, ...]:
    """What a solution must fulfil beside the equation: both sides are defined, and what is given about the unknown."""
    x = problem.variable
    conditions = dict.fromkeys([*domain_of(problem.equation.lhs), *domain_of(problem.equation.rhs), *problem.given])
    return tuple(c for c in conditions if c.has(x))


def concluded(
    problem: Solve, members: Iterable[Expr], *further: Boolean, parameters: tuple[Symbol, ...] = ()
) -> Generator[Any, Any, SolutionSet | None]:
    """The set of the members that fulfil what the question requires, and ``further``; the others are named and dropped.

    What cannot be decided because of other letters is assumed; because of a whole number k: ``None``.
    """
    x = problem.variable
    kept: list[Expr] = []
    for m in ordered_members(members):
        verdict = True
        for c in (*requirements(problem), *further):
            there = c.xreplace({x: m})
            if there == true:
                continue
            if there == false:
                yield Say(Relation(("=",), (write(x), write(m))), "", REFUSED)
                verdict = False
                break
            if there.free_symbols & set(parameters) or not there.free_symbols:
                return None
            yield Assume(there)
        if verdict:
            kept.append(m)
    used = tuple(p for p in parameters if any(m.has(p) for m in kept))
    return SolutionSet(x, families(kept, *used), used)


def families(members: Iterable[Expr], *parameters: Symbol) -> tuple[Expr, ...]:
    """The members in order; two families that lie half a period apart are one with half the period."""
    if not parameters:
        return ordered_members(members)
    k = parameters[0]
    found = list(dict.fromkeys(multiplied_out(m) for m in members))
    joined = True
    while joined:
        joined = False
        for i, one in enumerate(found):
            for other in found[i + 1 :]:
                period = one.coeff(k)
                shift = (other - one).xreplace({k: Integer(0)})
                if period != 0 and other.coeff(k) == period and shift in (period / 2, -period / 2):
                    # Of the two starts, the one that is not negative where there is one.
                    start = max(one.xreplace({k: Integer(0)}), other.xreplace({k: Integer(0)}), key=_late)
                    found[i] = start + period * k / 2
                    found.remove(other)
                    joined = True
                    break
            if joined:
                break

    def by_start(m: Expr) -> tuple[Any, ...]:
        start = m.xreplace({p: Integer(0) for p in parameters})
        return (0, start.evalf(30), default_sort_key(m)) if start.is_number else (1, 0, default_sort_key(m))

    return tuple(sorted(found, key=by_start))


def union(answers: Iterable[SolutionSet]) -> tuple[tuple[Expr, ...], tuple[Symbol, ...]]:
    """(members, parameters) of several sets."""
    members: list[Expr] = []
    parameters: dict[Symbol, None] = {}
    for answer in answers:
        members += answer.members
        parameters.update(dict.fromkeys(answer.parameters))
    return tuple(members), tuple(parameters)


def occurrences(expr: Expr, x: Symbol) -> list[Expr]:
    """The largest parts of a sum of products that have ``x`` in them and are no sum, product or whole power."""
    found: dict[Expr, None] = {}
    stack = [expr]
    while stack:
        e = stack.pop()
        if not e.has(x):
            continue
        if e.is_Add or e.is_Mul:
            stack += list(reversed(e.args))
        elif e.is_Pow and e.exp.is_Integer:
            stack.append(e.base)
        else:
            found[e] = None
    return list(found)


def isolated(expr: Expr, g: Expr, x: Symbol) -> Expr | None:
    """The value that ``g`` must have for ``expr`` = 0, where ``expr`` is a·g + b with a free of the unknown."""
    a: list[Expr] = []
    b: list[Expr] = []
    for t in Add.make_args(expr):
        if t.has(g):
            c = t / g
            if c.has(x):
                return None
            a.append(c)
        else:
            b.append(t)
    total = Add(*a)
    return None if total == 0 else -Add(*b) / total
