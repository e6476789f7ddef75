"""`mentorlog new --editor`: whatever the editor does, the text is saved or stays in a named draft.

tests/scenarios/test_editor.py tests an ordinary edit, Ctrl-C and private sections.
"""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import CTRL_C, ENTER, Run, Start, Terminal
from mentorlog.errors import ExitCode

pytestmark = pytest.mark.terminal

PATIENCE = 20.0  # seconds before the test gives up on an editor that writes later
NOTHING = "Nothing was written, so nothing was saved."
SetEditor = Callable[[str], Path]


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SetEditor:
    """Return a function that makes a shell script the person's editor; "$1" in it is the file to write in."""

    def set_editor(script: str) -> Path:
        path = tmp_path / "editor"
        path.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
        path.chmod(0o700)
        monkeypatch.setenv("EDITOR", str(path))
        return path

    return set_editor


def drafts(state: Path) -> list[Path]:
    return sorted((state / "drafts").glob("*.md"))


def drafted(state: Path) -> str:
    return "\n".join(path.read_text("utf-8", "replace") for path in drafts(state))


def entries(journal: Path) -> list[Path]:
    return sorted(journal.rglob("*.md"))


def assert_named(terminal: Terminal, draft: Path) -> None:
    """Assert that the screen shows the draft's whole path, even across line breaks."""
    assert str(draft).replace(" ", "") in terminal.text().replace(" ", "")


FAILING = {  # what the editor does: the message
    "ends with a status": ('printf "Typed words.\\n" >> "$1"; exit 3', "the editor ended with status 3"),
    "is killed": ('printf "Typed words.\\n" >> "$1"; kill -9 $$', "the editor ended with status -9"),
    "renames over the file and fails": (
        '{ cat "$1"; echo "Typed words."; } > "$1.new"; mv "$1.new" "$1"; exit 1',
        "the editor ended with status 1",
    ),
    "saves a bad byte": (r'printf "Typed words \351\n" >> "$1"', "it is not UTF-8 here"),
    "saves a NUL": (r'printf "Typed words \000\n" >> "$1"', "it holds a NUL character"),
    "saves UTF-16": (r'printf "\377\376T\000yped words" > "$1"', "it is saved as UTF-16; save it as UTF-8"),
    "breaks the front matter": ('sed -i "s/^date.*/title = “Typed words/" "$1"', "the title is in curly quotes"),
    "takes the date away": ('sed -i "s/^date.*/class = \\"Typed words\\"/" "$1"', "it has no date"),
    "takes the front matter away": ('echo "Typed words." > "$1"', "it has no date"),
}
TAKING_AWAY = {
    "deletes the file": ('rm "$1"', "the editor left no file to read: it is not there"),
    "empties the file": (': > "$1"', "the file is empty"),
    "is no program": ("", "the editor could not be started"),
}


@pytest.mark.parametrize("row", FAILING)
def test_if_the_editor_fails_the_text_is_in_a_named_draft_and_offered_again(
    row: str, journal: Path, state: Path, start: Start, editor: SetEditor
) -> None:
    script, message = FAILING[row]
    editor(script)

    terminal = start("new --editor")

    assert terminal.end() == ExitCode.CONTENT
    assert message in terminal.text()
    (draft,) = drafts(state)
    assert_named(terminal, draft)
    assert b"yped words" in draft.read_bytes()
    assert entries(journal) == []
    following = start("new")
    following.see("You left one open on")
    following.type(CTRL_C)
    assert following.end() == ExitCode.INTERRUPTED
    assert b"yped words" in draft.read_bytes()


@pytest.mark.parametrize("row", TAKING_AWAY)
def test_if_the_editor_leaves_nothing_nothing_is_saved_and_the_draft_is_named(
    row: str, journal: Path, state: Path, start: Start, editor: SetEditor
) -> None:
    script, message = TAKING_AWAY[row]
    path = editor(script)
    if not script:
        path.write_text("#!/nowhere/sh\n", "utf-8")

    terminal = start("new --editor --title 'Thirty faces'")

    assert terminal.end() == ExitCode.CONTENT
    assert message in terminal.text()
    (draft,) = drafts(state)
    assert_named(terminal, draft)
    assert ("Thirty faces" in drafted(state)) == (row != "empties the file")
    assert entries(journal) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (FAILING["ends with a status"][0], 'echo "And more." >> "$1"'),
        (FAILING["ends with a status"][0], "true"),
        (FAILING["saves a bad byte"][0], r"""sed -i "s/$(printf '\351')/e/" "$1"; echo "And more." >> "$1" """),
        (FAILING["breaks the front matter"][0], r'printf "+++\ndate = 2026-11-20\n+++\nTyped words\n" > "$1"'),
    ],
    ids=["and writes on", "and adds nothing", "and mends the bad byte", "and mends the front matter"],
)  # fmt: skip
def test_a_draft_left_by_a_failing_editor_can_be_resumed_and_saved(
    first: str, second: str, journal: Path, state: Path, start: Start, editor: SetEditor
) -> None:
    editor(first)
    assert start("new --editor").end() == ExitCode.CONTENT
    editor(second)

    terminal = start("new")
    terminal.see("4 throw it away [1] >")
    terminal.type(ENTER)

    assert terminal.end() == ExitCode.DONE
    assert "Saved 2026/" in terminal.text()
    (entry,) = entries(journal)
    assert "Typed words" in entry.read_text("utf-8")
    assert ("And more." in entry.read_text("utf-8")) == ("And more." in second)
    assert drafted(state) == ""


