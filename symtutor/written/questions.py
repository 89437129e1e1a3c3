"""Questions as they stand in a line: d/dx, ∫, lim and Σ of something to be found, and questions in words."""

from __future__ import annotations

from dataclasses import dataclass

from .tree import Written


@dataclass(frozen=True, slots=True)
class DerivativeOf(Written):
    """d/dx of something, to be found.  ``variables`` are (variable, order) pairs; ``partial`` writes ∂."""

    of: Written
    variables: tuple[tuple[Written, Written], ...]
    partial: bool = False

    def parts(self) -> tuple[Written, ...]:
        return (self.of, *(p for pair in self.variables for p in pair))

    def with_parts(self, parts: tuple[Written, ...]) -> Written:
        return DerivativeOf(parts[0], tuple(zip(parts[1::2], parts[2::2])), self.partial)


@dataclass(frozen=True, slots=True)
class IntegralOf(Written):
    """∫ of something, to be found, with both ends or with neither."""

    of: Written
    variable: Written
    lower: Written | None = None
    upper: Written | None = None

    def parts(self) -> tuple[Written, ...]:
        ends = () if self.lower is None or self.upper is None else (self.lower, self.upper)
        return (self.of, self.variable, *ends)

    def with_parts(self, parts: tuple[Written, ...]) -> Written:
        return IntegralOf(*parts)


@dataclass(frozen=True, slots=True)
class LimitOf(Written):
    """A limit to be found; ``side`` is "+", "-" or "" for both."""

    of: Written
    variable: Written
    point: Written
    side: str = ""

    def parts(self) -> tuple[Written, ...]:
        return (self.of, self.variable, self.point)

    def with_parts(self, parts: tuple[Written, ...]) -> Written:
        of, variable, point = parts
        return LimitOf(of, variable, point, self.side)


@dataclass(frozen=True, slots=True)
class SumOf(Written):
    """Σ (or Π where ``product``) over an index between two bounds, to be found."""

    of: Written
    index: Written
    lower: Written
    upper: Written
    product: bool = False

    def parts(self) -> tuple[Written, ...]:
        return (self.of, self.index, self.lower, self.upper)

    def with_parts(self, parts: tuple[Written, ...]) -> Written:
        of, index, lower, upper = parts
        return SumOf(of, index, lower, upper, self.product)


@dataclass(frozen=True, slots=True)
class Phrase(Written):
    """Words and mathematics in one line, such as "is |x| differentiable at 0?"."""

    pieces: tuple[str | Written, ...]

    def parts(self) -> tuple[Written, ...]:
        return tuple(p for p in self.pieces if isinstance(p, Written))

    def with_parts(self, parts: tuple[Written, ...]) -> Written:
        rest = iter(parts)
        return Phrase(tuple(next(rest) if isinstance(p, Written) else p for p in self.pieces))
