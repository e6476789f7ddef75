"""No word is lost: after any failing call, the words are in a draft, the journal or the error."""

import errno
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import count
from pathlib import Path

import pytest

from journal.test_disk import WRITING, Faults, mode_of
from mentorlog.dimensions import CREATIVITY
from mentorlog.entry.compose import Answer
from mentorlog.entry.entry import Entry
from mentorlog.errors import ContentError, MentorlogError
from mentorlog.journal import disk
from mentorlog.journal.drafts import Drafts
from mentorlog.journal.journal import Journal
from mentorlog.journal.keeper import Keeper, NotSavedError, random_letters
from mentorlog.journal.settings import Settings

DAY, LATER = date(2026, 11, 23), date(2027, 1, 11)
WORDS = "The funnels had gone to another lab."
TEXT = f'+++\nschema = 1\ndate = 2026-11-23\ntitle = "Thirty faces"\n+++\n\n{WORDS}\n'
VALUES = {"date": LATER, "title": "No funnels"}
ERRORS = pytest.mark.parametrize("error", [errno.ENOSPC, errno.EACCES, errno.EIO], ids=errno.errorcode.get)


@dataclass(frozen=True)
class Desk:
    """A journal with two entries, and this account's state folder, which can both be copied."""

    folder: Path

    @property
    def root(self) -> Path:
        return self.folder / "journal"

    @property
    def state(self) -> Path:
        return self.folder / "state"

    @property
    def journal(self) -> Journal:
        return Journal(self.root, self.state, Settings(id="abc", name="Sam"))

    @property
    def drafts(self) -> Drafts:
        return Drafts(self.state)

    def entry(self, name: str = "thirty") -> Entry:
        return next(entry for entry in self.journal.read().entries if name in entry.path)

    def files(self) -> dict[str, bytes]:
        """Every file of the journal, hidden and temporary ones too."""
        return {
            path.relative_to(self.root).as_posix(): path.read_bytes() for path in self.root.rglob("*") if path.is_file()
        }

    def copy_as(self, number: int) -> "Desk":
        """Copy the desk with hard links, which is quick; a file written in place would show in every copy."""
        shutil.copytree(self.folder, self.folder.with_name(f"{number}"), copy_function=os.link)
        return Desk(self.folder.with_name(f"{number}"))

    def draft_texts(self) -> list[str]:
        return [path.read_text("utf-8") for path in self.drafts.folder.glob("*.md")]


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Skip waiting for the disk, which only a power cut would show; test_disk checks that it is done."""
    monkeypatch.setattr(os, "fsync", lambda _: None)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path / "desk")
    disk.make_folder(desk.root)
    desk.journal.add(DAY, "Thirty faces", TEXT)
    desk.journal.add(DAY, "Nineteen ticks", TEXT.replace("Thirty faces", "Nineteen ticks"))
    return desk


Change = Callable[[], object]


def adding(desk: Desk, day: date = DAY) -> Change:
    return lambda: desk.journal.add(day, "Thirty faces", TEXT)


def changing(desk: Desk) -> Change:
    entry = desk.entry()
    return lambda: desk.journal.rewrite(entry, TEXT + "More.\n")


def setting(desk: Desk) -> Change:
    entry = desk.entry()
    return lambda: desk.journal.set_values(entry, {"next": "Ask one pair"})


def deleting(desk: Desk) -> Change:
    entry = desk.entry()
    return lambda: desk.journal.delete([entry])


def deleting_all(desk: Desk) -> Change:
    entries = desk.journal.read().entries
    return lambda: desk.journal.delete(entries)


def undoing(desk: Desk) -> Change:
    return desk.journal.undo


Act = Callable[[Desk], Change]
CHANGES: dict[str, tuple[tuple[Act, ...], Act]] = {  # the changes made before, and the change during which a call fails
    "add": ((), adding),
    "add in a new year": ((), lambda desk: adding(desk, LATER)),
    "rewrite": ((), changing),
    "set_values": ((), setting),
    "delete": ((), deleting),
    "undo of new": ((), undoing),
    "undo of edit": ((changing,), undoing),
    "undo of delete": ((deleting,), undoing),
    "undo of undo": ((changing, undoing), lambda desk: lambda: desk.journal.undo(4)),
}


def arrange(desk: Desk, change: str) -> Act:
    """Make the changes that come before a change, and return that one."""
    before, act = CHANGES[change]
    for earlier in before:
        earlier(desk)()
    return act


def failure_of(change: Change) -> MentorlogError | None:
    try:
        change()
    except MentorlogError as error:
        return error
    return None


def with_each_call_failing(
    desk: Desk, act: Act, error: int, monkeypatch: pytest.MonkeyPatch
) -> list[tuple[Desk, MentorlogError | None, str]]:
    """Return a copy of the desk, the error and the failed call, for every call. No call fails in the last copy."""
    done = []
    for number in count(1):
        copy = desk.copy_as(number)
        make = act(copy)
        with monkeypatch.context() as patch:
            patch.setattr(disk, "os", faults := Faults(number, error))
            failure = failure_of(make)
        done.append((copy, failure, faults.fired))
        if not faults.fired:
            break
    return done


@pytest.mark.slow
@ERRORS
@pytest.mark.parametrize("change", CHANGES)
def test_a_failing_call_leaves_the_journal_as_before_or_as_wished(
    change: str, error: int, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    act = arrange(desk, change)
    old = desk.files()

    *failed, (whole, no_failure, _) = with_each_call_failing(desk, act, error, monkeypatch)

    assert no_failure is None
    assert whole.files() != old
    assert len(failed) > 20
    for copy, failure, where in failed:
        assert copy.files() in ([old, whole.files()] if failure else [whole.files()]), f"{where}: {failure}"
        assert "\n" not in str(failure), where


@pytest.mark.parametrize("change", ["rewrite", "delete", "undo of edit", "undo of delete"])
def test_no_error_wrongly_says_that_nothing_was_changed(
    change: str, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    act = arrange(desk, change)
    old = desk.files()

    failed = with_each_call_failing(desk, act, errno.EIO, monkeypatch)[:-1]

    untrue = [
        f"{where}: {error}" for copy, error, where in failed if "nothing was" in str(error) and copy.files() != old
    ]
    assert untrue == []


@pytest.mark.parametrize("change", ["add", "rewrite", "delete"])
def test_a_change_can_be_undone_after_a_failing_call(change: str, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    old = desk.files()

    failed = with_each_call_failing(desk, CHANGES[change][1], errno.EIO, monkeypatch)[:-1]
    half_way = [copy for copy, _, _ in failed if copy.files() != old]
    for copy in half_way:
        copy.journal.undo()

    assert half_way
    assert all(copy.files() == old for copy in half_way)


def test_after_a_failing_call_every_deleted_entry_can_be_brought_back(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = desk.files()

    failed = with_each_call_failing(desk, deleting_all, errno.EIO, monkeypatch)[:-1]

    for copy, failure, where in failed:
        left = copy.files()
        assert failure or not left, where
        assert left.items() <= old.items(), where
        if left != old:
            copy.journal.undo()
        assert copy.files() == old, where


def saving(desk: Desk) -> Change:
    """Save a draft and then the entry, as `new` does."""

    def save() -> None:
        keeper = Keeper(desk.drafts, "20270111-k3f9")
        keeper.keep_entry(VALUES, [Answer(WORDS, CREATIVITY)])
        keeper.save(desk.journal, VALUES, [Answer(WORDS, CREATIVITY)])

    return save


@ERRORS
def test_a_failing_call_never_loses_the_words_of_a_new_entry(
    error: int, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    *failed, (whole, no_failure, _) = with_each_call_failing(desk, saving, error, monkeypatch)

    assert no_failure is None
    assert WORDS in whole.entry("funnels").text
    assert whole.draft_texts() == []
    for copy, failure, where in failed:
        is_saved = any("funnels" in name for name in copy.files())
        is_kept = any(WORDS in text for text in copy.draft_texts())
        assert copy.files() in ([desk.files(), whole.files()] if failure else [whole.files()]), where
        assert is_saved or is_kept or WORDS in str(failure), where
        assert not failure or (is_kept and str(copy.drafts.folder) in str(failure)) or WORDS in str(failure), where


def test_on_a_full_disk_the_error_has_the_words_or_names_their_draft(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in count(1):
        copy = desk.copy_as(number)
        with monkeypatch.context() as patch:
            patch.setattr(disk, "os", faults := Faults(number, errno.ENOSPC, of=WRITING, stays=True))
            failure = str(failure_of(saving(copy)))
        if not faults.fired:
            break
        if failure == "None":  # only the record of the change could not be written
            assert WORDS in copy.entry("funnels").text
            continue
        is_kept = any(WORDS in text for text in copy.draft_texts())
        assert "the disk is full" in failure
        assert copy.files() == desk.files()
        assert failure.endswith(f"kept in {copy.drafts.path('20270111-k3f9')}" if is_kept else f"{WORDS}\n")

    assert number > 5


def going_on(desk: Desk) -> Change:
    def go_on() -> None:
        keeper = Keeper(desk.drafts, "20270111-k3f9")
        keeper.keep(WORDS)
        if not keeper.is_kept:
            raise MentorlogError(keeper.fault)

    return go_on


@ERRORS
def test_a_failing_call_leaves_a_draft_in_its_old_or_new_state(
    error: int, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.drafts.keep("20270111-k3f9", b"The funnels")

    failed = with_each_call_failing(desk, going_on, error, monkeypatch)[:-1]

    assert len(failed) >= 8
    for copy, failure, where in failed:
        (draft,) = copy.draft_texts()
        assert draft in ("The funnels", WORDS), where
        assert failure, where
        assert [path.name for path in copy.drafts.folder.iterdir()] == ["20270111-k3f9.md"], where


def test_a_draft_stays_until_its_entry_has_been_read_back(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    create = disk.create
    monkeypatch.setattr(disk, "create", lambda path, data, *_: create(path, data[:-10]))

    with pytest.raises(NotSavedError, match="does not read back the same") as caught:
        saving(desk)()

    assert WORDS in desk.draft_texts()[0]
    assert str(desk.drafts.folder) in str(caught.value)


def test_words_that_cannot_be_saved_as_utf_8_are_still_kept(desk: Desk) -> None:
    keeper = Keeper(desk.drafts, "20270111-k3f9")
    answers = [Answer("half a face \ud83d", CREATIVITY)]
    keeper.keep_entry(VALUES, answers)

    with pytest.raises(NotSavedError, match=r"cannot be saved.*kept in"):
        keeper.save(desk.journal, VALUES, answers)

    assert b"half a face" in keeper.path.read_bytes()


def test_saving_puts_an_entry_that_cannot_be_saved_into_a_draft(desk: Desk) -> None:
    keeper = Keeper(desk.drafts, "20270111-k3f9")

    with pytest.raises(NotSavedError):
        keeper.save(desk.journal, VALUES, [Answer("half a face \ud83d", CREATIVITY)])

    assert b"half a face" in keeper.path.read_bytes()


def test_a_fault_while_typing_is_remembered_until_a_draft_is_saved(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    keeper = Keeper(desk.drafts, "20270111-k3f9")

    with monkeypatch.context() as patch:
        patch.setattr(disk, "os", Faults(1, errno.ENOSPC, of=WRITING))
        keeper.keep(WORDS)
    is_kept, fault = keeper.is_kept, keeper.fault
    keeper.keep(WORDS)

    assert (is_kept, fault) == (False, "the disk is full")
    assert keeper.is_kept
    assert desk.draft_texts() == [WORDS]
    assert mode_of(keeper.path) == 0o600


def test_an_unsaved_entry_has_the_exit_status_of_its_cause(desk: Desk) -> None:
    keeper = Keeper(desk.drafts, "20270111-k3f9")
    keeper.keep(WORDS)

    assert NotSavedError(ContentError("no"), keeper).exit_code == ContentError.exit_code
    assert NotSavedError(MentorlogError("no"), keeper).hint == "mentorlog new --resume"


def test_random_letters_come_from_an_alphabet_that_is_easy_to_read_aloud() -> None:
    assert len(random_letters(4)) == 4
    assert set(random_letters(2000)) <= set("0123456789abcdefghjkmnpqrstvwxyz")


def test_an_error_while_saving_names_the_draft_once(desk: Desk) -> None:
    keeper = Keeper(desk.drafts, "20270111-k3f9")
    keeper.keep(WORDS)

    with pytest.raises(NotSavedError) as caught, keeper.saving(), keeper.saving():
        raise ContentError("is the drive connected?")

    assert str(caught.value) == f"is the drive connected? Your words are kept in {keeper.path}"


def test_an_interrupt_while_saving_is_passed_on(desk: Desk) -> None:
    with pytest.raises(KeyboardInterrupt), Keeper(desk.drafts, "20270111-k3f9").saving():
        raise KeyboardInterrupt
