"""A disk that fails at one call, or from one call on; a folder to run commands on it; and what must hold afterwards."""

import errno
import os
import random
import re
import secrets
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import SimpleNamespace

import pytest

from conftest import Result, Run
from mentorlog.ask import editor
from mentorlog.cli import world
from mentorlog.errors import ExitCode
from mentorlog.journal import disk, locks, question_files

_ON_PATHS = {"open", "link", "unlink", "replace", "rename", "chmod", "utime", "mkdir", "lstat", "listdir", "scandir"}
_CALLS = _ON_PATHS | {"read", "write", "fsync", "close", "fstat"}
TAKE_ROOM = {"write", "mkdir", "link", "open to make"}  # what a full disk refuses
_WORDS_FOLLOW = "here is the text to copy:\n\n"
_DONE = (
    *("Saved", "Changed", "Deleted", "Mended", "Removed", "Done:", "Made", "written to"),
    *("Brought back", "Took out", "is as it was"),
)
_NOT_DONE = "nothing was"
_NOT_ALL = re.compile(r"could not be (read|opened)")  # said of files that were passed over

Snapshot = dict[str, bytes | None]  # by path; None is a folder


@dataclass(frozen=True)
class Fault:
    """Which call fails, from 1 on, and how. Without an error, a write takes half of what it is given."""

    at: int
    error: int = 0
    stays: bool = False

    def __str__(self) -> str:
        how = errno.errorcode.get(self.error, "half a write")
        return f"{how} {'for ever from' if self.stays else 'at'} call {self.at}"

    def hits(self, number: int, call: str) -> bool:
        if number < self.at or (number > self.at and not self.stays):
            return False
        return call == "write" if not self.error else self.error != errno.ENOSPC or call in TAKE_ROOM


NO_FAULT = Fault(1_000_000)


