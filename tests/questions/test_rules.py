"""The rules of a good question, and the shipped bank checked against them."""

import re
from collections import Counter
from dataclasses import replace

import pytest

from builders import a_question, the_shipped_bank
from mentorlog.dimensions import DIMENSIONS, STAGES, Dimension
from mentorlog.entry.problems import Problem
from mentorlog.journal.question_files import shipped_folder
from mentorlog.questions.bank import Bank, in_dimension
from mentorlog.questions.rules import breaches, faults_of, omissions

BEGINNING = "it begins with what, where, which, who, whose, how, when, at what, if"
MARK = "one question mark, at the end"
WORDS = "at most 32 words"
CLAUSES = "at most two clauses"
ANCHOR = "it names a moment, a lesson, a person or a thing to start from"
LINE = "one line, without spaces around it"
PREFIXES = dict(
    zip((dimension.id for dimension in DIMENSIONS), ("cre", "sol", "aut", "art", "cri", "exp"), strict=True)
)
each_dimension = pytest.mark.parametrize("dimension", DIMENSIONS, ids=lambda dimension: dimension.id)


def faults(text: str) -> list[str]:
    return faults_of(a_question("x-e1", text))


def test_every_shipped_question_keeps_every_rule() -> None:
    assert [str(problem) for problem in breaches(the_shipped_bank().questions)] == []


def test_the_shipped_bank_is_complete_and_has_no_slip() -> None:
    bank = the_shipped_bank()

    assert omissions(bank) == []
    assert bank.problems == ()


@pytest.mark.parametrize(
    "text",
    [
        "What was there in this lesson?",
        "Where in the lesson were you?",
        "Which lesson?",
        "Who was in the lesson?",
        "Whose lesson was it?",
        "How did the lesson begin?",
        "When in the lesson was it quiet?",
        "At what moment did it turn?",
        "If the lesson had no end, what then?",
        "What happened in the lesson, and what did you do?",
        "What did the lesson ask of you, and at what moment?",
        "What was there" + " then" * 26 + " in the lesson?",
    ],
)
def test_an_open_question_about_something_real_keeps_every_rule(text: str) -> None:
    assert faults(text) == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("Why did you leave the plan in this lesson?", BEGINNING),
        ("Did the lesson go as planned?", BEGINNING),
        ("Do you recall the lesson?", BEGINNING),
        ("Is there a lesson you recall?", BEGINNING),
        ("Are there words for that lesson?", BEGINNING),
        ("Have you taught this lesson before?", BEGINNING),
        ("Can you describe the lesson?", BEGINNING),
        ("Whatever happened in this lesson?", BEGINNING),
        ("What was there in this lesson", MARK),
        ("What was there in this lesson.", MARK),
        ("What was there? In this lesson?", MARK),
        ("What was there in this lesson? Say more", MARK),
        ("What was there" + " then" * 27 + " in the lesson?", WORDS),
        ("What was the lesson, and who was there, and what did they do?", CLAUSES),
        ("What have you been thinking about?", ANCHOR),
        ("What was  there in this lesson?", LINE),
        ("What was there\nin this lesson?", LINE),
    ],
)
def test_each_rule_rejects_a_question_that_breaks_just_it(text: str, fault: str) -> None:
    assert faults(text) == [fault]


@pytest.mark.parametrize(
    "word",
    [
        "well", "badly", "good", "bad", "better", "worse", "best", "strong", "weak", "effective", "improve",
        "success", "fail", "mistake", "wrong", "should", "ought", "gap", "target", "progress", "rate", "score",
        "level", "standard", "Improvement", "successful", "failed", "mistakes", "scores", "targets", "levels",
        "standards", "rating", "weakness",
    ],
)  # fmt: skip
def test_a_question_may_not_contain_a_judging_word(word: str) -> None:
    assert faults(f"What was {word} in this lesson?") == [f"no word that judges ('{word}')"]


@pytest.mark.parametrize("word", ["goodbye", "wellington", "operate", "grating", "scoreboard", "levelling", "badge"])
def test_a_word_that_only_resembles_a_judging_one_is_allowed(word: str) -> None:
    assert faults(f"What was the {word} in this lesson?") == []


