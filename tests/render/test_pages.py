"""A list of entries at a terminal: in columns if the screen is wide, and on two lines if it is not."""

import io

import pytest

from builders import an_entry
from mentorlog.dimensions import CRITIQUE
from mentorlog.finding.cards import card_of
from mentorlog.render.pages import card_rows
from mentorlog.render.screen import Screen

ENTRIES = (
    an_entry("2026-11-20", title="Thirty faces", class_="8Q", about=[CRITIQUE], share="mentor"),
    an_entry("2026-11-09", title="Nineteen ticks on a page that nobody has read to the end of " * 2, letters="r7w2"),
)


def listed(columns: int) -> list[str]:
    screen = Screen(plain=True)
    screen.console.file = io.StringIO()
    screen.console.width = columns
    card_rows(screen, [card_of(entry) for entry in ENTRIES])
    return screen.console.file.getvalue().splitlines()


def test_a_wide_list_has_one_line_for_each_entry_with_a_short_title() -> None:
    first = listed(80)[0]

    assert first.startswith("Fri 20 Nov")
    assert "  Thirty faces  critique" in first
    assert "8Q" in first
    assert first.endswith("k3f9 shared")


@pytest.mark.parametrize("columns", [60, 80, 100])
def test_a_long_title_in_a_wide_list_wraps_and_keeps_every_word(columns: int) -> None:
    first, second, *further = listed(columns)

    assert further != []
    assert {line.index(line.split()[0]) for line in further} == {first.index("Thirty")}
    assert " ".join(further).split()[-1] == "of"
    assert " ".join([second, *further]).split().count("ticks") == 2


@pytest.mark.parametrize("columns", [60, 80, 100])
def test_the_words_to_type_end_at_the_right_edge_of_a_wide_list(columns: int) -> None:
    first, second, *further = listed(columns)

    assert len(first) == columns
    assert second.rstrip().endswith("r7w2")
    assert all(len(line) <= columns for line in further)


def test_a_narrow_list_has_the_title_first_and_the_facts_below_it() -> None:
    assert listed(40)[:3] == ["Thirty faces", "  Fri 20 Nov · 8Q · critique · k3f9", "  shared"]
