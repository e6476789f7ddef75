"""A plan in words: what would go, change and come back, and what is true afterwards."""

from pathlib import Path
from typing import Literal

import pytest

from builders import an_entry
from mentorlog.entry.compose import Answer
from mentorlog.journal.history import Edit
from mentorlog.render.screen import Screen
from mentorlog.render.share_plan import done_with, not_shared, question_about, show_plan, show_words
from mentorlog.sharing.plan import Handover, Plan, Withdrawal

FOLDER = Path("/shared")
MARK = Edit("2026/a.md", b"", b"a")
BELL = an_entry("2026-11-20", Answer("It rang."), title="The bell", private="Nobody knows.")


def handover(kind: Literal["new", "changed", "same", "back", "theirs"], letters: str = "k3f9") -> Handover:
    entry = None if kind == "back" else BELL
    path = f"2026/2026-11-20-{letters}.md"
    edits = () if kind in ("same", "theirs") else (Edit(path, None, b"x"),)
    return Handover(kind, f"20261120-{letters}", entry, path, edits, "The copy.", "is not what you shared")


NEW, CHANGED, SAME, BACK, THEIRS = (handover(kind) for kind in ("new", "changed", "same", "back", "theirs"))


def shown(plan: Plan, capsys: pytest.CaptureFixture[str]) -> tuple[list[str], str]:
    """The lines of a plan for Priya, and what was warned of."""
    show_plan(Screen(plain=True), "Priya", plan)
    said = capsys.readouterr()
    return said.out.splitlines(), said.err


def test_each_kind_has_a_heading_and_each_copy_what_stays_and_what_to_type(
    capsys: pytest.CaptureFixture[str],
) -> None:
    lines, warned = shown(Plan(FOLDER, (NEW, handover("new", "aaaa"), CHANGED, BACK)), capsys)

    assert [line for line in lines if line.endswith(":")] == [
        "2 entries would go to Priya's folder:",
        "1 entry would be as it is now in Priya's folder:",
        "1 entry would be taken out of Priya's folder:",
    ]
    assert '20 Nov The bell    "Just for me" stays here' in lines[1]
    assert "2026/2026-11-20-k3f9.md" in lines[-1]
    assert warned == ""


@pytest.mark.parametrize(
    ("plan", "line"),
    [
        (Plan(FOLDER), "Nothing is marked to share. To share one: mentorlog share ENTRY"),
        (Plan(FOLDER, (SAME,)), "1 entry is shared with Priya, and nothing has changed."),
        (Plan(FOLDER, (SAME,), (MARK,)), "In 1 entry of yours, the line about sharing would change."),
        (Withdrawal(FOLDER, (SAME,)), "No copy of that is in Priya's folder."),
    ],
)
def test_a_plan_that_touches_no_copy_says_why(plan: Plan, line: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert shown(plan, capsys) == ([line], "")


def test_a_withdrawal_that_only_makes_entries_private_needs_no_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert shown(Withdrawal(FOLDER, (), (MARK,)), capsys) == ([], "")


def test_what_is_left_alone_is_warned_of_with_whose_entry_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    lines, warned = shown(Plan(FOLDER, (THEIRS,)), capsys)

    assert lines == []
    assert warned == (
        "mentorlog: 2026/2026-11-20-k3f9.md in Priya's folder is not what you shared, and was left alone; "
        f"yours is {BELL.path}\n"
    )


def test_every_word_that_would_leave_can_be_seen(capsys: pytest.CaptureFixture[str]) -> None:
    show_words(Plan(FOLDER, (NEW, SAME, BACK)))

    assert capsys.readouterr().out == "\n2026/2026-11-20-k3f9.md\n\nThe copy.\nNothing was shared.\n"


@pytest.mark.parametrize(
    ("plan", "question", "done"),
    [
        (Plan(FOLDER, (NEW,)), "Share them?", "Shared."),
        (Plan(FOLDER, (NEW, BACK)), "Share these, and take those back?", "Shared."),
        (Plan(FOLDER, (BACK,)), "Take them back?", "Done."),
        (Plan(FOLDER, (), (MARK,)), "Go on?", "Shared."),
        (Withdrawal(FOLDER, (BACK,), (MARK,)), "Take them back?", "Done."),
        (Withdrawal(FOLDER, (), (MARK,)), "Go on?", "Your entry is private again."),
        (Withdrawal(FOLDER, (), (MARK, MARK)), "Go on?", "Your entries are private again."),
    ],
)
def test_the_question_and_the_end_say_what_is_done(plan: Plan, question: str, done: str) -> None:
    assert (question_about(plan), done_with(plan)) == (question, done)


@pytest.mark.parametrize(
    ("reworded", "sentence"),
    [
        (0, "Nothing was shared."),
        (1, "Nothing was shared. 1 entry was reworded, and stays so; back with: mentorlog undo"),
        (1_200, "Nothing was shared. 1,200 entries were reworded, and stay so; back with: mentorlog undo"),
    ],
)
def test_what_was_reworded_stays_so_where_nothing_is_shared(reworded: int, sentence: str) -> None:
    assert not_shared(reworded) == sentence
