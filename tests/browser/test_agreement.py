"""The sheet for a first meeting in a real browser: accessible, and one sheet of paper with room to write."""

import pytest

from browser.conftest import A4, HARD_TO_FIT, NARROW, WIDE, WIDEST, Scheme, Shown, faults_by_axe, printed, sizes
from browser.pages import HOSTILE
from mentorlog.brief.agreement import Sheet, sheet
from mentorlog.render.brief_html import sheet_html

pytestmark = pytest.mark.browser
LONGEST_NAME = "Wilhelmina Featherstonehaugh-Cholmondeley " * 3


def of_two(name: str = "Sam", folder: str = "~/OneDrive - Hill School/from-sam") -> Sheet:
    return sheet(name, "Priya", [(name, folder), ("Priya", "~/OneDrive - Hill School/from-priya")])


SHEETS = {"of two": of_two(), "of nobody yet": sheet()}


@pytest.mark.parametrize("name", SHEETS)
@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_fault_and_the_page_fits_the_screen(shown: Shown, name: str, width: int, scheme: Scheme) -> None:
    page = shown(sheet_html(SHEETS[name]), width, scheme, without_policy=True)

    assert faults_by_axe(page) == []
    assert page.evaluate(WIDEST) <= width
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == (
        "rgb(255, 253, 248)" if scheme == "light" else "rgb(22, 24, 29)"
    )


def test_names_and_folders_fit_a_small_screen_even_in_large_type(shown: Shown) -> None:
    page = shown(sheet_html(sheet()), NARROW)
    wide = []

    for words in ("", *HARD_TO_FIT):
        page.set_content(sheet_html(of_two(words, words)))
        for size in ("100%", "200%"):
            page.evaluate("size => { document.documentElement.style.fontSize = size }", size)
            if page.evaluate(WIDEST) > NARROW:
                wide.append((words, size))

    assert wide == []


@pytest.mark.parametrize(
    "made",
    [*SHEETS.values(), of_two(LONGEST_NAME[:120], "/home/sam/" + "a folder in a folder/" * 12)],
    ids=[*SHEETS, "long"],
)
def test_the_agreement_is_printed_on_one_sheet_of_a4(made: Sheet, shown: Shown) -> None:
    pdf = printed(shown(sheet_html(made)))

    assert (len(pdf.pages), sizes(pdf)) == (1, {A4})
    assert "We talked about this on" in pdf.pages[0].extract_text()


@pytest.mark.parametrize("name", SHEETS)
@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_there_is_room_to_write_on_the_screen_and_on_paper(name: str, width: int, shown: Shown) -> None:
    page = shown(sheet_html(SHEETS[name]), width)
    room = (
        "[...document.querySelectorAll('.rule')].map(each => [each.offsetHeight, each.offsetWidth,"
        "getComputedStyle(each).borderBottomStyle])"
    )
    on_screen = page.evaluate(room)
    page.emulate_media(media="print")

    for lines in (on_screen, page.evaluate(room)):
        assert len(lines) >= 6
        assert all(height > 25 and wide > 150 and style == "solid" for height, wide, style in lines)


def test_the_policy_allows_the_style_sheets_and_no_script(shown: Shown) -> None:
    page = shown(sheet_html(of_two()))

    page.evaluate(
        "() => { const script = document.createElement('script'); script.textContent = 'window.owned = 1';"
        "document.body.append(script) }"
    )

    assert page.evaluate("window.owned") is None
    assert page.evaluate("getComputedStyle(document.querySelector('.blank')).display") == "flex"
    assert "default-src 'none'" in page.content()


@pytest.mark.parametrize("words", HOSTILE)
def test_a_hostile_name_or_folder_stays_text(words: str, shown: Shown) -> None:
    page = shown(sheet_html(of_two(words, words)), without_policy=True)

    assert page.evaluate("window.owned") is None
    assert page.evaluate("document.scripts.length + document.images.length + document.forms.length") == 0
    assert page.inner_text(".names") == " ".join(words.split()) + " and Priya"


def test_a_screen_reader_announces_the_room_to_write(shown: Shown) -> None:
    page = shown(sheet_html(sheet()))

    assert page.locator(".names").text_content() == "room for a name\xa0 and room for a name\xa0"
    assert page.locator(".blank .unseen").all_text_contents() == ["Room to write"] * 4
