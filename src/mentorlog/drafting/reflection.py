"""A guided entry in a draft: begin it, resume it, and save it."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from mentorlog.conversation.reflection import ASK, LONGEST_IN_HEAD, MOMENT, NEXT, THEORY, Session, key_of, session_about
from mentorlog.drafting.conversation import DraftedConversation
from mentorlog.drafting.details import Details
from mentorlog.drafting.left_open import LeftOpen
from mentorlog.drafting.questions import another_question, remember_asked
from mentorlog.entry.compose import Answer
from mentorlog.entry.entry import Entry
from mentorlog.files.toml import Values
from mentorlog.journal.drafts import DRAFT, Draft, DraftKeys, Drafts
from mentorlog.journal.journal import Journal
from mentorlog.journal.keeper import Keeper
from mentorlog.journal.question_files import journal_bank
from mentorlog.questions.bank import Bank, Question
from mentorlog.sharing.people import signed
from mentorlog.text import shortened

_IN_WORDS = ("title", "next", "ask", "theory")  # the flags with a person's own words
_STEPS = {"title": MOMENT, "next": NEXT, "ask": ASK, "theory": THEORY}  # the steps that a flag answers
_REMADE = {"schema", "id", "title", "next", "ask", "theory", "asked", *DRAFT.fields}


@dataclass(frozen=True)
class DraftedReflection(DraftedConversation[Session]):
    """A reflection and its draft. `more` finds another question than those with the given ids."""

    more: Callable[[Collection[str]], Question | None] | None = None

    def another(self) -> Session | None:
        session = self.walk
        if self.more is None or session.step is None or session.step.question is None:
            return None
        asked = {*session.passed_over, *(step.question.id for step in session.steps if step.question)}
        question = self.more(asked)
        return session.with_another(question) if question else None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to save: no answer, and no words from a flag."""
        return self.walk.is_empty and not any(self.values.get(key) for key in _IN_WORDS)

    def texts(self) -> dict[str, str]:
        """All texts that a person wrote: flags, texts from an earlier draft, and answers."""
        earlier = {f"earlier {number}": answer.text for number, answer in enumerate(self.walk.earlier)}
        flags = {f"flag {key}": str(self.values[key]) for key in _IN_WORDS if self.values.get(key)}
        return {**flags, **earlier, **self.walk.answers}

    def with_texts(self, texts: Mapping[str, str]) -> "DraftedReflection":
        """The reflection with new texts in the same places."""
        earlier = [replace(answer, text=texts[f"earlier {number}"]) for number, answer in enumerate(self.walk.earlier)]
        answers = {key: texts[key] for key in self.walk.answers}
        flags = {key: texts[f"flag {key}"] for key in _IN_WORDS if self.values.get(key)}
        session = replace(self.walk, answers=answers, earlier=tuple(earlier))
        return replace(self, walk=session, values={**self.values, **flags})

    def keep(self, journal: Journal) -> None:
        """Write everything so far to the draft, with the keys that let the reflection be resumed here."""
        session = self.walk
        if self.is_empty and not self.keeper.text:
            return
        ours = DraftKeys(
            journal=str(journal.root),
            questions=tuple(step.question.id for step in session.steps if step.question),
            step=session.step.key if session.step else "",
        )
        moment = {"title": session.answer(MOMENT)} if 0 < len(session.answer(MOMENT)) <= LONGEST_IN_HEAD else {}
        values = signed(journal, {**session.values(), **moment, **self.values, **ours.values})
        self.keeper.keep_entry(values, session.body(with_moment=not moment))


def begin_reflection(
    journal: Journal, details: Details, questions: Sequence[Question], keeper: Keeper
) -> DraftedReflection:
    """Begin a reflection on `questions`, without the steps that a flag has answered."""
    answered = {step for key, step in _STEPS.items() if key in details.values}
    session = session_about(tuple(questions), journal.settings.role, setting=journal.settings.setting, given=answered)
    return DraftedReflection(session, details.values, keeper, another_question(journal, details))


def resume_reflection(drafts: Drafts, journal: Journal, left: LeftOpen, flags: Values) -> DraftedReflection:
    """Resume the reflection in a draft. Texts that answer none of its questions are kept as they are."""
    bank = journal_bank(journal)
    questions = _questions_in(left.draft, bank)
    answers, earlier = _answers_in(left.entry, bank, {question.id for question in questions})
    answers |= left.answer_in_editor(drafts)
    replaced = {step: str(flags[key]) for key, step in _STEPS.items() if flags.get(key)}
    earlier += [Answer(text) for step, now in replaced.items() if (text := answers.pop(step, "")) and text != now]
    at = "" if left.is_finished else left.step or NEXT
    passed_over = tuple(name for name in left.entry.head.asked if name not in {question.id for question in questions})
    session = session_about(
        questions,
        left.entry.role,
        setting=journal.settings.setting,
        given=replaced,
        answers=answers,
        at=at,
        earlier=tuple(earlier),
        passed_over=passed_over,
    )
    more = another_question(journal, Details(left.entry.date, (), {}))
    return DraftedReflection(session, {**left.values(_REMADE), **flags}, left.keeper(drafts), more)


def _questions_in(draft: Draft, bank: Bank) -> tuple[Question, ...]:
    """The questions in a draft, as far as the bank still has them."""
    questions = map(bank.question, draft.keys.questions)
    return tuple(question for question in questions if question)


def _answers_in(entry: Entry, bank: Bank, asked: Collection[str]) -> tuple[dict[str, str], list[Answer]]:
    """Split an entry into answers to the questions `asked`, by the keys of their steps, and other texts."""
    head = entry.head
    answers = {MOMENT: head.title, NEXT: head.next, ASK: head.ask, THEORY: head.theory}
    earlier = []
    for section in entry.sections:
        question_id = bank.id_of(section.question) if section.question else None
        if question_id and question_id in asked:
            answers[key_of(question_id)] = section.text
        elif section.text and not section.private:
            earlier.append(Answer(section.text, section.dimension, section.question))
    return answers, earlier


def save_reflection(journal: Journal, reflection: DraftedReflection) -> Entry | None:
    """Save the entry and remove its draft. None if there is nothing to save. Raises NotSavedError."""
    if reflection.is_empty:
        remember_asked(journal, reflection.values["date"], reflection.walk.not_answered)
        reflection.keeper.discard_draft()
        return None
    values = signed(journal, {**reflection.walk.values(), **reflection.values})
    if "title" not in values:
        values["title"] = shortened(next(str(values[key]) for key in _IN_WORDS if values.get(key)))
    return reflection.keeper.save(journal, values, reflection.walk.body())
