"""Writing whole entries in an editor: a new one, or one that is there."""

from mentorlog.ask.editor import edited, editor_command
from mentorlog.cli.context import World, say
from mentorlog.cli.new import Details, new_keeper
from mentorlog.cli.saving import journal_for, tell
from mentorlog.entry import Entry, Unread, read_entry
from mentorlog.errors import ContentError, MentorlogError
from mentorlog.frontmatter import compose
from mentorlog.journal import disk
from mentorlog.journal.journal import Journal
from mentorlog.journal.keeping import Keeper
from mentorlog.journal.prompts import journal_bank
from mentorlog.questions.bank import Question
from mentorlog.questions.choice import asked, next_questions
from mentorlog.text import safe_line
from mentorlog.toml import Values


def write_in_editor(world: World, details: Details, *, as_json: bool) -> None:
    """A new entry in the editor, with its front matter and a question to begin with; saved if anything was written."""
    editor_command()
    journal = journal_for(world)
    keeper = new_keeper(world, details.day)
    values = {"schema": 1, "id": keeper.id, "role": journal.settings.role, **details.values}
    before = _template(journal, details, values).encode("utf-8")
    after = _after_editor(world, keeper, before)
    if after == before:
        keeper.let_go()
        say("Nothing was written, so nothing was saved.")
        return
    entry = _readable(keeper, after)
    keeper.text = entry.text
    tell(
        world,
        journal,
        keeper.save_text(journal, entry.text, entry.date, entry.head.title or entry.title),
        as_json=as_json,
    )


def _template(journal: Journal, details: Details, values: Values) -> str:
    questions = next_questions(
        bank := journal_bank(journal.root),
        asked(journal.read().entries, bank, journal.settings.role),
        role=journal.settings.role,
        seed=journal.settings.id,
        day=details.day,
        dimensions=details.dimensions,
    )
    return compose(values, "\n\n".join(_heading(question) for question in questions) + "\n\n")


def _heading(question: Question) -> str:
    return f"## {question.dimension.name}: {question.text}"


def edit_in_editor(world: World, journal: Journal, entry: Entry) -> Entry | None:
    """An entry in the editor. None if nothing changed; then the file is not touched.

    Raises MentorlogError, with the words in a draft, where the file cannot be written or would not be an entry.
    """
    editor_command()
    keeper = Keeper(world.drafts, f"{entry.id}-edit")
    before = entry.text.encode("utf-8")
    after = _after_editor(world, keeper, before)
    if after == before:
        keeper.let_go()
        return None
    changed = _readable(keeper, after, entry.path)
    try:
        saved = journal.rewrite(entry, changed.text)
    except MentorlogError as error:
        raise ContentError(f"{error}. Your version is kept in {keeper.path}") from None
    keeper.let_go()
    return saved


def _after_editor(world: World, keeper: Keeper, before: bytes) -> bytes:
    """What the editor left, which is in the draft before anything looks at it."""
    path = world.state / "editing" / f"{keeper.id}.md"
    after = edited(before, path)
    if after != before:
        keeper.keep_bytes(after)
    if after == before or keeper.is_kept:
        disk.discard(path)
    return after


def _readable(keeper: Keeper, data: bytes, path: str = "") -> Entry:
    """What the editor left, as an entry. Raises ContentError, with the draft's name, where it is none."""
    read = read_entry(path, data)
    if isinstance(read, Unread):
        reason = f"line {read.problem.line}: {read.problem.text}"
        kept = f"Your text is kept in {safe_line(str(keeper.path))}"
        raise ContentError(f"this was not saved, since it cannot be read as an entry ({reason}). {kept}")
    return read
