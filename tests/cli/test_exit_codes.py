"""0 answered or correct, 1 unsolved, incorrect or wrong form, 2 unreadable or ill-posed, 3 a limit or undecided."""

import pytest
from click.testing import CliRunner

from symtutor.cli import command


def run(*arguments):
    return CliRunner().invoke(command, list(arguments))


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["explain", "d/dx x^2 sin(x)"], 0),
        (["explain", "d/dx x^2; of 1/x"], 0),
        (["check", "d/dx x e^x", "(1+x)e^x"], 0),
        (["check", "d/dx sin(x^2)", "cos(x^2)"], 1),
        (["check", "expand (x+1)^2", "(x+1)^2"], 1),
        (["explain", "integrate x e^x dx"], 1),
        (["explain", "derivative of (x+1"], 2),
        (["explain", ""], 2),
        (["explain", "d/dx 1/0"], 2),
        (["explain", "d/dx x; d/dx ("], 2),
        (["explain", "d/dx ln(a x)", "--assume", "a >"], 2),
        (["explain", "d/dx x", "-o", "sheet.docx"], 2),
        (["check", "d/dx x^2", "2x)"], 2),
        (["check", "(", "2x"], 2),
        (["rules", "ChainRule"], 0),
        (["rules", "NoSuchRule"], 2),
        (["explain", "d/dx 9^9^9^9"], 3),
        (["explain", "d^1000000/dx^1000000 x^2"], 3),
        (["explain", "x+" * 6000 + "x"], 3),
    ],
)
def test_the_exit_code_says_what_came_of_it(arguments, code):
    assert run(*arguments).exit_code == code


@pytest.mark.parametrize(
    ("problem", "answer"),
    [("d/dx cos x", "-sin x"), ("d/dx -x^2", "-2x"), ("-(x^2)'", "-2x"), ("d/dx (-h x) wrt x", "-h")],
)
def test_an_expression_that_begins_with_a_minus_sign_is_no_option(problem, answer):
    assert "No such option" not in run("check", problem, answer).output
    assert "Usage" not in run("check", problem, answer).output


def test_a_question_that_begins_with_a_minus_sign_is_read_as_one():
    assert "nothing is asked about this expression" in run("explain", "-x^2").output


def test_options_stand_before_between_or_behind_the_mathematics():
    asked = ["--width", "80", "d/dx cos x", "--format=text", "-sin x", "--assume", "x > 0"]
    assert run("check", *asked).exit_code == 0


def test_a_mistyped_option_is_met_with_the_right_one():
    assert "Did you mean '--format'?" in run("explain", "d/dx x", "--frmat", "json").output


def test_an_option_without_its_value_is_told_so():
    assert "'--assume' requires an argument" in run("explain", "d/dx x", "--assume").output


@pytest.mark.parametrize("arguments", [["--help"], ["explain", "--help"], ["check", "-h"], ["rules", "-h"]])
def test_help_is_given(arguments):
    told = run(*arguments)
    assert told.exit_code == 0 and told.output.startswith("Usage:")
