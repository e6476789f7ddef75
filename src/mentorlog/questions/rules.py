"""The rules of a good question that a machine can check. The others are for people: prompts/README.md."""

import re
from collections.abc import Sequence

from mentorlog.dimensions import DIMENSIONS, STAGES
from mentorlog.entry.problems import Problem
from mentorlog.entry.sections import heading_in
from mentorlog.questions.bank import Bank, Question, in_dimension
from mentorlog.text import one_line

MOST_WORDS = 32
ECT_QUESTIONS, MENTOR_QUESTIONS = 8, 6  # the fewest a dimension may have

_BEGINNINGS = ("what", "where", "which", "who", "whose", "how", "when", "at what", "if")
_BEGINNING = re.compile(rf"(?:{'|'.join(_BEGINNINGS)})\b", re.IGNORECASE)
_ANCHOR = re.compile(
    r"\b(moments?|decisions?|lessons?|class(?:es|room)?|pupils?|colleagues?|words?|phrases?|pieces? of work|work|"
    r"weeks?|meetings?|choices?|techniques?|plan|task|conversations?|corridor|staffroom|day|afternoon|morning|"
    r"minutes?|month|term|entr(?:y|ies)|books?|tutor group|display|timetable|door|team)\b",
    re.IGNORECASE,
)
_EVALUATIVE = re.compile(
    r"\b(well|bad(?:ly)?|good(?:ness)?|better|worse|worst|best|strong\w*|weak\w*|effective\w*|effectiveness|improv\w+|"
    r"succe(?:ss\w*|ed\w*)|fail\w*|mistake\w*|wrong\w*|should|ought|gaps?|target\w*|progress\w*|rat(?:e|es|ed|ing)|"
    r"scor(?:e|es|ed|ing)|levels?|standards?)\b",
    re.IGNORECASE,
)
_FURTHER_CLAUSE = re.compile(r",? (?:and|or|but) (?:at )?(?:what|where|which|who|whose|how|when)\b", re.IGNORECASE)


def faults_of(question: Question) -> list[str]:
    """The rules that a question breaks, in words."""
    text = question.text
    judging = _EVALUATIVE.search(text)
    rules = {
        "it begins with " + ", ".join(_BEGINNINGS): bool(_BEGINNING.match(text)),
        "one question mark, at the end": text.count("?") == 1 and text.endswith("?"),
        f"at most {MOST_WORDS} words": len(text.split()) <= MOST_WORDS,
        "at most two clauses": len(_FURTHER_CLAUSE.findall(text)) <= 1,
        "it names a moment, a lesson, a person or a thing to start from": bool(_ANCHOR.search(text)),
        f"no word that judges ('{judging[0] if judging else ''}')": not judging,
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
    """The gaps in a bank, in words: each dimension needs enough questions, and every strand and stage."""
    lacking = []
    for dimension in DIMENSIONS:
        ect = in_dimension(bank.for_writing("ect"), dimension)
        to_ask = in_dimension(bank.for_meeting("ask"), dimension)
        to_reflect = in_dimension(bank.for_meeting("self"), dimension)
        wants = {
            f"{ECT_QUESTIONS} questions for ECTs": len(ect) >= ECT_QUESTIONS,
            f"{MENTOR_QUESTIONS} questions for mentors": len(to_ask) + len(to_reflect) >= MENTOR_QUESTIONS,
            "every strand": {question.strand for question in ect} == {strand.id for strand in dimension.strands},
            "every stage for ECTs": {question.stage for question in ect} == set(STAGES),
            "every stage for mentors": {question.stage for question in (*to_ask, *to_reflect)} == set(STAGES),
        }
        lacking += [f"{dimension.name} needs {want}" for want, is_met in wants.items() if not is_met]
    return lacking
