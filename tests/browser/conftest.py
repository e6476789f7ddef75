"""A real browser for the pages, Debian's chromium, and helpers that inspect a page."""

import io
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, Protocol

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, sync_playwright
from pypdf import PdfReader

CHROMIUM = shutil.which("chromium")
QUIET = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-extensions", "--mute-audio",
]  # fmt: skip
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDE, NARROW = 1280, 320  # CSS pixels; the narrow one is WCAG's for reflow
A4 = (595, 842)  # points
WIDEST = "() => Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)"
HARD_TO_FIT = [
    "w" * 300, "https://example.org/" + "lesson-study/" * 20, "漢字" * 150, "🙂" * 150, "a\u0301" * 200, "_" * 300,
    "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch" * 3,
]  # fmt: skip
Scheme = Literal["light", "dark"]


class Shown(Protocol):
    """A function that opens a page from a file, as a teacher would."""

    def __call__(
        self,
        text: str,
        width: int = WIDE,
        scheme: Scheme = "light",
        *,
        without_policy: bool = False,
        forced: Literal["active", "none"] = "none",
    ) -> Page: ...


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's chromium; Playwright's own builds are not used, so that nothing is downloaded."""
    if not CHROMIUM:
        pytest.skip("NOT TESTED: chromium is not installed, so nobody has looked at the page (apt install chromium)")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield started
        started.close()


@pytest.fixture
def shown(browser: Browser, tmp_path: Path) -> Iterator[Shown]:
    contexts: list[BrowserContext] = []

    def shown_once(
        text: str,
        width: int = WIDE,
        scheme: Scheme = "light",
        *,
        without_policy: bool = False,
        forced: Literal["active", "none"] = "none",
    ) -> Page:
        file = tmp_path / f"page-{len(contexts)}.html"
        file.write_text(text, "utf-8")
        size = ViewportSize(width=width, height=800)
        contexts.append(
            browser.new_context(viewport=size, color_scheme=scheme, forced_colors=forced, bypass_csp=without_policy)
        )
        page = contexts[-1].new_page()
        page.goto(file.as_uri())
        return page

    yield shown_once
    for context in contexts:
        context.close()


def faults_by_axe(page: Page) -> list[tuple[str, list[str]]]:
    """Return the violations that axe finds. Open the page without its policy, which would keep axe's script out."""
    report: dict[str, Any] = Axe().run(page, options={"runOnly": WCAG, "resultTypes": ["violations"]}).response
    assert len(report["passes"]) > 10
    return [(violation["id"], [node["html"] for node in violation["nodes"]]) for violation in report["violations"]]


def printed(page: Page, *, has_backgrounds: bool = False) -> PdfReader:
    return PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True, print_background=has_backgrounds)))


def sizes(pdf: PdfReader) -> set[tuple[int, int]]:
    """Return the sizes of the sheets, in points."""
    return {(round(float(sheet.mediabox.width)), round(float(sheet.mediabox.height))) for sheet in pdf.pages}
