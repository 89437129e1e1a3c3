"""The question stands on the page as it was typed, and only what is asked about is put back into it."""

import pytest

from symtutor import explain


@pytest.mark.parametrize(
    ("typed", "heading"),
    [
        ("d/dx 2*x/2", "d/dx [2x/2]"),
        ("lim x->2 2*x/2", "lim x→2 2x/2"),
        ("lim x->0 x-x", "lim x→0 (x − x)"),
        ("derivative of 2x/2 at x=3", "d/dx [2x/2] at x = 3"),
        ("tangent line to 2x/2 at 1", "The tangent line to y = 2x/2 at x = 1"),
    ],
)
def test_the_letter_of_the_operator_is_not_the_subject(typed, heading):
    assert explain(typed).to("text").splitlines()[0] == heading
