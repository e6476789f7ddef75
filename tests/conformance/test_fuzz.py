"""Random pieces of entries and raw bytes: no exception, no lost text, and no text becomes structure.

The properties are in `fuzz/properties.py`, and their examples in this file. The examples are the same every time, and
bounded in size.
"""

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from examples import examples
from fuzz import properties
from mentorlog.dimensions import CREATIVITY, CRITIQUE, EXPANSION
from mentorlog.entry.compose import Answer
from mentorlog.text import typed

FUZZ = settings(examples(250), derandomize=True, database=None, suppress_health_check=list(HealthCheck))
STRUCTURE = (
    "\n", "\n", "\n", "\r\n", "\r", "\u2028", "\x85", "\x0c", "\ufeff", "\0", " ", "\t", "    ", "+++", "+++ \n",
    "---\n", "===\n", "```\n", "~~~", "````js\n", "# ", "## ", "###### ", "#######", "> ", "- ", "12. ", "- [ ] ", "\\",
    "\\\\", "==", "=", "## Critique\n", "## Critique: What?\n", "### *expansive*\n", "Just for me\n", "## Just for me",
    "\\## Just for me\n", "just ", "for ", "me", "<h2>", "</h2>", "<!--", "<b", "&nbsp;", "&#10;", "&shy;", "\u200b",
    "\u0301", "\u0336", "e\u0301", "👩🏽‍🏫", "ﬁ", "Ｊust for me", "<<<<<<< a\n", "=======\n", ">>>>>>> b\n", "x",
    "A sentence of some length stands here. ", "==two\nlines==", "| a |", "[x](y)", "\x1b[2J", "\u202e", "\x9b",
)  # fmt: skip
STATEMENTS = (
    "title = 'One' # why\n", 'title = """\nTwo\n+++\nlines"""# why\n', "title = 3\n", "title.a = 1\n", "[title]\n",
    'share = "mentor"\n', "share = true # why\n", "[[share]]\n", "talk = true\n", "date = 2026-11-20\n", "x={a=1}\n",
    'date = "20/11/2026"\n', "date = 0001-01-01T00:00:00+23:59\n", "date = 9999-12-31\n", 'date = "2026-11-20T10Z"\n',
    "dimensions = ['critique', 3]\n", 'dimensions = [ # one\n "voice",\n]\n', 'tags = ["a", ["b"]] # why\n',
    "schema = 99999999999999999999\n", "schema = 1\n", "id = 'a b'\n", 'id = "a1"\n', "role = 'ect'\n", "a.b = 1\n",
    'ask = "one\u2028title = 1"\n', '"two words" = 1\n', '"" = 1\n', 'next = "\\u001b[2J\\u0000"\n', "theory = ''\n",
    "# title=1\n", "    title = 'In'   \n", "\t'title'\t=\t[ 1,\n# why\n2 ]\n", "new = [\n'''\n'''\n]\n",
)  # fmt: skip
SLIPS = (
    "title = “One”\n", "date =", "date = 20/11/2026\n", "date = 2026-02-30\n", "x = nan\n", "é = 1\n", "“tags” = 1\n",
    "'''", '"""', '"', "'", "\\", "=", "+++\n", "next = “a” # why\n", 'tags = ["a", “b”]\n', "\0",
    "x = " + "[" * 200, "]" * 200,
)  # fmt: skip
CERTAIN = (  # slips that `check --fix` may mend, and similar texts
    "subject = “One”\n", "subject = “a” # why\n", 'names = ["a", “b”]\n', "date = 20/11/2026\n",
    "date = 05/11/2026\n", 'date = "20.11.2026" # why\n', "class = ‘a’\n", "class = ‘it's’\n", 'subject = “a "b"”\n',
    "subject = “a\\”\n", "subject = “”\n", 'names = ["a”, b]\n', "names = [“a”, ‘b’]\n", "date = “20/11/2026”\n",
)  # fmt: skip
LONG = st.tuples(st.sampled_from(STRUCTURE), st.integers(2, 400)).map(lambda pair: pair[0] * pair[1])
WORDS = st.one_of(
    st.lists(st.sampled_from(STRUCTURE), max_size=30).map("".join),
    st.lists(st.one_of(st.sampled_from(STRUCTURE), LONG, st.text(max_size=8)), max_size=8).map("".join),
    st.text(st.characters(exclude_categories=()), max_size=60),
)
SOUND = st.lists(st.sampled_from(STATEMENTS), max_size=6, unique_by=lambda line: line.strip(" \t'[\n")[:4])
SOUND_HEADS = SOUND.map(lambda lines: "".join(sorted(lines, key=lambda line: line.startswith("["))))  # tables come last
HEADS = st.one_of(
    SOUND_HEADS,
    SOUND_HEADS,
    st.tuples(SOUND_HEADS, st.sampled_from(SLIPS), SOUND_HEADS).map("".join),
    st.lists(st.one_of(st.sampled_from((*STATEMENTS, *SLIPS)), st.text(max_size=8)), max_size=8).map("".join),
)
BODIES = st.one_of(WORDS, WORDS.map(lambda text: f"## Critique\n\n{text}"))
FENCED = st.builds(
    lambda bom, fence, end, head, closing, body: f"{bom}{fence}{end}{head}{closing}{end}{body}",
    st.sampled_from(("", "", "\ufeff")), st.sampled_from(("+++", "+++", "+++ \t", "---", "")),
    st.sampled_from(("\n", "\r\n", "\r")), HEADS, st.sampled_from(("+++", "+++", "\n+++", "")), BODIES,
)  # fmt: skip
SOUND_FILES = st.builds(
    lambda bom, head, end, body: f"{bom}+++\n{head}+++\n".replace("\n", end) + body,
    st.sampled_from(("", "\ufeff")), SOUND_HEADS, st.sampled_from(("\n", "\n", "\r\n", "\r")), BODIES,
)  # fmt: skip
FILES = st.one_of(SOUND_FILES, FENCED, WORDS)
DATA = st.one_of(
    FILES.map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.tuples(FILES, st.binary(max_size=6), FILES).map(
        lambda parts: parts[0].encode("utf-8", "replace") + parts[1] + parts[2].encode("utf-8", "replace")
    ),
    FENCED.map(lambda text: text.encode("utf-16", "replace")),
    st.binary(max_size=200),
)
TYPED = WORDS.map(lambda text: typed(text)[0])
VALUES = st.one_of(TYPED, st.booleans(), st.dates(), st.integers(-(2**63), 2**63 - 1), st.lists(TYPED, max_size=3))
CHANGES = st.dictionaries(
    st.sampled_from(("title", "share", "talk", "date", "tags", "new", "id")),
    st.one_of(VALUES, st.none()),
    min_size=1,
    max_size=3,
)
SPOKEN = (
    "last ", "this ", "tue", "tuesday ", "20 ", "31 ", "0 ", "feb", "february ", "nov ", "2026", "9999", "0000 ",
    "autumn ", "3 ", "term", "999999 ", "days ago", "weeks ago", "a week ago", "today", "meeting", "2026-02-30",
    "week", "-", "th ", "1st ", "29 feb", "٣", "²", "1/2/2026", "31.12.2026", "year", "2026-13", "0001-01", "9999-12",
)  # fmt: skip
MENDABLE = st.tuples(
    st.lists(st.sampled_from(CERTAIN), min_size=1, max_size=3, unique_by=lambda line: line[:4]).map("".join),
    st.sampled_from(("", "# why\n", 'title = "a"\n', "title = 'On 20/11/2026'\n")),
    BODIES,
).map(lambda parts: "+++\n{}{}+++\n{}".format(*parts))
HEAD_VALUES = st.dictionaries(
    st.sampled_from(("title", "next", "ask", "theory", "class", "subject")), TYPED, max_size=4
)
ANSWERS = st.lists(
    st.builds(
        Answer,
        TYPED,
        st.sampled_from((CREATIVITY, CRITIQUE, EXPANSION)),
        st.sampled_from(("", "What did you see, hear or read?", "Just for once: what?")),
    ),
    max_size=4,
)


