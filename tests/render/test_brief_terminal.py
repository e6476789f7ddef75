"""The brief at a terminal: its parts in order, within the screen, and no text acts on it."""

import io
import re
from datetime import date, timedelta
from typing import Any

import pytest
from rich.cells import cell_len

from builders import a_brief, a_full_brief, an_empty_brief, an_entry
from mentorlog.brief.brief import Brief
from mentorlog.dimensions import ARTICULATION, CREATIVITY, CRITIQUE, DIMENSIONS
from mentorlog.entry.compose import Answer
from mentorlog.render.brief_parts import MOST, MOST_EACH
from mentorlog.render.brief_terminal import brief_page
from mentorlog.render.screen import Screen

LONGEST = 80  # lines, to be read in two minutes
PARTS = [
    "Before we meet: Sam",
    "7 Oct to 11 Nov 2026",
    "Shared for this conversation. Not evidence for progress review or assessment.",
    "WOULD LIKE TO TALK ABOUT",
    "ASKED OF YOU",
    "SINCE LAST TIME",
    "Notes from your meeting on Tue 20 Oct",
    "IN SAM'S WORDS AND YOURS",
    "THEORIES AND VALUES IN MOTION",
    "NOT WRITTEN ABOUT LATELY",
    "QUESTIONS, IF USEFUL",
    "Authenticity: what this place asks for, and what I think is right.",
]
LONG_URL = "https://example.org/" + "lesson-study/" * 10
each_width = pytest.mark.parametrize("columns", [80, 40])


def drawn(brief: Brief, columns: int = 80, *, plain: bool = True) -> str:
    screen = Screen(plain=plain)
    screen.console.file = io.StringIO()
    screen.console.width = columns
    brief_page(screen, brief)
    return screen.console.file.getvalue()


def running(text: str) -> str:
    """Return the screen as running text: lines joined, white space folded."""
    return " ".join(text.split())


def part(text: str, heading: str) -> str:
    """Return the text under one heading as running text."""
    return running(text.split(f"\n{heading}\n", 1)[1].split("\n\n", 1)[0])


@each_width
def test_the_parts_are_in_order_with_what_to_talk_about_first(columns: int) -> None:
    shown = running(drawn(a_full_brief(), columns))

    places = [shown.find(part) for part in PARTS]

    assert -1 not in places
    assert places == sorted(places)


@each_width
def test_only_dimensions_with_entries_are_there_in_order_and_then_what_is_about_none(columns: int) -> None:
    shown = drawn(a_full_brief(), columns)

    assert re.findall(r"(?m)^  ([A-Z][\w ]+)  Sam: 1 entry", shown) == [
        "Creativity",
        "Solidarity",
        "Authenticity",
        "Critique",
        "Without a dimension",
    ]


@each_width
@pytest.mark.parametrize(
    "words", ["", "a few plain words", "w" * 150, LONG_URL, "漢字" * 60, "🙂" * 60, "a\u0301" * 90]
)
def test_no_line_is_wider_than_the_screen(words: str, columns: int) -> None:
    lines = drawn(a_full_brief(words, writer=f"Sam {words}"), columns).split("\n")

    assert [line for line in lines if cell_len(line) > columns] == []


@each_width
def test_a_long_word_in_a_quotation_is_shown_whole(columns: int) -> None:
    made = a_brief(an_entry("2026-11-20", Answer(f"I read {LONG_URL} and thought of them.", CRITIQUE)))

    shown = part(drawn(made, columns), "MOST RECENT ENTRY")

    assert LONG_URL in shown.replace(" ", "").replace("20Nov·k3f9", "")


@each_width
def test_a_long_class_name_leaves_room_for_the_words(columns: int) -> None:
    made = a_brief(
        an_entry(
            "2026-11-20",
            Answer("The tick told me no more.", CRITIQUE),
            class_="Year 9 Combined Science, set 4 of 5 (Thursdays, period 5, Lab 2), with 9B",
        )
    )

    assert "“The tick told me no more.”" in running(drawn(made, columns))


@each_width
def test_a_long_name_leaves_room_for_the_step_and_its_day(columns: int) -> None:
    name = (
        "Alexandrina Wolfeschlegelsteinhausen-Featherstonehaugh" if columns > 40 else "Alexandrina Featherstone-Haugh"
    )
    made = a_brief(an_entry("2026-10-07", next="Ask one pair to predict"), writer=name)

    shown = part(drawn(made, columns), "SINCE LAST TIME")

    assert "7 Oct" in shown
    assert {"Ask", "one", "pair", "to", "predict"} <= set(shown.split())


