"""A conversation as values: steps that are asked one after the other, and the answers so far.

Every change returns a new walk. `answers` has everything that was typed, finished or not, so that a draft of the walk
keeps every word at any moment.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Self

from mentorlog.questions.bank import Question
from mentorlog.text import trimmed

ENTER_FOR_NONE, ENTER_TWICE = "(Enter for none)", "(Enter twice to finish)"


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to ask: `lead` is shown before the prompt, and `note` says what Enter does.

    `question` is set if the prompt is a question of the bank. An answer that `is_long` may have several lines.
    """

    key: str
    prompt: str
    question: Question | None = None
    note: str = ENTER_FOR_NONE
    is_long: bool = False
    lead: str = ""

    @property
    def asked(self) -> str:
        """The prompt, after the dimension's name if it is a question of the bank."""
        return f"{self.question.dimension.name} · {self.prompt}" if self.question else self.prompt


@dataclass(frozen=True)
class Walk:
    """A conversation on its way. `at` is the number of the step being answered; past the last one it is over."""

    steps: tuple[Step, ...]
    answers: Mapping[str, str]
    at: int = 0

    @property
    def step(self) -> Step | None:
        """The step being answered; None if the conversation is over."""
        return self.steps[self.at] if self.at < len(self.steps) else None

    def typed(self, text: str) -> Self:
        """The walk at the same step, with the text typed so far."""
        return replace(self, answers={**self.answers, self.steps[self.at].key: text})

    def answered(self, text: str) -> Self:
        """The walk at the next step. An empty answer skips one."""
        return replace(self.typed(text), at=self.at + 1)

    def skipped(self, text: str) -> Self:
        """The walk at the next step, without an answer. A skip never discards words that are there."""
        return self.answered(text)

    def back(self) -> Self:
        """The walk at the step before, whose answer is kept for changing."""
        return replace(self, at=max(0, self.at - 1))

    def answer(self, key: str) -> str:
        """The answer to a step, without blank lines around it; "" if there is none."""
        return trimmed(self.answers.get(key, ""))

    def slip_in(self, text: str) -> str:  # noqa: ARG002 -- any text answers a plain step
        """Why `text` is no answer to the present step, as a sentence; "" if it is one."""
        return ""
