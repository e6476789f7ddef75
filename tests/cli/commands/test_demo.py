"""`mentorlog demo`: shows an entry being written and its brief, in a folder of its own."""

import re
import tempfile
from pathlib import Path

import pytest

from conftest import Run, Start
from mentorlog.errors import ExitCode


@pytest.fixture(autouse=True)
def own_temporary_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setenv("TMPDIR", str(tmp_path))


def test_the_demo_shows_an_entry_being_written_and_its_brief(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")

    result = run("demo")

    output = re.sub(r"\s+", " ", result.stdout)
    assert (result.exit_code, result.stderr) == (ExitCode.DONE, "")
    assert "Which moment do you want to stay with? > The slide that never came" in output
    assert re.search(r"Saved 2026/2026-11-23-the-slide-that-never-came\.md \w{4} · creativity · shared", output)
    assert "“The drawings were better than the slide, and I would never have asked.”" in output
    assert output.endswith("Now your own: mentorlog new ")


def test_other_commands_work_on_the_sample_journal(run: Run) -> None:
    folder = re.search(r"is in (\S+)", run("demo").stdout)

    assert folder
    assert len(run(["list", "--journal", folder[1]]).stdout.splitlines()) == 5
    assert run(["check", "--journal", folder[1]]).exit_code == ExitCode.DONE


def test_the_demo_does_not_touch_your_journal_or_drafts(journal: Path, state: Path, run: Run) -> None:
    before = sorted(path for folder in (journal, state) for path in folder.rglob("*"))

    run("demo")

    assert sorted(path for folder in (journal, state) for path in folder.rglob("*")) == before


@pytest.mark.terminal
def test_the_demo_fits_a_narrow_terminal(start: Start) -> None:
    terminal = start("demo", columns=40, rows=200)

    assert terminal.end() == ExitCode.DONE
    assert "Now your own: mentorlog new" in terminal.text()
    assert "“The drawings were better than the slide, and I would never have asked.”" in terminal.text()
