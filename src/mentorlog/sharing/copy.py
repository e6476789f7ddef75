"""The copy of an entry that its reader gets: a new file, to which only the open parts are added.

It has no private section, no key from outside the format, and no sign of how much was left out. It is read back and
compared with the open parts of the entry before it is used.
"""

import re
from collections.abc import Collection
from dataclasses import replace
from datetime import date

from mentorlog.entry.entry import Entry, read_entry
from mentorlog.entry.frontmatter import compose, is_empty
from mentorlog.entry.keys import COPIED, KEYS, SCHEMA, value_of
from mentorlog.entry.sections import Section, unescaped
from mentorlog.errors import ContentError
from mentorlog.files.toml import Values
from mentorlog.text import one_line, shortened, slug, trimmed

_FENCE = re.compile(r" {0,3}(?P<marks>`{3,}(?=[^`]*\Z)|~{3,})(?P<rest>.*)\Z")
_LANGUAGE = re.compile(r"\s*\S*\s*\Z")  # what may follow the marks of a code block


def shared_text(entry: Entry, shared_ids: Collection[str] = (), handed_over: date | None = None) -> str:
    """Write the text of an entry's copy, with the day on which it is `handed_over`.

    It keeps the ids in `follows` and `answers` only if they are among the `shared_ids`, the entries its reader has.
    Raises ContentError if the copy would not read back the same as the open parts of the entry.
    """
    values = {**_values(entry, shared_ids), "handed_over": handed_over}
    text = compose(values, _body(entry))
    copy = read_entry("copy.md", text.encode("utf-8"))
    if not isinstance(copy, Entry) or _is_private_in(copy) or _said(copy) != _said(entry) or not _has(copy, values):
        raise ContentError(f"{entry.path} cannot be shared as it is; a heading or a code block in it is not closed")
    return text


def _values(entry: Entry, shared_ids: Collection[str]) -> Values:
    """The front matter of the copy: the keys that are copied, each on one line, some with a value of the copy's own."""
    head = entry.head
    own = {key: _on_one_line(value_of(head, key)) for key in COPIED}
    return own | {
        "schema": SCHEMA,
        "id": entry.id,
        "date": entry.date,
        "role": entry.role,
        "title": shared_title(entry),
        "dimensions": _dimensions(entry),
        "share": "mentor",
        "follows": head.follows if head.follows in shared_ids else "",
        "answers": [entry_id for entry_id in head.answers if entry_id in shared_ids],
        "handed_over": head.handed_over,
    }


def _on_one_line(value: object) -> object:
    if isinstance(value, tuple):
        return [one_line(text) for text in value]
    return one_line(value) if isinstance(value, str) else value


def shared_title(entry: Entry) -> str:
    """The title of the copy: the writer's own, or the first words. Never the file's name, which may be private."""
    words = "\n".join(unescaped(_words(section)) for section in _written(entry))
    return one_line(entry.head.title) or shortened(trimmed(words).lstrip("# ")) or "An entry"


def _body(entry: Entry) -> str:
    blocks = [part for section in _written(entry) for part in (_plain(section.heading), _words(section)) if part]
    return "\n\n".join(blocks) + ("\n" if blocks else "")


def _written(entry: Entry) -> list[Section]:
    """The open sections with words in them.

    No empty section is copied, so an omission does not show whether a section was empty or private.
    """
    return [section for section in entry.open_sections if _words(section)]


def _words(section: Section) -> str:
    """A section's open words, escaped as in the file. A code fence that the cut left open is closed or removed."""
    return closed(_plain(section.open_raw))


def closed(text: str) -> str:
    """`text` with its last code fence closed, or removed if nothing follows it."""
    lines = text.split("\n")
    opening = _open_fence(lines)
    if opening is None:
        return text
    number, marks, rest = opening
    if any(line.strip() for line in lines[number + 1 :]):
        return f"{text.rstrip()}\n{marks}"
    return closed("\n".join(lines[:number]).rstrip()) if _LANGUAGE.match(rest) else text


def _open_fence(lines: list[str]) -> tuple[int, str, str] | None:
    """The fence still open after the last line: the number of its line (from 0), its marks, and the text after them."""
    opening: tuple[int, str, str] | None = None
    for number, line in enumerate(lines):
        fence = _FENCE.match(line)
        if fence and opening is None:
            opening = (number, fence["marks"], fence["rest"])
        elif fence and opening and fence["marks"].startswith(opening[1]) and not fence["rest"].strip():
            opening = None
    return opening


def _plain(text: str) -> str:
    """`text` with one kind of line end, and no blank lines around it."""
    return trimmed(text.replace("\r\n", "\n").replace("\r", "\n"))


def _said(entry: Entry) -> list[tuple[str, str, str]]:
    """The dimension, question and words of each open section."""
    return [
        (section.dimension.id if section.dimension else "", section.question, unescaped(_words(section)))
        for section in _written(entry)
    ]


def _dimensions(entry: Entry) -> list[str]:
    """The dimensions of the copy, by id: all of the entry's, except those of open sections without words."""
    written = {section.dimension for section in _written(entry)}
    empty = {section.dimension for section in entry.open_sections} - written
    return [dimension.id for dimension in entry.dimensions if dimension not in empty]


def _has(copy: Entry, values: Values) -> bool:
    return copy.matter.values == {key: value for key, value in values.items() if not is_empty(value)}


def _is_private_in(copy: Entry) -> bool:
    return any(section.private or section.open_raw != section.raw for section in copy.sections)


def open_part(entry: Entry) -> Entry:
    """The entry as its copy would read, under its own path."""
    copy = read_entry(
        entry.path,
        compose(_values(entry, {entry.head.follows, *entry.head.answers}), _body(entry)).encode("utf-8"),
        entry.role,
    )
    assert isinstance(copy, Entry)  # noqa: S101 -- it has a date
    return copy if not _is_private_in(copy) else _without_body(entry)


def as_shared(entry: Entry) -> Entry:
    """The entry with what its copy would have and nothing else, but word for word as in its own file.

    Sections that are private or empty are cut out, and so are the dimensions of these. The title is the copy's.
    """
    written = _written(entry)
    head = entry.head._replace(title=entry.head.title if entry.head.title.strip() else shared_title(entry))
    if len(written) == len(entry.sections) and all(section.open_raw == section.raw for section in written):
        return entry if head == entry.head else replace(entry, head=head)
    body = "".join(section.heading + section.open_raw for section in written)
    data = entry.data[: entry.body_at] + body.encode("utf-8")
    cut = replace(entry, data=data, head=head._replace(dimensions=tuple(_dimensions(entry))))
    return open_part(entry) if _is_private_in(cut) else cut


def _without_body(entry: Entry) -> Entry:
    bare = read_entry(entry.path, compose(_values(entry, ()), "").encode("utf-8"), entry.role)
    assert isinstance(bare, Entry)  # noqa: S101 -- it has a date
    return bare


def shared_name(entry: Entry) -> str:
    """The path of the copy inside the shared folder. It has no counter, which could show that other entries exist."""
    return f"{entry.date.year:04}/{entry.date.isoformat()}-{slug(shared_title(entry))}-{slug(entry.short_id)}.md"


def kept_back(entry: Entry) -> list[str]:
    """The parts of the entry that are not copied, in words for its writer."""
    kept = []
    if any(section.private for section in entry.sections):
        kept.append('"Just for me"')
    if any(section.open_raw != section.raw for section in entry.open_sections):
        kept.append("what follows a line that says 'Just for me'")
    unknown = [key for key in entry.matter.values if key not in KEYS]
    return [*kept, *([", ".join(unknown)] if unknown else [])]
