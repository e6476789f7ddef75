"""The lines that differ between two texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorlog.entry.difference import difference
from mentorlog.files.toml import lines_of

LINES = st.lists(st.sampled_from(["a\n", "b\n", "c\r\n", "\n", "- d\n"]), max_size=12).map("".join)


@pytest.mark.parametrize(
    ("before", "after", "lines"),
    [
        ("", "", []),
        ("a\nb\n", "a\nb\n", []),
        ("a\nb\nc\n", "a\nx\nc\n", ["- b", "+ x"]),
        ("a\n", "a\nb\n", ["+ b"]),
        ("a\nb\n", "b\n", ["- a"]),
        ("a\n", "a\r\n", ["- a", "+ a"]),
        ("a\u2028b\n", "a\u2028c\n", ["- a\u2028b", "+ a\u2028c"]),
    ],
)
def test_only_differing_lines_are_listed(before: str, after: str, lines: list[str]) -> None:
    assert list(difference(before, after)) == lines


@given(LINES, LINES)
def test_every_removed_and_added_line_is_listed(before: str, after: str) -> None:
    listed = list(difference(before, after))

    plain = [[line.rstrip("\r\n") for line in lines_of(text)] for text in (before, after)]
    removed = sum(line.startswith("- ") for line in listed)
    added = len(listed) - removed
    assert len(plain[0]) - removed == len(plain[1]) - added
    assert (listed == []) == (before == after)
    assert all(line[2:] in plain[0 if line[0] == "-" else 1] for line in listed)


def test_two_very_long_texts_are_not_compared_line_by_line() -> None:
    before, after = "x\n" + "same\nother\n" * 5000, "y\n" + "other\nsame\n" * 5000

    assert len(list(difference(before, after))) == 2 * 10_001
