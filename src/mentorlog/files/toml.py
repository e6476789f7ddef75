"""TOML as people write it: read within bounds, with the line and a plain reason where it cannot be read."""

import contextlib
import math
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from mentorlog.days import spelt_date, uk_date
from mentorlog.text import safe_line

LARGEST = 64 * 1024  # bytes of front matter; ours has about 15 lines
_CURLY = "“”„‟‘’"
_KEY = re.compile(r"""[ \t]*(?:"([^"\\]*)"|'([^']*)'|([A-Za-z0-9_-]+))[ \t]*=""")
_TEXT = r'"[^"\\\x00-\x08\x0a-\x1f\x7f]*"'
_PLAIN_LINE = re.compile(  # a key, and text, a day, yes or no, a whole number, or a list of texts
    rf"([A-Za-z0-9_-]+) = (?:({_TEXT})|([0-9-]{{10}})|(true|false)|(0|[1-9][0-9]{{0,8}})|(\[(?:{_TEXT}, )*{_TEXT}\]))\n"
)
_PLAIN_KINDS: dict[int, Callable[[str], object]] = {  # by the number of the group in a plain line
    2: lambda found: found[1:-1],
    3: date.fromisoformat,
    4: lambda found: found == "true",
    5: int,
    6: lambda found: found[2:-2].split('", "'),
}
_LONGEST_STATEMENT = 400  # lines; each is tried in turn, so this bounds the work on a crafted file

Values = dict[str, Any]


class TomlError(ValueError):
    """`line` counts from 1 in the text that was given; `reason` is a sentence without its full stop."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(f"line {line}: {reason}")
        self.line = line
        self.reason = reason


def parse(text: str, largest: int = LARGEST) -> Values:
    """The values in `text`, of at most `largest` bytes. Raises TomlError, and nothing else, where it is not sound."""
    if len(text) * 4 > largest and len(text.encode("utf-8", "surrogatepass")) > largest:
        raise TomlError(1, f"this is over {largest // 1024} KB of TOML, so it was not read")
    if (plain := _plain_values(text)) is not None:
        return plain
    import tomli

    try:
        values = tomli.loads(re.sub(r"\r\n?", "\n", text) if "\r" in text else text)
    except tomli.TOMLDecodeError as error:
        line = min(error.lineno, len(lines_of(text)) or 1)
        raise TomlError(line, _reason(text, line, error.msg)) from None
    except (ValueError, RecursionError):
        raise TomlError(1, "TOML cannot read this") from None
    if _has_endless_number(values.values()):
        raise TomlError(1, "a number has no end (inf or nan)")
    return values


def _plain_values(text: str) -> Values | None:
    """The values where every line is as plain as ours are, in little more than half of tomli's time; else None."""
    values: Values = {}
    at, end = 0, len(text)
    while at < end:
        line = _PLAIN_LINE.match(text, at)
        if line is None or line[1] in values:
            return None
        kind, key = line.lastindex or 0, line[1]
        try:
            values[key] = _PLAIN_KINDS[kind](line[kind])
        except ValueError:
            return None  # there is no such day, which tomli says better
        at = line.end()
    return values


def _has_endless_number(values: Iterable[object]) -> bool:
    for value in values:
        if type(value) is str:
            continue  # as most are
        if isinstance(value, float) and not math.isfinite(value):
            return True
        inner = value.values() if isinstance(value, dict) else value
        if isinstance(inner, Iterable) and not isinstance(inner, str) and _has_endless_number(inner):
            return True
    return False


def _reason(text: str, line: int, message: str) -> str:
    lines = lines_of(text)
    found = lines[line - 1] if line <= len(lines) else ""
    if (key := _KEY.match(found)) and any(quote in found for quote in _CURLY):
        return f"the {key_of(key)} is in curly quotes; TOML needs straight ones"
    if uk := uk_date(found):
        return f"write the date as {spelt_date(uk)}"
    if "date" in message:
        return "there is no such day"
    reason = message[:1].lower() + message[1:].rstrip(".")
    return f"TOML cannot read this line ({reason})"


def key_of(match: re.Match[str]) -> str:
    """The key that a line's `key =` names, without its quotes."""
    return next(group for group in match.groups() if group is not None)


def lines_of(text: str) -> list[str]:
    r"""The lines of `text` with their ends. Only \n, \r\n and \r end a line (never `splitlines`: U+2028)."""
    return re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z", text)


@dataclass(frozen=True, slots=True)
class Statement:
    """One top-level `key = value`: its lines are `start` to `end`, counted from 0, the last one outside."""

    key: str
    start: int
    end: int


def statements(lines: list[str]) -> Iterator[Statement]:
    """The statements before the first table, top to bottom. `lines` must parse as a whole. Raises TomlError."""
    at = 0
    while at < len(lines) and not lines[at].lstrip().startswith("["):
        key = _KEY.match(lines[at])
        end = _end_of_statement(lines, at) if key else at + 1
        if key:
            yield Statement(key_of(key), at, end)
        at = end


def _end_of_statement(lines: list[str], start: int) -> int:
    import tomli

    flat = [line.rstrip("\r\n") + "\n" for line in lines[start : start + _LONGEST_STATEMENT]]
    for length in range(1, len(flat) + 1):
        with contextlib.suppress(ValueError, RecursionError):
            tomli.loads("".join(flat[:length]))
            return start + length
    raise TomlError(start + 1, f"the value that begins on line {start + 2} is too long to change safely")


def places(text: str) -> dict[tuple[int, str], int]:
    """The line, from 1, on which each key is first set: at the top (0), or in the n-th `[[...]]` (from 1)."""
    found: dict[tuple[int, str], int] = {}
    table = 0
    for number, line in enumerate(lines_of(text), start=1):
        if line.lstrip().startswith("["):
            table += 1
        elif match := _KEY.match(line):
            found.setdefault((table, key_of(match)), number)
    return found


def line_of(text: str, key: str, *, table: int = 0) -> int:
    """The line, from 1, on which `key` is set: at the top, or in the `table`-th `[[...]]` (from 1). 1 if nowhere."""
    return places(text).get((table, key)) or (line_of_table(text, table) if table else 1)


def line_of_table(text: str, table: int) -> int:
    """The line, from 1, of the `table`-th header (from 1)."""
    headers = [n for n, line in enumerate(lines_of(text), start=1) if line.lstrip().startswith("[")]
    return headers[table - 1] if 0 < table <= len(headers) else 1


def slip(text: str, error: Any, *, table: int = 0) -> str:  # noqa: ANN401 -- pydantic's own type
    """One validation error as "line 3: role: ...", for files that people write."""
    key = str(error["loc"][-1]) if error["loc"] else ""
    reason = {
        "extra_forbidden": "this key is not known here",
        "missing": "this key is missing",
    }.get(error["type"], str(error["msg"])[:1].lower() + str(error["msg"])[1:])
    return f"line {line_of(text, key, table=table)}: {safe_line(key)}: {reason}"


def written(value: object) -> str:
    """One value as it stands after `=`, always on one line."""
    import tomli_w

    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(written, value)) + "]"
    return tomli_w.dumps({"v": value}).removeprefix("v = ").rstrip("\n")
