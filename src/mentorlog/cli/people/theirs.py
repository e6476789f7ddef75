"""Entries that other people share with the reader: get them for a command, and remember which were shown."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from mentorlog.cli.world import World
from mentorlog.entry.entry import Entry, Unread
from mentorlog.entry.problems import Problem
from mentorlog.finding.cards import Card, NewsOf, no_news
from mentorlog.finding.selection import last_meeting, meeting_days
from mentorlog.journal.journal import Journal
from mentorlog.render.lines import warn

if TYPE_CHECKING:  # a list without other people loads none of these
    from mentorlog.sharing.shared_with_me import SharedWithMe


def mark_seen(world: World, journal: Journal, entries: Iterable[Entry]) -> None:
    """Remember that these entries of other people were shown, so that `mentorlog` no longer calls them new.

    Only a terminal counts: nobody may have read the output of a script. Never an error.
    """
    shown = list(entries)
    if shown and not world.is_piped:
        from mentorlog.together.seen import remember

        remember(journal, shown)


@dataclass(frozen=True, slots=True)
class Theirs:
    """Other people's entries in a command that lists entries. With `person`, it lists only those of that person."""

    world: World
    journal: Journal
    person: str = ""
    shared: "SharedWithMe | None" = None  # None if nobody is set up

    @classmethod
    def of(cls, world: World, journal: Journal, person: str) -> "Theirs":
        """Collect what everybody shares, or one `person`. Raises MentorlogError if that person's cannot be reached."""
        if not journal.settings.people and not person:
            return cls(world, journal)
        from mentorlog.sharing.people import only_person
        from mentorlog.sharing.shared_with_me import shared_by, shared_with_me

        if not person:
            return cls(world, journal, "", shared_with_me(journal))
        return cls(world, journal, only_person(journal.settings.people, person).name, shared_by(journal, person))

    @property
    def written(self) -> Iterator[tuple[str, Entry]]:
        """Each entry with its writer's name."""
        return self.shared.named_entries if self.shared else iter(())

    @property
    def entries(self) -> list[Entry]:
        return self.shared.entries if self.shared else []

    def name_of_writer(self, entry: Entry) -> str:
        """The name of the other person who wrote this entry; "" for the reader's own."""
        return self.shared.name_of_writer(entry) if self.shared else ""

    def own(self, files: Iterable[Entry | Unread | Problem]) -> Iterable[Entry | Unread | Problem]:
        """The reader's own `files` that the command lists: none if it is about one person."""
        return () if self.person else files

    def news_of(self) -> NewsOf:
        """The function that tells whether an entry is new. In a pipe none is: a script gets the same output again."""
        if not self.entries or self.world.is_piped:
            return no_news
        from mentorlog.together.seen import read_seen

        return read_seen(self.journal).news_of

    def last_meeting(self) -> date | None:
        """The day of the last meeting, by either person's account; with `person`, of the last one with them."""
        own = meeting_days(self._own_with_person() if self.person else self.journal.walk())
        return last_meeting(own | meeting_days(self.entries), self.world.today)

    def _own_with_person(self) -> Iterator[Entry]:
        from mentorlog.sharing.audience import audience_of
        from mentorlog.sharing.people import only_person

        entries = self.journal.read().entries
        person = only_person(self.journal.settings.people, self.person)
        return filter(audience_of(self.journal, entries, person).holds, entries)

    def finish(self, shown: Iterable[Card]) -> None:
        """Warn of folders and files that could not be read, and remember the entries that were `shown`."""
        for remark in self.shared.remarks if self.shared else ():
            warn(remark)
        cards = {(card.by, card.path) for card in shown if card.by}
        mark_seen(self.world, self.journal, [entry for by, entry in self.written if (by, entry.path) in cards])
