"""The questions that a new entry begins with."""

from collections.abc import Callable

from mentorlog.drafting.details import Details
from mentorlog.journal.journal import Journal
from mentorlog.journal.question_files import journal_bank
from mentorlog.questions.bank import Question
from mentorlog.questions.choice import asked, next_questions


def questions_for(
    journal: Journal, details: Details, number: int = 1, *, tell: Callable[[str], None]
) -> tuple[Question, ...]:
    """The questions whose turn it is. `tell` hears of each fault in the journal's own questions, which hides no other.

    `number` is how many questions are wanted.
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
