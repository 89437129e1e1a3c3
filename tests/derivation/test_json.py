"""A derivation survives being written down; what is no derivation is called malformed, and nothing else happens."""

from __future__ import annotations

import json
import time
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sympy import Add, Eq, Integer, Mul, Pow, Symbol, exp, log, sqrt, tanh

from symtutor import explain
from symtutor.derivation import Derivation
from symtutor.derivation.codec import Malformed, decode, encode
from symtutor.derivation.json import from_json, to_json
from symtutor.exposition import narrate
from symtutor.problems import Differentiate, Form
from symtutor.rendering import render
from symtutor.topics import rulebook

from ..families.nests import nests, text

x = Symbol("x", real=True)

QUESTIONS = (
    "d/dx x^2 sin(x)", "derivative of 1/x from the definition", "x^3 + y^3 = 6xy, find dy/dx", "d/dx |x|",
    "d/dx max(x, 2x - 1)", "d/dx 2(x+1)/(3(x-1))", "is |x| differentiable at 0?", "n-th derivative of x e^x",
    "x = t^2, y = t^3, find dy/dx", "tangent line to x^2 at 1", "partial derivatives of x^2 y + e^(xy)",
    "solve 2(x+1) = 3(x-2)", "solve sin x = 1/2", "solve x^2 + 1 = 0", "partial fractions of 1/(x^2-1)",
    "complete the square in x^2+4x+1", "lim x->0 sin(x)/x", "lim x->0 |x|/x",
    "dz/dt for z = x^2 y, x = cos t, y = sin t",
)  # fmt: skip


def derivation(question: str) -> Derivation:
    found = explain(question, seconds=None).derivation
    assert found is not None, question
    return found


@pytest.mark.parametrize("question", QUESTIONS)
def test_derivation_reads_back_with_the_same_json_and_the_same_page(question):
    kept = to_json(derivation(question))
    again = from_json(kept)
    assert to_json(again) == kept
    pages = [render(narrate(d, rulebook()), "text") for d in (derivation(question), again)]
    assert pages[0] == pages[1]


@pytest.mark.parametrize("node", nests(31, 12, (2, 3, 4)), ids=text)
def test_random_nests_read_back(node):
    kept = to_json(derivation(f"d/dx {text(node)}"))
    assert to_json(from_json(kept)) == kept


@pytest.mark.parametrize(
    "put",
    [
        Mul(2, x + 1, evaluate=False),
        Mul(3, Mul(x, Pow(x, -1, evaluate=False), evaluate=False), evaluate=False),
        Add(x, x, evaluate=False),
        Pow(E_ := exp(1), x, evaluate=False),
        Eq(x**2 + 1, 0, evaluate=False),
        Eq(x, x, evaluate=False),
        log(E_, evaluate=False),
        sqrt(2) * tanh(x),
    ],
    ids=str,
)
def test_what_was_put_comes_back_as_it_was_put(put):
    again = decode(encode(put))
    assert type(again) is type(put) and again.args == put.args


# Malformed and hostile -------------------------------------------------------------------------------------------


def envelope(**parts: object) -> str:
    return json.dumps({"format": "symtutor derivation", "version": 1, "root": 0, "nodes": [], **parts})


@pytest.mark.parametrize(
    "written",
    [
        "", "{", "[]", "null", "1", "NaN", '{"format": "symtutor derivation"}',
        envelope(), envelope(version=2), envelope(root=-1), envelope(nodes=[1]), envelope(nodes={"a": 1}),
        envelope(nodes=[{}]), "[" * 100_000, '{"a":' * 50_000, envelope(root=1e300), "1" * 10_000,
    ],
    ids=lambda w: w[:30],
)  # fmt: skip
def test_what_is_no_derivation_is_malformed(written):
    with pytest.raises(Malformed):
        from_json(written)


HUGE = "9" * 400
X = ["Symbol", "x", "real"]


