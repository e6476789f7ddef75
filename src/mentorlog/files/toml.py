"""TOML as people write it: read it within bounds, and report faults with their line and a plain reason."""

import math
import re
from collections.abc import Iterable
from typing import Any

from mentorlog.days import spelt_date, uk_date

LARGEST = 64 * 1024  # bytes of front matter; ours has about 15 lines
_CURLY = "“”„‟‘’"
KEY = re.compile(r"""[ \t]*(?:"([^"\\]*)"|'([^']*)'|([A-Za-z0-9_-]+))[ \t]*=""")
# What rtoml reads differently: it skips a byte order mark, allows line breaks in `{…}`, and makes a date of a table
# with the key `$__toml_private_datetime`. Escapes can spell that key as well.
_READ_DIFFERENTLY = re.compile(r"[\ufeff{\\$]")

Values = dict[str, Any]


class TomlError(ValueError):
    """TOML that cannot be read. `line` counts from 1 in the text; `reason` is a sentence without its full stop."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(f"line {line}: {reason}")
        self.line = line
        self.reason = reason


def parse(text: str, largest: int = LARGEST) -> Values:
    """Read the values in `text`, of at most `largest` bytes in UTF-8. Raises TomlError, and nothing else."""
    if len(text) * 4 > largest and len(text.encode("utf-8", "surrogatepass")) > largest:
        raise TomlError(1, f"this is over {largest // 1024} KB of TOML, so it was not read")
    plain = re.sub(r"\r\n?", "\n", text) if "\r" in text else text
    values = _read(text, plain)
    if _has_endless_number(values.values()):
        raise TomlError(1, "a number has no end (inf or nan)")
    return values


def _read(text: str, plain: str) -> Values:
    """Read with rtoml, which is quick. What it refuses, or may read differently, is read with tomli."""
    import rtoml

    if _READ_DIFFERENTLY.search(plain):
        return _read_by_tomli(text, plain)
    try:
        return rtoml.loads(plain)
    except ValueError:
        return _read_by_tomli(text, plain)


def _read_by_tomli(text: str, plain: str) -> Values:
    """Read with tomli, which accepts a little more than rtoml and gives the line of a fault."""
    import tomli

    try:
        values = tomli.loads(plain)
        str(values)  # raises ValueError where a number has more digits than Python spells
    except tomli.TOMLDecodeError as error:
        line = min(error.lineno, len(lines_of(text)) or 1)
        raise TomlError(line, _reason(text, line, error.msg)) from None
    except (ValueError, RecursionError):
        raise TomlError(1, "TOML cannot read this") from None
    return values


def _has_endless_number(values: Iterable[object]) -> bool:
    for value in values:
        if type(value) is str:
            continue  # most values are text
        if isinstance(value, float) and not math.isfinite(value):
            return True
        inner = value.values() if isinstance(value, dict) else value
        if isinstance(inner, Iterable) and not isinstance(inner, str) and _has_endless_number(inner):
            return True
    return False


def _reason(text: str, line: int, message: str) -> str:
    lines = lines_of(text)
    faulty = lines[line - 1] if line <= len(lines) else ""
    if (key := KEY.match(faulty)) and any(quote in faulty for quote in _CURLY):
        return f"the {key_of(key)} is in curly quotes; TOML needs straight ones"
    if uk := uk_date(faulty):
        return f"write the date as {spelt_date(uk)}"
    if "date" in message:
        return "there is no such day"
    reason = message[:1].lower() + message[1:].rstrip(".")
    return f"TOML cannot read this line ({reason})"


def key_of(match: re.Match[str]) -> str:
    """The key in a match of KEY, without its quotes."""
    return next(group for group in match.groups() if group is not None)


def lines_of(text: str) -> list[str]:
    r"""The lines of `text` with their ends: \n, \r\n or \r only (`splitlines` would split at U+2028 too)."""
    return re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z", text)


def places(text: str) -> dict[tuple[int, str], int]:
    """The line, from 1, of each key's first statement: at the top (table 0), or in the n-th `[[...]]` (from 1)."""
    lines: dict[tuple[int, str], int] = {}
    table = 0
    for number, line in enumerate(lines_of(text), start=1):
        if line.lstrip().startswith("["):
            table += 1
        elif match := KEY.match(line):
            lines.setdefault((table, key_of(match)), number)
    return lines


def line_of(text: str, key: str, *, table: int = 0) -> int:
    """The line, from 1, of `key` at the top, or in the `table`-th `[[...]]` (from 1).

    Without the key, the line of the table; 1 if there is neither.
    """
    return places(text).get((table, key)) or (line_of_table(text, table) if table else 1)


def line_of_table(text: str, table: int) -> int:
    """The line, from 1, of the `table`-th header (from 1); 1 if there are fewer."""
    headers = [n for n, line in enumerate(lines_of(text), start=1) if line.lstrip().startswith("[")]
    return headers[table - 1] if 0 < table <= len(headers) else 1


def written(value: object) -> str:
    """Format a value as TOML, on one line."""
    import tomli_w

    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(written, value)) + "]"
    return tomli_w.dumps({"v": value}).removeprefix("v = ").rstrip("\n")
