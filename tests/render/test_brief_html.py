"""The brief as a page, read back by an HTML parser: self-contained, and no person's text becomes markup."""

import base64
import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from browser.pages import HOSTILE, HOSTILE_MARKDOWN, Page
from builders import PRIVATE, a_brief, a_full_brief, a_question, an_empty_brief, an_entry, journals, read_again, sources
from examples import examples
from mentorlog import render
from mentorlog.brief.brief import Brief, brief
from mentorlog.days import Period
from mentorlog.dimensions import CRITIQUE, DIMENSIONS
from mentorlog.entry.compose import Answer
from mentorlog.entry.entry import Entry
from mentorlog.questions.bank import Bank
from mentorlog.render.brief_html import LONGEST_ANSWER, RULES, brief_html, html_text
from mentorlog.render.brief_parts import MOST, parts
from mentorlog.render.brief_rows import Group

RENDER = Path(render.__file__).parent
PARTS = [
    "Before we meet: Sam",
    "7 Oct to 11 Nov 2026",
    "Shared for this conversation. Not evidence for progress review or assessment.",
    "Would like to talk about",
    "Asked of you",
    "Since last time",
    "Notes from your meeting on Tue 20 Oct",
    "In Sam's words and yours",
    "Theories and values in motion",
    "Not written about lately",
    "Questions, if useful",
    "Authenticity: what this place asks for, and what I think is right.",
]
ONLY_CLASS = "body section figure figcaption ul li p b span details summary blockquote"
NO_ATTRIBUTE = "head style header h1 h2 h3 main footer strong em code pre hr br mark"
ATTRIBUTES = {
    **{tag: {"class"} for tag in ONLY_CLASS.split()},
    **{tag: set[str]() for tag in NO_ATTRIBUTE.split()},
    "html": {"lang"},
    "meta": {"charset", "http-equiv", "content", "name"},
    "div": {"class", "aria-hidden"},
    "ol": {"start"},
    "a": {"href", "rel", "class"},
    "title": {"id"},
    "desc": {"id"},
    "svg": {"role", "aria-labelledby", "width", "height"},
    "line": {"class", "x1", "x2", "y1", "y2"},
    "circle": {"class", "cx", "cy", "r"},
    "text": {"class", "x", "y", "text-anchor"},
}
UNESCAPED = re.compile(r"\|\s*safe\b|Markup\(|autoescape[= ]+[Ff]alse|select_autoescape")
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}


def page(made: Brief) -> Page:
    return Page(brief_html(made))


def assert_harmless(made: Brief) -> Page:
    """Assert that the page has only our own elements and links to allowed addresses; return it."""
    text = brief_html(made)
    shown = Page(text)
    for element in shown.elements:
        assert element.tag in ATTRIBUTES
        assert element.attributes.keys() <= ATTRIBUTES[element.tag]
        href = element.attributes.get("href")
        assert href is None or re.match(r"(?i)(https?://|mailto:)[\x21-\x7e]+\Z", href)
        assert "href" not in element.attributes or element.attributes["rel"] == "noreferrer noopener"
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]", text)
    return shown


def about_critique(answer: str, **head: Any) -> Entry:  # noqa: ANN401 -- any value of front matter
    """Return an entry whose answer is longer than its quotation."""
    return an_entry("2026-11-20", Answer(f"The tick told me that they had finished.\n\n{answer}", CRITIQUE), **head)


def beside_a_topic(entry: Entry) -> Brief:
    """Return a brief in which a later entry is to talk about, so that this one is quoted under its dimension."""
    return a_brief(entry, an_entry("2026-11-21", title="Later", letters="zzzz"))


def facts_shown(shown: Page) -> dict[str, str]:
    """Return the facts beside each heading of a group, without what these open."""
    facts = [
        element
        for element in shown.elements
        if element.attributes.get("class") == "facts"
        or (element.tag == "summary" and "facts" in (element.parents[-1].attributes["class"] or ""))
    ]
    return {name.text: fact.text for name, fact in zip(shown.every("h3"), facts, strict=True)}


