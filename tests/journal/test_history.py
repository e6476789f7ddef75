"""Every change can be undone, and no undo loses a newer version."""

import json
import os
import stat
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from mentorlog.entry.entry import Entry
from mentorlog.errors import ContentError, NotFoundError
from mentorlog.journal import disk
from mentorlog.journal.drafts import Drafts
from mentorlog.journal.history import Edit, History
from mentorlog.journal.journal import Journal
from mentorlog.journal.settings import Settings

DAY = date(2026, 11, 23)
NAME = "2026/2026-11-23-thirty-faces.md"
TEXT = '+++\nschema = 1\ndate = 2026-11-23\ntitle = "Thirty faces"\n+++\n\nThe funnels had gone.\n'
CHANGED = TEXT + "I put the beakers out.\n"


@pytest.fixture
def own(tmp_path: Path) -> Journal:
    """An empty journal of our own."""
    disk.make_folder(tmp_path / "own")
    return Journal(tmp_path / "own", tmp_path / "state", Settings(id="abc", name="Sam"))


def add(own: Journal, title: str = "Thirty faces") -> Entry:
    return own.add(DAY, title, TEXT)


def files(own: Journal) -> dict[str, str]:
    return {
        path.relative_to(own.root).as_posix(): path.read_text("utf-8") for path in own.root.rglob("*") if path.is_file()
    }


def test_undo_removes_a_new_entry_and_keeps_its_text(own: Journal) -> None:
    add(own)

    undone = own.undo()

    assert files(own) == {}
    assert undone.taken_back.verb == "new"
    assert own.history.before(undone.record.files[0]) == TEXT.encode()


def test_undo_reverses_an_edit_byte_for_byte(own: Journal) -> None:
    own.rewrite(add(own), CHANGED)

    undone = own.undo()

    assert files(own) == {NAME: TEXT}
    assert undone.taken_back.what == '"Thirty faces" (Mon 23 Nov)'


def test_undo_reverses_a_changed_value_under_its_own_verb(own: Journal) -> None:
    own.set_values(add(own), {"next_state": "done"}, "next")

    undone = own.undo()

    assert files(own) == {NAME: TEXT}
    assert undone.taken_back.verb == "next"


def test_undo_restores_a_deleted_entry_under_its_own_name(own: Journal) -> None:
    own.delete([add(own)])
    (own.root / "2026").rmdir()

    own.undo()

    assert files(own) == {NAME: TEXT}


def test_undo_restores_several_entries_deleted_together(own: Journal) -> None:
    entries = [add(own), add(own)]
    before = files(own)
    own.delete(entries)

    undone = own.undo()

    assert files(own) == before
    assert undone.taken_back.what == "2 entries"


def test_an_undo_can_be_undone_by_its_number(own: Journal) -> None:
    own.rewrite(add(own), CHANGED)
    first = own.undo()

    second = own.undo(first.record.number)
    third = own.undo(second.record.number)

    assert files(own) == {NAME: TEXT}
    assert [first.record.number, second.record.number, third.record.number] == [3, 4, 5]


def test_undo_reverses_one_change_at_a_time_and_says_when_there_is_none_left(own: Journal) -> None:
    own.rewrite(add(own), CHANGED)

    seen = [(own.undo().taken_back.verb, files(own)) for _ in range(2)]

    assert seen == [("edit", {NAME: TEXT}), ("new", {})]
    with pytest.raises(NotFoundError, match="nothing to undo"):
        own.undo()


def test_an_unknown_number_cannot_be_undone(own: Journal) -> None:
    add(own)

    with pytest.raises(NotFoundError):
        own.undo(7)

    assert files(own) == {NAME: TEXT}


def delete(own: Journal, entry: Entry) -> None:
    own.delete([entry])


def edit(own: Journal, entry: Entry) -> None:
    own.rewrite(entry, CHANGED)


def leave(own: Journal, entry: Entry) -> None:
    """Make no change after the entry was added."""