@FUZZ
@given(DATA)
def test_any_bytes_give_an_entry_or_a_plain_reason(data: bytes) -> None:
    properties.reading_never_fails(data)


@FUZZ
@given(FILES)
def test_joining_the_parts_of_any_text_gives_that_text(text: str) -> None:
    properties.parts_joined_are_the_text(text)


@FUZZ
@given(WORDS, WORDS)
def test_text_after_a_private_heading_is_private_whatever_comes_before(before: str, after: str) -> None:
    properties.nothing_after_a_private_heading_is_open(before, after)


@FUZZ
@given(WORDS)
def test_typed_text_never_becomes_structure(text: str) -> None:
    properties.typed_text_is_never_structure(text)


@FUZZ
@given(WORDS)
@example("\ufeff\ufeffTwo marks of a byte order.")
def test_typed_text_becomes_plain_text_in_one_step(text: str) -> None:
    properties.typed_text_is_plain(text)


@FUZZ
@given(st.one_of(WORDS, HEADS))
def test_shown_text_never_acts_on_the_terminal(text: str) -> None:
    properties.shown_text_is_inert(text)


@FUZZ
@given(WORDS)
def test_any_title_makes_a_file_name_for_every_system(title: str) -> None:
    properties.a_title_makes_a_name(title)


