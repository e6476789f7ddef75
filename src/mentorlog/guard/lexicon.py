"""What a word is by itself: a first name, a historical figure, an everyday word, or more than one of these."""

import unicodedata
from functools import cache
from itertools import chain

from mentorlog.guard.word_lists import lines, pattern, words

_STROKED = str.maketrans("łŁøØđĐıß", "lLoOdDis")


def key_of(word: str) -> str:
    """A word as the lists have it: `Zoë’s` is `zoe`."""
    text = pattern("sentence.suffix").sub("", word).replace("’", "'").replace("‑", "-")
    if not text.isascii():
        parts = unicodedata.normalize("NFKD", text.translate(_STROKED))
        text = "".join(char for char in parts if not unicodedata.combining(char))
    return text.casefold()


@cache
def famous_pairs() -> frozenset[str]:
    """Historical figures who are known by two words only."""
    return frozenset(lines("famous-pairs"))


@cache
def _shared() -> frozenset[str]:
    """Surnames that historical figures share with pupils and colleagues."""
    return frozenset(pair.rpartition(" ")[2] for pair in famous_pairs())


@cache
def _everyday() -> frozenset[str]:
    things = words("ordinary", "proper", "famous", "things.crowned", "things.placed", "things.labels")
    return things | words("verbs.says", "verbs.does", "verbs.is", "before.to") | (_shared() - words("first-names"))


def is_famous(name: str) -> bool:
    return name in famous_pairs() or name.rpartition(" ")[2] in words("famous")


def is_surname(key: str) -> bool:
    """True for everyday words that are often surnames."""
    return key in words("surnames") or key in _shared()


def has_own_capital(key: str) -> bool:
    """True for a place, a day, a product, a historical figure: it has a capital letter by right."""
    return key in words("proper", "famous")


def is_known(key: str) -> bool:
    """True for a first name, alone or beside a hyphen."""
    return not words("first-names").isdisjoint(key.split("-"))


def is_sure(key: str) -> bool:
    """True for a first name that is nothing else. Beside a hyphen it may be something else too: `Lily-Mae`."""
    if "-" not in key:
        return key in words("first-names") and key not in _everyday()
    return is_known(key) and all(
        part in words("first-names") or not is_part_of_a_thing(part) for part in key.split("-")
    )


def is_part_of_a_thing(part: str) -> bool:
    """True for `x` and `ray` of `X-ray`."""
    return is_everyday(part) or len(part) < len("Ali")


def is_everyday(key: str) -> bool:
    """True if the lists have it as something else than a name, or in the singular, or names hardly end so."""
    if key in _everyday() or key in words("first-names"):
        return key in _everyday()
    singular = key.removesuffix("s")
    forms = {key, singular, key.removesuffix("es"), key.removesuffix("ies") + "y"}
    return not forms.isdisjoint(_everyday()) or any(map(pattern("things.ending").match, (key, singular)))


def can_follow(text: str) -> bool:
    """True if a word may be the second one of a name: `Leon Brown` and `Charlie B`, but not `Leon Monday`."""
    if len(text) == 1:
        return text not in "IA"
    key = key_of(text)
    if key in words("surnames.particles"):
        return text[0].isupper()
    is_name = text[0].isupper() and not text.isupper() and not any(map(str.isdigit, text))
    return is_name and (is_surname(key) or not is_everyday(key))


@cache
def deeds() -> frozenset[str]:
    """Verbs of people in the third person singular and in the past tense."""
    return words("verbs.does", "verbs.says", "verbs.past").union(chain.from_iterable(map(_forms, words("deeds"))))


def _forms(base: str) -> tuple[str, str]:
    if base.endswith("e"):
        return f"{base}s", f"{base}d"
    if base.endswith("y") and base[-2] not in "aeou":
        return f"{base[:-1]}ies", f"{base[:-1]}ied"
    doubled = base + base[-1] * bool(pattern("deeds.doubling").fullmatch(base))
    return f"{base}es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else f"{base}s", f"{doubled}ed"
