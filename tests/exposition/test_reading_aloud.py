"""What a teacher would stumble over when reading a page aloud."""

import pytest

from symtutor import explain


def page(question: str, assume: tuple[str, ...] = ()) -> str:
    return explain(question, assume=assume).to("text")


@pytest.mark.parametrize(
    "question", ["d/dx x e^x", r"\frac{d^2}{dx^2} e^{-x^2/2}", "d/dx e^(sin(x^2))", "lim x->0 (e^x-1)/x"]
)
def test_a_question_that_reads_as_it_was_typed_is_not_worked_out_first(question):
    assert "worked out first" not in page(question)


def test_one_before_a_factor_has_its_sign():
    text = page("d/dx x e^x")
    assert "1 · eˣ" in text and "1eˣ" not in text


def test_equal_letters_side_by_side_are_set_apart():
    assert "2x · x² + 2x · x" in page("expand (2x-3)(x^2+x+1)")


@pytest.mark.parametrize(
    ("question", "last"),
    [
        (r"\frac{d^2}{dx^2} e^{-x^2/2}", "(x² − 1) e^(−x²/2)"),
        ("d/dx 5 x e^x", "5(x + 1) eˣ"),
        ("d/dx (x e^x - e^x + x e^x)", "(2x + 1) eˣ"),
    ],
)
def test_sums_and_multiples_are_tidied_too(question, last):
    assert f"= {last}\n" in page(question).split("Check")[0].rstrip().splitlines()[-1] + "\n"


def test_a_line_that_only_turns_factors_round_is_not_printed():
    assert "eˣ (x + 1)\n" not in page("d/dx x e^x")


def test_secant_and_derivative_are_shown_to_the_digits_they_share():
    assert "is −0.03358, and the answer\n             gives −0.03358" in page("d/dx sin^2(x) cos(3x)")


def test_the_side_of_the_error_is_no_other_way():
    solution = explain("approximate sqrt(4.1) by linear approximation at 4")
    text = solution.to("text")
    assert text.index("the approximation is too large") < text.index("= 81/40")
    assert "Another way" not in text


def test_the_normal_density_has_one_root():
    assert "x e^(−x²/2) / √(2π)" in page("derivative of gelu(x)")
