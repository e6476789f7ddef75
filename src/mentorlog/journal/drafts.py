"""Half-written entries, kept in the state folder until the entry stands in the journal and has been read back.

A draft is the entry as it would be saved, with three keys of our own in its front matter: `draft_journal`,
`draft_questions` and `draft_step`. So it can be read without the tool, and "save it as it is" is a small step.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from mentorlog.entry import Entry, read_entry
from mentorlog.errors import MentorlogError
from mentorlog.journal import disk
from mentorlog.text import safe_line

JOURNAL_KEY, QUESTIONS_KEY, STEP_KEY = "draft_journal", "draft_questions", "draft_step"


@dataclass(frozen=True, slots=True)
class Draft:
    """One file in the drafts folder. `entry` is None where it cannot be read as one: its words are in `path`."""

    path: Path
    entry: Entry | None

    @property
    def id(self) -> str:
        return self.path.stem

    def value(self, key: str) -> object:
        """One of our own keys, or None."""
        return self.entry.matter.values.get(key) if self.entry else None


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

    def discard(self, draft_id: str) -> None:
        for path in self.folder.glob(f"{draft_id}.*"):
            disk.discard(path)

    def all(self) -> list[Draft]:
        """Every draft that nobody is writing just now, the latest day first."""
        if not self.folder.is_dir():
            return []
        paths = sorted(self.folder.glob("*.md"), reverse=True)
        return [self._read(path) for path in paths if not disk.is_locked(path.with_suffix(".lock"))]

    def of(self, root: Path) -> list[Draft]:
        """Those that belong to the journal at `root`, or to none."""
        return [draft for draft in self.all() if draft.entry and draft.value(JOURNAL_KEY) in (None, str(root))]

    @contextmanager
    def held(self, draft_id: str) -> Iterator[None]:
        """Marks a draft as being written, so that another terminal does not take it up. Raises MentorlogError."""
        with ExitStack() as stack:
            try:
                disk.make_folder(self.folder)
                stack.enter_context(disk.locked(self.path(draft_id).with_suffix(".lock")))
            except TimeoutError:
                raise MentorlogError("this draft is open in another window") from None
            except OSError as error:
                raise MentorlogError(f"drafts cannot be kept: {disk.reason(error)}") from None
            yield

    def _read(self, path: Path) -> Draft:
        try:
            read = read_entry(path.name, disk.read(path))
        except OSError:
            return Draft(path, None)
        return Draft(path, read if isinstance(read, Entry) else None)
