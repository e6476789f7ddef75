"""`mentorlog next`: the things to try next, and closing them."""

from collections.abc import Sequence
from typing import Annotated

import typer

from mentorlog.cli import options
from mentorlog.cli.context import World, world_of
from mentorlog.cli.people import only_person
from mentorlog.entry import Entry
from mentorlog.errors import ContentError, UsageError
from mentorlog.journal.folder import Contents
from mentorlog.journal.journal import Journal
from mentorlog.journal.pair import between_us, shared_with_me
from mentorlog.journal.settings import Person
from mentorlog.meeting import steps_of
from mentorlog.render import plain
from mentorlog.render.lines import out, say, warn_of_unread
from mentorlog.text import safe_line

_STATES = {"done": "done", "drop": "dropped", "reopen": None}
_SAID = {"done": "Done", "drop": "Let go", "reopen": "Open again"}

Action = Annotated[
    str, typer.Argument(metavar="[done|drop|reopen]", autocompletion=lambda: list(_STATES), show_default=False)
]
Names = Annotated[
    list[str] | None, typer.Argument(metavar="[ENTRY…]", autocompletion=options.complete_ids, show_default=False)
]


def command(context: typer.Context, action: Action = "", names: Names = None, with_: options.With = "") -> None:
    """What each wants to try next. `next done ENTRY` closes one of yours, drop lets it go, reopen opens it again."""
    world = world_of(context)
    if not action:
        _list(world, with_)
        return
    if action not in _STATES or not names:
        raise UsageError("say which: mentorlog next done ENTRY", hint="mentorlog next")
    journal = world.journal(to_write=True)
    contents = journal.read()
    meant = {entry.path: entry for entry in (world.entry(name, journal, contents) for name in names)}
    for entry in meant.values():
        _set(journal, entry, action)


def _set(journal: Journal, entry: Entry, action: str) -> None:
    if not entry.head.next:
        raise ContentError(f"{entry.short_id} has no next step", hint=f"mentorlog edit {entry.short_id} --set next='…'")
    journal.set_values(entry, {"next_state": _STATES[action]}, "next")
    say(f"{_SAID[action]}: {safe_line(entry.head.next)}")


def _mine(journal: Journal, contents: Contents, person: Person | None) -> Sequence[Entry]:
    """All of one's own; with a person, those between the two, and an ECT's that name nobody."""
    if person is None:
        return contents.entries
    ours = between_us(journal, contents.entries, person)
    is_ours = ours.holds if journal.settings.role == "mentor" else ours.may_hold
    return list(filter(is_ours, contents.entries))


def _list(world: World, with_: str) -> None:
    """My open steps, and where it is clear who the other person is, theirs: the oldest first."""
    journal = world.journal()
    contents = journal.read()
    me, people = journal.settings.name or "You", journal.settings.people
    person = only_person(people, with_) if with_ or len(people) == 1 else None
    theirs = shared_with_me(journal, person.name) if person else []
    steps = [(me if person else "", entry) for entry in steps_of(_mine(journal, contents, person if with_ else None))]
    steps += [(each.name, entry) for each, entry in theirs if entry.is_next_open]
    steps.sort(key=lambda step: step[1].order)
    if world.is_piped:
        rows = ((each.id, each.date.isoformat(), each.head.next, *([who] if who else [])) for who, each in steps)
        for line in plain.tab_lines(rows):
            out(line)
    elif steps:
        from mentorlog.render.terminal import step_rows

        step_rows(world.screen, steps)
    else:
        say("Nothing is open. An entry can end with one thing to try next.")
    warn_of_unread(contents.unreadable)
