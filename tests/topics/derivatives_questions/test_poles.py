"""Questions at poles of functions that SymPy values by itself, and repeated derivatives of what has none."""

import pytest

from symtutor import explain


@pytest.mark.parametrize(
    "typed",
    ["derivative of tan(gamma(x)) at 0", "derivative of gamma(x) at 0", "tangent line to gamma(x) sin x at 0"],
)
def test_a_pole_on_the_way_leaves_no_trace(typed):
    solution = explain(typed)
    assert "nan" not in solution.to("json").lower().split('"') and "zoo" not in solution.to("json")


def test_the_second_derivative_of_what_has_no_first_does_not_exist():
    assert str(explain("d^2/dx^2 x arcsin(2)").answer) == "does not exist"
