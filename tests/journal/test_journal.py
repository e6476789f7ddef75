"""One person's journal: the place of each entry, and the files that are left alone."""

import errno
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from journal.test_disk import Faults, contents
from mentorlog.entry.entry import Entry
from mentorlog.errors import ContentError, MentorlogError
from mentorlog.journal import disk, locks
from mentorlog.journal.journal import Journal
from mentorlog.journal.settings import Settings

DAY = date(2026, 11, 23)
NAME = "2026/2026-11-23-thirty-faces.md"
TEXT = '+++\nschema = 1\ndate = 2026-11-23\ntitle = "Thirty faces"\n+++\n\nThe funnels had gone.\n'
SETTINGS = Settings(id="abc", name="Sam")


@pytest.fixture
def own(tmp_path: Path) -> Journal:
    """An empty journal of our own."""
    disk.make_folder(tmp_path / "own")
    return Journal(tmp_path / "own", tmp_path / "state", SETTINGS)


@pytest.fixture
def entry(own: Journal) -> Entry:
    return own.add(DAY, "Thirty faces", TEXT)


def test_a_new_entry_goes_into_its_year_under_its_day_and_title(own: Journal) -> None:
    entry = own.add(DAY, "Thirty faces", TEXT)

    assert entry.path == NAME
    assert (own.root / NAME).read_bytes() == TEXT.encode()
    assert own.read().entries == (entry,)


def test_a_new_entry_and_its_folder_are_open_to_this_account_only(own: Journal) -> None:
    before = os.umask(0)
    own.add(DAY, "Thirty faces", TEXT)
    os.umask(before)

    assert stat.S_IMODE((own.root / "2026").stat().st_mode) == 0o700
    assert stat.S_IMODE((own.root / NAME).stat().st_mode) == 0o600


def test_an_entry_with_the_same_title_gets_its_own_name(own: Journal) -> None:
    names = [own.add(DAY, "Thirty faces", TEXT).path for _ in range(3)]

    assert names == [NAME, NAME.replace(".md", "-2.md"), NAME.replace(".md", "-3.md")]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("../../etc/passwd", "etc-passwd"),
        ("/absolute", "absolute"),
        ("C:\\aux", "c-aux"),
        ("a\nb\x1b[2J", "a-b-2j"),
        ("", "entry"),
        ("🙂", "entry"),
        ("x" * 300, "x" * 50),
    ],
)
def test_no_title_becomes_a_path(title: str, name: str, own: Journal) -> None:
    assert own.add(DAY, title, TEXT).path == f"2026/2026-11-23-{name}.md"


def test_a_name_that_is_taken_at_the_last_moment_is_not_overwritten(
    own: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk, "os", faults := Faults())

    def link(source: Path, target: Path) -> None:
        if target == own.root / NAME:
            target.write_bytes(b"from another computer")
        os.link(source, target)

    monkeypatch.setattr(faults, "link", link, raising=False)
    entry = own.add(DAY, "Thirty faces", TEXT)

    assert entry.path == NAME.replace(".md", "-2.md")
    assert (own.root / NAME).read_bytes() == b"from another computer"
    assert [record.files[0].path for record in own.history.records()] == [entry.path]


def test_ten_at_once_with_one_title_are_ten_entries(own: Journal) -> None:
    with ThreadPoolExecutor(10) as ten:
        entries = list(ten.map(lambda number: own.add(DAY, "Thirty faces", f"{TEXT}{number}\n"), range(10)))

    assert len({entry.path for entry in entries}) == 10
    assert {entry.text for entry in own.read().entries} == {f"{TEXT}{number}\n" for number in range(10)}
    assert len(own.history.records()) == 10


def test_ten_computers_at_once_with_one_title_are_ten_entries(own: Journal, tmp_path: Path) -> None:
    def add(number: int) -> Entry:  # a lock covers one computer only, so here no writer waits for another
        computer = Journal(own.root, tmp_path / f"state-{number}", SETTINGS)
        return computer.add(DAY, "Thirty faces", f"{TEXT}{number}\n")

    with ThreadPoolExecutor(10) as ten:
        entries = list(ten.map(add, range(10)))

    assert len({entry.path for entry in entries}) == 10
    assert {entry.text for entry in own.read().entries} == {f"{TEXT}{number}\n" for number in range(10)}


@pytest.mark.slow
def test_ten_programs_at_once_with_one_title_are_ten_entries(journal: Path, state: Path) -> None:
    command = [sys.executable, "-m", "mentorlog", "new", "Thirty faces"]
    started = [subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL) for _ in range(10)]

    assert [program.wait() for program in started] == [0] * 10
    assert len(list(journal.glob("2*/*.md"))) == 10
    assert list((state / "drafts").glob("*.md")) == []


def test_writing_while_another_program_writes_is_an_error_and_adds_nothing(
    own: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locks, "_WAIT", 0.0)
    disk.make_folder(tmp_path / "state")

    with (
        locks.locked(tmp_path / "state" / "lock"),
        pytest.raises(MentorlogError, match=r"^the entry could not be saved: another mentorlog is writing$"),
    ):
        own.add(DAY, "Thirty faces", TEXT)

    assert own.read().entries == ()


