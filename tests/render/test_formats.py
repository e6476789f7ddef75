"""JSON and tab-separated lines: exact shapes that other programs rely on."""

import io
import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from builders import a_brief, a_full_brief, a_question, an_entry, sources
from mentorlog.brief.brief import Brief, brief
from mentorlog.days import Period
from mentorlog.dimensions import AUTHENTICITY, CREATIVITY, CRITIQUE, DIMENSIONS
from mentorlog.entry.compose import Answer
from mentorlog.entry.problems import Problem
from mentorlog.finding.cards import card_of
from mentorlog.questions.bank import Bank
from mentorlog.render.brief_markdown import brief_markdown
from mentorlog.render.brief_parts import MOST
from mentorlog.render.brief_terminal import brief_page
from mentorlog.render.formats import as_json, brief_json, card_row, entry_json, list_json, tab_lines
from mentorlog.render.screen import Screen

ENTRY = an_entry(
    "2026-11-20",
    Answer("The tick told me. ==It told me no more.==", CRITIQUE),
    about=[CREATIVITY],
    title="Nineteen ticks",
    class_="9B",
    subject="Maths",
    share="mentor",
    next="Ask one pair",
    ask="Could I watch someone?",
    theory="When the counters stay out",
    private="Nobody's business.",
)
LATER = an_entry(
    "2026-11-21", Answer("I taught it.", AUTHENTICITY), letters="e5f6", theory="When one listens", follows=ENTRY.id
)
PROBLEM = Problem("2026/2026-10-02-poetry.md", 6, "the title is in curly quotes; TOML needs straight ones")
PROBLEM_JSON = {"path": PROBLEM.path, "line": 6, "text": PROBLEM.text}
BANK = Bank(
    (
        a_question("aut-m1", "What was there?", AUTHENTICITY, mode="ask"),
        a_question("sol-m1", "Who was there?", DIMENSIONS[1], mode="ask"),
        a_question("aut-m3", "Which of mine?", AUTHENTICITY, mode="self"),
    )
)


def the_brief() -> Brief:
    made = sources(ENTRY, LATER)
    return brief(replace(made, bank=BANK, period=Period(first=date(2026, 11, 1)), problems=[PROBLEM]))


def test_a_list_has_its_schema_its_entries_and_its_problems() -> None:
    assert list_json([card_of(ENTRY)], [PROBLEM]) == {
        "schema": "mentorlog/list",
        "version": 1,
        "entries": [
            {
                "id": "20261120-k3f9",
                "date": "2026-11-20",
                "title": "Nineteen ticks",
                "role": "ect",
                "kind": "reflection",
                "dimensions": ["creativity", "critique"],
                "class": "9B",
                "subject": "Maths",
                "share": "mentor",
                "path": "2026/2026-11-20-k3f9.md",
                "by": "",
            }
        ],
        "problems": [PROBLEM_JSON],
    }


def test_an_empty_list_still_has_every_key() -> None:
    assert list_json([], []) == {"schema": "mentorlog/list", "version": 1, "entries": [], "problems": []}


def test_a_new_entry_has_its_id_path_day_and_dimensions() -> None:
    assert entry_json(ENTRY, Path("journal") / "2026" / "x.md") == {
        "schema": "mentorlog/entry",
        "version": 1,
        "id": "20261120-k3f9",
        "path": str(Path("journal/2026/x.md")),
        "date": "2026-11-20",
        "dimensions": ["creativity", "critique"],
    }


def test_a_summary_has_each_part_with_its_sources() -> None:
    made = brief_json(the_brief())

    dimensions = made.pop("dimensions")
    assert made == {
        "schema": "mentorlog/summary",
        "version": 1,
        "since": "2026-11-01",
        "until": None,
        "since_last_time": [
            {
                "role": "ect", "text": "Ask one pair", "entry": "20261120-k3f9", "date": "2026-11-20", "by": "writer",
                "suggested": False,
            }
        ],
        "notes": [],
        "earlier_meetings": [],
        "talk_about": [
            {
                "entry": "20261121-e5f6", "date": "2026-11-21", "title": "e5f6", "class": "", "by": "writer",
                "words": ["I taught it."],
            }
        ],
        "quiet": [],
        "others_words": [],
        "without_dimension": [],
        "asked": [
            {"text": "Could I watch someone?", "entry": "20261120-k3f9", "date": "2026-11-20", "by": "writer"}
        ],
        "theories": [
            {
                "text": "When the counters stay out",
                "entry": "20261120-k3f9",
                "date": "2026-11-20",
                "follows": None,
                "by": "writer",
            },
            {
                "text": "When one listens", "entry": "20261121-e5f6", "date": "2026-11-21", "follows": "20261120-k3f9",
                "by": "writer",
            },
        ],
        "questions": [
            {"id": "aut-m1", "dimension": "authenticity", "mode": "ask", "text": "What was there?", "entry": LATER.id},
            {"id": "sol-m1", "dimension": "solidarity", "mode": "ask", "text": "Who was there?", "entry": None},
            {"id": "aut-m3", "dimension": "authenticity", "mode": "self", "text": "Which of mine?", "entry": None},
        ],
        "tension": {"dimension": "authenticity", "text": "What this place asks for, and what I think is right."},
        "problems": [PROBLEM_JSON],
    }  # fmt: skip
    assert [dimension["id"] for dimension in dimensions] == [dimension.id for dimension in DIMENSIONS]


