"""The rules that a machine can check, for one question and for a whole bank. prompts/README.md has them all."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

from mentorlog.dimensions import DIMENSIONS, STAGES
from mentorlog.entry.problems import Problem
from mentorlog.entry.sections import heading_in
from mentorlog.questions.bank import Bank, Question
from mentorlog.text import one_line

MOST_WORDS = 32
MOST_CLAUSES = 2
SINGLE_CLAUSES = 0.4  # the smallest share of a bank's questions that have one clause
ALIKE, FEWEST_ALIKE = 0.4, 2  # two questions with this share of their telling words in common, and this many, are alike
FOR_PEOPLE = (
    "Read each one aloud too. No machine can tell whether it presumes that something was lacking, can be answered from "
    "memory, might point to a child, asks what another asks in other words, or sounds like a person."
)

_BEGINNINGS = ("what", "where", "which", "who", "whose", "how", "when", "at what", "if")
_BEGINNING = re.compile(rf"(?:{'|'.join(_BEGINNINGS)})\b", re.IGNORECASE)
_ANCHOR = re.compile(
    r"\b(moments?|decisions?|lessons?|sessions?|class(?:es|room)?|groups?|pupils?|colleagues?|words?|phrases?|"
    r"pieces? of work|work|weeks?|meetings?|choices?|techniques?|plan|task|conversations?|corridor|staffroom|"
    r"day|afternoon|morning|minutes?|month|term|entr(?:y|ies)|books?|tutor group|display|timetable|door|team)\b",
    re.IGNORECASE,
)
_EVALUATIVE = re.compile(
    r"\b(well|bad(?:ly)?|good(?:ness)?|better|worse|worst|best|strong\w*|weak\w*|effective\w*|effectiveness|improv\w+|"
    r"succe(?:ss\w*|ed\w*)|fail\w*|mistake\w*|wrong\w*|should|ought|gaps?|target\w*|progress\w*|rat(?:e|es|ed|ing)|"
    r"scor(?:e|es|ed|ing)|levels?|standards?)\b",
    re.IGNORECASE,
)
_UNSPEAKABLE = re.compile(r"[“”‘’!–—…]|organiz|realiz|recogniz|\bcolor|behavior|favorite|\bcenter\b", re.IGNORECASE)
_TO_SELF, _TO_OTHER = re.compile(r"\b(I|my|me|mine)\b"), re.compile(r"\b(you|yours?|yourself)\b", re.IGNORECASE)
_ASKS = r"(?:what|where|which|who|whom|whose|how|when|why)"
_EITHER = re.compile(rf"\b({_ASKS})(?:, {_ASKS})* (?:and|or) {_ASKS}\b", re.IGNORECASE)  # "who or what" asks once
_FURTHER_CLAUSE = re.compile(
    rf"(?:, |,? (?:and|or|but) )(?:(?:at|by|for|from|in|into|of|on|to|with|looking out for) )?{_ASKS}\b", re.IGNORECASE
)
_SAYING_LITTLE = frozenset(
    re.findall(
        r"\w+",
        """
        a about aloud an and another any anyone anything are as at back be been before but by can class classes
        come could did do does down ect else ever find first for from get had has have here how i if in into is it
        its just last least less lesson lessons let like made make makes making may me meeting meetings might mine
        month more most much my new next no nobody not now of on one ones or other our ours out own part place room
        say says school so some somebody someone something such talk taught teach teacher teaches teaching tell
        term than that the their them then there these they thing things this those to told too up us use want was
        way ways we week weeks were what when where which who whom whose will with without word words work working
        works would you your yours yourself
        """,
    )
)


def clauses_of(text: str) -> int:
    """How many clauses ask something or set a condition. "If ..., what ..." has two; so has "What ..., and who ...".

    A list ("who or what", "the class's, a colleague's or your own") is no further clause.
    """
    return 1 + len(_FURTHER_CLAUSE.findall(_EITHER.sub(r"\1", text)))


def faults_of(question: Question) -> list[str]:
    """The rules that a question breaks, in words."""
    text = question.text
    judging, unspeakable = _EVALUATIVE.search(text), _UNSPEAKABLE.search(text)
    is_to_self = question.mode == "self"
    rules = {
        "it begins with " + ", ".join(_BEGINNINGS): bool(_BEGINNING.match(text)),
        "one question mark, at the end": text.count("?") == 1 and text.endswith("?"),
        f"at most {MOST_WORDS} words": len(text.split()) <= MOST_WORDS,
        "at most two clauses": clauses_of(text) <= MOST_CLAUSES,
        "it names a moment, a lesson, a person or a thing to start from": bool(_ANCHOR.search(text)),
        f"no word that judges ('{judging[0] if judging else ''}')": not judging,
        f"straight quotes, British spelling, no '!' and no dash ('{unspeakable[0] if unspeakable else ''}')": (
            not unspeakable
        ),
        "to oneself it says 'I' or 'my', and never 'you'": (
            not is_to_self or bool(_TO_SELF.search(text) and not _TO_OTHER.search(text))
        ),
        "to an ECT it never says 'I' or 'my'": question.audience != "ect" or not _TO_SELF.search(text),
        "it does not say 'just for me', which would make the section private": heading_in(f"## {text}") is None,
        "one line, without spaces around it": text == one_line(text),
    }
    return [rule for rule, is_kept in rules.items() if not is_kept]


def breaches(questions: Sequence[Question]) -> list[Problem]:
    """A problem for each rule that a question breaks, with its file and line."""
    return [
        Problem(question.place.path, question.place.line, f"text: {fault}")
        for question in questions
        if question.place
        for fault in faults_of(question)
    ]


def omissions(bank: Bank) -> list[str]:
    """What a whole bank lacks or has twice, in words."""
    return [*_empty_cells(bank), *_long_windedness(bank), *_reuses(bank), *_near_duplicates(bank)]


def _empty_cells(bank: Bank) -> Iterator[str]:
    """Yield each strand and stage that has no question for somebody."""
    readers = {"an ECT": bank.for_writing("ect"), "a mentor to ask": bank.for_meeting("ask")}
    readers["a mentor's own reflection"] = bank.for_meeting("self")
    for reader, questions in readers.items():
        cells = {(question.dimension, question.strand, question.stage) for question in questions}
        for dimension in DIMENSIONS:
            for strand in dimension.strands:
                missing = [stage for stage in STAGES if (dimension, strand.id, stage) not in cells]
                if missing:
                    yield f"{dimension.name} ({strand.id}) needs a question for {reader}: {', '.join(missing)}"


def _long_windedness(bank: Bank) -> Iterator[str]:
    """Yield a sentence if too few questions have a single clause."""
    share = single_clauses(bank.questions)
    if share < SINGLE_CLAUSES:
        yield f"{share:.0%} of the questions have a single clause; at least {SINGLE_CLAUSES:.0%} should"


def single_clauses(questions: Sequence[Question]) -> float:
    """The share of the questions that have a single clause; 1.0 if there are no questions."""
    return sum(clauses_of(question.text) == 1 for question in questions) / len(questions) if questions else 1.0


def _reuses(bank: Bank) -> Iterator[str]:
    """Yield each id that a retired question had, and each wording that two questions have or had."""
    retired = Counter(question.id for question in bank.retired)
    for question_id in retired.keys() & {question.id for question in bank.questions}:
        yield f"{question_id} is the id of a retired question"
    yield from (f"{question_id} is retired twice" for question_id, number in retired.items() if number > 1)
    owners: dict[str, str] = {}
    wordings = [
        (question.id, wording) for question in bank.questions for wording in (question.text, *question.formerly)
    ]
    for question_id, wording in [*wordings, *((question.id, question.text) for question in bank.retired)]:
        owner = owners.setdefault(" ".join(_words(wording)), question_id)
        if owner != question_id:
            yield f"{owner} and {question_id} have, or had, the same wording"


def _near_duplicates(bank: Bank) -> Iterator[str]:
    """Yield a sentence for every two questions that are too alike in their words."""
    for first, second, words in alike(bank.questions):
        yield f"{first.id} and {second.id} are alike ({', '.join(words)}): '{first.text}' '{second.text}'"


def alike(questions: Sequence[Question]) -> Iterator[tuple[Question, Question, tuple[str, ...]]]:
    """Yield every two questions that have two or more telling words in common, and two in five of all; and those.

    A telling word says what one question asks and most others do not. Only questions that one person may meet are
    compared: an ECT never sees what mentors ask themselves.
    """
    telling = {question: _telling(question.text) for question in questions}
    for first, second in combinations(questions, 2):
        shared = telling[first].keys() & telling[second].keys()
        both = len(telling[first]) + len(telling[second])
        is_alike = len(shared) >= FEWEST_ALIKE and 2 * len(shared) >= ALIKE * both
        if is_alike and {first.mode, second.mode} != {None, "self"}:
            yield first, second, tuple(sorted(telling[first][stem] for stem in shared))


def _telling(text: str) -> dict[str, str]:
    """The words that say what a question asks, each under its beginning: "teaching" and "teaches" count as one."""
    words = (word.removesuffix("'s").removesuffix("'") for word in _words(text))
    return {word[:5]: word for word in words if word not in _SAYING_LITTLE}


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+(?:'[^\W_]+)*", text.casefold())
