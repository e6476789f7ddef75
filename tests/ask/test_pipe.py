"""A pipe into `mentorlog new -` that breaks half-way."""

import array
import fcntl
import os
import signal
import subprocess
import sys
import termios
from pathlib import Path

import pytest

WORDS = b"The first line.\nAnd half of the sec"


def wait_until_read(end: int) -> None:
    """Wait until the other process has read everything in the pipe."""
    left = array.array("i", [1])
    while left[0]:
        fcntl.ioctl(end, termios.FIONREAD, left)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_text_received_before_the_break_is_in_a_draft_that_the_error_names(
    journal: Path, state: Path, number: signal.Signals
) -> None:
    ours, theirs = os.pipe()
    with subprocess.Popen([sys.executable, "-m", "mentorlog", "new", "-"], stdin=ours, stderr=subprocess.PIPE) as child:
        os.write(theirs, WORDS)
        wait_until_read(ours)
        child.send_signal(number)
        _, output = child.communicate(timeout=20)
    os.close(ours)
    os.close(theirs)

    (draft,) = (state / "drafts").glob("*.md")
    assert f"What was read is kept in {draft}" in output.decode()
    assert WORDS.decode() in draft.read_text("utf-8")
    assert list(journal.glob("2*")) == []
