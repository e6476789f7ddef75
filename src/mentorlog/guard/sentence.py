"""A word with a capital letter in its sentence, and whether what stands around it makes a person of it."""

import re
from dataclasses import dataclass
from functools import cache

from mentorlog.guard import cues as lists
from mentorlog.guard.cues import listed
from mentorlog.guard.lexicon import is_everyday, is_known, key_of, pattern

_WRAPPED = 40  # characters: a shorter line without a full stop was not wrapped, it is a thought of its own
_LETTERS = r"(?:[^\W_]|[\u0300-\u036f])*+"  # an accent may be a character of its own
NAME = rf"[^\Wa-z\d_]{_LETTERS}(?:['’‑-][^\W\d_]{_LETTERS})*+(?:(?<=s)['’](?=[ ][a-z]))?"
_OPENING, _QUOTES, _CLOSING = "*_~=`[(", '"“‘„«', "\"'”’)]*_~=`"
_ITEM = r"[ \t]*(?:[-+*•>#|][ \t]*|\d{1,3}[.)][ \t]+|\[[ xX]\][ \t]*)+"
_SHORT_FORM = r"\b(?:Mrs?|Ms|Dr|St|vs|approx|e\.g|i\.e|Prof)\.\Z"
_OPEN_END = r"(?:,|[;–-]|\b(?:the|an?|and|or|but|with|to|for|of|in|on|at|by|from|told|asked|that|as|is|was|my|h?our))\Z"
_ADVERBS = r"(?:(?:\w{2,12}ly|then|also|just|still|never|always|only|once|soon|already|both|all)[ ]){0,2}"
_NEXT = rf"\.?[*_~=`\"”’)\]]*[ \n]+{_ADVERBS}([^\W\d_A-Z][^\W\d_]*(?:['’]t)?)"
_AND_NAME = rf"[*_]*(?:,? (?:and|&)|,(?= {NAME}(?:,| and\b))) [*_]*({NAME})"
_LIST = (
    rf"((?:,? [*_]*{NAME}[*_]*){{0,6}},? (?:and|&|\+) [*_]*{NAME})[*_]*[ \n]+{_ADVERBS}([^\W\d_A-Z][^\W\d_]*(?:['’]t)?)"
)
_AND_INITIALS = r"(?:(?:,| and| &) [A-Z]\b\.?){1,5}"
_INITIALS_AND = r"(?:\b[A-Z]\.?(?:,| and| &) ){1,5}\Z"
_PAST = r"[a-z]{3}ed\Z"

