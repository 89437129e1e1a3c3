"""Write the pages of the worked examples: ``python worked_examples/make.py [CHAPTER …]``.

Each chapter is a folder with ``problems.toml``; its pages go into ``pages/``, one Markdown, one LaTeX and one terminal
text file a problem.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from symtutor import explain

HERE = Path(__file__).parent
FORMATS = {".md": "markdown", ".tex": "article", ".txt": "text"}


def chapters() -> tuple[Path, ...]:
    """The chapter folders, in order."""
    return tuple(sorted(p.parent for p in HERE.glob("*/problems.toml")))


def problems(chapter: Path) -> tuple[dict[str, str], ...]:
    """The problems of a chapter: name, typed, answer."""
    content = tomllib.loads((chapter / "problems.toml").read_text(encoding="utf-8"))
    return tuple(content["problem"])


def pages(chapter: Path, problem: dict[str, str]) -> Iterator[tuple[Path, str]]:
    """The files of one problem and what belongs in them."""
    solution = explain(problem["typed"], seconds=60)
    for ending, format in FORMATS.items():
        yield chapter / "pages" / f"{problem['name']}{ending}", solution.to(format).rstrip("\n") + "\n"


def main(names: list[str]) -> None:
    """Write the pages of the named chapters, of all where none is named."""
    for chapter in chapters():
        if names and chapter.name not in names:
            continue
        (chapter / "pages").mkdir(exist_ok=True)
        for problem in problems(chapter):
            for path, text in pages(chapter, problem):
                path.write_text(text, encoding="utf-8")
        print(chapter.name, len(problems(chapter)), "problems")


if __name__ == "__main__":
    main(sys.argv[1:])
