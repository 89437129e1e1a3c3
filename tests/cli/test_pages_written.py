"""Files, formats, widths and character sets."""

import json
import subprocess
import sys

import pytest
from click.testing import CliRunner

from symtutor.cli import command

QUESTION = "d/dx x^2 sin(x)"


def told(*arguments):
    return CliRunner().invoke(command, list(arguments)).stdout


@pytest.mark.parametrize(
    ("ending", "begins"),
    [(".tex", "\\documentclass"), (".html", "<!doctype html>"), (".md", "# "), (".json", "{"), (".txt", "d/dx")],
)
def test_the_ending_of_the_file_chooses_the_format(tmp_path, ending, begins):
    target = tmp_path / f"page{ending}"
    told("explain", QUESTION, "-o", str(target))
    assert target.read_text("utf-8").lower().startswith(begins)


def test_several_questions_make_several_documents(tmp_path):
    told("explain", "d/dx x^2; d/dx x^3", "-o", str(tmp_path / "page.tex"))
    assert sorted(p.name for p in tmp_path.iterdir()) == ["page-1.tex", "page-2.tex"]


def test_several_questions_make_one_markdown_file(tmp_path):
    target = tmp_path / "page.md"
    told("explain", "d/dx x^2; d/dx x^3", "-o", str(target))
    assert target.read_text("utf-8").count("\n# ") == 1


def test_json_is_json():
    assert json.loads(told("explain", QUESTION, "--format", "json"))["format"] == "symtutor derivation"


@pytest.mark.parametrize("width", [60, 73, 100, 200])
def test_no_line_is_longer_than_the_width(width):
    page = told("explain", "n-th derivative of x e^x", "--width", str(width))
    assert max(map(len, page.splitlines())) <= width


def test_a_page_that_is_not_on_a_terminal_has_no_colour():
    assert "\x1b" not in told("explain", QUESTION)


def test_ascii_is_ascii():
    assert told("explain", "d/dx √x + |x| θ", "--ascii").isascii()


def _piped(*arguments, **environment):
    return subprocess.run(
        [sys.executable, "-m", "symtutor", *arguments],
        capture_output=True,
        timeout=60,
        env={"PATH": "/usr/bin:/bin", "PYTHONPATH": ":".join(sys.path), **environment},
    )


def test_a_terminal_without_unicode_gets_ascii():
    page = _piped("explain", "d/dx √x", PYTHONIOENCODING="ascii")
    assert page.returncode == 0 and page.stdout.isascii() and b"sqrt(x)" in page.stdout


def test_a_file_format_is_utf8_whatever_the_terminal_is():
    page = _piped("explain", "d/dx √x", "--format", "html", PYTHONIOENCODING="latin-1")
    assert page.returncode == 0 and "charset" in page.stdout.decode("utf-8")


def test_a_reader_that_has_seen_enough_ends_the_output_quietly():
    program = f"{sys.executable} -m symtutor rules | head -c 1"
    run = subprocess.run(
        ["/bin/sh", "-c", program],
        capture_output=True,
        timeout=60,
        env={"PATH": "/usr/bin:/bin", "PYTHONPATH": ":".join(sys.path)},
    )
    assert (run.returncode, run.stdout, run.stderr) == (0, b"D", b"")
