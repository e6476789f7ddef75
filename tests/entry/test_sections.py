"""Sections: joined again they are the body; what is typed is never structure; private is private in any disguise."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from examples import examples
from mentorlog.entry.sections import dimensions_of, escaped, heading_in, sections_of, unescaped
from mentorlog.text import typed

PIECES = [
    "\n", "\r\n", "\r", "\u2028", "\x0c", "\u00a0", "\ufeff", " ", "\t", "\\", "+++", "---", "===", "```", "~~~", "> ",
    "- ", "**", "#", "## ", "## Critique: ", "Critique", "Just for me", "just_for_me", "## JUST for me", "<h2>", ":",
    "<b>", "&nbsp;", "\u200d", "\u0301", "12. ", "just ", "for ", "me", "\v", "\x85", "&#10;",
    "expansive", "x",
]  # fmt: skip
ANYTHING = st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map("".join))
HIDDEN = "zzhidden"


def open_text(body: str) -> str:
    return "".join(section.heading + section.raw for section in sections_of(body) if not section.private)


def named(body: str) -> list[str]:
    """Which sections there are: a dimension's id, `private`, or "" for the text above the first heading."""
    return ["private" if each.private else each.dimension.id if each.dimension else "" for each in sections_of(body)]


@examples(150)
@given(ANYTHING)
def test_sections_joined_again_are_the_body(body: str) -> None:
    assert "".join(section.heading + section.raw for section in sections_of(body)) == body


@examples(600)
@given(ANYTHING)
def test_the_dimensions_of_a_body_are_those_of_its_open_sections(body: str) -> None:
    assert dimensions_of(body.encode()) == {each.dimension for each in sections_of(body) if each.dimension}


def test_no_letter_that_hides_the_private_heading_hides_it_from_the_dimensions() -> None:
    letters = [chr(code) for code in range(0x80, sys.maxunicode + 1) if not 0xD800 <= code < 0xE000]
    hiding = [each for each in letters if unicodedata.category(each) in ("Cf", "Mn", "Me")]
    hiding += [each for each in letters if unicodedata.normalize("NFKC", each).casefold() in "justforme"]

    told = [each for each in hiding if dimensions_of(f"## Ju{each}st for me\n### Critique\n".encode())]

    assert told == [each for each in hiding if "critique" in named(f"## Ju{each}st for me\n### Critique\n")]
    assert len(hiding) > 2_000
    assert len(hiding) - len(told) > 2_000


@examples(150)
@given(ANYTHING)
def test_unescaped_takes_back_what_escaped_did(answer: str) -> None:
    assert unescaped(escaped(answer)) == answer


@examples(150)
@given(ANYTHING)
def test_what_is_typed_is_never_structure(answer: str) -> None:
    plain, _ = typed(answer)

    body = f"## Critique\n\n{escaped(plain)}\n"

    assert named(body) == ["critique"]
    assert sections_of(body)[0].text == plain
    assert "+++" not in [line.rstrip(" \t") for line in escaped(plain).split("\n")]


@pytest.mark.parametrize(
    ("answer", "written"),
    [
        ("+++", "\\+++"),
        ("+++ \t", "\\+++ \t"),
        (" +++", " +++"),
        ("a +++", "a +++"),
        ("## Critique: What?", "\\## Critique: What?"),
        ("   # critique", "   \\# critique"),
        ("\\## Critique", "\\\\## Critique"),
        ("\\\\+++", "\\\\\\+++"),
        ("## Another heading", "## Another heading"),
        ("\\ plain", "\\ plain"),
        ("> ## Just for me", "\\> ## Just for me"),
        ("Just for me\n---", "\\Just for me\n---"),
        ("Just for me\n\n---", "\\Just for me\n\n---"),
        ("Notes, just for me\n---", "\\Notes, just for me\n---"),
        ("Notes, just for me\n\n---", "Notes, just for me\n\n---"),
        ("Just for me: a list", "\\Just for me: a list"),
        ("  <b>Just</b> for me", "  \\<b>Just</b> for me"),
        ("\\Just for me", "\\\\Just for me"),
        ("Just for me it was hard", "Just for me it was hard"),
        ("**Just for me**", "\\**Just for me**"),
        ("I did this just for me.", "I did this just for me."),
        ("---", "---"),
    ],
)
def test_only_a_line_that_would_be_structure_gets_a_backslash(answer: str, written: str) -> None:
    assert escaped(answer) == written
    assert unescaped(written) == answer


