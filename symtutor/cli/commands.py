"""explain, check and rules."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from .arguments import Mathematical
from .clock import within
from .outcomes import LIMIT, OK, UNREADABLE, WRONG, guarded

FORMATS = ("terminal", "text", "latex", "article", "markdown", "html", "json")
ENDINGS = {
    ".tex": "article", ".html": "html", ".htm": "html", ".md": "markdown", ".json": "json", ".txt": "text",
}  # fmt: skip

# Seconds beyond what was asked for before the work is cut off.
SLACK = 3.0

HELP: dict[str, Any] = {"help_option_names": ["-h", "--help"]}


@click.group(context_settings=HELP)
@click.version_option(package_name="symtutor")
def command() -> None:
    """Derive answers step by step, verify every step, and check homework.

    Try:  symtutor explain "d/dx x^2 sin(x)"
    """


class Seconds(click.FloatRange):
    """A number of seconds: NaN compares with nothing, so a range lets it through."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        number = super().convert(value, param, ctx)
        if number != number:
            self.fail(f"{value!r} is no number of seconds.", param, ctx)
        return number


def _page_options(run: Callable[..., None]) -> Callable[..., None]:
    """The options that say how a page looks; explain and check share them."""
    for option in (
        click.option("--color/--no-color", default=None, help="Colour; by default where the output is a terminal."),
        click.option("--ascii", "ascii_", is_flag=True, help="Use plain ASCII characters."),
        click.option("--width", type=click.IntRange(60, 400), help="Columns; the terminal's own by default."),
        click.option("--seconds", type=Seconds(0.1, 86_400), default=10.0, show_default=True, help="Time to spend."),
        click.option(
            "--assume", multiple=True, metavar="CONDITION", help='What is given, such as "a > 0"; repeatable.'
        ),
    ):
        run = option(run)
    return run


@command.command(cls=Mathematical, context_settings=HELP)
@click.argument("problem")
@click.option("--format", "format_", type=click.Choice(FORMATS), help="How the page is written; terminal by default.")
@click.option("--level", type=click.Choice(("brief", "standard", "full")), default="standard", show_default=True)
@click.option("--ways", type=click.IntRange(0, 5), default=0, show_default=True, help="Name other ways, at most N.")
@click.option("-o", "--output", type=click.Path(dir_okay=False), help="A file; its ending chooses the format.")
@_page_options
@guarded
def explain(
    problem: str,
    format_: str | None,
    level: str,
    ways: int,
    output: str | None,
    assume: tuple[str, ...],
    seconds: float,
    width: int | None,
    ascii_: bool,
    color: bool | None,
) -> int:
    """Derive the answer to PROBLEM step by step.

    Several questions are separated by ";".  Exit code 0: answered; 1: unsolved; 2: unreadable or ill-posed; 3: a
    limit was reached, or the answer is undecided.
    """
    from ..solution import explain_each
    from .pages import look, put

    chosen = format_ or _format_of(output)
    # Search and verification keep to their seconds; the slack is for a single step that does not look at the clock.
    with within(seconds * (1 + ways) * (1 + problem.count(";")) + SLACK):
        solutions = explain_each(problem, seconds=seconds, level=level, assume=assume)
        pages = [s.to(chosen, ways=ways, **look(chosen, output, width, ascii_, color)) for s in solutions]
    put(chosen, pages, output)
    return max(_outcome(s) for s in solutions)


def _format_of(output: str | None) -> str:
    if output is None:
        return "terminal"
    ending = Path(output).suffix.lower()
    if ending not in ENDINGS:
        known = ", ".join(sorted(ENDINGS))
        raise click.UsageError(f"{output!r} ends in no format that is known; use one of {known}, or --format")
    return ENDINGS[ending]


def _outcome(solution: Any) -> int:
    if solution.unsolved is not None:
        return LIMIT if solution.unsolved.gave_up else WRONG
    if solution.refuted:
        return WRONG
    return OK if solution.verdict != "undecided" else LIMIT


@command.command(cls=Mathematical, context_settings=HELP)
@click.argument("problem")
@click.argument("answer")
@click.option("--format", "format_", type=click.Choice(FORMATS[:-1]), default="terminal", show_default=True)
@click.option("--hint", type=click.IntRange(0, 99), default=0, help="Give the first N hints as well.", metavar="N")
@click.option("--reveal", is_flag=True, help="Show the derivation as well.")
@_page_options
@guarded
def check(
    problem: str,
    answer: str,
    format_: str,
    hint: int,
    reveal: bool,
    assume: tuple[str, ...],
    seconds: float,
    width: int | None,
    ascii_: bool,
    color: bool | None,
) -> int:
    """Say whether ANSWER answers PROBLEM, and where it goes wrong.

    Exit code 0: correct; 1: incorrect or in the wrong form; 2: unreadable; 3: undecided.
    """
    from ..rendering import render
    from ..solution import check as assessed
    from ..solution import explain as solved
    from .pages import look, put

    with within(seconds + SLACK):
        assessment = assessed(problem, answer, seconds=seconds, assume=assume)
        documents = [assessment.feedback]
        if hint or reveal:
            solution = solved(problem, seconds=seconds, assume=assume)
            if solution.answer is not None:
                documents += [solution.hints(hint)] if hint else []
                documents += [solution.document()] if reveal else []
        pages = [render(d, format_, **look(format_, None, width, ascii_, color)) for d in documents]
    put(format_, pages, None)
    codes = {"correct": OK, "incorrect": WRONG, "wrong_form": WRONG, "unreadable": UNREADABLE, "undecided": LIMIT}
    return codes[str(assessment.verdict)]


@command.command(context_settings=HELP)
@click.argument("name", required=False)
@guarded
def rules(name: str | None) -> int:
    """List the rules, or tell what the rule NAME teaches."""
    from .rules import listing, page

    click.echo(listing() if name is None else page(name))
    return OK
