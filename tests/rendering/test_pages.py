"""How pages look: widths, characters, colours, and that each format is whole."""

from __future__ import annotations

import re
import shutil
import subprocess
from html.parser import HTMLParser

import pytest
from sympy import Integer, Matrix, Symbol, exp, log, sin

from symtutor.derivation import Level, Verdict
from symtutor.exposition import narrate
from symtutor.exposition.document import (
    Aside,
    Check,
    Display,
    Document,
    Equation,
    Equations,
    Figure,
    Heading,
    Paragraph,
    StepBlock,
    Table,
)
from symtutor.problems import DifferentiateRepeatedly
from symtutor.rendering import FORMATS, render
from symtutor.rendering.breaking import broken, cells
from symtutor.rendering.mathml_pieces import pieces
from symtutor.rendering.notation import mathml_of
from symtutor.rendering.tex_width import breaks, em, split
from symtutor.written import Cases, DerivativeOf, Leaf, Phrase, Relation, write
from tests.exposition.rules import book, d, derived, judged, x

LONG = sum(x**k * sin(x) ** (k + 1) for k in range(1, 9))


def pages():
    found = [
        d(x**3),
        d(x**2 * sin(x), tidied=True),
        d(sin(x**2) * sin(exp(x**2)), tidied=True),
        d(sin(x) * log(x**2 + 1)),
        derived(DifferentiateRepeatedly(x**2 * sin(x), (x, x))),
    ]
    return [narrate(judged(f), book(), Level.FULL) for f in found] + [every_block()]


def every_block():
    """One block of each kind, with the awkward characters of every format in its words."""
    awkward = "50% of a_b & c # {d} $5 ~ ^ \\ <i> [bold] * | “x′ → ∞” é"
    link = Equation(Leaf(x), "=", Leaf(LONG), ("as in step 1",))
    step = StepBlock(
        "1", ("Title ", Leaf(x)), Verdict.REFUTED, (awkward,), (Equations((link,)),), (Paragraph(("in",)),)
    )
    return Document(
        (awkward,),
        (
            Heading((awkward,)),
            Paragraph((awkward, Leaf(x))),
            Display(Leaf(LONG), ("for ", Leaf(x > 0)), emphasis=True),
            Display(Leaf(Matrix([[1, 2], [3, 4]]).as_immutable())),
            Table((((Leaf(x),), ("words",)), (("one",),)), (("a",), ("b",))),
            step,
            Check((awkward,), Verdict.UNDECIDED),
            Aside("Another way", (awkward,)),
            Figure((awkward,)),
        ),
    )


PAGES = pages()


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("page", PAGES, ids=range(len(PAGES)))
def test_every_format_writes_every_page(format, page):
    assert render(page, format).strip()


def test_an_unknown_format_is_refused_by_name():
    with pytest.raises(ValueError, match="'pdf' is no format"):
        render(PAGES[0], "pdf")


@pytest.mark.parametrize("width", [60, 80, 100])
@pytest.mark.parametrize("unicode", [True, False])
@pytest.mark.parametrize("page", PAGES, ids=range(len(PAGES)))
def test_no_line_is_wider_than_the_terminal(page, width, unicode):
    lines = render(page, "text", width=width, unicode=unicode).splitlines()
    assert max(map(cells, lines)) <= width


@pytest.mark.parametrize("page", PAGES, ids=range(len(PAGES)))
def test_without_unicode_a_page_is_ascii(page):
    assert render(page, "text", unicode=False).isascii()


@pytest.mark.parametrize("page", PAGES, ids=range(len(PAGES)))
def test_the_terminal_without_its_colours_is_the_text(page):
    coloured = render(page, "terminal", width=80)
    bare = re.sub(r"\x1b\[[0-9;]*m", "", coloured)
    assert "\x1b[" in coloured
    assert [line.rstrip() for line in bare.splitlines()] == render(page, "text", width=80).splitlines()


def test_without_colour_the_terminal_writes_no_codes():
    assert "\x1b" not in render(PAGES[0], "terminal", color=False)


def test_square_brackets_are_not_taken_for_markup():
    assert "[bold]" in render(every_block(), "terminal", width=100, color=False)


def test_verdicts_stand_under_one_another():
    lines = [line for line in render(PAGES[2], "text", width=80).splitlines() if "✓" in line]
    assert len(lines) > 4 and len({line.index("✓") for line in lines}) == 1


def test_the_signs_of_a_chain_are_aligned():
    page = render(narrate(judged(d(x**2 * sin(x))), book()), "text", width=100)
    lines = [line for line in page.splitlines() if " = " in line or line.strip()[:1] == "="]
    first = next(i for i, line in enumerate(lines) if line.strip().startswith("="))
    assert lines[first].index("=") == lines[first - 1].index("=")


