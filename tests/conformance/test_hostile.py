"""Hostile text in every place where a person can write, such as another person's folder.

No character acts on the terminal, with any command, in a pipe or not: each is shown as something visible.
"""

import fcntl
import json
import os
import pty
import re
import shlex
import struct
import subprocess
import sys
import termios
from collections.abc import Sequence
from pathlib import Path

import pytest

from conftest import Run, Write
from fuzz.properties import ACTS
from mentorlog.errors import ExitCode

OWN_COLOURS = re.compile("\x1b\\[[0-9;]*m")  # which mentorlog may print at a terminal
THEIR_COLOUR = "\x1b[38;5;201m"  # which it never does
ACTIONS = {
    "clear the screen": "\x1b[2J",
    "a colour": THEIR_COLOUR,
    "a hidden link": "\x1b]8;;https://example.org\x07here\x1b]8;;\x07",
    "the clipboard": "\x1b]52;c;aGk=\x07",
    "the window's title": "\x1b]0;owned\x1b\\",
    "C1": "\x9b31m\x9d0;x\x9c\x85",
    "over the line": "x\rover\b\b\b\x0b\x0c\x7f",
    "right to left": "\u202eevil\u202c\u2066x\u2069\u200f\u061c",
    "not to be seen": "\u200b\u2060\ufeff\U000e0041\u2028\u2029",
}
MARKUP = "[red]r[/red] [/] [link=https://e.org]l[/link] :smile: [b"
HOSTILE = "Z" + "".join(ACTIONS.values()) + MARKUP
NAME = "\x1b[2J\r\n\x9b\u202e\u200b[red]" + os.fsdecode(b"\xff")
SUMMARIES = ("summary", "summary --plain", "summary --format markdown", "summary --json", "summary --format html")
READING = (
    "", "list", "list --json", "list --csv", "show last", "show 2026-11-19-broken.md", "show last --history",
    "search Z", "search Z --json", "search kestrel", *SUMMARIES, "next", "check", "undo --list", "questions",
    "questions --check", "model", "--plain list", "check --fix",
)  # fmt: skip
WRITING = (
    "next done last",
    "edit last --set title=x",
    "delete last",
    "undo",
    "check --fix --yes",
    "delete last --purge",
)


def quoted(text: str) -> str:
    """Return a TOML string with any `text`."""
    return '"' + "".join(f"\\U{ord(char):08x}" for char in text) + '"'


def hostile_entry(entry_id: str) -> str:
    return f"""+++
id = "{entry_id}"
date = 2026-11-20
share = "mentor"
talk = true
title = {quoted(HOSTILE)}
class = {quoted(HOSTILE)}
subject = {quoted(HOSTILE)}
kind = {quoted(HOSTILE)}
next = {quoted(HOSTILE)}
ask = {quoted(HOSTILE)}
theory = {quoted(HOSTILE)}
follows = {quoted(HOSTILE)}
tags = [{quoted(HOSTILE)}]
dimensions = ["critique", {quoted(HOSTILE)}]
{quoted(HOSTILE)} = 1
+++

Before {HOSTILE}

## Critique: {HOSTILE}

=={HOSTILE}== A kestrel. {HOSTILE}

## {HOSTILE}

Just for me {HOSTILE}
"""


@pytest.fixture
def hostile(journal: Path, state: Path, write: Write, run: Run) -> Path:
    """A journal with hostile text everywhere: words, names, settings, questions, drafts and history."""
    write("2026/one.md", hostile_entry("20261120-zzza"))
    write(f"{NAME}/{NAME}.md", hostile_entry("20261120-zzzb"))
    write("2026/twin.md", hostile_entry("20261120-zzza"))
    write(f"2026-11-19-{NAME}.md", f"+++\nid = {quoted(HOSTILE)}\nshare = {quoted(HOSTILE)}\n+++\nkestrel {HOSTILE}\n")
    write("2026-11-19-broken.md", f"+++\ntitle = “{HOSTILE}”\n+++\nkestrel {HOSTILE}\n")
    write(f"prompts/{NAME}.toml", f'dimension = "critique"\n{quoted(HOSTILE)} = {quoted(HOSTILE)}\n')
    write(
        "prompts/mine.toml", f'dimension = "critique"\n[[question]]\nid = {quoted(HOSTILE)}\ntext = {quoted(HOSTILE)}\n'
    )
    draft = state / "drafts" / "20261120-zzzc.md"
    draft.parent.mkdir(parents=True, exist_ok=True)
    draft.write_text(hostile_entry("20261120-zzzc"), "utf-8", newline="")
    settings = journal / "mentorlog.toml"
    settings.write_text(settings.read_text("utf-8").replace('"Sam"', quoted(HOSTILE[:110])), "utf-8")
    run("edit zzzb --set subject=Physics")
    run("next done zzzb")
    run("undo")
    return journal


