"""An interrupted guided entry: every word is in the draft, and the next `new` offers it."""

import os
import signal
import time
from pathlib import Path

import pytest

from conftest import CTRL_C, ENTER, Run, Start, Terminal
from mentorlog.errors import ExitCode

pytestmark = pytest.mark.terminal

PROMPTS = ("Which moment", "(Enter twice to finish)", "try next? (Enter for none)", "the school? (Enter for none)")
SAID = ("thirty faces", "I put the beakers out.", "Ask one pair", "Could I watch?")
ENDS = (ENTER, ENTER + ENTER, ENTER, ENTER)
CHOICE = "1 go on 2 start another 3 save it as it is 4 throw it away [1]"
PATIENCE = 20.0  # seconds before the test gives up waiting for a draft


def drafts(state: Path) -> list[Path]:
    return sorted((state / "drafts").glob("*.md"))


def drafted(state: Path) -> str:
    return "\n".join(path.read_text("utf-8") for path in drafts(state))


def wait_for_draft(state: Path, words: str) -> None:
    """Wait until `words` are in a draft, soon after they are typed."""
    end = time.monotonic() + PATIENCE
    while words not in drafted(state):
        assert time.monotonic() < end, f"{words!r} never came into a draft"


def entry_texts(journal: Path) -> list[str]:
    return [path.read_text("utf-8") for path in sorted(journal.glob("2*/*.md"))]


def answer_until(terminal: Terminal, prompt: int) -> None:
    """Answer the prompts before this one, and type part of an answer to it."""
    for number in range(prompt):
        terminal.see(PROMPTS[number])
        terminal.type(SAID[number] + ENDS[number])
    terminal.see(PROMPTS[prompt])
    terminal.type(SAID[prompt])
    terminal.see(SAID[prompt])


def leave_one_open(start: Start) -> None:
    """Interrupt an entry in the middle of its long answer."""
    terminal = start("new --class 8Q --date 2026-11-23")
    answer_until(terminal, 1)
    terminal.type(CTRL_C)
    assert terminal.end() == ExitCode.INTERRUPTED


@pytest.mark.parametrize("prompt", range(4))
def test_ctrl_c_at_every_prompt_keeps_every_word(journal: Path, state: Path, start: Start, prompt: int) -> None:
    terminal = start("new")
    answer_until(terminal, prompt)

    terminal.type(CTRL_C)

    assert terminal.end() == ExitCode.INTERRUPTED
    assert "Saved as a draft. Carry on with: mentorlog new --resume" in terminal.text()
    for words in SAID[: prompt + 1]:
        assert words in drafted(state)
    assert entry_texts(journal) == []


@pytest.mark.usefixtures("journal")
def test_ctrl_c_before_the_first_word_leaves_no_draft(state: Path, start: Start) -> None:
    terminal = start("new")
    terminal.see(PROMPTS[0])

    terminal.type(CTRL_C)

    assert terminal.end() == ExitCode.INTERRUPTED
    assert "Nothing was written." in terminal.text()
    assert drafts(state) == []


@pytest.mark.usefixtures("journal")
def test_ctrl_c_keeps_the_values_of_flags(state: Path, start: Start) -> None:
    terminal = start("new --theory 'When I wait, then they talk'")
    terminal.see(PROMPTS[0])

    terminal.type(CTRL_C)

    assert terminal.end() == ExitCode.INTERRUPTED
    assert "When I wait, then they talk" in drafted(state)


@pytest.mark.parametrize("prompt", range(4))
@pytest.mark.usefixtures("journal")
def test_a_sudden_end_loses_no_word_of_the_draft(state: Path, start: Start, prompt: int) -> None:
    terminal = start("new")
    answer_until(terminal, prompt)
    wait_for_draft(state, SAID[prompt])

    terminal.kill()

    for words in SAID[: prompt + 1]:
        assert words in drafted(state)


@pytest.mark.parametrize("prompt", [1, 3])
@pytest.mark.usefixtures("journal")
def test_a_closed_terminal_keeps_every_word(state: Path, start: Start, prompt: int) -> None:
    terminal = start("new")
    answer_until(terminal, prompt)

    terminal.hang_up()

    for words in SAID[: prompt + 1]:
        wait_for_draft(state, words)


@pytest.mark.usefixtures("journal")
def test_a_termination_signal_keeps_every_word(state: Path, start: Start) -> None:
    terminal = start("new")
    answer_until(terminal, 1)

    os.kill(terminal.pid, signal.SIGTERM)

    assert terminal.end() == 128 + signal.SIGTERM
    assert SAID[0] in drafted(state)
    assert SAID[1] in drafted(state)
    assert "Traceback" not in terminal.text()


@pytest.mark.always
def test_going_on_begins_where_the_entry_was_left(journal: Path, state: Path, start: Start) -> None:
    leave_one_open(start)

    terminal = start("new")
    terminal.see('You left one open on Mon 23 Nov, 8Q: "thirty faces".')
    terminal.see(CHOICE)
    terminal.type(ENTER)
    terminal.see("(Enter twice to finish) > I put the beakers out.")
    terminal.type(" And waited." + ENTER + ENTER)
    for prompt in PROMPTS[2:]:
        terminal.see(prompt)
        terminal.type(ENTER)

    assert terminal.end() == ExitCode.DONE
    (text,) = entry_texts(journal)
    assert "\nI put the beakers out. And waited.\n" in text
    assert 'title = "thirty faces"' in text
    assert 'class = "8Q"' in text
    assert "draft_" not in text
    assert drafts(state) == []