def shape(shown: Page) -> list[tuple[str, dict[str, str | None]]]:
    """Return every element outside the answers, apart from what only says where a line may break, and the type size."""
    elements = [element for element in shown.shape() if element != ("span", {"class": "fact"})]
    return [(tag, {} if tag == "body" else attributes) for tag, attributes in elements]


def answer_shown(answer: str) -> str:
    """Return the text of an answer as it appears on the page."""
    return assert_harmless(beside_a_topic(about_critique(answer))).every("div", "answer")[0].text


def test_the_parts_are_in_order_with_what_to_talk_about_first() -> None:
    shown = page(a_full_brief())
    body = shown.every("body")[0].text

    places = [body.find(part) for part in PARTS]

    assert -1 not in places
    assert places == sorted(places)
    assert [element.text for element in shown.every("h2")] == [*PARTS[3:6], *PARTS[7:11]]
    assert [element.text for element in shown.every("p", "tension")] == [PARTS[11]]
    assert [element.text for element in shown.every("p", "dates")] == [PARTS[1]]


def test_only_dimensions_with_entries_are_there_in_order_and_then_what_is_about_none() -> None:
    groups = facts_shown(page(a_full_brief(is_own=True)))

    assert list(groups.items())[2:] == [
        ("Creativity", "1 entry, Wed 7 Oct"),
        ("Solidarity", "1 entry, Fri 16 Oct"),
        ("Authenticity", "1 entry, Wed 11 Nov; quoted above"),
        ("Critique", "1 entry, Fri 16 Oct"),
        ("Without a dimension", "1 entry, Wed 4 Nov"),
    ]


def test_both_peoples_words_use_the_same_elements() -> None:
    mentors = an_entry("2026-11-12", Answer("Where did I offer mine?", CRITIQUE), role="mentor", next="Find out")
    sams = an_entry("2026-11-11", Answer("The tick told me.", CRITIQUE), next="Ask one pair")
    later = an_entry("2026-11-13", title="Later")
    shown = page(a_brief(sams, later, others=[mentors]))

    first, second = shown.every("li")[:2]
    quotes = shown.every("blockquote")

    assert [first.text, second.text] == ["Sam Ask one pair 11 Nov · k3f9", "You Find out 12 Nov · k3f9"]
    assert [element.text for element in quotes] == [
        "Sam “The tick told me.” 11 Nov · k3f9",
        "You “Where did I offer mine?” 12 Nov · k3f9",
    ]
    assert len({tuple(parent.tag for parent in element.parents) for element in quotes}) == 1


def test_what_belongs_under_one_heading_is_one_group() -> None:
    shown = page(a_full_brief())

    groups = shown.every("div", "group")

    assert [group.text for group in groups] == [element.parents[-2].text for element in shown.every("h3")]
    assert all(
        any("group" in (parent.attributes.get("class") or "").split() for parent in element.parents)
        for element in (*shown.every("blockquote", "quote"), *shown.every("details", "quote"))
    )


def test_ids_are_marked_so_that_paper_can_leave_them_out() -> None:
    shown = page(a_full_brief())
    ids = list(shown.every("span", "id"))

    assert {element.text.removeprefix("· ") for element in ids} == {"k3f9", "m1m1"}
    assert all(element.parents[-1].attributes == {"class": "where"} for element in ids)
    assert all("k3f9" not in element.text for element in shown.every("span", "words"))


def test_a_number_of_entries_opens_to_the_entries() -> None:
    shown = page(a_full_brief())

    opened = [element.text for element in shown.every("details", "counted")]

    assert opened[0] == "Sam: 1 entry, Wed 7 Oct 7 Oct · 8Q · Thirty faces"
    assert opened[3].startswith("Sam: 1 entry, Fri 16 Oct; You: 1 entry, Thu 12 Nov Sam: 16 Oct · 9B · Nineteen ticks")
    assert [element.text for element in shown.every("span", "fact")][4:6] == [
        "Sam: 1 entry, Fri 16 Oct;",
        "You: 1 entry, Thu 12 Nov",
    ]


