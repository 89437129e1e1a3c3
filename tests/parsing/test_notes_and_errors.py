"""What is said about a reading: ambiguities by their rule, errors with place and repair."""

import pytest

from symtutor.parsing import NotYet, TooLarge, Unreadable, read, read_expression
from symtutor.written import Written


def said(typed):
    """The notes of a reading, with the value for each piece of mathematics."""
    return ["".join(p if isinstance(p, str) else str(p.value()) for p in note) for note in read(typed).notes]


@pytest.mark.parametrize(
    ("typed", "note"),
    [
        ("d/dx 1/2x", "read 1/2x as 1/2 · x"),
        ("d/dx e^2x", "read e^2x as exp(2) · x"),
        ("d/dt x(t)", "read x(t) as x · t"),
        ("d/dx xy", "read xy as x · y"),
        ("d/dx abc x", "read abc as a · b · c"),
        ("d/dx x^1/3", "read x^1/3 as x/3, not as x**(1/3)"),
        ("d/dx x^-1/2", "read x^-1/2 as 1/(2*x), not as 1/sqrt(x)"),
        ("d/dx x2", "read x2 as one name, not as a product or a power of x"),
        ("d/dx e^(i x)", "read i as a letter: all numbers here are real"),
        ("derivative of a x^2 + b x + c", "read x as the variable and a, b and c as constants"),
        ("d/dx log x", "read log as the natural logarithm ln"),
        ("d/dx lg x", "read lg as the logarithm to the base 10"),
        ("d/dx E^x", "read E as the number e"),
        ("d/dx sin^-1 x", "read sin⁻¹ as arcsin, the inverse function"),
        ("d/dx sin x/x", "read the argument of sin as x"),
        ("d/dx 3 1/2 x", "read 3 1/2 as 7/2"),
        ("d/dx (x^2) + x", "read d/d… as acting on everything that follows: x**2 + x"),
        ("derivative of a x^2", "read x as the variable and a as constant"),
        ("of 1/x", "read as a question about the derivative"),
        ("d/dx σ(x)", "read σ(…) as the sigmoid function"),
    ],
)
def test_a_reading_that_could_be_another_is_said(typed, note):
    assert note in said(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "d/dx x^2 sin(x)",
        "d/dx 2x",
        "d/dx x^2 y",
        r"\frac{d}{dx} \frac12 x",
        "derivative of x^x",
        "d/dx x^2/2",
        "d/dx1 x1 + x2",
        "d/dx x_2 + x",
        "d/di i^2",
        "d/dx x^{2}/3 + e^{-x^2/2}",
    ],
)
def test_a_plain_reading_needs_no_remark(typed):
    assert said(typed) == []


def test_notes_hold_mathematics_and_not_its_text():
    assert any(isinstance(p, Written) for p in read("d/dx 1/2x").notes[0])


@pytest.mark.parametrize(
    ("typed", "at", "length", "repair"),
    [
        ("d/dx derivitive", 5, 10, "did you mean 'derivative'?"),
        ("d/dx хsin(x)", 5, 1, "type the Latin letter x"),
        ("d/dx x\u200b", 6, 1, "delete it"),
        ("d/dx sin(x", 8, 1, "add )"),
        ("d/dx x)", 6, 1, "remove it"),
        ("d/dx 2 3", 7, 1, "write * between them"),
        ("d/dx sin", 5, 3, "write sin(…)"),
        ("d/dx |x", 5, 1, "add |"),
        ("d/dx", 0, 4, "write d/dx x^2"),
        ("f'(x)", 0, 5, "give it: f(x) = x^2, find f'(x)"),
        ("d/dx 1 + 1/0", 9, 3, "change it; over the real numbers it means nothing"),
    ],
)
def test_an_error_has_its_place_and_a_repair(typed, at, length, repair):
    with pytest.raises(Unreadable) as caught:
        read(typed)
    assert (caught.value.position, caught.value.length, caught.value.repair) == (at, length, repair)


