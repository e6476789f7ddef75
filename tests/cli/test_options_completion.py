"""Tab completion as a shell requests it: ids, classes and dimensions, but no word of an entry."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.two_people import One, met
from conftest import Run, Write

Complete = Callable[[str], list[str]]


@pytest.fixture
def complete() -> Complete:
    """Return the completions after `line`, by Typer's protocol for bash (typer/_completion_classes.py)."""

    def completed(line: str) -> list[str]:
        asked = {"_MENTORLOG_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": str(line.count(" "))}
        ended = subprocess.run(
            [sys.executable, "-m", "mentorlog"],
            env={**os.environ, **asked},
            capture_output=True,
            text=True,
            check=False,
        )
        assert (ended.returncode, ended.stderr) == (0, "")
        return ended.stdout.splitlines()

    return completed


@pytest.fixture
def two(write: Write) -> None:
    write("a.md", '+++\nid = "20261120-aaaa"\ndate = 2026-11-20\nclass = "8Q"\ntags = ["trip"]\n+++\n\nSecret words.\n')
    write("b.md", '+++\nid = "20261121-bbbb"\ndate = 2026-11-21\nclass = "9B"\ntitle = "Secret title"\n+++\n')


@pytest.mark.slow
@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("mentorlog show ", ["last", "bbbb", "aaaa"]),
        ("mentorlog show a", ["aaaa"]),
        ("mentorlog delete aaaa ", ["last", "bbbb", "aaaa"]),
        ("mentorlog edit l", ["last"]),
        ("mentorlog next done ", ["last", "bbbb", "aaaa"]),
        ("mentorlog new --follows b", ["bbbb"]),
        ("mentorlog list --class ", ["8Q", "9B"]),
        ("mentorlog new --class 9", ["9B"]),
        ("mentorlog list --tag ", ["trip"]),
        ("mentorlog list -d c", ["creativity", "critique"]),
        ("mentorlog model ex", ["expansion"]),
        ("mentorlog next ", ["done", "drop", "reopen", "take"]),
        ("mentorlog summary --since m", ["meeting"]),
        ("mentorlog su", ["summary"]),
    ],
)
@pytest.mark.usefixtures("two")
def test_tab_offers_the_values_that_fit(complete: Complete, line: str, offered: list[str]) -> None:
    assert complete(line) == offered


@pytest.mark.slow
@pytest.mark.parametrize("line", ["mentorlog show S", "mentorlog search S", "mentorlog new ", "mentorlog new --title "])
@pytest.mark.usefixtures("two")
def test_no_word_of_an_entry_is_offered(complete: Complete, line: str) -> None:
    assert "secret" not in " ".join(complete(line)).casefold()


def test_an_escape_in_a_class_does_not_reach_the_shell(write: Write, complete: Complete) -> None:
    write("2026-11-20-a.md", '+++\nclass = "8\\u001b[2JQ"\n+++\n')

    assert "\x1b" not in "".join(complete("mentorlog list --class "))


@pytest.mark.usefixtures("two")
def test_completions_come_from_the_journal_named_on_the_line(tmp_path: Path, complete: Complete) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "a.md").write_text('+++\nid = "20261122-cccc"\ndate = 2026-11-22\n+++\n', "utf-8")

    assert complete(f"mentorlog --journal {other} show ") == ["last", "cccc"]


def test_without_a_journal_tab_is_quiet(complete: Complete) -> None:
    assert complete("mentorlog show ") == ["last"]


@pytest.mark.usefixtures("two")
def test_with_broken_settings_tab_is_quiet(write: Write, complete: Complete) -> None:
    write("mentorlog.toml", "role = “ect”\n")

    assert complete("mentorlog show ") == ["last", "bbbb", "aaaa"]


def test_before_a_letter_is_typed_the_newest_entries_are_offered(write: Write, complete: Complete) -> None:
    for number in range(30):
        name = f"20261101-a{number:03}"
        write(f"2026/2026-11-01-{number:02}.md", f'+++\nid = "{name}"\ndate = 2026-11-01\n+++\n\nWords.\n')

    assert complete("mentorlog show ") == ["last", *(f"a{number:03}" for number in range(29, 9, -1))]
    assert complete("mentorlog show a00") == [f"a{number:03}" for number in range(9, -1, -1)]


OF_SAM = '+++\nid = "20261120-{0}"\ndate = 2026-11-20\nshare = "mentor"\ntitle = "Secret"\n+++\n\nWords.\n'


@pytest.fixture
def priya(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> One:
    """Priya, with one entry; Sam shares one with her, and beside it in that folder is one that is not shared."""
    sam, priya = met(tmp_path, run, monkeypatch)
    (priya.root / "2026-11-19-mine.md").write_text('+++\nid = "20261119-pppp"\n+++\n\nMine.\n', "utf-8")
    (sam.for_other / "2026-11-20-ssss.md").write_text(OF_SAM.format("ssss"), "utf-8")
    (sam.for_other / "2026-11-21-priv.md").write_text('+++\nid = "20261121-priv"\n+++\n\nPrivate.\n', "utf-8")
    priya.does("list")
    return priya


@pytest.mark.slow
@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("mentorlog show ", ["last", "ssss", "pppp"]),
        ("mentorlog show s", ["ssss"]),
        ("mentorlog show p", ["pppp"]),
        ("mentorlog new --follows ", ["last", "ssss", "pppp"]),
        ("mentorlog reply ", ["last", "ssss"]),
        ("mentorlog next take ", ["last", "ssss"]),
        ("mentorlog next done ", ["last", "pppp"]),
        ("mentorlog edit ", ["last", "pppp"]),
        ("mentorlog delete ", ["last", "pppp"]),
        ("mentorlog share ", ["last", "pppp"]),
    ],
)
@pytest.mark.usefixtures("priya")
def test_tab_offers_what_others_share_where_a_command_takes_it(
    complete: Complete, line: str, offered: list[str]
) -> None:
    assert complete(line) == offered


def test_a_mentor_without_entries_is_offered_the_twenty_newest_of_theirs(priya: One, complete: Complete) -> None:
    (priya.root / "2026-11-19-mine.md").unlink()
    (priya.base / "from-sam" / "2026-11-21-priv.md").unlink()
    for number in range(30):
        path = priya.base / "from-sam" / f"2026-11-20-{number:02}.md"
        path.write_text(OF_SAM.format(f"t{number:03}"), "utf-8")

    assert complete("mentorlog show ") == ["last", "ssss", *(f"t{number:03}" for number in range(29, 10, -1))]


def test_with_their_folder_missing_tab_offers_your_own(priya: One, complete: Complete) -> None:
    (priya.base / "from-sam").rename(priya.base / "away")

    assert complete("mentorlog show ") == ["last", "pppp"]
    assert complete("mentorlog reply ") == ["last", "pppp"]
