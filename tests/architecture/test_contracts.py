"""A kind of question touches six parts; this names the one that is missing."""

from functools import cache

import pytest

from symtutor.checking.claimed import claimed
from symtutor.derivation import Budget, Unsolved, derive
from symtutor.exposition.answers import displayed
from symtutor.parsing import read
from symtutor.problems import PROBLEM_TYPES, Problem, SolveLinear
from symtutor.topics import TOPICS, rulebook
from symtutor.verification.claims import claim

# Asked by rules only, on the way to another answer: nobody types "isolate this unknown".
NOT_TYPED = {SolveLinear}
TYPED = [t for t in PROBLEM_TYPES if t not in NOT_TYPED]


def name(kind: type) -> str:
    return kind.__name__


@cache
def examples() -> dict[type, list[str]]:
    """The examples of all rules, by the type of question they are read as."""
    found: dict[type, list[str]] = {}
    for rule in rulebook().every():
        for example in rule.examples:
            question = example.rsplit("->", 1)[0]
            found.setdefault(type(read(question).problem), []).append(question)
    return found


@pytest.mark.parametrize("kind", PROBLEM_TYPES, ids=name)
def test_a_topic_has_rules_for_it(kind):
    assert name(kind) in TOPICS
    assert rulebook().rules_for(kind)


@pytest.mark.parametrize("kind", PROBLEM_TYPES, ids=name)
def test_verification_has_a_claim_for_it(kind):
    assert claim.dispatch(kind) is not claim.dispatch(Problem)


@pytest.mark.parametrize("kind", TYPED, ids=name)
def test_the_parser_has_phrases_for_it(kind):
    assert examples().get(kind), f"no rule's example is read as {name(kind)}"


@pytest.mark.parametrize("kind", TYPED, ids=name)
def test_its_answer_is_displayed_and_its_answers_are_assessed(kind):
    from symtutor.checking import assess

    found = next(
        f for q in examples()[kind] if not isinstance(f := derive(read(q).problem, rulebook(), Budget()), Unsolved)
    )
    assert displayed(found.problem, found.answer)
    assert claimed.dispatch(kind)
    assert str(assess(found.problem, "7 + 1/(", rulebook()).verdict) == "unreadable"


def test_every_topic_answers_only_types_that_can_be_asked():
    assert set(TOPICS) == {name(kind) for kind in PROBLEM_TYPES}
