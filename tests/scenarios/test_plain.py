"""Plain lines for a screen reader: no repainting, no colour, and every word kept."""

import os
import pty
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pexpect
import pytest

from conftest import CTRL_C, CTRL_D, ENTER, Start, Write
from mentorlog.errors import ExitCode

pytestmark = pytest.mark.terminal

PROMPTS = ("Which moment", "(Enter twice to finish)", "try next? (Enter for none)", "the school? (Enter for none)")
ENTRY = '+++\nclass = "8Q"\nnext = "Ask"\n+++\n\n## Critique\n\nNo funnels, thirty faces.\n'
SAID = ("thirty faces", "I put the beakers out.", "Ask one pair", "Could I watch?")
# Readline's own output around a line that is being typed: it switches bracketed paste on and off.
TYPING = re.compile(r"\x1b\[\?2004[hl]")
Printed = Callable[[str], bytes]


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> Printed:
    """Return a function that runs a command at a terminal without input and returns every byte it writes."""
    monkeypatch.setenv("TERM", "xterm-256color")

    def all_bytes(command: str) -> bytes:
        keyboard, terminal = pty.openpty()
        try:
            with subprocess.Popen(
                [sys.executable, "-m", "mentorlog", *command.split()],
                stdin=subprocess.DEVNULL,
                stdout=terminal,
                stderr=terminal,
            ):
                os.close(terminal)
                return _to_the_end(keyboard)
        finally:
            os.close(keyboard)

    return all_bytes


def _to_the_end(descriptor: int) -> bytes:
    parts = []
    try:
        while part := os.read(descriptor, 4096):
            parts.append(part)
    except OSError:  # Linux ends a pseudo-terminal this way
        pass
    return b"".join(parts)


def drafted(state: Path) -> str:
    return "\n".join(path.read_text("utf-8") for path in (state / "drafts").glob("*.md"))


