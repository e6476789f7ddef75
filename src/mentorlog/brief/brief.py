"""The meeting brief as values: domain terms, verbatim words, no terminal and no disk.

What may be in it is decided before it is made: `Sources.entries` holds only what the reader may see. Nothing here
counts, ranks or judges beyond "3 entries, last on Tue 11 Nov".
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, islice

from mentorlog.brief.extracts import highlights, opening
from mentorlog.conversation.steps import open_steps
from mentorlog.days import Period
from mentorlog.dimensions import DIMENSIONS, Dimension, Mode, Stage
from mentorlog.entry.entry import Entry
from mentorlog.entry.head import Problem
from mentorlog.entry.sections import Section
from mentorlog.questions.bank import Bank, Question, in_dimension
from mentorlog.questions.choice import pick

EXTRACTS = 2  # a dimension
_NOTHING_NEW = ("meeting", "step")  # kinds of entries: both people know of these already
NOTICE = "Shared for this conversation. Not evidence for progress review or assessment."
OWN_NOTICE = "For your eyes: what you have not shared may be here too. Not evidence for progress review or assessment."


@dataclass(frozen=True, slots=True)
class Statement:
    """Words from one entry's front matter, with where they come from and whether the other person wrote them.

    A step that is suggested is to be done by the one of the two who did not write it.
    """

    text: str
    entry: Entry
    is_others: bool = False
    is_suggested: bool = False

    @property
    def is_others_to_do(self) -> bool:
        return self.is_others != self.is_suggested


@dataclass(frozen=True, slots=True)
class Extract:
    """Words from one entry's body: `text` is a substring of the file, `whole` the open section that it stands in."""

    text: str
    entry: Entry
    whole: str = ""


@dataclass(frozen=True, slots=True)
class DimensionBrief:
    """One dimension's plain facts, the day of each entry about it, newest first, and at most two extracts."""

    dimension: Dimension
    days: tuple[date, ...]
    extracts: tuple[Extract, ...]

    @property
    def entries(self) -> int:
        return len(self.days)

    @property
    def last(self) -> date | None:
        return self.days[0] if self.days else None


@dataclass(frozen=True, slots=True)
class Theory:
    """A working theory, and the earlier one it grew from if the reader may see that."""

    text: str
    entry: Entry
    earlier: Statement | None


@dataclass(frozen=True, slots=True)
class Sources:
    """All that a brief is made from: the writer's `entries` and the other person's, as far as the reader may see them.

    `is_own` tells whether the reader is the writer; otherwise the reader is the other person. `is_handed_on` tells that
    the brief leaves the reader's screen, and so holds only what is shared.
    `written` are the dimensions written about in this time, also where a selector leaves some entries out.
    `seed` makes the choice of questions the same all day.
    """

    writer: str
    entries: Sequence[Entry]
    bank: Bank
    period: Period
    seed: str
    written: frozenset[Dimension] | None = None
    other: str = ""
    others: Sequence[Entry] = ()
    is_own: bool = True
    is_handed_on: bool = False
    since_meeting: bool = False
    problems: Sequence[Problem] = ()


@dataclass(frozen=True, slots=True)
class Brief:
    """The nine parts, in order; what the other person wrote stands beside the fourth."""

    writer: str
    other: str
    is_own: bool
    is_handed_on: bool
    notice: str
    period: Period
    since_meeting: bool
    days: tuple[date, date] | None
    since_last_time: tuple[Statement, ...]
    talk_about: tuple[Entry, ...]
    dimensions: tuple[DimensionBrief, ...]
    others_words: tuple[DimensionBrief, ...]
    quiet: tuple[Dimension, ...]
    asked: tuple[Statement, ...]
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
    others = sorted(sources.others, key=lambda entry: entry.order, reverse=True)
    others = [entry for entry in others if sources.period.holds(entry.date)]
    dimensions = tuple(_dimension_brief(dimension, recent) for dimension in DIMENSIONS)
    others_words = tuple(_dimension_brief(dimension, others) for dimension in DIMENSIONS)
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
        other=sources.other,
        is_own=sources.is_own,
        is_handed_on=sources.is_handed_on,
        notice=_notice(sources),
        period=sources.period,
        since_meeting=sources.since_meeting,
        days=(recent[-1].date, recent[0].date) if recent else None,
        since_last_time=_open_steps(sources),
        talk_about=flagged or tuple(entry for entry in recent if entry.head.kind not in _NOTHING_NEW)[:1],
        dimensions=dimensions,
        others_words=tuple(each for each in others_words if each.days),
        quiet=quiet,
        asked=_asked(recent, others),
        theories=tuple(_theories(recent, entries)),
        questions=_three_questions(sources, tension, quiet),
        tension=tension,
        problems=tuple(sources.problems),
    )


