"""The front matter of an entry, held against its schema: what is right is used, what is not is listed by key."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from mentorlog.frontmatter import Matter
from mentorlog.model import dimension_named
from mentorlog.text import safe_line
from mentorlog.toml import line_of, lines_of, spelt_date, uk_date

SCHEMA = 1
FIRST_YEAR, LAST_YEAR = 1900, 2199
Role = Literal["ect", "mentor"]

_CONFLICT = re.compile(r"(?m)^<{7} (?=[\s\S]{0,200000}?^={7}\r?$[\s\S]{0,200000}?^>{7} )")
_YAML = re.compile(r"\ufeff?\s*---[ \t]*[\r\n]+[A-Za-z_-]+[ \t]*:")
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something in a file that a person should look at. `path` is inside the journal, `line` counts from 1."""

    path: str
    line: int
    text: str

    def __str__(self) -> str:
        return f"{safe_line(self.path)}, line {self.line}: {self.text}."


def day_of(value: object) -> date:
    """A calendar day from what TOML may hold: a date, a date and time (its own local day), or ISO text."""
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, str):
        if uk := uk_date(value):
            raise ValueError(f"write the date as {spelt_date(uk)}")
        value = datetime.fromisoformat(value.strip()).date()
    if not isinstance(value, date):
        raise ValueError("write the date as year-month-day, like 2026-11-23")  # noqa: TRY004 -- pydantic lists it
    if not FIRST_YEAR <= value.year <= LAST_YEAR:
        raise ValueError(f"the year {value.year} is outside {FIRST_YEAR} to {LAST_YEAR}")
    return value


def _identifier(value: object) -> object:
    if not isinstance(value, str) or not _ID.fullmatch(value):
        raise ValueError("an id is letters, digits and dashes")
    return value


Day = Annotated[date, BeforeValidator(day_of)]


class Head(BaseModel):
    """The front matter of an entry (docs/format.md). Keys it does not know are kept."""

    model_config = ConfigDict(extra="allow", frozen=True, strict=True)

    schema_: int = Field(default=SCHEMA, alias="schema")
    id: Annotated[str, BeforeValidator(_identifier)] = ""
    date: Day | None = None
    role: Role | None = None
    kind: str = "reflection"
    title: str = ""
    dimensions: list[str] = []
    class_: str = Field(default="", alias="class")
    subject: str = ""
    tags: list[str] = []
    share: Literal["mentor"] | None = None
    with_: str = Field(default="", alias="with")
    talk: bool = False
    next: str = ""
    next_state: Literal["done", "dropped"] | None = None
    ask: str = ""
    theory: str = ""
    follows: str = ""


_WANTED = {
    "id": "an id is letters, digits and dashes",
    "role": 'role is "ect" or "mentor"',
    "dimensions": 'dimensions is a list, like ["critique"]',
    "tags": 'tags is a list, like ["trip"]',
    "share": 'only share = "mentor" shares; this entry stays private',
    "talk": "talk is true or false",
    "next_state": 'next_state is "done" or "dropped"',
    "schema": "schema is a whole number",
}


def validated(path: str, matter: Matter) -> tuple[Head, list[Problem]]:
    """The head with whatever keys are right, and a problem for each that is not."""
    values, problems = dict(matter.values), []
    for _ in range(len(Head.model_fields) + 1):
        try:
            head = Head.model_validate(values)
        except ValidationError as error:
            wrong = {str(each["loc"][0]): each for each in error.errors() if each["loc"]}
            problems += [_key_problem(path, matter, key, each) for key, each in wrong.items()]
            values = {key: value for key, value in values.items() if key not in wrong}
        else:
            return head, problems + _notes(path, matter, head)
    raise AssertionError  # every round takes a key away


def _key_problem(path: str, matter: Matter, key: str, error: Any) -> Problem:  # noqa: ANN401 -- pydantic's own type
    reason = str(error.get("ctx", {}).get("error", "")) if error["type"] == "value_error" else ""
    if key == "date":
        reason = "date: " + (reason if "write" in reason or "year" in reason else "there is no such day")
    return Problem(path, _line(matter, key), reason or _WANTED.get(key, f"{key} is text in straight quotes"))


def _line(matter: Matter, key: str) -> int:
    return 1 + line_of(matter.toml, key)


def _notes(path: str, matter: Matter, head: Head) -> list[Problem]:
    unknown = [name for name in head.dimensions if not dimension_named(name)]
    line = _line(matter, "dimensions") if unknown else 0
    notes = [
        Problem(path, line, f"'{safe_line(name)}' is not one of the six dimensions; it was kept") for name in unknown
    ]
    if not matter.opening and _YAML.match(matter.body):
        notes.append(
            Problem(path, 1, "its front matter is YAML, which is read as text; mentorlog reads TOML between +++")
        )
    if conflict := _CONFLICT.search(matter.body):
        line = len(lines_of(matter.opening + matter.toml + matter.closing + matter.body[: conflict.start()])) + 1
        notes.append(Problem(path, line, "git left two versions here, between <<<<<<< and >>>>>>>; keep what you want"))
    if head.schema_ > SCHEMA:
        newer = f"a newer mentorlog wrote this (schema {head.schema_}); it is read as far as it goes and never changed"
        notes.append(Problem(path, _line(matter, "schema"), newer))
    return notes
