"""The example of every rule, told at every level and printed in every format."""

from __future__ import annotations

import re
import shutil
import subprocess
from functools import cache

import pytest

from symtutor.derivation import Level, derive
from symtutor.exposition import narrate
from symtutor.parsing import Unreadable, read
from symtutor.rendering import render
from symtutor.rendering.breaking import cells
from symtutor.topics import rulebook

BOOK = rulebook()
QUESTIONS = tuple(dict.fromkeys(e.rsplit("->", 1)[0].strip() for r in BOOK.every() for e in r.examples))


@cache
def page(question, level):
    try:
        reading = read(question)
    except Unreadable:
        # Whether every example can be read is for the tests of the rules to say.
        return None
    return narrate(derive(reading.problem, BOOK), BOOK, level, notes=reading.notes)


def told(question, level):
    found = page(question, level)
    assert found is not None, "the example cannot be read"
    return found


@pytest.mark.slow
@pytest.mark.parametrize("question", QUESTIONS)
def test_no_line_is_wider_than_sixty_columns(question):
    for level in Level:
        lines = render(told(question, level), "text", width=60).splitlines()
        assert max(map(cells, lines)) <= 60


@pytest.mark.slow
@pytest.mark.parametrize("question", QUESTIONS)
def test_plain_pages_are_ascii(question):
    assert render(told(question, Level.FULL), "text", width=80, unicode=False).isascii()


@pytest.mark.slow
@pytest.mark.parametrize("question", QUESTIONS)
def test_the_formats_of_files_are_written(question):
    for format in ("latex", "markdown", "html"):
        assert render(told(question, Level.FULL), format).strip()


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("pdflatex") is None, reason="pdflatex is not installed")
def test_all_examples_in_one_article_compile_without_a_warning(tmp_path):
    found = [page(q, Level.FULL) for q in QUESTIONS]
    pages = [render(p, "article") for p in found if p is not None]
    head = pages[0].split(r"\begin{document}")[0]
    bodies = [re.search(r"\\begin\{document\}(.*)\\end\{document\}", p, re.S).group(1) for p in pages]
    whole = head + r"\begin{document}" + "\n\\clearpage\n".join(bodies) + r"\end{document}"
    (tmp_path / "all.tex").write_text(whole, encoding="utf-8")
    run = subprocess.run(
        ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "all.tex"],
        cwd=tmp_path, capture_output=True, encoding="latin-1",
    )  # fmt: skip
    assert run.returncode == 0, run.stdout[-2000:]
    assert not re.findall(r"^(?:Overfull|Underfull|.*Warning).*$", run.stdout, re.M)