def test_an_entry_is_never_written_through_a_link_out_of_the_journal(own: Journal, tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (own.root / "2026").symlink_to(tmp_path / "outside")

    with pytest.raises(MentorlogError):
        own.add(DAY, "Thirty faces", TEXT)

    assert contents(tmp_path / "outside") == {}


def test_rewriting_returns_the_entry_in_its_new_state(own: Journal, entry: Entry) -> None:
    changed = own.rewrite(entry, TEXT.replace("Thirty", "Forty"))

    assert (changed.path, changed.title) == (NAME, "Forty faces")
    assert own.read().entries == (changed,)


def test_without_a_change_nothing_is_written(own: Journal, entry: Entry) -> None:
    before = (own.root / NAME).stat()

    own.rewrite(entry, entry.text)
    own.set_values(entry, {"title": "Thirty faces", "next": None})

    assert (own.root / NAME).stat() == before
    assert len(own.history.records()) == 1


def test_a_change_that_would_make_the_entry_unreadable_is_refused(own: Journal, entry: Entry) -> None:
    before = (own.root / entry.path).read_bytes()

    with pytest.raises(ContentError, match="was left as it is, or it would be no entry: the front matter is opened"):
        own.rewrite(entry, "+++\nno end\n")

    assert (own.root / entry.path).read_bytes() == before


FORMS = [
    ("comments", "+++\n# mine\ndate = 2026-11-23  # a Monday\ntitle = 'A'\nmood   =   'low' # kept\n+++\nBody\n"),
    ("CRLF", "+++\r\ndate = 2026-11-23\r\ntitle = 'A'\r\n+++\r\nBody\r\n\r\n"),
    ("BOM", "\ufeff+++\ndate = 2026-11-23\ntitle = 'A'\n+++\nBody"),
    ("odd line ends", "+++\ndate = 2026-11-23\ntitle = 'A'\n+++\nBody\u2028one\x0ctwo\x85three  \t\n\n\n"),
]


@pytest.mark.parametrize(("form", "text"), FORMS, ids=[form for form, _ in FORMS])
def test_a_changed_value_touches_no_other_byte(form: str, text: str, own: Journal) -> None:
    del form
    (own.root / "2026-11-23-a.md").write_bytes(text.encode())
    (entry,) = own.read().entries

    own.set_values(entry, {"title": "B"})

    assert (own.root / "2026-11-23-a.md").read_bytes() == text.replace("title = 'A'", 'title = "B"').encode()


def test_an_entry_of_a_newer_mentorlog_is_never_changed(own: Journal, entry: Entry) -> None:
    newer = TEXT.replace("schema = 1", "schema = 2")
    (own.root / NAME).write_text(newer, "utf-8")
    (entry,) = own.read().entries

    with pytest.raises(ContentError, match="written by a newer mentorlog"):
        own.rewrite(entry, TEXT)
    with pytest.raises(ContentError, match="written by a newer mentorlog"):
        own.set_values(entry, {"title": "B"})

    assert (own.root / NAME).read_text("utf-8") == newer


Change = Callable[[Journal, Entry], object]
CHANGES: dict[str, Change] = {
    "rewrite": lambda own, entry: own.rewrite(entry, TEXT + "More.\n"),
    "set_values": lambda own, entry: own.set_values(entry, {"title": "B"}),
    "delete": lambda own, entry: own.delete([entry]),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_file_that_changed_after_it_was_read_is_left_as_it_is(change: str, own: Journal, entry: Entry) -> None:
    (own.root / NAME).write_text("a newer version", "utf-8")

    with pytest.raises(
        ContentError, match=r"^nothing was changed: 2026-11-23-thirty-faces.md has changed since it was read$"
    ):
        CHANGES[change](own, entry)

    assert contents(own.root / "2026") == {Path(NAME).name: b"a newer version"}
    assert len(own.history.records()) == 1


@pytest.mark.parametrize("change", CHANGES)
def test_a_missing_file_is_not_recreated(change: str, own: Journal, entry: Entry) -> None:
    (own.root / NAME).unlink()

    with pytest.raises(MentorlogError, match=r"^nothing was changed: "):
        CHANGES[change](own, entry)

    assert contents(own.root / "2026") == {}


@pytest.mark.parametrize("change", CHANGES)
def test_nothing_is_written_through_a_link_that_replaced_a_file(
    change: str, own: Journal, entry: Entry, tmp_path: Path
) -> None:
    (own.root / NAME).rename(tmp_path / "outside.md")
    (own.root / NAME).symlink_to(tmp_path / "outside.md")

    with pytest.raises(MentorlogError, match="it is a link"):
        CHANGES[change](own, entry)

    assert (tmp_path / "outside.md").read_text("utf-8") == TEXT


def test_only_the_named_entries_are_deleted(own: Journal) -> None:
    first, second, third = (own.add(DAY, title, TEXT) for title in ("one", "two", "three"))

    own.delete([first, third])

    assert [entry.path for entry in own.read().entries] == [second.path]


def test_if_one_of_several_entries_has_changed_none_is_deleted(own: Journal, entry: Entry) -> None:
    other = own.add(DAY, "Nineteen ticks", TEXT)
    (own.root / other.path).write_text("a newer version", "utf-8")

    with pytest.raises(ContentError, match="nothing was changed"):
        own.delete([entry, other])

    assert len(contents(own.root / "2026")) == 2


def test_a_fault_is_an_error_of_one_line_with_the_reason(own: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk, "os", Faults(1, errno.ENOSPC, of=["write"]))

    with pytest.raises(MentorlogError) as caught:
        own.add(DAY, "Thirty faces", TEXT)

    assert str(caught.value).startswith("the entry could not be saved: the disk is full (")
