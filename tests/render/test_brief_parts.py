"""The parts of a brief as rows: the kinds in each part, all of which every format shows."""

import io
from collections.abc import Callable
from typing import get_args

import pytest

from browser.pages import Page
from builders import a_brief, a_full_brief, an_entry
from mentorlog.brief.brief import Brief
from mentorlog.dimensions import CRITIQUE
from mentorlog.entry.compose import Answer
from mentorlog.render.brief_html import brief_html
from mentorlog.render.brief_markdown import brief_markdown
from mentorlog.render.brief_parts import (
    MOST,
    DatedWords,
    DimensionHeading,
    Invitation,
    Item,
    LeftOut,
    Quotation,
    Row,
    SuggestedQuestion,
    parts,
)
from mentorlog.render.brief_terminal import brief_page
from mentorlog.render.screen import Screen


def a_long_brief() -> Brief:
    """Return a brief with a row of every kind."""
    days = [f"2026-11-{day:02}" for day in range(9, 9 + MOST + 1)]
    entries = [an_entry(day, Answer("The tick.", CRITIQUE), theory="They wait.", letters=day[-2:]) for day in days]
    return a_brief(*entries, is_own=False)


def words_of(row: Row) -> str:
    return row.facts if isinstance(row, DimensionHeading) else row.words


def on_the_page(made: Brief) -> str:
    return Page(brief_html(made)).every("main")[0].text


def on_the_terminal(made: Brief) -> str:
    screen = Screen(plain=True)
    screen.console.file = io.StringIO()
    brief_page(screen, made)
    return screen.console.file.getvalue()


def test_each_part_has_rows_of_its_own_kind() -> None:
    kinds = {part.heading: {type(row) for row in part.rows} for part in parts(a_full_brief())}

    assert kinds == {
        "Since last time": {Item},
        "Would like to talk about": {Item},
        "In Sam's words": {DimensionHeading, Quotation},
        "Not written about lately": {Invitation},
        "Asked of you": {Item},
        "Theories in motion": {DatedWords},
        "Questions, if useful": {SuggestedQuestion},
    }


def test_a_list_ends_with_how_many_it_leaves_out() -> None:
    theories = next(part for part in parts(a_long_brief()) if part.heading == "Theories in motion")

    assert [type(row) for row in theories.rows] == [*[DatedWords] * MOST, LeftOut]
    assert theories.rows[-1] == LeftOut("and 1 earlier one")


@pytest.mark.parametrize("shown", [on_the_page, brief_markdown, on_the_terminal])
def test_the_words_of_every_kind_of_row_are_shown(shown: Callable[[Brief], str]) -> None:
    made = a_long_brief()
    rows = [row for part in parts(made) for row in part.rows]

    text = " ".join(shown(made).split())

    assert {type(row) for row in rows} == set(get_args(Row))
    assert [row for row in rows if " ".join(words_of(row).split()) not in text] == []
