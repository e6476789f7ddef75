"""Two people on one machine: Sam, an ECT, and Priya, a mentor, each with a journal and a folder for the other."""

import shlex
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from conftest import Result, Run
from mentorlog.errors import ExitCode


@dataclass
class One:
    """One of the two people, with commands to run."""

    name: str
    base: Path
    run_once: Run
    patch: pytest.MonkeyPatch

    @property
    def root(self) -> Path:
        return self.base / self.name

    @property
    def for_other(self) -> Path:
        """The folder for the copies of this person's entries."""
        return self.base / f"from-{self.name}"

    def run(self, command: str | Sequence[str]) -> Result:
        self.patch.setenv("MENTORLOG_STATE", str(self.base / f"{self.name}-state"))
        return self.run_once(shlex.split(command) if isinstance(command, str) else command)

    def does(self, command: str | Sequence[str]) -> str:
        """Run a command that must succeed, and return its output."""
        result = self.run(command)
        assert result.exit_code == ExitCode.DONE, result.stderr
        return result.stdout

    def copies(self) -> dict[str, bytes]:
        paths = sorted(path for path in self.for_other.rglob("*") if path.is_file())
        return {path.relative_to(self.for_other).as_posix(): path.read_bytes() for path in paths}

    def ids(self) -> list[str]:
        """The ids of this person's own entries, newest first."""
        rows = [line.split("\t") for line in self.does("list").splitlines()]
        return [row[0] for row in rows if row[-1] == ""]


def met(tmp_path: Path, run: Run, patch: pytest.MonkeyPatch) -> tuple[One, One]:
    """Set up Sam and Priya to share with each other."""
    sam, priya = One("sam", tmp_path, run, patch), One("priya", tmp_path, run, patch)
    for one, other, role in ((sam, priya, "ect"), (priya, sam, "mentor")):
        one.does(["init", str(one.root), "--name", one.name.capitalize(), "--role", role])
        folders = ["--to", str(one.for_other), "--from", str(other.for_other)]
        one.does(["share", "--with", other.name.capitalize(), *folders, "--yes"])
    return sam, priya


def met_and_shared(tmp_path: Path, run: Run, patch: pytest.MonkeyPatch) -> tuple[One, One]:
    """Set up Sam and Priya, and share an entry with a next step from each."""
    sam, priya = met(tmp_path, run, patch)
    sam.does("new 'The tick told me.' -d critique --share --title Ticks --next 'Ask one pair' --ask 'Could I watch?'")
    priya.does("new 'I offered my own method.' -d creativity --share --title Method --next 'Find out who decides'")
    sam.does("share --yes")
    priya.does("share --yes")
    return sam, priya
