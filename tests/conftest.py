"""Fixtures for every test: a separate journal, and ways to run mentorlog as a person would."""

import io
import os
import re
import shlex
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Protocol

import pexpect
import pyte
import pytest
import typer.main
from hypothesis import settings

import examples  # noqa: F401 -- it registers the profiles
from mentorlog.cli import app, world
from mentorlog.questions.bank import read_questions

settings.load_profile("tenth")  # unless the command line says --hypothesis-profile=all
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # run in the background: every program started would ignore it
    signal.signal(signal.SIGINT, signal.default_int_handler)

TODAY = date(2026, 11, 23)  # a Monday
PATIENCE = 20.0  # seconds before a test gives up waiting for a terminal
ENTER, CTRL_C, CTRL_D = "\r", "\x03", "\x04"
UP, DOWN, LEFT, RIGHT = "\x1b[A", "\x1b[B", "\x1b[D", "\x1b[C"


@dataclass(frozen=True)
class Result:
    """The exit status and the output of a command."""

    exit_code: int
    stdout: str
    stderr: str


class Run(Protocol):
    """A function that runs one command line in this process, with pipes instead of a terminal."""

    def __call__(self, command: str | Sequence[str], stdin: bytes | None = None) -> Result: ...


UNSET = (
    *("MENTORLOG_JOURNAL", "ACCESSIBLE", "NO_COLOR", "VISUAL", "EDITOR", "COLUMNS", "FORCE_COLOR"),
    "PYTHONDONTWRITEBYTECODE",  # or every program that a test starts would compile mentorlog anew
    "COVERAGE_PROCESS_START",  # or every program that a test starts would be measured; a terminal's is (see MEASURED)
)
MEASURED = {name: os.environ[name] for name in ("COVERAGE_PROCESS_START",) if name in os.environ}


@pytest.fixture(scope="session", autouse=True)
def quick_commands() -> Iterator[None]:
    """Do work that is the same for every command only once in this process, and spare the disk.

    That is the questions in a file's text, and Typer's form of a command. No power is cut here, so nothing is synced;
    `test_strace.py` checks that a program does it.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("mentorlog.journal.question_files.read_questions", cache(read_questions))
        patch.setattr(app, "loaded", cache(app.loaded))
        patch.setattr("typer.main.get_command", cache(typer.main.get_command))
        patch.setattr(os, "fsync", lambda _: None)
        yield


@pytest.fixture(autouse=True)
def own_world(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Hide this account's journal, drafts and settings from every test, and fix the day.

    A test without a temporary folder has no home and no state folder.
    """
    has_folder = "tmp_path" in request.fixturenames
    base = request.getfixturevalue("tmp_path") if has_folder else Path("/nowhere")
    for name in UNSET:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("MENTORLOG_STATE", str(base / "state"))
    monkeypatch.setenv("HOME", str(base / "home"))
    monkeypatch.setenv("PYDANTIC_DISABLE_PLUGINS", "1")
    monkeypatch.setattr(world, "local_day", lambda: TODAY)
    if has_folder:
        (base / "home").mkdir()


@pytest.fixture
def state(tmp_path: Path) -> Path:
    """The state folder, with drafts and history. The first command that needs it creates it."""
    return tmp_path / "state"


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    def run_once(command: str | Sequence[str], stdin: bytes | None = None) -> Result:
        words = shlex.split(command) if isinstance(command, str) else list(command)
        out, err = (
            io.TextIOWrapper(io.BytesIO(), "utf-8", newline=""),
            io.TextIOWrapper(io.BytesIO(), "utf-8", newline=""),
        )
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin or b""), "utf-8"))
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            status = app.run(words)
        return Result(status, _text(out), _text(err))

    return run_once


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    stream.seek(0)
    return stream.read()


@pytest.fixture
def journal(tmp_path: Path, run: Run) -> Path:
    """Sam's journal, an ECT's, empty, and the one that commands use when none is named.

    Its id is always the same, and with it the order of its questions.
    """
    folder = tmp_path / "journal"
    assert run(["init", str(folder), "--name", "Sam", "--role", "ect"]).exit_code == 0
    settings = folder / "mentorlog.toml"
    text = re.sub(r'^id = ".*"$', 'id = "sams-journal"', settings.read_text("utf-8"), flags=re.MULTILINE)
    settings.write_text(text, "utf-8")
    return folder