def test_starting_another_entry_leaves_the_first_draft_alone(journal: Path, state: Path, start: Start) -> None:
    leave_one_open(start)

    terminal = start("new --title 'another lesson'")
    terminal.see(CHOICE)
    terminal.type("2" + ENTER)
    terminal.see(PROMPTS[1])
    terminal.type("Nineteen ticks." + ENTER + ENTER)
    for prompt in PROMPTS[2:]:
        terminal.see(prompt)
        terminal.type(ENTER)

    assert terminal.end() == ExitCode.DONE
    (text,) = entry_texts(journal)
    assert "Nineteen ticks." in text
    assert "beakers" not in text
    assert "I put the beakers out." in drafted(state)


def test_saving_a_draft_as_it_is_asks_nothing_more(journal: Path, state: Path, start: Start) -> None:
    leave_one_open(start)

    terminal = start("new")
    terminal.see(CHOICE)
    terminal.type("3" + ENTER)

    assert terminal.end() == ExitCode.DONE
    assert "Saved 2026/2026-11-23-thirty-faces.md" in terminal.text()
    (text,) = entry_texts(journal)
    assert "\nI put the beakers out.\n" in text
    assert drafts(state) == []


def test_throwing_a_draft_away_begins_a_new_entry(journal: Path, state: Path, start: Start) -> None:
    leave_one_open(start)

    terminal = start("new")
    terminal.see(CHOICE)
    terminal.type("5" + ENTER)
    terminal.see("A number from 1 to 4, please.")
    terminal.type("4" + ENTER)
    terminal.see("Which moment do you want to stay with? >")
    terminal.type(CTRL_C)

    assert terminal.end() == ExitCode.INTERRUPTED
    assert drafts(state) == []
    assert entry_texts(journal) == []


@pytest.mark.usefixtures("journal")
def test_ctrl_c_at_the_choice_changes_nothing(state: Path, start: Start) -> None:
    leave_one_open(start)
    before = drafted(state)

    terminal = start("new")
    terminal.see(CHOICE)
    terminal.type(CTRL_C)

    assert terminal.end() == ExitCode.INTERRUPTED
    assert "Nothing was changed." in terminal.text()
    assert drafted(state) == before


@pytest.mark.parametrize(("which", "words"), [("", "Nineteen ticks"), ("2", "thirty faces"), ("7\r2", "thirty faces")])
def test_any_of_several_drafts_can_be_resumed(
    which: str, words: str, journal: Path, state: Path, run: Run, start: Start
) -> None:
    journal.rename(journal.with_name("away"))
    run("new 'thirty faces'")
    run("new 'Nineteen ticks'")
    journal.with_name("away").rename(journal)

    terminal = start("new --resume")
    terminal.see('1 Mon 23 Nov: "Nineteen ticks" 2 Mon 23 Nov: "thirty faces" Which one? [1] >')
    terminal.type(which + ENTER)
    terminal.see("One thing you would like to try next?")
    terminal.type(ENTER + ENTER)

    assert terminal.end() == ExitCode.DONE
    assert [words in text for text in entry_texts(journal)] == [True]
    assert words not in drafted(state)


@pytest.mark.usefixtures("journal")
def test_resume_without_a_draft_points_to_new(start: Start) -> None:
    terminal = start("new --resume", columns=40)

    assert terminal.end() == ExitCode.NOT_FOUND
    assert "mentorlog: there is no draft to go on with try: mentorlog new" in terminal.text()


@pytest.mark.parametrize("second", ["new", "new --resume"])
def test_two_terminals_never_open_the_same_draft(journal: Path, state: Path, start: Start, second: str) -> None:
    leave_one_open(start)
    one = start("new --resume")
    one.see("(Enter twice to finish) > I put the beakers out.")

    other = start(second)

    if second == "new":
        other.see("Which moment do you want to stay with? >")
        assert "left one open" not in other.text()
        other.type("Nineteen ticks" + CTRL_C)
        assert other.end() == ExitCode.INTERRUPTED
    else:
        assert other.end() == ExitCode.NOT_FOUND
    one.type(" And waited." + ENTER + ENTER + ENTER + ENTER)
    assert one.end() == ExitCode.DONE
    (text,) = entry_texts(journal)
    assert "I put the beakers out. And waited." in text
    assert ("Nineteen ticks" in drafted(state)) == (second == "new")


def test_a_draft_is_private_and_outside_the_journal(journal: Path, state: Path, start: Start) -> None:
    leave_one_open(start)

    (draft,) = drafts(state)
    assert draft.stat().st_mode & 0o777 == 0o600
    assert draft.parent.stat().st_mode & 0o777 == 0o700
    assert [path.name for path in journal.iterdir()] == ["mentorlog.toml"]


@pytest.mark.usefixtures("journal")
def test_the_draft_of_another_journal_is_not_offered_here(tmp_path: Path, run: Run, start: Start) -> None:
    leave_one_open(start)
    run(["init", str(tmp_path / "other"), "--name", "Sam", "--role", "mentor"])

    terminal = start("new")
    terminal.see("Which moment do you want to stay with? >")

    assert "left one open" not in terminal.text()