@each_width
@pytest.mark.parametrize(
    ("words", "shown_as"),
    [
        ("[red]", "[red]"),
        ("[/]", "[/]"),
        (":smile:", ":smile:"),
        ("\x1b[2J", "␛[2J"),
        ("\x1b]8;;http://x\x07", "␛]8;;http://x␇"),
        ("\x9b31m", "\\u{9b}31m"),
        ("\u202egnp", "\\u{202e}gnp"),
    ],
)
def test_hostile_text_is_shown_and_does_nothing(words: str, shown_as: str, columns: int) -> None:
    shown = drawn(a_full_brief(words, writer=f"Sam {words}"), columns)

    assert shown_as in running(shown)
    assert not set(shown) & set("\x1b\x07\x9b\u202e")


def test_only_our_own_colours_reach_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")

    shown = drawn(a_full_brief("\x1b[2J [red]"), plain=False)

    assert "\x1b[1m" in shown
    assert "\x1b" not in re.sub(r"\x1b\[[0-9;]*m", "", shown)
    assert "␛[2J [red]" in shown


def test_both_peoples_steps_are_side_by_side_and_named_for_the_reader() -> None:
    assert part(drawn(a_full_brief()), "SINCE LAST TIME") == (
        "Sam Ask one pair to predict 7 Oct · 8Q · k3f9 You Find out who decides 14 Oct · k3f9 "
        "Notes from your meeting on Tue 20 Oct m1m1 “We talked about the ticks.”"
    )


CITED = {
    "SINCE LAST TIME": ("  Sam  Ask one pair to predict", "  "),
    "ASKED OF YOU": ("  Could I watch someone?", "  "),
    "IN SAM'S WORDS": ("    “The tick told me no more.”", "    "),
}


def the_rows(heading: str, class_: str, columns: int) -> list[str]:
    """Return the lines under a heading for one entry with all of `CITED`, without the line of a dimension.

    A later entry is the one to talk about.
    """
    entry = an_entry(
        "2026-10-07",
        Answer("The tick told me no more.", CRITIQUE),
        class_=class_,
        next="Ask one pair to predict",
        ask="Could I watch someone?",
    )
    shown = drawn(a_brief(entry, an_entry("2026-10-08", title="Later")), columns)
    rows = shown.split(f"\n{heading}\n", 1)[1].split("\n\n", 1)[0].split("\n")
    return [row for row in rows if row.startswith(CITED[heading][1])]


@pytest.mark.parametrize("columns", [60, 80])
@pytest.mark.parametrize("heading", CITED)
def test_the_source_of_a_quotation_is_at_the_right_edge(heading: str, columns: int) -> None:
    words, _ = CITED[heading]

    for class_ in ("", "8Q", "Maths set"):
        where = " · ".join(part for part in ("7 Oct", class_, "k3f9") if part)
        assert cell_len(where) <= 24
        assert the_rows(heading, class_, columns) == [words + where.rjust(columns - len(words))]


@pytest.mark.parametrize(("class_", "columns"), [("8Q", 59), ("8Q", 40), ("Maths sets", 80), ("漢字漢字漢字", 80)])
@pytest.mark.parametrize("heading", CITED)
def test_the_source_of_a_quotation_is_below_it_on_a_narrow_screen(heading: str, class_: str, columns: int) -> None:
    words, indent = CITED[heading]

    assert the_rows(heading, class_, columns) == [words, f"{indent}7 Oct · {class_} · k3f9"]


def test_a_writer_without_a_name_is_called_your_ect() -> None:
    shown = drawn(a_full_brief(writer=""))

    assert shown.startswith("Before we meet\n7 Oct to 11 Nov 2026\n")
    assert "\nIN YOUR ECT'S WORDS AND YOURS\n" in shown
    assert "\n  Your ECT  Ask one pair to predict  " in shown
    assert "\n  You  Find out who decides  " in shown


