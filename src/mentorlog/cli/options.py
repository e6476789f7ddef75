"""The options that several commands share, with their completions."""

import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from mentorlog.days import EVER, Period, PeriodError, read_period, spoken
from mentorlog.dimensions import DIMENSIONS, Dimension, read_dimension
from mentorlog.entry.entry import Entry
from mentorlog.errors import UsageError
from mentorlog.finding.selection import Selection
from mentorlog.questions.school_words import SETTINGS
from mentorlog.text import safe_line

With = Annotated[
    str, typer.Option("--with", metavar="NAME", help="The person, where you have set up several.", show_default=False)
]
By = Annotated[
    str, typer.Option("--with", metavar="NAME", help="Only what this person shares with you.", show_default=False)
]
To = Annotated[
    Path | None, typer.Option(metavar="FOLDER", help="Somebody new: the folder for your copies.", show_default=False)
]
From = Annotated[
    Path | None,
    typer.Option("--from", metavar="FOLDER", help="Somebody new: the folder of theirs.", show_default=False),
]
Share = Annotated[bool, typer.Option("--share", help="Let the other person see it.")]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write it to a new file: .docx, .pdf, .html, .md or .json.",
        show_default=False,
    ),
]
Open = Annotated[bool, typer.Option("--open", help="Open it as a page in your browser.")]
Copy = Annotated[bool, typer.Option("--copy", help="Copy it as rich text, to paste into an email.")]


_MOST_OFFERED = 20  # entries offered before a letter is typed: only the newest are read


def _journal_entries(context: typer.Context, most: int | None = None) -> Sequence[Entry]:
    """The entries to complete from, or the `most` newest; none without a journal.

    A completion never fails and never asks.
    """
    from mentorlog.cli.world import world_of
    from mentorlog.errors import MentorlogError
    from mentorlog.journal.folder import newest_in, read_folder

    try:
        root = world_of(context).root()
    except MentorlogError:
        return ()
    return newest_in(root, most) if most else read_folder(root).entries


def _completed(values: Callable[[typer.Context, str], Iterable[str]]) -> Callable[[typer.Context, str], list[str]]:
    def complete(ctx: typer.Context, incomplete: str) -> list[str]:
        offered = (value for value in values(ctx, incomplete) if value.casefold().startswith(incomplete.casefold()))
        return [value for value in offered if value == safe_line(value)]  # a shell may act on anything else

    return complete


def _their_entries(context: typer.Context, most: int | None = None) -> Sequence[Entry]:
    """The entries that other people share, to complete from, or the `most` newest of each person."""
    from mentorlog.cli.world import world_of
    from mentorlog.errors import MentorlogError
    from mentorlog.journal.settings import read_settings

    try:
        world = world_of(context)
        root = world.root()
        settings = read_settings(root)
        if not settings.people:
            return ()
        from mentorlog.journal.journal import Journal
        from mentorlog.sharing.shared_with_me import newest_shared, shared_with_me

        journal = Journal(root, world.state, settings)
        return newest_shared(journal, most) if most else shared_with_me(journal).entries
    except MentorlogError:
        return ()


def _offered(entries: Iterable[Entry], incomplete: str) -> list[str]:
    """`last` and the ids of `entries`, the newest first; before a letter is typed, only the first few."""
    newest_first = sorted(entries, key=lambda entry: entry.order, reverse=True)
    ids = dict.fromkeys(entry.short_id for entry in newest_first)
    return ["last", *ids] if incomplete else ["last", *ids][: _MOST_OFFERED + 1]


def _most(incomplete: str) -> int | None:
    return None if incomplete else _MOST_OFFERED


def _ids(context: typer.Context, incomplete: str) -> list[str]:
    return _offered(_journal_entries(context, _most(incomplete)), incomplete)


def _any_ids(context: typer.Context, incomplete: str) -> list[str]:
    most = _most(incomplete)
    return _offered([*_journal_entries(context, most), *_their_entries(context, most)], incomplete)


def _their_ids(context: typer.Context, incomplete: str) -> list[str]:
    return _offered(_their_entries(context, _most(incomplete)), incomplete)


def _ids_to_reply_to(context: typer.Context, incomplete: str) -> list[str]:
    """Other people's entries; without any, the reader's own."""
    most = _most(incomplete)
    return _offered(_their_entries(context, most) or _journal_entries(context, most), incomplete)


def _classes(context: typer.Context, _incomplete: str) -> list[str]:
    return sorted({entry.head.class_ for entry in _journal_entries(context) if entry.head.class_})


def _tags(context: typer.Context, _incomplete: str) -> list[str]:
    return sorted({tag for entry in _journal_entries(context) for tag in entry.head.tags})


def _dimension_ids(_context: typer.Context, _incomplete: str) -> list[str]:
    return [dimension.id for dimension in DIMENSIONS]


def _question_ids(context: typer.Context, _incomplete: str) -> list[str]:
    """The ids of the questions that the journal's writer may be asked."""
    from mentorlog.cli.world import world_of

    journal = world_of(context).journal_if_any()
    if journal is None:
        return []
    from mentorlog.journal.question_files import journal_bank

    return [question.id for question in journal_bank(journal).for_writing(journal.settings.role)]


