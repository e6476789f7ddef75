"""The form of the page that a command makes, and its destination: standard output, a new file or the browser."""

import os
from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import Any

from mentorlog.cli.world import World, expanded
from mentorlog.errors import MentorlogError, UsageError
from mentorlog.journal import disk
from mentorlog.render import formats
from mentorlog.render.lines import out, say, warn
from mentorlog.text import safe_line


class Format(str, Enum):
    """The forms in which a page can be written."""

    TERMINAL = "terminal"
    MARKDOWN = "markdown"
    HTML = "html"
    JSON = "json"

    @property
    def suffix(self) -> str:
        """How the name of a file in this form ends. A browser goes by it: what is no page must not be read as one."""
        return {"html": ".html", "json": ".json"}.get(self.value, ".md")


def form_of(form: Format, output: Path | None, *, is_opened: bool, as_json: bool = False) -> Format:
    """Choose the form: the one named by an option, else HTML for `--open` and `*.html`, or markdown for a file."""
    if as_json:
        return Format.JSON
    if form is not Format.TERMINAL:
        return form
    if is_opened or (output is not None and output.suffix == ".html"):
        return Format.HTML
    return Format.TERMINAL if output is None else Format.MARKDOWN


def text_of(
    form: Format, json: Callable[[], dict[str, Any]], html: Callable[[], str], markdown: Callable[[], str]
) -> str:
    """Make the text of a page, in this form only."""
    if form is Format.JSON:
        return formats.as_json(json()) + "\n"
    return html() if form is Format.HTML else markdown()


def write_out(world: World, text: str, output: Path | None, *, is_opened: bool, name: str) -> None:
    """Print `text`, or write it to a new file; with `is_opened`, show it in the browser from that or a state file.

    `name` is that of the state file. Raises UsageError if a browser would read as HTML what is no page.
    """
    if is_opened and output is not None and output.suffix == ".html" != Path(name).suffix:
        raise UsageError("only a page can be opened from a file named .html", hint="--format html")
    if output is not None:
        _save(output, text)
        warn(f"written to {safe_line(str(output))}")
    elif not is_opened:
        out(text.rstrip("\n"))
    if is_opened:
        _open(expanded(output) if output else _page_file(world, text, name))


def _page_file(world: World, text: str, name: str) -> Path:
    """Write a page to the state folder, in place of the one that was opened last."""
    path = world.state / "pages" / name
    try:
        disk.make_folder(path.parent)
        disk.overwrite(path, text.encode("utf-8"))
    except OSError as error:
        raise MentorlogError(f"the page cannot be written: {disk.reason(error)}") from None
    return path


def _open(path: Path) -> None:
    import webbrowser

    if not webbrowser.open(path.absolute().as_uri()):
        say(f"No browser could be opened. The page is {safe_line(str(path))}")


def _save(output: Path, text: str) -> None:
    if os.path.isdir(expanded(output)):
        raise MentorlogError(f"{safe_line(str(output))} is a folder", hint="a file's name in it")
    try:
        disk.create(expanded(output), text.encode("utf-8"))
    except FileExistsError:
        raise MentorlogError(f"{safe_line(str(output))} is there already, and is not overwritten") from None
    except OSError as error:
        raise MentorlogError(f"{safe_line(str(output))} cannot be written: {disk.reason(error)}") from None
