"""The keys of an entry's front matter, declared once, with the properties of each.

To add a key, add a field to `Head` (CONTRIBUTING.md, "How to add a key"). Everything else follows from it.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Literal, NamedTuple

from mentorlog.days import spelt_date, uk_date
from mentorlog.dimensions import Role
from mentorlog.files.declared import Declaration, Key

SCHEMA = 1
FIRST_YEAR, LAST_YEAR = 1900, 2199
Date = date  # inside `Head`, `date` is a field


@dataclass(frozen=True, slots=True)
class EntryKey(Key):
    """The properties of an entry's key.

    `wanted` is the message for a wrong value; a key without one takes text. `may_be_set` is whether `edit --set`
    accepts the key, and `if_set` its reason for refusing a value. `is_copied` is whether a shared copy has the key.
    `names` is how the name guard reads the value: as a sentence, as a label of a word or two, or not at all.
    """

    wanted: str = ""
    may_be_set: bool = True
    if_set: str = ""
    is_copied: bool = True
    names: Literal["sentence", "label", ""] = ""


def day_of(value: object) -> date:
    """Convert a TOML value to a day: a date, a date and time (its own local day), or ISO text.

    Raises ValueError with the spelling to use.
    """
    if isinstance(value, str):
        value = _day_in_text(value)
    if isinstance(value, datetime):
        value = value.date()
    if not isinstance(value, date):
        raise ValueError("write the date as year-month-day, like 2026-11-23")  # noqa: TRY004 -- the engine lists it
    if not FIRST_YEAR <= value.year <= LAST_YEAR:
        raise ValueError(f"the year {value.year} is outside {FIRST_YEAR} to {LAST_YEAR}")
    return value


def _day_in_text(text: str) -> date:
    if uk := uk_date(text):
        raise ValueError(f"write the date as {spelt_date(uk)}")
    try:
        return datetime.fromisoformat(text.strip())
    except ValueError:
        raise ValueError("there is no such day") from None


class Head(NamedTuple):
    """The right values of an entry's front matter. Keys that are not declared here stay in the file."""

    schema_: Annotated[
        int,
        EntryKey(
            "1. A file with a higher number is read as far as possible, and never changed",
            wanted="schema is a whole number",
            may_be_set=False,
        ),
    ] = SCHEMA
    id: Annotated[
        str,
        EntryKey(
            "up to 64 letters, digits, `.`, `_` and `-`. Without an id, the day and a code made from the file's name",
            wanted="an id is letters, digits and dashes",
            pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$",
            may_be_set=False,
        ),
    ] = ""
    date: Annotated[
        Date | None,
        EntryKey(
            "the day of the lesson, from 1900 to 2199. A date and time, or ISO text, is accepted too", read=day_of
        ),
    ] = None
    role: Annotated[
        Role | None,
        EntryKey(
            "the writer's role; without it, the journal's role",
            wanted='role is "ect" or "mentor"',
            if_set="role is ect or mentor",
        ),
    ] = None
    kind: Annotated[
        str,
        EntryKey(
            '`"reflection"` (also without the key), `"meeting"`, `"reply"` or `"step"` (a suggestion or a request '
            "that the writer took up)",
        ),
    ] = "reflection"
    title: Annotated[
        str,
        EntryKey(
            "the title; without it, the first `# heading`, the words of the file's name, or the first words",
            names="sentence",
        ),
    ] = ""
    dimensions: Annotated[
        tuple[str, ...],
        EntryKey(
            "dimensions that the writer adds to those of the headings", wanted='dimensions is a list, like ["critique"]'
        ),
    ] = ()
    class_: Annotated[str, EntryKey("the class, as the writer calls it", names="label")] = ""
    subject: Annotated[str, EntryKey("the subject, as the writer calls it", names="label")] = ""
    tags: Annotated[
        tuple[str, ...], EntryKey("the writer's own tags", wanted='tags is a list, like ["trip"]', names="label")
    ] = ()
    share: Annotated[
        Literal["mentor"] | None,
        EntryKey(
            "the entry is shared. Any other value, or none, means private",
            wanted='only share = "mentor" shares; this entry stays private',
            if_set="share is mentor, or empty",
        ),
    ] = None
    with_: Annotated[
        str,
        EntryKey(
            "the name of the one person, besides the writer, whom the entry is for (see below)",
            is_copied=False,
        ),
    ] = ""
    talk: Annotated[bool, EntryKey("the writer would like to talk about it", wanted="talk is true or false")] = False
    next: Annotated[str, EntryKey("one thing to try next", names="sentence")] = ""
    next_state: Annotated[
        Literal["done", "dropped"] | None,
        EntryKey(
            "the next step is closed; without the key it is open",
            wanted='next_state is "done" or "dropped"',
            if_set="next_state is done, dropped, or empty",
        ),
    ] = None
    suggested: Annotated[
        str,
        EntryKey(
            "at a meeting: one thing that the writer suggests to the other person, who can take it up in an entry that "
            "follows this one and has a `next`",
            names="sentence",
        ),
    ] = ""
    suggested_state: Annotated[
        Literal["done", "dropped"] | None,
        EntryKey(
            "the suggestion is closed; without the key it is open until it is taken up",
            wanted='suggested_state is "done" or "dropped"',
            if_set="suggested_state is done, dropped, or empty",
        ),
    ] = None
    ask: Annotated[
        str,
        EntryKey(
            "something the writer would like from the other person or the school",
            names="sentence",
        ),
    ] = ""
    theory: Annotated[
        str,
        EntryKey("a working theory, such as `when this, then that, because …`", names="sentence"),
    ] = ""
    follows: Annotated[
        str,
        EntryKey("the id of an earlier entry that this one grew from"),
    ] = ""
    answers: Annotated[
        tuple[str, ...],
        EntryKey(
            "at a meeting: the ids of the entries whose `ask`, or question in a reply, was answered in it",
            wanted='answers is a list of ids, like ["20261123-k3f9"]',
        ),
    ] = ()
    asked: Annotated[
        tuple[str, ...],
        EntryKey(
            "the ids of questions that were asked for this entry and not answered, so that they rest",
            wanted='asked is a list of ids, like ["cre-e1"]',
            is_copied=False,
        ),
    ] = ()
    handed_over: Annotated[
        Date | None,
        EntryKey(
            "only in a copy: the day it was shared. A brief that starts by then includes it, whatever its own day",
            read=day_of,
            may_be_set=False,
            is_copied=False,
        ),
    ] = None


ENTRY = Declaration(Head, EntryKey, is_open=True)
KEYS = tuple(ENTRY.fields)
SENTENCES = tuple(name for name, field in ENTRY.fields.items() if field.key.names == "sentence")
LABELS = tuple(name for name, field in ENTRY.fields.items() if field.key.names == "label")
COPIED = tuple(name for name, field in ENTRY.fields.items() if field.key.is_copied)
SETTABLE = tuple(name for name, field in ENTRY.fields.items() if field.key.may_be_set)


def value_of(head: Head, key: str) -> object:
    """The value of a key, spelt as in the file: `class`, not `class_`."""
    return getattr(head, ENTRY.fields[key].attribute)
