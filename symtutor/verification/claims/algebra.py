"""Algebra: the same value in another form, and equations with all their solutions."""

from __future__ import annotations

from typing import Any

from sympy import Add, Expr, Integer
from sympy.core.relational import Equality

from ...derivation import Evidence, Verdict
from ...problems import NoValue, Rewrite, SolutionSet, Solve, SolveLinear
from ..bench import Bench
from ..comparison import DIFFER, UNDEFINED, Comparison, compared, concluded, plain, sweep
from ..normal_form import same
from ..pieces import Cut, Point
from ..proofs import EXACT, derivative_by_cases
from ..roots import Missing, count_by_sturm, located, window_is_clear
from .derivatives import weakest
from .registry import Claim, claim, letters_of, undecided

METHOD = "values in balls"


@claim.register
def _(problem: Rewrite, made: Claim) -> Evidence:
    """Equal wherever the expression is defined and the conditions hold."""
    if not isinstance(made.answer, Expr):
        return undecided("the answer is no expression")
    expr, answer, bench, domain = problem.expr, made.answer, made.bench, made.domain(problem)
    letters = letters_of(expr, answer)
    left, right = plain(bench.compiled(expr)), plain(bench.compiled(answer))
    if not letters:
        proof = lambda: EXACT if same(expr, answer) else None  # noqa: E731
        return compared(bench, left, right, (), (expr, answer), (), proof, METHOD)
    x = problem.variable or letters[0]
    comparison = Comparison(bench, left, right, domain)

    def at_cut(cut: Cut, fixed: Point) -> Evidence | None:
        point = {**fixed, x: cut.at}
        said = comparison.judge(point) if cut.exact else ""
        return comparison.evidence_of(point, said) if said in (DIFFER, UNDEFINED) else None

    tally = sweep(comparison, x, letters_of(expr, answer, *domain, x), (expr, answer), domain, at_cut)
    return concluded(tally, lambda: derivative_by_cases(expr, (), answer, tally), METHOD)


@claim.register
def _(problem: SolveLinear, made: Claim) -> Evidence:
    """The answer put into the equation; that the equation is linear makes it the only one."""
    if not isinstance(made.answer, Expr):
        return undecided("the answer is no expression")
    put = {problem.variable: made.answer}
    left, right = problem.equation.lhs.xreplace(put), problem.equation.rhs.xreplace(put)
    if same(left, right):
        return Evidence(Verdict.PROVED, f"put into the equation, {EXACT}")
    return _holds(left, right, made.domain(problem), made.bench)


def _holds(left: Any, right: Any, domain: tuple[Any, ...], bench: Bench) -> Evidence:
    """Whether two expressions agree, by values and then exactly."""
    letters = letters_of(left, right, *domain)
    proof = lambda: EXACT if same(left, right) else None  # noqa: E731
    sides = plain(bench.compiled(left)), plain(bench.compiled(right))
    found = compared(bench, *sides, letters, (left, right), domain, proof, "put into the equation, in balls")
    if found.verdict is Verdict.UNDECIDED and not letters and found.reason == "the question has no value":
        return Evidence(Verdict.REFUTED, "put into the equation", reason="the equation has no value there")
    return found


@claim.register
def _(problem: Solve, made: Claim) -> Evidence:
    """Every member solves the equation, and no solution is missed."""
    answer = made.answer
    if isinstance(answer, NoValue):
        answer = SolutionSet(problem.variable)
    if not isinstance(answer, SolutionSet):
        return undecided("the answer is no set of solutions")
    bench, equation = made.bench, problem.equation
    if not isinstance(equation, Equality):
        return undecided("the equation was evaluated away before it was asked")
    domain = made.domain(problem)
    if answer.everything:
        return _holds(equation.lhs, equation.rhs, domain, bench)
    found = [_member(problem, m, answer, domain, bench) for m in answer.members]
    worst = weakest(found) if found else Evidence(Verdict.PROVED, "no solution is claimed, and none is missed")
    if worst.verdict in (Verdict.REFUTED, Verdict.UNDECIDED):
        return worst
    return weakest([worst, _none_missed(problem, answer, domain, bench)])


