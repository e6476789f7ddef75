"""A reply to an entry, in one's own journal: which entry it follows, with whom it is, and its front matter."""

from dataclasses import dataclass
from datetime import date

from mentorlog.entry.entry import Entry
from mentorlog.files.toml import Values
from mentorlog.finding.selection import entry_named
from mentorlog.journal.journal import Journal
from mentorlog.sharing.copy import shared_title
from mentorlog.sharing.shared_with_me import shared_with_me
from mentorlog.text import shortened


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply to `entry`, with the person `other`, who is "" where nobody is named."""

    entry: Entry
    other: str
    day: date
    is_shared: bool = False

    def values(self, words: str) -> Values:
        """The front matter of a reply in these words. They are its title if that of the entry it follows is private."""
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
    """A reply to the entry of this name: one that others share, or only `person`; one's own if nobody shares any.

    Raises NotFoundError where there is none, UsageError where it is not clear.
    """
    shared = shared_with_me(journal, person)
    if shared.entries:
        writer, entry = shared.named(name)
        return Reply(entry, writer.name, day, is_shared)
    entry = entry_named(name, journal.read().entries)
    return Reply(entry, entry.head.with_, day, is_shared)
