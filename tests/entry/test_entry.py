"""Reading an entry from any bytes without a crash: an unclear part is listed and never guessed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from examples import examples
from mentorlog.entry.entry import Entry, Unread, decoded, read_entry

DAY = "2026-11-23"
HIDDEN = "zzhidden"


def entry(text: str | bytes, path: str = f"2026/{DAY}.md") -> Entry:
    read = read_entry(path, text.encode() if isinstance(text, str) else text)
    assert isinstance(read, Entry)
    return read


def listed(text: str | bytes, path: str = "2026/x.md") -> str:
    """Return the problem with a file that cannot be an entry."""
    read = read_entry(path, text.encode() if isinstance(text, str) else text)
    assert isinstance(read, Unread)
    return str(read.problem).removeprefix(f"{path}, ")


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (f"{DAY}.md", "Only words."),
        (f"2026/{DAY}-no-funnels.md", "Only words."),
        (f"lesson {DAY} 8Q.md", "Only words."),
        (f"{DAY}-2.md", "+++\ntitle = 'x'\n+++\n"),
        ("x.md", f"+++\ndate = {DAY}\n+++\n"),
        ("x.md", f"+++\ndate = {DAY}\n+++"),
        ("x.md", f"\ufeff+++  \r\ndate = {DAY}\r\n+++\t\r\nwords"),
        ("x.md", f"+++\rdate = {DAY}\r+++\rwords"),
        ("2025-01-01.md", f"+++\ndate = {DAY}\n+++\nthe front matter counts"),
        (f"{DAY}.md", "+++\ndate = 'not a day'\n+++\nthe name has one"),
        (f"{DAY}.md", "---\ntitle: YAML is text\n---\n"),
        (f"{DAY}.md", "\ufeff"),
    ],
)
def test_a_file_with_a_date_in_its_front_matter_or_name_is_an_entry(path: str, text: str) -> None:
    assert entry(text, path).date == date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "line 1: the file is empty."),
        (" \r\n\t\n", "line 1: the file is empty."),
        (b"\0" * 4096, "line 1: the file is empty."),
        ("words", "line 1: it has no date, in its front matter or in its name."),
        ("+++\ntitle = 'x'\n+++\n", "line 1: it has no date, in its front matter or in its name."),
        (
            f"---\ndate: {DAY}\n---\n",
            "line 1: it has no date that mentorlog reads: front matter goes between +++ lines, as TOML.",
        ),
        ("+++\ntitle = 'x'\ndate = '07/12/2025'\n+++\n", "line 3: date: write the date as 2025-12-07."),
        ("+++\ndate = 9999-12-31\n+++\n", "line 2: date: the year 9999 is outside 1900 to 2199."),
        ("+++\ndate = 2026-02-30\n+++\n", "line 2: there is no such day."),
        (f"+++\ndate = {DAY}\n\nwords", "line 1: the front matter is opened by +++ and never closed."),
        (f"+++\ndate = “{DAY}”\n+++\n", "line 2: the date is in curly quotes; TOML needs straight ones."),
        (f"+++\ntags = ['a' 'b']\ndate = {DAY}\n+++\n", "line 2: TOML cannot read this line (unclosed array)."),
        (f"<<<<<<< mine\n+++\ndate = {DAY}\n+++\n", "line 1: it has no date, in its front matter or in its name."),
    ],
)
def test_a_file_that_cannot_be_an_entry_is_listed_with_line_and_reason(text: str | bytes, message: str) -> None:
    assert listed(text) == message


@pytest.mark.parametrize(
    "name", ["x.md", "2026-02-30.md", "12026-11-23.md", "2026-11-234.md", "20261123.md", "9999-01-01.md"]
)
def test_a_date_is_never_guessed(name: str) -> None:
    assert listed("words", name) == "line 1: it has no date, in its front matter or in its name."


def test_a_folder_named_like_a_date_gives_no_date() -> None:
    assert listed("words", f"{DAY}/x.md") == "line 1: it has no date, in its front matter or in its name."


@pytest.mark.parametrize(
    ("data", "shown", "message"),
    [
        ("Grüße".encode("utf-16"), "Grüße", "it is saved as UTF-16; save it as UTF-8"),
        (b"\xfe\xff\x00G", "G", "it is saved as UTF-16; save it as UTF-8"),
        (b"\xff\xfeG\x00x", "G\ufffd", "it is saved as UTF-16; save it as UTF-8"),
        ("Grüße".encode("latin-1"), "Gr\ufffd\ufffde", "it is not UTF-8 here"),
        (b"one\ntwo \xc3\n", "one\ntwo \ufffd\n", "it is not UTF-8 here"),
        (b"\xed\xa0\x80", "\ufffd\ufffd\ufffd", "it is not UTF-8 here"),
        (b"a\0b", "a\0b", "it holds a NUL character"),
    ],
)
def test_other_encodings_are_listed_and_can_still_be_shown(data: bytes, shown: str, message: str) -> None:
    line = 2 if b"\ntwo" in data else 1

    assert decoded(data) == (shown, message, line)
    assert listed(data, f"{DAY}.md") == f"line {line}: {message}."


@examples(150)
@given(st.binary(), st.sampled_from([b"", b"+++\n", b"\xef\xbb\xbf+++\r\n", b"+++\ndate = 2026-11-23\n+++\n"]))
def test_any_bytes_are_an_entry_that_keeps_them_or_are_listed(data: bytes, before: bytes) -> None:
    read = read_entry(f"{DAY}.md", before + data)

    if isinstance(read, Entry):
        assert read.matter.text.encode() == before + data
        assert "".join(section.heading + section.raw for section in read.sections) == read.matter.body
        assert read.title
    else:
        assert read.problem.line >= 1


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_byte_order_mark_and_line_ends_do_not_change_the_reading(end: str) -> None:
    lines = [
        "\ufeff+++",
        f"date = {DAY}",
        "title = 'T'",
        "+++",
        "",
        "# Heading",
        "Intro",
        "## Critique: What?",
        "Words",
        "more",
        "",
    ]

    read = entry(end.join(lines), "x.md")

    assert (read.date, read.title, read.problems) == (date(2026, 11, 23), "T", ())
    assert [section.text for section in read.sections] == ["# Heading\nIntro", "Words\nmore"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("path", "lines", "title"),
    [
        ("a.md", ["+++", f"date = {DAY}", "title = 'Its own'", "+++", "# Other"], "Its own"),
        (f"{DAY}-file-name.md", ["Words", "# The *first* heading #", "# Second"], "The *first* heading"),
        (f"{DAY}-file_name  here.md", ["## Not a title", "Words"], "file name here"),
        (f"{DAY}.md", ["", "First words", "second line"], "First words"),
        (f"{DAY}.md", ["## Critique", "", "First words"], "First words"),
        (f"{DAY}.md", ["## Just for me", HIDDEN], "(no title)"),
        (f"{DAY}.md", ["# Just for me", HIDDEN, "# Title of it"], "(no title)"),
    ],
)
def test_a_title_is_found_in_the_order_that_the_format_gives(path: str, lines: list[str], title: str, end: str) -> None:
    assert entry(end.join(lines), path).title == title


@examples(60)
@given(
    st.lists(
        st.sampled_from(["\n", "\r\n", "\r", "# ", "## Just for me", "## Critique", "words", "```", "> ", "\\"])
    ).map("".join)
)
def test_neither_open_sections_nor_the_title_contain_private_text(before: str) -> None:
    read = entry(f"Words.\n{before}\n\n## Just for me\n\n{HIDDEN}\n\n# {HIDDEN}\n")

    assert HIDDEN not in "".join(section.heading + section.raw for section in read.open_sections)
    assert HIDDEN not in read.title


def test_a_private_section_reveals_no_dimension() -> None:
    read = entry("## Critique: open\nx\n## Just for me\n### Creativity: hidden\ny\n")

    assert [dimension.id for dimension in read.dimensions] == ["critique"]


def test_dimensions_of_headings_and_added_ones_are_in_the_fixed_order() -> None:
    read = entry(
        '+++\ndimensions = ["Expansive", "joy", "critique?", "critique"]\n+++\n'
        "## Solidarity\n## Critique: What?\n## Creativity"
    )

    assert [dimension.id for dimension in read.dimensions] == ["creativity", "solidarity", "critique", "expansion"]
    assert [problem.text for problem in read.problems] == ["'joy' is not one of the six dimensions; it was kept"]


@pytest.mark.parametrize(
    ("toml", "is_shared"),
    [
        ('share = "mentor"', True),
        ("", False),
        ('share = "Mentor"', False),
        ('shared = "mentor"', False),
        ("share = true", False),
    ],
)
def test_only_the_value_mentor_shares_an_entry(toml: str, is_shared: bool) -> None:
    assert entry(f"+++\n{toml}\n+++\n").is_shared is is_shared


def test_an_entry_without_an_id_gets_one_from_its_name() -> None:
    first, second, other = entry("a"), entry("b"), entry("a", f"{DAY}-other.md")

    assert first.id == second.id != other.id
    assert first.id.startswith("20261123-")
    assert first.short_id == first.id[-4:]


@pytest.mark.parametrize(("written", "short"), [("20261123-k3f9", "k3f9"), ("mine", "mine"), ("ends-", "ends-")])
def test_the_short_id_is_the_part_after_the_last_dash(written: str, short: str) -> None:
    assert entry(f"+++\nid = '{written}'\n+++\n").short_id == short


def test_a_number_as_id_does_not_spoil_the_other_keys() -> None:
    read = entry(f"+++\nid = 20261123\ntitle = 'Still here'\ndate = {DAY}\n+++\nWords.\n")

    assert read.title == "Still here"
    assert [str(problem) for problem in read.problems] == [
        f"2026/{DAY}.md, line 2: an id is letters, digits and dashes."
    ]


def test_an_entry_without_a_role_has_its_journals() -> None:
    with_role, without_role = (
        read_entry(f"{DAY}.md", b"+++\nrole = 'ect'\n+++\n", "mentor"),
        read_entry(f"{DAY}.md", b"words", "mentor"),
    )

    assert [read.role for read in (with_role, without_role) if isinstance(read, Entry)] == ["ect", "mentor"]


def test_a_file_name_that_is_not_utf8_is_read() -> None:
    assert entry("words", f"{DAY}-caf\udce9.md").title == "caf\udce9"


@pytest.mark.slow
@pytest.mark.parametrize("piece", ["# x ", "# ", "#", "\n# ", "x\n", "=", "\\", "- ", "just for me "])
def test_long_runs_of_one_pattern_still_have_a_title(piece: str) -> None:
    assert entry(piece * (200_000 // len(piece))).title


@pytest.mark.parametrize("filler", [" ", "#", " #"])
def test_a_very_long_heading_is_cut_to_a_title(filler: str) -> None:
    line = "a" + filler * (200_000 // len(filler)) + "b"

    title = entry(f"# {line}\nwords").title

    assert title.startswith("a")
    assert len(title) <= 120
