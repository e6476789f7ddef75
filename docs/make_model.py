"""Writes docs/model.md from the model itself. A test fails if it is out of date."""

from collections.abc import Iterator
from pathlib import Path
from textwrap import fill

from mentorlog.dimensions import DIMENSIONS, Dimension
from mentorlog.post import BACKGROUND, COUNTING, NAMING, POST, TENSIONS, Quotation

PAGE = Path(__file__).with_name("model.md")
ABOUT = f"""\
# The model behind the questions

Made from `src/mentorlog/dimensions.py` and `post.py` by `docs/make_model.py`.

mentorlog has one source:
{fill(POST + ".", 120)}

{fill(BACKGROUND, 120)}

This page keeps three things apart:

- **The post says**: its own words, in quotation marks. L12.5 means line 12, sentence 5 of its text. L12 is its third
  paragraph. {COUNTING}
- **Read out of it**: names, meanings and kinds that we inferred.
- **Ours**: what we added. The questions are ours too.

{fill(NAMING, 120)}

{fill(TENSIONS, 120)}

Attributes belong to people and to institutions. If a dimension is quiet, the school may have given little room for it.
Nobody is at fault.
"""


def page() -> str:
    """The whole page."""
    return "\n".join(_lines()).rstrip() + "\n"


def _lines() -> Iterator[str]:
    yield ABOUT
    for dimension in DIMENSIONS:
        yield from _dimension(dimension)


def _dimension(dimension: Dimension) -> Iterator[str]:
    yield from (f"## {dimension.name}", "", f"*{dimension.source}*", "")
    yield from ("### The post says", "", f"- {_quoted(dimension.quotation)}")
    yield from (f"- {_quoted(strand.quotation)}" for strand in dimension.strands)
    if dimension.called:
        yield f"- It is {dimension.called}."
    yield from (
        "",
        "### Read out of it",
        "",
        f"{dimension.meaning} That it is {_article(dimension.kind)} is our reading.",
        "",
    )
    yield from ("| strand | id | meaning |", "|---|---|---|")
    yield from (f"| {strand.name} | `{strand.id}` | {strand.meaning} |" for strand in dimension.strands)
    yield from ("", *(f"- {reading}" for reading in dimension.readings))
    yield from ("", "### Ours", "")
    yield f"- What the setting makes possible: {dimension.setting}"
    yield f"- Tension: {dimension.tension}"
    yield f"- Invitation to both: {dimension.invitation}"
    yield f"- The questions: [prompts/{dimension.id}.toml](../prompts/{dimension.id}.toml)"
    yield ""


def _quoted(quotation: Quotation) -> str:
    return f"“{quotation.words}” ({quotation.where})"


def _article(kind: str) -> str:
    return f"{'an' if kind == 'attribute' else 'a'} {kind}"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
