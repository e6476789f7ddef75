"""The meeting brief as values: what both people wrote, word for word, in eight parts.

A brief is made only from entries that its reader may see; `Sources` holds no others. Nothing here counts, ranks or
judges beyond "3 entries, last on Tue 11 Nov".
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from mentorlog.brief.asks import asks_in, open_asks
from mentorlog.brief.quoting import Extract, extracts, notes_of, to_talk_about
from mentorlog.brief.sources import Sources
from mentorlog.brief.suggested_questions import Suggestion, suggested_questions
from mentorlog.conversation.steps import NextStep, open_steps
from mentorlog.days import Period
from mentorlog.dimensions import DIMENSIONS, Dimension
from mentorlog.entry.entry import Entry
from mentorlog.entry.problems import Problem
from mentorlog.finding.selection import last_meeting

EXTRACTS_ABOUT_NONE = 4  # the most from entries without a dimension
MOST_QUIET = 2  # dimensions in an invitation
FEWEST_ENTRIES = 4  # with fewer, every dimension but one or two would be called quiet
_KNOWN_TO_BOTH = ("meeting", "step")  # kinds of entries that are no news to either person
NOTICE = "Shared for this conversation. Not evidence for progress review or assessment."
OWN_NOTICE = "For your eyes: what you have not shared may be here too. Not evidence for progress review or assessment."


@dataclass(frozen=True, slots=True)
class Statement:
    """A next step, a request or a theory in one entry's front matter; `is_by_other` if the other person wrote it.

    A suggested step is for whichever of the two did not write it. A requested one is what the other one asked for.
    """

    text: str
    entry: Entry
    is_by_other: bool = False
    is_suggested: bool = False
    is_requested: bool = False

    @property
    def is_for_other(self) -> bool:
        """Whether it is the other person's to do."""
        return self.is_by_other != self.is_suggested


@dataclass(frozen=True, slots=True)
class Topic:
    """An entry to talk about, with two or three sentences of it; `is_by_other` if the other person wrote it."""

    entry: Entry
    extracts: tuple[Extract, ...]
    is_by_other: bool = False


@dataclass(frozen=True, slots=True)
class Notes:
    """One person's notes from a meeting."""

    extract: Extract
    is_by_other: bool = False


@dataclass(frozen=True, slots=True)
class Theme:
    """One person's entries about one dimension, or about none, newest first, and some extracts from them."""

    dimension: Dimension | None
    entries: tuple[Entry, ...] = ()
    extracts: tuple[Extract, ...] = ()

    @property
    def days(self) -> tuple[date, ...]:
        """The day of each entry."""
        return tuple(entry.date for entry in self.entries)

    @property
    def last(self) -> date | None:
        return self.entries[0].date if self.entries else None


@dataclass(frozen=True, slots=True)
class Theory:
    """A working theory, and the earlier one it grew from, if the reader may see that one."""

    text: str
    entry: Entry
    earlier: Statement | None
    is_by_other: bool = False


