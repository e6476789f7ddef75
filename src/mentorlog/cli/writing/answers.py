"""`mentorlog new --answers FILE`: an entry from answers that stand in a TOML file."""

from pathlib import Path

from mentorlog.cli.world import World
from mentorlog.cli.writing.flags import Details, new_keeper
from mentorlog.cli.writing.saving import save_at_once
from mentorlog.dimensions import dimension_named
from mentorlog.entry.compose import Answer
from mentorlog.errors import ContentError, InputNeededError, NotFoundError
from mentorlog.files.toml import TomlError, Values, line_of, parse
from mentorlog.journal import disk
from mentorlog.journal.question_files import journal_bank, shipped_bank
from mentorlog.questions.bank import Bank
from mentorlog.render.lines import warn
from mentorlog.text import one_line, safe_line, shortened, typed

_IN_HEAD = {"moment": "title", "title": "title", "next": "next", "ask": "ask", "theory": "theory"}


def save_answers(world: World, path: Path, details: Details, *, as_json: bool) -> None:
    """Save the answers in `path`. A key that is neither a question nor a dimension is refused, and nothing is saved."""
    text = _text_of(path)
    answers, head = _answers(path, text, _bank(world))
    values = {**head, **details.values}
    if not answers and not head:
        raise InputNeededError(f"{safe_line(str(path))} holds no answer", hint='a line like critique = "what you saw"')
    values.setdefault("title", shortened(answers[0].text if answers else str(next(iter(head.values())))))
    save_at_once(world, new_keeper(world, details.day), values, answers, as_json=as_json)


def _text_of(path: Path) -> str:
    try:
        return disk.read(path).decode("utf-8-sig")
    except FileNotFoundError:
        raise NotFoundError(f"there is no file {safe_line(str(path))}") from None
    except OSError as error:
        raise ContentError(f"{safe_line(str(path))} cannot be read: {disk.reason(error)}") from None
    except UnicodeDecodeError:
        raise ContentError(f"{safe_line(str(path))} is not UTF-8") from None


def _bank(world: World) -> Bank:
    root = world.known_root()
    return journal_bank(root) if root else shipped_bank()


def _answers(path: Path, text: str, bank: Bank) -> tuple[list[Answer], Values]:
    """The answers under their questions, and what belongs into the front matter."""
    try:
        given = parse(text, disk.LARGEST)
    except TomlError as error:
        raise ContentError(f"{safe_line(str(path))}, line {error.line}: {error.reason}") from None
    answers: list[Answer] = []
    head: Values = {}
    for key, value in given.items():
        if not isinstance(value, str):
            raise _fault(path, text, key, "the answer is text in quotes")
        clean, remark = typed(value)
        if remark:
            warn(f"{safe_line(key)}: {remark}")
        if key in _IN_HEAD and _IN_HEAD[key] in head:
            raise _fault(path, text, key, "moment and title are the same; keep one")
        if key in _IN_HEAD:
            head[_IN_HEAD[key]] = one_line(clean)
        elif (answer := _answer(key, clean, bank)) is None:
            raise _fault(path, text, key, "it is neither a question's id nor a dimension")
        elif clean:
            answers.append(answer)
    return answers, {key: value for key, value in head.items() if value}


def _answer(key: str, text: str, bank: Bank) -> Answer | None:
    if question := bank.question(key):
        return Answer(text, question.dimension, question.text)
    dimension = dimension_named(key)
    return Answer(text, dimension) if dimension else None


def _fault(path: Path, text: str, key: str, reason: str) -> ContentError:
    return ContentError(f"{safe_line(str(path))}, line {line_of(text, key)}: {safe_line(key)}: {reason}")
