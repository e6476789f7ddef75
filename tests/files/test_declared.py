"""A declaration accepts the same values as Pydantic; a fault has a key, a line and a reason."""

import subprocess
import sys
from collections.abc import Callable
from datetime import date
from typing import Annotated, Any, NamedTuple, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import AliasChoices, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, create_model

from examples import examples
from mentorlog.entry.keys import ENTRY, KEYS
from mentorlog.errors import ContentError
from mentorlog.files.declared import Declaration, Fault, FaultyError, Key
from mentorlog.files.toml import Values, parse, written
from mentorlog.journal.settings import SETTINGS, Person, settings_in
from mentorlog.questions.bank import QUESTION, RETIRED, read_questions

WORDS = st.sampled_from(
    [
        *[
            "",
            "ect",
            "mentor",
            "Mentor",
            "done",
            "dropped",
            "ask",
            "self",
            "theory",
            "opening",
            "critique",
            "innovation",
        ],
        *["2026-11-23", "07/12/2025", "9999-01-01", "../x", "What did you see?"],
        *("a" * number for number in (64, 65, 120, 121)),
    ]
)
VALUES = st.recursive(
    st.one_of(WORDS, st.booleans(), st.integers(-3, 3), st.floats(-2, 2), st.dates(), st.datetimes(), st.times()),
    lambda inner: st.lists(inner, max_size=2),
    max_leaves=3,
)


def tables(*keys: str) -> st.SearchStrategy[Values]:
    return st.dictionaries(st.sampled_from(keys), VALUES)


def model_of(declaration: Declaration[Any, Any]) -> type[BaseModel]:
    """Return a Pydantic model with the same fields as the declaration."""
    fields: dict[str, Any] = {}
    for name, field in declaration.fields.items():
        kind: Any = list[str] if field.is_list and name != "people" else field.type
        if field.key.read:
            kind = Annotated[kind, BeforeValidator(field.key.read)]
        default = Field(
            ... if field.is_required else None,
            validation_alias=AliasChoices(name),
            min_length=field.key.fewest,
            max_length=field.key.most,
            le=field.key.highest,
            pattern=field.key.pattern,
        )
        fields[field.attribute] = (kind, default)
    extra = ConfigDict(strict=True, extra="ignore" if declaration.is_open else "forbid", protected_namespaces=())
    return create_model("Declared", __config__=extra, **fields)


def keys_that_pydantic_refuses(declaration: Declaration[Any, Any], values: Values) -> set[str]:
    try:
        model_of(declaration).model_validate(values)
    except ValidationError as error:
        return {str(fault["loc"][0]) for fault in error.errors()}
    return set()


def keys_that_are_refused(declaration: Declaration[Any, Any], values: Values) -> set[str]:
    try:
        declaration.check(values)
    except FaultyError as error:
        return {fault.key for fault in error.faults}
    return set()


@examples(300)
@given(tables(*KEYS, "zebra"))
def test_an_entrys_keys_are_refused_if_and_only_if_pydantic_refuses_them(values: Values) -> None:
    assert keys_that_are_refused(ENTRY, values) == keys_that_pydantic_refuses(ENTRY, values)


@examples(200)
@given(tables(*KEYS, "zebra"))
def test_valid_keys_of_an_entry_are_read_and_invalid_ones_count_as_absent(values: Values) -> None:
    head, faults = ENTRY.read_right(values)

    wrong = {fault.key for fault in faults}
    as_written = {key for key in KEYS if not ENTRY.fields[key].key.read} - wrong
    right = {key: value for key, value in values.items() if key in as_written}
    assert {key: as_list(getattr(head, ENTRY.fields[key].attribute)) for key in right} == right
    assert all(getattr(head, ENTRY.fields[key].attribute) == type(head)()[KEYS.index(key)] for key in wrong)


