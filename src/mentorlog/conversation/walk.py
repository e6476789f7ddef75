"""What is asked one after the other, as values: how far it has got, and what has been said.

It knows no terminal and no disk. Every step returns a new walk; `answers` holds whatever has been typed, finished or
not, so that writing the walk down at any moment keeps every word.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Self

from mentorlog.questions.bank import Question
from mentorlog.text import trimmed

ENTER_FOR_NONE, ENTER_TWICE = "(Enter for none)", "(Enter twice to finish)"


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that is asked. `question` is the bank's, where it is one; `lead` is said before it is asked.

    `note` tells what Enter does. A long answer may have several lines.
    """

    key: str
    prompt: str
    question: Question | None = None
    note: str = ENTER_FOR_NONE
    is_long: bool = False
    lead: str = ""

    @property
    def asked(self) -> str:
        return f"{self.question.dimension.name} · {self.prompt}" if self.question else self.prompt


@dataclass(frozen=True)
class Walk:
    """`at` is the step that is being answered; past the last step the conversation is over."""

    steps: tuple[Step, ...]
    answers: Mapping[str, str]
    at: int = 0

    @property
    def step(self) -> Step | None:
        return self.steps[self.at] if self.at < len(self.steps) else None

    def typed(self, text: str) -> Self:
        """The same step, with what has been typed so far."""
        return replace(self, answers={**self.answers, self.steps[self.at].key: text})

    def answered(self, text: str) -> Self:
        """The next step; an empty answer is a skip."""
        return replace(self.typed(text), at=self.at + 1)

    def back(self) -> Self:
        """The step before, whose answer stays to be changed."""
        return replace(self, at=max(0, self.at - 1))

    def answer(self, key: str) -> str:
        return trimmed(self.answers.get(key, ""))

    def slip_in(self, text: str) -> str:  # noqa: ARG002 -- here anything is an answer
        """Why `text` does not answer the step that is being asked, as a sentence; "" where it does."""
        return ""
