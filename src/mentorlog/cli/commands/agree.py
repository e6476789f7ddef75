"""`mentorlog agree`: one sheet for the first meeting, about what is shared and what is not."""

from pathlib import Path
from typing import Annotated

import typer

from mentorlog.brief.agreement import Sheet, sheet
from mentorlog.cli import options
from mentorlog.cli.output import Format, write_out
from mentorlog.cli.world import World, with_tilde, world_of
from mentorlog.errors import MentorlogError
from mentorlog.sharing.people import only_person

Form = Annotated[Format, typer.Option("--format", help="How to write it.")]


def command(
    context: typer.Context,
    with_: options.With = "",
    form: Form = Format.TERMINAL,
    output: options.Output = None,
    is_opened: options.Open = False,
) -> None:
    """One sheet for a first meeting. What is shared, with whom, when it is deleted, and what if someone asks for it."""
    world = world_of(context)
    made = _sheet(world, with_)
    if form is Format.TERMINAL and output is None and not is_opened:
        from mentorlog.render.agreement import sheet_page

        sheet_page(made)
        return
    write_out(world, _written(made, form, output, is_opened=is_opened), output, is_opened=is_opened, name="agreement")


def _sheet(world: World, name: str) -> Sheet:
    """With names and folders, as far as a journal knows them."""
    try:
        settings = world.journal().settings if world.expected_root() else None
    except MentorlogError:
        settings = None
    if settings is None:
        return sheet()
    person = only_person(settings.people, name) if name or len(settings.people) == 1 else None
    other = person.name if person else ""
    ect, mentor = (settings.name, other) if settings.role == "ect" else (other, settings.name)
    folders = ((settings.name, person.my_folder), (other, person.their_folder)) if person else ()
    return sheet(ect, mentor, [(name, with_tilde(Path(folder))) for name, folder in folders if folder])


def _written(made: Sheet, form: Format, output: Path | None, *, is_opened: bool) -> str:
    if form is Format.JSON:
        from mentorlog.render import formats

        return formats.as_json(formats.sheet_json(made)) + "\n"
    if form is Format.HTML or is_opened or (output is not None and output.suffix == ".html"):
        from mentorlog.render.brief_html import sheet_html

        return sheet_html(made)
    from mentorlog.render.agreement import sheet_markdown

    return sheet_markdown(made)
