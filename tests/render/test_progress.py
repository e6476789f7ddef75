"""The progress of long work, shown only to a person who waits at a terminal."""

import contextlib
import io
import sys
from collections.abc import Callable, Iterator

import pytest

from mentorlog.render import progress
from mentorlog.render.progress import watched

HIDE_CURSOR, SHOW_CURSOR = "\x1b[?25l", "\x1b[?25h"


class Tty(io.StringIO):
    """Standard error at a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> Callable[[Iterator[int]], str]:
    """Return a function that reads slow entries at a terminal and returns the text on standard error."""
    monkeypatch.setattr(progress, "PATIENCE", -1.0)
    monkeypatch.setattr(progress, "EVERY", 1)
    monkeypatch.setenv("TERM", "xterm-256color")

    def read_at(entries: Iterator[int], screen: io.StringIO | None = None) -> str:
        stream = screen or Tty()
        with monkeypatch.context() as patch, contextlib.suppress(KeyboardInterrupt):
            patch.setattr(sys, "stderr", stream)
            assert list(watched(entries)) == list(range(1_234))
        return stream.getvalue()

    return read_at


Read = Callable[..., str]


def test_a_waiting_person_sees_the_number_of_entries_read(read: Read) -> None:
    shown = read(iter(range(1_234)))

    assert "Reading, 1,234 entries so far" in shown
    assert shown.endswith("\x1b[2K")


def test_a_pipe_gets_no_progress(read: Read) -> None:
    assert read(iter(range(1_234)), io.StringIO()) == ""


def test_quick_work_shows_no_progress(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 3_600.0)

    assert read(iter(range(1_234))) == ""


def test_ctrl_c_leaves_the_terminal_as_it_was(read: Read) -> None:
    def interrupted() -> Iterator[int]:
        yield from range(10)
        raise KeyboardInterrupt

    shown = read(interrupted())

    assert shown.count(HIDE_CURSOR) == shown.count(SHOW_CURSOR) == 1
