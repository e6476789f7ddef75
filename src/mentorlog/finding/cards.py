"""Entries as a list shows them: the facts, without the text."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from mentorlog.dimensions import Dimension, Role
from mentorlog.entry.entry import Entry, Unread
from mentorlog.entry.problems import Problem
from mentorlog.finding.selection import Selection

News = Literal["", "new", "updated"]  # whether another person's entry changed since the reader last looked
NewsOf = Callable[[Entry], News]


class Card(NamedTuple):
    """One entry in a list. Cards sort by day and then by path, as entries do."""

    date: date
    path: str
    id: str
    short_id: str
    title: str
    dimensions: tuple[Dimension, ...]
    role: Role
    kind: str
    class_: str
    subject: str
    share: Literal["mentor"] | None
    by: str = ""  # the writer's name, if it is not the reader
    news: News = ""


def card_of(entry: Entry, by: str = "", news: News = "") -> Card:
    """The card of an entry; with its writer's name `by`, of another person's."""
    head = entry.head
    return Card(
        entry.date, entry.path, entry.id, entry.short_id, entry.title, entry.dimensions,
        entry.role, head.kind, head.class_, head.subject, head.share, by, news,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Listing:
    """The selected entries, newest first. `total` counts all entries, `unreadable` the files that could not be read."""

    cards: list[Card]
    total: int
    unreadable: int


def no_news(_: Entry) -> News:
    """For entries that nobody keeps track of having seen."""
    return ""


def listing(
    files: Iterable[Entry | Unread | Problem],
    selection: Selection,
    theirs: Iterable[tuple[str, Entry]] = (),
    news_of: NewsOf = no_news,
) -> Listing:
    """List the selected entries among `files`, read one by one, of which only the cards stay in memory, and `theirs`.

    `theirs` are other people's entries, each with its writer's name.
    """
    shared = list(theirs)
    cards = [card_of(entry, by, news_of(entry)) for by, entry in shared if selection.holds(entry)]
    entries, unreadable = len(shared), 0
    for file in files:
        if not isinstance(file, Entry):
            unreadable += 1
            continue
        entries += 1
        if selection.holds(file):
            cards.append(card_of(file))
    cards.sort(key=lambda card: card[:2], reverse=True)
    return Listing(cards[: selection.limit], entries, unreadable)
