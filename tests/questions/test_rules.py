"""The rules of a good question, and those of a whole bank."""

from dataclasses import replace

import pytest

from builders import a_question, the_shipped_bank
from mentorlog.dimensions import CREATIVITY, DIMENSIONS
from mentorlog.entry.problems import Problem
from mentorlog.questions.bank import Bank, Retired
from mentorlog.questions.rules import alike, breaches, clauses_of, faults_of, omissions, single_clauses

BEGINNING = "it begins with what, where, which, who, whose, how, when, at what, if"
MARK = "one question mark, at the end"
WORDS = "at most 32 words"
CLAUSES = "at most two clauses"
ANCHOR = "it names a moment, a lesson, a person or a thing to start from"
SPELLING = "straight quotes, British spelling, no '!' and no dash"
TO_ECT = "to an ECT it never says 'I' or 'my'"
TO_SELF = "to oneself it says 'I' or 'my', and never 'you'"
LINE = "one line, without spaces around it"


def faults(text: str) -> list[str]:
    return faults_of(a_question("x-e1", text))


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
        ("If the lesson had no end, what would you do, and who with, and for whom?", CLAUSES),
        ("What was there for me in this lesson?", TO_ECT),
        ("What was there in this lesson – and in you?", f"{SPELLING} ('–')"),
        ("What was in this lesson’s plan?", f"{SPELLING} ('’')"),
        ("What did you realize in this lesson?", f"{SPELLING} ('realiz')"),
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


@pytest.mark.parametrize(
    ("clauses", "text"),
    [
        (1, "What was there in this lesson?"),
        (1, "Who or what kept you to the plan in this lesson?"),
        (1, "What, where and when was the lesson?"),
        (1, "Whose lesson was it, the class's, a colleague's or your own?"),
        (1, "What did you read, watch or hear this week?"),
        (1, "Who, if anyone, came to this lesson?"),
        (1, "What did the class say and make in this lesson?"),
        (2, "What did the class say in this lesson, and what did you?"),
        (2, "What did the class say in this lesson and how did you answer?"),
        (2, "What did you need in this lesson, and from whom?"),
        (2, "What happened in this lesson, and who or what began it?"),
        (2, "If you met that moment again, what would it look like?"),
        (3, "If you met that moment again, what would you do, and who with, and at what cost?"),
    ],
)
def test_a_clause_asks_or_sets_a_condition_and_a_list_is_none(clauses: int, text: str) -> None:
    assert min(clauses_of(text), 3) == clauses


def test_a_question_to_oneself_says_i_and_not_you() -> None:
    def own(text: str) -> list[str]:
        return faults_of(a_question("x-m1", text, mode="self"))

    assert own("What did I hear in this lesson?") == []
    assert own("What was there in this lesson?") == [TO_SELF]
    assert own("What did my ECT and you hear in this lesson?") == [TO_SELF]


def test_an_empty_bank_lacks_every_cell_for_everybody() -> None:
    lacking = omissions(Bank())

    assert len(lacking) == len(DIMENSIONS) * 3 * 3
    assert "Creativity (innovation) needs a question for an ECT: opening, deepening, forward" in lacking


@pytest.mark.parametrize(
    ("audience", "mode", "reader"),
    [
        ("ect", None, "an ECT"),
        ("mentor", "ask", "a mentor to ask"),
        ("mentor", "self", "a mentor's own reflection"),
    ],
)
def test_an_empty_cell_is_named_with_its_reader_strand_and_stage(audience: str, mode: str | None, reader: str) -> None:
    cell = ("evidence", "forward", audience, mode)
    left = tuple(
        question
        for question in the_shipped_bank().questions
        if (question.strand, question.stage, question.audience, question.mode) != cell
    )

    assert f"Critique (evidence) needs a question for {reader}: forward" in omissions(Bank(left))


def test_a_bank_of_long_questions_is_told_its_share_of_single_clauses() -> None:
    short, long = "What was there in this lesson?", "Who came to this lesson, and what did they bring?"
    questions = [a_question("x-e1", short), a_question("x-e2", long), a_question("x-e3", f"{long[:-1]} back?")]

    assert single_clauses(questions) == pytest.approx(1 / 3)
    assert single_clauses([]) == 1
    assert "33% of the questions have a single clause; at least 40% should" in omissions(Bank(tuple(questions)))


def test_two_questions_with_the_same_telling_words_are_alike() -> None:
    first = a_question("x-e1", "What did you hear and see of the class's thinking?")
    second = a_question("x-e2", "How much of their thinking did you see or hear in this lesson?")

    assert list(alike([first, second])) == [(first, second, ("hear", "see", "thinking"))]
    assert (f"x-e1 and x-e2 are alike (hear, see, thinking): '{first.text}' '{second.text}'") in omissions(
        Bank((first, second))
    )


@pytest.mark.parametrize(
    "text",
    [
        "What would you like to do in your next lesson with that class?",  # in common: only words that say little
        "Who did you see this week?",  # in common: one
        "What did you hear and see while the rain fell, the heating hummed and the bell forgot about this lesson?",
    ],
)
def test_a_few_words_in_common_do_not_make_two_questions_alike(text: str) -> None:
    first = a_question("x-e1", "What would you like to hear and see in your next lesson with that class?")

    assert list(alike([first, a_question("x-e2", text)])) == []


def test_questions_that_nobody_meets_together_may_be_alike() -> None:
    wording = "What did the class hear and see of our thinking?"
    ect, own, ask = (
        a_question("x", wording),
        a_question("y", wording, mode="self"),
        a_question("z", wording, mode="ask"),
    )

    assert list(alike([ect, own])) == []
    assert [(first.id, second.id) for first, second, _ in alike([ect, own, ask])] == [("x", "z"), ("y", "z")]


def test_an_id_or_a_wording_is_never_used_twice() -> None:
    asked = replace(a_question("x-e1", "What was there in this lesson?"), formerly=("What was in the lesson?",))
    other = a_question("x-e2", "What was in the lesson?")
    gone = (
        Retired("x-e1", CREATIVITY, "What WAS there, in this lesson?"),
        Retired("x-e3", CREATIVITY, "What was where?"),
    )

    slips = omissions(Bank((asked, other), (*gone, gone[1])))

    assert "x-e1 is the id of a retired question" in slips
    assert "x-e3 is retired twice" in slips
    assert "x-e1 and x-e2 have, or had, the same wording" in slips


def test_a_retired_wording_is_not_asked_under_another_id() -> None:
    bank = Bank((a_question("x-e2", "What was there?"),), (Retired("x-e1", CREATIVITY, "What was there?"),))

    assert "x-e2 and x-e1 have, or had, the same wording" in omissions(bank)
