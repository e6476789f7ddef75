"""While sharing, a writer sees which words are quoted first, and can choose others."""

from pathlib import Path

import pytest

from cli.two_people import One, met
from conftest import CTRL_C, ENTER, Run, Start
from mentorlog.errors import ExitCode

pytestmark = pytest.mark.terminal


@pytest.fixture
def sam(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> One:
    sam, _ = met(tmp_path, run, monkeypatch)
    sam.does("new 'The funnels had gone. I put the beakers out. They made salt.' --title Salt -d creativity --share")
    return sam


def the_file(sam: One) -> str:
    [path] = sam.root.rglob("2026-*.md")
    return path.read_text("utf-8")


def short_id(sam: One) -> str:
    return sam.does("list").split("\t")[0].rpartition("-")[2]


def test_another_sentence_is_chosen_by_its_number_and_one_undo_takes_that_back(sam: One, start: Start) -> None:
    terminal = start("share")
    terminal.see("“I put the beakers out. They made salt.”")
    terminal.see("To pick another sentence, type the entry's code.")
    terminal.type(short_id(sam) + ENTER)
    terminal.see("2 I put the beakers out.")
    terminal.type("1" + ENTER)
    terminal.see("“The funnels had gone.”")
    terminal.type("y" + ENTER)

    assert terminal.end() == ExitCode.DONE
    [copy] = [text for name, text in sam.copies().items() if name.endswith(".md")]
    assert b"==The funnels had gone.== I put the beakers out." in copy
    assert "==The funnels had gone.==" in the_file(sam)
    sam.does("undo")  # the share
    sam.does("undo")
    assert "==" not in the_file(sam)


def test_a_number_that_is_not_there_is_asked_for_again_and_enter_leaves_it_as_it_is(sam: One, start: Start) -> None:
    terminal = start("share", columns=40)
    terminal.see("Share them?")
    terminal.type(short_id(sam) + ENTER)
    terminal.see("Which sentence should be quoted first?")
    terminal.type("4" + ENTER)
    terminal.see("Type a number from 1 to 3, or press Enter to leave it.")
    terminal.type(ENTER)
    terminal.see("Share them?")
    terminal.type("n" + ENTER)

    assert terminal.end() == ExitCode.DONE
    assert "Nothing was shared." in terminal.text()
    assert "==" not in the_file(sam)


def test_ctrl_c_while_choosing_shares_nothing(sam: One, start: Start) -> None:
    terminal = start("share")
    terminal.see("Share them?")
    terminal.type(short_id(sam) + ENTER)
    terminal.see("Which sentence should be quoted first?")
    terminal.type(CTRL_C)

    assert terminal.end() == ExitCode.INTERRUPTED
    assert "Nothing was shared." in terminal.text()
    assert [name for name in sam.copies() if name.endswith(".md")] == []