def test_the_writer_reads_the_same_page_as_the_writer() -> None:
    shown = drawn(a_full_brief(is_own=True))

    assert shown.startswith("Before we meet: Sam\n7 Oct to 11 Nov 2026\n")
    assert part(shown, "SINCE LAST TIME").startswith("Sam Ask one pair to predict 7 Oct · 8Q · k3f9 Notes from your")
    assert "\nIN SAM'S WORDS\n" in shown
    assert "\nASKED OF OTHERS\n" in shown
    assert "ASKED OF YOU" not in shown
    assert "\n  For the mentor: " in shown
    assert "For you: " not in shown


def test_a_writer_without_a_name_is_called_you_on_their_own_page() -> None:
    shown = drawn(a_full_brief(writer="", is_own=True))

    assert shown.startswith("Before we meet\n7 Oct to 11 Nov 2026\n")
    assert "\nIN YOUR WORDS\n" in shown
    assert part(shown, "SINCE LAST TIME").startswith("You Ask one pair to predict 7 Oct · 8Q · k3f9 Notes from your")


@each_width
@pytest.mark.parametrize(
    ("heading", "head"),
    [
        ("SINCE LAST TIME", {"next": "Number {}."}),
        ("ASKED OF YOU", {"ask": "Number {}."}),
        ("THEORIES AND VALUES IN MOTION", {"theory": "Number {}."}),
    ],
)
@pytest.mark.parametrize(
    ("more", "others"), [(0, ""), (1, "and 1 earlier one"), (3, "and 3 earlier ones"), (9, "and 9 earlier ones")]
)
def test_long_lists_show_the_latest_items_and_the_number_of_earlier_ones(
    heading: str, head: dict[str, Any], more: int, others: str, columns: int
) -> None:
    days = range(10, 10 + MOST + more)
    values: list[dict[str, Any]] = [
        {key: text.format(day) if isinstance(text, str) else text for key, text in head.items()} for day in days
    ]
    made = a_brief(*(an_entry(f"2026-11-{day}", **keys) for day, keys in zip(days, values, strict=True)))

    shown = part(drawn(made, columns), heading)

    assert re.findall(r"Number (\d+)\.", shown) == [str(day) for day in days[-MOST:]]
    assert shown.endswith(others)
    assert ("earlier" in shown) == bool(others)


@each_width
def test_the_latest_entries_to_talk_about_come_first_and_earlier_ones_are_a_number(columns: int) -> None:
    made = a_brief(*(an_entry(f"2026-11-{day}", title=f"Number {day}.", talk=True) for day in range(10, 12 + MOST)))

    shown = part(drawn(made, columns), "WOULD LIKE TO TALK ABOUT")

    assert re.findall(r"Number (\d+)\.", shown) == [str(day) for day in range(11 + MOST, 11, -1)]
    assert shown.endswith("and 2 earlier ones")


def test_a_list_shows_at_least_three_and_at_most_five_items() -> None:
    made = a_brief(*(an_entry(f"2026-11-{day}", next=f"Number {day}.") for day in range(10, 30)))

    shown = re.findall(r"Number (\d+)\.", part(drawn(made), "SINCE LAST TIME"))

    assert 3 <= len(shown) <= 5
    assert len(shown) == MOST


@each_width
def test_each_persons_steps_are_limited_separately(columns: int) -> None:
    mine = an_entry("2026-09-01", next="Mine 1.")
    theirs = [an_entry(f"2026-11-{day}", next=f"Number {day}.") for day in range(10, 12 + MOST_EACH)]

    shown = part(drawn(a_brief(*theirs, others=[mine]), columns), "SINCE LAST TIME")

    assert re.findall(r"(?:Sam|You) \w+ \d+\.", shown) == [
        "You Mine 1.", *(f"Sam Number {day}." for day in range(12, 12 + MOST_EACH))
    ]  # fmt: skip
    assert shown.endswith("and 2 earlier ones of Sam's")


@each_width
def test_each_persons_steps_end_with_the_number_of_earlier_ones(columns: int) -> None:
    theirs = [an_entry(f"2026-11-{10 + 2 * day}", next=f"Number {day}.") for day in range(MOST_EACH + 1)]
    mine = [an_entry(f"2026-11-{11 + 2 * day}", next=f"Mine {day}.") for day in range(MOST_EACH + 2)]

    shown = part(drawn(a_brief(*theirs, others=mine), columns), "SINCE LAST TIME")

    assert shown.endswith("and 1 earlier one of Sam's; and 2 earlier ones of yours")


