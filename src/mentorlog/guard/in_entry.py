"""Find where an entry may name somebody, and reword it. Nothing is stored."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from mentorlog.entry.entry import Entry
from mentorlog.entry.frontmatter import with_values
from mentorlog.entry.keys import ENTRY, LABELS, SENTENCES, value_of
from mentorlog.files.toml import lines_of
from mentorlog.guard.names import Flag, flags, flags_in_label, replaced
from mentorlog.guard.safeguarding import is_risk


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


def named_in(entry: Entry, known: Iterable[str] = ()) -> list[Named]:
    """Every word in the open parts of an entry that may name somebody, in their order, but not those of the `known`.

    Whom the entry is with is known too: a meeting is read by the two who met.
    """
    known = (*known, entry.head.with_)
    said = [Named(entry, flag, key=key) for key in SENTENCES for flag in flags(_value(entry, key), known)]
    labels = [Named(entry, flag, key=key) for key in LABELS for flag in flags_in_label(_value(entry, key), known)]
    return [*said, *labels, *(_placed(entry, flag) for flag in _in_body(entry, known))]


def _value(entry: Entry, key: str) -> str:
    """The value of a key; of a list, with a line for each."""
    value = value_of(entry.head, key)
    return "\n".join(value) if isinstance(value, tuple) else str(value)


def _in_body(entry: Entry, known: Iterable[str]) -> Iterator[Flag]:
    """The flags in the open parts of the body; `start` and `end` are places in the whole file."""
    at = len(entry.text) - len(entry.body)
    for section in entry.sections:
        start = at + len(section.heading)
        for flag in flags(section.open_raw, known):
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
    for key in (*SENTENCES, *LABELS):
        value = before = _value(entry, key)
        for named, wording in sorted(chosen, key=lambda pair: pair[0].flag.start, reverse=True):
            value = replaced(value, named.flag, wording) if named.key == key else value
        if value != before:
            text = with_values(text, {key: value.split("\n") if ENTRY.fields[key].is_list else value})
    return text


def is_at_risk(entry: Entry) -> bool:
    """Whether a line anywhere in the entry suggests that a child may be at risk."""
    return is_risk(entry.body) or any(is_risk(_value(entry, key)) for key in SENTENCES)
