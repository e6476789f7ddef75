"""A fence that nobody closed is closed, or gone where nothing stands in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorlog.sharing.fences import closed


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Words.", "Words."),
        ("~~~\ncode\n~~~", "~~~\ncode\n~~~"),
        ("Words.\n\n~~~", "Words."),
        ("Words.\n\n```python\n", "Words."),
        ("~~~", ""),
        ("~~~\ncode", "~~~\ncode\n~~~"),
        ("````\n```\ncode", "````\n```\ncode\n````"),
        ("~~~\ncode\n~~~\n\n```", "~~~\ncode\n~~~"),
        ("~~~\n~~~ not its end", "~~~\n~~~ not its end\n~~~"),
        ("```one``` word in code", "```one``` word in code"),
        ("~~~ words of somebody's", "~~~ words of somebody's"),
        ("    ~~~\nindented", "    ~~~\nindented"),
    ],
)
def test_a_fence_that_is_left_open_is_closed_or_gone(text: str, wanted: str) -> None:
    assert closed(text) == wanted


@given(st.lists(st.sampled_from(["~~~", "```", "~~~~", "````", "``` x", "a", "", "  ~~~", "~~~ b c"]), max_size=8))
def test_closing_twice_is_closing_once_and_takes_no_word(lines: list[str]) -> None:
    once = closed("\n".join(lines))

    assert closed(once) == once
    assert [line for line in lines if line in ("a", "~~~ b c")] == [
        line for line in once.split("\n") if line in ("a", "~~~ b c")
    ]
