"""Throw-away questions and rules, one or two of each kind that a later subject needs.

They exist to show that the frame carries by-parts twice over, a back-substitution, a bracket, a cyclic integral,
an eigen-decomposition, a density by its distribution function, and row operations.  No product code uses them.
"""

from __future__ import annotations

from dataclasses import dataclass

from sympy import (
    Eq,
    Expr,
    ImmutableMatrix,
    Integer,
    Matrix,
    Mul,
    Ne,
    Rational,
    Symbol,
    Tuple,
    cos,
    exp,
    eye,
    log,
    sin,
    sqrt,
)  # fmt: skip

from symtutor.derivation import Assume, Phase, Row, Rule, Rulebook, Say, aside, first, table_rules
from symtutor.problems import AnswerType, NoValue, Problem, SolutionSet, Solve, SolveLinear, fresh_letter, phrase
from symtutor.written import BackSubstitution, Bracket, Grid, IntegralOf, Written, write

x = Symbol("x", real=True)


@dataclass(frozen=True)
class Integrate(Problem):
    expr: Expr
    variable: Symbol

    def statement(self) -> Written:
        return IntegralOf(write(self.expr), write(self.variable))

    def letters(self) -> tuple[Symbol, ...]:
        return (self.variable,)

    def family(self) -> str | None:
        return "+ C"


@dataclass(frozen=True)
class IntegrateBetween(Problem):
    expr: Expr
    variable: Symbol
    lower: Expr
    upper: Expr

    def statement(self) -> Written:
        return IntegralOf(write(self.expr), write(self.variable), write(self.lower), write(self.upper))

    def bound(self) -> tuple[Symbol, ...]:
        return (self.variable,)


@dataclass(frozen=True)
class Slope(Problem):
    """The derivative, as far as the rules here need it."""

    expr: Expr
    variable: Symbol

    def statement(self) -> Written:
        return phrase("the derivative of ", write(self.expr))


class SlopeOfPower(Rule[Slope]):
    solves, phase = Slope, Phase.TABLE

    def match(self, problem):
        c, rest = problem.expr.as_independent(problem.variable, as_Add=False)
        base, n = rest.as_base_exp()
        if base == problem.variable and n.is_number:
            yield {"c": c, "n": n}

    def derive(self, problem, c, n):
        return c * n * problem.variable ** (n - 1)
        yield


class SlopeOfExponential(Rule[Slope]):
    solves, phase = Slope, Phase.TABLE

    def match(self, problem):
        if problem.expr in (exp(problem.variable), sin(problem.variable), cos(problem.variable)):
            yield {}

    def derive(self, problem):
        v = problem.variable
        return {exp(v): exp(v), sin(v): cos(v), cos(v): -sin(v)}[problem.expr]
        yield


def _power(problem):
    base, n = problem.expr.as_base_exp()
    return {"v": problem.variable, "n": n} if base == problem.variable and n.is_number and n != -1 else None


def _exactly(f):
    return lambda problem: {"v": problem.variable} if problem.expr == f(problem.variable) else None


TABLE = table_rules(
    Integrate,
    [
        Row("PowerIntegral", "Power", "", _power, lambda v, n: v ** (n + 1) / (n + 1)),
        Row("ExponentialIntegral", "Exponential", "", _exactly(exp), lambda v: exp(v)),
        Row("CosineIntegral", "Cosine", "", _exactly(cos), lambda v: sin(v)),
        Row("SineIntegral", "Sine", "", _exactly(sin), lambda v: -cos(v)),
        Row("ReciprocalIntegral", "Reciprocal", "", _exactly(lambda v: 1 / v), lambda v: log(v), lambda v: v > 0),
    ],
)


class ConstantFactor(Rule[Integrate]):
    solves, phase = Integrate, Phase.COMMIT

    def match(self, problem):
        c, rest = problem.expr.as_independent(problem.variable, as_Add=False)
        if c != 1 and rest != 1:
            yield {"c": c, "rest": rest}

    def derive(self, problem, c, rest):
        return c * (yield Integrate(rest, problem.variable))


class ByParts(Rule[Integrate]):
    """Undo the product rule: trade one integral for a simpler one."""

    solves, phase, effort = Integrate, Phase.EXPLORE, 3
    because = "{u} gets simpler when differentiated, and {dv} does not get harder when integrated."

    def match(self, problem):
        if isinstance(problem.expr, Mul):
            for u in problem.expr.as_ordered_factors():
                if u.is_polynomial(problem.variable) and u.has(problem.variable):
                    yield {"u": u, "dv": problem.expr / u}

    def derive(self, problem, u, dv):
        v_ = problem.variable
        du = yield aside(Slope(u, v_))
        v = yield aside(Integrate(dv, v_))
        return u * v - (yield Integrate(v * du, v_))


