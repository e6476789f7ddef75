"""Words in an entry that may name a pupil or a colleague, so that a tired teacher can take them out before sharing.

Addresses, numbers and titles are known by their shape, other names by capitals.py. Nothing is kept. Some names are
missed and some words flagged wrongly: tests/measure_names.py counts them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import takewhile
from typing import Literal

from mentorlog.guard.cues import IS, listed, words
from mentorlog.guard.lexicon import (
    can_follow,
    famous_pairs,
    is_everyday,
    is_famous,
    is_sure,
    is_surname,
    key_of,
    pattern,
)
from mentorlog.guard.sentence import NAME, begins_sentence, deeds
from mentorlog.guard.verdicts import CAPITAL, GOES_ON, characters_in, people_in

MOST = 200  # flags in one entry: nobody looks at more
AROUND = 60  # characters of a flag's `context`
_NEAR = 120  # characters looked at on either side of a word

Kind = Literal["name", "initials", "address", "number"]
_Place = tuple[int, int, Kind]

_SURE_TITLES = words("mr mrs ms miss mx dr prof professor")
_HONOURS = words("sir dame dr prof professor")
_DOTTED_WORDS = words("us uk usa un eu pe re rs ta ps nb it dt ai pm am bc ad cv tv id vip ba ma bsc phd")
_NO_SURNAMES = words(
    "i you he she it we they the a an can could is are do did what why how when where this that and if in on"
)

_GAP = r"(?:[ \u00a0]{1,2}|[ ]?\n)"
_TITLE = (
    r"(?:(?i:mrs?)|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Madame|Mme|Monsieur|Señora?|Herr|Frau|Rev|Coach|Auntie)\b\.?"
)
_TITLED = (
    rf"(?<![^\W_])(?P<title>{_TITLE})(?:{_GAP}(?:and|&){_GAP}{_TITLE})?"
    rf"(?P<names>(?:(?:{_GAP}(?:[Vv][ao]n|de[nr]?|del|al|bin|da))*{_GAP}{NAME}){{1,3}})"
)
_SMALL_TITLED = (
    r"(?<![^\W_])(?<!\d )(?P<title>(?i:mrs?|ms|dr|mx|miss|prof))\.?[ ]"
    r"(?P<names>(?:(?:van|de|der|den|el|al|bin|da) ){0,2}(?!\d)[^\W\d_]['’]?(?:[^\W\d_]|['’-](?=[^\W\d_]))*+)"
)
_MEETS_MISS = r"(?:with|and|told|asked|from|saw|thanked|emailed|rang|tell|ask|see|by|(?:spoke|talked|talking) to) \Z"
_INITIALLED = rf"(?<![^\W_])(?P<title>(?:[A-Z]\.[ ]?){{1,3}})(?P<names>(?=[^\W\d_]{{2}}){NAME})"
_DOTTED = r"(?<![^\W_])(?:[A-Z]\.){2,3}(?:['’]s)?"
_EMAIL = r"(?<![A-Za-z0-9.+-])[^\W_][\w.+'-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6}"
_HANDLE = r"(?<![^\W_])(?<![@/.])@[A-Za-z]\w{1,30}"
_PUPIL = r"(?!97[89]|\d*0{5})(?:[A-Za-z]\d{11}[A-Za-z\d]|\d{5}[A-Za-z\d]\d{4,7}[A-Za-z]?)(?![^\W_])"  # UPN, ULN, UCI
_PHONE = r"(?!\d\d[-–]\d\d[-–])(?:\+\d|\(?0\d)(?:[ ()\u00a0–-]{0,2}\d){8,12}(?![^\W_])"
_NUMBER = rf"(?<![^\W_])(?<![.,+])(?:{_PUPIL}|{_PHONE}|(?<=candidate[ ])\d{{4}}\b)"
_SHAPES: tuple[tuple[Kind, str], ...] = (
    ("address", _EMAIL),
    ("address", _HANDLE),
    ("number", _NUMBER),
    ("name", _TITLED),
    ("name", _INITIALLED),
    ("initials", _DOTTED),
)
_LINK = r"(?:https?://|www\.)[^\s<>\"]{1,2000}"
_CODE = r"(?m)^[ \t>]*(```|~~~)(?s:.*?)(?:^[ \t>]*\1|\Z)|`[^`\n]{1,200}`"
_TITLE_LINE = r"(?m)^ {0,3}(?:#{1,6} |\*\*(?=[^*\n]*\*\* *$))[^\n]*$|\A[^\n]{1,90}[^\n.!?…]\Z"

_ROLE = r"(?:mentor|tutor|colleague|teacher|TA|HLTA|LSA|SENCO|technician|head|deputy|coordinator|worker|governor|nurse)"
_ROLE_BEFORE = rf"(?i:\b{_ROLE},? [(*_]*\Z)"
_ROLE_AFTER = rf"[*_]*[ ,(]{{1,3}}(?:(?:my|our|the|a|who's|is|in) )*(?:[\w-]+ ){{0,2}}{_ROLE}\b"


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
    places: list[_Place] = []
    characters = characters_in(text)
    plain = pattern(_CODE).sub(_sure_names, pattern(_LINK).sub(_blank, text))
    plain = pattern(_TITLE_LINE).sub(_without_title_capitals, plain)
    plain = pattern(_SMALL_TITLED).sub(partial(_taken_in_small, places), plain)
    for kind, shape in _SHAPES:
        found: list[_Place] = []
        plain = pattern(shape).sub(partial(_taken, found, characters, kind), plain)
        places += found
    places += people_in(plain, characters)
    passed = frozenset(key_of(part) for name in known for part in name.split())
    return list(_flags_at([place for place in sorted(places) if not _is_of(passed, text, place)][:MOST], text))


def _is_of(passed: frozenset[str], text: str, place: _Place) -> bool:
    """Whether the words are nothing but the name of somebody whom the entry may name."""
    parts = [key_of(part[0]) for part in pattern(CAPITAL).finditer(text[place[0] : place[1]])]
    titles = _SURE_TITLES | _HONOURS
    named = [part for part in parts if part not in titles]
    return bool(named) and passed.issuperset(named)


def flags_in_label(text: str, known: Iterable[str] = ()) -> list[Flag]:
    """The words that may name somebody in a class, a subject or a tag, where names may stand in small letters."""
    titled = pattern(r"(?<![^\W_])[^\W\d_]{2,}").sub(lambda word: _capital(word[0]), text)
    found = [(flag, (flag.start, flag.end)) for flag in flags(titled, known)]
    return [replace(flag, words=text[slice(*at)], context=_context(text, *at)) for flag, at in found]


def _capital(word: str) -> str:
    return word.capitalize() if word.islower() and is_sure(key_of(word)) else word


def replaced(text: str, flag: Flag, wording: str) -> str:
    """`text` with `wording` in the flag's place. Raises ValueError if the flagged words do not stand there."""
    if text[flag.start : flag.end] != flag.words:
        raise ValueError(f"the flagged words do not stand at {flag.start}")
    return text[: flag.start] + wording + text[flag.end :]


