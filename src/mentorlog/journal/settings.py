"""`mentorlog.toml`: whose journal this is. And where this account's own journal lives."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from mentorlog.dimensions import Role
from mentorlog.entry.entry import ID_LETTERS
from mentorlog.errors import ContentError, MentorlogError
from mentorlog.files.shape import LONGEST_ID, LONGEST_NAME, Shape, fits, is_one_of, is_short, is_text, is_whole
from mentorlog.files.toml import TomlError, Values, line_of, line_of_table, lines_of, parse, slip, written
from mentorlog.journal import disk
from mentorlog.journal.folder import SETTINGS_NAME
from mentorlog.text import plain_name, safe_line


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody to share with. `my_folder` is where copies for them go, `their_folder` where theirs come from.

    `formerly` is the name that they had before, which earlier entries say.
    """

    name: str
    role: Role
    my_folder: str = ""
    their_folder: str = ""
    formerly: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that entries may call this person by."""
        return (self.name, self.formerly) if self.formerly.strip() else (self.name,)


@dataclass(frozen=True, slots=True)
class Settings:
    """A journal's settings."""

    id: str = ""
    name: str = ""
    role: Role = "ect"
    people: tuple[Person, ...] = ()

    @property
    def known_names(self) -> tuple[str, ...]:
        """Whom an entry may name: its writer, and the people that it is shared with."""
        return (self.name, *(name for person in self.people for name in person.names))


_NOT_ADDED = f"{SETTINGS_NAME} cannot be added to; write the person down in an editor"
_ROLE = is_one_of("ect", "mentor")
_PERSON: Shape = {
    "name": is_short(LONGEST_NAME, 1),
    "role": _ROLE,
    "my_folder": is_text,
    "their_folder": is_text,
    "formerly": is_text,
}
_SETTINGS: Shape = {
    "schema": lambda value: is_whole(value) and value <= 1,
    "id": is_short(LONGEST_ID),
    "name": is_short(LONGEST_NAME),
    "role": _ROLE,
    "people": lambda value: type(value) is list and all(map(_is_person, value)),
}


def _is_person(value: object) -> bool:
    return type(value) is dict and fits(value, _PERSON, frozenset({"name", "role"}))


def person_called(people: Sequence[Person], name: str) -> Person | None:
    """The person with this name, in any case; or who had it."""
    now = (each for each in people if plain_name(each.name) == plain_name(name))
    before = (each for each in people if plain_name(name) in map(plain_name, each.names))
    return next(now, None) or next(before, None)


def settings_in(text: str) -> Settings:
    """The settings in a file's text. Raises ContentError where there is a slip in them."""
    try:
        values = parse(text)
    except TomlError as error:
        raise ContentError(f"{SETTINGS_NAME}, line {error.line}: {error.reason}") from None
    if not fits(values, _SETTINGS):
        _refuse_slip(text, values)
    people = tuple(Person(**each) for each in values.pop("people", []))
    _refuse_two_of_a_name(text, people)
    values.pop("schema", None)
    return Settings(**values, people=people)


def _refuse_two_of_a_name(text: str, people: Sequence[Person]) -> None:
    """An earlier name that somebody else has would take from them what is theirs."""
    for place, person in enumerate(people, start=1):
        others = {plain_name(each.name) for each in people if each is not person}
        if plain_name(person.formerly) in others:
            line = line_of(text, "formerly", table=place)
            reason = f"'{safe_line(person.formerly)}' is somebody else who is set up here"
            raise ContentError(f"{SETTINGS_NAME}, line {line}: formerly: {reason}")


def _refuse_slip(text: str, values: Values) -> None:
    from mentorlog.files.schema import SettingsFile, slips

    for first in slips(SettingsFile, values)[:1]:
        table = int(first["loc"][1]) + 1 if first["loc"][0] == "people" and len(first["loc"]) > 1 else 0
        raise ContentError(f"{SETTINGS_NAME}, {slip(text, first, table=table)}")


