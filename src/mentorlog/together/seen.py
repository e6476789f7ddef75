"""Other people's entries that the reader has seen, in each version.

A file in the state folder remembers them: the id of each entry, and a digest of each version that was shown. It has no
words, and nothing about the reader's own entries. A missing or damaged file counts as empty: then everything is new.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from mentorlog.entry.entry import Entry
from mentorlog.finding.cards import News
from mentorlog.journal.history import digest
from mentorlog.journal.journal import Journal
from mentorlog.journal.memory import Memory
from mentorlog.sharing.copy import open_part

_MEMORY = Memory("seen", "seen")
_DIGITS = 16  # of a digest, in hexadecimal
_MOST_VERSIONS = 10  # of one entry, the latest


@dataclass(frozen=True, slots=True)
class Seen:
    """The versions of other people's entries that the reader has seen: by entry id, a digest of each."""

    versions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def news_of(self, entry: Entry) -> News:
        """Whether an entry is new, updated, or as the reader has seen it."""
        if entry.id not in self.versions:
            return "new"
        return "" if version_of(entry) in self.versions[entry.id] else "updated"

    def including(self, entries: Iterable[Entry]) -> "Seen":
        """The same, with the present version of each of these entries."""
        versions = dict(self.versions)
        for entry in entries:
            earlier, version = versions.get(entry.id, ()), version_of(entry)
            if version not in earlier:
                versions[entry.id] = (*earlier, version)[-_MOST_VERSIONS:]
        return Seen(versions)


def version_of(entry: Entry) -> str:
    """A digest of what a reader sees of an entry. What is private in it makes no new version."""
    return str(digest(open_part(entry).data))[:_DIGITS]


def read_seen(journal: Journal) -> Seen:
    """Read the memory of this journal's reader. It is empty if the file is missing or damaged. Never raises."""
    return _MEMORY.read(journal, _seen, Seen())


def _seen(rows: dict[object, list[object]]) -> Seen:
    return Seen({str(name): tuple(map(str, digests)) for name, digests in rows.items()})


def remember(journal: Journal, entries: Iterable[Entry]) -> None:
    """Remember that the reader has seen these entries of other people. Writes nothing if they are known as they are.

    If the file cannot be written, the entries stay new, and nothing else happens.
    """
    before = read_seen(journal)
    after = before.including(entries)
    if after != before:
        _MEMORY.write(journal, after.versions)
