"""An entry written by hand, the canary in its private places, and all that another account sees of it."""

from pathlib import Path

import pytest

from conftest import Run
from mentorlog.errors import ExitCode

CANARY = "canary"


def everything_seen(run: Run, journal: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return all that another account sees of this folder, without a journal and with one that is set up with it."""
    monkeypatch.setenv("MENTORLOG_STATE", str(journal.parent / "reader"))
    output = ""
    for options in (["terminal"], ["markdown"], ["json"], ["json", "-d", "critique"]):
        result = run(["summary", str(journal), "--format", *options])
        assert result.exit_code == ExitCode.DONE, result.stderr
        output += result.stdout + result.stderr
    for words in _READING:
        result = run(["--journal", str(_reader(journal)), *words])
        assert result.exit_code in (ExitCode.DONE, ExitCode.NOT_FOUND), result.stderr
        output += result.stdout + result.stderr
    return output


_READING: tuple[list[str], ...] = (
    ["list"],
    ["list", "--with", "Sam", "--json"],
    ["search", CANARY],
    ["search", "2026"],
    ["show", "last"],
    [],
)


def _reader(journal: Path) -> Path:
    """Return a journal without entries, whose writer reads the folder `journal`."""
    root = journal.parent / "priya"
    root.mkdir(exist_ok=True)
    sam = f'[[people]]\nname = "Sam"\nrole = "ect"\ntheir_folder = "{journal}"\n'
    (root / "mentorlog.toml").write_text(f'name = "Priya"\nrole = "mentor"\n\n{sam}', "utf-8")
    return root


def entry(*lines: str, body: str) -> str:
    return "\n".join(["+++", "date = 2026-11-20", *lines, "+++", "", body, ""])
