"""A TOML file of answers: a question's id or a dimension = an answer, and what belongs in the front matter."""

from collections.abc import Callable

from mentorlog.dimensions import dimension_named
from mentorlog.entry.compose import Answer
from mentorlog.errors import ContentError
from mentorlog.files.toml import TomlError, Values, line_of, parse
from mentorlog.questions.bank import Bank
from mentorlog.text import one_line, safe_line, typed

_IN_HEAD = {"moment": "title", "title": "title", "next": "next", "ask": "ask", "theory": "theory"}


def answers_in(
    name: str, text: str, bank: Bank, tell: Callable[[str], None], *, largest: int
) -> tuple[list[Answer], Values]:
    """The answers in a file's text, under their questions, and the values for the front matter.

    The text has at most `largest` bytes. `name` is the file's in an error; `tell` is called with what had to change in
    an answer. Raises ContentError, with the line, if it is not TOML or a key is neither a question nor a dimension.
    """
    answers: list[Answer] = []
    head: Values = {}
    for key, value in _parsed(name, text, largest).items():
        words, remark = typed(value) if isinstance(value, str) else ("", "")
        if remark:
            tell(f"{safe_line(key)}: {remark}")
        if reason := _slip_in(key, value, head, bank):
            raise ContentError(f"{name}, line {line_of(text, key)}: {safe_line(key)}: {reason}")
        if key in _IN_HEAD:
            head[_IN_HEAD[key]] = one_line(words)
        elif words:
            answers.append(_answer(key, words, bank))
    return answers, {key: words for key, words in head.items() if words}


def _parsed(name: str, text: str, largest: int) -> Values:
    try:
        return parse(text, largest)
    except TomlError as error:
        raise ContentError(f"{name}, line {error.line}: {error.reason}") from None


def _slip_in(key: str, value: object, head: Values, bank: Bank) -> str:
    """Why a line cannot be used after those that made `head`, as a sentence without its full stop; "" if it can."""
    if not isinstance(value, str):
        return "the answer is text in quotes"
    if key in _IN_HEAD:
        return "moment and title are the same; keep one" if _IN_HEAD[key] in head else ""
    is_known = bank.question(key) or dimension_named(key)
    return "" if is_known else "it is neither a question's id nor a dimension"


def _answer(key: str, words: str, bank: Bank) -> Answer:
    question = bank.question(key)
    return Answer(words, question.dimension, question.text) if question else Answer(words, dimension_named(key))
