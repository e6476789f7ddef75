"""The questions for a new entry, and a memory of those that left no entry.

That memory is a file in the state folder with days and ids of questions, and no word of anybody's. A missing or damaged
file counts as empty.
"""

import contextlib
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

from mentorlog.drafting.details import Details
from mentorlog.journal import disk
from mentorlog.journal.drafts import Drafts
from mentorlog.journal.journal import Journal
from mentorlog.journal.question_files import journal_bank
from mentorlog.questions.bank import Question
from mentorlog.questions.choice import Asked, asked_so_far, next_questions

_MOST = 200  # questions to remember, the latest


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
    elsewhere = [*_remembered(journal), *_in_drafts(journal)]
    return next_questions(
        bank,
        asked_so_far(journal.read().entries, bank, role, elsewhere),
        role=role,
        seed=journal.settings.id,
        day=details.day,
        number=number,
        dimensions=details.dimensions,
    )


def _in_drafts(journal: Journal) -> Iterator[Asked]:
    """The questions of entries that are still drafts."""
    for draft in Drafts(journal.state).of(journal.marks):
        if draft.entry is not None:
            for question_id in draft.keys.questions:
                yield Asked(draft.entry.date, question_id, is_answered=False)


def _remembered(journal: Journal) -> list[Asked]:
    import json

    try:
        rows = json.loads(disk.read(_path(journal)))["asked"]
        return [Asked(date.fromisoformat(day), str(question_id), is_answered=False) for day, question_id in rows]
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return []


def remember_asked(journal: Journal, day: date, question_ids: Iterable[str]) -> None:
    """Remember questions that were asked on this day and left no entry. Never an error: then they may come again."""
    import json

    asked = [(asked.day.isoformat(), asked.question_id) for asked in _remembered(journal)]
    asked += [(day.isoformat(), question_id) for question_id in question_ids]
    path = _path(journal)
    with contextlib.suppress(OSError):
        disk.make_folder(path.parent)
        disk.overwrite(path, json.dumps({"schema": 1, "asked": asked[-_MOST:]}, indent=1).encode())


def _path(journal: Journal) -> Path:
    return journal.state / "asked" / f"{journal.history.folder.name}.json"