@pytest.fixture
def accessible(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ACCESSIBLE", "1")


@pytest.mark.parametrize("columns", [pytest.param(40, marks=pytest.mark.always), 80])
def test_an_entry_is_written_line_by_line(journal: Path, start: Start, columns: int) -> None:
    terminal = start("new --plain --date 2026-11-23 --class 8Q", columns=columns)

    terminal.see("Mon 23 Nov 2026 · 8Q")
    terminal.see(PROMPTS[0])
    terminal.type("thirty faces" + ENTER)
    terminal.see(PROMPTS[1])
    terminal.type("I put the beakers out." + ENTER)
    terminal.see("I put the beakers out. >")
    terminal.type("And waited." + ENTER)
    terminal.see("And waited. >")
    terminal.type(ENTER)
    terminal.see(PROMPTS[2])
    terminal.type(ENTER)
    terminal.see(PROMPTS[3])
    terminal.type(ENTER)

    assert terminal.end() == ExitCode.DONE
    assert "Saved 2026/2026-11-23-thirty-faces.md" in terminal.text()
    text = (journal / "2026" / "2026-11-23-thirty-faces.md").read_text("utf-8")
    assert "\nI put the beakers out.\nAnd waited.\n" in text


@pytest.mark.usefixtures("accessible")
def test_accessible_in_the_environment_is_the_same_as_plain(journal: Path, start: Start) -> None:
    terminal = start("new")
    terminal.see(PROMPTS[0])
    terminal.type("thirty faces" + ENTER)
    for prompt in PROMPTS[1:]:
        terminal.see(prompt)
        terminal.type(ENTER)

    assert terminal.end() == ExitCode.DONE
    assert len(list(journal.glob("2*/*.md"))) == 1
    assert terminal.text().count("Which moment do you want to stay with?") == 1


@pytest.mark.parametrize(
    "command",
    [
        "--plain", "list --plain", "show last --plain", "next --plain", "search funnels --plain", "summary --plain",
        "model --plain", "questions --plain", "demo --plain", "check --plain",
    ],
)  # fmt: skip
def test_no_escape_sequence_and_no_box_is_printed(write: Write, printed: Printed, command: str) -> None:
    write("2026-11-20-a.md", ENTRY)

    shown = printed(command)

    assert shown.strip()
    assert b"\x1b" not in shown
    assert not re.search(r"[\u2500-\u257f]", shown.decode())


@pytest.mark.usefixtures("accessible")
@pytest.mark.parametrize("command", ["list", "summary", "demo"])
def test_accessible_in_the_environment_prints_no_escape_sequence_either(
    write: Write, printed: Printed, command: str
) -> None:
    write("2026-11-20-a.md", ENTRY)

    shown = printed(command)

    assert shown.strip()
    assert b"\x1b" not in shown


def test_without_plain_the_same_terminal_gets_colour(write: Write, printed: Printed) -> None:
    write("2026-11-20-a.md", "No funnels.\n")

    assert b"\x1b[" in printed("list")


def test_a_dumb_terminal_is_plain_without_the_option(
    write: Write, printed: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("2026-11-20-a.md", "No funnels.\n")
    monkeypatch.setenv("TERM", "dumb")

    assert b"\x1b" not in printed("list")


@pytest.mark.usefixtures("journal")
def test_typing_answers_prints_no_escape_sequence_of_ours() -> None:
    child = pexpect.spawn(
        sys.executable,
        ["-m", "mentorlog", "new", "--plain"],
        env={**os.environ, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"},
        timeout=20,
        encoding="utf-8",
    )
    shown = ""
    for prompt in PROMPTS:
        child.expect_exact(prompt.split(" (")[-1])
        shown += f"{child.before}{child.after}"
        child.expect_exact("> ")
        shown += f"{child.before}{child.after}"
        child.sendline("thirty faces" if prompt == PROMPTS[0] else "")
    child.expect(pexpect.EOF)
    shown += str(child.before)
    child.close()

    assert "Saved" in shown
    assert "\x1b" not in TYPING.sub("", shown)


@pytest.mark.parametrize("prompt", range(4))
@pytest.mark.usefixtures("journal")
def test_ctrl_c_keeps_the_lines_and_the_one_being_typed(state: Path, start: Start, prompt: int) -> None:
    terminal = start("new --plain")
    for number in range(prompt):
        terminal.see(PROMPTS[number])
        terminal.type(SAID[number] + ENTER)
        if number == 1:
            terminal.see("I put the beakers out. >")
            terminal.type(ENTER)
    terminal.see(PROMPTS[prompt])
    terminal.type("an earlier line" + ENTER if prompt == 1 else "")
    terminal.see("an earlier line >" if prompt == 1 else PROMPTS[prompt])
    terminal.type(SAID[prompt])
    terminal.see(SAID[prompt])

    terminal.type(CTRL_C)

    assert terminal.end() == ExitCode.INTERRUPTED
    assert "Saved as a draft. Carry on with: mentorlog new --resume" in terminal.text()
    for words in SAID[: prompt + 1]:
        assert words in drafted(state)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
@pytest.mark.usefixtures("journal")
def test_a_termination_signal_keeps_the_line_being_typed(state: Path, start: Start, number: int) -> None:
    terminal = start("new --plain")
    terminal.see(PROMPTS[0])
    terminal.type("thirty faces" + ENTER)
    terminal.see(PROMPTS[1])
    terminal.type("I put the beakers out.")
    terminal.see("I put the beakers out.")

    os.kill(terminal.pid, number)

    assert terminal.end() == 128 + number
    assert "thirty faces" in drafted(state)
    assert "I put the beakers out." in drafted(state)


@pytest.mark.usefixtures("journal")
def test_ctrl_d_ends_an_answer_as_an_empty_line_does(journal: Path, start: Start) -> None:
    terminal = start("new --plain")
    terminal.see("Which moment")
    terminal.type("thirty faces" + ENTER)
    terminal.see("Enter twice to finish")
    terminal.type("I put the beakers out." + ENTER)
    terminal.see("I put the beakers out. >")

    terminal.type(CTRL_D)
    terminal.see("like to try next? (Enter for none) >")
    terminal.type(CTRL_D)
    terminal.see("or the school? (Enter for none) >")
    terminal.type(ENTER)

    assert terminal.end() == 0
    (path,) = journal.glob("2*/*.md")
    assert path.read_text("utf-8").endswith("\n\nI put the beakers out.\n")


def test_a_draft_is_read_out_and_resumed(journal: Path, start: Start) -> None:
    first = start("new --plain")
    first.see(PROMPTS[0])
    first.type("thirty faces" + ENTER)
    first.see(PROMPTS[1])
    first.type("I put the beakers out.")
    first.see("I put the beakers out.")
    first.type(CTRL_C)
    assert first.end() == ExitCode.INTERRUPTED

    second = start("new --plain")
    second.see("4 throw it away [1]")
    second.type(ENTER)
    second.see("So far: I put the beakers out. Go on from here.")
    second.type("And waited." + ENTER)
    second.see("And waited. >")
    second.type(ENTER)
    second.see(PROMPTS[2])
    second.type(ENTER)
    second.see(PROMPTS[3])
    second.type(ENTER)

    assert second.end() == ExitCode.DONE
    (path,) = journal.glob("2*/*.md")
    assert "\nI put the beakers out.\nAnd waited.\n" in path.read_text("utf-8")


def test_back_keeps_the_earlier_answer(journal: Path, start: Start) -> None:
    terminal = start("new --plain")
    terminal.see(PROMPTS[0])
    terminal.type("thirty faces" + ENTER)
    terminal.see(PROMPTS[1])
    terminal.type("I put the beakers out." + ENTER)
    terminal.see("I put the beakers out. >")
    terminal.type("/back" + ENTER)
    terminal.see("/back Which moment do you want to stay with? > thirty faces")
    terminal.type(ENTER)
    terminal.see("So far: I put the beakers out.")
    terminal.type(ENTER)
    terminal.see(PROMPTS[2])
    terminal.type(ENTER)
    terminal.see(PROMPTS[3])
    terminal.type(ENTER)

    assert terminal.end() == ExitCode.DONE
    (path,) = journal.glob("2*/*.md")
    assert 'title = "thirty faces"' in path.read_text("utf-8")


def test_a_paste_with_blank_lines_arrives_whole(journal: Path, start: Start) -> None:
    terminal = start("new --plain")
    terminal.see(PROMPTS[0])
    terminal.type(ENTER)
    terminal.see(PROMPTS[1])
    terminal.type("One.\n\nTwo.\n\n/stop\nThree." + ENTER)
    terminal.see("Three. >")
    terminal.type(ENTER)
    terminal.see(PROMPTS[2])
    terminal.type(ENTER)
    terminal.see(PROMPTS[3])
    terminal.type(ENTER)

    assert terminal.end() == ExitCode.DONE
    (path,) = journal.glob("2*/*.md")
    assert "\nOne.\n\nTwo.\n\n/stop\nThree.\n" in path.read_text("utf-8")
