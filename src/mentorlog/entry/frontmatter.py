"""The front matter of an entry's file: split the file into parts, and change values without touching the rest.

`Matter` is lossless: `opening + toml + closing + body` is exactly the file's text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from mentorlog.entry.keys import KEYS
from mentorlog.errors import ContentError
from mentorlog.files.editing import newline_of, with_value
from mentorlog.files.toml import TomlError, Values, lines_of, parse, written

_FENCE = re.compile(r"\+\+\+[ \t]*(?:\r\n|\r|\n|\Z)")
_FENCES_TRIED = 8  # a multi-line string may contain some; no real one contains more


@dataclass(frozen=True, slots=True)
class Matter:
    """A file's text in four parts: `opening`, `toml`, `closing` and `body`.

    `toml` is from index `start` to `end`, and `body` begins at index `after`. Without front matter, all is body.
    """

    text: str
    values: Values
    start: int = 0
    end: int = 0
    after: int = 0
    fault: TomlError | None = None

    @property
    def opening(self) -> str:
        return self.text[: self.start]

    @property
    def toml(self) -> str:
        return self.text[self.start : self.end]

    @property
    def closing(self) -> str:
        return self.text[self.end : self.after]

    @property
    def body(self) -> str:
        return self.text[self.after :]

    @property
    def bytes_before_body(self) -> int:
        """The number of bytes before the body in the file."""
        before = self.text[: self.after]
        return self.after if before.isascii() else len(before.encode("utf-8"))


def split(text: str) -> Matter:
    """Split `text` into its parts. The line of a fault counts in the file; a file with a fault has no values."""
    first = _FENCE.match(text, 1 if text.startswith("\ufeff") else 0)
    if not first:
        return Matter(text, {})
    fences = islice(_fences(text, first.end()), _FENCES_TRIED)
    fence = next(fences, None)
    if fence is None:
        return Matter(text, {}, fault=TomlError(1, "the front matter is opened by +++ and never closed"))
    closed = _parts(text, first.end(), fence)
    if not closed.fault:
        return closed
    readings = (_parts(text, first.end(), later) for later in fences)
    return next((later for later in readings if not later.fault), closed)


def _fences(text: str, at: int) -> Iterator[re.Match[str]]:
    """Yield each line from index `at` on that is a fence."""
    while (at := text.find("+++", at)) >= 0:
        fence = _FENCE.match(text, at) if text[at - 1] in "\r\n" else None
        if fence:
            yield fence
        at += 1


def _parts(text: str, start: int, fence: re.Match[str]) -> Matter:
    try:
        return Matter(text, parse(text[start : fence.start()]), start, fence.start(), fence.end())
    except TomlError as error:
        fault = TomlError(error.line + 1, error.reason)
        return Matter(text, {}, start, fence.start(), fence.end(), fault)


def compose(values: Values, body: str) -> str:
    """Make the text of a new file: declared keys in order, then others. Empty values are left out."""
    keys = [key for key in KEYS if key in values] + [key for key in values if key not in KEYS]
    lines = [f"{key} = {written(values[key])}\n" for key in keys if not is_empty(values[key])]
    return "+++\n" + "".join(lines) + "+++\n\n" + body


def is_empty(value: object) -> bool:
    """Whether a new entry leaves a value out: None, False, an empty text or list, but not 0."""
    return value is None or value is False or value in ("", [])


def with_values(text: str, changes: Values) -> str:
    """Set these keys in `text` (None removes a key), and leave everything else exactly as it is.

    Raises ContentError if the front matter cannot be read, or the change cannot be made safely.
    """
    matter = split(text)
    if matter.fault:
        raise ContentError(f"its front matter cannot be read ({matter.fault})")
    changes = {key: value for key, value in changes.items() if not _is_same(matter.values.get(key), value)}
    if not changes:
        return text
    if not matter.opening and matter.body.lstrip("\ufeff \t\r\n").startswith("---"):
        raise ContentError("its front matter is YAML, which mentorlog reads as text and does not change")
    newline = newline_of(text)
    lines = lines_of(matter.toml)
    try:
        for key, value in changes.items():
            lines = with_value(lines, key, value, order=KEYS, newline=newline)
    except TomlError as error:
        raise ContentError(f"{error.reason}; make this change in an editor") from None
    spliced = _rejoined(matter, "".join(lines), newline)
    if not _is_faithful(spliced, matter, changes):
        raise ContentError("this change cannot be made without touching other lines; make it in an editor")
    return spliced


def _is_same(present: object, wanted: object) -> bool:
    return type(present) is type(wanted) and present == wanted


def _rejoined(matter: Matter, toml: str, newline: str) -> str:
    if matter.opening:
        return matter.opening + toml + matter.closing + matter.body
    bom = "\ufeff" if matter.body.startswith("\ufeff") else ""
    return f"{bom}+++{newline}{toml}+++{newline}{matter.body.removeprefix(bom)}"


def _is_faithful(spliced: str, before: Matter, changes: Values) -> bool:
    after = split(spliced)
    wanted = {key: value for key, value in (before.values | changes).items() if value is not None}
    body = before.body if before.opening else before.body.removeprefix("\ufeff")
    return not after.fault and after.values == wanted and after.body == body
