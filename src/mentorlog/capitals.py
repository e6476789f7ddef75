"""Which words with a capital letter are people: judged by the lists in everyday.py and by what stands around them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, groupby, islice, pairwise
from operator import itemgetter
from typing import Literal

from mentorlog import everyday as lists
from mentorlog.persons import (
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

Person = tuple[int, int, Literal["name", "initials"]]  # start, end, and which of the two
_Verdict = Literal["name", "initials", "perhaps", "none"]  # perhaps: a name if it is one elsewhere in the entry

_READ = 10_000  # words with a capital letter: more than an entry has
_LONGEST = 50  # letters of a name
_NEAR = 80  # characters looked at on either side of a word
_WRAPPED = 40  # characters: a shorter line without a full stop was not wrapped, it is a thought of its own

_PERSONS = lists.SAYS | lists.DOES | lists.IS

_LETTERS = r"(?:[^\W_]|[\u0300-\u036f])*+"  # an accent may be a character of its own
NAME = rf"[^\Wa-z\d_]{_LETTERS}(?:['’‑-][^\W\d_]{_LETTERS})*+(?:(?<=s)['’](?=[ ][a-z]))?"
CAPITAL = rf"(?<![^\W_]){NAME}"
_TOWN = r"..(?:worth|ton|ham|ley|by|field|wood|dale|don|combe|wick|stow|ford|gate|head|hurst|well|side|thorpe|bourne)\Z"
_POSSESSIVE = r"['’]s?\Z"
_INNER_CAPITAL = r"(?!Mc|Mac|Fitz|De|La|Le|Da|Van)[^\W_]*(?:[a-z][A-Z]|[A-Z]{2}[a-z])"
_ROMAN = r"(?:[IVX]{2,}|V)\Z"
_OPENING, _QUOTES, _CLOSING = "*_~=`[(", '"“‘„«', "\"'”’)]*_~=`"
_ITEM = r"[ \t]*(?:[-+*•>#|][ \t]*|\d{1,3}[.)][ \t]+|\[[ xX]\][ \t]*)+"
_SHORT_FORM = r"\b(?:Mrs?|Ms|Dr|St|vs|approx|e\.g|i\.e|Prof)\.\Z"
_OPEN_END = r"(?:,|[;–-]|\b(?:the|an?|and|or|but|with|to|for|of|in|on|at|by|from|told|asked|that|as|is|was|my|h?our))\Z"
_NEXT = (
    r"\.?[*_~=`\"”’)\]]*[ \n]+(?:(?:\w{2,12}ly|then|also|just|still|never|always|only|once|soon|already)[ ]){0,2}"
    r"([^\W\d_]+(?:['’]t)?)"
)
_AND_NAME = rf"[*_]*(?:,? (?:and|&)|,(?= {NAME}(?:,| and\b))) [*_]*({NAME})"
_AND_INITIALS = r"(?:(?:,| and| &) [A-Z]\b\.?){1,5}"
_INITIALS_AND = r"(?:\b[A-Z]\.?(?:,| and| &) ){1,5}\Z"
_SMALL = r"(?<![^\W_])[a-z]{3,}"
_PAST = r"[a-z]{3}ed\Z"
_SUM = r"\s?[=+<>×÷^]"
GOES_ON = r"\.(?:['’]s|(?=[,;:)]* [a-z]))"  # a full stop that ends no sentence


@dataclass(frozen=True, slots=True)
class _Word:
    """A word with a capital letter. `end` is behind its possessive; `key` is how everyday.py would have it."""

    text: str
    start: int
    end: int
    key: str
    before: str
    after: str

    @property
    def begins(self) -> bool:
        return begins_sentence(self.before)

    @property
    def is_possessive(self) -> bool:
        return self.end - self.start > len(self.text)

    @property
    def previous(self) -> str:
        """The word before it, and before initials that go with it, in small letters."""
        before = self.before
        if before.endswith(("and ", "& ", ", ")):
            before = pattern(_INITIALS_AND).sub("", before)
        last = before.rstrip(_OPENING).split()[-1:]
        return "".join(last).lstrip(_OPENING + _QUOTES).casefold()

    @property
    def next(self) -> str:
        """The word after it, and after an adverb, in small letters; "" where something else stands between them."""
        others = pattern(_AND_INITIALS).match(self.after)
        match = pattern(_NEXT).match(self.after, others.end() if others else 0)
        return match[1].casefold().replace("’", "'") if match else ""


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


def _people_of(run: Sequence[_Word], verdicts: Sequence[_Verdict]) -> Iterator[Person]:
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


def _runs(plain: str) -> Iterator[list[_Word]]:
    """The words with a capital letter, those together that stand side by side."""
    run: list[_Word] = []
    for word in _words_in(plain):
        if run and (run[-1].is_possessive or plain[run[-1].end : word.start] not in (" ", "\u00a0")):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _words_in(plain: str) -> Iterator[_Word]:
    for match in islice(pattern(CAPITAL).finditer(plain), _READ):
        if len(match[0]) <= _LONGEST and match[0][0].isupper():
            text = pattern(SUFFIX).sub("", match[0])
            start, end = (
                match.start(),
                match.end() if pattern(_POSSESSIVE).search(match[0]) else match.start() + len(text),
            )
            before, after = plain[max(0, start - _NEAR) : start], plain[end : end + _NEAR]
            yield _Word(text, start, end, key_of(text), before, after)


def _verdicts(run: Sequence[_Word], small: frozenset[str], characters: frozenset[str]) -> list[_Verdict]:
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


def _begin_with_a_name(word: _Word, following: _Word, first: _Verdict, second: _Verdict) -> bool:
    """`Oluwaseun Adeyemi`, `Heath Price was` at the beginning of a sentence, but not `Told Leon`."""
    if not word.begins or not (first == "perhaps" or is_known(word.key)) or not can_follow(following.text):
        return False
    return following.next in _PERSONS or (second == "name" and not is_known(following.key) and word.text[-2:] != "ed")


def _is_of_a_thing(word: _Word, following: _Word, verdict: _Verdict) -> bool:
    """Whether the first of two words with a capital says that the second is no pupil: `King Harold`, `White Rose`."""
    is_thing = word.key in lists.listed("ordinary") and verdict == "none" and not is_known(word.key)
    if word.begins and word.key in lists.STARTERS:
        return False
    return word.key in lists.CROWNED or (is_thing and not is_sure(following.key))


def _makes_a_thing(key: str, following: str) -> bool:
    """Whether the second of two words with a capital says that they name a thing: `Iron Age`, `River Tees`."""
    if is_surname(following):
        return False
    is_thing = is_everyday(following) and (following not in lists.listed("proper") or key in lists.CROWNED)
    return following in lists.PLACED or (is_thing and not is_sure(key))


def _verdict(word: _Word, small: frozenset[str]) -> _Verdict:
    text, key = word.text, word.key
    if key.endswith("n't") or any(map(str.isdigit, text)):
        return "none"
    if text.isupper():
        is_named = (
            _are_initials(word) if len(text) < len("JTM") else len(text) > len("JTM") and is_sure(key) and key != "elsa"
        )
        return "none" if not is_named else "initials" if len(text) < len("JTM") else "name"
    return _verdict_on_first_name(word) if is_known(key) else _verdict_on_other(word, small)


def _verdict_on_first_name(word: _Word) -> _Verdict:
    if is_sure(word.key):
        return "name"
    has_own_capital = word.key in lists.listed("proper") or word.key in lists.listed("famous")
    if _is_person(word) or (not has_own_capital and not word.begins and "-" not in word.key):
        return "name"
    return "perhaps" if has_own_capital and word.key not in lists.SEASONS else "none"


def _verdict_on_other(word: _Word, small: frozenset[str]) -> _Verdict:
    if word.previous == "the" and word.next in lists.KIN and word.key not in lists.listed("proper"):
        return "name"
    parts = word.key.split("-")
    is_thing = all(map(is_part_of_a_thing, parts)) if len(parts) > 1 else is_everyday(word.key)
    if is_thing or not small.isdisjoint(parts) or pattern(_INNER_CAPITAL).match(word.text):
        return "none"
    if word.begins or _is_placed(word):
        return "name" if _is_person(word) else "perhaps"
    return "none" if word.previous in lists.ARTICLES else "name"


def _is_placed(word: _Word) -> bool:
    """`in Hebden`, `from Hemsworth`."""
    has_ending = bool(pattern(_TOWN).search(word.key)) and word.previous in lists.WHENCE
    return (has_ending or word.previous in lists.WITHIN) and not word.is_possessive


def _is_person(word: _Word) -> bool:
    """Whether what stands around a word makes a person of it: `Will said`, but neither `Will they` nor `May was`."""
    if word.next in lists.SAYS or _is_beside_a_name(word):
        return True
    if word.key in lists.SEASONS:
        return word.previous in lists.TOLD
    if word.key in lists.listed("proper"):
        return word.next in lists.DOES or (word.previous in lists.TO and not word.begins)
    is_wish = word.key == "will" and word.next in lists.INFINITIVES
    is_doing = word.next in _PERSONS or (
        pattern(_PAST).search(word.next) and not is_known(word.key) and word.text[-1] != "s"
    )
    return not is_wish and bool(word.is_possessive or is_doing)


def _is_beside_a_name(word: _Word) -> bool:
    """`Hope and Leon`, `Hope and I`."""
    other = pattern(_AND_NAME).match(word.after)
    if not other or (len(other[1]) > 1 and other[1].isupper()):
        return False
    key = key_of(other[1])
    return (key == "i" and word.key not in lists.listed("proper")) or not is_everyday(key)


def _are_initials(word: _Word) -> bool:
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


def begins_sentence(before: str) -> bool:
    """Whether a word that stands behind `before` begins a sentence, a paragraph, a list's item or a quotation.

    A line that was wrapped begins none; a short line without a full stop is not wrapped.
    """
    lead = before.rstrip(_OPENING + _QUOTES)
    line = lead.rpartition("\n")[2]
    body = lead.rstrip()
    if not body or any(quote in before[len(lead) :] for quote in _QUOTES) or pattern(_ITEM).fullmatch(line):
        return True
    gap = lead[len(body) :].count("\n")
    if body.rstrip(_CLOSING).endswith((".", "!", "?", "…", ":", "|")):
        return not pattern(_SHORT_FORM).search(body)
    last = body.rpartition("\n")[2]
    return gap > 1 or (gap == 1 and len(last) < _WRAPPED and not pattern(_OPEN_END).search(last))
