"""A reflection in a draft: every word of it is there when it is taken up, and the draft goes when it is saved."""

from datetime import date

import pytest

from builders import a_question
from drafting.desk import Desk
from mentorlog.conversation.reflection import ASK, MOMENT, NEXT, key_of
from mentorlog.dimensions import CREATIVITY, Dimension
from mentorlog.drafting.details import Details
from mentorlog.drafting.left_open import LeftOpen
from mentorlog.drafting.questions import questions_for
from mentorlog.drafting.reflection import (
    DraftedReflection,
    begin_reflection,
    resume_reflection,
    save_reflection,
)
from mentorlog.files.toml import Values
from mentorlog.questions.bank import Question

DAY = date(2026, 11, 23)


def details(*dimensions: Dimension, **flags: object) -> Details:
    return Details(DAY, dimensions, {"date": DAY, **flags})


def the_question(desk: Desk) -> Question:
    [question] = questions_for(desk.journal, details(CREATIVITY), tell=print)
    return question


def begun(desk: Desk, *answers: str, **flags: object) -> DraftedReflection:
    """A reflection on one question, kept after each of these answers."""
    reflection = begin_reflection(desk.journal, details(**flags), [the_question(desk)], desk.keeper())
    for answer in answers:
        reflection = reflection.with_walk(reflection.walk.answered(answer))
        reflection.keep(desk.journal)
    return reflection


def taken_up(desk: Desk, flags: Values | None = None, *, is_finished: bool = False) -> DraftedReflection:
    return resume_reflection(desk.drafts, desk.journal, LeftOpen(desk.draft(), is_finished), flags or {})


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_draft_goes_on_at_the_step_where_it_was_left(desk: Desk, number: int) -> None:
    left = begun(desk, *("No funnels", "I waited.\n\nThey did too.", "Ask one pair")[:number])

    again = taken_up(desk)

    assert again.walk.step == left.walk.step
    assert [again.walk.answer(step.key) for step in again.walk.steps] == [
        left.walk.answer(step.key) for step in left.walk.steps
    ]
    assert again.keeper.text == left.keeper.text


def test_a_finished_one_is_past_its_last_step(desk: Desk) -> None:
    begun(desk, "No funnels")

    assert taken_up(desk, is_finished=True).walk.step is None


def test_nothing_is_kept_before_a_word_is_there(desk: Desk) -> None:
    begun(desk).keep(desk.journal)

    assert desk.drafts.all() == []


def test_what_a_flag_says_is_not_asked(desk: Desk) -> None:
    reflection = begun(desk, title="No funnels", next="Ask one pair")

    assert [step.key for step in reflection.walk.steps] == [key_of(the_question(desk).id), ASK]


def test_a_flag_outranks_what_the_draft_holds_and_a_day_that_nobody_named_does_not(desk: Desk) -> None:
    begun(desk, "No funnels", **{"class": "8Q"})
    flags = Details(date(2026, 12, 1), (), {"date": date(2026, 12, 1), "subject": "Physics"}).flags

    again = taken_up(desk, flags)

    assert (again.values["date"], again.values["subject"]) == (DAY, "Physics")
    assert taken_up(desk, {"date": date(2026, 12, 1)}).values["date"] == date(2026, 12, 1)


def test_words_under_a_question_that_is_not_asked_come_along(desk: Desk) -> None:
    begun(desk, "No funnels")
    path = desk.draft().path
    path.write_text(path.read_text("utf-8").rstrip("\n") + "\n\n## Critique\n\nNineteen ticks.\n", "utf-8")

    again = taken_up(desk)

    assert [answer.text for answer in again.walk.earlier] == ["Nineteen ticks."]
    assert "Nineteen ticks." in again.texts().values()


def test_an_answer_that_an_editor_held_is_the_answer_to_the_step(desk: Desk) -> None:
    left = begun(desk, "No funnels")
    desk.drafts.answer_path(left.keeper.id).write_bytes(b"From the editor.\r\n")

    assert taken_up(desk).walk.answer(key_of(the_question(desk).id)) == "From the editor."


def test_other_wordings_take_the_places_of_the_first(desk: Desk) -> None:
    reflection = begun(desk, "Ali waited", theory="When Ali waits")

    reworded = reflection.with_texts({key: text.replace("Ali", "a pupil") for key, text in reflection.texts().items()})

    assert reworded.walk.answer(MOMENT) == "a pupil waited"
    assert reworded.values["theory"] == "When a pupil waits"


def test_saving_writes_the_entry_and_lets_the_draft_go(desk: Desk) -> None:
    entry = save_reflection(desk.journal, begun(desk, "No funnels", "I waited.", "Ask one pair", ""))

    assert entry is not None
    assert (entry.title, entry.head.next, entry.role) == ("No funnels", "Ask one pair", "ect")
    assert [(section.dimension, section.text) for section in entry.sections if section.text] == [
        (CREATIVITY, "I waited.")
    ]
    assert not any(key.startswith("draft_") for key in entry.matter.values)
    assert list(desk.drafts.folder.iterdir()) == []


def test_an_entry_of_flags_alone_is_called_after_the_first_of_them(desk: Desk) -> None:
    entry = save_reflection(desk.journal, begun(desk, "", "", "", theory="When I wait, they think"))

    assert entry is not None
    assert entry.head.title == "When I wait, they think"


def test_an_empty_one_is_not_saved(desk: Desk) -> None:
    assert save_reflection(desk.journal, begun(desk, "", "", "", "")) is None
    assert desk.contents.entries == ()


def test_a_fault_in_the_journals_own_questions_is_told_and_hides_no_other(desk: Desk) -> None:
    (desk.journal.root / "prompts").mkdir()
    (desk.journal.root / "prompts" / "own.toml").write_text("nonsense\n", "utf-8")
    faults: list[str] = []

    questions = questions_for(desk.journal, details(), 2, tell=faults.append)

    assert len(questions) == 2
    assert [fault.partition(",")[0] for fault in faults] == ["prompts/own.toml"]


def test_a_question_that_the_bank_has_no_more_is_not_asked_again(desk: Desk) -> None:
    gone = a_question("own-e1")
    reflection = begin_reflection(desk.journal, details(), [gone], desk.keeper())
    reflection.with_walk(reflection.walk.answered("No funnels")).keep(desk.journal)

    assert [step.key for step in taken_up(desk).walk.steps] == [MOMENT, NEXT, ASK]
