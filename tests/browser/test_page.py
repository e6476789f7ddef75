"""The page of a brief in a real browser: its display, its security and its print."""

from typing import Literal, Protocol

import pytest
from playwright.sync_api import Dialog, Page

from browser.conftest import A4, HARD_TO_FIT, NARROW, WIDE, WIDEST, Scheme, Shown, faults_by_axe, printed, sizes
from browser.pages import HOSTILE, HOSTILE_MARKDOWN, a_rich_brief, the_fullest_brief
from builders import a_brief, a_full_brief, an_entry
from mentorlog.brief.brief import Brief
from mentorlog.dimensions import CRITIQUE, EXPANSION
from mentorlog.entry.compose import Answer
from mentorlog.render.brief_html import brief_html

pytestmark = pytest.mark.browser


class Opened(Protocol):
    """A function that opens the page of a brief."""

    def __call__(
        self,
        made: Brief,
        width: int = WIDE,
        scheme: Scheme = "light",
        *,
        without_policy: bool = False,
        forced: Literal["active", "none"] = "none",
    ) -> Page: ...


@pytest.fixture
def opened(shown: Shown) -> Opened:
    def opened_once(
        made: Brief,
        width: int = WIDE,
        scheme: Scheme = "light",
        *,
        without_policy: bool = False,
        forced: Literal["active", "none"] = "none",
    ) -> Page:
        return shown(brief_html(made), width, scheme, without_policy=without_policy, forced=forced)

    return opened_once


def an_open_brief() -> Brief:
    """Return a brief with every kind of content in its answers."""
    answer = (
        "I put the beakers out and said, get me clean salt.\n\n# A heading\n\n- one\n- two\n\n1. three\n\n> She did\n\n"
        "==I could feel *the room* waiting.== [The page](https://example.org/a) <https://example.org/b> `code`\n\n"
        "```\na block\n```\n\n***\n\n**The end.**"
    )
    mentors = an_entry("2026-11-12", Answer("Where did I offer my own method? On Tuesday.", EXPANSION), role="mentor")
    return a_brief(an_entry("2026-11-20", Answer(answer, CRITIQUE), next="Ask one pair", class_="8Q"), others=[mentors])


BRIEFS = {"full": a_full_brief, "open": an_open_brief, "fullest": the_fullest_brief, "empty": a_brief}


@pytest.mark.parametrize(
    ("name", "width", "scheme"),
    [
        ("open", WIDE, "light"),
        ("open", WIDE, "dark"),
        ("open", NARROW, "light"),
        ("open", NARROW, "dark"),
        ("empty", WIDE, "light"),
    ],
)
def test_axe_finds_no_fault(opened: Opened, name: str, width: int, scheme: Scheme) -> None:
    shown = opened(BRIEFS[name](), width, scheme, without_policy=True)
    shown.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")

    assert faults_by_axe(shown) == []


def test_the_page_fits_a_small_screen_even_in_type_of_twice_the_size(opened: Opened) -> None:
    open_all = "document.querySelectorAll('details').forEach(each => { each.open = true })"
    shown = opened(a_full_brief(), NARROW)
    wide = []

    for words in ("", *HARD_TO_FIT):
        shown.set_content(brief_html(a_full_brief(words, writer=f"Sam {words}")))
        shown.evaluate(open_all)
        for size in ("100%", "200%"):
            shown.evaluate("size => { document.documentElement.style.fontSize = size }", size)
            if shown.evaluate(WIDEST) > NARROW:
                wide.append((words, size))

    assert wide == []
    assert shown.evaluate("getComputedStyle(document.querySelector('.words')).fontSize") == "34px"


def test_hostile_text_runs_no_script_and_fetches_no_file(opened: Opened) -> None:
    seen: list[str] = []

    def heard(dialog: Dialog) -> None:
        seen.append(dialog.message)
        dialog.dismiss()

    answers = "\n\n".join([*HOSTILE, *HOSTILE_MARKDOWN]).replace("\x1b", "").replace("\x9b", "")
    everything = " ".join(HOSTILE)
    entry = an_entry("2026-11-20", Answer(answers, CRITIQUE), title=everything, class_=everything, next=everything)
    shown = opened(a_brief(entry), without_policy=True)  # escaping alone must protect the page
    shown.on("dialog", heard)
    shown.on("console", lambda message: seen.append(message.text))
    shown.on("pageerror", lambda error: seen.append(str(error)))
    shown.on("request", lambda request: seen.append(request.url))

    shown.reload()
    shown.locator("summary").first.click()
    shown.locator(".answer").first.wait_for(state="visible")
    shown.wait_for_load_state("networkidle")  # every request of the answer has been made

    assert seen == [shown.url]
    assert shown.evaluate("window.owned") is None
    assert shown.evaluate("document.scripts.length + document.images.length + document.forms.length") == 0
    assert "window.owned = 1" in shown.inner_text("body")


