"""Entries that two people at one screen may both see: those that each shares with the other."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from mentorlog.brief.asks import Ask, open_asks
from mentorlog.brief.quoting import to_talk_about
from mentorlog.brief.sources import is_within
from mentorlog.conversation.points import Point, points_of, quoted
from mentorlog.conversation.steps import open_steps
from mentorlog.days import Period, bare
from mentorlog.entry.entry import Entry
from mentorlog.finding.duplicates import originals
from mentorlog.finding.selection import meeting_days
from mentorlog.journal.folder import Contents
from mentorlog.journal.journal import Journal
from mentorlog.journal.settings import Person, person_called
from mentorlog.sharing.audience import audience_of
from mentorlog.sharing.copy import open_part
from mentorlog.sharing.shared_with_me import SharedWithMe, shared_with_me
from mentorlog.sharing.view import consistently_shared
from mentorlog.text import as_sentence, safe_line
from mentorlog.together.pair import handed_over_days


@dataclass(frozen=True, slots=True)
class Together:
    """The entries that two people share with each other.

    `missing` is a sentence on why the other person's cannot be read; "" if they can. `handed_over` is as in a pair.
    """

    me: str
    other: str
    own: Sequence[Entry] = ()
    theirs: Sequence[Entry] = ()
    missing: str = ""
    handed_over: Mapping[str, date] = field(default_factory=dict)

    @property
    def points(self) -> list[Point]:
        """The points open between the two: the steps of both, then what each asked of the other. Mine to do first."""
        mine, theirs = open_steps(self.own, self.theirs), open_steps(self.theirs, self.own)
        steps = points_of(mine, writer=self.me, reader=self.other, is_own=True)
        steps += points_of(theirs, writer=self.other, reader=self.me, is_own=False)
        asks = [*_asked(open_asks(self.theirs, self.own), self.me, is_own=False)]
        asks += _asked(open_asks(self.own, self.theirs), self.other, is_own=True)
        return [*sorted(steps, key=lambda point: not point.is_mine_to_do), *asks]

    def to_talk_about(self, day: date) -> str:
        """The entries that either person would like to talk about, with words, since the last meeting before `day`."""
        both = [*self.own, *self.theirs]
        last = max((meeting for meeting in meeting_days(both) if meeting < day), default=date.min)
        flagged = [entry for entry in both if entry.head.talk and is_within(Period(last), self.handed_over, entry)]
        lines = [line for entry in flagged for line in _lines_about(entry)]
        return "\n".join(["To talk about:", *lines]) if lines else ""


def _asked(asks: Iterable[Ask], who: str, *, is_own: bool) -> Iterator[Point]:
    """One point for each entry that asks something of `who`, with everything that it asks."""
    for _, group in groupby(asks, key=lambda ask: ask.entry.id):
        of_entry = list(group)
        words, entry = quoted(" ".join(ask.words for ask in of_entry)), of_entry[0].entry
        yield Point(who, entry.date, words, entry.id, is_own=is_own, kind="ask")


def _lines_about(entry: Entry) -> Iterator[str]:
    """An entry's day, title and short id, and below it what it says."""
    yield f"  {bare(entry.date)}  {safe_line(entry.title)}  ({entry.short_id})"
    for extract in to_talk_about(entry):
        yield f"    “{safe_line(extract.text)}”"


def together(journal: Journal, contents: Contents, other: str) -> Together:
    """Collect what the journal's writer and `other` share now. A person who is no longer set up shares nothing."""
    me, person = journal.settings.name or "I", person_called(journal.settings.people, other)
    if person is None:
        return Together(me, other)
    audience = audience_of(journal, contents.entries, person)
    marked = originals(consistently_shared(contents.entries))
    own = [open_part(entry) for entry in marked if audience.holds(entry)]
    shared = shared_with_me(journal, person.name)
    handed_over = handed_over_days(shared.entries, person)
    return Together(me, person.name, own, shared.entries, _missing(person, shared), handed_over)


def _missing(person: Person, shared: SharedWithMe) -> str:
    """Why some of the other person's entries are missing, as a sentence; "" if none are."""
    remark = next(
        iter(shared.remarks), "" if person.their_folder else f"no folder of {safe_line(person.name)}'s is set up"
    )
    return f"{as_sentence(remark)} This goes on without it." if remark else ""
