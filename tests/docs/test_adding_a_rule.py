"""The code of docs/adding_a_rule.md runs as it stands, and does what the page says."""

import re
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[2] / "docs" / "adding_a_rule.md"


@pytest.fixture(scope="module")
def page():
    names: dict = {"__name__": "page"}
    for block in re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.S):
        exec(block, names)
    return names


def test_row_is_a_rule_with_the_name_the_page_says(page):
    assert [r.name for r in page["RULES"]] == ["HyperbolicCosineDerivative"]


def test_row_answers_its_own_example(page):
    from sympy import Symbol, cosh, sinh

    from symtutor.derivation import Rulebook, derive
    from symtutor.problems import Differentiate

    x = Symbol("x", real=True)
    assert derive(Differentiate(cosh(x), x), Rulebook({}, page["RULES"])).answer == sinh(x)


def test_rule_is_verified_where_it_applies(page):
    from symtutor.verification import verify

    assert {str(n.step.evidence.verdict) for n in verify(page["found"])} <= {"proved", "enclosed", "confirmed"}


def test_rule_does_not_win_unasked(page):
    from symtutor.derivation import derive
    from symtutor.parsing import read

    plain = derive(read("d/dx sin(x) cos(x)").problem, page["book"])
    assert "DoubleAngle" not in {n.step.rule for n in plain}


def test_rule_declines_its_counterexample(page):
    from symtutor.parsing import read

    rule = page["DoubleAngle"]()
    assert list(rule.match(read(rule.counterexamples[0]).problem)) == []
