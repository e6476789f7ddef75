"""The cost of one command, from its start until its end or until a terminal shows certain words.

A child's peak memory begins at its parent's peak, so this process imports nothing of mentorlog and reads no large file.
Below `own_peak`, a child's memory is unknown.
"""

import contextlib
import os
import pty
import re
import resource
import select
import signal
import sys
import termios
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

SCREEN = (24, 80)  # rows and columns, the usual size of a new terminal
PATIENCE = 120  # seconds without a byte
_ESCAPE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|[()][A-Z0-9]|[=>78])")
_WHERE_IS_THE_CURSOR, _TOP_LEFT = b"\x1b[6n", b"\x1b[1;1R"
_MEMORY_UNIT = 1 if sys.platform == "darwin" else 1024

Environment = Mapping[str, str]


class FailedError(Exception):
    """A measured command failed."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds by the clock, seconds of processor time, and peak memory in bytes."""

    wall: float
    cpu: float
    memory: int = 0

    def less(self, other: "Cost") -> "Cost":
        return Cost(self.wall - other.wall, self.cpu - other.cpu, self.memory)


def to_its_end(words: list[str], environment: Environment, said: Path) -> Cost:
    """Return the cost of a command with its output in the file `said`. Raises FailedError if its status is not 0."""
    actions = [
        (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
        (os.POSIX_SPAWN_OPEN, 1, str(said), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600),
        (os.POSIX_SPAWN_DUP2, 1, 2),
    ]
    start = time.perf_counter()
    pid = os.posix_spawn(words[0], words, environment, file_actions=actions)
    status, cost = _ended(pid, start)
    if status:
        raise FailedError(f"{' '.join(words)} ended with {status}:\n{said.read_text('utf-8', 'replace')[-2000:]}")
    return cost


def in_a_terminal(words: list[str], environment: Environment, until: str = "") -> Cost:
    """Return the cost of a command in a pseudo-terminal until its screen shows `until`, or else until its end.

    Raises FailedError if the words never appear or the command fails.
    """
    start = time.perf_counter()
    pid, screen = pty.fork()
    if not pid:
        _become(words, environment)
    with _closed_after(screen):
        shown, seen_at = _watched(screen, until)
        if seen_at:
            os.kill(pid, signal.SIGKILL)
        status, cost = _ended(pid, start)
    if (until and not seen_at) or (not until and status):
        raise FailedError(f"{' '.join(words)} ended with {status}, its screen without {until!r}:\n{shown[-2000:]}")
    return Cost(seen_at - start, cost.cpu, cost.memory) if seen_at else cost


def _become(words: list[str], environment: Environment) -> None:
    """In the child: become the command. A child that cannot must end, or it would be a second runner."""
    try:
        termios.tcsetwinsize(0, SCREEN)
        os.execve(words[0], words, environment)  # noqa: S606 -- no shell is wanted
    finally:
        os._exit(127)


def _watched(screen: int, until: str) -> tuple[str, float]:
    """Return the output up to `until`, and when it appeared; 0.0 if the command ends without it."""
    data = b""
    while part := _part(screen):
        if _WHERE_IS_THE_CURSOR in part:  # every real terminal answers, and prompt_toolkit asks
            os.write(screen, _TOP_LEFT)
        data += part
        if until and until in _ESCAPE.sub("", data.decode("utf-8", "ignore")):
            return "", time.perf_counter()
    return data.decode("utf-8", "replace"), 0.0


def _part(screen: int) -> bytes:
    """Return the next output; empty at the end or after too long a silence."""
    ready, _, _ = select.select([screen], [], [], PATIENCE)
    try:
        return os.read(screen, 65536) if ready else b""
    except OSError:  # on Linux, the sign that the other end is closed
        return b""


@contextlib.contextmanager
def _closed_after(descriptor: int) -> Iterator[None]:
    try:
        yield
    finally:
        os.close(descriptor)


def _ended(pid: int, start: float) -> tuple[int, Cost]:
    """Wait for a child; return its exit status, and its cost since `start`."""
    _, status, used = os.wait4(pid, 0)
    wall = time.perf_counter() - start
    cost = Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss * _MEMORY_UNIT)
    return os.waitstatus_to_exitcode(status), cost


def own_peak() -> int:
    """Return the peak memory of this process in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _MEMORY_UNIT


@contextlib.contextmanager
def on_one_core() -> Iterator[None]:
    """Keep this process and its children on the last core they may use, so that times vary less."""
    if not hasattr(os, "sched_setaffinity"):  # macOS has none
        yield
        return
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(cores)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, cores)
