"""The sections of an entry's body, each with its dimension, or private.

A section begins at a heading that names a dimension, with or without its question, or at a line that makes it private
(`private.py`). Any other heading is text.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from mentorlog.dimensions import Dimension, dimension_named
from mentorlog.entry.private import PrivateSection, lines_of, private_level, quotable_length
from mentorlog.text import trimmed

_HEADING = re.compile(r" {0,3}(#{1,6})(?!#)([^\r\n]*)")
_NAMED = re.compile(r"[\W_]*([^\W\d_]+)[*_]*(?:[ \t]*[:?.!·|][ \t.?!]*[*_]*|[ \t]*[–—][ \t]*|[ \t]+-[ \t]+|\Z)(.*)\Z")
_FENCE_LINE = re.compile(r"\+\+\+[ \t]*\Z")
_BACKSLASHES = re.compile(r"([ \t]*)(\\*)")


class Heading(NamedTuple):
    """A line that begins a section. `dimension` is None if the section is private."""

    level: int
    dimension: Dimension | None
    question: str = ""


class Section(NamedTuple):
    """A part of the body: `heading` is its first line, `raw` the rest, both exactly as in the file."""

    dimension: Dimension | None
    private: bool
    heading: str
    question: str
    raw: str

    @property
    def open_raw(self) -> str:
        """The part of `raw` that a brief may quote: nothing of a private section."""
        return "" if self.private else self.raw[: quotable_length(self.raw)]

    @property
    def text(self) -> str:
        """`raw` as the person typed it."""
        return _as_typed(self.raw)

    @property
    def open_text(self) -> str:
        """The part of `text` that a brief may quote."""
        return _as_typed(self.open_raw)


def _as_typed(raw: str) -> str:
    return unescaped(trimmed(raw.replace("\r\n", "\n").replace("\r", "\n")))


def sections_of(body: str) -> tuple[Section, ...]:
    """Split a body into sections, which joined together are the body. Text above the first heading comes first."""
    headings = list(_headings_in(body))
    starts = [0, *(start for start, _, _ in headings)]
    ends = [*starts[1:], len(body)]
    sections = [Section(None, False, "", "", body[: ends[0]])] if ends[0] else []
    for (start, after, heading), end in zip(headings, ends[1:], strict=True):
        is_private = heading.dimension is None
        sections.append(Section(heading.dimension, is_private, body[start:after], heading.question, body[after:end]))
    return tuple(sections)


def dimensions_of(body: str) -> set[Dimension]:
    """The dimensions in the headings of a body's open sections."""
    return {heading.dimension for _, _, heading in _headings_in(body) if heading.dimension}


def _headings_in(body: str) -> Iterator[tuple[int, int, Heading]]:
    """Yield the start, the end and the heading of each line that begins a section."""
    private: PrivateSection | None = None
    end = 0
    for line, following in pairwise([*lines_of(body), ""]):
        start, end = end, min(end + len(line) + 1, len(body))
        private = private and private.after(line)
        heading = heading_in(line, following)
        if heading is None or (private and not _ends(private, heading)):
            continue
        private = PrivateSection(heading.level) if heading.dimension is None else None
        yield start, end, heading


def _ends(private: PrivateSection, heading: Heading) -> bool:
    return heading.dimension is not None and private.ends_at(heading.level)


def heading_in(line: str, following: str = "") -> Heading | None:
    """Read `line` as the heading of a section; None if it is not one. `following`, the next line, may underline it."""
    if level := private_level(line, following):
        return Heading(level, None)
    heading = _HEADING.match(line)
    return _dimension_in(heading) if heading else None


def _dimension_in(heading: re.Match[str]) -> Heading | None:
    if len(heading[1]) == 1 and heading[2][:1] not in (" ", "\t"):  # "#critique" is a tag
        return None
    named = _NAMED.match(heading[2].strip().rstrip("#").rstrip())
    dimension = dimension_named(named[1]) if named else None
    return Heading(len(heading[1]), dimension, named[2].strip(" *_")) if named and dimension else None


def escaped(answer: str) -> str:
    """Put a backslash before each line of `answer` that would read as structure. `unescaped` reverses this."""
    return "\n".join(
        _with_backslashes(line, 1) if _is_structure(line, following) else line
        for line, following in pairwise([*answer.split("\n"), ""])
    )


def unescaped(text: str) -> str:
    """The answer whose `escaped` form is `text`."""
    return "\n".join(
        _with_backslashes(line, -1) if _bare(line)[1] and _is_structure(line, following) else line
        for line, following in pairwise([*text.split("\n"), ""])
    )


def _is_structure(line: str, following: str) -> bool:
    """Whether `line`, without the backslashes at its start, would begin a section or close the front matter."""
    indent, _, rest = _bare(line)
    plain = indent + rest
    return bool(_FENCE_LINE.match(plain)) or heading_in(plain, following) is not None


def _with_backslashes(line: str, added: int) -> str:
    indent, backslashes, rest = _bare(line)
    return indent + "\\" * (len(backslashes) + added) + rest


def _bare(line: str) -> tuple[str, str, str]:
    """Split a line into its leading white space, the backslashes after it, and the rest."""
    match = _BACKSLASHES.match(line)
    assert match is not None  # noqa: S101 -- the pattern matches every string
    return match[1], match[2], line[match.end() :]
