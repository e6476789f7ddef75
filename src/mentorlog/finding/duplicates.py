"""One entry in two files: what a sync service, a second computer or a file manager leaves behind.

Copies are found by their id, since names differ by service and language. Where there is no id, one whose name is
another's with something added, and whose words are mostly the same, is a copy of it.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import PurePosixPath

from mentorlog.entry.entry import Entry

_SEPARATOR = re.compile(r"(?=[ ._(\[~-])")  # what stands between a name and what a service adds to it
_MOSTLY = 0.5  # the part of the shorter text's neighbouring words that both have
_WORDS = 2000  # of each text, which are enough to tell


def copies(entries: Iterable[Entry], *, is_wide: bool = False) -> list[tuple[Entry, ...]]:
    """Every entry that is there more than once: its files, the one with the shortest name first.

    With `is_wide`, also where one has a copy's name and there are no words to tell by.
    """
    files = list(entries)
    groups: dict[str, list[Entry]] = {}
    for one, other in (*_by_id(files), *_by_name(files, is_wide=is_wide)):
        joined, more = groups.setdefault(one.path, [one]), groups.setdefault(other.path, [other])
        if joined is not more:
            joined += more
            groups |= {entry.path: joined for entry in more}
    unique = {id(group): group for group in groups.values()}
    return sorted((tuple(sorted(group, key=_plainness)) for group in unique.values()), key=_first_plainness)


def originals(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The entries with one of each, so that a brief quotes nothing twice."""
    further = {entry.path for group in copies(entries) for entry in group[1:]}
    return tuple(entry for entry in entries if entry.path not in further)


def _plainness(entry: Entry) -> tuple[int, str]:
    """Smallest for the original: whatever makes a copy adds to its name."""
    return (len(entry.path), entry.path)


def _first_plainness(group: tuple[Entry, ...]) -> tuple[int, str]:
    return _plainness(group[0])


def _by_id(files: Sequence[Entry]) -> Iterator[tuple[Entry, Entry]]:
    first: dict[str, Entry] = {}
    for entry in files:
        if entry.head.id:
            original = first.setdefault(entry.head.id.casefold(), entry)
            if original is not entry:
                yield (original, entry)


def _by_name(files: Sequence[Entry], *, is_wide: bool) -> Iterator[tuple[Entry, Entry]]:
    """Pairs in one folder of which at least one has no id."""
    if all(entry.head.id for entry in files):
        return
    folders: dict[str, list[tuple[str, Entry]]] = defaultdict(list)
    for entry in sorted(files, key=_plainness):
        path = PurePosixPath(_plain(entry.path))
        folders[path.parent.as_posix()].append((path.stem, entry))
    for held in folders.values():
        if all(entry.head.id for _, entry in held):
            continue
        named: dict[str, Entry] = {}
        for stem, entry in held:
            named.setdefault(stem, entry)
        for stem, entry in held:
            candidates = (named[part] for part in (stem, *_parts_of(stem)) if part in named)
            original = next((each for each in candidates if _is_copy(each, entry, is_wide=is_wide)), None)
            if original:
                yield (original, entry)


def _plain(path: str) -> str:
    """A path without what some systems do not tell apart: capitals, and letters in one piece or in two."""
    return unicodedata.normalize("NFC", path).casefold()


def _parts_of(stem: str) -> Iterator[str]:
    """The names of which `stem` may be a copy's, the longest first: `day (1)` and `Copy of day` of `day`."""
    places = [match.start() for match in _SEPARATOR.finditer(stem)]
    yield from (stem[:place].rstrip(" ") for place in reversed(places) if stem[:place].strip())
    yield from (stem[place + 1 :] for place in places if stem[place] == " ")


def _is_copy(one: Entry, other: Entry, *, is_wide: bool) -> bool:
    """Whether most of what the shorter one says stands in the other too. Two ids are two entries."""
    if one is other or (one.head.id and other.head.id):
        return False
    words, others = _words(one), _words(other)
    if not words or not others:
        return is_wide or (words == others and _facts(one) == _facts(other))
    pairs, others_pairs = set(pairwise(["", *words])), set(pairwise(["", *others]))
    return len(pairs & others_pairs) >= _MOSTLY * min(len(pairs), len(others_pairs))


def _facts(entry: Entry) -> dict[str, object]:
    """What the front matter of an entry without words says about it."""
    return {key: value for key, value in entry.matter.values.items() if key not in ("id", "share")}


def _words(entry: Entry) -> list[str]:
    """What an entry says: neither its front matter nor its questions, which many entries share."""
    return " ".join(section.raw for section in entry.sections).split(maxsplit=_WORDS)[:_WORDS]
