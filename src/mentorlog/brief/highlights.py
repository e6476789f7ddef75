"""Highlights (`==so==`), the writer's own choice of what is quoted, and how long an extract may be."""

import re
from collections.abc import Iterator

from mentorlog.text import HIGHLIGHT

LONGEST = 260  # characters of one extract
_BLANK_LINE = re.compile(r"(?:\r\n|\r(?!\n)|\n)[ \t]*(?:\r\n|\r|\n)")


def highlights(raw: str) -> Iterator[str]:
    """Yield each highlighted stretch of a section's raw text, cut to LONGEST: a substring of `raw`."""
    for highlight in HIGHLIGHT.finditer(raw):
        if not _BLANK_LINE.search(highlight[1]):
            yield cut(highlight[1])


def cut(text: str, longest: int = LONGEST) -> str:
    """The beginning of `text`, at most `longest` characters, cut between words if possible."""
    if len(text) <= longest:
        return text
    short = text[: longest + 1]
    ends = [match.start() for match in re.finditer(r"\s", short)]
    return short[: ends[-1] if ends else longest].rstrip()
