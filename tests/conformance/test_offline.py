"""No command uses the network or starts another program, and even a bug prints no word of an entry."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import Write
from mentorlog.cli.app import COMMANDS

# Runs before mentorlog. Python reports every socket, look-up and program before it makes or starts it.
_WATCH = """
import os, sys

def watch(event, given):
    is_local = event == "socket.__new__" and given[1] == 1  # AF_UNIX
    if event.startswith(("socket.", "urllib.", "ftplib.", "http.", "smtplib.", "imaplib.")) and not is_local:
        kind = "reached for the network"
    elif event in ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork"):
        kind = "started a program"
    else:
        return
    with open(os.environ["WATCH_LOG"], "a") as log:
        log.write(f"{kind}: {event}\\n")
    raise RuntimeError(f"{kind}: {event}")

sys.addaudithook(watch)
"""
TABLE: dict[str, tuple[list[str], ...]] = {
    "new": (["new", "A robin."], ["new", "A wren.", "-d", "critique", "--share", "--json"], ["new", "-"]),
    "list": (["list"], ["list", "--json"], ["list", "--csv"], ["list", "--term", "autumn"]),
    "show": (["show", "aaaa"], ["show", "odd.md"]),
    "search": (["search", "heron"], ["search", "heron", "--json"]),
    "edit": (["edit", "aaaa", "--set", "class=8Q"], ["edit", "aaaa"]),
    "delete": (["delete", "aaaa"], ["delete", "aaaa", "--purge", "--yes"]),
    "undo": (["undo"], ["undo", "--list"]),
    "next": (["next"], ["next", "done", "aaaa"]),
    "summary": (
        ["summary"], ["summary", "--json"], ["summary", "--format", "markdown"], ["summary", "-o", "x.md"],
        ["summary", "--format", "html"],
        ["summary", "."],
    ),
    "share": (
        ["share", "--with", "Priya", "--to", "theirs", "--yes"], ["share", "aaaa", "--with", "Priya", "--to", "theirs"],
    ),
    "agree": (["agree"], ["agree", "--format", "html"], ["agree", "--format", "markdown"]),
    "meeting": (["meeting", "--notes", "A robin."],),
    "reply": (["reply", "aaaa", "What did it hide?"],),
    "questions": (["questions"], ["questions", "--check"]),
    "model": (["model"], ["model", "critique"]),
    "check": (["check"], ["check", "--fix", "--yes"]),
    "init": (["init", "other", "--name", "Sam", "--role", "mentor"],),
    "demo": (["demo"],),
    "": ([], ["--help"], ["--version"], ["unknown"]),
}  # fmt: skip
LINES = [" ".join(words) for rows in TABLE.values() for words in rows]
ENTRY = '+++\nid = "20261120-aaaa"\ndate = 2026-11-20\nshare = "mentor"\nnext = "canary next"\n+++\n\nA heron.\n'


@pytest.fixture
def here(write: Write, journal: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A journal with entries, and a separate folder to run commands in."""
    write(
        "one.md",
        ENTRY.replace("A heron.", "A heron. The canary sings.").replace("+++\n\n", 'title = "canary"\n+++\n\n'),
    )
    write("odd.md", "+++\ndate = 2026-11-20\ntitle = “canary”\n+++\n")
    (place := tmp_path / "here").mkdir()
    monkeypatch.setenv("MENTORLOG_JOURNAL", str(journal))
    monkeypatch.chdir(place)
    return place


