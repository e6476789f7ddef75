"""An entry: the contents of a file as values. Reading never raises; faults in the file become problems."""

import codecs
import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import PurePosixPath

from mentorlog.dimensions import DIMENSIONS, Dimension, Role, dimension_named
from mentorlog.entry.frontmatter import Matter, split
from mentorlog.entry.keys import SCHEMA, Head, day_of
from mentorlog.entry.problems import Problem, checked_head
from mentorlog.entry.sections import Section, dimensions_of, sections_of
from mentorlog.text import shortened, trimmed

ID_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"  # base 32 without the letters that look like others
LONGEST_HEADING = 120  # characters of a heading that is used as a title
Date = date  # inside `Entry` the plain name is the field

_NAME_DATE = re.compile(r"(?<!\d)(\d{4}-\d{2}-\d{2})(?!\d)")
_TITLE_LINE = re.compile(r"(?:\A|(?<=[\r\n]))# +(\S[^\r\n]*)")


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that cannot be read as an entry. `text` is as much of it as can be shown."""

    path: str
    text: str
    problem: Problem
    is_text: bool = False  # whether `text` is the whole file, exactly, as UTF-8
    is_unopened: bool = False  # whether the file could not be opened


@dataclass(frozen=True)
class Entry:
    """One entry. `data` is the whole file, whose body begins at byte `body_at`; `path` is relative to the journal.

    Thousands are in memory at once, so derived values are made only when used.
    """

    path: str
    data: bytes
    body_at: int
    head: Head
    date: date
    id: str
    role: Role
    problems: tuple[Problem, ...] = ()

    @property
    def text(self) -> str:
        """The whole file."""
        return self.data.decode("utf-8")

    @property
    def body(self) -> str:
        """The file after its front matter."""
        return self.data[self.body_at :].decode("utf-8")

    @cached_property
    def matter(self) -> Matter:
        """The whole file, split into front matter and body."""
        return split(self.text)

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The sections of the body."""
        return sections_of(self.body)

    @property
    def open_sections(self) -> tuple[Section, ...]:
        """All sections except private ones (`Just for me`). A brief may quote from no others."""
        return tuple(section for section in self.sections if not section.private)

    @cached_property
    def dimensions(self) -> tuple[Dimension, ...]:
        """The dimensions named by open headings or in the front matter, in the model's order."""
        named = dimensions_of(self.body)
        named |= {dimension for name in self.head.dimensions if (dimension := dimension_named(name))}
        return tuple(dimension for dimension in DIMENSIONS if dimension in named)

    @cached_property
    def title(self) -> str:
        """The writer's title; without one, the first `# heading`, the file's name, or the first words."""
        return (
            self.head.title
            or self._first_heading()
            or _words_of_name(self.path)
            or shortened(trimmed("\n".join(section.open_text for section in self.open_sections)))
            or "(no title)"
        )

    def _first_heading(self) -> str:
        written = "".join(section.heading + section.open_raw for section in self.open_sections)
        heading = _TITLE_LINE.search(written)
        return shortened(heading[1].rstrip(" #"), LONGEST_HEADING) if heading else ""

    @property
    def is_shared(self) -> bool:
        return self.head.share == "mentor"

    @property
    def is_newer(self) -> bool:
        """Whether a newer mentorlog wrote the entry: this version reads it, and never changes it."""
        return self.head.schema_ > SCHEMA

    @property
    def short_id(self) -> str:
        """The last part of the id, which people type."""
        return self.id.rpartition("-")[2] or self.id

    @property
    def order(self) -> tuple[Date, str]:
        """The sort key of entries: by day, then by path."""
        return (self.date, self.path)


def read_entry(path: str, data: bytes, role: Role = "ect", otherwise: Date | None = None) -> Entry | Unread:
    """Read a file's bytes as an entry. `role`, the journal's, is for entries without a role of their own.

    An entry whose front matter and name give no day is of the day `otherwise`, if that is given.
    """
    text, fault, line = decoded(data)
    if fault:
        return Unread(path, text, Problem(path, line, fault))
    matter = split(text)
    if matter.fault:
        return Unread(path, text, Problem(path, matter.fault.line, matter.fault.reason), is_text=True)
    head, problems = checked_head(path, matter)
    day = head.date or _day_in_name(path) or otherwise
    if day is None:
        dated = next((problem for problem in problems if problem.text.startswith("date")), None)
        return Unread(path, text, dated or Problem(path, 1, _no_date(text)), is_text=True)
    return Entry(
        path,
        data,
        matter.bytes_before_body,
        head,
        day,
        head.id or derived_id(day, path),
        head.role or role,
        tuple(problems),
    )


def _no_date(text: str) -> str:
    if text.lstrip("\ufeff").startswith("---"):
        return "it has no date that mentorlog reads: front matter goes between +++ lines, as TOML"
    return "it has no date, in its front matter or in its name"


def decoded(data: bytes) -> tuple[str, str, int]:
    """Decode a file. Returns its text, readable in any case; the reason it is unusable ("" if none); and its line."""
    if not data.strip(b"\0 \t\r\n"):
        return "", "the file is empty", 1
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace"), "it is saved as UTF-16; save it as UTF-8", 1
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return data.decode("utf-8", "replace"), "it is not UTF-8 here", 1 + data.count(b"\n", 0, error.start)
    if "\0" in text:
        return text, "it holds a NUL character", 1 + text.count("\n", 0, text.index("\0"))
    return text, "", 0


def _day_in_name(path: str) -> date | None:
    match = _NAME_DATE.search(PurePosixPath(path).name)
    try:
        return day_of(match[1]) if match else None
    except ValueError:
        return None


def _words_of_name(path: str) -> str:
    stem = PurePosixPath(path).stem
    return re.sub(r"[\s_-]+", " ", _NAME_DATE.sub("", stem, count=1)).strip()


def derived_id(day: date, path: str) -> str:
    """Make an id for an entry that has none. It stays the same as long as the file keeps its path and day."""
    import hashlib

    digest = hashlib.blake2b(path.encode("utf-8", "surrogatepass"), digest_size=4).digest()
    number = int.from_bytes(digest)
    return f"{day:%Y%m%d}-" + "".join(ID_LETTERS[number >> shift & 31] for shift in (0, 5, 10, 15))
