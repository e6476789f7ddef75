"""The settings of a journal, in `mentorlog.toml`: its writer, and the people that the writer shares with."""

from codecs import BOM_UTF8
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

from mentorlog.dimensions import Role
from mentorlog.entry.entry import ID_LETTERS
from mentorlog.errors import ContentError, MentorlogError
from mentorlog.files.declared import Declaration, FaultyError, Key
from mentorlog.files.editing import newline_of, with_value
from mentorlog.files.toml import TomlError, line_of, lines_of, parse, written
from mentorlog.journal import disk
from mentorlog.journal.folder import SETTINGS_NAME
from mentorlog.questions.school_words import Setting
from mentorlog.text import plain_name, safe_line

SCHEMA = 1
LONGEST_NAME = 120  # characters of a person's name
LONGEST_ID = 64  # characters of a journal's id


@dataclass(frozen=True, slots=True)
class Person:
    """A person to share with: one `[[people]]` table."""

    name: Annotated[str, Key("what entries call them in `with`", fewest=1, most=LONGEST_NAME)]
    role: Annotated[Role, Key("which of the two they are")]
    my_folder: Annotated[str, Key("where copies for them go")] = ""
    their_folder: Annotated[str, Key("where their copies come from")] = ""
    formerly: Annotated[str, Key("the name they had before, which earlier entries say")] = ""

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that entries may call this person by."""
        return (self.name, self.formerly) if self.formerly.strip() else (self.name,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """A journal's settings: the whole of `mentorlog.toml`."""

    schema_: Annotated[int, Key("1", highest=SCHEMA)] = SCHEMA
    id: Annotated[str, Key("what drafts and history know the journal by", most=LONGEST_ID)] = ""
    name: Annotated[str, Key("the writer's name", most=LONGEST_NAME)] = ""
    role: Annotated[Role, Key("which of the two the writer is")] = "ect"
    setting: Annotated[Setting | None, Key("the kind of school, whose words the questions use")] = None
    people: Annotated[tuple[Person, ...], Key("whom the writer shares with")] = ()

    @property
    def known_names(self) -> tuple[str, ...]:
        """The names that an entry may contain without a warning: those of its writer and of the people set up."""
        return (self.name, *(name for person in self.people for name in person.names))


SETTINGS = Declaration(Settings, Key)
PERSON_KEYS = tuple(Declaration(Person, Key).fields)
_NOT_CHANGED = f"{SETTINGS_NAME} cannot be changed safely from here; make the change in an editor"


def person_called(people: Sequence[Person], name: str) -> Person | None:
    """The person with this name or, if there is none, who had it before; None for neither. Ignores case."""
    now = (person for person in people if plain_name(person.name) == plain_name(name))
    before = (person for person in people if plain_name(name) in map(plain_name, person.names))
    return next(now, None) or next(before, None)


def settings_in(text: str) -> Settings:
    """Read the settings in a file's text. Raises ContentError for the first fault."""
    try:
        settings = SETTINGS.read(parse(text))
    except TomlError as error:
        raise ContentError(f"{SETTINGS_NAME}, line {error.line}: {error.reason}") from None
    except FaultyError as error:
        raise ContentError(f"{SETTINGS_NAME}, {error.faults[0].in_text(text)}") from None
    _refuse_two_of_a_name(text, settings.people)
    return settings


def written_settings(settings: Settings) -> str:
    """Write the text of a new settings file, without empty values and without people, who are added later."""
    values = {name: getattr(settings, field.attribute) for name, field in SETTINGS.fields.items() if name != "people"}
    return "".join(f"{name} = {written(value)}\n" for name, value in values.items() if value not in ("", None))


def _refuse_two_of_a_name(text: str, people: Sequence[Person]) -> None:
    """Raise ContentError if one person's former name is another's present one: they would get the other's entries."""
    for place, person in enumerate(people, start=1):
        others = {plain_name(other.name) for other in people if other is not person}
        if plain_name(person.formerly) in others:
            line = line_of(text, "formerly", table=place)
            reason = f"'{safe_line(person.formerly)}' is somebody else who is set up here"
            raise ContentError(f"{SETTINGS_NAME}, line {line}: formerly: {reason}")


def read_settings(root: Path) -> Settings:
    """Read the settings of the journal at `root`, or the defaults if it has none. Raises ContentError for a fault."""
    try:
        return settings_in(disk.read(root / SETTINGS_NAME).decode("utf-8-sig"))
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        raise ContentError(f"{SETTINGS_NAME} cannot be read: {disk.reason(error)}") from None
    except UnicodeDecodeError:
        raise ContentError(f"{SETTINGS_NAME}, line 1: it is not UTF-8") from None