def test_a_dimension_in_a_summary_has_its_facts_and_its_extracts() -> None:
    dimensions = brief_json(the_brief())["dimensions"]

    assert dimensions[3] == {"id": "articulation", "entries": 0, "last": None, "extracts": []}
    assert dimensions[4] == {
        "id": "critique",
        "entries": 1,
        "last": "2026-11-20",
        "extracts": [
            {
                "text": "It told me no more.", "entry": "20261120-k3f9", "date": "2026-11-20", "class": "9B",
                "about_earlier_day": False,
            },
        ],
    }  # fmt: skip


def test_a_summary_says_who_wrote_notes_words_to_talk_about_and_those_about_no_dimension() -> None:
    mentors = [
        an_entry("2026-11-12", Answer("I offered mine."), letters="m1m1", role="mentor", talk=True),
        an_entry("2026-11-11", Answer("We talked."), letters="m2m2", role="mentor", kind="meeting"),
        an_entry(
            "2026-11-13", Answer("What did I see?", CRITIQUE), letters="m3m3", role="mentor", theory="When I wait"
        ),
    ]

    made = brief_json(a_brief(an_entry("2026-11-10", Answer("The bell went.")), others=mentors))

    assert made["notes"] == [{"text": "We talked.", "entry": "20261111-m2m2", "date": "2026-11-11", "by": "other"}]
    assert [(topic["entry"], topic["by"], topic["words"]) for topic in made["talk_about"]] == [
        ("20261112-m1m1", "other", ["I offered mine."])
    ]
    assert [(theme["id"], theme["by"], theme["entries"], theme["last"]) for theme in made["without_dimension"]] == [
        (None, "writer", 1, "2026-11-10"),
        (None, "other", 1, "2026-11-12"),
    ]
    assert [(theme["id"], theme["extracts"][0]["text"]) for theme in made["others_words"]] == [
        ("critique", "What did I see?")
    ]
    assert made["theories"][0]["by"] == "other"


def test_a_summary_marks_words_about_a_day_before_its_time() -> None:
    made = replace(sources(ENTRY), period=Period(first=date(2026, 11, 21)), handed_over={ENTRY.id: date(2026, 11, 22)})

    (extract,) = brief_json(brief(made))["dimensions"][4]["extracts"]

    assert (extract["about_earlier_day"], extract["date"]) == (True, "2026-11-20")


def test_an_empty_summary_still_has_every_key() -> None:
    empty = brief_json(brief(replace(sources(), bank=Bank())))

    assert list(empty) == list(brief_json(the_brief()))
    assert len(empty["dimensions"]) == 6
    assert (empty["since"], empty["tension"], empty["questions"]) == (None, None, [])


@pytest.mark.parametrize("key", ["since_last_time", "talk_about", "asked", "theories"])
def test_a_summary_in_json_has_every_item_of_lists_that_a_page_shortens(key: str) -> None:
    days = range(10, 10 + MOST + 3)
    keys: dict[str, Any] = {"next": "Ask one pair", "ask": "A visit?", "theory": "When one listens", "talk": True}

    made = brief_json(a_brief(*(an_entry(f"2026-11-{day}", **keys) for day in days)))

    assert sorted(item["date"] for item in made[key]) == [f"2026-11-{day}" for day in days]


def test_json_escapes_active_characters_and_reads_back_the_same() -> None:
    values: dict[str, Any] = {"text": "\x1b[2J \x9b \u202e é \u2028"}

    text = as_json(values)

    assert re.fullmatch(r"[\n -~]*", text)
    assert json.loads(text) == values


def test_a_piped_entry_has_its_fields_in_order() -> None:
    assert card_row(card_of(ENTRY)) == (
        "20261120-k3f9",
        "2026-11-20",
        "Nineteen ticks",
        "creativity,critique",
        "9B",
        "mentor",
        "2026/2026-11-20-k3f9.md",
        "",
    )


def test_a_piped_row_is_one_line_with_a_fixed_number_of_fields() -> None:
    rows = [("a\tb", "one\ntwo", "\x1b[2J"), ("", "x", "")]

    assert list(tab_lines(rows)) == ["a b\tone two\t␛[2J", "\tx\t"]


def _at_a_terminal(made: Brief) -> str:
    screen = Screen(plain=True)
    screen.console.file = io.StringIO()
    brief_page(screen, made)
    return screen.console.file.getvalue()


@pytest.mark.parametrize("is_own", [True, False])
@pytest.mark.parametrize("drawn", [_at_a_terminal, brief_markdown, lambda made: as_json(brief_json(made))])
def test_no_format_contains_a_word_of_scoring(drawn: Any, is_own: bool) -> None:  # noqa: ANN401 -- three ways of drawing
    text = drawn(a_full_brief(is_own=is_own)).casefold()

    assert "the tick told me" in text
    assert re.findall(r"overdue|%|per ?cent|scor(?:e|ing)|streak|rank|out of \d|\blate\b|target|rating", text) == []
