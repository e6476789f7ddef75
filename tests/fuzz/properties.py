"""Properties of any bytes in a folder and of any typed text.

`conformance/test_fuzz.py` tries them with pieces of entries, and `__main__.py` with anything.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import PurePosixPath

from builders import a_brief
from mentorlog.days import Period, read_period
from mentorlog.entry.compose import Answer, new_text
from mentorlog.entry.entry import Entry, Unread, read_entry
from mentorlog.entry.frontmatter import split, with_values
from mentorlog.entry.mend import mended
from mentorlog.entry.sections import escaped, sections_of, unescaped
from mentorlog.errors import ContentError, UsageError
from mentorlog.files.toml import LARGEST, TomlError, lines_of, parse
from mentorlog.render.brief_markdown import brief_markdown
from mentorlog.render.formats import as_json, brief_json
from mentorlog.text import SLUG_LENGTH, safe, safe_line, slug, typed

CANARY = "qzcanary"
ACTS = re.compile(  # every character that can move, colour, hide or reverse text on a terminal
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f\ud800-\udfff]"
)
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")  # no newline and no tab
_SLIP = re.compile("[“”„‟‘’‚‛]|\\d[/.]\\d")


def is_plain(reason: str) -> bool:
    """True if `reason` is one short line of plain text."""
    return 0 < len(reason) < LARGEST and "\n" not in reason and not ACTS.search(safe_line(reason))


def reading_never_fails(data: bytes) -> None:
    for path in ("2026-11-20.md", "notes.md"):
        entry = read_entry(path, data)
        assert isinstance(entry, Entry | Unread)
        problems = entry.problems if isinstance(entry, Entry) else (entry.problem,)
        assert [problem for problem in problems if not is_plain(problem.text)] == []
        assert [problem for problem in problems if not 1 <= problem.line <= 1 + len(lines_of(entry.text))] == []
        if isinstance(entry, Entry):
            entry_is_whole(entry, data)
            brief_quotes_only_open_words(entry)
        elif entry.is_text:
            assert entry.text.encode() == data


def entry_is_whole(entry: Entry, data: bytes) -> None:
    assert entry.text.encode() == data
    assert entry.matter.text == entry.text
    assert "".join(section.heading + section.raw for section in entry.sections) == entry.matter.body
    assert all(section.raw.startswith(section.open_raw) for section in entry.sections)
    assert not any(section.open_raw or section.open_text for section in entry.sections if section.private)
    assert entry.title
    assert entry.id
    assert 1900 <= entry.date.year <= 2199


def brief_quotes_only_open_words(entry: Entry) -> None:
    made = a_brief(entry)

    open_words = [*(section.open_raw for section in entry.open_sections), entry.head.title]
    extracts = [extract for theme in made.themes for extract in theme.extracts]
    extracts += [extract for topic in made.topics for extract in topic.extracts]
    quoted = [extract.text for extract in extracts]
    assert [text for text in quoted if not any(text in words for words in open_words)] == []
    assert not ACTS.search(safe(brief_markdown(made)))
    assert as_json(brief_json(made)).isascii()


def parts_joined_are_the_text(text: str) -> None:
    matter = split(text)

    assert matter.text == text
    assert "".join(section.heading + section.raw for section in sections_of(text)) == text


def nothing_after_a_private_heading_is_open(before: str, after: str) -> None:
    """Check private headings between the two; `after` loses its number signs, so that no heading in it ends them."""
    for end in ("\n", "\r\n", "\r"):
        for heading in ("## Just for me", f"Not you, just for me{end}---", "\\## Just for me"):
            body = f"{before}{end}{end}{heading}{end}{after.replace('#', '')}{CANARY}"
            sections = sections_of(body)
            assert "".join(section.heading + section.raw for section in sections) == body
            assert [section for section in sections if CANARY in section.open_raw + section.open_text] == []
            assert [section for section in sections if not section.private and CANARY in section.heading] == []


def typed_text_is_never_structure(text: str) -> None:
    plain, _ = typed(text)

    sections = sections_of(f"## Critique\n\n{escaped(plain)}\n")

    assert unescaped(escaped(plain)) == plain
    assert unescaped(escaped(text)) == text
    assert [(section.private, section.text) for section in sections] == [(False, plain)]
    assert "+++" not in [line.rstrip(" \t") for line in escaped(plain).split("\n")]


def typed_text_is_plain(text: str) -> None:
    plain, _ = typed(text)

    assert not _CONTROL.search(plain)
    assert plain.encode("utf-8").decode("utf-8") == plain
    assert typed(plain) == (plain, "")


def shown_text_is_inert(text: str) -> None:
    assert not ACTS.search(safe(text))
    assert safe(safe(text)) == safe(text)
    assert not ACTS.search(safe_line(text))
    assert safe_line(safe_line(text)) == safe_line(text)
    assert not re.search("[\n\t]", safe_line(text))


def a_title_makes_a_name(title: str) -> None:
    made = slug(title)

    assert re.fullmatch("[a-z0-9]+(?:-[a-z0-9]+)*", made)
    assert len(made) <= SLUG_LENGTH
    assert PurePosixPath(f"{made}.md").stem == made
    assert slug(made) == made


def a_change_touches_only_its_own_lines(text: str, changes: Mapping[str, object]) -> None:
    """Make the changes one after another, and then all of them at once."""
    for key, value in changes.items():
        try:
            changed = with_values(text, {key: value})
        except ContentError:
            return
        before, after = split(text), split(changed)
        assert after.fault is None
        assert after.values == {
            name: wanted for name, wanted in (before.values | {key: value}).items() if wanted is not None
        }
        assert with_values(changed, {key: value}) == changed
        if before.opening:
            old, new = differing(lines_of(text), lines_of(changed))
            assert set(parse("".join(old))) <= {key}
            assert set(parse("".join(new))) <= {key}
            assert len(new) <= 1
            assert [line_end(line) for line in new] == [line_end((old or [text])[-1])] * len(new)
            assert value is None or not old or old[-1].count("# why") == new[-1].count("# why")
        text = changed
    assert with_values(text, dict(changes)) == text


def line_end(line: str) -> str:
    """Return the line end of the first line in `line`."""
    return "".join(re.findall("\r\n|\r|\n", line)[:1])


def differing(old: list[str], new: list[str]) -> tuple[list[str], list[str]]:
    """Return the two without their common first and last lines."""
    while old and new and old[0] == new[0]:
        old, new = old[1:], new[1:]
    while old and new and old[-1] == new[-1]:
        old, new = old[:-1], new[:-1]
    return old, new


def mending_touches_only_the_slips(text: str) -> None:
    done = mended(text)
    if done is None:
        return

    assert mended(done) is None
    assert split(done).fault is None
    assert text.endswith(split(done).body)
    pairs = zip(lines_of(text), lines_of(done), strict=True)
    assert [old for old, new in pairs if old != new and not _SLIP.search(old)] == []


def a_new_entry_reads_back(values: Mapping[str, object], answers: Sequence[Answer]) -> bool:
    """Return True if the entry was accepted; a text that would not read back is refused."""
    values = {"date": date(2026, 11, 20), **values}
    try:
        text = new_text(values, answers)
    except ContentError:
        return False
    back = read_entry("new.md", text.encode())
    assert isinstance(back, Entry)
    assert not any(section.private for section in back.sections)
    given = [(answer.dimension, answer.text) for answer in answers if answer.text.strip()]
    assert [(section.dimension, section.text) for section in back.sections if section.text] == given
    kept = {key: value for key, value in values.items() if value and key != "dimensions"}
    assert {key: back.matter.values.get(key) for key in kept} == kept
    return True


def a_period_is_read_or_refused(words: str) -> None:
    for today in (date(2026, 11, 23), date(2024, 2, 29), date(1900, 1, 1), date(2199, 12, 31)):
        try:
            period = read_period(words, today)
        except UsageError:
            continue
        assert isinstance(period, Period)
        assert period.first is None or period.last is None or period.first <= period.last


def toml_is_read_or_refused(text: str) -> None:
    fault = None
    try:
        parse(text)
    except TomlError as error:
        fault = error
    assert fault is None or (is_plain(fault.reason) and 1 <= fault.line <= 1 + len(lines_of(text)))


TEXT_PROPERTIES = (
    parts_joined_are_the_text, typed_text_is_never_structure, typed_text_is_plain, shown_text_is_inert,
    a_title_makes_a_name, mending_touches_only_the_slips, a_period_is_read_or_refused, toml_is_read_or_refused,
)  # fmt: skip


def everything_holds(data: bytes) -> None:
    """Try the same bytes as a file, as text and as typed words."""
    reading_never_fails(data)
    text = data.decode("utf-8", "surrogateescape")
    for holds in TEXT_PROPERTIES:
        holds(text)
    before, _, after = text.partition("%")
    nothing_after_a_private_heading_is_open(before, after)
    a_change_touches_only_its_own_lines(text, {"title": before[:100], "share": "mentor", "talk": None})
    a_new_entry_reads_back({"title": typed(before)[0]}, [Answer(typed(after)[0])])
