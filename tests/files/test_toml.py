"""TOML as people write it: read within bounds, or refused with a line and a plain reason."""

from datetime import date, datetime, time

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from examples import examples
from mentorlog.days import uk_date
from mentorlog.files.toml import LARGEST, TomlError, Values, line_of, lines_of, parse, written

LINES = st.lists(st.sampled_from(["a", " ", "\n", "\r", "\r\n", "\u2028", "\x0c", "\x85", "+++"])).map("".join)
VALUES: st.SearchStrategy[object] = st.recursive(
    st.one_of(
        st.text(),
        st.booleans(),
        st.integers(-(2**63), 2**63 - 1),
        st.dates(),
        st.floats(allow_nan=False, allow_infinity=False),
    ),
    lambda inner: st.lists(inner, max_size=3),
    max_leaves=6,
)


QUOTED = st.text(max_size=4).map(lambda words: f'"{words}"')
PLAIN_VALUES = st.one_of(
    QUOTED,
    st.lists(QUOTED, max_size=3).map(lambda items: f"[{', '.join(items)}]"),
    st.text("0123456789-٣", min_size=8, max_size=11),
    st.sampled_from(
        [
            "true",
            "false",
            "0",
            "07",
            "1_0",
            "999999999",
            "[]",
            '["a","b"]',
            '["a", 1]',
            '["a" "b"]',
            "2026-11-23",
            "2026-02-30",
            "0000-01-01",
        ]
    ),
    st.sampled_from(
        ['"a\tb"', "'a'", '"a" # b', '"""a"""', '"\\u0041"', '"""a\nb"""', "[\n1,\n]", "1979-05-27T07:32:00Z"]
    ),
    st.sampled_from(["{}", "{a = 1}", "{a =\n1}", "{a = 1,}", '{"$__toml_private_datetime" = "2026-11-23"}']),
)
RTOMLS_DATE = '"$__toml_private_datetime"'  # rtoml takes a table with this key for a date
ESCAPED_DATE = RTOMLS_DATE.replace("$", "\\u0024")
PLAIN_KEYS = st.sampled_from(
    ["a", "b-2", "_", "7", "a.b", "", '"q"', "schema", RTOMLS_DATE, f"c.{RTOMLS_DATE}", ESCAPED_DATE]
)
PLAIN_LINES = st.tuples(
    PLAIN_KEYS,
    st.sampled_from([" = ", " = ", "=", " =  "]),
    PLAIN_VALUES,
    st.sampled_from(["\n", "\n", "\n", "\r\n", "\n\n", "", "\n[d]\n", "\n[[e]]\n"]),
).map("".join)
PLAIN = st.lists(PLAIN_LINES, max_size=4).map("".join)


@examples(1_500)
@given(PLAIN)
def test_rtoml_and_tomli_read_lines_the_same(text: str) -> None:
    try:
        expected = tomli.loads(text.replace("\r\n", "\n"))
    except ValueError:
        expected = None

    outcome = values_or_fault(text)

    assert isinstance(outcome, TomlError) if expected is None else outcome == expected


@pytest.mark.parametrize(
    "text",
    [
        f'{RTOMLS_DATE} = "2026-11-23"',
        f'[title]\n{RTOMLS_DATE} = "2026-11-23"',
        f'title.{RTOMLS_DATE} = "2026-11-23"',
        f'a = {{{RTOMLS_DATE} = "2026-11-23"}}',
        ESCAPED_DATE + ' = "2026-11-23"',
    ],
)
def test_no_key_turns_a_table_into_a_date(text: str) -> None:
    assert parse(text) == tomli.loads(text)


def test_a_line_break_in_an_inline_table_is_refused() -> None:
    assert fault_in("x = {a=\n1}") == "line 1: TOML cannot read this line (invalid value)"


def fault_in(text: str) -> str:
    with pytest.raises(TomlError) as caught:
        parse(text)
    return str(caught.value)


def values_or_fault(text: str) -> Values | TomlError:
    try:
        return parse(text)
    except TomlError as error:
        return error


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("title = “Hi”", "line 1: the title is in curly quotes; TOML needs straight ones"),
        ("a = 1\nclass = ‘8Q’\n", "line 2: the class is in curly quotes; TOML needs straight ones"),
        ("date = 07/12/2025", "line 1: write the date as 2025-12-07"),
        ("\n\ndate = 7.12.2025", "line 3: write the date as 2025-12-07"),
        ("date = 31/02/2025", "line 1: write the date as year-month-day"),
        ("date = 2026-02-30", "line 1: there is no such day"),
        ("a = 1\r\ntitle = \r\n", "line 2: TOML cannot read this line (invalid value)"),
        ("a = 1\rtitle = \r", "line 2: TOML cannot read this line (invalid value)"),
        ('tags = ["a" "b"]', "line 1: TOML cannot read this line (unclosed array)"),
        ("a = 1\na = 2\nb = 3", "line 2: TOML cannot read this line (cannot overwrite a value)"),
        ("\ufeffa = 1", "line 1: TOML cannot read this line (invalid statement)"),
        ("a = inf", "line 1: a number has no end (inf or nan)"),
        ("a = [[1, nan]]", "line 1: a number has no end (inf or nan)"),
        ("a = {b = -inf}", "line 1: a number has no end (inf or nan)"),
    ],
)
def test_a_fault_is_named_with_its_line(text: str, message: str) -> None:
    assert fault_in(text) == message


