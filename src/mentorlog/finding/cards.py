"""Entries as a list shows them: the facts, without the text."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from mentorlog.dimensions import Dimension, Role
from mentorlog.entry.entry import Entry, Unread
from mentorlog.entry.problems import Problem
from mentorlog.finding.selection import Selection


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


def card_of(entry: Entry) -> Card:
    """The card of an entry."""
    head = entry.head
    return Card(
        entry.date, entry.path, entry.id, entry.short_id, entry.title, entry.dimensions,
        entry.role, head.kind, head.class_, head.subject, head.share,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Listing:
    """The selected entries, newest first. `total` counts all entries, `unreadable` the files that could not be read."""

    cards: list[Card]
    total: int
    unreadable: int


def listing(files: Iterable[Entry | Unread | Problem], selection: Selection) -> Listing:
    """List the selected entries among `files`, read one by one; only their cards stay in memory."""
    cards: list[Card] = []
    entries = unreadable = 0
    for file in files:
        if not isinstance(file, Entry):
            unreadable += 1
            continue
        entries += 1
        if selection.holds(file):
            cards.append(card_of(file))
    cards.sort(key=lambda card: card[:2], reverse=True)
    return Listing(cards[: selection.limit], entries, unreadable)
