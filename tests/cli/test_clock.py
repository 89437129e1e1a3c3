"""Work that does not look at the clock is cut off from outside."""

import time

import pytest

from symtutor.cli.clock import TimeUp, within


def test_work_that_never_looks_at_the_clock_is_interrupted():
    with pytest.raises(TimeUp), within(0.05):
        while True:
            pass


def test_the_alarm_is_off_after_the_work_is_done():
    with within(0.05):
        done = True
    time.sleep(0.1)
    assert done


def test_a_command_that_is_cut_off_ends_with_the_exit_code_of_a_limit(monkeypatch):
    from click.testing import CliRunner

    import symtutor.solution
    from symtutor.cli import command, commands

    def never(*arguments, **options):
        while True:
            pass

    monkeypatch.setattr(symtutor.solution, "explain_each", never)
    monkeypatch.setattr(commands, "SLACK", 0.1)
    result = CliRunner().invoke(command, ["explain", "--seconds", "0.1", "d/dx x"])
    assert result.exit_code == 3
    assert "--seconds" in result.output
