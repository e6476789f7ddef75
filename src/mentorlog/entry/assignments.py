"""Assignments typed as `KEY=VALUE`: new values for an entry's front matter."""

from collections.abc import Iterable
from datetime import date

from mentorlog.days import read_day
from mentorlog.dimensions import read_dimension
from mentorlog.entry.keys import ENTRY, SETTABLE
from mentorlog.errors import UsageError
from mentorlog.files.declared import FaultyError
from mentorlog.files.toml import Values
from mentorlog.text import safe_line, typed_line

_YES, _NO = {"true", "yes", "1"}, {"false", "no", "0", ""}


def values_of(assignments: Iterable[str], today: date) -> Values:
    """Read `KEY=VALUE` texts as values by key. An empty value becomes None, which removes the key.

    Days such as `yesterday` count from `today`. Raises UsageError.
    """
    values = dict(_assigned(assignment, today) for assignment in assignments)
    _refuse_wrong({key: value for key, value in values.items() if value is not None})
    return values


def _assigned(assignment: str, today: date) -> tuple[str, object]:
    """Read the key and the value of one assignment. Raises UsageError."""
    name, equals, words = assignment.partition("=")
    key = name.strip()
    if key not in SETTABLE:
        raise UsageError(f"'{safe_line(name)}' cannot be set", hint="one of " + ", ".join(SETTABLE))
    if not equals:
        raise UsageError(f"say what {key} is to be", hint=f"--set {key}=…")
    return key, _value(key, typed_line(words), today)


def _value(key: str, words: str, today: date) -> object:
    if ENTRY.fields[key].type is bool:
        return _flag(key, words)
    if not words:
        return None
    if key == "date":
        return read_day(words, today)
    return _list(key, words) if ENTRY.fields[key].is_list else words


def _flag(key: str, words: str) -> bool | None:
    """Read a yes as True, and a no as None, which removes the key. Raises UsageError for anything else."""
    if words.casefold() not in _YES | _NO:
        raise UsageError(f"{key} is true or false, not '{words}'")
    return True if words.casefold() in _YES else None


def _list(key: str, words: str) -> list[str]:
    names = [name.strip() for name in words.split(",") if name.strip()]
    return [read_dimension(name).id for name in names] if key == "dimensions" else names


def _refuse_wrong(values: Values) -> None:
    """Raise UsageError for the first value that does not fit its key."""
    try:
        ENTRY.check(values)
    except FaultyError as error:
        key = error.faults[0].key
        raise UsageError(ENTRY.fields[key].key.if_set or f"{key} cannot be '{values.get(key)}'") from None
