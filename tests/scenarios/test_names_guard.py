"""Words that may name somebody, on saving and on sharing: shown, another wording offered, never in the way."""

from pathlib import Path

import pytest

from cli.two import met
from conftest import CTRL_C, ENTER, Run, Start
from mentorlog.errors import ExitCode

pytestmark = pytest.mark.terminal
SAFEGUARDING = "If a child may be at risk, stop here and tell your safeguarding lead today."


def saved(journal: Path) -> list[str]:
    return [path.read_text("utf-8") for path in journal.rglob("2026-*.md")]


@pytest.mark.parametrize(
    ("choice", "words"), [("1", "I sat with a pupil afterwards"), ("", "I sat with Leon afterwards")]
)
def test_before_saving_a_name_is_shown_in_its_line_and_may_stay(
    choice: str, words: str, journal: Path, start: Start
) -> None:
    terminal = start("new")
    terminal.see("Which moment do you want to stay with?")
    terminal.type("nineteen ticks" + ENTER)
    terminal.see("(Enter twice to finish)")
    terminal.type("I sat with Leon afterwards" + ENTER + ENTER)
    terminal.see("One thing you would like to try next?")
    terminal.type(ENTER)
    terminal.see("Anything you would like")
    terminal.type(ENTER)
    terminal.see("Someone may be named:")
    terminal.see("Leon: 1 a pupil 2 leave it [2]")
    terminal.type(choice + ENTER)

    assert terminal.end() == ExitCode.DONE
    assert [words in text for text in saved(journal)] == [True]


def test_ctrl_c_at_a_name_keeps_the_draft(journal: Path, start: Start) -> None:
    terminal = start("new --title ticks --next '' -d critique")
    terminal.see("(Enter twice to finish)")
    terminal.type("I sat with Leon afterwards" + ENTER + ENTER)
    terminal.see("One thing you would like to try next?")
    terminal.type(ENTER)
    terminal.see("Anything you would like")
    terminal.type(ENTER)
    terminal.see("leave it")
    terminal.type(CTRL_C)

    assert terminal.end() == ExitCode.INTERRUPTED
    assert "Kept in a draft." in terminal.text()
    assert saved(journal) == []


def test_a_line_about_a_child_at_risk_gets_the_sentence_once(journal: Path, start: Start) -> None:
    terminal = start(["new", "He told me that his dad hits him. She had bruises on her arms."])

    assert terminal.end() == ExitCode.DONE
    assert terminal.text().count(SAFEGUARDING) == 1
    assert len(saved(journal)) == 1


@pytest.mark.parametrize(
    ("choice", "shared"), [("1", ["a pupil"]), ("2", ["Leon"]), ("3", [])], ids=["another wording", "leave it", "out"]
)
def test_before_sharing_each_name_can_be_changed_left_or_its_entry_left_out(
    choice: str, shared: list[str], tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch, start: Start
) -> None:
    sam, _ = met(tmp_path, run, monkeypatch)
    sam.does("new 'I sat with Leon afterwards.' --title Ticks --share")

    terminal = start("share")
    terminal.see("1 a pupil 2 leave it 3 leave the entry out [1]")
    terminal.type(choice + ENTER)
    if shared:
        terminal.see("Share them? [y/N]")
        terminal.type("y" + ENTER)

    assert terminal.end() == ExitCode.DONE
    copies = [data.decode() for name, data in sam.copies().items() if name.endswith(".md")]
    assert [f"I sat with {words} afterwards." in text for text, words in zip(copies, shared, strict=True)] == [
        True for _ in shared
    ]
    assert [f"I sat with {'a pupil' if choice == '1' else 'Leon'}" in text for text in saved(sam.root)] == [True]
