"""Every rule is tested from what it says of itself."""

import string

import pytest
from sympy import Basic

from symtutor.derivation import Budget, Derivation, Unsolved, Verdict, derive
from symtutor.parsing import read
from symtutor.problems import Differentiate, Rewrite
from symtutor.topics import TOPICS, rulebook

BOOK = rulebook()
RULES = BOOK.every()
EXAMPLES = [(r, e) for r in RULES for e in r.examples]
COUNTEREXAMPLES = [(r, c) for r in RULES for c in r.counterexamples]


def name(value):
    return getattr(value, "name", None) or str(value)[:60]


@pytest.mark.parametrize("rule", RULES, ids=name)
def test_rule_says_what_a_reader_needs(rule):
    assert rule.summary and rule.statement and rule.reference and rule.because
    assert rule.examples and all("->" in e for e in rule.examples)


@pytest.mark.parametrize("rule", RULES, ids=name)
def test_rule_holds_no_state(rule):
    assert not vars(rule)


def test_rule_names_are_unique():
    names = [r.name for r in RULES]
    assert sorted(names) == sorted(set(names))


def standing(rule, question) -> Derivation:
    """The derivation of the question, asking for the rule by name where another one wins."""
    problem = read(question).problem
    found = derive(problem, BOOK, Budget())
    if isinstance(found, Derivation) and rule.name in {n.step.rule for n in found}:
        return found
    asked = type(problem)(**{**_content(problem), "by": rule.heading})
    found = derive(asked, BOOK, Budget())
    assert isinstance(found, Derivation), f"{question}: {found.reason}"
    assert rule.name in {n.step.rule for n in found}, f"{rule.name} does not stand in the derivation of {question!r}"
    return found


def _content(problem):
    from dataclasses import fields

    return {f.name: getattr(problem, f.name) for f in fields(problem)}


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=name)
def test_example_is_derived_verified_and_right(rule, example):
    from symtutor.checking import assess
    from symtutor.verification import verify

    question, expected = (part.strip() for part in example.rsplit("->", 1))
    found = verify(standing(rule, question))
    verdicts = {n.step.evidence.verdict for n in found}
    assert verdicts <= {Verdict.PROVED, Verdict.ENCLOSED, Verdict.CONFIRMED}, example
    assert str(assess(found.problem, expected, BOOK).verdict) == "correct", example


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=name)
def test_reason_has_only_holes_that_the_match_fills(rule, example):
    found = standing(rule, example.rsplit("->", 1)[0])
    node = next(n for n in found if n.step.rule == rule.name)
    holes = {h for text in (rule.because, rule.hint) for _, h, _, _ in string.Formatter().parse(text) if h}
    assert holes <= {k for k, _ in node.step.bindings}


@pytest.mark.parametrize(("rule", "question"), COUNTEREXAMPLES, ids=name)
def test_counterexample_is_declined(rule, question):
    found = derive(read(question).problem, BOOK, Budget())
    assert isinstance(found, Unsolved) or found.step.rule != rule.name


def test_every_problem_type_has_a_topic_a_claim_and_phrases():
    from symtutor.problems import PROBLEM_TYPES

    assert {t.__name__ for t in PROBLEM_TYPES} == set(TOPICS)


def test_bindings_are_mathematics():
    found = derive(read("d/dx x^2 sin(x)").problem, BOOK, Budget())
    assert all(isinstance(v, (Basic, Differentiate, Rewrite)) for n in found for _, v in n.step.bindings)
