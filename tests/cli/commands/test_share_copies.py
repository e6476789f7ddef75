"""The copies in the shared folder: recognised, named after their titles, and withdrawn or reported."""

import os
import shutil
from pathlib import Path

import pytest

from cli.two_people import One
from mentorlog.errors import ExitCode

READERS = "+++\ndate = 2026-11-23\n+++\n\nPriya's note.\n"


@pytest.fixture
def shared(sam: One) -> One:
    """Sam after sharing one entry."""
    sam.does("new 'The bell went' --share --title 'The bell'")
    sam.does("share --yes")
    return sam


def names(one: One) -> list[str]:
    """Return the names of the copies without the letters of their ids."""
    return [name.rpartition("-")[0] for name in one.copies() if name.endswith(".md")]


def the_copy(one: One) -> Path:
    [path] = one.for_other.rglob("2026-*.md")
    return path


def without_ledger(one: One) -> None:
    shutil.rmtree(one.base / f"{one.name}-state" / "shares")


def test_a_copy_is_named_after_its_entrys_current_title(shared: One) -> None:
    shared.does("edit last --set title='A pupil cried'")

    output = shared.does("share --yes")

    assert "1 entry would be updated in Priya's folder:" in output
    assert names(shared) == ["2026/2026-11-23-a-pupil-cried"]
    assert shared.does("share --yes") == "1 entry is shared with Priya, and nothing has changed.\n"


def test_renaming_a_copy_is_one_change_and_one_undo(shared: One) -> None:
    before = shared.copies()
    shared.does("edit last --set title='A pupil cried'")
    shared.does("share --yes")

    shared.does("undo")

    assert shared.copies() == before


def test_the_readers_changes_under_the_old_name_stay_beside_the_new_copy(shared: One) -> None:
    the_copy(shared).write_text(READERS, "utf-8")
    shared.does("edit last --set title='A pupil cried'")

    result = shared.run("share --yes")

    assert result.exit_code == ExitCode.CONTENT
    assert names(shared) == ["2026/2026-11-23-a-pupil-cried", "2026/2026-11-23-the-bell"]
    assert READERS.encode() in shared.copies().values()
    assert "2026-11-23-the-bell" in result.stderr
    assert "2026/2026-11-23-a-pupil-cried" not in result.stderr
    assert "is not what you shared, and was left alone; yours is 2026/2026-11-23-the-bell.md" in result.stderr


def test_a_new_title_makes_no_second_copy_even_without_the_ledger(shared: One) -> None:
    without_ledger(shared)
    shared.does("edit last --set title='A pupil cried'")

    shared.does("share --yes")

    assert names(shared) == ["2026/2026-11-23-a-pupil-cried"]


@pytest.mark.parametrize("command", ["share --withdraw last --yes", "undo"])
def test_a_copy_can_be_withdrawn_even_without_the_ledger(command: str, shared: One) -> None:
    without_ledger(shared)

    shared.does(command)

    assert names(shared) == []


def test_the_next_share_rebuilds_a_lost_ledger(shared: One) -> None:
    without_ledger(shared)

    shared.does("share --yes")
    shutil.rmtree(shared.base / "sam-state" / "history")
    shared.does("edit last --set class=9B")
    shared.does("share --yes")

    assert b'class = "9B"' in the_copy(shared).read_bytes()


def test_a_file_that_cannot_be_recognised_as_our_copy_stays_and_is_reported(shared: One) -> None:
    shutil.rmtree(shared.base / "sam-state")
    shared.does(["init", str(shared.root)])
    path = the_copy(shared)
    path.write_text(path.read_text("utf-8") + "\nAnd a word of Priya's.\n", "utf-8")

    result = shared.run("share --withdraw last --yes")

    assert result.exit_code == ExitCode.CONTENT
    assert f"2026/{path.name} in Priya's folder says that it is a copy of yours" in result.stderr
    assert "1 file in Priya's folder was left as it is; if it is to go, delete it there by hand" in result.stderr
    assert path.is_file()


def test_an_unchanged_copy_can_be_withdrawn_from_another_computer(shared: One) -> None:
    shutil.rmtree(shared.base / "sam-state")
    shared.does(["init", str(shared.root)])

    shared.does("share --withdraw last --yes")

    assert names(shared) == []


def test_withdrawing_a_copy_removes_its_duplicate_too(shared: One) -> None:
    path = the_copy(shared)
    shutil.copy(path, path.with_name(path.stem + " (1).md"))

    shared.does("share --withdraw last --yes")

    assert names(shared) == []


def test_withdrawing_a_changed_copy_reports_what_stays_behind(shared: One) -> None:
    the_copy(shared).write_text(READERS, "utf-8")

    result = shared.run("share --withdraw last --yes")

    assert result.exit_code == ExitCode.CONTENT
    assert result.stdout == "Your entry is private again. To undo: mentorlog undo\n"
    assert "1 file in Priya's folder was left as it is" in result.stderr
    assert "took back 1 entry that Priya had" in shared.does("undo --list")


