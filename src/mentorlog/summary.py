"""The meeting brief as values: domain terms, verbatim words, no terminal and no disk.

What may be in it is decided before it is made: `Sources.entries` holds only what the reader may see. Nothing here
counts, ranks or judges beyond "3 entries, last on Tue 11 Nov".
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from mentorlog.entry import Entry
from mentorlog.extracts import highlights, opening
from mentorlog.head import Problem
from mentorlog.model import DIMENSIONS, Dimension
from mentorlog.period import Period
from mentorlog.questions.bank import Bank, Mode, Question, Stage, in_dimension
from mentorlog.questions.choice import pick

EXTRACTS = 2  # a dimension
NOTICE = "Shared for this conversation. Not evidence for progress review or assessment."


@dataclass(frozen=True, slots=True)
class Said:
    """Words from one entry's front matter, with where they come from and whether they are the reader's own."""

    text: str
    entry: Entry
    is_readers: bool = False


@dataclass(frozen=True, slots=True)
class Extract:
    """Words from one entry's body: `text` is a substring of the file."""

    text: str
    entry: Entry


@dataclass(frozen=True, slots=True)
class DimensionBrief:
    """One dimension's plain facts and at most two extracts."""

    dimension: Dimension
    entries: int
    last: date | None
    extracts: tuple[Extract, ...]


@dataclass(frozen=True, slots=True)
class Theory:
    """A working theory, and the earlier one it grew from if the reader may see that."""

    text: str
    entry: Entry
    earlier: Said | None


@dataclass(frozen=True, slots=True)
class Sources:
    """All that a brief is made from. `entries` are the writer's, as far as the reader may see them.

    `written` are the dimensions written about in this time, also where a selector leaves some entries out.
    `readers` are the reader's own entries where the reader is somebody else; only their next steps are used.
    `seed` makes the choice of questions the same all day.
    """

    writer: str
    entries: Sequence[Entry]
    bank: Bank
    period: Period
    seed: str
    written: frozenset[Dimension] | None = None
    readers: Sequence[Entry] = ()
    is_own: bool = True
    since_meeting: bool = False
    problems: Sequence[Problem] = ()


