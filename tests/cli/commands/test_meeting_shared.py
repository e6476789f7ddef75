"""A guided meeting that ends with sharing its notes, and what both asked of each other."""

import re
import shutil
from pathlib import Path

import pytest

from cli.two_people import One, met
from conftest import CTRL_C, ENTER, Run, Start, Terminal
from mentorlog.errors import ExitCode

pytestmark = pytest.mark.terminal

ASK = "Priya asked you, 23 Nov: Could I watch you?"
ASKED = f"{ASK} 1 I'll do it 2 keep it open 3 answered (add a few words if you like) [2]"
QUESTION = "Share these notes"
LATER = "Only you can see this. To share it: mentorlog share"


@pytest.fixture
def two(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> tuple[One, One]:
    """Sam and Priya, who has asked Sam for something; Sam has an entry that waits to be handed over."""
    sam, priya = met(tmp_path, run, monkeypatch)
    priya.does("new 'We spoke.' --title Talk --share --ask 'Could I watch you?'")
    priya.does("share --yes")
    sam.does("new 'Waiting words.' --title Waiting --share")
    return sam, priya


def at_the_end(start: Start, notes: str = "We talked.", ask: str = "1 on Friday", options: str = "") -> Terminal:
    """Hold a meeting up to the question about sharing."""
    terminal = start(f"{options} meeting".strip())
    for prompt, answer in (
        ("Could I watch you?", ask + ENTER),
        ("What would you like to keep", notes + ENTER + ENTER),
        ("One next thing for you?", ENTER),
        ("One next thing for Priya?", ENTER),
    ):
        terminal.see(prompt)
        terminal.type(answer)
    return terminal


def test_yes_hands_over_the_notes_and_the_new_step_and_nothing_else(two: tuple[One, One], start: Start) -> None:
    sam, priya = two

    terminal = at_the_end(start)
    terminal.see(QUESTION)
    terminal.type(ENTER)

    assert terminal.end() == ExitCode.DONE
    assert "2 entries will now go to Priya's folder:" in terminal.text()
    assert "Shared. To undo: mentorlog undo" in terminal.text()
    names = [re.sub("-[a-z0-9]{4}.md", "", Path(name).name[11:]) for name in sam.copies() if name.endswith(".md")]
    assert sorted(names) == ["could-i-watch-you-on-friday", "meeting-with-priya"]
    assert "Could I watch you?" in sam.does("next")
    assert "Could I watch you? – on Friday\tSam" in priya.does("next")
    sam.does("undo")
    assert [name for name in sam.copies() if name.endswith(".md")] == []
    assert "meeting-with-priya" in sam.does("list")
    sam.does("undo")
    assert "meeting-with-priya" not in sam.does("list")
    assert "Could I watch you?" not in sam.does("next")


@pytest.mark.parametrize("answer", ["n", "maybe", "/stop", "/skip"])
def test_anything_but_yes_leaves_the_notes_private_and_says_how_to_share(
    answer: str, two: tuple[One, One], start: Start
) -> None:
    sam, _ = two

    terminal = at_the_end(start)
    terminal.see(QUESTION)
    terminal.type(answer + ENTER)

    assert terminal.end() == ExitCode.DONE
    notes = sam.does("list --kind meeting")[:13]
    assert f"{LATER} {notes[-4:]} " in terminal.text()
    assert "share = " not in next(sam.root.rglob("*meeting-with-priya.md")).read_text("utf-8")
    assert [name for name in sam.copies() if name.endswith(".md")] == []


def test_ctrl_c_at_the_question_leaves_the_notes_saved_and_private(two: tuple[One, One], start: Start) -> None:
    sam, _ = two

    terminal = at_the_end(start)
    terminal.see(QUESTION)
    terminal.type(CTRL_C)

    assert terminal.end() == ExitCode.INTERRUPTED
    assert LATER in terminal.text()
    assert "Saved as a draft" not in terminal.text()
    assert "meeting-with-priya" in sam.does("list")
    assert list((sam.base / "sam-state" / "drafts").glob("*.md")) == []


def test_the_plain_prompts_end_with_the_same_question(two: tuple[One, One], start: Start) -> None:
    sam, _ = two

    terminal = at_the_end(start, options="--plain")
    terminal.see(QUESTION)
    terminal.type("y" + ENTER)

    assert terminal.end() == ExitCode.DONE
    assert len([name for name in sam.copies() if name.endswith(".md")]) == 2


def test_notes_wait_if_the_folder_for_copies_is_missing(two: tuple[One, One], start: Start) -> None:
    sam, _ = two
    shutil.move(sam.for_other, sam.base / "elsewhere")

    terminal = at_the_end(start)
    terminal.see(QUESTION)
    terminal.type(ENTER)

    assert terminal.end() == ExitCode.DONE
    assert "The folder for Priya is not at" in terminal.text()
    assert "Your notes are marked to share. To send them later: mentorlog share" in terminal.text()
    shutil.move(sam.base / "elsewhere", sam.for_other)
    sam.does("share --yes")
    assert len([name for name in sam.copies() if name.endswith(".md")]) == 3


@pytest.mark.usefixtures("two")
def test_nothing_is_asked_after_a_line_about_a_child_at_risk(start: Start) -> None:
    terminal = at_the_end(start, notes="She told me that her dad hits her.")

    assert terminal.end() == ExitCode.DONE
    after = terminal.text().partition("tell your safeguarding lead")[2]
    assert "Saved" in after
    assert "hare" not in after.replace("shared", "")


def test_a_meeting_that_is_shared_from_the_beginning_is_not_asked_about(two: tuple[One, One], start: Start) -> None:
    sam, _ = two

    terminal = start("meeting --share")
    terminal.see(ASKED)
    for answer in ("1" + ENTER, "We talked." + ENTER + ENTER, ENTER, ENTER):
        terminal.type(answer)

    assert terminal.end() == ExitCode.DONE
    assert "Share these notes" not in terminal.text()
    assert all('share = "mentor"' in path.read_text("utf-8") for path in sam.root.rglob("2026-*.md"))


def test_a_name_in_the_notes_is_shown_before_they_leave(two: tuple[One, One], start: Start) -> None:
    sam, _ = two

    terminal = at_the_end(start, notes="We talked about Jayden Smith.")
    terminal.see("Jayden Smith:")
    terminal.type("2" + ENTER)
    terminal.see(QUESTION)
    terminal.type(ENTER)
    terminal.see("3 leave the entry out")
    terminal.type("3" + ENTER)

    assert terminal.end() == ExitCode.DONE
    assert not any("meeting-with" in name for name in sam.copies())


def test_a_request_can_be_skipped_or_answered_and_is_gone_once_answered(two: tuple[One, One], start: Start) -> None:
    sam, _ = two
    for answer, line in (("/skip", ""), ("3 she comes on Friday", "of Sam on 23 Nov: Could I watch you? – answered")):
        terminal = at_the_end(start, ask=answer)
        terminal.see(QUESTION)
        terminal.type(ENTER)
        assert terminal.end() == ExitCode.DONE
        saved = max(sam.root.rglob("*meeting-with-priya*.md"), key=lambda path: path.stat().st_mtime_ns)
        assert line in saved.read_text("utf-8")
        assert ("Asked:" in saved.read_text("utf-8")) == bool(line)

    terminal = start("meeting")
    terminal.see("What would you like to keep")

    assert ASK not in terminal.text()


@pytest.mark.parametrize("columns", [80, 40])
def test_words_to_talk_about_keep_their_indent(columns: int, two: tuple[One, One], start: Start) -> None:
    sam, _ = two
    words = "They had all ticked it, even those who had not begun to write. It told me nothing at all."
    sam.does(["new", words, "--title", "Ticks", "--share", "--talk"])

    terminal = start("meeting", columns=columns)
    terminal.see("answered")
    terminal.type(ENTER)
    terminal.see("What would you like to keep")

    lines = terminal.lines()
    first = next(place for place, line in enumerate(lines) if line.startswith("    “They had"))
    last = next(place for place, line in enumerate(lines) if line.endswith("nothing at all.”"))
    assert all(line.startswith("    ") for line in lines[first : last + 1])


@pytest.mark.parametrize("end", [CTRL_C, "/stop" + ENTER])
def test_with_two_people_the_sentence_after_a_stop_names_the_person(
    end: str, two: tuple[One, One], start: Start
) -> None:
    sam, _ = two
    sam.does(["share", "--with", "Ann", "--role", "mentor", "--to", str(sam.base / "a"), "--yes"])

    terminal = start("meeting --with priya")
    terminal.see(ASK)
    terminal.type("3 yes" + ENTER)
    terminal.see("What would you like to keep")
    terminal.type(end)

    assert terminal.end() == (ExitCode.INTERRUPTED if end == CTRL_C else ExitCode.DONE)
    assert "Saved as a draft. Carry on with: mentorlog meeting --with Priya" in terminal.text()
    assert "Carry on with: mentorlog meeting --with Priya\n" in sam.does("")
