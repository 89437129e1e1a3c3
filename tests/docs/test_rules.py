"""The generated pages about the rules are up to date."""

from .rules import FOLDER, pages


def test_pages_are_what_the_rules_say():
    expected = pages()
    assert set(FOLDER.glob("*.md")) == set(expected)
    for path, text in expected.items():
        assert path.read_text(encoding="utf-8") == text, "run python -m tests.docs.rules"
