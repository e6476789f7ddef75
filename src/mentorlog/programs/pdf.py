"""A page as a PDF, by a browser or LibreOffice on this computer. Nothing is fetched, and nothing is left behind."""

import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from mentorlog.errors import MentorlogError
from mentorlog.journal import disk
from mentorlog.programs.installed import installed, succeeds
from mentorlog.programs.pages import printing_folder

_BROWSERS = (
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge"),
    *("microsoft-edge", "microsoft-edge-stable", "brave-browser"),
)
_BROWSER_PLACES = (
    *("%ProgramFiles(x86)%\\Microsoft\\Edge\\Application\\msedge.exe",),
    *("%ProgramFiles%\\Microsoft\\Edge\\Application\\msedge.exe",),
    *("%ProgramFiles%\\Google\\Chrome\\Application\\chrome.exe",),
    *("%ProgramFiles(x86)%\\Google\\Chrome\\Application\\chrome.exe",),
    *("%LocalAppData%\\Google\\Chrome\\Application\\chrome.exe",),
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
_OFFLINE = (  # a browser for one page: no profile, no update, no name looked up
    *("--headless", "--disable-gpu", "--no-first-run", "--no-default-browser-check", "--disable-extensions"),
    *("--disable-sync", "--disable-background-networking", "--disable-component-update"),
    *("--host-resolver-rules=MAP * ~NOTFOUND", "--no-pdf-header-footer"),
)
_OFFICES = ("soffice", "libreoffice")
_OFFICE_PLACES = (
    "%ProgramFiles%\\LibreOffice\\program\\soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)


def pdf_of(page: Callable[[], str], document: Callable[[], bytes], state: Path) -> bytes:
    """Print a `page` (HTML) by a browser, or a `document` (Word) by LibreOffice. Returns the PDF.

    Both programs work for a moment in a folder inside `state`. Raises MentorlogError if neither is there.
    """
    try:
        with printing_folder(state) as folder:
            made = _by_browser(folder, page) or _by_office(folder, document)
    except OSError as error:
        raise MentorlogError(f"the PDF cannot be made: {disk.reason_at(error)}") from None
    if made:
        return made
    raise MentorlogError(
        "couldn't make a PDF: it takes Chrome, Edge, Chromium or LibreOffice",
        hint="-o FILE.docx, or --open and print from your browser",
    )


def _by_browser(folder: Path, page: Callable[[], str]) -> bytes | None:
    source, made = folder / "page.html", folder / "page.pdf"
    own = [f"--user-data-dir={folder / 'profile'}", f"--print-to-pdf={made}"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        own.append("--no-sandbox")  # Chromium does not start for root with it
    browsers = list(installed(_BROWSERS, _BROWSER_PLACES))
    if browsers:
        disk.overwrite(source, page().encode("utf-8"))
    return _first_pdf(((browser, *_OFFLINE, *own, source.as_uri()) for browser in browsers), made)


def _by_office(folder: Path, document: Callable[[], bytes]) -> bytes | None:
    source, made = folder / "page.docx", folder / "page.pdf"
    own = (f"-env:UserInstallation={(folder / 'office').as_uri()}", "--headless", "--convert-to", "pdf")
    offices = list(installed(_OFFICES, _OFFICE_PLACES))
    if offices:
        disk.overwrite(source, document())
    return _first_pdf(((office, *own, "--outdir", str(folder), str(source)) for office in offices), made)


def _first_pdf(commands: Iterable[Sequence[str]], made: Path) -> bytes | None:
    """The PDF that the first command which can do it has `made`; None if none can."""
    for command in commands:
        if succeeds(command) and os.path.exists(made):
            data = disk.read(made)
            if data.startswith(b"%PDF-"):
                return data
    return None
