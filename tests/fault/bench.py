"""A folder for commands on a failing disk."""

import os
import random
import re
import secrets
import shutil
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import SimpleNamespace

import pytest

from conftest import Result, Run
from fault.disk import NO_FAULT, Disk, Fault
from mentorlog.ask import editor
from mentorlog.cli import world
from mentorlog.journal import disk, locks, question_files

Snapshot = dict[str, bytes | None]  # by path; None is a folder


@dataclass(frozen=True)
class Case:
    """A command line that writes. `{base}` in it is the folder of the test."""

    words: str
    before: tuple[str, ...] = ()
    stdin: bytes = b""
    brings: str = ""  # the words that the person types
    at_terminal: bool = False  # the editor adds the words to the end of its file
    slips: int = 0
    without: str = ""  # the missing part of the folder
    purges: bytes = b""
    where: str = ""  # the paths on which calls fail; by default every path in the folder
    has_links: bool = True


@dataclass(frozen=True)
class Attempt:
    """A command run on a disk with a fault: its result, and every file afterwards."""

    fault: Fault
    result: Result
    left: Snapshot
    disk: Disk
    is_typed: bool
    raised: str

    def __str__(self) -> str:
        return f"{self.fault}, " + ", ".join(f"{name} {Path(path).name}" for name, path in self.disk.failed[:1])


class Bench:
    """A folder with a journal, a state folder and the other files of a case."""

    def __init__(self, base: Path, run: Run, patch: pytest.MonkeyPatch) -> None:
        self.base, self._run, self._patch = base, run, patch
        self._is_typed = False
        base.mkdir()
        patch.setenv("MENTORLOG_STATE", str(base / "state"))
        patch.setattr(os, "fsync", lambda _: None)  # no power is cut here (test_strace checks that it is done)
        patch.setattr(
            question_files, "shipped_bank", lru_cache(question_files.shipped_bank)
        )  # it is on another disk, and slow

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
            except Exception as error:  # noqa: BLE001 -- the tests fail on any exception
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
        """Return every file and folder."""
        snapshot: Snapshot = {}
        for folder, names, files in os.walk(self.base):
            snapshot.update({os.path.relpath(f"{folder}/{name}", self.base): None for name in names})
            for name in files:
                snapshot[os.path.relpath(f"{folder}/{name}", self.base)] = Path(folder, name).read_bytes()
        return snapshot

    def put_back(self, snapshot: Snapshot) -> None:
        shutil.rmtree(self.base)
        self.base.mkdir()
        for name in sorted(snapshot):
            data = snapshot[name]
            (self.base / name).mkdir(mode=0o700) if data is None else (self.base / name).write_bytes(data)
