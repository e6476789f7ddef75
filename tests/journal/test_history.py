"""Every change can be taken back, and taking one back never costs a newer version."""

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


def test_a_new_entry_is_taken_out_and_its_words_are_kept(own: Journal) -> None:
    add(own)

    undone = own.undo()

    assert files(own) == {}
    assert undone.taken_back.verb == "new"
    assert own.history.before(undone.record.files[0]) == TEXT.encode()


def test_an_edit_is_taken_back_to_the_byte(own: Journal) -> None:
    own.rewrite(add(own), CHANGED)

    undone = own.undo()

    assert files(own) == {NAME: TEXT}
    assert undone.taken_back.what == '"Thirty faces" (Mon 23 Nov)'


def test_a_changed_value_is_taken_back_under_its_own_verb(own: Journal) -> None:
    own.set_values(add(own), {"next_state": "done"}, "next")

    undone = own.undo()

    assert files(own) == {NAME: TEXT}
    assert undone.taken_back.verb == "next"


def test_a_deleted_entry_comes_back_under_its_own_name(own: Journal) -> None:
    own.delete([add(own)])
    (own.root / "2026").rmdir()

    own.undo()

    assert files(own) == {NAME: TEXT}


def test_several_entries_that_went_together_come_back_together(own: Journal) -> None:
    entries = [add(own), add(own)]
    before = files(own)
    own.delete(entries)

    undone = own.undo()

    assert files(own) == before
    assert undone.taken_back.what == "2 entries"


def test_an_undo_is_taken_back_by_its_number(own: Journal) -> None:
    own.rewrite(add(own), CHANGED)
    first = own.undo()

    second = own.undo(first.record.number)
    third = own.undo(second.record.number)

    assert files(own) == {NAME: TEXT}
    assert [first.record.number, second.record.number, third.record.number] == [3, 4, 5]


def test_undo_goes_back_one_change_at_a_time_and_then_says_that_there_is_none(own: Journal) -> None:
    own.rewrite(add(own), CHANGED)

    seen = [(own.undo().taken_back.verb, files(own)) for _ in range(2)]

    assert seen == [("edit", {NAME: TEXT}), ("new", {})]
    with pytest.raises(NotFoundError, match="nothing to undo"):
        own.undo()


def test_a_number_that_is_no_change_is_not_found(own: Journal) -> None:
    add(own)

    with pytest.raises(NotFoundError):
        own.undo(7)

    assert files(own) == {NAME: TEXT}


def delete(own: Journal, entry: Entry) -> None:
    own.delete([entry])


def edit(own: Journal, entry: Entry) -> None:
    own.rewrite(entry, CHANGED)


def leave(own: Journal, entry: Entry) -> None:
    """The entry is new, and that is all."""


@pytest.mark.parametrize(("change", "keeps"), [(leave, False), (edit, True), (delete, True)])
@pytest.mark.parametrize("newer", ["", "written elsewhere since\n", CHANGED + "\n"])
def test_a_newer_version_is_never_taken_away(
    change: Callable[[Journal, Entry], None], keeps: bool, newer: str, own: Journal
) -> None:
    change(own, add(own))
    (own.root / NAME).write_text(newer, "utf-8")

    with pytest.raises(ContentError, match=r"has changed since, so it was left as it is") as caught:
        own.undo()

    assert files(own) == {NAME: newer}
    assert ("the earlier words are in" in str(caught.value)) == keeps


def test_an_entry_that_was_deleted_by_hand_after_an_edit_is_not_conjured_up(own: Journal) -> None:
    own.rewrite(add(own), CHANGED)
    (own.root / NAME).unlink()

    with pytest.raises(ContentError, match="has changed since"):
        own.undo()

    assert files(own) == {}


def test_where_one_of_several_has_changed_none_is_brought_back(own: Journal) -> None:
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
def test_a_record_whose_change_was_never_made_is_passed_over(verb: str, never_made: Edit, own: Journal) -> None:
    own.rewrite(add(own), CHANGED)
    own.history.write(verb, "the power went", [never_made])

    undone = own.undo()

    assert undone.taken_back.verb == "edit"
    assert undone.taken_back.number == 2
    assert files(own) == {NAME: TEXT}


