"""symtutor: derivations step by step, every step verified, homework checked.

The names below are the public face; they are loaded on first use, so that importing the package is cheap.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

_HOME = {
    "explain": "solution", "explain_each": "solution", "verify": "solution", "check": "solution",
    "Solution": "solution", "Unreadable": "parsing", "TooLarge": "parsing", "NotYet": "parsing",
    "Verdict": "derivation", "Level": "derivation", "Derivation": "derivation", "Unsolved": "derivation",
    "Assessment": "checking",
    **dict.fromkeys(
        (
            "Differentiate", "DifferentiateRepeatedly", "NthDerivative", "DifferentiateAt", "IsDifferentiable",
            "ImplicitDerivative", "ParametricDerivative", "DerivativeOfInverse", "TangentLine",
            "LinearApproximation", "PartialDerivatives", "ChainAlongPath", "FindLimit", "Rewrite", "Form", "Solve",
            "SolveLinear", "NoValue", "YesNo", "SolutionSet",
        ),
        "problems",
    ),
}  # fmt: skip

__all__ = sorted(_HOME)


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"symtutor has no {name!r}")
    value = getattr(import_module(f".{_HOME[name]}", __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOME})