def test_a_shortened_list_opens_to_what_it_leaves_out() -> None:
    days = range(10, 10 + MOST + 2)
    shown = page(a_brief(*(an_entry(f"2026-11-{day}", kind="step", next=f"Number {day}.") for day in days)))

    (left_out,) = shown.every("details", "more")

    assert left_out.text == "and 2 earlier ones Sam: Number 10. (10 Nov) Sam: Number 11. (11 Nov)"


@pytest.mark.parametrize(("number", "is_whole"), [(120, True), (121, False)])
def test_paper_has_a_short_entry_to_talk_about_whole_and_only_sentences_of_a_long_one(
    number: int, is_whole: bool
) -> None:
    words = " ".join(["word"] * (number - 4)) + ". And that was it."
    shown = page(a_brief(an_entry("2026-11-20", Answer(words))))

    on_paper = [element.text for element in shown.every("div", "on-paper")]

    assert on_paper == ([words] if is_whole else [])
    assert len(shown.every("div", "on-screen")) == len(on_paper)
    assert shown.text.count("And that was it.”") == 1


def test_words_about_an_earlier_day_say_so_beside_their_source() -> None:
    made = replace(
        sources(an_entry("2026-11-10", Answer("The tick told me.", CRITIQUE)), an_entry("2026-11-20", title="Later")),
        period=Period(date(2026, 11, 16)),
        handed_over={"20261110-k3f9": date(2026, 11, 18)},
    )

    assert "about an earlier day, 10 Nov · k3f9" in [
        element.text for element in page(brief(made)).every("span", "where")
    ]


def test_the_page_has_a_language_one_title_and_the_landmarks() -> None:
    shown = page(a_full_brief())

    assert shown.elements[0].attributes == {"lang": "en-GB"}
    assert shown.every("title")[0].text == "Before we meet: Sam"
    assert [element.text for element in shown.every("h1")] == [PARTS[0]]
    assert [element.tag for element in shown.elements if element.tag in ("header", "main", "footer")] == [
        "header", "main", "footer",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "made", [a_full_brief(), a_brief(), a_brief(about_critique("# One\n\n###### Two\n\nThree\n==="))]
)
def test_headings_go_down_one_level_at_a_time_whatever_an_answer_contains(made: Brief) -> None:
    levels = [int(element.tag[1]) for element in page(made).elements if element.tag in HEADINGS]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_text_changes_only_text_on_the_page(words: str) -> None:
    hostile, harmless = (a_full_brief(text, writer=f"Sam {text}") for text in (words, "Harmless"))

    shown = assert_harmless(hostile)

    assert shape(shown) == shape(page(harmless))
    assert shown.every("h1")[0].text == f"Before we meet: Sam {words}"
    assert f"Ask one pair {words} to predict" in shown.text


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_text_in_a_question_an_id_or_a_name_stays_text(words: str) -> None:
    bank = Bank(tuple(a_question(f"{mode}-1", f"{words} what?", CRITIQUE, mode=mode) for mode in ("ask", "self")))
    entry = replace(an_entry("2026-11-20", about=[CRITIQUE], next="Ask one pair"), id=words)
    of_others = replace(entry, path="2026/other.md")
    made = brief(replace(sources(entry), bank=bank, others=[of_others], other=words, is_own=True))

    shown = assert_harmless(made)

    asked = f"About Fri 20 Nov: {words[0].lower()}{words[1:]} what?"
    assert asked in [element.text for element in shown.every("li")]
    assert words in [element.text for element in shown.every("b", "who")]
    assert shown.every("h1")[0].text == f"Before we meet: Sam and {words}"
    assert f"rings are {words}'s." in shown.text


