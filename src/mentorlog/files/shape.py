"""Whether values are plainly what is wanted of them, told without Pydantic.

The schemas are Pydantic's (schema.py). Loading them takes longer than all else that a small command does, and nearly
every file is plainly right. So a shape is asked first, and Pydantic only where it has something to say. A shape may
refuse what its schema takes, and never the other way round: tests/test_schema.py holds that.
"""

from collections.abc import Callable, Mapping
from typing import Any

LONGEST_NAME = 120  # characters of a person's name
LONGEST_ID = 64  # characters of a journal's id

Check = Callable[[Any], bool]
Shape = Mapping[str, Check]


def is_text(value: object) -> bool:
    return type(value) is str


def is_flag(value: object) -> bool:
    return type(value) is bool


def is_whole(value: object) -> bool:
    return type(value) is int


def is_texts(value: object) -> bool:
    return type(value) is list and all(type(each) is str for each in value)


def is_one_of(*words: str) -> Check:
    def check(value: object) -> bool:
        return type(value) is str and value in words

    return check


def is_short(most: int, least: int = 0) -> Check:
    """Text of `least` to `most` characters."""

    def check(value: object) -> bool:
        return type(value) is str and least <= len(value) <= most

    return check


def fits(values: Mapping[str, Any], shape: Shape, required: frozenset[str] = frozenset()) -> bool:
    """Whether these are values of known keys only, with no required one missing, and each as its key wants it."""
    for key, value in values.items():
        check = shape.get(key)
        if check is None or not check(value):
            return False
    return required <= values.keys()
