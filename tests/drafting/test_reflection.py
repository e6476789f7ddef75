"""A reflection in a draft: resuming restores every word, and saving deletes the draft."""

from dataclasses import replace
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
from mentorlog.errors import NotFoundError
from mentorlog.files.toml import Values
from mentorlog.questions.bank import Question

DAY = date(2026, 11, 23)


def details(*dimensions: Dimension, **flags: object) -> Details:
    return Details(DAY, dimensions, {"date": DAY, **flags})


def the_question(desk: Desk) -> Question:
    [question] = questions_for(desk.journal, details(CREATIVITY), tell=print)
    return question


def begun(desk: Desk, *answers: str, **flags: object) -> DraftedReflection:
    """Begin a reflection on one question and save its draft after each answer."""
    reflection = begin_reflection(desk.journal, details(**flags), [the_question(desk)], desk.keeper())
    for answer in answers:
        reflection = reflection.with_walk(reflection.walk.answered(answer))
        reflection.keep(desk.journal)
    return reflection


def resumed(desk: Desk, flags: Values | None = None, *, is_finished: bool = False) -> DraftedReflection:
    return resume_reflection(desk.drafts, desk.journal, LeftOpen(desk.draft(), is_finished), flags or {})


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_draft_resumes_at_the_step_where_it_was_left(desk: Desk, number: int) -> None:
    left = begun(desk, *("No funnels", "I waited.\n\nThey did too.", "Ask one pair")[:number])

    again = resumed(desk)

    assert again.walk.step == left.walk.step
    assert [again.walk.answer(step.key) for step in again.walk.steps] == [
        left.walk.answer(step.key) for step in left.walk.steps
    ]
    assert again.keeper.text == left.keeper.text


def test_a_finished_reflection_has_no_next_step(desk: Desk) -> None:
    begun(desk, "No funnels")

    assert resumed(desk, is_finished=True).walk.step is None


def test_no_draft_is_saved_before_the_first_word(desk: Desk) -> None:
    begun(desk).keep(desk.journal)

    assert desk.drafts.all() == []


def test_a_prompt_that_a_flag_answers_is_left_out(desk: Desk) -> None:
    reflection = begun(desk, title="No funnels", next="Ask one pair")

    assert [step.key for step in reflection.walk.steps] == [key_of(the_question(desk).id), ASK]


def test_a_flag_outranks_the_draft_but_the_default_day_does_not(desk: Desk) -> None:
    begun(desk, "No funnels", **{"class": "8Q"})
    flags = Details(date(2026, 12, 1), (), {"date": date(2026, 12, 1), "subject": "Physics"}).flags

    again = resumed(desk, flags)

    assert (again.values["date"], again.values["subject"]) == (DAY, "Physics")
    assert resumed(desk, {"date": date(2026, 12, 1)}).values["date"] == date(2026, 12, 1)


def test_words_under_another_question_are_kept(desk: Desk) -> None:
    begun(desk, "No funnels")
    path = desk.draft().path
    path.write_text(path.read_text("utf-8").rstrip("\n") + "\n\n## Critique\n\nNineteen ticks.\n", "utf-8")

    again = resumed(desk)

    assert [answer.text for answer in again.walk.earlier] == ["Nineteen ticks."]
    assert "Nineteen ticks." in again.texts().values()


def test_an_answer_left_in_an_editor_answers_its_step(desk: Desk) -> None:
    left = begun(desk, "No funnels")
    desk.drafts.answer_path(left.keeper.id).write_bytes(b"From the editor.\r\n")

    [question] = [step.question for step in left.walk.steps if step.question]
    assert resumed(desk).walk.answer(key_of(question.id)) == "From the editor."


def test_reworded_answers_replace_the_first_ones(desk: Desk) -> None:
    reflection = begun(desk, "Ali waited", theory="When Ali waits")

    reworded = reflection.with_texts({key: text.replace("Ali", "a pupil") for key, text in reflection.texts().items()})

    assert reworded.walk.answer(MOMENT) == "a pupil waited"
    assert reworded.values["theory"] == "When a pupil waits"


