"""Which question comes next, from what a writer was asked so far."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

import pytest

from builders import a_question, an_entry, the_shipped_bank
from mentorlog.dimensions import CREATIVITY, CRITIQUE, DIMENSIONS, EXPANSION, STAGES, Dimension, Role
from mentorlog.entry.compose import Answer
from mentorlog.entry.entry import Entry
from mentorlog.questions.bank import Bank, Question, Retired
from mentorlog.questions.choice import Asked, asked_so_far, next_questions, pick
from questions.habits import FIRST, Visit, every_other_day, habits, life, timetable

TODAY = date(2026, 11, 23)
ROLES: tuple[Role, ...] = ("ect", "mentor")


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
    past = asked_so_far(entries, bank, role)
    return next_questions(bank, past, role=role, seed=seed, day=day, number=number, dimensions=dimensions)


def longest_wait(visits: Sequence[Visit]) -> int:
    """Return the largest number of guided entries in a row, one included, until a dimension is asked about."""
    about = [visit.question.dimension for visit in visits]
    places = [[-1, *(place for place, one in enumerate(about) if one == each), len(about)] for each in DIMENSIONS]
    return max(later - place for row in places for place, later in pairwise(row))


def assert_rules(visits: Sequence[Visit], bank: Bank, role: Role) -> None:
    """Assert that every question rests, and that stages lead on."""
    for dimension in DIMENSIONS:
        of_it = [visit for visit in visits if visit.question.dimension == dimension]
        answered: list[str] = []
        times: Counter[str] = Counter()
        passes = 0
        for visit in of_it:
            question = visit.question
            alike = [
                each.id
                for each in bank.for_writing(role)
                if each.dimension == dimension and each.stage == question.stage
            ]
            assert times[question.id] == min(times[each] for each in alike), "no repeat while one is left"
            times[question.id] += 1
            wanted = (STAGES.index(answered[-1]) + 1) % 3 if answered else 0
            if passes < sum(
                each.dimension == dimension and each.stage == STAGES[wanted] for each in bank.for_writing(role)
            ):
                assert question.stage == STAGES[wanted], "the stage after the last one answered"
            answered += [question.stage] if visit.is_answered else []
            passes = 0 if visit.is_answered else passes + 1


@pytest.mark.parametrize("role", ROLES)
def test_whatever_the_habit_every_dimension_is_asked_within_twelve_guided_entries(role: Role) -> None:
    for habit in habits(3):
        visits = life(every_other_day(40 * len(habit)), habit, role)
        assert longest_wait(visits[:60]) <= 12, habit
        assert_rules(visits[:60], the_shipped_bank(), role)


@pytest.mark.slow
@pytest.mark.parametrize("role", ROLES)
def test_that_holds_for_every_habit_up_to_six_long(role: Role) -> None:
    for habit in habits(6):
        visits = life(every_other_day(40 * len(habit)), habit, role)[:40]
        assert longest_wait(visits) <= 12, habit
        assert_rules(visits, the_shipped_bank(), role)


@pytest.mark.parametrize("slots", [(0,), (0, 2), (0, 2, 3), (0, 1, 2, 3, 4)], ids=len)
@pytest.mark.parametrize("fortnight", [1, 2], ids=["every week", "every other week"])
@pytest.mark.parametrize("seed", ["sam", "priya", "jo"])
def test_over_a_year_no_weekday_sees_one_dimension_more_than_two_times_in_five(
    slots: tuple[int, ...], fortnight: int, seed: str
) -> None:
    weeks = [*slots, *(slot + 7 for slot in slots)] if fortnight == 2 else slots
    visits = life(timetable(weeks, weeks=78, fortnight=fortnight), seed=seed)

    for slot in weeks:
        about = [v.question.dimension for v in visits if (v.day - FIRST).days % (7 * fortnight) == slot]
        assert max(Counter(about).values()) <= 0.4 * len(about)


def test_a_full_round_of_a_stage_is_followed_by_another_order() -> None:
    questions = [a_question(name, f"What was there in lesson {name}?") for name in "abcd"]
    visits = life(every_other_day(40), bank=Bank(tuple(questions)))

    rounds = [tuple(visit.question.id for visit in visits[start : start + 4]) for start in range(0, 40, 4)]

    assert all(sorted(one) == ["a", "b", "c", "d"] for one in rounds)
    assert all(one != other for one, other in pairwise(rounds))
    assert all(one[-1] != other[0] for one, other in pairwise(rounds))


def test_what_was_not_asked_does_not_count() -> None:
    others = [
        an_entry("2026-11-20", Answer("A quick line.", CRITIQUE)),
        an_entry("2026-11-21", Answer("Notes."), kind="meeting"),
        an_entry("2026-11-22", Answer("Why?"), kind="reply"),
        an_entry("2026-11-22", about=[EXPANSION]),
    ]

    assert asked_so_far(others, the_shipped_bank(), "ect") == ()


def test_a_skipped_question_is_known_from_its_entry_and_rests() -> None:
    [question] = ask([])
    skipped = an_entry(TODAY.isoformat(), title="Bell", asked=[question.id])

    assert asked_so_far([skipped], the_shipped_bank(), "ect") == (Asked(TODAY, question.id, is_answered=False),)
    assert ask([skipped])[0].id != question.id


def test_a_question_that_left_no_entry_counts_too_but_only_once() -> None:
    [question] = ask([])
    entry = an_entry(TODAY.isoformat(), Answer("Words.", question.dimension, question.text))
    elsewhere = [Asked(TODAY, question.id, is_answered=False), Asked(TODAY, "cri-e1", is_answered=False)]

    past = asked_so_far([entry], the_shipped_bank(), "ect", elsewhere)

    assert past == (Asked(TODAY, question.id), Asked(TODAY, "cri-e1", is_answered=False))


def test_a_new_journal_begins_with_creativity_and_meets_the_other_five_next() -> None:
    visits = life(every_other_day(6))

    assert (visits[0].question.dimension, visits[0].question.stage) == (CREATIVITY, "opening")
    assert {visit.question.dimension for visit in visits} == set(DIMENSIONS)


def test_three_questions_about_one_dimension_lead_from_opening_to_forward() -> None:
    assert [question.stage for question in ask([], CRITIQUE, number=3)] == list(STAGES)


def test_three_questions_without_a_dimension_stay_with_one_moment() -> None:
    questions = ask([], number=3)

    assert len({question.dimension for question in questions}) == 1
    assert [question.stage for question in questions] == list(STAGES)


def test_each_named_dimension_gets_a_question() -> None:
    questions = ask([], EXPANSION, CRITIQUE)

    assert [question.dimension for question in questions] == [EXPANSION, CRITIQUE]


def test_twelve_questions_are_three_of_each_of_four_dimensions_and_none_twice() -> None:
    questions = ask([], number=12)

    assert len(set(questions)) == 12
    assert sorted(Counter(question.dimension.id for question in questions).values()) == [3, 3, 3, 3]


def test_a_term_of_entries_three_times_a_week_never_repeats_a_question() -> None:
    met = [visit.question.id for visit in life(timetable((0, 2, 3), weeks=14))]

    assert max(Counter(met).values()) == 1


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

    past = asked_so_far(entries, bank, "ect")

    assert past == (Asked(date(2026, 11, 20), "z"),)
    assert bank.dimension_of("z") == CREATIVITY


def test_the_same_journal_on_the_same_day_gives_the_same_question() -> None:
    entries = [an_entry("2026-11-20", Answer("Words.", CREATIVITY)), an_entry("2026-11-21", asked=["cri-e1"])]

    assert ask(entries, number=6) == ask(list(reversed(entries)), number=6)


def test_other_journals_and_other_days_give_other_questions() -> None:
    journals = {ask([], seed=str(seed))[0].id for seed in range(30)}
    days = {ask([], day=TODAY + timedelta(days=day))[0].id for day in range(30)}

    assert len(journals) > 1
    assert len(days) > 1


def test_a_mentor_is_asked_only_about_their_own_practice() -> None:
    visits = life(every_other_day(30), role="mentor")

    assert {visit.question.mode for visit in visits} == {"self"}
    assert {visit.question.dimension for visit in visits} == set(DIMENSIONS)


def test_entries_of_the_other_person_do_not_count() -> None:
    theirs = [an_entry("2026-11-20", Answer("Words.", CREATIVITY), role="mentor")]

    assert ask(theirs)[0].dimension == CREATIVITY


def test_a_small_bank_gives_all_its_questions() -> None:
    bank = Bank((a_question("a"),))

    assert [question.id for question in ask([], bank=bank, number=3)] == ["a"]
    assert ask([], bank=Bank()) == ()


def test_a_pick_depends_only_on_the_seed_and_an_empty_list_gives_none() -> None:
    questions = the_shipped_bank().questions

    assert pick(questions, "sam") == pick(list(reversed(questions)), "sam")
    assert pick([], "sam") is None


def test_somebody_who_skips_everything_meets_every_question() -> None:
    visits = life(every_other_day(300), ("skips",))

    assert {visit.question for visit in visits} == set(the_shipped_bank().for_writing("ect"))
