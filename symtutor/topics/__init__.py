"""What is known: one package a subject, each ignorant of the others."""

from __future__ import annotations

from ..derivation import Rulebook

# The packages whose rules answer each type of question, in the order in which they are tried.
TOPICS: dict[str, tuple[str, ...]] = {
    "Differentiate": ("symtutor.topics.derivatives",),
    "DifferentiateRepeatedly": ("symtutor.topics.derivatives",),
    "NthDerivative": ("symtutor.topics.derivatives",),
    "DifferentiateAt": ("symtutor.topics.derivatives",),
    "IsDifferentiable": ("symtutor.topics.derivatives",),
    "ImplicitDerivative": ("symtutor.topics.derivatives",),
    "ParametricDerivative": ("symtutor.topics.derivatives",),
    "DerivativeOfInverse": ("symtutor.topics.derivatives",),
    "TangentLine": ("symtutor.topics.derivatives",),
    "LinearApproximation": ("symtutor.topics.derivatives",),
    "PartialDerivatives": ("symtutor.topics.derivatives",),
    "ChainAlongPath": ("symtutor.topics.derivatives",),
    "FindLimit": ("symtutor.topics.limits",),
    "Rewrite": ("symtutor.topics.algebra",),
    "Solve": ("symtutor.topics.algebra",),
    "SolveLinear": ("symtutor.topics.algebra",),
}


def rulebook() -> Rulebook:
    """The rules of all topics; a topic is imported when a question of its type is first asked."""
    return Rulebook(TOPICS)
