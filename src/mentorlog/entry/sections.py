"""What belongs to which dimension in an entry's body, and what is just for the writer.

A section begins at a heading that names a dimension, with or without its question, or at `Just for me`. Any other
heading is text. Where it is unclear whether something is private, it is.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from mentorlog.dimensions import Dimension, dimension_named
from mentorlog.text import trimmed

_HEADING = re.compile(r" {0,3}(#{1,6})(?!#)([^\r\n]*)")
_NAMED = re.compile(r"[\W_]*([^\W\d_]+)[*_]*(?:[ \t]*[:?.!·|][ \t.?!]*[*_]*|[ \t]*[–—][ \t]*|[ \t]+-[ \t]+|\Z)(.*)\Z")
_JUST_FOR_ME = re.compile(r"(?<![^\W_])just[\W_]*+for[\W_]*+(?:me|myself)(?![^\W_])")
_RARE = "just"  # of the three words, the one that most lines do not have
_TAG = re.compile(r"<[^<>\n]*+>|<!--")
_OTHER_WORDS = re.compile(r"(?!\d{1,9}[.)]\s)[^\W_]{2}")  # the number of a list's item is no word
_INVISIBLE = ("Cf", "Mn", "Me")  # categories: what is left of marks, once composed, takes no room of its own
_ODD = re.compile(
    "[^\x00-\x7f\u00c0-\u00ff\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u00a3\u20ac]"
)  # all that may be invisible
_TITLED = re.compile(r"[^a-z#]*(?:[a-z][.)\]][^a-z#]*)*(?P<hashes>#{1,6})|.*(?:<h[1-6]\b|<summary\b|\[!)")
_UNDERLINE = re.compile(r"[\s>]*(?:-+|=+)\s*\Z")
_FENCE_LINE = re.compile(r"\+\+\+[ \t]*\Z")
_ASCII_BUT_ENTITIES = bytes(code for code in range(0x80) if code != ord("&"))
_NOTHING_ODD = re.compile(  # what is not _ODD, as UTF-8, and no entity
    rb"(?:\xc3[\x80-\xbf]|\xe2\x80[\x93\x94\x98\x99\x9c\x9d\xa6]|\xc2\xa3|\xe2\x82\xac)*"
)
_MAY_SAY_SO = re.compile(rb"just(?:[\W_]*+for|(?:<[^<>\n]*+>|[\W_])*+for)")  # in small letters, with or without tags
_INDENTED = 4  # spaces that make a line code itself, so that it closes none
_CODE = re.compile(r"(?:[\s>]|[-*+][ \t]|\d{1,9}[.)][ \t])*(`{3,}|~{3,})")


class Heading(NamedTuple):
    """A line that begins a section. `dimension` is None for the private one."""

    level: int
    dimension: Dimension | None
    question: str = ""


class Section(NamedTuple):
    """A stretch of the body: `heading` is its first line as it stands, `raw` what follows, to the byte."""

    dimension: Dimension | None
    private: bool
    heading: str
    question: str
    raw: str

    @property
    def open_raw(self) -> str:
        """`raw` up to a line that says `Just for me` although it is only text: a brief goes no further than that."""
        return self.raw[: _typed_private(self.raw)] if not self.private else ""

    @property
    def text(self) -> str:
        """What was written here, as the person typed it."""
        return _as_typed(self.raw)

    @property
    def open_text(self) -> str:
        """As much of `text` as a brief may quote."""
        return _as_typed(self.open_raw)


def _as_typed(raw: str) -> str:
    return unescaped(trimmed(raw.replace("\r\n", "\n").replace("\r", "\n")))


def _typed_private(raw: str) -> int:
    """Where in `raw` a line begins that would be the private heading but for its backslash; the end if nowhere."""
    if "\\" not in raw:
        return len(raw)
    at = 0
    lines = [*re.sub(r"\r(?!\n)", "\n", raw).split("\n"), ""]  # the same length, so places stay
    for line, following in pairwise(lines):
        _, backslashes, rest = _bare(line)
        if backslashes and _private_level(rest, following):
            return at
        at += len(line) + 1
    return len(raw)


def says_just_for_me(answer: str) -> bool:
    """Whether somebody typed a line that would begin the private section if it were a heading."""
    return any(_private_level(line, following) for line, following in pairwise([*answer.split("\n"), ""]))


def heading_in(line: str, following: str = "") -> Heading | None:
    """What section `line` begins, if any; `following` is the line after it, which may underline it."""
    if level := _private_level(line, following):
        return Heading(level, None)
    heading = _HEADING.match(line)
    return _dimension_in(heading) if heading else None


def _dimension_in(heading: re.Match[str]) -> Heading | None:
    if len(heading[1]) == 1 and heading[2][:1] not in (" ", "\t"):  # "#critique" is a tag
        return None
    named = _NAMED.match(heading[2].strip().rstrip("#").rstrip())
    dimension = dimension_named(named[1]) if named else None
    return Heading(len(heading[1]), dimension, named[2].strip(" *_")) if named and dimension else None


def _private_level(line: str, following: str) -> int:
    """The level of a line that says `Just for me` as a heading would, however it is dressed; 0 for any other line.

    In a heading the words may stand anywhere; elsewhere they must begin the line and not run on as a sentence.
    """
    if line.lstrip().startswith("\\"):
        return 0
    plain = _undressed(line)
    if _RARE not in plain:
        return 0
    titled = _TITLED.match(plain)
    words = _words_in(plain)
    if not words:
        return 0
    plain = words.string
    if titled and titled["hashes"]:
        return len(titled["hashes"])
    begins = not _OTHER_WORDS.search(_TAG.sub(" ", plain[: words.start()]))
    runs_on = re.match(r"[ \t]+[^\W_]", _TAG.sub("|", plain[words.end() :]))
    return 2 if titled or _UNDERLINE.match(following) or (begins and not runs_on) else 0


def _words_in(plain: str) -> re.Match[str] | None:
    """Where the words stand in `plain`, or else in `plain` without tags, which may stand between the words."""
    return _first_words(plain) or (_first_words(_TAG.sub("|", plain)) if "<" in plain else None)


def _first_words(plain: str) -> re.Match[str] | None:
    at = plain.find(_RARE)
    while at >= 0:
        if words := _JUST_FOR_ME.match(plain, at):
            return words
        at = plain.find(_RARE, at + 1)
    return None


def _undressed(text: str) -> str:
    """`text` in plain small letters: without invisible characters, entities and letters from other alphabets' forms."""
    if "&" in text:
        import html

        text = html.unescape(text)
    if not text.isascii() and _ODD.search(text):
        text = _ODD.sub(_if_visible, unicodedata.normalize("NFKC", text))
    return text.casefold()


