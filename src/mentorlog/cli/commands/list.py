"""`mentorlog list`: lists entries, newest first."""

from typing import Annotated

import typer

from mentorlog.cli import options
from mentorlog.cli.people.theirs import Theirs
from mentorlog.cli.world import world_of
from mentorlog.errors import UsageError
from mentorlog.finding.cards import listing
from mentorlog.render import formats
from mentorlog.render.lines import out, say, warn_of_unread
from mentorlog.text import safe_line

_NOTHING = "Nothing is written yet. When a moment stays with you: mentorlog new"

AsCsv = Annotated[bool, typer.Option("--csv", help="A table for a spreadsheet.")]


def command(
    context: typer.Context,
    with_: options.By = "",
    since: options.Since = "",
    until: options.Until = "",
    on: options.On = "",
    term: options.Term = "",
    dimension: options.DimensionName = "",
    class_: options.ClassName = "",
    tag: options.Tag = "",
    kind: options.Kind = "",
    limit: options.Limit = None,
    as_json: options.AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """List entries, newest first. Includes entries shared with you, with the writer's name.

    In a pipe, each entry is one line, with tabs between fields. The last one is the writer's name, blank for your own.
    """
    if as_json and as_csv:
        raise UsageError("--json and --csv are two ways of writing the same; say one")
    world = world_of(context)
    journal = world.journal()
    theirs = Theirs.of(world, journal, with_)
    selection = options.selection_of(
        theirs.last_meeting, world.today, since=since, until=until, on=on,
        term=term, dimension=dimension, class_=class_, tag=tag, kind=kind, limit=limit,
    )  # fmt: skip
    contents = journal.read() if as_json and not with_ else None
    files = contents.files if contents else theirs.own(journal.walk())
    listed = listing(files, selection, theirs.written, theirs.news_of())
    if as_json:
        out(formats.as_json(formats.list_json(listed.cards, contents.problems if contents else ())))
    elif as_csv:
        out(formats.csv_lines(map(formats.card_row, listed.cards)))
    elif world.is_piped:
        for line in formats.tab_lines(map(formats.card_row, listed.cards)):
            out(line)
    elif listed.cards:
        from mentorlog.render.pages import card_rows

        card_rows(world.screen, listed.cards)
    else:
        say(_nothing(theirs.person, listed.total))
    warn_of_unread(listed.unreadable)
    theirs.finish(listed.cards)


def _nothing(person: str, total: int) -> str:
    """The sentence for an empty list, out of a `total` of entries."""
    if total:
        return "No entry matches that."
    return f"Nothing from {safe_line(person)} yet." if person else _NOTHING
