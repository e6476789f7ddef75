"""How far long work is: told to a person who waits, and to nobody else."""

import contextlib
import io
import sys
from collections.abc import Callable, Iterator

import pytest

from mentorlog.render import progress
from mentorlog.render.progress import watched

HIDE_CURSOR, SHOW_CURSOR = "\x1b[?25l", "\x1b[?25h"


class Tty(io.StringIO):
    """Standard error, with a person in front of it."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> Callable[[Iterator[int]], str]:
    """Goes through what is found at a terminal where every entry takes long; what then stands on standard error."""
    monkeypatch.setattr(progress, "PATIENCE", -1.0)
    monkeypatch.setattr(progress, "EVERY", 1)
    monkeypatch.setenv("TERM", "xterm-256color")

    def read_at(found: Iterator[int], screen: io.StringIO | None = None) -> str:
        stream = screen or Tty()
        with monkeypatch.context() as patch, contextlib.suppress(KeyboardInterrupt):
            patch.setattr(sys, "stderr", stream)
            assert list(watched(found)) == list(range(1_234))
        return stream.getvalue()

    return read_at


Read = Callable[..., str]


def test_whoever_waits_is_told_how_many_entries_were_read(read: Read) -> None:
    shown = read(iter(range(1_234)))

    assert "Reading, 1,234 entries so far" in shown
    assert shown.endswith("\x1b[2K")


def test_in_a_pipe_nothing_is_said(read: Read) -> None:
    assert read(iter(range(1_234)), io.StringIO()) == ""


def test_what_is_soon_done_is_not_spoken_of(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 3_600.0)

    assert read(iter(range(1_234))) == ""


def test_ctrl_c_leaves_the_terminal_as_it_was(read: Read) -> None:
    def found() -> Iterator[int]:
        yield from range(10)
        raise KeyboardInterrupt

    shown = read(found())

    assert shown.count(HIDE_CURSOR) == shown.count(SHOW_CURSOR) == 1
