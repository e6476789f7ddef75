"""Somebody new to share with, or somebody known who has no folders yet: checked, and written down in the settings."""

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
class Wanted:
    """What a command says about a person: `to` is the folder for them, `theirs` the one that is theirs for me.

    Both folders are whole paths.
    """

    name: str = ""
    role: str = ""
    to: Path | None = None
    theirs: Path | None = None

    @property
    def is_given(self) -> bool:
        """Whether it speaks of anybody."""
        return bool(self.name) or self.to is not None or self.theirs is not None

    @property
    def is_new(self) -> bool:
        """Whether it says enough to set somebody up."""
        return bool(self.name) and (self.to is not None or self.theirs is not None)


@dataclass(frozen=True, slots=True)
class Newcomers:
    """Whoever is new to the journal at `root`, whose writer has this role; `state` is this account's own folder."""

    root: Path
    state: Path
    role: Role

    @classmethod
    def of(cls, journal: Journal) -> "Newcomers":
        return cls(journal.root, journal.state, journal.settings.role)

    def check(self, wanted: Wanted) -> Person:
        """The new person who is wanted. Writes nothing. Raises UsageError for a name, role or folder that cannot be."""
        role = read_role(wanted.role) if wanted.role else _OTHER[self.role]
        return self._apart(_with_folders(Person(clean_name(wanted.name), role), wanted))

    def add(self, person: Person) -> None:
        """Make the folder for a new person's copies, and write them down. Raises MentorlogError."""
        _make_folder(person)
        add_person(self.root, person)

    def complete(self, known: Person, wanted: Wanted) -> Person:
        """Write down the folders wanted for somebody known who has none yet. Raises UsageError for another folder."""
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
        """The person, if both folders are apart from all others that are known. Raises UsageError."""
        others = [other for other in read_settings(self.root).people if other.name != person.name]
        refuse_nested(person, others, self.root, self.state)
        return person


def clean_name(words: str) -> str:
    """A person's name as it can be written down. Raises UsageError for none, or one that is too long."""
    name = typed_line(words)
    if not name:
        raise UsageError("say who that is", hint="--with NAME")
    if len(name) > LONGEST_NAME:
        raise UsageError(f"a name has at most {LONGEST_NAME} characters")
    return name


def _with_folders(person: Person, wanted: Wanted) -> Person:
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