@pytest.mark.parametrize(
    "expression",
    [
        ["Pow", "10", HUGE], ["factorial", HUGE], ["exp", ["Mul", HUGE, ["log", "2"]]], ["gamma", "99999999"],
        ["Pow", ["Mul", HUGE, X], "99999999"], ["Pow", "2", ["Mul", HUGE, ["log", "3"], ["Pow", ["log", "2"], "-1"]]],
        ["zeta", "-99999"], ["polygamma", "0", "99999999"], ["uppergamma", "99999", X], ["Mul", *[HUGE] * 2000],
        ["binomial", "99999999", "49999999"], ["Max", *[["sin", str(k)] for k in range(300)]],
        ["Pow", ["Pow", "10", HUGE], ["/", "1", "2"]],
    ],
    ids=lambda e: str(e)[:30],
)  # fmt: skip
def test_reading_works_nothing_out(expression):
    start = time.process_time()
    decode({"e": expression})
    assert time.process_time() - start < 60  # building one of them would take minutes


@pytest.mark.parametrize(
    "value",
    [
        {"e": ["__import__", "os"]}, {"e": ["Symbol", "x", "real", "evil"]},
        {"e": ["Symbol", "x", "positive", "negative"]},
        {"e": ["sin"]}, {"e": ["sin", "1", "2", "3"]}, {"e": ["Eq", "1"]}, {"e": ["Piecewise", "1"]},
        {"e": ["/", "1", "0"]},
        {"e": 3}, {"e": []}, {"e": ["Matrix", [["1", "2"], ["3"]]]}, {"e": ["Interval", X, ["i"]]}, {"e": "1" * 6000},
        {"e": ["Function", "x.y", "1"]}, {"e": ["Derivative", "1", "2"]}, {"e": ["Subs", X]},
        {"w": ["Leaf", {"expr": "text"}]}, {"w": ["Leaf", {}]}, {"w": ["Leaf", {"expr": {"e": "1"}, "more": 1}]},
        {"w": ["Numeral", {"digits": "1e999999999"}]}, {"w": ["Written", {}]}, {"w": ["Sum", {"terms": {"e": "1"}}]},
        {"p": ["Differentiate", {"expr": {"e": "1"}, "variable": {"e": "1"}}]}, {"p": ["Problem", {}]}, {"p": [[], {}]},
        {"f": "NO_FORM"}, {"f": []}, {}, {"e": "1", "w": "1"}, 1.5,
    ],
    ids=lambda v: str(v)[:40],
)  # fmt: skip
def test_values_out_of_shape_are_malformed(value):
    with pytest.raises(Malformed):
        decode(value)


KEPT = {q: json.loads(to_json(derivation(q))) for q in (QUESTIONS[0], QUESTIONS[2], QUESTIONS[5])}
JUNK = st.one_of(
    st.none(), st.booleans(), st.integers(-3, 10**6), st.text(max_size=5), st.just([]), st.just({}),
    st.sampled_from([{"e": "1"}, {"e": X}, ["Pow", "2", HUGE], "Mul", "sin", [["x", {"e": "1"}]]]),
)  # fmt: skip


def places(value: object, path: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path] + [p for key, held in inner for p in places(held, (*path, key))]


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(sorted(KEPT)), st.randoms(use_true_random=False), JUNK)
def test_one_part_exchanged_for_junk_is_malformed_or_reads(question, source, junk):
    """Nothing but ``Malformed`` comes out of a record that was tampered with, and what reads is a derivation."""
    record = json.loads(json.dumps(KEPT[question]))
    path = source.choice(places(record)[1:])
    parent = record
    for key in path[:-1]:
        parent = parent[key]
    parent[path[-1]] = junk
    with suppress(Malformed):
        assert isinstance(from_json(json.dumps(record)), Derivation)


def test_a_question_and_a_form_read_back():
    problem = Differentiate(x ** Integer(2), x).under(x > 0)
    assert decode(encode(problem)) == problem
    assert decode(encode(Form.FACTORED)) is Form.FACTORED
