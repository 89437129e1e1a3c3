"""Text and LaTeX to Written, and to a problem, through a grammar; nothing that is typed is ever evaluated as code."""

from .answers import read_expression
from .errors import NotYet, TooLarge, Unreadable
from .reading import Reading, read, read_questions

__all__ = ["NotYet", "Reading", "TooLarge", "Unreadable", "read", "read_expression", "read_questions"]
