"""A guided entry in a real terminal, typed as a tired teacher would."""

from pathlib import Path

import pytest

from conftest import CTRL_C, ENTER, Start

pytestmark = pytest.mark.terminal


def entry_texts(journal: Path) -> list[str]:
    return [path.read_text("utf-8") for path in sorted(journal.glob("2*/*.md"))]


@pytest.mark.always
def test_one_question_makes_a_complete_entry(journal: Path, start: Start) -> None:
    terminal = start("new --class 8Q")

    terminal.see("Which moment do you want to stay with?")
    terminal.type("no funnels, thirty faces" + ENTER)
    terminal.see("Enter twice to finish")
    terminal.type("The funnels had gone." + ENTER + "I put the beakers out." + ENTER + ENTER)
    terminal.see("like to try next?")
    terminal.type(ENTER)
    terminal.see("like from your mentor")
    terminal.type(ENTER)

    assert terminal.end() == 0
    (text,) = entry_texts(journal)
    assert 'title = "no funnels, thirty faces"' in text
    assert "The funnels had gone.\nI put the beakers out.\n" in text


def test_a_person_with_a_mentor_sees_how_to_share_the_entry(journal: Path, start: Start) -> None:
    with (journal / "mentorlog.toml").open("a", encoding="utf-8") as settings:
        settings.write('\n[[people]]\nname = "Priya"\nrole = "mentor"\n')

    terminal = start("new --title Ticks --next 'Ask one pair' --ask 'Could I watch?'")
    terminal.see("Enter twice to finish")
    terminal.type("The tick told me." + ENTER + ENTER)

    assert terminal.end() == 0
    (entry,) = journal.glob("2*/*.md")
    letters = entry.read_text("utf-8").partition('id = "')[2][9:13]
    assert f"Share it when you are ready: mentorlog share {letters}" in terminal.text()


def test_ctrl_c_keeps_every_word_and_resume_continues_from_there(journal: Path, start: Start) -> None:
    first = start("new")
    first.see("Which moment")
    first.type("the hinge question" + ENTER)
    first.see("Enter twice to finish")
    first.type("I would say that the sequence" + CTRL_C)
    first.see("Saved as a draft. Carry on with: mentorlog new --resume")
    assert first.end() == 130

    second = start("new --resume")
    second.see("I would say that the sequence")
    second.type(" matters more." + ENTER + ENTER)
    second.see("try next?")
    second.type(ENTER)
    second.see("your mentor")
    second.type(ENTER)

    assert second.end() == 0
    assert "I would say that the sequence matters more.\n" in entry_texts(journal)[0]
