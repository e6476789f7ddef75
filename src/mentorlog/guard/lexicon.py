"""What a word is by itself: a first name, somebody who is taught, an everyday word, or more than one of these."""

import re
import unicodedata
from functools import cache

from mentorlog.guard import cues as lists
from mentorlog.guard.cues import lines_in, listed

_STROKED = str.maketrans("łŁøØđĐıß", "lLoOdDis")
_ENDING = (
    r"(?:.{4,}(?:ing|ment|ence|ance|ive|ish|ian)|.{3,}(?:[ts]ion|ness|ism|ics|ship|ful|[ai]ble|ous|ese|ology|ity|sis|graphy|metry|ium|ball|craft)|"
    r".{2,}(?:shire|borough|brough|mouth|chester|cester|bridge|burgh|hampton|minster|thwaite|moor|.{2}(?:water|land|stan|pool|wich|sex)))\Z"
)
SUFFIX = r"['’](?:s?|ll|d|ve|re|m)\Z"


@cache
def famous_pairs() -> frozenset[str]:
    return frozenset(lines_in("famous-pairs"))


@cache
def _shared() -> frozenset[str]:
    """Surnames that the famous share with pupils and colleagues."""
    return frozenset(pair.rpartition(" ")[2] for pair in famous_pairs())


@cache
def _everyday() -> frozenset[str]:
    people_do = lists.SAYS | lists.DOES | lists.IS | lists.TO
    things = listed("ordinary") | listed("proper") | lists.CROWNED | lists.PLACED | lists.LABELS
    return things | people_do | listed("famous") | (_shared() - listed("first-names"))


@cache
def pattern(text: str) -> re.Pattern[str]:
    """The regular expression, compiled when it is first needed: all of them would take longer than a command."""
    return re.compile(text)


def key_of(word: str) -> str:
    """A word as the lists have it: `Zoë’s` is `zoe`."""
    text = pattern(SUFFIX).sub("", word).replace("’", "'").replace("‑", "-")
    if not text.isascii():
        parts = unicodedata.normalize("NFKD", text.translate(_STROKED))
        text = "".join(char for char in parts if not unicodedata.combining(char))
    return text.casefold()


def is_famous(name: str) -> bool:
    return name in famous_pairs() or name.rpartition(" ")[2] in listed("famous")


def is_surname(key: str) -> bool:
    """Whether an everyday word is often a surname."""
    return key in listed("surnames") or key in _shared()


def is_known(key: str) -> bool:
    """Whether it is a first name, or has one before or after a hyphen."""
    return any(part in listed("first-names") for part in key.split("-"))


def is_sure(key: str) -> bool:
    """Whether it is a first name and nothing else. Beside a hyphen it may be something else as well: `Lily-Mae`."""
    if "-" not in key:
        return key in listed("first-names") and key not in _everyday()
    return is_known(key) and all(
        part in listed("first-names") or not is_part_of_a_thing(part) for part in key.split("-")
    )


def is_part_of_a_thing(part: str) -> bool:
    """`x` and `ray`."""
    return is_everyday(part) or len(part) < len("Ali")


def is_everyday(key: str) -> bool:
    """Whether it is in one of the lists, in the plural too, or has an ending that names hardly have."""
    if key in _everyday():
        return True
    if key in listed("first-names"):
        return False
    forms = (key, key.removesuffix("s"), key.removesuffix("es"), key.removesuffix("ies") + "y")
    return any(form in _everyday() for form in forms) or any(map(pattern(_ENDING).match, forms[:2]))


def can_follow(text: str) -> bool:
    """Whether a word may be the second one of a name: `Leon Brown` and `Charlie B`, but not `Leon Monday`."""
    if len(text) == 1:
        return text not in "IA"
    key = key_of(text)
    if key in lists.PARTICLES and text[0].isupper():
        return True
    plain = text[0].isupper() and not text.isupper() and not any(map(str.isdigit, text))
    return plain and (is_surname(key) or not is_everyday(key))
