"""The copies in the shared folder: known again, named after their titles, and taken back or named as left there."""

import os
import shutil
from pathlib import Path

import pytest

from cli.two_people import One
from mentorlog.errors import ExitCode

READERS = "+++\ndate = 2026-11-23\n+++\n\nPriya's note.\n"


@pytest.fixture
def shared(sam: One) -> One:
    """Sam, who has shared one entry."""
    sam.does("new 'The bell went' --share --title 'The bell'")
    sam.does("share --yes")
    return sam


def names(one: One) -> list[str]:
    """The names of the copies, without the letters of their ids."""
    return [name.rpartition("-")[0] for name in one.copies() if name.endswith(".md")]


def the_copy(one: One) -> Path:
    [path] = one.for_other.rglob("2026-*.md")
    return path


def without_ledger(one: One) -> None:
    shutil.rmtree(one.base / f"{one.name}-state" / "shares")


def test_a_copy_is_named_after_the_title_that_its_entry_has_now(shared: One) -> None:
    shared.does("edit last --set title='A pupil cried'")

    said = shared.does("share --yes")

    assert "1 entry would be as it is now in Priya's folder:" in said
    assert names(shared) == ["2026/2026-11-23-a-pupil-cried"]
    assert shared.does("share --yes") == "1 entry is shared with Priya, and nothing has changed.\n"


def test_a_copy_under_another_name_is_one_change_and_one_undo(shared: One) -> None:
    before = shared.copies()
    shared.does("edit last --set title='A pupil cried'")
    shared.does("share --yes")

    shared.does("undo")

    assert shared.copies() == before


def test_what_the_reader_changed_under_the_earlier_name_stays_beside_the_new_copy(shared: One) -> None:
    the_copy(shared).write_text(READERS, "utf-8")
    shared.does("edit last --set title='A pupil cried'")

    result = shared.run("share --yes")

    assert result.exit_code == ExitCode.CONTENT
    assert names(shared) == ["2026/2026-11-23-a-pupil-cried", "2026/2026-11-23-the-bell"]
    assert READERS.encode() in shared.copies().values()
    assert "2026-11-23-the-bell" in result.stderr
    assert "2026/2026-11-23-a-pupil-cried" not in result.stderr
    assert "is not what you shared, and was left alone; yours is 2026/2026-11-23-the-bell.md" in result.stderr


def test_without_the_ledger_a_changed_title_makes_no_second_copy(shared: One) -> None:
    without_ledger(shared)
    shared.does("edit last --set title='A pupil cried'")

    shared.does("share --yes")

    assert names(shared) == ["2026/2026-11-23-a-pupil-cried"]


@pytest.mark.parametrize("command", ["share --withdraw last --yes", "undo"])
def test_without_the_ledger_a_copy_is_taken_back_all_the_same(command: str, shared: One) -> None:
    without_ledger(shared)

    shared.does(command)

    assert names(shared) == []


def test_a_ledger_that_was_lost_is_made_again_by_the_next_share(shared: One) -> None:
    without_ledger(shared)

    shared.does("share --yes")
    shutil.rmtree(shared.base / "sam-state" / "history")
    shared.does("edit last --set class=9B")
    shared.does("share --yes")

    assert b'class = "9B"' in the_copy(shared).read_bytes()


def test_where_nothing_tells_that_a_copy_is_ours_it_stays_and_is_named(shared: One) -> None:
    shutil.rmtree(shared.base / "sam-state")
    shared.does(["init", str(shared.root)])
    path = the_copy(shared)
    path.write_text(path.read_text("utf-8") + "\nAnd a word of Priya's.\n", "utf-8")

    result = shared.run("share --withdraw last --yes")

    assert result.exit_code == ExitCode.CONTENT
    assert f"2026/{path.name} in Priya's folder says that it is a copy of yours" in result.stderr
    assert "1 file in Priya's folder was left as it is; if it is to go, delete it there by hand" in result.stderr
    assert path.is_file()


def test_on_another_computer_an_unchanged_copy_is_known_and_taken_back(shared: One) -> None:
    shutil.rmtree(shared.base / "sam-state")
    shared.does(["init", str(shared.root)])

    shared.does("share --withdraw last --yes")

    assert names(shared) == []


def test_a_second_file_with_the_same_copy_is_taken_back_with_it(shared: One) -> None:
    path = the_copy(shared)
    shutil.copy(path, path.with_name(path.stem + " (1).md"))

    shared.does("share --withdraw last --yes")

    assert names(shared) == []


