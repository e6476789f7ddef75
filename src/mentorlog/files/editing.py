"""Change one value in TOML that people write, and no other byte: the only editor of TOML lines there is."""

import contextlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mentorlog.files.toml import KEY, TomlError, key_of, line_of_table, written

# Strings, comments and what is between them; the `+` after each `*` keeps a long one from being tried twice.
_PIECE = re.compile(
    r"""\"{3}(?:\\.|[^\\])*?\"{3}|'{3}.*?'{3}|"(?:\\.|[^"\\\r\n])*+"|'[^'\r\n]*+'|(?P<comment>\#[^\r\n]*+)|[^"'#]++|.""",
    re.DOTALL,
)
_LONGEST_STATEMENT = 400  # lines; each is tried in turn, so this bounds the work on a crafted file


@dataclass(frozen=True, slots=True)
class Statement:
    """One `key = value`: its lines are `start` to `end`, counted from 0, the last one outside."""

    key: str
    start: int
    end: int


def statements(lines: Sequence[str], start: int = 0) -> Iterator[Statement]:
    """The statements from the line `start` to the next table. The lines must parse as a whole. Raises TomlError."""
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
    """The lines with `key` set at the top, or in the `table`-th `[[…]]` (from 1); None takes the key away.

    A key that is there keeps its place, spacing and comment. A new one goes after those before it in `order`, in
    a line that ends with `newline`. Raises TomlError where the lines of a value cannot be told.
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
    """The line end that the text uses first."""
    first = re.search(r"\r\n|\r|\n", text)
    return first.group() if first else "\n"


def _changed(lines: Sequence[str], here: Statement, value: object) -> str:
    """The statement with another value; its spacing, its comment and its line end stay."""
    statement = "".join(lines[here.start : here.end])
    lead = statement[: statement.index("=") + 1]
    rest = statement[len(lead) :]
    space = rest[: len(rest) - len(rest.lstrip(" \t"))]
    return lead + (space or " ") + written(value) + _tail(rest.lstrip(" \t"))


def _tail(rest: str) -> str:
    """What follows the value in `rest`: white space, a comment, the line end."""
    comments = [piece for piece in _PIECE.finditer(rest) if piece["comment"]]
    is_last = bool(comments) and not rest[comments[-1].end() :].strip()
    end = comments[-1].start() if is_last else len(rest)
    return rest[len(rest[:end].rstrip()) :]


def _place_for(key: str, present: Sequence[Statement], order: Sequence[str], first: int) -> int:
    """The line before which a new key goes: after the last of those that come before it in `order`."""
    rank = {name: place for place, name in enumerate(order)}
    before = [each.end for each in present if rank.get(each.key, len(order)) <= rank.get(key, len(order))]
    return max(before, default=first)
