"""Golden pages: six derivatives, derived, verified and printed in every format.

A change of a rule, of the notation or of a renderer shows here as a difference to be looked at; when it is meant,
``pytest tests/rendering/test_golden.py --snapshot-update`` takes it over.
"""

from __future__ import annotations

from functools import cache

import pytest
from sympy import Abs, Eq, Integer, Symbol, exp, log, sin

from symtutor.derivation import Derivation, derive
from symtutor.exposition import narrate
from symtutor.problems import Differentiate, ImplicitDerivative, IsDifferentiable
from symtutor.rendering import render
from symtutor.topics import rulebook
from symtutor.verification import verify
from symtutor.written import write

x, y, a = (Symbol(name, real=True) for name in "xya")


def asked(expr, **more):
    return Differentiate(expr, x, tidied=True, typed=write(expr), **more)


QUESTIONS = {
    "product": asked(x**2 * sin(x)),
    "nested": asked(exp(sin(x**2)) * log(x)),
    "power tower": asked(x**x),
    "logarithm under a given": asked(log(a * x), given=(a > 0,)),
    "circle": ImplicitDerivative(Eq(x**2 + y**2, 25), y, x),
    "corner": IsDifferentiable(Abs(x), x, Integer(0)),
}


@cache
def page(name):
    book = rulebook()
    found = derive(QUESTIONS[name], book)
    assert isinstance(found, Derivation)
    return narrate(verify(found), book)


@pytest.mark.parametrize("name", QUESTIONS)
@pytest.mark.parametrize("format", ["text", "latex", "markdown"])
def test_pages(name, format, snapshot):
    assert render(page(name), format, width=80) == snapshot


@pytest.mark.parametrize("format", ["terminal", "article", "html"])
def test_whole_files(format, snapshot):
    assert render(page("nested"), format, width=80) == snapshot


def test_ascii(snapshot):
    assert render(page("nested"), "text", width=60, unicode=False) == snapshot
