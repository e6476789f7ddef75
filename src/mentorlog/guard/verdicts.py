"""Which words with a capital letter are people: judged by the lists in everyday.py and by what stands around them."""

from collections.abc import Iterator, Sequence
from itertools import chain, groupby, islice, pairwise
from operator import itemgetter
from typing import Literal

from mentorlog.guard import cues as lists
from mentorlog.guard.lexicon import (
    SUFFIX,
    can_follow,
    is_everyday,
    is_famous,
    is_known,
    is_part_of_a_thing,
    is_sure,
    is_surname,
    key_of,
    pattern,
)
from mentorlog.guard.sentence import NAME, Word, deeds, is_after_a_name, is_one_of_a_family, is_person

Person = tuple[int, int, Literal["name", "initials"]]  # start, end, and which of the two
_Verdict = Literal["name", "initials", "perhaps", "none"]  # perhaps: a name if it is one elsewhere in the entry

_READ = 10_000  # words with a capital letter: more than an entry has
_LONGEST = 50  # letters of a name
_NEAR = 80  # characters looked at on either side of a word

_PERSONS = lists.SAYS | lists.DOES | lists.IS

CAPITAL = rf"(?<![^\W_]){NAME}"
_TOWN = r"..(?:worth|ton|ham|ley|by|field|wood|dale|don|combe|wick|stow|ford|gate|head|hurst|well|side|thorpe|bourne)\Z"
_POSSESSIVE = r"['’]s?\Z"
_INNER_CAPITAL = r"(?!Mc|Mac|Fitz|De|La|Le|Da|Van)[^\W_]*(?:[a-z][A-Z]|[A-Z]{2}[a-z])"
_ROMAN = r"(?:[IVX]{2,}|V)\Z"
_KING = r" I(?:I|V)*\b[’']?(?:s\b)?(?: ([a-z]+))?"
_KINGS = lists.words("charles james henry edward george william mary elizabeth richard john nicholas napoleon")
_MONTHS = lists.SEASONS | {"jan", "jun"}
_I_DO = lists.words("was am had have did do could can would will think thought felt went saw asked said told made")
_DETERMINERS = lists.words("the a an this each every our no any another some what which")
_LIST = r"(?:,|,? (?:and|or|against|to|then)|/| &)"
_THING_AND = rf"(?<![^\W_])({NAME}){_LIST} ?\Z"
_AND_THING = rf"{_LIST} ?({NAME})"
_SMALL = r"(?<![^\W_])(?<![-‑’'])[a-z]{3,}"
_SUM = r"\s?[=+<>×÷^]"
GOES_ON = r"\.(?:['’]s|(?=[,;:)]* [a-z]))"  # a full stop that ends no sentence


def people_in(plain: str, characters: frozenset[str]) -> Iterator[Person]:
    """The people in a text in which nothing but words is left to judge. Names side by side are one."""
    small = frozenset(pattern(_SMALL).findall(plain))
    judged = [(run, _verdicts(run, small, characters)) for run in _runs(plain)]
    sure = {word.key for run, each in judged for word, verdict in zip(run, each, strict=True) if verdict == "name"}
    for run, each in judged:
        settled = [
            "name" if verdict == "perhaps" and word.key in sure else verdict
            for word, verdict in zip(run, each, strict=True)
        ]
        yield from _people_of(run, settled)


def _people_of(run: Sequence[Word], verdicts: Sequence[_Verdict]) -> Iterator[Person]:
    for verdict, group in groupby(zip(run, verdicts, strict=True), key=itemgetter(1)):
        found = [word for word, _ in group]
        if verdict == "name":
            yield found[0].start, found[-1].end, "name"
        elif verdict == "initials":
            for word in found:
                more = pattern(GOES_ON).match(word.after)
                yield word.start, word.end + (more.end() if more else 0), "initials"


def characters_in(text: str) -> frozenset[str]:
    """The names of the characters in the works that a text is about."""
    folded = text.casefold()
    works = (work.partition(": ") for work in lists.lines_in("works"))
    names = (names.split() for marks, _, names in works if any(mark in folded for mark in marks.split("|")))
    return frozenset(chain.from_iterable(names))


