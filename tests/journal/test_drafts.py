"""Drafts: readable by this account only, and offered to one terminal at a time."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from mentorlog.errors import MentorlogError
from mentorlog.journal import locks
from mentorlog.journal.drafts import Drafts

HOLD = """
import fcntl, sys
lock = open(sys.argv[1], "w")
fcntl.flock(lock, fcntl.LOCK_EX)
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def drafts(state: Path) -> Drafts:
    return Drafts(state)


def draft_of(journal: str = "", words: str = "The funnels had gone.") -> bytes:
    ours = f'draft_journal = "{journal}"\ndraft_step = "next"\n' if journal else ""
    return f"+++\nschema = 1\ndate = 2026-11-23\n{ours}+++\n\n{words}\n".encode()


def ids(drafts: Drafts) -> list[str]:
    return [draft.id for draft in drafts.all()]


def test_a_draft_reads_back_with_its_own_keys(drafts: Drafts) -> None:
    drafts.keep("20261123-k3f9", draft_of("/journal"))

    (draft,) = drafts.all()

    assert draft.id == "20261123-k3f9"
    assert draft.entry is not None
    assert "The funnels had gone." in draft.entry.text
    assert (draft.keys.journal, draft.keys.step, draft.keys.entry) == ("/journal", "next", "")


def test_saving_a_draft_replaces_its_earlier_state_and_keeps_it_private(drafts: Drafts) -> None:
    drafts.keep("20261123-k3f9", draft_of())
    drafts.keep("20261123-k3f9", draft_of(words="More words."))

    (path,) = drafts.folder.iterdir()

    assert path.read_bytes() == draft_of(words="More words.")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [stat.S_IMODE(path.stat().st_mode) for path in (drafts.folder, drafts.folder.parent)] == [0o700, 0o700]


def test_the_latest_draft_is_offered_first(drafts: Drafts) -> None:
    for age, draft_id in enumerate(("20261120-k3f9", "20261123-m4g8", "20251231-a1b2")):
        drafts.keep(draft_id, draft_of())
        os.utime(drafts.path(draft_id), (1_000_000 + age, 1_000_000 + age))

    assert ids(drafts) == ["20251231-a1b2", "20261123-m4g8", "20261120-k3f9"]


def test_without_a_drafts_folder_there_is_no_draft(drafts: Drafts) -> None:
    assert drafts.all() == []
    assert not drafts.folder.exists()


def test_a_draft_belongs_to_its_journal_or_to_any(drafts: Drafts) -> None:
    drafts.keep("1-ours", draft_of("/journal"))
    drafts.keep("2-theirs", draft_of("/other"))
    drafts.keep("3-anyones", draft_of())
    drafts.keep("4-no-entry", b"\xff")

    assert {draft.id for draft in drafts.of({"/journal"})} == {"3-anyones", "1-ours"}


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\xff", b"no date at all", b"+++\nnever closed"])
def test_text_that_is_not_an_entry_still_counts_as_a_draft(data: bytes, drafts: Drafts) -> None:
    drafts.keep("20261123-k3f9", data)

    (draft,) = drafts.all()

    assert draft.entry is None
    assert draft.keys.journal is None
    assert draft.path.read_bytes() == data


def test_a_link_among_the_drafts_is_not_read(drafts: Drafts, tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_bytes(draft_of())
    drafts.prepare()
    drafts.path("20261123-k3f9").symlink_to(tmp_path / "secret.md")

    assert [draft.entry for draft in drafts.all()] == [None]


def test_a_draft_of_a_running_process_is_offered_only_after_it_ends(drafts: Drafts) -> None:
    drafts.keep("20261123-k3f9", draft_of())
    lock = drafts.path("20261123-k3f9").with_suffix(".lock")
    command = [sys.executable, "-S", "-c", HOLD, str(lock)]

    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        offered_meanwhile = ids(drafts)
        other.kill()

    assert offered_meanwhile == []
    assert ids(drafts) == ["20261123-k3f9"]


def test_a_locked_draft_is_not_offered_but_the_others_are(drafts: Drafts) -> None:
    drafts.keep("20261123-k3f9", draft_of())
    drafts.keep("20261120-m4g8", draft_of())

    with drafts.claimed("20261123-k3f9"):
        offered = ids(drafts)

    assert offered == ["20261120-m4g8"]
    assert len(ids(drafts)) == 2


def test_deleting_a_draft_deletes_its_lock_and_nothing_else(drafts: Drafts) -> None:
    drafts.keep("20261123-k3f9", draft_of())
    drafts.keep("20261123-k3f9-edit", draft_of())
    with drafts.claimed("20261123-k3f9"):
        drafts.discard("20261123-k3f9")
    drafts.discard("20261123-never")

    assert [path.name for path in drafts.folder.iterdir()] == ["20261123-k3f9-edit.md"]


def test_checking_that_drafts_can_be_saved_leaves_no_file(drafts: Drafts) -> None:
    drafts.prepare()

    assert list(drafts.folder.iterdir()) == []


def test_an_unusable_drafts_folder_is_an_error_before_anybody_types(state: Path) -> None:
    state.write_text("a file where the folder should be", "utf-8")

    with pytest.raises(MentorlogError) as caught:
        Drafts(state).prepare()

    assert str(caught.value) == f"drafts cannot be kept in {state / 'drafts'}: its folder is not a folder"
    assert caught.value.hint == "MENTORLOG_STATE=FOLDER names another place"


def test_a_draft_open_in_another_window_is_an_error_of_one_line(
    drafts: Drafts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locks, "_WAIT", 0.0)

    with (
        drafts.claimed("20261123-k3f9"),
        pytest.raises(MentorlogError, match=r"^this draft is open in another window$"),
        drafts.claimed("20261123-k3f9"),
    ):
        pytest.fail("two hold one draft")


def test_an_answer_from_an_editor_is_kept_as_plain_text_with_its_draft(drafts: Drafts) -> None:
    drafts.keep("20261123-k3f9", draft_of())
    drafts.answer_path("20261123-k3f9").write_bytes(b"\xef\xbb\xbfA kestrel.\r\nA wren.\n")
    assert drafts.answer("20261123-k3f9") == "A kestrel.\nA wren."

    drafts.discard("20261123-k3f9")

    assert drafts.answer("20261123-k3f9") == ""
