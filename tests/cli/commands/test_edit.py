"""`mentorlog edit`: changes a line of front matter or opens the person's editor, and loses no word."""

import os
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import ENTER, Run, Start, Write
from mentorlog.errors import ExitCode

ENTRY = (
    '+++\r\nid = "20261120-k3f9"\r\n# by hand\r\ndate   = 2026-11-20   # a Friday\r\ntitle = "No funnels"\r\n'
    'mood = "unknown to us"\r\ntalk = true\r\n+++\r\n\r\n## Creativity\r\n\r\nThe funnels had gone.'
)
SetEditor = Callable[[str], Path]


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SetEditor:
    """Return a function that makes a shell script the person's editor; "$1" in it is the file to edit."""

    def set_editor(script: str) -> Path:
        path = tmp_path / "my editor" / "edit it.sh"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
        path.chmod(0o700)
        monkeypatch.setenv("EDITOR", str(path))
        return path

    return set_editor


def kept_words(state: Path) -> str:
    """Return the text of all drafts and of the editor's folder."""
    paths = sorted(path for folder in ("drafts", "editing") for path in (state / folder).glob("*.md"))
    return "\n".join(path.read_text("utf-8", "replace") for path in paths)


@pytest.mark.parametrize(
    ("change", "before", "after"),
    [
        ("title=Thirty faces", 'title = "No funnels"', 'title = "Thirty faces"'),
        ("date=yesterday", "date   = 2026-11-20   # a Friday", "date   = 2026-11-22   # a Friday"),
        ("talk=no", "talk = true\r\n", ""),
        ("title=", 'title = "No funnels"\r\n', ""),
        ("class=8Q", 'title = "No funnels"\r\n', 'title = "No funnels"\r\nclass = "8Q"\r\n'),
        ("dimensions=critique, creativity", 'ls"\r\n', 'ls"\r\ndimensions = ["critique", "creativity"]\r\n'),
        ("share=mentor", 'title = "No funnels"\r\n', 'title = "No funnels"\r\nshare = "mentor"\r\n'),
    ],
)  # fmt: skip
def test_set_changes_only_its_own_line(write: Write, run: Run, change: str, before: str, after: str) -> None:
    path = write("one.md", ENTRY)

    result = run(["edit", "k3f9", "--set", change])

    assert result.exit_code == ExitCode.DONE
    assert result.stdout.startswith("Changed one.md.")
    assert path.read_bytes().decode() == ENTRY.replace(before, after)


def test_two_changes_at_once_are_one_undo(write: Write, run: Run) -> None:
    path = write("one.md", ENTRY)

    run("edit k3f9 --set title=Other --set next='Ask one pair'")
    changed = path.read_text("utf-8")
    run("undo")

    assert 'title = "Other"' in changed
    assert 'next = "Ask one pair"' in changed
    assert path.read_bytes().decode() == ENTRY


def test_setting_the_value_that_is_already_there_changes_nothing(write: Write, run: Run) -> None:
    path = write("one.md", ENTRY)
    before = path.stat().st_mtime_ns

    result = run(["edit", "k3f9", "--set", "title=No funnels"])

    assert result.stdout == "Nothing changed.\n"
    assert path.stat().st_mtime_ns == before
    assert run("undo --list").stdout == "There is nothing to undo.\n"


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ("mood=fine", "'mood' cannot be set"),
        ("id=20261120-zzzz", "'id' cannot be set"),
        ("title", "say what title is to be"),
        ("date=05/11/2026", "'05/11/2026': write the date year first"),
        ("date=last week", "'last week' is more than one day"),
        ("share=everybody", "share is mentor, or empty"),
        ("talk=perhaps", "talk is true or false, not 'perhaps'"),
        ("dimensions=critque", "'critque' is not one of the six dimensions"),
        ("role=head", "role is ect or mentor"),
        ("next_state=later", "next_state is done, dropped, or empty"),
    ],
)
def test_a_value_that_cannot_be_set_is_refused_with_the_reason(
    write: Write, run: Run, change: str, sentence: str
) -> None:
    path = write("one.md", ENTRY)

    result = run(["edit", "k3f9", "--set", "class=8Q", "--set", change])

    assert result.exit_code == ExitCode.USAGE
    assert result.stderr.splitlines()[0] == f"mentorlog: {sentence}"
    assert path.read_bytes().decode() == ENTRY


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (ENTRY.replace("# by hand", "schema = 2"), "was written by a newer mentorlog, and is not changed by this one"),
        ("---\ndate: 2026-11-20\n---\n\nText.\n", "its front matter is YAML"),
    ],
)
def test_a_file_that_we_may_not_change_keeps_its_bytes(write: Write, run: Run, text: str, sentence: str) -> None:
    path = write("2026-11-20-one.md", text)

    result = run("edit last --set title=Other")

    assert result.exit_code == ExitCode.CONTENT
    assert sentence in result.stderr
    assert path.read_bytes().decode() == text


def test_without_a_terminal_no_editor_opens(write: Write, run: Run) -> None:
    write("one.md", ENTRY)

    result = run("edit k3f9")

    assert result.exit_code == ExitCode.INPUT_NEEDED
    assert result.stderr == "mentorlog: an editor needs a terminal\n  try: mentorlog edit k3f9 --set title='…'\n"


