"""The input of a brief, and which entries fall in its period."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from mentorlog.brief.suggested_questions import Shown
from mentorlog.days import Period
from mentorlog.dimensions import Dimension
from mentorlog.entry.entry import Entry
from mentorlog.entry.problems import Problem
from mentorlog.questions.bank import Bank


def is_within(period: Period, handed_over: Mapping[str, date], entry: Entry) -> bool:
    """Whether an entry belongs to a period: by its day or, if the period has no end, by that of its handover."""
    day = handed_over.get(entry.id)
    is_since = period.first is not None and period.last is None
    return period.holds(entry.date) or (is_since and day is not None and period.holds(day))


@dataclass(frozen=True, slots=True)
class Sources:
    """Everything a brief is made from, as far as its reader may see it.

    `entries` are the writer's, `others` the other person's.
    `handed_over` has the days on which entries of either reached the other person, by id, as far as that is known.
    `shown` are the questions of earlier briefs.
    `today` is the day on which it is made: no meeting after it is the last one.
    `is_own` means that the reader is the writer; otherwise the reader is the other person.
    `is_handed_on` means that the brief leaves the reader's screen, so everything in it is shared.
    `written` are dimensions written about in this time besides those of `entries`, which may be a selection.
    `seed` keeps the choice of questions the same all day.
    """

    writer: str
    entries: Sequence[Entry]
    bank: Bank
    period: Period
    seed: str
    written: frozenset[Dimension] = frozenset()
    other: str = ""
    others: Sequence[Entry] = ()
    handed_over: Mapping[str, date] = field(default_factory=dict)
    today: date = date.max
    shown: Shown = field(default_factory=Shown)
    is_own: bool = True
    is_handed_on: bool = False
    since_meeting: bool = False
    problems: Sequence[Problem] = ()

    def is_within(self, entry: Entry) -> bool:
        """Whether an entry belongs to this time."""
        return is_within(self.period, self.handed_over, entry)

    def is_by_the_end(self, entry: Entry) -> bool:
        """Whether an entry is not later than this time. What is open from before is still open."""
        return self.period.last is None or entry.date <= self.period.last
