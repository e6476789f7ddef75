"""The text of a new entry's file, made from answers, and checked by reading it back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mentorlog.dimensions import ORDER, Dimension
from mentorlog.entry.entry import Entry, read_entry
from mentorlog.entry.frontmatter import compose, is_empty
from mentorlog.entry.keys import SCHEMA
from mentorlog.entry.sections import escaped
from mentorlog.errors import ContentError
from mentorlog.files.toml import Values


@dataclass(frozen=True, slots=True)
class Answer:
    """A text that a person typed, and its heading. Without a dimension it has no heading and goes at the top."""

    text: str
    dimension: Dimension | None = None
    question: str = ""

    @property
    def heading(self) -> str:
        if self.dimension is None:
            return ""
        return f"## {self.dimension.name}: {self.question}" if self.question else f"## {self.dimension.name}"


def entry_text(values: Values, answers: Iterable[Answer]) -> str:
    """Make the text of an entry's file. Answers without a dimension must come first, before any heading."""
    answers = [answer for answer in answers if answer.text.strip()]
    dimensions = {answer.dimension.id for answer in answers if answer.dimension} | set(values.get("dimensions", ()))
    values = {
        "schema": SCHEMA,
        "kind": "reflection",
        **values,
        "dimensions": sorted(dimensions, key=lambda name: ORDER.get(name, len(ORDER))),
    }
    blocks = [part for answer in answers for part in (answer.heading, escaped(answer.text)) if part]
    return compose(values, "\n\n".join(blocks) + ("\n" if blocks else ""))


def new_text(values: Values, answers: Sequence[Answer]) -> str:
    """Make the text of an entry's file, read it back and compare the result with the values and answers.

    Raises ContentError if they differ.
    """
    text = entry_text(values, answers)
    try:
        data = text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise ContentError(f"character {error.start + 1} ({text[error.start]!r}) cannot be saved") from None
    entry = read_entry("new.md", data)
    if not isinstance(entry, Entry) or _answers_in(entry) != [
        (answer.dimension, answer.text) for answer in answers if answer.text.strip()
    ]:
        raise ContentError("this text would not read back as it was typed")
    if any(
        entry.matter.values.get(key) != value
        for key, value in values.items()
        if not is_empty(value) and key != "dimensions"
    ):
        raise ContentError("the front matter would not read back as it was typed")
    return text


def _answers_in(entry: Entry) -> list[tuple[Dimension | None, str]]:
    return [(section.dimension, section.text) for section in entry.sections if section.text]
