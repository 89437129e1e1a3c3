"""Exit codes, and how an error is told."""

from __future__ import annotations

import os
import sys
import unicodedata
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from .clock import TimeUp

if TYPE_CHECKING:
    from ..parsing import Unreadable

OK, WRONG, UNREADABLE, LIMIT = 0, 1, 2, 3


class Refused(Exception):
    """What was asked of the command itself cannot be done: a file that cannot be written, a name that is no rule's."""


def guarded(run: Callable[..., int]) -> Callable[..., None]:
    """Turn what a command returns or raises into an exit code; a person never sees a traceback.

    An exception that nothing foresees is a bug: it is owned up to, and shown in full where SYMTUTOR_DEBUG is set.
    """

    @wraps(run)
    def wrapper(*args: Any, **options: Any) -> None:
        try:
            code = run(*args, **options)
            sys.stdout.flush()
        except BrokenPipeError:
            # The reader of the pipe has seen enough; what is still buffered must not be flushed at the end either.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            code = OK
        except Refused as refused:
            click.echo(f"symtutor: {refused}", err=True)
            code = UNREADABLE
        except (RecursionError, MemoryError):
            click.echo("symtutor: this is nested too deeply, or too large, for symtutor to work on.", err=True)
            code = LIMIT
        except TimeUp:
            click.echo("symtutor: the time was up before the work was done; --seconds allows more.", err=True)
            code = LIMIT
        except KeyboardInterrupt:
            click.echo("symtutor: interrupted.", err=True)
            code = LIMIT
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as wrong:
            code = _told(wrong)
        sys.exit(code)

    return wrapper


def _told(wrong: Exception) -> int:
    from ..parsing import Unreadable

    if isinstance(wrong, Unreadable):
        return complain(wrong)
    if os.environ.get("SYMTUTOR_DEBUG"):
        raise wrong
    click.echo(
        f"symtutor: a mistake of symtutor's own ({type(wrong).__name__}: {wrong}); please report it with what you "
        "typed. SYMTUTOR_DEBUG=1 shows where it happened.",
        err=True,
    )
    return WRONG


def complain(wrong: Unreadable) -> int:
    """Print what is wrong with the input, where, and how to mend it; return the exit code.

    A question over a limit is 3, one of a kind that is still to come 1 (it is unsolved), any other 2.
    """
    from ..parsing import NotYet, TooLarge

    click.echo(f"symtutor: {wrong.message}", err=True)
    if not isinstance(wrong, NotYet):
        _point(wrong.text, wrong.position, wrong.length)
    if wrong.repair:
        click.echo(f"  {wrong.repair}", err=True)
    if isinstance(wrong, TooLarge):
        return LIMIT
    return WRONG if isinstance(wrong, NotYet) else UNREADABLE


def _point(text: str, position: int, length: int) -> None:
    """The text around the place, with a mark below it; long input is cut to a window."""
    if not text.strip():
        return
    start = max(0, position - 40)
    window = "".join(_shown(c) for c in text[start : position + 40])
    before = "…" if start else ""
    click.echo(f"  {before}{window}{'…' if position + 40 < len(text) else ''}", err=True)
    at = position - start
    marks = "^" * max(1, _columns(window[at : at + length]))
    click.echo("  " + " " * (len(before) + _columns(window[:at])) + marks, err=True)


def _shown(c: str) -> str:
    """A character as one that takes its place: control and invisible characters, line ends among them, as a space."""
    return " " if unicodedata.category(c)[0] in "CZ" else c


def _columns(text: str) -> int:
    """How many columns of a terminal the text takes."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