@dataclass(frozen=True, slots=True)
class Brief:
    """The nine parts, in order."""

    writer: str
    is_own: bool
    period: Period
    since_meeting: bool
    days: tuple[date, date] | None
    since_last_time: tuple[Said, ...]
    talk_about: tuple[Entry, ...]
    dimensions: tuple[DimensionBrief, ...]
    quiet: tuple[Dimension, ...]
    asked: tuple[Said, ...]
    theories: tuple[Theory, ...]
    questions: tuple[Question, ...]
    tension: Dimension | None
    problems: tuple[Problem, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written in this time. There may be open next steps all the same."""
        return self.days is None


def brief(sources: Sources) -> Brief:
    """The brief for one writer. Entries are taken newest first; those outside the period give only open next steps."""
    entries = sorted(sources.entries, key=lambda entry: entry.order, reverse=True)
    recent = [entry for entry in entries if sources.period.holds(entry.date)]
    dimensions = tuple(_dimension_brief(dimension, recent) for dimension in DIMENSIONS)
    written = (
        {dimension for entry in recent for dimension in entry.dimensions}
        if sources.written is None
        else sources.written
    )
    quiet = tuple(dimension for dimension in DIMENSIONS if dimension not in written)
    flagged = tuple(entry for entry in recent if entry.head.talk)
    tension = next((entry.dimensions[-1] for entry in recent if entry.dimensions), None)
    return Brief(
        writer=sources.writer,
        is_own=sources.is_own,
        period=sources.period,
        since_meeting=sources.since_meeting,
        days=(recent[-1].date, recent[0].date) if recent else None,
        since_last_time=_open_steps(sources),
        talk_about=flagged or tuple(entry for entry in recent if entry.head.kind != "meeting")[:1],
        dimensions=dimensions,
        quiet=quiet,
        asked=tuple(Said(entry.head.ask, entry) for entry in recent if entry.head.ask.strip()),
        theories=tuple(_theories(recent, entries)),
        questions=_three_questions(sources, tension, quiet),
        tension=tension,
        problems=tuple(sources.problems),
    )


def _open_steps(sources: Sources) -> tuple[Said, ...]:
    """What each said they would do and has not closed, by day: earlier steps too, since they are still open."""
    steps = [Said(entry.head.next, entry, is_readers=False) for entry in sources.entries if entry.is_next_open]
    steps += [Said(entry.head.next, entry, is_readers=True) for entry in sources.readers if entry.is_next_open]
    last = sources.period.last
    return tuple(
        sorted((said for said in steps if last is None or said.entry.date <= last), key=lambda said: said.entry.order)
    )


def _dimension_brief(dimension: Dimension, recent: Sequence[Entry]) -> DimensionBrief:
    about = [entry for entry in recent if dimension in entry.dimensions]
    return DimensionBrief(dimension, len(about), about[0].date if about else None, tuple(_extracts(dimension, about)))


def _extracts(dimension: Dimension, about: Sequence[Entry]) -> list[Extract]:
    """At most two, from two entries where there are two: highlighted sentences first, then opening ones."""
    marked = [Extract(text, entry) for entry in about for raw in _raws(dimension, entry) for text in highlights(raw)]
    first = [Extract(text, entry) for entry in about for raw in _raws(dimension, entry) if (text := opening(raw))]
    chosen: list[Extract] = []
    for extract in (*_one_each(marked), *marked):
        if len(chosen) < EXTRACTS and extract not in chosen:
            chosen.append(extract)
    quoted = {extract.entry.path for extract in chosen}
    chosen += [extract for extract in _one_each(first) if extract.entry.path not in quoted]
    return chosen[:EXTRACTS]


def _one_each(extracts: Sequence[Extract]) -> list[Extract]:
    """The first extract of each entry."""
    return list({id(extract.entry): extract for extract in reversed(extracts)}.values())[::-1]


def _raws(dimension: Dimension, entry: Entry) -> list[str]:
    """What the entry says about a dimension: its sections, or the text above them where the writer only tagged it."""
    own = [section.open_raw for section in entry.open_sections if section.dimension == dimension]
    return own or [section.open_raw for section in entry.open_sections if section.dimension is None]


def _theories(recent: Sequence[Entry], entries: Sequence[Entry]) -> Iterator[Theory]:
    by_id = {entry.id: entry for entry in entries}
    for entry in reversed(recent):
        if entry.head.theory.strip():
            earlier = by_id.get(entry.head.follows)
            said = Said(earlier.head.theory, earlier) if earlier and earlier.head.theory.strip() else None
            yield Theory(entry.head.theory, entry, said)


def _three_questions(sources: Sources, latest: Dimension | None, quiet: Sequence[Dimension]) -> tuple[Question, ...]:
    """One to ask from a dimension written about, one from a quiet one, one for the mentor's own reflection."""
    written = [latest] if latest else []
    chosen = [
        _question(sources, "ask", written),
        _question(sources, "ask", quiet, stage="opening"),
        _question(sources, "self", written or list(DIMENSIONS)),
    ]
    return tuple(question for question in chosen if question)


def _question(
    sources: Sources, mode: Mode, dimensions: Sequence[Dimension], stage: Stage | None = None
) -> Question | None:
    """One question; about something quiet only one that opens, since there is no moment yet to go deeper into."""
    has_theory = any(entry.head.theory.strip() for entry in sources.entries)
    ready = [
        question
        for question in sources.bank.for_meeting(mode)
        if (stage in (None, question.stage)) and (question.needs is None or has_theory)
    ]
    return pick([each for dimension in dimensions for each in in_dimension(ready, dimension)], sources.seed)
