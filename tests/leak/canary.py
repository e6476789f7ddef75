"""An entry written by hand, the word that stands in its private places, and all that another account sees."""

from pathlib import Path

import pytest

from conftest import Run
from mentorlog.errors import ExitCode

CANARY = "canary"


def everything_seen(run: Run, journal: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """All that another account, with no journal of its own, gets to see of this folder."""
    monkeypatch.setenv("MENTORLOG_STATE", str(journal.parent / "reader"))
    said = ""
    for more in (["terminal"], ["markdown"], ["json"], ["json", "-d", "critique"]):
        result = run(["summary", str(journal), "--format", *more])
        assert result.exit_code == ExitCode.DONE, result.stderr
        said += result.stdout + result.stderr
    return said


def entry(*lines: str, body: str) -> str:
    return "\n".join(["+++", "date = 2026-11-20", *lines, "+++", "", body, ""])
