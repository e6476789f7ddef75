"""The brief and the sheet as Word documents: headings, quotations, sources, and nothing else."""

import io
import zipfile

import docx
import pytest
from docx.document import Document
from hypothesis import given
from hypothesis import strategies as st

from builders import a_brief, a_full_brief, an_empty_brief, an_entry
from examples import examples
from mentorlog.brief.agreement import sheet
from mentorlog.dimensions import CRITIQUE
from mentorlog.entry.compose import Answer
from mentorlog.render.brief_parts import parts
from mentorlog.render.document import NO_BREAK, brief_document, sheet_document
from mentorlog.text import typed_line


def opened(data: bytes) -> Document:
    return docx.Document(io.BytesIO(data))


def texts(document: Document, style: str) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs if paragraph.style and paragraph.style.name == style]


def test_a_brief_has_its_title_and_parts_as_headings() -> None:
    made = a_full_brief()

    document = opened(brief_document(made))

    assert texts(document, "Heading 1") == ["Before we meet: Sam"]
    assert texts(document, "Heading 2") == [part.heading for part in parts(made)]
    assert any(heading.startswith("Creativity") for heading in texts(document, "Heading 3"))


def test_a_quotation_comes_with_its_source_which_never_breaks() -> None:
    first = an_entry("2026-11-20", Answer("The tick told me.", CRITIQUE), class_="8Q", title="Ticks")
    made = a_brief(first, an_entry("2026-11-21", Answer("Talk.", CRITIQUE), talk=True, letters="q7q7"))

    quotations = texts(opened(brief_document(made)), "Quote")

    assert f"“The tick told me.”  20{NO_BREAK}Nov{NO_BREAK}·{NO_BREAK}8Q".replace("  ", NO_BREAK * 2) in [
        words.replace("  ", NO_BREAK * 2) for words in quotations
    ]


def test_an_empty_brief_says_so() -> None:
    document = opened(brief_document(an_empty_brief()))

    assert "Nothing has been shared for this time" in "\n".join(texts(document, "Normal"))


def test_the_file_names_no_author_and_no_program() -> None:
    facts = opened(brief_document(a_full_brief())).core_properties

    assert (facts.author, facts.comments, facts.last_modified_by) == ("", "", "")
    assert facts.title == "Before we meet: Sam"
    assert facts.language == "en-GB"


def test_the_sheet_has_every_point_and_room_to_write() -> None:
    made = sheet("Sam", "Priya")

    document = opened(sheet_document(made))

    assert texts(document, "Heading 2") == [point.question for point in made.points]
    assert any("……" in line for line in texts(document, "List Bullet"))


@examples(15)
@given(st.text(st.characters(codec=None), max_size=30))
def test_any_words_make_a_document_that_opens(words: str) -> None:
    data = brief_document(a_full_brief(typed_line(words)))

    assert opened(data).paragraphs


@pytest.mark.parametrize("words", ["<w:p/>", "&amp;", "]]>", "\x0b", "\ufffe"])
def test_words_are_only_words(words: str) -> None:
    document = brief_document(a_brief(an_entry("2026-11-20", Answer(f"Ticks {words} here.", CRITIQUE))))

    assert any("Ticks" in paragraph.text for paragraph in opened(document).paragraphs)
    assert all(not name.startswith(("http", "..")) for name in zipfile.ZipFile(io.BytesIO(document)).namelist())
