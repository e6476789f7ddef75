"""What is known by its shape: addresses, numbers, dotted initials, and names behind a title or initials.

The shapes are in `words/shapes.txt` and `words/titles.txt`.
"""

import re
from collections.abc import Callable, Iterator
from functools import partial
from itertools import takewhile
from typing import Literal

from mentorlog.guard.lexicon import can_follow, deeds, famous_pairs, is_everyday, is_famous, is_sure, is_surname, key_of
from mentorlog.guard.sentence import end_of_stop
from mentorlog.guard.word_lists import pattern, words

MOST = 200  # flags in one entry: nobody looks at more
_NEAR = 120  # characters looked at before a title in small letters

Kind = Literal["name", "initials", "address", "number"]
Place = tuple[int, int, Kind]
_Match = re.Match[str]
# Where a flag for the match ends: at its start if it names nobody; None if its shape does not settle that.
_EndOf = Callable[[_Match], int | None]


def shapes_in(text: str, characters: frozenset[str]) -> tuple[list[Place], str]:
    """The places that are known by their shape, and the text with blanks for all that is settled.

    A blank is as long as what it stands for, so that places stay, and nothing in it is judged again.
    """
    plain = pattern("shapes.code").sub(_sure_names, pattern("shapes.link").sub(_blank, text))
    plain = pattern("shapes.title_line").sub(_without_title_capitals, plain)
    places: list[Place] = []
    for shape, kind, end_of in _shapes(characters):
        plain = _settled(plain, shape, kind, end_of, places)
    return places, plain


def _shapes(characters: frozenset[str]) -> Iterator[tuple[str, Kind, _EndOf]]:
    yield "titles.small_titled", "name", _end_of_small_title
    yield "shapes.email", "address", re.Match.end
    yield "shapes.handle", "address", re.Match.end
    yield "shapes.number", "number", _end_of_number
    yield "titles.titled", "name", partial(_end_of_name, characters)
    yield "titles.initialled", "name", partial(_end_of_name, characters)
    yield "titles.dotted", "initials", _end_of_initials


def _settled(plain: str, shape: str, kind: Kind, end_of: _EndOf, places: list[Place]) -> str:
    """The text with blanks for what has this shape; `places` gets those that are to be flagged, at most MOST."""
    most = len(places) + MOST

    def blank(match: _Match) -> str:
        end = end_of(match) if len(places) < most else None
        if end is not None and end > match.start():
            places.append((match.start(), end, kind))
        return match[0] if end is None else _blank(match)

    return pattern(shape).sub(blank, plain)


def _blank(match: _Match) -> str:
    return "x" * len(match[0])


def _sure_names(match: _Match) -> str:
    """Of code and of titles, the names that are nothing else."""
    return pattern("sentence.capital").sub(lambda word: word[0] if is_sure(key_of(word[0])) else _blank(word), match[0])


def _without_title_capitals(match: _Match) -> str:
    """Of a title, only the sure names if most of its words are ordinary and have capitals."""
    longer = re.findall(r"[^\W\d_]{4,}", match[0])[1:]
    capitals = sum(word[0].isupper() and is_everyday(key_of(word)) for word in longer)
    return _sure_names(match) if capitals > max(1, len(longer) // 2) else match[0]


def _letters(text: str) -> str:
    return re.sub(r"\W", "", text).casefold()


def _end_of_number(match: _Match) -> int | None:
    is_binary = set(_letters(match[0])) <= {"0", "1"}
    return None if is_binary else match.end()


def _end_of_initials(match: _Match) -> int:
    """Where initials end; at their start for `U.S.`, and for `J.B.` of `J.B. Priestley`."""
    surname = pattern("sentence.capital").match(match.string, match.end() + 1)
    is_nobody = _letters(match[0]) in words("titles.dotted_words") or (surname and is_famous(key_of(surname[0])))
    return match.start() if is_nobody else match.end()


def _end_of_small_title(match: _Match) -> int | None:
    """Where `mr patel` ends; None for `200 ms later` and for the verb `miss`."""
    title, key = match["title"], key_of(match["names"].split()[-1])
    is_thing = len(key) > 1 and is_everyday(key) and not is_surname(key) and match["names"].islower()
    is_title = title.islower() and (title != "miss" or _is_met(match, key))
    return match.end() if is_title and not is_thing and key not in words("titles.no_surnames") else None


def _is_met(match: _Match, key: str) -> bool:
    """True if `miss` is a title: the writer meets her, or she does something."""
    before = match.string[max(0, match.start() - _NEAR) : match.start()]
    verb = pattern("titles.after_miss").match(match.string, match.end())
    is_doing = verb is not None and verb[1] in deeds() | words("verbs.is")
    is_name = not is_everyday(key) and ("'" in key or key in words("first-names"))
    return is_name or is_doing or bool(pattern("titles.before_miss").search(before))


def _end_of_name(characters: frozenset[str], match: _Match) -> int | None:
    """Where the name after a title or initials ends; None if it is none, the match's start for a historical figure."""
    title, parts = _letters(match["title"]), list(pattern("sentence.capital").finditer(match["names"]))
    first, keys = parts[0][0], [key_of(part[0]) for part in parts]
    if not first[0].isupper() or (len(first) > len("JT") and first.isupper() and not match["title"].isupper()):
        return None
    is_honoured = title in words("titles.honours") and is_famous(" ".join(keys))
    if is_honoured or keys[0] in characters or f"{title} {keys[0]}" in famous_pairs():
        return match.start()
    if keys[0] in words("titles.no_surnames") or (title not in words("titles.sure") and is_everyday(keys[0])):
        return None
    last = [parts[0], *takewhile(lambda part: can_follow(part[0]), parts[1:])][-1]
    end = match.start("names") + last.end()
    return end_of_stop(match.string, end) if len(last[0]) == 1 else end