def test_a_line_is_broken_at_its_signs_outermost_first():
    assert broken("aaaa + (b + c) + dddd", 16) == ["aaaa + (b + c)", "+ dddd"]


def test_what_has_no_sign_stays_whole():
    assert broken("abcdefghij", 4) == ["abcdefghij"]


def test_latex_is_broken_outside_brackets_only():
    tex = r"\frac{a + b}{c} + \left(d + e\right) - f"
    assert [tex[i] for i in breaks(tex)] == ["+", "-"]


def test_a_leading_minus_is_no_place_to_break():
    assert breaks("-a = -b") == [3]


def test_pieces_of_a_long_formula_fit_and_lose_nothing():
    tex = " + ".join(f"a_{{{i}}} x^{{{i}}}" for i in range(40))
    parts = split(tex, 20)
    assert max(map(em, parts)) <= 20
    assert " ".join(parts) == tex


def test_mathml_is_divided_before_its_outer_signs():
    made = pieces(mathml_of(write(x**2 + sin(x) + 1)))
    assert len(made) == 3 and all(m.startswith("<math") and m.endswith("</math>") for m in made)


def test_a_product_of_sums_is_not_divided():
    assert len(pieces(mathml_of(write((x + 1) * (x + 2))))) == 1


class Balanced(HTMLParser):
    """Notes elements that are opened and not closed, and whatever would be fetched."""

    def __init__(self):
        super().__init__()
        self.open, self.fetched = [], []

    def handle_starttag(self, tag, attrs):
        if tag != "meta":
            self.open.append(tag)
        self.fetched += [v for k, v in attrs if k in ("src", "href")]

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@pytest.mark.parametrize("page", PAGES, ids=range(len(PAGES)))
def test_html_is_balanced_and_fetches_nothing(page):
    reader = Balanced()
    source = render(page, "html")
    reader.feed(source)
    assert reader.open == [] and reader.fetched == []
    assert "url(" not in source and "<script" not in source


def test_html_folds_the_smaller_steps():
    source = render(narrate(judged(d(x**2 * sin(x))), book()), "html")
    assert "<details><summary>2 smaller steps</summary>" in source


def test_html_escapes_words():
    assert "&lt;i&gt;" in render(every_block(), "html") and "<i>" not in render(every_block(), "html")


def test_words_inside_mathematics_are_ascii_too():
    page = Document(("t",), (Display(Phrase(("(f)′(", Leaf(x), ") → ∞"))),))
    assert render(page, "text", unicode=False).strip() == "(f)'(x) -> oo"


def test_a_wide_answer_with_cases_stands_below_its_left_side():
    cases = Cases(((Leaf(x**2 * sin(x) * exp(x)), Leaf(x > 0)), (Leaf(-x), Leaf(x <= 0))))
    left = DerivativeOf(Leaf(x * sin(x) * exp(x)), ((Leaf(x), Leaf(Integer(1))),))
    lines = render(Document(("t",), (Display(Relation(("=",), (left, cases)), emphasis=True),)), "text", width=40)
    assert max(map(cells, lines.splitlines())) <= 40


def test_markdown_escapes_words():
    assert r"\[bold\]" in render(every_block(), "markdown")


def test_links_that_come_out_alike_are_printed_once():
    links = (Equation(Leaf(x), "=", write(2) * write(x), ()), Equation(None, "=", Leaf(2 * x), ("note",)))
    page = render(Document(("t",), (Equations(links),)), "text")
    assert page.count("=") == 1 and "note" in page


def test_a_fragment_has_no_preamble_and_an_article_has():
    assert r"\documentclass" not in render(PAGES[0], "latex")
    assert render(PAGES[0], "article").startswith(r"\documentclass")


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("pdflatex") is None, reason="pdflatex is not installed")
@pytest.mark.parametrize("page", PAGES, ids=range(len(PAGES)))
def test_articles_compile_without_a_warning(page, tmp_path):
    (tmp_path / "page.tex").write_text(render(page, "article"), encoding="utf-8")
    run = subprocess.run(
        ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "page.tex"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    assert run.returncode == 0, run.stdout[-2000:]
    assert not re.findall(r"^(?:Overfull|Underfull|.*Warning).*$", run.stdout, re.M)


def test_an_integer_index_prints_in_any_format():
    page = Document(("t",), (Display(Leaf(Symbol("n", integer=True) + Integer(1))),))
    assert all("n" in render(page, f) for f in FORMATS)


def test_the_text_of_a_check_is_one_item_of_its_row():
    page = render(Document(("q",), (Check(("At ", Leaf(Integer(2)), ", it holds"), Verdict.PROVED),)), "html")
    assert "<b>Check</b> <span>At <math" in page


def test_a_bracket_that_grows_is_counted_as_wider():
    assert em(r"\left( x \right)") > em("( x )")
