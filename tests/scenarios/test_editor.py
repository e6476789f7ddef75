"""Whole entries written in an editor: after any accident the words are in a draft, and private ones stay private."""

import os
from pathlib import Path

import pytest

from conftest import ENTER, Run, Start, Write

pytestmark = pytest.mark.terminal

ENTRY = '+++\nid = "20261120-k3f9"\ndate = 2026-11-20\ntitle = "No funnels"\n+++\n\nThe funnels had gone.\n'


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a function that makes a script the person's editor."""
    path = tmp_path / "editor"
    monkeypatch.setenv("EDITOR", str(path))
    return path


def does(editor: Path, script: str) -> None:
    editor.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    editor.chmod(0o700)


def drafts(state: Path) -> str:
    return "".join(path.read_text("utf-8", "replace") for path in sorted((state / "drafts").glob("*.md")))


def entries(journal: Path) -> str:
    return "".join(path.read_text("utf-8") for path in sorted(journal.rglob("*.md")))


@pytest.mark.always
def test_an_entry_written_in_the_editor_is_saved_unchanged(journal: Path, editor: Path, start: Start) -> None:
    does(editor, 'printf "I waited.\\n\\n## Just for me\\n\\nI was cross.\\n" >> "$1"')

    terminal = start("new --editor -d critique --class 8Q")

    terminal.see("Saved 2026/")
    assert terminal.end() == 0
    assert "I waited.\n\n## Just for me\n\nI was cross.\n" in entries(journal)


def test_the_next_new_offers_the_words_of_an_editor_that_was_killed(
    journal: Path, state: Path, editor: Path, start: Start
) -> None:
    does(editor, 'printf "Half an hour of words.\\n" >> "$1"; echo ready; sleep 60')
    first = start("new --editor")
    first.see("ready")
    first.kill()

    does(editor, 'printf "And the end.\\n" >> "$1"')
    second = start("new")
    second.see("You left one open")
    assert "Half an hour of words." in drafts(state)
    second.type("1" + ENTER)

    second.see("Saved 2026/")
    assert second.end() == 0
    assert "Half an hour of words.\nAnd the end.\n" in entries(journal)
    assert drafts(state) == ""


@pytest.mark.parametrize("answer", ["1", "3"])
def test_a_private_section_stays_private_in_a_resumed_draft(
    journal: Path, editor: Path, start: Start, run: Run, answer: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    does(editor, 'printf "I waited.\\n\\n## Just for me\\n\\nSECRET words.\\n" >> "$1"; echo ready; sleep 60')
    first = start("new --editor --share")
    first.see("ready")
    first.kill()

    does(editor, "true")
    second = start("new")
    second.see("You left one open")
    second.type(answer + ENTER)
    second.see("Saved 2026/")
    assert second.end() == 0

    monkeypatch.setenv("MENTORLOG_STATE", str(tmp_path / "reader"))
    assert "SECRET" in entries(journal)
    assert "secret" not in run(["summary", str(journal), "--json"]).stdout.casefold()
    assert "secret" not in " ".join(path.name for path in journal.rglob("*.md")).casefold()


def test_the_next_edit_offers_an_edit_that_could_not_be_saved(
    write: Write, state: Path, editor: Path, start: Start
) -> None:
    path = write("2026-11-20-no-funnels.md", ENTRY)
    does(editor, 'printf "+++\\nbroken =\\n+++\\n\\nAN HOUR OF WORDS\\n" > "$1"')
    first = start("edit k3f9")
    first.see("this was not saved")
    assert first.end() == 4

    does(editor, 'printf "One line more.\\n" >> "$1"')
    second = start("edit k3f9")
    second.see("An earlier edit of this entry was not saved")
    second.type("2" + ENTER)
    second.see("Changed 2026-11-20-no-funnels.md")

    assert second.end() == 0
    assert path.read_text("utf-8").endswith("The funnels had gone.\nOne line more.\n")
    assert "AN HOUR OF WORDS" in drafts(state)


def test_two_terminals_that_edit_one_entry_lose_nothing(
    write: Write, state: Path, editor: Path, start: Start, tmp_path: Path
) -> None:
    path = write("2026-11-20-no-funnels.md", ENTRY)
    os.mkfifo(tmp_path / "gate")
    does(editor, f'printf "The first hour.\\n" >> "$1"; echo ready; cat "{tmp_path}/gate" > /dev/null')
    first = start("edit k3f9")
    first.see("ready")

    does(editor, 'printf "The second hour.\\n" >> "$1"')
    second = start("edit k3f9")
    second.see("Changed 2026-11-20-no-funnels.md")
    assert second.end() == 0
    (tmp_path / "gate").write_text("go on", "utf-8")
    first.see("has changed since it was read")

    assert first.end() == 4
    assert "The second hour." in path.read_text("utf-8")
    assert "The first hour." in drafts(state)


def test_ctrl_c_is_for_the_editor_and_not_for_mentorlog(journal: Path, editor: Path, start: Start) -> None:
    does(editor, 'trap \'printf "After Ctrl-C.\\n" >> "$1"; exit 0\' INT\necho ready\nread nothing')
    terminal = start("new --editor")
    terminal.see("ready")

    terminal.type("\x03")

    terminal.see("Saved 2026/")
    assert terminal.end() == 0
    assert "After Ctrl-C." in entries(journal)
