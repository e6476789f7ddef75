"""Text made safe for a terminal or spreadsheet, cleaned as it is typed, and shortened to titles and file names.

Entries may come from another person's folder, so their text is never trusted: an escape sequence that reaches a
terminal can rewrite the screen or the clipboard.
"""

import codecs
import re
import textwrap
import unicodedata
from functools import cache

_VISIBLE_C0 = {code: 0x2400 + code for code in range(0x20) if code not in (0x09, 0x0A)}  # U+2400: control pictures
_SPELT = (
    *range(0x80, 0xA0),  # C1 controls: 0x9B alone starts a sequence on some terminals
    0x061C,
    0x200B,
    *range(0x200E, 0x2010),
    *range(0x2028, 0x202F),  # line and paragraph separators, bidirectional embeddings and overrides
    *range(0x2060, 0x2070),
    0xFEFF,
    *range(0xD800, 0xE000),  # surrogates cannot be encoded
    *range(0xFFF9, 0xFFFC),
    *range(0xE0000, 0xE0080),  # tag characters: invisible text
)
_LINE_END = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_DROPPED = {code: None for code in (*range(0x20), *range(0x7F, 0xA0)) if code not in (0x09, 0x0A)}
_FORMULA = tuple("=+-@\t|%\uff1d\uff0b\uff0d\uff20")  # the last four are wide forms, which some spreadsheets accept

HIGHLIGHT = re.compile(  # `==so==`, over line ends too; not between letters, nor in code
    r"(?<![\w=`])==(?!\s)([^=](?:[^=]|=(?!=)){0,600}?)(?<!\s)==(?![\w=`])"
)
TITLE_LENGTH = 72
SLUG_LENGTH = 50
_DEEPEST = 8  # columns of indent that wrapped lines keep


def safe(text: str) -> str:
    """Make `text` safe for a terminal: control characters become visible signs; newlines and tabs stay."""
    if text.isascii() and text.isprintable():
        return text
    return text.replace("\r\n", "\n").translate(_visible())


@cache
def _visible() -> dict[int, int | str]:
    """The visible replacement of each unsafe character, by code. Made on first use, since most texts have none."""
    return {**_VISIBLE_C0, 0x7F: 0x2421, **{code: f"\\u{{{code:x}}}" for code in _SPELT}}


def one_line(text: str) -> str:
    """Put `text` on one line: each run of white space becomes one space."""
    return " ".join(text.split())


def safe_line(text: str) -> str:
    """Make `text` safe for a terminal, and put it on one line."""
    return safe(one_line(text))


def cell(text: str) -> str:
    """Make `text` safe for a spreadsheet cell: an apostrophe goes before text that would be read as a formula."""
    line = safe_line(text)
    return f"'{line}" if line.startswith(_FORMULA) else line


def text_from(data: bytes) -> str:
    """Decode bytes from another program: UTF-8, or UTF-16 with a byte order mark. Other bytes become surrogates."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    return data.decode("utf-8-sig", "surrogateescape")


def typed(text: str) -> tuple[str, str]:
    """Clean typed or pasted text. Returns the plain text, and a remark on what had to change ("" if nothing).

    Line ends become newlines, and bytes that were not UTF-8 are read as Windows-1252. Control characters and the blank
    lines around the text are left out.
    """
    remarks = []
    if any("\ud800" <= char <= "\udfff" for char in text):
        text = "".join(map(_readable, text))
        remarks.append("Some characters were not UTF-8 and were read as Windows text; look them over.")
    lines = _LINE_END.sub("\n", text)
    plain = lines.translate(_DROPPED).lstrip("\ufeff")
    if len(plain) != len(lines.lstrip("\ufeff")):
        remarks.append("Control characters were left out.")
    return trimmed(plain), " ".join(remarks)


def typed_line(text: str) -> str:
    """Clean typed text, put it on one line and discard the remark."""
    return one_line(typed(text)[0])


def _readable(char: str) -> str:
    """Read a surrogate that stands for an undecodable byte as Windows-1252; leave other characters unchanged."""
    if "\udc80" <= char <= "\udcff":
        byte = bytes([ord(char) - 0xDC00])
        return byte.decode("cp1252", "replace")
    return "\ufffd" if "\ud800" <= char <= "\udfff" else char


def trimmed(text: str) -> str:
    """Remove the blank lines around `text` and the white space at its end."""
    return re.sub(r"\A(?:[ \t]*\r?\n)+", "", text).rstrip()


def shortened(text: str, length: int = TITLE_LENGTH) -> str:
    """Take the first line of `text`, without highlight marks, and cut it between words to `length` characters."""
    line = one_line(HIGHLIGHT.sub(r"\1", text.strip().split("\n", 1)[0]).removeprefix("=="))
    if len(line) <= length:
        return line
    cut = line[: length - 1].rsplit(" ", 1)[0] if " " in line[: length - 1] else line[: length - 1]
    return cut.rstrip(" ,;:-") + "…"


def as_sentence(words: str) -> str:
    """A capital letter at the beginning, and a full stop at the end."""
    return with_full_stop(words[:1].upper() + words[1:])


def with_full_stop(words: str) -> str:
    """End `words` with a full stop, unless they end with a question mark."""
    return words if words.endswith("?") else f"{words}."


def folded(text: str, width: int) -> str:
    """Wrap `text` between words to at most `width` columns; longer words and paths stay whole.

    What wraps is indented like its first line.
    """
    return "\n".join(part for line in text.split("\n") for part in _folded_line(line, max(width, 20)))


def _folded_line(line: str, width: int) -> list[str]:
    indent = line[: min(len(line) - len(line.lstrip(" ")), _DEEPEST)]
    wrap = textwrap.TextWrapper(width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
    return wrap.wrap(line) or [""]


def slug(title: str) -> str:
    """Turn a title into part of a file name for any system: lower-case ASCII letters, digits and dashes."""
    ascii_only = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", ascii_only.replace("'", "")).strip("-")
    if len(words) > SLUG_LENGTH:
        words = words[: SLUG_LENGTH + 1].rsplit("-", 1)[0][:SLUG_LENGTH]
    return words or "entry"


def count(number: int, noun: str, plural: str = "") -> str:
    """Write a number with its noun: `1 entry`, `3 entries`. The plural adds an s unless it is given."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def plain_name(name: str) -> str:
    """Fold the case and extra spaces of a name, for comparing two people's names."""
    return one_line(name.casefold())
