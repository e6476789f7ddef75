"""Helpers for the tests of pages: hostile text, an HTML parser, and the fullest possible brief."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from html.parser import HTMLParser
from itertools import cycle, islice
from pathlib import Path

import pytest

from builders import a_brief, an_entry
from mentorlog.brief.brief import Brief
from mentorlog.brief.highlights import LONGEST
from mentorlog.dimensions import DIMENSIONS
from mentorlog.entry.compose import Answer
from mentorlog.entry.entry import Entry

HOSTILE = [
    "<script>window.owned = 1</script>", "<img src=x onerror=alert(1)>", "</style><script>alert(1)</script>",
    "</details></main>", "</title><h1>", "</svg></figure>", '"><b onclick="alert(1)">', "' onmouseover='alert(1)",
    "<svg onload=alert(1)><a xlink:href='javascript:alert(1)'>", "<!-- a comment", "-->", "<![CDATA[", "<?php ?>",
    "&lt;b&gt; &#60;script&#62; &copy;", "{{ 7*7 }}", "{% raw %}", "{# gone #}", "${7*7}", "#}", "[red]",
    '<meta http-equiv="refresh" content="0;url=http://example.org">', "<base href=http://example.org>",
    "<iframe srcdoc='<script>1</script>'>", "<form action=http://example.org><input>", "<style>*{display:none}</style>",
]  # fmt: skip
# Markdown that must become only text, plain emphasis and links to http, https and mailto.
HOSTILE_MARKDOWN = [
    "[here](javascript:alert(1))", "[here](JAVASCRIPT:alert(1))", "[here](&#106;avascript:alert(1))", "[a](vbscript:x)",
    "[here](data:text/html;base64,PHNjcmlwdD4=)", "[here](file:///etc/passwd)", "[here](//example.org)", "[here](o)",
    "[here](#weeks-title)", "[here](ftp://x)", "<javascript:alert(1)>", "<data:text/html,x>", "[x]\n\n[x]: data:x",
    "![seen](http://example.org/p)", "![seen](data:image/png;base64,xx)", "![seen][p]\n\n[p]: http://example.org/p",
    '[a](http://example.org "t onclick=x")', '[a](http://example.org/"onclick="x)', "[![seen](http://e.org/p)](data:x)",
    "```html onclick=x\n<script>\n```", '~~~ "><script>\n<b>\n~~~', "    <script>indented</script>", "`<script>`",
    "# <script>alert(1)</script>", "Title <b>\n===", "- <script>", "> <script>", "==<script>==", "==[a](data:x)==",
    "<http://example.org/<script>>", "<http://example.org/%E2%80%AE>", "&#x202e;gnp &#27;[2J", "[&#x202e;](http://e.org)",
    "<div>\n\n**b**\n\n</div>", "1234567. seventh", "1. a\n   <script>", "| a |\n|---|\n| <script> |", "\\<script>",
    "\x1b[2J\x9b31m\u202e",
]  # fmt: skip
VOID = {"meta", "hr", "br", "line", "circle"}


@dataclass(eq=False)
class Element:
    """An element with all its text; `parents` are the elements around it, outermost first."""

    tag: str
    attributes: dict[str, str | None]
    parents: tuple["Element", ...]
    pieces: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join("".join(self.pieces).split())

    @property
    def is_answers(self) -> bool:
        return any(element.attributes.get("class") == "answer" for element in self.parents)


class Page(HTMLParser):
    """A page as elements. It fails on a comment, an odd declaration and an unmatched end tag."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self._open: list[Element] = []
        self.feed(text)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(attrs) == len(dict(attrs)), f"an attribute stands twice in {tag}"
        element = Element(tag, dict(attrs), tuple(self._open))
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self._open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.pieces.append(data)

    def handle_comment(self, data: str) -> None:
        pytest.fail(f"a comment: {data}")

    def handle_pi(self, data: str) -> None:
        pytest.fail(f"a processing instruction: {data}")

    def unknown_decl(self, data: str) -> None:
        pytest.fail(f"a declaration: {data}")

    def every(self, tag: str, class_: str = "") -> list[Element]:
        return [
            element
            for element in self.elements
            if element.tag == tag and (not class_ or class_ in (element.attributes.get("class") or "").split())
        ]

    def shape(self) -> list[tuple[str, dict[str, str | None]]]:
        """Return every element outside the answers."""
        return [(element.tag, element.attributes) for element in self.elements if not element.is_answers]

    @property
    def text(self) -> str:
        return self.elements[0].text


