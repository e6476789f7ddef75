"""`mentorlog meeting`: walks through a meeting, or saves one at once from flags."""

from typing import Annotated

import typer

from mentorlog.cli import options
from mentorlog.cli.guided.meeting import guide_meeting
from mentorlog.cli.world import world_of
from mentorlog.cli.writing.meeting import write_down
from mentorlog.conversation.meeting import NEXT, NOTES, SUGGESTED, Meeting
from mentorlog.days import read_day
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
    """Go through a meeting. What you each said you would do or asked for, what to talk about, notes, one next thing.

    If you agree to something they asked for, it becomes one of your steps; /skip leaves an item out of the notes. You
    can share the notes at the end. You can both look at the screen: it shows only what you share with each other.
    Your private steps are in mentorlog next.
    """
    world = world_of(context)
    shared = {"share": "mentor"} if is_shared else {}
    if notes or next_ or suggest:
        answers = {NOTES: typed(notes)[0], NEXT: typed_line(next_), SUGGESTED: typed_line(suggest)}
        values = {"date": read_day(day or "today", world.today), **shared}
        write_down(world, values, Meeting((), answers, other=with_))
    else:
        guide_meeting(world, with_, {**({"date": read_day(day, world.today)} if day else {}), **shared})