@pytest.mark.parametrize(
    ("words", "shown_as"),
    [("\x1b[2J", "␛[2J"), ("\x9b31m", "\\u{9b}31m"), ("\u202egnp", "\\u{202e}gnp"), ("a\n \tb", "a b")],
)
def test_invisible_characters_are_shown_and_do_nothing(words: str, shown_as: str) -> None:
    shown = assert_harmless(a_full_brief(words, writer=f"Sam {words}"))

    assert shown.every("title")[0].text == f"Before we meet: Sam {shown_as}"
    assert f"Ask one pair {shown_as} to predict" in shown.text
    assert f"“I could feel {shown_as} the room waiting to be told.”" in shown.text


@pytest.mark.parametrize("words", HOSTILE + HOSTILE_MARKDOWN)
def test_hostile_text_in_an_answer_becomes_only_text_and_plain_markup(words: str) -> None:
    text = f"## Critique\n\nThe tick told me no more.\n\n{words}\n"

    assert_harmless(a_brief(read_again("2026/2026-11-20-x.md", text)))


@pytest.mark.parametrize(
    ("answer", "shown"),
    [
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("[here](javascript:alert(1))", "[here](javascript:alert(1))"),
        ("{{ 7*7 }} {% raw %}", "{{ 7*7 }} {% raw %}"),
        ("```html\n<b>\n```", "<b>"),
        ("&#x202e;gnp", "\\u{202e}gnp"),
        ("\u202egnp", "\\u{202e}gnp"),
        ("![seen](http://example.org/p.png)", "!seen"),
    ],
)
def test_active_content_in_an_answer_is_shown_as_text(answer: str, shown: str) -> None:
    assert answer_shown(answer) == f"The tick told me that they had finished. {shown}"


def test_a_link_in_an_answer_shows_its_address() -> None:
    shown = page(beside_a_topic(about_critique("[The page](https://example.org/a) and <mailto:sam@example.org>")))

    assert [(element.text, element.attributes) for element in shown.every("a")] == [
        ("The page", {"href": "https://example.org/a", "rel": "noreferrer noopener", "class": "named"}),
        ("mailto:sam@example.org", {"href": "mailto:sam@example.org", "rel": "noreferrer noopener"}),
    ]


@pytest.mark.parametrize(
    ("answer", "tag", "text"),
    [
        ("## A heading", "p", "A heading"),
        ("==so *much*\nmore==", "mark", "so much more"),
        ("**loud**", "strong", "loud"),
        ("7. seventh", "ol", "seventh"),
    ],
)
def test_plain_markdown_in_an_answer_is_rendered(answer: str, tag: str, text: str) -> None:
    shown = page(beside_a_topic(about_critique(answer)))

    assert text in [element.text for element in shown.every(tag) if element.is_answers]


@pytest.mark.parametrize("answer", ["== so==", "==so ==", "==so", "a == b", "== a == b"])
def test_equals_signs_without_a_highlight_are_left_alone(answer: str) -> None:
    shown = page(beside_a_topic(about_critique(answer)))

    assert shown.every("mark") == []
    assert shown.every("div", "answer")[0].text.endswith(answer)


def test_a_quotation_opens_the_whole_answer() -> None:
    shown = page(beside_a_topic(about_critique("Anyway, the bell went for us all.", class_="8Q")))

    (details,) = shown.every("details", "quote")

    assert details.text == (
        "“The tick told me that they had finished.” 20 Nov · 8Q · k3f9 "
        "The tick told me that they had finished. Anyway, the bell went for us all."
    )
    assert "open" not in details.attributes


@pytest.mark.parametrize("answer", ["The tick told me that they had finished.", "==The tick told\nme no more.=="])
def test_a_quotation_of_a_whole_answer_has_nothing_to_open(answer: str) -> None:
    shown = page(beside_a_topic(an_entry("2026-11-20", Answer(answer, CRITIQUE))))

    assert shown.every("details", "quote") == []
    assert len(shown.every("blockquote", "quote")) == 1


def test_a_very_long_answer_says_where_the_rest_is() -> None:
    long = "I said it again and again. " * 2000
    shown = page(beside_a_topic(about_critique(long.strip())))

    assert shown.every("div", "answer")[0].text.endswith("The rest is in the entry.")
    assert len(shown.every("div", "answer")[0].text) < LONGEST_ANSWER + 100


