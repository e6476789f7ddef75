"""`mentorlog show --history`: the lines that each change removed and added, latest first."""

import os
import re
from pathlib import Path

import pytest

from conftest import Run, Start, Write
from mentorlog.errors import ExitCode

ENTRY = '+++\nid = "20261120-aaaa"\ndate = 2026-11-20\ntitle = "No funnels"\nnext = "Ask"\n+++\n\nOne.\nTwo.\nThree.\n'
UNTOUCHED = "aaaa is as it was written, as far as mentorlog knows.\n"


def changes(output: str) -> dict[str, list[str]]:
    """Return the lines under each change of a history, in order."""
    changes_by_file: dict[str, list[str]] = {}
    for line in output.splitlines():
        if line.startswith("  "):
            list(changes_by_file.values())[-1].append(line.strip())
        else:
            changes_by_file[line] = []
    return changes_by_file


def history(run: Run, name: str = "aaaa") -> dict[str, list[str]]:
    result = run(["show", name, "--history"])
    assert (result.exit_code, result.stderr) == (ExitCode.DONE, "")
    return changes(result.stdout)


@pytest.fixture
def one(write: Write) -> Path:
    return write("one.md", ENTRY)


@pytest.mark.usefixtures("one")
def test_each_change_is_compared_with_the_next_latest_first(run: Run) -> None:
    run("edit aaaa --set class=8Q")
    run("edit aaaa --set class=9B --set title=Beakers")
    run("next done aaaa")
    run("edit aaaa --set class=")

    assert history(run) == {
        "Change 4, edit:": ['- class = "9B"'],
        "Change 3, next:": ['+ next_state = "done"'],
        "Change 2, edit:": ['- title = "No funnels"', '- class = "8Q"', '+ title = "Beakers"', '+ class = "9B"'],
        "Change 1, edit:": ['+ class = "8Q"'],
    }


def test_an_entry_that_was_never_changed_has_no_history(one: Path, run: Run) -> None:
    result = run("show aaaa --history")

    assert (result.exit_code, result.stdout, result.stderr) == (ExitCode.DONE, UNTOUCHED, "")
    assert one.read_text("utf-8") == ENTRY


@pytest.mark.usefixtures("journal")
def test_an_entry_made_by_new_has_no_history_either(run: Run) -> None:
    run("new 'thirty faces'")

    assert run("show last --history").stdout.endswith(" is as it was written, as far as mentorlog knows.\n")


@pytest.mark.usefixtures("one")
def test_an_undone_change_is_listed_with_its_undo(run: Run) -> None:
    run("edit aaaa --set class=8Q")
    run("undo")
    run("undo 2")

    assert history(run) == {
        "Change 3, undo:": ['+ class = "8Q"'],
        "Change 2, undo:": ['- class = "8Q"'],
        "Change 1, edit:": ['+ class = "8Q"'],
    }


@pytest.mark.usefixtures("one")
def test_a_deleted_and_restored_entry_has_its_history_again(run: Run) -> None:
    run("edit aaaa --set class=8Q")
    run("delete aaaa")
    gone = run("show aaaa --history")
    run("undo")
    run("edit aaaa --set class=9B")

    changes_shown = history(run)

    assert (gone.exit_code, gone.stdout) == (ExitCode.NOT_FOUND, "")
    assert changes_shown == {
        "Change 4, edit:": ['- class = "8Q"', '+ class = "9B"'],
        "Change 2, delete:": [],
        "Change 1, edit:": ['+ class = "8Q"'],
    }


def test_a_change_made_by_hand_is_listed_with_the_change_before_it(one: Path, run: Run) -> None:
    run("edit aaaa --set class=8Q")
    one.write_text(one.read_text("utf-8").replace("Two.\n", ""), "utf-8")
    run("edit aaaa --set class=9B")

    assert history(run) == {
        "Change 2, edit:": ['- class = "8Q"', '+ class = "9B"'],
        "Change 1, edit:": ['+ class = "8Q"', "- Two."],
    }


def test_a_mended_file_lists_its_mended_lines(write: Write, run: Run) -> None:
    write("one.md", ENTRY.replace('"No funnels"', "“No funnels”"))
    run("check --fix --yes")

    assert history(run) == {"Change 1, check --fix:": ["- title = “No funnels”", '+ title = "No funnels"']}


@pytest.mark.usefixtures("one")
def test_only_the_named_entrys_history_is_shown(write: Write, run: Run) -> None:
    write("two.md", ENTRY.replace("aaaa", "bbbb"))
    run("edit bbbb --set class=7X")
    run("edit aaaa --set class=8Q")
    run("delete aaaa bbbb")
    run("undo")

    assert list(history(run)) == ["Change 3, delete:", "Change 2, edit:"]
    assert list(history(run, "bbbb")) == ["Change 3, delete:", "Change 1, edit:"]


