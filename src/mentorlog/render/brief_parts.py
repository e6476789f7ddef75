"""The words of a brief that every way of showing it shares."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from mentorlog.brief.brief import Brief, DimensionBrief, Extract, Said, Theory
from mentorlog.days import bare, short, span
from mentorlog.dimensions import Dimension
from mentorlog.entry.entry import Entry
from mentorlog.questions.bank import Question
from mentorlog.text import count, safe_line

_Item = TypeVar("_Item")
MOST = 4  # of anything in a brief, which is to fit on a page; the JSON has them all
EACH = 3  # steps of each person's, where both have some


def brief_title(brief: Brief) -> str:
    """Who and when, on one line."""
    parts = [safe_line(brief.writer) or ("Your journal" if brief.is_own else "An ECT's journal")]
    if brief.days:
        parts.append(span(*brief.days))
    if brief.since_meeting and brief.period.first:
        parts.append(f"since your meeting on {short(brief.period.first)}")
    return " · ".join(parts)


def nothing_yet(brief: Brief) -> str:
    """The kind, short answer where there is nothing to show."""
    if not brief.is_own:
        return "Nothing has been shared for this time. That is fine; you could begin with a question."
    if brief.is_handed_on:
        return "Nothing has been shared for this time, and that is fine."
    if brief.period.first or brief.period.last:
        return "Nothing was written in this time, and that is fine."
    return "Nothing is written yet, and that is fine. When a moment stays with you: mentorlog new"


def words_heading(brief: Brief) -> str:
    return f"In {brief.writer}'s words" if brief.writer else "In their words"


def talk_heading(brief: Brief) -> str:
    """The most recent entry is only that, where the writer marked none."""
    return "Would like to talk about" if any(entry.head.talk for entry in brief.talk_about) else "Most recently"


def latest(items: Sequence[_Item], most: int = MOST) -> tuple[Sequence[_Item], str]:
    """The last few of `items`, which stand oldest first, and a line about the others ("" if there are none)."""
    left_out = len(items) - most
    return items[-most:], f"and {count(left_out, 'earlier one')}" if left_out > 0 else ""


def asked_heading(brief: Brief) -> str:
    """Of whom, as the reader would say it; of one another where both have asked for something."""
    if len({said.is_others for said in brief.asked}) > 1:
        return "Asked of one another"
    is_readers_own = brief.is_own != brief.asked[0].is_others
    return "Asked of others" if is_readers_own else "Asked of you"


def speaker(brief: Brief, said: Said) -> str:
    """Whose words these are, as the reader would say it."""
    return _one_of_the_two(brief, is_other=said.is_others)


def doer(brief: Brief, said: Said) -> str:
    """Who would do it, as the reader would say it."""
    return _one_of_the_two(brief, is_other=said.is_others_to_do)


def _one_of_the_two(brief: Brief, *, is_other: bool) -> str:
    if is_other:
        return (brief.other or "The other person") if brief.is_own else "You"
    return brief.writer or ("You" if brief.is_own else "The writer")


def others_heading(brief: Brief) -> str:
    return f"In {brief.other or 'the other person'}'s words" if brief.is_own else "In your words"


def invitation(quiet: Sequence[Dimension]) -> str:
    """The quiet dimensions as one invitation to both people, from the setting's side."""
    names = [dimension.name for dimension in quiet]
    if len(names) == 1:
        return f"{names[0]}. {quiet[0].invitation}"
    return f"{', '.join(names[:-1])} and {names[-1]}. What could make room for one of these, for either of you?"


def question_line(brief: Brief, question: Question) -> str:
    """A question as it is put to whoever reads the brief."""
    if question.mode != "self":
        return question.text
    whom = "For the mentor" if brief.is_own else "For you"
    return f"{whom}: {question.text[0].lower()}{question.text[1:]}"


def where(entry: Entry) -> str:
    """Where words come from: day, class and id."""
    return safe_line(" · ".join(part for part in (bare(entry.date), entry.head.class_, entry.short_id) if part))


def moment(entry: Entry) -> str:
    return " · ".join(part for part in (bare(entry.date), entry.head.class_, entry.title) if part)


def facts(each: DimensionBrief) -> str:
    """`3 entries, last Tue 11 Nov`, or a dash where there is nothing."""
    if not each.last:
        return "–"
    return f"{count(each.entries, 'entry', 'entries')}, {'last ' if each.entries > 1 else ''}{short(each.last)}"


