"""`mentorlog new --answers FILE`: an entry from a file of answers."""

from pathlib import Path

from mentorlog.cli.world import World
from mentorlog.cli.writing.flags import new_keeper
from mentorlog.cli.writing.saving import save_at_once
from mentorlog.drafting.answers import entry_of_answers
from mentorlog.drafting.details import Details
from mentorlog.errors import MentorlogError
from mentorlog.journal.journal import Journal
from mentorlog.render.lines import warn


def save_answers(world: World, details: Details, path: Path, *, as_json: bool) -> None:
    """Save the answers in the file at `path` as an entry. If the file has a mistake, nothing is saved."""
    values, answers = entry_of_answers(path, _journal(world), details, warn)
    save_at_once(world, new_keeper(world, details.day), values, answers, as_json=as_json)


def _journal(world: World) -> Journal | None:
    """The journal whose questions may be answered; None if it cannot be opened, which saving reports."""
    try:
        return world.journal(to_write=True)
    except MentorlogError:
        return None
