"""Markdown of our own as plain HTML, to paste as rich text into an email or a document."""

from markdown_it import MarkdownIt


def rich_text(markdown: str) -> str:
    """Make HTML from the markdown of a brief or a sheet, in which nothing that a person wrote acts as markup."""
    body = MarkdownIt("commonmark", {"html": False}).render(markdown)
    return f'<html><head><meta charset="utf-8"></head><body>{body}</body></html>'
