"""The picture of weeks: a place on the line for each day, the same days in words, and the names of months."""

import pytest

from browser.pages import Page
from builders import a_brief, a_full_brief, an_entry
from mentorlog.brief.brief import Brief
from mentorlog.dimensions import CREATIVITY, CRITIQUE, DIMENSIONS, SOLIDARITY
from mentorlog.render.brief_html import brief_html
from mentorlog.render.weeks import weeks


def page(made: Brief) -> Page:
    return Page(brief_html(made))


def test_the_picture_has_a_dot_for_each_entry_on_its_day_and_the_same_in_words() -> None:
    days = {"2026-10-07": [CREATIVITY], "2026-10-16": [CREATIVITY, CRITIQUE], "2026-11-11": [CRITIQUE]}
    made = a_brief(*(an_entry(day, about=about) for day, about in days.items()))

    picture, shown = weeks(made), page(made)

    assert picture
    assert picture.span == "7 Oct to 11 Nov 2026"
    assert [(line.name, line.dots) for line in picture.lines if line.dots] == [
        ("Creativity", (0, 25.71)), ("Critique", (25.71, 100)),
    ]  # fmt: skip
    assert len(shown.every("circle", "dot")) == 4
    assert [element.text for element in shown.every("ul", "unseen")] == [
        "Creativity: Wed 7 Oct, Fri 16 Oct. Solidarity: quiet. Authenticity: quiet. Articulation: quiet. "
        "Critique: Fri 16 Oct, Wed 11 Nov. Expansion: quiet."
    ]


def test_the_other_persons_days_are_rings_on_the_same_lines() -> None:
    mentors = an_entry("2026-11-21", role="mentor", about=[SOLIDARITY])
    made = a_brief(an_entry("2026-11-11", about=[SOLIDARITY]), others=[mentors])

    shown = page(made)

    assert shown.every("figcaption")[0].text == (
        "When each was written about, 11 Nov to 21 Nov 2026. Dots are Sam's, rings are yours."
    )
    assert [element.attributes["cx"] for element in shown.every("circle")] == ["100.0%", "0.0%"]
    assert "Solidarity: Sam: Wed 11 Nov; you: Sat 21 Nov." in shown.text


def test_the_picture_names_its_lines_in_the_fixed_order_and_has_a_title_and_a_description() -> None:
    shown = page(a_full_brief())
    (svg,) = shown.every("svg")

    described = [element for element in shown.elements if element.attributes.get("id")]

    assert [element.text for element in shown.every("text", "name")] == [dimension.name for dimension in DIMENSIONS]
    assert [element.tag for element in described] == ["title", "desc"]
    assert svg.attributes["aria-labelledby"] == " ".join(str(element.attributes["id"]) for element in described)
    assert svg.attributes["role"] == "img"


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2026-11-23", "2026-11-23", ["23 Nov"]),
        ("2026-11-02", "2026-11-20", ["2 Nov", "20 Nov"]),
        ("2026-09-07", "2026-12-18", ["Sep", "Oct", "Nov", "Dec"]),
        ("2026-10-29", "2026-11-27", ["Nov"]),
        ("2026-10-01", "2026-11-02", ["Oct"]),
        ("2026-09-07", "2027-03-05", ["Sep", "Nov", "2027"]),
        ("2025-09-01", "2027-07-16", ["Sep", "2026", "Jul", "2027"]),
        ("2000-01-01", "2099-12-31", ["2000", "2016", "2048"]),
    ],
)
def test_the_line_of_weeks_names_its_months(first: str, last: str, words: list[str]) -> None:
    made = a_brief(*(an_entry(day, about=[CRITIQUE]) for day in {first, last}))

    ticks = [element.text for element in page(made).every("text", "tick")]

    assert ticks[: len(words)] == words
    assert len(ticks) <= 6


def test_a_brief_without_an_entry_has_no_picture() -> None:
    assert weeks(a_brief()) is None


@pytest.mark.parametrize(
    ("first", "last", "places"),
    [
        ("2026-11-23", "2026-11-30", (0, 100)),
        ("2026-11-24", "2026-11-28", ()),
        ("2026-01-01", "2026-11-28", ()),
    ],
)
def test_every_monday_has_a_tick_if_there_are_not_too_many(first: str, last: str, places: tuple[float, ...]) -> None:
    picture = weeks(a_brief(*(an_entry(day, about=[CRITIQUE]) for day in (first, last))))

    assert picture
    assert picture.weeks == places
