"""Entries of other people that the reader has seen, and the file that remembers them."""

import json
import stat
from pathlib import Path

import pytest
from hypothesis import given

from builders import an_entry, journals
from mentorlog.entry.entry import Entry
from mentorlog.journal.journal import Journal
from mentorlog.sharing.copy import open_part
from mentorlog.sharing.shared_with_me import shared_with_me
from mentorlog.together.seen import Seen, read_seen, remember, version_of
from two_journals import hand_over, write


def the_file(journal: Journal) -> Path:
    [path] = (journal.state / "seen").iterdir()
    return path


@pytest.fixture
def theirs(sam: Journal, priya: Journal) -> list[Entry]:
    """Two entries that Sam shares with Priya."""
    write(sam, "The ticks hid a heron.", title="Ticks", share="mentor", with_="Priya", letters="aaaa")
    write(sam, title="Bell", share="mentor", with_="Priya", letters="bbbb", day="2026-11-19")
    hand_over(sam)
    return shared_with_me(priya).entries


def test_an_entry_is_new_then_seen_then_updated() -> None:
    before, after = an_entry("2026-11-20", next="Wait"), an_entry("2026-11-20", next="Wait longer")
    seen = Seen().including([before])

    assert (Seen().news_of(before), seen.news_of(before), seen.news_of(after)) == ("new", "", "updated")
    assert seen.including([after]).news_of(after) == ""


def test_a_version_that_was_seen_before_is_no_news() -> None:
    before, after = an_entry("2026-11-20", next="Wait"), an_entry("2026-11-20", next="Wait longer")
    seen = Seen().including([before]).including([after])

    assert seen.news_of(before) == ""
    assert seen.including([before, after]) == seen


def test_a_private_part_makes_no_new_version() -> None:
    plain, with_more = an_entry("2026-11-20"), an_entry("2026-11-20", private="I was cross.")

    assert Seen().including([plain]).news_of(with_more) == ""


@given(journals())
def test_an_entry_has_the_same_version_wherever_it_is_shown(entries: list[Entry]) -> None:
    """`show` has the part that its writer shares, and a brief the whole file."""
    assert all(version_of(open_part(entry)) == version_of(entry) for entry in entries)


def test_what_was_seen_is_remembered_without_a_word(priya: Journal, theirs: list[Entry]) -> None:
    write(priya, "Mine alone.", letters="zzzz")
    remember(priya, theirs[:1])

    assert [read_seen(priya).news_of(entry) for entry in theirs] == ["", "new"]
    path = the_file(priya)
    assert json.loads(path.read_text("utf-8")) == {
        "schema": 1,
        "seen": {theirs[0].id: [version_of(theirs[0])]},
    }
    assert (stat.S_IMODE(path.stat().st_mode), stat.S_IMODE(path.parent.stat().st_mode)) == (0o600, 0o700)


def test_nothing_is_written_if_nothing_changed(priya: Journal, theirs: list[Entry]) -> None:
    remember(priya, theirs)
    before = the_file(priya).stat()

    remember(priya, reversed(theirs))
    remember(priya, [])

    after = the_file(priya).stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_without_a_file_nothing_has_been_seen_and_none_is_made(priya: Journal, theirs: list[Entry]) -> None:
    assert [read_seen(priya).news_of(entry) for entry in theirs] == ["new", "new"]
    assert not (priya.state / "seen").exists()


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b'{"schema": 1}',
        b'{"seen": 3}',
        b'{"seen": {"20261120-aaaa": 3}}',
        b"[" * 100_000,
    ],
    ids=str,
)
def test_a_damaged_file_counts_as_empty_and_is_replaced(priya: Journal, theirs: list[Entry], damage: bytes) -> None:
    remember(priya, theirs)
    the_file(priya).write_bytes(damage)

    assert [read_seen(priya).news_of(entry) for entry in theirs] == ["new", "new"]
    remember(priya, theirs)
    assert [read_seen(priya).news_of(entry) for entry in theirs] == ["", ""]


def test_a_place_that_cannot_be_written_is_no_error(priya: Journal, theirs: list[Entry]) -> None:
    priya.state.mkdir(exist_ok=True)
    (priya.state / "seen").write_text("a file where the folder should be", "utf-8")

    remember(priya, theirs)

    assert read_seen(priya).news_of(theirs[0]) == "new"
