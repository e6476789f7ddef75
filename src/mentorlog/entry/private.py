"""Private sections (`Just for me`): recognise their first line and their end, and limit quotations from open ones.

The words count in every form: with emphasis, HTML tags and entities, in list items and quotations, with invisible
characters and variant letters. In doubt, text is private.
"""

import re
import unicodedata
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Self

_PHRASE = re.compile(r"(?<![^\W_])just[\W_]*+for[\W_]*+(?:me|myself)(?![^\W_])")
_FIRST_WORD = "just"  # the rarest of the three words: most lines do not contain it
_TAG = re.compile(r"<[^<>\n]*+>|<!--")
_OTHER_WORDS = re.compile(r"(?!\d{1,9}[.)]\s)[^\W_]{2}")  # the number of a list item is not a word
_INVISIBLE = ("Cf", "Mn", "Me")  # Unicode categories: format characters, and marks that NFKC has not joined to a letter
_UNUSUAL = re.compile("[^\x00-\x7f\u00c0-\u00ff\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u00a3\u20ac]")
_HEADING_MARKUP = re.compile(r"[^a-z#]*(?:[a-z][.)\]][^a-z#]*)*(?P<hashes>#{1,6})|.*(?:<h[1-6]\b|<summary\b|\[!)")
_UNDERLINE = re.compile(r"[\s>]*(?:-+|=+)\s*\Z")
_LEVEL_WITHOUT_HASHES = 2  # the level of HTML headings, underlined ones and plain words
_INDENTED = 4  # spaces: a line indented by four is code, and closes no fence
_CODE_FENCE = re.compile(r"(?:[\s>]|[-*+][ \t]|\d{1,9}[.)][ \t])*(`{3,}|~{3,})")


def private_level(line: str, following: str) -> int:
    """The heading level of a line that begins a private section; 0 for any other line.

    Such a line contains `Just for me` or `Just for myself`, in any form, and either

    - looks like a heading: hashes, `<h2>`, `<summary>`, `[!note]`, or underlined by `following`, the next line; or
    - begins with the words and does not run on as a sentence: `Just for me: notes`, but not `Just for me it was hard`.

    A line that starts with a backslash is never one.
    """
    plain = _undisguised(line)
    if _FIRST_WORD not in plain or line.lstrip().startswith("\\"):
        return 0
    phrase = _phrase_in(plain)
    return _level(plain, phrase, following) if phrase else 0


def says_just_for_me(answer: str) -> bool:
    """Whether a typed answer has a line that would begin a private section. It is saved as plain text instead."""
    return any(private_level(line, following) for line, following in pairwise([*answer.split("\n"), ""]))


def quotable_length(raw: str) -> int:
    """The number of characters, from the start of an open section, that a brief may quote.

    A typed `Just for me` is saved with a backslash, as text, so the section goes on below it. But the writer may have
    meant it: a brief quotes nothing from that line on. Without such a line, it may quote all of `raw`.
    """
    if "\\" not in raw:
        return len(raw)
    start = 0
    for line, following in pairwise([*lines_of(raw), ""]):
        text = line.lstrip(" \t")
        if text.startswith("\\") and private_level(text.lstrip("\\"), following):
            return start
        start += len(line) + 1
    return len(raw)


def lines_of(text: str) -> list[str]:
    r"""The lines of `text`, each without the last character of its end: a line keeps the `\r` of `\r\n`."""
    return (re.sub(r"\r(?!\n)", "\n", text) if "\r" in text else text).split("\n")


@dataclass(frozen=True, slots=True)
class PrivateSection:
    """The state of reading a private section: its heading's level, and the open code fence ("" if none)."""

    level: int
    fence: str = ""

    def after(self, line: str) -> Self:
        """The state after the next line."""
        fence = _fence_after(line, self.fence)
        return self if fence == self.fence else replace(self, fence=fence)

    def ends_at(self, level: int) -> bool:
        """Whether a dimension's heading of this level ends the section.

        It does unless it is lower than the private heading or inside a code fence. No other heading ends a private
        section, nor does a second `Just for me`.
        """
        return level <= self.level and not self.fence


def _level(plain: str, phrase: re.Match[str], following: str) -> int:
    markup = _HEADING_MARKUP.match(plain)
    if markup and markup["hashes"]:
        return len(markup["hashes"])
    is_private = markup or _UNDERLINE.match(following) or _is_label(phrase)
    return _LEVEL_WITHOUT_HASHES if is_private else 0


def _is_label(phrase: re.Match[str]) -> bool:
    """Whether the phrase begins its line and does not run on as a sentence."""
    line = phrase.string
    begins = not _OTHER_WORDS.search(_TAG.sub(" ", line[: phrase.start()]))
    runs_on = re.match(r"[ \t]+[^\W_]", _TAG.sub("|", line[phrase.end() :]))
    return begins and not runs_on


def _phrase_in(plain: str) -> re.Match[str] | None:
    """Find the phrase in `plain`, or in `plain` without tags, which may separate its words. None if in neither."""
    return _first_phrase(plain) or (_first_phrase(_TAG.sub("|", plain)) if "<" in plain else None)


def _first_phrase(plain: str) -> re.Match[str] | None:
    """Find the first match of _PHRASE by its first word, which is faster than `search`."""
    start = plain.find(_FIRST_WORD)
    while start >= 0:
        if phrase := _PHRASE.match(plain, start):
            return phrase
        start = plain.find(_FIRST_WORD, start + 1)
    return None


def _undisguised(text: str) -> str:
    """Convert `text` to plain lower case: decode entities, replace variant letters, drop invisible characters."""
    if "&" in text:
        import html

        text = html.unescape(text)
    if not text.isascii() and _UNUSUAL.search(text):
        text = _UNUSUAL.sub(_if_visible, unicodedata.normalize("NFKC", text))
    return text.casefold()


def _if_visible(char: re.Match[str]) -> str:
    return "" if unicodedata.category(char[0]) in _INVISIBLE else char[0]


def _fence_after(line: str, fence: str) -> str:
    """The code fence open after `line`, given the one open before it; "" for none."""
    if not fence:
        opening = _CODE_FENCE.match(line)
        return opening[1] if opening else ""
    marks = line.rstrip()
    indent = len(marks) - len(marks.lstrip(" "))
    marks = marks.lstrip(" ")
    return "" if indent < _INDENTED and marks.startswith(fence) and not marks.strip(fence[0]) else fence
