"""One entry in two files, as a sync service, a second computer or a file manager may leave it.

Copies have the same day and title. They have the same id, or, without one, a name that is the other's with something
added, and most of its words. A copied form with a new day or title is a new entry.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import PurePosixPath

from mentorlog.entry.entry import Entry, derived_id

_SEPARATOR = re.compile(r"(?=[ ._(\[~-])")  # between a name and what a service adds to it
_MOSTLY = 0.5  # the share of the shorter text's pairs of neighbouring words that both texts have
_WORDS = 2000  # words of each text that are compared


def copies(entries: Iterable[Entry], *, is_wide: bool = False) -> list[tuple[Entry, ...]]:
    """Every entry that is in several files: these files, the one with the shortest path first.

    With `is_wide`, a file is a copy even if one of the two has no words to compare, or if either its day or its title
    differs, but not both: what is private in one stays so in both.
    """
    files = list(entries)
    groups: dict[str, list[Entry]] = {}
    for one, other in (*_by_id(files, is_wide=is_wide), *_by_name(files, is_wide=is_wide)):
        group, others = groups.setdefault(one.path, [one]), groups.setdefault(other.path, [other])
        if group is not others:
            group += others
            groups |= {entry.path: group for entry in others}
    unique = {id(group): group for group in groups.values()}
    return sorted((tuple(sorted(group, key=_plainness)) for group in unique.values()), key=_first_plainness)


def originals(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The entries without further copies of any, so that a brief quotes nothing twice."""
    further = {entry.path for group in copies(entries) for entry in group[1:]}
    return tuple(entry for entry in entries if entry.path not in further)


def with_own_ids(entries: Sequence[Entry]) -> list[Entry]:
    """The entries in the same order; where several of another day or title have one id, all but one get another.

    The id stays with the entry whose day is in it, or else the earliest; of one day, with the plainest name.
    """
    owners: dict[str, Entry] = {}
    for entry in sorted(entries, key=_claim):
        owners.setdefault(entry.id.casefold(), entry)
    return [
        entry
        if not entry.head.id or _alike(entry, is_wide=False) == _alike(owners[entry.id.casefold()], is_wide=False)
        else replace(entry, id=derived_id(entry.date, entry.path))
        for entry in entries
    ]


def _claim(entry: Entry) -> tuple[bool, date, tuple[int, str]]:
    """The sort key by which an entry claims its id before others."""
    return (not entry.id.startswith(f"{entry.date:%Y%m%d}"), entry.date, _plainness(entry))


def disputed(entries: Iterable[Entry]) -> list[tuple[Entry, Entry]]:
    """Each entry that is marked shared although what may be a copy of it is private, with that copy."""
    pairs = []
    for group in copies(entries, is_wide=True):
        private = next((entry for entry in group if not entry.is_shared), None)
        pairs += [(entry, private) for entry in group if private and entry.is_shared]
    return pairs


def _plainness(entry: Entry) -> tuple[int, str]:
    """Sort key: the original has the shortest path, since copying adds to a name."""
    return (len(entry.path), entry.path)


def _first_plainness(group: tuple[Entry, ...]) -> tuple[int, str]:
    return _plainness(group[0])


def _by_id(files: Sequence[Entry], *, is_wide: bool) -> Iterator[tuple[Entry, Entry]]:
    """Pairs of files with the same id, and the same day and title; with `is_wide`, one of these two is enough."""
    first: dict[tuple[str, ...], Entry] = {}
    for entry in files:
        if entry.head.id:
            for key in _alike(entry, is_wide=is_wide):
                original = first.setdefault((entry.head.id.casefold(), *key), entry)
                if original is not entry:
                    yield (original, entry)


def _alike(entry: Entry, *, is_wide: bool) -> list[tuple[str, str]]:
    """The day and title that copies share; with `is_wide`, each of the two. No title is none to share."""
    day, title = entry.date.isoformat(), entry.head.title
    return [(day, ""), *([("", title)] if title else [])] if is_wide else [(day, title)]


def _by_name(files: Sequence[Entry], *, is_wide: bool) -> Iterator[tuple[Entry, Entry]]:
    """Pairs of an original and a copy, told by their names, in one folder; at least one of the two has no id."""
    if all(entry.head.id for entry in files):
        return
    folders: dict[str, list[tuple[str, Entry]]] = defaultdict(list)
    for entry in sorted(files, key=_plainness):
        path = PurePosixPath(_plain(entry.path))
        folders[path.parent.as_posix()].append((path.stem, entry))
    for folder in folders.values():
        if all(entry.head.id for _, entry in folder):
            continue
        by_stem: dict[str, Entry] = {}
        for stem, entry in folder:
            by_stem.setdefault(stem, entry)
        for stem, entry in folder:
            candidates = (by_stem[name] for name in (stem, *_original_stems(stem)) if name in by_stem)
            original = next((other for other in candidates if _is_copy(other, entry, is_wide=is_wide)), None)
            if original:
                yield (original, entry)


def _plain(path: str) -> str:
    """A path without the differences that some systems ignore: capitals, and accents as characters of their own."""
    return unicodedata.normalize("NFC", path).casefold()


def _original_stems(stem: str) -> Iterator[str]:
    """The names that the original of `stem` may have, the longest first: `day` for `day (1)` and `Copy of day`."""
    places = [match.start() for match in _SEPARATOR.finditer(stem)]
    yield from (stem[:place].rstrip(" ") for place in reversed(places) if stem[:place].strip())
    yield from (stem[place + 1 :] for place in places if stem[place] == " ")


def _is_copy(one: Entry, other: Entry, *, is_wide: bool) -> bool:
    """Whether most words of the shorter entry are in the other too. Two ids, days or titles make two entries."""
    if one is other or (one.head.id and other.head.id):
        return False
    if not {*_alike(one, is_wide=is_wide)} & {*_alike(other, is_wide=is_wide)}:
        return False
    words, others = _words(one), _words(other)
    if not words or not others:
        return is_wide or (words == others and _facts(one) == _facts(other))
    pairs, others_pairs = set(pairwise(["", *words])), set(pairwise(["", *others]))
    return len(pairs & others_pairs) >= _MOSTLY * min(len(pairs), len(others_pairs))


def _facts(entry: Entry) -> dict[str, object]:
    """The front matter of an entry, without the keys in which a copy may differ."""
    return {key: value for key, value in entry.matter.values.items() if key not in ("id", "share")}


def _words(entry: Entry) -> list[str]:
    """The first words of an entry, without its questions, which many entries share."""
    return " ".join(section.raw for section in entry.sections).split(maxsplit=_WORDS)[:_WORDS]
