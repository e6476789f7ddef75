"""Choosing the next question from the headings that the journal already answers."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from builders import a_question, an_entry, the_shipped_bank
from mentorlog.dimensions import (
    ARTICULATION,
    AUTHENTICITY,
    CREATIVITY,
    CRITIQUE,
    DIMENSIONS,
    EXPANSION,
    SOLIDARITY,
    Dimension,
    Role,
)
from mentorlog.entry.compose import Answer
from mentorlog.entry.entry import Entry
from mentorlog.questions.bank import Bank, Question, Retired
from mentorlog.questions.choice import REST, asked, next_questions, pick

TODAY = date(2026, 11, 23)


def ask(
    entries: Sequence[Entry],
    *dimensions: Dimension,
    bank: Bank | None = None,
    role: Role = "ect",
    day: date = TODAY,
    number: int = 1,
    seed: str = "sam",
) -> tuple[Question, ...]:
    bank = bank or the_shipped_bank()
    past = asked(entries, bank, role)
    return next_questions(bank, past, role=role, seed=seed, day=day, number=number, dimensions=dimensions)


def answering(question: Question, day: date, role: Role = "ect", number: int = 0) -> Entry:
    answer = Answer("Words.", question.dimension, question.text)
    return an_entry(day.isoformat(), answer, letters=f"{number:04}", role=role)


def in_a_row(length: int, *dimensions: Dimension, role: Role = "ect", days: int = 2) -> list[Question]:
    """Return the questions of so many entries in a row, each answered."""
    entries: list[Entry] = []
    met: list[Question] = []
    for number in range(length):
        day = TODAY + timedelta(days=days * number)
        (question,) = ask(entries, *dimensions, role=role, day=day)
        met.append(question)
        entries.append(answering(question, day, role, number))
    return met


def test_a_new_journal_begins_with_creativity_and_an_opening_question() -> None:
    (question,) = ask([])

    assert (question.dimension, question.stage, question.audience) == (CREATIVITY, "opening", "ect")


def test_the_least_recent_dimension_comes_next() -> None:
    written = [CRITIQUE, CREATIVITY, EXPANSION, ARTICULATION, SOLIDARITY, AUTHENTICITY]
    entries = [
        an_entry(f"2026-11-0{day}", Answer("Words.", dimension)) for day, dimension in enumerate(written, start=1)
    ]

    asked_about = [question.dimension for question in ask(entries, number=6)]

    assert asked_about == written


def test_an_unused_dimension_comes_before_any_other() -> None:
    entries = [
        an_entry(f"2026-11-0{day}", about=[dimension])
        for day, dimension in enumerate(DIMENSIONS, 1)
        if dimension != CRITIQUE
    ]

    assert ask(entries)[0].dimension == CRITIQUE


@pytest.mark.parametrize("days", [0, 1, 2], ids=["all on one day", "every day", "every other day"])
def test_forty_entries_in_a_row_never_bring_a_question_again_within_six(days: int) -> None:
    met = [question.id for question in in_a_row(40, days=days)]

    again = [name for place, name in enumerate(met) if name in met[max(0, place - REST) : place]]

    assert again == []


def test_forty_entries_in_a_row_cover_the_six_dimensions_evenly() -> None:
    counts = Counter(question.dimension for question in in_a_row(40))

    assert set(counts) == set(DIMENSIONS)
    assert max(counts.values()) - min(counts.values()) <= 1


def test_a_term_of_entries_three_times_a_week_never_repeats_a_question() -> None:
    met = [question.id for question in in_a_row(42)]

    assert max(Counter(met).values()) == 1


def test_one_dimension_uses_all_its_questions_before_repeating_any() -> None:
    met = [question.id for question in in_a_row(9, CRITIQUE)]

    assert len(set(met)) == 9


def test_a_question_from_the_last_six_entries_is_avoided_if_there_is_another() -> None:
    bank = Bank((a_question("a"), a_question("b", "What was new in this lesson?")))
    entries = [answering(bank.questions[0], TODAY)]

    assert {ask(entries, CREATIVITY, bank=bank, seed=str(seed))[0].id for seed in range(20)} == {"b"}


def test_without_a_fresh_question_the_oldest_one_comes_again() -> None:
    bank = Bank((a_question("a"), a_question("b", "What was new in this lesson?")))
    entries = [answering(question, TODAY + timedelta(days=day)) for day, question in enumerate(bank.questions)]

    assert ask(entries, CREATIVITY, bank=bank)[0].id == "a"


def test_an_earlier_wording_counts_as_asked() -> None:
    reworded = Question(
        "a", CREATIVITY, "innovation", "opening", "ect", None, "What was new?", formerly=("What was odd?",)
    )
    bank = Bank((reworded, a_question("b")))
    entries = [an_entry("2026-11-20", Answer("Words.", CREATIVITY, "What was odd?"))]

    assert {ask(entries, CREATIVITY, bank=bank, seed=str(seed))[0].id for seed in range(20)} == {"b"}


def test_a_retired_wording_counts_as_asked() -> None:
    bank = Bank((a_question("a"),), retired=(Retired("z", CREATIVITY, "What was odd?"),))
    entries = [an_entry("2026-11-20", Answer("Words.", CREATIVITY, "What was odd?"))]

    past = asked(entries, bank, "ect")

    assert past.questions == {"z": 1}
    assert past.dimensions == {CREATIVITY: 1}


def test_the_same_journal_on_the_same_day_gives_the_same_question() -> None:
    entries = [an_entry("2026-11-20", Answer("Words.", CREATIVITY))]

    assert ask(entries, number=6) == ask(list(reversed(entries)), number=6)


def test_other_journals_and_other_days_give_other_questions() -> None:
    journals = {ask([], seed=str(seed))[0].id for seed in range(30)}
    days = {ask([], day=TODAY + timedelta(days=day))[0].id for day in range(30)}

    assert len(journals) > 1
    assert len(days) > 1


def test_a_mentor_is_asked_only_about_their_own_practice() -> None:
    met = in_a_row(30, role="mentor")

    assert {question.mode for question in met} == {"self"}
    assert {question.dimension for question in met} == set(DIMENSIONS)


def test_entries_of_the_other_person_do_not_count() -> None:
    theirs = [an_entry("2026-11-20", Answer("Words.", CREATIVITY), role="mentor")]

    assert ask(theirs)[0].dimension == CREATIVITY


def test_each_named_dimension_gets_a_question() -> None:
    questions = ask([], EXPANSION, CRITIQUE)

    assert [question.dimension for question in questions] == [EXPANSION, CRITIQUE]


def test_twelve_questions_are_two_of_each_dimension_and_none_twice() -> None:
    questions = ask([], number=12)

    assert [question.dimension for question in questions] == [*DIMENSIONS, *DIMENSIONS]
    assert len(set(questions)) == 12


def test_a_small_bank_gives_all_its_questions() -> None:
    bank = Bank((a_question("a"),))

    assert [question.id for question in ask([], bank=bank, number=3)] == ["a"]
    assert ask([], bank=Bank()) == ()


def test_a_pick_depends_only_on_the_seed_and_an_empty_list_gives_none() -> None:
    questions = the_shipped_bank().questions

    assert pick(questions, "sam") == pick(list(reversed(questions)), "sam")
    assert pick([], "sam") is None
