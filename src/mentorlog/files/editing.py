"""Edits of TOML that people write: change one value, and no other byte. All edits of TOML lines are made here."""

import contextlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mentorlog.files.toml import KEY, TomlError, key_of, line_of_table, written

# Strings, comments and the text between them; possessive `*+` prevents backtracking in long ones.
_PIECE = re.compile(
    r"""\"{3}(?:\\.|[^\\])*?\"{3}|'{3}.*?'{3}|"(?:\\.|[^"\\\r\n])*+"|'[^'\r\n]*+'|(?P<comment>\#[^\r\n]*+)|[^"'#]++|.""",
    re.DOTALL,
)
_LONGEST_STATEMENT = 400  # lines; every length is tried, so this bounds the work on a crafted file


@dataclass(frozen=True, slots=True)
class Statement:
    """One `key = value`, on the lines from `start` up to but not including `end`, counted from 0."""

    key: str
    start: int
    end: int


def statements(lines: Sequence[str], start: int = 0) -> Iterator[Statement]:
    """Yield the statements from the line `start` to the next table. All lines together must parse. Raises TomlError."""
    at = start
    while at < len(lines) and not lines[at].lstrip().startswith("["):
        key = KEY.match(lines[at])
        end = _end_of_statement(lines, at) if key else at + 1
        if key:
            yield Statement(key_of(key), at, end)
        at = end


def _end_of_statement(lines: Sequence[str], start: int) -> int:
    import tomli

    flat = [line.rstrip("\r\n") + "\n" for line in lines[start : start + _LONGEST_STATEMENT]]
    for length in range(1, len(flat) + 1):
        with contextlib.suppress(ValueError, RecursionError):
            tomli.loads("".join(flat[:length]))
            return start + length
    raise TomlError(start + 1, f"the value that begins on line {start + 2} is too long to change safely")


def with_value(
    lines: list[str], key: str, value: object, *, order: Sequence[str], newline: str, table: int = 0
) -> list[str]:
    """Set `key` at the top, or in the `table`-th `[[…]]` (from 1), and return the lines. None removes the key.

    A present key keeps its place, spacing and comment. A new one goes after the keys that precede it in `order`, on
    a line that ends with `newline`. Raises TomlError if the end of a value cannot be found.
    """
    first = line_of_table("".join(lines), table) if table else 0
    present = list(statements(lines, first))
    here = next((statement for statement in present if statement.key == key), None)
    if value is None:
        return lines[: here.start] + lines[here.end :] if here else lines
    if here:
        return [*lines[: here.start], _changed(lines, here, value), *lines[here.end :]]
    at = _place_for(key, present, order, first)
    before = [line if line.endswith(("\n", "\r")) else line + newline for line in lines[:at]]
    return [*before, f"{key} = {written(value)}{newline}", *lines[at:]]


def newline_of(text: str) -> str:
    """The first line end in the text; a newline if it has none."""
    first = re.search(r"\r\n|\r|\n", text)
    return first.group() if first else "\n"


def _changed(lines: Sequence[str], here: Statement, value: object) -> str:
    """The statement with a new value, and its old spacing, comment and line end."""
    statement = "".join(lines[here.start : here.end])
    lead = statement[: statement.index("=") + 1]
    rest = statement[len(lead) :]
    space = rest[: len(rest) - len(rest.lstrip(" \t"))]
    return lead + (space or " ") + written(value) + _tail(rest.lstrip(" \t"))


def _tail(rest: str) -> str:
    """The part of `rest` after the value: white space, a comment, the line end."""
    comments = [piece for piece in _PIECE.finditer(rest) if piece["comment"]]
    is_last = bool(comments) and not rest[comments[-1].end() :].strip()
    end = comments[-1].start() if is_last else len(rest)
    return rest[len(rest[:end].rstrip()) :]


def _place_for(key: str, present: Sequence[Statement], order: Sequence[str], first: int) -> int:
    """The number of the line before which a new key goes: after the last key that precedes it in `order`."""
    rank = {name: place for place, name in enumerate(order)}
    ends = [old.end for old in present if rank.get(old.key, len(order)) <= rank.get(key, len(order))]
    return max(ends, default=first)
