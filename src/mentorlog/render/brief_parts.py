"""The parts of a brief in order, as rows of words, shared by the terminal, the markdown and the page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from mentorlog.brief.brief import Brief, DimensionBrief, Extract, Statement
from mentorlog.days import bare
from mentorlog.render.brief_words import (
    asked_heading,
    both_asked,
    doer,
    facts,
    invitation,
    moment,
    of_whom,
    others_heading,
    question_line,
    source,
    speaker,
    talk_heading,
    writers_heading,
)
from mentorlog.text import count

_T = TypeVar("_T")
MOST = 4  # items in a list, so that a brief fits on a page; the JSON has them all
MOST_EACH = 3  # next steps of each person, if both have some


@dataclass(frozen=True, slots=True)
class Item:
    """A person's words and their source. `who` is shown before the words; "" if it is clear whose they are."""

    words: str
    source: str
    who: str = ""


@dataclass(frozen=True, slots=True)
class DimensionHeading:
    """A dimension's name and its facts, above the quotations about it."""

    name: str
    facts: str


@dataclass(frozen=True, slots=True)
class Quotation:
    """The writer's own words from an entry."""

    extract: Extract
    source: str

    @property
    def words(self) -> str:
        return self.extract.text


@dataclass(frozen=True, slots=True)
class DatedWords:
    """Words with the day they were written, in a list that shows how they changed."""

    day: str
    words: str


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
    """The last line of a shortened list: how many items it leaves out."""

    words: str


Row = Item | DimensionHeading | Quotation | DatedWords | Invitation | SuggestedQuestion | LeftOut


class Part(NamedTuple):
    """A part of a brief: its heading, and at least one row."""

    heading: str
    rows: Sequence[Row]


def parts(brief: Brief) -> Iterator[Part]:
    """The parts of the brief that are not empty, in order."""
    if brief.since_last_time:
        yield Part("Since last time", _step_rows(brief))
    if brief.talk_about:
        yield Part(talk_heading(brief), _talk_rows(brief))
    if not brief.is_empty:
        yield Part(writers_heading(brief), _dimension_rows(brief.dimensions))
    if brief.others_words:
        yield Part(others_heading(brief), _dimension_rows(brief.others_words))
    if brief.quiet and not brief.is_empty:
        yield Part("Not written about lately", [Invitation(invitation(brief.quiet))])
    if brief.asked:
        yield Part(asked_heading(brief), _asked_rows(brief))
    if brief.theories:
        yield Part("Theories in motion", _theory_rows(brief))
    if brief.questions and not (brief.is_empty and brief.is_own):
        yield Part("Questions, if useful", _question_rows(brief))


def _step_rows(brief: Brief) -> list[Row]:
    """The latest next steps of each person, by day; each person has room for some."""
    people = [[step for step in brief.since_last_time if step.is_for_other is is_other] for is_other in (False, True)]
    most = MOST_EACH if all(people) else MOST
    shown = {id(step) for steps in people for step in _latest(steps, most)[0]}
    notes = [f"{note}{of_whom(brief, steps[-1])}" for steps in people if (note := _latest(steps, most)[1])]
    rows = [_step_row(brief, step) for step in brief.since_last_time if id(step) in shown]
    return [*rows, *_left_out("; ".join(notes))]


def _step_row(brief: Brief, step: Statement) -> Item:
    name = speaker(brief, step)
    by = f"suggested by {'you' if name == 'You' else name} · " if step.is_suggested else ""
    return Item(step.text, f"{by}{source(step.entry)}", doer(brief, step))


def _talk_rows(brief: Brief) -> list[Row]:
    return _latest_rows([Item(moment(entry), entry.short_id) for entry in brief.talk_about[::-1]])


def _dimension_rows(dimensions: Sequence[DimensionBrief]) -> list[Row]:
    rows: list[Row] = []
    for about in dimensions:
        rows.append(DimensionHeading(about.dimension.name, facts(about)))
        rows += [Quotation(extract, source(extract.entry)) for extract in about.extracts]
    return rows


def _asked_rows(brief: Brief) -> list[Row]:
    """The requests, the latest last; with names if both people asked for something."""
    is_named = both_asked(brief)
    return _latest_rows(
        [
            Item(request.text, source(request.entry), speaker(brief, request) if is_named else "")
            for request in brief.asked[::-1]
        ]
    )


def _theory_rows(brief: Brief) -> list[Row]:
    """The theories, each below the earlier one that it grew from, unless that is in the list already."""
    theories, note = _latest(brief.theories)
    listed = {theory.entry.id for theory in theories}
    rows: list[Row] = []
    for theory in theories:
        if theory.earlier and theory.earlier.entry.id not in listed:
            rows.append(DatedWords(bare(theory.earlier.entry.date), theory.earlier.text))
        rows.append(DatedWords(bare(theory.entry.date), theory.text))
    return [*rows, *_left_out(note)]


def _question_rows(brief: Brief) -> list[Row]:
    return [SuggestedQuestion(question_line(brief, question)) for question in brief.questions]


def _latest(items: Sequence[_T], most: int = MOST) -> tuple[Sequence[_T], str]:
    """The last `most` of `items`, oldest first, and a note on how many are left out ("" if none)."""
    left_out = len(items) - most
    return items[-most:], f"and {count(left_out, 'earlier one')}" if left_out > 0 else ""


def _latest_rows(items: Sequence[Item]) -> list[Row]:
    shown, note = _latest(items)
    return [*shown, *_left_out(note)]


def _left_out(note: str) -> list[LeftOut]:
    return [LeftOut(note)] if note else []
