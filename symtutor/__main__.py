"""``python -m symtutor`` and the ``symtutor`` command."""

from __future__ import annotations


def main() -> None:
    """Run the command line."""
    from .cli import command

    command()


if __name__ == "__main__":
    main()
