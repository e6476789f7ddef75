"""/another asks another question, without remark, as often as wanted, and no typed word is lost."""

from pathlib import Path

import pytest

from conftest import ENTER, Start
from mentorlog.errors import ExitCode

pytestmark = pytest.mark.terminal


def saved(journal: Path) -> str:
    [path] = journal.rglob("2026-*.md")
    return path.read_text("utf-8")


def test_another_question_takes_the_place_of_the_first(journal: Path, start: Start) -> None:
    terminal = start("new --question cre-e1")
    terminal.see("Which moment do you want to stay with?")
    terminal.type("no funnels" + ENTER)
    terminal.see("What did this lesson hand you")
    terminal.type("/another" + ENTER)
    terminal.see("(Enter twice to finish)")
    terminal.type("I put the beakers out." + ENTER + ENTER)
    terminal.see("One thing you would like to try next?")
    terminal.type(ENTER)
    terminal.see("Anything you would like")
    terminal.type(ENTER)

    assert terminal.end() == ExitCode.DONE
    assert 'asked = ["cre-e1"]' in saved(journal)
    assert "I put the beakers out." in saved(journal)
    assert "What did this lesson hand you" not in saved(journal)


@pytest.mark.usefixtures("journal")
def test_where_there_is_no_question_it_says_so(start: Start) -> None:
    terminal = start("new")
    terminal.see("Which moment do you want to stay with?")
    terminal.type("/another" + ENTER)
    terminal.see("There is no other question here. /skip leaves it out.")
    terminal.see("Which moment do you want to stay with?")
    terminal.type("no funnels" + ENTER + "/stop" + ENTER)
    terminal.see("Saved as a draft.")
