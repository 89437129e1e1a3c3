"""What is printed reads back as the same value: no line has a second reading."""

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from sympy import (
    Abs,
    E,
    Expr,
    I,
    Integer,
    N,
    Rational,
    Symbol,
    atan,
    cos,
    erf,
    exp,
    log,
    pi,
    sec,
    sin,
    sinh,
    sqrt,
    symbols,
)

from symtutor import parsing
from symtutor.rendering.notation import latex_of, text_of
from symtutor.written import Apply, Minus, Power, Product, Quotient, Sum, Unvalued, Written, write
from symtutor.written.functions import sigmoid

x, y, a, theta = symbols("x y a theta", real=True)
POINT = {x: Rational(7, 10), y: Rational(13, 10), a: Rational(23, 10), theta: Rational(3, 5)}
LETTERS = {s.name: s for s in POINT}
LEAVES = st.sampled_from([x, x, y, a, theta, Integer(2), Integer(5), Integer(-1), Rational(1, 2), pi, E, x**2])
FUNCTIONS = st.sampled_from([sin, cos, sec, log, atan, sinh, erf, exp, Abs, sqrt, sigmoid])
EXPONENTS = st.sampled_from([Integer(2), Integer(-1), Rational(1, 2), Rational(1, 3), Rational(-3, 2)])


def _grown(parts: st.SearchStrategy[Expr]) -> st.SearchStrategy[Expr]:
    return st.one_of(
        st.tuples(parts, parts).map(lambda p: p[0] + p[1]),
        st.tuples(parts, parts).map(lambda p: p[0] * p[1]),
        st.tuples(parts, parts).map(lambda p: p[0] - p[1]),
        st.tuples(FUNCTIONS, parts).map(lambda p: p[0](p[1])),
        st.tuples(parts, EXPONENTS).map(lambda p: p[0] ** p[1]),
    )


EXPRESSIONS = st.recursive(LEAVES, _grown, max_leaves=6).filter(lambda e: not e.has(I))
NAMES = st.sampled_from(["sin", "cos", "ln", "sqrt", "abs", "exp", "arctan", "sigmoid", "cbrt", "erf"])


def _written(parts: st.SearchStrategy[Written]) -> st.SearchStrategy[Written]:
    several = st.lists(parts, min_size=2, max_size=3).map(tuple)
    return st.one_of(
        several.map(Sum),
        several.map(Product),
        st.tuples(parts, parts).map(lambda p: Quotient(*p)),
        st.tuples(parts, st.sampled_from([write(2), write(-1), write(x)])).map(lambda p: Power(*p)),
        parts.map(Minus),
        st.tuples(NAMES, parts).map(lambda p: Apply(p[0], (p[1],))),
    )


SMALL = st.recursive(LEAVES, _grown, max_leaves=3).filter(lambda e: not e.has(I))
WRITTEN = st.recursive(SMALL.map(write), _written, max_leaves=6)


def _at_point(expr: Expr) -> complex:
    return complex(N(expr.xreplace({s: POINT[LETTERS[s.name]] for s in expr.free_symbols}), 30))


def _reads_back(writing: Written) -> None:
    try:
        exact = writing.value()
        value = _at_point(exact)
    except (Unvalued, ArithmeticError, TypeError, ValueError):
        assume(False)
    assume(not exact.has(I) and abs(value.imag) < 1e-12 and abs(value) < 1e8)
    for line in (text_of(writing), text_of(writing, unicode=False), latex_of(writing)):
        again = _at_point(parsing.read_expression(line).value())
        assert abs(again - value) <= 1e-9 * (1 + abs(value)), line


QUICK = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)


@QUICK
@given(EXPRESSIONS)
def test_an_evaluated_expression_reads_back(expr: Expr):
    _reads_back(write(expr))


@QUICK
@given(WRITTEN)
def test_a_written_line_reads_back(writing: Written):
    _reads_back(writing)


@QUICK
@given(st.lists(st.sampled_from("abcdfghjklmnopqrstuvwxyz"), min_size=2, max_size=5, unique=True))
def test_letters_side_by_side_stay_letters(names: list[str]):
    letters = [Symbol(name, real=True) for name in names]
    writing = Product(tuple(write(s) for s in letters))
    for line in (text_of(writing), text_of(writing, unicode=False), latex_of(writing)):
        assert {s.name for s in parsing.read_expression(line).value().free_symbols} == set(names), line
