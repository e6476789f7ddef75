"""The parts of a brief as rows: the kinds in each part, all of which every format shows."""

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import get_args

import pytest

from browser.pages import Page
from builders import a_brief, a_full_brief, an_entry, sources
from mentorlog.brief.brief import Brief, brief
from mentorlog.days import Period
from mentorlog.dimensions import CREATIVITY, CRITIQUE, DIMENSIONS
from mentorlog.entry.compose import Answer
from mentorlog.entry.entry import Entry
from mentorlog.render.brief_html import brief_html
from mentorlog.render.brief_markdown import brief_markdown
from mentorlog.render.brief_parts import MOST, parts
from mentorlog.render.brief_rows import DatedWords, Group, Invitation, Item, LeftOut, Row, SuggestedQuestion
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
        "In Sam's words and yours": {Group},
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


def groups(made: Brief, heading: str = "") -> list[Group]:
    return [row for part in parts(made) for row in part.rows if isinstance(row, Group) and heading in part.heading]


def words_under(made: Brief, name: str) -> list[tuple[str, str]]:
    """Return who says what under the heading of a dimension."""
    [group] = [group for group in groups(made, "words") if group.heading == name]
    return [(quotation.who, quotation.words) for quotation in group.quotations]


def about(day: str, *texts: str, **head: str) -> Entry:
    return an_entry(day, *(Answer(text, CRITIQUE) for text in texts), letters=day[-2:], **head)  # type: ignore[arg-type]


LATER = an_entry("2026-11-29", title="Later", letters="zzzz")
SAMS = [about(f"2026-11-{day}", f"Sam wrote number {day}.") for day in (10, 11, 12)]
PRIYAS = [about(f"2026-11-{day}", f"Priya wrote number {day}.") for day in (13, 14, 15)]


def test_half_of_the_words_under_a_dimension_are_each_persons() -> None:
    assert words_under(a_brief(*SAMS, LATER, others=PRIYAS, other="Priya", is_own=True), "Critique") == [
        ("Sam", "Sam wrote number 12."),
        ("Priya", "Priya wrote number 15."),
    ]


def test_room_that_one_person_does_not_need_is_the_other_persons() -> None:
    assert words_under(a_brief(LATER, others=PRIYAS), "Critique") == [
        ("You", "Priya wrote number 15."),
        ("You", "Priya wrote number 14."),
    ]
    elsewhere = an_entry("2026-11-13", Answer("Hers."), letters="yyyy")
    assert words_under(a_brief(*SAMS, LATER, others=[elsewhere]), "Critique") == [
        ("Sam", "Sam wrote number 12."),
        ("Sam", "Sam wrote number 11."),
    ]


def test_half_of_the_words_under_no_dimension_are_each_persons() -> None:
    sams, priyas = (
        [an_entry(f"2026-11-{day}", Answer(f"{name} wrote number {day}.")) for day in range(first, first + 5)]
        for name, first in (("Sam", 10), ("Priya", 20))
    )

    words = words_under(a_brief(*sams, LATER, others=priyas), "Without a dimension")

    assert [who for who, _ in words] == ["Sam", "Sam", "You", "You"]


def test_words_quoted_above_are_not_repeated_under_their_dimension() -> None:
    entry = about("2026-11-20", "The scene was set. They copied it all. ==I had asked them to.==")

    made = a_brief(entry, others=PRIYAS)

    assert [quotation.words for quotation in groups(made)[0].quotations] == ["I had asked them to."]
    assert words_under(made, "Critique") == [("You", "Priya wrote number 15.")]
    assert groups(made, "words")[0].facts == "Sam: 1 entry, Fri 20 Nov; You: 3 entries, last on Sun 15 Nov"


def test_other_words_of_an_entry_to_talk_about_are_still_quoted() -> None:
    entry = an_entry(
        "2026-11-20",
        Answer("They copied it all. I had asked them to.", CREATIVITY),
        Answer("I waited for them. Nobody else had a way in.", CRITIQUE),
    )

    made = a_brief(entry)

    assert [quotation.words for quotation in groups(made)[0].quotations] == ["They copied it all. I had asked them to."]
    assert words_under(made, "Critique") == [("", "I waited for them. Nobody else had a way in.")]
    assert words_under(made, "Creativity") == []
    assert groups(made, "words")[0].facts == "1 entry, Fri 20 Nov; quoted above"


def test_a_title_shown_above_is_not_quoted_again() -> None:
    made = a_brief(an_entry("2026-11-20", title="They copied it"))

    assert (groups(made)[0].heading, groups(made)[0].quotations) == ("They copied it", [])
    assert words_under(made, "Without a dimension") == []
    assert groups(made, "words")[0].facts == "1 entry, Fri 20 Nov; quoted above"


def test_the_same_words_in_the_other_persons_entry_are_quoted_all_the_same() -> None:
    sams, priyas = about("2026-11-20", "They copied it all."), about("2026-11-20", "They copied it all.")

    assert words_under(a_brief(sams, others=[priyas]), "Critique") == [("You", "They copied it all.")]


def test_a_dimension_only_tagged_has_facts_and_no_words() -> None:
    made = a_brief(an_entry("2026-11-20", title="Only a tag", about=[CRITIQUE]), LATER)

    assert words_under(made, "Critique") == [("", "Only a tag")]
    assert words_under(a_brief(an_entry("2026-11-20", about=[CRITIQUE]), LATER), "Critique") == []
    assert groups(a_brief(an_entry("2026-11-20", about=[CRITIQUE]), LATER), "words")[0].facts == "1 entry, Fri 20 Nov"


