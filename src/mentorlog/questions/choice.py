"""Which question comes next, from what a writer has been asked so far.

Only what was asked counts, whether it was answered, skipped or left in a draft. The dimension is one of the three that
have waited longest, chosen by chance from the day, so that none is tied to a weekday; one that has waited for eight
others comes at once. In a dimension the stage after the last one answered comes next, and in a stage the questions
asked least often. The same journal gives the same question all day, until it has been asked.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from mentorlog.dimensions import CREATIVITY, DIMENSIONS, STAGES, Dimension, Role, Stage
from mentorlog.entry.entry import Entry
from mentorlog.questions.bank import Bank, Question, in_dimension

LONGEST_WAIT = 8  # visits to other dimensions, after which one comes at once
_IN_TURN = 3  # the dimensions that have waited longest, among which chance decides
ABOUT_ONE_MOMENT = len(STAGES)  # questions of one dimension in a row, if several are wanted


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that was put to a writer on a day, by its id."""

    day: date
    question_id: str
    is_answered: bool = True


def asked_so_far(
    entries: Iterable[Entry], bank: Bank, role: Role, elsewhere: Iterable[Asked] = ()
) -> tuple[Asked, ...]:
    """Every question that a writer of this role was asked, the oldest first.

    Entries name the questions that they answer in the headings of their sections, and those that were skipped under
    `asked`. `elsewhere` are questions that left no entry; one that an entry of the same day has too counts once.
    """
    found: list[Asked] = []
    for entry in sorted((entry for entry in entries if entry.role == role), key=lambda entry: entry.order):
        answered = [bank.id_of(section.question) for section in entry.sections if section.question]
        found += [Asked(entry.date, question_id) for question_id in answered if question_id]
        found += [Asked(entry.date, question_id, is_answered=False) for question_id in entry.head.asked]
    known = {(asked.day, asked.question_id) for asked in found}
    found += [asked for asked in elsewhere if (asked.day, asked.question_id) not in known]
    return tuple(sorted(found, key=lambda asked: asked.day))


def next_questions(
    bank: Bank,
    past: Sequence[Asked],
    *,
    role: Role,
    seed: str,
    day: date,
    number: int = 1,
    dimensions: Sequence[Dimension] = (),
) -> tuple[Question, ...]:
    """The next `number` questions. With `dimensions`, only from these, and at least one from each.

    Without, several stay with one moment: they are of one dimension, each of the next stage, before another begins.
    `seed` is the journal's own, so that journals differ. Fewer questions come back only if the bank has no more.
    """
    lines = {dimension: _leading_on(bank, past, dimension, role, f"{seed} {day}") for dimension in DIMENSIONS}
    chosen: list[Question] = []
    if dimensions:
        number = max(number, len(dimensions))
        while len(chosen) < number and (more := [q for each in dimensions for q in islice(lines[each], 1)]):
            chosen += more[: number - len(chosen)]
        return tuple(chosen)
    for dimension in _in_order(bank, past, f"{seed} {day}"):
        chosen += islice(lines[dimension], min(ABOUT_ONE_MOMENT, number - len(chosen)))
    return tuple(chosen[:number])


def _in_order(bank: Bank, past: Sequence[Asked], seed: str) -> list[Dimension]:
    """All six dimensions: the one whose turn it is, and then each whose turn it would be after those before it."""
    visits = _visits(bank, past)
    order: list[Dimension] = []
    while len(order) < len(DIMENSIONS):
        left = [dimension for dimension in DIMENSIONS if dimension not in order]
        order.append(_in_turn(left, visits, seed))
        visits = [*visits, order[-1]]
    return order


