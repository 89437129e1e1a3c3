"""The last resort against work that outruns its budget.

The search and the verifier watch the clock between steps; one step of algebra on a monstrous expression does not.  On
systems with an interval timer the command is interrupted from outside; elsewhere only Ctrl-C is left.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class TimeUp(BaseException):
    """The allowed seconds are over.  No ``Exception``: nothing on the way up may take it for a failure of its own."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Run the body for at most ``seconds`` of wall-clock time.  Raises ``TimeUp`` in it when they are over."""
    if not hasattr(signal, "setitimer"):
        yield
        return

    def ring(signum: int, frame: FrameType | None) -> None:
        raise TimeUp

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