UNCHANGED = {
    "returns at once": "exit 0",
    "saves what was there": 'cp "$1" "$1.new"; cat "$1.new" > "$1"; rm "$1.new"',
    "renames the same over it": 'cp "$1" "$1.new"; mv "$1.new" "$1"',
    "changes its time": 'touch -d 2020-01-01 "$1"',
}


@pytest.mark.parametrize("row", UNCHANGED)
def test_an_editor_session_without_text_saves_nothing_and_leaves_no_draft(
    row: str, journal: Path, state: Path, start: Start, run: Run, editor: SetEditor
) -> None:
    editor(UNCHANGED[row])

    terminal = start("new --editor --class 8Q")

    assert terminal.end() == ExitCode.DONE
    assert NOTHING in terminal.text()
    assert (entries(journal), drafts(state)) == ([], [])
    assert sorted(path.name for path in journal.iterdir()) == ["mentorlog.toml"]
    assert run("undo --list").stdout == "There is nothing to undo.\n"


def test_an_empty_draft_is_not_saved_after_a_second_empty_attempt(
    journal: Path, state: Path, start: Start, editor: SetEditor
) -> None:
    editor("exit 3")
    assert start("new --editor").end() == ExitCode.CONTENT
    editor("exit 0")

    terminal = start("new --resume")

    assert terminal.end() == ExitCode.DONE
    assert NOTHING in terminal.text()
    assert (entries(journal), drafts(state)) == ([], [])


def test_an_editor_that_replaces_the_file_still_saves_a_private_file(
    journal: Path, state: Path, start: Start, editor: SetEditor
) -> None:
    editor('umask 022; { cat "$1"; echo "I waited."; } > "$1.new"; mv "$1.new" "$1"')

    terminal = start("new --editor")

    assert terminal.end() == ExitCode.DONE
    (entry,) = entries(journal)
    assert "I waited.\n" in entry.read_text("utf-8")
    assert entry.stat().st_mode & 0o777 == 0o600
    assert list((state / "drafts").iterdir()) == []


def test_text_is_not_lost_if_the_editor_returns_early_and_writes_later(
    journal: Path, state: Path, tmp_path: Path, start: Start, editor: SetEditor
) -> None:
    os.mkfifo(tmp_path / "gate")
    later = f'cat "{tmp_path}/gate"; cat "{tmp_path}/copy" > "$1"; echo "Half an hour of words." >> "$1"'
    editor(f'cp "$1" {tmp_path}/copy; setsid sh -c \'{later}\' later "$1" > /dev/null 2>&1 < /dev/null &')
    first = start("new --editor")
    assert first.end() == ExitCode.DONE
    assert NOTHING in first.text()

    (tmp_path / "gate").write_text("go on", "utf-8")
    end = time.monotonic() + PATIENCE
    while "Half an hour" not in drafted(state):
        assert time.monotonic() < end, "the editor never wrote"
    second = start("new")
    second.see("4 throw it away [1] >")
    second.type("3" + ENTER)

    assert second.end() == ExitCode.DONE
    assert "Half an hour of words.\n" in entries(journal)[0].read_text("utf-8")


def with_spaces(path: Path) -> str:
    return str(path)


def with_spaces_and_an_argument(path: Path) -> str:
    return f"'{path}' --wait"


@pytest.mark.parametrize("spelt", [with_spaces, with_spaces_and_an_argument])
@pytest.mark.parametrize("variable", ["VISUAL", "EDITOR"])
def test_the_editors_path_may_have_spaces_and_arguments(
    variable: str, spelt: Callable[[Path], str], journal: Path, tmp_path: Path, start: Start, editor: SetEditor,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    path = editor('for file; do :; done; echo "Opened with $#." >> "$file"')
    (tmp_path / "my editors").mkdir()
    path = path.rename(tmp_path / "my editors" / "the best one")
    monkeypatch.setenv("EDITOR", "no-such-editor")
    monkeypatch.setenv(variable, spelt(path))

    terminal = start("new --editor")

    assert terminal.end() == ExitCode.DONE
    assert f"Opened with {1 if spelt is with_spaces else 2}.\n" in entries(journal)[0].read_text("utf-8")


@pytest.mark.parametrize("named", ["no-such-editor --wait", "/no/such/editor", "/etc", "'"])
def test_a_missing_editor_is_named_before_anything_is_written(
    named: str, journal: Path, state: Path, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", named)

    terminal = start("new --editor")

    assert terminal.end() == ExitCode.FAILED
    assert f"the editor '{named}' cannot be found try: set EDITOR to one that is there" in terminal.text()
    assert (entries(journal), drafts(state)) == ([], [])
