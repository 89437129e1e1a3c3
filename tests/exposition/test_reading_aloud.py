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


@pytest.mark.parametrize(
    ("question", "domain"),
    [
        ("d/dx ln(ln(ln x))", "for x > e"),
        ("d/dx ln(1/x)", "for x > 0"),
        ("d/dx arcsin(sqrt x)", "for 0 < x < 1"),
        ("d/dx arcsin(sin x)", "for |sin x| < 1"),
        ("d/dx x^(3/4) sqrt(x^2+1)", "for x > 0"),
        ("rationalise (x-4)/(sqrt(x)-2)", "for x ≥ 0 and x ≠ 4"),
        ("derivative of (ln x)^x", "for x > 1"),
        ("d/dx 1/ln x", "for x > 0 and x ≠ 1"),
        ("d/dx sqrt(1-sqrt x)", "for 0 < x < 1"),
    ],
)
def test_conditions_are_said_once_and_solved_for_the_letter(question, domain):
    answer = page(question).split("\nCheck")[0].rstrip().splitlines()[-1]
    assert answer.strip().endswith(domain) and answer.count("for ") == 1


@pytest.mark.parametrize("question", ["d/dx x^(3/2)", "second derivative of x^(5/2)"])
def test_no_derivative_is_claimed_at_the_end_of_a_domain(question):
    assert "for x > 0" in page(question) and "x ≥ 0" not in page(question)


@pytest.mark.parametrize(
    ("question", "last"),
    [("d/dx x|x|", "2|x|"), ("d/dx |x|^3", "3x |x|"), ("d/dx arctan(tan x)", "1"), ("d/dx tan x - x", "tan²x")],
)
def test_known_identities_end_in_their_short_form(question, last):
    answer = page(question).split("\nCheck")[0].rstrip().splitlines()[-1]
    assert answer.split("    for")[0].endswith(f"= {last}")


def test_logarithms_stand_after_sines_in_a_product():
    assert "sin x ln x" in page("d/dx x sin(x) ln x")


def test_a_family_of_angles_begins_with_its_angle():
    assert "x = −π/2 + 2kπ" in page("solve sin x = -1")


def test_a_quotient_is_factored_above_and_below_its_bar():
    text = page("x^3 + y^3 = 6xy, find dy/dx")
    assert "3(2y − x²)/(3(y² − 2x))" in text and "⁻¹" not in text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("x^2 + y^2 = 25, find dy/dx", "(3, 4) is on the curve"),
        ("dz/dt for z = x^2 y, x = cos t, y = sin t", "the slope between 1.999 and 2.001 is 0.61609"),
        ("derivative of the inverse of x^3 + x at 2", "backwards that is a slope of 0.25"),
        ("solve sin x = 1/2", "x = π/6 gives 0.5 = 0.5"),
        ("factor x^4 - 16", "both are −15"),
    ],
)
def test_the_check_can_be_done_by_hand(question, said):
    check = page(question).split("\nCheck")[1]
    assert said in " ".join(check.split())


@pytest.mark.parametrize("question", ["lim x->0 (cosh(x)-1)/x", "lim h->0 (sqrt(1+h)-1+e^h-1)/h"])
def test_numbers_that_joined_while_reading_are_shared_out_again(question):
    assert "One quotient for each term" in page(question)


@pytest.mark.parametrize(
    ("question", "last"),
    [
        ("d/dx sin(x)/(1+cos x)", "1/(1 + cos x)"),
        ("x = t - sin t, y = 1 - cos t, find d^2y/dx^2", "−1/(1 − cos t)²"),
        ("dz/dt for z = ln(x + y), x = e^t, y = e^(-t)", "(eᵗ − e⁻ᵗ)/(eᵗ + e⁻ᵗ)"),
        ("∂/∂x x^y", "yxʸ⁻¹"),
        ("derivative of arcsec x", "1/(|x| √(x² − 1))"),
    ],
)
def test_results_end_as_a_textbook_prints_them(question, last):
    answer = page(question).split("\nCheck")[0].rstrip().splitlines()[-1]
    assert answer.split("    for")[0].endswith(f"= {last}")


def test_the_formula_with_letters_stays_one_fraction():
    text = page("solve a x^2 + b x + c = 0 for x")
    assert "x = (−b − √(b² − 4ac))/(2a) or" in text and "b² − 4ac = b² − 4ac" not in text


def test_a_root_that_is_simplest_as_it_stands_is_not_repeated():
    assert "(−1 − √5)/2 = (−1" not in page("solve x^2 + x - 1 = 0")
    assert "(2 − √8)/2 = 1 − √2" in page("solve x^2 - 2x - 1 = 0")
    assert "Quadratic formula" in page("solve x^2 - sqrt(2) x - 1 = 0")
