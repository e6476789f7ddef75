"""`mentorlog check --fix`: shows each change, asks, and touches nothing else; undo reverses it."""

import os
import re
from pathlib import Path

import pytest

from conftest import CTRL_C, ENTER, Result, Run, Start, Terminal, Write
from mentorlog.errors import ExitCode
from mentorlog.journal import journal as journals

FINE = '+++\nid = "20261120-aaaa"\ndate = 2026-11-20\ntitle = "A heron"\n+++\n\nBy the “pond”.\n'
SLIP = "+++\ndate = 2026-11-19\ntitle = “A robin”\n+++\n\nOn the “wall”, on 23/11/2026.\n"
MENDED = '+++\ndate = 2026-11-19\ntitle = "A robin"\n+++\n\nOn the “wall”, on 23/11/2026.\n'
DATED = "+++\ndate = 23/11/2026\n+++\n\nA wren.\n"
NOTHING = "There is nothing that can be mended with certainty.\n"


@pytest.fixture
def slip(write: Write) -> Path:
    """Write an entry without a problem and one with a slip, both old; return the second."""
    for path in (write("fine.md", FINE), with_slip := write("2026/slip.md", SLIP)):
        os.utime(path, (0, 0))
    return with_slip


def states(journal: Path) -> dict[str, tuple[bytes, int]]:
    """The bytes and the modification time of every file."""
    return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in journal.rglob("*") if path.is_file()}


def asked(start: Start, answer: str, command: str = "check --fix") -> Terminal:
    """Run `check --fix` at a terminal and answer the question."""
    terminal = start(command)
    terminal.see("like this? [y/N] >")
    terminal.type(answer)
    return terminal


MENDINGS = {  # a line of the front matter, and the mended line
    "curly quotes": ("title = “A robin”", 'title = "A robin"'),
    "low quotes": ("title = „A robin“", 'title = "A robin"'),
    "one curly, one straight": ('title = “A robin"', 'title = "A robin"'),
    "single quotes": ("title = ‘A robin’", 'title = "A robin"'),
    "an apostrophe between them": ("title = “Sam’s robin”", 'title = "Sam’s robin"'),
    "a comment after them": ("title = “A robin”  # so", 'title = "A robin"  # so'),
    "spaces round the sign": ("title   =“A robin”\t", 'title   ="A robin"\t'),
    "a list": ("tags = [“trip”, “rain”]", 'tags = ["trip", "rain"]'),
    "a date day first": ("date = 23/11/2026", "date = 2026-11-23"),
    "a date with full stops": ("date = 23.11.2026", "date = 2026-11-23"),
    "a date day first in quotes": ('date = "23/11/2026"', "date = 2026-11-23"),
    "no text": ("title = “”", 'title = ""'),
}


@pytest.mark.parametrize("row", MENDINGS)
def test_a_certain_slip_is_shown_and_mended_and_undo_reverses_it(row: str, write: Write, run: Run) -> None:
    before, after = MENDINGS[row]
    date = "" if before.startswith("date") else "date = 2026-11-19\n"
    path = write("slip.md", text := f"+++\n{date}class = “8Q”\n{before}\n+++\n\nText.\n")

    result = run("check --fix --yes")

    assert (result.exit_code, result.stderr) == (ExitCode.DONE, "")
    assert result.stdout.startswith("slip.md\n")
    assert [line for line in result.stdout.splitlines() if line.startswith("  - ")][-1].split() == [
        "-",
        *before.split(),
    ]
    assert [line for line in result.stdout.splitlines() if line.startswith("  + ")][-1].split() == ["+", *after.split()]
    assert result.stdout.endswith("Mended 1 file. Back with: mentorlog undo\n")
    assert path.read_text("utf-8") == text.replace(before, after).replace("“8Q”", '"8Q"')
    assert run("list").stdout.count("slip.md") == 1
    assert run("undo").stdout.startswith("slip.md is as it was.\n")
    assert path.read_text("utf-8") == text


