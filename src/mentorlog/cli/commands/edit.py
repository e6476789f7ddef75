"""`mentorlog edit`: changes an entry, in the editor or value by value."""

from typing import Annotated

import typer

from mentorlog.cli import options
from mentorlog.cli.name_guard import note_names
from mentorlog.cli.people.copies import say_still_shared
from mentorlog.cli.world import world_of
from mentorlog.days import spoken
from mentorlog.entry.assignments import values_of
from mentorlog.entry.entry import Entry
from mentorlog.errors import InputNeededError
from mentorlog.journal.journal import Journal
from mentorlog.render.lines import say
from mentorlog.sharing.people import with_person
from mentorlog.sharing.shared_with_me import answered_by
from mentorlog.sharing.still_shared import may_have_stale_copy
from mentorlog.text import safe_line

Changes = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="KEY=VALUE", help="Change one value and nothing else; may be repeated."),
]


def command(context: typer.Context, name: options.EntryName, changes: Changes = None) -> None:
    """Change an entry. With --set, only that line of its front matter; otherwise in your editor."""
    world = world_of(context)
    journal = world.journal(to_write=True)
    entry = world.own_entry(name, journal, journal.read(), "change it")
    if changes:
        saved = journal.set_values(entry, with_person(journal, entry, values_of(changes, world.today)))
        day = f" The day is {spoken(saved.date)}." if saved.date != entry.date else ""
        say(f"Changed {safe_line(entry.path)}.{day}" if saved.text != entry.text else "Nothing changed.")
        if saved.text != entry.text:
            _warn_after_change(journal, entry, saved)
        return
    if not world.can_ask:
        raise InputNeededError("an editor needs a terminal", hint=f"mentorlog edit {entry.short_id} --set title='…'")
    from mentorlog.cli.writing.editor import edit_in_editor

    changed = edit_in_editor(world, journal, entry)
    say(f"Changed {safe_line(entry.path)}. Back with: mentorlog undo" if changed else "Nothing changed.")
    if changed:
        _warn_after_change(journal, entry, changed)


def _warn_after_change(journal: Journal, before: Entry, after: Entry) -> None:
    """Show the names in a changed entry, and any copy that another person should no longer have."""
    note_names(journal, after)
    if after.head.ask.strip() and after.head.ask != before.head.ask and (who := answered_by(journal, after)):
        name = safe_line(who)
        say(f"{name} has answered this entry already, so {name}'s page leaves the request out. Ask in a new one.")
    if may_have_stale_copy(before, after):
        say_still_shared(journal)
