"""``python -m symtutor`` and the ``symtutor`` command."""

from __future__ import annotations

import gc

# Below this many new objects nothing is collected.  A command is a second of work on what SymPy's import leaves
# behind, which is never garbage; looking through it again and again takes a tenth of the time and frees nothing.
OBJECTS_BEFORE_COLLECTING = 200_000


def main() -> None:
    """Run the command line."""
    gc.set_threshold(OBJECTS_BEFORE_COLLECTING)
    from .cli import command

    command()


if __name__ == "__main__":
    main()