NOT_CERTAIN = {
    "a day that could be a month": "date = 05/11/2026",
    "no such day": "date = 31/02/2026",
    "a quote inside quotes": "title = “the “robin” and I”",
    "a backslash": "title = “a\\b”",
    "no quotes": "title = A robin",
    "a quote never closed": 'title = "A robin',
    "a comma missing": 'tags = ["a" "b"]',
    "the same key twice": 'title = "a"\ntitle = "b"',
    "one slip that is certain and one that is not": "title = “A robin”\nclass = 8Q",
    "a word for a switch": "talk = yes",
}


@pytest.mark.parametrize("row", NOT_CERTAIN)
def test_an_uncertain_slip_is_left_to_the_person(row: str, journal: Path, write: Write, run: Run) -> None:
    write("slip.md", f"+++\n{NOT_CERTAIN[row]}\n{'' if 'day' in row else 'date = 2026-11-19'}\n+++\n\nText.\n")
    before = states(journal)

    result = run("check --fix --yes")

    assert (result.exit_code, result.stdout) == (ExitCode.DONE, NOTHING)
    assert states(journal) == before
    assert run("check").exit_code == ExitCode.CONTENT


def test_files_without_a_slip_keep_their_bytes_and_times(slip: Path, journal: Path, run: Run) -> None:
    before = states(journal)

    run("check --fix --yes")

    after = states(journal)
    assert slip.read_text("utf-8") == MENDED
    assert [name for name in before if before[name] != after[name]] == ["slip.md"]


def test_mending_a_second_time_changes_nothing(slip: Path, journal: Path, run: Run) -> None:
    run("check --fix --yes")
    before = states(journal)

    result = run("check --fix --yes")

    assert (result.exit_code, result.stdout) == (ExitCode.DONE, NOTHING)
    assert states(journal) == before
    assert run("check").exit_code == ExitCode.DONE
    assert len(run("undo --list").stdout.splitlines()) == 1
    assert slip.read_text("utf-8") == MENDED


@pytest.mark.parametrize("command", ["check --fix", "check --fix --no-input"])
def test_nothing_changes_without_a_terminal_to_ask_at(command: str, slip: Path, journal: Path, run: Run) -> None:
    before = states(journal)

    result = run(command)

    assert result.exit_code == ExitCode.INPUT_NEEDED
    assert "  - title = “A robin”\n" in result.stdout
    assert result.stderr == "mentorlog: somebody has to agree to this\n  try: mentorlog check --fix --yes\n"
    assert states(journal) == before
    assert slip.read_text("utf-8") == SLIP


@pytest.mark.terminal
@pytest.mark.usefixtures("slip")
def test_no_input_changes_nothing_even_at_a_terminal(journal: Path, start: Start) -> None:
    before = states(journal)

    terminal = start("check --fix --no-input")

    assert terminal.end() == ExitCode.INPUT_NEEDED
    assert states(journal) == before


@pytest.mark.terminal
@pytest.mark.parametrize(
    "answer", [ENTER, "n" + ENTER, "nein" + ENTER, CTRL_C], ids=["Enter", "n", "a word that is not yes", "Ctrl-C"]
)
@pytest.mark.usefixtures("slip")
def test_the_lines_appear_before_the_question_and_no_changes_nothing(answer: str, journal: Path, start: Start) -> None:
    before = states(journal)

    terminal = asked(start, answer)

    assert terminal.end() == (ExitCode.INTERRUPTED if answer == CTRL_C else ExitCode.DONE)
    shown = '2026/slip.md - title = “A robin” + title = "A robin" Mend 1 file like this? [y/N] >'
    assert shown in terminal.text()
    assert "Nothing was changed." in terminal.text()
    assert states(journal) == before


@pytest.mark.terminal
@pytest.mark.parametrize("answer", ["y", " YES "])
def test_answering_yes_mends_the_file(answer: str, slip: Path, start: Start) -> None:
    terminal = asked(start, answer + ENTER)

    assert terminal.end() == ExitCode.DONE
    assert "Mended 1 file. Back with: mentorlog undo" in terminal.text()
    assert slip.read_text("utf-8") == MENDED


@pytest.mark.terminal
def test_a_file_that_changes_before_the_answer_is_not_mended(
    slip: Path, journal: Path, write: Write, start: Start
) -> None:
    write("dated.md", DATED)
    terminal = asked(start, "y")
    slip.write_text(SLIP + "A line from another computer.\n", "utf-8")
    before = states(journal)

    terminal.type(ENTER)

    assert terminal.end() == ExitCode.CONTENT
    assert "nothing was changed: slip.md has changed since it was read" in terminal.text()
    assert states(journal) == before


