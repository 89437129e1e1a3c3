"""The worked examples are derived, verified, right, and printed as they stand in the repository."""

import importlib.util
from pathlib import Path

import pytest

from symtutor import check, explain

MAKE = Path(__file__).parents[2] / "worked_examples" / "make.py"
spec = importlib.util.spec_from_file_location("worked_examples_make", MAKE)
make = importlib.util.module_from_spec(spec)
spec.loader.exec_module(make)

PROBLEMS = [(c, p) for c in make.chapters() for p in make.problems(c)]
IDS = [f"{c.name}/{p['name']}" for c, p in PROBLEMS]


@pytest.mark.parametrize(("chapter", "problem"), PROBLEMS, ids=IDS)
def test_every_step_is_verified(chapter, problem):
    solution = explain(problem["typed"], seconds=60)
    assert solution.derivation is not None, solution.unsolved
    verdicts = {node.step.rule: str(node.step.evidence.verdict) for node in solution.derivation}
    assert not [rule for rule, verdict in verdicts.items() if verdict in ("undecided", "refuted")], verdicts


@pytest.mark.parametrize(("chapter", "problem"), PROBLEMS, ids=IDS)
def test_expected_answer_is_correct(chapter, problem):
    assert str(check(problem["typed"], problem["answer"], seconds=60).verdict) == "correct"


@pytest.mark.parametrize(("chapter", "problem"), PROBLEMS, ids=IDS)
def test_pages_are_up_to_date(chapter, problem):
    for path, text in make.pages(chapter, problem):
        assert path.read_text(encoding="utf-8") == text, f"{path.name}: run python worked_examples/make.py"


def test_no_page_is_left_over():
    expected = {c / "pages" / f"{p['name']}{e}" for c, p in PROBLEMS for e in make.FORMATS}
    assert {path for c in make.chapters() for path in (c / "pages").glob("*")} == expected
