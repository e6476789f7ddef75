"""From a pair of people and a selection to the sources of a brief: since when it is, and which entries are in it."""

from dataclasses import replace
from datetime import date

from mentorlog.brief.brief import Sources
from mentorlog.days import EVER, Period
from mentorlog.dimensions import Dimension
from mentorlog.entry.entry import Entry
from mentorlog.finding.selection import Selection, last_meeting
from mentorlog.questions.bank import Bank
from mentorlog.sharing.pair import Pair


def brief_sources(pair: Pair, bank: Bank, selection: Selection, today: date, *, is_handed_on: bool) -> Sources:
    """The sources of a brief about a pair's writer. Without a period, it begins at the last meeting, if there was one.

    Entries from before the period are sources too, since a step may still be open there.
    """
    period, since_meeting = _period(selection.period, last_meeting(pair.met, today))
    seen = pair.writer
    return Sources(
        writer=pair.name,
        entries=_entries(seen.entries, replace(selection, period=period)),
        bank=bank,
        period=period,
        seed=f"{seen.settings.id} {today.isoformat()}",
        written=_dimensions(seen.entries, period),
        other=pair.other,
        others=pair.others,
        is_own=pair.is_own,
        is_handed_on=is_handed_on,
        since_meeting=since_meeting,
        problems=seen.problems,
    )


def _dimensions(entries: tuple[Entry, ...], period: Period) -> frozenset[Dimension]:
    """The dimensions written about in this time."""
    return frozenset(dimension for entry in entries if period.holds(entry.date) for dimension in entry.dimensions)


def _period(period: Period, meeting: date | None) -> tuple[Period, bool]:
    """The period of a brief, and whether it was left to begin at the last meeting."""
    if period == EVER and meeting is not None:
        return Period(first=meeting), True
    return period, False


def _entries(entries: tuple[Entry, ...], selection: Selection) -> list[Entry]:
    """The selected entries, newest first; then those that only the period leaves out, which no limit does."""
    chosen = replace(selection, period=EVER, limit=None).of(entries)
    inside = [entry for entry in chosen if selection.period.holds(entry.date)][: selection.limit]
    return [*inside, *(entry for entry in chosen if not selection.period.holds(entry.date))]
