"""A small rulebook of derivatives, so that what a page says is tested apart from what the topics know."""

from __future__ import annotations

from dataclasses import replace

from sympy import Add, Integer, Mul, Pow, Symbol, cos, exp, log, sin
from sympy.core.relational import Gt

from symtutor.derivation import (
    Assume,
    Derivation,
    Evidence,
    Level,
    Premise,
    Row,
    Rule,
    Rulebook,
    Say,
    Verdict,
    aside,
    derive,
    first,
    table_rules,
)
from symtutor.problems import Differentiate, DifferentiateRepeatedly, Form, IsDifferentiable, Rewrite, YesNo
from symtutor.written import Sum, write

x = Symbol("x", real=True)
a = Symbol("a", real=True)


def _power(p):
    base, n = p.expr.as_base_exp()
    return {"x": base, "n": n} if base == p.variable and not n.has(p.variable) else None


def _of(function):
    return lambda p: {"x": p.variable} if p.expr == function(p.variable) else None


ROWS = [
    Row("Constant", "Derivative of a constant", "c' = 0", lambda p: None if p.expr.has(p.variable) else {"c": p.expr},
        lambda c: Integer(0), because="{c} does not change."),
    Row("PowerRule", "Power rule", r"(x^n)' = n x^{n-1}", _power, lambda x, n: n * x ** (n - 1),
        because="The exponent {n} is constant."),
    Row("Sine", "Derivative of the sine", r"\sin' = \cos", _of(sin), lambda x: cos(x)),
    Row("Cosine", "Derivative of the cosine", r"\cos' = -\sin", _of(cos), lambda x: -sin(x)),
    Row("Exponential", "Derivative of the exponential", r"\exp' = \exp", _of(exp), lambda x: exp(x)),
    Row("Logarithm", "Derivative of the logarithm", r"\ln'x = 1/x", _of(log), lambda x: 1 / x, lambda x: Gt(x, 0)),
]  # fmt: skip


class SumRule(Rule[Differentiate]):
    """Differentiate term by term."""

    solves, block_from = Differentiate, Level.FULL
    because = "{f} is a sum, and slopes add."

    def match(self, problem):
        if isinstance(problem.expr, Add):
            yield {"f": problem.expr}

    def derive(self, problem, f):
        holes = []
        for t in f.as_ordered_terms():
            holes.append((yield Differentiate(t, problem.variable)))
        return Sum(tuple(holes))


class ProductRule(Rule[Differentiate]):
    """Each factor moves once while the other stands still."""

    solves = Differentiate
    statement = r"(u v)' = u' v + u v'"
    because = "{u} and {v} both contain {x}, so both change."
    hint = "Two factors depend on {x}."

    def match(self, problem):
        if isinstance(problem.expr, Mul):
            u, v = problem.expr.as_two_terms()
            yield {"u": u, "v": v, "x": problem.variable}

    def derive(self, problem, u, v, x):
        du = yield Differentiate(u, x)
        dv = yield Differentiate(v, x)
        return du * v + u * dv


class ChainRule(Rule[Differentiate]):
    """Differentiate from the outside in, and multiply by what the inside contributes."""

    solves = Differentiate
    statement = r"f(g(x))' = f'(g(x)) g'(x)"
    because = "Outermost is {f}, and inside it stands {g}."

    def match(self, problem):
        f = problem.expr
        if isinstance(f, (sin, exp, log)) and f.args[0] != problem.variable:
            yield {"f": f.func(Symbol("u", real=True)), "g": f.args[0]}

    def derive(self, problem, f, g):
        u = Symbol("u", real=True)
        if isinstance(f, log):
            yield Assume(Gt(g, 0))
            return (yield Differentiate(g, problem.variable)) / g
        outer = yield aside(Differentiate(f, u))
        return write(outer.xreplace({u: g})) * (yield Differentiate(g, problem.variable))


class Tidied(Rule[Differentiate]):
    """Differentiate first, then write the result as a textbook would."""

    solves = Differentiate
    because = "What is left is algebra."

    def match(self, problem):
        if problem.tidied:
            yield {}

    def derive(self, problem):
        raw = yield first(Differentiate(problem.expr, problem.variable))
        return (yield first(Rewrite(raw, Form.TIDY)))


class Factor(Rule[Rewrite]):
    solves = Rewrite
    title = "Take out the common factor"
    because = "{f} shares a factor between its terms."

    def match(self, problem):
        if problem.expr.factor() != problem.expr:
            yield {"f": problem.expr}

    def derive(self, problem, f):
        yield from ()
        return f.factor()


class LeaveIt(Rule[Rewrite]):
    solves = Rewrite
    because = "It is in its form already."

    def match(self, problem):
        yield {}

    def derive(self, problem):
        yield from ()
        return problem.expr


class Again(Rule[DifferentiateRepeatedly]):
    """A higher derivative is the derivative of the one before it."""

    solves = DifferentiateRepeatedly
    because = "Differentiate twice."

    def match(self, problem):
        yield {}

    def derive(self, problem):
        now = problem.expr
        for letter in problem.variables:
            now = yield first(Differentiate(now, letter))
        return now


class Slopes(Rule[IsDifferentiable]):
    """Compare the slope on the left with the slope on the right."""

    solves = IsDifferentiable
    because = "{f} has a corner or not."

    def match(self, problem):
        yield {"f": problem.expr}

    def derive(self, problem, f):
        yield Say(write(Integer(-1)), "", "the slope on the left")
        yield Say(write(Integer(1)), "", "the slope on the right")
        return YesNo(False, "the slopes −1 and 1 differ", (Integer(-1), Integer(1)))


RULES = (*table_rules(Differentiate, ROWS), Tidied(), SumRule(), ChainRule(), ProductRule(), Factor(), LeaveIt(),
         Again(), Slopes())  # fmt: skip


def book():
    return Rulebook({}, RULES)


def derived(problem):
    found = derive(problem, book())
    assert isinstance(found, Derivation), found
    return found


def d(expr, **more):
    return derived(Differentiate(expr, x, **more))


def judged(node, verdicts=lambda n: Verdict.PROVED, memo=None, **evidence):
    """The same derivation with evidence on each step, as a verifier would leave it."""
    memo = {} if memo is None else memo
    if id(node) not in memo:
        told = tuple(
            Premise(judged(t.derivation, verdicts, memo, **evidence), t.role) if isinstance(t, Premise) else t
            for t in node.step.told
        )
        found = Evidence(verdicts(node), "normal form", ("both sides agree as polynomials",), **evidence)
        memo[id(node)] = replace(node, step=replace(node.step, told=told, evidence=found))
    return memo[id(node)]


POWER_OF_X = Pow(x, 3)
