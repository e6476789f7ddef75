"""Drafts: unfinished entries, kept in the state folder until the entry is in the journal and has been read back.

A draft is the entry as it would be saved, so it can be read without mentorlog. Its front matter also has a few keys
of our own (`DraftKeys`). But a draft that is written in an editor is exactly its writer's own text, and these keys are
in a second file beside it.
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
    """The keys of a draft that are not part of its entry. In the file, each begins with `draft_`."""

    journal: Annotated[str | None, Key("the id or the folder of the journal it is meant for")] = None
    questions: Annotated[tuple[str, ...], Key("the ids of the questions that are asked")] = ()
    replies: Annotated[tuple[object, ...], Key("what was said at a meeting of each step that it asked about")] = ()
    step: Annotated[str, Key("the step that is being answered; without it, everything has been")] = ""
    entry: Annotated[str, Key("the path of the entry that this is a new version of")] = ""

    @property
    def values(self) -> Values:
        """The keys with values, by their names in the file."""
        values = {name: getattr(self, field.attribute) for name, field in DRAFT.fields.items()}
        return {name: value for name, value in values.items() if value}


DRAFT = Declaration(DraftKeys, Key, is_open=True, prefix="draft_")


@dataclass(frozen=True, slots=True)
class Draft:
    """One draft. `entry` is None if the file at `path` cannot be read as one.

    `sidecar` are the values in the file beside a draft from an editor; empty if there is none.
    """

    path: Path
    entry: Entry | None
    sidecar: Values

    @property
    def id(self) -> str:
        return self.path.stem

    @property
    def is_whole(self) -> bool:
        """Whether it is a whole file from an editor, and not answers to questions."""
        return bool(self.sidecar)

    @property
    def keys(self) -> DraftKeys:
        """Our own keys, from the file beside the draft or else from its front matter.

        Only the file beside it can say that the draft is a new version of an entry.
        """
        front_matter = self.entry.matter.values if self.entry else {}
        own = {key: value for key, value in front_matter.items() if key != "draft_entry"}
        return DRAFT.read_right(own | self.sidecar)[0]


class Drafts:
    """All drafts of one account."""

    def __init__(self, state: Path) -> None:
        self.folder = state / "drafts"

    def prepare(self) -> None:
        """Check that drafts can be written, before anybody types a word. Raises MentorlogError if not."""
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
        """Write a draft, over its earlier version."""
        disk.make_folder(self.folder)
        disk.overwrite(self.path(draft_id), data)

    def keep_whole(self, draft_id: str, data: bytes, keys: DraftKeys) -> None:
        """Write a draft for an editor, and its keys to a file beside it."""
        disk.make_folder(self.folder)
        lines = [f"{key} = {written(value)}\n" for key, value in keys.values.items()]
        disk.overwrite(self.path(draft_id).with_suffix(".toml"), "".join(lines).encode())
        disk.overwrite(self.path(draft_id), data)

    def answer_path(self, draft_id: str) -> Path:
        """The path of the file with one answer of a draft while it is open in an editor."""
        return self.path(draft_id).with_suffix(".answer")

    def answer(self, draft_id: str) -> str:
        """The answer that an editor saved, as plain text; "" if there is none."""
        try:
            return typed(text_from(disk.read(self.answer_path(draft_id))))[0]
        except OSError:
            return ""

    def discard(self, draft_id: str) -> None:
        """Remove a draft and all files beside it."""
        for name in disk.names_in(self.folder):
            if name.rpartition(".")[0] == draft_id:
                disk.discard(self.folder / name)

    def all(self) -> list[Draft]:
        """All drafts that are not claimed by another window, the latest first."""
        if not self.folder.is_dir():
            return []
        paths = sorted(self.folder.glob("*.md"), key=disk.modified, reverse=True)
        return [self._read(path) for path in paths if not is_locked(path.with_suffix(".lock"))]

    def forget(self, entry_id: str) -> None:
        """Remove every draft of one entry, new or edited, for good."""
        names = re.compile(rf"{re.escape(entry_id)}(-edit[^.]*)?\.[a-z]+")
        for name in disk.listed(self.folder):
            if names.fullmatch(name):
                disk.discard(self.folder / name)

    def of(self, marks: Collection[str]) -> list[Draft]:
        """The drafts of new entries for the journal with these marks, or for none, the latest first."""
        new = (draft for draft in self.all() if (draft.entry or draft.is_whole) and not draft.keys.entry)
        return [draft for draft in new if draft.keys.journal is None or draft.keys.journal in marks]

    def edits_of(self, marks: Collection[str], path: str) -> list[Draft]:
        """The drafts of unsaved new versions of the entry at `path`."""
        return [draft for draft in self.all() if draft.keys.entry == path and draft.keys.journal in marks]

    @contextmanager
    def claimed(self, draft_id: str) -> Iterator[None]:
        """Claim a draft while it is written, so that no other window resumes it. Raises MentorlogError."""
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
        sidecar = self._sidecar(path.with_suffix(".toml"))
        try:
            entry = read_entry(path.name, disk.read(path))
        except OSError:
            return Draft(path, None, sidecar)
        return Draft(path, entry if isinstance(entry, Entry) else None, sidecar)

    @staticmethod
    def _sidecar(path: Path) -> Values:
        try:
            return parse(disk.read(path).decode("utf-8"))
        except (OSError, UnicodeDecodeError, TomlError):
            return {}