def a_long_sentence(length: int) -> str:
    """Return a sentence of so many characters, with word lengths of ordinary English."""
    words = "The funnels had gone to another lab, so I put the beakers out and said, get me clean salt, and waited, "
    return (words * (length // len(words) + 1))[: length - 1].rstrip(" ,") + "."


def a_rich_entry(day: date, number: int, role: str, length: int = LONGEST) -> Entry:
    """Return an entry about two dimensions with everything that a brief can use."""
    about = (DIMENSIONS[number % 6], DIMENSIONS[(number + 1) % 6])
    before = day - timedelta(days=24)  # four entries back, so that only this link puts its theory on the page
    letters = role[0]
    return an_entry(
        day.isoformat(),
        *(Answer(f"{a_long_sentence(length)}\n\n{a_long_sentence(1200)}", dimension) for dimension in about),
        letters=f"{letters}{number:03}",
        role=role,
        class_="8Q",
        title=a_long_sentence(72),
        talk=True,
        next=a_long_sentence(110),
        ask=a_long_sentence(110),
        theory=a_long_sentence(110),
        follows=f"{before:%Y%m%d}-{letters}{number - 4:03}",
    )


def a_rich_brief(entries: int, others: int, length: int = LONGEST) -> Brief:
    """Return a brief with so many entries from each person, and extracts of so many characters."""
    first = date(2026, 9, 7)
    days = [(number, first + timedelta(days=6 * number)) for number in range(max(entries, others))]
    return a_brief(
        *(a_rich_entry(day, number, "ect", length) for number, day in days[:entries]),
        others=[a_rich_entry(day + timedelta(days=2), number, "mentor", length) for number, day in days[:others]],
    )


def the_fullest_brief() -> Brief:
    """Return a brief with all six dimensions from both people, and more of each item than it shows."""
    return a_rich_brief(14, 14)


@cache
def corpus() -> tuple[str, ...]:
    """Return made-up answers in many voices, of a word or of a page."""
    path = Path(__file__).parents[1] / "brief" / "corpora" / "unseen.txt"
    return tuple(block.partition("\n")[2].strip() for block in path.read_text("utf-8").split("%% ")[1:])


def written(number: int, role: str, first_answer: int, every: timedelta) -> Iterator[Entry]:
    """Yield entries as a person writes them over some weeks, each with an answer of the corpus."""
    answers = islice(cycle(corpus()), first_answer, None)
    for place, answer in zip(range(number), answers, strict=False):
        day = date(2026, 9, 7) + every * place
        about = DIMENSIONS[place % 6] if place % 6 != 4 else None
        yield an_entry(
            day.isoformat(),
            Answer(answer, about, "What did you see in this lesson that you had not planned for?" if about else ""),
            letters=f"{role[0]}{place:03}",
            role=role,
            title=" ".join(answer.split()[:6]).rstrip(".,"),
            class_=("8Q", "9B", "7M", "10 Set 3")[place % 4],
            talk=place == number - 2 and role == "ect",
            next="Let them sort the tiles before I say anything" if place % 3 == 0 else "",
            ask="Could I watch somebody who waits longer than I do?" if place % 5 == 0 else "",
            theory="When I wait before taking a hand, then more of them answer" if place % 6 == 1 else "",
        )


def a_realistic_brief(entries: int, others: int) -> Brief:
    """Return Priya's brief for a meeting with Sam: so many entries of his and of hers, and the notes of a meeting."""
    weeks = timedelta(days=100)
    meeting = an_entry(
        "2026-09-10",
        Answer("We talked about the ticks, and what the exit quiz hides. Sam films two minutes of 9B."),
        letters="m1m1",
        role="mentor",
        kind="meeting",
        next="Find the reading list",
        suggested="Film two minutes of 9B",
    )
    return a_brief(
        *written(entries, "ect", 0, weeks / entries),
        others=[meeting, *written(others, "mentor", 20, weeks / others)],
        other="Priya",
    )
