"""What people write in files, as Pydantic models: an entry's front matter, a journal's settings, questions.

Imported only where a shape (shape.py) is not sure of a file, since Pydantic takes long to load.
"""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from mentorlog.dimensions import Mode, Role, Stage
from mentorlog.entry.head import day_of, identifier
from mentorlog.files.shape import LONGEST_ID, LONGEST_NAME

Day = Annotated[date, BeforeValidator(day_of)]


class FrontMatter(BaseModel):
    """The front matter of an entry (docs/format.md). Keys it does not know are kept."""

    model_config = ConfigDict(extra="allow", frozen=True, strict=True)

    schema_: int = Field(default=1, alias="schema")
    id: Annotated[str, BeforeValidator(identifier)] = ""
    date: Day | None = None
    role: Role | None = None
    kind: str = "reflection"
    title: str = ""
    dimensions: list[str] = []
    class_: str = Field(default="", alias="class")
    subject: str = ""
    tags: list[str] = []
    share: Literal["mentor"] | None = None
    with_: str = Field(default="", alias="with")
    talk: bool = False
    next: str = ""
    next_state: Literal["done", "dropped"] | None = None
    suggested: str = ""
    suggested_state: Literal["done", "dropped"] | None = None
    ask: str = ""
    theory: str = ""
    follows: str = ""


class _Closed(BaseModel):
    """Something with no other keys than these: one that is not known is a slip, and is named."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class PersonTable(_Closed):
    """One `[[people]]` table of `mentorlog.toml`."""

    name: str = Field(min_length=1, max_length=LONGEST_NAME)
    role: Role
    my_folder: str = ""
    their_folder: str = ""
    formerly: str = ""


class SettingsFile(_Closed):
    """`mentorlog.toml`."""

    schema_: int = Field(default=1, alias="schema", le=1)
    id: str = Field(default="", max_length=LONGEST_ID)
    name: str = Field(default="", max_length=LONGEST_NAME)
    role: Role = "ect"
    people: list[PersonTable] = []


class QuestionTable(_Closed):
    """One `[[questions]]` table of a question file."""

    id: str
    strand: str
    stage: Stage
    audience: Role
    text: str
    mode: Mode | None = None
    needs: Literal["theory"] | None = None
    formerly: list[str] = []


class RetiredTable(_Closed):
    """One `[[retired]]` table: a question that is no longer asked."""

    id: str
    text: str


def slips(schema: type[BaseModel], values: Mapping[str, Any] | object) -> list[Any]:
    """What is wrong in `values`, as Pydantic lists it: each with `loc`, `type` and `msg`. Empty where nothing is."""
    try:
        schema.model_validate(values)
    except ValidationError as error:
        return list(error.errors())
    return []
