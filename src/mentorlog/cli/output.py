"""The form of the page that a command makes, and where it goes: standard output, a new file, browser or clipboard."""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from mentorlog.cli.world import World, expanded
from mentorlog.errors import MentorlogError, UsageError
from mentorlog.journal import disk
from mentorlog.render import formats
from mentorlog.render.lines import is_terminal, note, out, say, warn
from mentorlog.text import safe_line


class Format(str, Enum):
    """The forms in which a page can be written."""

    TERMINAL = "terminal"
    MARKDOWN = "markdown"
    HTML = "html"
    JSON = "json"
    DOCX = "docx"
    PDF = "pdf"

    @property
    def suffix(self) -> str:
        """How the name of a file in this form ends. Browsers go by it, so only HTML may end in .html."""
        return ".md" if self in (Format.MARKDOWN, Format.TERMINAL) else f".{self.value}"

    @property
    def is_text(self) -> bool:
        """Whether it can be printed on a terminal or into a pipe."""
        return self not in (Format.DOCX, Format.PDF)


_BY_SUFFIX = {
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".json": Format.JSON,
    ".docx": Format.DOCX,
    ".pdf": Format.PDF,
}
_ENDINGS = ".docx (Word), .pdf, .html, .md or .json"


@dataclass(frozen=True, slots=True)
class Page:
    """A command's page, in every form that a file can have. `name` is that of its file, without an ending."""

    name: str
    json: Callable[[], dict[str, Any]]
    markdown: Callable[[], str]
    html: Callable[[], str]
    document: Callable[[], bytes]

    def data(self, form: Format, state: Path) -> bytes:
        """The page in this form only. `state` is where the programs work that make a PDF."""
        if form is Format.DOCX:
            return self.document()
        if form is Format.PDF:
            from mentorlog.programs.pdf import pdf_of

            if is_terminal(sys.stderr):
                note("Making the PDF…")
            return pdf_of(self.html, self.document, state)
        return self.text(form).encode("utf-8")

    def text(self, form: Format) -> str:
        """The page in a form that can be printed."""
        if form is Format.JSON:
            return formats.as_json(self.json()) + "\n"
        return self.html() if form is Format.HTML else self.markdown()


@dataclass(frozen=True, slots=True)
class Destination:
    """Where a page goes, by the options of a command; standard output if none is given."""

    file: Path | None = None
    is_opened: bool = False
    is_copied: bool = False

    def form(self, form: Format, *, as_json: bool = False) -> Format:
        """Choose the form: the one named by an option, else by the ending of the file, or HTML for `--open`.

        Raises UsageError for an ending that is not known, and for a form that does not fit the ending.
        """
        ending = _BY_SUFFIX.get(self.file.suffix.casefold()) if self.file else None
        named = Format.JSON if as_json else None if form is Format.TERMINAL else form
        if self.file and ending is None and named is None:
            raise UsageError(
                f"{safe_line(self.file.name)}: mentorlog can't write this kind of file",
                hint=f"a name that ends in {_ENDINGS}",
            )
        if ending and named and ending is not named:
            shown = safe_line(self.file.name if self.file else "")
            raise UsageError(f"{shown} can't hold {named.value}: the name must end in {named.suffix}")
        if self.is_copied and named and not self.file and not self.is_opened:
            raise UsageError("--copy makes rich text, in no other form", hint="leave out --format or --json")
        chosen = named or ending or (Format.HTML if self.is_opened else form)
        if not chosen.is_text and not self.file and not self.is_opened:
            raise UsageError(f"a {chosen.value} needs a file's name", hint=f"-o FILE{chosen.suffix}")
        return chosen

    @property
    def is_elsewhere(self) -> bool:
        """Whether the page goes anywhere but to standard output."""
        return self.file is not None or self.is_opened or self.is_copied


def write_out(world: World, page: Page, form: Format, to: Destination) -> None:
    """Print a page, write it to a new file, show it in the browser, or put it on the clipboard as rich text."""
    if to.file is not None:
        _refuse_taken(to.file)
    if to.is_copied:
        from mentorlog.programs.clipboard import copy_rich_text
        from mentorlog.render.rich_text import rich_text

        copy_rich_text(rich_text(page.markdown()))
        say("Copied. Paste it into an email or a document.")
    if not to.is_elsewhere:
        out(page.text(form).rstrip("\n"))
        return
    if to.file is not None:
        _save(to.file, page.data(form, world.state))
        warn(f"written to {safe_line(str(to.file))}")
    if to.is_opened:
        _open(expanded(to.file) if to.file else _page_file(world, page, form))


def _page_file(world: World, page: Page, form: Format) -> Path:
    """Write a page to the state folder, in place of the one that was opened last."""
    from mentorlog.programs.pages import pages_in

    path = pages_in(world.state) / f"{page.name}{form.suffix}"
    data = page.data(form, world.state)
    try:
        disk.make_folder(path.parent)
        disk.overwrite(path, data)
    except OSError as error:
        raise MentorlogError(f"the page cannot be written: {disk.reason(error)}") from None
    return path


def _open(path: Path) -> None:
    from mentorlog.programs.browser import open_in_browser

    if not open_in_browser(path):
        say(f"No browser could be opened. The page is {safe_line(str(path))}")


def _refuse_taken(output: Path) -> None:
    """Raise MentorlogError if the file is there already, before a page is made for it."""
    if os.path.isdir(expanded(output)):
        raise MentorlogError(f"{safe_line(str(output))} is a folder", hint="a file's name in it")
    if os.path.lexists(expanded(output)):
        raise _taken(output)


def _taken(output: Path) -> MentorlogError:
    return MentorlogError(f"{safe_line(str(output))} already exists, and mentorlog won't overwrite it")


def _save(output: Path, data: bytes) -> None:
    try:
        disk.create(expanded(output), data)
    except FileExistsError:
        raise _taken(output) from None
    except OSError as error:
        raise MentorlogError(f"{safe_line(str(output))} cannot be written: {disk.reason(error)}") from None
