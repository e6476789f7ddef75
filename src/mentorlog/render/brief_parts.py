"""The parts of a brief in order, as rows of words, for the terminal, the markdown, the page and the document."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from mentorlog.brief.brief import EXTRACTS_ABOUT_NONE, Brief, Statement, Theme, Topic
from mentorlog.brief.quoting import EXTRACTS, Extract, whole_of
from mentorlog.days import bare
from mentorlog.render.brief_rows import (
    DatedWords,
    Group,
    Invitation,
    Item,
    LeftOut,
    Part,
    Quotation,
    Row,
    SuggestedQuestion,
)
from mentorlog.render.brief_words import (
    asked_heading,
    both_asked,
    both_wrote,
    counted,
    doer,
    facts,
    invitation,
    name_of,
    notes_heading,
    of_whom,
    question_line,
    source,
    talk_heading,
    theme_name,
    topic_source,
    words_heading,
)
from mentorlog.text import count

_T = TypeVar("_T")
MOST = 4  # items in a list, so that a brief fits on a page; the JSON has them all
MOST_EACH = 3  # next steps of each person, if both have some
LONGEST_PRINTED = 120  # words of an entry to talk about that is printed whole


def parts(brief: Brief) -> Iterator[Part]:
    """The parts of the brief that are not empty, in order."""
    if brief.topics:
        yield Part(talk_heading(brief), _topic_rows(brief))
    if brief.asked:
        yield Part(asked_heading(brief), _asked_rows(brief))
    if brief.since_last_time or brief.notes:
        yield Part("Since last time", [*_step_rows(brief), *_notes_rows(brief)])
    if themes := list(_theme_rows(brief)):
        yield Part(words_heading(brief), themes)
    if brief.theories:
        yield Part("Theories and values in motion", _theory_rows(brief))
    if brief.quiet:
        yield Part("Not written about lately", [Invitation(invitation(brief.quiet))])
    if brief.questions and not (brief.is_empty and brief.is_own):
        yield Part("Questions, if useful", _question_rows(brief))


def _topic_rows(brief: Brief) -> list[Row]:
    """The entries to talk about, the latest first, each with some of its words."""
    left_out = [f"{topic_source(brief, topic)} · {topic.entry.title}" for topic in brief.topics[MOST:]]
    return [*(_topic_group(brief, topic) for topic in brief.topics[:MOST]), *_left_out(left_out)]


def _topic_group(brief: Brief, topic: Topic) -> Group:
    whole = whole_of(topic.entry)
    return Group(
        topic.entry.title,
        topic_source(brief, topic),
        [Quotation(extract) for extract in topic.extracts if extract.text != topic.entry.title],
        id=topic.entry.short_id,
        printed=whole if topic.extracts and len(whole.split()) <= LONGEST_PRINTED else "",
    )


def _asked_rows(brief: Brief) -> list[Row]:
    """The requests, the latest last; with names if both people asked for something."""
    is_named = both_asked(brief)
    return _latest_rows(
        [
            _item(request, name_of(brief, is_other=request.is_by_other) if is_named else "")
            for request in brief.asked[::-1]
        ]
    )


def _item(statement: Statement, who: str) -> Item:
    return Item(statement.text, source(statement.entry), statement.entry.short_id, who)


def _step_rows(brief: Brief) -> list[Row]:
    """The latest next steps of each person, by day; each person has room for some."""
    people = [[step for step in brief.since_last_time if step.is_for_other is is_other] for is_other in (False, True)]
    most = MOST_EACH if all(people) else MOST
    shown = {id(step) for steps in people for step in steps[-most:]}
    notes = [f"{_earlier(steps[:-most])}{of_whom(brief, steps[-1])}" for steps in people if len(steps) > most]
    hidden = [_in_words(_step_row(brief, step)) for steps in people for step in steps[:-most]]
    rows = [_step_row(brief, step) for step in brief.since_last_time if id(step) in shown]
    return [*rows, *([LeftOut("; ".join(notes), hidden)] if notes else [])]


def _step_row(brief: Brief, step: Statement) -> Item:
    how = "suggested by" if step.is_suggested else "asked by" if step.is_requested else ""
    name = name_of(brief, is_other=step.is_by_other != step.is_requested)
    by = f"{how} {'you' if name == 'You' else name} · " if how else ""
    return Item(step.text, f"{by}{source(step.entry)}", step.entry.short_id, doer(brief, step))


def _notes_rows(brief: Brief) -> Iterator[Row]:
    """The notes of the last meeting, which belong to both people, and which meetings came before it."""
    if brief.notes:
        who = [name_of(brief, is_other=notes.is_by_other) if len(brief.notes) > 1 else "" for notes in brief.notes]
        entry = brief.notes[0].extract.entry
        quotations = [Quotation(notes.extract, who=name) for name, notes in zip(who, brief.notes, strict=True)]
        yield Group(notes_heading(entry), "", quotations, id=entry.short_id)
    if brief.meetings:
        words = f"{'and ' if brief.notes else ''}{count(len(brief.meetings), 'earlier meeting')}"
        yield LeftOut(words, [counted(entry) for entry in brief.meetings])


def _theme_rows(brief: Brief) -> Iterator[Group]:
    """Each dimension that somebody wrote about, and what is about none, with both people's words."""
    above = {(topic.entry.path, topic.is_by_other): _words_of(topic) for topic in brief.topics[:MOST]}
    for writers, others in zip(brief.themes, brief.others_themes, strict=True):
        if not (writers.entries or others.entries):
            continue
        people = [(writers, False), (others, True)]
        quotations = [
            Quotation(
                extract,
                source(extract.entry, is_earlier=brief.is_earlier(extract.entry)),
                extract.entry.short_id,
                name_of(brief, is_other=is_by_other) if both_wrote(brief) else "",
            )
            for chosen, is_by_other in _shared_out(writers, others)
            for extract in chosen
            if extract.text not in above.get((extract.entry.path, is_by_other), "")
        ]
        elsewhere = "" if quotations or not (writers.extracts or others.extracts) else "; quoted above"
        yield Group(
            theme_name(writers),
            facts(brief, writers, others) + elsewhere,
            quotations,
            counted=[counted(entry, who) for theme, who in _named(brief, people) for entry in theme.entries],
        )


