"""What is plainly right is told without Pydantic, and never otherwise than Pydantic tells it."""

import subprocess
import sys
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from examples import examples
from mentorlog.entry import head
from mentorlog.entry.frontmatter import KEYS, compose, split
from mentorlog.entry.head import Head, validated
from mentorlog.errors import ContentError
from mentorlog.files import schema
from mentorlog.files.toml import Values, parse, written
from mentorlog.journal.settings import settings_in
from mentorlog.questions.bank import read_questions

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


@examples(300)
@given(tables(*KEYS, "zebra"))
def test_a_head_is_what_pydantic_makes_of_it(values: Values) -> None:
    found, _ = validated("x.md", split(compose(values, "")))

    kept = {key: value for key, value in parse_back(values).items() if key not in head.wrong_keys(parse_back(values))}
    told = schema.FrontMatter.model_validate(kept)
    assert {name: as_list(getattr(found, name)) for name in Head._fields} == {
        name: getattr(told, name) for name in Head._fields
    }


def parse_back(values: Values) -> Values:
    return split(compose(values, "")).values


def as_list(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


PERSON_KEYS = ("name", "role", "my_folder", "their_folder", "formerly", "zebra")


@examples(300)
@given(tables("schema", "id", "name", "role", "zebra"), st.lists(tables(*PERSON_KEYS), max_size=2))
def test_settings_are_taken_if_and_only_if_pydantic_takes_them(values: Values, people: list[Values]) -> None:
    text = as_toml(values) + "".join(f"[[people]]\n{as_toml(person)}" for person in people)

    assert is_taken(lambda: settings_in(text)) == (schema.slips(schema.SettingsFile, parse(text)) == [])


QUESTION = {"id": "x", "strand": "innovation", "stage": "opening", "audience": "ect", "text": "What did you see?"}
QUESTION_KEYS = (*QUESTION, "mode", "needs", "formerly", "zebra")


@examples(300)
@given(tables(*QUESTION_KEYS), st.booleans())
def test_a_question_is_taken_only_if_pydantic_takes_it(values: Values, is_whole: bool) -> None:
    row = {**(QUESTION if is_whole else {}), **values}

    bank = read_questions("x.toml", f'dimension = "creativity"\n[[questions]]\n{as_toml(row)}')

    slips = schema.slips(schema.QuestionTable, row)
    assert bank.questions == () or slips == []
    assert (bank.questions == ()) == (bank.problems != ())
    assert slips == [] or len(bank.problems) == len(slips)


def as_toml(values: Values) -> str:
    return "".join(f"{key} = {written(value)}\n" for key, value in values.items())


def is_taken(read: Callable[[], object]) -> bool:
    try:
        read()
    except ContentError:
        return False
    return True


@pytest.mark.parametrize(
    ("model", "values"),
    [
        (schema.FrontMatter, {"date": date(2026, 11, 23), "share": "mentor", "talk": True, "tags": ["trip"]}),
        (schema.SettingsFile, {"schema": 1, "name": "Sam", "role": "ect", "people": [{"name": "P", "role": "mentor"}]}),
        (schema.QuestionTable, QUESTION),
    ],
)
def test_pydantic_takes_what_we_write_ourselves(model: type[BaseModel], values: Values) -> None:
    assert schema.slips(model, values) == []


READ = """
import sys
from mentorlog.entry import read_entry
read_entry("x.md", b'+++\\ndate = 2026-11-23\\n%s\\n+++\\n\\nWords.\\n')
print("pydantic" in sys.modules)
"""
LINES = {'share = "mentor"': False, "zebra = [1]": False, 'date = "2026-11-23"': False, "talk = 1": True}


@pytest.mark.parametrize("line", LINES)
def test_pydantic_is_loaded_only_where_something_is_not_plainly_right(line: str) -> None:
    code = READ.replace("date = 2026-11-23\\n", "") % line if line.startswith("date") else READ % line

    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert said == f"{LINES[line]}\n"
