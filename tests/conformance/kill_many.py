"""Kills mentorlog at random moments, and looks whether what it leaves is old or new, and whole.

    .venv/bin/python tests/conformance/kill_many.py 10000

A worker runs one command on a small journal. It is killed (SIGKILL: no clean-up runs) at a random one of the
system calls that change files, which a run that nobody kills has counted: before the call, or just after it.
"""

import contextlib
import io
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from mentorlog.cli import app

OLD, NEW = "heron", "kestrel"  # a word that was there, and one that the command brings
_WORKER = """
import os, signal, sys
from mentorlog.cli import app
from mentorlog.journal import disk

class Killed:
    # The `os` that writes words: counts its calls, and ends the process at one of them.
    def __init__(self, at, is_after):
        self.at, self.is_after, self.calls, self.in_journal = at, is_after, 0, []
    def __getattr__(self, name):
        real = getattr(os, name)
        if name not in ("open", "write", "fsync", "close", "link", "unlink", "replace", "rename", "mkdir", "chmod"):
            return real
        def call(*args, **more):
            self.calls += 1
            if os.environ["MENTORLOG_JOURNAL"] in str(args[0]):
                self.in_journal.append(self.calls)
            if self.calls == self.at and not self.is_after:
                os.kill(os.getpid(), signal.SIGKILL)
            try:
                if self.calls == self.at and name == "write":
                    return real(args[0], bytes(args[1])[: len(args[1]) // 2])  # torn, for the next call to be killed at
                return real(*args, **more)
            finally:
                if self.calls == self.at:
                    os.kill(os.getpid(), signal.SIGKILL)
        return call

disk.os = Killed(int(sys.argv[1]), sys.argv[2] == "after")
status = app.run(sys.argv[3:])
print(disk.os.calls, *disk.os.in_journal, file=sys.stderr)
sys.exit(status)
"""
_ENTRY = f'+++\nid = "20261120-aaaa"\ndate = 2026-11-20\ntitle = "One"\n+++\n\nA {OLD} stood there.\n'
_DONE = ("Saved", "Changed", "Deleted", "Mended", "Brought back", "as it was")
_SLIP = _ENTRY.replace('"One"', "“One”").replace("aaaa", "bbbb")


@dataclass(frozen=True)
class Life:
    """A command to be killed, and what was done before it."""

    command: tuple[str, ...]
    slip: bool = False
    before: tuple[str, ...] = ()


LIVES = {
    "new": Life(("new", f"A {NEW} over the field.", "--date", "2026-11-21")),
    "edit --set": Life(("edit", "aaaa", "--set", f"next=Ask about the {NEW}")),
    "delete": Life(("delete", "aaaa")),
    "undo": Life(("undo",), before=("edit", "aaaa", "--set", f"next=Ask about the {NEW}")),
    "undo of a delete": Life(("undo",), before=("delete", "aaaa")),
    "check --fix": Life(("check", "--fix", "--yes"), slip=True),
}


class Folder:
    """A journal and a state folder, in which commands run."""

    def __init__(self, base: Path) -> None:
        self.base, self.root, self.state = base, base / "journal", base / "state"

    def begun(self, life: Life) -> "Folder":
        self.root.mkdir(parents=True)
        (self.root / "mentorlog.toml").write_text('schema = 1\nid = "k"\nname = "Sam"\nrole = "ect"\n', "utf-8")
        (self.root / "one.md").write_text(_ENTRY, "utf-8")
        if life.slip:
            (self.root / "slip.md").write_text(_SLIP, "utf-8")
        if life.before:
            self.run(*life.before)
        return self

    def run(self, *words: str) -> tuple[int, str]:
        """One command in this process: its status, and all that it said."""
        said = io.StringIO()
        os.environ.update(MENTORLOG_STATE=str(self.state), MENTORLOG_JOURNAL=str(self.root))
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            status = app.run(words)
        return status, said.getvalue()

    def killed(self, words: tuple[str, ...], at: int, when: str) -> subprocess.CompletedProcess[str]:
        """One command in a process of its own, killed at its `at`-th call, if it makes so many."""
        environment = {**os.environ, "MENTORLOG_STATE": str(self.state), "MENTORLOG_JOURNAL": str(self.root)}
        command = [sys.executable, "-c", _WORKER, str(at), when, *words]
        return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=30, check=False)

    def entries(self) -> dict[str, str]:
        """The entries by name, without the id of a new one, which is another each time."""
        found = {each.relative_to(self.root).as_posix(): each.read_text("utf-8") for each in self.root.rglob("*.md")}
        return {name: re.sub('id = "20261121-.*"', "", text) for name, text in found.items()}

    def holds(self, word: str) -> bool:
        """Whether a word stands in the journal, a draft or the history, under a name that counts."""
        held = (each for each in self.base.rglob("*") if each.is_file() and each.suffix != ".tmp")
        return any(word in each.read_text("utf-8") for each in held)