@pytest.mark.parametrize(
    "text",
    [
        "a = " + "[" * 40_000,
        "a = " + "[" * 20_000 + "]" * 20_000,
        "a." * 32_000 + "b = 1",
        "a = " + "{b = " * 10_000,
        "a = " + "9" * 60_000,
        "=" * 60_000,
        '"' * 60_000,
        '"""' * 20_000 + "\\",
        "a = 1\n" * 10_000,
        "[a]\n" * 15_000,
        "a = 1e999",
        "a = 0x" + "f" * 60_000,
        "a = [{b = 0o" + "7" * 6_000 + "}]",
    ],
    ids=lambda text: f"{text[:9]}…",
)
def test_crafted_text_is_refused_within_bounds(text: str) -> None:
    assert fault_in(text).startswith("line ")


def test_text_over_64_kb_is_not_read() -> None:
    largest = "a = '" + "x" * (LARGEST - 6) + "'"

    assert list(parse(largest)) == ["a"]
    assert fault_in(largest + "\n") == "line 1: this is over 64 KB of TOML, so it was not read"


def test_the_largest_number_of_keys_is_read() -> None:
    text = "".join(f"k{number}=1\n" for number in range(7_000))

    assert len(parse(text)) == 7_000


@examples(80)
@given(st.one_of(st.text(), st.lists(st.sampled_from(list("a='\"[]{}.,#\\\n\r0-:T \ufeff\ud800"))).map("".join)))
def test_any_text_gives_values_or_a_fault_on_one_of_its_lines(text: str) -> None:
    read = values_or_fault(text)

    assert isinstance(read, dict) or 1 <= read.line <= max(1, len(lines_of(text)))


@examples(150)
@given(LINES)
def test_joining_the_lines_gives_the_text(text: str) -> None:
    assert "".join(lines_of(text)) == text


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", []),
        ("a", ["a"]),
        ("a\nb\r\nc\rd", ["a\n", "b\r\n", "c\r", "d"]),
        ("\n\r\n\r", ["\n", "\r\n", "\r"]),
        ("a\u2028b\x0cc\x85d\x0be\n", ["a\u2028b\x0cc\x85d\x0be\n"]),
    ],
)
def test_only_newlines_and_carriage_returns_end_a_line(text: str, lines: list[str]) -> None:
    assert lines_of(text) == lines


@pytest.mark.parametrize(
    ("key", "table", "line"), [("a", 0, 1), ("id", 1, 3), ("id", 2, 5), ("no", 2, 4), ("no", 0, 1)]
)
def test_the_line_of_a_key_is_found_at_the_top_or_in_its_table(key: str, table: int, line: int) -> None:
    assert line_of("a = 1\n[[q]]\nid = 2\n[[q]]\nid = 3\n", key, table=table) == line


@pytest.mark.parametrize("text", ["2026-11-23", "7/12", "7/12/25", "17/12/20255", "words"])
def test_a_value_that_is_not_a_uk_date_is_not_read_as_one(text: str) -> None:
    assert uk_date(text) is None


@pytest.mark.parametrize(
    ("value", "line"),
    [
        ("8Q", '"8Q"'),
        ('He said "no"', r'"He said \"no\""'),
        ("two\nlines", r'"two\nlines"'),
        (["a", "b"], '["a", "b"]'),
        ((), "[]"),
        (True, "true"),
        (date(2026, 11, 23), "2026-11-23"),
    ],
)
def test_a_value_is_written_on_one_line(value: object, line: str) -> None:
    assert written(value) == line


@examples(80)
@given(VALUES)
def test_a_written_value_reads_back_the_same_from_one_line(value: object) -> None:
    line = f"v = {written(value)}\n"

    assert len(lines_of(line)) == 1
    assert parse(line) == {"v": value}


def test_dates_and_times_are_read_as_written() -> None:
    read: Values = parse("day = 2026-11-23\nat = 2026-11-23T09:05:00\nbell = 09:05:00\n")

    assert read == {"day": date(2026, 11, 23), "at": datetime(2026, 11, 23, 9, 5), "bell": time(9, 5)}  # noqa: DTZ001