def test_a_number_of_entries_comes_with_the_entries_that_it_counts() -> None:
    entries = [about("2026-11-10", "One.", title="The ticks", class_="8Q"), about("2026-11-12", "Two.", title="Again")]

    alone, both = a_brief(*entries, LATER), a_brief(*entries, LATER, others=PRIYAS[:1])

    assert groups(alone, "words")[0].counted == ["12 Nov · Again", "10 Nov · 8Q · The ticks"]
    assert groups(both, "words")[0].counted == [
        "Sam: 12 Nov · Again",
        "Sam: 10 Nov · 8Q · The ticks",
        "You: 13 Nov · 13",
    ]


@pytest.mark.parametrize(("number", "is_printed"), [(119, True), (120, True), (121, False)])
def test_an_entry_to_talk_about_is_printed_whole_up_to_120_words(number: int, is_printed: bool) -> None:
    words = " ".join(["word"] * number)

    [topic] = groups(a_brief(an_entry("2026-11-20", Answer(words))), "Most recent entry")

    assert topic.printed == (words if is_printed else "")


def test_what_is_private_in_an_entry_to_talk_about_is_not_printed() -> None:
    entry = an_entry("2026-11-20", Answer("They copied it.", CRITIQUE), private="ZZSECRET")

    assert groups(a_brief(entry))[0].printed == "## Critique\n\nThey copied it."


def test_words_from_before_the_period_say_that_they_are_about_an_earlier_day() -> None:
    entry, mentors = (about(f"2026-11-{day}", f"Number {day} came to this.", class_="8Q") for day in (10, 12))
    made = brief(
        replace(
            sources(entry, LATER),
            others=[mentors],
            period=Period(date(2026, 11, 16)),
            handed_over={shown.id: date(2026, 11, 18) for shown in (entry, mentors)},
        )
    )

    assert [quotation.source for quotation in groups(made, "words")[0].quotations] == [
        "about an earlier day, 10 Nov · 8Q",
        "about an earlier day, 12 Nov · 8Q",
    ]


def test_an_entry_to_talk_about_from_before_the_period_says_so_too() -> None:
    entry = about("2026-11-10", "Number 10 came to this.")
    made = replace(sources(entry), period=Period(date(2026, 11, 16)), handed_over={entry.id: date(2026, 11, 18)})

    assert groups(brief(made))[0].facts == "about an earlier day, 10 Nov"


def a_meeting(day: str, words: str, letters: str = "m1m1") -> Entry:
    return an_entry(day, Answer(words), kind="meeting", letters=letters)


def test_the_notes_of_the_last_meeting_come_after_the_steps_with_the_number_of_earlier_ones() -> None:
    meetings = [a_meeting("2026-10-09", "One."), a_meeting("2026-10-23", "Two."), a_meeting("2026-11-06", "Three.")]
    made = a_brief(*meetings, an_entry("2026-11-07", next="Ask one pair"))

    [part] = [part for part in parts(made) if part.heading == "Since last time"]
    step, notes, earlier = part.rows

    assert isinstance(step, Item)
    assert isinstance(notes, Group)
    assert notes.heading == "Notes from your meeting on Fri 6 Nov"
    assert [(quotation.who, quotation.words) for quotation in notes.quotations] == [("", "Three.")]
    assert isinstance(earlier, LeftOut)
    assert earlier.words == "and 2 earlier meetings"
    assert [line.partition(" · ")[0] for line in earlier.counted] == ["23 Oct", "9 Oct"]


def test_both_peoples_notes_of_the_last_meeting_have_their_names() -> None:
    made = a_brief(a_meeting("2026-11-06", "Sam's notes."), others=[a_meeting("2026-11-06", "Mine.", "m2m2")])

    [notes] = groups(made, "Since last time")

    assert sorted((quotation.who, quotation.words) for quotation in notes.quotations) == [
        ("Sam", "Sam's notes."),
        ("You", "Mine."),
    ]


def test_an_earlier_meeting_that_both_people_wrote_up_counts_once() -> None:
    sams, mine = (
        [a_meeting("2026-10-23", "Earlier."), a_meeting("2026-11-06", "Last.")],
        [a_meeting("2026-10-23", "Earlier.", "m2m2"), a_meeting("2026-11-06", "Last.", "m3m3")],
    )

    [part] = [part for part in parts(a_brief(*sams, others=mine)) if part.heading == "Since last time"]

    assert words_of(part.rows[-1]) == ["and 1 earlier meeting"]


def test_what_is_left_out_of_the_list_to_talk_about_is_quoted_under_its_dimension() -> None:
    entries = [
        an_entry(f"2026-11-0{day}", Answer(f"Words of day {day}.", DIMENSIONS[day - 1]), talk=True)
        for day in range(1, 7)
    ]

    words = " ".join(
        part_words for part in parts(a_brief(*entries)) for row in part.rows for part_words in words_of(row)
    )

    assert [f"Words of day {day}." in words for day in range(1, 7)] == [True] * 6


def test_a_step_that_was_asked_for_says_by_whom() -> None:
    asking = an_entry("2026-11-20", ask="Could I watch you?")
    step = an_entry("2026-11-21", kind="step", next="Could I watch you?", follows=asking.id, letters="ssss")

    [part] = [part for part in parts(a_brief(asking, others=[step])) if part.heading == "Since last time"]

    assert [(row.who, row.source) for row in part.rows if isinstance(row, Item)] == [("You", "asked by Sam · 21 Nov")]
