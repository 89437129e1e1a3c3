"""What the search promises: the short route first, cycles cut and not remembered, limits that give up."""

from __future__ import annotations

import pytest
from sympy import Eq, Integer, Ne, Symbol

from symtutor.cli.commands import _outcome
from symtutor.cli.outcomes import LIMIT, WRONG
from symtutor.derivation import Budget, Derivation, Search, Unsolved, alternatives, derive
from symtutor.derivation.conditions import settle
from symtutor.problems import Differentiate, fresh_letter
from symtutor.solution import Solution, explain
from symtutor.topics import rulebook

from .routes import map_of, reach, road

a, u, v, x = (Symbol(name, real=True) for name in "auvx")


def rules_of(found: Derivation | Unsolved) -> list[str]:
    assert isinstance(found, Derivation), found
    return [node.step.rule for node in found]


# Iterative deepening ---------------------------------------------------------------------------------------------


def test_the_route_of_less_effort_wins_though_the_other_stands_first():
    book = map_of(road("Long", "A", "B", effort=5), road("Short", "A", "B", effort=2), road("End", "B"))
    assert rules_of(derive(reach("A"), book)) == ["End", "Short"]


def test_two_small_efforts_beat_one_large_one():
    book = map_of(
        road("Leap", "A", effort=5), road("Walk", "A", "B", effort=2), road("Stroll", "B", effort=2)
    )  # fmt: skip
    assert rules_of(derive(reach("A"), book)) == ["Stroll", "Walk"]


def test_of_equal_efforts_the_one_in_source_order_wins():
    first, second = road("First", "A", effort=2), road("Second", "A", effort=2)
    assert rules_of(derive(reach("A"), map_of(first, second))) == ["First"]
    assert rules_of(derive(reach("A"), map_of(second, first))) == ["Second"]


def test_what_is_sure_is_tried_before_what_may_mislead():
    book = map_of(road("Dare", "A", effort=1), road("Commit", "A"))
    assert rules_of(derive(reach("A"), book)) == ["Commit"]


def test_effort_of_a_tree_is_that_of_its_costliest_path():
    book = map_of(road("Fork", "A", "B", "C", effort=1), road("Left", "B", effort=3), road("Right", "C", effort=2))
    found = derive(reach("A"), book)
    assert isinstance(found, Derivation) and found.effort == 4


# Memo and open path ----------------------------------------------------------------------------------------------


def test_a_question_asked_twice_is_derived_once():
    book = map_of(road("Fork", "A", "B", "C"), road("Left", "B", "D"), road("Right", "C", "D"), road("End", "D"))
    found = derive(reach("A"), book)
    assert rules_of(found).count("End") == 1


def test_a_circle_ends_in_no_answer():
    found = derive(reach("A"), map_of(road("There", "A", "B"), road("Back", "B", "A")))
    assert isinstance(found, Unsolved) and not found.gave_up


def test_a_way_round_a_circle_is_found():
    book = map_of(road("There", "A", "B"), road("Back", "B", "A"), road("On", "B", "C"), road("End", "C"))
    assert rules_of(derive(reach("A"), book)) == ["End", "On", "There"]


def test_a_failure_that_a_cut_circle_caused_is_not_remembered():
    """B fails below C, whose way leads back to B; asked from A beside C it must be tried afresh."""
    book = map_of(
        road("Via C", "A", "C", "B"),
        road("C to B", "C", "B"),
        road("C ends", "C"),
        road("B to C", "B", "C"),
    )
    search = Search(book, Budget())
    found = search.answer(reach("A"))
    assert isinstance(found, Derivation)
    assert reach("B").identity() not in search.failed


def test_a_failure_without_a_circle_is_remembered():
    search = Search(map_of(road("On", "A", "B"), road("Also", "A", "B")), Budget())
    assert isinstance(search.answer(reach("A")), Unsolved)
    assert reach("B").identity() in search.failed


def test_the_frontier_names_where_the_routes_stopped():
    found = derive(reach("A"), map_of(road("On", "A", "B"), road("Further", "B", "C")))
    assert isinstance(found, Unsolved) and reach("C") in found.frontier


# Limits ----------------------------------------------------------------------------------------------------------

