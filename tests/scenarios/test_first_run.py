"""The first run: a welcome, three questions, and then the first entry."""

from pathlib import Path

import pytest

from conftest import CTRL_C, ENTER, Run, Start
from mentorlog.errors import ExitCode

pytestmark = pytest.mark.terminal
DATED = "--date 2026-11-23"


@pytest.mark.always
def test_the_first_new_sets_up_a_journal_and_then_asks_for_the_entry(tmp_path: Path, start: Start) -> None:
    terminal = start(f"new {DATED}", columns=40)

    terminal.see("Nothing leaves this computer unless you share it.")
    terminal.see("Where should entries live? [~/Documents/mentorlog]")
    terminal.type(ENTER)
    terminal.see("Your name, as the other person knows you?")
    terminal.type("Sam" + ENTER)
    terminal.see("1 the ECT 2 the mentor? [1]")
    terminal.type(ENTER)
    terminal.see("Made ~/Documents/mentorlog.")
    terminal.see("tell your safeguarding lead today")
    terminal.see("Which moment do you want to stay with?")
    terminal.type("thirty faces" + ENTER)
    terminal.see("Enter twice to finish")
    terminal.type("I waited." + ENTER + ENTER)
    terminal.see("like to try next?")
    terminal.type(ENTER)
    terminal.see("your mentor or the school?")
    terminal.type(ENTER)

    assert terminal.end() == ExitCode.DONE
    assert "Saved 2026/2026-11-23-thirty-faces.md" in terminal.text()
    journal = tmp_path / "home" / "Documents" / "mentorlog"
    assert "\nI waited.\n" in (journal / "2026" / "2026-11-23-thirty-faces.md").read_text("utf-8")
    settings = (journal / "mentorlog.toml").read_text("utf-8")
    assert 'name = "Sam"\nrole = "ect"\n' in settings


def test_a_mentor_is_asked_what_they_would_like_from_their_ect(tmp_path: Path, start: Start) -> None:
    terminal = start("new")
    terminal.see("Where should entries live?")
    terminal.type(f"{tmp_path}/notes" + ENTER)
    terminal.see("Your name")
    terminal.type("Priya" + ENTER)
    terminal.see("2 the mentor?")
    terminal.type("3" + ENTER)
    terminal.see("1 or 2, please.")
    terminal.type("2" + ENTER)

    terminal.see("Which moment")
    terminal.type(ENTER)
    terminal.see("Enter twice to finish")
    terminal.type("/skip" + ENTER)
    terminal.see("try next?")
    terminal.type(ENTER)
    terminal.see("your ECT or the school?")
    terminal.type("/stop" + ENTER)

    assert terminal.end() == ExitCode.DONE
    assert 'role = "mentor"' in (tmp_path / "notes" / "mentorlog.toml").read_text("utf-8")


@pytest.mark.parametrize("answered", [0, 2])
def test_ctrl_c_at_any_of_the_three_questions_writes_nothing(tmp_path: Path, start: Start, answered: int) -> None:
    terminal = start("new")
    for prompt, answer in [("Where should", f"{tmp_path}/notes"), ("Your name", "Sam"), ("2 the mentor?", "1")][
        :answered
    ]:
        terminal.see(prompt)
        terminal.type(answer + ENTER)
    terminal.see(("Where should", "Your name", "2 the mentor?")[answered])

    terminal.type(CTRL_C)

    assert terminal.end() == ExitCode.INTERRUPTED
    assert "Nothing was made." in terminal.text()
    assert not (tmp_path / "notes").exists()
    assert not (tmp_path / "home" / "Documents").exists()


def test_words_written_before_the_journal_are_offered_after_its_set_up(tmp_path: Path, run: Run, start: Start) -> None:
    run("new 'thirty faces'")
    run(["init", str(tmp_path / "notes"), "--name", "Sam", "--role", "ect"])

    terminal = start("new")
    terminal.see('You left one open on Mon 23 Nov: "thirty faces".')
    terminal.see("1 go on 2 start another 3 save it as it is 4 throw it away")
    terminal.type("3" + ENTER)

    assert terminal.end() == ExitCode.DONE
    assert "\nthirty faces\n" in (tmp_path / "notes" / "2026" / "2026-11-23-thirty-faces.md").read_text("utf-8")


def test_a_folder_that_is_already_a_journal_is_adopted(journal: Path, state: Path, start: Start) -> None:
    (state / "journal.toml").unlink()
    before = (journal / "mentorlog.toml").read_bytes()

    terminal = start("new")
    terminal.see("Where should entries live?")
    terminal.type(str(journal) + ENTER)
    terminal.see("Which moment do you want to stay with?")
    terminal.type(CTRL_C)

    assert terminal.end() == ExitCode.INTERRUPTED
    assert "is your journal now (Sam, ect). Nothing in it was changed." in terminal.text()
    assert (journal / "mentorlog.toml").read_bytes() == before