@pytest.mark.parametrize("gone", [False, True], ids=["another text", "gone"])
def test_if_one_of_two_files_has_changed_neither_is_mended(
    gone: bool, slip: Path, journal: Path, write: Write, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    dated = write("dated.md", DATED)
    mend = journals.Journal.mend

    def mend_late(own: journals.Journal, *args: object, **more: object) -> None:
        dated.unlink() if gone else dated.write_text(DATED + "More.\n", "utf-8")
        mend(own, *args, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(journals.Journal, "mend", mend_late)

    result = run("check --fix --yes")

    assert result.exit_code == ExitCode.CONTENT
    assert slip.read_text("utf-8") == SLIP
    assert dated.exists() is not gone
    assert run("undo --list").stdout == "There is nothing to undo.\n"
    assert [path.name for path in journal.rglob(".*")] == []


def test_mending_two_files_is_one_change_and_one_undo(slip: Path, write: Write, run: Run) -> None:
    dated = write("dated.md", DATED)

    result = run("check --fix --yes")

    assert shown(result) == {
        "2026/slip.md": ["- title = “A robin”", '+ title = "A robin"'],
        "dated.md": ["- date = 23/11/2026", "+ date = 2026-11-23"],
    }
    assert result.stdout.endswith("Mended 2 files. Back with: mentorlog undo\n")
    assert run("undo --list").stdout.split() == ["1", "mended", "2", "files"]
    assert run("undo").exit_code == ExitCode.DONE
    assert [slip.read_text("utf-8"), dated.read_text("utf-8")] == [SLIP, DATED]


def shown(result: Result) -> dict[str, list[str]]:
    """Return the changed lines of each file."""
    changed: dict[str, list[str]] = {}
    for line in result.stdout.splitlines():
        if line.endswith(".md"):
            changed[line] = []
        elif line.startswith("  "):
            list(changed.values())[-1].append(line.strip())
    return changed


@pytest.mark.parametrize("line_end", ["\r\n", "\r"], ids=["CRLF", "CR"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["", "a byte order mark"])
def test_mending_keeps_line_ends_and_the_byte_order_mark(line_end: str, mark: str, write: Write, run: Run) -> None:
    path = write("slip.md", (mark + SLIP.removesuffix("\n")).replace("\n", line_end))

    result = run("check --fix --yes")

    assert shown(result) == {"slip.md": ["- title = “A robin”", '+ title = "A robin"']}
    assert path.read_bytes().decode() == (mark + MENDED.removesuffix("\n")).replace("\n", line_end)


def test_mending_keeps_the_files_permissions(slip: Path, run: Run) -> None:
    slip.chmod(0o640)

    run("check --fix --yes")

    assert slip.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("line", ["title = “A robin”", "date = 23/11/2026"])
def test_a_file_from_a_newer_mentorlog_is_left_alone(line: str, journal: Path, write: Write, run: Run) -> None:
    date = "" if line.startswith("date") else "date = 2026-11-19\n"
    write("slip.md", f'+++\nschema = 99\n{date}{line}\nfuture = "x"\n+++\n\nText.\n')
    before = states(journal)

    result = run("check --fix --yes")

    assert result.stdout == NOTHING
    assert states(journal) == before


def test_neither_a_link_nor_its_target_is_mended(journal: Path, tmp_path: Path, run: Run) -> None:
    outside = tmp_path / "outside.md"
    outside.write_text(SLIP, "utf-8")
    (journal / "2026-11-19-link.md").symlink_to(outside)

    result = run("check --fix --yes")

    assert result.stdout == NOTHING
    assert outside.read_text("utf-8") == SLIP


def test_lines_shown_from_a_hostile_file_are_harmless(write: Write, run: Run) -> None:
    write("\x1b[2Jslip.md", "+++\ndate = 2026-11-19\ntitle = “\x9b31m\u202e[red]:smile:”\n+++\n")

    result = run("check --fix")

    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", result.stdout + result.stderr)
    assert "[red]:smile:" in result.stdout