class CyclicParts(Rule[Integrate]):
    """By parts twice brings the integral back; solve for it."""

    solves, phase, effort = Integrate, Phase.EXPLORE, 4

    def match(self, problem):
        v = problem.variable
        if problem.expr in (exp(v) * sin(v), exp(v) * cos(v)):
            trig = sin(v) if problem.expr.has(sin) else cos(v)
            yield {"u": exp(v), "dv": trig, "whole": Symbol("I", real=True)}

    def derive(self, problem, u, dv, whole):
        x = problem.variable
        v = yield aside(Integrate(dv, x))
        du = yield aside(Slope(u, x))
        w = yield aside(Integrate(v, x))
        ddu = yield aside(Slope(du, x))
        yield Say(u * v - du * w, text="less the integral of u″w, which is a multiple of the one asked")
        multiple = (w * ddu) / problem.expr
        if multiple.has(x):
            return None
        return (yield SolveLinear(Eq(whole, u * v - du * w + multiple * whole, evaluate=False), whole))


class Substitution(Rule[Integrate]):
    solves, phase, effort = Integrate, Phase.EXPLORE, 2

    def match(self, problem):
        v = problem.variable
        for f in problem.expr.as_ordered_factors():
            if len(f.args) == 1 and f.args[0] != v:
                yield {"g": f.args[0]}

    def derive(self, problem, g):
        v = problem.variable
        slope = yield aside(Slope(g, v))
        u = fresh_letter(problem)
        inside = (problem.expr / slope).xreplace({g: u})
        if inside.has(v):
            return None
        found = yield Integrate(inside, u)
        return BackSubstitution(found, write(u), write(g))


class FundamentalTheorem(Rule[IntegrateBetween]):
    solves, phase = IntegrateBetween, Phase.COMMIT

    def match(self, problem):
        yield {"a": problem.lower, "b": problem.upper}

    def derive(self, problem, a, b):
        v = problem.variable
        if problem.expr.subs(v, 0).is_infinite and a < 0 < b:
            return NoValue("diverges", "the integrand is unbounded between the ends")
        F = yield Integrate(problem.expr, v)
        return Bracket(F, write(v), write(a), write(b))


class CarelessFundamentalTheorem(FundamentalTheorem):
    """Takes the table's condition v > 0 across 0: the frame must refuse it."""

    def derive(self, problem, a, b):
        F = yield Integrate(problem.expr, problem.variable)
        return Bracket(F, write(problem.variable), write(a), write(b))


class SumOfIntegrals(Rule[IntegrateBetween]):
    """The sum of a number and an integral: a line that needs a value to stand."""

    solves, phase = IntegrateBetween, Phase.TABLE

    def match(self, problem):
        if problem.expr.is_Add:
            yield {"terms": Tuple(*problem.expr.args)}

    def derive(self, problem, terms):
        holes = yield tuple(IntegrateBetween(t, problem.variable, problem.lower, problem.upper) for t in terms)
        total = holes[0]
        for h in holes[1:]:
            total = total + h
        return total


class MoveTheKnown(Rule[SolveLinear]):
    """Collect the unknown on one side and divide."""

    solves, phase, relation = SolveLinear, Phase.COMMIT, "⇒"

    def match(self, problem):
        left = problem.equation.lhs - problem.equation.rhs
        a = left.expand().coeff(problem.variable, 1)
        b = left.expand().coeff(problem.variable, 0)
        if not a.has(problem.variable) and not b.has(problem.variable):
            yield {"a": a, "b": -b}

    def derive(self, problem, a, b):
        yield Say(Eq(a * problem.variable, b, evaluate=False), "⇔")
        if not a.is_nonzero:
            yield Assume(Ne(a, 0))
        return write(b) / a


class DivideByUnknown(Rule[Solve]):
    """Divides x² = x by x, which loses 0: the frame must catch it."""

    solves, phase = Solve, Phase.COMMIT

    def match(self, problem):
        yield {}

    def derive(self, problem):
        yield Assume(Ne(problem.variable, 0))
        return SolutionSet(problem.variable, (Integer(1),))


@dataclass(frozen=True)
class Eigendecomposition(AnswerType):
    pairs: tuple[tuple[Expr, ImmutableMatrix], ...]


@dataclass(frozen=True)
class Eigen(Problem):
    matrix: ImmutableMatrix

    def statement(self) -> Written:
        return phrase("eigenvalues and eigenvectors of ", write(self.matrix))

    def asks_for_value(self) -> bool:
        return False


@dataclass(frozen=True)
class Determinant(Problem):
    matrix: ImmutableMatrix

    def statement(self) -> Written:
        return phrase("det ", write(self.matrix))


