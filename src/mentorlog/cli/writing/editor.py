"""Writing whole entries in an editor: a new one, or one that is there."""

from mentorlog.ask.editor import EditorError, edited, editor_command
from mentorlog.cli.confirm import asker_for
from mentorlog.cli.guided.reflection_draft import questions_for
from mentorlog.cli.name_guard import note_names
from mentorlog.cli.world import World
from mentorlog.cli.writing.flags import Details, new_keeper
from mentorlog.cli.writing.saving import journal_for, tell
from mentorlog.entry.entry import Entry, Unread, read_entry
from mentorlog.entry.frontmatter import compose
from mentorlog.entry.head import SCHEMA
from mentorlog.errors import ContentError, MentorlogError, StoppedError
from mentorlog.files.toml import Values
from mentorlog.journal import disk
from mentorlog.journal.drafts import ENTRY_KEY, JOURNAL_KEY, Draft
from mentorlog.journal.journal import Journal
from mentorlog.journal.keeper import Keeper, random_letters
from mentorlog.questions.bank import Question
from mentorlog.render.lines import say
from mentorlog.sharing.people import signed
from mentorlog.text import safe_line


def write_in_editor(world: World, details: Details, *, as_json: bool) -> None:
    """A new entry in the editor, with its front matter and a question to begin with; saved if anything was written."""
    editor_command()
    journal = journal_for(world)
    keeper = new_keeper(world, details.day)
    values = {"schema": SCHEMA, "id": keeper.id, **signed(journal, details.values)}
    before = _template(journal, details, values).encode("utf-8")
    world.drafts.keep_whole(keeper.id, before, {JOURNAL_KEY: journal.mark})
    _write_on(world, journal, keeper, before, as_json=as_json)


def write_on(world: World, journal: Journal, draft: Draft, *, as_json: bool) -> None:
    """Go on in the editor with a draft that was left open."""
    keeper = Keeper(world.drafts, draft.id)
    _write_on(world, journal, keeper, _untouched(draft), as_json=as_json)


def _untouched(draft: Draft) -> bytes:
    """The draft's bytes where nothing is written in it yet but headings; otherwise bytes that no file has."""
    is_bare = draft.entry is not None and not any(section.text for section in draft.entry.sections)
    return disk.read(draft.path) if is_bare else b""


def save_whole(world: World, journal: Journal, draft: Draft, *, as_json: bool) -> None:
    """Save a draft from an editor as it is."""
    keeper = Keeper(world.drafts, draft.id)
    _save(world, journal, keeper, disk.read(draft.path), as_json=as_json)


def _write_on(world: World, journal: Journal, keeper: Keeper, before: bytes, *, as_json: bool) -> None:
    after = _from_editor(world, keeper)
    if after == before:
        keeper.let_go()
        say("Nothing was written, so nothing was saved.")
    else:
        _save(world, journal, keeper, after, as_json=as_json)


def _save(world: World, journal: Journal, keeper: Keeper, data: bytes, *, as_json: bool) -> None:
    entry = _readable(keeper, data)
    keeper.adopt(entry.text)
    saved = keeper.save_text(journal, entry.text, entry.date, entry.head.title or entry.title)
    tell(world, journal, saved, as_json=as_json)
    note_names(journal, saved)


def _template(journal: Journal, details: Details, values: Values) -> str:
    headings = [_heading(question) for question in questions_for(journal, details)]
    return compose(values, "\n\n".join(headings) + "\n\n")


def _heading(question: Question) -> str:
    return f"## {question.dimension.name}: {question.text}"


def edit_in_editor(world: World, journal: Journal, entry: Entry) -> Entry | None:
    """An entry in the editor. None if nothing changed; then the file is not touched.

    Raises MentorlogError, with the words in a draft, where the file cannot be written or would not be an entry.
    """
    journal.refuse_newer(entry)
    editor_command()
    before = entry.data
    keeper = _edit_left_open(world, journal, entry) or _edit_begun(world, journal, entry, before)
    after = _from_editor(world, keeper)
    if after == before:
        keeper.let_go()
        return None
    changed = _readable(keeper, after, entry.path)
    try:
        saved = journal.rewrite(entry, changed.text)
    except MentorlogError as error:
        raise ContentError(f"{error}. Your version is kept in {keeper.path}", hint=_again(entry)) from None
    keeper.let_go()
    return saved


def _edit_begun(world: World, journal: Journal, entry: Entry, before: bytes) -> Keeper:
    keeper = Keeper(world.drafts, f"{entry.id}-edit-{random_letters(4)}")
    world.drafts.keep_whole(keeper.id, before, {JOURNAL_KEY: journal.mark, ENTRY_KEY: entry.path})
    return keeper


def _edit_left_open(world: World, journal: Journal, entry: Entry) -> Keeper | None:
    """An earlier edit of this entry that could not be saved, if there is one and the person wants it."""
    drafts = world.drafts.edits_of(journal.marks, entry.path)
    if not drafts:
        return None
    asker = asker_for(world)
    asker.say(
        "An earlier edit of this entry was not saved, and its text is kept. "
        "Saving it puts it in the place of what the entry says now; undo brings that back."
    )
    choice = "1 go on with that text  2 begin with the entry as it is, and keep both"
    try:
        wish = asker.line(choice, "[1]", "", lambda _: None)
    except (KeyboardInterrupt, EOFError):
        raise StoppedError("Nothing was changed.") from None
    return None if wish.text.strip() == "2" else Keeper(world.drafts, drafts[0].id)


def _again(entry: Entry) -> str:
    return f"mentorlog edit {entry.short_id}"


def _from_editor(world: World, keeper: Keeper) -> bytes:
    """What the editor left. It writes in the draft itself, so that nothing can happen to it on the way."""
    with world.drafts.held(keeper.id):
        before = disk.read(keeper.path)
        try:
            return edited(keeper.path)
        except EditorError as error:
            if not keeper.path.is_file():
                world.drafts.keep(keeper.id, before)
            raise ContentError(f"{error}. What there is of your text is kept in {keeper.path}") from None


def _readable(keeper: Keeper, data: bytes, path: str = "") -> Entry:
    """What the editor left, as an entry. Raises ContentError, with the draft's name, where it is none."""
    read = read_entry(path, data)
    if isinstance(read, Unread):
        reason = f"line {read.problem.line}: {read.problem.text}"
        kept = f"Your text is kept in {safe_line(str(keeper.path))}"
        raise ContentError(f"this was not saved, since it cannot be read as an entry ({reason}). {kept}")
    return read
