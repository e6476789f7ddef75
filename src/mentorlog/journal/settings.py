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
from mentorlog.toml import TomlError, parse, slip, written

LONGEST_NAME = 120  # characters


class Settings(BaseModel):
    """A journal's settings. A key that is not known is a slip, and is named."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    schema_: int = Field(default=1, alias="schema", le=1)
    id: str = Field(default="", max_length=64)
    name: str = Field(default="", max_length=LONGEST_NAME)
    role: Role = "ect"


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
        raise ContentError(f"{SETTINGS_NAME}, {slip(text, error.errors()[0])}") from None


def found_journal(root: Path, name: str, role: Role) -> Settings:
    """Make `root` a journal: its folder where there is none, and its settings. Raises MentorlogError on a fault."""
    journal_id = "".join(secrets.choice(ID_LETTERS) for _ in range(12))
    if len(name) > LONGEST_NAME:
        raise MentorlogError(f"a name has at most {LONGEST_NAME} characters")
    settings = Settings(schema=1, id=journal_id, name=name, role=role)
    lines = [f"{key} = {written(value)}\n" for key, value in settings.model_dump(by_alias=True).items() if value != ""]
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
