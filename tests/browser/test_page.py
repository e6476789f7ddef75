"""The page of a brief in a real browser: its display, its security and its print."""

from datetime import timedelta
from itertools import pairwise
from typing import Literal, Protocol

import pytest
from playwright.sync_api import Dialog, Page

from browser.conftest import A4, HARD_TO_FIT, NARROW, WIDE, WIDEST, Scheme, Shown, faults_by_axe, printed, sizes
from browser.pages import HOSTILE, HOSTILE_MARKDOWN, a_realistic_brief, a_rich_brief, the_fullest_brief, written
from browser.sheets import Sheet, sheets_of
from builders import a_brief, a_full_brief, an_entry
from mentorlog.brief.brief import Brief
from mentorlog.dimensions import CRITIQUE, EXPANSION
from mentorlog.entry.compose import Answer
from mentorlog.render.brief_html import brief_html

pytestmark = pytest.mark.browser
SMALLEST_PRINT = 9.5 * 96 / 72  # pixels
SIZES = (  # of the type of every word that is shown
    "() => { const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), sizes = [];"
    "while (words.nextNode()) { const text = words.currentNode, each = text.parentElement;"
    "if (text.data.trim() && each.checkVisibility())"
    "  sizes.push([parseFloat(getComputedStyle(each).fontSize), text.data]) } return sizes }"
)
FULL_LINES = (  # how many characters each line of prose has, apart from the last ones
    "() => [...document.querySelectorAll('.quote .words')].flatMap(each => {"
    "const words = document.createTreeWalker(each, NodeFilter.SHOW_TEXT), range = document.createRange(), lines = {};"
    "while (words.nextNode()) for (let at = 0; at < words.currentNode.length; at++) {"
    "  range.setStart(words.currentNode, at); range.setEnd(words.currentNode, at + 1);"
    "  const bottom = Math.round(range.getBoundingClientRect().bottom); lines[bottom] = (lines[bottom] ?? 0) + 1 }"
    "return Object.values(lines).slice(0, -1) })"
)


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


def of_a_fortnight() -> Brief:
    """Return a brief of twelve entries, as teachers write them."""
    return a_realistic_brief(10, 2)


def of_a_term() -> Brief:
    return a_realistic_brief(36, 10)


def with_code_in_small_type() -> Brief:
    """Return a brief that prints in small type, with code in an entry to talk about."""
    topic = an_entry("2026-12-16", Answer("I had asked for that, and `print(n)` is all I got.", CRITIQUE), talk=True)
    return a_brief(topic, *written(10, "ect", 0, timedelta(days=10)))


