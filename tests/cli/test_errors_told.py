"""What a person sees when something is wrong: the place, the repair, and never a traceback."""

import pytest
from click.testing import CliRunner

from symtutor.cli import command
from symtutor.cli.outcomes import Refused, guarded


def told(*arguments):
    return CliRunner().invoke(command, list(arguments)).output


def test_the_place_is_marked_below_the_text():
    assert told("explain", "derivative of (x+1") == (
        "symtutor: this '(' is never closed\n  derivative of (x+1\n                ^\n  add )\n"
    )


def test_the_mark_has_the_width_of_what_is_wrong():
    assert "  d/dx sin(x) + foobar\n                ^^^^^^\n" in told("explain", "d/dx sin(x) + foobar")


def test_the_mark_stands_below_wide_characters_too():
    assert "  d/dx ｘ + )\n" + " " * 12 + "^\n" in told("explain", "d/dx ｘ + )")


def test_a_long_text_is_cut_around_the_place():
    output = told("explain", "d/dx " + "x+" * 60 + ")" + "+x" * 60)
    text, mark = output.splitlines()[1:3]
    assert len(text) < 90 and text[mark.index("^")] == ")"


def test_line_ends_and_control_characters_do_not_reach_the_terminal():
    output = told("explain", "d/dx x\n\t+ \x1b[31m")
    assert "\x1b" not in output and "\t" not in output and len(output.splitlines()) == 4


def test_an_assumption_is_quoted_and_marked():
    output = told("explain", "d/dx ln(a x)", "--assume", "a >")
    assert "in the assumption 'a >'" in output and "  a >\n     ^\n" in output


def test_a_file_that_cannot_be_written_is_named(tmp_path):
    target = tmp_path / "nowhere" / "page.tex"
    assert f"{target} cannot be written" in told("explain", "d/dx x", "-o", str(target))


def test_an_unknown_ending_names_the_known_ones():
    assert ".html, .json, .md, .tex, .txt" in told("explain", "d/dx x", "-o", "page.docx")


def test_an_unknown_rule_is_met_with_the_nearest_names():
    assert "did you mean" in told("rules", "ChanRule") and "ChainRule" in told("rules", "ChanRule")


@pytest.mark.parametrize(
    ("wrong", "code", "words"),
    [
        (TypeError("unhashable"), 1, "a mistake of symtutor's own (TypeError: unhashable)"),
        (RecursionError(), 3, "nested too deeply"),
        (KeyboardInterrupt(), 3, "interrupted"),
        (Refused("no such rule"), 2, "symtutor: no such rule"),
    ],
)
def test_no_exception_becomes_a_traceback(wrong, code, words, capsys):
    @guarded
    def fails():
        raise wrong

    with pytest.raises(SystemExit) as left:
        fails()
    assert left.value.code == code and words in capsys.readouterr().err


def test_a_mistake_of_the_program_is_shown_in_full_on_request(monkeypatch):
    @guarded
    def fails():
        raise TypeError("unhashable")

    monkeypatch.setenv("SYMTUTOR_DEBUG", "1")
    with pytest.raises(TypeError):
        fails()
