"""MathML, LaTeX and boxes: what a browser, a TeX engine and a terminal ask of them."""

import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest
from sympy import (
    Derivative,
    Function,
    ImmutableMatrix,
    Lambda,
    Piecewise,
    Subs,
    Symbol,
    besselj,
    cos,
    exp,
    log,
    sin,
    symbols,
    zeta,
)

import symtutor.written
from symtutor.rendering.notation import box_of, latex_of, latex_words, mathml_of, text_of
from symtutor.rendering.typesetting.writing import typeset
from symtutor.written import Grid, Phrase, Power, Relation, Written, write

from .test_notation import ROWS, written

x, y = symbols("x y", real=True)
f = Function("f")
NAMESPACE = "{http://www.w3.org/1998/Math/MathML}"
CORE = {
    "math", "mrow", "mi", "mn", "mo", "mtext", "mspace", "mfrac", "msqrt", "mroot", "msub", "msup", "msubsup", "munder",
    "munderover", "mover", "mtable", "mtr", "mtd",
}  # fmt: skip
CHILDREN = {"mfrac": 2, "mroot": 2, "msub": 2, "msup": 2, "munder": 2, "msubsup": 3, "munderover": 3}


@pytest.mark.parametrize("thing", [row[0] for row in ROWS], ids=[row[2] for row in ROWS])
def test_mathml_is_well_formed_core(thing: object):
    for element in ElementTree.fromstring(mathml_of(written(thing))).iter():
        name = element.tag.removeprefix(NAMESPACE)
        assert name in CORE
        assert len(element) == CHILDREN.get(name, len(element)), f"{name} with {len(element)} children"


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("pdflatex") is None, reason="needs pdflatex")
def test_latex_compiles_without_warnings(tmp_path: Path):
    lines = [rf"$\displaystyle {latex_of(written(row[0]))}$ \par" for row in ROWS]
    lines += [latex_words(row[1]) + r" \par" for row in ROWS]
    page = "\n".join(
        [r"\documentclass{article}", r"\usepackage{amsmath,amssymb}", r"\begin{document}", *lines, r"\end{document}"]
    )
    (tmp_path / "page.tex").write_text(page)
    run = subprocess.run(
        ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "page.tex"],
        cwd=tmp_path, capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    assert run.returncode == 0, run.stdout[-2000:]
    assert "Warning" not in run.stdout
    assert "Missing character" not in (tmp_path / "page.log").read_text(errors="replace")


@pytest.mark.parametrize("name", ["x$#", "a\\input{b}", "a}b", "100%", "a&b", "<b>", "π²", "ж", "a~b^c"])
def test_a_chosen_name_runs_nothing(name: str):
    latex = latex_of(write(Symbol(name)))
    for character in "$#%&~":
        assert latex.count(character) == latex.count("\\" + character)
    assert "\\input" not in latex
    assert latex.isascii()
    assert latex.count("{") - latex.count("\\{") == latex.count("}") - latex.count("\\}")
    assert ElementTree.fromstring(mathml_of(write(Symbol(name)))) is not None


def test_words_with_signs_become_latex():
    assert latex_words("50% of x² → ∞") == (r"50\% of x\textsuperscript{2} \ensuremath{\to} \ensuremath{\infty}")


@pytest.mark.parametrize(
    ("thing", "line"),
    [
        (besselj(0, x), "besselj(0, x)"),
        (zeta(x), "ζ(x)"),
        (Lambda(x, x**2), "x ↦ x²"),
        (Subs(Derivative(f(x, y), x), (x, y), (1, 2)), "∂/∂x f(x, y) at x = 1, y = 2"),
    ],
)
def test_rare_objects_are_written_by_name_and_never_as_sympy_prints_them(thing: object, line: str):
    assert text_of(written(thing)) == line


def test_a_matrix_stands_on_several_lines_of_one_width():
    A = write(Symbol("A"))
    line = Relation(("=",), (A, write(ImmutableMatrix([[1, x**2], [-10, 0]]))))
    assert box_of(line) == ["    ⎡  1  x²⎤", "A = ⎣−10   0⎦"] or box_of(line) == ["A = ⎡  1  x²⎤", "    ⎣−10   0⎦"]


def test_an_augmented_matrix_shows_its_bar_and_its_pivots():
    grid = Grid(((write(1), write(2), write(3)), (write(0), write(-2), write(5))), 2, ((0, 0), (1, 1)))
    assert box_of(grid) == ["⎡(1)     2 │ 3⎤", "⎣  0  (−2) │ 5⎦"]
    assert box_of(grid, unicode=False) == ["[(1)     2 | 3]", "[  0  (-2) | 5]"]


def test_cases_stand_behind_a_brace():
    pieces = write(Piecewise((x**2, x > 1), (x, x > 0), (0, True)))
    assert box_of(pieces) == ["⎧ x²  if x > 1 ", "⎨ x   if x > 0 ", "⎩ 0   otherwise"]


def test_the_power_of_a_matrix_stands_at_its_corner():
    assert box_of(Power(write(ImmutableMatrix([[1, 2], [3, 4]])), write(-1))) == ["⎡1  2⎤⁻¹", "⎣3  4⎦  "]


def test_words_stand_level_with_a_matrix():
    identity = Phrase(("the identity ", write(ImmutableMatrix([[1, 0], [0, 1]])), "."))
    assert box_of(identity) == ["the identity ⎡1  0⎤.", "             ⎣0  1⎦ "]


@pytest.mark.parametrize("row", ROWS, ids=[row[2] for row in ROWS])
def test_every_box_is_a_rectangle(row: tuple[object, str, str, str]):
    lines = box_of(written(row[0]))
    assert len({len(line) for line in lines}) == 1


@pytest.mark.parametrize("row", ROWS, ids=[row[2] for row in ROWS])
def test_ascii_is_ascii(row: tuple[object, str, str, str]):
    assert text_of(written(row[0]), unicode=False).isascii()


def test_the_order_does_not_depend_on_how_a_sum_was_built():
    terms = [x**2 * sin(x), 2 * x * cos(x), -y, exp(x) * log(x), y**2]
    lines = {text_of(write(sum(terms[i:] + terms[:i]))) for i in range(len(terms))}
    assert len(lines) == 1


def test_what_is_no_writing_is_refused():
    with pytest.raises(TypeError, match="no written mathematics"):
        text_of("x^2")  # type: ignore[arg-type]


def test_every_kind_of_writing_is_typeset():
    named = (getattr(symtutor.written, name) for name in symtutor.written.__all__)
    kinds = [kind for kind in named if isinstance(kind, type) and issubclass(kind, Written) and kind is not Written]
    assert len(kinds) >= 20
    assert [k.__name__ for k in kinds if typeset.dispatch(k) is typeset.dispatch(object)] == []
