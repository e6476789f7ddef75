"""Find words in an entry that may name a pupil or a colleague, so that a tired teacher can replace them.

shapes.py knows addresses, numbers and titles by their shape; verdicts.py judges all other names. Nothing is stored.
Some names are missed and some words flagged wrongly: tests/guard/measure_names.py counts them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from mentorlog.guard.lexicon import is_sure, key_of
from mentorlog.guard.sentence import begins_sentence
from mentorlog.guard.shapes import MOST, Kind, Place, shapes_in
from mentorlog.guard.verdicts import characters_in, people_in
from mentorlog.guard.word_lists import pattern, words

AROUND = 60  # characters of a flag's `context`
_NEAR = 120  # characters looked at on either side of a word


@dataclass(frozen=True, slots=True)
class Flag:
    """A word that may name somebody. `start` and `end` are places in the text that was given; `line` counts from 1.

    `neutral` is the wording that is offered instead, with a capital where a sentence begins. `context` is the words
    around it on its line, as they stand, with … where they are cut.
    """

    words: str
    start: int
    end: int
    line: int
    kind: Kind
    neutral: str
    context: str


def flags(text: str, known: Iterable[str] = ()) -> list[Flag]:
    """The words in the body of an entry that may name somebody: in order, apart, and at most MOST.

    `known` are the names of those whom an entry may name: its writer, and the people it is shared with.
    """
    characters = characters_in(text)
    places, plain = shapes_in(text, characters)
    places += people_in(plain, characters)
    allowed = frozenset(key_of(part) for name in known for part in name.split())
    return list(_flags_at([place for place in sorted(places) if not _is_allowed(text, place, allowed)][:MOST], text))


def flags_in_label(text: str, known: Iterable[str] = ()) -> list[Flag]:
    """The words that may name somebody in a class, a subject or a tag, where names may stand in small letters."""
    titled = re.sub(r"(?<![^\W_])[^\W\d_]{2,}", lambda word: _capital(word[0]), text)
    return [
        replace(flag, words=text[flag.start : flag.end], context=_context(text, flag.start, flag.end))
        for flag in flags(titled, known)
    ]


def replaced(text: str, flag: Flag, wording: str) -> str:
    """`text` with `wording` in the flag's place. Raises ValueError if the flagged words do not stand there."""
    if text[flag.start : flag.end] != flag.words:
        raise ValueError(f"the flagged words do not stand at {flag.start}")
    return text[: flag.start] + wording + text[flag.end :]


def _is_allowed(text: str, place: Place, allowed: frozenset[str]) -> bool:
    """True if the words are nothing but the name of somebody whom the entry may name."""
    keys = {key_of(word) for word in pattern("sentence.capital").findall(text, *place[:2])}
    names = keys - words("titles.sure", "titles.honours")
    return bool(names) and names <= allowed


def _capital(word: str) -> str:
    return word.capitalize() if word.islower() and is_sure(key_of(word)) else word


def _flags_at(places: Sequence[Place], text: str) -> Iterator[Flag]:
    line, at = 1, 0
    for start, end, kind in places:
        line, at = line + text.count("\n", at, start), start
        neutral, context = _neutral(text, start, end, kind), _context(text, start, end)
        yield Flag(text[start:end], start, end, line, kind, neutral, context)


def _neutral(text: str, start: int, end: int, kind: Kind) -> str:
    possessive = re.search(r"(['’])s?\Z", text[start:end])
    whole = _offered(text, start, end, kind) + (f"{possessive[1]}s" if possessive else "")
    return whole[0].upper() + whole[1:] if begins_sentence(text[max(0, start - _NEAR) : start]) else whole


def _offered(text: str, start: int, end: int, kind: Kind) -> str:
    if kind == "name" and _is_colleague(text, start, end):
        return "a colleague"
    return {"address": "an address", "number": "a number"}.get(kind, "a pupil")


def _is_colleague(text: str, start: int, end: int) -> bool:
    """True if a name has a title, or a role beside it."""
    titles = map(pattern, ("titles.titled", "titles.small_titled"))
    before, after = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    has_role = pattern("titles.role_before").search(before) or pattern("titles.role_after").match(after)
    return bool(has_role) or any(title.match(text, start) for title in titles)


def _context(text: str, start: int, end: int) -> str:
    room = max(0, AROUND - (end - start)) // 2
    before = text[max(0, start - room) : start].rpartition("\n")[2]
    after = text[end : end + room].partition("\n")[0]
    first, last = start - len(before), end + len(after)
    if first and text[first - 1] != "\n":
        before = "…" + before.partition(" ")[2]
    if last < len(text) and text[last] != "\n":
        after = after.rpartition(" ")[0] + "…"
    return before.lstrip() + text[start:end] + after.rstrip()