def read_settings(root: Path) -> Settings:
    """The settings of the journal at `root`, the defaults where it has none. Raises ContentError on a slip in them."""
    try:
        return settings_in(disk.read(root / SETTINGS_NAME).decode("utf-8-sig"))
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        raise ContentError(f"{SETTINGS_NAME} cannot be read: {disk.reason(error)}") from None
    except UnicodeDecodeError:
        raise ContentError(f"{SETTINGS_NAME}, line 1: it is not UTF-8") from None


def add_person(root: Path, person: Person) -> Settings:
    """Write a person down in the journal's settings, everything else as it was. Raises MentorlogError on a fault."""
    before = disk.read(root / SETTINGS_NAME)
    lines = [f"{key} = {written(value)}\n" for key, value in asdict(person).items() if value]
    gap = b"" if before.endswith(b"\n") else b"\n"
    after = before + gap + "".join(["\n[[people]]\n", *lines]).encode()
    return _changed(root, before, after, [*read_settings(root).people, person])


def complete_person(root: Path, person: Person) -> Settings:
    """Write down the folders that a person who is known did not have yet. Raises MentorlogError on a fault."""
    before, people = disk.read(root / SETTINGS_NAME), read_settings(root).people
    place = next(number for number, each in enumerate(people) if each.name == person.name)
    text = before.decode("utf-8")
    for key in ("their_folder", "my_folder"):  # each goes to its place after the role
        if not getattr(people[place], key) and getattr(person, key):
            text = _with_line(text, place + 1, key, getattr(person, key))
    return _changed(root, before, text.encode(), [*people[:place], person, *people[place + 1 :]])


def _with_line(text: str, table: int, key: str, value: str) -> str:
    """`text` with `key` in the `table`-th [[people]] (from 1): in its line if it has one, else after the role."""
    lines, header = lines_of(text), line_of_table(text, table)
    at, role = line_of(text, key, table=table), line_of(text, "role", table=table)
    end = lines[header - 1].removeprefix(lines[header - 1].rstrip("\r\n"))
    before, after = (lines[: at - 1], lines[at:]) if at != header else (lines[:role], lines[role:])
    gap = end if before and not before[-1].endswith(("\n", "\r")) else ""
    return "".join([*before, f"{gap}{key} = {written(value)}{end}", *after])


def _changed(root: Path, before: bytes, after: bytes, people: Sequence[Person]) -> Settings:
    """Put `after` in the place of the settings, if it reads back with these people. Raises MentorlogError."""
    if _people_in(after) != tuple(people):
        raise ContentError(_NOT_ADDED)
    try:
        disk.replace(root / SETTINGS_NAME, before, after)
    except disk.ChangedError:
        raise ContentError(_NOT_ADDED) from None
    except OSError as error:
        raise MentorlogError(f"{SETTINGS_NAME} cannot be written: {disk.reason(error)}") from None
    return read_settings(root)


def _people_in(data: bytes) -> tuple[Person, ...]:
    try:
        return settings_in(data.decode("utf-8-sig")).people
    except (ContentError, UnicodeDecodeError):
        return ()


def found_journal(root: Path, name: str, role: Role) -> Settings:
    """Make `root` a journal: its folder where there is none, and its settings. Raises MentorlogError on a fault."""
    import secrets

    journal_id = "".join(secrets.choice(ID_LETTERS) for _ in range(12))
    if len(name) > LONGEST_NAME:
        raise MentorlogError(f"a name has at most {LONGEST_NAME} characters")
    settings = Settings(id=journal_id, name=name, role=role)
    values = {"schema": 1, "id": journal_id, "name": name, "role": role}
    lines = [f"{key} = {written(value)}\n" for key, value in values.items() if value != ""]
    try:
        disk.make_folder(root)
        disk.create(root / SETTINGS_NAME, "".join(lines).encode())
    except FileExistsError:
        raise MentorlogError(f"{safe_line(str(root))} has a {SETTINGS_NAME} already") from None
    except OSError as error:
        raise MentorlogError(f"{safe_line(str(root))} cannot be a journal: {disk.reason(error)}") from None
    return settings


def key_of(root: Path, settings: Settings) -> str:
    """What a journal's history is kept under, wherever its folder moves: a mark made of its id, or else of its path."""
    import hashlib

    mark = settings.id or str(root)
    return hashlib.blake2b(mark.encode("utf-8", "surrogateescape"), digest_size=8).hexdigest()
