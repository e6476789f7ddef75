"""The view of a folder: the entries that the reader of a brief may see. Nothing else can reach a brief."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from pathlib import Path

from mentorlog.entry.entry import Entry
from mentorlog.entry.problems import Problem
from mentorlog.errors import ContentError
from mentorlog.files.toml import lines_of
from mentorlog.finding.duplicates import disputed, originals
from mentorlog.journal.folder import Contents, read_folder
from mentorlog.journal.settings import Settings, read_settings
from mentorlog.sharing.copy import as_shared

_SHARE = re.compile(r"share[ \t]*=[ \t]*\"mentor\"\s*")
_UNCLEAR = re.compile(r"[ \t]*\[|[^#\r\n]*(?:\"{3}|'{3}|=[ \t]*[\[{][^\]}\r\n]*(?:[\r\n]|\Z))")
_FENCE = re.compile(r"\ufeff?\+\+\+[ \t]*[\r\n]*")


@dataclass(frozen=True, slots=True)
class View:
    """The visible entries of a folder, and its problems. `unreadable` is the number of files that could not be read."""

    settings: Settings
    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]
    unreadable: int


def own_view(settings: Settings, contents: Contents) -> View:
    """The writer's view of their own journal: every entry, without duplicates."""
    return View(settings, originals(contents.entries), contents.problems, contents.unreadable)


def shared_view(root: Path, known: Settings | None = None) -> View:
    """Read the shared entries of another person's folder. The view gives neither names nor number of other entries.

    If two copies of an entry disagree on whether it is shared, it is not. An unreadable file counts only if it has a
    plain `share = "mentor"` line. The settings that the reader has `known` for the writer outrank the folder's own.
    """
    settings = known or _settings(root)
    return shared_part(settings, read_folder(root, settings.role))


def shared_part(settings: Settings, contents: Contents) -> View:
    """The shared entries in the contents of a folder, with the limits that `shared_view` sets."""
    shared = originals(consistently_shared(contents.entries))
    unread = [file for file in contents.unread if _is_marked_shared(file.text)]
    problems = [replace(problem, path=entry.id) for entry in shared for problem in entry.problems]
    problems += [file.problem for file in unread]
    return View(settings, tuple(map(as_shared, shared)), tuple(problems), len(unread))


def consistently_shared(entries: Sequence[Entry]) -> list[Entry]:
    """The entries that are marked shared in every one of their duplicates."""
    held_back = {entry.path for entry, _ in disputed(entries)}
    return [entry for entry in entries if entry.is_shared and entry.path not in held_back]


def _is_marked_shared(text: str) -> bool:
    """Whether the front matter of an unreadable file has the line `share = "mentor"`.

    Lines in a table or after the start of a multi-line value do not count: there they may mean something else.
    """
    lines = lines_of(text)
    ends = [number for number, line in enumerate(lines) if _FENCE.fullmatch(line)]
    head = lines[: ends[1]] if len(ends) > 1 and ends[0] == 0 else []
    plain = takewhile(lambda line: not _UNCLEAR.match(line), head)
    return any(_SHARE.fullmatch(line) for line in plain)


def _settings(root: Path) -> Settings:
    """The settings in another person's folder; the defaults if they cannot be read."""
    try:
        return read_settings(root)
    except ContentError:
        return Settings()
