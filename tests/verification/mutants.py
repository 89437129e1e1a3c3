"""Right derivatives and the ways in which they are made wrong, for measuring what the verifier lets through.

Run ``python -m tests.verification.mutants`` for the table of shares.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache
from typing import Any

import sympy as sp
from sympy import (
    Abs,
    Add,
    Max,
    Mul,
    Piecewise,
    Pow,
    Rational,
    Symbol,
    acos,
    acosh,
    asin,
    asinh,
    atan,
    atanh,
    cos,
    cosh,
    cot,
    csc,
    erf,
    exp,
    gamma,
    log,
    sec,
    sin,
    sinh,
    sqrt,
    tan,
    tanh,
)

from symtutor.derivation import Budget, Derivation, Verdict, derive
from symtutor.problems import Differentiate
from symtutor.topics import rulebook
from symtutor.written.functions import DEFINITIONS, gelu, sigmoid, softplus

from .asking import evidence

x, a = Symbol("x", real=True), Symbol("a", real=True)

FUNCTIONS = (
    x**5 - 3 * x**2 + 7, x**2 * sin(x), x * exp(x), exp(-(x**2) / 2), sin(3 * x) * cos(2 * x), log(x) / x,
    (x**2 + 1) / (x - 3), sqrt(x**2 + 1), sqrt(1 - x**2), x**x, log(sin(x)), tan(x) ** 2, sec(x) * x, cot(x) + x,
    csc(2 * x), asin(x) * x, acos(x / 2), atan(x**2), sinh(x) * x, cosh(3 * x), tanh(x) ** 2, asinh(x) + x**2,
    acosh(x) * x, atanh(x / 3), erf(x) * x, gamma(x) + x, sigmoid(2 * x), softplus(x) * x, gelu(x), 2**x * x**2,
    x ** Rational(1, 3) * (x + 1), x ** Rational(5, 2) - x, log(log(x)), exp(sin(x)),
    cos(exp(x)), sin(cos(x)), sin(x) ** 3 * x, (x + 1) ** 4 * (x - 2) ** 3, 1 / (x**2 + x + 1), x / (1 + sqrt(x)),
    exp(a * x) * sin(x), a * x**3 - x / a, log(a * x) * x, x**a + a**2 * x, atan(a * x), x * Abs(x), Abs(x - 1) * x,
    log(Abs(x)) * x, Max(x, 2 - x) * x, Piecewise((x**2, x < 1), (2 * x - 1, True)) + x, Abs(sin(x)) + x,
    exp(-x) * log(x**2 + 1), (sin(x) + cos(x)) / exp(x), sqrt(x) * exp(-x), log(x + sqrt(x**2 + 1)), x * sin(1 / x),
    (log(x) + 1) ** 3, exp(x) / (1 + exp(x)), tan(3 * x) - x, sqrt(sin(x) + 2), x**3 * exp(-2 * x) * cos(x),
)  # fmt: skip

PRODUCTS = tuple(f * FUNCTIONS[(7 * i + 3) % 40] for i, f in enumerate(FUNCTIONS[:40:2]))
SUMS = tuple(f - 2 * FUNCTIONS[(11 * i + 5) % 40] for i, f in enumerate(FUNCTIONS[1:40:3]))
ENDS = (
    0, 1, -2, 3, 5, -4, 10, 7, -6, 12, -9, 20, *(Rational(*c) for c in (
        (1, 2), (-7, 3), (9, 4), (-1, 5), (22, 7), (-13, 6), (1, 10), (-5, 2)))
)  # fmt: skip
CORNERED = tuple(
    g
    for c in ENDS
    for g in (
        Abs(x - c), (x + 20) * Abs(x - c), Abs(x - c) + sin(x), exp(Abs(x - c)), Abs(x - c) * exp(x), sin(Abs(x - c)),
        Max(x, c) * cosh(x), Abs(x - c) ** 3 + Abs(x - c), 1 / (1 + Abs(x - c)), sqrt(1 + Abs(x - c)),
        log(2 + Abs(x - c)), atan(Abs(x - c)), Abs(3 * x - 3 * c) * (x**2 + 1),
        (x - c) * Abs(x - c) + Abs(x - c), Abs(x - c) * log(1 + Abs(x - c)),
    )
)  # fmt: skip

GLOBAL = ("sign", "factor 2", "factor 1 + 10^-12", "dropped term", "dropped factor")
LOCAL = ("beyond x = 40", "one piece", "dropped absolute value", "dropped condition")
CORNER_KINDS = ("dropped absolute value", "dropped condition")
TINY = 1 + Rational(1, 10**12)


@cache
def steps(cornered: bool = False) -> tuple[Derivation, ...]:
    """Every distinct derivative step of the derivations of the functions, or of those with a corner."""
    book = rulebook()
    found: dict[Any, Derivation] = {}
    for f in CORNERED if cornered else (*FUNCTIONS, *PRODUCTS, *SUMS):
        derivation = derive(Differentiate(f, x), book, Budget())
        assert isinstance(derivation, Derivation), f
        for node in derivation:
            if isinstance(node.problem, Differentiate) and node.problem.expr.has(x):
                found.setdefault((node.problem, node.answer, node.conditions), node)
    return tuple(found.values())


def places(expr: Any) -> Iterator[tuple[tuple[int, ...], Any]]:
    """Every sub-expression with the path that leads to it; conditions of cases are left alone."""
    stack: list[tuple[tuple[int, ...], Any]] = [((), expr)]
    while stack:
        path, e = stack.pop()
        yield path, e
        stack += [((*path, i), arg) for i, arg in enumerate(e.args) if not isinstance(arg, sp.logic.boolalg.Boolean)]


def changed(expr: Any, path: tuple[int, ...], new: Any) -> Any:
    if not path:
        return new
    args = list(expr.args)
    args[path[0]] = changed(args[path[0]], path[1:], new)
    return expr.func(*args)


def mutants(kind: str, node: Derivation) -> Iterator[tuple[Any, tuple[Any, ...]]]:
    """(wrong answer, conditions) of one kind, made from one step."""
    answer: Any = node.answer
    if kind == "beyond x = 40":
        for right in (x <= 40, x >= -40, x <= 300):
            yield Piecewise((answer, right), (answer * 3 / 2 + 1, True)), node.conditions
    elif kind == "one piece":
        for low, high in ((0, Rational(1, 3)), (1, Rational(6, 5)), (-3, -2)):
            yield Piecewise((answer + 1, (x > low) & (x < high)), (answer, True)), node.conditions
    elif kind == "dropped condition":
        for i in range(len(node.conditions)):
            yield answer, node.conditions[:i] + node.conditions[i + 1 :]
    else:
        for path, e in places(answer):
            for new in _changes(kind, e):
                yield changed(answer, path, new), node.conditions


def _changes(kind: str, e: Any) -> Iterator[Any]:
    if kind == "dropped absolute value" and isinstance(e, Abs):
        yield e.args[0]
    if isinstance(e, Add | Mul | Pow | sp.Function) and not isinstance(e, Piecewise):
        if kind == "sign":
            yield -e
        elif kind == "factor 2":
            yield 2 * e
        elif kind == "factor 1 + 10^-12":
            yield TINY * e
    if kind == "dropped term" and isinstance(e, Add):
        yield from (Add(*(t for t in e.args if t is not dropped)) for dropped in e.args)
    if kind == "dropped factor" and isinstance(e, Mul):
        yield from (Mul(*(t for t in e.args if t is not dropped)) for dropped in e.args)


POINTS = tuple(Rational(*p) for p in (
    (3, 7), (-5, 9), (17, 11), (29, 10), (-19, 8), (1, 6), (11, 10), (61, 1), (-61, 1), (701, 2), (7, 2), (23, 4),
    (9, 10)))  # fmt: skip


def plainly(e: Any) -> Any:
    """The named functions of machine learning by their definitions, which SymPy can evaluate."""
    return e.replace(lambda g: type(g) in DEFINITIONS, lambda g: DEFINITIONS[type(g)](g.args[0]))


def differs(node: Derivation, wrong: Any) -> bool:
    """Whether the mutant is another function: at 50 digits, somewhere where question and right answer have values."""
    for p in POINTS:
        put = {x: p, a: Rational(7, 3)}
        values = [plainly(e).xreplace(put).evalf(70) for e in (node.problem.expr, node.answer, wrong)]  # type: ignore[attr-defined]
        if not all(v.is_real and v.is_finite for v in values[:2]):
            continue
        if any(c.xreplace(put) != sp.true for c in node.conditions):
            continue
        if not values[2].is_real or abs(values[1] - values[2]) > abs(values[1]) * sp.Float(10) ** -50:
            return True
    return False


def dropped_condition_matters(node: Derivation, conditions: tuple[Any, ...]) -> bool:
    """Whether a corner lies where only the dropped condition kept it out: the condition is x ≠ c or its like."""
    (dropped,) = (c for c in node.conditions if c not in conditions)
    f = node.problem.expr  # type: ignore[attr-defined]
    gap = dropped.lhs - dropped.rhs
    if not isinstance(dropped, sp.Ne) or not gap.is_polynomial(x) or sp.degree(gap, x) != 1:
        return False
    corner = -gap.coeff(x, 0) / gap.coeff(x, 1)
    claimed = node.answer.xreplace({x: corner, a: Rational(7, 3)})  # type: ignore[union-attr]
    return bool(claimed.is_real and claimed.is_finite and _slopes_differ(f, corner))


def _slopes_differ(f: Any, c: Any) -> bool:
    step = Rational(1, 10**20)
    if c.free_symbols:
        return False
    middle, left, right = ((f.xreplace({x: c + d, a: Rational(7, 3)})).evalf(60) for d in (0, -step, step))
    if not all(v.is_real and v.is_finite for v in (middle, left, right)):
        return False
    return bool(abs((right - middle) / step - (middle - left) / step) > sp.Float(10) ** -10)


def measured(kind: str, most: int = 10**6, balls: bool = True, every: int = 1) -> tuple[int, int, list[str]]:
    """(mutants that count, those refuted, what was let through)."""
    counted = refuted = 0
    let_through = []
    seen: set[Any] = set()
    turn = 0
    for node in steps(kind in CORNER_KINDS):
        for wrong, conditions in mutants(kind, node):
            key = (node.problem, wrong, conditions)
            if key in seen or wrong.has(sp.nan, sp.zoo, sp.oo):
                continue
            seen.add(key)
            turn += 1
            if turn % every:
                continue
            if kind == "dropped condition":
                if not dropped_condition_matters(node, conditions):
                    continue
            elif not differs(node, wrong):
                continue
            counted += 1
            verdict = evidence(node.problem, wrong, conditions, balls=balls).verdict
            if verdict is Verdict.REFUTED:
                refuted += 1
            else:
                let_through.append(f"{verdict}: {node.problem.expr} -> {wrong}")  # type: ignore[attr-defined]
            if counted >= most:
                return counted, refuted, let_through
    return counted, refuted, let_through


def table(balls: bool = True, every: int = 1) -> str:
    """The shares by kind, one a line."""
    lines = []
    for kind in (*GLOBAL, *LOCAL):
        counted, refuted, through = measured(kind, balls=balls, every=every)
        share = f"{refuted / counted:.2%}" if counted else "-"
        lines.append(f"{kind:24} {refuted:5} of {counted:5}  {share}")
        lines += [f"    {t}" for t in through[:6]]
    return "\n".join(lines)


if __name__ == "__main__":
    with_balls = "--without-balls" not in sys.argv
    print(table(with_balls, 1 if with_balls else 7))
