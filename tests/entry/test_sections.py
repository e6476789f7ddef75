"""Sections: joined, they are the body again, and typed text never becomes structure."""

import pytest
from hypothesis import given

from entry.bodies import ANYTHING, named
from examples import examples
from mentorlog.entry.sections import dimensions_of, escaped, heading_in, sections_of, unescaped
from mentorlog.text import typed


@examples(150)
@given(ANYTHING)
def test_joining_the_sections_gives_the_body(body: str) -> None:
    assert "".join(section.heading + section.raw for section in sections_of(body)) == body


@examples(600)
@given(ANYTHING)
def test_the_dimensions_of_a_body_come_from_its_open_sections(body: str) -> None:
    assert dimensions_of(body) == {section.dimension for section in sections_of(body) if section.dimension}


@examples(150)
@given(ANYTHING)
def test_unescaping_reverses_escaping(answer: str) -> None:
    assert unescaped(escaped(answer)) == answer


@examples(150)
@given(ANYTHING)
def test_typed_text_never_becomes_structure(answer: str) -> None:
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


def test_text_and_headings_of_every_kind_stay_in_place() -> None:
    body = "# My lesson\nIntro\n## Critique\nOne\n### Notes\nTwo\n## Critique\n## Creativity: What?"

    assert named(body) == ["", "critique", "critique", "creativity"]
    assert [section.text for section in sections_of(body)] == ["# My lesson\nIntro", "One\n### Notes\nTwo", "", ""]


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
def test_long_runs_of_one_pattern_are_read_and_escaped_without_loss(before: str, piece: str) -> None:
    body = before + piece * (40_000 // len(piece)) + "x"

    assert "".join(section.heading + section.raw for section in sections_of(body)) == body
    assert unescaped(escaped(body)) == body
