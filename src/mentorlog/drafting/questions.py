"""The questions for a new entry."""

from collections.abc import Callable

from mentorlog.drafting.details import Details
from mentorlog.journal.journal import Journal
from mentorlog.journal.question_files import journal_bank
from mentorlog.questions.bank import Question
from mentorlog.questions.choice import asked, next_questions


def questions_for(
    journal: Journal, details: Details, number: int = 1, *, tell: Callable[[str], None]
) -> tuple[Question, ...]:
    """Choose the questions whose turn it is, `number` of them.

    `tell` gets each problem with the journal's own questions. A faulty one hides no other.
    """
    bank = journal_bank(journal.root)
    for problem in bank.problems:
        tell(str(problem))
    role = journal.settings.role
    return next_questions(
        bank,
        asked(journal.read().entries, bank, role),
        role=role,
        seed=journal.settings.id,
        day=details.day,
        number=number,
        dimensions=details.dimensions,
    )
