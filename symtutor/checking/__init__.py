"""Whether the student is right."""

from .assess import assess
from .assessment import AnswerVerdict, Assessment

__all__ = ["AnswerVerdict", "Assessment", "assess"]
