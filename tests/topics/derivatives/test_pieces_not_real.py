"""A formula that is nowhere real on its interval has no derivative there to be claimed."""

from sympy import Piecewise, Symbol, log

from symtutor.derivation import Unsolved, derive
from symtutor.problems import Differentiate
from symtutor.topics import rulebook

x = Symbol("x", real=True)


def test_piece_that_is_not_real_is_left_out():
    found = derive(Differentiate(Piecewise((1 / x, x > 0), (log(x), x < 0)), x), rulebook())
    assert found.answer == Piecewise((-1 / x**2, x > 0))


def test_real_pieces_are_all_kept():
    found = derive(Differentiate(Piecewise((log(x), x > 1), (x**2, x < 1)), x), rulebook())
    assert found.answer == Piecewise((2 * x, x < 1), (1 / x, x > 1))


def test_nothing_real_is_not_answered():
    assert isinstance(derive(Differentiate(Piecewise((log(x), x < 0)), x), rulebook()), Unsolved)
