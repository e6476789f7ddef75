"""The front matter of an entry, held against its schema: what is right is used, what is not is listed by key."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal, NamedTuple

from mentorlog.days import spelt_date, uk_date
from mentorlog.dimensions import Role, dimension_named, is_known
from mentorlog.entry.frontmatter import Matter
from mentorlog.files.shape import Check, is_flag, is_one_of, is_text, is_texts, is_whole
from mentorlog.files.toml import Values, line_of, lines_of
from mentorlog.text import safe_line

SCHEMA = 1
FIRST_YEAR, LAST_YEAR = 1900, 2199
Date = date  # inside `Head` the plain name is the field

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


def identifier(value: object) -> object:
    """`value`, if it may be an entry's id. Raises ValueError."""
    if not isinstance(value, str) or not _ID.fullmatch(value):
        raise ValueError("an id is letters, digits and dashes")
    return value


class Head(NamedTuple):
    """What the front matter of an entry says (docs/format.md), as far as it is right. Other keys are the file's own."""

    schema_: int = SCHEMA
    id: str = ""
    date: Date | None = None
    role: Role | None = None
    kind: str = "reflection"
    title: str = ""
    dimensions: tuple[str, ...] = ()
    class_: str = ""
    subject: str = ""
    tags: tuple[str, ...] = ()
    share: Literal["mentor"] | None = None
    with_: str = ""
    talk: bool = False
    next: str = ""
    next_state: Literal["done", "dropped"] | None = None
    suggested: str = ""
    suggested_state: Literal["done", "dropped"] | None = None
    ask: str = ""
    theory: str = ""
    follows: str = ""


def _is(check: Callable[[object], object]) -> Check:
    def is_so(value: object) -> bool:
        try:
            check(value)
        except ValueError:
            return False
        return True

    return is_so


_FIELDS: dict[str, tuple[str, Check]] = {  # key: field of the head, and what its value plainly is
    "schema": ("schema_", is_whole), "id": ("id", _is(identifier)), "date": ("date", _is(day_of)),
    "role": ("role", is_one_of("ect", "mentor")), "kind": ("kind", is_text), "title": ("title", is_text),
    "dimensions": ("dimensions", is_texts), "class": ("class_", is_text), "subject": ("subject", is_text),
    "tags": ("tags", is_texts), "share": ("share", is_one_of("mentor")), "with": ("with_", is_text),
    "talk": ("talk", is_flag), "next": ("next", is_text), "next_state": ("next_state", is_one_of("done", "dropped")),
    "suggested": ("suggested", is_text), "suggested_state": ("suggested_state", is_one_of("done", "dropped")),
    "ask": ("ask", is_text), "theory": ("theory", is_text), "follows": ("follows", is_text),
}  # fmt: skip
_WANTED = {
    "id": "an id is letters, digits and dashes",
    "role": 'role is "ect" or "mentor"',
    "dimensions": 'dimensions is a list, like ["critique"]',
    "tags": 'tags is a list, like ["trip"]',
    "share": 'only share = "mentor" shares; this entry stays private',
    "talk": "talk is true or false",
    "next_state": 'next_state is "done" or "dropped"',
    "suggested_state": 'suggested_state is "done" or "dropped"',
    "schema": "schema is a whole number",
}


def validated(path: str, matter: Matter) -> tuple[Head, list[Problem]]:
    """The head with whatever keys are right, and a problem for each that is not."""
    head = plain_head(matter.values)
    if head is not None:
        return head, _notes(path, matter, head)
    wrong = wrong_keys(matter.values)
    head = plain_head({key: value for key, value in matter.values.items() if key not in wrong})
    assert head is not None  # noqa: S101 -- what is plain differs from what Pydantic takes in nothing but time
    problems = [_key_problem(path, matter, key, each) for key, each in wrong.items()]
    return head, problems + _notes(path, matter, head)


def plain_head(values: Values) -> Head | None:
    """The head of values that are all plainly right, other keys aside; None where Pydantic has to be asked."""
    read: dict[str, Any] = {}
    for key, value in values.items():
        if key in _FIELDS:
            field, is_plain = _FIELDS[key]
            if not is_plain(value):
                return None
            read[field] = tuple(value) if type(value) is list else value
    if "date" in read:
        read["date"] = day_of(read["date"])
    return Head(**read)


def wrong_keys(values: Values) -> dict[str, Any]:
    """Each key whose value is not what the schema asks for, with what Pydantic says of it."""
    from mentorlog.files.schema import FrontMatter, slips

    return {str(each["loc"][0]): each for each in slips(FrontMatter, values)}


def _key_problem(path: str, matter: Matter, key: str, error: Any) -> Problem:  # noqa: ANN401 -- pydantic's own type
    reason = str(error.get("ctx", {}).get("error", "")) if error["type"] == "value_error" else ""
    if key == "date":
        reason = "date: " + (reason if "write" in reason or "year" in reason else "there is no such day")
    return Problem(path, _line(matter, key), reason or _WANTED.get(key, f"{key} is text in straight quotes"))


def _line(matter: Matter, key: str) -> int:
    return 1 + line_of(matter.toml, key)


def _notes(path: str, matter: Matter, head: Head) -> list[Problem]:
    if matter.start and "<<<<<<< " not in matter.text and head.schema_ <= SCHEMA and is_known(head.dimensions):
        return []  # as nearly always
    unknown = [name for name in head.dimensions if not dimension_named(name)]
    line = _line(matter, "dimensions") if unknown else 0
    notes = [
        Problem(path, line, f"'{safe_line(name)}' is not one of the six dimensions; it was kept") for name in unknown
    ]
    if not matter.opening and _YAML.match(matter.body):
        notes.append(
            Problem(path, 1, "its front matter is YAML, which is read as text; mentorlog reads TOML between +++")
        )
    if "<<<<<<< " in matter.text and (conflict := _CONFLICT.search(matter.body)):
        line = len(lines_of(matter.opening + matter.toml + matter.closing + matter.body[: conflict.start()])) + 1
        notes.append(Problem(path, line, "git left two versions here, between <<<<<<< and >>>>>>>; keep what you want"))
    if head.schema_ > SCHEMA:
        newer = f"a newer mentorlog wrote this (schema {head.schema_}); it is read as far as it goes and never changed"
        notes.append(Problem(path, _line(matter, "schema"), newer))
    return notes
