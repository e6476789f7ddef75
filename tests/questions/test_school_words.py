"""The words of each kind of school: a question changes its words, never what it asks."""

import re

import pytest

from builders import the_shipped_bank
from mentorlog.entry.sections import heading_in
from mentorlog.errors import UsageError
from mentorlog.questions.rules import breaches
from mentorlog.questions.school_words import SETTINGS, Setting, in_school_words, in_words_of, read_setting

SENTENCE = "Which pupils in this class, or in other classes, made the lesson, or a school's lessons?"
WORDED: dict[Setting, str] = {
    "early years": "Which children in this group, or in other groups, made the session, or a setting's sessions?",
    "primary": SENTENCE,
    "secondary": SENTENCE,
    "special": "Which pupils in this class, or in other classes, made the session, or a school's sessions?",
    "college": "Which students in this group, or in other groups, made the session, or a college's sessions?",
}


@pytest.mark.parametrize("setting", SETTINGS)
def test_each_setting_has_its_own_words(setting: Setting) -> None:
    assert in_words_of(SENTENCE, setting) == WORDED[setting]
    assert in_school_words(WORDED[setting]) == SENTENCE


def test_without_a_setting_nothing_changes() -> None:
    assert in_words_of(SENTENCE, None) == SENTENCE


def test_a_capital_letter_stays_and_so_does_every_other_word() -> None:
    assert in_words_of("Lessons in a classroom with my ECT, I say", "college") == (
        "Sessions in a classroom with my ECT, I say"
    )


@pytest.mark.parametrize("setting", SETTINGS)
def test_every_question_of_the_bank_keeps_the_rules_in_the_words_of_a_setting(setting: Setting) -> None:
    bank = the_shipped_bank().in_words_of(setting)

    assert breaches(bank.questions) == []
    for question in bank.questions:
        heading = heading_in(f"## {question.dimension.name}: {question.text}")
        assert heading is not None
        assert heading.question == question.text


@pytest.mark.parametrize("setting", SETTINGS)
def test_a_wording_is_recognised_whichever_setting_its_writer_and_its_reader_have(setting: Setting) -> None:
    asked = the_shipped_bank().in_words_of(setting)

    for reader in (the_shipped_bank(), the_shipped_bank().in_words_of("college")):
        assert [reader.id_of(question.text) for question in asked.questions] == [each.id for each in asked.questions]


@pytest.mark.parametrize("setting", ["early years", "college"])
def test_a_setting_with_words_of_its_own_is_asked_about_no_lesson_and_no_class(setting: Setting) -> None:
    texts = [question.text for question in the_shipped_bank().in_words_of(setting).questions]

    assert [text for text in texts if re.search(r"\b(lesson|class|pupil|school)(es|s)?\b", text)] == []
    assert [text for text in texts if re.search(r"\b(\w+) (and|or) \1\b", text)] == []


def test_a_setting_is_read_in_any_case_and_with_a_hyphen() -> None:
    assert [read_setting(name) for name in ("Early-Years", " college ")] == ["early years", "college"]


def test_an_unknown_setting_is_refused_with_the_five() -> None:
    with pytest.raises(UsageError, match=r"^'nursery' is not a setting$") as caught:
        read_setting("nursery")

    assert caught.value.hint == "--setting with one of: early years, primary, secondary, special, college"