CHAIN = [road(f"Mile {i}", f"P{i}", f"P{i + 1}") for i in range(30)] + [road("End", "P30")]


@pytest.mark.parametrize(
    ("budget", "what"),
    [
        (Budget(goals=5), "the number of questions"),
        (Budget(applications=5), "the number of rules tried"),
        (Budget(depth=5), "the depth of the derivation"),
        (Budget(seconds=-1.0), "time"),
    ],
    ids=["goals", "applications", "depth", "time"],
)
def test_a_limit_ends_in_giving_up_and_says_which(budget, what):
    found = derive(reach("P0"), map_of(*CHAIN), budget)
    assert isinstance(found, Unsolved) and found.gave_up and what in found.reason


def test_what_lies_within_the_limits_is_answered():
    assert isinstance(derive(reach("P0"), map_of(*CHAIN), Budget(goals=31, applications=31, depth=31)), Derivation)


def test_more_effort_than_allowed_is_no_route():
    found = derive(reach("A"), map_of(road("Far", "A", effort=9)), Budget(effort=8))
    assert isinstance(found, Unsolved)


def test_giving_up_is_exit_code_3_and_no_route_is_exit_code_1():
    problem = reach("A")
    assert _outcome(Solution(problem, None, Unsolved(problem, "gave up", gave_up=True))) == LIMIT == 3
    assert _outcome(Solution(problem, None, Unsolved(problem, "every route was tried"))) == WRONG == 1


def test_time_that_is_up_withholds_an_answer_and_changes_none():
    assert explain("d/dx x^2 sin(x)", seconds=0.000001).unsolved.gave_up


# Techniques by name, other ways ----------------------------------------------------------------------------------


def test_a_technique_that_nobody_knows_is_named_in_the_answer():
    found = derive(Differentiate(x**2, x, by="magic"), rulebook())
    assert isinstance(found, Unsolved) and "no technique called “magic” is known" in found.reason


def test_a_technique_that_does_not_fit_says_so():
    found = derive(Differentiate(x**2, x, by="the quotient rule"), rulebook())
    assert isinstance(found, Unsolved) and "“the quotient rule” does not fit this question" in found.reason


def test_other_ways_differ_from_the_first_and_from_one_another():
    book = map_of(road("One", "A", effort=1), road("Two", "A", effort=2), road("Three", "A", effort=3))
    found = derive(reach("A"), book)
    assert isinstance(found, Derivation)
    assert [rules_of(d) for d in alternatives(found, book)] == [["Two"], ["Three"]]
    assert [rules_of(d) for d in alternatives(found, book, limit=1)] == [["Two"]]


# Conditions ------------------------------------------------------------------------------------------------------


def test_a_condition_that_is_given_is_dropped():
    assert settle(Differentiate(x / a, x).under(a > 0), [Ne(a, 0)]) == ()


def test_a_condition_on_a_constant_is_carried():
    assert settle(Differentiate(x / a, x), [Ne(a, 0)]) == (Ne(a, 0),)


def test_of_two_conditions_the_one_that_follows_is_dropped():
    assert settle(Differentiate(a * x, x), [Ne(a, 0), a > 0]) == (a > 0,)


def test_a_condition_that_the_givens_exclude_ends_the_application():
    assert settle(Differentiate(a * x, x).under(a > 0), [a < 0]) is None


def test_an_impossible_condition_ends_the_application():
    assert settle(Differentiate(a * x, x), [Eq(Integer(1), Integer(0))]) is None


# Fresh letters ---------------------------------------------------------------------------------------------------


def test_fresh_letter_is_the_first_that_is_free():
    assert fresh_letter(x**2) == u
    assert fresh_letter(u * x) == v


def test_fresh_letter_avoids_the_letters_of_the_givens():
    assert fresh_letter(Differentiate(x**2, x).under(u > 0)) == v


def test_fresh_letter_takes_the_preferred_one_where_it_is_free():
    t = Symbol("t", real=True)
    assert fresh_letter(x, prefer="t") == t
    assert fresh_letter(x, t, prefer="t") == u


def test_fresh_letter_numbers_them_when_all_are_taken():
    taken = [Symbol(name, real=True) for name in "uvwtspqrz"]
    assert fresh_letter(*taken).name == "u1"
