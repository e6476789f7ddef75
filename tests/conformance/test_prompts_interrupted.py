"""Ctrl-C, Ctrl-D, Ctrl-Z and a resized window at every prompt.

mentorlog runs in a shell that leaves the terminal alone, so the tests see the state that mentorlog leaves: the words in
a draft or in the entry, the status, and a terminal that echoes.
"""

import os
import shlex
import shutil
import sys
import termios
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pexpect
import pyte
import pytest

from conftest import CTRL_C, CTRL_D, ENTER, Terminal, Write

pytestmark = [pytest.mark.terminal, pytest.mark.slow]

CTRL_Z = "\x1a"
PATIENCE = 20.0  # seconds before the test gives up waiting for a draft
DONE, INTERRUPTED, STOPPED = "0 ready>", "130 ready>", "148 ready>"  # the shell's prompt begins with the last status
# A shell that leaves the terminal as it is: no line editing of its own.
SHELL = ["dash", "-i"] if shutil.which("dash") else ["bash", "--noediting", "--norc", "-i"]
FLAGS = ("ECHO", "ICANON", "ISIG", "IEXTEN")
MODES = {"bracketed paste": 2004, "the other screen": 1049, "the mouse": 1000, "keys for programs": 1}
ENTRY = '+++\nid = "20261120-aaaa"\ndate = 2026-11-20\ntitle = "A heron"\n+++\n\nBy the pond.\n'
SLIP = '+++\nid = "20261119-bbbb"\ndate = 2026-11-19\ntitle = “A robin”\n+++\n\nOn the wall.\n'
LEFT_OPEN = '+++\nid = "20261118-cccc"\ndate = 2026-11-18\ntitle = "A wren"\n+++\n\nIn the hedge.\n'
EDIT, NOTE = f"{ENTRY}Later too.\n", 'draft_journal = "JOURNAL"\ndraft_entry = "one.md"\n'
DRAFTS = {
    "left open": {"20261118-cccc.md": LEFT_OPEN},
    "earlier edit": {"20261120-aaaa-edit-1234.md": EDIT, "20261120-aaaa-edit-1234.toml": NOTE},
}


