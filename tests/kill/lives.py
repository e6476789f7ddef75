"""The commands to kill, which change a small journal, and the answers that a person types to their prompts."""

import contextlib
import io
import os
import re
import shutil
import traceback
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mentorlog.cli import app

TODAY = date(2026, 11, 21)
OLD, EARLIER, NEW = "heron", "wren", "kestrel"  # words of the entry, of an earlier version, and of the command
ENTER = "\r"
FOR_PRIYA, FROM_PRIYA = "for-priya", "from-priya"
_SETTINGS = 'schema = 1\nid = "k"\nname = "Sam"\nrole = "ect"\n'
_ENTRY = f'+++\nid = "20261120-aaaa"\ndate = 2026-11-20\ntitle = "One"\n+++\n\nA {OLD} stood there.\n'
_SLIP = _ENTRY.replace('"One"', "“One”").replace("aaaa", "bbbb")
_ANSWERS = f'critique = "A {NEW} over the field."\nnext = "Ask about it"\n'
_DAY = ("--date", TODAY.isoformat())
_TWO = _ENTRY.replace('"One"', '"Two"\nshare = "mentor"').replace("aaaa", "cccc").replace(OLD, "robin")
_PRIYAS = (
    '+++\nid = "20261118-pppp"\ndate = 2026-11-18\nrole = "mentor"\ntitle = "Hers"\nshare = "mentor"\n'
    'next = "Find out who decides"\n+++\n\nI offered my own method.\n'
)


@dataclass(frozen=True)
class Step:
    """One prompt of a guided entry: words that identify it on the screen, the typed answer, and the last keys."""

    prompt: str
    answer: str
    end: str
    choice: str = ""  # keys before the answer that are not saved as they are

    @property
    def keys(self) -> str:
        return self.choice + self.answer.replace("\n", ENTER) + self.end


GUIDED = (
    Step("Which moment", "thirty faces", ENTER),
    Step(
        "(Enter twice to finish)",
        "Funnels were missing.\nand beakers came instead,\nthen somebody laughed\nand nobody measured.",
        ENTER + ENTER,
    ),
    Step("try next? (Enter for none)", "Count the equipment near breaktime", ENTER),
    Step("the school? (Enter for none)", "Could someone observe period three?", ENTER),
)
MEETING = (
    Step("Ask about the wren", "everybody stayed until lunch", ENTER, choice="1 "),
    Step("Find out who decides", "the headteacher was elsewhere", ENTER, choice="3 "),
    Step("What would you like to keep", "Prediction comes first.\nWatching happens afterwards.", ENTER + ENTER),
    Step("One next thing for you?", "Photograph the whiteboard", ENTER),
    Step("One next thing for Priya?", "Borrow another projector", ENTER),
    Step("Share these notes with Priya?", "", ENTER, choice="n"),
)
REPLY = (Step("Your question about", "Which pupils noticed?\nWhose drawing changed?", ENTER + ENTER),)
AGREED = tuple(Step(step.prompt, "", step.end) for step in GUIDED)  # accept every answer of the draft
MET = (*(Step(step.prompt, "", step.end) for step in MEETING[:-1]), MEETING[-1])
_TYPED = re.findall(r"\w{6,}", " ".join(step.answer for step in (*GUIDED, *MEETING, *REPLY)))
WORDS = (OLD, EARLIER, NEW, *_TYPED)


@dataclass(frozen=True)
class Life:
    """A command to kill, its message once it is done, and the commands before it."""

    command: tuple[str, ...]
    message: str
    before: tuple[tuple[str, ...], ...] = ()
    steps: tuple[Step, ...] = ()
    slip: bool = False
    is_between_two: bool = False  # Priya is set up too, with a folder in each direction

    @property
    def ways(self) -> tuple[str, ...]:
        """The ways to kill it: at a call to the file system, a moment, a number of keys or a call of its saving."""
        return ("call", "moment", "keys", "saving") if self.steps else ("call", "moment")

    @property
    def is_purge(self) -> bool:
        return "--purge" in self.command


def _set(next_step: str) -> tuple[str, ...]:
    return ("edit", "aaaa", "--set", f"next=Ask about the {next_step}")


_OURS = ("edit", "aaaa", "--set", "share=mentor", "--set", "with=Priya")
_SHARE, _SHARE_ONE = ("share", "--yes"), ("share", "aaaa", "--yes")


def _between_two(
    command: tuple[str, ...], message: str, *before: tuple[str, ...], steps: tuple[Step, ...] = ()
) -> Life:
    return Life(command, message, before, steps, is_between_two=True)


_NEW_TEXT = ("new", f"A {NEW} over the field.", *_DAY)
LIVES = {
    "new TEXT": Life(_NEW_TEXT, "Saved"),
    "new --answers": Life(("new", "--answers", "answers.toml", *_DAY), "Saved"),
    "new, guided": Life(("new", *_DAY), "Saved", steps=GUIDED),
    "edit --set": Life(_set(NEW), "Changed"),
    "next done": Life(("next", "done", "aaaa"), "Done:", before=(_set(NEW),)),
    "delete": Life(("delete", "aaaa"), "Deleted"),
    "delete --purge": Life(("delete", "aaaa", "--purge", "--yes"), "Removed", before=(_set(EARLIER), _set(NEW))),
    "undo": Life(("undo",), "To change your mind", before=(_set(NEW),)),
    "undo of a delete": Life(("undo",), "Brought back", before=(("delete", "aaaa"),)),
    "undo of a new entry": Life(("undo",), "Took out", before=(_NEW_TEXT,)),
    "check --fix": Life(("check", "--fix", "--yes"), "Mended", slip=True),
    "share": _between_two(_SHARE_ONE, "Shared."),
    "share of a change": _between_two(_SHARE, "Shared.", _SHARE_ONE, _set(NEW)),
    "share --withdraw": _between_two(("share", "--withdraw", "aaaa", "--yes"), "Done.", _set(EARLIER), _SHARE_ONE),
    "undo of a share": _between_two(("undo",), "Took back what was shared", _SHARE_ONE),
    "undo of a share of a change": _between_two(("undo",), "Took back", _SHARE_ONE, _set(NEW), _SHARE),
    "meeting --notes": _between_two(
        ("meeting", "--notes", f"A {NEW} over the field.", "--next", "Ask about it", *_DAY), "Saved", _set(EARLIER)
    ),
    "meeting, guided": _between_two(("meeting", *_DAY), "Saved", _set(EARLIER), _OURS, steps=MEETING),
    "reply TEXT": _between_two(("reply", "pppp", f"Did the {NEW} stay?"), "Saved"),
    "reply, guided": _between_two(("reply", "pppp"), "Saved", steps=REPLY),
}