def tension_line(dimension: Dimension) -> str:
    """A dimension and its tension, on one line."""
    return f"{dimension.name}: {dimension.tension[0].lower()}{dimension.tension[1:]}"


@dataclass(frozen=True, slots=True)
class Row:
    """One thing in a part of a brief. What `who` and `where` are depends on what it is; a quote has its `extract`."""

    kind: Literal["said", "dimension", "quote", "dated", "plain", "question", "more"]
    words: str
    who: str = ""
    where: str = ""
    extract: Extract | None = None


def parts(brief: Brief) -> Iterator[tuple[str, list[Row]]]:
    """The parts that have something in them, in their order, each with its heading."""
    if brief.since_last_time:
        yield "Since last time", _step_rows(brief)
    if brief.talk_about:
        yield (
            talk_heading(brief),
            _latest_rows([Row("said", moment(each), "", each.short_id) for each in brief.talk_about[::-1]]),
        )
    if not brief.is_empty:
        yield words_heading(brief), [row for each in brief.dimensions for row in _dimension_rows(each)]
    if brief.others_words:
        yield others_heading(brief), [row for each in brief.others_words for row in _dimension_rows(each)]
    if brief.quiet and not brief.is_empty:
        yield "Not written about lately", [Row("plain", invitation(brief.quiet))]
    if brief.asked:
        yield asked_heading(brief), _latest_rows(_asked_rows(brief))
    if brief.theories:
        yield "Theories in motion", _theory_rows(brief.theories)
    if brief.questions and not (brief.is_empty and brief.is_own):
        yield "Questions, if useful", [Row("question", question_line(brief, each)) for each in brief.questions]


def _step_rows(brief: Brief) -> list[Row]:
    """The last few steps of each of the two, by day, so that neither's stand in the way of the other's."""
    halves = [[said for said in brief.since_last_time if said.is_others_to_do is each] for each in (False, True)]
    most = EACH if all(halves) else MOST
    shown = {id(said) for half in halves for said in latest(half, most)[0]}
    more = [f"{words}{_whose(brief, half[-1])}" for half in halves if (words := latest(half, most)[1])]
    rows = [_step_row(brief, said) for said in brief.since_last_time if id(said) in shown]
    return [*rows, *([Row("more", "; ".join(more))] if more else [])]


def _step_row(brief: Brief, said: Said) -> Row:
    words = speaker(brief, said)
    by = f"suggested by {'you' if words == 'You' else words} · " if said.is_suggested else ""
    return Row("said", said.text, doer(brief, said), f"{by}{where(said.entry)}")


def _whose(brief: Brief, said: Said) -> str:
    """` of Sam's`, where both have steps."""
    if len({each.is_others_to_do for each in brief.since_last_time}) == 1:
        return ""
    name = doer(brief, said)
    return (
        " of yours" if name == "You" else f" of {name[0].lower() if name.startswith('The ') else name[0]}{name[1:]}'s"
    )


def _asked_rows(brief: Brief) -> list[Row]:
    """The latest last; with a name where both have asked."""
    is_both = len({said.is_others for said in brief.asked}) > 1
    return [
        Row("said", said.text, speaker(brief, said) if is_both else "", where(said.entry)) for said in brief.asked[::-1]
    ]


def _latest_rows(rows: Sequence[Row]) -> list[Row]:
    shown, others = latest(rows)
    return [*shown, *([Row("more", others)] if others else [])]


def _dimension_rows(each: DimensionBrief) -> list[Row]:
    quotes = [Row("quote", extract.text, "", where(extract.entry), extract) for extract in each.extracts]
    return [Row("dimension", facts(each), each.dimension.name), *quotes]


def _theory_rows(theories: Sequence[Theory]) -> list[Row]:
    """Each theory under the earlier one it grew from, unless that stands there already."""
    shown, others = latest(theories)
    own = {each.entry.id for each in shown}
    rows = []
    for theory in shown:
        if theory.earlier and theory.earlier.entry.id not in own:
            rows.append(Row("dated", theory.earlier.text, "", bare(theory.earlier.entry.date)))
        rows.append(Row("dated", theory.text, "", bare(theory.entry.date)))
    return [*rows, *([Row("more", others)] if others else [])]
