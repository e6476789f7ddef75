"""Question files: the shipped bank and a journal's own files, where a slip hides no other question."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from mentorlog.dimensions import CREATIVITY, DIMENSIONS
from mentorlog.errors import MentorlogError
from mentorlog.journal import question_files
from mentorlog.journal.journal import Journal
from mentorlog.journal.question_files import journal_bank, read_bank, shipped_bank, shipped_folder
from mentorlog.journal.settings import Settings
from mentorlog.questions.school_words import Setting

OWN = """dimension = "creativity"

[[questions]]
id = "{id}"
strand = "{strand}"
stage = "opening"
audience = "ect"
text = "What did the puddle do to your plan?"
"""


def journal_at(root: Path, setting: Setting | None = None) -> Journal:
    return Journal(root, root / "state", Settings(setting=setting))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "root" / "prompts").mkdir(parents=True)
    return tmp_path / "root"


def put(root: Path, name: str, **values: str) -> Path:
    path = root / "prompts" / name
    path.write_text(OWN.format(**{"id": "own-1", "strand": CREATIVITY.strands[0].id, **values}), "utf-8")
    return path


def test_the_shipped_bank_has_questions_in_every_dimension_and_no_fault() -> None:
    bank = shipped_bank()

    assert bank.problems == ()
    assert {question.dimension for question in bank.questions} == set(DIMENSIONS)


def test_the_shipped_bank_has_one_file_for_each_dimension() -> None:
    assert {path.stem for path in shipped_folder().glob("*.toml")} == {dimension.id for dimension in DIMENSIONS}


def test_an_installation_without_its_bank_gives_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        question_files, "__file__", str(tmp_path / "a" / "b" / "mentorlog" / "journal" / "question_files.py")
    )

    with pytest.raises(MentorlogError, match="the question bank is missing"):
        shipped_folder()


def test_a_journal_without_questions_of_its_own_has_the_shipped_ones(tmp_path: Path) -> None:
    assert journal_bank(journal_at(tmp_path)) == shipped_bank()


def test_a_journals_own_question_comes_after_the_shipped_ones(root: Path) -> None:
    put(root, "mine.toml")

    bank = journal_bank(journal_at(root))

    assert bank.problems == ()
    assert bank.questions[:-1] == shipped_bank().questions
    assert bank.questions[-1].text == "What did the puddle do to your plan?"


def test_a_journals_own_question_does_not_replace_a_shipped_one(root: Path) -> None:
    taken = shipped_bank().questions[0]
    put(root, "mine.toml", id=taken.id)

    bank = journal_bank(journal_at(root))

    assert bank.questions == shipped_bank().questions
    assert [str(problem) for problem in bank.problems] == [
        f"prompts/mine.toml, line 8: id: '{taken.id}' is taken by another question."
    ]


BROKEN: list[tuple[Callable[[Path], object], str]] = [
    (lambda path: path.write_bytes(b"dimension = "), "line 1: TOML cannot read this line"),
    (lambda path: path.write_bytes(b'dimension = "creativity"\nstrnad = 1\n'), "line 2: strnad: this key is not known"),
    (lambda path: path.write_bytes(b'dimension = "caf\xe9"'), "line 1: it is not UTF-8"),
    (lambda path: path.write_bytes(b""), "line 1: dimension: it is not one of the six"),
    (lambda path: path.symlink_to(put(path.parents[1], "z.txt")), "line 1: it is a link, and links are not followed"),
    (os.mkfifo, "line 1: it is not an ordinary file"),
    (lambda path: path.mkdir(), "line 1: it is not an ordinary file"),
]


@pytest.mark.parametrize(("make", "reason"), BROKEN)
def test_a_broken_file_is_a_problem_with_its_line_and_hides_no_other(
    make: Callable[[Path], object], reason: str, root: Path
) -> None:
    make(root / "prompts" / "broken.toml")
    put(root, "mine.toml")

    bank = journal_bank(journal_at(root))

    (problem,) = bank.problems
    assert str(problem).startswith(f"prompts/broken.toml, {reason}")
    assert bank.question("own-1") is not None


@pytest.mark.parametrize("name", [".hidden.toml", ".mentorlog-01.tmp", "README.md", "mine.toml~", "mine.toml.bak"])
def test_other_files_are_ignored(name: str, root: Path) -> None:
    put(root, name)

    assert journal_bank(journal_at(root)) == shipped_bank()


def test_a_file_in_place_of_the_prompts_folder_has_no_questions(tmp_path: Path) -> None:
    (tmp_path / "prompts").write_text("a file", "utf-8")

    assert journal_bank(journal_at(tmp_path)) == shipped_bank()


def test_a_problem_in_a_given_file_names_that_file(root: Path) -> None:
    path = put(root, "mine.toml", strand="puddles")

    assert [problem.path for problem in read_bank([path]).problems] == ["mine.toml"]


def test_the_shipped_questions_use_the_words_of_the_setting_and_ones_own_stay_as_written(root: Path) -> None:
    put(root, "mine.toml").write_text(
        put(root, "mine.toml").read_text("utf-8").replace("your plan", "the lesson"), "utf-8"
    )

    *shipped, own = journal_bank(journal_at(root, "college")).questions

    assert own.text == "What did the puddle do to the lesson?"
    assert {question.id for question in shipped if "lesson" in question.text} == set()
    assert [question.id for question in shipped] == [question.id for question in shipped_bank().questions]
