"""A derivation as JSON: a table of its distinct nodes, premises first, with references.

The same derivation gives the same bytes under every hash seed and ground type.  There are no times in it.
"""

from __future__ import annotations

import json
from typing import Any

from .codec import Malformed, decode, encode
from .tree import Derivation, Evidence, Premise, Role, Said, Step, Unsolved, Verdict

FORMAT = "symtutor derivation"
VERSION = 1


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
    """The derivation that ``to_json`` wrote.  Raises ``Malformed`` for anything else."""
    try:
        content = json.loads(text)
    except json.JSONDecodeError as wrong:
        raise Malformed(f"no JSON: {wrong}") from wrong
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise Malformed("this JSON is no derivation of symtutor's")
    if content.get("version") != VERSION:
        raise Malformed(f"version {content.get('version')} cannot be read; this symtutor reads version {VERSION}")
    built: list[Derivation] = []
    try:
        for node in content["nodes"]:
            built.append(_built(node, built))
        return built[content["root"]]
    except (KeyError, IndexError, TypeError, AttributeError) as wrong:
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
    return Derivation(decode(node["problem"]), decode(node["answer"]), step, node["effort"])


def _told_again(told: dict[str, Any], before: list[Derivation]) -> Premise | Said:
    if "premise" in told:
        return Premise(before[told["premise"]], Role(told["role"]))
    return Said(decode(told["said"]), told["relation"], told["text"])


def _evidence_again(e: dict[str, Any]) -> Evidence:
    content = {
        **e,
        "verdict": Verdict(e["verdict"]),
        "statement": decode(e["statement"]),
        "witness": decode(e["witness"]),
    }
    return Evidence(**content)
