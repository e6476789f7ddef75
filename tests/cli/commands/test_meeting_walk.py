"""A meeting at one screen for two people: what it shows, what it saves and how it resumes."""

import os
import shutil
import signal
from pathlib import Path

import pytest

from cli.two_people import One, met
from conftest import CTRL_C, ENTER, Run, Start, Terminal
from mentorlog.errors import ExitCode

pytestmark = pytest.mark.terminal

HERS, MINE, NOTES, NEXT, SUGGESTED, SHARE = (
    "Priya, 23 Nov: Find out who decides", "You, 23 Nov: Ask one pair",
    "What would you like to keep from this conversation?", "One next thing for you?", "One next thing for Priya?",
    "Share these notes",
)  # fmt: skip
STEP = "1 done 2 carry forward 3 drop it (add why if you like) [2]"
WALK = (
    (MINE, "1 they liked it", ENTER), (HERS, "3 no time", ENTER), (NOTES, "We looked at ticks.", ENTER + ENTER),
    (NEXT, "Wait longer", ENTER), (SUGGESTED, "Book a visit", ENTER), (SHARE, "n", ENTER),
)  # fmt: skip


@pytest.fixture
def two(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> tuple[One, One]:
    """Sam and Priya, each with a shared step and a private one; the test runs with Sam's state."""
    sam, priya = met(tmp_path, run, monkeypatch)
    for one, step in ((sam, "Ask one pair"), (priya, "Find out who decides")):
        one.does(["new", "Shared words.", "--share", "--title", f"{step}?", "--next", step, "--talk"])
        one.does(["new", "Own words.", "--title", "Private title", "--next", "Private step", "--talk"])
        one.does("share --yes")
    sam.does("list")
    return sam, priya


def answer_until(terminal: Terminal, prompt: int, start: int = 0) -> None:
    for words, answer, end in WALK[start:prompt]:
        terminal.see(words)
        terminal.type(answer + end)


def break_off_at_the_notes(start: Start, words: str = "") -> None:
    """Answer both steps, type `words`, and press Ctrl-C."""
    broken = start("meeting")
    answer_until(broken, 2)
    broken.see(NOTES)
    broken.type(words + CTRL_C)
    broken.end()


def the_meeting(one: One) -> str:
    [path] = one.root.rglob("*meeting-with*.md")
    return path.read_text("utf-8")


@pytest.mark.always
def test_the_screen_and_the_entry_contain_only_shared_steps(two: tuple[One, One], start: Start) -> None:
    terminal = start("meeting --share")
    answer_until(terminal, 5)

    assert terminal.end() == ExitCode.DONE
    assert "Private" not in terminal.text()
    assert "Private" not in the_meeting(two[0])
    assert "To talk about:" in terminal.text()
    assert "Private step" in two[0].does("next")


def test_an_untitled_entry_is_not_named_after_its_file(two: tuple[One, One], start: Start) -> None:
    sam, _ = two
    head = '+++\nid = "20261120-zzzz"\ndate = 2026-11-20\nshare = "mentor"\nwith = "Priya"\ntalk = true\n+++\n'
    (sam.root / "2026" / "2026-11-20-row-with-the-head.md").write_text(f"{head}\nThe bell went.\n", "utf-8")

    sam.run("list")
    terminal = start("meeting")
    answer_until(terminal, 3)

    assert "The bell went. (zzzz)" in terminal.text()
    assert "row with the head" not in terminal.text()


def test_a_step_and_its_choices_are_on_two_lines(two: tuple[One, One], start: Start) -> None:
    terminal = start("meeting")
    terminal.see("[2] >")

    lines = terminal.lines()
    assert lines[lines.index(MINE) + 1] == "1 done  2 carry forward  3 drop it  (add why if you like)  [2]"
    terminal.type(CTRL_C)
    terminal.end()
    assert list((two[0].base / "sam-state" / "drafts").glob("*.md")) == []


@pytest.mark.parametrize(
    ("prompt", "again"),
    [*((prompt, "meeting") for prompt in range(5)), *((prompt, "new --resume") for prompt in range(5)), (2, "new")],
)
def test_an_interrupted_meeting_resumes_as_a_meeting(
    prompt: int, again: str, two: tuple[One, One], start: Start
) -> None:
    sam = two[0]
    broken = start("meeting")
    answer_until(broken, prompt)
    broken.see(WALK[prompt][0])
    broken.type(WALK[prompt][1])
    broken.see(WALK[prompt][1])
    broken.type(CTRL_C)
    assert broken.end() == ExitCode.INTERRUPTED
    assert "Saved as a draft. Carry on with: mentorlog meeting" in broken.text()
    assert "--" not in broken.text().partition("Go on with: ")[2]

    terminal = start(again)
    if again != "new --resume":
        terminal.see('"Meeting with Priya". 1 go on')
        terminal.type(ENTER)
    terminal.see(WALK[prompt][0])
    terminal.see(WALK[prompt][1])  # already on the line
    terminal.type(WALK[prompt][2])
    answer_until(terminal, 6, prompt + 1)

    assert terminal.end() == ExitCode.DONE
    saved = the_meeting(sam)
    assert "\n\nWe looked at ticks.\n\nSince last time:\n- Sam, 23 Nov: Ask one pair – done (they liked it)\n" in saved
    assert saved.endswith("- Priya, 23 Nov: Find out who decides – dropped (no time)\n")
    assert 'next = "Wait longer"\nsuggested = "Book a visit"\n' in saved
    assert "draft_" not in saved
    assert "Ask one pair" not in sam.does("next")
    assert list((sam.base / "sam-state" / "drafts").glob("*.md")) == []
    sam.does("undo")
    assert "Ask one pair" in sam.does("next")
    assert list(sam.root.rglob("*meeting-with*.md")) == []


def test_saving_an_unfinished_meeting_closes_the_settled_steps(two: tuple[One, One], start: Start) -> None:
    break_off_at_the_notes(start)

    terminal = start("meeting")
    terminal.see("3 save it as it is")
    terminal.type("3" + ENTER)
    answer_until(terminal, 6, 5)

    assert terminal.end() == ExitCode.DONE
    assert "Ask one pair – done (they liked it)" in the_meeting(two[0])
    assert "Ask one pair" not in two[0].does("next")


def test_settled_steps_survive_if_the_shared_folder_goes_missing(two: tuple[One, One], start: Start) -> None:
    sam, priya = two
    break_off_at_the_notes(start)
    shutil.rmtree(priya.for_other)

    terminal = start("meeting")
    terminal.see("1 go on")
    terminal.type(ENTER)
    terminal.see("is the drive connected? This goes on without it.")
    answer_until(terminal, 6, 2)

    assert terminal.end() == ExitCode.DONE
    assert "- Priya, 23 Nov: Find out who decides – dropped (no time)" in the_meeting(sam)


def test_words_in_the_editor_are_back_after_a_sudden_end(two: tuple[One, One], start: Start) -> None:
    sam = two[0]
    break_off_at_the_notes(start, "We looked")
    [draft] = (sam.base / "sam-state" / "drafts").glob("*.md")
    draft.with_suffix(".answer").write_text("We looked for long.\n", "utf-8")

    terminal = start("new --resume")
    terminal.see("We looked for long.")
    terminal.type(ENTER + ENTER)
    answer_until(terminal, 6, 3)

    assert terminal.end() == ExitCode.DONE
    assert "We looked for long.\n\nSince last time:" in the_meeting(sam)


def test_a_step_made_private_before_resuming_is_not_quoted(two: tuple[One, One], start: Start) -> None:
    sam = two[0]
    break_off_at_the_notes(start, "We looked")
    shared = next(line for line in sam.does("list").splitlines() if "Ask one pair?" in line).split("\t")[0]
    sam.does(["edit", shared, "--set", "share="])

    terminal = start("new --resume")
    terminal.see("We looked")
    terminal.type(ENTER + ENTER)
    answer_until(terminal, 6, 3)

    assert terminal.end() == ExitCode.DONE
    assert "Ask one pair" not in the_meeting(sam)
    assert "We looked\n\nSince last time:\n- Priya" in the_meeting(sam)


def test_the_reason_for_closing_a_step_stays_after_the_step_becomes_private(two: tuple[One, One], start: Start) -> None:
    sam = two[0]
    broken = start("meeting")
    broken.see("1 done")
    broken.type("1 everybody stayed" + ENTER)
    broken.see("Find out who decides")
    broken.type(CTRL_C)
    broken.end()
    shared = next(line for line in sam.does("list").splitlines() if "Ask one pair?" in line).split("\t")[0]
    sam.does(["edit", shared, "--set", "share="])

    terminal = start("new --resume")
    answer_until(terminal, 2, 1)
    terminal.see("> everybody stayed")
    terminal.type(ENTER + ENTER)
    answer_until(terminal, 6, 3)

    assert terminal.end() == ExitCode.DONE
    assert "\neverybody stayed\n" in the_meeting(sam)
    assert "Ask one pair" not in the_meeting(sam)


@pytest.mark.parametrize("columns", [80, 40])
def test_without_the_shared_folder_a_meeting_uses_the_writers_own_steps(
    columns: int, tmp_path: Path, run: Run, start: Start
) -> None:
    journal = tmp_path / "journal"
    assert run(["init", str(journal), "--name", "Priya", "--role", "mentor", "--with", "Sam"]).exit_code == 0

    terminal = start("meeting", columns=columns)
    terminal.see("No folder of Sam's is set up. This goes on without it.")
    terminal.see(NOTES)
    terminal.type("Our first." + ENTER + ENTER)
    terminal.see("One next thing for you?")
    terminal.type(ENTER)
    terminal.see("One next thing for Sam?")
    terminal.type("Choose a class" + ENTER)

    assert terminal.end() == ExitCode.DONE
    assert 'suggested = "Choose a class"' in next(journal.rglob("*meeting-with-sam.md")).read_text("utf-8")
    assert "Only you can see this. To share it: mentorlog share" in terminal.text()


@pytest.mark.parametrize("options", ["", "--plain "])
def test_words_without_a_choice_need_not_be_typed_again(options: str, two: tuple[One, One], start: Start) -> None:
    terminal = start(f"{options}meeting")
    terminal.see(MINE)
    terminal.type("we did it on Tuesday" + ENTER)
    terminal.see("Noted: we did it on Tuesday Now choose: 1 done 2 carry forward 3 drop it [2] >")
    terminal.type("1" + ENTER)
    answer_until(terminal, 6, 1)

    assert terminal.end() == ExitCode.DONE
    assert "- Sam, 23 Nov: Ask one pair – done (we did it on Tuesday)\n" in the_meeting(two[0])


def test_a_skip_leaves_the_step_out_of_the_notes_and_open(two: tuple[One, One], start: Start) -> None:
    terminal = start("meeting")
    terminal.see(MINE)
    terminal.type("/skip" + ENTER)
    answer_until(terminal, 6, 1)

    assert terminal.end() == ExitCode.DONE
    assert "Ask one pair" not in the_meeting(two[0])
    assert "Ask one pair" in two[0].does("next")


def test_a_step_that_changed_meanwhile_is_named_and_its_words_stay(two: tuple[One, One], start: Start) -> None:
    sam = two[0]
    terminal = start("meeting")
    answer_until(terminal, 2)
    terminal.see(NOTES)
    [path] = sam.root.rglob("*ask-one-pair.md")
    path.write_text(path.read_text("utf-8").replace('next = "Ask one pair"', 'next = "Ask two"'), "utf-8")
    answer_until(terminal, 6, 2)

    assert terminal.end() == ExitCode.DONE
    assert "“Ask one pair” wasn't marked as done. It has been reworded since." in terminal.text()
    assert "What you said about it is in your notes." in terminal.text()
    assert "Ask one pair – done (they liked it)" in the_meeting(sam)
    assert "Ask two" in sam.does("next")


@pytest.mark.usefixtures("two")
def test_the_end_of_the_program_names_the_command_that_resumes_the_meeting(start: Start) -> None:
    terminal = start("meeting")
    answer_until(terminal, 1)
    terminal.see(HERS)

    os.kill(terminal.pid, signal.SIGTERM)

    assert terminal.end() == 128 + signal.SIGTERM
    assert "Saved as a draft. Carry on with: mentorlog meeting" in terminal.text()


def test_going_back_lets_you_change_the_answer_about_a_step(two: tuple[One, One], start: Start) -> None:
    terminal = start("meeting")
    terminal.see(MINE)
    terminal.type("1" + ENTER)
    terminal.see(HERS)
    terminal.type("/back" + ENTER)
    terminal.see(f"/back {MINE} {STEP} > 1")
    terminal.type("\x7f3" + ENTER)
    answer_until(terminal, 6, 1)

    assert terminal.end() == ExitCode.DONE
    assert "- Sam, 23 Nov: Ask one pair – dropped\n" in the_meeting(two[0])


def test_you_can_settle_your_own_suggestion_at_the_next_meeting(two: tuple[One, One], start: Start) -> None:
    sam = two[0]
    sam.does("meeting --suggest 'Book a visit' --date yesterday --share")

    terminal = start("meeting")
    terminal.see(MINE)
    terminal.type(ENTER)
    terminal.see("Priya, 22 Nov, suggested by you: Book a visit")
    terminal.type("1" + ENTER)
    answer_until(terminal, 6, 1)

    assert terminal.end() == ExitCode.DONE
    assert "- Priya, 22 Nov: Book a visit – done\n" in sam.root.joinpath(
        next(line for line in sam.does("list --kind meeting").splitlines()).split("\t")[6]
    ).read_text("utf-8")
    assert "Book a visit\tPriya\tsuggested" in sam.does("next")  # the one that was suggested today
    assert sam.does("next").count("Book a visit") == 1
