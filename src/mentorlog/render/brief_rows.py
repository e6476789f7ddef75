"""The rows of words that the parts of a brief consist of, as every renderer shows them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from mentorlog.brief.quoting import Extract


def _marked(source: str, entry_id: str) -> str:
    return " · ".join(filter(None, (source, entry_id)))


@dataclass(frozen=True, slots=True)
class Item:
    """A person's words, their source and the short id of their entry.

    `who` is shown before the words; "" if it is clear whose they are.
    """

    words: str
    source: str = ""
    id: str = ""
    who: str = ""

    @property
    def mark(self) -> str:
        """The source with the id."""
        return _marked(self.source, self.id)


@dataclass(frozen=True, slots=True)
class Quotation:
    """The writer's own words from an entry. `who` is "" if it is clear whose they are."""

    extract: Extract
    source: str = ""
    id: str = ""
    who: str = ""

    @property
    def words(self) -> str:
        return self.extract.text

    @property
    def mark(self) -> str:
        """The source with the id."""
        return _marked(self.source, self.id)


@dataclass(frozen=True, slots=True)
class Group:
    """Quotations under a heading of their own, with its `facts`, and in words what these facts count.

    `printed` is what paper has in their place: a short entry, whole; "" to print the quotations.
    """

    heading: str
    facts: str
    quotations: Sequence[Quotation]
    id: str = ""
    counted: Sequence[str] = ()
    printed: str = ""

    @property
    def is_of_one_entry(self) -> bool:
        """Whether the facts are the source of one entry, and not numbers of entries."""
        return bool(self.id)

    @property
    def mark(self) -> str:
        """The facts with the id."""
        return _marked(self.facts, self.id)


@dataclass(frozen=True, slots=True)
class DatedWords:
    """Words with the day they were written, in a list that shows how they changed. `who` as in an item."""

    day: str
    words: str
    who: str = ""


@dataclass(frozen=True, slots=True)
class Invitation:
    """A sentence from mentorlog to both people."""

    words: str


@dataclass(frozen=True, slots=True)
class SuggestedQuestion:
    """A question from the bank, put to the reader."""

    words: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """The last line of a shortened list: how many items it leaves out, and in words which."""

    words: str
    counted: Sequence[str] = ()


Row = Item | Group | DatedWords | Invitation | SuggestedQuestion | LeftOut


class Part(NamedTuple):
    """A part of a brief: its heading, and at least one row."""

    heading: str
    rows: Sequence[Row]