@pytest.mark.parametrize(("change", "keeps"), [(leave, False), (edit, True), (delete, True)])
@pytest.mark.parametrize("newer", ["", "written elsewhere since\n", CHANGED + "\n"])
def test_undo_never_removes_a_newer_version(
    change: Callable[[Journal, Entry], None], keeps: bool, newer: str, own: Journal
) -> None:
    change(own, add(own))
    (own.root / NAME).write_text(newer, "utf-8")

    with pytest.raises(ContentError, match=r"has changed since, so it was left as it is") as caught:
        own.undo()

    assert files(own) == {NAME: newer}
    assert ("the earlier words are in" in str(caught.value)) == keeps


def test_undoing_an_edit_does_not_recreate_an_entry_deleted_by_hand(own: Journal) -> None:
    own.rewrite(add(own), CHANGED)
    (own.root / NAME).unlink()

    with pytest.raises(ContentError, match="has changed since"):
        own.undo()

    assert files(own) == {}


def test_if_one_of_several_files_has_changed_none_is_restored(own: Journal) -> None:
    own.delete([add(own), add(own)])
    (own.root / NAME).write_text("new here", "utf-8")

    with pytest.raises(ContentError):
        own.undo()

    assert files(own) == {NAME: "new here"}


HALF_WRITTEN = [
    ("new", Edit("2026/2026-11-24-never.md", None, b"x")),
    ("edit", Edit(NAME, CHANGED.encode(), b"x")),
    ("delete", Edit(NAME, CHANGED.encode(), None)),
]


@pytest.mark.parametrize(("verb", "never_made"), HALF_WRITTEN)
def test_a_record_of_a_change_that_was_never_made_is_ignored(verb: str, never_made: Edit, own: Journal) -> None:
    own.rewrite(add(own), CHANGED)
    own.history.write(verb, "the power went", [never_made])

    undone = own.undo()

    assert undone.taken_back.verb == "edit"
    assert undone.taken_back.number == 2
    assert files(own) == {NAME: TEXT}


TORN = [b"", b"{", b"[]", b"7", b"\xff\xfe", b'{"number": 3}', b'{"number": 3, "verb": "new", "what": "", "files": 1}']


@pytest.mark.parametrize("data", TORN)
def test_an_unreadable_record_is_ignored(data: bytes, own: Journal) -> None:
    add(own)
    (own.history.folder / "000003.json").write_bytes(data)

    assert [record.number for record in own.history.records()] == [1]
    assert own.undo().taken_back.verb == "new"


def test_undo_without_the_earlier_text_is_an_error_and_changes_nothing(own: Journal) -> None:
    own.rewrite(add(own), CHANGED)
    own.history.where(own.history.records()[-1].files[0]).unlink()

    with pytest.raises(ContentError, match="has changed since, so it was left as it is"):
        own.undo()
    with pytest.raises(ContentError, match="the words before change 2 were removed for good"):
        own.undo(2)

    assert files(own) == {NAME: CHANGED}


def test_a_dropped_record_leaves_no_copy_behind(own: Journal) -> None:
    record = own.history.write("edit", "what", [Edit(NAME, b"before", b"after")])

    own.history.drop(record)

    assert list(own.history.folder.iterdir()) == []


def test_each_journal_has_a_history_of_its_own(tmp_path: Path) -> None:
    History(tmp_path, "one").write("new", "what", [Edit(NAME, None, b"x")])

    assert History(tmp_path, "one").records()
    assert History(tmp_path, "other").records() == []


def test_a_record_is_plain_json_and_keeps_any_bytes(tmp_path: Path) -> None:
    history = History(tmp_path, "one")

    record = history.write("edit", "über", [Edit(NAME, b"before \xff", b"after"), Edit("b.md", b"", None)])

    assert history.records() == [record]
    assert [history.before(file) for file in record.files] == [b"before \xff", b""]
    assert json.loads((history.folder / "000001.json").read_bytes())["schema"] == 1


def test_history_is_open_to_this_account_only(own: Journal) -> None:
    own.rewrite(add(own), CHANGED)

    paths = list(own.history.folder.parents[1].rglob("*"))

    assert {stat.S_IMODE(path.stat().st_mode) for path in paths if path.is_file()} == {0o600}
    assert {stat.S_IMODE(path.stat().st_mode) for path in paths if path.is_dir()} == {0o700}


