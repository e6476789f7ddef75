"""`mentorlog.toml`: whose journal this is. And where this account's own journal lives."""

import hashlib
import secrets
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from mentorlog.entry import ID_LETTERS
from mentorlog.errors import ContentError, MentorlogError
from mentorlog.head import Role
from mentorlog.journal import disk
from mentorlog.journal.folder import SETTINGS_NAME
from mentorlog.text import safe_line
from mentorlog.toml import TomlError, line_of, line_of_table, lines_of, parse, slip, written

LONGEST_NAME = 120  # characters


class Person(BaseModel):
    """Somebody to share with. `my_folder` is where copies for them go, `their_folder` where theirs come from."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    name: str = Field(min_length=1, max_length=LONGEST_NAME)
    role: Role
    my_folder: str = ""
    their_folder: str = ""


class Settings(BaseModel):
    """A journal's settings. A key that is not known is a slip, and is named."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    schema_: int = Field(default=1, alias="schema", le=1)
    id: str = Field(default="", max_length=64)
    name: str = Field(default="", max_length=LONGEST_NAME)
    role: Role = "ect"
    people: list[Person] = []


def read_settings(root: Path) -> Settings:
    """The settings of the journal at `root`, the defaults where it has none. Raises ContentError on a slip in them."""
    try:
        text = disk.read(root / SETTINGS_NAME).decode("utf-8-sig")
        return Settings.model_validate(parse(text))
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        raise ContentError(f"{SETTINGS_NAME} cannot be read: {disk.reason(error)}") from None
    except UnicodeDecodeError:
        raise ContentError(f"{SETTINGS_NAME}, line 1: it is not UTF-8") from None
    except TomlError as error:
        raise ContentError(f"{SETTINGS_NAME}, line {error.line}: {error.reason}") from None
    except ValidationError as error:
        first = error.errors()[0]
        table = int(first["loc"][1]) + 1 if first["loc"][0] == "people" and len(first["loc"]) > 1 else 0
        raise ContentError(f"{SETTINGS_NAME}, {slip(text, first, table=table)}") from None


def add_person(root: Path, person: Person) -> Settings:
    """Write a person down in the journal's settings, everything else as it was. Raises MentorlogError on a fault."""
    before = disk.read(root / SETTINGS_NAME)
    lines = [f"{key} = {written(value)}\n" for key, value in person.model_dump().items() if value]
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


def _changed(root: Path, before: bytes, after: bytes, people: list[Person]) -> Settings:
    """Put `after` in the place of the settings, if it reads back with these people. Raises MentorlogError."""
    by_hand = f"{SETTINGS_NAME} cannot be added to; write the person down in an editor"
    try:
        if Settings.model_validate(parse(after.decode("utf-8-sig"))).people != people:
            raise ContentError(by_hand)
        disk.replace(root / SETTINGS_NAME, before, after)
    except (TomlError, ValidationError, disk.ChangedError):
        raise ContentError(by_hand) from None
    except OSError as error:
        raise MentorlogError(f"{SETTINGS_NAME} cannot be written: {disk.reason(error)}") from None
    return read_settings(root)


def found_journal(root: Path, name: str, role: Role) -> Settings:
    """Make `root` a journal: its folder where there is none, and its settings. Raises MentorlogError on a fault."""
    journal_id = "".join(secrets.choice(ID_LETTERS) for _ in range(12))
    if len(name) > LONGEST_NAME:
        raise MentorlogError(f"a name has at most {LONGEST_NAME} characters")
    settings = Settings(schema=1, id=journal_id, name=name, role=role)
    values = settings.model_dump(by_alias=True, exclude={"people"})
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
    mark = settings.id or str(root)
    return hashlib.blake2b(mark.encode("utf-8", "surrogateescape"), digest_size=8).hexdigest()
