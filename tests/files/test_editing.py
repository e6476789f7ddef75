"""Changing one value in TOML and no other byte, at the top of a file and in its tables."""

import pytest

from mentorlog.files.editing import newline_of, statements, with_value
from mentorlog.files.toml import TomlError, lines_of, parse

ORDER = ("name", "role", "folder", "formerly")
PEOPLE = """name = "Sam"  # me

[[people]]
role = "mentor"
name = "Priya"   # their mentor

[[people]]
name = "Ana"
role = "mentor"
folder = ""  # later
"""


def changed(text: str, key: str, value: object, table: int = 0) -> str:
    return "".join(with_value(lines_of(text), key, value, order=ORDER, newline=newline_of(text), table=table))


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("a = 1\n\n# b = 2\nc = 3\n", [("a", 0, 1), ("c", 3, 4)]),
        ("a = [\n  1,\n]\nb = 2\n", [("a", 0, 3), ("b", 3, 4)]),
        ('a = """\nb = 1\n[c]\n"""\nd = 2\n', [("a", 0, 4), ("d", 4, 5)]),
        ("a = '''\nb = 1\n'''\n", [("a", 0, 3)]),
        ("\"a b\" = 1\n'c' = 2\n", [("a b", 0, 1), ("c", 1, 2)]),
        ("  a=1\n[t]\nb = 2\n", [("a", 0, 1)]),
        ("a = [\n[1],\n]\n", [("a", 0, 3)]),
    ],
)
def test_a_statement_has_all_its_lines(text: str, spans: list[tuple[str, int, int]]) -> None:
    parts = statements(lines_of(text))

    assert [(statement.key, statement.start, statement.end) for statement in parts] == spans


def test_the_largest_number_of_statements_is_separated() -> None:
    text = "".join(f"k{number}=1\n" for number in range(7_000))

    assert [statement.start for statement in statements(lines_of(text))] == list(range(7_000))


@pytest.mark.parametrize(
    ("key", "value", "table", "before", "after"),
    [
        ("name", "Sammy", 0, 'name = "Sam"  # me', 'name = "Sammy"  # me'),
        ("role", "ect", 0, 'name = "Sam"  # me\n', 'name = "Sam"  # me\nrole = "ect"\n'),
        ("folder", "x", 1, 'name = "Priya"   # their mentor\n', 'name = "Priya"   # their mentor\nfolder = "x"\n'),
        ("folder", "x", 2, 'folder = ""  # later', 'folder = "x"  # later'),
        ("formerly", "An", 2, 'folder = ""  # later\n', 'folder = ""  # later\nformerly = "An"\n'),
        ("role", None, 1, 'role = "mentor"\nname = "Priya"', 'name = "Priya"'),
        ("folder", None, 1, "", ""),
    ],
)
def test_only_the_value_in_its_table_changes(key: str, value: object, table: int, before: str, after: str) -> None:
    assert changed(PEOPLE, key, value, table) == PEOPLE.replace(before, after, 1)


def test_a_key_is_added_to_an_empty_table_and_to_a_last_line_without_an_end() -> None:
    assert changed("[[people]]\n[[people]]\n", "name", "Ana", 1) == '[[people]]\nname = "Ana"\n[[people]]\n'
    assert changed('[[people]]\r\nname = "Ana"', "role", "ect", 1) == '[[people]]\r\nname = "Ana"\r\nrole = "ect"\r\n'


def test_a_value_of_a_hundred_lines_is_changed_whole() -> None:
    text = "a = [\n" + "1,\n" * 100 + "]\nb = 2\n"

    assert parse(changed(text, "a", 7)) == {"a": 7, "b": 2}


def test_a_value_with_unclear_lines_is_refused_with_its_line() -> None:
    with pytest.raises(TomlError, match="line 2: the value that begins on line 3 is too long to change safely"):
        changed("a = 1\nb = [\n" + "1,\n" * 500 + "]\n", "a", 2)