@pytest.mark.parametrize(
    "typed",
    [
        "1/0",
        "ln(0)",
        "x/(x-x)",
        "sqrt(-2)",
        "ln(-1)",
        "tan(pi/2)",
        "arctan(1/0)",
        "1/(1/0)",
        "0^-1",
        "0*(1/0)",
        "gamma(0)",
    ],
)
def test_what_has_no_real_value_is_refused(typed):
    with pytest.raises(Unreadable, match=r"divides by zero|has no value|is no real number"):
        read_expression(typed)


@pytest.mark.parametrize(
    ("typed", "limit"),
    [
        ("9^9^9^9", "numbers of"),
        ("(10^6)!", "numbers of"),
        ("x^(10^10)", "powers up to"),
        ("2^(2^100)", "numbers of"),
        ("binomial(10^9, 5*10^8)", "numbers of"),
        ("binomial(binomial(1000,500),binomial(100,50))", "numbers of"),
        ("e^e^e^e^e", "numbers of"),
        ("floor(e^(10^7))", "numbers of"),
        ("((x^100)^100)^100", "powers up to"),
        ("(x+y+z)^1000", "terms"),
        ("gamma(10^8)", "numbers of"),
        ("(1/10)^(10^7)", "numbers of"),
        ("10!!!!!", "numbers of"),
        ("(" * 10_000 + "x" + ")" * 10_000, "characters"),
        ("(" * 3_000 + "x" + ")" * 3_000, "tokens"),
        ("(" * 500 + "x" + ")" * 500, "nesting"),
        ("-" * 900 + "x", "nesting"),
        ("x" + "^x" * 500, "nesting"),
        ("sin " * 500 + "x", "nesting"),
        ("9" * 1000, "digits"),
        ("1e999999999", "digits"),
        ("x + " * 5000 + "x", "characters"),
        ("√" * 500 + "x", "nesting"),
    ],
)
def test_what_would_grow_too_large_is_refused_before_it_does(typed, limit):
    with pytest.raises(TooLarge) as caught:
        read_expression(typed)
    assert limit in caught.value.limit


@pytest.mark.parametrize("typed", ["(x+1)^1000", "x^9999", "2^10000", "100!", "e^1000 x"])
def test_what_only_looks_large_is_read(typed):
    assert read_expression(typed) is not None


@pytest.mark.parametrize(
    "typed",
    [
        "__import__('os').system('true')",
        "d/dx (lambda: x)()",
        "exec(x)",
        "x.__class__",
        "d/dx [c for c in ().__class__.__base__.__subclasses__()]",
        r"\input{/etc/passwd}",
        r"\write18{true}",
        "{{x}}",
        "%s%n",
    ],
)
def test_code_is_never_run(typed):
    for reader in (read, read_expression):
        try:
            reader(typed)
        except Unreadable as refused:
            assert 0 <= refused.position <= len(typed)


def test_a_false_assumption_is_refused():
    with pytest.raises(Unreadable, match="can never hold"):
        read("d/dx x", assume="1 < 0")


def test_an_error_in_an_assumption_names_it():
    with pytest.raises(Unreadable, match="in the assumption 'a >'"):
        read("d/dx x", assume="a >")


def test_an_error_carries_the_text_its_place_is_in():
    for reader in (read, read_expression):
        with pytest.raises(Unreadable) as caught:
            reader("d/dx derivitive")
        assert caught.value.text == "d/dx derivitive"
    with pytest.raises(Unreadable) as caught:
        read("d/dx x", assume="a >")
    assert caught.value.text == "a >"


def test_what_is_too_large_is_told_from_what_has_no_meaning():
    with pytest.raises(Unreadable) as large:
        read("d/dx 9^9^9^9")
    with pytest.raises(Unreadable) as meaningless:
        read("d/dx banana")
    assert large.value.over_limit and not meaningless.value.over_limit


def test_an_empty_question_is_refused():
    with pytest.raises(Unreadable, match="no question"):
        read("  ")


def test_a_subject_that_is_coming_is_named():
    with pytest.raises(NotYet) as caught:
        read("eigenvalues of [[2,1],[1,2]]")
    assert caught.value.subject == "eigenvalues"


def test_simplify_asks_for_a_form():
    with pytest.raises(Unreadable) as caught:
        read("simplify x + x")
    assert "expand" in caught.value.repair
