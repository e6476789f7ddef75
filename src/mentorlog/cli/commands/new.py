"""`mentorlog new`: an entry, by questions, or all at once."""

from pathlib import Path
from typing import Annotated

import typer

from mentorlog.ask.pipe import read_pipe
from mentorlog.cli import options
from mentorlog.cli.world import World, world_of
from mentorlog.cli.writing.flags import Details, details_of, new_keeper
from mentorlog.cli.writing.saving import keep_at_once, save_at_once
from mentorlog.entry.compose import Answer
from mentorlog.errors import InputNeededError, UsageError
from mentorlog.files.toml import Values
from mentorlog.journal.keeper import Keeper
from mentorlog.render.lines import warn
from mentorlog.sharing.people import only_person
from mentorlog.text import text_from, typed

Text = Annotated[
    list[str] | None, typer.Argument(metavar="[TEXT | -]", help="The entry, saved at once; - reads it from a pipe.")
]
Dimensions = Annotated[
    list[str] | None,
    typer.Option(
        "--dimension",
        "-d",
        metavar="NAME",
        help="One of the six; may be repeated.",
        autocompletion=options.complete_dimensions,
    ),
]
Day = Annotated[
    str, typer.Option("--date", metavar="DAY", help="The day of the lesson: yesterday, tue, 20 nov, 2026-11-20.")
]
Class = Annotated[
    str,
    typer.Option(
        "--class", metavar="CLASS", help="The class, as you call it.", autocompletion=options.complete_classes
    ),
]


def command(
    context: typer.Context,
    text: Text = None,
    dimension: Dimensions = None,
    questions: Annotated[int, typer.Option(metavar="N", min=1, max=12, help="How many questions to be asked.")] = 1,
    day: Day = "",
    class_: Class = "",
    subject: Annotated[str, typer.Option(metavar="SUBJECT", help="The subject.")] = "",
    title: Annotated[str, typer.Option(metavar="TITLE", help="The moment in a few words.")] = "",
    tag: Annotated[list[str] | None, typer.Option(metavar="TAG", help="A tag; may be repeated.")] = None,
    share: Annotated[bool, typer.Option("--share", help="Let your mentor see it.")] = False,
    with_: options.With = "",
    talk: Annotated[bool, typer.Option("--talk", help="You would like to talk about it.")] = False,
    next_: Annotated[str, typer.Option("--next", metavar="TEXT", help="One thing to try next.")] = "",
    ask: Annotated[
        str, typer.Option(metavar="TEXT", help="Something you would like from your mentor or the school.")
    ] = "",
    theory: Annotated[str, typer.Option(metavar="TEXT", help="A working theory: when this, then that, because.")] = "",
    follows: Annotated[
        str,
        typer.Option(
            metavar="ENTRY", help="The earlier entry that this one grew from.", autocompletion=options.complete_ids
        ),
    ] = "",
    resume: Annotated[bool, typer.Option("--resume", help="Go on with the entry you left open.")] = False,
    editor: Annotated[bool, typer.Option("--editor", help="Write it in your editor.")] = False,
    answers: Annotated[
        Path | None, typer.Option(metavar="FILE", help="TOML: a question's id or a dimension = an answer.")
    ] = None,
    as_json: options.AsJson = False,
) -> None:
    """Write an entry. Without text, a question or two guide you; every word is kept in a draft as you type."""
    world = world_of(context)
    if sum((text is not None, resume, editor, answers is not None)) > 1:
        raise UsageError("text, --resume, --editor and --answers are four ways to write; choose one")
    values = {
        "class": class_, "subject": subject, "title": title, "tags": tag or [], "share": "mentor" if share else "",
        "talk": talk, "next": next_, "ask": ask, "theory": theory, "follows": _followed(world, follows),
        "with": _whom(world, with_),
    }  # fmt: skip
    details = details_of(world, day, dimension or [], values)
    if text is not None:
        _save_text(world, text, details, as_json=as_json)
    elif answers is not None:
        from mentorlog.cli.writing.answers import save_answers

        save_answers(world, answers, details, as_json=as_json)
    elif editor and not world.can_ask:
        raise InputNeededError("an editor needs a terminal", hint="mentorlog new -      to read the text from the pipe")
    elif editor:
        from mentorlog.cli.writing.editor import write_in_editor

        write_in_editor(world, details, as_json=as_json)
    elif not world.can_ask:
        what = "going on with a draft" if resume else "a guided entry"
        hint = (
            "mentorlog new --resume in a terminal" if resume else "mentorlog new -      to read the text from the pipe"
        )
        raise InputNeededError(f"{what} needs a terminal", hint=hint)
    else:
        from mentorlog.cli.guided.reflection import guide

        guide(world, details, number=questions, is_resumed=resume, as_json=as_json)


def _followed(world: World, name: str) -> str:
    """The whole id of the entry that `--follows` names."""
    if not name:
        return ""
    journal = world.journal()
    return world.entry(name, journal, journal.read()).id


def _whom(world: World, name: str) -> str:
    """The person that `--with` names, as they are set up."""
    return only_person(world.journal().settings.people, name).name if name else ""


def _save_text(world: World, words: list[str], details: Details, *, as_json: bool) -> None:
    keeper = new_keeper(world, details.day)
    if words == ["-"]:
        text = _clean_text(text_from(read_pipe(lambda data: _keep(world, keeper, details, data))))
    else:
        text = _clean_text(" ".join(words))
    if not text.strip():
        raise InputNeededError("there is nothing to save", hint='mentorlog new "what you want to keep"')
    save_at_once(world, keeper, _tagged(details, text), [_answer(details, text)], as_json=as_json)


def _keep(world: World, keeper: Keeper, details: Details, data: bytes) -> Path | None:
    """Put what has come through the pipe so far into the draft; its path, if that could be done."""
    text = typed(text_from(data))[0]
    keep_at_once(world, keeper, _tagged(details, text), [_answer(details, text)])
    return keeper.path if keeper.is_kept else None


def _clean_text(text: str) -> str:
    clean, remark = typed(text)
    if remark:
        warn(remark)
    return clean


def _answer(details: Details, text: str) -> Answer:
    """One dimension becomes a heading; several are only named, since the text is about all of them."""
    return Answer(text, details.dimensions[0] if len(details.dimensions) == 1 else None)


def _tagged(details: Details, text: str) -> Values:
    return {**details.with_title(text), "dimensions": [dimension.id for dimension in details.dimensions]}
