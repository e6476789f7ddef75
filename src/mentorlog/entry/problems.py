"""Problems in a file that a person should look at, found while its front matter is checked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mentorlog.dimensions import dimension_named, is_known
from mentorlog.entry.frontmatter import Matter
from mentorlog.entry.keys import ENTRY, SCHEMA, Head
from mentorlog.files.declared import Fault
from mentorlog.files.toml import line_of, lines_of
from mentorlog.text import safe_line

_CONFLICT = re.compile(r"(?m)^<{7} (?=[\s\S]{0,200000}?^={7}\r?$[\s\S]{0,200000}?^>{7} )")
_YAML = re.compile(r"\ufeff?\s*---[ \t]*[\r\n]+[A-Za-z_-]+[ \t]*:")


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something in a file that a person should look at. `path` is relative to the journal, `line` counts from 1."""

    path: str
    line: int
    text: str

    def __str__(self) -> str:
        return f"{safe_line(self.path)}, line {self.line}: {self.text}."


def checked_head(path: str, matter: Matter) -> tuple[Head, list[Problem]]:
    """Check a file's front matter. Returns its right values, and its problems."""
    head, faults = ENTRY.read_right(matter.values)
    problems = [Problem(path, _line(matter, fault.key), sentence_for(fault)) for fault in faults]
    return head, problems + list(_notes(path, matter, head))


def sentence_for(fault: Fault) -> str:
    """The sentence that says how a wrong value should have been written."""
    key = ENTRY.fields[fault.key].key
    if key.read:
        return f"{fault.key}: {fault.reason}"
    return key.wanted or f"{fault.key} is text in straight quotes"


def _line(matter: Matter, key: str) -> int:
    return 1 + line_of(matter.toml, key)


def _notes(path: str, matter: Matter, head: Head) -> Iterator[Problem]:
    """Yield problems with readable files that may not mean what their writer thinks."""
    if matter.start and "<<<<<<< " not in matter.text and head.schema_ <= SCHEMA and is_known(head.dimensions):
        return  # nearly every file
    yield from _unknown_dimensions(path, matter, head)
    if not matter.opening and _YAML.match(matter.body):
        yield Problem(path, 1, "its front matter is YAML, which is read as text; mentorlog reads TOML between +++")
    if "<<<<<<< " in matter.text and (conflict := _CONFLICT.search(matter.body)):
        line = len(lines_of(matter.opening + matter.toml + matter.closing + matter.body[: conflict.start()])) + 1
        yield Problem(path, line, "git left two versions here, between <<<<<<< and >>>>>>>; keep what you want")
    if head.schema_ > SCHEMA:
        newer = f"a newer mentorlog wrote this (schema {head.schema_}); it is read as far as it goes and never changed"
        yield Problem(path, _line(matter, "schema"), newer)


def _unknown_dimensions(path: str, matter: Matter, head: Head) -> Iterator[Problem]:
    unknown = [name for name in head.dimensions if not dimension_named(name)]
    line = _line(matter, "dimensions") if unknown else 0
    for name in unknown:
        yield Problem(path, line, f"'{safe_line(name)}' is not one of the six dimensions; it was kept")