def test_the_recorded_change_counts_entries(shared: One) -> None:
    shared.does("edit last --set title='A pupil cried'")
    shared.does("new 'It rained' --share")
    shared.does("share --yes")
    shared.does("share --withdraw last --yes")

    output = shared.does("undo --list").splitlines()

    assert [line.strip().partition("  ")[2] for line in output if "Priya" in line] == [
        "took back 1 entry that Priya had", "shared 2 entries with Priya", "shared 1 entry with Priya",
    ]  # fmt: skip
    assert shared.does("undo").startswith("Put back 1 entry that Priya had.")
    assert len(names(shared)) == 2


def test_withdrawing_an_entry_that_was_never_shared_says_so(sam: One) -> None:
    sam.does("new 'The bell went'")

    assert sam.does("share --withdraw last --yes") == "No copy of that is in Priya's folder.\n"


@pytest.mark.parametrize("kind", ["a link", "a pipe", "a folder", "a linked folder"])
def test_an_obstacle_in_the_folder_is_reported_and_the_other_copies_are_shared(
    kind: str, shared: One, tmp_path: Path
) -> None:
    path = the_copy(shared)
    path.unlink()
    if kind == "a link":
        path.symlink_to(tmp_path / "outside.md")
    elif kind == "a pipe":
        os.mkfifo(path)
    elif kind == "a folder":
        path.mkdir()
    else:
        path.parent.rmdir()
        (tmp_path / "outside").mkdir()
        path.parent.symlink_to(tmp_path / "outside")
    shared.does("new 'It rained' --share --date 2025-11-20")

    result = shared.run("share --yes")

    assert result.exit_code == ExitCode.CONTENT
    assert f"2026/{path.name} in Priya's folder cannot be used, since it" in result.stderr
    assert names(shared)[0].startswith("2025/2025-11-20-it-rained")
    assert list((tmp_path / "outside").glob("*")) == []


def test_it_is_no_error_if_another_share_has_just_done_the_same(sam: One, monkeypatch: pytest.MonkeyPatch) -> None:
    from mentorlog.sharing.handovers import Handovers

    sam.does("new 'The bell went'")
    carry_out = Handovers.carry_out

    def after_another(self: Handovers, *words: object) -> object:
        monkeypatch.setattr(Handovers, "carry_out", carry_out)
        sam.does("share last --yes")
        return carry_out(self, *words)  # type: ignore[arg-type]

    monkeypatch.setattr(Handovers, "carry_out", after_another)

    output = sam.does("share last --yes")

    assert output.endswith("This was just done in another window.\n")
    assert len(names(sam)) == 1
    assert sam.does("undo --list").count("shared") == 1


def test_a_share_that_collides_with_another_names_the_file(sam: One, monkeypatch: pytest.MonkeyPatch) -> None:
    from mentorlog.sharing.handovers import Handovers

    sam.does("new 'The bell went' --share --title Bell")
    carry_out = Handovers.carry_out

    def after_another(self: Handovers, *words: object) -> object:
        monkeypatch.setattr(Handovers, "carry_out", carry_out)
        sam.does("edit last --set class=9B")
        sam.does("share --yes")
        return carry_out(self, *words)  # type: ignore[arg-type]

    monkeypatch.setattr(Handovers, "carry_out", after_another)

    result = sam.run("share --yes")

    assert result.exit_code == ExitCode.CONTENT
    assert "nothing was changed: 2026-11-23-bell-" in result.stderr
    assert b'class = "9B"' in the_copy(sam).read_bytes()


STILL = "1 entry that you do not share now is still with Priya until: mentorlog share\n"


@pytest.mark.parametrize("command", ["delete last", "delete last --purge --yes", "edit last --set share="])
def test_unsharing_an_entry_says_that_its_copy_stays_until_the_next_share(command: str, shared: One) -> None:
    output = shared.does(command)

    assert output.endswith(STILL)
    assert STILL in shared.does([])
    shared.does("share --yes")
    assert "still with Priya" not in shared.does([])


def test_undoing_a_new_entry_says_that_its_copy_stays_until_the_next_share(sam: One) -> None:
    sam.does("new 'The bell went' --share")
    sam.does("share --yes")

    output = sam.does("undo 1")

    assert output.endswith(STILL)


@pytest.mark.parametrize("command", ["edit last --set class=9B", "edit last --set share=mentor"])
def test_changing_an_entry_that_stays_shared_gives_no_reminder(command: str, shared: One) -> None:
    assert "still with" not in shared.does(command)
    assert "still with" not in shared.does([])


def test_the_reminder_does_not_count_copies_that_the_reader_changed(shared: One) -> None:
    the_copy(shared).write_text(READERS, "utf-8")

    assert "still with" not in shared.does("delete last")


def test_the_reminder_names_the_person_if_there_are_several(shared: One, tmp_path: Path) -> None:
    shared.does(["share", "--with", "Ali", "--to", str(tmp_path / "for-ali"), "--from", str(tmp_path / "ali"), "--yes"])

    output = shared.does("delete last")

    assert output.endswith("still with Priya until: mentorlog share --with 'Priya'\n")


def test_undoing_a_share_after_a_copy_was_renamed_is_refused_with_the_reason(shared: One) -> None:
    first = next(line for line in shared.does("undo --list").splitlines() if "share" in line).split()[0]
    shared.does("edit last --set title='Another title'")
    shared.does("share --yes")

    result = shared.run(f"undo {first}")

    assert result.exit_code == ExitCode.CONTENT
    assert "the copy has another name now, or has gone" in result.stderr
    assert [name for name in shared.copies() if "another-title" in name] != []
