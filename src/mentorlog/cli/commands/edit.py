"""`mentorlog edit`: changes an entry, in the editor or value by value."""

from typing import Annotated

import typer

from mentorlog.cli import options
from mentorlog.cli.name_guard import note_names
from mentorlog.cli.world import world_of
from mentorlog.days import spoken
from mentorlog.entry.assignments import values_of
from mentorlog.entry.entry import Entry
from mentorlog.errors import InputNeededError
from mentorlog.files.toml import Values
from mentorlog.journal.journal import Journal
from mentorlog.render.lines import say
from mentorlog.sharing.audience import is_with_somebody
from mentorlog.sharing.people import only_person
from mentorlog.sharing.still_shared import still_shared
from mentorlog.text import safe_line

Changes = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="KEY=VALUE", help="Change one value and nothing else; may be repeated."),
]


def command(context: typer.Context, name: options.EntryName, changes: Changes = None) -> None:
    """Change an entry. With --set, only that line of its front matter; otherwise in your editor."""
    world = world_of(context)
    journal = world.journal(to_write=True)
    entry = world.entry(name, journal, journal.read())
    if changes:
        saved = journal.set_values(entry, _with_whom(journal, entry, values_of(changes, world.today)))
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
    if _may_linger(before, after):
        for left in still_shared(journal):
            say(left.sentence)


def _may_linger(before: Entry, after: Entry) -> bool:
    """Whether another person may have a copy that is no longer meant for them."""
    return before.is_shared and not (after.is_shared and after.head.with_ == before.head.with_)


def _with_whom(journal: Journal, entry: Entry, values: Values) -> Values:
    """Complete the values with the person's name as set up; if only one is set up, sharing is with them."""
    people = journal.settings.people
    if values.get("with"):
        return {**values, "with": only_person(people, str(values["with"])).name}
    if values.get("share") and len(people) == 1 and not is_with_somebody(entry):
        return {"with": people[0].name, **values}
    return values
