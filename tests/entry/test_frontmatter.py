"""Front matter: a lossless split, and changes that leave every other byte alone."""

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from examples import examples
from mentorlog.entry.frontmatter import compose, split, with_values
from mentorlog.errors import ContentError
from mentorlog.files.toml import lines_of

ENDS = ["\n", "\r\n", "\r"]
PIECES = [
    *ENDS,
    "\ufeff",
    "+++",
    "+++ \t",
    "++++",
    "---",
    "title = 1",
    '"""',
    "'''",
    "[",
    "]",
    "#",
    "\u2028",
    "\x0c",
    "\x85",
    "x ",
]
ANYTHING = st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map("".join))
VALUES = st.one_of(
    ANYTHING, st.booleans(), st.integers(-(2**63), 2**63 - 1), st.dates(), st.lists(ANYTHING, max_size=3)
)

ABOVE = """+++
# Made by hand.
zebra   = 'unknown'   # first on purpose
date    =   2026-11-23
"""
BELOW = """class = "8Q"# no space
told = '''
title = "not me"
+++
'''
from.newer.version = [ 1,2 ]
[table]
title = 3
+++
"""
BODY = "\n## Critique\n\nTrailing spaces  \n\ttab\u2028\x0c+++\ntitle = 4\nno last newline"


@examples(150)
@given(ANYTHING)
def test_splitting_and_joining_any_text_loses_nothing(text: str) -> None:
    assert split(text).text == text


@examples(150)
@given(ANYTHING, ANYTHING, st.sampled_from(ENDS), st.sampled_from(["", "\ufeff"]))
def test_splitting_and_joining_front_matter_loses_nothing(toml: str, body: str, end: str, bom: str) -> None:
    text = f"{bom}+++{end}title = 'x'{end}{toml}{end}+++{end}{body}"

    assert split(text).text == text


@pytest.mark.parametrize("bom", ["", "\ufeff"])
@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("spaces", ["", "  ", "\t "])
def test_fences_may_have_a_bom_any_line_end_and_spaces_after_them(bom: str, end: str, spaces: str) -> None:
    matter = split(f"{bom}+++{spaces}{end}a = 1{end}+++{spaces}{end}body{end}")

    assert (matter.values, matter.body) == ({"a": 1}, f"body{end}")


@pytest.mark.parametrize(
    ("text", "values", "body"),
    [
        ("just text", {}, "just text"),
        ("", {}, ""),
        ("+++\n+++", {}, ""),
        ("+++\n+++\n\n", {}, "\n"),
        ("+++\na = 1\n+++", {"a": 1}, ""),
        (' +++\na = 1\n+++\n"', {}, ' +++\na = 1\n+++\n"'),
        ("\n+++\na = 1\n+++\n", {}, "\n+++\na = 1\n+++\n"),
        ("++++\na = 1\n++++\n", {}, "++++\na = 1\n++++\n"),
        ("+++ x\na = 1\n+++\n", {}, "+++ x\na = 1\n+++\n"),
        ('+++\na = "1 +++ 2"\n+++\nb', {"a": "1 +++ 2"}, "b"),
        ('+++\na = """\n+++\n"""\n+++\nb', {"a": "+++\n"}, "b"),
        ("+++\na = 1 # +++\n+++\nb\n+++\nc", {"a": 1}, "b\n+++\nc"),
        ("+++\na = 1\n+++\nb\u2028+++\n", {"a": 1}, "b\u2028+++\n"),
    ],
)
def test_only_a_fence_on_a_line_of_its_own_opens_or_closes(text: str, values: dict[str, object], body: str) -> None:
    matter = split(text)

    assert matter.fault is None
    assert (matter.values, matter.body) == (values, body)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("+++", "line 1: the front matter is opened by +++ and never closed"),
        ("+++\na = 1\n\nwords\n", "line 1: the front matter is opened by +++ and never closed"),
        ("+++\na = 1\u2028+++\nwords", "line 1: the front matter is opened by +++ and never closed"),
        ("+++\na = 1\ntitle = “Hi”\n+++\n", "line 3: the title is in curly quotes; TOML needs straight ones"),
        ("\ufeff+++\r\na = \r\n+++\r\n", "line 2: TOML cannot read this line (invalid value)"),
        ("+++\na = \n+++\nwords\n+++\n", "line 2: TOML cannot read this line (invalid value)"),
        ("+++\n" + "a" * 10_000_000 + "\n+++\n", "line 2: this is over 64 KB of TOML, so it was not read"),
    ],
    ids=range(7),
)
def test_a_fault_is_reported_with_its_line_in_the_file(text: str, message: str) -> None:
    matter = split(text)

    assert str(matter.fault) == message
    assert matter.values == {}
    assert matter.text == text


@examples(60)
@given(VALUES, st.sampled_from(["\n", "\r\n"]), st.sampled_from(["", "\ufeff"]), ANYTHING)
@pytest.mark.parametrize(
    ("before", "lead", "tail"),
    [
        ('title     = "old"\n', "title     = ", "\n"),
        ("title=1   \n", "title= ", "   \n"),
        ('title = "a # b" # why\n', "title = ", " # why\n"),
        ('  "title"\t=\t[1, 2]#why\n', '  "title"\t=\t', "#why\n"),
        ('title = """\nid = 5\n+++\n[table]\n# no"""  # yes\n', "title = ", "  # yes\n"),
        ("title = [ # one\n  '#', # two\n]\t# three\n", "title = ", "\t# three\n"),
    ],
)
def test_a_changed_value_leaves_every_other_byte(
    before: str, lead: str, tail: str, value: object, end: str, bom: str, body: str
) -> None:
    above, below = bom + ABOVE.replace("\n", end), (BELOW + BODY).replace("\n", end) + body
    text = above + before.replace("\n", end) + below
    assume(split(text).values["title"] != value)

    changed = with_values(text, {"title": value})

    assert changed.startswith(above + lead)
    assert changed.endswith(tail.replace("\n", end) + below)
    assert len(lines_of(changed.removeprefix(above).removesuffix(below))) == 1
    assert split(changed).values == split(text).values | {"title": value}


