"""The wording of a brief: its title and headings, the names of its people, the sources of quotations."""

from collections.abc import Sequence

from mentorlog.brief.brief import Brief, Statement, Theme, Topic
from mentorlog.brief.suggested_questions import Suggestion
from mentorlog.days import bare, short, span
from mentorlog.dimensions import Dimension
from mentorlog.entry.entry import Entry
from mentorlog.text import count, safe_line


def brief_title(brief: Brief) -> str:
    """What the page is and for whom: `Before we meet: Sam and Priya`."""
    people = [safe_line(name) for name in (brief.writer, brief.other) if name]
    return f"Before we meet: {' and '.join(people)}" if people else "Before we meet"


def brief_dates(brief: Brief) -> str:
    """The first and last day of the entries, and since when; "" if there is neither."""
    dates = [span(*brief.days)] if brief.days else []
    if brief.since_meeting and brief.period.first:
        dates.append(f"since your meeting on {short(brief.period.first)}")
    return " · ".join(dates)


def nothing_yet(brief: Brief) -> str:
    """The sentence for a brief without any of the writer's words."""
    if any(theme.entries for theme in brief.others_themes):
        who = name_of(brief, is_other=False)
        return f"{'You have' if brief.is_own else f'{who} has'} shared nothing for this time, and that is fine."
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
    """The heading of the entries to talk about; if nobody marked any, of the most recent entry."""
    return "Would like to talk about" if any(topic.entry.head.talk for topic in brief.topics) else "Most recent entry"


def words_heading(brief: Brief) -> str:
    """`In Sam's words`, or `In Sam's and Priya's words` where both wrote; the reader's own are `yours`."""
    writers = brief.writer or ("" if brief.is_own else "your ECT")
    if not both_wrote(brief):
        is_others = any(theme.entries for theme in brief.others_themes)
        if is_others:
            return "In your words" if not brief.is_own else f"In {brief.other or 'the other person'}'s words"
        return f"In {writers}'s words" if writers else "In your words"
    if not brief.is_own:
        return f"In {writers}'s words and yours"
    return f"In {writers}'s and {brief.other or 'the other person'}'s words" if writers else "In your words and theirs"


def both_wrote(brief: Brief) -> bool:
    """Whether both people have entries in this time that are not about a meeting alone."""
    return all(any(theme.entries for theme in themes) for themes in (brief.themes, brief.others_themes))


def theme_name(theme: Theme) -> str:
    return theme.dimension.name if theme.dimension else "Without a dimension"


def asked_heading(brief: Brief) -> str:
    """The heading of the requests: of the reader, of others, or of one another if both people asked."""
    if both_asked(brief):
        return "Asked of each other"
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


def question_line(brief: Brief, suggestion: Suggestion) -> str:
    """A question as it is worded for the reader of the brief: `About Tue 24 Nov, 8Q: what did the class make?`."""
    question, entry = suggestion.question, suggestion.entry
    if question.mode != "self":
        about = ", ".join(filter(None, (short(entry.date), safe_line(entry.head.class_)))) if entry else ""
        return f"About {about}: {question.text[0].lower()}{question.text[1:]}" if about else question.text
    whom = "For the mentor" if brief.is_own else "For you"
    return f"{whom}: {question.text[0].lower()}{question.text[1:]}"


def facts(brief: Brief, writers: Theme, others: Theme) -> str:
    """`3 entries, last on Tue 11 Nov`; of each person, by name, where both wrote."""
    of_each = [(theme, is_other) for theme, is_other in ((writers, False), (others, True)) if theme.entries]
    if len(of_each) == 1 and not both_wrote(brief):
        return _facts_of(of_each[0][0])
    named = ((name_of(brief, is_other=is_other), theme) for theme, is_other in of_each)
    return "; ".join(f"{name}: {_facts_of(theme)}" for name, theme in named)


def _facts_of(theme: Theme) -> str:
    number = len(theme.entries)
    last = f"{'last on ' if number > 1 else ''}{short(theme.last)}" if theme.last else ""
    return f"{count(number, 'entry', 'entries')}, {last}"


def counted(entry: Entry, who: str = "") -> str:
    """One entry among those that a number counts: whose it is, its day, class and title."""
    return f"{f'{who}: ' if who else ''}{moment(entry)}"


def moment(entry: Entry) -> str:
    """The day, class and title of an entry."""
    return " · ".join(piece for piece in (bare(entry.date), entry.head.class_, entry.title) if piece)


def topic_source(brief: Brief, topic: Topic) -> str:
    """Whose entry it is, if not the writer's of the brief, with its day and class."""
    is_named = topic.is_by_other or any(other.is_by_other for other in brief.topics)
    who = name_of(brief, is_other=topic.is_by_other) if is_named else ""
    return " · ".join(filter(None, (who, source(topic.entry, is_earlier=brief.is_earlier(topic.entry)))))


def source(entry: Entry, *, is_earlier: bool = False) -> str:
    """The source of some words: the day and class of their entry, and that this is about an earlier day."""
    day = f"about an earlier day, {bare(entry.date)}" if is_earlier else bare(entry.date)
    return safe_line(" · ".join(piece for piece in (day, entry.head.class_) if piece))


def notes_heading(entry: Entry) -> str:
    return f"Notes from your meeting on {short(entry.date)}"


def of_whom(brief: Brief, step: Statement) -> str:
    """The words that say whose step it is, such as ` of Sam's`; "" if only one person has steps."""
    if len({other.is_for_other for other in brief.since_last_time}) == 1:
        return ""
    name = doer(brief, step)
    if name == "You":
        return " of yours"
    return f" of {name[0].lower() if name.startswith('The ') else name[0]}{name[1:]}'s"


def doer(brief: Brief, step: Statement) -> str:
    """The person who would take a step, as the reader would name them."""
    return name_of(brief, is_other=step.is_for_other)


def name_of(brief: Brief, *, is_other: bool) -> str:
    """One of the two people, as the reader would name them."""
    if is_other:
        return (brief.other or "The other person") if brief.is_own else "You"
    return brief.writer or ("You" if brief.is_own else "Your ECT")
