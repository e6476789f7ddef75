"""Finding words in entries: plain words, in any case, without patterns that could run for ever."""

import codecs
import re
from collections.abc import Iterable
from dataclasses import dataclass

from mentorlog.entry.entry import Entry, Unread
from mentorlog.entry.problems import Problem
from mentorlog.finding.cards import Card, card_of
from mentorlog.finding.selection import Selection

# Every letter beyond ASCII that becomes ASCII ones when case is forgiven.
_FOLDING = "ßİŉſǰẖẗẘẙẚẞ\u212aﬀﬁﬂﬃﬄﬅﬆ"
_FOLDING_IN = re.compile(b"|".join(letter.encode() for letter in _FOLDING))
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True, slots=True)
class Found:
    """The line of a file that holds most of the words. `card` is None where it cannot be read as an entry."""

    path: str
    line: str
    card: Card | None = None


@dataclass(frozen=True, slots=True)
class Results:
    """The entries that hold all the words, newest first, then other files that do; and how many could not be opened."""

    hits: list[Found]
    problems: list[Problem]
    unreadable: int


class Words:
    """Words that are looked for, all of them."""

    def __init__(self, words: Iterable[str]) -> None:
        self._folded = [word.casefold() for word in words if word.strip()]
        self._as_bytes = [word.encode("utf-8", "surrogatepass") for word in self._folded if word.isascii()]

    def may_be_in(self, data: bytes) -> bool:
        """Whether a file may hold them, told from its bytes, so that most files are not looked into any further."""
        lower = data.lower()
        if all(word in lower for word in self._as_bytes):
            return True
        return data.startswith(_UTF_16) or _FOLDING_IN.search(data) is not None

    def line_in(self, text: str) -> str | None:
        """The line of `text` that holds most of them; None if one of them is nowhere."""
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


def results(found: Iterable[Entry | Unread | Problem], words: Words, selection: Selection) -> Results:
    """What of all that is `found` holds the words. Files that cannot be read as entries are searched too."""
    hits: list[Found] = []
    lost: list[Found] = []
    problems: list[Problem] = []
    unreadable = 0
    for each in found:
        if isinstance(each, Entry):
            if selection.holds(each) and (line := words.line_in(each.text)) is not None:
                hits.append(Found(each.path, line, card_of(each)))
                problems += each.problems
            continue
        unreadable += isinstance(each, Problem) or each.is_unopened
        problems.append(each if isinstance(each, Problem) else each.problem)
        if isinstance(each, Unread) and (line := words.line_in(each.text)) is not None:
            lost.append(Found(each.path, line))
    hits.sort(key=lambda hit: hit.card[:2] if hit.card else (), reverse=True)
    return Results([*hits, *lost][: selection.limit], sorted(problems), unreadable)
