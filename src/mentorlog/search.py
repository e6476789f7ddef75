"""Finding words in entries: plain words, in any case, without patterns that could run for ever."""

from collections.abc import Sequence
from dataclasses import dataclass

from mentorlog.entry import Entry, Unread


@dataclass(frozen=True, slots=True)
class Found:
    """An entry (or a file that cannot be one) that holds all the words, and the first line that holds one."""

    source: Entry | Unread
    line: str


def found_in(source: Entry | Unread, words: Sequence[str]) -> Found | None:
    """Where `words` are in a file's text, front matter included; None if one of them is nowhere."""
    wanted = [word.casefold() for word in words if word.strip()]
    folded = source.text.casefold()
    if not wanted or not all(word in folded for word in wanted):
        return None
    lines = source.text.replace("\r", "\n").split("\n")
    hits = (line for line in lines if any(word in line.casefold() for word in wanted))
    return Found(
        source, max(hits, key=lambda line: sum(word in line.casefold() for word in wanted), default="").strip()
    )
