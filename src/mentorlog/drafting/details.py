"""The details of a new entry that are given before it is written."""

from dataclasses import dataclass
from datetime import date

from mentorlog.dimensions import Dimension
from mentorlog.files.toml import Values
from mentorlog.text import shortened


@dataclass(frozen=True, slots=True)
class Details:
    """The day, the dimensions and the front matter from the flags. `values` always has the date.

    `question` is the id of the question to be asked, if it was named.
    `is_day_named` is true if a flag gave the day, and false if it is just today.
    """

    day: date
    dimensions: tuple[Dimension, ...]
    values: Values
    is_day_named: bool = False
    question: str = ""

    @property
    def flags(self) -> Values:
        """The values that the person gave, which outrank those of a draft. Without the date, unless a flag gave it."""
        return {key: value for key, value in self.values.items() if key != "date" or self.is_day_named}

    def with_title(self, text: str) -> Values:
        """The values, with the beginning of `text` as the title if the flags give none."""
        return {"title": shortened(text), **self.values}