def _flags_at(places: Sequence[_Place], text: str) -> Iterator[Flag]:
    line, at = 1, 0
    for start, end, kind in places:
        line, at = line + text.count("\n", at, start), start
        yield Flag(
            text[start:end], start, end, line, kind, _neutral(text, start, end, kind), _context(text, start, end)
        )


def _neutral(text: str, start: int, end: int, kind: Kind) -> str:
    before, after = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    offered = {"address": "an address", "number": "a number"}.get(kind, "a pupil")
    if kind == "name" and (
        pattern(_TITLED).match(text, start)
        or pattern(_SMALL_TITLED).match(text, start)
        or pattern(_ROLE_BEFORE).search(before)
        or pattern(_ROLE_AFTER).match(after)
    ):
        offered = "a colleague"
    possessive = re.search(r"(['’])s?\Z", text[start:end])
    whole = f"{offered}{possessive[1]}s" if possessive else offered
    return whole[0].upper() + whole[1:] if begins_sentence(before) else whole


def _context(text: str, start: int, end: int) -> str:
    room = max(0, AROUND - (end - start)) // 2
    before, after = (
        text[max(0, start - room) : start].rsplit("\n", maxsplit=1)[-1],
        text[end : end + room].split("\n", maxsplit=1)[0],
    )
    first, last = start - len(before), end + len(after)
    if first and text[first - 1] != "\n":
        before = "…" + before.partition(" ")[2]
    if last < len(text) and text[last] != "\n":
        after = after.rpartition(" ")[0] + "…"
    return before.lstrip() + text[start:end] + after.rstrip()


