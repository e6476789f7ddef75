"""The sources of a brief: its period and its entries, from a pair of people and a selection."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from mentorlog.brief.sources import Sources, is_within
from mentorlog.brief.suggested_questions import Shown
from mentorlog.days import EVER, Period
from mentorlog.entry.entry import Entry
from mentorlog.finding.selection import Selection, last_meeting
from mentorlog.questions.bank import Bank
from mentorlog.together.pair import Pair


def brief_sources(
    pair: Pair, bank: Bank, selection: Selection, today: date, shown: Shown, *, is_handed_on: bool
) -> Sources:
    """Collect the sources of a brief about the pair's writer. Without a period, it begins at the last meeting, if any.

    Entries from before the period are sources too, because they may have open steps.
    """
    period, since_meeting = _period(selection.period, last_meeting(pair.met, today))
    view = pair.writer
    inside = [entry for entry in view.entries if is_within(period, pair.handed_over, entry)]
    return Sources(
        writer=pair.name,
        entries=_entries(view.entries, inside, selection),
        bank=bank,
        period=period,
        seed=f"{view.settings.id} {today.isoformat()}",
        written=frozenset(dimension for entry in inside for dimension in entry.dimensions),
        other=pair.other,
        others=pair.others,
        handed_over=pair.handed_over,
        today=today,
        shown=shown,
        is_own=pair.is_own,
        is_handed_on=is_handed_on,
        since_meeting=since_meeting,
        problems=view.problems,
    )


def _period(period: Period, meeting: date | None) -> tuple[Period, bool]:
    """The period of a brief, and whether it begins at the last meeting because none was given."""
    if period == EVER and meeting is not None:
        return Period(first=meeting), True
    return period, False


def _entries(every: Sequence[Entry], inside: Collection[Entry], selection: Selection) -> list[Entry]:
    """The selected entries of this time, `inside`, newest first, up to the limit; then, without a limit, the others."""
    paths = {entry.path for entry in inside}
    chosen = replace(selection, period=EVER, limit=None).of(every)
    return [
        *[entry for entry in chosen if entry.path in paths][: selection.limit],
        *(entry for entry in chosen if entry.path not in paths),
    ]
