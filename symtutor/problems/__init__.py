"""What can be asked: frozen values that know how they are written and not how they are solved."""

from .algebra import Form, Rewrite, Solve, SolveLinear
from .answers import AnswerType, NoValue, SolutionSet, YesNo
from .derivatives import (
    ChainAlongPath,
    DerivativeOfInverse,
    Differentiate,
    DifferentiateAt,
    DifferentiateRepeatedly,
    ImplicitDerivative,
    IsDifferentiable,
    LinearApproximation,
    NthDerivative,
    ParametricDerivative,
    PartialDerivatives,
    TangentLine,
)
from .limits import FindLimit
from .problem import Problem, fresh_letter, phrase

PROBLEM_TYPES: tuple[type[Problem], ...] = (
    Differentiate, DifferentiateRepeatedly, NthDerivative, DifferentiateAt, IsDifferentiable, ImplicitDerivative,
    ParametricDerivative, DerivativeOfInverse, TangentLine, LinearApproximation, PartialDerivatives, ChainAlongPath,
    FindLimit, Rewrite, Solve, SolveLinear,
)  # fmt: skip

__all__ = [
    "PROBLEM_TYPES",
    "AnswerType",
    "ChainAlongPath",
    "DerivativeOfInverse",
    "Differentiate",
    "DifferentiateAt",
    "DifferentiateRepeatedly",
    "FindLimit",
    "Form",
    "ImplicitDerivative",
    "IsDifferentiable",
    "LinearApproximation",
    "NoValue",
    "NthDerivative",
    "ParametricDerivative",
    "PartialDerivatives",
    "Problem",
    "Rewrite",
    "SolutionSet",
    "Solve",
    "SolveLinear",
    "TangentLine",
    "YesNo",
    "fresh_letter",
    "phrase",
]
