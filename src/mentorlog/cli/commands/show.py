"""`mentorlog show`: whole entries, for their writer, and what they were before each change."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from mentorlog.cli import options
from mentorlog.cli.world import World, world_of
from mentorlog.entry.difference import difference
from mentorlog.entry.entry import Entry
from mentorlog.errors import NotFoundError
from mentorlog.finding.selection import entry_named, unread_named
from mentorlog.finding.thread import thread_of
from mentorlog.render.lines import out, say, warn
from mentorlog.text import safe_line

if TYPE_CHECKING:  # a completion, which needs none of these, is waited for at every Tab
    from mentorlog.journal.folder import Contents
    from mentorlog.journal.journal import Journal
    from mentorlog.journal.settings import Person

Shared = Sequence[tuple["Person", Entry]]
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
            _history(journal, world.entry(name, journal, contents))
        else:
            _show(world, journal, contents, name, with_)


def _show(world: World, journal: "Journal", contents: "Contents", name: str, with_: str) -> None:
    unread = unread_named(world.path_in(journal, name), contents.unread)
    if unread:
        out(unread.text)
        warn(str(unread.problem))
        return
    from mentorlog.sharing.pair import shared_with_me
    from mentorlog.sharing.people import only_person

    theirs = shared_with_me(journal, only_person(journal.settings.people, with_).name if with_ else "")
    entry = _entry(world, journal, contents, theirs, name)
    if world.is_piped:
        out(entry.text.removesuffix("\n"))
    else:
        _page(world, journal, contents.entries, theirs, entry)


def _entry(world: World, journal: "Journal", contents: "Contents", theirs: Shared, name: str) -> Entry:
    """One's own entry of that name; where there is none, one that somebody shares."""
    try:
        return world.entry(name, journal, contents)
    except NotFoundError:
        if not theirs:
            raise
        return entry_named(name, [entry for _, entry in theirs])


def _page(world: World, journal: "Journal", own: Sequence[Entry], theirs: Shared, entry: Entry) -> None:
    from mentorlog.render.pages import entry_page, thread_rows

    entry_page(world.screen, entry)
    writers = {id(each): person.name for person, each in theirs}
    thread = thread_of(entry, [*(each for _, each in theirs), *own])
    if len(thread) > 1:
        me = journal.settings.name or "You"
        thread_rows(world.screen, [(writers.get(id(each), me), each) for each in thread], entry)


def _history(journal: "Journal", entry: Entry) -> None:
    """Every earlier state of an entry against the one that followed it, the latest change first."""
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
