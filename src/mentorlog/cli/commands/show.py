"""`mentorlog show`: shows entries in full, with their thread or their history of changes."""

from typing import TYPE_CHECKING, Annotated

import typer

from mentorlog.cli import options
from mentorlog.cli.world import World, world_of
from mentorlog.entry.difference import difference
from mentorlog.entry.entry import Entry
from mentorlog.errors import NotFoundError
from mentorlog.finding.selection import unread_named
from mentorlog.finding.thread import thread_of
from mentorlog.render.lines import out, say, warn
from mentorlog.text import safe_line

if TYPE_CHECKING:  # a completion needs none of these, and must be quick
    from mentorlog.journal.folder import Contents
    from mentorlog.journal.journal import Journal
    from mentorlog.sharing.shared_with_me import SharedWithMe

History = Annotated[bool, typer.Option("--history", help="What each change took away and put in.")]


def command(
    context: typer.Context, names: options.EntryNames, with_: options.With = "", is_history: History = False
) -> None:
    """Show entries whole, and the thread that each belongs to. In a pipe: the file as it is.

    An entry that somebody shares with you is shown as they share it.
    """
    world = world_of(context)
    journal = world.journal()
    contents = journal.read()
    for place, name in enumerate(names):
        if place:
            out()
        if is_history:
            _history(journal, world.own_entry(name, journal, contents, "see its history"))
        else:
            _show(world, journal, contents, name, with_)


def _show(world: World, journal: "Journal", contents: "Contents", name: str, with_: str) -> None:
    unread = unread_named(world.path_in(journal, name), contents.unread)
    if unread:
        out(unread.text)
        warn(str(unread.problem))
        return
    from mentorlog.sharing.shared_with_me import shared_with_me

    shared = shared_with_me(journal, with_)
    entry = _entry(world, journal, contents, shared, name)
    if world.is_piped:
        out(entry.text.removesuffix("\n"))
        return
    from mentorlog.render.pages import entry_page, thread_rows

    entry_page(world.screen, entry)
    thread = thread_of(entry, [*shared.entries, *contents.entries])
    if len(thread) > 1:
        me = journal.settings.name or "You"
        thread_rows(world.screen, [(shared.name_of_writer(part) or me, part) for part in thread], entry)


def _entry(world: World, journal: "Journal", contents: "Contents", shared: "SharedWithMe", name: str) -> Entry:
    """The writer's own entry of that name; else one that another person shares."""
    try:
        return world.entry(name, journal, contents)
    except NotFoundError:
        if not shared.entries:
            raise
        return shared.named(name)[1]


def _history(journal: "Journal", entry: Entry) -> None:
    """Print what each change of an entry removed and added, the latest change first."""
    versions = journal.history.versions(entry.path)
    if not versions:
        say(f"{entry.short_id} is as it was written, as far as mentorlog knows.")
        return
    later = [*(before for _, before in versions[1:]), entry.data]
    for (record, before), after in reversed(list(zip(versions, later, strict=True))):
        say(f"Change {record.number}, {record.verb}:")
        for line in difference(_text(before), _text(after)):
            out(f"  {line[0]} {safe_line(line[2:])}")


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")
