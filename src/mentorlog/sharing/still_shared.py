"""People who still have copies of entries that are no longer shared."""

from collections.abc import Iterator
from dataclasses import dataclass

from mentorlog.entry.entry import Entry
from mentorlog.errors import MentorlogError
from mentorlog.journal.folder import Contents
from mentorlog.journal.journal import Journal
from mentorlog.sharing.handovers import Handovers
from mentorlog.text import count, safe_line


@dataclass(frozen=True, slots=True)
class StillShared:
    """The number of entries that one person still has copies of. `is_only` is true if nobody else is set up."""

    name: str
    number: int
    is_only: bool

    @property
    def sentence(self) -> str:
        """One line for the writer, with the command that takes the copies back."""
        name = safe_line(self.name)
        entries = count(self.number, "entry that you do not share now is", "entries that you do not share now are")
        with_ = "" if self.is_only else f" --with '{name}'"
        return f"{entries} still with {name} until: mentorlog share{with_}"


def still_shared(journal: Journal, contents: Contents | None = None) -> list[StillShared]:
    """List the people from whom the next share would take copies back.

    `contents` are the journal's; without them it is read if needed. A missing folder is skipped. An unreadable ledger
    gives an empty list, and `share` reports it.
    """
    if not journal.settings.people:
        return []
    try:
        handovers = Handovers.of(journal)
    except MentorlogError:
        return []
    return list(_still_shared(handovers, contents or journal.read()))


def _still_shared(handovers: Handovers, contents: Contents) -> Iterator[StillShared]:
    people = handovers.journal.settings.people
    for person in people:
        if number := len(handovers.ids_to_take_back(person, contents)):
            yield StillShared(person.name, number, is_only=len(people) == 1)


def may_have_stale_copy(before: Entry, after: Entry) -> bool:
    """True if somebody may have a copy of an entry that is no longer meant for them."""
    return before.is_shared and not (after.is_shared and after.head.with_ == before.head.with_)
