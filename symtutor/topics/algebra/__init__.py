"""Algebra: the same expression in another form, and equations."""

from __future__ import annotations

from ...derivation import AnyRule
from .already import AlreadyInForm
from .collecting import CollectPowers
from .expanding import BinomialFormula, ExpandEachTerm, MultiplyOut, SumTimesDifference
from .factoring import (
    CommonFactor,
    DifferenceOfSquares,
    FactorEachFactor,
    Grouping,
    PerfectSquare,
    SumOrDifferenceOfCubes,
)
from .fractions import CancelSharedFactor, ClearInnerFractions, CommonDenominator, OneBarThenCancel
from .linear import IsolateUnknown
from .powers import ExponentialOfLogarithm, KnownAbsoluteValue, ProductOfExponentials, ProductOfRoots
from .roots import (
    CompareFactors,
    QuadraticBySplitting,
    QuadraticByTwoNumbers,
    QuadraticInDisguise,
    QuadraticOverSurds,
    RationalRoot,
)
from .tidying import (
    AlreadyTidy,
    CancelToTidy,
    LowestPowersOut,
    MultiplyOutToTidy,
    OverOneBar,
    PythagoreanIdentity,
    TidyTheParts,
)

RULES: tuple[AnyRule, ...] = (
    AlreadyInForm(),
    BinomialFormula(), SumTimesDifference(), MultiplyOut(), ExpandEachTerm(),
    FactorEachFactor(), CommonFactor(), DifferenceOfSquares(), SumOrDifferenceOfCubes(), PerfectSquare(),
    QuadraticByTwoNumbers(), QuadraticBySplitting(), QuadraticInDisguise(), Grouping(), RationalRoot(),
    CompareFactors(), QuadraticOverSurds(),
    CollectPowers(), CommonDenominator(), ClearInnerFractions(), CancelSharedFactor(), OneBarThenCancel(),
    ProductOfExponentials(), ExponentialOfLogarithm(), ProductOfRoots(), KnownAbsoluteValue(),
    TidyTheParts(), PythagoreanIdentity(), LowestPowersOut(), OverOneBar(), CancelToTidy(), MultiplyOutToTidy(),
    AlreadyTidy(),
    IsolateUnknown(),
)  # fmt: skip
