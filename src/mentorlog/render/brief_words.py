"""The wording of a brief: its title and headings, the names of its people, the sources of quotations."""

from collections.abc import Sequence

from mentorlog.brief.brief import Brief, DimensionBrief, Statement
from mentorlog.days import bare, short, span
from mentorlog.dimensions import Dimension
from mentorlog.entry.entry import Entry
from mentorlog.questions.bank import Question
from mentorlog.text import count, safe_line


def brief_title(brief: Brief) -> str:
    """The title of a brief: the writer and the days, on one line."""
    title = [safe_line(brief.writer) or ("Your journal" if brief.is_own else "An ECT's journal")]
    if brief.days:
        title.append(span(*brief.days))
    if brief.since_meeting and brief.period.first:
        title.append(f"since your meeting on {short(brief.period.first)}")
    return " · ".join(title)


def nothing_yet(brief: Brief) -> str:
    """The sentence for a brief without any of the writer's words."""
    if not brief.is_own:
        return "Nothing has been shared for this time. That is fine; you could begin with a question."
    if brief.is_handed_on:
        return "Nothing has been shared for this time, and that is fine."
    if brief.period.first or brief.period.last:
        return "Nothing was written in this time, and that is fine."
    return "Nothing is written yet, and that is fine. When a moment stays with you: mentorlog new"


def tension_line(dimension: Dimension) -> str:
    """A dimension and the tension in it, on one line."""
    return f"{dimension.name}: {dimension.tension[0].lower()}{dimension.tension[1:]}"


def talk_heading(brief: Brief) -> str:
    """The heading of the entries to talk about; if the writer marked none, of the most recent entry."""
    return "Would like to talk about" if any(entry.head.talk for entry in brief.talk_about) else "Most recently"


def writers_heading(brief: Brief) -> str:
    return f"In {brief.writer}'s words" if brief.writer else "In their words"


def others_heading(brief: Brief) -> str:
    return f"In {brief.other or 'the other person'}'s words" if brief.is_own else "In your words"


def asked_heading(brief: Brief) -> str:
    """The heading of the requests: of the reader, of others, or of one another if both people asked."""
    if both_asked(brief):
        return "Asked of one another"
    is_readers_own = brief.is_own != brief.asked[0].is_by_other
    return "Asked of others" if is_readers_own else "Asked of you"


def both_asked(brief: Brief) -> bool:
    """Whether both people asked the other for something."""
    return len({request.is_by_other for request in brief.asked}) > 1


def invitation(quiet: Sequence[Dimension]) -> str:
    """An invitation to both people to think about the quiet dimensions, as something the school makes possible."""
    names = [dimension.name for dimension in quiet]
    if len(names) == 1:
        return f"{names[0]}. {quiet[0].invitation}"
    return f"{', '.join(names[:-1])} and {names[-1]}. What could make room for one of these, for either of you?"


def question_line(brief: Brief, question: Question) -> str:
    """A question as it is worded for the reader of the brief."""
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
    """The source of some words: the day, class and id of their entry."""
    return safe_line(" · ".join(piece for piece in (bare(entry.date), entry.head.class_, entry.short_id) if piece))


def of_whom(brief: Brief, step: Statement) -> str:
    """The words that say whose step it is, such as ` of Sam's`; "" if only one person has steps."""
    if len({other.is_for_other for other in brief.since_last_time}) == 1:
        return ""
    name = doer(brief, step)
    if name == "You":
        return " of yours"
    return f" of {name[0].lower() if name.startswith('The ') else name[0]}{name[1:]}'s"


def speaker(brief: Brief, statement: Statement) -> str:
    """The writer of a statement, as the reader would name them."""
    return _name_of(brief, is_other=statement.is_by_other)


def doer(brief: Brief, step: Statement) -> str:
    """The person who would take a step, as the reader would name them."""
    return _name_of(brief, is_other=step.is_for_other)


def _name_of(brief: Brief, *, is_other: bool) -> str:
    if is_other:
        return (brief.other or "The other person") if brief.is_own else "You"
    return brief.writer or ("You" if brief.is_own else "The writer")