@pytest.mark.usefixtures("one")
def test_the_histories_of_several_entries_follow_one_another(write: Write, run: Run) -> None:
    write("two.md", ENTRY.replace("aaaa", "bbbb"))
    run("edit bbbb --set class=7X")

    result = run("show aaaa bbbb --history")

    assert result.stdout == f'{UNTOUCHED}\nChange 1, edit:\n  + class = "7X"\n'


TEXTS = {
    "CRLF": ENTRY.replace("\n", "\r\n"),
    "CR": ENTRY.replace("\n", "\r"),
    "a byte order mark": f"\ufeff{ENTRY}",
    "no newline at the end": ENTRY.removesuffix("\n"),
    "a line separator in a line": ENTRY.replace("Two.", "Two\u2028and\x0ca\x85half."),
}


@pytest.mark.parametrize("row", TEXTS)
def test_only_the_changed_line_is_listed_whatever_the_line_ends(row: str, write: Write, run: Run) -> None:
    write("one.md", TEXTS[row].encode())

    run("edit aaaa --set class=8Q")

    assert history(run) == {"Change 1, edit:": ['+ class = "8Q"']}


HOSTILE = "\x1b[2J\x9b31m\x1b]8;;https://e.org\x07\u202e\u200b\r\x08[red] :smile: <b>"


def test_hostile_text_in_the_history_is_made_harmless(write: Write, run: Run) -> None:
    write("one.md", ENTRY.replace("Two.", HOSTILE))
    run("edit aaaa --set class=8Q")
    write("one.md", ENTRY)
    run("edit aaaa --set class=9B")

    result = run("show aaaa --history")

    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u202e]", result.stdout)
    assert "[red] :smile: <b>" in result.stdout


def test_a_version_that_is_not_utf_8_is_shown_as_far_as_possible(one: Path, state: Path, run: Run) -> None:
    run("edit aaaa --set class=8Q")
    (version,) = state.rglob("history/*/*.md")
    version.write_bytes(one.read_bytes().replace(b"Two.", b"Caf\xe9.").replace(b'class = "8Q"\n', b""))

    assert history(run) == {"Change 1, edit:": ['+ class = "8Q"', "- Caf\ufffd.", "+ Two."]}


@pytest.mark.usefixtures("one")
def test_a_missing_version_does_not_hide_the_others(state: Path, run: Run) -> None:
    for name in ("first", "second", "third"):
        run(f"edit aaaa --set class={name}")
    os.unlink(sorted(state.rglob("history/*/*.md"))[1])

    result = run("show aaaa --history")

    assert result.exit_code == ExitCode.DONE
    assert [line for line in changes(result.stdout) if "2" not in line] == ["Change 3, edit:", "Change 1, edit:"]


LONG = {  # a long text before and after a change by hand, and how the last listed line begins
    "one long line": ("One. " * 50_000, "One. " * 50_000 + "More.", "+ One."),
    "every line changed": (*("".join(f"{n} {age}.\n" for n in range(2_000)) for age in ("old", "new")), "+ 1999"),
    "many lines alike": ("Alike.\n" * 50_000, "Alike.\n" * 25_000 + "New.\n" + "Alike.\n" * 25_000, "+ New."),
}


@pytest.mark.parametrize("row", LONG)
def test_the_history_of_a_long_text_is_listed_soon(row: str, one: Path, run: Run) -> None:
    before, after, last = LONG[row]
    one.write_text(ENTRY + before, "utf-8")
    run("edit aaaa --set class=8Q")
    one.write_text(ENTRY + after, "utf-8")
    run("edit aaaa --set class=9B")

    changes_shown = history(run)

    assert changes_shown["Change 1, edit:"][-1][:6] == last
    assert changes_shown["Change 2, edit:"] == ['+ class = "9B"']


def test_showing_a_history_writes_nothing(one: Path, state: Path, run: Run) -> None:
    run("edit aaaa --set class=8Q")
    before = {path: path.read_bytes() for path in state.rglob("*") if path.is_file()}

    run("show aaaa --history")

    assert {path: path.read_bytes() for path in state.rglob("*") if path.is_file()} == before
    assert "8Q" in one.read_text("utf-8")


@pytest.mark.terminal
@pytest.mark.usefixtures("one")
def test_a_narrow_terminal_shows_every_change_too(run: Run, start: Start) -> None:
    run("edit aaaa --set class=8Q")
    run("edit aaaa --set title='A title that is longer than this narrow terminal is wide'")

    terminal = start("show aaaa --history", columns=40)

    assert terminal.end() == ExitCode.DONE
    for words in ("Change 2, edit:", 'title = "No funnels"', "narrow", "Change 1, edit:", '+ class = "8Q"'):
        assert words in terminal.text()