TORN = [b"", b"{", b"[]", b"7", b"\xff\xfe", b'{"number": 3}', b'{"number": 3, "verb": "new", "what": "", "files": 1}']


@pytest.mark.parametrize("data", TORN)
def test_a_record_that_says_nothing_is_passed_over(data: bytes, own: Journal) -> None:
    add(own)
    (own.history.folder / "000003.json").write_bytes(data)

    assert [record.number for record in own.history.records()] == [1]
    assert own.undo().taken_back.verb == "new"


def test_earlier_words_that_are_missing_are_one_line_and_change_nothing(own: Journal) -> None:
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


def test_a_record_is_written_after_the_words_that_it_names_and_is_plain_json(tmp_path: Path) -> None:
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


def test_earlier_states_of_one_file_are_told_oldest_first(own: Journal) -> None:
    changed = own.rewrite(add(own), CHANGED)
    add(own)
    own.delete([changed])

    versions = [(record.verb, before.decode()) for record, before in own.history.versions(NAME)]

    assert versions == [("edit", TEXT), ("delete", CHANGED)]


def test_an_entry_that_is_purged_leaves_no_word_anywhere_and_nothing_else_goes(own: Journal, state: Path) -> None:
    secret, other = own.rewrite(add(own), CHANGED + "secret\n"), add(own)
    own.delete([secret, other])
    own.undo()
    Drafts(state).keep(f"{secret.id}-edit", b"secret")

    own.purge(secret, Drafts(state))

    left = [path.read_bytes() for folder in (own.root, state) for path in folder.rglob("*") if path.is_file()]
    assert [data for data in left if b"secret" in data] == []
    assert files(own) == {other.path: TEXT}


def test_a_purge_leaves_what_another_entry_said_under_the_same_name(own: Journal, state: Path) -> None:
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


def test_a_purge_takes_its_own_drafts_and_nobody_elses(own: Journal, state: Path) -> None:
    short = own.add(DAY, "Short", TEXT.replace("schema = 1", 'schema = 1\nid = "2"'))
    drafts = Drafts(state)
    for name in ("2", "2-edit-abcd", "20261123-k3f9", "2.x", "2-other"):
        drafts.keep(name, b"words")

    own.purge(short, drafts)

    assert sorted(path.name for path in drafts.folder.iterdir()) == ["2-other.md", "2.x.md", "20261123-k3f9.md"]


def test_a_purge_takes_what_a_killed_mentorlog_left_half_done(own: Journal, state: Path) -> None:
    entry = own.add(DAY, "Short", TEXT.replace("schema = 1", 'schema = 1\nid = "20261123-k3f9"'))
    its, others = (own.root / "2026" / f".mentorlog-{letter * 12}.tmp" for letter in "ab")
    its.write_text(entry.text + "more\n", "utf-8")
    others.write_text("words of somebody else", "utf-8")

    own.purge(entry, Drafts(state))

    assert (its.exists(), others.exists()) == (False, True)


def test_a_purge_refuses_a_file_that_is_not_what_was_read(own: Journal, state: Path) -> None:
    entry = own.rewrite(add(own), CHANGED)
    (own.root / NAME).write_text("newer", "utf-8")

    with pytest.raises(ContentError, match="has changed since it was read"):
        own.purge(entry, Drafts(state))

    assert files(own) == {NAME: "newer"}
    assert len(own.history.versions(NAME)) == 1


@pytest.mark.parametrize(("days", "kept"), [(0, 50), (1, 50), (3, 31), (7, 20), (365, 20), (-365, 50)])
def test_old_versions_go_only_beyond_the_last_twenty_of_a_file(
    days: int, kept: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So many days between one change and the next; a clock that goes back makes nothing old."""
    monkeypatch.setattr(os, "fsync", lambda _: None)
    monkeypatch.setattr(disk, "modified", lambda path: days * 86400.0 * int(path.stem))
    history = History(tmp_path, "one")

    for number in range(50):
        history.write("edit", "what", [Edit(NAME, b"%d" % number, b"x")])

    assert [record.number for record in history.records()] == list(range(51 - kept, 51))
    assert [before for _, before in history.versions(NAME)] == [b"%d" % number for number in range(50 - kept, 50)]
    assert len(list(history.folder.iterdir())) == 2 * kept
