"""The pages of docs/rules, one a topic, made from the rules: ``python -m tests.docs.rules`` writes them anew."""

from __future__ import annotations

from pathlib import Path

from symtutor.derivation import AnyRule
from symtutor.topics import rulebook

FOLDER = Path(__file__).parents[2] / "docs" / "rules"


def pages() -> dict[Path, str]:
    """Each file and what belongs in it."""
    topics: dict[str, list[AnyRule]] = {}
    for rule in rulebook().every():
        topics.setdefault(_topic(rule), []).append(rule)
    return {FOLDER / f"{topic}.md": _page(topic, rules) for topic, rules in topics.items()}


def _topic(rule: AnyRule) -> str:
    # A rule made from a table row has the table's module; the type of question it answers tells the topic.
    from symtutor.topics import TOPICS

    return TOPICS[rule.solves.__name__][0].rsplit(".", 1)[-1]


def _page(topic: str, rules: list[AnyRule]) -> str:
    title = topic.replace("_", " ").capitalize()
    parts = [
        f"# The rules of {title.lower()}\n\nMade from the rules themselves, in the order in which they are tried.\n"
    ]
    kind = ""
    for rule in rules:
        if rule.solves.__name__ != kind:
            kind = rule.solves.__name__
            parts.append(f"## {kind}\n")
        parts.append(_entry(rule))
    return "\n".join(parts)


def _entry(rule: AnyRule) -> str:
    lines = [f"### {rule.name}", "", rule.summary, "", f"$${rule.statement}$$", ""]
    lines += [f"- because: {rule.because}", f"- reference: {rule.reference}"]
    lines += [f"- example: `{e}`" for e in rule.examples]
    lines += [f"- not for: `{c}`" for c in rule.counterexamples]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8")