class Folder:
    """A journal and a state folder for commands, and the shared folders of its writer and Priya."""

    def __init__(self, base: Path) -> None:
        self.base, self.root, self.state = base, base / "journal", base / "state"
        self.for_priya, self.from_priya = base / FOR_PRIYA, base / FROM_PRIYA

    @property
    def places(self) -> tuple[Path, ...]:
        """The folders with a person's own files, rather than mentorlog's."""
        return self.root, self.for_priya

    def set_up(self, life: Life) -> "Folder":
        self.root.mkdir(parents=True)
        (self.base / "answers.toml").write_text(_ANSWERS, "utf-8")
        (self.root / "mentorlog.toml").write_text(_SETTINGS, "utf-8")
        (self.root / "one.md").write_text(_ENTRY, "utf-8")
        if life.slip:
            (self.root / "slip.md").write_text(_SLIP, "utf-8")
        if life.is_between_two:
            self._meet()
        for words in life.before:
            status, output = self.run(*words)
            assert status == 0, output
        return self

    def _meet(self) -> None:
        """Set up Priya, who has shared an entry, and add one more entry marked to share."""
        self.for_priya.mkdir(mode=0o750)
        self.from_priya.mkdir()
        (self.from_priya / "hers.md").write_text(_PRIYAS, "utf-8")
        self.run("share", "--with", "Priya", "--to", FOR_PRIYA, "--from", FROM_PRIYA, "--yes")
        (self.root / "two.md").write_text(_TWO, "utf-8")

    def copy(self, base: Path) -> "Folder":
        """Copy the folder to `base`, and adapt the paths recorded in its files."""
        made = Folder(shutil.copytree(self.base, base))
        for path in (made.root / "mentorlog.toml", *made.state.rglob("*.json")):
            path.write_bytes(path.read_bytes().replace(bytes(self.base), bytes(base)))
        return made

    def unshared(self, base: Path) -> "Folder":
        """Copy the folder to `base`, as if nothing had ever been shared."""
        made = self.copy(base)
        shutil.rmtree(made.state)
        shutil.rmtree(made.for_priya)
        made.for_priya.mkdir(mode=0o750)
        return made

    def shared(self) -> dict[str, tuple[bytes, int, float]]:
        """Return every file in the folder for Priya, with its mode and its time."""
        paths = sorted(path for path in self.for_priya.rglob("*") if path.is_file())
        return {path.name: (path.read_bytes(), path.stat().st_mode, path.stat().st_mtime) for path in paths}

    def enter(self) -> None:
        """Make this the journal and the working folder of commands in this process."""
        os.environ.update(MENTORLOG_STATE=str(self.state), MENTORLOG_JOURNAL=str(self.root))
        os.chdir(self.base)

    def run(self, *words: str) -> tuple[int, str]:
        """Run one command in this process; return its status and output, or -1 and the traceback of a crash."""
        self.enter()
        output = io.StringIO()
        with contextlib.redirect_stdout(output), contextlib.redirect_stderr(output):
            try:
                status = app.run(words)
            except Exception:  # noqa: BLE001 -- any crash is a fault
                return -1, traceback.format_exc()
        return status, output.getvalue()

    def entries(self) -> dict[str, bytes]:
        """Return entries and shared copies by name, without the id of a new entry, which differs each time."""
        paths = [*self.root.rglob("*.md"), *self.for_priya.rglob("*.md"), *self.for_priya.rglob("*.toml")]
        files = {path.relative_to(self.base).as_posix(): path.read_bytes() for path in paths}
        return {name: re.sub(rb'id = "20261121-.*"', b"", data) for name, data in files.items()}

    def drafts(self) -> list[Path]:
        return sorted(self.state.glob("drafts/*.md"))

    def draft_text(self) -> str:
        """Return the text of the drafts, which may be changing."""
        return _text(self.drafts())

    def saved_text(self) -> str:
        """Return the text of entries and drafts."""
        return _text(self.root.rglob("*.md")) + self.draft_text()

    def text_with_history(self) -> str:
        """Return the text of entries, drafts and the history, without temporary files."""
        return _text(path for path in self._files() if path.suffix != ".tmp")

    def all_text(self) -> str:
        """Return the text of entries, drafts and the history, with temporary files."""
        return _text(self._files())

    def _files(self) -> Iterator[Path]:
        return (path for top in (self.root, self.state) for path in top.rglob("*") if path.is_file())


def _text(paths: Iterable[Path]) -> str:
    return "\n".join(map(_text_of, paths))


def _text_of(path: Path) -> str:
    try:
        return path.read_text("utf-8", "replace")
    except FileNotFoundError:
        return ""  # deleted since the folder was listed


def words_in(text: str) -> set[str]:
    return {word for word in WORDS if word in text}