class Write(Protocol):
    """A function that writes a file into the journal, as a person with an editor would."""

    def __call__(self, name: str, text: str | bytes) -> Path: ...


@pytest.fixture
def write(journal: Path) -> Write:
    def write_file(name: str, text: str | bytes) -> Path:
        path = journal / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path

    return write_file


class Terminal:
    """A pseudo-terminal that runs mentorlog, with the screen as a person sees it."""

    def __init__(self, words: Sequence[str], *, columns: int = 80, rows: int = 60) -> None:
        plain = {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PROMPT_TOOLKIT_NO_CPR": "1"}
        self._child = pexpect.spawn(
            sys.executable,
            ["-m", "mentorlog", *words],
            env={**os.environ, **MEASURED, **plain},
            dimensions=(rows, columns),
            timeout=PATIENCE,
            encoding="utf-8",
        )
        self._child.delaybeforesend = None
        self._child.ptyproc.delayafterclose = 0  # type: ignore[attr-defined]  # it would sleep at every end
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.Stream(self._screen)

    @property
    def pid(self) -> int:
        return int(self._child.pid or 0)

    def see(self, words: str) -> None:
        """Wait until `words` are on the screen, even across line breaks. Fails after twenty seconds."""
        for _ in range(4000):
            if words in self.text():
                return
            if not self._read():
                break
        shown = "\n".join(self.lines())
        pytest.fail(f"{words!r} never came; the screen shows:\n{shown}")

    def _read(self) -> bool:
        try:
            self._stream.feed(self._child.read_nonblocking(4096, timeout=PATIENCE))
        except (pexpect.EOF, pexpect.TIMEOUT):
            return False
        return True

    def type(self, text: str) -> None:
        self._child.send(text)

    def paste(self, text: str) -> None:
        """Type a paste as a terminal passes it on: bracketed, with carriage returns for line ends."""
        self._child.send("\x1b[200~" + text.replace("\n", "\r") + "\x1b[201~")

    def lines(self) -> list[str]:
        return [line.rstrip() for line in self._screen.display]

    def text(self) -> str:
        """Return the screen as running text: lines joined, white space folded."""
        return re.sub(r"\s+", " ", " ".join(self.lines()))

    def end(self) -> int:
        """Wait for mentorlog to end; return its exit status, or minus the signal that ended it."""
        while self._read():
            pass
        if self._child.isalive():
            pytest.fail("mentorlog is still waiting; the screen shows:\n" + "\n".join(self.lines()))
        self._child.wait()
        signalled = self._child.signalstatus
        return -int(signalled) if signalled is not None else int(self._child.exitstatus or 0)

    def hang_up(self) -> None:
        """Close the terminal window, and wait until mentorlog has ended. Fails after twenty seconds."""
        self._child.ptyproc.fileobj.close()  # type: ignore[attr-defined]
        last = time.monotonic() + PATIENCE
        while self._child.isalive():
            assert time.monotonic() < last, "mentorlog goes on although its terminal is closed"

    def put_away(self) -> None:
        """Close the terminal window, and kill any process still in it."""
        self._child.close(force=True)

    def kill(self) -> None:
        self._child.kill(9)
        self.end()


class Start(Protocol):
    def __call__(self, command: str | Sequence[str], *, columns: int = 80, rows: int = 60) -> Terminal: ...


@pytest.fixture
def start() -> Iterator[Start]:
    """Return a function that starts mentorlog in a pseudo-terminal; the end of the test kills it."""
    started: list[Terminal] = []

    def start_one(command: str | Sequence[str], *, columns: int = 80, rows: int = 60) -> Terminal:
        words = shlex.split(command) if isinstance(command, str) else list(command)
        started.append(Terminal(words, columns=columns, rows=rows))
        return started[-1]

    yield start_one
    for terminal in started:
        terminal.put_away()
