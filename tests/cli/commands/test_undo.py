"""`mentorlog undo`: says what it restores, and never removes anything newer."""

from pathlib import Path

import pytest

from conftest import Run, Write
from mentorlog.errors import ExitCode

ENTRY = '+++\nid = "20261120-aaaa"\ndate = 2026-11-20\ntitle = "No funnels"\nnext = "Ask one pair"\n+++\n\nGone.\n'


@pytest.mark.parametrize(
    ("command", "sentence"),
    [
        ("edit aaaa --set title=Other", '"No funnels" (Fri 20 Nov) is as it was before the edit.'),
        ("delete aaaa", 'Brought back "No funnels" (Fri 20 Nov).'),
        ("next done aaaa", 'The next step of "No funnels" (Fri 20 Nov) is as it was.'),
    ],
)
def test_undo_reverses_every_kind_of_change_byte_for_byte_and_names_it(
    write: Write, run: Run, command: str, sentence: str
) -> None:
    path = write("one.md", ENTRY)
    assert run(command).exit_code == ExitCode.DONE

    result = run("undo")

    assert result.exit_code == ExitCode.DONE
    assert result.stdout.splitlines() == [sentence, "To change your mind: mentorlog undo 2"]
    assert path.read_text("utf-8") == ENTRY


def test_undo_removes_a_new_entry_and_keeps_its_text(journal: Path, run: Run) -> None:
    run("new 'thirty faces'")
    (path,) = journal.glob("2026/*.md")
    words = path.read_text("utf-8")

    result = run("undo")

    assert result.stdout.startswith('Took out "thirty faces" (Mon 23 Nov), which was new. Its words are kept.\n')
    assert not path.exists()
    assert run("undo 2").exit_code == ExitCode.DONE
    assert path.read_text("utf-8") == words


def test_two_undos_reverse_two_changes(write: Write, run: Run) -> None:
    path = write("one.md", ENTRY)
    run("edit aaaa --set title=Second")
    run("edit aaaa --set title=Third")

    run("undo")
    second = path.read_text("utf-8")
    run("undo")

    assert 'title = "Second"' in second
    assert path.read_text("utf-8") == ENTRY


def test_an_undo_can_be_undone_by_its_number(write: Write, run: Run) -> None:
    path = write("one.md", ENTRY)
    run("delete aaaa")
    run("undo")

    result = run("undo 2")

    assert result.stdout.startswith('"No funnels" (Fri 20 Nov) is as it was before that undo.\n')
    assert not path.exists()


def test_undo_leaves_a_newer_version_and_says_where_the_earlier_text_is(write: Write, run: Run) -> None:
    path = write("one.md", ENTRY)
    run("edit aaaa --set title=Other")
    newer = path.read_text("utf-8") + "A line from another computer.\n"
    path.write_text(newer, "utf-8")

    result = run("undo")

    assert result.exit_code == ExitCode.CONTENT
    assert "one.md has changed since, so it was left as it is; the earlier words are in " in result.stderr
    kept = Path(result.stderr.strip().rpartition(" are in ")[2])
    assert kept.read_text("utf-8") == ENTRY
    assert path.read_text("utf-8") == newer


def test_undo_never_restores_a_deleted_file_over_a_new_one(write: Write, run: Run) -> None:
    path = write("one.md", ENTRY)
    run("delete aaaa")
    path.write_text("Somebody else's words.\n", "utf-8")

    result = run("undo")

    assert result.exit_code == ExitCode.CONTENT
    assert path.read_text("utf-8") == "Somebody else's words.\n"


@pytest.mark.usefixtures("journal")
def test_undo_says_when_there_is_nothing_to_undo(run: Run) -> None:
    result = run("undo")

    assert result.exit_code == ExitCode.NOT_FOUND
    assert result.stderr.startswith("mentorlog: there is nothing to undo\n")


def test_the_list_describes_every_change_latest_first(write: Write, run: Run) -> None:
    write("one.md", ENTRY)
    run("edit aaaa --set talk=yes")
    run("next drop aaaa")
    run("delete aaaa")
    run("undo")

    result = run("undo --list")

    assert [" ".join(line.split()) for line in result.stdout.splitlines()] == [
        '4 took back a change to "No funnels" (Fri 20 Nov)',
        '3 deleted "No funnels" (Fri 20 Nov) (taken back)',
        '2 changed the next step of "No funnels" (Fri 20 Nov)',
        '1 changed "No funnels" (Fri 20 Nov)',
    ]


@pytest.mark.usefixtures("journal")
def test_an_empty_list_is_no_error(run: Run) -> None:
    result = run("undo --list")

    assert (result.exit_code, result.stdout) == (ExitCode.DONE, "There is nothing to undo.\n")
