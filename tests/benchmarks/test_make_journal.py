"""Journals for benchmarks: reproducible, readable, and with the same words for both programs."""

import re
from pathlib import Path

import pytest
from make_journal import make_journal

from mentorlog.journal.folder import read_folder
from mentorlog.journal.settings import read_settings

COUNT = 150


@pytest.fixture
def made(tmp_path: Path) -> Path:
    make_journal(COUNT, tmp_path / "made", seed=7, jrnl=tmp_path / "made.txt")
    return tmp_path / "made"


def test_the_same_seed_gives_the_same_bytes(made: Path, tmp_path: Path) -> None:
    make_journal(COUNT, tmp_path / "again", seed=7, jrnl=tmp_path / "again.txt")

    assert files_in(made) == files_in(tmp_path / "again")
    assert (tmp_path / "made.txt").read_bytes() == (tmp_path / "again.txt").read_bytes()


def test_a_different_seed_gives_different_words(made: Path, tmp_path: Path) -> None:
    make_journal(COUNT, tmp_path / "other", seed=8)

    assert files_in(made) != files_in(tmp_path / "other")


def test_every_entry_is_read_without_a_problem(made: Path) -> None:
    contents = read_folder(made)

    assert (len(contents.entries), contents.problems) == (COUNT, ())
    assert read_settings(made).name == "Sam"


def test_entries_have_realistic_lengths_and_keys(made: Path) -> None:
    entries = read_folder(made).entries

    assert {entry.head.kind for entry in entries} == {"reflection", "meeting"}
    assert {entry.is_shared for entry in entries} == {True, False}
    assert any(section.private for entry in entries for section in entry.sections)
    assert {len(entry.dimensions) for entry in entries} >= {0, 1, 2}
    lengths = sorted(len(entry.matter.body.split()) for entry in entries)
    assert lengths[0] < 10
    assert 100 < lengths[COUNT // 2] < 250
    assert lengths[-1] > 400


def test_both_programs_get_the_same_words(made: Path, tmp_path: Path) -> None:
    kept = re.split(r"^\[[-\d]{10} [:\d]{5}\] ", (tmp_path / "made.txt").read_text("utf-8"), flags=re.MULTILINE)[1:]

    assert len(kept) == COUNT
    for entry in read_folder(made).entries:
        texts = [entry.matter.body.strip(), entry.head.next, entry.head.ask, entry.head.theory]
        assert any(text.startswith(f"{entry.title}.\n") and all(words in text for words in texts) for text in kept)


def files_in(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*.*")}