def _runs(plain: str) -> Iterator[list[Word]]:
    """The words with a capital letter, those together that stand side by side."""
    run: list[Word] = []
    for word in _words_in(plain):
        if run and (run[-1].is_possessive or plain[run[-1].end : word.start] not in (" ", "\u00a0")):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _words_in(plain: str) -> Iterator[Word]:
    for match in islice(pattern(CAPITAL).finditer(plain), _READ):
        if len(match[0]) <= _LONGEST and match[0][0].isupper():
            text = pattern(SUFFIX).sub("", match[0])
            start, end = (
                match.start(),
                match.end() if pattern(_POSSESSIVE).search(match[0]) else match.start() + len(text),
            )
            before, after = plain[max(0, start - _NEAR) : start], plain[end : end + _NEAR]
            yield Word(text, start, end, key_of(text), before, after)


def _verdicts(run: Sequence[Word], small: frozenset[str], characters: frozenset[str]) -> list[_Verdict]:
    """What each word of a run is, once its neighbours have had their say."""
    verdicts = ["none" if word.key in characters else _verdict(word, small) for word in run]
    for at, (word, following) in enumerate(pairwise(run)):
        verdict, second = verdicts[at : at + 2]
        if is_famous(f"{word.key} {following.key}"):
            verdicts[at : at + 2] = "none", "none"
        elif _begin_with_a_name(word, following, verdict, second) or (verdict == "name" and can_follow(following.text)):
            verdicts[at : at + 2] = "name", "name"
        elif second == "name" and _is_of_a_thing(word, following, verdict):
            verdicts[at + 1] = "none"
        elif pattern(_ROMAN).match(following.text) or _makes_a_thing(word.key, following.key):
            verdicts[at] = "none"
    return verdicts


def _begin_with_a_name(word: Word, following: Word, first: _Verdict, second: _Verdict) -> bool:
    """`Oluwaseun Adeyemi`, `Heath Price was` at the beginning of a sentence, but not `Told Leon`."""
    if not can_follow(following.text) or not (first == "perhaps" or is_known(word.key)):
        return False
    if not word.begins:
        return second == "name" and is_known(word.key) and not is_known(following.key)
    is_doing = word.text[-2:] == "ed" or word.key in lists.listed("deeds")
    return following.next in _PERSONS or (second == "name" and not is_doing)


def _is_of_a_thing(word: Word, following: Word, verdict: _Verdict) -> bool:
    """Whether the first of two words with a capital says that the second is no pupil: `King Harold`, `White Rose`."""
    has_own_capital = word.key in lists.listed("proper") | lists.listed("famous") or _is_in_capitals(word)
    is_named = has_own_capital and word.key not in lists.DAYS and following.next not in lists.SAYS
    is_thing = (word.key in lists.listed("ordinary") or is_named) and verdict == "none" and not is_known(word.key)
    if word.begins and (word.key in lists.STARTERS or word.key in deeds() | lists.listed("deeds")):
        return False
    return word.key in lists.CROWNED or (is_thing and not is_sure(following.key))


def _is_in_capitals(word: Word) -> bool:
    """`YHA`, but not `SENCO`."""
    return word.text.isupper() and len(word.text) > len("TA") and word.key not in lists.ROLES


def _makes_a_thing(key: str, following: str) -> bool:
    """Whether the second of two words with a capital says that they name a thing: `Iron Age`, `River Tees`."""
    if following in lists.STREETS or following in lists.PLACED:
        return following in lists.STREETS or not is_known(key) or key in lists.CROWNED
    if following == "i" or is_surname(following):
        return False
    is_thing = is_everyday(following) and (following not in lists.listed("proper") or key in lists.CROWNED)
    return is_thing and not is_sure(key)


def _verdict(word: Word, small: frozenset[str]) -> _Verdict:
    text, key = word.text, word.key
    if key.endswith("n't") or _is_a_day(word) or any(map(str.isdigit, text)):
        return "none"
    if text.isupper():
        is_named = (
            _are_initials(word) if len(text) < len("JTM") else len(text) > len("JTM") and is_sure(key) and key != "elsa"
        )
        return "none" if not is_named else "initials" if len(text) < len("JTM") else "name"
    return _verdict_on_first_name(word) if is_known(key) else _verdict_on_other(word, small)


