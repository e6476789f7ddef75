"""The questions that a brief suggests, at most three."""

from collections.abc import Sequence

from mentorlog.dimensions import DIMENSIONS, Dimension, Mode, Stage
from mentorlog.entry.entry import Entry
from mentorlog.questions.bank import Bank, Question, in_dimension
from mentorlog.questions.choice import pick


def suggested_questions(
    bank: Bank, seed: str, entries: Sequence[Entry], latest: Dimension | None, quiet: Sequence[Dimension]
) -> tuple[Question, ...]:
    """One question about the `latest` dimension, one about a `quiet` one, one for the mentor to reflect on.

    `entries` are the writer's; the same `seed` gives the same questions.
    """
    has_theory = any(entry.head.theory.strip() for entry in entries)
    written = [latest] if latest else []

    def question(mode: Mode, dimensions: Sequence[Dimension], stage: Stage | None = None) -> Question | None:
        ready = [
            question
            for question in bank.for_meeting(mode)
            if stage in (None, question.stage) and (question.needs is None or has_theory)
        ]
        return pick([question for dimension in dimensions for question in in_dimension(ready, dimension)], seed)

    chosen = [
        question("ask", written),
        question("ask", quiet, stage="opening"),  # there is no moment yet to go deeper into
        question("self", written or list(DIMENSIONS)),
    ]
    return tuple(question for question in chosen if question)