def test_the_policy_allows_the_style_sheet_and_no_script(opened: Opened) -> None:
    shown = opened(a_full_brief())

    shown.evaluate(
        "() => { const script = document.createElement('script'); script.textContent = 'window.owned = 1';"
        "document.body.append(script); document.body.setAttribute('style', 'width: 7px') }"
    )

    assert shown.evaluate("window.owned") is None
    assert shown.evaluate("document.body.clientWidth") > 700
    assert "rgb(255, 253, 248)" in shown.evaluate("getComputedStyle(document.documentElement).backgroundColor")


def test_the_page_is_dark_for_a_reader_who_prefers_it(opened: Opened) -> None:
    shown = opened(a_full_brief(), WIDE, "dark")

    assert shown.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(22, 24, 29)"


@pytest.mark.parametrize("key", ["click", "Enter"])
def test_a_quotation_opens_by_pointer_and_by_keyboard(opened: Opened, key: str) -> None:
    shown = opened(an_open_brief())
    summary, answer = shown.locator("summary").first, shown.locator(".answer").first

    hidden = not answer.is_visible()
    if key == "click":
        summary.click()
    else:
        shown.keyboard.press("Tab")
        shown.keyboard.press(key)

    assert hidden
    assert answer.is_visible()
    assert "The end." in answer.inner_text()


def test_both_peoples_words_have_the_same_font_and_size(opened: Opened) -> None:
    shown = opened(the_fullest_brief())

    looks = shown.evaluate(
        "[...document.querySelectorAll('.words:not(.more .words)')].map(each => { const look = getComputedStyle(each);"
        "return [look.fontFamily, look.fontSize, look.color, look.fontWeight, look.fontStyle].join() })"
    )

    assert len(looks) > 24
    assert len(set(looks)) == 1


def test_a_line_has_about_sixty_six_characters(opened: Opened) -> None:
    shown = opened(the_fullest_brief())

    per_line = shown.evaluate(
        "[...document.querySelectorAll('.quote .words')].map(each =>"
        "each.textContent.length / Math.round(each.offsetHeight / parseFloat(getComputedStyle(each).lineHeight)))"
    )

    assert 50 < sum(per_line) / len(per_line) < 75


@pytest.mark.parametrize(("name", "sheets"), [("empty", {1}), ("full", {1, 2}), ("fullest", {2})])
def test_a_brief_is_printed_on_two_sheets_of_a4_at_most(opened: Opened, name: str, sheets: set[int]) -> None:
    shown = opened(BRIEFS[name]())

    pdf = printed(shown)
    pages = pdf.pages

    assert len(pages) in sheets
    assert sizes(pdf) == {A4}
    assert f"1 of {len(pages)}" in pages[0].extract_text()
    assert "Based on the account" in pages[-1].extract_text()


@pytest.mark.parametrize(("entries", "others", "length"), [(2, 0, 60), (2, 3, 60), (7, 3, 150)])
def test_two_sheets_are_enough_for_briefs_of_medium_length(
    opened: Opened, entries: int, others: int, length: int
) -> None:
    assert len(printed(opened(a_rich_brief(entries, others, length))).pages) <= 2


def test_two_sheets_are_enough_in_forced_colours_too(opened: Opened) -> None:
    assert len(printed(opened(the_fullest_brief(), forced="active")).pages) == 2


def test_the_print_has_every_quotation_and_no_whole_answer(opened: Opened) -> None:
    text = " ".join(" ".join(sheet.extract_text() for sheet in printed(opened(an_open_brief())).pages).split())

    assert "I could feel *the room* waiting." in text
    assert "The end." not in text
    assert "Select a quotation" not in text


@pytest.mark.parametrize("name", ["empty", "fullest"])
def test_the_screen_and_the_paper_have_lines_to_write_on(opened: Opened, name: str) -> None:
    shown = opened(BRIEFS[name]())
    lines = (
        "[...document.querySelectorAll('.rule')].map(each => [each.offsetHeight, getComputedStyle(each)])"
        ".filter(([height, look]) => height > 25 && look.borderBottomStyle === 'solid').length"
    )

    on_screen = shown.evaluate(lines)
    shown.emulate_media(media="print")

    assert on_screen >= 6
    assert shown.evaluate(lines) >= 6


def test_paper_is_black_on_white_even_for_a_reader_of_the_dark_page(opened: Opened) -> None:
    shown = opened(a_full_brief(), WIDE, "dark")
    shown.emulate_media(media="print")

    colours = shown.evaluate(
        "[...document.querySelectorAll('body, h1, h2, .words, .where, .notice')].map(each =>"
        "getComputedStyle(each).color)"
    )

    assert set(colours) <= {"rgb(0, 0, 0)", "rgb(51, 51, 51)"}
    assert shown.evaluate("getComputedStyle(document.documentElement).colorScheme") == "normal"
    assert shown.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"
