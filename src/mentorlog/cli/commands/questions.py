"""`mentorlog questions`: lists the question bank, and checks questions against its rules."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from mentorlog.cli import options
from mentorlog.cli.world import World, world_of
from mentorlog.dimensions import DIMENSIONS, Dimension
from mentorlog.errors import ExitCode, MentorlogError, NotFoundError
from mentorlog.journal.question_files import journal_bank, read_bank, shipped_bank
from mentorlog.questions.bank import Bank, Question, in_dimension
from mentorlog.questions.rules import FOR_PEOPLE, breaches, omissions
from mentorlog.render import formats
from mentorlog.render.lines import out, say, warn
from mentorlog.text import count, safe_line

File = Annotated[
    Path | None, typer.Argument(metavar="[FILE]", help="With --check: a question file of your own.", show_default=False)
]


def command(
    context: typer.Context,
    file: File = None,
    dimension: options.DimensionName = "",
    is_check: Annotated[bool, typer.Option("--check", help="Check every question against the rules.")] = False,
) -> None:
    """The questions, by dimension, with your own. --check holds them, or a FILE of yours, against the rules."""
    world = world_of(context)
    if file and not os.path.isfile(file):
        raise NotFoundError(f"there is no file {safe_line(str(file))}")
    bank = read_bank([file]) if file else _bank(world)
    if is_check:
        _check(bank, is_whole=file is None)
    else:
        _list(world, bank, options.dimension_option(dimension))


def _bank(world: World) -> Bank:
    try:
        return journal_bank(world.journal())
    except MentorlogError:
        return shipped_bank()


def _check(bank: Bank, *, is_whole: bool) -> None:
    """Print every breach of the rules; exit with status 4 if there is one.

    The shipped bank must be whole as well; a journal's own questions may be as few as its owner likes.
    """
    problems = sorted([*bank.problems, *breaches(bank.questions)])
    lacking = omissions(shipped_bank()) if is_whole else []
    for line in (*map(str, problems), *(f"{omission}." for omission in lacking)):
        out(line)
    if not problems and not lacking:
        say(f"{count(len(bank.questions), 'question')}, every one within the rules.")
    say(FOR_PEOPLE)
    if problems or lacking:
        raise typer.Exit(ExitCode.CONTENT)


def _list(world: World, bank: Bank, dimension: Dimension | None) -> None:
    for problem in bank.problems:
        warn(str(problem))
    dimensions = [dimension] if dimension else DIMENSIONS
    if world.is_piped:
        for line in formats.tab_lines(
            _row(question) for shown in dimensions for question in in_dimension(bank.questions, shown)
        ):
            out(line)
        return
    from mentorlog.render.pages import questions_page

    questions_page(world.screen, [(shown, _by_reader(in_dimension(bank.questions, shown))) for shown in dimensions])


def _row(question: Question) -> tuple[str, ...]:
    return (
        question.id,
        question.dimension.id,
        question.strand,
        question.stage,
        question.audience,
        question.mode or "",
        question.text,
    )


def _by_reader(questions: Sequence[Question]) -> list[tuple[str, list[Question]]]:
    """Group one dimension's questions by the person who is asked."""
    groups = {
        "For an ECT": ("ect", None),
        "For a mentor to ask": ("mentor", "ask"),
        "For a mentor's own reflection": ("mentor", "self"),
    }
    return [
        (name, [question for question in questions if (question.audience, question.mode) == key])
        for name, key in groups.items()
    ]
