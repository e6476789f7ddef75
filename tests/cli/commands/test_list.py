"""`mentorlog list`: newest first, with the same selectors as the other commands."""

import csv
import json
from pathlib import Path

import pytest

from conftest import Run, Start, Write
from mentorlog.errors import ExitCode

ENTRIES = {
    "2025-11-11-last-year.md": '+++\nid = "20251111-aaaa"\nclass = "8Q"\n+++\n\n## Solidarity\n\nLong ago.\n',
    "2026-04-20-summer.md": '+++\nid = "20260420-bbbb"\ntags = ["trip"]\n+++\n\nBy the sea.\n',
    "2026-11-06-meeting.md": '+++\nid = "20261106-cccc"\nkind = "meeting"\n+++\n\nWith Priya.\n',
    "2026-11-17-tuesday.md": '+++\nid = "20261117-dddd"\nclass = "9 B"\n+++\n\n## Critique\n\nNineteen ticks.\n',
    "2026-11-22-yesterday.md": (
        '+++\nid = "20261122-eeee"\nclass = "8Q"\nshare = "mentor"\ntags = ["trip", "rain"]\n+++\n\n'
        "## Creativity\n\nNo funnels.\n\n## Critique\n\nTicks.\n"
    ),
}


@pytest.fixture
def five(write: Write) -> None:
    for name, text in ENTRIES.items():
        write(name, text)


def ids(stdout: str) -> list[str]:
    return [line.split("\t")[0][-4:] for line in stdout.splitlines()]


@pytest.mark.usefixtures("five")
def test_a_pipe_gets_one_tab_separated_line_for_each_entry(run: Run) -> None:
    result = run("list")

    newest, *_ = result.stdout.splitlines()
    assert newest.split("\t") == [
        "20261122-eeee", "2026-11-22", "yesterday", "creativity,critique", "8Q", "mentor", "2026-11-22-yesterday.md",
        "",
    ]  # fmt: skip
    assert ids(result.stdout) == ["eeee", "dddd", "cccc", "bbbb", "aaaa"]
    assert result.stderr == ""


@pytest.mark.parametrize(
    ("selectors", "expected"),
    [
        ("--since '6 nov'", "eeee dddd cccc"),
        ("--until '6 nov'", "cccc bbbb aaaa"),
        ("--since meeting", "eeee dddd cccc"),
        ("--on yesterday", "eeee"),
        ("--on tue", "dddd"),
        ("--on 'last week'", "eeee dddd"),
        ("--on nov", "eeee dddd cccc"),
        ("--on '3 days ago'", ""),
        ("--term autumn", "eeee dddd cccc"),
        ("--term term", "eeee dddd cccc"),
        ("--term 'autumn 2025'", "aaaa"),
        ("--term summer", "bbbb"),
        ("-d critique", "eeee dddd"),
        ("--dimension CRITIQUE --class 8q", "eeee"),
        ("--class 9b", "dddd"),
        ("--tag Trip", "eeee bbbb"),
        ("--kind meeting", "cccc"),
        ("--kind reflection --limit 2", "eeee dddd"),
        ("--since 2026-11-07 --until 2026-11-20", "dddd"),
    ],
)
@pytest.mark.usefixtures("five")
def test_selectors_choose_entries(run: Run, selectors: str, expected: str) -> None:
    result = run(f"list {selectors}")

    assert result.exit_code == ExitCode.DONE
    assert ids(result.stdout) == expected.split()
    assert result.stderr == ""


@pytest.mark.parametrize(
    ("selectors", "sentence"),
    [
        ("--since tomorrow --until yesterday", "no day is both after 2026-11-24 and before 2026-11-22"),
        ("--term november", "'november' is not a term"),
        ("--on '31 feb'", "there is no day '31 feb'"),
        ("--on whenever", "'whenever' is not a date"),
    ],
)
@pytest.mark.usefixtures("five")
def test_an_impossible_period_is_refused(run: Run, selectors: str, sentence: str) -> None:
    result = run(f"list {selectors}")

    assert result.exit_code == ExitCode.USAGE
    assert result.stderr.splitlines()[0] == f"mentorlog: {sentence}"


@pytest.mark.usefixtures("journal")
def test_since_meeting_without_a_meeting_says_so(run: Run) -> None:
    result = run("list --since meeting")

    assert result.exit_code == ExitCode.USAGE
    assert result.stderr.startswith("mentorlog: there is no meeting in this journal yet\n")


@pytest.mark.usefixtures("five")
def test_json_output_names_its_schema(run: Run) -> None:
    listed = json.loads(run("list --limit 1 --json").stdout)

    assert listed == {
        "schema": "mentorlog/list",
        "version": 1,
        "entries": [
            {
                "id": "20261122-eeee",
                "date": "2026-11-22",
                "title": "yesterday",
                "role": "ect",
                "kind": "reflection",
                "dimensions": ["creativity", "critique"],
                "class": "8Q",
                "subject": "",
                "share": "mentor",
                "path": "2026-11-22-yesterday.md",
                "by": "",
            }
        ],
        "problems": [],
    }


@pytest.mark.usefixtures("journal")
def test_an_empty_journal_prints_nothing_and_is_no_error(run: Run) -> None:
    result = run("list")

    assert (result.exit_code, result.stdout, result.stderr) == (ExitCode.DONE, "", "")


@pytest.mark.usefixtures("five")
def test_an_unreadable_file_hides_no_entry_and_gets_one_line(write: Write, run: Run) -> None:
    write("2026-11-19-broken.md", '+++\ntitle = "never closed\n')

    result = run("list --on nov")

    assert ids(result.stdout) == ["eeee", "dddd", "cccc"]
    assert result.stderr == "mentorlog: 1 file could not be read; see mentorlog check\n"


def test_an_escape_sequence_or_a_tab_in_a_title_is_made_harmless(write: Write, run: Run) -> None:
    write("2026-11-19-x.md", '+++\ntitle = "a\\u001b[31mred\\ttitle"\n+++\n\nText.\n')

    line = run("list").stdout

    assert "\x1b" not in line
    assert line.split("\t")[2] == "a␛[31mred title"


@pytest.mark.always
@pytest.mark.terminal
@pytest.mark.usefixtures("five")
def test_rows_fit_the_terminal(start: Start) -> None:
    terminal = start("list --until 2026-11-22", columns=40)

    assert terminal.end() == ExitCode.DONE
    for words in ("yesterday", "creativity", "critique", "8Q", "eeee", "shared", "17 Nov"):
        assert words in terminal.text()


@pytest.mark.terminal
@pytest.mark.usefixtures("journal")
def test_a_terminal_shows_a_kind_sentence_for_an_empty_journal(start: Start) -> None:
    terminal = start("list")

    assert terminal.end() == ExitCode.DONE
    assert "Nothing is written yet. When a moment stays with you: mentorlog new" in terminal.text()


@pytest.mark.usefixtures("five")
def test_a_spreadsheet_table_has_column_headings(run: Run) -> None:
    result = run("list --csv --limit 1")

    assert list(csv.DictReader(result.stdout.splitlines())) == [
        {
            "id": "20261122-eeee", "date": "2026-11-22", "title": "yesterday", "dimensions": "creativity,critique",
            "class": "8Q", "share": "mentor", "path": "2026-11-22-yesterday.md", "by": "",
        }
    ]  # fmt: skip


def test_two_output_formats_at_once_are_refused(journal: Path, run: Run) -> None:
    result = run(["--journal", str(journal), "list", "--json", "--csv"])

    assert result.exit_code == ExitCode.USAGE
    assert "say one" in result.stderr
