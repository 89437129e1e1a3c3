"""Verdicts compare by what they promise."""

from symtutor.derivation import Verdict


def test_verdicts_are_ordered_by_strength():
    strongest_first = [Verdict.PROVED, Verdict.ENCLOSED, Verdict.CONFIRMED, Verdict.UNDECIDED, Verdict.REFUTED]
    assert sorted(Verdict, reverse=True) == strongest_first
    assert Verdict.CONFIRMED > Verdict.UNDECIDED >= Verdict.REFUTED


def test_a_verdict_is_its_own_word():
    assert Verdict.PROVED == "proved" and f"{Verdict.PROVED}" == "proved"