def acting(output: str) -> list[str]:
    """Return the characters in `said` that would act on a terminal."""
    return sorted({f"U+{ord(char):04X}" for char in ACTS.findall(output)})


@pytest.mark.parametrize("command", [*READING, *WRITING])
@pytest.mark.usefixtures("hostile")
def test_no_character_acts_in_a_pipe(command: str, run: Run) -> None:
    result = run(command)

    assert acting(result.stdout) == []
    assert acting(result.stderr) == []
    assert result.stdout + result.stderr != ""
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("command", SUMMARIES)
def test_no_character_of_another_persons_folder_acts(
    command: str, hostile: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MENTORLOG_STATE", str(hostile.parent / "reader"))

    result = run(["summary", str(hostile), *command.split()[1:]])

    assert (result.exit_code, acting(result.stdout + result.stderr)) == (ExitCode.DONE, [])
    assert "kestrel" in result.stdout or "2J" in result.stdout


@pytest.mark.parametrize("command", ["list --json", "search Z --json", "summary --json"])
@pytest.mark.usefixtures("hostile")
def test_json_has_the_whole_text_in_ascii(command: str, run: Run) -> None:
    result = run(command)

    assert result.stdout.isascii()
    assert acting(result.stdout) == []
    assert any(HOSTILE in words for words in _strings(json.loads(result.stdout)))


def _strings(value: object) -> list[str]:
    """Return every string in a JSON document."""
    if isinstance(value, dict):
        return [string for item in value.values() for string in _strings(item)]
    if isinstance(value, list):
        return [string for item in value for string in _strings(item)]
    return [value] if isinstance(value, str) else []


ARGUMENTS: dict[str, Sequence[str]] = {
    "a command": [HOSTILE],
    "an option": [f"--{HOSTILE}"],
    "an entry": ["show", HOSTILE],
    "a path": ["show", f"{NAME}/x.md"],
    "an entry to edit": ["edit", HOSTILE, "--set", "title=x"],
    "an entry to delete": ["delete", HOSTILE],
    "a change": ["edit", "last", "--set", HOSTILE],
    "a role": ["edit", "last", "--set", f"role={HOSTILE}"],
    "whether to talk": ["edit", "last", "--set", f"talk={HOSTILE}"],
    "a dimension": ["list", "-d", HOSTILE],
    "a day": ["list", "--since", HOSTILE],
    "a term": ["list", "--term", HOSTILE],
    "a number": ["list", "--limit", HOSTILE],
    "a journal": ["--journal", NAME, "list"],
    "a format": ["summary", "--format", HOSTILE],
    "a folder": ["summary", HOSTILE],
    "an output in no folder": ["summary", "--output", f"{NAME}/x.md"],
    "an output": ["summary", "--output", NAME],
    "a question file": ["questions", NAME],
    "an answer file": ["new", "--answers", NAME],
    "an entry that is followed": ["new", "x", "--follows", HOSTILE],
    "a dimension of the model": ["model", HOSTILE],
    "a change to undo": ["undo", HOSTILE],
    "an action on a next step": ["next", HOSTILE, "last"],
    "a role of a new journal": ["init", "x", "--name", "x", "--role", HOSTILE],
    "a new journal": ["init", NAME, "--name", HOSTILE, "--role", "ect"],
    "another person": ["init", "x", "--name", "x", "--role", "ect", "--with", HOSTILE, "--to", f"../{NAME}"],
    "a new entry": ["new", HOSTILE, "--title", HOSTILE, "--class", HOSTILE, "--tag", HOSTILE],
    "a new entry as JSON": ["new", HOSTILE, "--json"],
    "words": ["search", HOSTILE],
}


@pytest.mark.parametrize("row", ARGUMENTS)
@pytest.mark.usefixtures("journal")
def test_no_character_of_the_command_line_acts_when_repeated(
    row: str, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("new Words --title Plain")
    monkeypatch.chdir(tmp_path)

    result = run(list(ARGUMENTS[row]))

    assert acting(result.stdout + result.stderr) == []
    assert "Traceback" not in result.stderr
    assert result.stdout + result.stderr or row == "words"


@pytest.mark.parametrize("words", [["list"], ["search", "Z"], ["show", "zzza"], ["summary"], ["next"]], ids=str)
def test_brackets_and_colons_are_shown_as_typed(words: list[str], write: Write, run: Run) -> None:
    head = f'id = "zzza"\ndate = 2026-11-20\ntitle = "Z {MARKUP}"\nshare = "mentor"\nnext = "Z {MARKUP}"\n'
    write("one.md", f"+++\n{head}+++\n")

    shown = run(words).stdout

    assert MARKUP in " ".join(shown.split())


@pytest.mark.parametrize(
    "title", ["../../x", "/etc/x", "C:\\x", "..", ".", "CON", "a/b", "x\0y", "~/x", "$(id)", "-rf"]
)
def test_a_title_is_never_a_path(title: str, journal: Path, run: Run) -> None:
    result = run(["new", "Words", f"--title={title}"])

    made = [path.relative_to(journal.parent).as_posix() for path in journal.parent.rglob("*.md")]
    assert result.exit_code == ExitCode.DONE
    assert [re.sub("[a-z0-9-]+(?=.md)", "NAME", path) for path in made] == ["journal/2026/NAME.md"]


def test_a_search_takes_a_pattern_as_plain_words(write: Write, run: Run) -> None:
    write("one.md", "+++\ndate = 2026-11-20\n+++\n\n" + "a" * 5000 + "!\n")
    write("two.md", "+++\ndate = 2026-11-20\n+++\n\nWhat (a+)+$ means.\n")

    matches = run(["search", "(a+)+$"])

    assert [line.split("\t")[3] for line in matches.stdout.splitlines()] == ["two.md"]


def at_a_terminal(words: Sequence[str]) -> str:
    """Return all that mentorlog prints at a terminal of 70 columns, each byte as a character."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 70, 0, 0))
    environment = {**os.environ, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}
    command = [sys.executable, "-m", "mentorlog", "--no-input", *words]
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment) as running:
        os.close(theirs)
        output = b""
        while part := _part(ours):
            output += part
        running.wait(timeout=20)
    os.close(ours)
    return output.decode("utf-8").replace("\r\n", "\n")


def _part(terminal: int) -> bytes:
    try:
        return os.read(terminal, 1 << 16)
    except OSError:  # on Linux, a terminal reports a closed other end in this way
        return b""


@pytest.mark.terminal
@pytest.mark.parametrize("command", [*READING, "delete last", "next done last", f"show {MARKUP!r}"])
@pytest.mark.usefixtures("hostile")
def test_only_mentorlogs_own_colours_act_at_a_terminal(command: str) -> None:
    output = at_a_terminal(shlex.split(command))

    assert output.strip() != ""
    assert THEIR_COLOUR not in output
    assert acting(OWN_COLOURS.sub("", output)) == []


@pytest.mark.slow
@pytest.mark.parametrize("line", ["list --class ", "list --tag ", "show ", "edit ", "next done ", "list --kind "])
@pytest.mark.usefixtures("hostile")
def test_no_completion_acts_on_the_terminal(line: str) -> None:
    line = f"mentorlog {line}"
    asked = {"_MENTORLOG_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": str(line.count(" "))}
    command = [sys.executable, "-m", "mentorlog"]

    ended = subprocess.run(command, env={**os.environ, **asked}, capture_output=True, check=True, timeout=20)

    assert (acting(ended.stdout.decode()), ended.stderr) == ([], b"")
