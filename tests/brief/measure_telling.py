"""How often a brief quotes what readers would: `python tests/brief/measure_telling.py`.

The answers in `tests/brief/corpora/` are made up, in many voices and phases. Three readers marked each answer on their
own: up to three stretches to quote, and sentences that mislead if quoted alone. The rule was made while looking at
`seen`; `unseen` is for the figures only.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mentorlog.brief.highlights import cut
from mentorlog.brief.telling import sentences, telling

FOLDER = Path(__file__).parent / "corpora"
SETS = ("seen", "unseen")
SAME = 0.8  # of the words of a pick and of a stretch, as F1
RULES: dict[str, Callable[[str], str]] = {
    "the first sentence": lambda answer: next(sentences(answer)).text,
    "the last sentence": lambda answer: list(sentences(answer))[-1].text,
    "the last thought": lambda answer: cut(telling(answer)),
}


@dataclass(frozen=True, slots=True)
class Marked:
    """An answer and what each reader marked in it."""

    text: str
    quoted: Sequence[str]
    misleading: Sequence[str]

    def is_quoted(self, pick: str) -> bool:
        """Whether the pick is nearly the same as a stretch that a reader would quote."""
        return any(_likeness(pick, stretch) >= SAME for stretch in self.quoted)

    def is_in(self, pick: str) -> bool:
        """Whether the pick has such a stretch in it and is at most about twice as long, or is most of one."""
        plain, stretches = _plain(pick), [_plain(stretch) for stretch in self.quoted]
        return any(
            (stretch in plain and len(plain) <= 2.2 * len(stretch) + 20)
            or (plain in stretch and len(plain) >= 0.6 * len(stretch))
            for stretch in stretches
        )

    def misleads(self, pick: str) -> bool:
        """Whether the pick has nothing in it but what misleads alone."""
        plain = _plain(pick)
        return not self.is_in(pick) and any(plain in _plain(sentence) for sentence in self.misleading)


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip().strip(".!?… ")


def _likeness(one: str, other: str) -> float:
    """F1 of the words of two texts, from 0 to 1."""
    words, others = Counter(_plain(one).casefold().split()), Counter(_plain(other).casefold().split())
    return 2 * (words & others).total() / max(1, words.total() + others.total())


def answers_in(name: str) -> list[Marked]:
    marks: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text("utf-8"))
    answers = []
    for block in (FOLDER / f"{name}.txt").read_text("utf-8").split("%% ")[1:]:
        head, _, text = block.partition("\n")
        readings = marks[head.partition(" | ")[0]]
        quoted = [stretch for reading in readings for stretch in reading["quote"]]
        answers.append(Marked(text, quoted, [each for reading in readings for each in reading["misleads"]]))
    return answers


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares of picks, from 0 to 1: of a marked stretch, nearly the same as one, and misleading."""

    marked: float
    same: float
    misleading: float


def figures_of(rule: Callable[[str], str], answers: Sequence[Marked]) -> Figures:
    picks = [(answer, rule(answer.text)) for answer in answers]
    number = len(picks)
    return Figures(
        sum(answer.is_in(pick) for answer, pick in picks) / number,
        sum(answer.is_quoted(pick) for answer, pick in picks) / number,
        sum(answer.misleads(pick) for answer, pick in picks) / number,
    )


def main() -> None:
    for name in SETS:
        answers = answers_in(name)
        for rule, pick in RULES.items():
            figures = figures_of(pick, answers)
            print(
                f"{name}, {len(answers)} answers, {rule}: {figures.marked:.0%} of a stretch that a reader marked, "
                f"{figures.same:.0%} nearly the same, {figures.misleading:.0%} misleading"
            )


if __name__ == "__main__":
    main()
