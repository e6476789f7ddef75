"""The sheet for a first meeting, with the names and folders from a journal's settings."""

from collections.abc import Callable
from pathlib import Path

from mentorlog.brief.agreement import Sheet, sheet
from mentorlog.journal.settings import Settings
from mentorlog.sharing.people import only_person


def agreement_sheet(settings: Settings, name: str, shown: Callable[[Path], str]) -> Sheet:
    """Make the sheet for a journal's writer and `name`, or the only other person. `shown` formats a folder's path.

    Raises UsageError if no person has this name.
    """
    person = only_person(settings.people, name) if name or len(settings.people) == 1 else None
    other = person.name if person else ""
    ect, mentor = (settings.name, other) if settings.role == "ect" else (other, settings.name)
    folders = ((settings.name, person.my_folder), (other, person.their_folder)) if person else ()
    return sheet(ect, mentor, [(whose, shown(Path(folder))) for whose, folder in folders if folder])
