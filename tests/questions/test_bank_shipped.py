"""The shipped bank: it keeps every rule, is whole, and asks about all that a teacher's week is made of."""

import re

import pytest

from builders import the_shipped_bank
from mentorlog.dimensions import DIMENSIONS
from mentorlog.journal.question_files import shipped_folder
from mentorlog.questions.rules import SINGLE_CLAUSES, breaches, omissions, single_clauses

PREFIXES = dict(
    zip((dimension.id for dimension in DIMENSIONS), ("cre", "sol", "aut", "art", "cri", "exp"), strict=True)
)
THEMES = {
    "families": "sol-e20 art-m14",
    "other adults in the room": "sol-e7 sol-e15",
    "inclusion": "aut-e14 aut-e19",
    "rules and behaviour": "sol-e21 aut-e13 cri-e19 cre-m11",
    "marking and data": "cri-e2 cri-e15 cri-e16 cri-m5 cri-m15",
    "observing others": "cre-e8 cri-e13 cri-m11",
    "reading and research": "cre-e13 cri-e9 cri-e14",
    "workload": "sol-e19 exp-e16 sol-m20 exp-m20",
    "other professions": "art-e16 cri-e20",
    "the wider community": "aut-e9 aut-e15 aut-e20",
}
ALIKE_IN_SENSE = [  # pairs that readers of the bank felt to be one question: at least one of each had to change
    "sol-e1 art-e11", "sol-e1 sol-e8", "art-e11 sol-e8", "sol-e6 cri-e6", "sol-e5 sol-e11", "cri-e4 aut-e10",
    "cri-e4 cri-e11", "aut-e10 cri-e11", "cri-e4 cri-m7", "cri-e1 cri-e8", "exp-e5 exp-e7", "exp-e5 exp-e12",
    "exp-e7 exp-e12", "exp-e12 exp-m10", "art-e4 art-e12", "exp-e1 exp-m1", "exp-e11 exp-m11",
    "exp-e4 exp-e10", "exp-e4 exp-m8", "exp-e10 exp-m8", "cre-e3 cre-m2", "cre-m5 cri-m6", "aut-e6 aut-e7",
]  # fmt: skip


def test_every_shipped_question_keeps_every_rule() -> None:
    assert [str(problem) for problem in breaches(the_shipped_bank().questions)] == []


def test_the_shipped_bank_is_complete_and_has_no_slip() -> None:
    bank = the_shipped_bank()

    assert omissions(bank) == []
    assert bank.problems == ()


def test_four_in_ten_shipped_questions_have_a_single_clause_whoever_is_asked() -> None:
    bank = the_shipped_bank()
    readers = (bank.for_writing("ect"), bank.for_meeting("ask"), bank.for_meeting("self"))

    assert [single_clauses(questions) >= SINGLE_CLAUSES for questions in readers] == [True, True, True]


@pytest.mark.parametrize("theme", THEMES)
def test_each_theme_of_a_week_has_two_questions_or_more(theme: str) -> None:
    ids = set(THEMES[theme].split())

    assert len(ids) >= 2
    assert {question.id for question in the_shipped_bank().questions} >= ids


@pytest.mark.parametrize("pair", ALIKE_IN_SENSE)
def test_two_questions_that_felt_like_one_are_no_longer_both_asked_as_they_were(pair: str) -> None:
    asked = [the_shipped_bank().question(question_id) for question_id in pair.split()]

    assert any(question is None or question.formerly for question in asked)


@pytest.mark.parametrize("word", ["pupils", "task", "slide", "kit\\b", "worksheet", "tutor group", "school"])
def test_no_shipped_question_assumes_one_kind_of_classroom(word: str) -> None:
    assert [question.id for question in the_shipped_bank().questions if re.search(rf"\b{word}", question.text)] == []


def test_the_readme_of_the_bank_counts_its_questions_rightly() -> None:
    bank = the_shipped_bank()
    ect, ask, own = (len(each) for each in (bank.for_writing("ect"), bank.for_meeting("ask"), bank.for_meeting("self")))
    readme = " ".join((shipped_folder() / "README.md").read_text("utf-8").split())

    assert (
        f"There are {ect + ask + own}: {ect} for ECTs, and for mentors {ask} to ask and {own} for their own" in readme
    )


def test_every_shipped_question_has_an_id_that_says_what_it_is() -> None:
    misnamed = [
        question.id
        for question in the_shipped_bank().questions
        if not re.fullmatch(rf"{PREFIXES[question.dimension.id]}-{question.audience[0]}\d+", question.id)
    ]

    assert misnamed == []


def test_each_shipped_file_has_only_questions_of_its_dimension() -> None:
    for dimension in DIMENSIONS:
        text = (shipped_folder() / f"{dimension.id}.toml").read_text("utf-8")

        assert text.startswith(f'dimension = "{dimension.id}"\n')
