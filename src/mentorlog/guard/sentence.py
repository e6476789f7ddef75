"""A word with a capital letter in its sentence, and whether the words around it make a person of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from mentorlog.guard.lexicon import deeds, is_everyday, is_known, key_of
from mentorlog.guard.word_lists import lines, pattern, words

_MOST = 10_000  # words with a capital letter: more than an entry has
_LONGEST = 50  # letters of a name
_NEAR = 80  # characters looked at on either side of a word
_WRAPPED = 40  # characters: a shorter line without a full stop was not wrapped, it is a thought of its own
_OPENING, _QUOTES, _CLOSING = "*_~=`[(", '"“‘„«', "\"'”’)]*_~=`"


@dataclass(frozen=True, slots=True)
class Word:
    """A word with a capital letter. `end` includes a possessive; `key` is the word as the lists have it."""

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
        if before.endswith(("and ", "& ", ", ")):  # only then may there be any
            before = pattern("sentence.initials_and").sub("", before)
        last = before.rstrip(_OPENING).split()[-1:]
        return "".join(last).lstrip(_OPENING + _QUOTES).casefold()

    @property
    def next(self) -> str:
        """The word after it, and after an adverb, in small letters; "" where something else stands between them."""
        initials = pattern("sentence.and_initials").match(self.after)
        match = pattern("sentence.next").match(self.after, initials.end() if initials else 0)
        return match[1].casefold().replace("’", "'") if match else ""

    def follows(self, name: str) -> bool:
        """True if a pattern ends directly before it."""
        return bool(pattern(name).search(self.before))

    def is_followed_by(self, name: str) -> bool:
        return bool(pattern(name).match(self.after))


def capitalised(plain: str) -> Iterator[Word]:
    """The words with a capital letter."""
    for match in islice(pattern("sentence.capital").finditer(plain), _MOST):
        if len(match[0]) <= _LONGEST and match[0][0].isupper():
            yield _word_at(match)


def _word_at(match: re.Match[str]) -> Word:
    text, start = pattern("sentence.suffix").sub("", match[0]), match.start()
    end = match.end() if pattern("sentence.possessive").search(match[0]) else start + len(text)
    plain = match.string
    return Word(text, start, end, key_of(text), plain[max(0, start - _NEAR) : start], plain[end : end + _NEAR])


def end_of_stop(text: str, at: int) -> int:
    """Where a full stop behind initials ends, if there is one at this place and the sentence goes on."""
    stop = pattern("sentence.goes_on").match(text, at)
    return stop.end() if stop else at


def is_person(word: Word) -> bool:
    """True if the words around it make a person of a word: `Will said`, but neither `Will they` nor `May was`."""
    if f"{word.key} {word.next}" in lines("things.idioms"):
        return False
    if word.next in words("verbs.says") or _is_beside_a_name(word) or _is_spoken_to(word):
        return True
    if word.is_followed_by("person.certain") or (word.is_possessive and word.is_followed_by("person.theirs")):
        return True
    return _is_person_by_kind(word)


def _is_person_by_kind(word: Word) -> bool:
    """Like `is_person`, where it depends on what else the word may be: a month, a place, a verb or a noun."""
    is_addressed = word.follows("before.to_whom")
    if word.key in words("things.seasons"):
        is_told = is_addressed or word.previous in words("before.told") | {"sat", "said"}
        return is_told or (word.next in deeds() and _has_object(word))
    if word.is_followed_by("person.somehow"):
        return True
    if word.key in words("proper"):
        is_met = is_addressed or word.previous in words("before.to")
        return word.next in deeds() or (is_met and not word.begins)
    return word.is_possessive or _is_doing(word)


def _is_doing(word: Word) -> bool:
    """True if the verb after it is what one person does: `Bex works`, but not `Mark schemes`."""
    if word.key == "will" and word.next in words("verbs.infinitives"):
        return False
    may_be_thing = is_known(word.key) and not _has_object(word)
    if word.next in words("verbs.is") or (word.next in deeds() and not (may_be_thing and _may_be_plural(word))):
        return True
    return word.text[-1] != "s" and not may_be_thing and bool(pattern("person.past").search(word.next))


def _may_be_plural(word: Word) -> bool:
    """True if the word after it may be a plural: `Mark schemes`, `Sky washes, wet on wet`."""
    is_at_end = word.after.lstrip(" \n").startswith(tuple(word.next + mark for mark in ".,;:"))
    return word.next in words("verbs.plurals") or (word.next.endswith("s") and is_at_end)


def _has_object(word: Word) -> bool:
    """True if its verb has an object of a person's: `Summer finished before I had`, but not `May brought rain`."""
    at = word.after.casefold().find(word.next)
    return bool(pattern("person.object").match(word.after, at + len(word.next)))


def _is_spoken_to(word: Word) -> bool:
    """True if it speaks or is spoken to: `Grace: "I know"`, `"Angel, sit down"`."""
    line = word.before.rpartition("\n")[2]
    speaks = "person.speaks" if is_known(word.key) else "person.speaks_or_notes"
    if (not line or pattern("sentence.item").fullmatch(line)) and word.is_followed_by(speaks):
        return True
    return word.before.endswith(tuple("\"“‘'")) and word.is_followed_by("person.called")


def _is_beside_a_name(word: Word) -> bool:
    """True for `Hope and Leon`, `Hope and I`; and `Jack and May worked`, where either may be something else."""
    other = pattern("sentence.and_name").match(word.after)
    if not other or (len(other[1]) > 1 and other[1].isupper()):
        return False
    key = key_of(other[1])
    if key == "i":
        return word.key not in words("proper")
    return not is_everyday(key) or _do_together(word)


def _do_together(word: Word) -> bool:
    """True if several first names share a verb of people: `Archer, Mason and Carter built it`."""
    others = pattern("sentence.names_and_verb").match(word.after)
    keys = [key_of(name) for name in pattern("sentence.name").findall(others[1])] if others else []
    if not others or not all(map(is_known, keys)):
        return False
    are_seasons = words("things.seasons").issuperset((word.key, *keys))
    verb = others[2].casefold()
    return verb in deeds() or (not are_seasons and verb in words("verbs.are", "deeds"))


def is_after_a_name(word: Word) -> bool:
    """True if a first name before it settles it: `and May` of `Jack and May worked`."""
    match = pattern("sentence.name_and").search(word.before)
    does = word.next in deeds() or word.next in words("verbs.are", "deeds")
    return match is not None and does and is_known(key_of(match[1]))


def is_one_of_a_family(word: Word) -> bool:
    """True for the name of a family: `the Kowalski girl`."""
    return word.previous == "the" and bool(pattern("person.pupils").match(word.next))


def begins_sentence(before: str) -> bool:
    """True if a word after `before` begins a sentence, a paragraph, a list's item or a quotation.

    The next line after a wrapped one does not; a short line without a full stop is not wrapped.
    """
    lead = before.rstrip(_OPENING + _QUOTES)
    body, line = lead.rstrip(), lead.rpartition("\n")[2]
    is_quoted = any(quote in before[len(lead) :] for quote in _QUOTES)
    if not body or is_quoted or pattern("sentence.item").fullmatch(line):
        return True
    if body.rstrip(_CLOSING).endswith((".", "!", "?", "…", ":", "|")):
        return not pattern("sentence.short_form").search(body)
    breaks, last = lead[len(body) :].count("\n"), body.rpartition("\n")[2]
    return breaks > 1 or (breaks == 1 and len(last) < _WRAPPED and not pattern("sentence.open_end").search(last))
