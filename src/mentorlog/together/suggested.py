"""The questions that briefs have shown on this computer, so that others come first.

A file in the state folder has the id of each question and the last days on which it was shown. A missing or damaged one
counts as empty.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from mentorlog.brief.suggested_questions import Shown
from mentorlog.journal.journal import Journal
from mentorlog.journal.memory import Memory

_MEMORY = Memory("suggested", "shown")
_DAYS = 2  # of each question: the last, and the one before, for a brief made again on the same day


def shown_before(journal: Journal, today: date) -> Shown:
    """The questions shown before today: what was shown today is shown again, so that a brief stays as it is all day."""
    earlier = {name: [day for day in days if day < today] for name, days in _read(journal).items()}
    return Shown({name: max(days) for name, days in earlier.items() if days})


def remember_shown(journal: Journal, question_ids: Iterable[str], today: date) -> None:
    """Remember that a brief of today shows these questions. Never an error: then they may come again sooner."""
    before = _read(journal)
    new = {name: sorted({*before.get(name, ()), today})[-_DAYS:] for name in question_ids}
    if all(before.get(name) == days for name, days in new.items()):
        return
    rows = {name: [day.isoformat() for day in days] for name, days in {**before, **new}.items()}
    _MEMORY.write(journal, rows)


def _read(journal: Journal) -> Mapping[str, list[date]]:
    return _MEMORY.read(journal, _days, {})


def _days(rows: dict[object, list[str]]) -> dict[str, list[date]]:
    return {str(name): sorted(map(date.fromisoformat, days)) for name, days in rows.items()}
