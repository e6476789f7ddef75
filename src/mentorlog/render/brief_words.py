"""The sentences of a brief that are ours: its title and headings, who is meant, where words come from."""

from collections.abc import Sequence

from mentorlog.brief.brief import Brief, DimensionBrief, Statement
from mentorlog.days import bare, short, span
from mentorlog.dimensions import Dimension
from mentorlog.entry.entry import Entry
from mentorlog.questions.bank import Question
from mentorlog.text import count, safe_line


def brief_title(brief: Brief) -> str:
    """Who and when, on one line."""
    title = [safe_line(brief.writer) or ("Your journal" if brief.is_own else "An ECT's journal")]
    if brief.days:
        title.append(span(*brief.days))
    if brief.since_meeting and brief.period.first:
        title.append(f"since your meeting on {short(brief.period.first)}")
    return " · ".join(title)


def nothing_yet(brief: Brief) -> str:
    """The sentence in place of the writer's words, if there are none."""
    if not brief.is_own:
        return "Nothing has been shared for this time. That is fine; you could begin with a question."
    if brief.is_handed_on:
        return "Nothing has been shared for this time, and that is fine."
    if brief.period.first or brief.period.last:
        return "Nothing was written in this time, and that is fine."
    return "Nothing is written yet, and that is fine. When a moment stays with you: mentorlog new"


def tension_line(dimension: Dimension) -> str:
    """A dimension and its tension, on one line."""
    return f"{dimension.name}: {dimension.tension[0].lower()}{dimension.tension[1:]}"


def talk_heading(brief: Brief) -> str:
    """A heading that claims no wish to talk if the writer marked nothing: then it is only the most recent entry."""
    return "Would like to talk about" if any(entry.head.talk for entry in brief.talk_about) else "Most recently"


def writers_heading(brief: Brief) -> str:
    return f"In {brief.writer}'s words" if brief.writer else "In their words"


def others_heading(brief: Brief) -> str:
    return f"In {brief.other or 'the other person'}'s words" if brief.is_own else "In your words"


def asked_heading(brief: Brief) -> str:
    """`Asked of you` or `of others`, as the reader would say it; of one another if both people asked for something."""
    if both_asked(brief):
        return "Asked of one another"
    is_readers_own = brief.is_own != brief.asked[0].is_by_other
    return "Asked of others" if is_readers_own else "Asked of you"


def both_asked(brief: Brief) -> bool:
    """Whether each of the two people asked the other for something."""
    return len({request.is_by_other for request in brief.asked}) > 1


def invitation(quiet: Sequence[Dimension]) -> str:
    """The quiet dimensions as one invitation to both people, about what the school makes possible."""
    names = [dimension.name for dimension in quiet]
    if len(names) == 1:
        return f"{names[0]}. {quiet[0].invitation}"
    return f"{', '.join(names[:-1])} and {names[-1]}. What could make room for one of these, for either of you?"


def question_line(brief: Brief, question: Question) -> str:
    """A question as it is put to the reader of the brief."""
    if question.mode != "self":
        return question.text
    whom = "For the mentor" if brief.is_own else "For you"
    return f"{whom}: {question.text[0].lower()}{question.text[1:]}"


def facts(about: DimensionBrief) -> str:
    """`3 entries, last Tue 11 Nov`, or a dash if there are none."""
    if not about.last:
        return "–"
    return f"{count(about.entries, 'entry', 'entries')}, {'last ' if about.entries > 1 else ''}{short(about.last)}"


def moment(entry: Entry) -> str:
    """The day, class and title of an entry."""
    return " · ".join(piece for piece in (bare(entry.date), entry.head.class_, entry.title) if piece)


def source(entry: Entry) -> str:
    """The entry that words come from: its day, class and id."""
    return safe_line(" · ".join(piece for piece in (bare(entry.date), entry.head.class_, entry.short_id) if piece))


def of_whom(brief: Brief, step: Statement) -> str:
    """` of Sam's`, if both people have steps."""
    if len({other.is_for_other for other in brief.since_last_time}) == 1:
        return ""
    name = doer(brief, step)
    if name == "You":
        return " of yours"
    return f" of {name[0].lower() if name.startswith('The ') else name[0]}{name[1:]}'s"


def speaker(brief: Brief, statement: Statement) -> str:
    """Who wrote it, as the reader would name them."""
    return _name_of(brief, is_other=statement.is_by_other)


def doer(brief: Brief, step: Statement) -> str:
    """Who would do it, as the reader would name them."""
    return _name_of(brief, is_other=step.is_for_other)


def _name_of(brief: Brief, *, is_other: bool) -> str:
    if is_other:
        return (brief.other or "The other person") if brief.is_own else "You"
    return brief.writer or ("You" if brief.is_own else "The writer")
