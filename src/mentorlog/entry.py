"""An entry: what a file says, as values. Reading never fails: what cannot be understood is listed, not raised."""

import codecs
import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from pathlib import PurePosixPath
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from mentorlog.errors import ContentError
from mentorlog.frontmatter import Matter, compose, split
from mentorlog.model import DIMENSIONS, ORDER, Dimension, dimension_named
from mentorlog.sections import Section, escaped, sections_of
from mentorlog.text import safe_line, shortened, trimmed
from mentorlog.toml import Values, line_of, spelt_date, uk_date

SCHEMA = 1
ID_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"  # base 32 without the letters that look like others
FIRST_YEAR, LAST_YEAR = 1900, 2199
Role = Literal["ect", "mentor"]

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_NAME_DATE = re.compile(r"(?<!\d)(\d{4}-\d{2}-\d{2})(?!\d)")
_TITLE_LINE = re.compile(r"(?m)^# +(\S.*?)[ #]*\r?$")


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


def _identifier(value: str) -> str:
    if not _ID.fullmatch(value):
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


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something in a file that a person should look at. `path` is inside the journal, `line` counts from 1."""

    path: str
    line: int
    text: str

    def __str__(self) -> str:
        return f"{safe_line(self.path)}, line {self.line}: {self.text}."


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that cannot be an entry as it stands. `text` is as much of it as can be shown."""

    path: str
    text: str
    problem: Problem


@dataclass(frozen=True)
class Entry:
    """One entry. `text` is the whole file; `path` is relative to the journal, with forward slashes."""

    path: str
    text: str
    head: Head
    date: date
    id: str
    role: Role
    problems: tuple[Problem, ...] = ()

    @cached_property
    def matter(self) -> Matter:
        return split(self.text)

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        return sections_of(self.matter.body)

    @property
    def open_sections(self) -> tuple[Section, ...]:
        """The sections without `Just for me`: all that a brief may ever quote."""
        return tuple(section for section in self.sections if not section.private)

    @cached_property
    def dimensions(self) -> tuple[Dimension, ...]:
        """Those named by open headings or by the writer, in the model's order."""
        named = {section.dimension for section in self.open_sections if section.dimension}
        named |= {found for name in self.head.dimensions if (found := dimension_named(name))}
        return tuple(dimension for dimension in DIMENSIONS if dimension in named)

    @cached_property
    def title(self) -> str:
        """The writer's title; without one, the first `# heading`, the file's name, or the first words."""
        written = "".join(section.heading + section.raw for section in self.open_sections)
        heading = _TITLE_LINE.search(written)
        return (
            self.head.title
            or (heading[1] if heading else "")
            or _words_of_name(self.path)
            or shortened(trimmed("\n".join(section.text for section in self.open_sections)))
            or "(no title)"
        )

    @property
    def is_shared(self) -> bool:
        return self.head.share == "mentor"

    @property
    def is_next_open(self) -> bool:
        return bool(self.head.next.strip()) and self.head.next_state is None

    @property
    def short_id(self) -> str:
        """The last part of the id: what people type."""
        return self.id.rpartition("-")[2] or self.id

    @property
    def order(self) -> tuple[date, str]:
        return (self.date, self.path)


def read_entry(path: str, data: bytes, role: Role = "ect") -> Entry | Unread:
    """The entry in a file's bytes. `role` is the journal's, for entries that do not say."""
    text, fault = decoded(data)
    if fault:
        return Unread(path, text, Problem(path, 1, fault))
    matter = split(text)
    if matter.fault:
        return Unread(path, text, Problem(path, matter.fault.line, matter.fault.reason))
    head, problems = _validated(path, matter)
    day = head.date or _day_in_name(path)
    if day is None:
        dated = next((problem for problem in problems if problem.text.startswith("date")), None)
        return Unread(path, text, dated or Problem(path, 1, _no_date(text)))
    return Entry(path, text, head, day, head.id or _derived_id(day, path), head.role or role, tuple(problems))


def _no_date(text: str) -> str:
    if text.lstrip("\ufeff").startswith("---"):
        return "it has no date that mentorlog reads: front matter goes between +++ lines, as TOML"
    return "it has no date, in its front matter or in its name"


