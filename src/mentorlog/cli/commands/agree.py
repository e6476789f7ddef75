"""`mentorlog agree`: one sheet to talk through at a first meeting, about sharing."""

from typing import Annotated

import typer

from mentorlog.brief.agreement import Sheet, sheet
from mentorlog.cli import options
from mentorlog.cli.output import Destination, Format, Page, write_out
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
    is_copied: options.Copy = False,
) -> None:
    """One sheet for a first meeting. What is shared, with whom, when it is deleted, and what if someone asks for it."""
    world = world_of(context)
    to = Destination(output, is_opened, is_copied)
    form = to.form(format_)
    journal = world.journal_if_any()
    made = agreement_sheet(journal.settings, with_, with_tilde) if journal else sheet()
    if form is Format.TERMINAL and not to.is_elsewhere:
        sheet_page(made)
    else:
        write_out(world, _page(made), form, to)


def _page(made: Sheet) -> Page:
    def html() -> str:
        from mentorlog.render.brief_html import sheet_html

        return sheet_html(made)

    def document() -> bytes:
        from mentorlog.render.document import sheet_document

        return sheet_document(made)

    return Page("agreement", lambda: formats.sheet_json(made), lambda: sheet_markdown(made), html, document)
