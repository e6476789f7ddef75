"""Saving without loss: words go into a draft first, which is removed only when the saved entry reads back."""

import secrets
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date

from mentorlog.entry.compose import Answer, entry_text, new_text
from mentorlog.entry.entry import ID_LETTERS, Entry
from mentorlog.errors import MentorlogError
from mentorlog.files.toml import Values
from mentorlog.journal import disk
from mentorlog.journal.drafts import Drafts
from mentorlog.journal.journal import Journal
from mentorlog.signals import unbroken
from mentorlog.text import with_full_stop

NEW_AGAIN = "mentorlog new --resume"


def random_letters(number: int) -> str:
    """Make a random text of `number` letters and digits, for an id."""
    return "".join(secrets.choice(ID_LETTERS) for _ in range(number))


class NotSavedError(MentorlogError):
    """An entry could not be saved. The message gives the path of its draft, or the text itself if there is no draft."""

    def __init__(self, error: MentorlogError, keeper: "Keeper") -> None:
        self.exit_code = error.exit_code
        reason = with_full_stop(str(error))
        if keeper.is_kept:
            super().__init__(f"{reason} Your words are kept in {keeper.path}", hint=error.hint or keeper.again)
        else:
            super().__init__(f"{reason} No draft could be kept either; here is the text to copy:\n\n{keeper.text}")


class Keeper:
    """The keeper of one entry's draft, from its first words until it is saved.

    `text` is the draft's text, and `fault` the reason why it could not be written, "" if it could. `again` is the
    command that resumes the draft.
    """

    def __init__(self, drafts: Drafts, draft_id: str, again: str = NEW_AGAIN) -> None:
        self._drafts = drafts
        self.again = again
        self.id = draft_id
        self.path = drafts.path(draft_id)
        self.text = ""
        self.fault = ""

    @property
    def is_kept(self) -> bool:
        """Whether the text is in the draft."""
        return bool(self.text) and not self.fault

    def keep(self, text: str) -> None:
        """Write `text` to the draft. An error is stored in `fault`, not raised, so that typing can go on."""
        if text == self.text and not self.fault:
            return
        self.text = text
        try:
            with unbroken():
                self._drafts.keep(self.id, text.encode("utf-8", "surrogatepass"))
        except OSError as error:
            self.fault = disk.reason(error)
        else:
            self.fault = ""

    def adopt(self, text: str) -> None:
        """Treat `text` as already saved in the draft."""
        self.text, self.fault = text, ""

    def keep_entry(self, values: Values, answers: Sequence[Answer]) -> None:
        """Write the entry made from these values and answers to the draft."""
        self.keep(entry_text({**values, "id": self.id}, answers))

    @contextmanager
    def saving(self) -> Iterator[None]:
        """Turn any MentorlogError raised inside into NotSavedError, which says where the words are."""
        try:
            yield
        except NotSavedError:
            raise
        except MentorlogError as error:
            raise NotSavedError(error, self) from None

    def save(self, journal: Journal, values: Values, answers: Sequence[Answer]) -> Entry:
        """Save the entry, then remove the draft. Raises NotSavedError, which names the draft."""
        if not self.text:
            self.keep_entry(values, answers)
        with self.saving():
            text = new_text({"id": self.id, **values}, answers)
        return self.save_text(journal, text, values["date"], values.get("title", ""))

    def save_text(self, journal: Journal, text: str, day: date, title: str) -> Entry:
        """Save an entry whose file is exactly `text`, then remove the draft. Raises NotSavedError."""
        return self.save_by(text, lambda: journal.add(day, title, text))

    def save_by(self, text: str, write: Callable[[], Entry]) -> Entry:
        """Call `write` to put `text` into the journal, then remove the draft. Raises NotSavedError."""
        if not self.text:
            self.keep(text)
        with self.saving():
            entry = write()
        self.discard_draft()
        return entry

    def discard_draft(self) -> None:
        """Remove the draft. Failure is harmless: the draft is offered again."""
        try:
            self._drafts.discard(self.id)
        except OSError as error:
            self.fault = disk.reason(error)
