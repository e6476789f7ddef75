"""An entry written by hand, the canary in its private places, and all that another account sees of it."""

from pathlib import Path

import pytest

from conftest import Run
from mentorlog.errors import ExitCode

CANARY = "canary"


def everything_seen(run: Run, journal: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return all that another account without a journal sees of this folder."""
    monkeypatch.setenv("MENTORLOG_STATE", str(journal.parent / "reader"))
    output = ""
    for options in (["terminal"], ["markdown"], ["json"], ["json", "-d", "critique"]):
        result = run(["summary", str(journal), "--format", *options])
        assert result.exit_code == ExitCode.DONE, result.stderr
        output += result.stdout + result.stderr
    return output


def entry(*lines: str, body: str) -> str:
    return "\n".join(["+++", "date = 2026-11-20", *lines, "+++", "", body, ""])
