"""An entry from a file of answers."""

from datetime import date
from pathlib import Path

import pytest

from drafting.desk import Desk
from mentorlog.drafting.answers import entry_of_answers
from mentorlog.drafting.details import Details
from mentorlog.errors import ContentError, InputNeededError, MentorlogError, NotFoundError

DAY = date(2026, 11, 23)
OWN = (
    '[[questions]]\nid = "own-e1"\nstrand = "evidence"\nstage = "opening"\naudience = "ect"\n'
    'text = "What did the ticks say?"\n'
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "answers.toml"


def details(**flags: object) -> Details:
    return Details(DAY, (), {"date": DAY, **flags})


def test_the_first_answer_is_the_title_by_default(path: Path) -> None:
    path.write_bytes('\ufeffcritique = "Nineteen ticks."\nsolidarity = "She saw it."\n'.encode())

    values, answers = entry_of_answers(path, None, details(), print)

    assert values == {"date": DAY, "title": "Nineteen ticks."}
    assert [answer.text for answer in answers] == ["Nineteen ticks.", "She saw it."]


def test_a_flag_outranks_the_file_and_its_title_outranks_the_first_answer(path: Path) -> None:
    path.write_text('moment = "no funnels"\nnext = "Wait"\ncritique = "Nineteen ticks."\n', "utf-8")

    values, _ = entry_of_answers(path, None, details(next="Ask one pair"), print)

    assert values == {"date": DAY, "title": "no funnels", "next": "Ask one pair"}


def test_front_matter_alone_makes_an_entry(path: Path) -> None:
    path.write_text('next = "Ask one pair"\n', "utf-8")

    assert entry_of_answers(path, None, details(), print) == (
        {"date": DAY, "title": "Ask one pair", "next": "Ask one pair"},
        [],
    )


def test_the_journals_own_questions_can_be_answered(desk: Desk, path: Path) -> None:
    (desk.journal.root / "prompts").mkdir()
    (desk.journal.root / "prompts" / "critique.toml").write_text(f'dimension = "critique"\n\n{OWN}', "utf-8")
    path.write_text('own-e1 = "Nineteen."\n', "utf-8")

    _, [answer] = entry_of_answers(path, desk.journal, details(), print)

    assert answer.question == "What did the ticks say?"
    with pytest.raises(ContentError, match="own-e1: it is neither a question's id nor a dimension"):
        entry_of_answers(path, None, details(), print)


@pytest.mark.parametrize(
    ("data", "kind", "sentence"),
    [
        (None, NotFoundError, "there is no file {path}"),
        (b"critique = \xff", ContentError, "{path} is not UTF-8"),
        (b"", InputNeededError, "{path} holds no answer"),
        (b'critique = "  "\n', InputNeededError, "{path} holds no answer"),
    ],
)
def test_a_file_without_an_answer_is_refused_by_name(
    path: Path, data: bytes | None, kind: type[MentorlogError], sentence: str
) -> None:
    if data is not None:
        path.write_bytes(data)

    with pytest.raises(kind) as told:
        entry_of_answers(path, None, details(), print)

    assert str(told.value) == sentence.format(path=path)