def _blank(match: re.Match[str]) -> str:
    """As many letters as were matched, so that places stay and nothing in there is read again."""
    return "x" * len(match[0])


def _sure_names(match: re.Match[str]) -> str:
    """Of code and of titles, the names that are nothing else."""
    return pattern(CAPITAL).sub(lambda word: word[0] if is_sure(key_of(word[0])) else _blank(word), match[0])


def _without_title_capitals(match: re.Match[str]) -> str:
    """A heading, or a line by itself: only the sure names in it if most of its words are ordinary and have capitals."""
    longer = re.findall(r"[^\W\d_]{4,}", match[0])[1:]
    capitals = sum(word[0].isupper() and is_everyday(key_of(word)) for word in longer)
    return _sure_names(match) if capitals > max(1, len(longer) // 2) else match[0]


def _taken(places: list[_Place], characters: frozenset[str], kind: Kind, match: re.Match[str]) -> str:
    """Note the match if it names somebody; leave a blank for it if it is settled what it is."""
    if len(places) >= MOST:
        return match[0]
    end = _end_of_name(match, characters) if kind == "name" else match.end()
    letters = re.sub(r"\W", "", match[0]).casefold()
    if end is None or (kind == "number" and set(letters) <= {"0", "1"}):  # a binary number
        return match[0]
    is_other = kind == "initials" and (letters in _DOTTED_WORDS or _is_before_a_famous_name(match))
    if end > match.start() and not is_other:
        places.append((match.start(), end, kind))
    return _blank(match)


def _taken_in_small(places: list[_Place], match: re.Match[str]) -> str:
    """Note `mr patel`, but neither `200 ms later` nor what somebody will miss."""
    title, key = match["title"].casefold(), key_of(match["names"].split()[-1])
    is_thing = len(key) > 1 and is_everyday(key) and not is_surname(key) and match["names"].islower()
    if len(places) >= MOST or key in _NO_SURNAMES or is_thing or not match["title"].islower():
        return match[0]
    if title == "miss" and not _is_met(match, key):
        return match[0]
    places.append((*match.span(), "name"))
    return _blank(match)


def _is_met(match: re.Match[str], key: str) -> bool:
    """Whether somebody does something to or with this `miss`, or she does."""
    before = match.string[max(0, match.start() - _NEAR) : match.start()]
    after = pattern(r" ([a-z']+)").match(match.string, match.end())
    does = after is not None and after[1] in deeds() | IS
    is_named = not is_everyday(key) and ("'" in key or key in listed("first-names"))
    return is_named or does or bool(pattern(_MEETS_MISS).search(before))


def _is_before_a_famous_name(match: re.Match[str]) -> bool:
    """`J.B.` of `J.B. Priestley`."""
    surname = pattern(CAPITAL).match(match.string, match.end() + 1)
    return bool(surname and is_famous(key_of(surname[0])))


def _end_of_name(match: re.Match[str], characters: frozenset[str]) -> int | None:
    """Where a name behind a title or initials ends: at its start if it is a character's; None if it is no name."""
    title, span = re.sub(r"\W", "", match["title"]).casefold(), match.span("names")
    parts = list(pattern(CAPITAL).finditer(match.string, *span))
    first, keys = parts[0][0], [key_of(part[0]) for part in parts]
    if not first[0].isupper() or (len(first) > len("JT") and first.isupper() and not match["title"].isupper()):
        return None
    if (
        keys[0] in characters
        or f"{title} {keys[0]}" in famous_pairs()
        or (title in _HONOURS and is_famous(" ".join(keys)))
    ):
        return match.start()
    if keys[0] in _NO_SURNAMES or (title not in _SURE_TITLES and is_everyday(keys[0])):
        return None
    others = takewhile(lambda part: can_follow(part[0]), parts[1:])
    last = max((parts[0], *others), key=lambda part: part.end())
    stop = pattern(GOES_ON).match(match.string, last.end()) if len(last[0]) == 1 else None
    return stop.end() if stop else last.end()
