"""Reading question files: correct questions are used, and each slip is named with its line."""

from pathlib import Path

import pytest

from builders import a_question, the_shipped_bank
from mentorlog.dimensions import CREATIVITY, DIMENSIONS
from mentorlog.journal.journal import Journal
from mentorlog.journal.question_files import journal_bank, read_bank
from mentorlog.journal.settings import Settings
from mentorlog.questions.bank import Bank, read_questions

FILE = """\
dimension = "creativity"

[[questions]]
id = "own-1"
strand = "innovation"
stage = "opening"
audience = "ect"
text = "What was new in this lesson?"
formerly = ["What was unusual in this lesson?"]

[[questions]]
id = "own-2"
strand = "alternatives"
stage = "deepening"
audience = "mentor"
mode = "ask"
text = "What else crossed your mind in that lesson?"

[[retired]]
id = "own-0"
text = "Which lesson was the one?"
"""


def journal_at(root: Path) -> Journal:
    return Journal(root, root / "state", Settings())


def problems(bank: Bank) -> list[str]:
    return [str(problem) for problem in bank.problems]


def test_a_file_has_questions_and_retired_ones() -> None:
    bank = read_questions("own.toml", FILE)

    assert [question.id for question in bank.questions] == ["own-1", "own-2"]
    assert bank.retired == (("own-0", CREATIVITY, "Which lesson was the one?"),)
    assert bank.problems == ()


@pytest.mark.parametrize(
    ("wording", "question"),
    [
        ("What was new in this lesson?", "own-1"),
        ("what was NEW in this lesson", "own-1"),
        ("  What was *new* in this lesson? ", "own-1"),
        ("What was unusual in this lesson?", "own-1"),
        ("Which lesson was the one?", "own-0"),
        ("What was old in this lesson?", None),
        ("", None),
    ],
)
def test_a_question_is_known_by_its_present_earlier_or_retired_wording(wording: str, question: str | None) -> None:
    assert read_questions("own.toml", FILE).id_of(wording) == question


@pytest.mark.parametrize(
    ("right", "slip", "message"),
    [
        ('"creativity"', '"creative"', "own.toml, line 1: dimension: it is not one of the six."),
        ('dimension = "creativity"', "", "own.toml, line 1: dimension: it is not one of the six."),
        ('stage = "opening"', "", "own.toml, line 3: stage: this key is missing."),
        ('id = "own-1"', "id = 1", "own.toml, line 4: id: input should be a valid string."),
        ('"innovation"', '"ethics"', "own.toml, line 5: strand: one of problem_solving, innovation, alternatives."),
        ('"opening"', '"middle"', "own.toml, line 6: stage: input should be 'opening', 'deepening' or 'forward'."),
        ('"ect"', '"pupil"', "own.toml, line 7: audience: input should be 'ect' or 'mentor'."),
        ("formerly", "formally", "own.toml, line 9: formally: this key is not known here."),
        ('"own-2"', '"own-1"', "own.toml, line 17: id: 'own-1' stands twice in this file."),
        ('mode = "ask"', "", 'own.toml, line 11: mode: "ask" or "self" for a mentor, none for an ECT.'),
        ('"mentor"', '"ect"', 'own.toml, line 16: mode: "ask" or "self" for a mentor, none for an ECT.'),
        ("[[retired]]", "[[retired]]\nwhy = 1", "own.toml, line 20: why: this key is not known here."),
        ('"What was new', "“What was new", "own.toml, line 8: the text is in curly quotes; TOML needs straight ones."),
    ],
)  # fmt: skip
def test_a_slip_is_named_with_its_line_and_key(right: str, slip: str, message: str) -> None:
    bank = read_questions("own.toml", FILE.replace(right, slip, 1))

    assert problems(bank) == [message]


def test_a_slip_in_one_question_hides_no_other() -> None:
    bank = read_questions("own.toml", FILE.replace('"opening"', '"middle"'))

    assert [question.id for question in bank.questions] == ["own-2"]


