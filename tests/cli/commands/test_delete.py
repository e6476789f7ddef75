"""`mentorlog delete`: deletes only the named entries, and undo brings them back."""

from pathlib import Path

from conftest import Run, Write
from mentorlog.errors import ExitCode

ONE = '+++\nid = "20261120-aaaa"\ndate = 2026-11-20\ntitle = "No funnels"\n+++\n\nThe funnels had gone.\n'
TWO = '+++\nid = "20261121-bbbb"\ndate = 2026-11-21\n+++\n\nNineteen ticks.\n'


def test_undo_restores_a_deleted_entry_byte_for_byte(write: Write, run: Run) -> None:
    one, two = write("one.md", ONE), write("two.md", TWO)

    deleted = run("delete aaaa")

    assert deleted.stdout == 'Deleted "No funnels" (Fri 20 Nov). Back with: mentorlog undo\n'
    assert not one.exists()
    assert two.exists()
    assert run("undo").stdout.startswith('Brought back "No funnels" (Fri 20 Nov).\n')
    assert one.read_text("utf-8") == ONE


def test_several_entries_are_deleted_and_restored_together(write: Write, run: Run) -> None:
    one, two = write("one.md", ONE), write("two.md", TWO)

    deleted = run("delete aaaa bbbb aaaa")

    assert deleted.stdout == "Deleted 2 entries. Back with: mentorlog undo\n"
    assert [one.exists(), two.exists()] == [False, False]
    assert run("undo").exit_code == ExitCode.DONE
    assert [one.read_text("utf-8"), two.read_text("utf-8")] == [ONE, TWO]


def test_nothing_is_deleted_if_one_of_several_names_is_unknown(write: Write, run: Run) -> None:
    one = write("one.md", ONE)

    result = run("delete aaaa zzzz")

    assert result.exit_code == ExitCode.NOT_FOUND
    assert result.stderr == "mentorlog: no entry matches 'zzzz'\n  try: mentorlog list\n"
    assert one.read_text("utf-8") == ONE


def test_an_ambiguous_name_deletes_nothing(write: Write, run: Run) -> None:
    paths = [write("one.md", ONE), write("two.md", ONE.replace("aaaa", "bbbb"))]

    result = run("delete 20261120")

    assert result.exit_code == ExitCode.USAGE
    assert all(path.exists() for path in paths)


def test_delete_without_a_name_deletes_nothing(write: Write, run: Run) -> None:
    path = write("one.md", ONE)

    result = run("delete")

    assert result.exit_code == ExitCode.USAGE
    assert path.exists()


def test_a_file_that_cannot_be_read_is_never_deleted(write: Write, run: Run) -> None:
    path = write("broken.md", "+++\nid = “20261120-aaaa”\n+++\n\nWords.\n")

    result = run("delete broken.md")

    assert result.exit_code == ExitCode.NOT_FOUND
    assert path.exists()


def test_deleting_leaves_no_copy_in_the_journal(write: Write, journal: Path, run: Run) -> None:
    write("one.md", ONE)

    run("delete aaaa")

    assert [path.name for path in journal.iterdir()] == ["mentorlog.toml"]
