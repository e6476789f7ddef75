"""`mentorlog agree`: one sheet to talk through at a first meeting, about sharing."""

from typing import Annotated

import typer

from mentorlog.brief.agreement import Sheet, sheet
from mentorlog.cli import options
from mentorlog.cli.output import Format, form_of, text_of, write_out
from mentorlog.cli.world import with_tilde, world_of
from mentorlog.render import formats
from mentorlog.render.agreement import sheet_markdown, sheet_page
from mentorlog.together.agreement import agreement_sheet

Form = Annotated[Format, typer.Option("--format", help="How to write it.")]


def command(
    context: typer.Context,
    with_: options.With = "",
    format_: Form = Format.TERMINAL,
    output: options.Output = None,
    is_opened: options.Open = False,
) -> None:
    """One sheet for a first meeting. What is shared, with whom, when it is deleted, and what if someone asks for it."""
    world = world_of(context)
    form = form_of(format_, output, is_opened=is_opened)
    journal = world.journal_if_any()
    made = agreement_sheet(journal.settings, with_, with_tilde) if journal else sheet()
    if form is Format.TERMINAL:
        sheet_page(made)
    else:
        text = text_of(form, lambda: formats.sheet_json(made), lambda: _html(made), lambda: sheet_markdown(made))
        write_out(world, text, output, is_opened=is_opened, name=f"agreement{form.suffix}")


def _html(made: Sheet) -> str:
    from mentorlog.render.brief_html import sheet_html

    return sheet_html(made)
