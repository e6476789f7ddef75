"""Writes docs/cli.md from the commands themselves. A test fails if it is out of date."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer.main

from mentorlog.cli import app
from mentorlog.errors import ExitCode

PAGE = Path(__file__).with_name("cli.md")
STATUSES = {
    ExitCode.DONE: "done; also nothing found, for `list` and `summary`",
    ExitCode.FAILED: "failed: the disk, the editor, another mentorlog",
    ExitCode.USAGE: "the command line cannot be meant",
    ExitCode.NOT_FOUND: "no such entry, or nothing matched",
    ExitCode.CONTENT: "a file is not what it should be",
    ExitCode.INPUT_NEEDED: "an answer is needed and nobody can be asked",
    ExitCode.INTERRUPTED: "Ctrl-C; what was typed is in a draft",
}
DATES = """\
A day is `today`, `yesterday`, `tue` (the latest, today included), `last tue`, `3 days ago`, `20 nov`, `2026-11-20` or
`meeting` (the last one). A stretch is `week`, `last week`, `november`, `2026`, `term`, `autumn`, `spring 2026`. What
has no year is the latest that is not in the future. `05/11/2026` is refused, with the spelling to use.

An entry is named by its id, by the beginning or end of it, by `last`, or by its path.
"""


def page() -> str:
    """The whole page."""
    return "\n".join(_lines()).rstrip() + "\n"


def _lines() -> Iterator[str]:
    os.environ["COLUMNS"] = "100"
    table = typer.main.get_command(app.app)
    with table.make_context("mentorlog", [], resilient_parsing=True) as context:
        yield from ("# The commands", "", "Made from the commands by `docs/make_cli.py`.", "")
        yield from _block(table.get_help(context))
        yield from ("`--journal`, `--plain` and `--no-input` may stand before or after the command.", "")
        for name in app.COMMANDS:
            yield from (f"## mentorlog {name}", "")
            yield from _block(_help(context, name))
    yield from ("## Days and entries", "", DATES)
    yield from ("## Exit status", "", "| status | meaning |", "|---|---|")
    yield from (f"| {int(status)} | {meaning} |" for status, meaning in STATUSES.items())


def _help(context: Any, name: str) -> str:  # noqa: ANN401 -- Typer does not export its own types
    command = app.loaded(name)
    with command.make_context(name, [], parent=context, resilient_parsing=True) as inner:
        return str(command.get_help(inner))


def _block(text: str) -> Iterator[str]:
    yield "```"
    yield from (line.rstrip() for line in text.split("\n"))
    yield from ("```", "")


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
