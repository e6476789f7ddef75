"""The guided conversation: the order of its prompts, and every word kept."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import a_question
from examples import examples
from mentorlog.conversation.reflection import ASK, MOMENT, NEXT, THEORY, Session, key_of, session_about
from mentorlog.dimensions import CREATIVITY, CRITIQUE, EXPANSION
from mentorlog.entry.compose import Answer
from mentorlog.questions.bank import read_questions
from mentorlog.text import trimmed

FIRST = a_question("cre-e1", "What did this lesson hand you?", CREATIVITY)
SECOND = a_question("cri-e1", "What did you see in the pupils' work?", CRITIQUE)
THIRD = a_question("exp-e1", "What changed your mind?", EXPANSION)
FIRST_KEY = key_of("cre-e1")


def talk(session: Session, *replies: str) -> Session:
    for reply in replies:
        session = session.answered(reply)
    return session


def prompts(session: Session) -> list[str]:
    return [step.prompt for step in session.steps]


def test_a_reflection_asks_for_a_moment_an_answer_a_next_step_and_a_wish() -> None:
    assert prompts(session_about((FIRST,), "ect")) == [
        "Which moment do you want to stay with?",
        "What did this lesson hand you?",
        "One thing you would like to try next?",
        "Anything you would like from your mentor or the school?",
    ]


def test_a_mentor_is_asked_what_they_would_like_from_their_ect() -> None:
    assert prompts(session_about((), "mentor"))[-1] == "Anything you would like from your ECT or the school?"


def test_a_prompt_that_a_flag_answers_is_left_out() -> None:
    session = session_about((FIRST,), "ect", given={MOMENT, ASK})

    assert [step.key for step in session.steps] == [FIRST_KEY, NEXT]


@pytest.mark.parametrize("name", ["cre-e1", MOMENT, NEXT, ASK, "question"])
def test_the_key_of_a_question_never_collides_with_a_standard_prompt(name: str) -> None:
    assert key_of(name) == f"question {name}"
    assert [step.key for step in session_about((a_question(name),), "ect").steps] == [MOMENT, key_of(name), NEXT, ASK]


def test_only_the_banks_questions_take_several_lines() -> None:
    assert [step.is_long for step in session_about((FIRST,), "ect").steps] == [False, True, False, False]


def test_one_answer_makes_a_complete_entry() -> None:
    session = talk(session_about((FIRST,), "ect"), "", "The funnels had gone.", "", "")

    assert session.step is None
    assert session.values() == {"title": "The funnels had gone."}
    assert session.body() == [Answer("The funnels had gone.", CREATIVITY, FIRST.text)]


def test_every_answer_has_its_place_in_the_entry() -> None:
    session = talk(
        session_about((FIRST, SECOND), "ect"), "no funnels", "Beakers.", "Clean salt.", "Ask one pair", "A visit"
    )

    assert session.values() == {"title": "no funnels", "next": "Ask one pair", "ask": "A visit"}
    assert session.body() == [
        Answer("Beakers.", CREATIVITY, FIRST.text),
        Answer("Clean salt.", CRITIQUE, SECOND.text),
    ]


@pytest.mark.parametrize("blank", ["", " ", "\n\t\n"])
def test_skipping_everything_leaves_nothing_to_save(blank: str) -> None:
    session = talk(session_about((FIRST,), "ect"), blank, blank, blank, blank)

    assert session.is_empty
    assert session.values() == {"asked": [FIRST.id]}
    assert session.body() == []


def test_a_wish_alone_gives_the_entry_its_title() -> None:
    session = talk(session_about((FIRST,), "ect"), "", "", "", "Could I watch someone?")

    assert session.values() == {
        "title": "Could I watch someone?",
        "ask": "Could I watch someone?",
        "asked": [FIRST.id],
    }


def test_going_back_shows_the_earlier_answer_and_keeps_the_others() -> None:
    session = talk(session_about((FIRST,), "ect"), "no funnels", "Beakers.").back().back()

    assert session.step is not None
    assert (session.step.key, session.answer(MOMENT), session.answer(FIRST_KEY)) == (MOMENT, "no funnels", "Beakers.")


def test_going_back_from_the_first_step_stays_there() -> None:
    session = session_about((FIRST,), "ect").back()

    assert session.at == 0


def test_half_typed_words_count_already() -> None:
    session = talk(session_about((FIRST,), "ect"), "no funnels").typed("I would say that the seq")

    assert session.step == session.steps[1]
    assert session.body() == [Answer("I would say that the seq", CREATIVITY, FIRST.text)]


@pytest.mark.parametrize(
    ("at", "step"),
    [
        (MOMENT, MOMENT),
        (FIRST_KEY, FIRST_KEY),
        (ASK, ASK),
        (key_of("gone-e9"), MOMENT),
        (key_of(ASK), MOMENT),
        ("cre-e1", MOMENT),
        ("", None),
    ],
)
def test_a_resumed_conversation_continues_at_its_step(at: str, step: str | None) -> None:
    session = session_about((FIRST,), "ect", answers={MOMENT: "no funnels"}, at=at)

    assert (session.step.key if session.step else None) == step
    assert session.answer(MOMENT) == "no funnels"


def test_other_text_in_a_draft_is_kept_with_loose_text_first() -> None:
    earlier = (Answer("By hand.", CRITIQUE), Answer("Loose."))

    session = talk(session_about((FIRST,), "ect", earlier=earlier), "no funnels", "Beakers.", "", "")

    assert session.body() == [
        Answer("Loose."),
        Answer("By hand.", CRITIQUE),
        Answer("Beakers.", CREATIVITY, FIRST.text),
    ]
    assert not session_about((FIRST,), "ect", earlier=earlier).is_empty


@pytest.mark.parametrize("moment", ["word " * 60, "first line\nsecond line", "two  spaces"])
def test_a_moment_that_does_not_fit_a_title_goes_into_the_body_whole(moment: str) -> None:
    session = talk(session_about((), "ect"), moment)

    assert len(str(session.values()["title"])) <= 120
    assert "\n" not in str(session.values()["title"])
    assert session.body() == [Answer(trimmed(moment))]


def test_a_next_step_on_several_lines_is_joined_into_one() -> None:
    session = talk(session_about((), "ect"), "", "Ask one pair\n  to predict", "")

    assert session.values()["next"] == "Ask one pair to predict"


OWN_QUESTION = """
dimension = "creativity"

