"""`mentorlog summary`: makes the brief for a meeting, on one page."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from mentorlog.brief.brief import Brief, brief
from mentorlog.brief.suggested_questions import Shown
from mentorlog.cli import options
from mentorlog.cli.output import Destination, Format, Page, write_out
from mentorlog.cli.people.theirs import mark_seen
from mentorlog.cli.world import World, whole, world_of
from mentorlog.entry.problems import Problem
from mentorlog.errors import NotFoundError, UsageError
from mentorlog.finding.selection import last_meeting
from mentorlog.journal.folder import SETTINGS_NAME
from mentorlog.journal.journal import Journal
from mentorlog.journal.question_files import journal_bank, shipped_bank
from mentorlog.questions.bank import Bank
from mentorlog.render import formats
from mentorlog.render.lines import is_terminal, note, warn, warn_of_unread
from mentorlog.text import count, safe_line
from mentorlog.together.brief_sources import brief_sources
from mentorlog.together.pair import Pair, given_pair, pair_in_folder, pair_set_up
from mentorlog.together.suggested import remember_shown, shown_before

_MOST_PROBLEMS = 5  # to name of what was given

Folders = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="[FOLDER]",
        help="An ECT's folder, instead of your own journal. With --given, a zip or a file too.",
        show_default=False,
    ),
]
Given = Annotated[
    bool, typer.Option("--given", help="Read all of a folder, zip or file you were given, marked or not.")
]


def command(
    context: typer.Context,
    folders: Folders = None,
    with_: options.With = "",
    is_given: Given = False,
    since: options.Since = "",
    until: options.Until = "",
    on: options.On = "",
    term: options.Term = "",
    dimension: options.DimensionName = "",
    class_: options.ClassName = "",
    tag: options.Tag = "",
    kind: options.Kind = "",
    limit: options.Limit = None,
    format_: Annotated[Format, typer.Option("--format", help="How to write it.")] = Format.TERMINAL,
    as_json: options.AsJson = False,
    output: options.Output = None,
    is_opened: options.Open = False,
    is_copied: options.Copy = False,
) -> None:
    """One page for a meeting. Both people's own words since the last one.

    A mentor with one ECT set up needs no argument. From somebody else's FOLDER, it reads only what they marked to
    share; add --given if they gave you all of it. On your own screen you see everything you wrote; a page, a file or a
    pipe has only what you share.

    Words between double equals signs, ==like these==, are quoted first.
    """
    world = world_of(context)
    to = Destination(output, is_opened, is_copied)
    form = to.form(format_, as_json=as_json)
    is_handed_on = form is not Format.TERMINAL or to.is_elsewhere or world.is_piped
    pair = _pair(world, folders or [], with_, is_given=is_given, is_handed_on=is_handed_on)
    selection = options.selection_of(
        lambda: last_meeting(pair.met, world.today), world.today, since=since, until=until, on=on, term=term,
        dimension=dimension, class_=class_, tag=tag, kind=kind, limit=limit,
    )  # fmt: skip
    journal = world.journal_if_any()
    bank = _bank(journal, is_own=pair.is_own)
    shown = shown_before(journal, world.today) if journal else Shown()
    made = brief(brief_sources(pair, bank, selection, world.today, shown, is_handed_on=is_handed_on))
    if form is Format.TERMINAL and not to.is_elsewhere:
        from mentorlog.render.brief_terminal import brief_page

        brief_page(world.screen, made)
    else:
        write_out(world, _page(made), form, to)
    if made.is_empty and pair.is_own and is_handed_on and is_terminal(sys.stderr):
        note("A page, a file or a pipe holds only what you share. At your terminal, summary shows all you wrote.")
    if not is_given and not pair.writer.entries:
        _note_on_marks(made, folders or [])
    if is_given:
        _warn_of(pair.writer.problems)
    else:
        warn_of_unread(pair.writer.unreadable, is_own=pair.is_own)
    for remark in pair.remarks:
        warn(remark)
    if journal:
        remember_shown(journal, [suggestion.question.id for suggestion in made.questions], world.today)
    if (form is Format.TERMINAL or is_opened) and not is_given and journal:
        mark_seen(world, journal, [entry for entry in pair.theirs if entry.id in made.entries])


def _bank(journal: Journal | None, *, is_own: bool) -> Bank:
    """The reader's own questions, or the shipped ones in the reader's words for a folder that is not set up.

    The folder's own questions are never among them.
    """
    if journal and is_own:
        return journal_bank(journal)
    return shipped_bank().in_words_of(journal.settings.setting if journal else None)


def _pair(world: World, folders: list[Path], name: str, *, is_given: bool, is_handed_on: bool) -> Pair:
    """The writer and reader of the brief: of the folder named, else as set up. Raises UsageError for two folders."""
    if len(folders) > 1:
        raise UsageError("a brief is about one person; what two people write is never put together")
    if is_given:
        if not folders:
            raise UsageError("which folder, zip or file were you given?", hint="mentorlog summary FOLDER --given")
        return given_pair(_existing(folders[0], is_given=True), world.journal_if_any(), name, is_handed_on=is_handed_on)
    if folders and not _is_own(world, folders[0]):
        root = _existing(folders[0])
        return pair_in_folder(root, world.journal_if_any(), name, is_handed_on=is_handed_on)
    return pair_set_up(world.journal(), name, is_handed_on=is_handed_on)


def _is_own(world: World, folder: Path) -> bool:
    expected = world.expected_root()
    return expected is not None and whole(expected) == whole(folder)


def _existing(place: Path, *, is_given: bool = False) -> Path:
    """The whole path of a folder; of a file too if it `is_given`. Raises MentorlogError if it is not there."""
    root = whole(place)
    if os.path.isfile(root) and not is_given:
        raise UsageError(
            f"{safe_line(str(place))} is a file, not a folder; if you were given it to read, say so",
            hint=f"mentorlog summary {safe_line(str(place))} --given",
        )
    if not os.path.exists(root):
        raise NotFoundError(f"there is {'nothing at' if is_given else 'no folder'} {safe_line(str(root))}")
    return root


def _warn_of(problems: Sequence[Problem]) -> None:
    """Name the files that could not be read as they are: nobody else has them before their eyes."""
    for problem in problems[:_MOST_PROBLEMS]:
        warn(str(problem))
    if len(problems) > _MOST_PROBLEMS:
        warn(f"and {count(len(problems) - _MOST_PROBLEMS, 'more file')}")


def _note_on_marks(made: Brief, folders: list[Path]) -> None:
    """Tell the reader of a plain folder why its brief is empty. In a journal, its writer decides what is marked."""
    if made.is_empty and folders and not os.path.lexists(whole(folders[0]) / SETTINGS_NAME):
        shown = safe_line(str(folders[0]))
        note(
            "Nothing in this folder is marked to share. "
            f"If you were given all of it to read: mentorlog summary {shown} --given"
        )


def _page(made: Brief) -> Page:
    def markdown() -> str:
        from mentorlog.render.brief_markdown import brief_markdown

        return brief_markdown(made)

    def html() -> str:
        from mentorlog.render.brief_html import brief_html

        return brief_html(made)

    def document() -> bytes:
        from mentorlog.render.document import brief_document

        return brief_document(made)

    return Page("brief", lambda: formats.brief_json(made), markdown, html, document)
