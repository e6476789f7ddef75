"""Whether a line suggests that a child may be at risk, which is for the safeguarding lead and no journal.

A sentence is held back on nothing: the answer is one more sentence for the writer. So it rather speaks up once too
often than not at all; words about books, sport and lessons are passed over where that is plain, but never what a child
tells of themselves. The patterns are in `words/`; tests/measure_safeguarding.py counts how they do.
"""

import re
from collections.abc import Iterator
from functools import cache

from mentorlog.guard.cues import lines_in

SAFEGUARDING = "If a child may be at risk, stop here and tell your safeguarding lead today. It is not journal material."
_PART = re.compile(r"(\w+) = ")
_USE = re.compile(r"<(\w+)>")
_SENTENCE = re.compile(r"[^.!?\n]+")


def is_risk(text: str) -> bool:
    """Whether a sentence of `text` speaks of a child and of harm, and not plainly of a book or a lesson."""
    return any(_speaks_of_harm(found.group()) for found in _SENTENCE.finditer(text.replace("’", "'")))


def _speaks_of_harm(sentence: str) -> bool:
    if not _speaks_of("harm", sentence):
        return False
    return not _speaks_of("lesson", sentence) or _speaks_of("told", sentence)


def _speaks_of(name: str, sentence: str) -> bool:
    return any(pattern.search(sentence) for pattern in _patterns(name))


@cache
def _patterns(name: str) -> tuple[re.Pattern[str], ...]:
    """The patterns in a list, compiled when they are first needed."""
    return tuple(re.compile(line, re.IGNORECASE) for line in _filled(lines_in(name)))


def _filled(lines: tuple[str, ...]) -> Iterator[str]:
    """The lines that are patterns of their own, with the parts that they name."""
    parts: dict[str, str] = {}
    for line in lines:
        head = _PART.match(line)
        whole = _USE.sub(lambda use: parts[use[1]], line[head.end() :] if head else line)
        if head:
            parts[head[1]] = whole
        else:
            yield whole