_CLASS = r"(?:[Yy](?:ear |r ?)?\d{1,2}|\d{1,2}[A-Z]\w?)\b"
_ROLES = (
    r"(?:HoD|HOD|TA|HLTA|LSA|ECT|SENCO|SENDCO|DSL|mentor|tutor|caretaker|technician|head|deputy|librarian|secretary|"
    r"cook|cleaner|receptionist|nurse|governor|cover supervisor|lollipop lady|dinner lady|site manager|chaplain|"
    r"counsellor|who(?:'s| is| was| has| had| sits| never| always))"
)
_ROOMS = (
    r"(?:office|kitchens?|library|workshop|canteen|PE|DT|Art|Music|Drama|[Ss]cience|[Mm]aths|English|History|Geography|"
    r"[Rr]eception|finance|attendance|IT|ICT|"
    r"front desk|desk|gate|door|phones)"
)
_FOLK = (
    r"mum|dad|mother|father|nan|gran|grandad|grandma|carer|parents?|brother|sister|family|uncle|aunt|cousin|friends?|"
    r"mates?"
)
_BELONGS = (
    rf"(?: from| in| on) (?:{_CLASS}|(?:my|our) (?:class|form|group|tutor group|set)|(?:the )?{_ROOMS}\b)"
    rf"|,? \(?(?:(?:my|our|the|a) )?(?:new )?{_ROLES}\b"
    rf"| with (?:the TA|me\b|[A-Z]\b)| (?:on|with|by) (?:his|her) (?:own|table|TA|{_FOLK})\b"
    rf"| and (?:his|her) (?:{_FOLK})\b"
)
_QUITE = r"(?:(?:not|so|very|really|too|always|still|just|quite|a bit|never|often|also|already|clearly|being)[ ]){0,2}"
_STATE = (
    rf"[ \n]+(?:is|was|isn't|wasn't|has been|had been) {_QUITE}(?:late (?:again|for|to)|(?:more|less) \w+ than|"
    r"absent|upset|cross with|crying|quiet today|tired|poorly|unwell|ill|angry|silent|ready|stuck|lost|bored|excited|"
    r"nervous|shy|confused|proud|"
    r"frustrated|suspended|excluded|asleep|sitting|working|struggling|talking|shouting|laughing|waiting|chatting|"
    r"drawing|writing|reading|in (?:tears|set|my)|in(?=[.,;])|on report|"
    r"at the back|sent (?:out|home)|moved|able to|kind|rude|"
    r"(?:the )?(?:only )?one (?:who|to))\b"
)
_IS_SOMEHOW = (
    rf"[ \n]+(?:is|was) {_QUITE}(?:late|off|away|cross|happy|sad|quiet|fine|back|brilliant|lovely|first|last|new|gone|"
    r"better|keen|sick|moving|leaving|good at|there|wonderful|amazing)\b(?! to\b)"
)
_HAS_DONE = (
    r"[ \n]+(?:has|had|hasn't|hadn't) (?:not |never |just |already |finally |now )?(?:(?:his|her) |forgotten|lost|"
    r"no (?:pen|idea|kit|book|friends?|bag|coat|homework)|stopped|finished|refused|asked|told|moved to|missed|read|"
    r"been (?:away|off|late|asked|told|moved|absent|ill|put|sitting|working|crying)|got (?:it|a|the|his|her)|written|"
    r"(?:the|a) (?:book|pen|idea|ball|ruler|question|point)|done|made|left (?:his|her)|hurt|broken)"
)
_THEIRS = (
    rf" (?:\w+ )?(?:{_FOLK}|book|hand|table|turn|work|homework|answers?|bag|coat|face|pen|idea|question|writing|"
    r"drawing|target|attendance|report|partner|voice|head|planner|plan|EHCP|progress|behaviour|group|desk|seat|chair|"
    r"explanation|introduction|conclusion|method|sentence|argument|point|paragraph|essay|poem|story|eyes|feedback|lesson|class|room|reply|reading|spelling|phone|shoes?)\b"
)
_OBJECT = (
    r" (?:me|him|her|his|them|us|it|my|our|a|an|the|all|out|up|over|off|back|away|down|into|before|after|first|two|"
    r"three|four|five|six|silently|at|with|on|to)\b"
)
_TO_WHOM = (
    r"(?:talk|talking|talked|spoke|speak|speaking|listen|listened|listening|said|gave|next|sat|sits|sitting|pair|paired|"
    r"moved|apologise|apologised) (?:to|with|beside|by|from) [*_]*\Z"
)
_SPEAKS = r"[*_]*:[*_]* ?[\"“‘'*_]"
_SPEAKS_OR_NOTES = r"[*_]*(?::| [–-])[*_]* "
_CALLED = (
    r"(?:, |! )(?:sit|come|stop|can|could|would|please|what|why|you|your|put|look|listen|have|are|do|did|that|well|"
    r"turn|get|over|I)\b"
)
_PUPILS = (
    r"(?:girls?|boys?|lads?|twins?|brothers?|sisters?|siblings?|cousins?|family|kids?|children|parents|triplets)\Z"
)
_IN_SHORT = (
    r" (?:better|brilliant|chatty|good|great|off|late|absent|away|in tears|upset|ill|poorly|sick|tired|asleep|missing)"
    r"(?=[.,;:!?\n)]| again| today| about|\Z)"
)
_OF_A_PERSON = (_BELONGS, _STATE, _HAS_DONE, _IN_SHORT)


@cache
def deeds() -> frozenset[str]:
    """What people do, as it is said of one person or of the past."""
    bases = listed("deeds")
    return lists.DOES | lists.SAYS | listed("past-deeds") | {form for base in bases for form in _forms(base)}


def _forms(base: str) -> tuple[str, str]:
    if base.endswith("e"):
        return f"{base}s", f"{base}d"
    if base.endswith("y") and base[-2] not in "aeou":
        return f"{base[:-1]}ies", f"{base[:-1]}ied"
    return f"{base}es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else f"{base}s", _past(base)


def _past(base: str) -> str:
    doubles = pattern(r"[^aeiou]*[aeiou][bdgklmnprt]\Z").fullmatch(base)
    return f"{base}{base[-1]}ed" if doubles else f"{base}ed"


@dataclass(frozen=True, slots=True)
class Word:
    """A word with a capital letter. `end` is behind its possessive; `key` is how everyday.py would have it."""

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
        if before.endswith(("and ", "& ", ", ")):
            before = pattern(_INITIALS_AND).sub("", before)
        last = before.rstrip(_OPENING).split()[-1:]
        return "".join(last).lstrip(_OPENING + _QUOTES).casefold()

    @property
    def next(self) -> str:
        """The word after it, and after an adverb, in small letters; "" where something else stands between them."""
        others = pattern(_AND_INITIALS).match(self.after)
        match = pattern(_NEXT).match(self.after, others.end() if others else 0)
        return match[1].casefold().replace("’", "'") if match else ""

    def is_followed_by(self, shape: str) -> bool:
        return bool(pattern(shape).match(self.after))


