"""Search for plain words in entries, in capitals or not. There are no patterns, which could run for ever."""

import codecs
import re
from collections.abc import Iterable
from dataclasses import dataclass

from mentorlog.entry.entry import Entry, Unread
from mentorlog.entry.problems import Problem
from mentorlog.finding.cards import Card, NewsOf, card_of, no_news
from mentorlog.finding.selection import Selection

# Every letter beyond ASCII whose folded form is in ASCII.
_FOLDING = "ßİŉſǰẖẗẘẙẚẞ\u212aﬀﬁﬂﬃﬄﬅﬆ"
_FOLDING_IN = re.compile(b"|".join(letter.encode() for letter in _FOLDING))
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True, slots=True)
class Hit:
    """A file that contains the words, and its line with most of them. `card` is None if the file is not an entry."""

    path: str
    line: str
    card: Card | None = None


@dataclass(frozen=True, slots=True)
class Results:
    """The entries that contain all the words, newest first, then other such files.

    `unreadable` counts the files that could not be opened, and so were not searched.
    """

    hits: list[Hit]
    problems: list[Problem]
    unreadable: int


class Words:
    """The words of a search, of which a file must contain all."""

    def __init__(self, words: Iterable[str]) -> None:
        self._folded = [word.casefold() for word in words if word.strip()]
        self._as_bytes = [word.encode("utf-8", "surrogatepass") for word in self._folded if word.isascii()]

    def may_be_in(self, data: bytes) -> bool:
        """Whether a file's bytes may contain the words. False is certain, so that most files need no decoding."""
        lower = data.lower()
        if all(word in lower for word in self._as_bytes):
            return True
        return data.startswith(_UTF_16) or _FOLDING_IN.search(data) is not None

    def line_in(self, text: str) -> str | None:
        """The line of `text` with the most of the words; None unless `text` contains all of them."""
        folded = text.casefold()
        if not self._folded or not all(word in folded for word in self._folded):
            return None
        lines = text.replace("\r", "\n").split("\n")
        if len(self._folded) == 1:
            return lines[folded.replace("\r", "\n").count("\n", 0, folded.find(self._folded[0]))].strip()
        return max(filter(self._count, lines), key=self._count, default="").strip()

    def _count(self, line: str) -> int:
        folded = line.casefold()
        return sum(word in folded for word in self._folded)


def results(
    files: Iterable[Entry | Unread | Problem],
    words: Words,
    selection: Selection,
    theirs: Iterable[tuple[str, Entry]] = (),
    news_of: NewsOf = no_news,
) -> Results:
    """Search `files`, those that cannot be read as entries too, and `theirs`, each with its writer's name."""
    hits = [
        Hit(entry.path, line, card_of(entry, by, news_of(entry)))
        for by, entry in theirs
        if selection.holds(entry) and (line := words.line_in(entry.text)) is not None
    ]
    hits_elsewhere: list[Hit] = []
    problems: list[Problem] = []
    unreadable = 0
    for file in files:
        if isinstance(file, Entry):
            if selection.holds(file) and (line := words.line_in(file.text)) is not None:
                hits.append(Hit(file.path, line, card_of(file)))
                problems += file.problems
            continue
        unreadable += isinstance(file, Problem) or file.is_unopened
        problems.append(file if isinstance(file, Problem) else file.problem)
        if isinstance(file, Unread) and (line := words.line_in(file.text)) is not None:
            hits_elsewhere.append(Hit(file.path, line))
    hits.sort(key=lambda hit: hit.card[:2] if hit.card else (), reverse=True)
    return Results([*hits, *hits_elsewhere][: selection.limit], sorted(problems), unreadable)
