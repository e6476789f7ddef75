"""`mentorlog show` with entries of other people: which one a name means, and whose it is."""

from pathlib import Path

import pytest

from cli.two_people import One, met
from conftest import Run, Start
from mentorlog.errors import ExitCode

SAME_ID = '+++\nid = "20261120-k3f9"\ndate = 2026-11-20\ntitle = "{}"\nshare = "mentor"\n+++\n\nBy {}.\n'


@pytest.fixture
def two(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> tuple[One, One]:
    """Sam, who has shared two entries, and Priya, who has none."""
    sam, priya = met(tmp_path, run, monkeypatch)
    sam.does("new 'The tick told me.' --share --title Ticks --date 2026-11-20")
    sam.does("new 'Thirty faces.' --share --title Funnels --date 2026-11-23")
    sam.does("share --yes")
    return sam, priya


def test_the_last_entry_of_a_mentor_without_any_is_the_other_persons(two: tuple[One, One]) -> None:
    _, priya = two

    assert "Thirty faces." in priya.does("show last")
    assert "Thirty faces." in priya.does("show last --with Sam")


def test_last_is_your_own_entry_unless_you_name_a_person(two: tuple[One, One]) -> None:
    _, priya = two
    priya.does("new 'I offered my own method.' --title Method --date 2026-11-01")

    assert "my own method" in priya.does("show last")
    assert "Thirty faces." in priya.does("show last --with Sam")


def test_an_id_that_both_have_shows_your_own_and_says_how_to_see_theirs(two: tuple[One, One]) -> None:
    sam, priya = two
    (sam.root / "same.md").write_text(SAME_ID.format("Sam's", "Sam"), "utf-8")
    (priya.root / "same.md").write_text(SAME_ID.format("Priya's", "Priya"), "utf-8")
    sam.does("share --yes")

    both, theirs = priya.run("show k3f9"), priya.run("show k3f9 --with Sam")

    assert (both.exit_code, "By Priya." in both.stdout) == (ExitCode.DONE, True)
    assert both.stderr == "mentorlog: Sam also has an entry called 'k3f9': mentorlog show k3f9 --with 'Sam'\n"
    assert (theirs.exit_code, "By Sam." in theirs.stdout, theirs.stderr) == (ExitCode.DONE, True, "")


def test_your_own_entry_is_not_shown_as_theirs(two: tuple[One, One]) -> None:
    _, priya = two
    priya.does("new 'I offered my own method.' --title Method")

    result = priya.run(["show", priya.ids()[0], "--with", "Sam"])

    assert (result.exit_code, result.stdout) == (ExitCode.NOT_FOUND, "")


def test_an_entry_that_is_not_found_may_be_in_a_folder_that_is_missing(two: tuple[One, One]) -> None:
    sam, priya = two
    ticks = sam.ids()[1][-4:]
    sam.for_other.rename(sam.base / "away")

    for command in (f"show {ticks}", f"reply {ticks} 'What did the ticks hide?'"):
        result = priya.run(command)

        assert result.exit_code == ExitCode.NOT_FOUND
        assert result.stderr == (
            f"mentorlog: no entry matches '{ticks}'; Sam's folder is not at {sam.for_other}; is the drive connected?\n"
            "  try: mentorlog list\n"
        )


@pytest.mark.terminal
def test_a_terminal_says_who_shares_an_entry(two: tuple[One, One], start: Start) -> None:
    sam, priya = two
    ticks = sam.ids()[1]
    priya.does("list")

    terminal = start(["show", ticks[-4:]], columns=40)

    assert terminal.end() == ExitCode.DONE
    assert terminal.text().startswith(f"Ticks Fri 20 Nov 2026 · {ticks} · shared by Sam The tick told me.")


def test_a_new_entry_may_follow_one_that_somebody_shares(two: tuple[One, One]) -> None:
    sam, priya = two
    ticks = sam.ids()[1]

    priya.does(["new", "I had a class like that.", "--title", "Like that", "--follows", ticks[-4:]])

    assert f'follows = "{ticks}"' in priya.does("show last")
    missing = priya.run("new 'Words.' --follows zzzz")
    assert missing.exit_code == ExitCode.NOT_FOUND
    assert missing.stderr.startswith("mentorlog: no entry matches 'zzzz'\n")
