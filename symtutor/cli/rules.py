"""The rulebook as a list, and a rule as a page."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from ..derivation import AnyRule
from ..topics import rulebook
from .outcomes import Refused


def listing() -> str:
    """Every rule by the type of question it solves: its name and what it teaches."""
    groups: dict[str, list[AnyRule]] = {}
    for rule in rulebook().every():
        groups.setdefault(rule.solves.__name__, []).append(rule)
    return "\n\n".join(_group(name, rules) for name, rules in groups.items())


def _group(name: str, rules: Iterable[AnyRule]) -> str:
    lines = [f"{rule.name:32} {rule.summary}" for rule in rules]
    return "\n".join([name, *(f"  {line}" for line in lines)])


def page(name: str) -> str:
    """What one rule teaches.  Raises ``Refused`` with the nearest names where there is none."""
    rules = {rule.name: rule for rule in rulebook().every()}
    lowered = {n.lower(): n for n in rules}
    found = rules.get(lowered.get(name.replace(" ", "").replace("-", "").lower(), ""))
    if found is None:
        near = get_close_matches(name.lower(), list(lowered), n=3, cutoff=0.5)
        hint = f"; did you mean {', '.join(lowered[n] for n in near)}?" if near else ""
        raise Refused(f"no rule is called {name!r}{hint}  (symtutor rules lists them)")
    return _page(found)


def _page(rule: AnyRule) -> str:
    parts = [
        (rule.name, rule.heading),
        ("teaches", rule.summary),
        ("answers", f"{rule.solves.__name__}, phase {rule.phase.name.lower()}"),
        ("statement", rule.statement),
        ("because", rule.because),
        ("reference", rule.reference),
        *(("example", e) for e in rule.examples),
        *(("not for", e) for e in rule.counterexamples),
    ]
    return "\n".join(f"{label:12} {text}" for label, text in parts if text)
