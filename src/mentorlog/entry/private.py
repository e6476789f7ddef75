"""`Just for me`: which lines begin a private section, what ends it, and how far open text may be quoted.

Nobody should have to spell the heading right to be believed, so every disguise of it counts: emphasis, HTML tags and
entities, a list item, a quotation, invisible characters, letters in other forms. In doubt, text is private.
"""

import re
import unicodedata
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Self

_PHRASE = re.compile(r"(?<![^\W_])just[\W_]*+for[\W_]*+(?:me|myself)(?![^\W_])")
_FIRST_WORD = "just"  # the rarest of the three words: most lines are done with once it is missing
_TAG = re.compile(r"<[^<>\n]*+>|<!--")
_OTHER_WORDS = re.compile(r"(?!\d{1,9}[.)]\s)[^\W_]{2}")  # the number of a list item is not a word
_INVISIBLE = ("Cf", "Mn", "Me")  # Unicode categories; a mark that is left after composing takes no room of its own
_UNUSUAL = re.compile("[^\x00-\x7f\u00c0-\u00ff\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u00a3\u20ac]")
_HEADING_MARKUP = re.compile(r"[^a-z#]*(?:[a-z][.)\]][^a-z#]*)*(?P<hashes>#{1,6})|.*(?:<h[1-6]\b|<summary\b|\[!)")
_UNDERLINE = re.compile(r"[\s>]*(?:-+|=+)\s*\Z")
_LEVEL_WITHOUT_HASHES = 2  # of a heading in HTML, an underlined one, and plain words
_INDENTED = 4  # spaces that make a line code itself, so that it closes no fence
_CODE_FENCE = re.compile(r"(?:[\s>]|[-*+][ \t]|\d{1,9}[.)][ \t])*(`{3,}|~{3,})")


def private_level(line: str, following: str) -> int:
    """The heading level of a line that begins a private section; 0 for any other line.

    A line does so if it says `Just for me` (or `myself`), in any disguise, and either

    - looks like a heading: hashes, `<h2>`, `<summary>`, `[!note]`, or underlined by `following`, the next line; or
    - begins with the words and does not run on as a sentence (`Just for me: notes`, not `Just for me it was hard`).

    A backslash at the start of the line makes it text.
    """
    plain = _undisguised(line)
    if _FIRST_WORD not in plain or line.lstrip().startswith("\\"):
        return 0
    phrase = _phrase_in(plain)
    return _level(plain, phrase, following) if phrase else 0


def says_just_for_me(answer: str) -> bool:
    """Whether a line of a typed answer would begin a private section if it were not typed as text."""
    return any(private_level(line, following) for line, following in pairwise([*answer.split("\n"), ""]))


def quotable_length(raw: str) -> int:
    """How many characters of an open section a brief may quote.

    Everything up to the first line that says `Just for me` behind a backslash, which makes it text: the section stays
    open, but whoever typed that line may have meant it. All of `raw` if there is no such line.
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
    r"""The lines of `text`, whose ends may be `\n`, `\r` or `\r\n`; of `\r\n` the `\r` stays, so that places hold."""
    return (re.sub(r"\r(?!\n)", "\n", text) if "\r" in text else text).split("\n")


@dataclass(frozen=True, slots=True)
class PrivateSection:
    """A private section as far as it has been read: its heading's level, and the code fence open in it ("" if none)."""

    level: int
    fence: str = ""

    def after(self, line: str) -> Self:
        """The section once `line` has been read."""
        fence = _fence_after(line, self.fence)
        return self if fence == self.fence else replace(self, fence=fence)

    def ends_at(self, level: int) -> bool:
        """Whether a dimension's heading of this level ends it: if it is as high as its own and not inside code.

        Nothing else ends a private section, neither another heading nor another `Just for me`.
        """
        return level <= self.level and not self.fence


def _level(plain: str, phrase: re.Match[str], following: str) -> int:
    markup = _HEADING_MARKUP.match(plain)
    if markup and markup["hashes"]:
        return len(markup["hashes"])
    is_private = markup or _UNDERLINE.match(following) or _stands_alone(phrase)
    return _LEVEL_WITHOUT_HASHES if is_private else 0


def _stands_alone(phrase: re.Match[str]) -> bool:
    """Whether the phrase begins its line and does not run on as a sentence."""
    line = phrase.string
    begins = not _OTHER_WORDS.search(_TAG.sub(" ", line[: phrase.start()]))
    runs_on = re.match(r"[ \t]+[^\W_]", _TAG.sub("|", line[phrase.end() :]))
    return begins and not runs_on


def _phrase_in(plain: str) -> re.Match[str] | None:
    """Where `plain` says the words; where it does not, the same in `plain` without tags, which may part the words."""
    return _first_phrase(plain) or (_first_phrase(_TAG.sub("|", plain)) if "<" in plain else None)


def _first_phrase(plain: str) -> re.Match[str] | None:
    start = plain.find(_FIRST_WORD)
    while start >= 0:
        if phrase := _PHRASE.match(plain, start):
            return phrase
        start = plain.find(_FIRST_WORD, start + 1)
    return None


def _undisguised(text: str) -> str:
    """`text` in small letters, without entities, invisible characters and the other forms of plain letters."""
    if "&" in text:
        import html

        text = html.unescape(text)
    if not text.isascii() and _UNUSUAL.search(text):
        text = _UNUSUAL.sub(_if_visible, unicodedata.normalize("NFKC", text))
    return text.casefold()


def _if_visible(char: re.Match[str]) -> str:
    return "" if unicodedata.category(char[0]) in _INVISIBLE else char[0]


def _fence_after(line: str, fence: str) -> str:
    """The code fence that is open after `line`, given the one open before it; "" for none."""
    if not fence:
        opened = _CODE_FENCE.match(line)
        return opened[1] if opened else ""
    marks = line.rstrip()
    indent = len(marks) - len(marks.lstrip(" "))
    marks = marks.lstrip(" ")
    return "" if indent < _INDENTED and marks.startswith(fence) and not marks.strip(fence[0]) else fence