@dataclass(frozen=True, slots=True)
class Brief:
    """The parts of a brief, in order. `themes` and `others_themes` have all six dimensions, then what is about none.

    `days` are the first and last day of the entries in it; `meetings` are those before the one with the `notes`.
    """

    writer: str
    other: str
    is_own: bool
    is_handed_on: bool
    notice: str
    period: Period
    since_meeting: bool
    days: tuple[date, date] | None
    topics: tuple[Topic, ...]
    asked: tuple[Statement, ...]
    since_last_time: tuple[Statement, ...]
    notes: tuple[Notes, ...]
    meetings: tuple[Entry, ...]
    themes: tuple[Theme, ...]
    others_themes: tuple[Theme, ...]
    theories: tuple[Theory, ...]
    quiet: tuple[Dimension, ...]
    questions: tuple[Suggestion, ...]
    tension: Dimension | None
    problems: tuple[Problem, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written in this time. Earlier next steps may still be open."""
        return self.days is None

    @property
    def entries(self) -> frozenset[str]:
        """The ids of all entries in it, of both people."""
        statements = (*self.asked, *self.since_last_time)
        every = [entry for theme in (*self.themes, *self.others_themes) for entry in theme.entries]
        every += [*self.meetings, *(topic.entry for topic in self.topics), *(item.entry for item in statements)]
        every += [*(notes.extract.entry for notes in self.notes), *(theory.entry for theory in self.theories)]
        return frozenset(entry.id for entry in every)

    def is_earlier(self, entry: Entry) -> bool:
        """Whether an entry is about a day before this time, and was handed over in it."""
        return self.period.first is not None and entry.date < self.period.first


def brief(sources: Sources) -> Brief:
    """Make the brief for one writer. Entries outside the period add only what is still open, and earlier theories."""
    entries, others = _newest_first(sources.entries), _newest_first(sources.others)
    recent, others_recent = list(filter(sources.is_within, entries)), list(filter(sources.is_within, others))
    topics = _topics(recent, others_recent)
    asked, elsewhere = _asked(sources, entries, others), {topic.entry.path for topic in topics}
    shown_as_asked = {statement.entry.id for statement in asked}
    met = _meetings(sources, entries, others)
    quiet = _quiet(sources, [*recent, *others_recent])
    tension = next((entry.dimensions[-1] for entry in recent if entry.dimensions), None)
    dated = [entry.date for entry in recent if sources.period.holds(entry.date)] or [entry.date for entry in recent]
    return Brief(
        writer=sources.writer,
        other=sources.other,
        is_own=sources.is_own,
        is_handed_on=sources.is_handed_on,
        notice=_notice(sources),
        period=sources.period,
        since_meeting=sources.since_meeting,
        days=(min(dated), max(dated)) if dated else None,
        topics=topics,
        asked=asked,
        since_last_time=_open_steps(sources),
        notes=tuple(_notes(met)),
        meetings=_earlier_meetings(sources, met),
        themes=tuple(_themes(recent, elsewhere, shown_as_asked)),
        others_themes=tuple(_themes(others_recent, elsewhere, shown_as_asked)),
        theories=_theories(recent, others_recent, [*entries, *others]),
        quiet=tuple(_longest_quiet(quiet, [*entries, *others])) if len(recent) >= FEWEST_ENTRIES else (),
        questions=suggested_questions(
            sources.bank, sources.seed, recent, quiet, sources.shown, has_theory=any(e.head.theory for e in entries)
        ),
        tension=tension,
        problems=tuple(sources.problems),
    )


def _newest_first(entries: Iterable[Entry]) -> list[Entry]:
    return sorted(entries, key=lambda entry: entry.order, reverse=True)


def _notice(sources: Sources) -> str:
    """The notice for both people, or the one for the reader's eyes if the brief may hold what they have not shared."""
    own = sources.entries if sources.is_own else sources.others
    return NOTICE if sources.is_handed_on or all(entry.is_shared for entry in own) else OWN_NOTICE


def _topics(recent: Sequence[Entry], others: Sequence[Entry]) -> tuple[Topic, ...]:
    """The entries that either would like to talk about, newest first; without any, the writer's most recent one."""
    flagged = [Topic(entry, to_talk_about(entry)) for entry in recent if entry.head.talk]
    flagged += [Topic(entry, to_talk_about(entry), is_by_other=True) for entry in others if entry.head.talk]
    if not flagged:
        news = (entry for entry in recent if entry.head.kind not in _KNOWN_TO_BOTH)
        return tuple(Topic(entry, to_talk_about(entry)) for entry in news)[:1]
    return tuple(sorted(flagged, key=lambda topic: topic.entry.order, reverse=True))


def _asked(sources: Sources, entries: Sequence[Entry], others: Sequence[Entry]) -> tuple[Statement, ...]:
    """What both people asked for, up to the end of the period, until it is answered; the latest first."""
    asked = [Statement(ask.words, ask.entry) for ask in open_asks(entries, others)]
    asked += [Statement(ask.words, ask.entry, is_by_other=True) for ask in open_asks(others, entries)]
    up_to_now = (ask for ask in asked if sources.is_by_the_end(ask.entry))
    return tuple(sorted(up_to_now, key=lambda ask: ask.entry.order, reverse=True))


def _open_steps(sources: Sources) -> tuple[Statement, ...]:
    """The open steps of both people up to the end of the period, by day: those from before it are still open too."""
    writers, others = open_steps(sources.entries, sources.others), open_steps(sources.others, sources.entries)
    asking = {entry.id for entry in (*sources.entries, *sources.others) if any(asks_in(entry))}
    steps = [_statement(step, asking, is_by_other=False) for step in writers]
    steps += [_statement(step, asking, is_by_other=True) for step in others]
    up_to_now = (step for step in steps if sources.is_by_the_end(step.entry))
    return tuple(sorted(up_to_now, key=lambda step: step.entry.order))


def _statement(step: NextStep, asking: Collection[str], *, is_by_other: bool) -> Statement:
    """A step as a statement. `asking` are the ids of entries that ask for something."""
    is_requested = step.entry.head.kind == "step" and step.entry.head.follows in asking
    return Statement(step.words, step.entry, is_by_other, step.is_suggested, is_requested)


def _meetings(sources: Sources, entries: Iterable[Entry], others: Iterable[Entry]) -> list[tuple[Entry, bool]]:
    """The meetings that either wrote up, up to the end of the period or today, newest first; True for the other's."""
    written = [*((entry, False) for entry in entries), *((entry, True) for entry in others)]
    last = sources.period.last or sources.today
    meetings = [item for item in written if item[0].head.kind == "meeting" and item[0].date <= last]
    return sorted(meetings, key=lambda item: item[0].order, reverse=True)


def _notes(met: Sequence[tuple[Entry, bool]]) -> Iterator[Notes]:
    """The notes of both people from their last meeting."""
    day = last_meeting((entry.date for entry, _ in met), date.max)
    for entry, is_by_other in met:
        if entry.date == day and (extract := notes_of(entry)):
            yield Notes(extract, is_by_other)


def _earlier_meetings(sources: Sources, met: Sequence[tuple[Entry, bool]]) -> tuple[Entry, ...]:
    """The meetings of this time before the last one, newest first; one that both people wrote up counts once."""
    by_day = {entry.date: entry for entry, _ in met[::-1] if sources.is_within(entry)}
    return tuple(by_day[day] for day in sorted(by_day, reverse=True) if day < met[0][0].date)


def _themes(recent: Sequence[Entry], elsewhere: Collection[str], asked: Collection[str]) -> Iterator[Theme]:
    """One person's entries about each dimension, and then about none, without replies shown as `asked`."""
    for dimension in DIMENSIONS:
        about = tuple(entry for entry in recent if dimension in entry.dimensions)
        yield Theme(dimension, about, extracts(dimension, about, elsewhere))
    none = tuple(
        entry
        for entry in recent
        if not entry.dimensions and entry.head.kind not in _KNOWN_TO_BOTH and not _is_asked(entry, asked)
    )
    yield Theme(None, none, extracts(None, none, elsewhere, EXTRACTS_ABOUT_NONE))


def _is_asked(entry: Entry, asked: Collection[str]) -> bool:
    return entry.head.kind == "reply" and entry.id in asked


def _theories(recent: Sequence[Entry], others: Sequence[Entry], every: Sequence[Entry]) -> tuple[Theory, ...]:
    """Both people's theories of this time, the oldest first; the earlier ones may be in any entry of `every`."""
    by_id = {entry.id: entry for entry in every}
    theories = []
    for entry, is_by_other in (*((entry, False) for entry in recent), *((entry, True) for entry in others)):
        if entry.head.theory.strip():
            followed = by_id.get(entry.head.follows)
            earlier = Statement(followed.head.theory, followed) if followed and followed.head.theory.strip() else None
            theories.append(Theory(entry.head.theory, entry, earlier, is_by_other))
    return tuple(sorted(theories, key=lambda theory: theory.entry.order))


def _quiet(sources: Sources, recent: Sequence[Entry]) -> list[Dimension]:
    """The dimensions that neither of the two has written about in this time."""
    written = {dimension for entry in recent for dimension in entry.dimensions} | sources.written
    return [dimension for dimension in DIMENSIONS if dimension not in written]


def _longest_quiet(quiet: Sequence[Dimension], entries: Sequence[Entry]) -> list[Dimension]:
    """The dimensions that nobody has written about for longest, in the model's order."""
    by_day = sorted(entries, key=lambda entry: entry.order)
    last = {dimension: entry.date for entry in by_day for dimension in entry.dimensions}
    longest = sorted(quiet, key=lambda dimension: last.get(dimension, date.min))[:MOST_QUIET]
    return [dimension for dimension in DIMENSIONS if dimension in longest]