BRIEFS = {
    "full": a_full_brief, "open": an_open_brief, "fullest": the_fullest_brief, "empty": a_brief,
    "fortnight": of_a_fortnight, "term": of_a_term, "code": with_code_in_small_type,
}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "width", "scheme"),
    [
        ("open", WIDE, "light"),
        ("open", WIDE, "dark"),
        ("open", NARROW, "light"),
        ("open", NARROW, "dark"),
        ("empty", WIDE, "light"),
        ("fortnight", WIDE, "light"),
        ("fortnight", NARROW, "dark"),
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

    assert len(looks) > 20
    assert len(set(looks)) == 1


def test_a_line_has_less_than_eighty_characters(opened: Opened) -> None:
    per_line = opened(of_a_term()).evaluate(FULL_LINES)

    assert len(per_line) > 10
    assert 50 < sum(per_line) / len(per_line) < 80


@pytest.mark.parametrize("name", ["full", "fortnight", "term", "fullest"])
def test_the_first_quotation_is_in_view_at_once(opened: Opened, name: str) -> None:
    shown = opened(BRIEFS[name]())

    assert shown.evaluate("document.querySelector('.quote').getBoundingClientRect().top") < 500


def test_each_level_of_headings_has_a_size_of_its_own_and_none_is_smaller_than_the_words(opened: Opened) -> None:
    shown = opened(a_full_brief())
    every = "tag => [...document.querySelectorAll(tag)].map(each => parseFloat(getComputedStyle(each).fontSize))"

    h1, h2, h3, words = (set(shown.evaluate(every, tag)) for tag in ("h1", "h2", "h3", ".words"))

    assert len(h1) == len(h2) == len(h3) == len(words) == 1
    assert max(h1) > max(h2) > max(h3) >= max(words)


@pytest.mark.parametrize("name", ["fortnight", "term", "fullest"])
def test_no_part_of_a_page_is_wider_than_a_small_screen(opened: Opened, name: str) -> None:
    assert opened(BRIEFS[name](), NARROW).evaluate(WIDEST) <= NARROW


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("name", ["full", "fortnight", "term", "fullest"])
def test_sources_and_facts_are_on_one_line_and_whole(opened: Opened, name: str, width: int) -> None:
    shown = opened(BRIEFS[name](), width)

    lines = shown.evaluate(
        "[...document.querySelectorAll('.where, .fact')].filter(each => each.offsetWidth).map(each =>"
        "[each.textContent, each.getClientRects().length,"
        " Math.round(each.offsetHeight / parseFloat(getComputedStyle(each).lineHeight)),"
        " each.scrollWidth - each.clientWidth])"
    )

    assert len(lines) > 5
    assert [line for line in lines if line[1:] != [1, 1, 0]] == []


@pytest.mark.parametrize("name", ["full", "fortnight", "fullest"])
def test_a_number_of_entries_opens_to_their_days_and_titles(opened: Opened, name: str) -> None:
    shown = opened(BRIEFS[name]())
    counted = shown.locator("details.counted").first

    hidden = not counted.locator("li").first.is_visible()
    counted.locator("summary").click()

    assert hidden
    assert counted.locator("li").first.is_visible()


@pytest.mark.parametrize("name", ["full", "open", "fortnight", "term", "fullest", "empty", "code"])
def test_nothing_on_paper_is_smaller_than_nine_and_a_half_points(opened: Opened, name: str) -> None:
    shown = opened(BRIEFS[name]())
    shown.emulate_media(media="print")

    sizes = shown.evaluate(SIZES)

    assert len(sizes) > 4
    assert [(size, words) for size, words in sizes if size < SMALLEST_PRINT - 0.01] == []


def test_paper_leaves_out_the_ids_and_the_picture_of_weeks(opened: Opened) -> None:
    shown = opened(a_full_brief())
    on_screen = [shown.locator(".id").first.is_visible(), shown.locator(".weeks").is_visible()]
    shown.emulate_media(media="print")

    assert on_screen == [True, True]
    assert [each.is_visible() for each in shown.locator(".id, .weeks").all()] == [False] * (
        shown.locator(".id").count() + 1
    )
    assert "k3f9" not in "".join(page.extract_text() for page in printed(shown).pages)


@pytest.mark.parametrize("name", ["full", "fortnight", "fullest"])
def test_no_group_is_split_over_columns_or_sheets(opened: Opened, name: str) -> None:
    shown = opened(BRIEFS[name]())
    shown.emulate_media(media="print")

    breaks = shown.evaluate(
        "[...document.querySelectorAll('.group, li')].filter(each => each.checkVisibility())"
        ".map(each => [getComputedStyle(each).breakInside, each.getClientRects().length])"
    )

    assert len(breaks) > 5
    assert {tuple(pair) for pair in breaks} == {("avoid", 1)}


@pytest.mark.parametrize(("name", "sheets"), [("empty", 1), ("full", 1), ("fortnight", 1), ("term", 2), ("fullest", 2)])
def test_a_brief_is_printed_on_one_sheet_of_a4_and_a_term_on_two(opened: Opened, name: str, sheets: int) -> None:
    shown = opened(BRIEFS[name]())

    pdf = printed(shown)
    pages = pdf.pages

    assert len(pages) == sheets
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


def text_of(page: Page) -> str:
    return " ".join(" ".join(sheet.extract_text() for sheet in printed(page).pages).split())


def test_paper_has_a_short_entry_to_talk_about_whole(opened: Opened) -> None:
    text = text_of(opened(an_open_brief()))

    assert "get me clean salt." in text
    assert "I could feel the room waiting." in text
    assert "The end." in text


def test_paper_has_every_quotation_and_no_whole_answer_of_another_entry(opened: Opened) -> None:
    entry = an_entry("2026-11-20", Answer("The scene was set.\n\n==They copied it.== I had asked them to.", CRITIQUE))
    made = a_brief(entry, an_entry("2026-11-21", title="Later"))

    text = text_of(opened(made))

    assert "They copied it." in text
    assert "The scene was set." not in text
    assert "I had asked them to." not in text


def test_the_screen_has_no_lines_to_write_on(opened: Opened) -> None:
    assert not opened(a_full_brief()).locator(".rules").is_visible()


def sheets_printed(page: Page, *, has_backgrounds: bool) -> list[Sheet]:
    return sheets_of(printed(page, has_backgrounds=has_backgrounds))


@pytest.mark.parametrize("has_backgrounds", [True, False], ids=["with backgrounds", "without"])
@pytest.mark.parametrize("name", ["empty", "full", "fortnight", "term", "fullest"])
def test_lines_to_write_on_are_below_the_words_and_never_behind_them(
    opened: Opened, name: str, has_backgrounds: bool
) -> None:
    sheets = sheets_printed(opened(BRIEFS[name]()), has_backgrounds=has_backgrounds)

    assert all(sheet.words for sheet in sheets)
    assert [line for sheet in sheets for line in sheet.lines if line <= max(sheet.words)] == []
    assert sheets[-1].lines


def test_the_page_covers_the_lines_in_browsers_that_print_no_backgrounds_too(opened: Opened) -> None:
    shown = opened(a_full_brief())
    shown.emulate_media(media="print")

    look = "() => { const look = getComputedStyle(document.querySelector('.page')); return [look.printColorAdjust, "

    assert shown.evaluate(f"{look}look.backgroundColor] }}") == ["exact", "rgb(255, 255, 255)"]


def test_lines_to_write_on_are_a_finger_apart(opened: Opened) -> None:
    [sheet] = sheets_printed(opened(of_a_fortnight()), has_backgrounds=False)

    spaces = {round(after - before) for before, after in pairwise(sheet.lines)}

    assert len(sheet.lines) >= 4
    assert all(24 <= space <= 30 for space in spaces)  # points: 9 mm is 25.5


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
