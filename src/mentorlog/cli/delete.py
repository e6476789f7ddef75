"""`mentorlog delete`: take entries out of the journal, so that `undo` can bring them back."""

import typer

from mentorlog.cli import options
from mentorlog.cli.context import say, world_of
from mentorlog.period import short
from mentorlog.selection import entry_named
from mentorlog.text import count, safe_line


def command(context: typer.Context, names: options.EntryNames) -> None:
    """Delete entries. Only the ones you name, and undo brings them back."""
    world = world_of(context)
    journal = world.journal(to_write=True)
    contents = journal.read()
    entries = list({entry.path: entry for entry in (entry_named(name, contents.entries) for name in names)}.values())
    journal.delete(entries)
    if len(entries) == 1:
        what = f'"{safe_line(entries[0].title)}" ({short(entries[0].date)})'
    else:
        what = count(len(entries), "entry", "entries")
    say(f"Deleted {what}. Back with: mentorlog undo")
