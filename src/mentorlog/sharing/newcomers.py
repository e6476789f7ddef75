"""New people to share with, and missing folders of people already set up: check them, then add them to the settings."""

from dataclasses import dataclass, replace
from pathlib import Path

from mentorlog.dimensions import Role, read_role
from mentorlog.errors import MentorlogError, UsageError
from mentorlog.journal import disk
from mentorlog.journal.journal import Journal
from mentorlog.journal.settings import LONGEST_NAME, Person, add_person, complete_person, read_settings
from mentorlog.sharing.folders_apart import refuse_nested
from mentorlog.text import safe_line, typed_line

_OTHER: dict[Role, Role] = {"ect": "mentor", "mentor": "ect"}


@dataclass(frozen=True, slots=True)
class PersonDetails:
    """A person's details as a command gives them. Empty fields were not given.

    `to` is the folder for copies to them, `theirs` the folder with copies from them; both are absolute paths.
    """

    name: str = ""
    role: str = ""
    to: Path | None = None
    theirs: Path | None = None

    @property
    def is_given(self) -> bool:
        """Whether a name or a folder was given."""
        return bool(self.name) or self.to is not None or self.theirs is not None

    @property
    def is_new(self) -> bool:
        """Whether there is enough to set up a new person: a name and a folder."""
        return bool(self.name) and (self.to is not None or self.theirs is not None)


@dataclass(frozen=True, slots=True)
class Newcomers:
    """New people for the journal at `root`, whose writer has this role. `state` is the account's own folder."""

    root: Path
    state: Path
    role: Role

    @classmethod
    def of(cls, journal: Journal) -> "Newcomers":
        return cls(journal.root, journal.state, journal.settings.role)

    def check(self, wanted: PersonDetails) -> Person:
        """Make the new person from their details, without writing anything.

        Raises UsageError for an unusable name, role or folder.
        """
        role = read_role(wanted.role) if wanted.role else _OTHER[self.role]
        return self._apart(_with_folders(Person(clean_name(wanted.name), role), wanted))

    def add(self, person: Person) -> None:
        """Make the folder for a new person's copies and add them to the settings. Raises MentorlogError."""
        _make_folder(person)
        add_person(self.root, person)

    def complete(self, known: Person, wanted: PersonDetails) -> Person:
        """Add missing folders to the settings of a known person.

        Raises UsageError for a folder that differs from the one already set up.
        """
        for folder, known_folder in ((wanted.to, known.my_folder), (wanted.theirs, known.their_folder)):
            if folder is not None and known_folder and str(folder) != known_folder:
                shown = safe_line(known.name)
                raise UsageError(
                    f"another folder is set up for {shown}; to change that, edit mentorlog.toml in your journal"
                )
        person = _with_folders(known, wanted)
        if person != known:
            _make_folder(self._apart(person))
            complete_person(self.root, person)
        return person

    def _apart(self, person: Person) -> Person:
        """Return the person if both folders are apart from all others. Raises UsageError if not."""
        others = [other for other in read_settings(self.root).people if other.name != person.name]
        refuse_nested(person, others, self.root, self.state)
        return person


def clean_name(words: str) -> str:
    """Clean a person's name for the settings. Raises UsageError if it is empty or too long."""
    name = typed_line(words)
    if not name:
        raise UsageError("say who that is", hint="--with NAME")
    if len(name) > LONGEST_NAME:
        raise UsageError(f"a name has at most {LONGEST_NAME} characters")
    return name


def _with_folders(person: Person, wanted: PersonDetails) -> Person:
    return replace(
        person,
        my_folder=str(wanted.to) if wanted.to else person.my_folder,
        their_folder=str(wanted.theirs) if wanted.theirs else person.their_folder,
    )


def _make_folder(person: Person) -> None:
    if not person.my_folder:
        return
    try:
        disk.make_folder(Path(person.my_folder))
    except OSError as error:
        raise MentorlogError(f"{safe_line(person.my_folder)} cannot be made: {disk.reason(error)}") from None