def test_saving_writes_the_entry_and_deletes_the_draft(desk: Desk) -> None:
    entry = save_reflection(desk.journal, begun(desk, "No funnels", "I waited.", "Ask one pair", ""))

    assert entry is not None
    assert (entry.title, entry.head.next, entry.role) == ("No funnels", "Ask one pair", "ect")
    assert [(section.dimension, section.text) for section in entry.sections if section.text] == [
        (CREATIVITY, "I waited.")
    ]
    assert not any(key.startswith("draft_") for key in entry.matter.values)
    assert list(desk.drafts.folder.iterdir()) == []


def test_an_entry_made_of_flags_takes_its_title_from_the_first(desk: Desk) -> None:
    entry = save_reflection(desk.journal, begun(desk, "", "", "", theory="When I wait, they think"))

    assert entry is not None
    assert entry.head.title == "When I wait, they think"


def test_an_empty_reflection_is_not_saved(desk: Desk) -> None:
    assert save_reflection(desk.journal, begun(desk, "", "", "", "")) is None
    assert desk.contents.entries == ()


def test_a_fault_in_the_journals_own_questions_is_reported_and_hides_no_other(desk: Desk) -> None:
    (desk.journal.root / "prompts").mkdir()
    (desk.journal.root / "prompts" / "own.toml").write_text("nonsense\n", "utf-8")
    faults: list[str] = []

    questions = questions_for(desk.journal, details(), 2, tell=faults.append)

    assert len(questions) == 2
    assert [fault.partition(",")[0] for fault in faults] == ["prompts/own.toml"]


def test_a_question_that_left_the_bank_is_not_asked_again(desk: Desk) -> None:
    gone = a_question("own-e1")
    reflection = begin_reflection(desk.journal, details(), [gone], desk.keeper())
    reflection.with_walk(reflection.walk.answered("No funnels")).keep(desk.journal)

    assert [step.key for step in resumed(desk).walk.steps] == [MOMENT, NEXT, ASK]


def test_a_question_that_was_skipped_or_left_in_a_draft_does_not_come_straight_back(desk: Desk) -> None:
    first = the_question(desk)
    left = begin_reflection(desk.journal, details(), [first], desk.keeper())
    left.with_walk(left.walk.answered("No funnels")).keep(desk.journal)

    second = the_question(desk)

    assert second.id != first.id


def test_questions_that_left_no_entry_are_remembered_without_a_word(desk: Desk) -> None:
    first = the_question(desk)
    nothing = begin_reflection(desk.journal, details(), [first], desk.keeper())

    saved = save_reflection(desk.journal, nothing)
    [memory] = (desk.journal.state / "asked").iterdir()

    assert saved is None
    assert the_question(desk).id != first.id
    assert first.text not in memory.read_text("utf-8")
    assert memory.stat().st_mode & 0o777 == 0o600


def test_another_question_is_found_as_often_as_wanted_and_rests_in_the_entry(desk: Desk) -> None:
    reflection = begin_reflection(desk.journal, details(), [the_question(desk)], desk.keeper())
    reflection = reflection.with_walk(reflection.walk.answered("No funnels"))

    for _ in range(3):
        walk = reflection.another()
        assert walk is not None
        reflection = reflection.with_walk(walk)
    saved = save_reflection(desk.journal, reflection)

    assert saved is not None
    assert len(set(saved.head.asked)) == 4


def test_a_question_can_be_named(desk: Desk) -> None:
    named = replace(details(), question="cri-e1")

    assert [question.id for question in questions_for(desk.journal, named, tell=print)] == ["cri-e1"]
    with pytest.raises(NotFoundError, match="there is no question 'cri-x1'"):
        questions_for(desk.journal, replace(named, question="cri-x1"), tell=print)
