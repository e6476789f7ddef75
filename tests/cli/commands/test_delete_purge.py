"""`mentorlog delete --purge`: removes the entry, its earlier versions and its drafts, and nothing else."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import CTRL_C, ENTER, Run, Start, Write
from mentorlog.errors import ExitCode

ONE = '+++\nid = "20261120-aaaa"\ndate = 2026-11-20\ntitle = "The kestrel"\nnext = "Ask"\n+++\n\nA kestrel hovered.\n'
TWO = '+++\nid = "20261121-bbbb"\ndate = 2026-11-21\ntitle = "A heron"\nnext = "Ask"\n+++\n\nA heron stood there.\n'
GONE = (
    'Removed "The kestrel" (Fri 20 Nov) for good, with every earlier version and draft on this computer.\n'
    "A sync service, a backup or a share may still hold copies; mentorlog cannot reach those.\n"
)


@pytest.fixture
def one(write: Write) -> Path:
    """Write an entry with the word `kestrel` and another without it; return the first."""
    write("two.md", TWO)
    return write("one.md", ONE)


def files_with(word: str, tmp_path: Path) -> list[str]:
    """Return every file of the journal and the state folder with the word in its text or its name."""
    paths = [path for top in ("journal", "state") for path in (tmp_path / top).rglob("*") if path.is_file()]
    return sorted(
        path.relative_to(tmp_path).as_posix()
        for path in paths
        if word.encode() in path.read_bytes().lower() or word in path.name
    )


def kept(tmp_path: Path, name: str, text: str) -> Path:
    """Write a file into the drafts folder."""
    path = tmp_path / "state" / "drafts" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def deleted_with_another(one: Path, run: Run) -> None:
    del one
    run("delete aaaa bbbb")
    run("undo")


def mended(one: Path, run: Run) -> None:
    one.write_text(ONE.replace('"The kestrel"', "“The kestrel”"), "utf-8")
    run("check --fix --yes")


def with_an_edit_left_open(one: Path, run: Run) -> None:
    del run
    kept(one.parents[1], "20261120-aaaa-edit-1234.md", ONE + "More of the kestrel.\n")
    kept(one.parents[1], "20261120-aaaa-edit-1234.toml", 'draft_entry = "kestrel.md"\n')


def with_an_answer_left_open(one: Path, run: Run) -> None:
    del run
    kept(one.parents[1], "20261120-aaaa.md", ONE)
    kept(one.parents[1], "20261120-aaaa.answer", "kestrel\n")


def with_the_word_only_in_the_past(one: Path, run: Run) -> None:
    run("edit aaaa --set class=8Q")
    one.write_text(one.read_text("utf-8").replace("A kestrel hovered", "A bird hovered"), "utf-8")
    run("edit aaaa --set class=9B")


def under_another_name(one: Path, run: Run) -> None:
    run("edit aaaa --set class=8Q")
    one.rename(one.with_name("renamed.md"))


def after_a_write_that_was_killed(one: Path, run: Run) -> None:
    del run
    one.with_name(".mentorlog-0123456789ab.tmp").write_text(ONE, "utf-8")


LIVES: dict[str, Callable[[Path, Run], object]] = {
    "as it was written": lambda _one, _run: None,
    "edited": lambda _one, run: run("edit aaaa --set class=8Q"),
    "edited, and taken back": lambda _one, run: [run("edit aaaa --set class=8Q"), run("undo"), run("undo 2")],
    "with its next step done": lambda _one, run: run("next done aaaa"),
    "deleted, and brought back": lambda _one, run: [run("delete aaaa"), run("undo")],
    "deleted with another, and brought back": deleted_with_another,
    "mended": mended,
    "with an edit left open": with_an_edit_left_open,
    "with an answer left open": with_an_answer_left_open,
    "with the word only in the past": with_the_word_only_in_the_past,
    "under another name since": under_another_name,
    "after a write that was killed": after_a_write_that_was_killed,
}


@pytest.mark.parametrize("row", LIVES)
def test_a_purge_removes_every_word_of_the_entry_from_our_files(row: str, one: Path, tmp_path: Path, run: Run) -> None:
    LIVES[row](one, run)

    result = run("delete aaaa --purge --yes")

    assert (result.exit_code, result.stdout, result.stderr) == (ExitCode.DONE, GONE, "")
    assert files_with("kestrel", tmp_path) == []
    assert (one.with_name("two.md")).read_text("utf-8") == TWO


def test_purging_an_entry_made_by_new_removes_its_record_too(journal: Path, tmp_path: Path, run: Run) -> None:
    run("new 'The kestrel hovered'")
    run("undo")
    run("undo 2")

    result = run("delete last --purge --yes")

    assert result.exit_code == ExitCode.DONE
    assert files_with("kestrel", tmp_path) == []
    assert run("undo --list").stdout == "There is nothing to undo.\n"
    assert [*journal.rglob("*.md")] == []


def test_an_entry_without_front_matter_can_be_purged(write: Write, tmp_path: Path, run: Run) -> None:
    write("2026-11-20.md", "The kestrel hovered.\n")
    run("edit last --set class=8Q")

    assert run("delete last --purge --yes").exit_code == ExitCode.DONE

    assert files_with("kestrel", tmp_path) == []


@pytest.mark.usefixtures("one")
def test_a_purge_keeps_the_history_and_drafts_of_other_entries(tmp_path: Path, run: Run) -> None:
    run("edit bbbb --set class=8Q")
    deleted_with_another(tmp_path, run)
    kept(tmp_path, "20261121-bbbb-edit-1234.md", TWO)
    kept(tmp_path, "20261120-aaab.md", TWO)

    run("delete aaaa --purge --yes")

    drafts = sorted(path.name for path in (tmp_path / "state" / "drafts").iterdir())
    assert drafts == ["20261120-aaab.md", "20261121-bbbb-edit-1234.md"]
    assert "deleted 1 of several entries" in run("undo --list").stdout
    assert run("undo 1").exit_code == ExitCode.DONE
    assert (tmp_path / "journal" / "two.md").read_text("utf-8") == TWO


@pytest.mark.parametrize("entry_id", ["2", "2026", "20261121", "20261121-b"])
def test_a_purge_keeps_drafts_whose_id_only_begins_the_same(
    entry_id: str, write: Write, tmp_path: Path, run: Run
) -> None:
    write("one.md", ONE.replace("20261120-aaaa", entry_id))
    draft = kept(tmp_path, "20261121-bbbb.md", TWO)

    assert run("delete one.md --purge --yes").exit_code == ExitCode.DONE

    assert draft.read_text("utf-8") == TWO


@pytest.mark.usefixtures("one")
def test_several_entries_are_purged_at_once(tmp_path: Path, run: Run) -> None:
    run("edit aaaa --set class=8Q")
    run("delete aaaa bbbb")
    run("undo")

    result = run("delete aaaa bbbb aaaa --purge --yes")

    assert result.exit_code == ExitCode.DONE
    assert result.stdout.startswith("Removed 2 entries for good, with every earlier version and draft on this computer")
    assert files_with("kestrel", tmp_path) + files_with("heron", tmp_path) == []
    assert run("undo").exit_code == ExitCode.NOT_FOUND


@pytest.mark.parametrize("names", ["zzzz", "aaaa zzzz", "", "2026112"])
def test_an_unknown_or_ambiguous_name_purges_nothing(names: str, one: Path, run: Run) -> None:
    result = run(f"delete {names} --purge --yes")

    assert result.exit_code in (ExitCode.NOT_FOUND, ExitCode.USAGE)
    assert (one.read_text("utf-8"), one.with_name("two.md").read_text("utf-8")) == (ONE, TWO)


def test_if_two_files_share_an_id_only_the_named_one_is_purged(one: Path, write: Write, run: Run) -> None:
    run("edit aaaa --set class=8Q")
    copy = write("one (1).md", ONE + "A line more.\n")

    refused = run("delete aaaa --purge --yes")
    named = run(["delete", "one (1).md", "--purge", "--yes"])

    assert (refused.exit_code, named.exit_code) == (ExitCode.USAGE, ExitCode.DONE)
    assert not copy.exists()
    assert run("undo").exit_code == ExitCode.DONE
    assert one.read_text("utf-8") == ONE


@pytest.mark.parametrize("command", ["delete aaaa --purge", "delete aaaa --purge --no-input"])
def test_nothing_is_purged_without_a_terminal_to_ask_at(command: str, one: Path, run: Run) -> None:
    result = run(command)

    assert result.exit_code == ExitCode.INPUT_NEEDED
    assert result.stderr == "mentorlog: somebody has to agree to this\n  try: mentorlog delete ENTRY --purge --yes\n"
    assert one.read_text("utf-8") == ONE


@pytest.mark.terminal
@pytest.mark.parametrize(
    ("answer", "status", "message"),
    [
        (ENTER, ExitCode.DONE, "Nothing was removed."),
        ("n" + ENTER, ExitCode.DONE, "Nothing was removed."),
        (CTRL_C, ExitCode.INTERRUPTED, "Nothing was changed."),
        ("y" + ENTER, ExitCode.DONE, " ".join(GONE.split())),
    ],
    ids=["Enter", "n", "Ctrl-C", "y"],
)
def test_answering_no_purges_nothing(answer: str, status: ExitCode, message: str, one: Path, start: Start) -> None:
    terminal = start("delete aaaa --purge")
    terminal.see('Remove "The kestrel" (Fri 20 Nov) for good? [y/N] >')
    terminal.type(answer)

    assert terminal.end() == status
    assert message in terminal.text()
    assert one.exists() == ("Removed" not in message)


@pytest.mark.always
@pytest.mark.terminal
@pytest.mark.usefixtures("one")
def test_the_question_counts_the_entries(journal: Path, start: Start) -> None:
    terminal = start("delete aaaa bbbb --purge")
    terminal.see("Remove 2 entries for good? [y/N] >")
    terminal.type("yes" + ENTER)

    assert terminal.end() == ExitCode.DONE
    assert list(journal.glob("*.md")) == []


@pytest.mark.terminal
def test_a_file_that_has_changed_keeps_its_text_and_its_history(
    one: Path, tmp_path: Path, run: Run, start: Start
) -> None:
    run("edit aaaa --set class=8Q")
    before = files_with("kestrel", tmp_path)
    terminal = start("delete aaaa --purge")
    terminal.see("for good? [y/N] >")
    one.write_text(newer := ONE + "A line from another computer.\n", "utf-8")

    terminal.type("y" + ENTER)

    assert terminal.end() == ExitCode.CONTENT
    assert "not everything was removed: one.md has changed since it was read" in terminal.text()
    assert one.read_text("utf-8") == newer
    assert files_with("kestrel", tmp_path) == before


def test_a_purge_that_fails_half_way_can_be_repeated(
    one: Path, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("edit aaaa --set class=8Q")
    unlink, calls = os.unlink, iter(range(100))

    def failing(path: Path) -> None:
        if next(calls) == 1:
            raise PermissionError(1, "no")
        unlink(path)

    with monkeypatch.context() as patch:
        patch.setattr(os, "unlink", failing)
        failed = run("delete aaaa --purge --yes")
    again = run("delete aaaa --purge --yes")

    assert failed.exit_code == ExitCode.FAILED
    assert failed.stderr.startswith("mentorlog: not everything was removed: ")
    assert (again.exit_code, files_with("kestrel", tmp_path)) == (ExitCode.DONE, [])
    assert not one.exists()


def test_a_deleted_entry_can_be_brought_back_and_then_purged(one: Path, tmp_path: Path, run: Run) -> None:
    run("delete aaaa")

    refused = run("delete aaaa --purge --yes")
    run("undo")
    removed = run("delete aaaa --purge --yes")

    assert (refused.exit_code, removed.exit_code) == (ExitCode.NOT_FOUND, ExitCode.DONE)
    assert not one.exists()
    assert files_with("kestrel", tmp_path) == []
