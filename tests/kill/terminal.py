"""A command in its own pseudo-terminal, forked from this process, which has already imported everything."""

import contextlib
import importlib
import os
import pkgutil
import pty
import re
import select
import signal
import sys
import termios
import threading
import time
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn, TextIO

import mentorlog
from kill.lives import TODAY, Folder, Step, words_in
from mentorlog.ask import field as typing_in
from mentorlog.cli import app, world

PATIENCE = 30.0  # seconds before a command counts as hanging
_POLL = 0.005  # seconds between looks at the drafts while the terminal is silent
_ESCAPES = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07]*\x07|[()].|[=>78])|\s")
_BURST = 20  # keys typed between two looks at the screen


def prepare(home: Path) -> None:
    """Import every module that a command may need, and set the environment of a plain terminal."""
    assert threading.active_count() == 1  # a fork leaves the other threads behind, with their locks
    for module in pkgutil.walk_packages(mentorlog.__path__, "mentorlog."):
        importlib.import_module(module.name)
    for name in ("ACCESSIBLE", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "VISUAL", "EDITOR"):
        os.environ.pop(name, None)
    os.environ.update(TERM="xterm-256color", PROMPT_TOOLKIT_NO_CPR="1", HOME=str(home))
    vars(world)["local_day"] = lambda: TODAY
    typing_in.KEEP_EVERY = 0.02  # a quick typist's draft is written as often as a slow one's


def _nothing() -> None:
    """Do nothing in the child."""


class Terminal:
    """A child process in a terminal of 80 by 24, with all its output."""

    def __init__(
        self,
        folder: Folder,
        words: Sequence[str],
        before: Callable[[], None] = _nothing,
        after: Callable[[], None] = _nothing,
    ) -> None:
        self._raw = bytearray()
        self.pid, self._master = pty.fork()
        if self.pid == 0:
            _live(folder, words, before, after)

    def wait(self, seconds: float) -> bool:
        """Wait for output, or for so many seconds. False once the command has ended."""
        ready, _, _ = select.select([self._master], [], [], max(seconds, 0.0))
        return self._read() if ready else True

    def _read(self) -> bool:
        try:
            part = os.read(self._master, 1 << 16)
        except OSError:  # on Linux, the sign that the other end is closed
            return False
        self._raw += part
        return bool(part)

    def shows(self, words: str) -> bool:
        """True if `words` have been shown, even across line breaks and colours."""
        return words.replace(" ", "").encode() in _ESCAPES.sub(b"", self._raw)

    def type(self, keys: str) -> None:
        with contextlib.suppress(OSError):
            os.write(self._master, keys.encode())

    def end(self) -> int:
        """Kill the command if it still runs; return its status, or minus the signal that ended it."""
        os.kill(self.pid, signal.SIGKILL)
        while self._read():
            pass
        _, status = os.waitpid(self.pid, 0)
        os.close(self._master)
        return os.waitstatus_to_exitcode(status)

    def text(self) -> str:
        return self._raw.decode("utf-8", "replace")


def _live(folder: Folder, words: Sequence[str], before: Callable[[], None], after: Callable[[], None]) -> NoReturn:
    """In the child: run one command as `main` would, and never return to the parent's code."""
    status = 70
    try:
        _take_terminal()
        folder.enter()
        before()
        status = app.run(words)
        sys.stdout.flush()
        after()
    except BaseException:  # noqa: BLE001
        traceback.print_exc()
        sys.stderr.flush()
    finally:
        os._exit(status)


def _take_terminal() -> None:
    """Connect Python's three text streams to the new terminal of 80 by 24."""
    termios.tcsetwinsize(0, (24, 80))
    sys.stdin = _stream(0, "r")
    sys.stdout, sys.stderr = _stream(1, "w"), _stream(2, "w")


def _stream(number: int, mode: str) -> TextIO:
    return open(number, mode, encoding="utf-8", buffering=1, errors="backslashreplace", closefd=False)  # type: ignore[return-value]


@dataclass
class Typist:
    """Types the answer to each prompt once the screen shows it, up to so many keys in all."""

    terminal: Terminal
    steps: Sequence[Step]
    keys: int | None = None
    shown: int = -1  # the place of the last prompt shown
    _waiting: str = ""
    _typed: int = 0

    @property
    def is_done(self) -> bool:
        return self._typed == self.keys

    def go_on(self) -> None:
        if not self._waiting:
            self._look()
        burst = self._waiting[: _BURST if self.keys is None else min(_BURST, self.keys - self._typed)]
        self.terminal.type(burst)
        self._waiting = self._waiting[len(burst) :]
        self._typed += len(burst)

    def _look(self) -> None:
        for place in range(self.shown + 1, len(self.steps)):
            if self.terminal.shows(self.steps[place].prompt):
                self.shown, self._waiting = place, self.steps[place].keys

    def prompts_shown(self) -> int:
        """Return how many prompts were shown, even after the last key."""
        return 1 + max((place for place, step in enumerate(self.steps) if self.terminal.shows(step.prompt)), default=-1)


@dataclass
class Outcome:
    """The end of a command, and the words seen in its drafts until then."""

    terminal: Terminal
    seconds: float = 0.0
    status: int = 0
    has_ended: bool = False  # by itself, or at a call
    prompts_shown: int = 0
    drafted: set[str] = field(default_factory=set)


def watch(
    folder: Folder, terminal: Terminal, steps: Sequence[Step], seconds: float = PATIENCE, keys: int | None = None
) -> Outcome:
    """Run a command to its end, or for so many seconds from its start or, with `keys`, from its last key."""
    outcome, typist, start = Outcome(terminal), Typist(terminal, steps, keys), time.monotonic()
    end = start + (PATIENCE if keys else seconds)
    while time.monotonic() < end and not outcome.has_ended:
        typist.go_on()
        if keys and typist.is_done:
            end, keys = time.monotonic() + seconds, None
        outcome.has_ended = not terminal.wait(min(end - time.monotonic(), _POLL))
        outcome.drafted |= words_in(folder.draft_text())
    outcome.seconds, outcome.status = time.monotonic() - start, terminal.end()
    outcome.prompts_shown = typist.prompts_shown()
    return outcome