@pytest.mark.parametrize("end", ENDS)
def test_a_new_key_is_one_line_more_in_its_usual_place(end: str) -> None:
    text = (ABOVE + BELOW + BODY).replace("\n", end)

    changed = with_values(text, {"share": "mentor"})

    place = 'class = "8Q"# no space' + end
    assert changed == text.replace(place, f'{place}share = "mentor"{end}')


@pytest.mark.parametrize("end", ENDS)
def test_removing_a_key_removes_only_its_own_lines(end: str) -> None:
    text = (ABOVE + BELOW + BODY).replace("\n", end)

    changed = with_values(text, {"told": None, "not there": None})

    lost = "told = '''\ntitle = \"not me\"\n+++\n'''\n".replace("\n", end)
    assert changed == text.replace(lost, "")


@examples(150)
@given(ANYTHING)
def test_setting_and_removing_a_key_changes_nothing(text: str) -> None:
    try:
        changed = with_values(text, {"share": "mentor"})
    except ContentError:
        return

    assert split(changed).values == split(text).values | {"share": "mentor"}
    if split(text).opening:
        assert with_values(changed, {"share": None}) == text


@examples(80)
@given(st.sampled_from(["", "\ufeff"]), st.one_of(ANYTHING, st.just(BODY)))
def test_adding_front_matter_leaves_the_text_alone(bom: str, words: str) -> None:
    body = f"Words.{words}"
    first = lines_of(body)[0]
    end = first[len(first.rstrip("\r\n")) :] or "\n"

    changed = with_values(bom + body, {"share": "mentor", "talk": True})

    assert changed == f'{bom}+++{end}share = "mentor"{end}talk = true{end}+++{end}{body}'


@pytest.mark.parametrize("changes", [{}, {"title": "old"}, {"nothing": None}, {"title": "old", "tags": ["a"]}])
def test_an_empty_change_keeps_the_text(changes: dict[str, object]) -> None:
    text = "+++\r\ntags=['a']\r\ntitle='old'\r\n+++\r\nwords"

    assert with_values(text, changes) == text


@pytest.mark.parametrize(
    ("text", "changes", "message"),
    [
        ("+++\na = 1\nwords", {"b": 1}, "its front matter cannot be read (line 1: the front matter is opened by"),
        ("+++\na = “b”\n+++\n", {"b": 1}, "its front matter cannot be read (line 2: the a is in curly quotes;"),
        ("---\ndate: 2026-11-23\n---\n", {"b": 1}, "its front matter is YAML, which mentorlog reads as text"),
        ("\ufeff---\ndate: 1\n---\n", {"b": 1}, "its front matter is YAML, which mentorlog reads as text"),
        ("+++\ntitle.short = 1\n+++\n", {"title": "x"}, "this change cannot be made without touching other lines"),
        ("+++\n[title]\na = 1\n+++\n", {"title": "x"}, "this change cannot be made without touching other lines"),
        ("words", {"two words": 1}, "this change cannot be made without touching other lines"),
        ("words", {"a": float("nan")}, "this change cannot be made without touching other lines"),
    ],
)
def test_a_change_that_cannot_be_made_safely_is_refused(text: str, changes: dict[str, object], message: str) -> None:
    with pytest.raises(ContentError) as caught:
        with_values(text, changes)

    assert str(caught.value).startswith(message)


def test_new_front_matter_is_flat_in_order_and_without_empty_keys() -> None:
    values = {
        "mine": 7,
        "title": "Two\nlines",
        "tags": [],
        "talk": False,
        "ask": "",
        "date": date(2026, 11, 23),
        "next": None,
    }

    assert compose(values, "Words.\n") == '+++\ndate = 2026-11-23\ntitle = "Two\\nlines"\nmine = 7\n+++\n\nWords.\n'


def test_zero_is_a_value_and_not_an_empty_one() -> None:
    text = compose({"date": date(2026, 11, 23), "weight": 0}, "Words.\n")

    assert split(text).values == {"date": date(2026, 11, 23), "weight": 0}


@pytest.mark.parametrize(
    "text",
    [
        "+++\n" * 10_000,
        "+++" + " " * 200_000 + "x",
        "+++\n" + "+++ \t" * 40_000,
        "+++\n" + "\r" * 200_000,
        "+++\na = '''\n" + "+++\n" * 10_000,
        "+++\na = " + "[" * 40_000 + "\n+++\n",
    ],
    ids=range(6),
)
def test_a_crafted_file_is_split_without_loss(text: str) -> None:
    assert split(text).text == text


@pytest.mark.parametrize(
    "toml",
    [
        'title = "' + "#" * 2_000 + '"\n',
        "title = 1 " + "#" * 60_000 + "\n",
        'title = """\n' + "a\n" * 390 + '"""\n',
        "title = [\n" + "1,\n" * 390 + "]\n",
        "a = 1\ntitle = 2\n" + "".join(f"k{number} = 1\n" for number in range(5_000)),
    ],
    ids=range(5),
)
def test_a_crafted_value_can_be_changed(toml: str) -> None:
    changed = with_values(f"+++\n{toml}+++\nwords", {"title": "new"})

    assert split(changed).values["title"] == "new"
    assert changed.endswith("+++\nwords")