@pytest.mark.parametrize(
    "anchor",
    [
        "moment",
        "decision",
        "lesson",
        "class",
        "pupil",
        "colleague",
        "word",
        "piece of work",
        "week",
        "meeting",
        "pupils",
    ],
)
def test_every_anchor_in_the_rules_is_accepted(anchor: str) -> None:
    assert faults(f"What stays with you from that {anchor}?") == []


def test_a_breach_names_the_file_line_and_rule() -> None:
    question = replace(a_question("x-e1", "Why this lesson?"), place=Problem("own.toml", 8, ""))

    assert [str(problem) for problem in breaches([question])] == [f"own.toml, line 8: text: {BEGINNING}."]


def test_an_empty_bank_lacks_every_kind_of_question_in_every_dimension() -> None:
    lacking = omissions(Bank())

    assert len(lacking) == 5 * len(DIMENSIONS)
    assert "Creativity needs 8 questions for ECTs" in lacking


@pytest.mark.parametrize(
    ("strand", "stage", "audience", "lack"),
    [
        ("evidence", "", "ect", "Critique needs every strand"),
        ("", "forward", "ect", "Critique needs every stage for ECTs"),
        ("", "forward", "mentor", "Critique needs every stage for mentors"),
        ("", "", "mentor", "Critique needs 6 questions for mentors"),
    ],
)
def test_an_incomplete_bank_says_what_it_lacks(strand: str, stage: str, audience: str, lack: str) -> None:
    left = tuple(
        question
        for question in the_shipped_bank().questions
        if question.dimension.id != "critique"
        or question.audience != audience
        or strand not in ("", question.strand)
        or stage not in ("", question.stage)
    )

    assert lack in omissions(Bank(left))


@each_dimension
def test_the_shipped_bank_keeps_the_numbers_its_readme_promises(dimension: Dimension) -> None:
    bank = the_shipped_bank()
    ect, ask, own = (
        in_dimension(questions, dimension)
        for questions in (bank.for_writing("ect"), bank.for_meeting("ask"), bank.for_meeting("self"))
    )
    strands, stages = Counter(question.strand for question in ect), Counter(question.stage for question in ect)

    assert (len(ect) >= 9, len(ask) >= 4, len(own) >= 4) == (True, True, True)
    assert {strand.id for strand in dimension.strands} == {question.strand for question in (*ask, *own)}
    assert all(strands[strand.id] >= 2 for strand in dimension.strands)
    assert all(stages[stage] >= 2 for stage in STAGES)
    assert {question.stage for question in ask} == {question.stage for question in own} == set(STAGES)


def test_every_shipped_question_has_an_id_that_says_what_it_is() -> None:
    misnamed = [
        question.id
        for question in the_shipped_bank().questions
        if not re.fullmatch(rf"{PREFIXES[question.dimension.id]}-{question.audience[0]}\d+", question.id)
    ]

    assert misnamed == []


def test_every_shipped_question_is_in_plain_british_spelling_and_straight_quotes() -> None:
    american = r"organiz|realiz|recogniz|\bcolor|behavior|favorite|\bcenter\b"
    faulty = [
        question.text
        for question in the_shipped_bank().questions
        if re.search(rf"[“”‘’!–—…]|{american}", question.text)
    ]

    assert faulty == []


def test_no_two_shipped_questions_share_an_id_or_a_wording() -> None:
    questions = the_shipped_bank().questions

    assert len({question.id for question in questions}) == len(questions)
    assert len({question.text.casefold() for question in questions}) == len(questions)


def test_a_question_to_the_ect_says_you_and_one_to_the_reader_says_i() -> None:
    to_self, to_other = re.compile(r"\b(I|my|me)\b"), re.compile(r"\b(you|your|yours|yourself)\b")
    questions = the_shipped_bank().questions

    assert [question.id for question in questions if question.mode == "self" and to_other.search(question.text)] == []
    assert [
        question.id for question in questions if question.mode == "self" and not to_self.search(question.text)
    ] == []
    assert [question.id for question in questions if question.audience == "ect" and to_self.search(question.text)] == []


def test_each_shipped_file_has_only_questions_of_its_dimension() -> None:
    for dimension in DIMENSIONS:
        text = (shipped_folder() / f"{dimension.id}.toml").read_text("utf-8")

        assert text.startswith(f'dimension = "{dimension.id}"\n')
