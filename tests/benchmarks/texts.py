"""Words for made-up entries: sentences with randomly filled gaps, in texts of realistic lengths."""

import math
import random
from collections.abc import Sequence

import phrases

from mentorlog.files.toml import Values

MEDIAN, SPREAD = 150, 0.72  # words of an entry, by a log-normal: one in a hundred has over 800
FEWEST, MOST = 12, 950
ONE_LINERS = 0.06
PARAGRAPH = 4  # sentences, on average


class Texts:
    """Makes titles, answers and front matter. The same `chance` makes the same words."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance

    def is_short(self) -> bool:
        return self._chance.random() < ONE_LINERS

    def one_liner(self) -> str:
        return self._filled(phrases.ONE_LINERS)

    def private(self) -> str:
        return " ".join(self._chance.sample(phrases.PRIVATE, self._chance.randint(1, 3)))

    def parts(self, count: int) -> list[str]:
        """Return an entry's words in so many answers."""
        words = round(math.exp(self._chance.gauss(math.log(MEDIAN), SPREAD)))
        words = min(MOST, max(FEWEST, words))
        answers = [self._answer(words // count) for _ in range(count)]
        if self._chance.random() < 0.01:
            answers[-1] += " " + phrases.RARE_SENTENCE
        return answers

    def _answer(self, words: int) -> str:
        """Return paragraphs of at least so many words, some with a highlight."""
        paragraphs: list[list[str]] = [[]]
        while words > 0:
            if len(paragraphs[-1]) >= PARAGRAPH and self._chance.random() < 0.6:
                paragraphs.append([])
            sentence = self._filled(phrases.SENTENCES)
            words -= len(sentence.split())
            paragraphs[-1].append(sentence)
        if self._chance.random() < 0.2:
            paragraphs[-1][-1] = f"=={paragraphs[-1][-1]}=="
        return "\n\n".join(map(" ".join, paragraphs))

    def values(self) -> Values:
        """Return the front matter of a reflection, without its id, its day and its writer."""
        chance = self._chance
        values: Values = {"title": self._filled(phrases.TITLES)}
        values |= {"class": chance.choice(phrases.CLASSES), "subject": chance.choice(phrases.SUBJECTS)}
        values |= {"share": "mentor"} if chance.random() < 0.4 else {}
        values |= {"talk": True} if chance.random() < 0.05 else {}
        values |= self._step() if chance.random() < 0.25 else {}
        values |= {"ask": self._filled(phrases.ASKS)} if chance.random() < 0.05 else {}
        values |= {"theory": self._filled(phrases.THEORIES)} if chance.random() < 0.05 else {}
        return values

    def _step(self) -> Values:
        """Return a next step: usually done, one in twenty open."""
        state = self._chance.choices(("done", "dropped", ""), (80, 15, 5))[0]
        return {"next": self._filled(phrases.STEPS)} | ({"next_state": state} if state else {})

    def meeting_values(self) -> Values:
        step = self._step() if self._chance.random() < 0.5 else {}
        return {"title": "Meeting with Ro", "kind": "meeting", "with": "Ro", **step}

    def notes(self) -> str:
        """Return the body of a meeting in the form of `mentorlog meeting`."""
        since = f"- Sam, 3 Nov: {self._filled(phrases.STEPS)} – {self._chance.choice(phrases.OUTCOMES)}"
        theirs = f"Ro will: {self._filled(phrases.STEPS)}"
        return "\n\n".join([self._answer(40), f"Since last time:\n{since}", theirs])

    def _filled(self, templates: Sequence[str]) -> str:
        """Return a random template with its gaps filled and a capital letter first."""
        slots, choice = phrases.SLOTS, self._chance.choice
        filled = choice(templates).format(
            who=choice(slots["who"]), who2=choice(slots["who"]), did=choice(slots["did"]), did2=choice(slots["did"]),
            thing=(thing := choice(slots["thing"])), thing_only=_bare(thing), when=choice(slots["when"]),
            felt=choice(slots["felt"]), thought=choice(slots["thought"]), class_=choice(slots["class_"]),
            weekday=choice(phrases.WEEKDAYS),
        )  # fmt: skip
        return filled[0].upper() + filled[1:]


def _bare(thing: str) -> str:
    """Return `the graph` as `graph`."""
    return thing.removeprefix("the ").removeprefix("my ")
