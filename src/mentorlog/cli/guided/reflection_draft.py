"""A guided entry on its way."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from mentorlog.cli.guided.talk import Talk
from mentorlog.cli.writing.flags import Details
from mentorlog.conversation.reflection import LONGEST_IN_HEAD, MOMENT, Session
from mentorlog.journal.drafts import JOURNAL_KEY, QUESTIONS_KEY, STEP_KEY
from mentorlog.journal.journal import Journal
from mentorlog.journal.question_files import journal_bank
from mentorlog.questions.bank import Question
from mentorlog.questions.choice import asked, next_questions
from mentorlog.render.lines import warn
from mentorlog.sharing.people import signed

WORDS = ("title", "next", "ask", "theory")  # what a flag can say in words


@dataclass(frozen=True)
class Conversation(Talk[Session]):
    """What makes an entry."""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to save, neither answered nor said by a flag."""
        return self.walk.is_empty and not any(self.values.get(key) for key in WORDS)

    def texts(self) -> dict[str, str]:
        """What somebody wrote, in answers, in a draft that was taken up again and in flags, by where it stands."""
        earlier = {f"earlier {number}": each.text for number, each in enumerate(self.walk.earlier)}
        flags = {f"flag {key}": str(self.values[key]) for key in WORDS if self.values.get(key)}
        return {**flags, **earlier, **self.walk.answers}

    def with_texts(self, texts: Mapping[str, str]) -> "Conversation":
        """The same conversation in other words."""
        earlier = [replace(each, text=texts[f"earlier {n}"]) for n, each in enumerate(self.walk.earlier)]
        answers = {key: texts[key] for key in self.walk.answers}
        flags = {key: texts[f"flag {key}"] for key in WORDS if self.values.get(key)}
        session = replace(self.walk, answers=answers, earlier=tuple(earlier))
        return replace(self, walk=session, values={**self.values, **flags})

    def keep(self, journal: Journal) -> None:
        """Put every word so far into the draft, with what it takes to go on from here."""
        session = self.walk
        if self.is_empty and not self.keeper.text:
            return
        steps = [step.question.id for step in session.steps if step.question]
        ours = {
            JOURNAL_KEY: str(journal.root),
            QUESTIONS_KEY: steps,
            STEP_KEY: session.step.key if session.step else "",
        }
        moment = {"title": session.answer(MOMENT)} if 0 < len(session.answer(MOMENT)) <= LONGEST_IN_HEAD else {}
        values = signed(journal, {**session.values(), **moment, **self.values, **ours})
        self.keeper.keep_entry(values, session.body(with_moment=not moment))


def questions_for(
    journal: Journal, details: Details, number: int = 1, tell: Callable[[str], None] = warn
) -> tuple[Question, ...]:
    """The questions whose turn it is; a fault in the journal's own questions is said and hides nothing else."""
    bank = journal_bank(journal.root)
    for problem in bank.problems:
        tell(str(problem))
    role = journal.settings.role
    past = asked(journal.read().entries, bank, role)
    return next_questions(
        bank,
        past,
        role=role,
        seed=journal.settings.id,
        day=details.day,
        number=number,
        dimensions=details.dimensions,
    )
