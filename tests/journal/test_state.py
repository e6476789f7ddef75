"""The note of where this account's journal is, kept outside the journal."""

import os
import stat
from pathlib import Path

import pytest

from conftest import Run
from mentorlog.errors import MentorlogError
from mentorlog.journal.state import default_journal, default_state, remember_journal, remembered_journal

FOLDERS = ["/home/sam/journal", '/home/sam/On "Drive" – Schule\'s', "C:\\Users\\sam", "/a\nb\tc", "/émoji 🙂", "# x"]


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_folder_is_remembered_whatever_its_name(folder: str, state: Path) -> None:
    remember_journal(state, Path(folder))

    assert remembered_journal(state) == Path(folder)


def test_a_folder_name_that_is_not_utf_8_gives_no_traceback(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / os.fsdecode(b"caf\xe9")

    result = run(["init", str(folder), "--name", "Sam", "--role", "ect"])

    assert result.exit_code == 2
    assert "is not UTF-8; choose another name" in result.stderr
    assert not folder.exists()


def test_the_latest_journal_is_remembered(state: Path) -> None:
    remember_journal(state, Path("/one"))
    remember_journal(state, Path("/two"))

    assert remembered_journal(state) == Path("/two")
    assert [path.name for path in state.iterdir()] == ["journal.toml"]


def test_only_this_account_can_read_the_note(state: Path) -> None:
    remember_journal(state, Path("/one"))

    assert stat.S_IMODE(state.stat().st_mode) == 0o700
    assert stat.S_IMODE((state / "journal.toml").stat().st_mode) == 0o600


@pytest.mark.parametrize("data", [b"", b"folder = 7", b'folder = ""', b'other = "x"', b"folder = []"])
def test_a_note_that_names_no_folder_counts_as_none(data: bytes, state: Path) -> None:
    state.mkdir()
    (state / "journal.toml").write_bytes(data)

    assert remembered_journal(state) is None


@pytest.mark.parametrize("data", [b"folder", b"\xff", b'folder = "x'])
def test_a_damaged_note_does_not_count_as_a_first_run(data: bytes, state: Path) -> None:
    state.mkdir()
    (state / "journal.toml").write_bytes(data)

    with pytest.raises(MentorlogError, match=r"where your journal is cannot be read in .*: it is damaged"):
        remembered_journal(state)


def test_looking_for_a_journal_before_the_first_one_writes_nothing(state: Path) -> None:
    assert remembered_journal(state) is None
    assert not state.exists()


def test_state_is_never_kept_in_the_folder_of_documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_STATE_HOME", "XDG_DOCUMENTS_DIR", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)

    assert default_state().is_relative_to(tmp_path / "home")
    assert default_journal().is_relative_to(tmp_path / "home")
    assert not default_state().is_relative_to(default_journal().parent)
    assert not (tmp_path / "home" / "Documents").exists()