@pytest.mark.parametrize(
    "spelling",
    [
        FILE,
        FILE.replace("\n", "\r\n"),
        FILE.replace("\n", "\r"),
        FILE.replace("[[questions]]", "[[ questions ]] # one of ours"),
        FILE.replace("[[questions]]", '[["questions"]]'),
        """dimension = "creativity"
questions = [
  {id = "own-1", strand = "innovation", stage = "opening", audience = "ect", text = "What was new in this lesson?"},
  {id = "own-2", strand = "innovation", stage = "opening", audience = "ect", text = "What was old in this lesson?"},
]
""",
    ],
    ids=["as the README has it", "CRLF", "CR", "spaces and a comment", "quoted", "inline"],
)
def test_each_question_is_used_or_reported_however_toml_spells_the_tables(spelling: str) -> None:
    bank = read_questions("own.toml", spelling)

    used = [question.id for question in bank.questions]
    assert used == ["own-1", "own-2"] or problems(bank) != []


def test_questions_are_sorted_by_audience() -> None:
    ect, ask, own = a_question("e1"), a_question("m1", mode="ask"), a_question("m2", mode="self")
    bank = Bank((ect, ask, own))

    assert bank.for_writing("ect") == (ect,)
    assert bank.for_writing("mentor") == (own,)
    assert bank.for_meeting("ask") == (ask,)
    assert bank.for_meeting("self") == (own,)


def test_a_journals_own_questions_come_after_the_shipped_ones(tmp_path: Path) -> None:
    (tmp_path / "prompts").mkdir()
    (tmp_path / "prompts" / "ours.toml").write_text(FILE, "utf-8")

    bank = journal_bank(journal_at(tmp_path))

    assert [question.id for question in bank.questions[-2:]] == ["own-1", "own-2"]
    assert len(bank.questions) == len(the_shipped_bank().questions) + 2
    assert bank.problems == ()


def test_a_journal_without_questions_of_its_own_has_the_shipped_ones(tmp_path: Path) -> None:
    assert journal_bank(journal_at(tmp_path)).questions == the_shipped_bank().questions


def test_a_duplicate_id_is_reported_and_never_replaces_the_shipped_question(tmp_path: Path) -> None:
    (tmp_path / "prompts").mkdir()
    (tmp_path / "prompts" / "ours.toml").write_text(FILE.replace("own-1", "cre-e1"), "utf-8")

    bank = journal_bank(journal_at(tmp_path))

    question = bank.question("cre-e1")
    assert question is not None
    assert question.text.startswith("What did this lesson hand you")
    assert problems(bank) == ["prompts/ours.toml, line 8: id: 'cre-e1' is taken by another question."]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"dimension = \xff", "bad.toml, line 1: it is not UTF-8."),
        (b"dimension = ", "bad.toml, line 1: TOML cannot read this line (invalid value)."),
        (
            b"questions = 3\ndimension = 'critique'",
            "bad.toml, line 1: questions: each stands under its own [[questions]].",
        ),
        (b"dimension = 'creativity'\nlevel = 3", "bad.toml, line 2: level: this key is not known here."),
    ],
)
def test_a_file_that_cannot_be_read_is_named_and_hides_no_other(tmp_path: Path, data: bytes, message: str) -> None:
    (tmp_path / "bad.toml").write_bytes(data)
    (tmp_path / "own.toml").write_text(FILE, "utf-8")

    bank = read_bank([tmp_path / "bad.toml", tmp_path / "own.toml"])

    assert problems(bank) == [message]
    assert [question.id for question in bank.questions] == ["own-1", "own-2"]


def test_a_byte_order_mark_is_no_slip(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_bytes(b"\xef\xbb\xbf" + FILE.encode())

    assert read_bank([tmp_path / "own.toml"]).problems == ()


def test_the_shipped_bank_has_questions_in_every_dimension_in_the_models_order() -> None:
    dimensions = dict.fromkeys(question.dimension for question in the_shipped_bank().questions)

    assert list(dimensions) == list(DIMENSIONS)


def test_own_questions_that_differ_in_a_schools_word_only_are_told_apart() -> None:
    file = FILE.replace("What was new in this lesson?", "What did one child do in this lesson?")
    file = file.replace("What else crossed your mind in that lesson?", "What did one student do in this lesson?")
    bank = read_questions("own.toml", file)

    assert [bank.id_of(question.text) for question in bank.questions] == ["own-1", "own-2"]
