"""The README's sample pages: ``python -m tests.docs.readme`` writes them anew."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

from click.testing import CliRunner

from symtutor.cli import command

README = Path(__file__).parents[2] / "README.md"
SAMPLE = re.compile(r"```\n\$ symtutor ([^\n]*)\n.*?```", re.S)


def page(arguments: str) -> str:
    """What the command prints, without colour."""
    result = CliRunner().invoke(command, [*shlex.split(arguments), "--no-color", "--width", "100"])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.output.strip("\n")


def current(text: str) -> str:
    """The README with every sample replaced by what the command prints now."""
    return SAMPLE.sub(lambda m: f"```\n$ symtutor {m[1]}\n{page(m[1])}\n```", text)


if __name__ == "__main__":
    README.write_text(current(README.read_text(encoding="utf-8")), encoding="utf-8")