def _in_turn(dimensions: Sequence[Dimension], visits: Sequence[Dimension], seed: str) -> Dimension:
    """The dimension whose turn it is. A new journal begins with creativity, and meets every other one next."""
    if not visits and CREATIVITY in dimensions:
        return CREATIVITY
    last = {dimension: place for place, dimension in enumerate(visits)}
    unmet = [dimension for dimension in dimensions if dimension not in last]
    by_wait = sorted(dimensions, key=lambda dimension: last.get(dimension, -1))
    if not unmet and len(visits) - 1 - last[by_wait[0]] >= LONGEST_WAIT:
        return by_wait[0]
    return min(unmet or by_wait[:_IN_TURN], key=lambda dimension: _shuffle(f"{seed} {len(visits)}", dimension.id))


def _visits(bank: Bank, past: Iterable[Asked]) -> list[Dimension]:
    """The dimensions asked about, in order; several questions about one on one day are one visit."""
    visits: list[Dimension] = []
    before: tuple[date, Dimension] | None = None
    for asked in past:
        dimension = bank.dimension_of(asked.question_id)
        if dimension and (asked.day, dimension) != before:
            visits.append(dimension)
            before = (asked.day, dimension)
    return visits


def _leading_on(bank: Bank, past: Sequence[Asked], dimension: Dimension, role: Role, seed: str) -> Iterator[Question]:
    """One dimension's questions in the order of asking, each as if those before it had been answered just now."""
    questions = in_dimension(bank.for_writing(role), dimension)
    stages = {question.id: question.stage for question in questions}
    asked = [item for item in past if item.question_id in stages]
    given: set[str] = set()
    while left := [question for question in questions if question.id not in given]:
        question = _next_in(left, asked, stages, seed)
        yield question
        given.add(question.id)
        asked = [*asked, Asked(date.max, question.id)]


def _next_in(questions: Sequence[Question], asked: Sequence[Asked], stages: dict[str, Stage], seed: str) -> Question:
    """The next question of one dimension: of the stage after the last one answered, among those asked least often.

    A question that was only just passed over does not come straight back if there is any other. Somebody who passes
    over as many as a stage has is asked one of the stage after it.
    """
    first = _stage_after(asked, stages)
    passed_over = {item.question_id for item in asked[-1:] if not item.is_answered}
    ready = [question for question in questions if question.id not in passed_over] or questions
    stage = next(stage for stage in (*STAGES[first:], *STAGES) if any(question.stage == stage for question in ready))
    return _rested([question for question in ready if question.stage == stage], asked, seed)


def _stage_after(asked: Sequence[Asked], stages: dict[str, Stage]) -> int:
    """The place of the next stage among STAGES."""
    answered = [place for place, item in enumerate(asked) if item.is_answered]
    stage = (STAGES.index(stages[asked[answered[-1]].question_id]) + 1) % len(STAGES) if answered else 0
    passes = len(asked) - (answered[-1] + 1 if answered else 0)
    sizes = Counter(stages.values())
    while (size := sizes[STAGES[stage]]) and passes >= size:
        passes -= size
        stage = (stage + 1) % len(STAGES)
    return stage


def _rested(questions: Sequence[Question], asked: Sequence[Asked], seed: str) -> Question:
    """One of the questions asked least often; a new round begins neither as the one before did nor as it ended."""
    ids = {question.id for question in questions}
    earlier = [item.question_id for item in asked if item.question_id in ids]
    times = Counter(earlier)
    fewest = min(times[question.id] for question in questions)
    rested = [question for question in questions if times[question.id] == fewest]
    if fewest and len(rested) == len(questions):
        for unwanted in (earlier[-len(questions)], earlier[-1]):
            rested = [question for question in rested if question.id != unwanted] or rested
    return min(rested, key=lambda question: _shuffle(f"{seed} {fewest}", question.id))


def pick(questions: Sequence[Question], seed: str) -> Question | None:
    """One of `questions`, always the same for the same seed; None if there are none."""
    return min(questions, key=lambda question: _shuffle(seed, question.id), default=None)


def _shuffle(seed: str, name: str) -> str:
    return hashlib.blake2b(f"{seed} {name}".encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
