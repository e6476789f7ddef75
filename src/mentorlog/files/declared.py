"""Declarations: the keys of each kind of file, declared once as the annotated fields of a class.

A field `title: Annotated[str, Key("…")] = ""` declares the key `title`. Its type gives the type of the value; a key
without a default is required. The order of the keys, the check of every value, the reason given for a wrong one, the
tables in the docs and the JSON Schema all come from these fields. Pydantic's engine, `pydantic_core`, checks the
values, because loading all of Pydantic would take longer than the rest of a small command.
"""

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from mentorlog.files.toml import Values, line_of
from mentorlog.text import safe_line

if TYPE_CHECKING:
    from pydantic_core import SchemaValidator

T = TypeVar("T")
_SIMPLE = {str: "str", bool: "bool", int: "int", date: "date"}  # type of a field: its name in the engine
_PLAIN_REASONS = {"extra_forbidden": "this key is not known here", "missing": "this key is missing"}


@dataclass(frozen=True, slots=True)
class Key:
    """The properties of a declared key, apart from the type of its field.

    `meaning` is for the docs. `read` converts a TOML value, or raises ValueError with the reason. `fewest` and `most`
    are numbers of characters, `highest` is the largest number, and `pattern` is a regular expression.
    """

    meaning: str = ""
    read: Callable[[object], object] | None = None
    fewest: int | None = None
    most: int | None = None
    highest: int | None = None
    pattern: str | None = None


K = TypeVar("K", bound=Key)


@dataclass(frozen=True, slots=True)
class Field(Generic[K]):
    """One declared key: its name in the file, the attribute that holds its value, and the type of that attribute."""

    name: str
    attribute: str
    type: Any
    key: K
    is_required: bool

    @property
    def is_list(self) -> bool:
        return get_origin(self.type) is tuple


@dataclass(frozen=True, slots=True)
class Fault:
    """The reason why the value of a key is wrong. `table` counts from 1; 0 is the top of the file."""

    key: str
    reason: str
    table: int = 0

    def in_text(self, text: str) -> str:
        """The fault with its line in the file's text: `line 3: role: input should be …`."""
        return f"line {self.line_in(text)}: {safe_line(self.key)}: {self.reason}"

    def line_in(self, text: str) -> int:
        """The line, from 1, that the fault is on."""
        return line_of(text, self.key, table=self.table)


class FaultyError(ValueError):
    """Values that do not fit their declaration, with a fault for each wrong or missing key."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("; ".join(f"{fault.key}: {fault.reason}" for fault in faults))
        self.faults = faults


class Declaration(Generic[T, K]):
    """The keys of one kind of file, or of one kind of table in it, declared by the fields of the class `into`.

    `into` is a dataclass or a NamedTuple; only its fields with a `Key` are in the file, with `prefix` before each name.
    With `is_open`, keys that are not declared are ignored; otherwise each is a fault.
    """

    def __init__(self, into: type[T], kind: type[K], *, is_open: bool = False, prefix: str = "") -> None:
        self.into = into
        self.is_open = is_open
        self._prefix = prefix
        self._kind = kind

    @cached_property
    def fields(self) -> Mapping[str, Field[K]]:
        """The declared keys by name, in order."""
        hints = get_type_hints(self.into, include_extras=True)
        fields = (self._field(attribute, hint) for attribute, hint in hints.items())
        return {field.name: field for field in fields if field}

    def _field(self, attribute: str, hint: Any) -> Field[K] | None:  # noqa: ANN401 -- a type, whichever it is
        kind, *notes = get_args(hint) if hasattr(hint, "__metadata__") else (hint,)
        key = next((note for note in notes if isinstance(note, self._kind)), None)
        if key is None:
            return None
        has_default = attribute in _defaults(self.into) or _without_none(kind) is not kind
        return Field(self._prefix + attribute.rstrip("_"), attribute, kind, key, is_required=not has_default)

    def read(self, values: object) -> T:
        """Make an object of the class `into` from the values. Raises FaultyError."""
        return self.into(**self.check(values))

    def check(self, values: object) -> Values:
        """Check the values, and return them by attribute. Raises FaultyError."""
        from pydantic_core import ValidationError

        try:
            checked: Values = self._validator.validate_python(values)
        except ValidationError as error:
            raise FaultyError([self._fault(details) for details in error.errors(include_url=False)]) from None
        return checked

    def read_right(self, values: Values) -> tuple[T, list[Fault]]:
        """Make an object from the right values, and a fault for each wrong one. Only for declarations that are open."""
        try:
            return self.read(values), []
        except FaultyError as error:
            wrong = {fault.key for fault in error.faults}
            return self.read({key: value for key, value in values.items() if key not in wrong}), error.faults

    @cached_property
    def _validator(self) -> "SchemaValidator":
        from pydantic_core import SchemaValidator

        return SchemaValidator(self.core_schema)

    @property
    def core_schema(self) -> dict[str, Any]:
        """The declaration as a schema for Pydantic's engine."""
        return {
            "type": "typed-dict",
            "extra_behavior": "ignore" if self.is_open else "forbid",
            "fields": {field.attribute: _field_schema(field) for field in self.fields.values()},
        }

    @staticmethod
    def _fault(error: Any) -> Fault:  # noqa: ANN401 -- the engine's own type
        """Make a fault from the engine's error details: a place such as (`people`, 0, `role`), a type and a message."""
        place = error["loc"]
        if len(place) > 2:  # noqa: PLR2004 -- in a table of a list of tables
            return Fault(str(place[-1]), _reason(error), int(place[1]) + 1)
        return Fault(str(place[0]) if place else "", _reason(error))


