"""A whole entry in a draft, for an editor: a new entry, or a new version of one.

Such a draft is exactly its writer's own text. The editor writes to the draft itself, so that nothing is lost.
"""

from collections.abc import Sequence

from mentorlog.drafting.details import Details
from mentorlog.entry.entry import Entry, Unread, read_entry
from mentorlog.entry.frontmatter import compose
from mentorlog.entry.keys import SCHEMA
from mentorlog.errors import ContentError, MentorlogError
from mentorlog.journal import disk
from mentorlog.journal.drafts import Draft, DraftKeys, Drafts
from mentorlog.journal.journal import Journal
from mentorlog.journal.keeper import Keeper, random_letters
from mentorlog.questions.bank import Question
from mentorlog.sharing.people import signed
from mentorlog.text import safe_line


def begin_whole(
    drafts: Drafts, journal: Journal, keeper: Keeper, details: Details, questions: Sequence[Question]
) -> bytes:
    """Write a new entry's front matter and a heading for each question to its draft. Returns the draft's bytes."""
    values = {"schema": SCHEMA, "id": keeper.id, **signed(journal, details.values)}
    headings = [f"## {question.dimension.name}: {question.text}" for question in questions]
    data = compose(values, "\n\n".join(headings) + "\n\n").encode("utf-8")
    drafts.keep_whole(keeper.id, data, DraftKeys(journal=journal.mark))
    return data


def untouched(draft: Draft) -> bytes:
    """The draft's bytes if it has headings but no text; otherwise b"", which equals no draft."""
    is_bare = draft.entry is not None and not any(section.text for section in draft.entry.sections)
    return disk.read(draft.path) if is_bare else b""


def save_whole(journal: Journal, keeper: Keeper, data: bytes) -> Entry:
    """Save a new entry from an editor. Raises ContentError or NotSavedError, which name the draft."""
    entry = _readable(keeper, data)
    keeper.adopt(entry.text)
    return keeper.save_text(journal, entry.text, entry.date, entry.head.title or entry.title)


def begin_edit(drafts: Drafts, journal: Journal, entry: Entry) -> Keeper:
    """Copy an entry to a new draft, to be edited there."""
    keeper = Keeper(drafts, f"{entry.id}-edit-{random_letters(4)}")
    drafts.keep_whole(keeper.id, entry.data, DraftKeys(journal=journal.mark, entry=entry.path))
    return keeper


def save_edit(journal: Journal, keeper: Keeper, entry: Entry, data: bytes) -> Entry:
    """Replace an entry by its new version from an editor. Raises ContentError, which names the draft."""
    edited = _readable(keeper, data, entry.path)
    try:
        saved = journal.rewrite(entry, edited.text)
    except MentorlogError as error:
        again = f"mentorlog edit {entry.short_id}"
        raise ContentError(f"{error}. Your version is kept in {keeper.path}", hint=again) from None
    keeper.discard_draft()
    return saved


def _readable(keeper: Keeper, data: bytes, path: str = "") -> Entry:
    """Read the bytes from an editor as an entry. Raises ContentError, which names the draft, if they are none."""
    entry = read_entry(path, data)
    if isinstance(entry, Unread):
        reason = f"line {entry.problem.line}: {entry.problem.text}"
        kept = f"Your text is kept in {safe_line(str(keeper.path))}"
        raise ContentError(f"this was not saved, since it cannot be read as an entry ({reason}). {kept}")
    return entry
