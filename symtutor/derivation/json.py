"""A derivation as JSON: a table of its distinct nodes, premises first, with references.

The same derivation gives the same bytes under every hash seed and ground type.  There are no times in it.
"""

from __future__ import annotations

import json
from typing import Any, TypeVar

from .codec import Malformed, decode, encode
from .shapes import misfit
from .tree import Derivation, Evidence, Premise, Role, Said, Step, Unsolved, Verdict

FORMAT = "symtutor derivation"
VERSION = 1

Held = TypeVar("Held")


def to_json(derivation: Derivation, indent: int | None = None) -> str:
    """``derivation`` with its evidence, as text that ``from_json`` reads back."""
    nodes = list(derivation)
    number = {id(node): i for i, node in enumerate(nodes)}
    content = {
        "format": FORMAT,
        "version": VERSION,
        "root": number[id(derivation)],
        "nodes": [_node(node, number) for node in nodes],
    }
    return json.dumps(content, ensure_ascii=False, sort_keys=True, indent=indent)


def unsolved_to_json(unsolved: Unsolved, indent: int | None = 1) -> str:
    """What stopped the search, as text; there is no derivation to read back."""
    content = {
        "format": "symtutor unsolved",
        "version": VERSION,
        "problem": encode(unsolved.problem),
        "reason": unsolved.reason,
        "gave_up": unsolved.gave_up,
        "frontier": [encode(p) for p in unsolved.frontier],
    }
    return json.dumps(content, ensure_ascii=False, sort_keys=True, indent=indent)


def _node(node: Derivation, number: dict[int, int]) -> dict[str, Any]:
    step = node.step
    return {
        "problem": encode(node.problem),
        "answer": encode(node.answer),
        "effort": node.effort,
        "rule": step.rule,
        "bindings": [[name, encode(value)] for name, value in step.bindings],
        "told": [_told(t, number) for t in step.told],
        "conclusion": encode(step.conclusion),
        "conditions": encode(step.conditions),
        "evidence": None if step.evidence is None else _evidence(step.evidence),
    }


def _told(told: Premise | Said, number: dict[int, int]) -> dict[str, Any]:
    if isinstance(told, Premise):
        return {"premise": number[id(told.derivation)], "role": told.role.value}
    return {"said": encode(told.line), "relation": told.relation, "text": told.text}


def _evidence(e: Evidence) -> dict[str, Any]:
    return {
        "verdict": e.verdict.value,
        "method": e.method,
        "statement": encode(e.statement),
        "points": e.points,
        "pieces": e.pieces,
        "radius": e.radius,
        "witness": encode(e.witness),
        "reason": e.reason,
    }


def from_json(text: str) -> Derivation:
    """The derivation that ``to_json`` wrote.  Raises ``Malformed`` for anything else.

    The kinds of everything are checked and nothing is worked out: whether it is true is for ``verify`` to say.
    """
    try:
        return _read(json.loads(text, parse_constant=_no_number, parse_float=_no_number))
    except RecursionError as deep:
        raise Malformed("this is nested too deeply") from deep
    except Malformed:
        raise
    except ValueError as wrong:
        raise Malformed(f"no JSON: {wrong}") from wrong


def _no_number(digits: str) -> None:
    raise Malformed(f"{digits} is no whole number")


def _read(content: Any) -> Derivation:
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise Malformed("this JSON is no derivation of symtutor's")
    if content.get("version") != VERSION:
        raise Malformed(f"version {content.get('version')!r} cannot be read; this symtutor reads version {VERSION}")
    built: list[Derivation] = []
    try:
        for node in content["nodes"]:
            built.append(_built(node, built))
        return _at(built, content["root"])
    except (KeyError, TypeError, AttributeError) as wrong:
        raise Malformed(f"a part is missing or out of place: {wrong}") from wrong


def _built(node: dict[str, Any], before: list[Derivation]) -> Derivation:
    step = Step(
        rule=node["rule"],
        bindings=tuple((name, decode(value)) for name, value in node["bindings"]),
        told=tuple(_told_again(t, before) for t in node["told"]),
        conclusion=decode(node["conclusion"]),
        conditions=decode(node["conditions"]),
        evidence=None if node["evidence"] is None else _evidence_again(node["evidence"]),
    )
    return _fitting(Derivation(decode(node["problem"]), decode(node["answer"]), _fitting(step), node["effort"]))


def _told_again(told: dict[str, Any], before: list[Derivation]) -> Premise | Said:
    if "premise" in told:
        return Premise(_at(before, told["premise"]), Role(told["role"]))
    return _fitting(Said(decode(told["said"]), told["relation"], told["text"]))


def _at(built: list[Derivation], place: Any) -> Derivation:
    if not isinstance(place, int) or isinstance(place, bool) or not 0 <= place < len(built):
        raise Malformed(f"{place!r} is the number of no node that stands before")
    return built[place]


def _evidence_again(e: dict[str, Any]) -> Evidence:
    content = {
        **e,
        "verdict": Verdict(e["verdict"]),
        "statement": decode(e["statement"]),
        "witness": decode(e["witness"]),
    }
    return _fitting(Evidence(**content))


def _fitting(value: Held) -> Held:
    wrong_field = misfit(value)
    if wrong_field is not None:
        raise Malformed(f"{type(value).__name__}.{wrong_field} holds something of another kind")
    return value
