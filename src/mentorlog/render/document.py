"""The brief and the sheet for a first meeting as Word documents, for a person who has nothing else installed."""

import io
import re

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from mentorlog.brief.agreement import NOTE, TITLE, Sheet
from mentorlog.brief.brief import Brief
from mentorlog.post import SOURCE
from mentorlog.render.brief_parts import parts
from mentorlog.render.brief_rows import DatedWords, Group, Invitation, Item, LeftOut, Quotation, Row, SuggestedQuestion
from mentorlog.render.brief_words import brief_dates, brief_title, nothing_yet, tension_line
from mentorlog.text import safe_line

_SOFT = RGBColor(0x5F, 0x5A, 0x51)
_ACCENT = RGBColor(0x2C, 0x60, 0x6A)
_SIZES = {
    "Normal": 11,
    "Heading 1": 20,
    "Heading 2": 14,
    "Heading 3": 11,
    "Quote": 11,
    "List Bullet": 11,
    "Footer": 9.5,
}
_SMALL = Pt(9.5)
_DCTERMS = "{http://purl.org/dc/terms/}"
NO_BREAK = "\u00a0"
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def brief_document(brief: Brief) -> bytes:
    """The brief as a Word document: headings, quotations and their sources."""
    document = _new(brief_title(brief))
    for words in filter(None, (brief_dates(brief), brief.notice)):
        _add_small(document.add_paragraph(), words)
    if brief.is_empty:
        document.add_paragraph(_plain(nothing_yet(brief)))
    for part in parts(brief):
        document.add_heading(_plain(part.heading), 2)
        for row in part.rows:
            _add_row(document, row)
    if brief.tension:
        document.add_paragraph().add_run(_plain(tension_line(brief.tension))).italic = True
    return _bytes_of(document)


def sheet_document(sheet: Sheet) -> bytes:
    """The sheet for a first meeting as a Word document, with room to write."""
    document = _new(TITLE)
    document.add_paragraph(_plain(sheet.heading))
    _add_small(document.add_paragraph(), NOTE)
    for point in sheet.points:
        document.add_heading(_plain(point.question), 2)
        for line in point.all_lines:
            document.add_paragraph(_plain(line), "List Bullet")
    return _bytes_of(document)


def _new(title: str) -> Document:
    """An empty document on A4 in British English, with a title."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin = section.bottom_margin = Mm(16)
    _add_small(section.footer.paragraphs[0], SOURCE)
    _dress(document)
    _forget_template(document)
    document.core_properties.title, document.core_properties.language = _plain(title), "en-GB"
    document.add_heading(_plain(title), 1)
    return document


def _dress(document: Document) -> None:
    """Give the styles our sizes, one font and one colour, and the words their language."""
    for name, size in _SIZES.items():
        style = document.styles[name]
        assert isinstance(style, ParagraphStyle)  # noqa: S101 -- the template has these
        style.font.size, style.font.name = Pt(size), "Calibri"
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for attribute in [key for key in fonts.attrib if key.casefold().endswith("theme")]:  # a theme's font would win
            del fonts.attrib[attribute]
        style.paragraph_format.space_after = Pt(4)
        if name.startswith("Heading"):
            style.font.color.rgb = _ACCENT
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")


def _forget_template(document: Document) -> None:
    """Take away what the template says of itself: its author, program and picture, and the day it was made."""
    package = document.part.package
    for key, relation in list(package.rels.items()):
        if relation.reltype in (RELATIONSHIP_TYPE.EXTENDED_PROPERTIES, RELATIONSHIP_TYPE.THUMBNAIL):
            del package.rels[key]
    facts = document.core_properties
    facts.author, facts.comments = "", ""
    for day in (*facts._element.iter(_DCTERMS + "created"), *facts._element.iter(_DCTERMS + "modified")):  # noqa: SLF001
        day.getparent().remove(day)


def _add_row(document: Document, row: Row) -> None:
    match row:
        case Item(words, source, _, who):
            _add_words(document.add_paragraph(style="List Bullet"), words, source, who)
        case Group():
            heading = document.add_heading(_plain(row.heading), 3)
            _add_small(heading, row.facts)
            for quotation in row.quotations:
                _add_quotation(document, quotation)
        case DatedWords(day, words, who):
            _add_words(document.add_paragraph(style="List Bullet"), words, day, who)
        case Invitation(words):
            document.add_paragraph(_plain(words))
        case SuggestedQuestion(words) | LeftOut(words):
            document.add_paragraph(_plain(words), "List Bullet")


def _add_quotation(document: Document, quotation: Quotation) -> None:
    words = document.add_paragraph(style="Quote")
    _add_words(words, f"“{quotation.words}”", quotation.source, quotation.who)


def _add_words(paragraph: Paragraph, words: str, source: str, who: str) -> None:
    """Add a person's words to a paragraph: their name before them, and behind them where they come from."""
    if who:
        paragraph.add_run(f"{_plain(who)}  ").bold = True
    paragraph.add_run(_plain(words))
    _add_small(paragraph, source)


def _add_small(paragraph: Paragraph, words: str) -> None:
    """Add small words to a paragraph. Behind others they are sources or facts, of which none breaks."""
    if words:
        facts = "; ".join(fact.replace(" ", NO_BREAK) for fact in _plain(words).split("; "))
        run = paragraph.add_run(f"  {facts}" if paragraph.runs else _plain(words))
        run.font.size, run.font.color.rgb, run.font.italic, run.font.bold = _SMALL, _SOFT, False, False


def _plain(words: str) -> str:
    """The words on one line, without characters that a document cannot have."""
    return _NOT_IN_XML.sub("\ufffd", safe_line(words))


def _bytes_of(document: Document) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()
