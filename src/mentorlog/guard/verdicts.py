"""Which words with a capital letter are people, judged by the word lists and by the words around them."""

from collections.abc import Iterator, Sequence
from itertools import chain, groupby, pairwise
from typing import Literal

from mentorlog.guard import lexicon
from mentorlog.guard.lexicon import has_own_capital, is_everyday, is_known, is_sure, is_surname, key_of
from mentorlog.guard.sentence import Word, capitalised, end_of_stop, is_after_a_name, is_one_of_a_family, is_person
from mentorlog.guard.word_lists import lines, pattern, words

Person = tuple[int, int, Literal["name", "initials"]]  # start, end, and which of the two
_Verdict = Literal["name", "initials", "perhaps", "none"]  # perhaps: a name if it is one elsewhere in the entry
_OF_PERSONS = ("verbs.says", "verbs.does", "verbs.is")


def characters_in(text: str) -> frozenset[str]:
    """The names of the characters in the works that a text is about."""
    folded = text.casefold()
    works = (work.partition(": ") for work in lines("works"))
    names = (names.split() for marks, _, names in works if any(mark in folded for mark in marks.split("|")))
    return frozenset(chain.from_iterable(names))


def people_in(plain: str, characters: frozenset[str]) -> Iterator[Person]:
    """The people in a text in which nothing but words is left to judge. Names side by side are one."""
    small = frozenset(pattern("sentence.small").findall(plain))
    runs = [_judged(run, small, characters) for run in _runs(plain)]
    names = {word.key for run in runs for word, verdict in run if verdict == "name"}
    for run in runs:
        for verdict, group in groupby(run, key=lambda judged: _settled(judged[0], judged[1], names)):
            yield from _people_of([word for word, _ in group], verdict)


def _settled(word: Word, verdict: _Verdict, names: set[str]) -> _Verdict:
    """The verdict, once the names in the whole text are known."""
    return "name" if verdict == "perhaps" and word.key in names else verdict


def _people_of(together: Sequence[Word], verdict: _Verdict) -> Iterator[Person]:
    if verdict == "name":
        yield together[0].start, together[-1].end, "name"
    elif verdict == "initials":
        yield from ((word.start, word.end + end_of_stop(word.after, 0), "initials") for word in together)


def _runs(plain: str) -> list[list[Word]]:
    """The words with a capital letter, grouped where they stand side by side."""
    runs: list[list[Word]] = []
    for word in capitalised(plain):
        last = runs[-1][-1] if runs else word
        if not last.is_possessive and plain[last.end : word.start] in (" ", "\u00a0"):
            runs[-1].append(word)
        else:
            runs.append([word])
    return runs


def _judged(run: Sequence[Word], small: frozenset[str], characters: frozenset[str]) -> list[tuple[Word, _Verdict]]:
    """The words of a run, each with the verdict on it after considering its neighbours."""
    verdicts = ["none" if word.key in characters else _verdict(word, small) for word in run]
    for at, (word, following) in enumerate(pairwise(run)):
        verdicts[at : at + 2] = _verdicts_on_both(word, following, *verdicts[at : at + 2])
    return list(zip(run, verdicts, strict=True))


def _verdicts_on_both(word: Word, following: Word, first: _Verdict, second: _Verdict) -> tuple[_Verdict, _Verdict]:
    """The verdicts on two words side by side, from the verdict on each by itself."""
    if lexicon.is_famous(f"{word.key} {following.key}"):
        return "none", "none"
    if _begin_with_a_name(word, following, first, second) or (first == "name" and lexicon.can_follow(following.text)):
        return "name", "name"
    if second == "name" and _is_of_a_thing(word, following, first):
        return first, "none"
    is_thing = pattern("things.roman").match(following.text) or _makes_a_thing(word.key, following.key)
    return ("none" if is_thing else first), second


def _begin_with_a_name(word: Word, following: Word, first: _Verdict, second: _Verdict) -> bool:
    """True if both are one name: `Oluwaseun Adeyemi`; to begin a sentence, `Heath Price was`, but not `Told Leon`."""
    if not lexicon.can_follow(following.text) or not (first == "perhaps" or is_known(word.key)):
        return False
    if not word.begins:
        return second == "name" and is_known(word.key) and not is_known(following.key)
    is_doing = word.text.endswith("ed") or word.key in words("deeds")
    return following.next in words(*_OF_PERSONS) or (second == "name" and not is_doing)


def _is_of_a_thing(word: Word, following: Word, first: _Verdict) -> bool:
    """True if the first of two words shows that the second is no pupil: `King Harold`, `White Rose`."""
    if word.begins and (word.key in words("before.starters", "deeds") or word.key in lexicon.deeds()):
        return False
    if word.key in words("things.crowned"):
        return True
    is_named = (has_own_capital(word.key) and word.key not in words("things.days")) or _is_in_capitals(word)
    is_thing = word.key in words("ordinary") or (is_named and following.next not in words("verbs.says"))
    return is_thing and first == "none" and not is_known(word.key) and not is_sure(following.key)


def _is_in_capitals(word: Word) -> bool:
    """True for an abbreviation that is no role: `YHA`, but not `SENCO`."""
    return word.text.isupper() and len(word.text) > len("TA") and word.key not in words("things.roles", "things.days")