def _member(problem: Solve, member: Any, answer: SolutionSet, domain: tuple[Any, ...], bench: Bench) -> Evidence:
    """A member put into the equation, families for a few integers each and exactly for all of them."""
    put = {problem.variable: member}
    left, right = problem.equation.lhs.xreplace(put), problem.equation.rhs.xreplace(put)
    conditions = tuple(c.xreplace(put) for c in domain)
    if any(c == False for c in conditions):  # noqa: E712
        return Evidence(
            Verdict.REFUTED, "conditions", witness=((problem.variable, member),), reason="outside the domain"
        )
    families = [k for k in answer.parameters if k in member.free_symbols]
    if not families:
        return _named(_holds(left, right, conditions, bench), problem, member)
    found = []
    for turn in range(-3, 4):
        whole = {k: Integer(turn + i) for i, k in enumerate(families)}
        here = tuple(c.xreplace(whole) for c in conditions)
        if any(c == False for c in here):  # noqa: E712
            continue
        # The integer goes in first: SymPy's own evaluation at k is not always the value at k.
        number = {problem.variable: member.xreplace(whole)}
        sides = problem.equation.lhs.xreplace(number), problem.equation.rhs.xreplace(number)
        one = _holds(*sides, here, bench)
        found.append(_named(one, problem, member.xreplace(whole)))
    worst = weakest(found) if found else undecided("no member of the family lies in the domain")
    if worst.verdict in (Verdict.PROVED, Verdict.ENCLOSED):
        if same(left, right):
            return Evidence(Verdict.PROVED, "put into the equation for every integer")
        return Evidence(Verdict.CONFIRMED, "put into the equation for seven integers", points=7, pieces=1)
    return worst


def _named(found: Evidence, problem: Solve, member: Any) -> Evidence:
    if found.verdict is not Verdict.REFUTED:
        return found
    witness = ((problem.variable, member), *found.witness)
    return Evidence(Verdict.REFUTED, found.method, witness=witness, reason=f"not a solution: {found.reason}")


def _none_missed(problem: Solve, answer: SolutionSet, domain: tuple[Any, ...], bench: Bench) -> Evidence:
    x = problem.variable
    gap = Add(problem.equation.lhs, -problem.equation.rhs)
    if not answer.parameters:
        counted = count_by_sturm(gap, x, domain)
        if counted is not None:
            distinct = len(dict.fromkeys(answer.members))
            if counted == distinct and _all_apart(answer.members, bench):
                return Evidence(Verdict.PROVED, "all real roots counted by Sturm's theorem")
            if distinct < counted:
                reason = f"{counted} real solutions exist, {distinct} were given"
                return Evidence(Verdict.REFUTED, "Sturm's theorem", reason=reason)
            return undecided("the same solution may stand twice")
    if not bench.numbers[0].rigorous:
        return undecided("without enclosures no solution can be excluded")
    return _searched(gap, answer, domain, problem, bench)


def _searched(gap: Any, answer: SolutionSet, domain: tuple[Any, ...], problem: Solve, bench: Bench) -> Evidence:
    from ..pieces import assignments

    x = problem.variable
    others = tuple(s for s in letters_of(gap, *domain) if s != x)
    tests = bench.tests(domain)
    checked = 0
    for fixed in assignments(others, domain, bench):
        members = located(answer, fixed, bench)
        if members is None:
            continue
        missing = window_is_clear(gap, x, fixed, members, tests, bench)
        if isinstance(missing, Missing):
            if missing.certain:
                reason = f"a solution near {x} = {missing.near:.6g} is missing"
                return Evidence(Verdict.REFUTED, "a sign change between balls", witness=(), reason=reason)
            return undecided(f"whether there is a solution near {x} = {missing.near:.6g} is open")
        checked += 1
    if not checked:
        return undecided("no values for the letters were found")
    return Evidence(
        Verdict.CONFIRMED, "no other solution between −12 and 12, by exclusion in balls", points=checked, pieces=1
    )


def _all_apart(members: tuple[Any, ...], bench: Bench) -> bool:
    """Whether the members are certainly different numbers."""
    from ..bench import place_at

    numbers = bench.numbers[0]
    numbers.at(256)
    values = [bench.compiled(m)(place_at(numbers, {}))[0] for m in members]
    return all(numbers.apart(a, b) for i, a in enumerate(values) for b in values[:i])
