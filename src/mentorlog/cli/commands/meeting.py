"""`mentorlog meeting`: what each said they would do, what is to be talked about, notes, and one next thing each."""

from dataclasses import replace
from typing import Annotated

import typer

from mentorlog.cli import options
from mentorlog.cli.confirm import asker_for
from mentorlog.cli.guided.meeting import Minutes, begun, hold, save, taken_up
from mentorlog.cli.guided.resume import is_meeting, left_open, open_drafts
from mentorlog.cli.name_guard import note_names
from mentorlog.cli.world import World, world_of
from mentorlog.cli.writing.flags import new_keeper
from mentorlog.cli.writing.saving import keep_at_once
from mentorlog.conversation.meeting import NEXT, NOTES, SUGGESTED, Meeting
from mentorlog.days import read_day
from mentorlog.errors import InputNeededError, MentorlogError
from mentorlog.files.toml import Values
from mentorlog.journal.keeper import NotSavedError
from mentorlog.sharing.people import only_person
from mentorlog.text import typed, typed_line

Notes = Annotated[str, typer.Option(metavar="TEXT", help="What to keep from it, without being asked.")]
Next = Annotated[str, typer.Option("--next", metavar="TEXT", help="One next thing for you, without being asked.")]
Suggest = Annotated[str, typer.Option(metavar="TEXT", help="One next thing for them, without being asked.")]
Day = Annotated[str, typer.Option("--date", metavar="DAY", help="The day of the meeting.")]


def command(
    context: typer.Context,
    with_: options.With = "",
    day: Day = "",
    notes: Notes = "",
    next_: Next = "",
    suggest: Suggest = "",
    is_shared: options.Share = False,
) -> None:
    """Walk through a meeting. What each said they would do, what to talk about, notes, one next thing each.

    Both of you may sit at the screen: it shows only what each shares with the other. The rest is in mentorlog next.
    """
    world = world_of(context)
    shared: Values = {"share": "mentor"} if is_shared else {}
    if notes or next_ or suggest:
        said = {NOTES: typed(notes)[0], NEXT: typed_line(next_), SUGGESTED: typed_line(suggest)}
        _write_down(world, with_, {"date": read_day(day or "today", world.today), **shared}, said)
    else:
        _walk_through(world, with_, {**({"date": read_day(day, world.today)} if day else {}), **shared})


def _write_down(world: World, name: str, values: Values, said: dict[str, str]) -> None:
    """Save it at once. The words are in a draft before the journal, or anybody, is even looked for."""
    keeper = new_keeper(world, values["date"])
    meeting = Meeting((), said, other=name)
    keep_at_once(world, keeper, {**values, **meeting.values()}, meeting.body())
    try:
        journal = world.journal(to_write=True)
        person = only_person(journal.settings.people, name)
    except MentorlogError as error:
        raise NotSavedError(error, keeper) from None
    note_names(journal, save(world, journal, Minutes(replace(meeting, other=person.name), values, keeper)))


def _walk_through(world: World, name: str, flags: Values) -> None:
    """Ask for everything, or for what is left of a meeting with this person that was broken off."""
    journal = world.journal(to_write=True)
    person = only_person(journal.settings.people, name)
    if not world.can_ask:
        raise InputNeededError("a meeting needs a terminal", hint="mentorlog meeting --notes '…' --next '…'")
    world.drafts.prepare()
    asker = asker_for(world)
    left = left_open(world, asker, [each for each in open_drafts(world, journal) if is_meeting(each, person.name)])
    values = {"date": world.today, **flags}
    minutes = (
        taken_up(world, journal, left, flags)
        if left
        else begun(journal, person.name, values, new_keeper(world, values["date"]))
    )
    hold(world, asker, journal, minutes)