class Disk:
    """The `os` of disk.py and locks.py, and of every listing. Notes calls on paths like `where`; some of them fail."""

    def __init__(self, fault: Fault, where: str, *, has_links: bool) -> None:
        self.calls: list[str] = []
        self.failed: list[tuple[str, str]] = []
        self._fault, self._has_links = fault, has_links
        self._concerns = re.compile(where).search
        self._open: dict[object, str] = {}

    def __getattr__(self, name: str) -> object:
        real = getattr(os, name)
        return self.watched(name, real) if name in _CALLS else real

    def watched(self, name: str, real: Callable[..., object]) -> Callable[..., object]:
        def call(*args: object, **more: object) -> object:
            path = str(args[0]) if name in _ON_PATHS else self._open.get(args[0], "")
            if self._concerns(path):
                makes = name == "open" and bool(int(str(args[1])) & os.O_CREAT)
                self.calls.append("open to make" if makes else name)
                if self._fault.hits(len(self.calls), self.calls[-1]):
                    return self._fail(name, path, real, args)
            if name == "link" and not self._has_links:
                raise PermissionError(errno.EPERM, "no links", path)
            made = real(*args, **more)
            self._open.update({made: path} if name == "open" else {})
            return made

        return call

    def _fail(self, name: str, path: str, real: Callable[..., object], args: tuple[object, ...]) -> object:
        self.failed.append((name, path))
        if name == "close":
            real(*args)  # a close that fails has closed all the same
        if not self._fault.error:
            assert isinstance(args[1], memoryview)
            return real(args[0], args[1][: (len(args[1]) + 1) // 2])
        names = [path, None, str(args[1])] if name in {"link", "replace", "rename"} else [path]
        raise OSError(self._fault.error, os.strerror(self._fault.error), *(names if name in _ON_PATHS else []))


@dataclass(frozen=True)
class Case:
    """A command line that writes. `{base}` in it is the folder of the test."""

    words: str
    before: tuple[str, ...] = ()
    stdin: bytes = b""
    brings: str = ""  # the words that somebody types
    at_terminal: bool = False  # their editor puts the words at the end of its file
    slips: int = 0
    without: str = ""  # the part of the folder that is not there yet
    purges: bytes = b""
    where: str = ""  # the paths on which calls fail; otherwise all in the folder
    has_links: bool = True


@dataclass(frozen=True)
class Attempt:
    """A command run on a disk with a fault: what it said, and everything that was there afterwards."""

    fault: Fault
    result: Result
    left: Snapshot
    disk: Disk
    is_typed: bool
    raised: str

    def __str__(self) -> str:
        return f"{self.fault}, " + ", ".join(f"{name} {Path(path).name}" for name, path in self.disk.failed[:1])


class Bench:
    """A folder with a journal, a state folder and whatever a case needs."""

    def __init__(self, base: Path, run: Run, patch: pytest.MonkeyPatch) -> None:
        self.base, self._run, self._patch = base, run, patch
        self._is_typed = False
        base.mkdir()
        patch.setenv("MENTORLOG_STATE", str(base / "state"))
        patch.setattr(os, "fsync", lambda _: None)  # no power is cut here (test_strace holds that it is done)
        patch.setattr(
            question_files, "shipped_bank", lru_cache(question_files.shipped_bank)
        )  # it is on another disk, and takes long

    def line(self, words: str, stdin: bytes = b"") -> Result:
        return self._run(words.replace("{base}", str(self.base)), stdin)

    def attempt(self, case: Case, fault: Fault = NO_FAULT, where: str = "") -> Attempt:
        """Run the command with this fault, and with the same random letters every time."""
        seen = Disk(fault, where or case.where or re.escape(str(self.base)), has_links=case.has_links)
        self._is_typed = not case.at_terminal
        with self._patch.context() as patch:
            self._put_in_place(patch, seen, case)
            try:
                result, raised = self.line(case.words, case.stdin), ""
            except Exception as error:  # noqa: BLE001 -- that nothing comes out is what is tested
                result, raised = Result(1, "", ""), repr(error)
        return Attempt(fault, result, self.snapshot(), seen, self._is_typed, raised)

    def _put_in_place(self, patch: pytest.MonkeyPatch, seen: Disk, case: Case) -> None:
        letters = random.Random(20261123)  # noqa: S311 -- the same letters every time
        patch.setattr(secrets, "choice", letters.choice)
        patch.setattr(seen, "urandom", letters.randbytes)
        patch.setattr(disk, "os", seen)
        patch.setattr(locks, "os", seen)
        patch.setattr(os, "scandir", seen.watched("scandir", os.scandir))
        if case.at_terminal:
            patch.setenv("EDITOR", "true")
            patch.setattr(world, "is_terminal", lambda _: True)
            patch.setattr(editor, "subprocess", SimpleNamespace(run=lambda *args, **_: self._type(args[0], case)))

    def _type(self, command: list[str], case: Case) -> SimpleNamespace:
        with Path(command[-1]).open("a", encoding="utf-8") as file:
            file.write(case.brings)
        self._is_typed = True
        return SimpleNamespace(returncode=0)

    def snapshot(self) -> Snapshot:
        """Every file and folder there is."""
        found: Snapshot = {}
        for folder, names, files in os.walk(self.base):
            found.update({os.path.relpath(f"{folder}/{name}", self.base): None for name in names})
            for name in files:
                found[os.path.relpath(f"{folder}/{name}", self.base)] = Path(folder, name).read_bytes()
        return found

    def put_back(self, snapshot: Snapshot) -> None:
        shutil.rmtree(self.base)
        self.base.mkdir()
        for name in sorted(snapshot):
            data = snapshot[name]
            (self.base / name).mkdir(mode=0o700) if data is None else (self.base / name).write_bytes(data)


def files_of(snapshot: Snapshot) -> dict[str, bytes]:
    """What belongs to the person: all but the state folder, and of that where the journal is."""
    named = {name: data for name, data in snapshot.items() if data is not None and disk.TEMPORARY not in name}
    return {name: data for name, data in named.items() if not name.startswith("state/") or name == "state/journal.toml"}


def texts_of(snapshot: Snapshot) -> set[bytes]:
    """Every text in the journal, the history or a draft, under a name that counts."""
    return {data for name, data in snapshot.items() if name.endswith(".md") and data and disk.TEMPORARY not in name}


@dataclass(frozen=True)
class Trial:
    """An attempt, with what was there before, and the same command on a disk without a fault."""

    case: Case
    base: Path
    start: Snapshot
    whole: Attempt
    attempt: Attempt

    @property
    def is_done(self) -> bool:
        is_held = bool(self.case.purges) and any(self.case.purges in text for text in texts_of(self.attempt.left))
        return files_of(self.attempt.left) == files_of(self.whole.left) and not is_held

    @property
    def is_untouched(self) -> bool:
        return files_of(self.attempt.left) == files_of(self.start)

    def faults(self) -> list[str]:
        """Each rule that this attempt broke, in words."""
        found = (f"{self.attempt}: {rule.__name__}: {fault}" for rule in RULES for fault in rule(self))
        return [each.replace(str(self.base), "{base}") for each in found]


def nothing_is_raised(trial: Trial) -> Iterator[str]:
    if trial.attempt.raised or "Traceback" in trial.attempt.result.stderr:
        yield trial.attempt.raised or trial.attempt.result.stderr


def status_0_only_when_done(trial: Trial) -> Iterator[str]:
    result = trial.attempt.result
    if result.exit_code == ExitCode.DONE and not trial.is_done and not _NOT_ALL.search(result.stderr):
        yield f"{result}"


def a_failure_is_one_line(trial: Trial) -> Iterator[str]:
    result = trial.attempt.result
    lines = [line for line in result.stderr.split(_WORDS_FOLLOW)[0].splitlines() if not line.startswith("  try: ")]
    if result.exit_code and not (len(lines) == 1 and lines[0].startswith("mentorlog: ")):
        yield f"status {result.exit_code} and {result.stderr!r}"


def every_file_is_old_or_new(trial: Trial) -> Iterator[str]:
    old, new, left = (files_of(each) for each in (trial.start, trial.whole.left, trial.attempt.left))
    for name in old | new | left:
        if left.get(name) not in (old.get(name), new.get(name)):
            yield f"{name} holds {left.get(name)!r}"


def no_text_is_lost(trial: Trial) -> Iterator[str]:
    for text in texts_of(trial.start) - texts_of(trial.attempt.left):
        if not trial.case.purges or trial.case.purges not in text:
            yield f"{text!r}"


def typed_words_are_saved_or_named_or_printed(trial: Trial) -> Iterator[str]:
    words, said = trial.case.brings, trial.attempt.result.stderr
    holding = [name for name, data in trial.attempt.left.items() if data and words.encode() in data]
    is_saved = any(name.startswith("journal/") and disk.TEMPORARY not in name for name in holding)
    is_named = any(str(trial.base / name) in said for name in holding)
    if words and trial.attempt.is_typed and not (is_saved or is_named or words in said):
        yield f"the words are in {holding}, and this was said: {said!r}"


def what_is_said_is_so(trial: Trial) -> Iterator[str]:
    said = trial.attempt.result.stdout + trial.attempt.result.stderr.split(_WORDS_FOLLOW)[0]
    is_done = trial.is_done or _NOT_ALL.search(said)
    yield from (f"it said {word!r}" for word in _DONE if word in said and not is_done)
    if _NOT_DONE in said and not trial.is_untouched:
        yield f"it said {said!r}"


def nothing_temporary_is_left(trial: Trial) -> Iterator[str]:
    stuck = {"unlink", "link"} if trial.attempt.fault.stays else {"unlink"}
    for name in trial.attempt.left:
        if disk.TEMPORARY in name and not any(
            str(trial.base / name) == path and call in stuck for call, path in trial.attempt.disk.failed
        ):
            yield name


RULES: tuple[Callable[[Trial], Iterator[str]], ...] = (
    nothing_is_raised,
    status_0_only_when_done,
    a_failure_is_one_line,
    every_file_is_old_or_new,
    no_text_is_lost,
    typed_words_are_saved_or_named_or_printed,
    what_is_said_is_so,
    nothing_temporary_is_left,
)
