"""`mentorlog show`: whole entries, for their writer."""

import typer

from mentorlog.cli import options
from mentorlog.cli.context import World, out, warn, world_of
from mentorlog.entry import Entry
from mentorlog.journal.folder import Contents
from mentorlog.selection import entry_named, unread_named


def command(context: typer.Context, names: options.EntryNames) -> None:
    """Show entries whole. In a pipe: the file as it is."""
    world = world_of(context)
    contents = world.journal().read()
    for place, name in enumerate(names):
        if place:
            out()
        _show(world, contents, name)


def _show(world: World, contents: Contents, name: str) -> None:
    unread = unread_named(name, contents.unread)
    if unread:
        out(unread.text)
        warn(str(unread.problem))
        return
    entry = entry_named(name, contents.entries)
    if world.is_piped:
        out(entry.text.removesuffix("\n"))
    else:
        _page(world, entry)


def _page(world: World, entry: Entry) -> None:
    from mentorlog.render.terminal import entry_page

    entry_page(world.screen, entry)
