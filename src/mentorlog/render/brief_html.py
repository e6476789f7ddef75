"""The brief as one HTML page to print or open in a browser: no script, nothing from the network, all text escaped.

The page is `page/brief.html.jinja` with `page/brief.css` inside it. Its parts come from `brief_parts.py` and the
picture of weeks from `weeks.py`. This module renders the answers that a reader can unfold.
"""

import hashlib
import re
from base64 import b64encode
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import groupby

from jinja2 import Environment, PackageLoader, StrictUndefined
from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markupsafe import Markup

from mentorlog.brief.agreement import NOTE, TITLE, Sheet
from mentorlog.brief.brief import Brief
from mentorlog.brief.quoting import Extract
from mentorlog.post import SOURCE
from mentorlog.render.brief_parts import parts
from mentorlog.render.brief_rows import DatedWords, Group, Invitation, Item, Part, Row, SuggestedQuestion
from mentorlog.render.brief_words import brief_dates, brief_title, nothing_yet, tension_line
from mentorlog.render.weeks import weeks
from mentorlog.text import HIGHLIGHT, safe, safe_line

LONGEST_ANSWER = 20_000  # characters: about 3,500 words; the page says that the rest is in the entry
RULES = 30  # lines to write on behind the words of each sheet of paper: they show where no words are
_ROOMY = 2_300  # characters: a longer brief prints in smaller type, in which twice as many fit on a sheet
_ROW = 40  # characters: the space around a row, counted as text
_ROW_TESTS: dict[str, type] = {  # `{% if row is item %}` in the page's template
    "item": Item,
    "group": Group,
    "dated": DatedWords,
    "question": SuggestedQuestion,
}
_BY_THEMSELVES = (Group, Invitation)
_LINK = re.compile(r"(?:https?://|mailto:)[^\s]", re.IGNORECASE)


def brief_html(brief: Brief) -> str:
    """The brief as a complete page. The same brief always gives the same text."""
    shown = list(parts(brief))
    return (
        _pages()
        .get_template("brief.html.jinja")
        .render(
            style_hash=_hash_of("brief.css"),
            title=brief_title(brief),
            dates=brief_dates(brief),
            notice=brief.notice,
            parts=shown,
            is_dense=_is_dense(shown),
            weeks=weeks(brief),
            nothing=nothing_yet(brief) if brief.is_empty else "",
            tension=tension_line(brief.tension) if brief.tension else "",
            source=SOURCE,
            rules=RULES,
        )
    )


def sheet_html(sheet: Sheet) -> str:
    """The sheet for a first meeting, as a complete page."""
    page = _pages().get_template("agreement.html.jinja")
    return page.render(style_hash=_hash_of("brief.css", "agreement.css"), title=TITLE, note=NOTE, sheet=sheet)


def _hash_of(*names: str) -> str:
    """The SHA-256 of these style sheets, joined: the only style that the page's security policy allows."""
    style = "".join(_pages().get_template(name).render() for name in names)
    return b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")


def html_text(value: object) -> str:
    """Clean a string for the page: control characters become visible, and each run of white space one space.

    Jinja2 calls it on every value in `{{ }}`, whoever wrote it, and escapes the result.
    Only `Markup`, made by `answer_html`, is HTML already.
    """
    return value if isinstance(value, Markup) else safe_line(str(value))


def answer_html(text: str) -> Markup:
    """Render an answer's markdown as HTML, without the writer's own HTML or pictures, and with headings as bold lines.

    This is the only place where text becomes `Markup`: markdown-it escapes everything it does not make itself.
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
    pages.filters["in_blocks"] = _in_blocks
    pages.tests.update({name: _is_a(kind) for name, kind in _ROW_TESTS.items()})
    return pages


def _in_blocks(rows: Sequence[Row]) -> list[tuple[bool, list[Row]]]:
    """The rows of a part in blocks: those that are items of a list, and those that stand by themselves."""
    return [(is_list, list(some)) for is_list, some in groupby(rows, lambda row: not isinstance(row, _BY_THEMSELVES))]


def _is_a(kind: type) -> Callable[[Row], bool]:
    return lambda row: isinstance(row, kind)


@cache
def _reader() -> MarkdownIt:
    reader = MarkdownIt("commonmark", {"html": False}).disable("image")
    reader.validateLink = lambda url: bool(_LINK.match(url))  # type: ignore[method-assign]
    reader.inline.ruler.before("emphasis", "highlight", _highlight)
    return reader


def _highlight(state: StateInline, silent: bool) -> bool:
    """Turn `==words==` into a `mark` element: an inline rule for markdown-it."""
    highlight = HIGHLIGHT.match(state.src, state.pos, state.posMax)
    if not highlight:
        return False
    if not silent:
        after = state.posMax
        state.push("mark_open", "mark", 1)
        state.pos, state.posMax = highlight.span(1)
        state.md.inline.tokenize(state)
        state.push("mark_close", "mark", -1)
        state.posMax = after
    state.pos = highlight.end()
    return True


def _tame(token: Token) -> None:
    """Remove from a token, in place, everything that could reach beyond its answer.

    Markdown decodes entities and addresses, so control characters can appear that were not in the text.
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
    """Whether the answer is longer than the quotation from it."""
    return extract.whole.replace("==", "").split() != extract.text.split()


def is_cut(extract: Extract) -> bool:
    """Whether the answer is too long to be shown whole."""
    return len(extract.whole) > LONGEST_ANSWER


def _is_dense(shown: Iterable[Part]) -> bool:
    """Whether the brief is so long that it has to print in small type."""
    return sum(_ROW + len(_words_of(row)) for part in shown for row in part.rows) > _ROOMY


def _words_of(row: Row) -> str:
    """Every word of a row that is printed."""
    match row:
        case Group():
            quoted = row.printed or " ".join(quotation.words for quotation in row.quotations)
            return f"{row.heading} {row.facts} {quoted}"
        case Item():
            return f"{row.who} {row.words} {row.source}"
        case _:
            return row.words