def decoded(data: bytes) -> tuple[str, str]:
    """A file's text, and why it cannot be an entry ("" if it can). The text is readable either way."""
    if not data.strip(b"\0 \t\r\n"):
        return "", "the file is empty"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace"), "it is saved as UTF-16; save it as UTF-8"
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = 1 + data.count(b"\n", 0, error.start)
        return data.decode("utf-8", "replace"), f"it is not UTF-8 (line {line} has a byte that is not)"
    return text, "it holds a NUL character" if "\0" in text else ""


def _validated(path: str, matter: Matter) -> tuple[Head, list[Problem]]:
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
        reason = "date: " + (reason if "date" in reason or "year" in reason else "there is no such day")
        reason = reason.replace("Invalid isoformat string", "there is no such day")
    return Problem(path, _line(matter, key), reason or _WANTED.get(key, f"{key} is text in straight quotes"))


def _line(matter: Matter, key: str) -> int:
    return 1 + line_of(matter.toml, key)


def _notes(path: str, matter: Matter, head: Head) -> list[Problem]:
    unknown = [name for name in head.dimensions if not dimension_named(name)]
    notes = [
        Problem(path, _line(matter, "dimensions"), f"'{safe_line(name)}' is not one of the six dimensions; it was kept")
        for name in unknown
    ]
    if head.schema_ > SCHEMA:
        newer = f"a newer mentorlog wrote this (schema {head.schema_}); it is read as far as it goes and never changed"
        notes.append(Problem(path, _line(matter, "schema"), newer))
    return notes


def _day_in_name(path: str) -> date | None:
    found = _NAME_DATE.search(PurePosixPath(path).name)
    try:
        return day_of(found[1]) if found else None
    except ValueError:
        return None


def _words_of_name(path: str) -> str:
    stem = PurePosixPath(path).stem
    return re.sub(r"[\s_-]+", " ", _NAME_DATE.sub("", stem, count=1)).strip()


def _derived_id(day: date, path: str) -> str:
    """An id for an entry that has none: the same as long as the file keeps its name."""
    digest = hashlib.blake2b(path.encode("utf-8", "surrogatepass"), digest_size=4).digest()
    number = int.from_bytes(digest)
    return f"{day:%Y%m%d}-" + "".join(ID_LETTERS[number >> shift & 31] for shift in (0, 5, 10, 15))


@dataclass(frozen=True, slots=True)
class Answer:
    """Something typed under a heading. Without a dimension it stands at the top, without a heading."""

    text: str
    dimension: Dimension | None = None
    question: str = ""

    @property
    def heading(self) -> str:
        if self.dimension is None:
            return ""
        return f"## {self.dimension.name}: {self.question}" if self.question else f"## {self.dimension.name}"


def entry_text(values: Values, answers: Iterable[Answer]) -> str:
    """The text of an entry's file. Answers without a dimension must come first: text after a heading belongs to it."""
    answers = [answer for answer in answers if answer.text.strip()]
    dimensions = {answer.dimension.id for answer in answers if answer.dimension} | set(values.get("dimensions", ()))
    values = {"schema": SCHEMA, "kind": "reflection", **values, "dimensions": sorted(dimensions, key=lambda each: ORDER.get(each, len(ORDER)))}
    blocks = [part for answer in answers for part in (answer.heading, escaped(answer.text)) if part]
    return compose(values, "\n\n".join(blocks) + ("\n" if blocks else ""))


def new_text(values: Values, answers: Sequence[Answer]) -> str:
    """`entry_text`, read back and compared, so that nothing is written which would not read back as it was typed.

    Raises ContentError where it would not.
    """
    text = entry_text(values, answers)
    try:
        data = text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise ContentError(f"character {error.start + 1} ({text[error.start]!r}) cannot be saved") from None
    back = read_entry("new.md", data)
    if not isinstance(back, Entry) or _answers_in(back) != [(each.dimension, each.text) for each in answers if each.text.strip()]:
        raise ContentError("this text would not read back as it was typed")
    if any(back.matter.values.get(key) != value for key, value in values.items() if value and key != "dimensions"):
        raise ContentError("the front matter would not read back as it was typed")
    return text


def _answers_in(entry: Entry) -> list[tuple[Dimension | None, str]]:
    return [(section.dimension, section.text) for section in entry.sections if section.text]
