"""A brief suggests questions about what was written, the least recently shown first, and presumes no lesson."""

from collections import Counter
from datetime import date, timedelta

import pytest

from builders import an_entry, the_shipped_bank
from mentorlog.brief.suggested_questions import Shown, Suggestion, suggested_questions
from mentorlog.dimensions import CREATIVITY, CRITIQUE, DIMENSIONS, SOLIDARITY
from mentorlog.entry.compose import Answer
from mentorlog.entry.entry import Entry

TICKS = an_entry("2026-11-24", Answer("Nineteen ticks.", CRITIQUE), class_="8Q")
TALK = an_entry("2026-11-20", Answer("She listened.", SOLIDARITY), letters="q7q7")
TODAY = date(2026, 11, 27)


def suggested(*recent: Entry, shown: Shown | None = None, seed: str = "sam") -> tuple[Suggestion, ...]:
    written = {dimension for entry in recent for dimension in entry.dimensions}
    quiet = [dimension for dimension in DIMENSIONS if dimension not in written]
    return suggested_questions(the_shipped_bank(), seed, recent, quiet, shown or Shown(), has_theory=False)


def test_two_are_about_entries_of_two_dimensions_and_one_is_for_the_mentor() -> None:
    first, second, own = suggested(TICKS, TALK)

    assert {first.question.dimension, second.question.dimension} == {CRITIQUE, SOLIDARITY}
    assert {first.entry, second.entry} == {TICKS, TALK}
    assert (own.question.mode, own.entry) == ("self", None)


def test_with_one_dimension_the_second_opens_a_quiet_one() -> None:
    first, second, _ = suggested(TICKS)

    assert (first.question.dimension, first.entry) == (CRITIQUE, TICKS)
    assert second.question.dimension != CRITIQUE
    assert (second.question.stage, second.entry) == ("opening", None)


@pytest.mark.parametrize("seed", [f"sam {day}" for day in range(40)])
def test_where_nothing_was_written_no_question_is_about_a_lesson(seed: str) -> None:
    for suggestion in suggested(seed=seed):
        assert suggestion.entry is None
        assert "lesson" not in suggestion.question.text.split("?")[0].replace("lessons", "").split(" that ")[0] or (
            "that lesson" not in suggestion.question.text
        )
        assert "that lesson" not in suggestion.question.text
        assert "that moment" not in suggestion.question.text


def test_a_question_that_was_shown_comes_after_all_that_were_not() -> None:
    met: Counter[str] = Counter()
    days: dict[str, date] = {}
    for week in range(12):
        for suggestion in suggested(TICKS, TALK, shown=Shown(dict(days)), seed=f"sam {week}"):
            met[suggestion.question.id] += 1
            days[suggestion.question.id] = TODAY + timedelta(days=7 * week)

    asked = [each.id for each in the_shipped_bank().for_meeting("ask") if each.dimension in (CRITIQUE, SOLIDARITY)]
    assert {name: met[name] > 0 for name in asked if not _needs(name)} == {
        name: True for name in asked if not _needs(name)
    }


def _needs(name: str) -> bool:
    question = the_shipped_bank().question(name)
    return question is not None and question.needs is not None


def test_a_dimension_without_questions_in_the_bank_is_left_out() -> None:
    entry = an_entry("2026-11-24", Answer("Beakers.", CREATIVITY))

    assert [item.question.dimension for item in suggested(entry)][:1] == [CREATIVITY]
