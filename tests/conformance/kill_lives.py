"""What is killed: commands that change a small journal, and what a person types when one of them asks."""

import contextlib
import io
import os
import re
import shutil
import traceback
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from mentorlog.cli import app

OLD, EARLIER, NEW = "heron", "wren", "kestrel"  # in the entry, in an earlier state of it, and what the command brings
ENTER = "\r"
_SETTINGS = 'schema = 1\nid = "k"\nname = "Sam"\nrole = "ect"\n'
_ENTRY = f'+++\nid = "20261120-aaaa"\ndate = 2026-11-20\ntitle = "One"\n+++\n\nA {OLD} stood there.\n'
_SLIP = _ENTRY.replace('"One"', "“One”").replace("aaaa", "bbbb")
_ANSWERS = f'critique = "A {NEW} over the field."\nnext = "Ask about it"\n'
_DAY = ("--date", "2026-11-21")


@dataclass(frozen=True)
class Step:
    """One prompt of a guided entry: how it is known on the screen, what is typed there, and how that is ended."""

    prompt: str
    answer: str
    end: str

    @property
    def keys(self) -> str:
        return self.answer.replace("\n", ENTER) + self.end


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
AGREED = tuple(Step(step.prompt, "", step.end) for step in GUIDED)  # everything as the draft has it
_TYPED = re.findall(r"\w{6,}", " ".join(step.answer for step in GUIDED))
WORDS = (OLD, EARLIER, NEW, *_TYPED)


@dataclass(frozen=True)
class Life:
    """A command to be killed, what it says only when it is done, and what was done before it."""

    command: tuple[str, ...]
    said: str
    before: tuple[tuple[str, ...], ...] = ()
    steps: tuple[Step, ...] = ()
    slip: bool = False

    @property
    def ways(self) -> tuple[str, ...]:
        """How it is killed: at a call to the file system, at a moment, after so many keys, at a call of its saving."""
        return ("call", "moment", "keys", "saving") if self.steps else ("call", "moment")

    @property
    def is_purge(self) -> bool:
        return "--purge" in self.command


def _set(next_step: str) -> tuple[str, ...]:
    return ("edit", "aaaa", "--set", f"next=Ask about the {next_step}")


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
}


class Folder:
    """A journal and a state folder, in which commands run."""

    def __init__(self, base: Path) -> None:
        self.base, self.root, self.state = base, base / "journal", base / "state"

    def begun(self, life: Life) -> "Folder":
        self.root.mkdir(parents=True)
        (self.base / "answers.toml").write_text(_ANSWERS, "utf-8")
        (self.root / "mentorlog.toml").write_text(_SETTINGS, "utf-8")
        (self.root / "one.md").write_text(_ENTRY, "utf-8")
        if life.slip:
            (self.root / "slip.md").write_text(_SLIP, "utf-8")
        for words in life.before:
            self.run(*words)
        return self

    def copy(self, base: Path) -> "Folder":
        return Folder(shutil.copytree(self.base, base))

    def enter(self) -> None:
        """Make this the journal and the place that commands of this process mean."""
        os.environ.update(MENTORLOG_STATE=str(self.state), MENTORLOG_JOURNAL=str(self.root))
        os.chdir(self.base)

    def run(self, *words: str) -> tuple[int, str]:
        """One command in this process: its status, and all that it said; -1 and a traceback where it broke."""
        self.enter()
        said = io.StringIO()
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            try:
                status = app.run(words)
            except Exception:  # noqa: BLE001 -- whatever it is, it is what we look for
                return -1, traceback.format_exc()
        return status, said.getvalue()

    def entries(self) -> dict[str, bytes]:
        """The entries by name, without the id of a new one, which is another each time."""
        found = {each.relative_to(self.root).as_posix(): each.read_bytes() for each in self.root.rglob("*.md")}
        return {name: re.sub(rb'id = "20261121-.*"', b"", data) for name, data in found.items()}

    def drafts(self) -> list[Path]:
        return sorted(self.state.glob("drafts/*.md"))

    def drafted(self) -> str:
        """What stands in drafts, while somebody may be writing them."""
        return _text(self.drafts())

    def kept(self) -> str:
        """What stands in entries and drafts."""
        return _text(self.root.rglob("*.md")) + self.drafted()

    def held(self) -> str:
        """What stands in entries, drafts and the history, under a name that counts."""
        return _text(each for each in self._files() if each.suffix != ".tmp")

    def everything(self) -> str:
        """The same with what was left half-done."""
        return _text(self._files())

    def _files(self) -> Iterator[Path]:
        return (each for top in (self.root, self.state) for each in top.rglob("*") if each.is_file())


def _text(paths: Iterable[Path]) -> str:
    return "\n".join(map(_text_of, paths))


def _text_of(path: Path) -> str:
    try:
        return path.read_text("utf-8", "replace")
    except FileNotFoundError:
        return ""  # it has gone since the folder was listed


def words_in(text: str) -> set[str]:
    return {word for word in WORDS if word in text}
