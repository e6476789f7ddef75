"""The sources of a brief for two people: its period and its entries."""

from datetime import date

import pytest

from builders import an_entry, the_shipped_bank
from conftest import TODAY
from mentorlog.brief.sources import Sources
from mentorlog.brief.suggested_questions import Shown
from mentorlog.days import EVER, Period
from mentorlog.dimensions import CREATIVITY, CRITIQUE
from mentorlog.entry.entry import Entry
from mentorlog.finding.selection import Selection
from mentorlog.journal.settings import Settings
from mentorlog.sharing.view import View
from mentorlog.together.brief_sources import brief_sources
from mentorlog.together.pair import Pair

OLD, MIDDLE, NEW = (
    an_entry("2026-10-01", about=[CREATIVITY], class_="8Q"),
    an_entry("2026-11-10", about=[CRITIQUE], class_="9B"),
    an_entry("2026-11-20", about=[CREATIVITY], class_="8Q"),
)
SINCE_NOVEMBER = Period(first=date(2026, 11, 1))


def sources(selection: Selection, *met: date, entries: tuple[Entry, ...] = (OLD, MIDDLE, NEW)) -> Sources:
    view = View(Settings(id="abc", name="Sam"), entries, (), 0)
    pair = Pair(view, is_own=True, other="Priya", met=frozenset(met))
    return brief_sources(pair, the_shipped_bank(), selection, TODAY, Shown(), is_handed_on=False)


def test_a_brief_begins_at_the_last_meeting_by_default() -> None:
    made = sources(Selection(), date(2026, 9, 30), date(2026, 11, 5), date(2026, 12, 1))

    assert (made.period, made.since_meeting) == (Period(first=date(2026, 11, 5)), True)


def test_a_given_period_outranks_the_last_meeting() -> None:
    made = sources(Selection(SINCE_NOVEMBER), date(2026, 11, 15))

    assert (made.period, made.since_meeting) == (SINCE_NOVEMBER, False)


@pytest.mark.parametrize("met", [(), (date(2026, 12, 1),)])
def test_without_an_earlier_meeting_a_brief_covers_every_entry(met: tuple[date, ...]) -> None:
    made = sources(Selection(), *met)

    assert (made.period, made.since_meeting) == (EVER, False)


def test_older_entries_come_after_the_period_and_do_not_count_towards_a_limit() -> None:
    made = sources(Selection(SINCE_NOVEMBER, limit=1))

    assert made.entries == [NEW, OLD]


def test_a_selector_leaves_entries_out_but_their_dimensions_still_count() -> None:
    made = sources(Selection(SINCE_NOVEMBER, class_="9B"))

    assert made.entries == [MIDDLE]
    assert set(made.written or ()) == {CREATIVITY, CRITIQUE}


def test_the_questions_stay_the_same_all_day() -> None:
    assert sources(Selection()).seed == f"abc {TODAY.isoformat()}"


def test_the_sources_name_the_writer_and_the_other_person() -> None:
    made = sources(Selection())

    assert (made.writer, made.other, made.is_own, made.is_handed_on) == ("Sam", "Priya", True, False)
