"""The brief as one page to print or to open in a browser: no script, nothing from outside, and words stay words.

The page is `page/brief.html.jinja` with `page/brief.css` inside it. What stands in a brief, and in what order, is
`words.parts`; what a reader can unfold, and the picture of when it was written, are made here.
"""

import hashlib
import re
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markupsafe import Markup

from mentorlog.brief.agreement import NOTE, TITLE, Sheet
from mentorlog.brief.brief import Brief, DimensionBrief, Extract
from mentorlog.days import MONTHS, bare, short, span
from mentorlog.dimensions import SOURCE
from mentorlog.render.brief_parts import Row, brief_title, nothing_yet, parts, tension_line
from mentorlog.text import HIGHLIGHT, safe, safe_line

LONGEST_ANSWER = 20_000  # characters: about 3,500 words; a longer one goes on in the entry itself
NOTE_LINES = 12  # to write on; the style sheet prints fewer where the page is full
_ROOMY = 3_000  # characters that print on two sheets in comfortable type (3,900 were measured); with more it is smaller
_ROW = 40  # characters that the space around a row is worth
_LINK = re.compile(r"(?:https?://|mailto:)[^\s]", re.IGNORECASE)
_FEW_MONTHS = 5  # words that fit beside one another on a telephone
_WORD = 12  # per cent of the line that one of them takes there
_YEARS = 3  # from so many on, the first word is a year as well
_MANY_WEEKS = 30  # above this, the ticks of weeks would be one grey bar


def brief_html(brief: Brief) -> str:
    """The whole page: UTF-8, complete in itself, the same bytes for the same brief."""
    return (
        _pages()
        .get_template("brief.html.jinja")
        .render(
            style_hash=_hash_of("brief.css"),
            title=brief_title(brief),
            notice=brief.notice,
            parts=list(parts(brief)),
            is_close=_is_close(brief),
            weeks=weeks(brief),
            nothing=nothing_yet(brief) if brief.is_empty else "",
            tension=tension_line(brief.tension) if brief.tension else "",
            source=SOURCE,
            note_lines=NOTE_LINES,
        )
    )


def sheet_html(sheet: Sheet) -> str:
    """The sheet for a first meeting, as a page of the same kind."""
    page = _pages().get_template("agreement.html.jinja")
    return page.render(style_hash=_hash_of("brief.css", "agreement.css"), title=TITLE, note=NOTE, sheet=sheet)


def _hash_of(*names: str) -> str:
    """What the policy of a page lets in: these style sheets, one after the other, and nothing else."""
    style = "".join(_pages().get_template(name).render() for name in names)
    return b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")


def html_text(value: object) -> str:
    """The one way a string goes into the page, whoever wrote it.

    Jinja2 calls it on whatever stands in `{{ }}` and escapes the result after it. Control and bidirectional
    characters become visible and white space becomes one space. What `answer_html` made is HTML already.
    """
    return value if isinstance(value, Markup) else safe_line(str(value))


def answer_html(text: str) -> Markup:
    """An answer's markdown as HTML: without HTML of the writer's, without pictures, and headings only as bold lines.

    The only place where text becomes `Markup`: markdown-it escapes whatever it does not make itself.
    """
    reader = _reader()
    tokens = reader.parse(safe(text[:LONGEST_ANSWER]))
    for token in tokens:
        _tame(token)
    return Markup(reader.renderer.render(tokens, reader.options, {}))  # noqa: S704 -- escaped by markdown-it


