"""The telling sentence of an answer: the last thought before sign-offs and logistics.

Teachers set the scene, arrive somewhere, and then write what to print for Friday. So a brief looks for what to quote
from the end. It passes over plans and sign-offs, and quotes the last two sentences that remain, since the last one
often leans on the one before ("It wasn't."). A question to oneself is quoted alone. Nothing else in the words counts,
and nothing is learnt from a journal. `tests/brief/measure_telling.py` compares this with what readers would quote.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mentorlog.brief.highlights import LONGEST, cut

_SIGN_OFF = 2  # words: a last sentence as short as "Tea." says goodbye
_THOUGHT, _GIST = 2, 3  # sentences at most
LONGEST_GIST = 400  # characters
_QUESTION = 4  # words: a longer question stands alone

# Blocks: only prose is quoted.
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_NO_PROSE = re.compile(r"[ \t]*(?:#{1,6}[ \t]|\||!\[|%%|(?:[-*_=][ \t]*){3,}\Z|[^\r\n:]{1,40}:[ \t]*\Z)")
_ITEM = re.compile(  # the mark before an item of a list, and the bold label or question of a form
    r"(?:[ \t]*(?:>|[-*+•][ \t]|\d{1,3}[.)][ \t]|\[[ xX]\][ \t]))*[ \t]*\\*"
    r"(?:(?:\*\*[^*\r\n]{1,120}(?:[:?]\*\*|\*\*[:?])|__[^_\r\n]{1,120}(?:[:?]__|__[:?]))(?!\w)[ \t]*)?"
)
_COMMENT = re.compile(r"<!--[\s\S]*?(?:-->|\Z)")

# Sentences.
_END = re.compile(r"[.!?…]+[\"'”’)\]*_]*(?=\s|\Z)")
_SHORT_FORM = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|Miss|St|vs|etc|e\.g|i\.e|no|p|pp|[Yy]r|mins?|approx)|\b[A-Z])\.\Z")
_LONGEST_FORM = 8  # characters of a short form and what is before it
_GOES_ON = re.compile(r"\s+[a-z]")  # behind dots: "end of... that's not"

_ERRANDS = (
    "ask|raise|email|ring|phone|print|bring|book|buy|order|find out|chase|check|get|put|set|send|tell|see if|"
    "looke?d? up|try|use"
)
_PLANS = re.compile(  # how a sentence about the writer's own week begins
    r"(?:anyway|anyhow|right|ok|okay|ah well|oh well|good luck|night|bed|tea|also|then we|p\.?s|off to)\b"
    r"|(?:so |and |then )?(?:next|tomorrow|monday|tuesday|wednesday|thursday|friday)\b"
    r"|(?:also )?(?:i )?(?:needs?|must|have (?:got )?to|got to|gotta|remember|remind|don't forget)\b"
    r"|(?:i'll|i will|we'll|we're going to|i(?:'m| am) going to|will|would be good to) "
    rf"|(?:could do|(?:could |i'd |i would )?(?:{_ERRANDS}))\b"
    r"|(?:things? (?:i need|to)|to ?do|note to self|marking|planning|spellings?|same (?:lesson|again))\b",
    re.IGNORECASE,
)
_ABOUT_IT = re.compile(
    r"(?i)(?:but|and|so|or|not) |"
    r"(?:it|it's|that|that's|this|they|they're|those|these|he|she|he's|she's|she'd|he'd|they'd|him|her)\b"
)


class Sentence(NamedTuple):
    """A sentence of an answer: `start` and `end` are places in its raw text, `block` counts the paragraphs."""

    start: int
    end: int
    block: int
    text: str

    @property
    def words(self) -> int:
        return len(self.text.split())

    @property
    def is_plan(self) -> bool:
        """True for an errand, a plan or a sign-off: it is for the writer's own week."""
        text = self.text.replace("’", "'")
        is_sign_off = self.words <= _SIGN_OFF and not text.endswith("?") and not _ABOUT_IT.match(text)
        return bool(_PLANS.match(text)) or is_sign_off

    @property
    def is_about_it(self) -> bool:
        """True if it says something of what the sentence before it names: `She does the timetable`."""
        return bool(_ABOUT_IT.match(self.text.replace("’", "'")))

    @property
    def stands_alone(self) -> bool:
        """True for a question to oneself, which needs no other sentence."""
        return self.text.endswith("?") and self.words > _QUESTION


