"""The meeting brief as values: what both people wrote, word for word, in nine parts.

A brief is made only from entries that its reader may see; `Sources` holds no others. Nothing here counts, ranks or
judges beyond "3 entries, last on Tue 11 Nov".
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, islice

from mentorlog.brief.extracts import cut, highlights, opening
from mentorlog.brief.telling import telling
from mentorlog.conversation.steps import open_steps
from mentorlog.days import Period
from mentorlog.dimensions import DIMENSIONS, Dimension, Mode, Stage
from mentorlog.entry.entry import Entry
from mentorlog.entry.problems import Problem
from mentorlog.entry.sections import Section
from mentorlog.questions.bank import Bank, Question, in_dimension
from mentorlog.questions.choice import pick

EXTRACTS = 2  # the most for one dimension
_KNOWN_TO_BOTH = ("meeting", "step")  # kinds of entries that are no news to either person
NOTICE = "Shared for this conversation. Not evidence for progress review or assessment."
OWN_NOTICE = "For your eyes: what you have not shared may be here too. Not evidence for progress review or assessment."


@dataclass(frozen=True, slots=True)
class Statement:
    """A next step, a request or a theory in one entry's front matter; `is_by_other` if the other person wrote it.

    A suggested step is for whichever of the two did not write it.
    """

    text: str
    entry: Entry
    is_by_other: bool = False
    is_suggested: bool = False

    @property
    def is_for_other(self) -> bool:
        """Whether it is the other person's to do."""
        return self.is_by_other != self.is_suggested


@dataclass(frozen=True, slots=True)
class Extract:
    """Words from one entry's body: `text` is a substring of the file, `whole` is the open section around it."""

    text: str
    entry: Entry
    whole: str = ""


@dataclass(frozen=True, slots=True)
class DimensionBrief:
    """One dimension: the day of each entry about it, newest first, and at most two extracts."""

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
    """A working theory, and the earlier one it grew from, if the reader may see that one."""

    text: str
    entry: Entry
    earlier: Statement | None


@dataclass(frozen=True, slots=True)
class Sources:
    """Everything a brief is made from, as far as its reader may see it.

    `entries` are the writer's, `others` the other person's.
    `is_own` means that the reader is the writer; otherwise the reader is the other person.
    `is_handed_on` means that the brief leaves the reader's screen, so everything in it is shared.
    `written` are the dimensions written about in this time; None if they are those of `entries`.
    `seed` keeps the choice of questions the same all day.
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
    """The nine parts, in order. `others_words` go with the fourth, `dimensions`."""

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
        """Whether nothing was written in this time. Earlier next steps may still be open."""
        return self.days is None


def brief(sources: Sources) -> Brief:
    """Make the brief for one writer. Entries outside the period add only open next steps and earlier theories."""
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
        talk_about=flagged or tuple(entry for entry in recent if entry.head.kind not in _KNOWN_TO_BOTH)[:1],
        dimensions=dimensions,
        others_words=tuple(about for about in others_words if about.days),
        quiet=quiet,
        asked=_asked(recent, others),
        theories=tuple(_theories(recent, entries)),
        questions=_three_questions(sources, tension, quiet),
        tension=tension,
        problems=tuple(sources.problems),
    )


def _notice(sources: Sources) -> str:
    """The notice for both people, or the one for the reader's eyes if the brief may hold what they have not shared."""
    own = sources.entries if sources.is_own else sources.others
    return NOTICE if sources.is_handed_on or all(entry.is_shared for entry in own) else OWN_NOTICE


def _open_steps(sources: Sources) -> tuple[Statement, ...]:
    """The open steps of both people up to the end of the period, by day: those from before it are still open too."""
    writers, others = open_steps(sources.entries, sources.others), open_steps(sources.others, sources.entries)
    steps = [Statement(step.words, step.entry, is_suggested=step.is_suggested) for step in writers]
    steps += [Statement(step.words, step.entry, is_by_other=True, is_suggested=step.is_suggested) for step in others]
    last = sources.period.last
    return tuple(
        sorted((step for step in steps if last is None or step.entry.date <= last), key=lambda step: step.entry.order)
    )