complete_ids = _completed(_ids)
complete_any_ids = _completed(_any_ids)
complete_their_ids = _completed(_their_ids)
_complete_ids_to_reply_to = _completed(_ids_to_reply_to)
complete_classes = _completed(_classes)
complete_dimensions = _completed(_dimension_ids)
complete_questions = _completed(_question_ids)
complete_settings = _completed(lambda *_: [name.replace(" ", "-") for name in SETTINGS])
_complete_tags = _completed(_tags)
_complete_days = _completed(lambda *_: ["today", "yesterday", "meeting", "term", "autumn", "spring", "summer"])
_complete_terms = _completed(lambda *_: ["autumn", "spring", "summer", "term"])

EntryName = Annotated[
    str, typer.Argument(metavar="ENTRY", help="An id or the end of one, last, or a path.", autocompletion=complete_ids)
]
ReplyName = Annotated[
    str,
    typer.Argument(
        metavar="ENTRY", help="An id or the end of one, last, or a path.", autocompletion=_complete_ids_to_reply_to
    ),
]
EntryNames = Annotated[
    list[str], typer.Argument(metavar="ENTRY…", help="Ids or their ends, last, or paths.", autocompletion=complete_ids)
]
AnyNames = Annotated[
    list[str],
    typer.Argument(metavar="ENTRY…", help="Ids or their ends, last, or paths.", autocompletion=complete_any_ids),
]
Since = Annotated[
    str,
    typer.Option(
        metavar="DAY", help="From this day on: 2026-11-20, 20 nov, tue, meeting, term.", autocompletion=_complete_days
    ),
]
Until = Annotated[str, typer.Option(metavar="DAY", help="Up to this day.", autocompletion=_complete_days)]
On = Annotated[
    str, typer.Option(metavar="DAY", help="On this day, or in this month or week.", autocompletion=_complete_days)
]
Term = Annotated[
    str,
    typer.Option(
        metavar="TERM", help="In autumn, spring or summer, with a year if you like.", autocompletion=_complete_terms
    ),
]
DimensionName = Annotated[
    str,
    typer.Option(
        "--dimension", "-d", metavar="NAME", help="One of the six dimensions.", autocompletion=complete_dimensions
    ),
]
ClassName = Annotated[
    str, typer.Option("--class", metavar="CLASS", help="This class.", autocompletion=complete_classes)
]
Tag = Annotated[str, typer.Option(metavar="TAG", help="With this tag.", autocompletion=_complete_tags)]
Kind = Annotated[
    str,
    typer.Option(
        metavar="KIND",
        help="Of this kind: reflection, meeting, reply, step.",
        autocompletion=_completed(lambda *_: ["reflection", "meeting", "reply", "step"]),
    ),
]
Limit = Annotated[int | None, typer.Option(metavar="N", min=1, help="At most this many, the newest.")]
AsJson = Annotated[bool, typer.Option("--json", help="As JSON, for other programs.")]


def dimension_option(name: str) -> Dimension | None:
    """The dimension that an option names; None for "". Raises UsageError."""
    return read_dimension(name) if name else None


def period_of(
    meeting: Callable[[], date | None], today: date, *, since: str = "", until: str = "", on: str = "", term: str = ""
) -> Period:
    """Combine the four options for time into one period; `meeting` finds the day of the last meeting.

    Raises UsageError if they contradict one another.
    """

    def read(words: str) -> Period:
        last = meeting() if words.strip().casefold() == "meeting" else None
        return read_period(words, today, last) if words else EVER

    stretch = [period for period in (read(on), _term(term, today)) if period != EVER]
    firsts = [day for day in (read(since).first, *(period.first for period in stretch)) if day]
    lasts = [day for day in (read(until).last, *(period.last for period in stretch)) if day]
    period = Period(max(firsts, default=None), min(lasts, default=None))
    if period.first and period.last and period.first > period.last:
        raise UsageError(f"no day is both after {period.first} and before {period.last}")
    if period != EVER:
        _echo(period)
    return period


def _echo(period: Period) -> None:
    """Tell a person at a terminal which days the options mean."""
    from mentorlog.render.lines import is_terminal, note

    if is_terminal(sys.stderr):
        if period.first == period.last and period.first:
            note(f"The day: {spoken(period.first)}.")
            return
        first = f"from {spoken(period.first)}" if period.first else ""
        last = f"to {spoken(period.last)}" if period.last else ""
        note("Days: " + " ".join(part for part in (first, last) if part) + ".")


def _term(words: str, today: date) -> Period:
    if not words:
        return EVER
    if not words.casefold().startswith(("autumn", "spring", "summer", "term", "this")):
        raise PeriodError(f"'{words}' is not a term", hint="--term autumn, --term 'spring 2026' or --term term")
    return read_period(words, today)


def selection_of(
    meeting: Callable[[], date | None],
    today: date,
    *,
    since: str = "",
    until: str = "",
    on: str = "",
    term: str = "",
    dimension: str = "",
    class_: str = "",
    tag: str = "",
    kind: str = "",
    limit: int | None = None,
) -> Selection:
    """Combine the selectors of a command line into one selection."""
    period = period_of(meeting, today, since=since, until=until, on=on, term=term)
    return Selection(period, dimension_option(dimension), class_, tag, kind, limit)
