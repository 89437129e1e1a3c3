"""A step names its rule, so no two rules of the house may share a name."""

from collections import Counter

from symtutor.topics import rulebook


def test_every_rule_has_a_name_of_its_own():
    assert [name for name, n in Counter(rule.name for rule in rulebook().every()).items() if n > 1] == []