def quotations(shown: Page) -> Iterator[str]:
    for element in shown.elements:
        if element.tag in ("summary", "blockquote") and not element.is_answers and "”" in element.text:
            yield element.text[element.text.index("“") + 1 : element.text.rindex("”")]


@examples(100)
@given(journals())
def test_every_quotation_comes_from_its_entry_and_nothing_private_is_on_the_page(entries: list[Entry]) -> None:
    made = a_brief(*entries)
    text = brief_html(made)

    written = [" ".join(html_text(entry.text).split()) for entry in entries]

    assert PRIVATE not in text
    assert all(any(quotation in dimension for dimension in written) for quotation in quotations(assert_harmless(made)))
    rows = [row for part in parts(made) for row in part.rows if isinstance(row, Group)]
    assert len(list(quotations(Page(text)))) == sum(len(group.quotations) for group in rows)


def test_an_answer_is_shown_only_as_far_as_a_typed_just_for_me() -> None:
    entry = about_critique("And this too.\n\nJust for me\n\nZZSECRET\n\n## Critique\n\nZZLATER")

    text = brief_html(a_brief(entry))

    assert "And this too." in text
    assert "ZZSECRET" not in text
    assert "ZZLATER" not in text


def test_the_page_allows_only_its_own_style_sheet() -> None:
    text = brief_html(a_full_brief())
    style = text.split("<style>")[1].split("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()

    policies = [
        element.attributes["content"] for element in Page(text).every("meta") if "http-equiv" in element.attributes
    ]

    assert policies == [f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"]
    assert not re.search(r"url\(|@import|@font-face|expression|</", style)
    assert "://" not in text


def test_a_full_term_is_a_small_page() -> None:
    words = "I put the beakers out and waited for them. " * 28  # 252 words
    days = [date(2026, 9, 7) + timedelta(days=2 * number) for number in range(40)]
    entries = [
        an_entry(
            day.isoformat(),
            *(Answer(words.strip(), dimension) for dimension in DIMENSIONS[number % 5 :][:2]),
            next="Ask",
        )
        for number, day in enumerate(days)
    ]

    assert len(brief_html(a_brief(*entries, others=entries)).encode()) < 100_000


@pytest.mark.parametrize(
    ("is_own", "words"),
    [
        (False, "Nothing has been shared for this time. That is fine; you could begin with a question."),
        (True, "Nothing is written yet, and that is fine. When a moment stays with you: mentorlog new"),
    ],
)
def test_an_empty_brief_has_one_kind_sentence_and_for_a_mentor_questions(is_own: bool, words: str) -> None:
    shown = assert_harmless(a_brief(is_own=is_own))

    assert shown.every("main")[0].text.startswith(words)
    assert [element.text for element in shown.every("h2")] == ([] if is_own else ["Questions, if useful"])
    assert shown.every("svg") == []


def test_an_empty_period_shows_open_steps_and_no_picture() -> None:
    shown = assert_harmless(an_empty_brief(an_entry("2026-10-07", next="Ask one pair")))

    assert [element.text for element in shown.every("h2")] == [
        "Since last time",
        "Questions, if useful",
    ]
    assert shown.every("svg") == []


def test_the_page_has_lines_to_write_on() -> None:
    lines = page(a_brief()).every("div", "rule")

    assert len(lines) == RULES
    assert lines[0].parents[-1].attributes == {"class": "rules", "aria-hidden": "true"}


def test_only_one_function_makes_markup_and_no_template_turns_escaping_off() -> None:
    files = [path for path in RENDER.parent.rglob("*") if path.suffix in (".py", ".jinja", ".css")]
    unescaped = [(path.name, match) for path in files for match in UNESCAPED.findall(path.read_text("utf-8"))]

    assert {path.name for path in files} >= {
        "brief_html.py",
        "brief.html.jinja",
        "brief.css",
        "agreement.html.jinja",
        "agreement.css",
    }
    assert unescaped == [("brief_html.py", "Markup(")]