@cache
def _pages() -> Environment:
    pages = Environment(
        loader=PackageLoader("mentorlog.render", "page"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=html_text,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    pages.globals.update(answer=answer_html, goes_on=goes_on, is_cut=is_cut)
    pages.tests.update(goes_on=goes_on)
    return pages


@cache
def _reader() -> MarkdownIt:
    reader = MarkdownIt("commonmark", {"html": False}).disable("image")
    reader.validateLink = lambda url: bool(_LINK.match(url))  # type: ignore[method-assign]
    reader.inline.ruler.before("emphasis", "highlight", _highlight)
    return reader


def _highlight(state: StateInline, silent: bool) -> bool:
    """An inline rule of markdown-it's: `==so==` becomes a mark."""
    found = HIGHLIGHT.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        after = state.posMax
        state.push("mark_open", "mark", 1)
        state.pos, state.posMax = found.span(1)
        state.md.inline.tokenize(state)
        state.push("mark_close", "mark", -1)
        state.posMax = after
    state.pos = found.end()
    return True


def _tame(token: Token) -> None:
    """Take from one token whatever could reach beyond the answer it stands in.

    Markdown decodes entities and addresses, so control characters can come up that were not in the text.
    """
    token.content = safe(token.content)
    if token.type in ("heading_open", "heading_close"):
        token.tag = "p"
    if token.type == "heading_open":
        token.attrs = {"class": "heading"}
    elif token.type == "link_open":
        named = {} if token.markup == "autolink" else {"class": "named"}
        token.attrs = {"href": token.attrs["href"], "rel": "noreferrer noopener", **named}
    elif token.type == "fence":
        token.info = ""  # it would become a class
    for child in token.children or ():
        _tame(child)


def goes_on(extract: Extract) -> bool:
    """Whether there is more in the answer than what is quoted."""
    return extract.whole.replace("==", "").split() != extract.text.split()


def is_cut(extract: Extract) -> bool:
    return len(extract.whole) > LONGEST_ANSWER


def _is_close(brief: Brief) -> bool:
    """Whether there is so much to print that the type has to be small."""
    rows: list[Row] = [row for _, found in parts(brief) for row in found]
    return sum(_ROW + len(row.words) for row in rows) > _ROOMY


@dataclass(frozen=True, slots=True)
class Line:
    """One dimension's line. `dots` and `rings` are places on it in per cent, `days` the same in words."""

    name: str
    dots: tuple[float, ...]
    rings: tuple[float, ...]
    days: str


@dataclass(frozen=True, slots=True)
class Weeks:
    """When each dimension was written about. `months` and `weeks` are places in per cent, the months with a word."""

    span: str
    key: str
    lines: tuple[Line, ...]
    months: tuple[tuple[float, str], ...]
    weeks: tuple[float, ...]


def weeks(brief: Brief) -> Weeks | None:
    """The picture of weeks; None where nothing was written. It holds days only, no amounts."""
    if brief.days is None:
        return None
    others = {each.dimension: each for each in brief.others_words}
    days = [*brief.days, *(day for each in brief.others_words for day in each.days)]
    first, last = min(days), max(days)
    writer = brief.writer or ("you" if brief.is_own else "the writer")
    other = (brief.other or "the other person") if brief.is_own else "you"
    return Weeks(
        span(first, last),
        f"Dots are {_whose(writer)}, rings are {_whose(other)}." if others else "",
        tuple(_line(each, others.get(each.dimension), (writer, other), first, last) for each in brief.dimensions),
        tuple(_months(first, last)),
        tuple(_mondays(first, last)),
    )


def _whose(name: str) -> str:
    return "yours" if name == "you" else f"{name}'s"


def _line(
    writers: DimensionBrief, others: DimensionBrief | None, names: tuple[str, str], first: date, last: date
) -> Line:
    theirs = others.days if others else ()
    said = [
        (f"{name}: " if theirs else "") + ", ".join(map(short, reversed(days)))
        for name, days in zip(names, (writers.days, theirs), strict=True)
        if days
    ]
    dots, rings = (tuple(_place(day, first, last) for day in reversed(days)) for days in (writers.days, theirs))
    return Line(writers.dimension.name, dots, rings, "; ".join(said) or "quiet")


def _place(day: date, first: date, last: date) -> float:
    """Where `day` stands between the two, in per cent; in the middle where they are one day."""
    return round(100 * (day - first).days / (last - first).days, 2) if first < last else 50


def _mondays(first: date, last: date) -> Iterator[float]:
    if (last - first).days > 7 * _MANY_WEEKS:
        return
    for number in range((last - first).days + 1):
        if (day := first + timedelta(days=number)).weekday() == 0:
            yield _place(day, first, last)


def _months(first: date, last: date) -> Iterator[tuple[float, str]]:
    """Where months begin, each with its word; the two days themselves where no month begins between them."""
    found = [(_place(day, first, last), _month_word(day, first, last)) for day in _few_months(first, last)]
    if not found:
        yield 0, bare(first)
        if first < last:
            yield 100, bare(last)
        return
    if found[0][0] > _WORD:
        yield 0, MONTHS[first.month - 1] if last.year - first.year < _YEARS else str(first.year)
    yield from ((place, word if place < 100 - _WORD else "") for place, word in found)


def _few_months(first: date, last: date) -> Iterator[date]:
    """Firsts of a month after `first`: as many as can be named beside one another."""
    numbers = range(first.year * 12 + first.month, last.year * 12 + last.month)  # months since the year 0
    step = next(each for each in _steps() if len(numbers) <= each * _FEW_MONTHS)
    return (date(number // 12, number % 12 + 1, 1) for number in numbers if number % step == 0)


def _month_word(day: date, first: date, last: date) -> str:
    is_new_year = day.month == 1 and first.year != last.year
    return str(day.year) if is_new_year else MONTHS[day.month - 1]


def _steps() -> Iterator[int]:
    """Months from one label to the next."""
    yield from (1, 2, 3, 6)
    yield from (12 * 2**power for power in range(16))
