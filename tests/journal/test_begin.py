"""Creating or adopting a journal, which later commands then use."""

from pathlib import Path

import pytest

from mentorlog.errors import MentorlogError, UsageError
from mentorlog.journal.begin import begin_journal, refuse_unwritable_name, use_existing_journal
from mentorlog.journal.settings import read_settings
from mentorlog.journal.state import remembered_journal


def test_a_new_journal_names_its_writer_and_is_remembered(tmp_path: Path) -> None:
    begin_journal(tmp_path / "journal", tmp_path / "state", "Sam", "ect")

    settings = read_settings(tmp_path / "journal")
    assert (settings.name, settings.role) == ("Sam", "ect")
    assert remembered_journal(tmp_path / "state") == tmp_path / "journal"


def test_an_existing_journal_is_adopted_unchanged(tmp_path: Path) -> None:
    begin_journal(tmp_path / "one", tmp_path / "state", "Sam", "ect")
    begin_journal(tmp_path / "two", tmp_path / "state", "Sam", "ect")
    before = (tmp_path / "one" / "mentorlog.toml").read_bytes()

    settings = use_existing_journal(tmp_path / "one", tmp_path / "state", "Sam", None)

    assert settings.name == "Sam"
    assert (tmp_path / "one" / "mentorlog.toml").read_bytes() == before
    assert remembered_journal(tmp_path / "state") == tmp_path / "one"


def test_another_persons_journal_is_refused_and_not_remembered(tmp_path: Path) -> None:
    begin_journal(tmp_path / "one", tmp_path / "state", "Sam", "ect")
    begin_journal(tmp_path / "two", tmp_path / "state", "Sam", "ect")

    with pytest.raises(UsageError, match=r"the journal of somebody else \(Sam, ect\)"):
        use_existing_journal(tmp_path / "one", tmp_path / "state", "Priya", None)
    with pytest.raises(UsageError, match="somebody else"):
        use_existing_journal(tmp_path / "one", tmp_path / "state", "Sam", "mentor")

    assert remembered_journal(tmp_path / "state") == tmp_path / "two"


def test_a_journal_is_created_even_if_it_cannot_be_remembered(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file, where the folder should be", "utf-8")

    with pytest.raises(MentorlogError, match="the journal is there, but where it is cannot be remembered") as fault:
        begin_journal(tmp_path / "journal", tmp_path / "state", "Sam", "ect")

    assert read_settings(tmp_path / "journal").name == "Sam"
    assert fault.value.hint == f"MENTORLOG_JOURNAL='{tmp_path / 'journal'}'"


def test_a_folder_name_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    refuse_unwritable_name(tmp_path / "für Sam")
    with pytest.raises(UsageError, match="is not UTF-8"):
        refuse_unwritable_name(tmp_path / "f\udcfcr Sam")
