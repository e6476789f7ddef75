"""`mentorlog show`: whole entries, for their writer, and what they were before each change."""

from typing import Annotated

import typer

from mentorlog.cli import options
from mentorlog.cli.context import World, world_of
from mentorlog.difference import difference
from mentorlog.entry import Entry
from mentorlog.journal.folder import Contents
from mentorlog.journal.journal import Journal
from mentorlog.render.lines import out, say, warn
from mentorlog.selection import unread_named
from mentorlog.text import safe_line

History = Annotated[bool, typer.Option("--history", help="What each change took away and put in.")]


def command(context: typer.Context, names: options.EntryNames, is_history: History = False) -> None:
    """Show entries whole. In a pipe: the file as it is."""
    world = world_of(context)
    journal = world.journal()
    contents = journal.read()
    for place, name in enumerate(names):
        if place:
            out()
        if is_history:
            _history(journal, world.entry(name, journal, contents.entries))
        else:
            _show(world, journal, contents, name)


def _show(world: World, journal: Journal, contents: Contents, name: str) -> None:
    unread = unread_named(world.path_in(journal, name), contents.unread)
    if unread:
        out(unread.text)
        warn(str(unread.problem))
        return
    entry = world.entry(name, journal, contents.entries)
    if world.is_piped:
        out(entry.text.removesuffix("\n"))
    else:
        _page(world, entry)


def _page(world: World, entry: Entry) -> None:
    from mentorlog.render.terminal import entry_page

    entry_page(world.screen, entry)


def _history(journal: Journal, entry: Entry) -> None:
    """Every earlier state of an entry against the one that followed it, the latest change first."""
    versions = journal.history.versions(entry.path)
    if not versions:
        say(f"{entry.short_id} is as it was written, as far as mentorlog knows.")
        return
    later = [*(before for _, before in versions[1:]), entry.text.encode("utf-8")]
    for (record, before), after in reversed(list(zip(versions, later, strict=True))):
        say(f"Change {record.number}, {record.verb}:")
        for line in difference(_text(before), _text(after)):
            out(f"  {line[0]} {safe_line(line[2:])}")


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")
