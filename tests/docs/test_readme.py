"""What the README shows is what happens."""

import re

from .readme import README, SAMPLE, current

TEXT = README.read_text(encoding="utf-8")


def test_samples_are_what_the_commands_print():
    assert len(SAMPLE.findall(TEXT)) == 2
    assert current(TEXT) == TEXT, "run python -m tests.docs.readme"


def test_every_question_shown_is_answered():
    from symtutor.solution import explain_each

    shown = re.findall(r'symtutor explain "([^"]*)"(?: --assume "([^"]*)")?', TEXT)
    assert len(shown) > 15
    for question, assumed in shown:
        for solution in explain_each(question, assume=[assumed] if assumed else []):
            assert solution.answer is not None, question
            assert solution.verdict != "undecided", question


def test_python_of_the_readme_runs():
    (code,) = re.findall(r"```python\n(.*?)```", TEXT, re.S)
    names: dict = {}
    exec(code, names)
    assert str(names["solution"].answer) == "x**2*cos(x) + 2*x*sin(x)"
    assert names["solution"].verdict == "proved"
    assert names["assessment"].verdict == "incorrect"
    assert names["assessment"].misconception == "chain_rule_missing_inner"


def test_there_are_two_set_up_commands_and_ci_reads_them():
    assert len(re.findall(r"```sh\n([^\n]+)\n```", TEXT)) == 2
