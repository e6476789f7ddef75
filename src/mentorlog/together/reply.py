"""A reply to an entry, kept in the replier's own journal: the entry it follows, the person it is with, its values."""

from dataclasses import dataclass
from datetime import date

from mentorlog.entry.entry import Entry
from mentorlog.errors import NotFoundError
from mentorlog.files.toml import Values
from mentorlog.finding.selection import entry_named
from mentorlog.journal.journal import Journal
from mentorlog.sharing.copy import shared_title
from mentorlog.sharing.shared_with_me import shared_with_me
from mentorlog.text import shortened


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply to `entry`. `other` is the name of the person it is with, "" if there is none.

    `is_to_other` is true if that person wrote the entry.
    """

    entry: Entry
    other: str
    day: date
    is_shared: bool = False
    is_to_other: bool = False

    def values(self, words: str) -> Values:
        """The front matter of a reply. `words` become its title if the title of the entry it follows is private."""
        title = f"On “{shared_title(self.entry)}”" if self.entry.is_shared else words
        return {
            "date": self.day,
            "kind": "reply",
            "title": shortened(title),
            "follows": self.entry.id,
            **({"with": self.other} if self.other else {}),
            **({"share": "mentor"} if self.is_shared else {}),
        }


def reply_to(journal: Journal, name: str, person: str, day: date, *, is_shared: bool) -> Reply:
    """Make a reply to the entry called `name`, among those shared by `person` or by anybody.

    If nobody shares any, the journal's own entries are searched. Raises NotFoundError if there is no such entry, and
    UsageError if there are several.
    """
    shared = shared_with_me(journal, person)
    if shared.entries:
        writer, entry = shared.named(name)
        return Reply(entry, writer.name, day, is_shared, is_to_other=True)
    try:
        entry = entry_named(name, journal.read().entries)
    except NotFoundError as error:
        raise shared.with_remark(error) from None
    return Reply(entry, entry.head.with_, day, is_shared)
