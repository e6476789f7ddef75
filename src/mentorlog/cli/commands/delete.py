"""`mentorlog delete`: removes entries from the journal, until `undo` or for good."""

from collections.abc import Sequence
from typing import Annotated

import typer

from mentorlog.cli import options
from mentorlog.cli.confirm import agrees
from mentorlog.cli.people.copies import say_still_shared
from mentorlog.cli.world import world_of
from mentorlog.days import short
from mentorlog.entry.entry import Entry
from mentorlog.render.lines import say
from mentorlog.text import count, safe_line

Purge = Annotated[
    bool, typer.Option("--purge", help="For good: earlier versions and drafts too. Nothing brings it back.")
]
Yes = Annotated[bool, typer.Option("--yes", help="With --purge: do not ask.")]


def command(context: typer.Context, names: options.EntryNames, is_purge: Purge = False, is_agreed: Yes = False) -> None:
    """Delete entries. Only the ones you name, and undo brings them back."""
    world = world_of(context)
    journal = world.journal(to_write=True)
    contents = journal.read()
    named = (world.own_entry(name, journal, contents, "delete it") for name in names)
    entries = list({entry.path: entry for entry in named}.values())
    if not is_purge:
        journal.delete(entries)
        say(f"Deleted {_what(entries)}. Back with: mentorlog undo")
        say_still_shared(journal)
        return
    if not is_agreed and not agrees(
        world, f"Remove {_what(entries)} for good?", hint="mentorlog delete ENTRY --purge --yes"
    ):
        say("Nothing was removed.")
        return
    for entry in entries:
        journal.purge(entry, world.drafts)
    from mentorlog.programs.pages import forget_pages

    forget_pages(world.state)
    say(f"Removed {_what(entries)} for good, with every earlier version and draft on this computer.")
    say("A sync service, a backup or a share may still hold copies; mentorlog cannot reach those.")
    say_still_shared(journal)


def _what(entries: Sequence[Entry]) -> str:
    if len(entries) > 1:
        return count(len(entries), "entry", "entries")
    return f'"{safe_line(entries[0].title)}" ({short(entries[0].date)})'
