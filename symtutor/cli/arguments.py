"""Arguments that are mathematics: what begins with a minus sign is an option only where it names one."""

from __future__ import annotations

import re
from pathlib import Path

import click

# Two dashes and a word are an option, known or mistyped; "--x" is x with two signs.
_LONG = re.compile(r"--[a-z][a-z_-]+(=.*)?", re.DOTALL)


class Mathematical(click.Command):
    """A command whose arguments may begin with "-".

    An argument is an option where it is spelled as one; everything else is mathematics, in the order it was typed.
    Once there is a question, "-h" is minus h.
    """

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        takes_value = {
            name: isinstance(p, click.Option) and not p.is_flag
            for p in self.get_params(ctx)
            for name in (*p.opts, *p.secondary_opts)
        }
        options: list[str] = []
        typed: list[str] = []
        rest = list(args)
        while rest:
            here = rest.pop(0)
            if here == "--":
                typed += rest
                break
            if here == "-h" and typed:
                typed.append(here)
            elif _LONG.fullmatch(here) or here in takes_value or _is_file(here, takes_value):
                options.append(here)
                if takes_value.get(here):
                    if not rest:
                        return super().parse_args(ctx, [here])
                    options.append(rest.pop(0))
            else:
                typed.append(here)
        return super().parse_args(ctx, [*options, "--", *typed])


def _is_file(text: str, options: dict[str, bool]) -> bool:
    """-osheet.tex, with the name of the file behind the letter."""
    return text[:2] == "-o" and "-o" in options and bool(Path(text[2:]).suffix)
