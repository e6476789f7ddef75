"""Half-written entries, kept in the state folder until the entry stands in the journal and has been read back.

A draft is the entry as it would be saved, so it can be read without mentorlog. If its answers are being asked for, its
front matter has a few keys of our own (`DraftKeys`). If its writer has it in an editor, it is theirs to the byte, and
these keys are in a file beside it.
"""

import re
from collections.abc import Collection, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, NamedTuple

from mentorlog.entry.entry import Entry, read_entry
from mentorlog.errors import MentorlogError
from mentorlog.files.declared import Declaration, Key
from mentorlog.files.toml import TomlError, Values, parse, written
from mentorlog.journal import disk
from mentorlog.journal.locks import is_locked, locked
from mentorlog.text import safe_line, text_from, typed


class DraftKeys(NamedTuple):
    """What a draft says beside the entry that it will be. In the file, `draft_` stands before each key."""

    journal: Annotated[str | None, Key("the id or the folder of the journal it is meant for")] = None
    questions: Annotated[tuple[str, ...], Key("the ids of the questions that are asked")] = ()
    replies: Annotated[tuple[object, ...], Key("what was said at a meeting of each step that it asked about")] = ()
    step: Annotated[str, Key("the step that is being answered; without it, everything has been")] = ""
    entry: Annotated[str, Key("the path of the entry that this is a new version of")] = ""

    @property
    def values(self) -> Values:
        """The keys as they are written, without those that say nothing."""
        values = {name: getattr(self, field.attribute) for name, field in DRAFT.fields.items()}
        return {name: value for name, value in values.items() if value}


DRAFT = Declaration(DraftKeys, Key, is_open=True, prefix="draft_")


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
    def keys(self) -> DraftKeys:
        """Our own keys, from the note beside the draft or else from its front matter."""
        return DRAFT.read_right(self.note or (self.entry.matter.values if self.entry else {}))[0]


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

    def keep_whole(self, draft_id: str, data: bytes, keys: DraftKeys) -> None:
        """Write a draft that an editor will open, with its keys in a file beside it."""
        disk.make_folder(self.folder)
        lines = [f"{key} = {written(value)}\n" for key, value in keys.values.items()]
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
        found = (draft for draft in self.all() if (draft.entry or draft.is_whole) and not draft.keys.entry)
        return [draft for draft in found if draft.keys.journal is None or draft.keys.journal in marks]

    def edits_of(self, marks: Collection[str], path: str) -> list[Draft]:
        """New versions of the entry at `path` that could not be saved."""
        return [draft for draft in self.all() if draft.keys.entry == path and draft.keys.journal in marks]

    @contextmanager
    def claimed(self, draft_id: str) -> Iterator[None]:
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
