"""Who still has copies of entries that are not shared any more."""

from collections.abc import Iterator
from dataclasses import dataclass

from mentorlog.errors import MentorlogError
from mentorlog.journal.folder import Contents
from mentorlog.journal.journal import Journal
from mentorlog.sharing.handovers import Handovers
from mentorlog.text import count, safe_line


@dataclass(frozen=True, slots=True)
class StillShared:
    """How many entries one person still has copies of. `is_only` tells that nobody else is set up."""

    name: str
    number: int
    is_only: bool

    @property
    def sentence(self) -> str:
        """One line for the writer, with what takes the copies back."""
        name = safe_line(self.name)
        entries = count(self.number, "entry that you do not share now is", "entries that you do not share now are")
        with_ = "" if self.is_only else f" --with '{name}'"
        return f"{entries} still with {name} until: mentorlog share{with_}"


def still_shared(journal: Journal, contents: Contents | None = None) -> list[StillShared]:
    """Each person whose copies the next share would take back. Reads the journal, if it needs to, without `contents`.

    A missing folder is skipped; where the ledger cannot be read, `share` says so.
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
        if number := len(handovers.left_with(person, contents)):
            yield StillShared(person.name, number, is_only=len(people) == 1)