def as_list(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


PERSON = Declaration(Person, Key)
PERSON_KEYS = ("name", "role", "my_folder", "their_folder", "formerly", "zebra")


@examples(300)
@given(tables("schema", "id", "name", "role", "zebra"), st.lists(tables(*PERSON_KEYS), max_size=2))
def test_settings_are_accepted_if_and_only_if_pydantic_accepts_every_table(
    values: Values, people: list[Values]
) -> None:
    text = as_toml(values) + "".join(f"[[people]]\n{as_toml(person)}" for person in people)

    refused = [keys_that_pydantic_refuses(PERSON, parse(as_toml(person))) for person in people]
    refused += [keys_that_pydantic_refuses(SETTINGS, parse(as_toml(values)))]
    assert is_taken(lambda: settings_in(text)) == (not any(refused))


QUESTION_ROW = {"id": "x", "strand": "innovation", "stage": "opening", "audience": "ect", "text": "What did you see?"}
QUESTION_KEYS = (*QUESTION_ROW, "mode", "needs", "formerly", "zebra")


@examples(300)
@given(tables(*QUESTION_KEYS), st.booleans())
def test_a_question_is_accepted_only_if_pydantic_accepts_it(values: Values, is_whole: bool) -> None:
    row = {**(QUESTION_ROW if is_whole else {}), **values}

    bank = read_questions("x.toml", f'dimension = "creativity"\n[[questions]]\n{as_toml(row)}')

    refused = keys_that_pydantic_refuses(QUESTION, row)
    assert keys_that_are_refused(QUESTION, row) == refused
    assert bank.questions == () or refused == set()
    assert (bank.questions == ()) == (bank.problems != ())
    assert refused == set() or len(bank.problems) == len(refused)


def as_toml(values: Values) -> str:
    return "".join(f"{key} = {written(value)}\n" for key, value in values.items())


def is_taken(read: Callable[[], object]) -> bool:
    try:
        read()
    except ContentError:
        return False
    return True


@pytest.mark.parametrize(
    ("declaration", "values"),
    [
        (ENTRY, {"date": date(2026, 11, 23), "share": "mentor", "talk": True, "tags": ["trip"]}),
        (PERSON, {"name": "P", "role": "mentor"}),
        (QUESTION, QUESTION_ROW),
        (RETIRED, {"id": "x", "text": "What did you see?"}),
    ],
)
def test_files_that_we_write_ourselves_are_accepted(declaration: Declaration[Any, Any], values: Values) -> None:
    assert keys_that_are_refused(declaration, values) == keys_that_pydantic_refuses(declaration, values) == set()


@pytest.mark.parametrize(
    ("reason", "message"),
    [
        ("this key is not known here", "line 2: tpyo: this key is not known here"),
        ("this key is missing", "line 2: tpyo: this key is missing"),
        ("input should be text", "line 2: tpyo: input should be text"),
    ],
)
def test_a_fault_in_a_file_is_named_with_line_and_key(reason: str, message: str) -> None:
    assert Fault("tpyo", reason).in_text("a = 1\ntpyo = 2\n") == message


class Slip(NamedTuple):
    """A table with a key of each bounded kind."""

    day: Annotated[date, Key(read=lambda value: date.fromisoformat(str(value)))]
    size: Annotated[int, Key(highest=3)] = 1
    name: Annotated[str, Key(fewest=2, most=3)] = ""
    note: str = ""


@pytest.mark.parametrize(
    ("values", "faults"),
    [
        ({}, [Fault("day", "this key is missing")]),
        ({"day": "2026-11-23", "note": "x"}, [Fault("note", "this key is not known here")]),
        ({"day": "soon"}, [Fault("day", "Invalid isoformat string: 'soon'")]),
        ({"day": "2026-11-23", "size": 4}, [Fault("size", "input should be less than or equal to 3")]),
        ({"day": "2026-11-23", "name": "a"}, [Fault("name", "string should have at least 2 characters")]),
        ("no table", [Fault("", "input should be a valid dictionary")]),
    ],
)
def test_each_fault_has_the_key_and_a_plain_reason(values: object, faults: list[Fault]) -> None:
    with pytest.raises(FaultyError) as caught:
        Declaration(Slip, Key).check(values)

    assert caught.value.faults == faults


def test_only_annotated_fields_are_keys() -> None:
    assert list(Declaration(Slip, Key).fields) == ["day", "size", "name"]
    assert "dimension" in get_type_hints(QUESTION.into)
    assert "dimension" not in QUESTION.fields


READ = """
import sys
from mentorlog.entry.entry import read_entry
read_entry("x.md", b'+++\\ndate = 2026-11-23\\n%s\\n+++\\n\\nWords.\\n')
print("pydantic" in sys.modules, "pydantic_core" in sys.modules)
"""


@pytest.mark.parametrize("line", ['share = "mentor"', "zebra = [1]", "talk = 1"])
def test_every_front_matter_is_checked_by_pydantics_engine_and_pydantic_is_never_loaded(line: str) -> None:
    output = subprocess.run([sys.executable, "-c", READ % line], capture_output=True, text=True, check=True).stdout

    assert output == "False True\n"
