"""Where a page goes and how it may look there."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import Any

import click

from .outcomes import Refused

ON_SCREEN = ("terminal", "text")


def look(format: str, output: str | None, width: int | None, ascii_only: bool, color: bool | None) -> dict[str, Any]:
    """What the renderer is told: columns, colour, character set; nothing for formats without them."""
    if format not in ON_SCREEN:
        return {}
    on_screen = output is None and sys.stdout.isatty()
    encoding = (sys.stdout.encoding or "ascii").lower() if output is None else "utf-8"
    return {
        "width": width or (max(60, min(shutil.get_terminal_size((100, 24)).columns, 110)) if on_screen else 100),
        "color": (on_screen and "NO_COLOR" not in os.environ) if color is None else color,
        "unicode": not ascii_only and "utf" in encoding,
    }


def put(format: str, pages: list[str], output: str | None) -> None:
    """Write the pages to the file or to the screen.  Raises ``Refused`` where the file cannot be written."""
    if output is None:
        for i, page in enumerate(pages):
            text = ("\n" if i else "") + page.rstrip("\n")
            # A page that is a file is UTF-8 whatever the terminal is; what is read here is in the terminal's own.
            click.echo(text if format in ON_SCREEN else text.encode(), color=True)
        return
    if len(pages) > 1 and format in ("article", "html", "json"):
        stem = Path(output)
        targets = [stem.with_name(f"{stem.stem}-{i}{stem.suffix}") for i in range(1, len(pages) + 1)]
    else:
        targets, pages = [Path(output)], ["\n\n".join(p.rstrip("\n") for p in pages) + "\n"]
    for target, page in zip(targets, pages):
        try:
            target.write_text(page, encoding="utf-8")
        except OSError as wrong:
            raise Refused(f"{target} cannot be written: {wrong.strerror}") from wrong
        click.echo(f"wrote {target}", err=True)
