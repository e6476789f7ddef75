"""Reads the details of an entry from the flags of `new`."""

from collections.abc import Sequence
from datetime import date

from mentorlog.cli.world import World
from mentorlog.days import read_day
from mentorlog.dimensions import read_dimension
from mentorlog.drafting.details import Details
from mentorlog.entry.keys import day_of
from mentorlog.errors import UsageError
from mentorlog.files.toml import Values
from mentorlog.journal.folder import new_id
from mentorlog.journal.keeper import Keeper, random_letters
from mentorlog.render.lines import warn
from mentorlog.text import one_line, typed

FROM_A_PIPE = "mentorlog new -      to read the text from the pipe"


def details_of(world: World, day: str, dimensions: Sequence[str], values: Values) -> Details:
    """Read the details that the flags of `new` give; empty `values` are left out. Raises UsageError."""
    meant = read_day(day or "today", world.today)
    try:
        day_of(meant)
    except ValueError as error:
        raise UsageError(str(error)) from None
    named = tuple(dict.fromkeys(read_dimension(name) for name in dimensions if name))
    clean = {key: _clean(value) for key, value in values.items()}
    given = {key: value for key, value in clean.items() if value}
    return Details(meant, named, {"date": meant, **given}, is_day_named=bool(day))


def _clean(value: object) -> object:
    """Clean a flag's words and put them on one line; warn if something had to change."""
    if isinstance(value, list):
        return [clean for item in value if (clean := _clean(item))]
    if not isinstance(value, str):
        return value
    words, remark = typed(value)
    if remark:
        warn(remark)
    return one_line(words)


def new_keeper(world: World, day: date) -> Keeper:
    """Make the keeper of a new entry's draft, under the id that the entry will have."""
    return Keeper(world.drafts, new_id(world.known_root(), day, random_letters))
