"""The guided conversation as values: what an entry asks for, and the entry that the answers make."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from mentorlog.conversation.walk import ENTER_TWICE, Step, Walk
from mentorlog.dimensions import Role
from mentorlog.entry.compose import Answer
from mentorlog.files.toml import Values
from mentorlog.questions.bank import Question
from mentorlog.text import one_line, shortened

MOMENT, NEXT, ASK = "moment", "next", "ask"
FIRST_PROMPT = "Which moment do you want to stay with?"
LONGEST_TITLE = 120  # characters
LONGEST_IN_HEAD = 2000  # characters of one value in the front matter, which holds 64 KB in all; the rest is body


@dataclass(frozen=True)
class Session(Walk):
    """A walk through a moment, a question or two, a next step and a wish."""

    earlier: tuple[Answer, ...] = ()  # what a resumed draft holds beside these steps

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to save."""
        return not self.earlier and not any(text.strip() for text in self.answers.values())

    def values(self) -> Values:
        """What goes into the front matter; a moment too long for a title stands in the body as well."""
        answers = self.body()
        title = self.answer(MOMENT) or (answers[0].text if answers else self.answer(NEXT) or self.answer(ASK))
        asked = {"title": _as_title(title), "next": in_head(self.answer(NEXT)), "ask": in_head(self.answer(ASK))}
        return {key: value for key, value in asked.items() if value}

    def body(self, *, with_moment: bool = True) -> list[Answer]:
        """What goes into the entry's body: text without a dimension first."""
        moment = self.answer(MOMENT) if with_moment else ""
        asked = [(step.question, self.answer(step.key)) for step in self.steps if step.question]
        answers = [Answer(text, question.dimension, question.text) for question, text in asked if text]
        loose = [answer for answer in self.earlier if answer.dimension is None]
        kept = [answer for answer in self.earlier if answer.dimension is not None]
        long = [Answer(text) for key in (NEXT, ASK) if len(text := self.answer(key)) > LONGEST_IN_HEAD]
        return [*([Answer(moment)] if _as_title(moment) != moment else []), *long, *loose, *kept, *answers]


def _as_title(moment: str) -> str:
    """`moment` on one line; shortened only where it is far too long for one."""
    line = one_line(moment)
    return line if len(line) <= LONGEST_TITLE and "\n" not in moment else shortened(moment)


def in_head(text: str) -> str:
    """`text` on one line; only its beginning where it is so long that it stands in the body."""
    return one_line(text) if len(text) <= LONGEST_IN_HEAD else shortened(text, LONGEST_TITLE)


def key_of(question_id: str) -> str:
    """The key of a question's step, apart from those of the three that every entry has."""
    return f"question {question_id}"


_FROM_WHOM = {"ect": "your mentor or the school", "mentor": "your ECT or the school"}


def opened(
    questions: tuple[Question, ...],
    role: Role,
    *,
    given: Collection[str] = (),
    answers: Mapping[str, str] | None = None,
    at: str = MOMENT,
    earlier: tuple[Answer, ...] = (),
) -> Session:
    """A conversation about these questions, from the start or from the step named `at`.

    `given` are the steps that a flag has answered already; they are not asked. An empty `at` is past the last step.
    """
    steps = (
        Step(MOMENT, FIRST_PROMPT, note=""),
        *(Step(key_of(each.id), each.text, each, note=ENTER_TWICE, is_long=True) for each in questions),
        Step(NEXT, "One thing you would like to try next?"),
        Step(ASK, f"Anything you would like from {_FROM_WHOM[role]}?"),
    )
    left = tuple(step for step in steps if step.key not in given)
    place = next((number for number, step in enumerate(left) if step.key == at), 0) if at else len(left)
    return Session(left, dict(answers or {}), place, earlier)
