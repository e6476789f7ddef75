"""The sources of a brief: its period and its entries, from a pair of people and a selection."""

from dataclasses import replace
from datetime import date

from mentorlog.brief.sources import Sources
from mentorlog.days import EVER, Period
from mentorlog.dimensions import Dimension
from mentorlog.entry.entry import Entry
from mentorlog.finding.selection import Selection, last_meeting
from mentorlog.questions.bank import Bank
from mentorlog.together.pair import Pair


def brief_sources(pair: Pair, bank: Bank, selection: Selection, today: date, *, is_handed_on: bool) -> Sources:
    """Collect the sources of a brief about the pair's writer. Without a period, it begins at the last meeting, if any.

    Entries from before the period are sources too, because they may have open steps.
    """
    period, since_meeting = _period(selection.period, last_meeting(pair.met, today))
    view = pair.writer
    return Sources(
        writer=pair.name,
        entries=_entries(view.entries, replace(selection, period=period)),
        bank=bank,
        period=period,
        seed=f"{view.settings.id} {today.isoformat()}",
        written=_dimensions(view.entries, period),
        other=pair.other,
        others=pair.others,
        handed_over=pair.handed_over,
        is_own=pair.is_own,
        is_handed_on=is_handed_on,
        since_meeting=since_meeting,
        problems=view.problems,
    )


def _dimensions(entries: tuple[Entry, ...], period: Period) -> frozenset[Dimension]:
    """The dimensions written about in this period."""
    return frozenset(dimension for entry in entries if period.holds(entry.date) for dimension in entry.dimensions)


def _period(period: Period, meeting: date | None) -> tuple[Period, bool]:
    """The period of a brief, and whether it begins at the last meeting because none was given."""
    if period == EVER and meeting is not None:
        return Period(first=meeting), True
    return period, False


def _entries(entries: tuple[Entry, ...], selection: Selection) -> list[Entry]:
    """The selected entries, newest first, up to the limit; then, without a limit, those outside the period."""
    chosen = replace(selection, period=EVER, limit=None).of(entries)
    inside = [entry for entry in chosen if selection.period.holds(entry.date)][: selection.limit]
    return [*inside, *(entry for entry in chosen if not selection.period.holds(entry.date))]
