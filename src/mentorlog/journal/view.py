"""What the reader of a brief may see of a folder. Whatever is not in a view cannot reach a brief."""

from dataclasses import dataclass
from pathlib import Path

from mentorlog.entry import Entry
from mentorlog.errors import ContentError
from mentorlog.head import Problem
from mentorlog.journal.folder import read_folder, without_twins
from mentorlog.journal.journal import Journal
from mentorlog.journal.settings import Settings, read_settings


@dataclass(frozen=True, slots=True)
class View:
    """A folder as somebody may see it. `unreadable` counts the files that could not be read."""

    settings: Settings
    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]
    unreadable: int


def own_view(journal: Journal) -> View:
    """Everything in one's own journal, each entry once."""
    contents = journal.read()
    return View(journal.settings, without_twins(contents.entries), contents.problems, contents.unreadable)


def shared_view(root: Path) -> View:
    """What the writer of another folder shares, and nothing that tells of anything else: no name of another file.

    Where two copies of an entry disagree on whether it is shared, it is not.
    """
    settings = _settings(root)
    contents = read_folder(root, settings.role)
    private = {entry.id for entry in contents.entries if not entry.is_shared}
    shared = without_twins(tuple(entry for entry in contents.entries if entry.id not in private))
    problems = [problem for entry in shared for problem in entry.problems]
    problems += [Problem("", 1, "a file could not be read")] * contents.unreadable
    return View(settings, shared, tuple(problems), contents.unreadable)


def _settings(root: Path) -> Settings:
    """Whose folder it is, as far as that can be read. Nothing else in it is obeyed."""
    try:
        return read_settings(root)
    except ContentError:
        return Settings()