@dataclass
class Victim:
    """One command, run whole once: the folder before it, what it leaves, and how many calls it makes."""

    name: str
    life: Life
    base: Path
    kept_at: set[int] = field(default_factory=set)  # moments at which the new word was found, and at which it was not
    not_kept_at: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.start = Folder(self.base / "start").begun(self.life)
        folder = self.copy("whole")
        ended = folder.killed(self.life.command, 0, "never")
        assert ended.returncode == 0, ended.stderr
        self.calls, *self.in_journal = map(int, ended.stderr.splitlines()[-1].split())
        self.old, self.new = self.start.entries(), folder.entries()
        self.words = [word for word in (OLD, NEW) if self.start.holds(word)]

    def copy(self, name: str) -> Folder:
        return Folder(shutil.copytree(self.start.base, self.base / name))

    def kill(self, at: int, when: str) -> tuple[str, list[str]]:
        """Kill it at one call. Whether that left the old or the new state, and what is wrong with it."""
        folder = self.copy("killed")
        ended = folder.killed(self.life.command, at, when)
        left = folder.entries()
        (self.kept_at if folder.holds(NEW) else self.not_kept_at).add(2 * at + (when == "after"))
        faults = [] if ended.returncode == -signal.SIGKILL else [f"it was not killed: {ended}"]
        faults += [] if left in (self.old, self.new) else [f"neither old nor new: {left}"]
        faults += [f"{word!r} was there and is lost" for word in self.words if not folder.holds(word)]
        faults += [f"it said {word} too soon" for word in _DONE if word in ended.stdout and left != self.new]
        faults += list(_later_faults(folder))
        shutil.rmtree(folder.base)
        return "old" if left == self.old else "new", [f"{self.name}, {when} call {at}: {fault}" for fault in faults]

    def lost_again(self) -> list[str]:
        """Words that were kept at one moment must be kept at every later one."""
        first = min(self.kept_at, default=0)
        return [f"{self.name}: kept at {first / 2}, not at {at / 2}" for at in self.not_kept_at if at > first > 0]


def _later_faults(folder: Folder) -> Iterator[str]:
    """What goes wrong with the commands after the kill."""
    for words in (
        ["list"],
        ["check"],
        ["undo", "--list"],
        ["search", OLD],
        [],
        ["new", "The next day", "--title", "T"],
    ):
        status, said = folder.run(*words)
        if status not in (0, 3, 4) or "Traceback" in said:
            yield f"{words} ended in {status}: {said}"
    if not any("The next day" in text for text in folder.entries().values()):
        yield "the next entry was not saved"


def kills(count: int, seed: int) -> tuple[Counter[str], list[str]]:
    """Kill `count` commands: how many were left in the old and in the new state, and what went wrong."""
    chance = random.Random(seed)  # noqa: S311 -- moments, no secrets
    done: Counter[str] = Counter()
    faults: list[str] = []
    with tempfile.TemporaryDirectory() as base:
        victims = [Victim(name, life, Path(base) / str(place)) for place, (name, life) in enumerate(LIVES.items())]
        for number in range(count):
            victim = victims[number % len(victims)]
            anywhere = chance.randint(1, victim.calls)
            at = chance.choice([anywhere, chance.choice(victim.in_journal)])  # most calls are about drafts and history
            state, found = victim.kill(at, chance.choice(("before", "after")))
            done[f"{victim.name}, {state}"] += 1
            faults += found
        faults += [fault for victim in victims for fault in victim.lost_again()]
    return done, faults


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    done, faults = kills(count, seed=count)
    for name, number in sorted(done.items()):
        print(f"{number:>6}  {name}")
    print(f"{sum(done.values()):>6}  killed, {len(faults)} faults", *faults, sep="\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
