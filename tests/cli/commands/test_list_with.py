"""`mentorlog list` and `search` with what other people share, for a mentor without entries of their own too."""

import csv
import json
import shutil
from pathlib import Path

import pytest

from cli.two_people import One, met
from conftest import Run, Start
from mentorlog.errors import ExitCode


@pytest.fixture
def two(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> tuple[One, One]:
    """Sam, who has shared two entries of three, and Priya, who has none of her own."""
    sam, priya = met(tmp_path, run, monkeypatch)
    sam.does("new 'The tick told me.' -d critique --class 9B --share --title Ticks --date 2026-11-20 --tag marking")
    sam.does("new 'Thirty faces.' -d creativity --share --title Funnels --date 2026-11-23")
    sam.does("new 'A private heron.' --title Heron --date 2026-11-22")
    sam.does("share --yes")
    return sam, priya


def titles(stdout: str) -> list[str]:
    return [line.split("\t")[2] for line in stdout.splitlines()]


def test_a_mentor_without_entries_lists_what_others_share_with_its_writer_last(two: tuple[One, One]) -> None:
    sam, priya = two

    rows = [line.split("\t") for line in priya.does("list").splitlines()]

    newest, ticks, heron = sam.ids()[0], sam.ids()[2], sam.ids()[1]
    assert [(row[0], row[2], row[7]) for row in rows] == [(newest, "Funnels", "Sam"), (ticks, "Ticks", "Sam")]
    assert rows[1][1:6] == ["2026-11-20", "Ticks", "critique", "9B", "mentor"]
    assert heron not in priya.does("list")
    assert priya.does("list") == priya.does("list --with sam")


def test_a_list_holds_both_peoples_entries_by_day(two: tuple[One, One]) -> None:
    _, priya = two
    priya.does("new 'I offered my own method.' --title Method --date 2026-11-21")

    assert titles(priya.does("list")) == ["Funnels", "Method", "Ticks"]
    assert titles(priya.does("list --with Sam")) == ["Funnels", "Ticks"]
    assert titles(priya.does("list --limit 2")) == ["Funnels", "Method"]


@pytest.mark.parametrize(
    ("selectors", "expected"),
    [
        ("--since '21 nov'", ["Funnels"]),
        ("-d critique", ["Ticks"]),
        ("--class 9b", ["Ticks"]),
        ("--tag marking", ["Ticks"]),
        ("--kind reflection --limit 1", ["Funnels"]),
        ("--kind meeting", []),
        ("--with Sam --until '21 nov'", ["Ticks"]),
    ],
)
def test_every_selector_applies_to_what_others_share(two: tuple[One, One], selectors: str, expected: list[str]) -> None:
    assert titles(two[1].does(f"list {selectors}")) == expected


def test_since_meeting_knows_a_meeting_that_only_the_other_person_wrote_down(two: tuple[One, One]) -> None:
    sam, priya = two
    sam.does("meeting --notes 'We talked.' --date 2026-11-21 --share")
    sam.does("share --yes")

    assert titles(priya.does("list --since meeting")) == ["Funnels", "Meeting with Priya"]
    assert titles(priya.does("list --since meeting --with Sam")) == ["Funnels", "Meeting with Priya"]


def test_a_spreadsheet_and_json_name_the_writer_in_a_last_column(two: tuple[One, One]) -> None:
    _, priya = two
    priya.does("new 'I offered my own method.' --title Method --date 2026-11-21")

    table = list(csv.DictReader(priya.does("list --csv").splitlines()))
    document = json.loads(priya.does("list --json"))

    expected = [("Funnels", "Sam"), ("Method", ""), ("Ticks", "Sam")]
    assert [(row["title"], row["by"]) for row in table] == expected
    assert [(entry["title"], entry["by"]) for entry in document["entries"]] == expected
    assert list(table[0])[-1] == "by"
    assert [entry["by"] for entry in json.loads(priya.does("list --with Sam --json"))["entries"]] == ["Sam", "Sam"]


def test_an_unknown_name_is_refused(two: tuple[One, One]) -> None:
    for command in ("list --with Ann", "search tick --with Ann", "show last --with Ann"):
        result = two[1].run(command)

        assert result.exit_code == ExitCode.USAGE
        assert result.stderr.startswith("mentorlog: there is nobody called 'Ann' here (Sam)\n")


def test_a_search_finds_what_others_share_and_nothing_private(two: tuple[One, One]) -> None:
    sam, priya = two
    priya.does("new 'Told by the tick.' --title Method --date 2026-11-21")

    rows = [line.split("\t") for line in priya.does("search tick told").splitlines()]

    assert [(row[2], row[4], row[5]) for row in rows] == [
        ("Method", "Told by the tick.", ""),
        ("Ticks", "The tick told me.", "Sam"),
    ]
    assert titles(priya.does("search told --with Sam")) == ["Ticks"]
    assert priya.run("search heron").exit_code == ExitCode.NOT_FOUND
    assert [entry["by"] for entry in json.loads(priya.does("search faces --json"))["entries"]] == ["Sam"]
    assert titles(sam.does("search told")) == ["Ticks"]


@pytest.mark.parametrize("command", ["list", "search method", "list --json", "list --csv"])
def test_a_missing_folder_gets_one_line_and_hides_no_entry_of_your_own(two: tuple[One, One], command: str) -> None:
    sam, priya = two
    priya.does("new 'I offered my own method.' --title Method")
    shutil.rmtree(sam.for_other)

    result = priya.run(command)

    assert result.exit_code == ExitCode.DONE
    assert "Method" in result.stdout
    assert result.stderr == f"mentorlog: Sam's folder is not at {sam.for_other}; is the drive connected?\n"


@pytest.mark.parametrize("command", ["list --with Sam", "search tick --with Sam", "show last --with Sam"])
def test_what_one_person_shares_cannot_be_listed_while_their_folder_is_missing(
    two: tuple[One, One], command: str
) -> None:
    sam, priya = two
    shutil.rmtree(sam.for_other)

    result = priya.run(command)

    assert (result.exit_code, result.stdout) == (ExitCode.FAILED, "")
    assert result.stderr == f"mentorlog: Sam's folder is not at {sam.for_other}; is the drive connected?\n"


@pytest.mark.parametrize("command", ["list", "list --with Sam", "search told"])
def test_shared_files_that_cannot_be_read_are_counted_with_what_to_do(two: tuple[One, One], command: str) -> None:
    sam, priya = two
    (sam.for_other / "2026-11-19-broken.md").write_text('+++\nshare = "mentor"\ntitle = “Poetry”\n+++\n', "utf-8")

    result = priya.run(command)

    assert "Ticks" in result.stdout
    assert result.stderr == (
        "mentorlog: 1 file in Sam's folder could not be read; Sam can see why with mentorlog check\n"
    )


@pytest.mark.terminal
@pytest.mark.parametrize("columns", [40, 80])
def test_each_of_theirs_has_its_writers_name_at_a_terminal(two: tuple[One, One], start: Start, columns: int) -> None:
    sam, priya = two
    priya.does("new 'I offered my own method.' --title Method --share")
    funnels = sam.ids()[0]
    mine = priya.ids()[0]

    first = start("list", columns=columns)
    assert first.end() == ExitCode.DONE
    second = start("list", columns=columns)
    assert second.end() == ExitCode.DONE

    assert f"{funnels[-4:]} new from Sam" in first.text()
    assert f"{mine[-4:]} shared" in first.text()
    assert f"{funnels[-4:]} from Sam" in second.text()


@pytest.mark.terminal
def test_a_mentor_for_whom_nothing_matches_is_not_told_that_nothing_is_written(
    two: tuple[One, One], start: Start
) -> None:
    two[1].does("list")

    terminal = start("list --kind meeting")

    assert terminal.end() == ExitCode.DONE
    assert terminal.text().strip() == "No entry matches that."


@pytest.mark.terminal
def test_a_person_who_has_shared_nothing_is_named(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch, start: Start
) -> None:
    met(tmp_path, run, monkeypatch)[1].does("list")

    terminal = start("list --with sam")

    assert terminal.end() == ExitCode.DONE
    assert terminal.text().strip() == "Nothing from Sam yet."


@pytest.mark.terminal
def test_a_search_at_a_terminal_names_the_writer_of_each_of_theirs(two: tuple[One, One], start: Start) -> None:
    sam, priya = two
    ticks = sam.ids()[2]
    priya.does("list")

    terminal = start("search told", columns=40)

    assert terminal.end() == ExitCode.DONE
    assert f"Fri 20 Nov · Ticks {ticks[-4:]} new from Sam The tick told me." in terminal.text()
