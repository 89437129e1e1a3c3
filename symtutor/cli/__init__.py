"""The commands: arguments in, exit codes out.  SymPy is imported inside the commands, so ``--help`` stays fast."""

from .commands import command

__all__ = ["command"]
