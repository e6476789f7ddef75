"""Where in an entry somebody may be named, and the entry in other words. Nothing here is kept or written down."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from mentorlog.entry import Entry
from mentorlog.frontmatter import with_values
from mentorlog.names import Flag, flags, replaced
from mentorlog.safeguarding import is_risk
from mentorlog.toml import lines_of

_KEYS = ("title", "next", "suggested", "ask", "theory")  # of the front matter, those that hold sentences
_TITLES = frozenset(("mr", "mrs", "ms", "miss", "mx", "dr", "mr.", "mrs.", "ms.", "dr."))


@dataclass(frozen=True, slots=True)
class Named:
    """A word that may name somebody: in a line of the file, counted from 1, or in a `key` of the front matter."""

    entry: Entry
    flag: Flag
    line: int = 0
    key: str = ""

    @property
    def where(self) -> str:
        return self.key or f"line {self.line}"


def strangers(found: Iterable[Flag], known: Iterable[str]) -> list[Flag]:
    """Those flags that name nobody in `known`: the two people who talk need no other word for one another."""
    names = [set(name.casefold().split()) for name in known]
    return [flag for flag in found if not any(_words(flag) and _words(flag) <= name for name in names)]


def _words(flag: Flag) -> set[str]:
    """`Ms Shah's` as shah."""
    return set(re.sub(r"['’]s?$", "", flag.words.casefold()).split()) - _TITLES


def named_in(entry: Entry, writer: str = "") -> list[Named]:
    """Every word in the open parts of an entry that may name somebody, in their order.

    An entry that is between two people, such as a meeting, is read by the two: neither of them is flagged in it.
    """
    known = (writer, entry.head.with_) if entry.head.with_ else ()
    heads = [Named(entry, flag, key=key) for key in _KEYS for flag in strangers(flags(getattr(entry.head, key)), known)]
    return [*heads, *(_placed(entry, flag) for flag in _in_body(entry, known))]


def _in_body(entry: Entry, known: Collection[str]) -> Iterator[Flag]:
    """The flags in the open parts of the body; `start` and `end` are places in the whole file."""
    at = entry.body_at
    for section in entry.sections:
        start = at + len(section.heading)
        for flag in strangers(flags(section.open_raw), known):
            yield Flag(flag.words, start + flag.start, start + flag.end, 0, flag.kind, flag.neutral, flag.context)
        at = start + len(section.raw)


def _placed(entry: Entry, flag: Flag) -> Named:
    return Named(entry, flag, line=len(lines_of(entry.text[: flag.start] + "x")))


def reworded(entry: Entry, chosen: Sequence[tuple[Named, str]]) -> str:
    """The text of the file with each of these words said in another way. Raises ContentError where it cannot be."""
    text = entry.text
    for named, wording in sorted(chosen, key=lambda pair: pair[0].flag.start, reverse=True):
        if not named.key:
            text = replaced(text, named.flag, wording)
    for key in _KEYS:
        value = getattr(entry.head, key)
        for named, wording in sorted(chosen, key=lambda pair: pair[0].flag.start, reverse=True):
            value = replaced(value, named.flag, wording) if named.key == key else value
        text = with_values(text, {key: value}) if value != getattr(entry.head, key) else text
    return text


def is_at_risk(entry: Entry) -> bool:
    """Whether a line anywhere in the entry suggests that a child may be at risk."""
    return is_risk(entry.body) or any(is_risk(getattr(entry.head, key)) for key in _KEYS)
