"""The words for a lesson, a class, a pupil and a school, which differ between kinds of school.

The bank is written in a school's words. A journal whose `setting` is a nursery, a special school or a college is asked
the same questions in its own.
"""

import re
from typing import Literal, get_args

from mentorlog.errors import UsageError

Setting = Literal["early years", "primary", "secondary", "special", "college"]
SETTINGS: tuple[Setting, ...] = get_args(Setting)

_SESSIONS = {"lesson": "session", "lessons": "sessions"}
_GROUPS = {"class": "group", "classes": "groups"}
_WORDS: dict[Setting, dict[str, str]] = {
    "early years": {**_SESSIONS, **_GROUPS, "pupil": "child", "pupils": "children", "school": "setting"},
    "special": _SESSIONS,
    "college": {**_SESSIONS, **_GROUPS, "pupil": "student", "pupils": "students", "school": "college"},
}
_IN_A_SCHOOL = {theirs: word for words in _WORDS.values() for word, theirs in words.items()}


def in_words_of(text: str, setting: Setting | None) -> str:
    """The text in the words of a setting: "this lesson" is "this session" in a nursery. None changes nothing."""
    return _exchanged(text, _WORDS.get(setting, {})) if setting else text


def in_school_words(text: str) -> str:
    """The text in the words of the bank, whichever setting's it is in."""
    return _exchanged(text, _IN_A_SCHOOL)


def read_setting(name: str) -> Setting:
    """The setting that a person names, in any case. Raises UsageError for any other word."""
    for setting in SETTINGS:
        if setting == name.strip().casefold().replace("-", " "):
            return setting
    raise UsageError(f"'{name}' is not a setting", hint=f"--setting with one of: {', '.join(SETTINGS)}")


def _exchanged(text: str, words: dict[str, str]) -> str:
    """The text with each whole word that `words` has exchanged, its capital letter kept."""

    def exchanged(found: re.Match[str]) -> str:
        word = words.get(found[0].casefold())
        if word is None:
            return found[0]
        return word.capitalize() if found[0][:1].isupper() else word

    return re.sub(r"[^\W\d_]+", exchanged, text) if words else text
