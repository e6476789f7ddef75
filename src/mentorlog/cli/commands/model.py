"""`mentorlog model`: shows the six dimensions and their source."""

from typing import Annotated

import typer

from mentorlog.cli import options
from mentorlog.cli.world import world_of
from mentorlog.dimensions import DIMENSIONS

Name = Annotated[
    str,
    typer.Argument(metavar="[DIMENSION]", help="One of the six, whole.", autocompletion=options.complete_dimensions),
]


def command(context: typer.Context, name: Name = "") -> None:
    """The six dimensions. Their strands, their tensions, and where in the source each comes from."""
    from mentorlog.render.pages import dimension_page, model_page

    world = world_of(context)
    dimension = options.dimension_option(name)
    if dimension:
        dimension_page(world.screen, dimension)
    else:
        model_page(world.screen, DIMENSIONS)
