"""Possible names before saving and sharing: shown, with an offer to reword, and never in the way."""

from pathlib import Path

import pytest

from cli.two_people import met
from conftest import CTRL_C, ENTER, Run, Start, Terminal
from mentorlog.errors import ExitCode

pytestmark = pytest.mark.terminal
SAFEGUARDING = "If a child may be at risk, stop here and tell your safeguarding lead today."


def saved(journal: Path) -> list[str]:
    return [path.read_text("utf-8") for path in journal.rglob("2026-*.md")]


@pytest.mark.parametrize(
    ("choice", "words"),
    [
        pytest.param("1", "I sat with a pupil afterwards", marks=pytest.mark.always),
        ("", "I sat with Leon afterwards"),
    ],
)
def test_a_name_is_shown_in_its_line_before_saving_and_may_stay(
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
    assert "Saved as a draft." in terminal.text()
    assert saved(journal) == []


def test_a_line_about_a_child_at_risk_gets_the_sentence_once(journal: Path, start: Start) -> None:
    terminal = start(["new", "He told me that his dad hits him. She had bruises on her arms."])

    assert terminal.end() == ExitCode.DONE
    assert terminal.text().count(SAFEGUARDING) == 1
    assert len(saved(journal)) == 1


@pytest.mark.parametrize(
    ("choice", "shared"),
    [("1", ["a pupil"]), ("2", ["Leon"]), ("", ["Leon"]), ("3", [])],
    ids=["another wording", "leave it", "Enter", "out"],
)
def test_before_sharing_a_name_can_be_changed_kept_or_its_entry_left_out(
    choice: str, shared: list[str], tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch, start: Start
) -> None:
    sam, _ = met(tmp_path, run, monkeypatch)
    sam.does("new 'I sat with Leon afterwards.' --title Ticks --share")

    terminal = start("share")
    terminal.see("Leon: 1 a pupil 2 leave it 3 leave the entry out [2]")
    terminal.type(choice + ENTER)
    if shared:
        terminal.see("Share them?")
        terminal.type("y" + ENTER)

    assert terminal.end() == ExitCode.DONE
    copies = [data.decode() for name, data in sam.copies().items() if name.endswith(".md")]
    assert [f"I sat with {words} afterwards." in text for text, words in zip(copies, shared, strict=True)] == [
        True for _ in shared
    ]
    assert [f"I sat with {'a pupil' if choice == '1' else 'Leon'}" in text for text in saved(sam.root)] == [True]


def answered(terminal: Terminal, answers: dict[str, str]) -> None:
    for prompt, answer in answers.items():
        terminal.see(prompt)
        terminal.type(answer + ENTER)


NOTES = "Priya asked about Leon and Ola. His dad hits him." + ENTER
MEETING = {
    "keep from this conversation?": NOTES,
    "One next thing for you?": "Sit with Leon",
    "One next thing for Priya?": "",
}


@pytest.mark.parametrize(
    ("choices", "notes", "step"),
    [
        (("1", "", "1"), "Priya asked about a pupil and Ola.", "Sit with a pupil"),
        (("2", "2", "2"), "Priya asked about Leon and Ola.", "Sit with Leon"),
    ],
)
def test_a_meeting_shows_names_of_third_persons_before_saving(
    choices: tuple[str, ...],
    notes: str,
    step: str,
    tmp_path: Path,
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    start: Start,
) -> None:
    sam, _ = met(tmp_path, run, monkeypatch)
    sam.does("list")

    terminal = start("meeting", columns=40)
    answered(terminal, MEETING)
    terminal.see("Someone may be named:")
    terminal.see("Leon: 1 a pupil 2 leave it [2]")
    terminal.type("x" + ENTER)
    terminal.see("1 or 2, please.")
    for choice in choices:
        terminal.type(choice + ENTER)

    assert terminal.end() == ExitCode.DONE
    assert terminal.text().count(SAFEGUARDING) == 1
    assert "Priya: 1" not in terminal.text()
    [text] = saved(sam.root)
    assert f"{notes} His dad hits him." in text
    assert f'next = "{step}"' in text


@pytest.mark.parametrize(("end", "status"), [(CTRL_C, ExitCode.INTERRUPTED), ("/stop" + ENTER, ExitCode.DONE)])
def test_a_meeting_interrupted_at_a_name_asks_again_after_resuming(
    end: str, status: ExitCode, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch, start: Start
) -> None:
    sam, _ = met(tmp_path, run, monkeypatch)
    sam.does("list")
    terminal = start("meeting")
    answered(terminal, MEETING)
    terminal.see("leave it [2]")

    terminal.type(end)

    assert terminal.end() == status
    assert "Saved as a draft." in terminal.text()
    assert saved(sam.root) == []
    terminal = start("new --resume")
    answered(terminal, {"One next thing for Priya?": ""})
    terminal.see("Someone may be named:")
    for _ in ("Leon", "Ola", "Leon again"):
        terminal.type("1" + ENTER)
    assert terminal.end() == ExitCode.DONE
    assert ["about a pupil and a pupil." in text for text in saved(sam.root)] == [True]


@pytest.mark.parametrize(
    ("choice", "words"), [("1", "What did a pupil hide from Sam?"), ("", "What did Leon hide from Sam?")]
)
def test_a_reply_shows_each_name_before_saving(
    choice: str, words: str, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch, start: Start
) -> None:
    sam, priya = met(tmp_path, run, monkeypatch)
    sam.does("new 'The tick told me.' --title 'the ticks' --share")
    sam.does("share --yes")
    [ticks] = sam.ids()
    priya.does("list")

    terminal = start(["reply", ticks])
    terminal.see("Your question about")
    terminal.type("What did Leon hide from Sam?" + ENTER + ENTER)
    terminal.see("Leon: 1 a pupil 2 leave it [2]")
    terminal.type(choice + ENTER)

    assert terminal.end() == ExitCode.DONE
    assert [words in text for text in saved(priya.root)] == [True]


@pytest.mark.parametrize("command", ["meeting --notes WORDS", "reply last WORDS", "new WORDS"])
def test_an_entry_saved_at_once_gets_its_warnings_once_and_afterwards(
    command: str, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch, start: Start
) -> None:
    sam, _ = met(tmp_path, run, monkeypatch)
    sam.does("new 'It rained.' --title 'the rain' --date yesterday")

    words = "I sat with Leon. His dad hits him."
    terminal = start([words if word == "WORDS" else word for word in command.split()])

    assert terminal.end() == ExitCode.DONE
    output = terminal.text()
    assert output.index("Saved") < output.index("Someone may be named:")
    assert '"I sat with Leon. His dad hits him."' in output
    assert output.count(SAFEGUARDING) == 1
    assert "Priya" not in output.partition("Someone may be named:")[2]
    assert any(words in text for text in saved(sam.root))


def test_names_in_flags_are_checked_with_the_answers(journal: Path, start: Start) -> None:
    terminal = start(["new", "--title", "nineteen ticks", "--next", "Sit with Leon"])
    answered(terminal, {"(Enter twice to finish)": "", "Anything you would like": ""})
    terminal.see("Leon: 1 a pupil 2 leave it [2]")
    terminal.type("1" + ENTER)

    assert terminal.end() == ExitCode.DONE
    assert ['next = "Sit with a pupil"' in text for text in saved(journal)] == [True]


@pytest.mark.parametrize("end", [CTRL_C, "/stop" + ENTER])
def test_a_share_that_is_stopped_at_a_name_changes_nothing(
    end: str, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch, start: Start
) -> None:
    sam, _ = met(tmp_path, run, monkeypatch)
    sam.does("new 'I sat with Leon afterwards.' --title Ticks --share")
    before = saved(sam.root)

    terminal = start("share")
    terminal.see("3 leave the entry out [2]")
    terminal.type(end)

    assert terminal.end() == ExitCode.INTERRUPTED
    assert "Nothing was shared." in terminal.text()
    assert (saved(sam.root), sam.copies()) == (before, {})


@pytest.mark.parametrize("end", ["n" + ENTER, CTRL_C], ids=["no", "Ctrl-C"])
def test_declining_a_share_says_that_the_rewording_stays(
    end: str, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch, start: Start
) -> None:
    sam, _ = met(tmp_path, run, monkeypatch)
    sam.does("new 'I sat with Leon afterwards.' --title Ticks --share")

    terminal = start("share")
    terminal.see("leave the entry out [2]")
    terminal.type("1" + ENTER)
    terminal.see("Share them?")
    terminal.type(end)

    assert terminal.end() == (ExitCode.INTERRUPTED if end == CTRL_C else ExitCode.DONE)
    assert "Nothing was shared. Your change to 1 entry is saved. To undo: mentorlog undo" in terminal.text()
    assert [name for name in sam.copies() if name.endswith(".md")] == []
    sam.does("undo")
    assert ["I sat with Leon" in text for text in saved(sam.root)] == [True]


def test_a_shared_entry_does_not_name_one_that_was_left_out(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch, start: Start
) -> None:
    sam, _ = met(tmp_path, run, monkeypatch)
    sam.does("new 'I sat with Leon afterwards.' --title Ticks --share")
    [left_out] = sam.ids()
    sam.does(f"new 'It rained all day.' --title Rain --share --follows {left_out}")

    terminal = start("share")
    terminal.see("leave the entry out [2]")
    terminal.type("3" + ENTER)
    terminal.see("Share them?")
    terminal.type("y" + ENTER)

    assert terminal.end() == ExitCode.DONE
    copies = [data.decode() for name, data in sam.copies().items() if name.endswith(".md")]
    assert ["It rained all day." in text for text in copies] == [True]
    assert left_out not in copies[0]
    assert "follows" not in copies[0]


def test_a_line_with_two_names_says_which_one_is_meant(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch, start: Start
) -> None:
    sam, _ = met(tmp_path, run, monkeypatch)
    sam.does("new 'I asked Jasmine Okafor and T.B. to wait.' --title Ticks --share")

    terminal = start("share")
    terminal.see("Jasmine Okafor: 1")
    terminal.type(ENTER)
    terminal.see("T.B.: 1")
    terminal.type(CTRL_C)

    assert terminal.end() == ExitCode.INTERRUPTED
    assert "Nothing was shared." in terminal.text()
