"""A plan in words: copies to add, change and remove, and the result."""

from dataclasses import replace
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
    """Return the lines of a plan for Priya, and the warnings."""
    show_plan(Screen(plain=True), "Priya", plan)
    output = capsys.readouterr()
    return output.out.splitlines(), output.err


def test_copies_are_grouped_by_kind_and_show_their_private_parts(
    capsys: pytest.CaptureFixture[str],
) -> None:
    lines, warned = shown(Plan(FOLDER, (NEW, handover("new", "aaaa"), CHANGED, BACK)), capsys)

    assert [line for line in lines if line.endswith(":")] == [
        "2 entries would go to Priya's folder:",
        "1 entry would be updated in Priya's folder:",
        "1 entry would be taken out of Priya's folder:",
    ]
    assert '20 Nov The bell    "Just for me" stays here' in lines[1]
    assert "2026/2026-11-20-k3f9.md" in lines[-2]
    assert warned == ""


WAITING = "+++\ndate = 2026-11-20\n+++\n\n## Creativity\n\nIt rang. Waiting is ==most of it==.\n"


def test_the_words_that_the_reader_sees_first_are_under_each_entry_that_would_go(
    capsys: pytest.CaptureFixture[str],
) -> None:
    lines, _ = shown(Plan(FOLDER, (replace(NEW, text=WAITING),)), capsys)

    assert lines[2:] == [
        "    “most of it”",
        "Priya's page will quote the words in “ ” first. To pick other words, put == around them: mentorlog edit ENTRY",
    ]


def test_the_words_of_a_copy_without_a_dimension_are_under_it_too(capsys: pytest.CaptureFixture[str]) -> None:
    lines, _ = shown(Plan(FOLDER, (NEW,)), capsys)

    assert lines[2] == "    “The copy.”"


@pytest.mark.parametrize(
    "copy", [replace(NEW, text=""), *(replace(copy, text=WAITING) for copy in (SAME, BACK, THEIRS))]
)
def test_no_words_are_shown_of_a_copy_without_any_or_one_that_would_not_go(
    copy: Handover, capsys: pytest.CaptureFixture[str]
) -> None:
    lines, _ = shown(Plan(FOLDER, (copy,)), capsys)

    assert not any("“" in line for line in lines)


@pytest.mark.parametrize(
    ("plan", "line"),
    [
        (Plan(FOLDER), "Nothing is marked to share. To share one: mentorlog share ENTRY"),
        (Plan(FOLDER, (SAME,)), "1 entry is shared with Priya, and nothing has changed."),
        (Plan(FOLDER, (SAME,), (MARK,)), "In 1 entry of yours, the line about sharing would change."),
        (Withdrawal(FOLDER, (SAME,)), "No copy of that is in Priya's folder."),
    ],
)
def test_a_plan_without_changes_to_copies_says_why(plan: Plan, line: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert shown(plan, capsys) == ([line], "")


def test_a_withdrawal_that_only_makes_entries_private_prints_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert shown(Withdrawal(FOLDER, (), (MARK,)), capsys) == ([], "")


def test_a_changed_copy_gets_a_warning_that_names_its_entry(capsys: pytest.CaptureFixture[str]) -> None:
    lines, warned = shown(Plan(FOLDER, (THEIRS,)), capsys)

    assert lines == []
    assert warned == (
        "mentorlog: 2026/2026-11-20-k3f9.md in Priya's folder is not what you shared, and was left alone; "
        f"yours is {BELL.path}\n"
    )


def test_every_word_of_the_new_copies_can_be_shown(capsys: pytest.CaptureFixture[str]) -> None:
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
def test_the_question_and_the_result_fit_the_plan(plan: Plan, question: str, done: str) -> None:
    assert (question_about(plan), done_with(plan)) == (question, done)


@pytest.mark.parametrize(
    ("reworded", "sentence"),
    [
        (0, "Nothing was shared."),
        (1, "Nothing was shared. Your change to 1 entry is saved. To undo: mentorlog undo"),
        (1_200, "Nothing was shared. Your changes to 1,200 entries are saved. To undo: mentorlog undo"),
    ],
)
def test_declining_a_share_says_that_rewordings_stay(reworded: int, sentence: str) -> None:
    assert not_shared(reworded) == sentence
