"""Which question comes next: one from the dimension least recently written about, and not one asked lately.

The same journal gives the same question all day, so that an interrupted evening starts where it stopped.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mentorlog.dimensions import DIMENSIONS, ORDER, STAGES, Dimension, Role
from mentorlog.entry.entry import Entry
from mentorlog.questions.bank import Bank, Question, in_dimension

REST = 6  # entries before a question is asked again, if there are others


@dataclass(frozen=True, slots=True)
class AskedSoFar:
    """One writer's entries as answers: for each question and dimension, the number of the latest entry, from 1.

    `skipped` counts those of the last REST entries without a dimension: the writer passed over a question there, and
    so is offered the next dimension.
    """

    questions: dict[str, int]
    dimensions: dict[Dimension, int]
    entries: int
    skipped: int = 0


def asked(entries: Sequence[Entry], bank: Bank, role: Role) -> AskedSoFar:
    """The questions that entries of this role answer, known by the headings of their sections."""
    own = sorted((entry for entry in entries if entry.role == role), key=lambda entry: entry.order)
    questions: dict[str, int] = {}
    dimensions: dict[Dimension, int] = {}
    for number, entry in enumerate(own, start=1):
        dimensions |= dict.fromkeys(entry.dimensions, number)
        ids = (bank.id_of(section.question) for section in entry.sections if section.question)
        questions |= dict.fromkeys((question_id for question_id in ids if question_id), number)
    skipped = sum(not entry.dimensions for entry in own[-REST:])
    return AskedSoFar(questions, dimensions, len(own), skipped)


def next_questions(
    bank: Bank,
    past: AskedSoFar,
    *,
    role: Role,
    seed: str,
    day: date,
    number: int = 1,
    dimensions: Sequence[Dimension] = (),
) -> tuple[Question, ...]:
    """The next `number` questions, one dimension after the other.

    With `dimensions`, only from these, and at least one from each. `seed` is the journal's own, so that journals
    differ. Fewer questions come back only if the bank has no more.
    """
    number = max(number, len(dimensions))
    turns = list(dimensions) or _turns(past)
    ready = {dimension: _in_turn(bank, past, dimension, role, f"{seed} {day.isoformat()}") for dimension in turns}
    chosen: list[Question] = []
    while len(chosen) < number and any(ready.values()):
        chosen += [ready[dimension].pop(0) for dimension in turns if ready[dimension]][: number - len(chosen)]
    return tuple(chosen)


def _turns(past: AskedSoFar) -> list[Dimension]:
    """The dimensions, the one least recently written about first; those passed over lately go to the end."""
    turns = sorted(DIMENSIONS, key=lambda dimension: (past.dimensions.get(dimension, 0), ORDER[dimension.id]))
    passed_over = past.skipped % len(turns)
    return turns[passed_over:] + turns[:passed_over]


def _in_turn(bank: Bank, past: AskedSoFar, dimension: Dimension, role: Role, seed: str) -> list[Question]:
    """One dimension's questions in the order of asking: the longest unasked first.

    For a dimension that is new to the writer, opening questions come before the others.
    """
    is_new = dimension not in past.dimensions

    def rank(question: Question) -> tuple[bool, int, int, str]:
        latest = past.questions.get(question.id, 0)
        is_recent = latest > max(0, past.entries - REST)
        return (is_recent, latest, STAGES.index(question.stage) if is_new else 0, _shuffle(seed, question.id))

    return sorted(in_dimension(bank.for_writing(role), dimension), key=rank)


def pick(questions: Sequence[Question], seed: str) -> Question | None:
    """One of `questions`, always the same for the same seed; None if there are none."""
    return min(questions, key=lambda question: _shuffle(seed, question.id), default=None)


def _shuffle(seed: str, question_id: str) -> str:
    return hashlib.blake2b(f"{seed} {question_id}".encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
