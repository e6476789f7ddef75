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
    Group,
    Invitation,
    Item,
    LeftOut,
    Row,
    SuggestedQuestion,
    parts,
)
from mentorlog.render.brief_terminal import brief_page
from mentorlog.render.screen import Screen


def a_long_brief() -> Brief:
    """Return a brief with a row of every kind."""
    days = [f"2026-11-{day:02}" for day in range(9, 9 + MOST + 1)]
    entries = [
        an_entry(day, Answer("The tick told me.", CRITIQUE), theory="They wait.", next="Ask one pair", letters=day[-2:])
        for day in days
    ]
    return a_brief(*entries, is_own=False)


def words_of(row: Row) -> list[str]:
    if isinstance(row, Group):
        return [row.heading, row.facts, *(quotation.words for quotation in row.quotations)]
    return [row.words]


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
        "Would like to talk about": {Group},
        "Asked of you": {Item},
        "Since last time": {Item, Group},
        "In Sam's words and in yours": {Group},
        "Theories and values in motion": {DatedWords},
        "Not written about lately": {Invitation},
        "Questions, if useful": {SuggestedQuestion},
    }


def test_a_list_ends_with_how_many_it_leaves_out() -> None:
    theories = next(part for part in parts(a_long_brief()) if part.heading == "Theories and values in motion")

    assert [type(row) for row in theories.rows] == [*[DatedWords] * MOST, LeftOut]
    assert theories.rows[-1] == LeftOut("and 1 earlier one", ["9 Nov: They wait."])


@pytest.mark.parametrize("shown", [on_the_page, brief_markdown, on_the_terminal])
def test_the_words_of_every_kind_of_row_are_shown(shown: Callable[[Brief], str]) -> None:
    made = a_long_brief()
    rows = [row for part in parts(made) for row in part.rows]

    text = " ".join(shown(made).split())

    assert {type(row) for row in rows} == set(get_args(Row))
    assert [words for row in rows for words in words_of(row) if " ".join(words.split()) not in text] == []