def _verdict_on_first_name(word: Word) -> _Verdict:
    if is_sure(word.key):
        return "none" if _is_crowned(word) or _is_beside_fame(word) else "name"
    if is_one_of_a_family(word) and word.key not in lists.listed("proper"):
        return "name"
    if word.previous in _DETERMINERS or _begins_a_title(word):
        return "none"
    has_own_capital = word.key in lists.listed("proper") or word.key in lists.listed("famous")
    if is_person(word) or is_after_a_name(word) or (not has_own_capital and not word.begins and "-" not in word.key):
        return "name"
    return "perhaps" if has_own_capital and word.key not in lists.SEASONS else "none"


def _verdict_on_other(word: Word, small: frozenset[str]) -> _Verdict:
    parts = word.key.split("-")
    is_thing = is_everyday(word.key) or (len(parts) > 1 and all(map(is_part_of_a_thing, parts)))
    if is_one_of_a_family(word) and not (is_thing and not is_surname(word.key)):
        return "name"
    if is_thing or not small.isdisjoint(parts) or pattern(_INNER_CAPITAL).match(word.text):
        return "none"
    if _is_placed(word) and not word.begins:
        return "name" if word.next in lists.SAYS else "perhaps"
    if word.begins:
        return "name" if is_person(word) else "perhaps"
    return "none" if word.previous in lists.ARTICLES or _is_among_things(word) or _owns_a_work(word) else "name"


def _owns_a_work(word: Word) -> bool:
    """`Kensuke's Kingdom`."""
    match = pattern(rf" ({NAME})").match(word.after) if word.is_possessive else None
    key = key_of(match[1]) if match else ""
    return key in lists.listed("ordinary") and key not in lists.LABELS


def _is_among_things(word: Word) -> bool:
    """`Locarno` of `Ruhr, Locarno`: what is named beside a place or somebody who is taught is one as well."""
    before, after = pattern(_THING_AND).search(word.before), pattern(_AND_THING).match(word.after)
    keys = [key_of(each[1]) for each in (before, after) if each]
    return any(key in lists.listed("proper") | lists.listed("famous") for key in keys if not is_known(key))


def _is_beside_fame(word: Word) -> bool:
    """`Charles` of `Boyle and Charles`."""
    before, after = pattern(_THING_AND).search(word.before), pattern(_AND_THING).match(word.after)
    keys = {key_of(each[1]) for each in (before, after) if each}
    return word.key in _KINGS and not keys.isdisjoint(lists.listed("famous"))


def _is_a_day(word: Word) -> bool:
    """`3 May` and `June 2024`."""
    is_dated = bool(pattern(r"\d(?:st|nd|rd|th)?(?: of)? \Z").search(word.before)) or word.is_followed_by(r" \d")
    return word.key in _MONTHS and is_dated


def _begins_a_title(word: Word) -> bool:
    """`Storm on the Island`, but not `Storm in Year 8`."""
    match = pattern(rf" (?:of|on|in|and)(?: the| an?)? ({NAME})").match(word.after)
    key = key_of(match[1]) if match else ""
    return key in lists.listed("ordinary") and not is_known(key) and key not in lists.LABELS | {"i"}


def _is_crowned(word: Word) -> bool:
    """`Charles I was`: a king, unless it is I who do something."""
    match = pattern(_KING).match(word.after)
    return match is not None and word.key in _KINGS and (word.begins or match[1] not in _I_DO)


def _is_placed(word: Word) -> bool:
    """`in Hebden`, `from Hemsworth`."""
    has_ending = bool(pattern(_TOWN).search(word.key)) and word.previous in lists.WHENCE
    return (has_ending or word.previous in lists.WITHIN) and not word.is_possessive


def _are_initials(word: Word) -> bool:
    """Whether one or two capital letters stand for a person: `with K`, `J. said`, `JT`, but not `PE` or `set B`."""
    key, goes_on = word.key, bool(pattern(GOES_ON).match(word.after))
    is_word = key in lists.listed("ordinary") or key in lists.UNLIKE_INITIALS
    if (is_word and not (key == "a" and goes_on)) or word.previous in lists.LABELS or pattern(_SUM).match(word.after):
        return False
    if len(key) > 1 or word.next in lists.SAYS or word.previous in lists.TOLD:
        return True
    if goes_on:
        return not (word.begins and key in lists.MARKS_TOO) or word.next in _PERSONS
    is_with = word.is_possessive or word.previous in lists.TO | lists.TOWARDS or word.next in _PERSONS
    return is_with and key not in lists.MARKS_TOO
