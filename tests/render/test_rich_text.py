"""A brief on the clipboard: plain HTML with headings and quotations, and nothing that a person wrote as markup."""

from builders import a_full_brief
from mentorlog.render.brief_markdown import brief_markdown
from mentorlog.render.rich_text import rich_text


def test_a_brief_becomes_headings_lists_and_quotations() -> None:
    html = rich_text(brief_markdown(a_full_brief()))

    assert "<h1>Before we meet: Sam</h1>" in html
    assert "<blockquote>" in html
    assert "<li>" in html


def test_what_a_person_wrote_never_acts_as_markup() -> None:
    html = rich_text(brief_markdown(a_full_brief("<img src=x> **b** [a](http://example.org)")))

    assert "<img" not in html
    assert "<a " not in html
    assert "<strong>" not in html