def _if_visible(char: re.Match[str]) -> str:
    return "" if unicodedata.category(char[0]) in _INVISIBLE else char[0]


def sections_of(body: str) -> tuple[Section, ...]:
    """The body in its sections: joined again they are the body. Text before the first heading comes first."""
    marks = list(_marks(body))
    starts = [0, *(start for start, _, _ in marks)]
    ends = [*starts[1:], len(body)]
    found = [Section(None, False, "", "", body[: ends[0]])] if ends[0] else []
    for (start, after, heading), end in zip(marks, ends[1:], strict=True):
        private = heading.dimension is None
        found.append(Section(heading.dimension, private, body[start:after], heading.question, body[after:end]))
    return tuple(found)


def dimensions_of(body: bytes) -> set[Dimension]:
    """What the headings of the body's open sections name. Of a plain body only the lines with hashes are looked at."""
    if b"\r" in body or _MAY_SAY_SO.search(body.lower()) or not _is_plain(body):
        return {heading.dimension for _, _, heading in _marks(body.decode("utf-8")) if heading.dimension}
    lines = (_HEADING.match(line.decode("utf-8")) for line in body.split(b"\n") if b"#" in line)
    return {found.dimension for line in lines if line and (found := _dimension_in(line)) and found.dimension}


def _is_plain(body: bytes) -> bool:
    """Whether nothing in it may be a letter in disguise: neither an entity nor anything odd."""
    return _NOTHING_ODD.fullmatch(body.translate(None, _ASCII_BUT_ENTITIES)) is not None


def _marks(body: str) -> Iterator[tuple[int, int, Heading]]:
    """Where each section begins, where its heading's line ends, and what it is."""
    flat = re.sub(r"\r(?!\n)", "\n", body) if "\r" in body else body  # the same length, so places stay
    if _words_in(_undressed(flat)):
        yield from _marks_by_line(flat)
        return
    at = flat.find("#")
    while at >= 0:
        start, end = flat.rfind("\n", 0, at) + 1, flat.find("\n", at) + 1 or len(flat)
        line = _HEADING.match(flat, start, end)
        if line and (heading := _dimension_in(line)):
            yield start, end, heading
        at = flat.find("#", end)


def _marks_by_line(flat: str) -> Iterator[tuple[int, int, Heading]]:
    """The same where `Just for me` is said somewhere: then any line may begin or end what is private."""
    private: Heading | None = None
    code, at = "", 0
    for line, following in pairwise([*flat.split("\n"), ""]):
        start, at = at, min(at + len(line) + 1, len(flat))
        if private:
            code = _code_after(line, code)
        heading = heading_in(line, following)
        if heading and (not private or _ends_private(heading, private, code)):
            private, code = (heading if heading.dimension is None else None), ""
            yield start, at, heading


def _code_after(line: str, code: str) -> str:
    """The code fence that is open after `line`, given the one open before it; "" for none."""
    if not code:
        fence = _CODE.match(line)
        return fence[1] if fence else ""
    marks = line.rstrip()
    indent = len(marks) - len(marks.lstrip(" "))
    marks = marks.lstrip(" ")
    return "" if indent < _INDENTED and marks.startswith(code) and not marks.strip(code[0]) else code


def _ends_private(heading: Heading, private: Heading, code: str) -> bool:
    """Only a dimension's heading, as high as the private one and not inside code, ends a private section."""
    return heading.dimension is not None and heading.level <= private.level and not code


def escaped(answer: str) -> str:
    """`answer` with a backslash before each line that would read as structure; `unescaped` takes it back."""
    lines = answer.split("\n")
    return "\n".join(
        _with_backslash(line, 1) if _is_structure(line, following) else line
        for line, following in pairwise([*lines, ""])
    )


def unescaped(text: str) -> str:
    """The answer whose `escaped` form is `text`."""
    lines = text.split("\n")
    return "\n".join(
        _with_backslash(line, -1) if _bare(line)[1] and _is_structure(line, following) else line
        for line, following in pairwise([*lines, ""])
    )


def _bare(line: str) -> tuple[str, str, str]:
    match = re.match(r"([ \t]*)(\\*)", line)
    assert match is not None  # noqa: S101 -- the pattern matches every string
    return match[1], match[2], line[match.end() :]


def _is_structure(line: str, following: str) -> bool:
    """Whether `line`, backslashes at its start aside, would begin a section or close the front matter."""
    indent, _, rest = _bare(line)
    plain = indent + rest
    return bool(_FENCE_LINE.match(plain)) or heading_in(plain, following) is not None


def _with_backslash(line: str, more: int) -> str:
    indent, backslashes, rest = _bare(line)
    return indent + "\\" * (len(backslashes) + more) + rest