def _reason(error: Any) -> str:  # noqa: ANN401 -- the engine's own type
    if error["type"] == "value_error":
        return str(error["ctx"]["error"])
    message = str(error["msg"])
    return _PLAIN_REASONS.get(error["type"], message[:1].lower() + message[1:])


def _defaults(into: type) -> Mapping[str, object]:
    """The fields of a dataclass or a NamedTuple that have a default."""
    if not dataclasses.is_dataclass(into):
        return getattr(into, "_field_defaults", {})
    missing = dataclasses.MISSING
    return {field.name: field.default for field in dataclasses.fields(into) if field.default is not missing}


def _without_none(kind: Any) -> Any:  # noqa: ANN401 -- a type, whichever it is
    """The type without `None`, which TOML does not have."""
    if get_origin(kind) in (Union, UnionType):
        return next(option for option in get_args(kind) if option is not NoneType)
    return kind


def _field_schema(field: Field[Any]) -> dict[str, Any]:
    schema = _value_schema(field.type, field.key)
    if field.key.read:
        schema = {"type": "function-before", "function": _calling(field.key.read), "schema": schema}
    return {
        "type": "typed-dict-field",
        "validation_alias": field.name,
        "required": field.is_required,
        "schema": schema,
        "metadata": {"pydantic_js_updates": {"description": field.key.meaning}} if field.key.meaning else {},
    }


def _value_schema(kind: Any, key: Key) -> dict[str, Any]:  # noqa: ANN401 -- a type, whichever it is
    kind = _without_none(kind)
    if get_origin(kind) is Literal:
        return {"type": "literal", "expected": list(get_args(kind))}
    if get_origin(kind) is tuple:
        item = _value_schema(get_args(kind)[0], key)
        items = {"type": "list", "strict": True, "fail_fast": True, "items_schema": item}  # one fault for the key
        return {"type": "function-after", "function": _calling(tuple), "schema": items}
    if kind is object:
        return {"type": "any"}
    if kind not in _SIMPLE:
        return _table_schema(kind, type(key))
    bounds = {"min_length": key.fewest, "max_length": key.most, "le": key.highest, "pattern": key.pattern}
    return {"type": _SIMPLE[kind], "strict": True} | {
        name: bound for name, bound in bounds.items() if bound is not None
    }


def _table_schema(into: type[Any], kind: type[Key]) -> dict[str, Any]:
    """The schema of a table inside a file, whose keys the class `into` declares."""
    schema = Declaration(into, kind).core_schema
    return {"type": "function-after", "function": _calling(lambda values: into(**values)), "schema": schema}


def _calling(function: Callable[[Any], object]) -> dict[str, Any]:
    return {"type": "no-info", "function": function}