def test_earlier_versions_of_a_file_are_listed_oldest_first(own: Journal) -> None:
    changed = own.rewrite(add(own), CHANGED)
    add(own)
    own.delete([changed])

    versions = [(record.verb, before.decode()) for record, before in own.history.versions(NAME)]

    assert versions == [("edit", TEXT), ("delete", CHANGED)]


def test_a_purge_removes_every_word_of_an_entry_and_nothing_else(own: Journal, state: Path) -> None:
    secret, other = own.rewrite(add(own), CHANGED + "secret\n"), add(own)
    own.delete([secret, other])
    own.undo()
    Drafts(state).keep(f"{secret.id}-edit", b"secret")

    own.purge(secret, Drafts(state))

    left = [path.read_bytes() for folder in (own.root, state) for path in folder.rglob("*") if path.is_file()]
    assert [data for data in left if b"secret" in data] == []
    assert files(own) == {other.path: TEXT}


def test_a_purge_keeps_the_history_of_another_entry_with_the_same_name(own: Journal, state: Path) -> None:
    first = own.rewrite(add(own), CHANGED + "Another day's words.\n")
    own.delete([first])
    second = own.add(DAY, "Thirty faces", TEXT.replace("schema = 1", 'schema = 1\nid = "20261123-k3f9"') + "secret\n")
    assert second.path == first.path

    own.purge(second, Drafts(state))

    left = [path.read_text("utf-8") for folder in (own.root, state) for path in folder.rglob("*") if path.is_file()]
    assert not any("secret" in text for text in left)
    assert any("Another day's words." in text for text in left)
    own.undo()
    assert "Another day's words." in files(own)[first.path]


def test_a_purge_removes_only_the_entrys_own_drafts(own: Journal, state: Path) -> None:
    short = own.add(DAY, "Short", TEXT.replace("schema = 1", 'schema = 1\nid = "2"'))
    drafts = Drafts(state)
    for name in ("2", "2-edit-abcd", "20261123-k3f9", "2.x", "2-other"):
        drafts.keep(name, b"words")

    own.purge(short, drafts)

    assert sorted(path.name for path in drafts.folder.iterdir()) == ["2-other.md", "2.x.md", "20261123-k3f9.md"]


def test_a_purge_removes_temporary_files_that_a_killed_mentorlog_left(own: Journal, state: Path) -> None:
    entry = own.add(DAY, "Short", TEXT.replace("schema = 1", 'schema = 1\nid = "20261123-k3f9"'))
    its, others = (own.root / "2026" / f".mentorlog-{letter * 12}.tmp" for letter in "ab")
    its.write_text(entry.text + "more\n", "utf-8")
    others.write_text("words of somebody else", "utf-8")

    own.purge(entry, Drafts(state))

    assert (its.exists(), others.exists()) == (False, True)


def test_a_purge_refuses_a_file_that_has_changed(own: Journal, state: Path) -> None:
    entry = own.rewrite(add(own), CHANGED)
    (own.root / NAME).write_text("newer", "utf-8")

    with pytest.raises(ContentError, match="has changed since it was read"):
        own.purge(entry, Drafts(state))

    assert files(own) == {NAME: "newer"}
    assert len(own.history.versions(NAME)) == 1


@pytest.mark.parametrize(("days", "kept"), [(0, 50), (1, 50), (3, 31), (7, 20), (365, 20), (-365, 50)])
def test_only_versions_before_the_last_twenty_of_a_file_are_removed(
    days: int, kept: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`days` lie between two changes; a clock that is set back makes no version old."""
    monkeypatch.setattr(os, "fsync", lambda _: None)
    monkeypatch.setattr(disk, "modified", lambda path: days * 86400.0 * int(path.stem))
    history = History(tmp_path, "one")

    for number in range(50):
        history.write("edit", "what", [Edit(NAME, b"%d" % number, b"x")])

    assert [record.number for record in history.records()] == list(range(51 - kept, 51))
    assert [before for _, before in history.versions(NAME)] == [b"%d" % number for number in range(50 - kept, 50)]
    assert len(list(history.folder.iterdir())) == 2 * kept
