"""`mentorlog delete`: only what is named, and undo brings it back."""

from pathlib import Path

from conftest import Run, Write
from mentorlog.errors import ExitCode

ONE = '+++\nid = "20261120-aaaa"\ndate = 2026-11-20\ntitle = "No funnels"\n+++\n\nThe funnels had gone.\n'
TWO = '+++\nid = "20261121-bbbb"\ndate = 2026-11-21\n+++\n\nNineteen ticks.\n'


def test_one_entry_is_named_and_comes_back_to_the_byte(write: Write, run: Run) -> None:
    one, two = write("one.md", ONE), write("two.md", TWO)

    deleted = run("delete aaaa")

    assert deleted.stdout == 'Deleted "No funnels" (Fri 20 Nov). Back with: mentorlog undo\n'
    assert not one.exists()
    assert two.exists()
    assert run("undo").stdout.startswith('Brought back "No funnels" (Fri 20 Nov).\n')
    assert one.read_text("utf-8") == ONE


def test_several_entries_go_and_come_back_together(write: Write, run: Run) -> None:
    one, two = write("one.md", ONE), write("two.md", TWO)

    deleted = run("delete aaaa bbbb aaaa")

    assert deleted.stdout == "Deleted 2 entries. Back with: mentorlog undo\n"
    assert [one.exists(), two.exists()] == [False, False]
    assert run("undo").exit_code == ExitCode.DONE
    assert [one.read_text("utf-8"), two.read_text("utf-8")] == [ONE, TWO]


def test_one_unknown_name_among_several_deletes_nothing(write: Write, run: Run) -> None:
    one = write("one.md", ONE)

    result = run("delete aaaa zzzz")

    assert result.exit_code == ExitCode.NOT_FOUND
    assert result.stderr == "mentorlog: no entry matches 'zzzz'\n  try: mentorlog list\n"
    assert one.read_text("utf-8") == ONE


def test_a_name_that_could_be_two_entries_deletes_neither(write: Write, run: Run) -> None:
    paths = [write("one.md", ONE), write("two.md", ONE.replace("aaaa", "bbbb"))]

    result = run("delete 20261120")

    assert result.exit_code == ExitCode.USAGE
    assert all(path.exists() for path in paths)


def test_nothing_named_is_nothing_deleted(write: Write, run: Run) -> None:
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