class Shell(Terminal):
    """A shell in a pseudo-terminal, in which `mentorlog` is started, stopped and continued."""

    def __init__(self, folder: Path) -> None:
        script = folder / "bin" / "mentorlog"
        script.parent.mkdir()
        script.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m mentorlog "$@"\n', "utf-8")
        script.chmod(0o700)
        own = {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PROMPT_TOOLKIT_NO_CPR": "1", "HISTFILE": "/dev/null"}
        usual = {key: value for key, value in os.environ.items() if key not in ("ENV", "BASH_ENV")}
        own |= {"EDITOR": "true", "PS1": "$? ready> ", "PATH": f"{script.parent}{os.pathsep}{usual['PATH']}"}
        size = (60, 80)
        self._child = pexpect.spawn(SHELL[0], SHELL[1:], env=usual | own, dimensions=size, encoding="utf-8")
        self._child.delaybeforesend = None
        self._child.ptyproc.delayafterclose = 0  # type: ignore[attr-defined]  # it would sleep at every end
        self._screen = pyte.Screen(*reversed(size))
        self._stream = pyte.Stream(self._screen)
        self.see(DONE)

    def run(self, command: str) -> None:
        self.wipe()
        self.type(command + ENTER)
        self.see(command)

    def wipe(self) -> None:
        """Clear the screen, so that anything seen next is new."""
        self._screen.erase_in_display(2)
        self._screen.cursor_position()

    def resize(self, columns: int) -> None:
        self.wipe()
        self._screen.resize(60, columns)
        self._child.setwinsize(60, columns)

    def amiss(self) -> list[str]:
        """Return the faults of this terminal at the shell's prompt."""
        attributes = termios.tcgetattr(self._child.child_fd)
        flags = [name for name in FLAGS if not attributes[3] & getattr(termios, name)]
        modes = [name for name, number in MODES.items() if number << 5 in self._screen.mode]
        return [*flags, *modes, *(["no cursor"] if self._screen.cursor.hidden else [])]


@pytest.fixture
def shell(tmp_path: Path) -> Iterator[Shell]:
    started = Shell(tmp_path)
    yield started
    started.put_away()


@dataclass(frozen=True)
class Ask:
    words: str  # the end of a prompt, as it is seen
    answer: str
    end: str = ENTER

    @property
    def half(self) -> str:
        return self.answer[: (len(self.answer) + 1) // 2].rstrip()


@dataclass(frozen=True)
class Talk:
    """A command with prompts, its messages after Ctrl-C and after Ctrl-D at every prompt, and its lasting results."""

    command: str
    asks: tuple[Ask, ...]
    at_ctrl_c: str
    at_ctrl_d: str
    done: tuple[str, ...]


WELCOME = (
    Ask("Where should entries live? [~/Documents/mentorlog] >", "~/notes"),
    Ask("knows you? >", "Sam"),
    Ask("Are you 1 the ECT 2 the mentor? [1] >", "2"),
)
GUIDED = (
    Ask("Which moment do you want to stay with? >", "thirty faces"),
    Ask("(Enter twice to finish) >", "I put the beakers out.", ENTER + ENTER),
    Ask("like to try next? (Enter for none) >", "Ask one pair"),
    Ask("or the school? (Enter for none) >", "Could I watch?"),
)
WRITTEN = (
    'title = "thirty faces"\n', "\n\nI put the beakers out.\n", 'next = "Ask one pair"\n', 'ask = "Could I watch?"\n'
)  # fmt: skip
KEPT, NOTHING = "Saved as a draft. Carry on with: mentorlog new --resume", "Nothing was written, so nothing was saved."
SAME, STAYS, SAVED = "Nothing was changed.", "Nothing was removed.", "Saved 2026/"
TALKS = {
    "welcome": Talk("mentorlog new", WELCOME + GUIDED, "Nothing was made.", NOTHING, (*WRITTEN, 'role = "mentor"\n')),
    "entry": Talk("mentorlog new", GUIDED, KEPT, NOTHING, WRITTEN),
    "left open": Talk("mentorlog new", (Ask("4 throw it away [1] >", "3"),), SAME, SAVED, ("\n\nIn the hedge.\n",)),
    "earlier edit": Talk("mentorlog edit aaaa", (Ask("keep both [1] >", "1"),), SAME, "Changed one.md.", (EDIT[-20:],)),
    "purge": Talk("mentorlog delete aaaa --purge", (Ask("for good? [y/N] >", "yes"),), SAME, STAYS, ()),
    "fix": Talk("mentorlog check --fix", (Ask("like this? [y/N] >", "yes"),), SAME, SAME, ('title = "A robin"\n',)),
}
EVERY_TALK = pytest.mark.parametrize("row", TALKS)
EITHER_WAY = pytest.mark.parametrize("plain", ["", " --plain"], ids=["", "plain"])
PROMPTS = [(row, n) for row in TALKS for n in range(len(WELCOME if row == "welcome" else TALKS[row].asks))]
World = Callable[[str], Path]


@pytest.fixture
def world(write: Write, state: Path) -> World:
    """Return a function that makes a folder with all that a row's command needs; the welcome finds no journal."""

    def make(row: str) -> Path:
        journal = write("one.md", ENTRY).parent
        write("slip.md", SLIP)
        if row == "welcome":
            (state / "journal.toml").unlink()
        (state / "drafts").mkdir()
        for name, text in DRAFTS.get(row, {}).items():
            (state / "drafts" / name).write_text(text.replace("JOURNAL", str(journal)), "utf-8")
        return journal.parent

    return make


def files(base: Path, ending: str = "") -> dict[str, bytes]:
    """Return every file below `base`, except locks and programs."""
    kept = [path for path in base.rglob(f"*{ending}") if path.is_file() and path.suffix != ".lock"]
    return {str(path.relative_to(base)): path.read_bytes() for path in kept if path.parent.name != "bin"}


def drafted(base: Path) -> str:
    return "\n".join(path.read_text("utf-8") for path in (base / "state" / "drafts").glob("*.md"))


def answer_until(shell: Shell, talk: Talk, prompt: int) -> Ask:
    """Answer the prompts before this one and half of this one; wait until the screen shows that half."""
    for number, ask in enumerate(talk.asks[: prompt + 1]):
        shell.see(ask.words)
        shell.type(ask.half)
        shell.see(f"> {ask.half}")
        shell.type(ask.answer.removeprefix(ask.half) + ask.end if number < prompt else "")
    return talk.asks[prompt]


def assert_done(row: str, base: Path) -> None:
    """Assert that every answer took effect word for word."""
    text = "".join(path.read_text("utf-8") for top in ("journal", "home") for path in (base / top).rglob("*.md"))
    assert [text.count(line) for line in TALKS[row].done] == [1] * len(TALKS[row].done)
    assert ("By the pond." in text) == (row != "purge")
    assert drafted(base) == ""


@EITHER_WAY
@pytest.mark.parametrize(("row", "prompt"), PROMPTS)
def test_ctrl_c_keeps_the_typed_words_and_changes_nothing_else(
    row: str, prompt: int, plain: str, world: World, shell: Shell
) -> None:
    base, talk = world(row), TALKS[row]
    before = files(base)
    shell.run(talk.command + plain)
    ask = answer_until(shell, talk, prompt)

    shell.type(CTRL_C)

    shell.see(INTERRUPTED)
    assert (talk.at_ctrl_c in shell.text(), shell.amiss()) == (True, [])
    new = {name: data.decode() for name, data in files(base).items() if before.get(name) != data}
    assert len(new) == (1 if row == "entry" else 0)
    for name, draft in new.items():
        assert name.startswith("state/drafts/")
        assert all(words in draft for words in [*(earlier.answer for earlier in talk.asks[:prompt]), ask.half])
    assert before.keys() | new.keys() == files(base).keys()


@EITHER_WAY
@EVERY_TALK
def test_ctrl_d_on_an_empty_line_answers_as_enter_does(row: str, plain: str, world: World, shell: Shell) -> None:
    base, talk = world(row), TALKS[row]
    entries = files(base, ".md")
    shell.run(talk.command + plain)

    for ask in (*talk.asks, *GUIDED[2:]) if row == "left open" else talk.asks:  # where Enter means to go on with it
        shell.see(ask.words)
        shell.type(CTRL_D)

    shell.see(DONE)
    assert (talk.at_ctrl_d in shell.text(), shell.amiss()) == (True, [])
    assert (files(base, ".md") == entries) == talk.at_ctrl_d.startswith("Nothing")


@EITHER_WAY
def test_ctrl_d_after_words_loses_none_of_them(plain: str, world: World, shell: Shell) -> None:
    base, talk = world("entry"), TALKS["entry"]
    shell.run(talk.command + plain)

    for ask in talk.asks:
        shell.see(ask.words)
        shell.type(ask.answer + CTRL_D)
        shell.see(f"> {ask.answer}")
        shell.type(ask.end if plain else "")  # there Ctrl-D takes away the letter to the right, as in a shell

    shell.see(DONE)
    assert shell.amiss() == []
    assert_done("entry", base)


def stopped_and_taken_up_again(shell: Shell, talk: Talk, ask: Ask, plain: str) -> None:
    shell.type(CTRL_Z)
    shell.see(STOPPED)
    shell.wipe()
    shell.type("fg\n")
    shell.see(talk.command if plain else f"> {ask.half}")  # with --plain nothing is painted again


def made_wider_and_narrower(shell: Shell, _talk: Talk, ask: Ask, plain: str) -> None:
    for columns in (120, 40):
        shell.resize(columns)
        shell.see(ask.half if plain else f"{ask.words} {ask.half}")  # all of it, and the next prompt is there whole too


INTERRUPTIONS = {"stopped": stopped_and_taken_up_again, "resized": made_wider_and_narrower}


@EITHER_WAY
@pytest.mark.parametrize("interruption", INTERRUPTIONS)
@EVERY_TALK
def test_an_interruption_in_the_middle_of_an_answer_loses_no_letter(
    row: str, interruption: str, plain: str, world: World, shell: Shell
) -> None:
    base, talk = world(row), TALKS[row]
    shell.run(talk.command + plain)

    for ask in talk.asks:
        answer_until(shell, replace(talk, asks=(ask,)), 0)
        INTERRUPTIONS[interruption](shell, talk, ask, plain)
        shell.type(ask.answer.removeprefix(ask.half) + ask.end)

    shell.see(DONE)
    assert shell.amiss() == []
    assert_done(row, base)


@pytest.fixture(params=["", " --plain"], ids=["", "plain"])
def stopped(request: pytest.FixtureRequest, world: World, shell: Shell) -> Path:
    """Stop an entry with Ctrl-Z in the middle of a long answer; return its folder."""
    base = world("entry")
    shell.run(TALKS["entry"].command + request.param)
    answer_until(shell, TALKS["entry"], 1)
    shell.type(CTRL_Z)
    shell.see(STOPPED)
    return base


def test_a_stopped_entry_has_every_word_in_its_draft_and_leaves_a_sane_terminal(stopped: Path, shell: Shell) -> None:
    assert shell.amiss() == []
    assert all(words in drafted(stopped) for words in ("thirty faces", GUIDED[1].half))


def test_closing_the_terminal_of_a_stopped_entry_loses_no_word(stopped: Path, shell: Shell) -> None:
    shell.hang_up()

    end = time.monotonic() + PATIENCE
    while GUIDED[1].half not in drafted(stopped):
        assert time.monotonic() < end, "the words never came into a draft"
