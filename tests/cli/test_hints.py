"""Beside an assessment: hints that say a little more each, and the derivation on request."""

from click.testing import CliRunner

from symtutor.cli import command


def told(*arguments):
    return CliRunner().invoke(command, ["check", "d/dx x^2 sin(x)", "2x cos(x)", "--no-color", *arguments]).output


def test_no_hint_is_given_unasked():
    assert "Hint" not in told()


def test_as_many_hints_as_asked_for():
    assert "Hint 1" in told("--hint", "1") and "Hint 2" not in told("--hint", "1")
    assert "Hint 2" in told("--hint", "2")


def test_first_hint_does_not_give_the_answer_away():
    assert "x² cos x" not in told("--hint", "1")


def test_derivation_is_revealed_on_request():
    assert "Product rule" in told("--reveal")
    assert "x² cos x + 2x sin x" in told("--reveal") or "2x sin x + x² cos x" in told("--reveal")
