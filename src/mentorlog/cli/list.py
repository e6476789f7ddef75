"""`mentorlog list`: the entries, newest first."""

from typing import Annotated

import typer

from mentorlog.cli import options
from mentorlog.cli.context import world_of
from mentorlog.errors import UsageError
from mentorlog.render import plain
from mentorlog.render.lines import out, say, warn_of_unread

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
    contents = world.journal().read()
    selection = options.selection_of(
        contents.entries, world.today, since=since, until=until, on=on, term=term,
        dimension=dimension, class_=class_, tag=tag, kind=kind, limit=limit,
    )  # fmt: skip
    entries = selection.of(contents.entries)
    if as_json:
        out(plain.as_json(plain.list_json(entries, contents.problems)))
    elif as_csv:
        out(plain.csv_lines(map(plain.entry_row, entries)))
    elif world.is_piped:
        for line in plain.tab_lines(map(plain.entry_row, entries)):
            out(line)
    elif entries:
        from mentorlog.render.terminal import entry_rows

        entry_rows(world.screen, entries)
    else:
        say(
            "Nothing is written yet. When a moment stays with you: mentorlog new"
            if not contents.entries
            else "No entry matches that."
        )
    warn_of_unread(contents.unreadable)