@dataclass(frozen=True)
class Roots(Problem):
    expr: Expr
    variable: Symbol

    def statement(self) -> Written:
        return phrase("the roots of ", write(self.expr))


class TwoByTwoDeterminant(Rule[Determinant]):
    solves, phase = Determinant, Phase.TABLE

    def match(self, problem):
        if problem.matrix.shape == (2, 2):
            a, b, c, d = problem.matrix
            yield {"a": a, "b": b, "c": c, "d": d}

    def derive(self, problem, a, b, c, d):
        return write(a) * d - write(b) * c
        yield


class QuadraticRoots(Rule[Roots]):
    solves, phase = Roots, Phase.TABLE

    def match(self, problem):
        c, b, a = (problem.expr.expand().coeff(problem.variable, k) for k in range(3))
        yield {"a": a, "b": b, "c": c}

    def derive(self, problem, a, b, c):
        root = sqrt(b**2 - 4 * a * c)
        return Tuple((-b - root) / (2 * a), (-b + root) / (2 * a))
        yield


class CharacteristicEquation(Rule[Eigen]):
    """Eigenvalues are the roots of det(A − λI); each eigenvector comes from elimination."""

    solves, phase, relation = Eigen, Phase.COMMIT, "→"

    def match(self, problem):
        yield {"A": problem.matrix}

    def derive(self, problem, A):
        lam = Symbol("lambda", real=True)
        p = yield first(Determinant(ImmutableMatrix(A - lam * eye(2))))
        values = yield first(Roots(p, lam))
        pairs = []
        for value in values:
            v = yield first(NullVector(ImmutableMatrix(A - value * eye(2))))
            pairs.append((value, v))
        return Eigendecomposition(tuple(pairs))


@dataclass(frozen=True)
class NullVector(Problem):
    matrix: ImmutableMatrix

    def statement(self) -> Written:
        return phrase("a vector in the null space of ", write(self.matrix))


class Eliminate(Rule[NullVector]):
    """Three kinds of row operations, each an intermediate line with the matrix beside it."""

    solves, phase, relation = NullVector, Phase.COMMIT, "→"

    def match(self, problem):
        yield {"M": problem.matrix}

    def derive(self, problem, M):
        m = Matrix(M)
        if m[0, 0] == 0:
            m.row_swap(0, 1)
            yield Say(_grid(m), "→", "R₁ ↔ R₂")
        pivot = m[0, 0]
        if pivot != 1:
            m = Matrix([m.row(0) / pivot, m.row(1)])
            yield Say(_grid(m), "→", "R₁ ← R₁ / pivot")
        factor = m[1, 0]
        if factor != 0:
            m = Matrix([m.row(0), m.row(1) - factor * m.row(0)])
            yield Say(_grid(m), "→", "R₂ ← R₂ − factor · R₁")
        if any(m[1, j] != 0 for j in range(2)):
            return None
        return ImmutableMatrix([-m[0, 1], 1])


def _grid(m: Matrix) -> Grid:
    return Grid(tuple(tuple(write(e) for e in m.row(i)) for i in range(m.rows)), marks=((0, 0),))


@dataclass(frozen=True)
class FindDensity(Problem):
    """The density of transform(X) for X uniform on (0, 1); X is the letter ``variable``."""

    transform: Expr
    variable: Symbol

    def statement(self) -> Written:
        return phrase("X uniform on (0, 1): the density of ", write(self.transform))

    def bound(self) -> tuple[Symbol, ...]:
        return (self.variable,)


class DistributionFunctionMethod(Rule[FindDensity]):
    """P(X² ≤ y) first, then its derivative."""

    solves, phase = FindDensity, Phase.COMMIT

    def match(self, problem):
        base, n = problem.transform.as_base_exp()
        if base == problem.variable and n.is_Integer and n > 0:
            yield {"n": n}

    def derive(self, problem, n):
        y = fresh_letter(problem, prefer="y")
        F = y ** Rational(1, n)
        yield Assume(y > 0)
        yield Assume(y < 1)
        yield Say(F, "=", "P(X ≤ the n-th root of y), since X is uniform")
        return (yield Slope(F, y))


ROWS = (*TABLE, ConstantFactor(), Substitution(), ByParts(), CyclicParts())
RULES = (
    *ROWS, SlopeOfPower(), SlopeOfExponential(), SumOfIntegrals(), FundamentalTheorem(), MoveTheKnown(),
    TwoByTwoDeterminant(), QuadraticRoots(), CharacteristicEquation(), Eliminate(), DistributionFunctionMethod(),
    DivideByUnknown(),
)  # fmt: skip


def book(*more: Rule) -> Rulebook:
    return Rulebook({}, (*more, *RULES))
