"""No word is lost: whichever call fails, the words are in a draft, in the journal or in the error."""

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

    def copied(self, number: int) -> "Desk":
        """The same again. Its files are links, which is quick; a file written in place would show in every copy."""
        shutil.copytree(self.folder, self.folder.with_name(f"{number}"), copy_function=os.link)
        return Desk(self.folder.with_name(f"{number}"))

    def draft_texts(self) -> list[str]:
        return [path.read_text("utf-8") for path in self.drafts.folder.glob("*.md")]


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """No power is cut here, so nothing would be seen of waiting for the disk (test_disk holds that it is done)."""
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
CHANGES: dict[str, tuple[tuple[Act, ...], Act]] = {  # what was done before, and what is done while a call fails
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
    """Do what comes before a change, and return the change."""
    before, act = CHANGES[change]
    for each in before:
        each(desk)()
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
    """A copy of the desk for each call that can fail, the failure, and which call it was. The last one is whole."""
    done = []
    for number in count(1):
        copy = desk.copied(number)
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
def test_whichever_call_fails_the_journal_is_as_before_or_as_wished(
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
def test_an_error_never_says_that_nothing_happened_when_something_did(
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
def test_whatever_was_done_before_a_call_failed_can_be_undone(
    change: str, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = desk.files()

    failed = with_each_call_failing(desk, CHANGES[change][1], errno.EIO, monkeypatch)[:-1]
    half_way = [copy for copy, _, _ in failed if copy.files() != old]
    for copy in half_way:
        copy.journal.undo()

    assert half_way
    assert all(copy.files() == old for copy in half_way)


def test_each_of_several_deleted_entries_is_there_or_can_be_brought_back(
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
    """What `new` does: the draft first, then the entry."""

    def save() -> None:
        keeper = Keeper(desk.drafts, "20270111-k3f9")
        keeper.keep_entry(VALUES, [Answer(WORDS, CREATIVITY)])
        keeper.save(desk.journal, VALUES, [Answer(WORDS, CREATIVITY)])

    return save


@ERRORS
def test_whichever_call_fails_the_words_of_a_new_entry_are_somewhere(
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


def test_on_a_full_disk_the_words_are_in_the_error_or_in_the_draft_that_it_names(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in count(1):
        copy = desk.copied(number)
        with monkeypatch.context() as patch:
            patch.setattr(disk, "os", faults := Faults(number, errno.ENOSPC, of=WRITING, stays=True))
            failure = str(failure_of(saving(copy)))
        if not faults.fired:
            break
        if failure == "None":  # only the note that the change was made could not be written
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
def test_whichever_call_fails_a_draft_holds_its_earlier_or_its_later_state(
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


def test_words_that_cannot_be_saved_as_utf_8_are_kept_all_the_same(desk: Desk) -> None:
    keeper = Keeper(desk.drafts, "20270111-k3f9")
    answers = [Answer("half a face \ud83d", CREATIVITY)]
    keeper.keep_entry(VALUES, answers)

    with pytest.raises(NotSavedError, match=r"cannot be saved.*kept in"):
        keeper.save(desk.journal, VALUES, answers)

    assert b"half a face" in keeper.path.read_bytes()


def test_an_entry_that_cannot_be_saved_is_put_in_a_draft_by_the_saving_itself(desk: Desk) -> None:
    keeper = Keeper(desk.drafts, "20270111-k3f9")

    with pytest.raises(NotSavedError):
        keeper.save(desk.journal, VALUES, [Answer("half a face \ud83d", CREATIVITY)])

    assert b"half a face" in keeper.path.read_bytes()


def test_a_fault_while_typing_is_remembered_and_the_next_draft_mends_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
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


def test_the_status_of_an_entry_that_was_not_saved_is_that_of_its_reason(desk: Desk) -> None:
    keeper = Keeper(desk.drafts, "20270111-k3f9")
    keeper.keep(WORDS)

    assert NotSavedError(ContentError("no"), keeper).exit_code == ContentError.exit_code
    assert NotSavedError(MentorlogError("no"), keeper).hint == "mentorlog new --resume"


def test_random_letters_are_of_the_alphabet_that_people_can_read_aloud() -> None:
    assert len(random_letters(4)) == 4
    assert set(random_letters(2000)) <= set("0123456789abcdefghjkmnpqrstvwxyz")


def test_an_error_while_saving_says_where_the_words_are_and_is_not_told_of_twice(desk: Desk) -> None:
    keeper = Keeper(desk.drafts, "20270111-k3f9")
    keeper.keep(WORDS)

    with pytest.raises(NotSavedError) as told, keeper.saving(), keeper.saving():
        raise ContentError("is the drive connected?")

    assert str(told.value) == f"is the drive connected? Your words are kept in {keeper.path}"


def test_an_end_from_outside_is_passed_on_while_saving(desk: Desk) -> None:
    with pytest.raises(KeyboardInterrupt), Keeper(desk.drafts, "20270111-k3f9").saving():
        raise KeyboardInterrupt