@each_width
def test_a_suggestion_is_listed_with_the_steps_of_its_reader_and_names_its_writer(columns: int) -> None:
    sams = an_entry("2026-11-10", kind="meeting", suggested="Book a visit.")
    mine = an_entry("2026-11-11", kind="meeting", suggested="Wait longer.", letters="mmmm")

    shown = part(drawn(a_brief(sams, others=[mine]), columns), "SINCE LAST TIME")

    assert shown == (
        "You Book a visit. suggested by Sam · 10 Nov · k3f9 Sam Wait longer. suggested by you · 11 Nov · mmmm "
        "1 earlier meeting"
    )


def test_a_suggestion_that_was_taken_up_is_an_ordinary_step() -> None:
    mine = an_entry("2026-11-11", kind="meeting", suggested="Wait longer.", letters="mmmm")
    taken = an_entry("2026-11-12", kind="step", next="Wait longer.", follows=mine.id)

    shown = part(drawn(a_brief(taken, others=[mine])), "SINCE LAST TIME")

    assert shown == "Sam Wait longer. 12 Nov · k3f9"


def test_flagged_entries_are_things_to_talk_about_with_some_of_their_words() -> None:
    flagged = an_entry(
        "2026-10-07", Answer("They looked. I waited for them."), title="Thirty faces", class_="8Q", talk=True
    )

    shown = drawn(a_brief(flagged, an_entry("2026-11-20", title="Nineteen ticks")))

    assert part(shown, "WOULD LIKE TO TALK ABOUT") == "Thirty faces 7 Oct · 8Q · k3f9 “They looked. I waited for them.”"
    assert "MOST RECENT ENTRY" not in shown


def test_both_peoples_entries_to_talk_about_say_whose_they_are() -> None:
    sams, mine = (an_entry(f"2026-11-{day}", title=f"Of {day}", talk=True) for day in (20, 21))

    shown = part(drawn(a_brief(sams, others=[mine])), "WOULD LIKE TO TALK ABOUT")

    assert shown == "Of 21 You · 21 Nov · k3f9 Of 20 Sam · 20 Nov · k3f9"


def test_without_a_flag_the_latest_entry_apart_from_meetings_is_to_talk_about() -> None:
    entries = (an_entry("2026-10-07", title="Before"), an_entry("2026-11-20", title="Nineteen ticks"))

    shown = drawn(a_brief(*entries, an_entry("2026-11-21", title="Our meeting", kind="meeting")))

    assert part(shown, "MOST RECENT ENTRY") == "Nineteen ticks 20 Nov · k3f9"
    assert "WOULD LIKE TO TALK ABOUT" not in shown


def test_a_meeting_alone_is_nothing_to_talk_about() -> None:
    shown = drawn(a_brief(an_entry("2026-11-21", title="Our meeting", kind="meeting")))

    assert "MOST RECENT ENTRY" not in shown
    assert "WOULD LIKE TO TALK ABOUT" not in shown
    assert "Our meeting" not in shown
    assert "IN SAM'S WORDS" not in shown


def test_a_dimension_shows_plain_facts_quotations_and_their_sources() -> None:
    shown = part(drawn(a_full_brief(is_own=True)), "IN SAM'S WORDS")

    assert "Creativity 1 entry, Wed 7 Oct “I could feel the room waiting to be told.” 7 Oct · 8Q · k3f9" in shown


def test_a_dimension_has_both_peoples_words_and_facts_with_their_names() -> None:
    shown = part(drawn(a_full_brief()), "IN SAM'S WORDS AND YOURS")

    assert (
        "Critique Sam: 1 entry, Fri 16 Oct; You: 1 entry, Thu 12 Nov "
        "Sam “The tick told me that they had finished.” 16 Oct · 9B · k3f9 "
        "You “Where did I offer my own method?” 12 Nov · k3f9"
    ) in shown


def test_words_to_talk_about_are_not_repeated_under_their_dimension() -> None:
    shown = running(drawn(a_full_brief()))

    assert shown.count("I taught it as the scheme has it.") == 1
    assert "Authenticity Sam: 1 entry, Wed 11 Nov; quoted above Critique" in shown


def test_several_entries_are_shown_as_a_number_and_the_last_day() -> None:
    made = a_brief(*(an_entry(f"2026-11-{day}", about=[CREATIVITY]) for day in (10, 11)))

    assert "Creativity 2 entries, last on Wed 11 Nov" in running(drawn(made))