def _notice(sources: Sources) -> str:
    """Whom the brief is for: both, unless it may hold something that the reader has not shared."""
    own = sources.entries if sources.is_own else sources.others
    return NOTICE if sources.is_handed_on or all(entry.is_shared for entry in own) else OWN_NOTICE


def _open_steps(sources: Sources) -> tuple[Statement, ...]:
    """What each said they would do, or suggested, and has not closed, by day: earlier steps are still open too."""
    mine, theirs = open_steps(sources.entries, sources.others), open_steps(sources.others, sources.entries)
    steps = [Statement(step.words, step.entry, is_suggested=step.is_suggested) for step in mine]
    steps += [Statement(step.words, step.entry, is_others=True, is_suggested=step.is_suggested) for step in theirs]
    last = sources.period.last
    return tuple(
        sorted((said for said in steps if last is None or said.entry.date <= last), key=lambda said: said.entry.order)
    )


def _asked(recent: Sequence[Entry], others: Sequence[Entry]) -> tuple[Statement, ...]:
    """What each would like from the other or the school, and what the other asked in reply, the latest first."""
    asked = [Statement(entry.head.ask, entry) for entry in recent if entry.head.ask.strip()]
    asked += [Statement(entry.head.ask, entry, is_others=True) for entry in others if entry.head.ask.strip()]
    replies = [(entry, section) for entry in others if entry.head.kind == "reply" for section in entry.open_sections]
    asked += [Statement(text, entry, is_others=True) for entry, sec in replies if (text := opening(sec.open_raw))]
    return tuple(sorted(asked, key=lambda said: said.entry.order, reverse=True))


def _dimension_brief(dimension: Dimension, recent: Sequence[Entry]) -> DimensionBrief:
    about = [entry for entry in recent if dimension in entry.dimensions]
    return DimensionBrief(dimension, tuple(entry.date for entry in about), tuple(_extracts(dimension, about)))


def _extracts(dimension: Dimension, about: Sequence[Entry]) -> list[Extract]:
    """At most two, from two entries where there are two: highlighted sentences first, then opening ones."""
    found = (each for entry in about if (each := _marked(dimension, entry)))
    marked = list(islice(found, EXTRACTS))  # of the newest entries that have any
    chosen = [each[0] for each in marked] if len(marked) > 1 else [*dict.fromkeys(chain(*marked))][:EXTRACTS]
    quoted = {extract.entry.path for extract in chosen}
    others = (each for entry in about if entry.path not in quoted for each in _opening(dimension, entry))
    return [*chosen, *islice(others, EXTRACTS - len(chosen))]


def _marked(dimension: Dimension, entry: Entry) -> list[Extract]:
    """Every highlighted sentence of an entry's about a dimension."""
    if b"==" not in entry.data:
        return []
    said = ((sec, text) for sec in _sections(dimension, entry) for text in highlights(sec.open_raw))
    return [Extract(text, entry, sec.open_text) for sec, text in said]


def _opening(dimension: Dimension, entry: Entry) -> list[Extract]:
    """The first sentence with which an entry opens on a dimension; none where there are no words."""
    said = ((sec, opening(sec.open_raw)) for sec in _sections(dimension, entry))
    return list(islice((Extract(text, entry, sec.open_text) for sec, text in said if text), 1))


def _sections(dimension: Dimension, entry: Entry) -> list[Section]:
    """What the entry says about a dimension: its sections, or the text above them where the writer only tagged it."""
    own = [section for section in entry.open_sections if section.dimension == dimension]
    return own or [section for section in entry.open_sections if section.dimension is None]


def _theories(recent: Sequence[Entry], entries: Sequence[Entry]) -> Iterator[Theory]:
    by_id = {entry.id: entry for entry in entries}
    for entry in reversed(recent):
        if entry.head.theory.strip():
            earlier = by_id.get(entry.head.follows)
            said = Statement(earlier.head.theory, earlier) if earlier and earlier.head.theory.strip() else None
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