def _makes_a_thing(key: str, following: str) -> bool:
    """True if the second of two words shows that they name a thing: `Iron Age`, `River Tees`."""
    is_crowned = key in words("things.crowned")
    if following in words("things.streets", "things.placed"):
        return following in words("things.streets") or not is_known(key) or is_crowned
    if following == "i" or is_surname(following) or is_sure(key):
        return False
    return is_everyday(following) and (following not in words("proper") or is_crowned)


def _verdict(word: Word, small: frozenset[str]) -> _Verdict:
    """The verdict on a word without considering its neighbours."""
    if word.key.endswith("n't") or _is_a_day(word) or any(map(str.isdigit, word.text)):
        return "none"
    if word.text.isupper():
        return _verdict_on_capitals(word)
    return _verdict_on_first_name(word) if is_known(word.key) else _verdict_on_other(word, small)


def _verdict_on_capitals(word: Word) -> _Verdict:
    if len(word.text) < len("JTM"):
        return "initials" if _are_initials(word) else "none"
    is_name = len(word.text) > len("JTM") and is_sure(word.key) and word.key not in words("things.in_capitals")
    return "name" if is_name else "none"


def _verdict_on_first_name(word: Word) -> _Verdict:
    if is_sure(word.key):
        return "none" if _is_king(word) else "name"
    if is_one_of_a_family(word) and word.key not in words("proper"):
        return "name"
    if word.previous in words("before.determiners") or _begins_a_title(word):
        return "none"
    is_plain = not has_own_capital(word.key) and not word.begins and "-" not in word.key
    if is_plain or is_person(word) or is_after_a_name(word):
        return "name"
    return "perhaps" if has_own_capital(word.key) and word.key not in words("things.seasons") else "none"


def _verdict_on_other(word: Word, small: frozenset[str]) -> _Verdict:
    parts = word.key.split("-")
    is_thing = is_everyday(word.key) or (len(parts) > 1 and all(map(lexicon.is_part_of_a_thing, parts)))
    if is_one_of_a_family(word) and (is_surname(word.key) or not is_thing):
        return "name"
    if is_thing or not small.isdisjoint(parts) or pattern("things.inner_capital").match(word.text):
        return "none"
    if word.begins:
        return "name" if is_person(word) else "perhaps"
    if _is_placed(word):
        return "name" if word.next in words("verbs.says") else "perhaps"
    return "none" if _is_of_things(word) else "name"


def _are_initials(word: Word) -> bool:
    """True if one or two capital letters stand for a person: `with K`, `J. said`, `JT`, but not `PE` or `set B`."""
    key, goes_on = word.key, end_of_stop(word.after, 0) > 0
    is_word = key in words("ordinary", "things.unlike_initials") and not (key == "a" and goes_on)
    if is_word or word.previous in words("things.labels") or word.is_followed_by("things.sum"):
        return False
    if len(key) > 1 or word.next in words("verbs.says") or word.previous in words("before.told"):
        return True
    is_mark, is_doing = key in words("things.marks"), word.next in words(*_OF_PERSONS)
    if goes_on:
        return is_doing or not (word.begins and is_mark)
    is_with = word.is_possessive or word.previous in words("before.to", "before.towards")
    return (is_with or is_doing) and not is_mark


def _is_a_day(word: Word) -> bool:
    """True for a month in a date: `3 May`, `June 2024`."""
    is_month = word.key in words("things.seasons", "things.months")
    return is_month and (word.follows("things.date_before") or word.is_followed_by("things.date_after"))


def _is_king(word: Word) -> bool:
    """True for a king or a historical figure: `Charles I was`, unless I am the writer; `Boyle and Charles`."""
    if word.key not in words("things.kings"):
        return False
    number = pattern("things.king_number").match(word.after)
    is_numbered = number is not None and (word.begins or number[1] not in words("verbs.i_do"))
    return is_numbered or not words("famous").isdisjoint(_neighbours(word))


def _is_placed(word: Word) -> bool:
    """True if the word before it shows a place: `in Hebden`, `from Hemsworth`."""
    is_town = word.previous in words("before.whence") and bool(pattern("things.town").search(word.key))
    return (is_town or word.previous in words("before.within")) and not word.is_possessive


def _is_of_things(word: Word) -> bool:
    """True if the words around it show a thing: `the Ruhr`; `Locarno` of `Ruhr, Locarno`; `Kensuke's Kingdom`."""
    if word.previous in words("before.articles"):
        return True
    owned = _key_behind(word, "things.owned") if word.is_possessive else ""
    is_work = owned in words("ordinary") and owned not in words("things.labels")
    return is_work or any(has_own_capital(key) for key in _neighbours(word) if not is_known(key))


def _neighbours(word: Word) -> list[str]:
    """The words before and after it in a list, as keys."""
    before = pattern("things.neighbour_before").search(word.before)
    after = pattern("things.neighbour_after").match(word.after)
    return [key_of(match[1]) for match in (before, after) if match]


def _key_behind(word: Word, name: str) -> str:
    match = pattern(name).match(word.after)
    return key_of(match[1]) if match else ""


def _begins_a_title(word: Word) -> bool:
    """True for `Storm on the Island`, but not for `Storm in Year 8`."""
    key = _key_behind(word, "things.in_title")
    return key in words("ordinary") and not is_known(key) and key not in words("things.labels") | {"i"}
