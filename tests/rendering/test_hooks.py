"""What a notebook and a rich console show of a solution."""

import io

import pytest
from rich.console import Console

from symtutor import explain


def printed(width, encoding="utf-8"):
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding=encoding)
    Console(file=stream, width=width).print(explain("d/dx x^2 sin(x)"))
    stream.flush()
    return raw.getvalue().decode(encoding)


@pytest.mark.parametrize("width", [60, 80, 120])
def test_a_console_gets_a_page_of_its_own_width(width):
    lines = printed(width).splitlines()
    assert max(map(len, lines)) <= width
    assert any(line.startswith("1  Product rule") and line.rstrip().endswith("✓ proved") for line in lines)


def test_a_console_without_unicode_gets_ascii():
    assert "x^2 sin(x)" in printed(80, "ascii")


def test_a_notebook_gets_html_and_latex():
    solution = explain("d/dx x^2")
    assert solution._repr_html_().startswith("<!DOCTYPE html>") and "frac" in solution._repr_latex_()