def telling(raw: str) -> str:
    """The last thought in a section's raw text: one or two sentences, a substring of it; "" if it has no prose."""
    thoughts = _without_plans(list(sentences(raw)))
    is_alone = bool(thoughts) and thoughts[-1].stands_alone
    return _end_of(raw, thoughts[-1:] if is_alone else thoughts[-_THOUGHT:], LONGEST)


def gist(raw: str) -> str:
    """The last thought with the sentence before it: up to three sentences of one paragraph, a substring of `raw`."""
    return _end_of(raw, _without_plans(list(sentences(raw)))[-_GIST:], LONGEST_GIST)


def _end_of(raw: str, thoughts: Sequence[Sentence], longest: int) -> str:
    """The last of these sentences, with those before it that are in its paragraph and fit; "" if there are none."""
    if not thoughts:
        return ""
    last = thoughts[-1]
    fitting = [item.start for item in thoughts if item.block == last.block and last.end - item.start <= longest]
    return cut(raw[fitting[0] if fitting else last.start : last.end], longest)


def questions(raw: str) -> Iterator[Sentence]:
    """The sentences of the prose in a raw text that are questions."""
    return (sentence for sentence in sentences(raw) if sentence.text.rstrip("\"'”’)*_").endswith("?"))


def _without_plans(answer: Sequence[Sentence]) -> Sequence[Sentence]:
    """The sentences without the plans at the end, and without remarks about a plan; the first always stays."""
    number = len(answer)
    while number > 1:
        if answer[number - 1].is_plan:
            number -= 1
        elif number > 2 and answer[number - 2].is_plan and answer[number - 1].is_about_it:  # noqa: PLR2004
            number -= 2
        else:
            break
    return answer[:number]


def sentences(raw: str) -> Iterator[Sentence]:
    """The sentences of the prose in a raw text, in order: no code, tables, pictures, comments, headings or labels."""
    for block, (start, end) in enumerate(_paragraphs(_COMMENT.sub(lambda comment: " " * len(comment[0]), raw))):
        at = start
        for stop in _END.finditer(raw, start, end):
            if _SHORT_FORM.search(raw, max(at, stop.end() - _LONGEST_FORM), stop.end()) or (
                stop[0].startswith(("..", "…")) and _GOES_ON.match(raw, stop.end(), end)
            ):
                continue
            yield from _sentence(raw, at, stop.end(), block)
            at = stop.end()
        yield from _sentence(raw, at, end, block)


def _sentence(raw: str, start: int, end: int, block: int) -> Iterator[Sentence]:
    """The words between two places as a sentence, if there are any."""
    text = raw[start:end]
    words = text.strip()
    if re.search(r"\w", words):
        first = start + len(text) - len(text.lstrip())
        yield Sentence(first, first + len(words), block, " ".join(words.split()))


def _paragraphs(raw: str) -> Iterator[tuple[int, int]]:
    """Where each paragraph or item of prose begins and ends."""
    start, end, fence = -1, -1, ""
    for line in _LINE.finditer(raw):
        words = line[0].rstrip("\r\n")
        mark = _FENCE.match(words)
        is_prose = not fence and not mark and bool(words.strip()) and not _NO_PROSE.match(words)
        if mark:
            fence = "" if fence and mark[1].startswith(fence) else fence or mark[1]
        item = _ITEM.match(words)
        lead = item.end() if item and item[0].strip() else 0
        if start >= 0 and (not is_prose or lead):
            yield start, end
            start = -1
        if is_prose:
            start = start if start >= 0 else line.start() + lead
            end = line.start() + len(words)
    if start >= 0:
        yield start, end
