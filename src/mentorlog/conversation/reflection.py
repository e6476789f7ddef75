"""The guided reflection as values: its steps, and the entry that the answers make."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from mentorlog.conversation.walk import ENTER_TWICE, Step, Walk
from mentorlog.dimensions import EXPANSION, Role
from mentorlog.entry.compose import Answer
from mentorlog.files.toml import Values
from mentorlog.questions.bank import Question
from mentorlog.questions.school_words import Setting, in_words_of
from mentorlog.text import one_line, shortened

MOMENT, THEORY, NEXT, ASK = "moment", "theory", "next", "ask"
_IN_HEAD = (NEXT, ASK, THEORY)  # the steps whose answers go into the front matter, under keys of the same names
FIRST_PROMPT = "Which moment do you want to stay with?"
HIGHLIGHTS = "If you would like some words quoted, put == around them: ==like this=="
LONGEST_TITLE = 120  # characters
LONGEST_IN_HEAD = 2000  # characters of one value in the front matter, which has room for 64 KB; the rest is body


@dataclass(frozen=True)
class Session(Walk):
    """A walk through a moment, a question or two, perhaps a theory, a next step and a request.

    `earlier` are the answers in a resumed draft that belong to none of these steps, `passed_over` the ids of questions
    in whose place another was asked for, `given` the keys of steps that a flag has answered.
    """

    earlier: tuple[Answer, ...] = ()
    passed_over: tuple[str, ...] = ()
    given: frozenset[str] = frozenset()

    def with_another(self, question: Question) -> "Session":
        """The reflection with another question in place of the present one, and the words typed so far."""
        now = self.steps[self.at]
        steps = (*self.steps[: self.at], _asked(question, now.lead), *self.steps[self.at + 1 :])
        answers = {key_of(question.id) if key == now.key else key: text for key, text in self.answers.items()}
        passed_over = (*self.passed_over, *([now.question.id] if now.question else []))
        return replace(self, steps=_with_offer(steps, self.given), answers=answers, passed_over=passed_over)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to save."""
        return not self.earlier and not any(text.strip() for text in self.answers.values())

    def values(self) -> Values:
        """The front matter. A moment that is too long for a title goes into the body as well."""
        answers = self.body()
        title = self.answer(MOMENT) or next(
            (text for text in (*(answer.text for answer in answers), *map(self.answer, _IN_HEAD)) if text), ""
        )
        values: Values = {
            "title": _as_title(title),
            **{key: in_head(self.answer(key)) for key in _IN_HEAD},
        }
        values["asked"] = self.not_answered
        return {key: value for key, value in values.items() if value}

    @property
    def not_answered(self) -> list[str]:
        """The ids of the questions that were asked and have no answer, or none yet."""
        open_ = [step.question.id for step in self.steps if step.question and not self.answer(step.key)]
        return [*dict.fromkeys((*self.passed_over, *open_))]

    def body(self, *, with_moment: bool = True) -> list[Answer]:
        """The answers in the entry's body, those without a dimension first."""
        moment = self.answer(MOMENT) if with_moment else ""
        replies = [(step.question, self.answer(step.key)) for step in self.steps if step.question]
        answers = [Answer(text, question.dimension, question.text) for question, text in replies if text]
        without_dimension = [answer for answer in self.earlier if answer.dimension is None]
        with_dimension = [answer for answer in self.earlier if answer.dimension is not None]
        too_long = [Answer(text) for key in _IN_HEAD if len(text := self.answer(key)) > LONGEST_IN_HEAD]
        first = [Answer(moment)] if _as_title(moment) != moment else []
        return [*first, *too_long, *without_dimension, *with_dimension, *answers]


def _as_title(moment: str) -> str:
    """`moment` on one line, shortened only if it is longer than LONGEST_TITLE."""
    line = one_line(moment)
    return line if len(line) <= LONGEST_TITLE and "\n" not in moment else shortened(moment)


def in_head(text: str) -> str:
    """`text` on one line; only its beginning if it is so long that it goes into the body."""
    return one_line(text) if len(text) <= LONGEST_IN_HEAD else shortened(text, LONGEST_TITLE)


def key_of(question_id: str) -> str:
    """The key of a question's step, distinct from MOMENT, NEXT and ASK."""
    return f"question {question_id}"


def _asked(question: Question, lead: str) -> Step:
    return Step(key_of(question.id), question.text, question, note=ENTER_TWICE, is_long=True, lead=lead)


_OFFER = Step(THEORY, "A theory of yours, as it stands today? Perhaps: when this, then that, because …")


def _with_offer(steps: Sequence[Step], given: Collection[str]) -> tuple[Step, ...]:
    """The steps, with the offer to write down a theory after the questions if one of them is about expansion."""
    plain = [step for step in steps if step.key != THEORY]
    asked = [place for place, step in enumerate(plain, start=1) if step.question]
    is_offered = any(step.question and step.question.dimension == EXPANSION for step in plain)
    if not is_offered or THEORY in given:
        return tuple(plain)
    return (*plain[: asked[-1]], _OFFER, *plain[asked[-1] :])


_FROM_WHOM = {"ect": "your mentor or the school", "mentor": "your ECT or the school"}


def session_about(
    questions: tuple[Question, ...],
    role: Role,
    *,
    setting: Setting | None = None,
    given: Collection[str] = (),
    answers: Mapping[str, str] | None = None,
    at: str = MOMENT,
    earlier: tuple[Answer, ...] = (),
    passed_over: tuple[str, ...] = (),
) -> Session:
    """A reflection on these questions, from the start or from the step with the key `at`; `at=""` means finished.

    `setting` is the kind of school, whose words the last step uses. `given` are the keys of steps that a flag
    has answered: they are not asked.
    """
    steps = (
        Step(MOMENT, FIRST_PROMPT, note=""),
        *(_asked(question, lead=HIGHLIGHTS if question is questions[0] else "") for question in questions),
        Step(NEXT, "One thing you would like to try next?"),
        Step(ASK, in_words_of(f"Anything you would like from {_FROM_WHOM[role]}?", setting)),
    )
    every = _with_offer(steps, given)
    unanswered = tuple(step for step in every if step.key not in given)
    before = next((number for number, step in enumerate(every) if step.key == at), 0) if at else len(every)
    place = sum(step.key not in given for step in every[:before])
    return Session(unanswered, dict(answers or {}), place, earlier, passed_over, frozenset(given))
