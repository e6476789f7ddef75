"""`mentorlog new`: writes an entry, guided by questions or at once."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from mentorlog.cli import options
from mentorlog.cli.world import World, world_of
from mentorlog.cli.writing.flags import details_of
from mentorlog.errors import NotFoundError, UsageError
from mentorlog.sharing.people import only_person

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
    question: Annotated[
        str,
        typer.Option(
            metavar="ID",
            help="Ask this question, by its id in mentorlog questions.",
            autocompletion=options.complete_questions,
        ),
    ] = "",
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
            metavar="ENTRY", help="The earlier entry that this one grew from.", autocompletion=options.complete_any_ids
        ),
    ] = "",
    resume: Annotated[bool, typer.Option("--resume", help="Go on with the entry you left open.")] = False,
    editor: Annotated[bool, typer.Option("--editor", help="Write it in your editor.")] = False,
    answers: Annotated[
        Path | None, typer.Option(metavar="FILE", help="TOML: a question's id or a dimension = an answer.")
    ] = None,
    as_json: options.AsJson = False,
) -> None:
    """Write an entry. Without text, a question or two guide you; every word is kept in a draft as you type.

    Put == on both sides of the words that the page should quote first.
    """
    world = world_of(context)
    ways = list(_ways(text, answers, is_in_editor=editor, is_resumed=resume, number=questions))
    if len(ways) > 1:
        raise UsageError("text, --resume, --editor and --answers are four ways to write; choose one")
    values = {
        "class": class_, "subject": subject, "title": title, "tags": tag or [], "share": "mentor" if share else "",
        "talk": talk, "next": next_, "ask": ask, "theory": theory, "follows": _followed(world, follows),
        "with": _whom(world, with_),
    }  # fmt: skip
    details = details_of(world, day, dimension or [], values)
    ways[0](world, replace(details, question=question), as_json=as_json)


def _ways(
    text: list[str] | None, answers: Path | None, *, is_in_editor: bool, is_resumed: bool, number: int
) -> Iterator[Callable[..., None]]:
    """Each way to write that the command line asks for; a guided entry of `number` questions if it asks for none."""
    if text is not None:
        from mentorlog.cli.writing.text import save_text

        yield partial(save_text, words=text)
    if answers is not None:
        from mentorlog.cli.writing.answers import save_answers

        yield partial(save_answers, path=answers)
    if is_in_editor:
        from mentorlog.cli.writing.editor import write_in_editor

        yield write_in_editor
    if is_resumed or (text is None and answers is None and not is_in_editor):
        from mentorlog.cli.guided.reflection import guide

        yield partial(guide, number=number, is_resumed=is_resumed)


def _followed(world: World, name: str) -> str:
    """The full id of the entry that `--follows` names: the writer's own, or else one that another person shares."""
    if not name:
        return ""
    journal = world.journal()
    try:
        return world.entry(name, journal, journal.read()).id
    except NotFoundError:
        if not journal.settings.people or name == "last":
            raise
        from mentorlog.sharing.shared_with_me import shared_with_me

        return shared_with_me(journal).named(name)[1].id


def _whom(world: World, name: str) -> str:
    """The name, as set up, of the person that `--with` names."""
    return only_person(world.journal().settings.people, name).name if name else ""
