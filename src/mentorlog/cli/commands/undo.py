"""`mentorlog undo`: takes back the last change, or an earlier one."""

from typing import Annotated

import typer

from mentorlog.cli.people.copies import say_still_shared
from mentorlog.cli.world import world_of
from mentorlog.errors import NotFoundError
from mentorlog.journal.history import Record
from mentorlog.render.lines import say
from mentorlog.text import safe_line

Number = Annotated[
    int | None,
    typer.Argument(metavar="[NUMBER]", help="A change from --list, instead of the last one.", show_default=False),
]

_DONE = {
    "new": "wrote",
    "edit": "changed",
    "delete": "deleted",
    "next": "changed the next step of",
    "check --fix": "mended",
    "share": "shared",
    "withdraw": "took back",
    "meeting": "wrote down",
    "undo": "took back a change to",
}
_TAKEN_BACK = {
    "new": "Took out {what}, which was new. Its words are kept.",
    "edit": "{what} is as it was before the edit.",
    "delete": "Brought back {what}.",
    "next": "The next step of {what} is as it was.",
    "share": "Took back what was shared: {what}.",
    "withdraw": "Put back {what}.",
    "meeting": "Took back {what}, and the next steps are as they were.",
    "undo": "{what} is as it was before that undo.",
}


def command(
    context: typer.Context,
    number: Number = None,
    is_list: Annotated[bool, typer.Option("--list", help="Say what can be undone.")] = False,
) -> None:
    """Take back the last change. A new entry, an edit, a delete, a next step, and an undo too."""
    world = world_of(context)
    journal = world.journal(to_write=True)
    if is_list:
        _list(journal.history.records())
        return
    if number is not None and number not in {record.number for record in journal.history.records()}:
        raise NotFoundError(f"there is no change {number}", hint="mentorlog undo --list")
    undone = journal.undo(number)
    what = safe_line(undone.taken_back.what)
    say(_TAKEN_BACK.get(undone.taken_back.verb, "{what} is as it was.").format(what=what))
    say(f"To change your mind: mentorlog undo {undone.record.number}")
    say_still_shared(journal)


def _list(records: list[Record]) -> None:
    """Print every change on record, the latest first."""
    undone = {record.undoes for record in records}
    for record in reversed(records):
        state = "  (taken back)" if record.number in undone else ""
        say(f"{record.number:>4}  {_DONE.get(record.verb, record.verb)} {safe_line(record.what)}{state}")
    if not records:
        say("There is nothing to undo.")
