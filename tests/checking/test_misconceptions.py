"""Each misconception derives the wrong answer that it says students give, and the verifier refutes it."""

import string

import pytest

from symtutor.checking.replay import always, once, preferred
from symtutor.derivation import VOUCHED, Budget, Derivation, Verdict, derive
from symtutor.exposition.wording import sentence
from symtutor.parsing import read, read_expression
from symtutor.problems import Differentiate, Form, Rewrite
from symtutor.topics import rulebook
from symtutor.verification import examine

BOOK = rulebook()
MISCONCEPTIONS = BOOK.misconceptions(Differentiate) + tuple(
    m for m in BOOK.misconceptions(type(read("x y = 1, find dy/dx").problem))
)
EXAMPLES = [(m, e) for m in MISCONCEPTIONS for e in m.examples]


def name(value):
    return getattr(value, "name", None) or str(value)


def predictions(mistake, question):
    """What the mistake makes of a question: made always, made instead of another rule, made once."""
    problem = read(question).problem
    roads = [preferred(problem, BOOK, mistake, 5)]
    if mistake.mistakes is not None:
        roads.append(always(problem, BOOK, mistake, 5))
    sound = derive(problem, BOOK, Budget())
    assert isinstance(sound, Derivation)
    roads += once(sound, BOOK, mistake, 5)
    return [d for d in roads if d is not None and mistake.name in {n.step.rule for n in d}]


@pytest.mark.parametrize("mistake", MISCONCEPTIONS, ids=name)
def test_misconception_says_what_a_student_needs(mistake):
    assert mistake.tag and mistake.summary and mistake.statement and mistake.because and mistake.hint
    assert mistake.reference and mistake.examples and not mistake.sound and not vars(mistake)


@pytest.mark.parametrize("mistake", MISCONCEPTIONS, ids=name)
def test_mistaken_rule_exists(mistake):
    rules = {r.name for r in BOOK.every()}
    assert {mistake.mistakes, mistake.within} - {None} <= rules


@pytest.mark.parametrize(("mistake", "example"), EXAMPLES, ids=name)
def test_example_is_what_the_mistake_leads_to_and_is_refuted(mistake, example):
    question, expected = (part.strip() for part in example.rsplit("->", 1))
    problem = read(question).problem
    answer = read_expression(expected, sorted(problem.free_symbols(), key=str)).value()
    made = [d.answer for d in predictions(mistake, question)]
    assert any(examine(Rewrite(a, Form.TIDY, given=problem.given), answer).verdict in VOUCHED for a in made), made
    assert examine(problem, answer).verdict is Verdict.REFUTED


@pytest.mark.parametrize(("mistake", "example"), EXAMPLES, ids=name)
def test_words_to_the_student_can_be_filled(mistake, example):
    made = predictions(mistake, example.rsplit("->", 1)[0])
    bindings = dict(next(n for n in made[0] if n.step.rule == mistake.name).step.bindings)
    for words in (mistake.because, mistake.hint):
        assert sentence(words, bindings)
        assert {h for _, h, _, _ in string.Formatter().parse(words) if h} <= set(bindings)
