"""Whether a fraction is zero, by what its kernels satisfy: sin² = 1 − cos², r^q = base, |u|² = u²."""

from __future__ import annotations

from typing import Any

from .. import kernel_fractions as kf
from ..kernel_fractions import Fraction
from .table import Table


class Relations(Table):
    """Reduction by the relations of the kernels, outermost first."""

    def vanishes(self, f: Fraction) -> bool:
        """Whether the fraction is zero by the relations known here.  False proves nothing."""
        return self._gone(f.top, len(self._meaning) - 1)

    def _gone(self, p: kf.Poly, i: int) -> bool:
        if not p:
            return True
        used = 0
        for m in p:
            used |= m
        while i >= 0:
            kind, content = self._meaning[i]
            if (used >> (kf.WIDTH * i)) & kf.MASK and kind in ("sin", "abs", "root", "power"):
                square = self._relation(i, kind, content)
                if square is not None:
                    return self._reduced(p, i, *square)
            i -= 1
        return False

    def _relation(self, i: int, kind: str, content: Any) -> tuple[int, Fraction] | None:
        if kind == "sin":
            cosine = kf.generator(self._generator("cos", content), 2)
            return 2, kf.subtract(kf.whole(1), cosine)
        if kind == "abs":
            return 2, kf.to_power(self.form(content), 2)
        if kind == "root":
            return content[1], self.form(content[0])
        base, key = content
        if base == -1 and self._units[("power", base, key)] == 1 and self._whole_letter(key):
            return 2, kf.whole(1)
        return None

    def _whole_letter(self, key: Any) -> bool:
        return (
            all(
                kind == "letter" and getattr(content, "is_integer", False)
                for i, (kind, content) in enumerate(self._meaning)
                if (key[0] >> (kf.WIDTH * i)) & kf.MASK
            )
            and not key[1]
        )

    def _reduced(self, p: kf.Poly, i: int, degree: int, by: Fraction) -> bool:
        """p with generator^degree replaced by ``by``; zero when every remaining coefficient is."""
        parts: dict[int, Fraction] = {}
        for e, c in kf.coefficients(p, i).items():
            value = kf.multiply(Fraction(c, 1, ()), kf.to_power(by, e // degree))
            left = e % degree
            parts[left] = kf.add(parts[left], value) if left in parts else value
        # A base may itself contain later kernels (a sine below its root was made later), so look at all of them again.
        return all(self._gone(f.top, len(self._meaning) - 1) for f in parts.values())
