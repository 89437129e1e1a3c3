"""What a page says: which steps, in which order, with what about them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from sympy import Abs, Integer, Rational, Symbol, exp, log, sin, sqrt

from symtutor.derivation import Level, Unsolved, Verdict, derive
from symtutor.exposition import hints, narrate
from symtutor.exposition.alike import alike, same_content
from symtutor.exposition.answers import decimal, holds_on
from symtutor.exposition.document import Aside, Check, Display, Equations, Heading, Paragraph, StepBlock, Table
from symtutor.exposition.wording import steps
from symtutor.problems import Differentiate, DifferentiateAt, DifferentiateRepeatedly, IsDifferentiable, TangentLine
from symtutor.written import Apply, Leaf, Product, Quotient, Relation, Sum, write

from .rules import a, book, d, derived, judged, x

NEST = x**2 * sin(x**3 + x)


def page(derivation, level=Level.STANDARD, **more):
    return narrate(judged(derivation), book(), level, **more)


def told(blocks):
    """Every step block, in reading order."""
    found = []
    for b in blocks:
        if isinstance(b, StepBlock):
            found += [b, *told(b.blocks)]
    return found


def titles(document):
    return [b.title[0] for b in told(document.blocks)]


def links(blocks):
    return [e for b in blocks if isinstance(b, Equations) for e in b.links]


def test_table_lookups_are_folded_at_standard():
    assert titles(page(d(x**2 * sin(x)))) == ["Product rule"]


def test_table_lookups_are_told_at_full():
    assert titles(page(d(x**2 * sin(x)), Level.FULL)) == ["Product rule", "Power rule", "Derivative of the sine"]


def test_the_root_is_told_even_where_it_is_a_table_row():
    assert titles(page(d(x**3))) == ["Power rule"]


def test_brief_tells_only_the_story_of_the_root():
    assert titles(page(d(NEST), Level.BRIEF)) == ["Product rule"]


def test_numbers_run_flat_in_reading_order():
    document = page(d(sin(x**2) * sin(exp(x**2)), tidied=True))
    assert [b.number for b in told(document.blocks)] == ["1", "2", "3", "4", "5"]


def test_a_step_with_told_premises_is_closed_with_a_reference_to_them():
    [step] = [b for b in page(d(sin(x**2) * sin(exp(x)))).blocks if isinstance(b, StepBlock)]
    after = step.blocks[-2]
    assert after == Paragraph(("With steps 2 and 3:",))


def test_a_folded_sum_still_tells_the_steps_below_it():
    found = d(x * (log(x) + sin(x**2)))
    assert titles(page(found)) == ["Product rule", "Chain rule"]


def test_a_wrapper_is_told_by_its_premises():
    assert titles(page(d(x**2 * sin(x), tidied=True))) == ["Product rule", "Take out the common factor"]


def test_tidying_what_is_tidy_is_not_told():
    assert titles(page(d(sin(x**2), tidied=True))) == ["Chain rule"]


def test_first_premises_are_steps_of_their_own_even_where_they_are_table_rows():
    found = derived(DifferentiateRepeatedly(exp(x) + x**2, (x, x)))
    assert len([b for b in page(found).blocks if isinstance(b, StepBlock)]) == 2


def test_a_question_that_comes_up_twice_is_told_once_and_referred_to():
    document = page(d(sin(x**2) * exp(sin(x**2))))
    assert titles(document).count("Chain rule") == 2
    referring = [b for s in told(document.blocks) for b in s.blocks if isinstance(b, Paragraph)]
    assert Paragraph(("With steps 2 and 3:",)) in referring


def test_because_holds_mathematics_in_its_holes():
    [step] = told(page(d(x**2 * sin(x))).blocks)
    assert step.because[0] == write(x**2) and step.because[1] == " and "


def test_the_letters_of_the_rule_are_tabulated():
    [step] = told(page(d(x**2 * sin(x))).blocks)
    table = step.blocks[0]
    assert isinstance(table, Table)
    assert table.rows[0][0] == (Relation(("=",), (write(Symbol("u")), write(x**2))),)


def test_asides_are_tabulated():
    step = told(page(d(sin(x**2))).blocks)[0]
    [row] = [r for b in step.blocks if isinstance(b, Table) for r in b.rows[1:]]
    assert len(row) == 1


def test_no_two_neighbouring_links_read_alike():
    for expr in (x**2 * sin(x), NEST, sin(x**2) * sin(exp(x**2)), a * log(a * x)):
        for step in told(page(d(expr), Level.FULL).blocks):
            rights = [e.right for e in links(step.blocks)]
            assert not any(alike(p, q) for p, q in pairwise(rights))


def test_a_condition_is_shown_where_it_arises_and_at_the_answer():
    document = page(d(sin(x) * log(a * x)))
    notes = [e.note for b in told(document.blocks) for e in links(b.blocks) if e.note]
    assert len(notes) == 1 and notes[0][0] == "for "
    [answer] = [b for b in document.blocks if isinstance(b, Display)]
    assert answer.note == notes[0]


@pytest.mark.parametrize("level", list(Level))
def test_folding_never_loses_a_condition(level):
    document = page(d(sin(x) * log(a * x)), level)
    [answer] = [b for b in document.blocks if isinstance(b, Display)]
    assert answer.emphasis and answer.note


def test_the_domain_of_what_was_typed_stands_at_the_answer():
    document = page(d(log(x), typed=Apply("ln", (Leaf(x),))))
    [answer] = [b for b in document.blocks if isinstance(b, Display)]
    assert answer.note == ("for ", Relation((">",), (write(x), write(0))))


def test_what_was_worked_out_while_reading_opens_the_page():
    document = page(d(x, typed=Quotient(Leaf(x**2), Leaf(x))))
    opening = document.blocks[1]
    assert isinstance(opening, Equations) and opening.links[0].right == write(x)


def test_the_heading_is_the_question_as_it_was_typed():
    typed = Quotient(Leaf(x**2), Leaf(x))
    heading = page(d(x, typed=typed)).blocks[0]
    assert heading.text[0].of == typed


def test_a_domain_in_a_letter_that_is_not_in_the_answer_is_not_shown():
    typed = Apply("ln", (Leaf(x),))
    assert holds_on(DifferentiateAt(log(x), x, Integer(2), typed=typed)) == ()
    assert holds_on(TangentLine(log(x), x, Integer(1), typed=typed)) == ()


def test_typing_in_another_order_is_not_worth_a_line():
    document = page(d(x**2 * sin(x), typed=Product((Apply("sin", (Leaf(x),)), Leaf(x**2)))))
    assert not isinstance(document.blocks[1], Equations)


def test_givens_are_stated():
    document = page(derived(Differentiate(sin(x), x, given=(x > 0,))))
    assert document.blocks[1] == Paragraph(("Given ", Relation((">",), (write(x), write(0))), "."))


def test_notes_of_the_reading_follow_the_question():
    document = page(d(x**3), notes=(("read 1/2x as (1/2)·x",),))
    assert [type(b) for b in document.blocks[:2]] == [Heading, Aside]


def test_the_check_repeats_the_evidence():
    [check] = [b for b in page(d(x**3)).blocks if isinstance(b, Check)]
    assert check == Check(("Both sides agree as polynomials",), Verdict.PROVED)


def test_undecided_steps_are_counted():
    one = judged(d(x**2 * sin(x)), lambda n: Verdict.UNDECIDED if n.problem.expr == x**2 else Verdict.PROVED)
    [count] = [b for b in narrate(one, book()).blocks if isinstance(b, Aside)]
    assert count.text == ("3 steps: 2 proved, 1 undecided",)


def test_a_block_shows_the_weakest_verdict_it_folds():
    one = judged(d(x**2 * sin(x)), lambda n: Verdict.CONFIRMED if n.problem.expr == x**2 else Verdict.PROVED)
    assert told(narrate(one, book()).blocks)[0].verdict is Verdict.CONFIRMED


def test_unverified_steps_are_said_to_be_so():
    document = narrate(d(x**3), book())
    assert Paragraph(("The steps have not been verified.",)) in document.blocks


def refuted_page():
    wrong = judged(
        d(x**2 * sin(x)),
        lambda n: Verdict.REFUTED if n.problem.expr == x**2 else Verdict.PROVED,
        witness=((x, Integer(2)),),
    )
    return narrate(wrong, book())


def test_a_refuted_step_withholds_the_answer():
    document = refuted_page()
    assert not any(isinstance(b, (Display, Equations)) for b in document.blocks)


def test_a_refuted_step_is_named_with_its_witness():
    [step] = told(refuted_page().blocks)
    assert step.title == ("Power rule",) and step.verdict is Verdict.REFUTED
    assert step.blocks[-1].text[1] == Relation(("=",), (write(x), write(2)))


def test_an_unsolved_question_shows_its_frontier_and_no_answer():
    unsolved = derive(Differentiate(x * Abs(x), x), book())
    assert isinstance(unsolved, Unsolved)
    document = narrate(unsolved, book())
    assert Paragraph((Differentiate(Abs(x), x).statement(),)) in document.blocks
    assert not any(isinstance(b, (Display, Equations, StepBlock)) for b in document.blocks)


def test_another_way_names_its_techniques_and_length():
    document = page(d(x**3), others=(d(NEST),))
    [aside] = [b for b in document.blocks if isinstance(b, Aside)]
    assert aside == Aside("Another way", ("Product rule, chain rule (2 steps)",))


def test_a_yes_or_no_is_answered_in_words():
    document = page(derived(IsDifferentiable(Abs(x), x, Integer(0))))
    assert Paragraph(("No: the slopes −1 and 1 differ.",), emphasis=True) in document.blocks


def test_hints_end_with_the_answer_and_begin_without_it():
    found = hints(d(x**2 * sin(x)), book())
    assert found[0][0] == "Two factors depend on "
    assert found[-1][1] == Leaf(d(x**2 * sin(x)).answer)
    assert all(Leaf(d(x**2 * sin(x)).answer) not in h for h in found[:-1])


def test_the_order_of_terms_does_not_matter_and_that_of_factors_does():
    assert alike(Sum((write(x**2), write(x))), Sum((write(x), write(x**2))))
    assert not alike(Product((write(sin(x)), write(2 * x))), write(2 * x * sin(x)))
    assert same_content(Product((write(sin(x)), write(2 * x))), write(2 * x * sin(x)))


def test_a_half_times_x_is_x_over_two():
    half = Quotient(write(1), write(2))
    assert same_content(Product((half, write(x))), write(x / 2))
    assert not same_content(Product((write(2), write(x))), write(x))


@pytest.mark.parametrize(
    "number, beside",
    [(sqrt(2), "≈ 1.41421"), (Rational(81, 40), "= 2.025"), (Rational(1, 3), "≈ 0.333333"), (-sqrt(2), "≈ −1.41421")],
)
def test_a_decimal_stands_beside_an_exact_number(number, beside):
    assert decimal(number) == (beside,)


@pytest.mark.parametrize("answer", [Integer(3), x, sin(x)])
def test_integers_and_expressions_need_no_decimal(answer):
    assert decimal(answer) == ()


@pytest.mark.parametrize(
    "numbers, words",
    [([2], "step 2"), ([3, 2], "steps 2 and 3"), ([2, 3, 4], "steps 2 to 4"), ([2, 4, 5], "steps 2, 4 and 5")],
)
def test_steps_are_referred_to_in_words(numbers, words):
    assert steps(numbers) == words
