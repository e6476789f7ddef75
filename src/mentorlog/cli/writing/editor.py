"""Writes a whole entry in the person's editor: a new entry or one that exists."""

from mentorlog.ask.editor import edited_draft, editor_command
from mentorlog.cli.confirm import asker_for
from mentorlog.cli.name_guard import note_names
from mentorlog.cli.world import World
from mentorlog.cli.writing.flags import FROM_A_PIPE, new_keeper
from mentorlog.cli.writing.saving import journal_for, say_nothing_saved, tell
from mentorlog.drafting.details import Details
from mentorlog.drafting.left_open import LeftOpen
from mentorlog.drafting.questions import questions_for
from mentorlog.drafting.whole_entry import begin_edit, begin_whole, save_edit, save_whole, untouched
from mentorlog.entry.entry import Entry
from mentorlog.errors import InputNeededError, StoppedError
from mentorlog.journal import disk
from mentorlog.journal.journal import Journal
from mentorlog.journal.keeper import Keeper
from mentorlog.render.lines import warn


def write_in_editor(world: World, details: Details, *, as_json: bool) -> None:
    """Write a new entry in the editor, beginning with its front matter and a question. Saved if it changed."""
    if not world.can_ask:
        raise InputNeededError("an editor needs a terminal", hint=FROM_A_PIPE)
    editor_command()
    journal = journal_for(world)
    keeper = new_keeper(world, details.day)
    questions = questions_for(journal, details, tell=warn)
    before = begin_whole(world.drafts, journal, keeper, details, questions)
    _write_on(world, journal, keeper, before, as_json=as_json)


def go_on_in_editor(world: World, journal: Journal, left: LeftOpen, *, as_json: bool) -> None:
    """Resume a draft from an editor, or save it as it is if the person has finished it."""
    keeper = Keeper(world.drafts, left.draft.id)
    if left.is_finished:
        _save(world, journal, keeper, disk.read(left.draft.path), as_json=as_json)
    else:
        _write_on(world, journal, keeper, untouched(left.draft), as_json=as_json)


def _write_on(world: World, journal: Journal, keeper: Keeper, before: bytes, *, as_json: bool) -> None:
    after = edited_draft(world.drafts, keeper)
    if after == before:
        keeper.discard_draft()
        say_nothing_saved()
    else:
        _save(world, journal, keeper, after, as_json=as_json)


def _save(world: World, journal: Journal, keeper: Keeper, data: bytes, *, as_json: bool) -> None:
    entry = save_whole(journal, keeper, data)
    tell(world, journal, entry, as_json=as_json)
    note_names(journal, entry)


def edit_in_editor(world: World, journal: Journal, entry: Entry) -> Entry | None:
    """Edit an entry in the editor. None if nothing changed; then the file is not touched.

    If the file cannot be written or would not be an entry, the words stay in a draft and MentorlogError is raised.
    """
    journal.refuse_newer(entry)
    editor_command()
    keeper = _edit_left_open(world, journal, entry) or begin_edit(world.drafts, journal, entry)
    after = edited_draft(world.drafts, keeper)
    if after == entry.data:
        keeper.discard_draft()
        return None
    return save_edit(journal, keeper, entry, after)


def _edit_left_open(world: World, journal: Journal, entry: Entry) -> Keeper | None:
    """Ask whether to resume an earlier, unsaved edit of this entry; None if there is none, or not."""
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
