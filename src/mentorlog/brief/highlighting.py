"""Choose which sentence of an entry is quoted first, by putting `==` around it in the entry's own file."""

from collections.abc import Iterator

from mentorlog.brief.highlights import cut
from mentorlog.brief.quoting import quoted_first
from mentorlog.brief.telling import sentences
from mentorlog.entry.entry import Entry, read_entry
from mentorlog.errors import ContentError
from mentorlog.text import HIGHLIGHT, one_line, safe_line


def sentences_of(entry: Entry) -> list[str]:
    """The sentences of an entry that can be quoted, in order and without the marks of a highlight, each on one line."""
    text = _without_highlights(entry)
    return [one_line(text[start:end]) for start, end in _places(_read(entry, text))]


def with_highlight(entry: Entry, number: int) -> str:
    """The text of the entry's file with its sentence of this number, from 0, as its only highlight.

    Raises ContentError if a highlight cannot be put there.
    """
    plain = _without_highlights(entry)
    start, end = list(_places(_read(entry, plain)))[number]
    text = f"{plain[:start]}=={plain[start:end]}=={plain[end:]}"
    if quoted_first(_read(entry, text)) != cut(plain[start:end]):
        raise ContentError(f"that sentence of {safe_line(entry.path)} can't be quoted first, so nothing was changed")
    return text


def _without_highlights(entry: Entry) -> str:
    """The text of the file without the marks of the highlights in its open sections."""
    pieces = [entry.text[: len(entry.text) - len(entry.body)]]
    for section in entry.sections:
        is_open, rest = section.open_raw, section.raw[len(section.open_raw) :]
        pieces += [section.heading, HIGHLIGHT.sub(lambda highlight: highlight[1], is_open), rest]
    return "".join(pieces)


def _read(entry: Entry, text: str) -> Entry:
    read = read_entry(entry.path, text.encode("utf-8"), entry.role)
    assert isinstance(read, Entry)  # noqa: S101 -- its front matter is the entry's
    return read


def _places(entry: Entry) -> Iterator[tuple[int, int]]:
    """Where each sentence of the open sections begins and ends in the file."""
    at = len(entry.text) - len(entry.body)
    for section in entry.sections:
        start = at + len(section.heading)
        for sentence in sentences(section.open_raw):
            yield start + sentence.start, start + sentence.end
        at = start + len(section.raw)
