"""Half-written entries, kept in the state folder until the entry stands in the journal and has been read back.

A draft is the entry as it would be saved, so it can be read without the tool. One that is being asked for has keys of
our own in its front matter: `draft_journal`, `draft_questions` or, for a meeting, `draft_replies`, and `draft_step`.
One that somebody writes in an editor is theirs to the byte, so what we need to know about it stands in a file beside
it.
"""

import re
from collections.abc import Collection, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from mentorlog.entry.entry import Entry, read_entry
from mentorlog.errors import MentorlogError
from mentorlog.files.toml import TomlError, Values, parse, written
from mentorlog.journal import disk
from mentorlog.journal.locks import is_locked, locked
from mentorlog.text import safe_line, text_from, typed

JOURNAL_KEY, QUESTIONS_KEY, STEP_KEY, ENTRY_KEY = "draft_journal", "draft_questions", "draft_step", "draft_entry"
REPLIES_KEY = "draft_replies"


@dataclass(frozen=True, slots=True)
class Draft:
    """One file in the drafts folder. `entry` is None where it cannot be read as one: its words are in `path`."""

    path: Path
    entry: Entry | None
    note: Values

    @property
    def id(self) -> str:
        return self.path.stem

    @property
    def is_whole(self) -> bool:
        """Whether it is somebody's whole file, from an editor, and not answers to questions."""
        return bool(self.note)

    @property
    def edits(self) -> str:
        """The path of the entry that this is a new version of; "" for a new entry."""
        return str(self.note.get(ENTRY_KEY, ""))

    def value(self, key: str) -> object:
        """One of our own keys, or None."""
        return self.note.get(key) or (self.entry.matter.values.get(key) if self.entry else None)


class Drafts:
    """The drafts of one account."""

    def __init__(self, state: Path) -> None:
        self.folder = state / "drafts"

    def prepare(self) -> None:
        """Make sure that a draft can be kept. Raises MentorlogError before anybody types a word."""
        probe = self.folder / "probe.tmp"
        try:
            disk.make_folder(self.folder)
            disk.overwrite(probe, b"x")
            disk.discard(probe)
        except OSError as error:
            raise MentorlogError(
                f"drafts cannot be kept in {safe_line(str(self.folder))}: {disk.reason(error)}",
                hint="MENTORLOG_STATE=FOLDER names another place",
            ) from None

    def path(self, draft_id: str) -> Path:
        return self.folder / f"{draft_id}.md"

    def keep(self, draft_id: str, data: bytes) -> None:
        """Write a draft, over the earlier state of the same one."""
        disk.make_folder(self.folder)
        disk.overwrite(self.path(draft_id), data)

    def keep_whole(self, draft_id: str, data: bytes, note: Values) -> None:
        """Write a draft that an editor will open, with a note beside it."""
        disk.make_folder(self.folder)
        lines = [f"{key} = {written(value)}\n" for key, value in note.items()]
        disk.overwrite(self.path(draft_id).with_suffix(".toml"), "".join(lines).encode())
        disk.overwrite(self.path(draft_id), data)

    def answer_path(self, draft_id: str) -> Path:
        """Where one answer of a draft stands while an editor has it."""
        return self.path(draft_id).with_suffix(".answer")

    def answer(self, draft_id: str) -> str:
        """The answer that an editor left, as plain text; "" where there is none."""
        try:
            return typed(text_from(disk.read(self.answer_path(draft_id))))[0]
        except OSError:
            return ""

    def discard(self, draft_id: str) -> None:
        for name in disk.names_in(self.folder):
            if name.rpartition(".")[0] == draft_id:
                disk.discard(self.folder / name)

    def all(self) -> list[Draft]:
        """Every draft that nobody is writing just now, the one written last first."""
        if not self.folder.is_dir():
            return []
        paths = sorted(self.folder.glob("*.md"), key=disk.modified, reverse=True)
        return [self._read(path) for path in paths if not is_locked(path.with_suffix(".lock"))]

    def forget(self, entry_id: str) -> None:
        """Remove every draft of one entry, new or edited, for good."""
        its = re.compile(rf"{re.escape(entry_id)}(-edit[^.]*)?\.[a-z]+")
        for name in disk.listed(self.folder):
            if its.fullmatch(name):
                disk.discard(self.folder / name)

    def of(self, marks: Collection[str]) -> list[Draft]:
        """Those that belong to the journal with these marks, or to none, the one written last first."""
        found = (draft for draft in self.all() if (draft.entry or draft.is_whole) and not draft.edits)
        return [draft for draft in found if draft.value(JOURNAL_KEY) is None or draft.value(JOURNAL_KEY) in marks]

    def edits_of(self, marks: Collection[str], path: str) -> list[Draft]:
        """New versions of the entry at `path` that could not be saved."""
        return [draft for draft in self.all() if draft.edits == path and draft.value(JOURNAL_KEY) in marks]

    @contextmanager
    def held(self, draft_id: str) -> Iterator[None]:
        """Marks a draft as being written, so that another terminal does not take it up. Raises MentorlogError."""
        with ExitStack() as stack:
            try:
                disk.make_folder(self.folder)
                stack.enter_context(locked(self.path(draft_id).with_suffix(".lock")))
            except TimeoutError:
                raise MentorlogError("this draft is open in another window") from None
            except OSError as error:
                raise MentorlogError(f"drafts cannot be kept: {disk.reason(error)}") from None
            yield

    def _read(self, path: Path) -> Draft:
        note = self._note(path.with_suffix(".toml"))
        try:
            read = read_entry(path.name, disk.read(path))
        except OSError:
            return Draft(path, None, note)
        return Draft(path, read if isinstance(read, Entry) else None, note)

    @staticmethod
    def _note(path: Path) -> Values:
        try:
            return parse(disk.read(path).decode("utf-8"))
        except (OSError, UnicodeDecodeError, TomlError):
            return {}
