"""A form that is copied each week, and a copy of an entry that a sync service left: every entry is quoted once."""

import json
import re
from pathlib import Path

import pytest

from cli.two_people import One
from mentorlog.errors import ExitCode

PROMPTS = (
    "What did you look at closely this week?",
    "What did it tell you, and what not?",
    "What would you like to try out next?",
)
WEEK_TEN = ("Nineteen ticks on sheets.", "Not who was guessing.", "One pair explains first.")
WEEK_ELEVEN = ("Two hands went up.", "Nothing about the rest.", "Waiting much longer.")


def a_form(day: str, title: str, answers: tuple[str, ...]) -> str:
    """A weekly form as a teacher keeps it: bold prompts of eight words, and three or four words after each."""
    filled = "\n\n".join(f"**{prompt}**\n\n{answer}" for prompt, answer in zip(PROMPTS, answers, strict=True))
    return f'+++\ndate = {day}\ntitle = "{title}"\nshare = "mentor"\n+++\n\n## Critique\n\n{filled}\n'


@pytest.fixture
def forms(sam: One) -> tuple[Path, Path]:
    first, second = sam.root / "week.md", sam.root / "week 11.md"
    first.write_text(a_form("2026-11-13", "Week ten", WEEK_TEN), "utf-8")
    second.write_text(a_form("2026-11-20", "Week eleven", WEEK_ELEVEN), "utf-8")
    return first, second


def test_the_prompts_have_eight_words_and_the_answers_three_or_four() -> None:
    assert {len(prompt.split()) for prompt in PROMPTS} == {8}
    assert {len(answer.split()) for answer in (*WEEK_TEN, *WEEK_ELEVEN)} == {3, 4}


@pytest.mark.usefixtures("forms")
def test_two_weekly_forms_are_both_in_the_writers_own_page(sam: One) -> None:
    made = json.loads(sam.does("summary --json"))

    assert {part["id"]: part["entries"] for part in made["dimensions"]}["critique"] == 2
    page = sam.does("summary --format markdown")
    assert "Week eleven" in page
    assert "Critique\n\n2 entries, last on Fri 20 Nov" in page
    assert re.findall(r"“(.*)”", page) == ["Waiting much longer.", "One pair explains first."]


@pytest.mark.usefixtures("forms")
def test_two_weekly_forms_are_both_shared_and_in_the_readers_page(sam: One, priya: One) -> None:
    shown = sam.does("share --yes")
    made = json.loads(priya.does("summary --json"))

    assert "2 entries would go to Priya's folder:" in shown
    assert [name.rpartition("-")[0] for name in sam.copies() if name.endswith(".md")] == [
        "2026/2026-11-13-week-ten",
        "2026/2026-11-20-week-eleven",
    ]
    assert {part["id"]: part["entries"] for part in made["dimensions"]}["critique"] == 2
    extracts = [extract["date"] for part in made["dimensions"] for extract in part["extracts"]]
    assert sorted({*extracts, *(topic["date"] for topic in made["talk_about"])}) == ["2026-11-13", "2026-11-20"]


def test_check_gives_no_advice_to_delete_a_weekly_form(forms: tuple[Path, Path], sam: One) -> None:
    before = [path.read_bytes() for path in forms]

    checked = sam.run("check")

    assert (checked.exit_code, checked.stderr) == (ExitCode.DONE, "")
    assert "copy" not in checked.stdout
    assert "delete" not in checked.stdout
    assert [path.read_bytes() for path in forms] == before


def test_a_conflict_copy_of_a_form_is_quoted_and_shared_once(forms: tuple[Path, Path], sam: One, priya: One) -> None:
    conflict = forms[0].with_name("week (Sam's conflicted copy 2026-11-20).md")
    conflict.write_text(
        forms[0].read_text("utf-8").replace("Not who was guessing.", "Not who was guessing it."), "utf-8"
    )

    own = json.loads(sam.does("summary --json"))
    shown = sam.does("share --yes")
    page = priya.does("summary --format markdown")

    assert {part["id"]: part["entries"] for part in own["dimensions"]}["critique"] == 2
    assert "2 entries would go to Priya's folder:" in shown
    assert page.count("One pair explains first.") == 1
    assert f"{conflict.name}, line 1: it looks like a copy of week.md" in sam.run("check").stdout
