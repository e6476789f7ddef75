"""`mentorlog next`: the things to try next, and closing them."""

import contextlib
from collections.abc import Sequence
from typing import Annotated

import typer

from mentorlog.cli import options
from mentorlog.cli.world import World, world_of
from mentorlog.conversation.steps import STATES, NextStep, open_steps
from mentorlog.entry.entry import Entry
from mentorlog.errors import ContentError, NotFoundError, UsageError
from mentorlog.finding.selection import entry_named
from mentorlog.journal.folder import Contents
from mentorlog.journal.journal import Journal
from mentorlog.journal.settings import Person
from mentorlog.render import formats
from mentorlog.render.lines import out, say, warn_of_unread
from mentorlog.sharing.pair import between_us, shared_with_me
from mentorlog.sharing.people import only_person
from mentorlog.text import safe_line

_TAKE = "take"
_ACTIONS = [*STATES, _TAKE]
_SAID = {"done": "Done", "drop": "Let go", "reopen": "Open again"}

Action = Annotated[
    str, typer.Argument(metavar="[done|drop|reopen|take]", autocompletion=lambda: _ACTIONS, show_default=False)
]
Names = Annotated[
    list[str] | None, typer.Argument(metavar="[ENTRY…]", autocompletion=options.complete_ids, show_default=False)
]

Suggested = Annotated[bool, typer.Option("--suggested", help="What you suggested to them, not a step of yours.")]
Share = Annotated[bool, typer.Option("--share", help="With take: let the other person see it.")]


def command(
    context: typer.Context,
    action: Action = "",
    names: Names = None,
    with_: options.With = "",
    is_suggested: Suggested = False,
    is_shared: Share = False,
) -> None:
    """What each wants to try next. `next done ENTRY` closes one of yours, drop lets it go, reopen opens it again.

    `next take ENTRY` makes what somebody suggests to you a step of your own, in an entry that follows theirs.
    """
    world = world_of(context)
    if not action:
        _list(world, with_)
        return
    if action not in _ACTIONS or not names:
        raise UsageError("say which: mentorlog next done ENTRY", hint="mentorlog next")
    if action == _TAKE:
        from mentorlog.cli.commands.take import take

        take(world, names, with_, is_shared=is_shared)
        return
    journal = world.journal(to_write=True)
    contents = journal.read()
    meant = {entry.path: entry for entry in (_own(world, journal, contents, name) for name in names)}
    for entry in meant.values():
        _set(journal, NextStep(entry, is_suggested or (not entry.head.next and bool(entry.head.suggested))), action)


def _own(world: World, journal: Journal, contents: Contents, name: str) -> Entry:
    """One's own entry of this name. Raises UsageError for somebody else's, which they close themselves."""
    try:
        return world.entry(name, journal, contents)
    except NotFoundError:
        shared = shared_with_me(journal)
        with contextlib.suppress(NotFoundError):
            entry = entry_named(name, [entry for _, entry in shared])
            whose = safe_line(next(person.name for person, each in shared if each is entry))
            raise UsageError(f"that step is {whose}'s, and {whose} closes it", hint="mentorlog next") from None
        raise


def _set(journal: Journal, step: NextStep, action: str) -> None:
    if not step.words:
        name = step.entry.short_id
        what, key = ("suggests nothing", "suggested") if step.is_suggested else ("has no next step", "next")
        raise ContentError(f"{name} {what}", hint=f"mentorlog edit {name} --set {key}='…'")
    journal.set_values(step.entry, step.closed_by(STATES[action]), "next")
    say(f"{_SAID[action]}: {safe_line(step.words)}")


def _mine(journal: Journal, contents: Contents, person: Person | None) -> Sequence[Entry]:
    """All of one's own; with a person, those between the two, and an ECT's that name nobody."""
    if person is None:
        return contents.entries
    ours = between_us(journal, contents.entries, person)
    is_ours = ours.holds if journal.settings.role == "mentor" else ours.may_hold
    return list(filter(is_ours, contents.entries))


def _list(world: World, with_: str) -> None:
    """My open steps and those that others share with me, each with whose it is: the oldest first."""
    journal = world.journal()
    contents, people = journal.read(), journal.settings.people
    people = (only_person(people, with_),) if with_ else people
    shared = shared_with_me(journal, people[0].name if with_ else "")
    theirs = [entry for _, entry in shared]
    me, other = (journal.settings.name or "You" if people else "", people[0].name if len(people) == 1 else "")
    own = _mine(journal, contents, people[0] if with_ else None)
    steps = [(_doer(step, me, step.entry.head.with_ or other), me or "you", step) for step in open_steps(own, theirs)]
    for person in people:
        found = open_steps([entry for whose, entry in shared if whose is person], own)
        steps += [(_doer(step, person.name, me), person.name, step) for step in found]
    steps.sort(key=lambda each: each[2].entry.order)
    if world.is_piped:
        for line in formats.tab_lines(_fields(who, step) for who, _, step in steps):
            out(line)
    elif steps:
        from mentorlog.render.pages import step_rows

        step_rows(world.screen, steps)
        if any(step.is_suggested for step in open_steps(theirs, own)):
            say("To make a suggestion yours: mentorlog next take ENTRY")
    else:
        say("Nothing is open. An entry can end with one thing to try next.")
    warn_of_unread(contents.unreadable)


def _doer(step: NextStep, writer: str, reader: str) -> str:
    return reader if step.is_suggested else writer


def _fields(who: str, step: NextStep) -> list[str]:
    """What a pipe has of a step: id, day, words, then whose it is, and whether it was suggested to them."""
    more = [who, "suggested"] if step.is_suggested else [who] if who else []
    return [step.entry.id, step.entry.date.isoformat(), step.words, *more]
