"""Two people with a brief, their next steps, a meeting and a thread."""

import shutil
from pathlib import Path

import pytest

from cli.two_people import One, met_and_shared
from conftest import CTRL_C, ENTER, Run, Start
from mentorlog.errors import ExitCode


@pytest.fixture
def two(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> tuple[One, One]:
    return met_and_shared(tmp_path, run, monkeypatch)


def test_a_mentor_with_one_ect_needs_no_argument(two: tuple[One, One]) -> None:
    output = two[1].does("summary")

    assert output.startswith("Before we meet: Sam and Priya\n")
    assert "You  Find out who decides" in output
    assert "Sam  Ask one pair" in output
    assert "“The tick told me.”" in output
    assert "IN SAM'S WORDS AND YOURS" in output
    assert "ASKED OF YOU" in output


@pytest.mark.terminal
def test_an_ect_sees_their_own_journal_and_what_the_mentor_shares(two: tuple[One, One], start: Start) -> None:
    sam, priya = two
    sam.does("new 'Only mine.' -d solidarity")
    priya.does("new 'Only hers.' -d expansion --next 'Hers alone'")

    sam.does("list")  # which makes Sam's state the one that is used

    terminal = start("summary", rows=90)

    assert terminal.end() == ExitCode.DONE
    assert "Only mine." in terminal.text()
    assert "IN SAM'S AND PRIYA'S WORDS" in terminal.text()
    assert "Priya Find out who decides" in terminal.text()
    assert "Only hers" not in terminal.text()
    assert "Hers alone" not in terminal.text()


@pytest.mark.parametrize("command", ["summary", "next --with Nobody", "meeting", "share"])
def test_a_brief_never_mixes_two_ects(command: str, two: tuple[One, One], tmp_path: Path) -> None:
    priya = two[1]
    priya.does(["share", "--with", "Ali", "--to", str(tmp_path / "a"), "--from", str(tmp_path / "b"), "--yes"])

    result = priya.run(command)

    assert result.exit_code == ExitCode.USAGE
    assert "never put together" in result.stderr or "nobody called" in result.stderr
    assert priya.does("summary --with sam").startswith("Before we meet: Sam and ")


def test_two_folders_at_once_are_refused_with_the_reason(two: tuple[One, One]) -> None:
    result = two[1].run(["summary", str(two[0].for_other), str(two[0].root)])

    assert result.exit_code == ExitCode.USAGE
    assert "a brief is about one person" in result.stderr


def test_next_shows_the_open_steps_of_both_people(two: tuple[One, One]) -> None:
    sam, priya = two

    assert [line.split("\t")[2:] for line in sorted(sam.does("next").splitlines())] == [
        line.split("\t")[2:] for line in sorted(priya.does("next").splitlines())
    ]
    assert {tuple(line.split("\t")[2:]) for line in sam.does("next").splitlines()} == {
        ("Ask one pair", "Sam"), ("Find out who decides", "Priya"),
    }  # fmt: skip


def test_a_meeting_is_an_entry_and_since_meeting_starts_at_its_day(two: tuple[One, One]) -> None:
    sam = two[0]

    output = sam.does("meeting --notes 'We talked about ticks.' --next 'Wait longer' --date yesterday")

    assert "meeting-with-priya.md" in output
    assert sam.does("list --kind meeting").count("\n") == 1
    assert sam.does("summary").splitlines()[1].endswith("since your meeting on Sun 22 Nov")
    assert "Ticks" in sam.does("list --since meeting")
    assert "Wait longer" in sam.does("next")


@pytest.mark.terminal
def test_a_meeting_at_a_terminal_walks_through_both_peoples_steps(two: tuple[One, One], start: Start) -> None:
    sam = two[0]
    sam.does("list")  # which makes Sam's state the one that is used

    terminal = start("meeting")
    terminal.see("Ask one pair 1 done 2 carry forward 3 drop it (add why if you like) [2] >")
    terminal.type("1 they liked it" + ENTER)
    terminal.see("Find out who decides 1 done 2 carry forward 3 drop it (add why if you like) [2] >")
    terminal.type("maybe" + ENTER)
    terminal.see("Noted: maybe Now choose: 1 done 2 carry forward 3 drop it [2] >")
    terminal.type("4" + ENTER)
    terminal.see("1, 2 or 3, please. Noted: maybe Now choose: 1 done 2 carry forward 3 drop it [2] > 4")
    terminal.type("\x7f2" + ENTER)
    terminal.see("You asked Priya, 23 Nov: Could I watch? 1 Priya will do it 2 keep it open 3 answered")
    terminal.type("1 on Friday" + ENTER)
    terminal.see("What would you like to keep from this conversation?")
    terminal.type("We looked at the ticks." + ENTER + ENTER)
    terminal.see("One next thing for you?")
    terminal.type("Wait longer" + ENTER)
    terminal.see("One next thing for Priya?")
    terminal.type("Book a visit" + ENTER)
    terminal.see("Share these notes")
    terminal.type("n" + ENTER)

    assert terminal.end() == ExitCode.DONE
    assert f"To add it to their steps, Priya can type: mentorlog next take {sam.ids()[-1][-4:]}" in terminal.text()
    [path] = sam.root.rglob("*meeting-with-priya.md")
    text = path.read_text("utf-8")
    assert "We looked at the ticks.\n\nSince last time:\n- Sam, 23 Nov: Ask one pair – done (they liked it)" in text
    assert "Find out who decides – carried forward (maybe)" in text
    assert "\n\nAsked:\n- of Priya on 23 Nov: Could I watch? – Priya will do it (on Friday)\n" in text
    assert 'suggested = "Book a visit"' in text
    assert "Book a visit\tPriya\tsuggested" in sam.does("next")
    assert "Ask one pair" not in sam.does("next")
    sam.does("undo")
    assert "Ask one pair" in sam.does("next")
    assert not path.exists()


@pytest.mark.terminal
def test_ctrl_c_in_a_meeting_keeps_every_word(two: tuple[One, One], start: Start) -> None:
    two[0].does("list")

    terminal = start("meeting")
    terminal.see("[2] >")
    terminal.type("1 they liked it" + ENTER)
    terminal.see("Find out who decides")
    terminal.type(ENTER)
    terminal.see("You asked Priya")
    terminal.type(ENTER)
    terminal.see("What would you like to keep")
    terminal.type("We looked at the" + CTRL_C)

    assert terminal.end() == ExitCode.INTERRUPTED
    assert "Saved as a draft. Carry on with: mentorlog meeting" in terminal.text()
    [draft] = (two[0].base / "sam-state" / "drafts").glob("*.md")
    assert "We looked at the" in draft.read_text("utf-8")
    assert "they liked it" in draft.read_text("utf-8")
    assert "Ask one pair" in two[0].does("next")


@pytest.mark.terminal
def test_show_prints_the_thread(two: tuple[One, One], start: Start) -> None:
    sam, priya = two
    ticks = sam.ids()[0]
    priya.does(["reply", ticks, "What did the ticks hide?", "--share"])
    priya.does("share --yes")
    sam.does(["new", "That some had copied.", "--follows", ticks, "--title", "Copies"])

    terminal = start(["show", ticks])

    assert terminal.end() == ExitCode.DONE
    assert "THREAD > 23 Nov Sam Ticks" in terminal.text()
    assert "Priya On “Ticks”" in terminal.text()
    assert "Sam Copies" in terminal.text()


def test_show_reaches_only_the_entries_that_the_other_person_shares(two: tuple[One, One]) -> None:
    sam, priya = two
    priya.does("new 'Only hers.' --title Hers")

    results = [sam.run(["show", entry_id]) for entry_id in priya.ids()]

    assert sorted(result.exit_code for result in results) == [ExitCode.DONE, ExitCode.NOT_FOUND]
    assert "Only hers" not in "".join(result.stdout for result in results)


@pytest.mark.parametrize("arguments", ["", " --with Nobody"], ids=["their folder is away", "nobody of that name"])
def test_meeting_notes_given_on_the_command_line_are_never_lost(arguments: str, two: tuple[One, One]) -> None:
    sam, priya = two
    shutil.rmtree(priya.for_other)

    result = sam.run(f"meeting --notes 'We talked about ticks.'{arguments}")

    kept = [*sam.root.rglob("*meeting-with*.md"), *(sam.base / "sam-state" / "drafts").glob("*.md")]
    assert len(kept) == 1
    assert "We talked about ticks." in kept[0].read_text("utf-8")
    assert (result.exit_code == ExitCode.DONE) == (not arguments)
    assert result.exit_code == ExitCode.DONE or f"Your words are kept in {kept[0]}" in result.stderr


def test_a_private_meeting_says_how_to_share_it(two: tuple[One, One]) -> None:
    sam = two[0]

    output = sam.does("meeting --notes 'We talked.' --suggest 'Book a visit'")

    meeting = sam.does("list --kind meeting").split("\t")[0]
    assert f"Only you can see this. To share it: mentorlog share {meeting[-4:]}" in output
    assert f"{meeting}\t2026-11-23\tBook a visit\tPriya\tsuggested" in sam.does("next")


def test_the_last_entry_is_the_meeting_that_was_written_last(two: tuple[One, One]) -> None:
    sam, _ = two
    sam.does("new 'The tick told me.' --title Zebra")

    output = sam.does("meeting --notes 'We looked at it.'")

    assert "We looked at it." in sam.does("show last")
    assert output.startswith("Saved")
