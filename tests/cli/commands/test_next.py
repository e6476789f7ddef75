"""`mentorlog next`: next steps, oldest first, and closing them without any remark about time."""

from pathlib import Path

import pytest

from cli.two_people import One, met
from conftest import Run, Start, Write
from mentorlog.errors import ExitCode

FIRST = '+++\nid = "20260901-aaaa"\ndate = 2026-09-01\nnext = "Ask one pair"  # soon\n+++\n\nText.\n'
SECOND = '+++\nid = "20261120-bbbb"\ndate = 2026-11-20\nnext = "Wait longer"\n+++\n'


def test_open_steps_are_listed_oldest_first(write: Write, run: Run) -> None:
    write("second.md", SECOND)
    write("first.md", FIRST)
    write("none.md", "+++\ndate = 2026-11-21\n+++\n\nNo step.\n")

    result = run("next")

    assert result.stdout == "20260901-aaaa\t2026-09-01\tAsk one pair\n20261120-bbbb\t2026-11-20\tWait longer\n"
    assert result.stderr == ""


@pytest.mark.parametrize(
    ("action", "message", "line"),
    [("done", "Done: Ask one pair\n", "done"), ("drop", "Let go: Ask one pair\n", "dropped")],
)
def test_closing_a_step_adds_one_line_and_removes_it_from_the_list(
    write: Write, run: Run, action: str, message: str, line: str
) -> None:
    path = write("first.md", FIRST)

    result = run(f"next {action} aaaa")

    assert (result.exit_code, result.stdout) == (ExitCode.DONE, message)
    assert path.read_text("utf-8") == FIRST.replace("# soon\n", f'# soon\nnext_state = "{line}"\n')
    assert run("next").stdout == ""


def test_reopening_a_step_restores_the_file_byte_for_byte(write: Write, run: Run) -> None:
    path = write("first.md", FIRST)
    run("next done aaaa")

    result = run("next reopen aaaa")

    assert result.stdout == "Open again: Ask one pair\n"
    assert path.read_text("utf-8") == FIRST


def test_several_steps_are_closed_at_once(write: Write, run: Run) -> None:
    write("first.md", FIRST)
    write("second.md", SECOND)

    result = run("next done aaaa bbbb")

    assert result.stdout == "Done: Ask one pair\nDone: Wait longer\n"


@pytest.mark.parametrize("command", ["next done", "next finish aaaa", "next aaaa"])
def test_an_incomplete_next_command_is_refused_with_the_right_form(write: Write, run: Run, command: str) -> None:
    path = write("first.md", FIRST)

    result = run(command)

    assert result.exit_code == ExitCode.USAGE
    assert "mentorlog next done ENTRY" in result.stderr
    assert path.read_text("utf-8") == FIRST


def test_closing_a_missing_step_explains_how_to_add_one(write: Write, run: Run) -> None:
    write("none.md", '+++\nid = "20261121-cccc"\ndate = 2026-11-21\n+++\n\nNo step.\n')

    result = run("next done cccc")

    assert result.exit_code == ExitCode.CONTENT
    assert result.stderr == "mentorlog: cccc has no next step\n  try: mentorlog edit cccc --set next='…'\n"


@pytest.mark.terminal
def test_a_terminal_shows_each_steps_day_and_the_words_to_type(write: Write, start: Start) -> None:
    write("first.md", FIRST)

    terminal = start("next", columns=40)

    assert terminal.end() == ExitCode.DONE
    assert terminal.text().strip() == "Ask one pair 1 Sep · aaaa"


@pytest.mark.terminal
@pytest.mark.usefixtures("journal")
def test_a_journal_without_open_steps_is_no_error(start: Start) -> None:
    terminal = start("next")

    assert terminal.end() == ExitCode.DONE
    assert "Nothing is open. An entry can end with one thing to try next." in terminal.text()


@pytest.fixture
def suggested(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> tuple[One, One, str]:
    """Sam, Priya, and the id of the meeting in which Priya suggests something to Sam."""
    sam, priya = met(tmp_path, run, monkeypatch)
    priya.does("meeting --notes 'We talked.' --next 'Ask the head' --share")
    meeting = priya.ids()[0]
    priya.does(["edit", meeting, "--set", "suggested=Watch Year 9"])
    priya.does("share --yes")
    return sam, priya, meeting


def test_a_suggestion_is_listed_with_the_steps_of_the_person_it_is_for(
    suggested: tuple[One, One, str],
) -> None:
    sam, priya, meeting = suggested

    rows = f"{meeting}\t2026-11-23\tAsk the head\tPriya\n{meeting}\t2026-11-23\tWatch Year 9\tSam\tsuggested\n"
    assert sam.does("next") == rows
    assert priya.does("next") == rows
    assert "Watch Year 9" in sam.does("summary")
    assert "Watch Year 9" in priya.does("summary")


def test_taking_up_a_suggestion_makes_it_your_step_and_visible_once_shared(
    suggested: tuple[One, One, str],
) -> None:
    sam, priya, meeting = suggested

    sam.does(["next", "take", meeting[-4:], "--share"])

    step = sam.ids()[0]
    row = f"{step}\t2026-11-23\tWatch Year 9\tSam"
    assert row in sam.does("next").splitlines()
    assert "suggested" not in sam.does("next")
    assert "suggested" in priya.does("next")
    sam.does("share --yes")
    assert row in priya.does("next").splitlines()
    assert "suggested" not in priya.does("next")
    again = sam.run(["next", "take", meeting])
    assert again.exit_code == ExitCode.CONTENT
    assert again.stderr.startswith(f"mentorlog: {meeting[-4:]} has no open suggestion or request to take up\n")


def test_the_person_who_made_a_suggestion_can_close_it_and_keeps_their_own_step(
    suggested: tuple[One, One, str],
) -> None:
    _, priya, meeting = suggested

    assert priya.does(["next", "drop", meeting, "--suggested"]) == "Let go: Watch Year 9\n"

    assert priya.does("next") == f"{meeting}\t2026-11-23\tAsk the head\tPriya\n"


@pytest.mark.terminal
def test_a_terminal_shows_who_made_a_suggestion_and_how_to_take_it_up(
    suggested: tuple[One, One, str], start: Start
) -> None:
    suggested[0].does("list")

    terminal = start("next", columns=40)

    assert terminal.end() == ExitCode.DONE
    assert f"Sam Watch Year 9 suggested by Priya · 23 Nov · {suggested[2][-4:]}" in terminal.text()
    assert "To make a suggestion yours: mentorlog next take ENTRY" in terminal.text()