def _shared_out(writers: Theme, others: Theme) -> Iterator[tuple[Sequence[Extract], bool]]:
    """The extracts to show of each person: half of the room is the other's, as far as they have words for it."""
    most = EXTRACTS if writers.dimension else EXTRACTS_ABOUT_NONE
    theirs = min(len(others.extracts), max(most // 2, most - len(writers.extracts)))
    yield writers.extracts[: most - theirs], False
    yield others.extracts[:theirs], True


def _words_of(topic: Topic) -> str:
    return "\n".join([topic.entry.title, *(extract.text for extract in topic.extracts)])


def _named(brief: Brief, people: Sequence[tuple[Theme, bool]]) -> Iterator[tuple[Theme, str]]:
    """Both people's themes, each with its writer's name if both wrote about it."""
    is_named = all(theme.entries for theme, _ in people)
    for theme, is_by_other in people:
        if theme.entries:
            yield theme, name_of(brief, is_other=is_by_other) if is_named else ""


def _theory_rows(brief: Brief) -> list[Row]:
    """The theories, each below the earlier one that it grew from, unless that is in the list already."""
    is_named = len({theory.is_by_other for theory in brief.theories}) > 1
    theories = brief.theories[-MOST:]
    listed = {theory.entry.id for theory in theories}
    rows: list[Row] = []
    for theory in theories:
        who = name_of(brief, is_other=theory.is_by_other) if is_named else ""
        if theory.earlier and theory.earlier.entry.id not in listed:
            rows.append(DatedWords(bare(theory.earlier.entry.date), theory.earlier.text, who))
        rows.append(DatedWords(bare(theory.entry.date), theory.text, who))
    return [*rows, *_left_out([f"{bare(theory.entry.date)}: {theory.text}" for theory in brief.theories[:-MOST]])]


def _question_rows(brief: Brief) -> list[Row]:
    return [SuggestedQuestion(question_line(brief, question)) for question in brief.questions]


def _latest_rows(items: Sequence[Item]) -> list[Row]:
    return [*items[-MOST:], *_left_out([_in_words(item) for item in items[:-MOST]])]


def _left_out(items: Sequence[str]) -> list[LeftOut]:
    return [LeftOut(_earlier(items), items)] if items else []


def _earlier(items: Sequence[_T]) -> str:
    return f"and {count(len(items), 'earlier one')}"


def _in_words(item: Item) -> str:
    return f"{f'{item.who}: ' if item.who else ''}{item.words} ({item.source})"