@pytest.mark.parametrize(
    ("line", "dimension", "question"),
    [
        ("## Critique: What did you see?", "critique", "What did you see?"),
        ("## Critique", "critique", ""),
        ("## critique?", "critique", ""),
        ("###### CRITIQUE ######", "critique", ""),
        ("##Critique:What?", "critique", "What?"),
        ("   # Critique:", "critique", ""),
        ("### **Critique** - what …?", "critique", "what …?"),
        ("## **Critique: what?**", "critique", "what?"),
        ("## _Critique_ – what?", "critique", "what?"),
        ("## Articulate: how?", "articulation", "how?"),
        ("## Expansive", "expansion", ""),
        ("##\tSolidarity\t", "solidarity", ""),
        ("## 3. Authenticity", None, ""),
        ("## Critique of the lesson", None, ""),
        ("## Critique-like", None, ""),
        ("## A critique", None, ""),
        ("#critique", None, ""),
        ("####### Critique", None, ""),
        ("    ## Critique", None, ""),
        ("\\## Critique", None, ""),
        ("Critique", None, ""),
    ],
)
def test_a_heading_names_a_dimension_in_any_case_and_punctuation(
    line: str, dimension: str | None, question: str
) -> None:
    heading = heading_in(line)

    assert (heading.dimension.id if heading and heading.dimension else None) == dimension
    assert (heading.question if heading else "") == question


def test_text_other_headings_duplicates_and_empty_headings_stay_where_they_stand() -> None:
    body = "# My lesson\nIntro\n## Critique\nOne\n### Notes\nTwo\n## Critique\n## Creativity: What?"

    assert named(body) == ["", "critique", "critique", "creativity"]
    assert [section.text for section in sections_of(body)] == ["# My lesson\nIntro", "One\n### Notes\nTwo", "", ""]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    "heading",
    [
        "## Just for me", "# JUST FOR ME", "###### just for me", "## just for me:", "##   Just  for\tme   ",
        "##Just for me", "#Just for me", "   ## Just for me ##", "    ## Just for me", "> ## Just for me",
        "> > ### Just for me", "- ## Just for me", "1. ## Just for me", "## **Just for me**", "## _Just_ for me",
        "## just-for-me", "## Just\u00a0for me", "## Just\u200bfor me", "## 🔒 Just for me",
        "## Notes, just for me (not Sam)", "## Critique: just for me", "####### Just for me", "Just for me\n===",
        "Just for me:\n-", "> Just for me\n> ---", "- Just for me\n  ---", "**Just for me**", "> **Just for me:**",
        "__just for me__", "***Just for me***", "<h2>Just for me</h2>", "<h3 class='x'>Just for me</h3>",
        "Notes, just for me\n---", "Just for me (not for Sam)\n===", "# x\n## Just for me\nmore\n## just for me",
        "Just for me", "just for me", "  JUST FOR ME  ", "Just for me.", "Just for me!", "Just for me?", "Just for me:",
        "(Just for me)", "“Just for me”", '"Just for me"', "[Just for me]", "`Just for me`", "~~Just for me~~",
        "Just for me: what I did not say", "Just for me - notes", "Just for me – notes", "Just for me, mostly",
        "Just for me (not for Sam)", "**Just for me** - notes", "**Just for me:** notes", "**Just for me** my notes",
        "*Just* *for* *me*",
        "Just for myself", "just for myself.", "justforme", "JustForMe:", "Just-for-me", "just_for_me", "JUST  FOR\tME",
        f"Just{' ' * 30}for{' ' * 30}me", "Just for me 🔒", "🔒 Just for me", "Just\u00a0for\u00a0me",
        "Ju\u200bst for me", "Just\u200dfor\u200dme", "Just\ufefffor me", "Just\u2060 for me", "Ju\u00adst for me",
        "Ju\u034fst for me", "Just for me\ufe0f", "J\u0336u\u0336st for me", "\u200eJust for me",
        "Ｊｕｓｔ\u3000ｆｏｒ\u3000ｍｅ", "𝐉𝐮𝐬𝐭 𝐟𝐨𝐫 𝐦𝐞", "Ⓙust for me", "Just&nbsp;for&nbsp;me", "Just&#32;for&#x20;me",
        "&#74;ust for me", "Ju&shy;st for me", "Just&zwj;for me", "&lt;b&gt;Just for me", "<b>Just for me</b>",
        "<p align='center'>Just for me</p>", "Just <b>for</b> me", "<i>Just</i> <i>for</i> <i>me</i>",
        "Just<br>for<br/>me", "Just <!-- not yet --> for me", f"<span style='{'x' * 500}'>Just for me</span>",
        "* Just for me", "+ Just for me", "- [x] Just for me", "- [ ] Just for me", "1. Just for me", "12. Just for me",
        "10) Just for me", "a) Just for me", "> Just for me", "> - 12. Just for me", "| Just for me | x |",
        "| Just for me |\n|---|", "== Just for me ==", "= Just for me", "<!-- Just for me -->", "%% Just for me %%",
        "{{Just for me}}", "[[Just for me]]", "[Just for me](https://example.org)", "> [!note] Just for me",
        "> [!NOTE]- Just for me", "<div><h2>Just for me</h2>", "<h2>Just <em>for</em> me</h2>",
        "<details><summary>Just for me</summary>", "<details><summary>Notes, just for me</summary>",
        "<div>\n<h2>\nJust for me\n</h2>", "- [x] ## Just for me", "- [x] ## Just for me and Sam",
        "a) [x] ## Just for me and Sam", "a) ## Just for me", "a) ## Just for me and Sam", "10) ## Just for me",
        "## Just <b>for</b> me", "## Just for&nbsp;me", "## Just&#8203;for me", "## Ｊｕｓｔ　ｆｏｒ　ｍｅ",
        "&#35;&#35; Just for me", "## Just for myself", "## JustForMe", "## justformyself", "## Just\u200dfor me",
        "## Ju\u200dst for me", "## Just \u200d for me", "## Just for m\u200de", "## Notes, just for myself, please",
        "```\ncode\n## Just for me", "```\n~~~\n> ## Just for me", "## Just for me\n### Critique: lower",
        "## Just for me\n```\n## Critique: in code\n```", "## Just for me\n~~~~\n~~~\n## Critique: in code",
        "## Just for me\n```\n    ```\n## Critique: in code", "## Just for me\n```\n> ```\n## Critique: in code",
        "## Just for me\n- ```\n  ## Critique: in code", "## Just for me\n1. ~~~\n   ## Critique: in code",
    ],
)  # fmt: skip
def test_just_for_me_is_private_in_every_disguise(heading: str, end: str) -> None:
    body = f"Open.\n\n{heading}\n\n{HIDDEN}\n\n{HIDDEN}\n".replace("\n", end)

    assert open_text(body).startswith("Open.")
    assert HIDDEN not in open_text(body)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("private", "after"),
    [
        ("## Just for me", "## Critique"),
        ("## Just for me", "# Critique: higher"),
        ("### Just for me", "## Critique"),
        ("> ## Just for me", "## Critique"),
        ("Just for me\n---", "## Critique"),
        ("Just for me", "## Critique"),
        ("**Just for me** - notes", "# Critique"),
        ("- [x] ### Just for me", "### Critique"),
        ("## Just for me\n```\ncode\n```", "## Critique"),
    ],
)
def test_a_dimension_as_high_as_just_for_me_is_open_again(private: str, after: str, end: str) -> None:
    body = f"{private}\n{HIDDEN}\n{after}\nOpen.\n{private}\n{HIDDEN}\n".replace("\n", end)

    assert open_text(body) == f"{after}\nOpen.\n".replace("\n", end)


