"""Writes the table of keys in docs/format.md and docs/entry.schema.json from the declaration of an entry's keys.

A test fails if either is out of date.
"""

import json
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

from pydantic.json_schema import GenerateJsonSchema

from mentorlog.entry.keys import ENTRY, EntryKey
from mentorlog.files.declared import Field

FORMAT = Path(__file__).with_name("format.md")
SCHEMA = Path(__file__).with_name("entry.schema.json")
_BEGIN, _END = "| key | type | meaning |\n|---|---|---|\n", "\n\n"
_TYPES = {str: "text", bool: "true", int: "whole number"}


def page() -> str:
    """The whole of docs/format.md, with a fresh table."""
    before, begin, rest = FORMAT.read_text("utf-8").partition(_BEGIN)
    _, end, after = rest.partition(_END)
    return before + begin + "\n".join(map(_row, ENTRY.fields.values())) + end + after


def _row(field: Field[EntryKey]) -> str:
    return f"| `{field.name}` | {_type(field)} | {field.key.meaning} |"


def _type(field: Field[EntryKey]) -> str:
    """The type in words: `text`, `list of text`, or the few texts that there are."""
    if field.is_list:
        return "list of text"
    kind = next((kind for kind in get_args(field.type) if get_origin(kind) is Literal), field.type)
    if get_origin(kind) is Literal:
        return ", ".join(f'`"{choice}"`' for choice in get_args(kind))
    return _TYPES.get(kind, "date")


def schema() -> str:
    """A JSON Schema for the front matter of an entry, as an editor or another program may use it."""
    made: dict[str, Any] = GenerateJsonSchema().generate(ENTRY.core_schema)
    return (
        json.dumps(
            {"$schema": GenerateJsonSchema.schema_dialect, "title": "The front matter of a mentorlog entry", **made},
            indent=2,
        )
        + "\n"
    )


if __name__ == "__main__":
    FORMAT.write_text(page(), "utf-8")
    SCHEMA.write_text(schema(), "utf-8")
