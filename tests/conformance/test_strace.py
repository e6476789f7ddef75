"""The order of system calls: a file and its folder are on the disk before a command says that it is saved.

This detects a missing fsync, which no test of results can see.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import Write

CALLS = "openat,open,write,fsync,fdatasync,link,linkat,rename,renameat,renameat2,unlink,unlinkat,close"
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed (Debian: apt install strace)"),
]

ENTRY = '+++\nid = "20261120-aaaa"\ndate = 2026-11-20\n+++\n\nA heron.\n'


def traced(tmp_path: Path, *words: str) -> list[str]:
    """Return the system calls of one command in order, with descriptors as paths: `fsync(3</journal/2026>)`."""
    log = tmp_path / "strace.txt"
    command = ["strace", "-f", "-y", "-s", "300", "-e", f"trace={CALLS}", "-o", str(log), "-E", "LC_ALL=C.UTF-8"]
    ended = subprocess.run(
        [*command, sys.executable, "-m", "mentorlog", *words], capture_output=True, text=True, timeout=60, check=False
    )
    if "PTRACE" in ended.stderr or "ptrace" in ended.stderr:
        pytest.skip("this machine does not allow tracing")
    assert ended.returncode == 0, ended.stderr
    return [re.sub(r"^\d+\s+", "", line) for line in log.read_text("utf-8", "replace").splitlines()]


def places(calls: list[str], *steps: str) -> list[int]:
    """Return where each step, a pattern, first matches after the one before it. Fails if one never does."""
    indexes: list[int] = []
    for step in steps:
        start = indexes[-1] + 1 if indexes else 0
        at = next((number for number, call in enumerate(calls[start:], start) if re.match(step, call)), None)
        assert at is not None, f"{step} does not come after {steps[: len(indexes)]}:\n" + "\n".join(calls[-60:])
        indexes.append(at)
    return indexes


COMMANDS = {
    "new": (
        ["new", "A kestrel over the field."],
        r"2026/[0-9]{4}-[0-9-]+-a-kestrel-over-the-field\.md",
        "Saved",
        "link",
    ),
    "edit --set": (["edit", "aaaa", "--set", "next=kestrel"], r"2026/one\.md", "Changed", "rename"),
    "next done": (["next", "done", "aaaa"], r"2026/one\.md", "Done", "rename"),
    "undo of an edit": (["undo"], r"2026/one\.md", "", "rename"),
    "undo of a delete": (["undo"], r"2026/one\.md", "Brought back", "link"),
    "check --fix": (["check", "--fix", "--yes"], r"2026/one\.md", "", "rename"),
}


def prepare(row: str, write: Write) -> None:
    """Set up the files that the command needs."""
    write("2026/one.md", ENTRY.replace("+++\n\n", 'next = "x"\n+++\n\n'))
    before = {"undo of an edit": ["edit", "aaaa", "--set", "class=8Q"], "undo of a delete": ["delete", "aaaa"]}
    if words := before.get(row):
        subprocess.run([sys.executable, "-m", "mentorlog", *words], check=True, capture_output=True, timeout=30)
    if row == "check --fix":
        write("2026/one.md", ENTRY.replace("+++\n\n", "title = “x”\n+++\n\n"))


@pytest.mark.parametrize("row", COMMANDS)
def test_words_are_on_the_disk_before_the_command_reports_them(
    row: str, journal: Path, tmp_path: Path, write: Write
) -> None:
    words, name, message, way = COMMANDS[row]
    prepare(row, write)

    calls = traced(tmp_path, *words)

    root = re.escape(os.path.realpath(journal))
    temporary = rf"{root}/2026/\.mentorlog-[0-9a-f]+\.tmp"
    _, _, published, _, _ = places(
        calls,
        rf"write\(\d+<{temporary}>, ",
        rf"f(data)?sync\(\d+<{temporary}>\) += 0",
        rf'{way}\w*\(.*"{temporary}".*"{root}/{name}".*\) += 0',
        rf"fsync\(\d+<{root}/2026>\) += 0",
        rf'write\(1<.*"[^"]*{message}',
    )
    writes = [number for number, call in enumerate(calls) if re.match(rf"write\(\d+<{temporary}>", call)]
    assert max(writes) < published
    assert not [call for call in calls if re.match(rf"write\(\d+<{root}/{name}>", call)]
    assert not [call for call in calls[:published] if re.match(rf'(unlink|rename)\w*\([^"]*"{root}/{name}"', call)]


def test_a_new_entrys_draft_is_synced_before_the_entry_and_deleted_after_it(
    journal: Path, state: Path, tmp_path: Path
) -> None:
    calls = traced(tmp_path, "new", "A kestrel.")

    root, drafts = (re.escape(os.path.realpath(path)) for path in (journal, state / "drafts"))
    temporary = rf"{drafts}/\.mentorlog-[0-9a-f]+\.tmp"
    places(
        calls,
        rf"write\(\d+<{temporary}>, .*kestrel",
        rf"fsync\(\d+<{temporary}>\) += 0",
        rf'rename\w*\(.*"{temporary}".*"{drafts}/\d+-\w+\.md".*\) += 0',
        rf"fsync\(\d+<{drafts}>\) += 0",
        rf'link\w*\(.*"{root}/2026/[^"]+-a-kestrel\.md".*\) += 0',
        rf"fsync\(\d+<{root}/2026>\) += 0",
        rf'unlink\w*\(.*"{drafts}/\d+-\w+\.md".*\) += 0',
        r'write\(1<.*"Saved',
    )


def test_the_earlier_text_is_on_the_disk_before_it_is_replaced(
    journal: Path, state: Path, tmp_path: Path, write: Write
) -> None:
    write("2026/one.md", ENTRY)

    calls = traced(tmp_path, "edit", "aaaa", "--set", "next=kestrel")

    root, history = (re.escape(os.path.realpath(path)) for path in (journal, state / "history"))
    kept = rf"{history}/[0-9a-f]+"
    places(
        calls,
        rf"write\(\d+<{kept}/\.mentorlog-[0-9a-f]+\.tmp>, .*heron",
        rf"fsync\(\d+<{kept}/\.mentorlog-[0-9a-f]+\.tmp>\) += 0",
        rf'rename\w*\(.*"{kept}/\d+-\d+\.md".*\) += 0',
        rf"fsync\(\d+<{kept}>\) += 0",
        rf'rename\w*\(.*"{root}/2026/one\.md".*\) += 0',
    )
