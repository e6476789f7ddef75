"""Find lines that suggest that a child may be at risk, which belong with the safeguarding lead and in no journal.

The writer gets one more sentence and nothing is held back, so a false alarm does less harm than a miss. Lines about
books, sport and lessons are passed over where that is plain, but never what a child tells of themselves. The patterns
are in `words/`; tests/guard/measure_safeguarding.py measures them.
"""

import re
from functools import cache

from mentorlog.guard.word_lists import lines

SAFEGUARDING = "If a child may be at risk, stop here and tell your safeguarding lead today. It is not journal material."


def is_risk(text: str) -> bool:
    """True if a sentence of `text` speaks of a child and of harm, and not plainly of a book or a lesson."""
    return any(map(_speaks_of_harm, re.findall(r"[^.!?\n]+", text.replace("’", "'"))))


def _speaks_of_harm(sentence: str) -> bool:
    if not _speaks_of("harm", sentence):
        return False
    return not _speaks_of("lesson", sentence) or _speaks_of("told", sentence)


def _speaks_of(name: str, sentence: str) -> bool:
    return any(pattern.search(sentence) for pattern in _patterns(name))


@cache
def _patterns(name: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(line, re.IGNORECASE) for line in lines(name))