def is_person(word: Word) -> bool:
    """Whether what stands around a word makes a person of it: `Will said`, but neither `Will they` nor `May was`."""
    if f"{word.key} {word.next}" in lists.IDIOMS:
        return False
    if word.next in lists.SAYS or _is_beside_a_name(word) or _is_spoken_to(word):
        return True
    if any(map(word.is_followed_by, _OF_A_PERSON)) or (word.is_possessive and word.is_followed_by(_THEIRS)):
        return True
    return _is_person_in_season(word) if word.key in lists.SEASONS else _is_person_at_all(word)


def _is_person_in_season(word: Word) -> bool:
    """`June` and `Summer`, of which more is said than of others without their being anybody."""
    is_told = word.previous in lists.TOLD | {"sat", "said"} or bool(pattern(_TO_WHOM).search(word.before))
    return is_told or (word.next in deeds() and _has_object(word))


def _is_person_at_all(word: Word) -> bool:
    if word.is_followed_by(_IS_SOMEHOW):
        return True
    if word.key in listed("proper"):
        is_met = word.previous in lists.TO or bool(pattern(_TO_WHOM).search(word.before))
        return word.next in deeds() or (is_met and not word.begins)
    return word.is_possessive or _is_doing(word)


def _is_doing(word: Word) -> bool:
    if word.key == "will" and word.next in lists.INFINITIVES:
        return False
    is_plural = is_known(word.key) and _may_be_plural(word) and not _has_object(word)
    if word.next in lists.IS or (word.next in deeds() and not is_plural):
        return True
    has_done = bool(pattern(_PAST).search(word.next)) and word.text[-1] != "s"
    return has_done and (not is_known(word.key) or _has_object(word))


def _may_be_plural(word: Word) -> bool:
    """`Mark schemes`, `Sky washes, wet on wet`."""
    is_at_end = bool(pattern(rf"[ \n]+{re.escape(word.next)}[.,;:]").match(word.after))
    return word.next in lists.PLURALS or (word.next.endswith("s") and is_at_end)


def _has_object(word: Word) -> bool:
    """`Summer finished before I had`, but not `May brought rain`."""
    at = word.after.casefold().find(word.next)
    return bool(pattern(_OBJECT).match(word.after, at + len(word.next)))


def _is_spoken_to(word: Word) -> bool:
    """`Grace: "I know"` and `"Angel, sit down"`."""
    is_line = not word.before or word.before.endswith("\n") or bool(pattern(_ITEM).fullmatch(_line_before(word)))
    if is_line and word.is_followed_by(_SPEAKS if is_known(word.key) else _SPEAKS_OR_NOTES):
        return True
    return word.before.endswith(tuple("\"“‘'")) and word.is_followed_by(_CALLED)


def _line_before(word: Word) -> str:
    return word.before.rpartition("\n")[2]


def _is_beside_a_name(word: Word) -> bool:
    """`Hope and Leon`, `Hope and I`; `Jack and May worked`, where either may be something else."""
    other = pattern(_AND_NAME).match(word.after)
    if not other or (len(other[1]) > 1 and other[1].isupper()):
        return False
    key = key_of(other[1])
    if key == "i":
        return word.key not in listed("proper")
    return not is_everyday(key) or _do_together(word)


def _do_together(word: Word) -> bool:
    """`Archer, Mason and Carter built it`."""
    others = pattern(_LIST).match(word.after)
    if not others:
        return False
    keys = [key_of(name) for name in re.findall(NAME, others[1])]
    are_seasons = lists.SEASONS.issuperset((word.key, *keys))
    following = others[2].casefold()
    return all(map(is_known, keys)) and (
        following in deeds() or (following in lists.ARE | listed("deeds") and not are_seasons)
    )


def is_after_a_name(word: Word) -> bool:
    """`and May` of `Jack and May worked`: the other one settles it."""
    match = pattern(rf"({NAME})[*_]*(?: and| &|,) [*_]*\Z").search(word.before)
    does = word.next in deeds() or word.next in lists.ARE | listed("deeds")
    return match is not None and does and is_known(key_of(match[1]))


def is_one_of_a_family(word: Word) -> bool:
    """`the Kowalski girl`."""
    return word.previous == "the" and bool(pattern(_PUPILS).match(word.next))


def begins_sentence(before: str) -> bool:
    """Whether a word that stands behind `before` begins a sentence, a paragraph, a list's item or a quotation.

    A line that was wrapped begins none; a short line without a full stop is not wrapped.
    """
    lead = before.rstrip(_OPENING + _QUOTES)
    line = lead.rpartition("\n")[2]
    body = lead.rstrip()
    if not body or any(quote in before[len(lead) :] for quote in _QUOTES) or pattern(_ITEM).fullmatch(line):
        return True
    gap = lead[len(body) :].count("\n")
    if body.rstrip(_CLOSING).endswith((".", "!", "?", "…", ":", "|")):
        return not pattern(_SHORT_FORM).search(body)
    last = body.rpartition("\n")[2]
    return gap > 1 or (gap == 1 and len(last) < _WRAPPED and not pattern(_OPEN_END).search(last))
