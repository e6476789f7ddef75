"""`mentorlog search`: entries that hold all of some words."""

from collections.abc import Iterator, Sequence
from typing import Annotated

import typer

from mentorlog.cli import options
from mentorlog.cli.context import World, world_of
from mentorlog.entry import Entry
from mentorlog.errors import ExitCode
from mentorlog.render import plain
from mentorlog.render.lines import out, say, warn_of_unread
from mentorlog.search import Found, found_in

Words = Annotated[list[str], typer.Argument(metavar="WORDS…", help="Plain words; an entry must hold all of them.")]


def command(
    context: typer.Context,
    words: Words,
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
    """Search for plain words, in any case. Files that cannot be read as entries are searched too."""
    world = world_of(context)
    contents = world.journal().read()
    selection = options.selection_of(
        contents.entries, world.today, since=since, until=until, on=on, term=term,
        dimension=dimension, class_=class_, tag=tag, kind=kind,
    )  # fmt: skip
    found = [hit for entry in selection.of(contents.entries) if (hit := found_in(entry, words))][:limit]
    lost = [hit for each in contents.unread if (hit := found_in(each, words))]
    if as_json:
        out(
            plain.as_json(
                plain.list_json([hit.source for hit in found if isinstance(hit.source, Entry)], contents.problems)
            )
        )
    else:
        _print(world, [*found, *lost])
    warn_of_unread(contents.unreadable)
    if not found and not lost:
        raise typer.Exit(ExitCode.NOT_FOUND)


def _print(world: World, found: Sequence[Found]) -> None:
    if world.is_piped:
        for line in plain.tab_lines(_rows(found)):
            out(line)
    elif not found:
        say("No entry holds those words.")
    else:
        from mentorlog.render.terminal import found_rows

        found_rows(world.screen, found)


def _rows(found: Sequence[Found]) -> Iterator[tuple[str, ...]]:
    for hit in found:
        source = hit.source
        known = (source.id, source.date.isoformat(), source.title) if isinstance(source, Entry) else ("", "", "")
        yield (*known, source.path, hit.line)