@pytest.mark.always
@pytest.mark.terminal
def test_the_entry_is_the_text_that_the_editor_saves_and_undo_restores_the_old_one(
    write: Write, state: Path, start: Start, editor: SetEditor, run: Run
) -> None:
    path = write("one.md", ENTRY)
    editor('printf " More." >> "$1"')

    terminal = start("edit k3f9")

    assert terminal.end() == ExitCode.DONE
    assert "Changed one.md. Back with: mentorlog undo" in terminal.text()
    assert path.read_bytes().decode() == ENTRY + " More."
    assert kept_words(state) == ""
    run("undo")
    assert path.read_bytes().decode() == ENTRY


@pytest.mark.terminal
@pytest.mark.parametrize(
    "script",
    ["exit 0", 'touch -d 2020-01-01 "$1"', 'cp "$1" "$1.new"; mv "$1.new" "$1"'],
    ids=["returns at once", "saves nothing new", "renames over it"],
)
def test_an_editor_that_changes_nothing_leaves_the_file_and_its_time(
    write: Write, state: Path, start: Start, editor: SetEditor, script: str
) -> None:
    path = write("one.md", ENTRY)
    os.utime(path, (0, 0))
    editor(script)

    terminal = start("edit k3f9")

    assert terminal.end() == ExitCode.DONE
    assert "Nothing changed." in terminal.text()
    assert path.stat().st_mtime == 0
    assert kept_words(state) == ""


BAD_BYTE = r"""printf "\nTyped words \351" >> "$1" """
BROKEN = r"""printf "+++\ntitle = “never\n+++\nTyped words" > "$1" """
CRASH = 'printf "Typed words" >> "$1"; exit 3'


@pytest.mark.terminal
@pytest.mark.parametrize(
    ("script", "sentence"),
    [
        (BAD_BYTE, "this was not saved, since it cannot be read as an entry"),
        (BROKEN, "line 2: the title is in curly quotes; TOML needs straight ones"),
        (CRASH, "the editor ended with status 3"),
    ],
    ids=["a bad byte", "broken front matter", "a crash"],
)
def test_if_the_editor_leaves_an_unreadable_entry_the_words_stay_in_a_named_draft(
    write: Write, state: Path, start: Start, editor: SetEditor, script: str, sentence: str
) -> None:
    path = write("one.md", ENTRY)
    editor(script)

    terminal = start("edit k3f9", columns=40)

    assert terminal.end() == ExitCode.CONTENT
    assert sentence in terminal.text()
    assert "is kept in" in terminal.text()
    assert "/drafts/20261120-k3f9-edit" in terminal.text().replace(" ", "")  # a long path goes over the edge
    assert "Typed words" in kept_words(state)
    assert path.read_bytes().decode() == ENTRY


@pytest.mark.terminal
@pytest.mark.parametrize(
    ("first", "second"),
    [
        (BAD_BYTE, "exit 0"),
        (CRASH, "exit 0"),
        (BROKEN, 'printf " More." >> "$1"'),
        (CRASH, 'printf "Others" >> "$1"; exit 3'),
    ],
    ids=["a bad byte, then nothing", "a crash, then nothing", "broken, then a good edit", "two crashes"],
)
def test_starting_again_keeps_the_draft_of_an_earlier_attempt(
    write: Write, state: Path, start: Start, editor: SetEditor, first: str, second: str
) -> None:
    write("one.md", ENTRY)
    editor(first)
    start("edit k3f9").end()
    editor(second)

    terminal = start("edit k3f9")
    terminal.see("An earlier edit of this entry was not saved, and its text is kept.")
    terminal.see("2 begin with the entry as it is, and keep both")
    terminal.type("2" + ENTER)
    terminal.end()

    assert "Typed words" in kept_words(state)


@pytest.mark.terminal
def test_carrying_on_with_an_earlier_draft_saves_it(write: Write, state: Path, start: Start, editor: SetEditor) -> None:
    path = write("one.md", ENTRY)
    editor(CRASH)
    start("edit k3f9").end()
    editor('printf " And more." >> "$1"')

    terminal = start("edit k3f9", columns=40)
    terminal.see("1 go on with that text")
    terminal.type(ENTER)

    assert terminal.end() == ExitCode.DONE
    assert path.read_bytes().decode() == ENTRY + "Typed words And more."
    assert kept_words(state) == ""


@pytest.mark.terminal
def test_an_editor_that_deletes_the_file_changes_nothing(write: Write, start: Start, editor: SetEditor) -> None:
    path = write("one.md", ENTRY)
    editor('rm "$1"')

    terminal = start("edit k3f9")

    assert terminal.end() == ExitCode.CONTENT
    assert "mentorlog: the editor left no file to read" in terminal.text()
    assert path.read_bytes().decode() == ENTRY


@pytest.mark.terminal
def test_a_file_that_changes_while_the_editor_is_open_keeps_both_versions(
    write: Write, state: Path, start: Start, editor: SetEditor
) -> None:
    path = write("one.md", ENTRY)
    editor(f'printf " Typed here." >> "$1"; printf " Synced." >> {shlex.quote(str(path))}')

    terminal = start("edit k3f9")

    assert terminal.end() == ExitCode.CONTENT
    assert "one.md has changed since it was read. Your version is kept in" in terminal.text()
    assert path.read_bytes().decode() == ENTRY + " Synced."
    assert "Typed here." in kept_words(state)


@pytest.mark.terminal
def test_a_missing_editor_is_named_before_anything_changes(
    write: Write, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("one.md", ENTRY)
    monkeypatch.setenv("EDITOR", "no-such-editor --wait")

    terminal = start("edit k3f9")

    assert terminal.end() == ExitCode.FAILED
    assert "the editor 'no-such-editor --wait' cannot be found try: set EDITOR to" in terminal.text()
