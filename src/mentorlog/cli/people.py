"""Who a command is about, where two people share: found among those set up, or set up by asking."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from mentorlog.ask import Asker
from mentorlog.cli.asking import asker_for
from mentorlog.cli.context import World, expanded
from mentorlog.errors import InputNeededError, MentorlogError, StoppedError, UsageError
from mentorlog.journal import disk
from mentorlog.journal.journal import Journal
from mentorlog.journal.settings import Person, add_person
from mentorlog.model import Role
from mentorlog.render.lines import say
from mentorlog.text import safe_line, typed

_ROLES: dict[str, Role] = {"ect": "ect", "mentor": "mentor"}
_OTHER: dict[Role, Role] = {"ect": "mentor", "mentor": "ect"}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the flags say about a person: `to` is the folder for them, `theirs` the one that is theirs for me."""

    name: str = ""
    role: str = ""
    to: Path | None = None
    theirs: Path | None = None

    @property
    def is_new(self) -> bool:
        """Whether the flags say enough to set somebody up."""
        return bool(self.name) and (self.to is not None or self.theirs is not None)


def person_called(people: Sequence[Person], name: str) -> Person | None:
    """The person with this name, in any case."""
    return next((each for each in people if _plain(each.name) == _plain(name)), None)


def only_person(people: Sequence[Person], name: str) -> Person:
    """The person meant by `--with NAME`, or the only one. Raises UsageError with the reason where it is not clear."""
    if name:
        if found := person_called(people, name):
            return found
        known = ", ".join(safe_line(each.name) for each in people) or "nobody is set up yet"
        raise UsageError(
            f"there is nobody called '{safe_line(name)}' here ({known})", hint="mentorlog share --with NAME"
        )
    if not people:
        raise UsageError("nobody is set up yet", hint="mentorlog share --with NAME --to FOLDER --from THEIR-FOLDER")
    if len(people) > 1:
        names = " or ".join(f"--with '{safe_line(each.name)}'" for each in people)
        raise UsageError("with whom? What two people write is never put together", hint=names)
    return people[0]


def person_for(world: World, journal: Journal, wanted: Wanted) -> Person:
    """The person that a command is about; somebody new is set up, from the flags or by asking."""
    people = journal.settings.people
    known = person_called(people, wanted.name) if wanted.name else None
    if known:
        _refuse_other_folders(known, wanted)
        return known
    if people and not wanted.is_new and not (wanted.name and world.can_ask):
        return only_person(people, wanted.name)
    return set_up_person(world, journal, wanted)


def _refuse_other_folders(known: Person, wanted: Wanted) -> None:
    for folder, held in ((wanted.to, known.my_folder), (wanted.theirs, known.their_folder)):
        if folder is not None and _absolute(folder) != held:
            shown = safe_line(known.name)
            raise UsageError(
                f"another folder is set up for {shown}; to change that, edit mentorlog.toml in your journal"
            )


def set_up_person(world: World, journal: Journal, wanted: Wanted) -> Person:
    """Write somebody down in the journal's settings. Asks only for what the flags leave open. Raises MentorlogError."""
    try:
        person = _asked(world, journal, wanted)
    except (KeyboardInterrupt, EOFError):
        raise StoppedError("Nothing was set up.") from None
    for folder in (person.my_folder, person.their_folder):
        _refuse_place(world, journal, folder)
    if person.my_folder and person.my_folder == person.their_folder:
        raise UsageError("the folder for your copies and the one for theirs must be two folders")
    if person.my_folder:
        _make(Path(person.my_folder))
    add_person(journal.root, person)
    say(f"Set up {safe_line(person.name)} ({person.role}).")
    return person


def _asked(world: World, journal: Journal, wanted: Wanted) -> Person:
    if wanted.is_new or not world.can_ask:
        if not wanted.is_new:
            raise InputNeededError(
                "nobody is set up to share with", hint="mentorlog share --with NAME --to FOLDER --from THEIR-FOLDER"
            )
        return _person(journal, wanted.name, wanted.role, wanted.to, wanted.theirs)
    asker = asker_for(world)
    name = wanted.name or _line(asker, "Who do you share with?", "")
    if not name:
        raise StoppedError("Nobody was set up.")
    theirs = _line(asker, f"The folder where {name} puts theirs for you?", "(Enter for later)")
    mine = _line(asker, f"The folder for your copies for {name}?", "(Enter for later)")
    return _person(journal, name, wanted.role, Path(mine) if mine else None, Path(theirs) if theirs else None)


def _line(asker: Asker, prompt: str, note: str) -> str:
    return " ".join(typed(asker.line(prompt, note, "", lambda _: None).text)[0].split())


def _person(journal: Journal, name: str, role: str, mine: Path | None, theirs: Path | None) -> Person:
    clean = " ".join(typed(name)[0].split())
    if role and role.casefold() not in _ROLES:
        raise UsageError(f"'{role}' is not a role", hint="--role ect or --role mentor")
    return Person(
        name=clean,
        role=_ROLES[role.casefold()] if role else _OTHER[journal.settings.role],
        my_folder=_absolute(mine) if mine else "",
        their_folder=_absolute(theirs) if theirs else "",
    )


def _refuse_place(world: World, journal: Journal, folder: str) -> None:
    """A shared folder is neither in the journal nor around it: what stands in the journal would be shared whole."""
    if not folder:
        return
    place = Path(folder)
    for own, name in ((journal.root, "your journal"), (Path(os.path.realpath(world.state)), "the folder of drafts")):
        if place.is_relative_to(own) or own.is_relative_to(place):
            raise UsageError(f"{safe_line(folder)} and {name} are one inside the other; choose a folder apart")


def _make(folder: Path) -> None:
    try:
        disk.make_folder(folder)
    except OSError as error:
        raise MentorlogError(f"{safe_line(str(folder))} cannot be made: {disk.reason(error)}") from None


def _absolute(folder: Path) -> str:
    return os.path.realpath(expanded(folder))


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