def ended(*command: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    environment = {**os.environ, "TMPDIR": str(Path.cwd()), **environment}
    return subprocess.run(command, env=environment, input="", capture_output=True, text=True, timeout=60, check=False)


def watched(tmp_path: Path, *command: str) -> tuple["subprocess.CompletedProcess[str]", str]:
    """Run a Python command under the watch; return its result and the forbidden events."""
    (tmp_path / "watch").mkdir(exist_ok=True)
    (tmp_path / "watch" / "sitecustomize.py").write_text(_WATCH, "utf-8")
    log = tmp_path / "watch.txt"
    log.touch()
    result = ended(sys.executable, *command, PYTHONPATH=str(tmp_path / "watch"), WATCH_LOG=str(log))
    return result, log.read_text("utf-8")


def test_every_command_is_in_the_table() -> None:
    assert set(TABLE) == {*COMMANDS, ""}


@pytest.mark.parametrize(
    "code",
    [
        "import socket; socket.socket()",
        "import socket; socket.getaddrinfo('example.org', 80)",
        "import urllib.request; urllib.request.urlopen('http://example.org')",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
    ],
)
def test_the_watch_catches_every_forbidden_event(code: str, tmp_path: Path) -> None:
    result, caught = watched(tmp_path, "-c", code)

    assert result.returncode != 0
    assert caught != ""


@pytest.mark.slow
@pytest.mark.parametrize("line", LINES)
@pytest.mark.usefixtures("here")
def test_a_command_opens_no_socket_and_starts_no_program(line: str, tmp_path: Path) -> None:
    words = next(words for rows in TABLE.values() for words in rows if " ".join(words) == line)

    result, caught = watched(tmp_path, "-m", "mentorlog", *words)

    assert caught == ""
    assert result.returncode in (0, 2, 3, 4, 5)
    assert "Traceback" not in result.stderr


@pytest.mark.slow
@pytest.mark.usefixtures("here")
def test_reading_commands_work_the_same_without_a_network() -> None:
    without = ["unshare", "-n"] if os.geteuid() == 0 else ["unshare", "-rn"]
    if not shutil.which("unshare") or ended(*without, "true").returncode:
        pytest.skip("this account may not take the network away from a command")
    reading = [["list"], ["show", "aaaa"], ["summary"], ["check"], []]

    for words in reading:
        command = [sys.executable, "-m", "mentorlog", *words]
        usual, offline = ended(*command), ended(*without, *command)

        assert (offline.returncode, offline.stdout) == (usual.returncode, usual.stdout), words
        assert usual.stdout != ""


BREAKS = {
    "list": ("mentorlog.render.formats.card_row", ["list"]),
    "list --json": ("mentorlog.render.formats.list_json", ["list", "--json"]),
    "show": ("mentorlog.finding.selection.unread_named", ["show", "aaaa"]),
    "search": ("mentorlog.finding.search.results", ["search", "heron"]),
    "summary": ("mentorlog.brief.brief.brief", ["summary"]),
    "edit": ("mentorlog.entry.frontmatter.with_values", ["edit", "aaaa", "--set", "class=canary"]),
    "new": ("mentorlog.entry.compose.new_text", ["new", "The canary."]),
    "new, at the draft": ("mentorlog.entry.compose.entry_text", ["new", "The canary."]),
    "new, in the folder": ("mentorlog.journal.disk.make_folder_inside", ["new", "The canary."]),
    "reading a head": ("mentorlog.entry.problems.checked_head", ["list"]),
    "reading sections": ("mentorlog.entry.sections.dimensions_of", ["list"]),
}


@pytest.mark.slow
@pytest.mark.parametrize("row", BREAKS)
@pytest.mark.usefixtures("here")
def test_a_bug_prints_no_word_of_an_entry(row: str) -> None:
    target, words = BREAKS[row]
    module, _, name = target.rpartition(".")
    code = (
        f"import sys, {module} as module\n"
        "def broken(*given, **more):\n    raise AssertionError('a bug')\n"
        f"module.{name} = broken\n"
        "from mentorlog.cli.app import main\n"
        "sys.argv = ['mentorlog', *sys.argv[1:]]\nmain()\n"
    )

    result = ended(sys.executable, "-c", code, *words)

    assert "a bug" in result.stderr
    assert "canary" not in result.stdout + result.stderr
    assert "locals" not in result.stderr
    assert result.returncode not in (0, None)
