"""Algebra: the same expression in another form, and equations."""

from __future__ import annotations

from ...derivation import AnyRule
from .already import AlreadyInForm
from .cancelling import CancelSharedFactor, OneBarThenCancel
from .collecting import CollectPowers
from .equations import ClearDenominators, ConstantEquation, FactorToSolve, LinearEquation, ZeroProduct
from .expanding import BinomialFormula, ExpandEachTerm, MultiplyOut, SumTimesDifference
from .exponential_equations import CompareExponents, JoinLogarithms, TakeExponentials, TakeLogarithms
from .factoring import (
    CommonFactor,
    DifferenceOfSquares,
    FactorEachFactor,
    Grouping,
    PerfectSquare,
    SumOrDifferenceOfCubes,
)
from .fractions import ClearInnerFractions, CommonDenominator
from .linear import IsolateUnknown
from .logarithms import LogarithmLaws, SumOfLogarithms
from .partial_fractions import CompareCoefficients, CoverUp, EachTermByItself, LongDivision
from .powers import ExponentialOfLogarithm, KnownAbsoluteValue, ProductOfExponentials, ProductOfRoots
from .quadratics import QuadraticFormula, SubstituteForPart, TakeRoots
from .radicals import RaiseToPower, TwoCasesOfAbs
from .rationalising import RationaliseTheDenominator, RationaliseTheNumerator
from .roots import (
    CompareFactors,
    QuadraticBySplitting,
    QuadraticByTwoNumbers,
    QuadraticInDisguise,
    QuadraticOverSurds,
    RationalRoot,
)
from .squares import CompleteTheSquare
from .tidying import AlreadyTidy, TidyTheParts
from .tidying_by_factors import CancelNumber, CancelToTidy, LowestPowersOut, MultiplyOutToTidy, OverOneBar
from .tidying_by_identities import OppositeFactors, PythagoreanIdentity, SignAbsorbed
from .trigonometric_equations import AllAngles, DivideByCosine, OneFunction, SingleAngles
from .trigonometry import AdditionTheorem, PowerReduction, ProductToSum

RULES: tuple[AnyRule, ...] = (
    AlreadyInForm(),
    BinomialFormula(), SumTimesDifference(), MultiplyOut(), ExpandEachTerm(),
    FactorEachFactor(), CommonFactor(), DifferenceOfSquares(), SumOrDifferenceOfCubes(), PerfectSquare(),
    QuadraticByTwoNumbers(), QuadraticBySplitting(), QuadraticInDisguise(), Grouping(), RationalRoot(),
    CompareFactors(), QuadraticOverSurds(),
    CollectPowers(), CommonDenominator(), ClearInnerFractions(), CancelSharedFactor(), OneBarThenCancel(),
    ProductOfExponentials(), ExponentialOfLogarithm(), ProductOfRoots(), KnownAbsoluteValue(),
    LongDivision(), CoverUp(), CompareCoefficients(), EachTermByItself(), CompleteTheSquare(),
    RationaliseTheDenominator(), RationaliseTheNumerator(), LogarithmLaws(), SumOfLogarithms(),
    PowerReduction(), ProductToSum(), AdditionTheorem(),
    TidyTheParts(), PythagoreanIdentity(), SignAbsorbed(), OppositeFactors(), LowestPowersOut(), OverOneBar(),
    CancelToTidy(), CancelNumber(), MultiplyOutToTidy(), AlreadyTidy(),
    IsolateUnknown(),
    ConstantEquation(), ClearDenominators(), LinearEquation(), ZeroProduct(), TakeRoots(), CompareExponents(),
    SubstituteForPart(), FactorToSolve(),
    QuadraticFormula(), TwoCasesOfAbs(), RaiseToPower(), TakeLogarithms(),
    TakeExponentials(), JoinLogarithms(), AllAngles(), OneFunction(), DivideByCosine(), SingleAngles(),
)  # fmt: skip