def add_person(root: Path, person: Person) -> Settings:
    """Add a person to the journal's settings, and change nothing else. Raises MentorlogError."""
    before = disk.read(root / SETTINGS_NAME)
    values = {key: getattr(person, key) for key in PERSON_KEYS}
    lines = [f"{key} = {written(value)}\n" for key, value in values.items() if value]
    gap = b"" if before.endswith(b"\n") else b"\n"
    after = before + gap + "".join(["\n[[people]]\n", *lines]).encode()
    settings = read_settings(root)
    return _changed(root, before, after, replace(settings, people=(*settings.people, person)))


def complete_person(root: Path, person: Person) -> Settings:
    """Add a person's missing folders to the journal's settings. Raises MentorlogError."""
    before, settings = disk.read(root / SETTINGS_NAME), read_settings(root)
    people = settings.people
    place = next(number for number, other in enumerate(people) if other.name == person.name)
    missing = [key for key in ("my_folder", "their_folder") if not getattr(people[place], key)]
    folders = {key: folder for key in missing if (folder := getattr(person, key))}
    after = _with_folders(before.decode("utf-8"), place + 1, folders)
    wanted = replace(settings, people=(*people[:place], person, *people[place + 1 :]))
    return _changed(root, before, after.encode(), wanted)


def set_setting(root: Path, setting: Setting) -> Settings:
    """Set the kind of school in the journal's settings, and change nothing else. Raises MentorlogError."""
    before, wanted = disk.read(root / SETTINGS_NAME), replace(read_settings(root), setting=setting)
    mark = BOM_UTF8 if before.startswith(BOM_UTF8) else b""
    text = before.removeprefix(mark).decode("utf-8")
    try:
        lines = with_value(lines_of(text), "setting", setting, order=tuple(SETTINGS.fields), newline=newline_of(text))
    except TomlError:
        raise ContentError(_NOT_CHANGED) from None
    return _changed(root, before, mark + "".join(lines).encode(), wanted)


def _with_folders(text: str, table: int, folders: dict[str, str]) -> str:
    """Set these values in the `table`-th [[people]] (from 1) of the settings' text. Raises ContentError."""
    lines = lines_of(text)
    try:
        for key, folder in folders.items():
            lines = with_value(lines, key, folder, order=PERSON_KEYS, newline=newline_of(text), table=table)
    except TomlError:
        raise ContentError(_NOT_CHANGED) from None
    return "".join(lines)


def _changed(root: Path, before: bytes, after: bytes, wanted: Settings) -> Settings:
    """Replace the settings file by `after`, if that reads back as the settings `wanted`. Raises MentorlogError."""
    if not _says(after, wanted):
        raise ContentError(_NOT_CHANGED)
    try:
        disk.replace(root / SETTINGS_NAME, before, after)
    except disk.ChangedError:
        raise ContentError(_NOT_CHANGED) from None
    except OSError as error:
        raise MentorlogError(f"{SETTINGS_NAME} cannot be written: {disk.reason(error)}") from None
    return read_settings(root)


def _says(data: bytes, wanted: Settings) -> bool:
    try:
        return settings_in(data.decode("utf-8-sig")) == wanted
    except (ContentError, UnicodeDecodeError):
        return False


def create_journal(root: Path, name: str, role: Role, setting: Setting | None = None) -> Settings:
    """Make `root` a journal: create its settings, and the folder if it is missing. Raises MentorlogError."""
    import secrets

    journal_id = "".join(secrets.choice(ID_LETTERS) for _ in range(12))
    if len(name) > LONGEST_NAME:
        raise MentorlogError(f"a name has at most {LONGEST_NAME} characters")
    settings = Settings(id=journal_id, name=name, role=role, setting=setting)
    try:
        disk.make_folder(root)
        disk.create(root / SETTINGS_NAME, written_settings(settings).encode())
    except FileExistsError:
        raise MentorlogError(f"{safe_line(str(root))} has a {SETTINGS_NAME} already") from None
    except OSError as error:
        raise MentorlogError(f"{safe_line(str(root))} cannot be a journal: {disk.reason(error)}") from None
    return settings


def key_of(root: Path, settings: Settings) -> str:
    """The name of a journal's history folder: a digest of its id, or of its path if it has none."""
    import hashlib

    mark = settings.id or str(root)
    return hashlib.blake2b(mark.encode("utf-8", "surrogateescape"), digest_size=8).hexdigest()