@FUZZ
@given(st.one_of(SOUND_FILES, SOUND_FILES, FILES), CHANGES)
def test_a_change_is_refused_or_touches_only_its_own_lines(text: str, changes: dict[str, object]) -> None:
    properties.a_change_touches_only_its_own_lines(text, changes)


@FUZZ
@given(MENDABLE)
def test_mending_touches_only_the_slips_and_takes_one_step(text: str) -> None:
    properties.mending_touches_only_the_slips(text)


@FUZZ
@given(HEAD_VALUES, ANSWERS)
def test_a_new_entry_is_refused_or_reads_back(values: dict[str, object], answers: list[Answer]) -> None:
    properties.a_new_entry_reads_back(values, answers)


@FUZZ
@given(TYPED, TYPED)
def test_no_text_typed_under_a_heading_is_refused(title: str, text: str) -> None:
    assume(text.strip())

    assert properties.a_new_entry_reads_back({"title": title}, [Answer(text, CRITIQUE, "What was it?")])


@FUZZ
@given(st.one_of(WORDS, st.lists(st.sampled_from(SPOKEN), max_size=5).map("".join)))
def test_any_words_for_a_period_are_understood_or_refused(words: str) -> None:
    properties.a_period_is_read_or_refused(words)


@FUZZ
@given(st.one_of(HEADS, WORDS))
def test_any_toml_is_read_or_refused_with_a_line(text: str) -> None:
    properties.toml_is_read_or_refused(text)


LARGE = {
    "nested lists": "x = " + "[" * 60_000,
    "closed nested lists": "x = " + "[" * 20_000 + "]" * 20_000,
    "nested tables": "x = " + "{a=" * 20_000,
    "a dotted key": "a." * 30_000 + "a = 1",
    "a dotted table": "[" + "a." * 30_000 + "a]",
    "many keys": "".join(f"k{number} = 1\n" for number in range(6_000)),
    "many tables": "[[a]]\n" * 10_000,
    "a long number": "x = 1" + "0" * 60_000,
    "a long string": 'x = """' + "a\\\n" * 20_000,
    "over the bound": "x = 1\n" * 1_000_000,
    "ten thousand keys": "".join(f"key{number} = 1\n" for number in range(10_000)),
}


@pytest.mark.slow
@pytest.mark.parametrize("row", LARGE)
def test_crafted_toml_is_read_or_refused_within_bounds(row: str) -> None:
    text = LARGE[row]

    properties.toml_is_read_or_refused(text)
    properties.reading_never_fails(f"+++\n{text}\n+++\nWords.\n".encode())
