"""`mentorlog list`: lists entries, newest first."""

from typing import Annotated

import typer

from mentorlog.cli import options
from mentorlog.cli.world import world_of
from mentorlog.errors import UsageError
from mentorlog.finding.cards import listing
from mentorlog.finding.selection import last_meeting, meeting_days
from mentorlog.render import formats
from mentorlog.render.lines import out, say, warn_of_unread

_NOTHING = "Nothing is written yet. When a moment stays with you: mentorlog new"

AsCsv = Annotated[bool, typer.Option("--csv", help="A table for a spreadsheet.")]


def command(
    context: typer.Context,
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
    """List entries, newest first. In a pipe: one line each, with tabs between the fields."""
    if as_json and as_csv:
        raise UsageError("--json and --csv are two ways of writing the same; say one")
    world = world_of(context)
    journal = world.journal()
    selection = options.selection_of(
        lambda: last_meeting(meeting_days(journal.walk()), world.today), world.today, since=since, until=until, on=on,
        term=term, dimension=dimension, class_=class_, tag=tag, kind=kind, limit=limit,
    )  # fmt: skip
    if as_json:
        contents = journal.read()
        listed = listing(contents.entries, selection)
        out(formats.as_json(formats.list_json(listed.cards, contents.problems)))
        warn_of_unread(contents.unreadable)
        return
    listed = listing(journal.walk(), selection)
    if as_csv:
        out(formats.csv_lines(map(formats.card_row, listed.cards)))
    elif world.is_piped:
        for line in formats.tab_lines(map(formats.card_row, listed.cards)):
            out(line)
    elif listed.cards:
        from mentorlog.render.pages import card_rows

        card_rows(world.screen, listed.cards)
    else:
        say("No entry matches that." if listed.total else _NOTHING)
    warn_of_unread(listed.unreadable)
