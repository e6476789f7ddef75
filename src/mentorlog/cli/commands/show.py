"""`mentorlog show`: shows entries in full, with their thread or their history of changes."""

import contextlib
from typing import TYPE_CHECKING, Annotated

import typer

from mentorlog.cli import options
from mentorlog.cli.people.theirs import Theirs, mark_seen
from mentorlog.cli.world import World, world_of
from mentorlog.entry.difference import difference
from mentorlog.entry.entry import Entry
from mentorlog.errors import MentorlogError, NotFoundError
from mentorlog.finding.selection import unread_named
from mentorlog.finding.thread import thread_of
from mentorlog.render.lines import out, say, warn
from mentorlog.text import safe_line

if TYPE_CHECKING:  # a completion needs none of these, and must be quick
    from mentorlog.journal.folder import Contents
    from mentorlog.journal.journal import Journal

History = Annotated[bool, typer.Option("--history", help="What each change took away and put in.")]


def command(
    context: typer.Context, names: options.AnyNames, with_: options.By = "", is_history: History = False
) -> None:
    """Show entries whole, and the thread that each belongs to. In a pipe: the file as it is.

    An entry that somebody shares with you is shown as they share it. If you both have an entry with this id, you see
    yours; --with NAME shows theirs.
    """
    world = world_of(context)
    journal = world.journal()
    contents = journal.read()
    theirs = Theirs.of(world, journal, with_)
    for place, name in enumerate(names):
        if place:
            out()
        if is_history:
            _history(journal, world.own_entry(name, journal, contents, "see its history"))
        else:
            _show(world, contents, theirs, name)


def _show(world: World, contents: "Contents", theirs: Theirs, name: str) -> None:
    journal = theirs.journal
    unread = None if theirs.person else unread_named(world.path_in(journal, name), contents.unread)
    if unread:
        out(unread.text)
        warn(str(unread.problem))
        return
    by, entry = _entry(world, contents, theirs, name)
    if world.is_piped:
        out(entry.text.removesuffix("\n"))
        return
    from mentorlog.render.pages import entry_page, thread_rows

    entry_page(world.screen, entry, by)
    thread = thread_of(entry, [*theirs.entries, *contents.entries])
    if len(thread) > 1:
        me = journal.settings.name or "You"
        thread_rows(world.screen, [(theirs.name_of_writer(part) or me, part) for part in thread], entry)
    mark_seen(world, journal, [entry] if by else [])


def _entry(world: World, contents: "Contents", theirs: Theirs, name: str) -> tuple[str, Entry]:
    """The reader's own entry of that name, after ""; else another person's, after their name."""
    if theirs.shared is None:
        return "", world.entry(name, theirs.journal, contents)
    if not theirs.person:
        try:
            own = world.entry(name, theirs.journal, contents)
        except NotFoundError as error:
            with contextlib.suppress(NotFoundError):
                writer, entry = theirs.shared.named(name)
                return writer.name, entry
            raise theirs.shared.with_remark(error) from None
        _tell_of_other(theirs, name)
        return "", own
    writer, entry = theirs.shared.named(name)
    return writer.name, entry


def _tell_of_other(theirs: Theirs, name: str) -> None:
    """Tell the reader if `name` means an entry of another person's too."""
    if theirs.shared is None or name == "last":
        return
    with contextlib.suppress(MentorlogError):
        whose = safe_line(theirs.shared.named(name)[0].name)
        shown = safe_line(name)
        warn(f"{whose} also has an entry called '{shown}': mentorlog show {shown} --with '{whose}'")


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
