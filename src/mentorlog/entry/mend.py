"""Automatic repair of an unreadable file, limited to slips with only one possible meaning.

There are two: curly quotes around a value, which phones and word processors insert, and a date written day first,
if its first number can only be a day. A person mends everything else.
"""

import re
from collections.abc import Iterable

from mentorlog.days import spelt_date, uk_date
from mentorlog.entry.entry import Unread
from mentorlog.entry.frontmatter import split
from mentorlog.entry.keys import SCHEMA
from mentorlog.files.toml import TomlError, lines_of

_MOST = 100  # slips in one file
_DOUBLE, _SINGLE = "“”„‟", "‘’‚‛"
_LEAD = r"(?P<lead>[ \t]*[A-Za-z0-9_-]+[ \t]*=[ \t]*)"
_TAIL = r"(?P<tail>[ \t]*(?:\#[^\r\n]*)?(?:\r\n|\r|\n)?)"
_QUOTED = re.compile(
    rf"""{_LEAD}(?:[{_DOUBLE}"](?P<double>[^{_DOUBLE}"\\\r\n]*)[{_DOUBLE}"]"""
    rf"""|[{_SINGLE}](?P<single>[^{_SINGLE}'"\\\r\n]*)[{_SINGLE}]){_TAIL}"""
)
_LIST = re.compile(rf"""{_LEAD}(?P<list>\[[^\[\]{_SINGLE}'\\\r\n]*\]){_TAIL}""")
_LISTED = re.compile(rf"""[{_DOUBLE}"]([^{_DOUBLE}"\\,\[\]\r\n]*)[{_DOUBLE}"]""")
_DATED = re.compile(rf"""(?P<lead>[ \t]*date[ \t]*=[ \t]*)"?(?P<date>\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{4}})"?{_TAIL}""")


def mendable(unread: Iterable[Unread]) -> dict[str, tuple[str, str]]:
    """Find the files that can be mended. Returns by path the present text and the mended one."""
    texts = ((file.path, file.text, mended(file.text)) for file in unread if file.is_text)
    return {path: (before, after) for path, before, after in texts if after is not None}


def mended(text: str) -> str | None:
    """Mend the slips in `text`. None if its front matter needs no mending, or cannot be read even then.

    Only the lines with a slip change.
    """
    matter = split(text)
    if not matter.opening:
        return None
    head = _mended_head(matter.opening + matter.toml + matter.closing)  # without the body, which may be long
    if head is None or split(head + matter.body).fault is not None:
        return None
    return head + matter.body


def _mended_head(head: str) -> str | None:
    for _ in range(_MOST):
        fault = split(head).fault or _misdated(head)
        lines = lines_of(head)
        line = _mended_line(lines[fault.line - 1]) if fault and fault.line <= len(lines) else None
        if fault is None or line is None:
            return None
        head = "".join([*lines[: fault.line - 1], line, *lines[fault.line :]])
        if split(head).fault is None and _misdated(head) is None:
            return None if _is_newer(split(head).values.get("schema")) else head
    return None


def _is_newer(schema: object) -> bool:
    """Whether a newer mentorlog wrote the file, so that it must not be changed."""
    return isinstance(schema, int) and schema > SCHEMA


def _misdated(text: str) -> TomlError | None:
    """Find a date in quotes that is written day first: valid TOML, but not a date. None if there is none."""
    matter = split(text)
    if not isinstance(matter.values.get("date"), str):
        return None
    for number, line in enumerate(lines_of(matter.toml), start=2):
        if _DATED.fullmatch(line):
            return TomlError(number, "the date is written day first")
    return None


def _mended_line(line: str) -> str | None:
    """Mend the slip in one line. None if the meaning is not certain."""
    if dated := _DATED.fullmatch(line):
        return _with_iso_date(dated)
    if quoted := _QUOTED.fullmatch(line):
        value = quoted["double"] if quoted["double"] is not None else quoted["single"]
        return f'{quoted["lead"]}"{value}"{quoted["tail"]}'
    if listed := _LIST.fullmatch(line):
        straight = _LISTED.sub(r'"\1"', listed["list"])
        return None if any(quote in straight for quote in _DOUBLE) else listed["lead"] + straight + listed["tail"]
    return None


def _with_iso_date(dated: re.Match[str]) -> str | None:
    uk = uk_date(dated["date"])
    if uk is None or int(uk[1]) <= 12:  # noqa: PLR2004 -- 05/11 may also be the 11th of May
        return None
    iso = spelt_date(uk)
    return None if "y" in iso else f"{dated['lead']}{iso}{dated['tail']}"
