"""Choosing entries by selectors and by name."""

from datetime import date

import pytest

from builders import an_entry
from mentorlog.days import Period
from mentorlog.dimensions import CREATIVITY, CRITIQUE
from mentorlog.entry.compose import Answer
from mentorlog.entry.entry import Unread, read_entry
from mentorlog.errors import NotFoundError, UsageError
from mentorlog.finding.selection import Selection, entry_named, last_meeting, meeting_days, unread_named

OCTOBER = an_entry("2026-10-07", Answer("Beakers.", CREATIVITY), letters="a1b2", class_="8Q", tags=["trip"])
MEETING = an_entry("2026-11-09", letters="c3d4", kind="meeting", class_="Set 4")
NOVEMBER = an_entry("2026-11-20", letters="a1e5", about=[CRITIQUE], class_="8q")
ENTRIES = (NOVEMBER, OCTOBER, MEETING)


@pytest.mark.parametrize(
    ("selection", "meant"),
    [
        (Selection(), ["a1e5", "c3d4", "a1b2"]),
        (Selection(limit=2), ["a1e5", "c3d4"]),
        (Selection(Period(first=date(2026, 11, 9))), ["a1e5", "c3d4"]),
        (Selection(Period(last=date(2026, 11, 9))), ["c3d4", "a1b2"]),
        (Selection(dimension=CREATIVITY), ["a1b2"]),
        (Selection(dimension=CRITIQUE), ["a1e5"]),
        (Selection(class_="8Q"), ["a1e5", "a1b2"]),
        (Selection(class_="set4"), ["c3d4"]),
        (Selection(class_="8"), []),
        (Selection(tag="Trip"), ["a1b2"]),
        (Selection(kind="meeting"), ["c3d4"]),
        (Selection(kind="reflection", class_="8Q", limit=1), ["a1e5"]),
    ],
)
def test_a_selection_has_the_entries_that_meet_every_selector_newest_first(
    selection: Selection, meant: list[str]
) -> None:
    assert [entry.short_id for entry in selection.of(ENTRIES)] == meant


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("last", NOVEMBER),
        ("c3d4", MEETING),
        ("C3D4", MEETING),
        ("3d4", MEETING),
        ("20261109-c3d4", MEETING),
        ("202610", OCTOBER),
        ("2026/2026-10-07-a1b2.md", OCTOBER),
        ("2026\\2026-10-07-a1b2.md", OCTOBER),
        ("2026-10-07-a1b2.md", OCTOBER),
    ],
)
def test_an_entry_can_be_named_by_either_end_of_its_id_its_path_or_as_last(name: str, meant: object) -> None:
    assert entry_named(name, ENTRIES) is meant


@pytest.mark.parametrize("name", ["zzzz", "a1b2.md", "other/2026-10-07-a1b2.md", "26111", "laste"])
def test_an_unknown_name_is_repeated_in_the_error(name: str) -> None:
    with pytest.raises(NotFoundError, match=f"^no entry matches '{name}'$") as missing:
        entry_named(name, ENTRIES)

    assert missing.value.hint == "mentorlog list"


def test_an_ambiguous_name_lists_both_entries() -> None:
    with pytest.raises(UsageError, match="matches 2 entries") as unclear:
        entry_named("202611", ENTRIES)

    assert "20261109-c3d4 (2026/2026-11-09-c3d4.md)" in str(unclear.value)
    assert "20261120-a1e5 (2026/2026-11-20-a1e5.md)" in str(unclear.value)


def test_a_whole_id_outranks_one_that_only_begins_with_it() -> None:
    longer = an_entry("2026-11-09", letters="c3d45")

    assert entry_named("20261109-c3d4", (longer, MEETING)) is MEETING


def test_last_in_an_empty_journal_gives_a_hint_to_begin() -> None:
    with pytest.raises(NotFoundError, match=r"^there is no entry yet$") as missing:
        entry_named("last", ())

    assert missing.value.hint == "mentorlog new"


def test_a_hostile_name_is_repeated_without_its_escape_sequence() -> None:
    with pytest.raises(NotFoundError) as missing:
        entry_named("\x1b[2J", ENTRIES)

    assert "\x1b" not in str(missing.value)


def test_an_unreadable_file_can_be_named_by_its_file_name() -> None:
    broken = read_entry("2026/2026-10-02-poetry.md", b"+++\ntitle = \xe2\x80\x9ctwo\n+++\n")
    assert isinstance(broken, Unread)

    assert unread_named("2026-10-02-poetry.md", [broken]) is broken
    assert unread_named("poetry.md", [broken]) is None


def test_the_last_meeting_is_the_latest_one_not_in_the_future() -> None:
    days = meeting_days([*ENTRIES, an_entry("2026-12-01", kind="meeting"), "no entry at all"])

    assert days == {date(2026, 11, 9), date(2026, 12, 1)}
    assert last_meeting(days, date(2026, 11, 30)) == date(2026, 11, 9)
    assert last_meeting(days, date(2026, 12, 1)) == date(2026, 12, 1)
    assert last_meeting(days, date(2026, 11, 8)) is None