def test_quiet_dimensions_are_an_invitation_to_both_people() -> None:
    assert part(drawn(a_full_brief()), "NOT WRITTEN ABOUT LATELY") == (
        "Articulation and Expansion. What could make room for one of these, for either of you?"
    )


@each_width
@pytest.mark.parametrize(
    ("quiet", "words"),
    [
        (1, f"Articulation. {ARTICULATION.invitation}"),
        (2, "Creativity and Articulation. What could make room for one of these, for either of you?"),
        (3, "Creativity and Solidarity. What could make room for one of these, for either of you?"),
        (6, "Creativity and Solidarity. What could make room for one of these, for either of you?"),
    ],
)
def test_one_quiet_dimension_has_its_own_invitation_and_two_share_one(quiet: int, words: str, columns: int) -> None:
    others = [dimension for dimension in DIMENSIONS if dimension != ARTICULATION]
    entries = [an_entry(f"2026-11-{day}", about=others[quiet - 1 :]) for day in range(10, 14)]

    assert part(drawn(a_brief(*entries), columns), "NOT WRITTEN ABOUT LATELY") == words


def test_a_theory_follows_the_one_it_grew_from_and_appears_once() -> None:
    assert part(drawn(a_full_brief()), "THEORIES AND VALUES IN MOTION") == (
        "7 Oct When the counters stay out, then they exchange sooner "
        "11 Nov When one adult only listens, then we hear more"
    )


@pytest.mark.parametrize("number", [36, 72])
def test_a_brief_of_one_term_or_of_two_is_read_in_two_minutes(number: int) -> None:
    days = [date(2026, 9, 7) + timedelta(days=2 * place) for place in range(number)]
    entries = [
        an_entry(
            day.isoformat(),
            Answer("The tick told me that they had finished, and it did not tell me anything else.", dimension),
            title="Nineteen ticks on a sheet",
            talk=place % 12 == 0,
            next="Ask one pair to predict before the method is shown",
            ask="Could I watch someone teach the same lesson?" if place % 3 == 0 else "",
            theory=f"When number {place} stays out, then they exchange sooner" if place % 3 == 1 else "",
        )
        for place, day in enumerate(days)
        for dimension in [DIMENSIONS[place % 6]]
    ]

    assert len(drawn(a_brief(*entries)).splitlines()) <= LONGEST


@pytest.mark.parametrize(
    ("is_own", "words"),
    [
        (False, "Nothing has been shared for this time. That is fine; you could begin with a question."),
        (True, "Nothing is written yet, and that is fine. When a moment stays with you: mentorlog new"),
    ],
)
def test_an_empty_brief_has_one_kind_sentence_and_a_first_question_for_a_mentor(is_own: bool, words: str) -> None:
    shown, _, questions = drawn(a_brief(is_own=is_own), 100).partition("\nQUESTIONS, IF USEFUL\n")

    assert shown == (
        "Before we meet: Sam\nShared for this conversation. Not evidence for progress review or assessment.\n\n"
        f"{words}\n"
    )
    assert ("?" in questions) != is_own


@pytest.mark.parametrize(
    ("is_own", "words"),
    [
        (False, "Nothing has been shared for this time. That is fine; you could begin with a question."),
        (True, "Nothing was written in this time, and that is fine."),
    ],
)
def test_an_empty_period_shows_open_wishes_and_steps_and_one_kind_sentence(is_own: bool, words: str) -> None:
    before = an_entry(
        "2026-10-07",
        Answer("The tick told me no more.", CRITIQUE),
        talk=True,
        next="Ask one pair",
        ask="Could I watch someone?",
        theory="When the counters stay out",
    )
    mentors = [] if is_own else [an_entry("2026-10-14", role="mentor", next="Find out who decides")]

    shown = drawn(an_empty_brief(before, others=mentors, is_own=is_own), 100)

    notice = "For your eyes: what you have not shared may be here too." if is_own else "Shared for this conversation."
    assert running(shown.partition("QUESTIONS")[0]) == running(
        f"Before we meet: Sam {notice} Not evidence for progress review or assessment. {words} "
        f"ASKED OF {'OTHERS' if is_own else 'YOU'} Could I watch someone? 7 Oct · k3f9 SINCE LAST TIME "
        f"Sam Ask one pair 7 Oct · k3f9 {'' if is_own else 'You Find out who decides 14 Oct · k3f9'}"
    )
