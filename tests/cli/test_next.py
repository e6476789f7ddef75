"""`mentorlog next`: what to try next, oldest first, and closing it without a word about time."""

import pytest

from conftest import Run, Start, Write
from mentorlog.errors import ExitCode

FIRST = '+++\nid = "20260901-aaaa"\ndate = 2026-09-01\nnext = "Ask one pair"  # soon\n+++\n\nText.\n'
SECOND = '+++\nid = "20261120-bbbb"\ndate = 2026-11-20\nnext = "Wait longer"\n+++\n'


def test_open_steps_come_oldest_first(write: Write, run: Run) -> None:
    write("second.md", SECOND)
    write("first.md", FIRST)
    write("none.md", "+++\ndate = 2026-11-21\n+++\n\nNo step.\n")

    result = run("next")

    assert result.stdout == "20260901-aaaa\t2026-09-01\tAsk one pair\n20261120-bbbb\t2026-11-20\tWait longer\n"
    assert result.stderr == ""


@pytest.mark.parametrize(
    ("action", "said", "line"),
    [("done", "Done: Ask one pair\n", "done"), ("drop", "Let go: Ask one pair\n", "dropped")],
)
def test_closing_a_step_adds_one_line_and_takes_it_off_the_list(
    write: Write, run: Run, action: str, said: str, line: str
) -> None:
    path = write("first.md", FIRST)

    result = run(f"next {action} aaaa")

    assert (result.exit_code, result.stdout) == (ExitCode.DONE, said)
    assert path.read_text("utf-8") == FIRST.replace("# soon\n", f'# soon\nnext_state = "{line}"\n')
    assert run("next").stdout == ""


def test_reopening_puts_it_back_to_the_byte(write: Write, run: Run) -> None:
    path = write("first.md", FIRST)
    run("next done aaaa")

    result = run("next reopen aaaa")

    assert result.stdout == "Open again: Ask one pair\n"
    assert path.read_text("utf-8") == FIRST


def test_several_are_closed_at_once(write: Write, run: Run) -> None:
    write("first.md", FIRST)
    write("second.md", SECOND)

    result = run("next done aaaa bbbb")

    assert result.stdout == "Done: Ask one pair\nDone: Wait longer\n"


@pytest.mark.parametrize("command", ["next done", "next finish aaaa", "next aaaa"])
def test_what_is_no_closing_is_refused_with_the_way_to_say_it(write: Write, run: Run, command: str) -> None:
    path = write("first.md", FIRST)

    result = run(command)

    assert result.exit_code == ExitCode.USAGE
    assert "mentorlog next done ENTRY" in result.stderr
    assert path.read_text("utf-8") == FIRST


def test_an_entry_without_a_step_says_how_to_give_it_one(write: Write, run: Run) -> None:
    write("none.md", '+++\nid = "20261121-cccc"\ndate = 2026-11-21\n+++\n\nNo step.\n')

    result = run("next done cccc")

    assert result.exit_code == ExitCode.CONTENT
    assert result.stderr == "mentorlog: cccc has no next step\n  try: mentorlog edit cccc --set next='…'\n"


@pytest.mark.terminal
def test_at_a_terminal_each_has_its_day_and_what_to_type(write: Write, start: Start) -> None:
    write("first.md", FIRST)

    terminal = start("next", columns=40)

    assert terminal.end() == ExitCode.DONE
    assert terminal.text().strip() == "Ask one pair 1 Sep · aaaa"


@pytest.mark.terminal
@pytest.mark.usefixtures("journal")
def test_nothing_open_is_fine(start: Start) -> None:
    terminal = start("next")

    assert terminal.end() == ExitCode.DONE
    assert "Nothing is open. An entry can end with one thing to try next." in terminal.text()
