"""What the flags of `new` say about an entry, before a word of it is written."""

from dataclasses import dataclass
from datetime import date

from mentorlog.cli import options
from mentorlog.cli.world import World
from mentorlog.days import read_day
from mentorlog.dimensions import Dimension
from mentorlog.entry.keys import day_of
from mentorlog.errors import UsageError
from mentorlog.files.toml import Values
from mentorlog.journal.folder import new_id
from mentorlog.journal.keeper import Keeper, random_letters
from mentorlog.render.lines import warn
from mentorlog.text import one_line, shortened, typed


@dataclass(frozen=True, slots=True)
class Details:
    """What the flags say about an entry, before a word of it is written."""

    day: date
    dimensions: tuple[Dimension, ...]
    values: Values
    is_day_named: bool = False

    @property
    def flags(self) -> Values:
        """What was said in so many words, to stand over what a draft holds."""
        return {key: value for key, value in self.values.items() if key != "date" or self.is_day_named}

    def with_title(self, text: str) -> Values:
        return {"title": shortened(text), **self.values}


def details_of(world: World, day: str, dimensions: list[str], values: Values) -> Details:
    meant = read_day(day or "today", world.today)
    try:
        day_of(meant)
    except ValueError as error:
        raise UsageError(str(error)) from None
    named = tuple(found for name in dimensions if (found := options.dimension_option(name)))
    clean = {key: _clean(value) for key, value in values.items()}
    kept = {key: value for key, value in clean.items() if value}
    return Details(meant, tuple(dict.fromkeys(named)), {"date": meant, **kept}, is_day_named=bool(day))


def _clean(value: object) -> object:
    """A flag's words on one line, without what a terminal would act on; says so where something had to go."""
    if isinstance(value, list):
        return [clean for each in value if (clean := _clean(each))]
    if not isinstance(value, str):
        return value
    words, remark = typed(value)
    if remark:
        warn(remark)
    return one_line(words)


def new_keeper(world: World, day: date) -> Keeper:
    """A place for the words of a new entry, under the id that the entry will have."""
    return Keeper(world.drafts, new_id(world.known_root(), day, random_letters))
