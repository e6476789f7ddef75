"""Entries that two people at one screen may both see: those that each shares with the other."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mentorlog.conversation.meeting import Promise, promises
from mentorlog.conversation.steps import open_steps
from mentorlog.days import bare
from mentorlog.entry.entry import Entry
from mentorlog.errors import MentorlogError
from mentorlog.finding.duplicates import originals
from mentorlog.finding.selection import meeting_days
from mentorlog.journal.folder import Contents
from mentorlog.journal.journal import Journal
from mentorlog.journal.settings import Person, person_called
from mentorlog.sharing.audience import audience_of
from mentorlog.sharing.copy import open_part
from mentorlog.sharing.shared_folder import shared_folder
from mentorlog.sharing.shared_with_me import shared_with_me
from mentorlog.sharing.view import consistently_shared
from mentorlog.text import safe_line, with_full_stop


@dataclass(frozen=True, slots=True)
class Together:
    """The entries that two people share with each other.

    `missing` is a sentence on why the other person's cannot be read; "" if they can.
    """

    me: str
    other: str
    own: Sequence[Entry] = ()
    theirs: Sequence[Entry] = ()
    missing: str = ""

    @property
    def promises(self) -> list[Promise]:
        """The open steps of both, mine first."""
        mine, theirs = open_steps(self.own, self.theirs), open_steps(self.theirs, self.own)
        both = promises(mine, writer=self.me, reader=self.other, is_own=True)
        both += promises(theirs, writer=self.other, reader=self.me, is_own=False)
        return sorted(both, key=lambda promise: promise.who != self.me)

    def to_talk_about(self, day: date) -> str:
        """The entries that either person would like to talk about, one a line, since the last meeting before `day`."""
        both = [*self.own, *self.theirs]
        last = max((meeting for meeting in meeting_days(both) if meeting < day), default=date.min)
        flagged = [entry for entry in both if entry.head.talk and entry.date >= last]
        lines = [f"  {bare(entry.date)}  {safe_line(entry.title)}  ({entry.short_id})" for entry in flagged]
        return "\n".join(["To talk about:", *lines]) if lines else ""


def together(journal: Journal, contents: Contents, other: str) -> Together:
    """Collect what the journal's writer and `other` share now. A person who is no longer set up shares nothing."""
    me, person = journal.settings.name or "I", person_called(journal.settings.people, other)
    if person is None:
        return Together(me, other)
    audience = audience_of(journal, contents.entries, person)
    shared = originals(consistently_shared(contents.entries))
    own = [open_part(entry) for entry in shared if audience.holds(entry)]
    theirs = shared_with_me(journal, person.name).entries
    return Together(me, person.name, own, theirs, _missing(person))


def _missing(person: Person) -> str:
    try:
        shared_folder(person, "from")
    except MentorlogError as error:
        reason = with_full_stop(str(error))
        return f"{reason[0].upper()}{reason[1:]} This goes on without it."
    return ""
