"""A new entry made from a file of answers."""

from collections.abc import Callable
from pathlib import Path

from mentorlog.drafting.details import Details
from mentorlog.entry.compose import Answer
from mentorlog.errors import ContentError, InputNeededError, NotFoundError
from mentorlog.files.toml import Values
from mentorlog.journal import disk
from mentorlog.journal.journal import Journal
from mentorlog.journal.question_files import journal_bank, shipped_bank
from mentorlog.questions.answers_file import answers_in
from mentorlog.text import safe_line, shortened


def entry_of_answers(
    path: Path, journal: Journal | None, details: Details, tell: Callable[[str], None]
) -> tuple[Values, list[Answer]]:
    """Make an entry's front matter and body from the answers in the file at `path`.

    A key may be the id of a question, also of the journal's own. `tell` gets a remark on each answer that
    had to be changed. Raises MentorlogError if the file cannot be read, has a fault, or has no answer.
    """
    name = safe_line(str(path))
    bank = journal_bank(journal) if journal else shipped_bank()
    answers, head = answers_in(name, _text_in(path), bank, tell, largest=disk.LARGEST)
    if not answers and not head:
        raise InputNeededError(f"{name} holds no answer", hint='a line like critique = "what you saw"')
    first = answers[0].text if answers else str(next(iter(head.values())))
    return {"title": shortened(first), **head, **details.values}, answers


def _text_in(path: Path) -> str:
    name = safe_line(str(path))
    try:
        return disk.read(path).decode("utf-8-sig")
    except FileNotFoundError:
        raise NotFoundError(f"there is no file {name}") from None
    except OSError as error:
        raise ContentError(f"{name} cannot be read: {disk.reason(error)}") from None
    except UnicodeDecodeError:
        raise ContentError(f"{name} is not UTF-8") from None
