"""What two people who sit at one screen may both see: what each shares with the other, and nothing else."""

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
from mentorlog.sharing.audience import between_us
from mentorlog.sharing.copy import open_part
from mentorlog.sharing.shared_folder import shared_folder
from mentorlog.sharing.shared_with_me import shared_with_me
from mentorlog.sharing.view import agreed_shared
from mentorlog.text import safe_line, with_full_stop


@dataclass(frozen=True, slots=True)
class Together:
    """What I share with the other person and what they share with me. `missing` says why theirs cannot be read."""

    me: str
    other: str
    own: Sequence[Entry] = ()
    theirs: Sequence[Entry] = ()
    missing: str = ""

    @property
    def promises(self) -> list[Promise]:
        """The open steps of both, mine first."""
        mine, theirs = open_steps(self.own, self.theirs), open_steps(self.theirs, self.own)
        found = promises(mine, writer=self.me, reader=self.other, is_own=True)
        found += promises(theirs, writer=self.other, reader=self.me, is_own=False)
        return sorted(found, key=lambda each: each.who != self.me)

    def to_talk_about(self, day: date) -> str:
        """The entries since the last meeting before `day` that one of the two would like to talk about, a line each."""
        both = [*self.own, *self.theirs]
        last = max((met for met in meeting_days(both) if met < day), default=date.min)
        flagged = [each for each in both if each.head.talk and each.date >= last]
        lines = [f"  {bare(each.date)}  {safe_line(each.title)}  ({each.short_id})" for each in flagged]
        return "\n".join(["To talk about:", *lines]) if lines else ""


def together(journal: Journal, contents: Contents, other: str) -> Together:
    """What the two share now; `contents` are the journal's. Somebody who is not set up any more shares nothing."""
    me, person = journal.settings.name or "I", person_called(journal.settings.people, other)
    if person is None:
        return Together(me, other)
    ours = filter(between_us(journal, contents.entries, person).holds, originals(agreed_shared(contents.entries)))
    own = [open_part(entry) for entry in ours]
    theirs = shared_with_me(journal, person.name).entries
    return Together(me, person.name, own, theirs, _missing(person))


def _missing(person: Person) -> str:
    try:
        shared_folder(person, "from")
    except MentorlogError as error:
        reason = with_full_stop(str(error))
        return f"{reason[0].upper()}{reason[1:]} This goes on without it."
    return ""
