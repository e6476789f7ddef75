"""What a list shows of entries, without holding what they say."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from mentorlog.dimensions import Dimension, Role
from mentorlog.entry.entry import Entry, Unread
from mentorlog.entry.problems import Problem
from mentorlog.finding.selection import Selection


class Card(NamedTuple):
    """One entry as a list shows it. It sorts by day and then by name, as entries do."""

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
    head = entry.head
    return Card(
        entry.date, entry.path, entry.id, entry.short_id, entry.title, entry.dimensions,
        entry.role, head.kind, head.class_, head.subject, head.share,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Listing:
    """The entries that are meant, newest first; how many there are in all, and how many files could not be read."""

    cards: list[Card]
    held: int
    unreadable: int


def listing(found: Iterable[Entry | Unread | Problem], selection: Selection) -> Listing:
    """A list of what is `found` one after the other; only the cards of it are kept."""
    cards: list[Card] = []
    held = unreadable = 0
    for each in found:
        if not isinstance(each, Entry):
            unreadable += 1
            continue
        held += 1
        if selection.holds(each):
            cards.append(card_of(each))
    cards.sort(key=lambda card: card[:2], reverse=True)
    return Listing(cards[: selection.limit], held, unreadable)
