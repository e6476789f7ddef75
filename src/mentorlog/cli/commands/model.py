"""`mentorlog model`: shows the six dimensions, each with what is the post's and what is ours."""

from typing import Annotated

import typer

from mentorlog.cli import options
from mentorlog.cli.world import world_of
from mentorlog.dimensions import DIMENSIONS

Name = Annotated[
    str,
    typer.Argument(metavar="[DIMENSION]", help="One of the six, in full.", autocompletion=options.complete_dimensions),
]


def command(context: typer.Context, name: Name = "") -> None:
    """The six dimensions. What the post says, what we read out of it, and what is ours."""
    from mentorlog.render.pages import dimension_page, model_page

    world = world_of(context)
    dimension = options.dimension_option(name)
    if dimension:
        dimension_page(world.screen, dimension)
    else:
        model_page(world.screen, DIMENSIONS)
