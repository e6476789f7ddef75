"""The head of an entry: valid values are used, others are listed by key and line, and none is guessed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from examples import examples
from mentorlog.entry.frontmatter import compose, split
from mentorlog.entry.keys import COPIED, KEYS, Head, day_of
from mentorlog.entry.problems import Problem, checked_head
from mentorlog.files.toml import lines_of

VALUES = st.recursive(
    st.one_of(st.text(), st.booleans(), st.integers(-(2**63), 2**63 - 1), st.dates(), st.datetimes(), st.times()),
    lambda inner: st.lists(inner, max_size=3),
    max_leaves=4,
)


def checked(toml: str) -> tuple[Head, list[str]]:
    head, problems = checked_head("x.md", split(f"+++\n{toml}\n+++\n"))
    return head, [str(problem) for problem in problems]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2026-11-23", date(2026, 11, 23)),
        ('"2026-11-23"', date(2026, 11, 23)),
        ("' 2026-11-23 '", date(2026, 11, 23)),
        ("2026-11-23T23:59:00", date(2026, 11, 23)),
        ("2026-11-23 23:59:00", date(2026, 11, 23)),
        ("2026-11-23T23:30:00-08:00", date(2026, 11, 23)),
        ("2026-11-23T00:30:00+13:00", date(2026, 11, 23)),
        ('"2026-11-23T00:30:00Z"', date(2026, 11, 23)),
        ("1900-01-01", date(1900, 1, 1)),
        ("2199-12-31", date(2199, 12, 31)),
    ],
)
def test_a_date_is_its_own_local_day(written: str, day: date) -> None:
    head, problems = checked(f"date = {written}")

    assert (head.date, problems) == (day, [])


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ('"07/12/2025"', "write the date as 2025-12-07"),
        ('"7.12.2025"', "write the date as 2025-12-07"),
        ('"31/02/2025"', "write the date as year-month-day"),
        ('"2026-02-30"', "there is no such day"),
        ('"last Monday"', "there is no such day"),
        ('""', "there is no such day"),
        ("9999-12-31", "the year 9999 is outside 1900 to 2199"),
        ("0001-01-01T00:00:00+14:00", "the year 1 is outside 1900 to 2199"),
        ("1899-12-31", "the year 1899 is outside 1900 to 2199"),
        ("2200-01-01", "the year 2200 is outside 1900 to 2199"),
        ("20261123", "write the date as year-month-day, like 2026-11-23"),
        ("09:00:00", "write the date as year-month-day, like 2026-11-23"),
        ("[2026-11-23]", "write the date as year-month-day, like 2026-11-23"),
        ("true", "write the date as year-month-day, like 2026-11-23"),
    ],
)
def test_an_impossible_date_is_listed_with_what_to_do(written: str, message: str) -> None:
    head, problems = checked(f"title = 'Kept'\ndate = {written}")

    assert problems == [f"x.md, line 3: date: {message}."]
    assert (head.date, head.title) == (None, "Kept")


@pytest.mark.parametrize("value", [None, 3.5, {}, b"2026-11-23"])
def test_a_value_that_is_not_a_date_is_refused_without_a_crash(value: object) -> None:
    with pytest.raises(ValueError, match="write the date as year-month-day"):
        day_of(value)


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        ("share = true", 'only share = "mentor" shares; this entry stays private'),
        ('share = "Mentor"', 'only share = "mentor" shares; this entry stays private'),
        ('share = "mentors"', 'only share = "mentor" shares; this entry stays private'),
        ('share = ""', 'only share = "mentor" shares; this entry stays private'),
        ('share = ["mentor"]', 'only share = "mentor" shares; this entry stays private'),
        ('dimensions = "critique"', 'dimensions is a list, like ["critique"]'),
        ("dimensions = [1]", 'dimensions is a list, like ["critique"]'),
        ("tags = 3", 'tags is a list, like ["trip"]'),
        ("tags = [1, 2]", 'tags is a list, like ["trip"]'),
        ('talk = "yes"', "talk is true or false"),
        ("talk = 1", "talk is true or false"),
        ('schema = "1"', "schema is a whole number"),
        ('role = "ECT"', 'role is "ect" or "mentor"'),
        ('next_state = "Done"', 'next_state is "done" or "dropped"'),
        ("title = 5", "title is text in straight quotes"),
        ("class = 8", "class is text in straight quotes"),
        ("kind = 2026-11-23", "kind is text in straight quotes"),
        ("[next]\na = 1", "next is text in straight quotes"),
        ('id = "../x"', "an id is letters, digits and dashes"),
        ('id = "/etc/passwd"', "an id is letters, digits and dashes"),
        ('id = ""', "an id is letters, digits and dashes"),
        (f'id = "{"x" * 65}"', "an id is letters, digits and dashes"),
        ('id = "a\\u001b[2J"', "an id is letters, digits and dashes"),
        ("id = 20261123", "an id is letters, digits and dashes"),
        ('id = ["a"]', "an id is letters, digits and dashes"),
    ],
)
def test_a_wrong_value_is_listed_by_key_and_counts_as_absent(toml: str, message: str) -> None:
    head, problems = checked(f"date = 2026-11-23\n\n{toml}")

    line = 4 if not toml.startswith("[") else 1
    assert [problem.split(": ", 1)[1] for problem in problems] == [f"{message}."]
    assert problems[0].startswith(f"x.md, line {line}: ") or toml.startswith("[")
    assert head.share is None
    assert head.date == date(2026, 11, 23)


def test_every_wrong_key_is_listed_and_the_right_ones_are_used() -> None:
    head, problems = checked('title = 1\nclass = "8Q"\ntags = 2\ndate = "x"\nsubject = 4\nnext = "Ask"')

    assert [problem.split(",")[1][:7] for problem in sorted(problems)] == [" line 2", " line 4", " line 5", " line 6"]
    assert (head.class_, head.next, head.title, head.tags, head.date) == ("8Q", "Ask", "", (), None)


def test_an_empty_head_is_private_and_plain() -> None:
    head, problems = checked("")

    assert problems == []
    assert (head.date, head.share, head.talk, head.kind, head.role, head.dimensions) == (
        None,
        None,
        False,
        "reflection",
        None,
        (),
    )


def test_unknown_dimensions_are_listed_and_kept() -> None:
    head, problems = checked('dimensions = ["Critique", "critique?", "expansive", "joy", "\\u001b[31m\\u202e"]')

    assert head.dimensions == ("Critique", "critique?", "expansive", "joy", "\x1b[31m\u202e")
    assert problems == [
        "x.md, line 2: 'joy' is not one of the six dimensions; it was kept.",
        "x.md, line 2: '␛[31m\\u{202e}' is not one of the six dimensions; it was kept.",
    ]


def test_a_newer_schema_is_read_as_far_as_it_goes() -> None:
    head, problems = checked('date = 2026-11-23\nschema = 99\nmood = ["new", {a = 1}]\ntitle = "Read"')

    newer = "a newer mentorlog wrote this (schema 99); it is read as far as it goes and never changed"
    assert problems == [f"x.md, line 3: {newer}."]
    assert (head.title, head.schema_) == ("Read", 99)


def test_only_the_listed_keys_are_copied() -> None:
    """A key is copied unless its declaration says otherwise, so think before you add a new one here."""
    meant = (
        *("schema", "id", "date", "role", "kind", "title", "dimensions", "class", "subject", "tags", "share"),
        *("talk", "next", "next_state", "suggested", "suggested_state", "ask", "theory", "follows", "answers"),
    )

    assert meant == COPIED


def test_unknown_keys_are_kept_whatever_they_are() -> None:
    head, problems = checked(
        "zebra = 1\nself = 2\nclass_ = 3\nschema_ = 'x'\nmodel_config = 4\n__class__ = 5\n[table]\ntitle = 6"
    )

    assert problems == []
    assert (head.class_, head.title, head.schema_) == ("", "", 1)


@examples(80)
@given(st.dictionaries(st.sampled_from(KEYS), VALUES))
def test_any_values_give_a_head_and_problems_on_lines_of_the_file(values: dict[str, object]) -> None:
    matter = split(compose(values, ""))

    head, problems = checked_head("x.md", matter)

    assert all(
        1 < problem.line < len(lines_of(matter.opening + matter.toml + matter.closing)) + 1 for problem in problems
    )
    assert head.share in {None, "mentor"}


def test_a_problem_names_file_and_line_on_one_inert_line() -> None:
    problem = Problem("a\nb\x1b[2J.md", 3, "the title is in curly quotes")

    assert str(problem) == "a b␛[2J.md, line 3: the title is in curly quotes."


@pytest.mark.parametrize("between", [", ", ",\n"])
def test_many_unknown_dimensions_are_all_listed(between: str) -> None:
    names = [f'"d{number}"' for number in range(1_500)]

    head, problems = checked(f"dimensions = [{between.join(names)}]")

    assert len(problems) == len(head.dimensions) == 1_500
