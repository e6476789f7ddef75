"""What the reader of a brief may see of a folder. Whatever is not in a view cannot reach a brief."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from pathlib import Path

from mentorlog.entry.entry import Entry
from mentorlog.entry.problems import Problem
from mentorlog.errors import ContentError
from mentorlog.files.toml import lines_of
from mentorlog.finding.duplicates import copies, originals
from mentorlog.journal.folder import Contents, read_folder
from mentorlog.journal.settings import Settings, read_settings
from mentorlog.sharing.copy import shared_title

_SHARE = re.compile(r"share[ \t]*=[ \t]*\"mentor\"\s*")
_UNCLEAR = re.compile(r"[ \t]*\[|[^#\r\n]*(?:\"{3}|'{3}|=[ \t]*[\[{][^\]}\r\n]*(?:[\r\n]|\Z))")
_FENCE = re.compile(r"\ufeff?\+\+\+[ \t]*[\r\n]*")


@dataclass(frozen=True, slots=True)
class View:
    """A folder as somebody may see it. `unreadable` counts the files that could not be read."""

    settings: Settings
    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]
    unreadable: int


def own_view(settings: Settings, contents: Contents) -> View:
    """Everything in one's own journal, each entry once."""
    return View(settings, originals(contents.entries), contents.problems, contents.unreadable)


def shared_view(root: Path, known: Settings | None = None) -> View:
    """What the writer of another folder shares, and nothing that tells of anything else: no name, no count.

    Where two copies of an entry disagree on whether it is shared, it is not. A file that cannot be read counts only if
    it says in so many words that it is shared. What the reader has `known` about the writer outranks what the folder
    says of itself.
    """
    settings = known or _settings(root)
    return shared_part(settings, read_folder(root, settings.role))


def shared_part(settings: Settings, contents: Contents) -> View:
    """The same of a folder that has been read."""
    shared = originals(agreed_shared(contents.entries))
    unread = [each for each in contents.unread if _is_marked_shared(each.text)]
    problems = [replace(problem, path=entry.id) for entry in shared for problem in entry.problems]
    problems += [each.problem for each in unread]
    return View(settings, tuple(map(_titled, shared)), tuple(problems), len(unread))


def _titled(entry: Entry) -> Entry:
    """The entry with a title that its copy would have: the name of a file may be meant for its writer alone."""
    return entry if entry.head.title.strip() else replace(entry, head=entry.head._replace(title=shared_title(entry)))


def agreed_shared(entries: Sequence[Entry]) -> list[Entry]:
    """Those that are shared in every copy that there is."""
    disputed = (group for group in copies(entries, is_wide=True) if not all(entry.is_shared for entry in group))
    held_back = {entry.path for group in disputed for entry in group}
    return [entry for entry in entries if entry.is_shared and entry.path not in held_back]


def _is_marked_shared(text: str) -> bool:
    """Whether the front matter, as far as it can be told apart, has the line that shares.

    Not in a table or after a string of several lines begins: there it may be something else.
    """
    lines = lines_of(text)
    ends = [number for number, line in enumerate(lines) if _FENCE.fullmatch(line)]
    head = lines[: ends[1]] if len(ends) > 1 and ends[0] == 0 else []
    plain = takewhile(lambda line: not _UNCLEAR.match(line), head)
    return any(_SHARE.fullmatch(line) for line in plain)


def _settings(root: Path) -> Settings:
    """Whose folder it is, as far as that can be read. Nothing else in it is obeyed."""
    try:
        return read_settings(root)
    except ContentError:
        return Settings()
