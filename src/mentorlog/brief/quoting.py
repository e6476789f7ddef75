"""Choose which words of an entry a brief quotes: the writer's own choice, or else the last thought. Word for word."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from mentorlog.brief.highlights import cut, highlights
from mentorlog.brief.telling import gist, questions, telling
from mentorlog.conversation.meeting import ASKS_HEADING, STEPS_HEADING
from mentorlog.dimensions import Dimension
from mentorlog.entry.entry import Entry
from mentorlog.entry.sections import Section

LONGEST_NOTES = 400  # characters
_OUTCOMES = re.compile(  # the lists at the end of what a meeting wrote
    rf"(?:(?:\A|(?<=[\r\n]))(?:{STEPS_HEADING}|{ASKS_HEADING})[ \t]*[\r\n]+(?:- [^\r\n]*(?:[\r\n]+|\Z))+)+\s*\Z"
)
EXTRACTS = 2  # the most for one dimension, and the most highlights of an entry to talk about


@dataclass(frozen=True, slots=True)
class Extract:
    """Words from one entry: `text` is a substring of the file, `whole` is what surrounds it, as far as it is open."""

    text: str
    entry: Entry
    whole: str = ""


def extracts(
    dimension: Dimension | None, about: Sequence[Entry], elsewhere: Collection[str] = (), most: int = EXTRACTS
) -> tuple[Extract, ...]:
    """At most `most` extracts about a dimension, or about none, from different entries if possible.

    Highlighted sentences come first, then telling ones; entries whose paths are `elsewhere`, quoted already, come last.
    """
    entries = sorted(about, key=lambda entry: entry.path in elsewhere)
    by_entry = (highlighted for entry in entries if (highlighted := _highlighted(dimension, entry)))
    first = list(islice(by_entry, most))
    chosen = [found[0] for found in first] if len(first) > 1 else [*dict.fromkeys(chain(*first))][:most]
    quoted = {extract.entry.path for extract in chosen}
    thoughts = (extract for entry in entries if entry.path not in quoted for extract in _telling(dimension, entry))
    return (*chosen, *islice(thoughts, most - len(chosen)))


def quoted_first(entry: Entry) -> str:
    """The words of an entry that a brief quotes first; "" if it quotes none, as of a step.

    A highlight about any of its dimensions comes before a telling sentence about another. A meeting has its notes,
    and an entry to talk about has more.
    """
    if entry.head.kind in ("meeting", "step"):
        notes = notes_of(entry) if entry.head.kind == "meeting" else None
        return notes.text if notes else ""
    if entry.head.kind == "reply":
        return question_of(entry)
    if entry.head.talk and (chosen := to_talk_about(entry)):
        return chosen[0].text
    return next((extract.text for extract in _in_order(entry)), "")


def question_of(reply: Entry) -> str:
    """What a reply asks: its first highlight, or else its last question, or else its last thought; "" without words."""
    sections = reply.open_sections
    marked = (text for section in sections for text in highlights(section.open_raw))
    asked = [
        cut(section.open_raw[item.start : item.end]) for section in sections for item in questions(section.open_raw)
    ]
    thoughts = (text for section in sections if (text := telling(section.open_raw)))
    return next(chain(marked, asked[-1:], thoughts), "")


def notes_of(entry: Entry) -> Extract | None:
    """What was noted at a meeting, without what became of each step and request; None if nothing was."""
    raw = "".join(section.open_raw for section in entry.open_sections[:1])
    notes = raw[: outcomes.start()] if (outcomes := _OUTCOMES.search(raw)) else raw
    words = notes.strip()
    return Extract(cut(words, LONGEST_NOTES), entry, words) if words else None


def to_talk_about(entry: Entry) -> tuple[Extract, ...]:
    """Two or three sentences of an entry that somebody would like to talk about: its highlights, or its last ones."""
    whole = whole_of(entry)
    marked = (text for section in entry.open_sections for text in highlights(section.open_raw))
    chosen = list(islice(marked, EXTRACTS))
    if not chosen:
        sections = chain.from_iterable(_sections(dimension, entry) for dimension in _about(entry))
        chosen = list(islice(filter(None, (gist(section.open_raw) for section in sections)), 1))
    return tuple(Extract(text, entry, whole) for text in chosen)


def whole_of(entry: Entry) -> str:
    """Everything in an entry that is open, with the headings of what has words."""
    written = ((section.heading.strip(), section.open_text.strip()) for section in entry.open_sections)
    return "\n\n".join(part for heading, words in written if words for part in (heading, words) if part)


def _in_order(entry: Entry) -> chain[Extract]:
    ways = (way(dimension, entry) for way in (_highlighted, _telling) for dimension in _about(entry))
    return chain.from_iterable(ways)


def _about(entry: Entry) -> Sequence[Dimension | None]:
    return entry.dimensions or (None,)


def _highlighted(dimension: Dimension | None, entry: Entry) -> list[Extract]:
    """The first highlighted sentences about a dimension in an entry, as many as a brief can quote."""
    if b"==" not in entry.data:
        return []
    found = ((section, text) for section in _sections(dimension, entry) for text in highlights(section.open_raw))
    return [Extract(text, entry, section.open_text) for section, text in islice(found, EXTRACTS)]


def _telling(dimension: Dimension | None, entry: Entry) -> list[Extract]:
    """The last thought of an entry about a dimension, as a list of one; its title if there is no prose in it at all."""
    thoughts = ((section, telling(section.open_raw)) for section in _sections(dimension, entry))
    found = list(islice((Extract(text, entry, section.open_text) for section, text in thoughts if text), 1))
    return found or _title_alone(entry)


def _title_alone(entry: Entry) -> list[Extract]:
    title = entry.head.title.strip()
    has_prose = any(telling(section.open_raw) for section in entry.open_sections)
    return [Extract(cut(title), entry)] if title and not has_prose else []


def _sections(dimension: Dimension | None, entry: Entry) -> list[Section]:
    """The open sections about a dimension; if the writer only tagged it, the text above the first heading."""
    own = [section for section in entry.open_sections if section.dimension == dimension]
    return own or [section for section in entry.open_sections if section.dimension is None]
