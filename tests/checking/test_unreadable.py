"""What cannot be read is told with its place and a repair; nothing that is typed crashes, hangs or runs."""

import pytest

from symtutor import check
from symtutor.rendering import render

UNREADABLE = [
    "", "?", "2x +", "2x)", "(2x", "2**x**", "x^", r"\frac{1}{", "sin", "sin()", "sin(x, y)", "2x, I think",
    "I don't know", "__import__('os')", "2х", "сos(x)", "9^9^9^9", "100000!", "1/0", "ln(-1)", "sqrt(-1)",
    "∫ x dx", "lim x->0 x", "d/dx x^2", "\0", "😀", "(" * 10000 + "x" + ")" * 10000, "x+" * 50000 + "x",
    "sin(" * 500 + "x" + ")" * 500, "x^" * 300 + "x", "1" * 100000, "-" * 5000 + "x", "1/" * 2000 + "x",
]  # fmt: skip


@pytest.mark.parametrize("answer", UNREADABLE, ids=lambda a: a[:20])
def test_unreadable_answer_is_told_so_on_a_page(answer):
    found = check("d/dx x^2", answer)
    assert (str(found.verdict), found.misconception, found.reading) == ("unreadable", None, None)
    assert "unreadable" in render(found.feedback, "text")


def test_the_page_names_the_place_and_a_repair():
    page = render(check("d/dx x^2", "2x + (3").feedback, "text")
    assert "character 6" in page and "Try" in page


SILLY = [
    "idk",
    "x > 2",
    "{1, 2}",
    "[[1,2],[3,4]]",
    "f(x)",
    "1000!",
    "e^(e^(e^(e^x)))",
    "tan(10^6 x)",
    "oo",
    "±2x",
    "yes",
]


@pytest.mark.parametrize("answer", SILLY)
def test_answer_that_makes_no_sense_is_incorrect_and_explained(answer):
    found = check("d/dx x^2", answer)
    assert (str(found.verdict), found.misconception) == ("incorrect", None)
    page = render(found.feedback, "text")
    assert "Why" in page or "Witness" in page


QUESTIONS = [("d/dx x^2 e^(3x)", "2x e^(3x)"), ("d/dx x^x", "x^x ln(x)"), ("x^2 + y^2 = 25, find dy/dx", "x/y"),
             ("d/dx sin(x)^2", "sin(2x)")]  # fmt: skip


@pytest.mark.parametrize(("question", "answer"), QUESTIONS)
def test_a_time_out_never_becomes_incorrect(question, answer):
    assert str(check(question, answer, seconds=1e-9).verdict) == "undecided"
