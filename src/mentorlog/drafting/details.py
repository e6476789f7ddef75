"""What is known of an entry before a word of it is written."""

from dataclasses import dataclass
from datetime import date

from mentorlog.dimensions import Dimension
from mentorlog.files.toml import Values
from mentorlog.text import shortened


@dataclass(frozen=True, slots=True)
class Details:
    """The day, the dimensions and the front matter that the flags give. `values` always holds the date."""

    day: date
    dimensions: tuple[Dimension, ...]
    values: Values
    is_day_named: bool = False

    @property
    def flags(self) -> Values:
        """The values that the person gave, which outrank a draft's; a day that nobody named is none of them."""
        return {key: value for key, value in self.values.items() if key != "date" or self.is_day_named}

    def with_title(self, text: str) -> Values:
        """The values, with the beginning of `text` as the title where the flags give none."""
        return {"title": shortened(text), **self.values}
