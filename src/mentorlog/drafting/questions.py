"""The questions for a new entry, and a memory of those that left no entry.

That memory is a file in the state folder with days and ids of questions, and no word of anybody's. A missing or damaged
file counts as empty.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date

from mentorlog.drafting.details import Details
from mentorlog.errors import NotFoundError
from mentorlog.journal.drafts import Drafts
from mentorlog.journal.journal import Journal
from mentorlog.journal.memory import Memory
from mentorlog.journal.question_files import journal_bank
from mentorlog.questions.bank import Bank, Question
from mentorlog.questions.choice import Asked, asked_so_far, next_questions
from mentorlog.text import safe_line

_MEMORY = Memory("asked", "asked")
_MOST = 200  # questions to remember, the latest


def questions_for(
    journal: Journal, details: Details, number: int = 1, *, tell: Callable[[str], None]
) -> tuple[Question, ...]:
    """Choose the questions whose turn it is, `number` of them, or the one that the details name.

    `tell` gets each problem with the journal's own questions. A faulty one hides no other. Raises NotFoundError if
    there is no question with the id that is named.
    """
    bank = journal_bank(journal)
    for problem in bank.problems:
        tell(str(problem))
    if details.question:
        return (_named(bank, details.question),)
    return _next(journal, bank, details, number)


def _named(bank: Bank, question_id: str) -> Question:
    question = bank.question(question_id.strip().casefold())
    if question is None:
        raise NotFoundError(f"there is no question '{safe_line(question_id)}'", hint="mentorlog questions")
    return question


def _next(
    journal: Journal, bank: Bank, details: Details, number: int, more: Iterable[Asked] = ()
) -> tuple[Question, ...]:
    role = journal.settings.role
    elsewhere = [*_remembered(journal), *_in_drafts(journal), *more]
    return next_questions(
        bank,
        asked_so_far(journal.read().entries, bank, role, elsewhere),
        role=role,
        seed=journal.settings.id,
        day=details.day,
        number=number,
        dimensions=details.dimensions,
    )


def another_question(journal: Journal, details: Details) -> Callable[[Collection[str]], Question | None]:
    """A function that finds another question than those with the given ids; None if the bank has no more."""

    def more(asked: Collection[str]) -> Question | None:
        passed_over = [Asked(details.day, question_id, is_answered=False) for question_id in asked]
        chosen = _next(journal, journal_bank(journal), details, 1, passed_over)
        return next((question for question in chosen if question.id not in asked), None)

    return more


def _in_drafts(journal: Journal) -> Iterator[Asked]:
    """The questions of entries that are still drafts."""
    for draft in Drafts(journal.state).of(journal.marks):
        if draft.entry is not None:
            for question_id in draft.keys.questions:
                yield Asked(draft.entry.date, question_id, is_answered=False)


def _remembered(journal: Journal) -> list[Asked]:
    return _MEMORY.read(journal, _asked, [])


def _asked(rows: list[tuple[str, object]]) -> list[Asked]:
    return [Asked(date.fromisoformat(day), str(question_id), is_answered=False) for day, question_id in rows]


def remember_asked(journal: Journal, day: date, question_ids: Iterable[str]) -> None:
    """Remember questions that were asked on this day and left no entry. Never an error: then they may come again."""
    asked = [(asked.day.isoformat(), asked.question_id) for asked in _remembered(journal)]
    asked += [(day.isoformat(), question_id) for question_id in question_ids]
    _MEMORY.write(journal, asked[-_MOST:])
