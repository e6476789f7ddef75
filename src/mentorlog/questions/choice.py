"""Which question comes next: from the dimension least recently written about, and not one asked lately.

The same journal on the same day always gives the same question, so an interrupted evening starts where it was.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mentorlog.dimensions import DIMENSIONS, ORDER, STAGES, Dimension, Role
from mentorlog.entry.entry import Entry
from mentorlog.questions.bank import Bank, Question, in_dimension

REST = 6  # entries during which a question is not asked again, while there is another


@dataclass(frozen=True, slots=True)
class Asked:
    """What one writer has been asked: per question and per dimension, the place of the latest entry (from 1).

    `skipped` counts the last few entries without any dimension: whoever passes one over is offered the next.
    """

    questions: dict[str, int]
    dimensions: dict[Dimension, int]
    entries: int
    skipped: int = 0


def asked(entries: Sequence[Entry], bank: Bank, role: Role) -> Asked:
    """What the entries of this writer answer, told by their headings."""
    own = sorted((entry for entry in entries if entry.role == role), key=lambda entry: entry.order)
    questions: dict[str, int] = {}
    dimensions: dict[Dimension, int] = {}
    for place, entry in enumerate(own, start=1):
        dimensions |= dict.fromkeys(entry.dimensions, place)
        ids = (bank.id_of(section.question) for section in entry.sections if section.question)
        questions |= dict.fromkeys((found for found in ids if found), place)
    skipped = sum(not entry.dimensions for entry in own[-REST:])
    return Asked(questions, dimensions, len(own), skipped)


def next_questions(
    bank: Bank, past: Asked, *, role: Role, seed: str, day: date, number: int = 1, dimensions: Sequence[Dimension] = ()
) -> tuple[Question, ...]:
    """The next `number` questions, each from the next dimension in turn, or from `dimensions`, at least one of each.

    `seed` tells this journal from others. Fewer come back only where the bank has no more.
    """
    number = max(number, len(dimensions))
    turns = list(dimensions) or _turns(past)
    ready = {each: _in_turn(bank, past, each, role, f"{seed} {day.isoformat()}") for each in turns}
    chosen: list[Question] = []
    while len(chosen) < number and any(ready.values()):
        chosen += [ready[each].pop(0) for each in turns if ready[each]][: number - len(chosen)]
    return tuple(chosen)


def _turns(past: Asked) -> list[Dimension]:
    """The dimensions, the one least recently written about first, but for those that were passed over lately."""
    turns = sorted(DIMENSIONS, key=lambda each: (past.dimensions.get(each, 0), ORDER[each.id]))
    passed = past.skipped % len(turns)
    return turns[passed:] + turns[:passed]


def _in_turn(bank: Bank, past: Asked, dimension: Dimension, role: Role, seed: str) -> list[Question]:
    """One dimension's questions in the order in which they would be asked.

    The first time a dimension comes up, a question that opens it comes first.
    """
    is_new = dimension not in past.dimensions

    def rank(question: Question) -> tuple[bool, int, int, str]:
        place = past.questions.get(question.id, 0)
        is_recent = place > max(0, past.entries - REST)
        return (is_recent, place, STAGES.index(question.stage) if is_new else 0, _shuffle(seed, question.id))

    return sorted(in_dimension(bank.for_writing(role), dimension), key=rank)


def pick(questions: Sequence[Question], seed: str) -> Question | None:
    """One of `questions`, the same for the same seed."""
    return min(questions, key=lambda question: _shuffle(seed, question.id), default=None)


def _shuffle(seed: str, question_id: str) -> str:
    return hashlib.blake2b(f"{seed} {question_id}".encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
