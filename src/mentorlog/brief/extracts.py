"""The writer's own words, a sentence or so at a time: highlights (`==so==`), and the first sentence of a reply.

Nothing is paraphrased. Without a highlight a brief quotes the last thought of an answer (`telling.py`).
"""

import re
from collections.abc import Iterator

from mentorlog.text import HIGHLIGHT

LONGEST = 260  # characters of one extract
SHORTEST = 24  # characters of a first sentence; a shorter one ("Hm.") is quoted with the next
_BLANK_LINE = re.compile(r"(?:\r\n|\r(?!\n)|\n)[ \t]*(?:\r\n|\r|\n)")
_PARAGRAPH_END = re.compile(rf"{_BLANK_LINE.pattern}|(?:\r\n|\r(?!\n)|\n)[ \t]*(?=\\)")
_MARKS = re.compile(r"\A(?:[\s\\>]|[-*+][ \t]|\d{1,3}[.)][ \t]|#{1,6}[ \t][^\r\n]*(?:\r\n|\r|\n|\Z))+")
_CODE_BLOCK = re.compile(r"\A(?:```|~~~)")
_SENTENCE_END = re.compile(r"[.!?…]+[\"'”’)\]*_]*(?=\s|\Z)")
_SHORT_FORM = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|Miss|St|vs|etc|e\.g|i\.e|no|p|pp|Y|Yr)|\b[A-Z])\.\Z")


def highlights(raw: str) -> Iterator[str]:
    """Yield each highlighted stretch of a section's raw text, cut to LONGEST: a substring of `raw`."""
    for highlight in HIGHLIGHT.finditer(raw):
        if not _BLANK_LINE.search(highlight[1]):
            yield cut(highlight[1])


def opening(raw: str) -> str:
    """The first sentence of a section's raw text, cut to LONGEST: a substring of `raw`, "" if there is none."""
    for paragraph in _PARAGRAPH_END.split(raw):
        text = _MARKS.sub("", paragraph).strip()
        if re.search(r"\w", text) and not _CODE_BLOCK.match(text):
            return cut(_first_sentence(text))
    return ""


def _first_sentence(text: str) -> str:
    for end in _SENTENCE_END.finditer(text[: LONGEST * 2]):
        sentence = text[: end.end()]
        if len(sentence) >= SHORTEST and not _SHORT_FORM.search(sentence):
            return sentence
    return text


def cut(text: str) -> str:
    """The beginning of `text`, at most LONGEST characters, cut between words if possible."""
    if len(text) <= LONGEST:
        return text
    short = text[: LONGEST + 1]
    ends = [match.start() for match in re.finditer(r"\s", short)]
    return short[: ends[-1] if ends else LONGEST].rstrip()
