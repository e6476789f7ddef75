"""`mentorlog list`: the entries, newest first."""

import typer

from mentorlog.cli import options
from mentorlog.cli.context import world_of
from mentorlog.render import plain
from mentorlog.render.lines import out, say, warn_of_unread


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
) -> None:
    """List entries, newest first. In a pipe: one line each, with tabs between the fields."""
    world = world_of(context)
    contents = world.journal().read()
    selection = options.selection_of(
        contents.entries, world.today, since=since, until=until, on=on, term=term,
        dimension=dimension, class_=class_, tag=tag, kind=kind, limit=limit,
    )  # fmt: skip
    entries = selection.of(contents.entries)
    if as_json:
        out(plain.as_json(plain.list_json(entries, contents.problems)))
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