@pytest.mark.parametrize(
    "line",
    [
        "I wrote this just for me.", "Just for me it was hard", "Just for me\u00a0it was hard", "just for me and Sam",
        "Just for myself I would", "- Just for me it was hard", "12. Just for me it was hard", "Just for me 3 of them",
        "It is <b>just for me</b>", "I did <i>just</i> that for me", "Note: just for me",
        "Adjust for me\n---", "Adjust for me", "Just for meeting", "Justice for me", "Just form", "Just for mé",
        "Just for me\u0301", "just a word for me", "Just\nfor me", "## Just for meeting", "## Adjust for me",
        "\\## Just for me", "\\Just for me", "  \\Just for me",
    ],
)  # fmt: skip
def test_plain_words_are_not_a_private_heading(line: str) -> None:
    assert named(f"{line}\nmore") == [""]


@pytest.mark.parametrize("begin", ["", "- ", "12. ", "**", "<b>", "## ", "\u200d"])
@pytest.mark.parametrize(
    "words", ["Just for me", "just for myself", "justforme", "Just&nbsp;for me", "Just <b>for</b> me"]
)
def test_what_stands_on_the_private_line_itself_is_private_too(begin: str, words: str) -> None:
    body = f"Open.\n{begin}{words}: {HIDDEN}\n## Critique\nOpen too.\n"

    assert named(body) == ["", "private", "critique"]
    assert HIDDEN not in open_text(body)


@examples(150)
@given(ANYTHING, ANYTHING)
def test_nothing_between_the_private_heading_and_the_end_is_open_without_another_heading(
    before: str, after: str
) -> None:
    private = after.replace("#", "")
    body = f"{before}\n\n## Just for me\n{private}{HIDDEN}"

    assert HIDDEN not in open_text(body)


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    [
        "#", " ", "=", "\\", "*", "_", ">", "\n", "\r\n", "just ", "just for me ", "## just for me ", "just for me\n",
        "## Critique", "## Critique\n", "Critique ", "# ", "- ", "> \n", "```\n", "~~~", "+++\n", "<h2", "\\\n",
        "<", "<b>", "just <b>", "just <", "just <b>for</b> me\n", "just for <i>", "&nbsp;", "1. ", "1", "12.",
        "j\u0301",
    ],
)  # fmt: skip
@pytest.mark.parametrize("before", ["", "## Critique", "## Just for me\n"])
def test_very_much_of_one_thing_is_read_and_escaped_without_loss(before: str, piece: str) -> None:
    body = before + piece * (40_000 // len(piece)) + "x"

    assert "".join(section.heading + section.raw for section in sections_of(body)) == body
    assert unescaped(escaped(body)) == body