[[questions]]
id = "{name}"
strand = "innovation"
stage = "opening"
audience = "ect"
text = "What did this lesson hand you?"
"""


@pytest.mark.parametrize("name", ["own-1", MOMENT, NEXT, ASK])
def test_no_answer_replaces_another_whatever_the_id_of_your_own_question(name: str) -> None:
    bank = read_questions("own.toml", OWN_QUESTION.format(name=name))
    session = session_about(bank.for_writing("ect"), "ect")

    replies = [f"To: {prompt}" for prompt in prompts(session)]
    session = talk(session, *replies)

    saved = [*session.values().values(), *(answer.text for answer in session.body())]
    assert sorted(saved) == sorted(replies)


_WORDS = st.text(st.sampled_from("ab \n.#="), max_size=200)


@examples(150)
@given(answers=st.fixed_dictionaries(dict.fromkeys((MOMENT, FIRST_KEY, NEXT, ASK), _WORDS)))
def test_every_typed_word_is_in_the_saved_entry(answers: Mapping[str, str]) -> None:
    session = session_about((FIRST,), "ect", answers=answers, at="")

    saved = [*map(str, session.values().values()), *(answer.text for answer in session.body())]

    for text in answers.values():
        assert any(text.split() == kept.split() for kept in saved) or not text.split()


def test_another_question_takes_the_place_of_the_present_one_and_of_its_words() -> None:
    session = talk(session_about((FIRST,), "ect"), "no funnels").typed("The beakers")

    changed = session.with_another(SECOND)

    assert changed.step is not None
    assert (changed.step.question, changed.answer(changed.step.key)) == (SECOND, "The beakers")
    assert changed.not_answered == [FIRST.id]
    assert changed.with_another(FIRST).not_answered == [FIRST.id, SECOND.id]


def test_a_theory_is_offered_after_a_question_about_expansion_and_no_other() -> None:
    assert [step.key for step in session_about((THIRD, FIRST), "ect").steps] == [
        MOMENT,
        key_of("exp-e1"),
        FIRST_KEY,
        THEORY,
        NEXT,
        ASK,
    ]
    assert THEORY not in [step.key for step in session_about((FIRST, SECOND), "mentor").steps]


def test_a_theory_in_a_flag_is_not_asked_for_again_nor_after_another_question() -> None:
    session = session_about((FIRST,), "ect", given={THEORY})

    for walk in (session_about((THIRD,), "ect", given={THEORY}), session.answered("no funnels").with_another(THIRD)):
        assert THEORY not in [step.key for step in walk.steps]


def test_another_question_brings_the_offer_of_a_theory_or_takes_it_away_again() -> None:
    at_question = session_about((FIRST,), "ect").answered("no funnels")

    assert [step.key for step in at_question.with_another(THIRD).steps][2:] == [THEORY, NEXT, ASK]
    assert [step.key for step in at_question.with_another(THIRD).with_another(FIRST).steps][2:] == [NEXT, ASK]


def test_a_theory_goes_into_the_front_matter_and_stays_if_its_question_is_passed_over_afterwards() -> None:
    session = talk(session_about((THIRD,), "ect"), "no funnels", "Waiting.", "When I wait, more answer")

    assert session.values()["theory"] == "When I wait, more answer"
    assert session.back().back().with_another(FIRST).values()["theory"] == "When I wait, more answer"


def test_a_theory_alone_names_its_entry() -> None:
    session = talk(session_about((THIRD,), "ect"), "", "", "When I wait, more answer", "", "")

    assert session.values() == {
        "title": "When I wait, more answer",
        "theory": "When I wait, more answer",
        "asked": ["exp-e1"],
    }
    assert session.body() == []
