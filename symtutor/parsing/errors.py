"""What is said when text cannot be read: where it stopped, and what to write instead."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from ..written import Written


class Unreadable(ValueError):
    """The text has no reading.

    ``position`` and ``length`` mark the place in ``text``, which is what was typed; ``repair`` says what to write
    instead and may be empty.  ``over_limit`` tells what is too large from what has no meaning.
    """

    over_limit = False

    def __init__(self, message: str, position: int = 0, length: int = 0, repair: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.position = position
        self.length = length
        self.repair = repair
        self.text = ""


class TooLarge(Unreadable):
    """The text can be read, but what it means would grow beyond a limit; ``limit`` says which."""

    over_limit = True

    def __init__(self, message: str, position: int = 0, length: int = 0, repair: str = "", limit: str = "") -> None:
        super().__init__(message, position, length, repair)
        self.limit = limit


class NotYet(Unreadable):
    """The text was understood, but no question of its kind can be asked so far.

    ``understood`` is what was read, where it is mathematics; ``subject`` names what is missing, "integrals".
    """

    def __init__(
        self, message: str, position: int = 0, length: int = 0, understood: Written | None = None, subject: str = ""
    ) -> None:
        super().__init__(message, position, length)
        self.understood = understood
        self.subject = subject


@contextmanager
def located(text: str) -> Iterator[None]:
    """Errors from inside carry ``text``, unless they carry one already."""
    try:
        yield
    except Unreadable as error:
        error.text = error.text or text
        raise