def _asked(recent: Sequence[Entry], others: Sequence[Entry]) -> tuple[Statement, ...]:
    """Requests of both people to each other or the school, and the questions in replies, the latest first."""
    requests = [Statement(entry.head.ask, entry) for entry in recent if entry.head.ask.strip()]
    requests += [Statement(entry.head.ask, entry, is_by_other=True) for entry in others if entry.head.ask.strip()]
    replies = [(entry, section) for entry in others if entry.head.kind == "reply" for section in entry.open_sections]
    requests += [
        Statement(text, entry, is_by_other=True) for entry, section in replies if (text := opening(section.open_raw))
    ]
    return tuple(sorted(requests, key=lambda request: request.entry.order, reverse=True))


def _dimension_brief(dimension: Dimension, recent: Sequence[Entry]) -> DimensionBrief:
    about = [entry for entry in recent if dimension in entry.dimensions]
    return DimensionBrief(dimension, tuple(entry.date for entry in about), tuple(_extracts(dimension, about)))


def _extracts(dimension: Dimension, about: Sequence[Entry]) -> list[Extract]:
    """At most two extracts, from two entries if possible: highlighted sentences first, then telling ones."""
    by_entry = (highlighted for entry in about if (highlighted := _highlighted(dimension, entry)))
    newest = list(islice(by_entry, EXTRACTS))
    chosen = [extracts[0] for extracts in newest] if len(newest) > 1 else [*dict.fromkeys(chain(*newest))][:EXTRACTS]
    quoted = {extract.entry.path for extract in chosen}
    thoughts = (extract for entry in about if entry.path not in quoted for extract in _telling(dimension, entry))
    return [*chosen, *islice(thoughts, EXTRACTS - len(chosen))]


def _highlighted(dimension: Dimension, entry: Entry) -> list[Extract]:
    """Every highlighted sentence about a dimension in an entry."""
    if b"==" not in entry.data:
        return []
    return [
        Extract(text, entry, section.open_text)
        for section in _sections(dimension, entry)
        for text in highlights(section.open_raw)
    ]


def _telling(dimension: Dimension, entry: Entry) -> list[Extract]:
    """The last thought of an entry about a dimension, as a list of one; empty if there is no prose."""
    thoughts = ((section, cut(telling(section.open_raw))) for section in _sections(dimension, entry))
    return list(islice((Extract(text, entry, section.open_text) for section, text in thoughts if text), 1))


def quoted_first(entry: Entry) -> str:
    """The words of an entry that a brief quotes first; "" if it quotes none, as without a dimension.

    A highlight about any of its dimensions comes before a telling sentence about another.
    """
    ways = (way(dimension, entry) for way in (_highlighted, _telling) for dimension in entry.dimensions)
    return next((extract.text for extract in chain.from_iterable(ways)), "")


def _sections(dimension: Dimension, entry: Entry) -> list[Section]:
    """The open sections about a dimension; if the writer only tagged it, the text above the first heading."""
    own = [section for section in entry.open_sections if section.dimension == dimension]
    return own or [section for section in entry.open_sections if section.dimension is None]


def _theories(recent: Sequence[Entry], entries: Sequence[Entry]) -> Iterator[Theory]:
    """The theories in `recent`, the oldest first; the earlier ones may be in any of `entries`."""
    by_id = {entry.id: entry for entry in entries}
    for entry in reversed(recent):
        if entry.head.theory.strip():
            followed = by_id.get(entry.head.follows)
            earlier = Statement(followed.head.theory, followed) if followed and followed.head.theory.strip() else None
            yield Theory(entry.head.theory, entry, earlier)


def _three_questions(sources: Sources, latest: Dimension | None, quiet: Sequence[Dimension]) -> tuple[Question, ...]:
    """One question about a dimension written about, one about a quiet one, one for the mentor to reflect on."""
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
    """One question about any of `dimensions`, of one stage if given; None if the bank has none.

    A quiet dimension takes only an opening question: there is no moment yet to go deeper into.
    """
    has_theory = any(entry.head.theory.strip() for entry in sources.entries)
    ready = [
        question
        for question in sources.bank.for_meeting(mode)
        if (stage in (None, question.stage)) and (question.needs is None or has_theory)
    ]
    about = [question for dimension in dimensions for question in in_dimension(ready, dimension)]
    return pick(about, sources.seed)