def test_taking_back_a_copy_that_the_reader_changed_says_what_was_done_and_what_not(shared: One) -> None:
    the_copy(shared).write_text(READERS, "utf-8")

    result = shared.run("share --withdraw last --yes")

    assert result.exit_code == ExitCode.CONTENT
    assert result.stdout == "Your entry is private again. Back with: mentorlog undo\n"
    assert "1 file in Priya's folder was left as it is" in result.stderr
    assert "took back 1 entry that Priya had" in shared.does("undo --list")


def test_what_is_on_record_counts_entries(shared: One) -> None:
    shared.does("edit last --set title='A pupil cried'")
    shared.does("new 'It rained' --share")
    shared.does("share --yes")
    shared.does("share --withdraw last --yes")

    said = shared.does("undo --list").splitlines()

    assert [line.strip().partition("  ")[2] for line in said if "Priya" in line] == [
        "took back 1 entry that Priya had", "shared 2 entries with Priya", "shared 1 entry with Priya",
    ]  # fmt: skip
    assert shared.does("undo").startswith("Put back 1 entry that Priya had.")
    assert len(names(shared)) == 2


def test_taking_back_what_was_never_there_says_so(sam: One) -> None:
    sam.does("new 'The bell went'")

    assert sam.does("share --withdraw last --yes") == "No copy of that is in Priya's folder.\n"


@pytest.mark.parametrize("kind", ["a link", "a pipe", "a folder", "a linked folder"])
def test_one_thing_that_is_no_file_is_named_and_the_others_go(kind: str, shared: One, tmp_path: Path) -> None:
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


def test_the_plan_that_another_share_has_carried_out_meanwhile_is_no_error(
    sam: One, monkeypatch: pytest.MonkeyPatch
) -> None:
    from mentorlog.sharing.handovers import Handovers

    sam.does("new 'The bell went'")
    carry_out = Handovers.carry_out

    def after_another(self: Handovers, *words: object) -> object:
        monkeypatch.setattr(Handovers, "carry_out", carry_out)
        sam.does("share last --yes")
        return carry_out(self, *words)  # type: ignore[arg-type]

    monkeypatch.setattr(Handovers, "carry_out", after_another)

    said = sam.does("share last --yes")

    assert said.endswith("Another mentorlog has just done this.\n")
    assert len(names(sam)) == 1
    assert sam.does("undo --list").count("shared") == 1


def test_a_share_that_meets_another_one_names_the_file(sam: One, monkeypatch: pytest.MonkeyPatch) -> None:
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
def test_what_is_taken_from_sharing_is_said_to_be_still_there_until_the_next_share(command: str, shared: One) -> None:
    said = shared.does(command)

    assert said.endswith(STILL)
    assert STILL in shared.does([])
    shared.does("share --yes")
    assert "still with Priya" not in shared.does([])


def test_an_undo_that_takes_an_entry_out_says_so_too(sam: One) -> None:
    sam.does("new 'The bell went' --share")
    sam.does("share --yes")

    said = sam.does("undo 1")

    assert said.endswith(STILL)


@pytest.mark.parametrize("command", ["edit last --set class=9B", "edit last --set share=mentor"])
def test_while_an_entry_is_shared_nothing_is_said_of_its_copy(command: str, shared: One) -> None:
    assert "still with" not in shared.does(command)
    assert "still with" not in shared.does([])


def test_what_the_reader_changed_is_not_said_to_go_with_the_next_share(shared: One) -> None:
    the_copy(shared).write_text(READERS, "utf-8")

    assert "still with" not in shared.does("delete last")


def test_with_several_people_the_line_says_for_whom_to_share(shared: One, tmp_path: Path) -> None:
    shared.does(["share", "--with", "Ali", "--to", str(tmp_path / "for-ali"), "--from", str(tmp_path / "ali"), "--yes"])

    said = shared.does("delete last")

    assert said.endswith("still with Priya until: mentorlog share --with 'Priya'\n")


def test_undo_of_a_share_whose_copy_has_another_name_now_says_so_and_takes_back_nothing(shared: One) -> None:
    first = next(line for line in shared.does("undo --list").splitlines() if "share" in line).split()[0]
    shared.does("edit last --set title='Another title'")
    shared.does("share --yes")

    result = shared.run(f"undo {first}")

    assert result.exit_code == ExitCode.CONTENT
    assert "the copy has another name now, or has gone" in result.stderr
    assert [name for name in shared.copies() if "another-title" in name] != []
