"""`Just for me`: private in any disguise up to a heading of its own level; ordinary text stays open."""

import sys
import unicodedata

import pytest
from hypothesis import given

from entry.bodies import ANYTHING, named, open_text
from examples import examples
from mentorlog.entry.private import private_level, quotable_length, says_just_for_me
from mentorlog.entry.sections import dimensions_of

HIDDEN = "zzhidden"


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
def test_a_dimension_heading_of_the_same_level_ends_the_private_section(private: str, after: str, end: str) -> None:
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
def test_words_on_the_private_line_itself_are_private_too(begin: str, words: str) -> None:
    body = f"Open.\n{begin}{words}: {HIDDEN}\n## Critique\nOpen too.\n"

    assert named(body) == ["", "private", "critique"]
    assert HIDDEN not in open_text(body)


@examples(150)
@given(ANYTHING, ANYTHING)
def test_everything_after_the_private_heading_is_private_up_to_another_heading(before: str, after: str) -> None:
    private = after.replace("#", "")
    body = f"{before}\n\n## Just for me\n{private}{HIDDEN}"

    assert HIDDEN not in open_text(body)


def test_dimensions_and_sections_agree_on_disguised_private_headings() -> None:
    letters = [chr(code) for code in range(0x80, sys.maxunicode + 1) if not 0xD800 <= code < 0xE000]
    hiding = [letter for letter in letters if unicodedata.category(letter) in ("Cf", "Mn", "Me")]
    hiding += [letter for letter in letters if unicodedata.normalize("NFKC", letter).casefold() in "justforme"]

    seen = [letter for letter in hiding if dimensions_of(f"## Ju{letter}st for me\n### Critique\n")]

    assert seen == [letter for letter in hiding if "critique" in named(f"## Ju{letter}st for me\n### Critique\n")]
    assert len(hiding) > 2_000
    assert len(hiding) - len(seen) > 2_000


@pytest.mark.parametrize(
    ("line", "following", "level"),
    [
        ("# Just for me", "", 1),
        ("> ### Notes, just for me", "", 3),
        ("<h5>Just for me</h5>", "", 2),
        ("Notes, just for me", "---", 2),
        ("Notes, just for me", "", 0),
        ("Just for me: notes", "", 2),
        ("Just for me it was hard", "", 0),
        ("\\## Just for me", "", 0),
    ],
)
def test_a_private_line_has_the_level_of_its_hashes_or_level_two(line: str, following: str, level: int) -> None:
    assert private_level(line, following) == level


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("raw", "quotable"),
    [
        ("All of it.\n", "All of it.\n"),
        ("Open.\n\\Just for me\nNot this.", "Open.\n"),
        ("Open.\n  \\\\## Just for me\nNot this.", "Open.\n"),
        ("Open.\n\\Notes, just for me\n---\nNot this.", "Open.\n"),
        ("Open.\n\\Notes, just for me\n\nStill open.", "Open.\n\\Notes, just for me\n\nStill open."),
        ("\\Just for me", ""),
    ],
)
def test_open_text_may_be_quoted_up_to_a_typed_just_for_me(raw: str, quotable: str, end: str) -> None:
    raw, quotable = raw.replace("\n", end), quotable.replace("\n", end)

    assert raw[: quotable_length(raw)] == quotable


@pytest.mark.parametrize(
    ("answer", "is_said"),
    [
        ("One.\nJust for me\nTwo.", True),
        ("Notes, just for me\n===", True),
        ("I did it just for me.", False),
        ("\\Just for me", False),
    ],
)
def test_an_answer_with_a_line_that_would_be_private_is_recognised(answer: str, is_said: bool) -> None:
    assert says_just_for_me(answer) is is_said
