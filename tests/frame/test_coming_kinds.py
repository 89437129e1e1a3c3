"""The frame carries every kind of derivation that a later subject brings."""

from sympy import Eq, ImmutableMatrix, Integer, Rational, Symbol, cos, exp, sin, sqrt

from symtutor.derivation import Derivation, Role, Said, Unsolved, alternatives, derive
from symtutor.problems import Solve, SolveLinear
from symtutor.written import Bracket, Grid, Minus, Quotient, Sum, write

from .throwaway import (
    ByParts,
    CarelessFundamentalTheorem,
    Eigen,
    FindDensity,
    FundamentalTheorem,
    Integrate,
    IntegrateBetween,
    NullVector,
    book,
    x,
)  # fmt: skip


def solved(problem, *more) -> Derivation:
    found = derive(problem, book(*more))
    assert isinstance(found, Derivation), found
    return found


def test_by_parts_twice_over_answers_out_of_its_steps():
    d = solved(Integrate(x**2 * exp(x), x))
    assert (d.answer - (x**2 - 2 * x + 2) * exp(x)).expand() == 0
    assert [n.step.rule for n in d].count("ByParts") == 2


def test_by_parts_keeps_its_line_with_the_integral_standing():
    d = solved(Integrate(x * exp(x), x))
    assert isinstance(d.step.line, Sum)
    assert isinstance(d.step.line.terms[1], Minus)
    assert [p.answer for p in d.step.premises(Role.ASIDE)] == [Integer(1), exp(x)]


def test_effort_is_summed_along_the_path():
    assert solved(Integrate(x**2 * exp(x), x)).effort == 2 * ByParts.effort


def test_substitution_is_carried_back_to_the_old_letter():
    d = solved(Integrate(2 * x * cos(x**2), x))
    assert d.answer == sin(x**2)
    assert "Substitution" in {n.step.rule for n in d}


def test_substitution_chooses_the_letter_from_the_problem_and_not_the_path():
    u = Symbol("u", real=True)
    d = solved(Integrate(u * cos(u**2), u))
    inner = next(n for n in d if n.step.rule == "CosineIntegral")
    assert inner.problem.variable == Symbol("v", real=True)


def test_definite_integral_shows_bracket_numbers_and_value():
    d = solved(IntegrateBetween(x**2, x, Integer(0), Integer(2)))
    _, line, filled, carried, answer = d.chain()
    assert isinstance(line, Bracket) and isinstance(filled, Bracket)
    assert isinstance(carried, Sum) and isinstance(carried.terms[0], Quotient)
    assert answer.value() == Rational(8, 3)


def test_condition_on_a_bound_variable_ends_the_application():
    problem = IntegrateBetween(1 / x, x, Integer(-1), Integer(1))
    assert isinstance(derive(problem, book().exchanged("FundamentalTheorem", CarelessFundamentalTheorem())), Unsolved)


def test_divergence_is_an_answer_with_its_reason():
    d = solved(IntegrateBetween(1 / x, x, Integer(-1), Integer(1)))
    assert str(d.answer) == "diverges"


def test_a_standing_question_without_value_declines_the_line():
    d = solved(IntegrateBetween(1 / x + x, x, Integer(-1), Integer(1)))
    assert d.step.rule == "FundamentalTheorem" and str(d.answer) == "diverges"


def test_cyclic_parts_ends_in_a_linear_equation():
    d = solved(Integrate(exp(x) * sin(x), x))
    assert (d.answer - exp(x) * (sin(x) - cos(x)) / 2).expand() == 0
    assert isinstance(d.step.premises(Role.STANDING)[0].problem, SolveLinear)


def test_linear_equation_carries_the_condition_on_its_coefficient():
    a, b = Symbol("a", real=True), Symbol("b", real=True)
    d = solved(SolveLinear(Eq(a * x, b), x))
    assert d.answer == b / a
    assert [str(c) for c in d.conditions] == ["Ne(a, 0)"]


def test_given_condition_is_not_carried():
    a, b = Symbol("a", real=True), Symbol("b", real=True)
    assert solved(SolveLinear(Eq(a * x, b), x).under(a > 0)).conditions == ()


def test_division_by_the_unknown_is_caught():
    assert isinstance(derive(Solve(Eq(x**2, x), x), book()), Unsolved)


def test_eigen_decomposition_asks_its_steps_first():
    d = solved(Eigen(ImmutableMatrix([[2, 1], [1, 2]])))
    kinds = [type(p.problem).__name__ for p in d.step.premises(Role.FIRST)]
    assert kinds == ["Determinant", "Roots", "NullVector", "NullVector"]
    assert [value for value, _ in d.answer.pairs] == [1, 3]
    for value, v in d.answer.pairs:
        assert ImmutableMatrix([[2, 1], [1, 2]]) * v == value * v


def test_row_operations_stand_as_lines_with_their_matrix():
    d = solved(NullVector(ImmutableMatrix([[2, 4], [1, 2]])))
    said = [t for t in d.step.told if isinstance(t, Said)]
    assert [s.text[:2] for s in said] == ["R₁", "R₂"]
    assert all(isinstance(s.line, Grid) for s in said)


def test_density_by_distribution_function_carries_its_support():
    d = solved(FindDensity(x**2, x))
    y = Symbol("y", real=True)
    assert d.answer == 1 / (2 * sqrt(y))
    assert set(d.conditions) == {y > 0, y < 1}


def test_another_way_excludes_the_application_that_won():
    found = solved(IntegrateBetween(x**2 + x, x, Integer(0), Integer(1)))
    assert found.step.rule == "SumOfIntegrals"
    others = alternatives(found, book(_Stepwise()))
    assert others and all(o.step.rule != "SumOfIntegrals" for o in others)
    assert all(o.answer == found.answer for o in others)


class _Stepwise(FundamentalTheorem):
    def derive(self, problem, a, b):
        F = yield Integrate(problem.expr.args[0], problem.variable)
        G = yield Integrate(problem.expr.args[1], problem.variable)
        return Bracket(F + G, write(problem.variable), write(a), write(b))
